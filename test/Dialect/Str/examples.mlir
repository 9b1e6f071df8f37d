// The examples of the documentation of molt_str, verbatim (op-examples.test looks for
// them here), in functions that supply what they use.
// RUN: molt-opt %s | molt-opt -o /dev/null

func.func @constant() {
  %s = molt_str.constant "BUILDING"
  return
}

func.func @cmp(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.cmp eq %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @contains(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.contains %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @like(%s: !molt_str.utf8) {
  %p = molt_str.like %s, "%special%requests%" : !molt_str.utf8
  %q = molt_str.like %s, "100!%%" escape "!" : !molt_str.utf8
  return
}

func.func @length(%s: !molt_str.utf8) {
  %n = molt_str.length %s : !molt_str.utf8
  return
}

func.func @substring(%s: !molt_str.utf8, %start: i64, %length: i64) {
  %r = molt_str.substring %s, %start, %length : !molt_str.utf8, i64, i64
  return
}

func.func @concat(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %r = molt_str.concat %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @words(%s: !molt_str.utf8, %a_low: i64, %a_high: i64, %b_low: i64, %b_high: i64) {
  %low, %high = molt_str.to_words %s
  %p = molt_str.words_less %a_low, %a_high, %b_low, %b_high
  return
}

func.func @from_words(%low: i64, %high: i64) {
  %s = molt_str.from_words %low, %high
  return
}

func.func @parse(%s: !molt_str.utf8) {
  %d = molt_str.parse %s as !molt_df.date32 : i32
  return
}

func.func @can_parse(%s: !molt_str.utf8) {
  %p = molt_str.can_parse %s as !molt_df.timestamp<us>
  %q = molt_str.can_parse %s as !molt_str.utf8
  return
}

func.func @format(%t: i64) {
  %s = molt_str.format %t as !molt_df.timestamp<us> : i64
  return
}

func.func @byte_length(%b: !molt_str.binary) {
  %n = molt_str.byte_length %b : !molt_str.binary
  return
}

func.func @constants() {
  %s = molt_str.constant "BUILDING"
  %b = molt_str.constant binary "\FF\00"
  return
}

func.func @upper(%s: !molt_str.utf8) {
  %r = molt_str.upper %s : !molt_str.utf8
  return
}

func.func @lower(%s: !molt_str.utf8) {
  %r = molt_str.lower %s : !molt_str.utf8
  return
}

func.func @casefold(%s: !molt_str.utf8) {
  %r = molt_str.casefold %s : !molt_str.utf8
  return
}

func.func @title(%s: !molt_str.utf8) {
  %r = molt_str.title %s : !molt_str.utf8
  return
}

func.func @capitalize(%s: !molt_str.utf8) {
  %r = molt_str.capitalize %s : !molt_str.utf8
  return
}

func.func @swapcase(%s: !molt_str.utf8) {
  %r = molt_str.swapcase %s : !molt_str.utf8
  return
}

func.func @is(%s: !molt_str.utf8) {
  %p = molt_str.is alpha %s : !molt_str.utf8
  return
}

func.func @normalize(%s: !molt_str.utf8) {
  %r = molt_str.normalize nfc %s : !molt_str.utf8
  return
}

func.func @is_normalized(%s: !molt_str.utf8) {
  %p = molt_str.is_normalized nfkd %s : !molt_str.utf8
  return
}

func.func @slice(%s: !molt_str.utf8, %a: i64, %b: i64, %c: i64) {
  %r = molt_str.slice %s from %a to %b : !molt_str.utf8, i64, i64
  %t = molt_str.slice %s by %c : !molt_str.utf8, i64
  return
}

func.func @at(%s: !molt_str.utf8, %i: i64) {
  %r = molt_str.at %s, %i : !molt_str.utf8, i64
  return
}

func.func @reverse(%s: !molt_str.utf8) {
  %r = molt_str.reverse %s : !molt_str.utf8
  return
}

func.func @strip(%s: !molt_str.utf8, %set: !molt_str.utf8) {
  %r = molt_str.strip both %s : !molt_str.utf8
  %t = molt_str.strip left %s of %set : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @remove_prefix(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %r = molt_str.remove_prefix %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @remove_suffix(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %r = molt_str.remove_suffix %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @split(%s: !molt_str.utf8, %t: !molt_str.utf8, %n: i64, %m: i64) {
  %r = molt_str.split %s by %t part %n : !molt_str.utf8, !molt_str.utf8, i64
  %w = molt_str.split %s part %n limit %m from_right : !molt_str.utf8, i64, i64
  return
}

func.func @split_count(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %n = molt_str.split_count %s by %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @split_lines(%s: !molt_str.utf8, %n: i64) {
  %r = molt_str.split_lines %s part %n keep_ends : !molt_str.utf8, i64
  return
}

func.func @split_lines_count(%s: !molt_str.utf8) {
  %n = molt_str.split_lines_count %s : !molt_str.utf8
  return
}

func.func @partition(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %r = molt_str.partition after %s by %t : !molt_str.utf8, !molt_str.utf8
  %q = molt_str.partition before %s by %t at_last : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @find(%s: !molt_str.utf8, %t: !molt_str.utf8, %a: i64) {
  %n = molt_str.find %s, %t from %a : !molt_str.utf8, !molt_str.utf8, i64
  return
}

func.func @rfind(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %n = molt_str.rfind %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @index(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %n = molt_str.index %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @rindex(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %n = molt_str.rindex %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @count(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %n = molt_str.count %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @starts_with(%s: !molt_str.utf8, %t: !molt_str.utf8, %a: i64) {
  %p = molt_str.starts_with %s, %t : !molt_str.utf8, !molt_str.utf8
  %q = molt_str.starts_with %s, %t from %a : !molt_str.utf8, !molt_str.utf8, i64
  return
}

func.func @ends_with(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.ends_with %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @replace(%s: !molt_str.utf8, %from: !molt_str.utf8, %to: !molt_str.utf8) {
  %r = molt_str.replace %s, %from, %to : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  %t = molt_str.replace %s, %from, %to sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  return
}

func.func @join(%separator: !molt_str.utf8, %s: !molt_str.utf8, %t: !molt_str.utf8) {
  %r = molt_str.join %separator of %s, %t : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  return
}

func.func @repeat(%s: !molt_str.utf8, %n: i64) {
  %r = molt_str.repeat %s, %n : !molt_str.utf8, i64
  return
}

func.func @center(%s: !molt_str.utf8, %n: i64, %t: !molt_str.utf8) {
  %r = molt_str.center %s, %n with %t : !molt_str.utf8, i64, !molt_str.utf8
  return
}

func.func @ljust(%s: !molt_str.utf8, %n: i64) {
  %r = molt_str.ljust %s, %n : !molt_str.utf8, i64
  return
}

func.func @rjust(%s: !molt_str.utf8, %n: i64) {
  %r = molt_str.rjust %s, %n : !molt_str.utf8, i64
  return
}

func.func @zfill(%s: !molt_str.utf8, %n: i64) {
  %r = molt_str.zfill %s, %n : !molt_str.utf8, i64
  return
}

func.func @expand_tabs(%s: !molt_str.utf8, %n: i64) {
  %r = molt_str.expand_tabs %s : !molt_str.utf8
  %t = molt_str.expand_tabs %s by %n : !molt_str.utf8, i64
  return
}

func.func @translate(%s: !molt_str.utf8) {
  %r = molt_str.translate %s {table = {a = "b", "\C3\A4" = "ae", x = ""}} : !molt_str.utf8
  return
}

func.func @encode(%s: !molt_str.utf8) {
  %b = molt_str.encode ascii %s errors replace : !molt_str.utf8
  return
}

func.func @decode(%b: !molt_str.binary) {
  %s = molt_str.decode utf8 %b : !molt_str.binary
  return
}

func.func @apply(%s: !molt_str.utf8, %t: !molt_str.utf8, %end: i64) {
  %r = molt_str.apply "find" (%s, %t, -, %end) : (!molt_str.utf8, !molt_str.utf8, i64) -> i64
  %u = molt_str.apply "upper" bytes (%s) : (!molt_str.utf8) -> !molt_str.utf8
  return
}

func.func @is_absent(%s: !molt_str.utf8) {
  %p = molt_str.is_absent %s
  return
}

func.func @is_invalid(%s: !molt_str.utf8) {
  %p = molt_str.is_invalid %s
  return
}
