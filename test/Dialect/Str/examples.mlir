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

func.func @starts_with(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.starts_with %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @contains(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.contains %s, %t : !molt_str.utf8, !molt_str.utf8
  return
}

func.func @ends_with(%s: !molt_str.utf8, %t: !molt_str.utf8) {
  %p = molt_str.ends_with %s, %t : !molt_str.utf8, !molt_str.utf8
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

func.func @replace(%s: !molt_str.utf8, %from: !molt_str.utf8, %to: !molt_str.utf8) {
  %r = molt_str.replace %s, %from, %to : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
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
