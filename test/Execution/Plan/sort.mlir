// sort, top_k and limit: directions, null placement, stability, all kinds of keys, ranges.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"n": i32, "k": i32?, "f": f64, "s": !molt_str.utf8?, "b": i1, "d": !molt_df.decimal<38, 1>, "u": ui64, "e": !molt_df.date32?>
!nk = !molt_df.table<"n": i32, "k": i32?>
func.func @ascending() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["k"] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @ascending_nulls_first() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["k" nulls_first] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @descending() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["k" desc] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @descending_nulls_first() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["k" desc nulls_first] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @floats() -> !molt_df.table<"f": f64, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["f"] : !t
  %o = molt_df.project %r ["f", "n"] : !t
  return %o : !molt_df.table<"f": f64, "n": i32>
}
func.func @floats_descending() -> !molt_df.table<"f": f64, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["f" desc] : !t
  %o = molt_df.project %r ["f", "n"] : !t
  return %o : !molt_df.table<"f": f64, "n": i32>
}
func.func @strings() -> !molt_df.table<"s": !molt_str.utf8?, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["s"] : !t
  %o = molt_df.project %r ["s", "n"] : !t
  return %o : !molt_df.table<"s": !molt_str.utf8?, "n": i32>
}
func.func @strings_descending() -> !molt_df.table<"s": !molt_str.utf8?, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["s" desc nulls_first] : !t
  %o = molt_df.project %r ["s", "n"] : !t
  return %o : !molt_df.table<"s": !molt_str.utf8?, "n": i32>
}
func.func @several() -> !molt_df.table<"b": i1, "e": !molt_df.date32?, "u": ui64, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["b" desc, "e" nulls_first, "u" desc] : !t
  %o = molt_df.project %r ["b", "e", "u", "n"] : !t
  return %o : !molt_df.table<"b": i1, "e": !molt_df.date32?, "u": ui64, "n": i32>
}
func.func @decimals() -> !molt_df.table<"d": !molt_df.decimal<38, 1>, "u": ui64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["d", "u"] : !t
  %o = molt_df.project %r ["d", "u"] : !t
  return %o : !molt_df.table<"d": !molt_df.decimal<38, 1>, "u": ui64>
}

// The first rows of the sorted table, ties in the order of the input.
func.func @top_3() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 3 by ["k"] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @top_5_nulls_first() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 5 by ["k" desc nulls_first] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @top_0() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 0 by ["k"] : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @top_all() -> !molt_df.table<"s": !molt_str.utf8?, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 1000000000000 by ["s"] : !t
  %o = molt_df.project %r ["s", "n"] : !t
  return %o : !molt_df.table<"s": !molt_str.utf8?, "n": i32>
}
func.func @top_string() -> !molt_df.table<"s": !molt_str.utf8?, "n": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 2 by ["s" desc, "n" desc] : !t
  %o = molt_df.project %r ["s", "n"] : !t
  return %o : !molt_df.table<"s": !molt_str.utf8?, "n": i32>
}

