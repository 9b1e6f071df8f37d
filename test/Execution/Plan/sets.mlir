// distinct, union, intersect, except, fill_null and drop_nulls: nulls are equal, -0 is +0, NaN is NaN.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": i32?, "f": f64, "s": !molt_str.utf8?>
!u = !molt_df.table<"x": i32, "f": f64?, "s": !molt_str.utf8?>
!c = !molt_df.table<"x": i32?, "f": f64?, "s": !molt_str.utf8?>
func.func @distinct() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t : !t
  return %r : !t
}
func.func @first() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on ["x"] keep first : !t
  return %r : !t
}
func.func @last() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on ["f", "x"] keep last : !t
  return %r : !t
}
func.func @none() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on ["x"] keep none : !t
  return %r : !t
}
// All rows are equal in no columns.
func.func @one_row() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on [] keep last : !t
  return %r : !t
}
func.func @no_row() -> !u {
  %t = molt_df.source "empty" : !u
  %r = molt_df.distinct %t on [] keep first : !u
  return %r : !u
}
func.func @union() -> !c {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.union %t, %u, %u : !t, !u, !u
  return %r : !c
}
func.func @intersect() -> !t {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.intersect %t, %u : !t, !u
  return %r : !t
}
func.func @except() -> !t {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.except %t, %u : !t, !u
  return %r : !t
}
func.func @except_nothing() -> !u {
  %u = molt_df.source "u" : !u
  %e = molt_df.source "empty" : !u
  %r = molt_df.except %u, %e : !u, !u
  return %r : !u
}
// With all, rows meet one by one: the first ones of the left table stay, or go.
func.func @intersect_all() -> !t {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %w = molt_df.concat %u, %u : !u, !u
  %r = molt_df.intersect all %t, %w : !t, !u
  return %r : !t
}
func.func @except_all() -> !t {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %r = molt_df.except all %t, %u : !t, !u
  return %r : !t
}
func.func @except_all_of_itself() -> !u {
  %u = molt_df.source "u" : !u
  %w = molt_df.concat %u, %u, %u : !u, !u, !u
  %r = molt_df.except all %w, %u : !u, !u
  return %r : !u
}
func.func @no_columns() -> !molt_df.table<"n": i64, "m": i64> {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %a = molt_df.project %t [] : !t
  %b = molt_df.project %u [] : !u
  %i = molt_df.intersect all %a, %b : !molt_df.table<>, !molt_df.table<>
  %e = molt_df.except all %a, %b maintain_order : !molt_df.table<>, !molt_df.table<>
  %n = molt_df.aggregate %i by [] of [] -> ["n"] {
    %c = molt_df.count
    molt_df.yield %c : i64
  } : !molt_df.table<>
  %m = molt_df.aggregate %e by [] of [] -> ["m"] {
    %c = molt_df.count
    molt_df.yield %c : i64
  } : !molt_df.table<>
  %r = molt_df.join cross %n, %m : !molt_df.table<"n": i64>, !molt_df.table<"m": i64>
  return %r : !molt_df.table<"n": i64, "m": i64>
}
func.func @drop_all() -> !molt_df.table<"x": i32, "f": f64, "s": !molt_str.utf8> {
  %t = molt_df.source "t" : !t
  %r = molt_df.drop_nulls %t : !t
  return %r : !molt_df.table<"x": i32, "f": f64, "s": !molt_str.utf8>
}
func.func @drop_some() -> !molt_df.table<"x": i32?, "f": f64, "s": !molt_str.utf8> {
  %t = molt_df.source "t" : !t
  %r = molt_df.drop_nulls %t ["s"] : !t
  return %r : !molt_df.table<"x": i32?, "f": f64, "s": !molt_str.utf8>
}
func.func @fill() -> !molt_df.table<"x": i32?, "f": f64, "s": !molt_str.utf8> {
  %t = molt_df.source "t" : !t
  %r = molt_df.fill_null %t ["x"] -> ["s", "x", "f"] {
  ^bb0(%x: !molt_df.nullable<i32>):
    %s = molt_df.constant "none" : !molt_str.utf8
    %y = molt_df.constant null : !molt_df.nullable<i32>
    %f = molt_df.constant 3.5 : f64
    molt_df.yield %s, %y, %f : !molt_str.utf8, !molt_df.nullable<i32>, f64
  } : !t
  return %r : !molt_df.table<"x": i32?, "f": f64, "s": !molt_str.utf8>
}
// Values are computed on every row, also where they are not needed.
func.func @fill_fails() -> !molt_df.table<"x": i32, "f": f64, "s": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.fill_null %t [] -> ["x"] {
    %zero = molt_df.constant 0 : i32
    %one = molt_df.constant 1 : i32
    %q = molt_df.div %one, %zero : i32, i32
    molt_df.yield %q : i32
  } : !t
  return %r : !molt_df.table<"x": i32, "f": f64, "s": !molt_str.utf8?>
}

//--- t.csv
x,f,s
1,0.0,a
,1.5,
1,-0.0,a
2,nan,b
,1.5,
2,nan,c
3,2.5,""
//--- u.csv
x,f,s
1,-0.0,a
2,nan,c
4,,a
4,,a
//--- empty.csv
x,f,s
//--- distinct.rows
x,f,s
1,0,a
,1.5,
2,nan,b
2,nan,c
3,2.5,""
//--- first.rows
x,f,s
1,0,a
,1.5,
2,nan,b
3,2.5,""
//--- last.rows
x,f,s
1,0,a
,1.5,
2,nan,c
3,2.5,""
//--- none.rows
x,f,s
3,2.5,""
//--- one_row.out
x,f,s
3,2.5,""
//--- no_row.out
x,f,s
//--- union.rows
x,f,s
1,0,a
,1.5,
2,nan,b
2,nan,c
3,2.5,""
4,,a
//--- intersect.rows
x,f,s
1,0,a
2,nan,c
//--- except.rows
x,f,s
,1.5,
2,nan,b
3,2.5,""
//--- except_nothing.rows
x,f,s
1,0,a
2,nan,c
4,,a
//--- drop_all.out
x,f,s
1,0,a
1,-0,a
2,nan,b
2,nan,c
3,2.5,""
//--- drop_some.out
x,f,s
1,0,a
1,-0,a
2,nan,b
2,nan,c
3,2.5,""
//--- fill.out
x,f,s
1,0,a
,1.5,none
1,-0,a
2,nan,b
,1.5,none
2,nan,c
3,2.5,""
//--- fill_fails.err
division by zero
//--- intersect_all.rows
x,f,s
1,0,a
1,-0,a
2,nan,c
//--- except_all.rows
x,f,s
,1.5,
1,-0,a
2,nan,b
,1.5,
3,2.5,""
//--- except_all_of_itself.rows
x,f,s
1,-0,a
1,-0,a
2,nan,c
2,nan,c
4,,a
4,,a
4,,a
4,,a
//--- no_columns.out
n,m
4,3
