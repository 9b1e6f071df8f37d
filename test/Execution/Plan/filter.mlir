// filter: what is kept, order, selectivities around whole vectors, filters in a row, masks of failing
// expressions.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!n = !molt_df.table<"x": i32, "s": !molt_str.utf8>
func.func @none() -> !n {
  %t = molt_df.source "numbers" : !n
  %r = molt_df.filter %t [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !n
  return %r : !n
}
func.func @null() -> !n {
  %t = molt_df.source "numbers" : !n
  %r = molt_df.filter %t [] {
    %no = molt_df.constant null : !molt_df.nullable<i1>
    molt_df.yield %no : !molt_df.nullable<i1>
  } : !n
  return %r : !n
}
func.func @all() -> !n {
  %t = molt_df.source "numbers" : !n
  %r = molt_df.filter %t ["x"] {
  ^bb0(%x: i32):
    %p = molt_df.cmp eq %x, %x : i32, i32
    molt_df.yield %p : i1
  } : !n
  return %r : !n
}
func.func @last() -> !n {
  %t = molt_df.source "numbers" : !n
  %r = molt_df.filter %t ["x"] {
  ^bb0(%x: i32):
    %c = molt_df.constant 17 : i32
    %p = molt_df.cmp ge %x, %c : i32, i32
    molt_df.yield %p : i1
  } : !n
  return %r : !n
}
// Two filters and a column between them: the division sees the rows of the first only.
func.func @guard() -> !molt_df.table<"x": i32, "q": i32> {
  %t = molt_df.source "numbers" : !n
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: i32):
    %zero = molt_df.constant 0 : i32
    %p = molt_df.cmp ne %x, %zero : i32, i32
    molt_df.yield %p : i1
  } : !n
  %w = molt_df.with_columns %f ["x"] -> ["q"] {
  ^bb0(%x: i32):
    %c = molt_df.constant 100 : i32
    %q = molt_df.div %c, %x : i32, i32
    molt_df.yield %q : i32
  } : !n
  %g = molt_df.filter %w ["q"] {
  ^bb0(%q: i32):
    %c = molt_df.constant 7 : i32
    %p = molt_df.cmp le %q, %c : i32, i32
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i32, "s": !molt_str.utf8, "q": i32>
  %r = molt_df.project %g ["x", "q"] : !molt_df.table<"x": i32, "s": !molt_str.utf8, "q": i32>
  return %r : !molt_df.table<"x": i32, "q": i32>
}
// A condition that fails for rows which an earlier filter drops.
func.func @guarded_condition() -> !molt_df.table<"x": i32> {
  %t = molt_df.source "numbers" : !n
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: i32):
    %zero = molt_df.constant 0 : i32
    %p = molt_df.cmp gt %x, %zero : i32, i32
    molt_df.yield %p : i1
  } : !n
  %g = molt_df.filter %f ["x"] {
  ^bb0(%x: i32):
    %c = molt_df.constant 20 : i32
    %q = molt_df.div %c, %x : i32, i32
    %e = molt_df.cmp gt %q, %x : i32, i32
    molt_df.yield %e : i1
  } : !n
  %r = molt_df.project %g ["x"] : !n
  return %r : !molt_df.table<"x": i32>
}

//--- numbers.csv
x,s
1,one
0,zero
-1,minus one
2,two
3,three
4,four
5,five
6,six
7,seven
8,eight
9,nine
10,ten
11,eleven
12,twelve
13,thirteen of them
14,fourteen of them
15,fifteen
16,sixteen
17,seventeen or so
//--- none.out
x,s
//--- null.out
x,s
//--- all.out
x,s
1,one
0,zero
-1,minus one
2,two
3,three
4,four
5,five
6,six
7,seven
8,eight
9,nine
10,ten
11,eleven
12,twelve
13,thirteen of them
14,fourteen of them
15,fifteen
16,sixteen
17,seventeen or so
//--- last.out
x,s
17,seventeen or so
//--- guard.out
x,q
-1,-100
13,7
14,7
15,6
16,6
17,5
//--- guarded_condition.out
x
1
2
3
4