func.func @limit_3() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.limit %t, 3 : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @limit_offset() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.limit %t, 4 offset 5 : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @limit_0() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.limit %t, 0 : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @limit_beyond() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.limit %t, 9223372036854775807 offset 9 : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
func.func @offset_beyond() -> !nk {
  %t = molt_df.source "t" : !t
  %r = molt_df.limit %t, 5 offset 100 : !t
  %o = molt_df.project %r ["n", "k"] : !t
  return %o : !nk
}
// limit, then a filter: the filter sees the limited rows only.
func.func @limit_filter() -> !nk {
  %t = molt_df.source "t" : !t
  %l = molt_df.limit %t, 6 offset 1 : !t
  %f = molt_df.filter %l ["k"] {
  ^bb0(%k: !molt_df.nullable<i32>):
    %c = molt_df.constant 2 : i32
    %p = molt_df.cmp eq %k, %c : !molt_df.nullable<i32>, i32
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  %o = molt_df.project %f ["n", "k"] : !t
  return %o : !nk
}
// A filter, a sort, a range of it, grouped.
func.func @sort_limit_group() -> !molt_df.table<"b": i1, "rows": i64, "last": i32?> {
  %t = molt_df.source "t" : !t
  %s = molt_df.sort %t by ["n" desc] : !t
  %l = molt_df.limit %s, 6 offset 2 : !t
  %r = molt_df.aggregate %l by ["b"] of ["n"] -> ["rows", "last"] {
  ^bb0(%n: i32):
    %rows = molt_df.count
    %last = molt_df.max %n : i32
    molt_df.yield %rows, %last : i64, !molt_df.nullable<i32>
  } : !t
  %o = molt_df.sort %r by ["b"] : !molt_df.table<"b": i1, "rows": i64, "last": i32?>
  return %o : !molt_df.table<"b": i1, "rows": i64, "last": i32?>
}
// Sorted twice: the second sort is stable, so the first decides among equals.
func.func @stable() -> !molt_df.table<"b": i1, "n": i32> {
  %t = molt_df.source "t" : !t
  %s = molt_df.sort %t by ["n" desc] : !t
  %r = molt_df.sort %s by ["b"] : !t
  %o = molt_df.project %r ["b", "n"] : !t
  return %o : !molt_df.table<"b": i1, "n": i32>
}

//--- t.csv
n,k,f,s,b,d,u,e
1,2,0,banana,true,10,0,2024-01-01
2,,nan,,false,-99999999999999999999999999999999999.9,18446744073709551615,
3,1,-0.0,apple,true,10.0,9223372036854775808,1969-12-31
4,2,inf,"",false,0,1,2024-01-01
5,-2147483648,-inf,a string of more than twelve bytes,true,-0.1,5,
6,2147483647,1e-300,a string of more than twelve,false,99999999999999999999999999999999999.9,5,0001-01-01
7,,nan,étude,true,0,2,2024-01-01
8,2,-1,zebra,true,0,1,1969-12-31
9,1,0,,false,-0.1,4,
10,0,-1e-300,日本,false,0,1,2024-01-01
//--- ascending.out
n,k
5,-2147483648
10,0
3,1
9,1
1,2
4,2
8,2
6,2147483647
2,
7,
//--- ascending_nulls_first.out
n,k
2,
7,
5,-2147483648
10,0
3,1
9,1
1,2
4,2
8,2
6,2147483647
//--- descending.out
n,k
6,2147483647
1,2
4,2
8,2
3,1
9,1
10,0
5,-2147483648
2,
7,
//--- descending_nulls_first.out
n,k
2,
7,
6,2147483647
1,2
4,2
8,2
3,1
9,1
10,0
5,-2147483648
//--- floats.out
f,n
-inf,5
-1,8
-1e-300,10
0,1
-0,3
0,9
1e-300,6
inf,4
nan,2
nan,7
//--- floats_descending.out
f,n
nan,2
nan,7
inf,4
1e-300,6
0,1
-0,3
0,9
-1e-300,10
-1,8
-inf,5
//--- strings.out
s,n
"",4
a string of more than twelve,6
a string of more than twelve bytes,5
apple,3
banana,1
zebra,8
étude,7
日本,10
,2
,9
//--- strings_descending.out
s,n
,2
,9
日本,10
étude,7
zebra,8
banana,1
apple,3
a string of more than twelve bytes,5
a string of more than twelve,6
"",4
//--- several.out
b,e,u,n
true,,5,5
true,1969-12-31,9223372036854775808,3
true,1969-12-31,1,8
true,2024-01-01,2,7
true,2024-01-01,0,1
false,,18446744073709551615,2
false,,4,9
false,0001-01-01,5,6
false,2024-01-01,1,4
false,2024-01-01,1,10
//--- decimals.out
d,u
-99999999999999999999999999999999999.9,18446744073709551615
-0.1,4
-0.1,5
0.0,1
0.0,1
0.0,1
0.0,2
10.0,0
10.0,9223372036854775808
99999999999999999999999999999999999.9,5
//--- top_3.out
n,k
5,-2147483648
10,0
3,1
//--- top_5_nulls_first.out
n,k
2,
7,
6,2147483647
1,2
4,2
//--- top_0.out
n,k
//--- top_all.out
s,n
"",4
a string of more than twelve,6
a string of more than twelve bytes,5
apple,3
banana,1
zebra,8
étude,7
日本,10
,2
,9
//--- top_string.out
s,n
日本,10
étude,7
//--- limit_3.out
n,k
1,2
2,
3,1
//--- limit_offset.out
n,k
6,2147483647
7,
8,2
9,1
//--- limit_0.out
n,k
//--- limit_beyond.out
n,k
10,0
//--- offset_beyond.out
n,k
//--- limit_filter.out
n,k
4,2
//--- sort_limit_group.out
b,rows,last
false,2,6
true,4,8
//--- stable.out
b,n
false,10
false,9
false,6
false,4
false,2
true,8
true,7
true,5
true,3
true,1
