// abs: every kind of number, nulls, the smallest integer.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"i": i32, "j": i64?, "u": ui8, "f": f64?, "m": !molt_df.decimal<6, 2>?, "w": !molt_df.decimal<38, 0>>
!r = !molt_df.table<"i": i32, "j": i64?, "u": ui8, "f": f64?, "m": !molt_df.decimal<6, 2>?, "w": !molt_df.decimal<38, 0>>
func.func @all() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["i", "j", "u", "f", "m", "w"] -> ["i", "j", "u", "f", "m", "w"] {
  ^bb0(%i: i32, %j: !molt_df.nullable<i64>, %u: ui8, %f: !molt_df.nullable<f64>, %m: !molt_df.nullable<!molt_df.decimal<6, 2>>, %w: !molt_df.decimal<38, 0>):
    %i1 = molt_df.abs %i : i32
    %j1 = molt_df.abs %j : !molt_df.nullable<i64>
    %u1 = molt_df.abs %u : ui8
    %f1 = molt_df.abs %f : !molt_df.nullable<f64>
    %m1 = molt_df.abs %m : !molt_df.nullable<!molt_df.decimal<6, 2>>
    %w1 = molt_df.abs %w : !molt_df.decimal<38, 0>
    molt_df.yield %i1, %j1, %u1, %f1, %m1, %w1 : i32, !molt_df.nullable<i64>, ui8, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.decimal<6, 2>>, !molt_df.decimal<38, 0>
  } : !t
  return %r : !r
}
// Only the rows that are there count: null is not the smallest integer.
func.func @smallest() -> !molt_df.table<"a": i64?> {
  %t = molt_df.source "s" : !molt_df.table<"a": i64?>
  %r = molt_df.with_columns %t ["a"] -> ["a"] {
  ^bb0(%a: !molt_df.nullable<i64>):
    %b = molt_df.abs %a : !molt_df.nullable<i64>
    molt_df.yield %b : !molt_df.nullable<i64>
  } : !molt_df.table<"a": i64?>
  return %r : !molt_df.table<"a": i64?>
}
func.func @wraps() -> !molt_df.table<"a": i64?> {
  %t = molt_df.source "s" : !molt_df.table<"a": i64?>
  %r = molt_df.with_columns %t ["a"] -> ["a"] {
  ^bb0(%a: !molt_df.nullable<i64>):
    %b = molt_df.abs overflow<wrap> %a : !molt_df.nullable<i64>
    molt_df.yield %b : !molt_df.nullable<i64>
  } : !molt_df.table<"a": i64?>
  return %r : !molt_df.table<"a": i64?>
}

//--- t.csv
i,j,u,f,m,w
-2147483647,-9223372036854775807,255,-0.0,-9999.99,-99999999999999999999999999999999999999
7,,0,,,0
0,0,1,-inf,0.00,12
-1,9223372036854775807,2,nan,12.50,-13
5,-3,3,-1.5,-0.01,14
//--- s.csv
a
1

-9223372036854775808
//--- all.out
i,j,u,f,m,w
2147483647,9223372036854775807,255,0,9999.99,99999999999999999999999999999999999999
7,,0,,,0
0,0,1,inf,0.00,12
1,9223372036854775807,2,nan,12.50,13
5,3,3,1.5,0.01,14
//--- smallest.err
overflow: .*absolute value does not fit|does not fit i64
//--- wraps.out
a
1

-9223372036854775808
