// Windows with frames, values of other rows, aggregates over frames: nulls, empty frames, distances of numbers, dates and
// floats in both directions. The expected rows are DuckDB's (but for `far` and `near_the_end`).
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64>
// Aggregates over three rows; null where no value is.
func.func @moving() -> !molt_df.table<"i": i64, "r_s": i64?, "r_m": f64?, "r_lo": !molt_str.utf8?, "r_hi": i64?, "r_n": i64, "r_v": i64, "r_a": i64?, "r_z": !molt_str.utf8?, "r_b": i64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["x", "i"] frame <rows -2 to 0> of ["y", "s"] -> ["r_s", "r_m", "r_lo", "r_hi", "r_n", "r_v", "r_a", "r_z", "r_b"] {
  ^bb0(%y: !molt_df.nullable<i64>, %s: !molt_df.nullable<!molt_str.utf8>):
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %mm = molt_df.mean %y : !molt_df.nullable<i64>
    %lolo = molt_df.min %s : !molt_df.nullable<!molt_str.utf8>
    %hihi = molt_df.max %y : !molt_df.nullable<i64>
    %nn = molt_df.count
    %vv = molt_df.count_valid %y : !molt_df.nullable<i64>
    %aa = molt_df.first %y : !molt_df.nullable<i64>
    %zz = molt_df.last %s : !molt_df.nullable<!molt_str.utf8>
    %bb = molt_df.nth_value %y at 2 : !molt_df.nullable<i64>
    molt_df.yield %ss, %mm, %lolo, %hihi, %nn, %vv, %aa, %zz, %bb : !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i64>, i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i64>
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_m", "r_lo", "r_hi", "r_n", "r_v", "r_a", "r_z", "r_b"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_m": f64?, "r_lo": !molt_str.utf8?, "r_hi": i64?, "r_n": i64, "r_v": i64, "r_a": i64?, "r_z": !molt_str.utf8?, "r_b": i64?>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_m": f64?, "r_lo": !molt_str.utf8?, "r_hi": i64?, "r_n": i64, "r_v": i64, "r_a": i64?, "r_z": !molt_str.utf8?, "r_b": i64?>
}
func.func @neighbors() -> !molt_df.table<"i": i64, "r_a": i64?, "r_b": !molt_str.utf8?, "r_c": i64?, "r_d": i64?, "r_e": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["x", "i"] of ["y", "s", "i"] -> ["r_a", "r_b", "r_c", "r_d", "r_e"] {
  ^bb0(%y: !molt_df.nullable<i64>, %s: !molt_df.nullable<!molt_str.utf8>, %i: i64):
    %dash = molt_str.constant "-"
    %aa = molt_df.lag %y by 1 : !molt_df.nullable<i64>
    %bb = molt_df.lag %s by 2 : !molt_df.nullable<!molt_str.utf8>
    %cc = molt_df.lag %y by 1 else %i : !molt_df.nullable<i64>, i64
    %dd = molt_df.lead %i by 1 : i64
    %ee = molt_df.lead %s by 2 else %dash : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %aa, %bb, %cc, %dd, %ee : !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>
  } : !t
  %q = molt_df.project %r ["i", "r_a", "r_b", "r_c", "r_d", "r_e"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_a": i64?, "r_b": !molt_str.utf8?, "r_c": i64?, "r_d": i64?, "r_e": !molt_str.utf8?>
  return %q : !molt_df.table<"i": i64, "r_a": i64?, "r_b": !molt_str.utf8?, "r_c": i64?, "r_d": i64?, "r_e": !molt_str.utf8?>
}
// Frames behind the row, empty at the end; an expression of a row as operand.
func.func @ahead() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64, "r_a": i64?, "r_hi": !molt_str.utf8?, "r_p": i1?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["i"] frame <rows 2 to 4> of ["y", "i", "s"] -> ["r_s", "r_n", "r_a", "r_hi", "r_p"] {
  ^bb0(%y: !molt_df.nullable<i64>, %i: i64, %s: !molt_df.nullable<!molt_str.utf8>):
    %zero = molt_df.constant 0 : i64
    %more = molt_df.cmp gt %y, %zero : !molt_df.nullable<i64>, i64
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %nn = molt_df.count
    %aa = molt_df.first %i : i64
    %hihi = molt_df.max %s : !molt_df.nullable<!molt_str.utf8>
    %pp = molt_df.all %more : !molt_df.nullable<i1>
    molt_df.yield %ss, %nn, %aa, %hihi, %pp : !molt_df.nullable<i64>, i64, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i1>
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n", "r_a", "r_hi", "r_p"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64, "r_a": i64?, "r_hi": !molt_str.utf8?, "r_p": i1?>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64, "r_a": i64?, "r_hi": !molt_str.utf8?, "r_p": i1?>
}
func.func @backward() -> !molt_df.table<"i": i64, "r_s": i64?, "r_lo": i64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["i" desc] frame <rows 0 to unbounded> of ["y"] -> ["r_s", "r_lo"] {
  ^bb0(%y: !molt_df.nullable<i64>):
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %lolo = molt_df.min %y : !molt_df.nullable<i64>
    molt_df.yield %ss, %lolo : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_lo"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_lo": i64?>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_lo": i64?>
}
// Distances of the key; rows with null are the peers of each other.
func.func @range_x() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["x" nulls_first] frame <range -1 to 1> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %ss = molt_df.sum %i : i64
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
func.func @range_desc() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["x" desc] frame <range -3 to -1> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %ss = molt_df.sum %i : i64
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
func.func @range_open() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["x"] frame <range -1 to unbounded> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %ss = molt_df.sum %i : i64
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
// Days.
func.func @range_date() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["d"] frame <range -2 to 0> of ["y"] -> ["r_s", "r_n"] {
  ^bb0(%y: !molt_df.nullable<i64>):
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
// NaN is at no distance from itself, and infinitely far from all else.
func.func @range_float() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["f"] frame <range -0.5 to 1> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %ss = molt_df.sum %i : i64
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
func.func @range_float_desc() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["f" desc] frame <range -0.5 to 1> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %ss = molt_df.sum %i : i64
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
// Up to the last peer.
func.func @peers() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["x"] frame <range unbounded to 0> of ["y"] -> ["r_s", "r_n"] {
  ^bb0(%y: !molt_df.nullable<i64>):
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
func.func @filled() -> !molt_df.table<"i": i64, "r_l": i64?, "r_g": !molt_str.utf8?, "r_a": i64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["i"] frame <rows unbounded to 0> of ["y", "s", "i"] -> ["r_l", "r_g", "r_a"] {
  ^bb0(%y: !molt_df.nullable<i64>, %s: !molt_df.nullable<!molt_str.utf8>, %i: i64):
    %ll = molt_df.last skip_nulls %y : !molt_df.nullable<i64>
    %gg = molt_df.first skip_nulls %s : !molt_df.nullable<!molt_str.utf8>
    %aa = molt_df.arg_min %i by %y : i64, !molt_df.nullable<i64>
    molt_df.yield %ll, %gg, %aa : !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i64>
  } : !t
  %q = molt_df.project %r ["i", "r_l", "r_g", "r_a"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_l": i64?, "r_g": !molt_str.utf8?, "r_a": i64?>
  return %q : !molt_df.table<"i": i64, "r_l": i64?, "r_g": !molt_str.utf8?, "r_a": i64?>
}
// Whole partitions: aggregates of distinct values and quantiles too, next to others.
func.func @partitions() -> !molt_df.table<"i": i64, "r_s": i64?, "r_m": f64?, "r_n": i64, "r_q": f64?, "r_r": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["i"] of ["y", "f", "x"] -> ["r_s", "r_m", "r_n", "r_q", "r_r"] {
  ^bb0(%y: !molt_df.nullable<i64>, %f: !molt_df.nullable<f64>, %x: !molt_df.nullable<i64>):
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %mm = molt_df.mean %f : !molt_df.nullable<f64>
    %nn = molt_df.count_distinct %x : !molt_df.nullable<i64>
    %qq = molt_df.median %y : !molt_df.nullable<i64>
    %rr = molt_df.row_number
    molt_df.yield %ss, %mm, %nn, %qq, %rr : !molt_df.nullable<i64>, !molt_df.nullable<f64>, i64, !molt_df.nullable<f64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_m", "r_n", "r_q", "r_r"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_m": f64?, "r_n": i64, "r_q": f64?, "r_r": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_m": f64?, "r_n": i64, "r_q": f64?, "r_r": i64>
}
// Without order nothing is sorted.
func.func @totals() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order [] of ["y"] -> ["r_s", "r_n"] {
  ^bb0(%y: !molt_df.nullable<i64>):
    %ss = molt_df.sum %y : !molt_df.nullable<i64>
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
// Keys at the ends of their type: the distance is exact.
func.func @far() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["x"] frame <range 9223372036854775807 to 9223372036854775807> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %ss = molt_df.sum %i : i64
    %nn = molt_df.count
    molt_df.yield %ss, %nn : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}
// The greatest key has none behind it, wherever the type ends.
func.func @near_the_end() -> !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64> {
  %t = molt_df.source "t" : !t
  %z = molt_df.with_columns %t ["x"] -> ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %far = molt_df.constant 9223372036854775798 : i64
    %y = molt_df.add %x, %far : !molt_df.nullable<i64>, i64
    molt_df.yield %y : !molt_df.nullable<i64>
  } : !t
  %r = molt_df.window %z by [] order ["x"] frame <range 1 to 2> of ["i"] -> ["r_s", "r_n"] {
  ^bb0(%i: i64):
    %s = molt_df.sum %i : i64
    %n = molt_df.count
    molt_df.yield %s, %n : !molt_df.nullable<i64>, i64
  } : !t
  %q = molt_df.project %r ["i", "r_s", "r_n"] : !molt_df.table<"k": i32?, "x": i64?, "y": i64?, "d": !molt_df.date32?, "f": f64?, "s": !molt_str.utf8?, "i": i64, "r_s": i64?, "r_n": i64>
  return %q : !molt_df.table<"i": i64, "r_s": i64?, "r_n": i64>
}

//--- t.csv
k,x,y,d,f,s,i
1,5,10,2024-01-01,0.5,a,1
1,3,,2024-01-03,1.5,a string longer than a view,2
2,7,-4,2024-01-05,nan,b,3
1,,8,2024-02-01,,c,4
1,9,2,2024-01-31,inf,,5
2,1,1,,2.25,d,6
1,4,0,2024-01-04,-1,e,7
,6,5,2024-01-02,0.5,f,8
,6,,2024-01-02,0.75,another string that is long,9
1,4,3,2024-01-03,1,,10
//--- moving.rows
# types: exact,exact,float,text,exact,exact,exact,exact,text,exact
i,r_s,r_m,r_lo,r_hi,r_n,r_v,r_a,r_z,r_b
2,,,a string longer than a view,,1,0,,a string longer than a view,
7,0,0.0,a string longer than a view,0,2,1,,e,0
10,3,1.5,a string longer than a view,3,3,2,,,0
1,13,4.333333333333333,a,10,3,3,0,a,3
5,15,5.0,a,10,3,3,3,,10
4,20,6.666666666666667,a,10,3,3,10,c,2
6,1,1.0,d,1,1,1,1,d,
3,-3,-1.5,b,1,2,2,1,b,-4
8,5,5.0,f,5,1,1,5,f,
9,5,5.0,another string that is long,5,2,1,5,another string that is long,
//--- neighbors.rows
i,r_a,r_b,r_c,r_d,r_e
2,,,2,7,
7,,,,10,a
10,0,a string longer than a view,0,1,
1,3,e,3,5,c
5,10,,10,4,-
4,2,a,2,,-
6,,,6,3,-
3,1,,1,,-
8,,,8,9,-
9,5,,5,,-
//--- ahead.rows
i,r_s,r_n,r_a,r_hi,r_p
1,6,3,3,c,false
2,11,3,4,d,true
3,3,3,5,e,false
4,6,3,6,f,false
5,5,3,7,f,false
6,8,3,8,f,true
7,3,2,9,another string that is long,true
8,3,1,10,,true
9,,0,,,
10,,0,,,
//--- backward.rows
i,r_s,r_lo
10,23,0
7,20,0
5,20,2
4,18,8
2,10,10
1,10,10
6,-3,-4
3,-4,-4
9,5,5
8,5,5
//--- range_x.rows
i,r_s,r_n
4,4,1
2,19,3
7,20,4
10,20,4
1,18,3
5,5,1
6,6,1
3,3,1
8,17,2
9,17,2
//--- range_desc.rows
i,r_s,r_n
5,,0
3,5,1
8,8,2
9,8,2
1,20,3
7,21,4
10,21,4
2,35,5
6,19,3
4,4,1
//--- range_open.rows
i,r_s,r_n
6,55,10
2,49,9
7,49,9
10,49,9
1,47,8
8,30,6
9,30,6
3,29,5
5,9,2
4,4,1
//--- range_date.rows
i,r_s,r_n
1,10,1
8,15,3
9,15,3
2,18,5
10,18,5
7,8,5
3,-1,4
5,2,1
4,10,2
6,1,1
//--- range_float.rows
i,r_s,r_n
7,7,1
1,30,5
8,30,5
9,30,5
10,30,5
2,18,3
6,6,1
5,5,1
3,3,1
4,4,1
//--- range_float_desc.rows
i,r_s,r_n
3,3,1
5,5,1
6,8,2
2,30,5
10,30,5
9,28,4
1,28,4
8,28,4
7,7,1
4,4,1
//--- peers.rows
i,r_s,r_n
2,,1
7,3,3
10,3,3
1,13,4
5,15,5
4,23,6
6,1,1
3,-3,2
8,5,2
9,5,2
//--- filled.rows
i,r_l,r_g,r_a
1,10,a,1
2,10,a,1
3,-4,a,3
4,8,a,3
5,2,a,3
6,1,a,3
7,0,a,3
8,5,a,3
9,5,a,3
10,3,a,3
//--- partitions.rows
# types: exact,exact,float,exact,float,exact
i,r_s,r_m,r_n,r_q,r_r
3,-3,nan,2,-1.5,1
6,-3,nan,2,-1.5,2
1,23,inf,4,3.0,1
2,23,inf,4,3.0,2
4,23,inf,4,3.0,3
5,23,inf,4,3.0,4
7,23,inf,4,3.0,5
10,23,inf,4,3.0,6
8,5,0.625,1,5.0,1
9,5,0.625,1,5.0,2
//--- totals.rows
i,r_s,r_n
1,23,6
2,23,6
3,-3,2
4,23,6
5,23,6
6,-3,2
7,23,6
8,5,2
9,5,2
10,23,6
//--- far.rows
i,r_s,r_n
1,,0
2,,0
3,,0
4,4,1
5,,0
6,,0
7,,0
8,,0
9,,0
10,,0
//--- near_the_end.rows
i,r_s,r_n
1,20,3
2,18,3
3,5,1
4,4,1
5,,0
6,2,1
7,18,3
8,3,1
9,3,1
10,18,3
