// concat: rows in the order of the tables and within each, nullability of any table; empty tables; the same
// table twice. Tables with several uses, which are computed once.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!a = !molt_df.table<"x": i64, "s": !molt_str.utf8?>
!b = !molt_df.table<"y": i64?, "t": !molt_str.utf8>
!c = !molt_df.table<"x": i64?, "s": !molt_str.utf8>
!r = !molt_df.table<"x": i64?, "s": !molt_str.utf8?>
func.func @in_order() -> !r {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %c = molt_df.project %b ["y", "t"] -> ["x", "s"] : !b
  %r = molt_df.concat %c, %a, %c : !c, !a, !c
  return %r : !r
}
func.func @limited() -> !r {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %c = molt_df.project %b ["y", "t"] -> ["x", "s"] : !b
  %u = molt_df.concat %a, %c : !a, !c
  %r = molt_df.limit %u, 3 offset 2 : !r
  return %r : !r
}
// A condition that is the same for all tables goes below, one on a column that is nullable in some only stays.
func.func @filtered() -> !r {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %c = molt_df.project %b ["y", "t"] -> ["x", "s"] : !b
  %u = molt_df.concat %a, %c, %a : !a, !c, !a
  %r = molt_df.filter %u ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %two = molt_df.constant 2 : i64
    %k = molt_df.cmp ge %x, %two : !molt_df.nullable<i64>, i64
    molt_df.yield %k : !molt_df.nullable<i1>
  } : !r
  return %r : !r
}
func.func @empty() -> !a {
  %a = molt_df.source "a" : !a
  %none = molt_df.filter %a [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !a
  %r = molt_df.concat %none, %none : !a, !a
  return %r : !a
}
// Only the number of rows is wanted.
func.func @count() -> !molt_df.table<"n": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %c = molt_df.project %b ["y", "t"] -> ["x", "s"] : !b
  %u = molt_df.concat %a, %c : !a, !c
  %r = molt_df.aggregate %u by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !r
  return %r : !molt_df.table<"n": i64>
}
// An aggregation with two uses; each row with the share of its group.
!g = !molt_df.table<"s": !molt_str.utf8?, "sum": i64?>
func.func @shared() -> !molt_df.table<"s": !molt_str.utf8?, "sum": i64?, "total": i64?> {
  %a = molt_df.source "a" : !a
  %g = molt_df.aggregate %a by ["s"] of ["x"] -> ["sum"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !a
  %t = molt_df.aggregate %g by [] of ["sum"] -> ["total"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %s = molt_df.sum %x : !molt_df.nullable<i64>
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !g
  %r = molt_df.join cross %g, %t : !g, !molt_df.table<"total": i64?>
  return %r : !molt_df.table<"s": !molt_str.utf8?, "sum": i64?, "total": i64?>
}
// A sorted table with two uses keeps its order in both.
func.func @shared_order() -> !a {
  %a = molt_df.source "a" : !a
  %s = molt_df.sort %a by ["x" desc] : !a
  %first = molt_df.limit %s, 2 : !a
  %r = molt_df.concat %first, %s : !a, !a
  return %r : !a
}

//--- a.csv
x,s
1,one
2,
3,three and more than twelve bytes
1,one
//--- b.csv
y,t
,null
20,twenty
//--- in_order.rows
x,s
,null
20,twenty
1,one
2,
3,three and more than twelve bytes
1,one
,null
20,twenty
//--- limited.rows
x,s
3,three and more than twelve bytes
1,one
,null
//--- filtered.rows
x,s
2,
3,three and more than twelve bytes
20,twenty
2,
3,three and more than twelve bytes
//--- empty.rows
x,s
//--- count.rows
n
6
//--- shared.rows
s,sum,total
one,2,7
,2,7
three and more than twelve bytes,3,7
//--- shared_order.rows
x,s
3,three and more than twelve bytes
2,
3,three and more than twelve bytes
2,
1,one
1,one
