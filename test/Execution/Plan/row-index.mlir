// with_row_index: numbers in the order of the input, also behind filters, sorts and unions, whoever counts.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": i32?, "s": !molt_str.utf8>
!n = !molt_df.table<"x": i32?, "s": !molt_str.utf8, "n": i64>
func.func @source() -> !n {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_row_index %t -> "n" : !t
  return %r : !n
}
func.func @filtered() -> !n {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: !molt_df.nullable<i32>):
    %c = molt_df.constant 3 : i32
    %p = molt_df.cmp ge %x, %c : !molt_df.nullable<i32>, i32
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  %r = molt_df.with_row_index %f -> "n" : !t
  return %r : !n
}
func.func @sorted() -> !n {
  %t = molt_df.source "t" : !t
  %c = molt_df.concat %t, %t : !t, !t
  %s = molt_df.sort %c by ["x" desc] : !t
  %r = molt_df.with_row_index %s -> "n" : !t
  return %r : !n
}
// Only the numbers are read: those of a limit are its own.
func.func @numbers() -> !molt_df.table<"sum": i64?, "rows": i64> {
  %t = molt_df.source "t" : !t
  %l = molt_df.limit %t, 4 offset 2 : !t
  %r = molt_df.with_row_index %l -> "n" : !t
  %a = molt_df.aggregate %r by [] of ["n"] -> ["sum", "rows"] {
  ^bb0(%n: i64):
    %s = molt_df.sum %n : i64
    %c = molt_df.count
    molt_df.yield %s, %c : !molt_df.nullable<i64>, i64
  } : !n
  return %a : !molt_df.table<"sum": i64?, "rows": i64>
}
func.func @empty() -> !n {
  %t = molt_df.source "empty" : !t
  %r = molt_df.with_row_index %t -> "n" : !t
  return %r : !n
}
func.func @no_columns() -> !molt_df.table<"n": i64> {
  %t = molt_df.source "t" : !t
  %p = molt_df.project %t [] : !t
  %r = molt_df.with_row_index %p -> "n" : !molt_df.table<>
  return %r : !molt_df.table<"n": i64>
}
// Whatever they are, the numbers of `monotonic` are not negative and give the order back.
func.func @monotonic() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_row_index monotonic %t -> "n" : !t
  %d = molt_df.aggregate %r by ["n"] of ["x", "s"] -> ["x", "s"] {
  ^bb0(%x: !molt_df.nullable<i32>, %s: !molt_str.utf8):
    %a = molt_df.first %x : !molt_df.nullable<i32>
    %b = molt_df.min %s : !molt_str.utf8
    molt_df.yield %a, %b : !molt_df.nullable<i32>, !molt_df.nullable<!molt_str.utf8>
  } : !n
  %f = molt_df.filter %d ["n"] {
  ^bb0(%n: i64):
    %z = molt_df.constant 0 : i64
    %p = molt_df.cmp ge %n, %z : i64, i64
    molt_df.yield %p : i1
  } : !molt_df.table<"n": i64, "x": i32?, "s": !molt_str.utf8?>
  %o = molt_df.sort %f by ["n"] : !molt_df.table<"n": i64, "x": i32?, "s": !molt_str.utf8?>
  %g = molt_df.drop_nulls %o ["s"] : !molt_df.table<"n": i64, "x": i32?, "s": !molt_str.utf8?>
  %p = molt_df.project %g ["x", "s"] : !molt_df.table<"n": i64, "x": i32?, "s": !molt_str.utf8>
  return %p : !t
}

//--- t.csv
x,s
5,a
,b
3,c
2,d
7,e
3,f
1,g
3,h
//--- empty.csv
x,s
//--- source.out
x,s,n
5,a,0
,b,1
3,c,2
2,d,3
7,e,4
3,f,5
1,g,6
3,h,7
//--- filtered.out
x,s,n
5,a,0
3,c,1
7,e,2
3,f,3
3,h,4
//--- sorted.out
x,s,n
7,e,0
7,e,1
5,a,2
5,a,3
3,c,4
3,f,5
3,h,6
3,c,7
3,f,8
3,h,9
2,d,10
2,d,11
1,g,12
1,g,13
,b,14
,b,15
//--- numbers.out
sum,rows
6,4
//--- empty.out
x,s,n
//--- no_columns.out
n
0
1
2
3
4
5
6
7
//--- monotonic.out
x,s
5,a
,b
3,c
2,d
7,e
3,f
1,g
3,h
