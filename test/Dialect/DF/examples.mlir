// The examples of the documentation of molt_df, verbatim (op-examples.test looks for
// them here), in functions that supply what they use.
// RUN: molt-opt %s | molt-opt -o /dev/null

//===----------------------------------------------------------------------===//
// Plan operations
//===----------------------------------------------------------------------===//

func.func @source() {
  %t = molt_df.source "points" : !molt_df.table<"x": i64, "y": f64?>
  %u = molt_df.source "points" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>}}
      : !molt_df.table<"x": i64, "y": f64?>
  return
}

func.func @project(%0: !molt_df.table<"x": i64, "y": f64?>) {
  %1 = molt_df.project %0 ["x"] : !molt_df.table<"x": i64, "y": f64?>
  %2 = molt_df.project %0 ["y", "x"] -> ["a", "b"] : !molt_df.table<"x": i64, "y": f64?>
  return
}

func.func @with_columns(%0: !molt_df.table<"x": i64>) {
  %1 = molt_df.with_columns %0 ["x"] -> ["double"] {
  ^bb0(%x: i64):
    %y = molt_df.add %x, %x : i64, i64
    molt_df.yield %y : i64
  } : !molt_df.table<"x": i64>
  return
}

// Also of molt_df.yield.
func.func @filter(%0: !molt_df.table<"x": i64>) {
  %1 = molt_df.filter %0 ["x"] {
  ^bb0(%x: i64):
    %c = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %c : i64, i64
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i64>
  return
}

func.func @aggregate(%0: !molt_df.table<"k": i32, "x": i64>) {
  %1 = molt_df.aggregate %0 by ["k"] of ["x"] -> ["total", "rows"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    %n = molt_df.count
    molt_df.yield %s, %n : !molt_df.nullable<i64>, i64
  } : !molt_df.table<"k": i32, "x": i64>
  %2 = molt_df.aggregate %1 by ["total"] drop_null_keys maintain_order of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i32, "total": !molt_df.nullable<i64>, "rows": i64>
  return
}

func.func @join(%a: !molt_df.table<"x": i64, "p": f64>, %b: !molt_df.table<"y": i64, "q": f64>) {
  %1 = molt_df.join %a, %b on ["x"] = ["y"]
      : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
  %2 = molt_df.join left %a, %b on ["x"] = ["y"] where ["p", "q"] {
  ^bb0(%p: f64, %q: f64):
    %c = molt_df.cmp lt %p, %q : f64, f64
    molt_df.yield %c : i1
  } : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
  %3 = molt_df.join semi %a, %b on ["x"] = ["y"] build<left>
      : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
  %4 = molt_df.join full %a, %b on ["x"] = ["y"] maintain_order
      : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
  return
}

func.func @concat(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"x": i64?>) {
  %1 = molt_df.concat %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
  return
}

func.func @distinct(%0: !molt_df.table<"x": i64, "y": f64?>) {
  %1 = molt_df.distinct %0 : !molt_df.table<"x": i64, "y": f64?>
  %2 = molt_df.distinct %0 on ["x"] keep first : !molt_df.table<"x": i64, "y": f64?>
  %3 = molt_df.distinct %0 maintain_order : !molt_df.table<"x": i64, "y": f64?>
  return
}

func.func @union(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"x": i64?>) {
  %1 = molt_df.union %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
  return
}

func.func @intersect(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"x": i64?>) {
  %1 = molt_df.intersect %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
  %2 = molt_df.intersect all %a, %b maintain_order
      : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
  return
}

func.func @except(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"x": i64?>) {
  %1 = molt_df.except %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
  %2 = molt_df.except all %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
  return
}

func.func @fill_null(%0: !molt_df.table<"x": i64?, "y": i64>) {
  %1 = molt_df.fill_null %0 ["y"] -> ["x"] {
  ^bb0(%y: i64):
    molt_df.yield %y : i64
  } : !molt_df.table<"x": i64?, "y": i64>
  return
}

func.func @drop_nulls(%0: !molt_df.table<"x": i64?, "y": f64?>) {
  %1 = molt_df.drop_nulls %0 : !molt_df.table<"x": i64?, "y": f64?>
  %2 = molt_df.drop_nulls %0 ["x"] : !molt_df.table<"x": i64?, "y": f64?>
  return
}

func.func @window(%0: !molt_df.table<"k": i32, "x": f64?>) {
  %1 = molt_df.window %0 by ["k"] order ["x" desc] of [] -> ["place", "rank"] {
    %p = molt_df.row_number
    %r = molt_df.rank
    molt_df.yield %p, %r : i64, i64
  } : !molt_df.table<"k": i32, "x": f64?>
  %2 = molt_df.window %0 by ["k"] order ["x"] frame <rows -2 to 0> of ["x"]
      -> ["before", "moving"] {
  ^bb0(%x: !molt_df.nullable<f64>):
    %b = molt_df.lag %x by 1 : !molt_df.nullable<f64>
    %m = molt_df.mean %x : !molt_df.nullable<f64>
    molt_df.yield %b, %m : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !molt_df.table<"k": i32, "x": f64?>
  %3 = molt_df.window %0 by [] order [] maintain_order of [] -> ["number"] {
    %n = molt_df.row_number
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i32, "x": f64?>
  return
}

func.func @neighbors(%0: !molt_df.table<"x": i64, "y": i64, "z": i64?>) {
  %1 = molt_df.window %0 by [] order ["x"] of ["x", "y", "z"] -> ["a"] {
  ^bb0(%x: i64, %y: i64, %z: !molt_df.nullable<i64>):
    %b = molt_df.lag %x by 1 : i64
    %c = molt_df.lag %x by 2 else %y : i64, i64
    %d = molt_df.lag skip_nulls %z by 1 : !molt_df.nullable<i64>
    %n = molt_df.lead %x by 1 : i64
    %s = molt_df.nth_value %x at 2 : i64
    %t = molt_df.nth_value skip_nulls %z at 2 : !molt_df.nullable<i64>
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64, "y": i64, "z": i64?>
  return
}

func.func @window_functions(%0: !molt_df.table<"k": i32, "x": f64?>) {
  %1 = molt_df.window %0 by [] order ["x"] of [] -> ["a"] {
    %n = molt_df.row_number
    %t = molt_df.ntile 4
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i32, "x": f64?>
  %2 = molt_df.window %0 by [] order ["x"] of [] -> ["a"] {
    %r = molt_df.dense_rank
    %n = molt_df.partition_size
    molt_df.yield %r : i64
  } : !molt_df.table<"k": i32, "x": f64?>
  %3 = molt_df.window %0 by [] order ["x"] of [] -> ["a"] {
    %r = molt_df.percent_rank
    molt_df.yield %r : f64
  } : !molt_df.table<"k": i32, "x": f64?>
  %4 = molt_df.window %0 by [] order ["x"] of [] -> ["a"] {
    %r = molt_df.cume_dist
    molt_df.yield %r : f64
  } : !molt_df.table<"k": i32, "x": f64?>
  return
}

func.func @with_row_index(%0: !molt_df.table<"x": i64>) {
  %1 = molt_df.with_row_index %0 -> "row" : !molt_df.table<"x": i64>
  %2 = molt_df.with_row_index monotonic %0 -> "row" : !molt_df.table<"x": i64>
  return
}

func.func @sort(%0: !molt_df.table<"x": i64, "y": f64?>) {
  %1 = molt_df.sort %0 by ["x" desc, "y" nulls_first] : !molt_df.table<"x": i64, "y": f64?>
  return
}

func.func @top_k(%0: !molt_df.table<"x": i64>) {
  %1 = molt_df.top_k %0, 10 by ["x" desc] : !molt_df.table<"x": i64>
  %2 = molt_df.top_k %0, 2 by ["x" desc] per ["x"] : !molt_df.table<"x": i64>
  return
}

func.func @limit(%0: !molt_df.table<"x": i64>) {
  %1 = molt_df.limit %0, 10 offset 5 : !molt_df.table<"x": i64>
  return
}

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

func.func @constant() {
  %a = molt_df.constant 5 : i64
  %b = molt_df.constant "0.05" : !molt_df.decimal<15, 2>
  %c = molt_df.constant "1994-01-01" : !molt_df.date32
  %d = molt_df.constant "BUILDING" : !molt_str.utf8
  %e = molt_df.constant null : !molt_df.nullable<i64>
  %f = molt_df.constant "2024-02-29 12:34:56.789" : !molt_df.timestamp<ms>
  %g = molt_df.constant "2024-02-29 12:34:56Z" : !molt_df.timestamp<us, "Europe/Berlin">
  %h = molt_df.constant "12:34:56" : !molt_df.time<s>
  %i = molt_df.constant "P1DT30M" : !molt_df.duration<us>
  %j = molt_df.constant "P1Y2M-1D" : !molt_df.interval
  return
}

func.func @add(%x: i64, %y: i64, %s: !molt_df.timestamp<us>, %d: !molt_df.duration<us>) {
  %z = molt_df.add %x, %y : i64, i64
  %w = molt_df.add overflow<wrap> %x, %y : i64, i64
  %t = molt_df.add %s, %d : !molt_df.timestamp<us>, !molt_df.duration<us>
  return
}

func.func @sub(%x: !molt_df.decimal<15, 2>, %y: !molt_df.decimal<15, 2>, %s: !molt_df.timestamp<us>, %t: !molt_df.timestamp<us>) {
  %z = molt_df.sub %x, %y : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
  %d = molt_df.sub %s, %t : !molt_df.timestamp<us>, !molt_df.timestamp<us>
  return
}

func.func @make_interval(%m: i32, %d: i32, %u: i64) {
  %v = molt_df.make_interval %m, %d, %u : i32, i32, i64
  return
}

func.func @mul(%x: !molt_df.decimal<15, 2>, %y: !molt_df.decimal<15, 2>, %d: !molt_df.duration<us>, %n: i32) {
  %z = molt_df.mul %x, %y : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
  %e = molt_df.mul %d, %n : !molt_df.duration<us>, i32
  return
}

func.func @div(%x: i64, %y: i64) {
  %z = molt_df.div %x, %y : i64, i64
  %w = molt_df.div zero_is_null %x, %y : i64, i64
  return
}

func.func @neg(%x: i64) {
  %y = molt_df.neg %x : i64
  return
}

func.func @abs(%x: !molt_df.nullable<i64>) {
  %y = molt_df.abs %x : !molt_df.nullable<i64>
  return
}

func.func @cmp(%x: i64, %y: i64) {
  %p = molt_df.cmp lt %x, %y : i64, i64
  return
}

func.func @and(%p: i1, %q: !molt_df.nullable<i1>) {
  %r = molt_df.and %p, %q : i1, !molt_df.nullable<i1>
  return
}

func.func @or(%p: i1, %q: i1) {
  %r = molt_df.or %p, %q : i1, i1
  return
}

func.func @not(%p: i1) {
  %r = molt_df.not %p : i1
  return
}

func.func @is_null(%x: !molt_df.nullable<i64>) {
  %r = molt_df.is_null %x : !molt_df.nullable<i64>
  return
}

func.func @coalesce(%x: !molt_df.nullable<i64>, %zero: i64) {
  %r = molt_df.coalesce %x, %zero : !molt_df.nullable<i64>, i64
  return
}

func.func @select(%p: i1, %x: i64, %y: i64) {
  %r = molt_df.select %p, %x, %y : i1, i64, i64
  return
}

func.func @cast(%x: i64, %t: !molt_df.timestamp<us>) {
  %y = molt_df.cast %x : i64 to f64
  %d = molt_df.cast %t : !molt_df.timestamp<us> to !molt_df.date32
  %n = molt_df.cast lenient %x : i64 to !molt_df.nullable<i8>
  return
}

func.func @date_part(%d: !molt_df.date32, %t: !molt_df.timestamp<us>) {
  %y = molt_df.date_part year %d : !molt_df.date32
  %h = molt_df.date_part hour %t : !molt_df.timestamp<us>
  return
}

//===----------------------------------------------------------------------===//
// Aggregates
//===----------------------------------------------------------------------===//

func.func @sum(%t: !molt_df.table<"x": i32>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["r"] {
  ^bb0(%x: i32):
    %s = molt_df.sum %x : i32
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"x": i32>
  return
}

func.func @mean(%t: !molt_df.table<"x": !molt_df.decimal<15, 2>, "d": !molt_df.duration<us>>) {
  %0 = molt_df.aggregate %t by [] of ["x", "d"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<15, 2>, %d: !molt_df.duration<us>):
    %m = molt_df.mean %x : !molt_df.decimal<15, 2>
    %n = molt_df.mean %d : !molt_df.duration<us>
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"x": !molt_df.decimal<15, 2>, "d": !molt_df.duration<us>>
  return
}

func.func @min(%t: !molt_df.table<"x": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["r"] {
  ^bb0(%x: f64):
    %m = molt_df.min %x : f64
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64>
  return
}

func.func @max(%t: !molt_df.table<"x": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["r"] {
  ^bb0(%x: f64):
    %m = molt_df.max %x : f64
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64>
  return
}

func.func @count_valid(%t: !molt_df.table<"x": i64?>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %n = molt_df.count_valid %x : !molt_df.nullable<i64>
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64?>
  return
}

func.func @any(%t: !molt_df.table<"x": i1?>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.nullable<i1>):
    %p = molt_df.any %x : !molt_df.nullable<i1>
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !molt_df.table<"x": i1?>
  return
}

func.func @sum_distinct(%table: !molt_df.table<"x": i32, "p": i1>) {
  %0 = molt_df.aggregate %table by [] of ["x", "p"] -> ["s", "t"] {
  ^bb0(%x: i32, %p: i1):
    %s = molt_df.sum %x : i32
    %t = molt_df.sum distinct %x where %p : i32, i1
    %p2 = molt_df.sum overflow<wrap> %x or_zero : i32
    molt_df.yield %s, %t : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"x": i32, "p": i1>
  return
}

func.func @aggregates_of_rows(%t: !molt_df.table<"x": i64, "y": !molt_df.nullable<i64>, "p": i1>) {
  %0 = molt_df.aggregate %t by [] of ["x", "y", "p"] -> ["f", "g", "l", "n", "m"] {
  ^bb0(%x: i64, %y: !molt_df.nullable<i64>, %p: i1):
    %f = molt_df.first %x : i64
    %g = molt_df.first skip_nulls %y : !molt_df.nullable<i64>
    %l = molt_df.last %x : i64
    %n = molt_df.count
    %m = molt_df.count where %p : i1
    molt_df.yield %f, %g, %l, %n, %m : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, i64, i64
  } : !molt_df.table<"x": i64, "y": !molt_df.nullable<i64>, "p": i1>
  return
}

func.func @arg_min(%t: !molt_df.table<"x": !molt_str.utf8, "y": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x", "y"] -> ["m", "n"] {
  ^bb0(%x: !molt_str.utf8, %y: f64):
    %m = molt_df.arg_min %x by %y : !molt_str.utf8, f64
    %n = molt_df.count_distinct %x : !molt_str.utf8
    molt_df.yield %m, %n : !molt_df.nullable<!molt_str.utf8>, i64
  } : !molt_df.table<"x": !molt_str.utf8, "y": f64>
  return
}

func.func @arg_max(%t: !molt_df.table<"x": !molt_str.utf8, "y": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x", "y"] -> ["m"] {
  ^bb0(%x: !molt_str.utf8, %y: f64):
    %m = molt_df.arg_max %x by %y : !molt_str.utf8, f64
    molt_df.yield %m : !molt_df.nullable<!molt_str.utf8>
  } : !molt_df.table<"x": !molt_str.utf8, "y": f64>
  return
}

func.func @all(%t: !molt_df.table<"x": i1?>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.nullable<i1>):
    %p = molt_df.all %x : !molt_df.nullable<i1>
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !molt_df.table<"x": i1?>
  return
}

func.func @var(%t: !molt_df.table<"x": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["v", "w"] {
  ^bb0(%x: f64):
    %v = molt_df.var %x : f64
    %w = molt_df.var %x {ddof = 0 : i64} : f64
    molt_df.yield %v, %w : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64>
  return
}

func.func @median(%t: !molt_df.table<"x": i64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["m"] {
  ^bb0(%x: i64):
    %m = molt_df.median %x : i64
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !molt_df.table<"x": i64>
  return
}

func.func @quantile(%t: !molt_df.table<"x": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["q"] {
  ^bb0(%x: f64):
    %q = molt_df.quantile 0.25 of %x : f64
    molt_df.yield %q : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64>
  return
}

func.func @std(%t: !molt_df.table<"x": i32>) {
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
  ^bb0(%x: i32):
    %s = molt_df.std %x : i32
    molt_df.yield %s : !molt_df.nullable<f64>
  } : !molt_df.table<"x": i32>
  return
}

func.func @covar(%t: !molt_df.table<"x": f64, "y": f64>) {
  %0 = molt_df.aggregate %t by [] of ["x", "y"] -> ["c"] {
  ^bb0(%x: f64, %y: f64):
    %c = molt_df.covar %x, %y : f64, f64
    molt_df.yield %c : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64, "y": f64>
  return
}

func.func @corr(%t: !molt_df.table<"x": f64, "y": i32>) {
  %0 = molt_df.aggregate %t by [] of ["x", "y"] -> ["c"] {
  ^bb0(%x: f64, %y: i32):
    %c = molt_df.corr %x, %y : f64, i32
    molt_df.yield %c : !molt_df.nullable<f64>
  } : !molt_df.table<"x": f64, "y": i32>
  return
}

//===----------------------------------------------------------------------===//
// Remainders, bits, membership, functions of floats, dates
//===----------------------------------------------------------------------===//

func.func @rem(%x: i64, %y: i64) {
  %r = molt_df.rem %x, %y : i64, i64
  %n = molt_df.rem zero_is_null %x, %y : i64, i64
  return
}

func.func @bit_and(%x: i64, %y: i64) {
  %r = molt_df.bit_and %x, %y : i64, i64
  return
}

func.func @bit_or(%x: i64, %y: i64) {
  %r = molt_df.bit_or %x, %y : i64, i64
  return
}

func.func @bit_xor(%x: i64, %y: i64) {
  %r = molt_df.bit_xor %x, %y : i64, i64
  return
}

func.func @bit_not(%x: i64) {
  %r = molt_df.bit_not %x : i64
  return
}

func.func @shl(%x: i64, %n: i64) {
  %r = molt_df.shl %x, %n : i64, i64
  %w = molt_df.shl overflow<wrap> %x, %n : i64, i64
  return
}

func.func @shr(%x: i64, %n: i64) {
  %r = molt_df.shr %x, %n : i64, i64
  return
}

func.func @is_in(%x: !molt_df.date32, %a: !molt_df.date32, %b: !molt_df.date32) {
  %p = molt_df.is_in %x, [%a, %b] : !molt_df.date32
  return
}

func.func @math(%x: f64) {
  %y = molt_df.math sqrt %x : f64
  return
}

func.func @pow(%x: f64, %y: f64) {
  %z = molt_df.pow %x, %y : f64, f64
  return
}

func.func @date_trunc(%d: !molt_df.date32, %t: !molt_df.timestamp<us>) {
  %m = molt_df.date_trunc month %d : !molt_df.date32
  %h = molt_df.date_trunc hour %t : !molt_df.timestamp<us>
  return
}

func.func @add_months(%d: !molt_df.date32, %t: !molt_df.timestamp<ms>, %n: i32) {
  %e = molt_df.add_months %d, %n : !molt_df.date32, i32
  %u = molt_df.add_months %t, %n : !molt_df.timestamp<ms>, i32
  return
}
