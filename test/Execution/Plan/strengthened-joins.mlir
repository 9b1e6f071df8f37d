// Outer joins whose rows without a match are dropped later, or not: the optimizer makes other joins of the
// former. Rows computed by hand.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!a = !molt_df.table<"x": i64, "p": i64?>
!b = !molt_df.table<"y": i64, "q": i64?>
!left = !molt_df.table<"x": i64, "p": i64?, "y": i64?, "q": i64?>
!full = !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>
!groups = !molt_df.table<"q": i64?, "n": i64>
func.func @dropped() -> !left {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %four = molt_df.constant 4 : i64
    %c = molt_df.cmp gt %q, %four : !molt_df.nullable<i64>, i64
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !left
  return %r : !left
}
func.func @kept_by_or() -> !left {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["q", "p"] {
  ^bb0(%q: !molt_df.nullable<i64>, %p: !molt_df.nullable<i64>):
    %four = molt_df.constant 4 : i64
    %thirty = molt_df.constant 30 : i64
    %c = molt_df.cmp gt %q, %four : !molt_df.nullable<i64>, i64
    %d = molt_df.cmp eq %p, %thirty : !molt_df.nullable<i64>, i64
    %e = molt_df.or %c, %d : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %e : !molt_df.nullable<i1>
  } : !left
  return %r : !left
}
func.func @kept_by_coalesce() -> !left {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %six = molt_df.constant 6 : i64
    %hundred = molt_df.constant 100 : i64
    %v = molt_df.coalesce %q, %hundred : !molt_df.nullable<i64>, i64
    %c = molt_df.cmp gt %v, %six : i64, i64
    molt_df.yield %c : i1
  } : !left
  return %r : !left
}
func.func @full_to_left() -> !full {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %j = molt_df.join full %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["p"] {
  ^bb0(%p: !molt_df.nullable<i64>):
    %twenty = molt_df.constant 20 : i64
    %c = molt_df.cmp ge %p, %twenty : !molt_df.nullable<i64>, i64
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !full
  return %r : !full
}
func.func @full_to_right() -> !full {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %j = molt_df.join full %a, %b on ["x"] = ["y"] : !a, !b
  %r = molt_df.filter %j ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %null = molt_df.is_null %q : !molt_df.nullable<i64>
    %c = molt_df.not %null : i1
    molt_df.yield %c : i1
  } : !full
  return %r : !full
}
func.func @groups() -> !groups {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %g = molt_df.aggregate %j by ["q"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !left
  %r = molt_df.filter %g ["q"] {
  ^bb0(%q: !molt_df.nullable<i64>):
    %six = molt_df.constant 6 : i64
    %c = molt_df.cmp lt %q, %six : !molt_df.nullable<i64>, i64
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !groups
  return %r : !groups
}
func.func @next_join() -> !molt_df.table<"x": i64, "q": i64?, "u": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %c = molt_df.source "b" : !b
  %c2 = molt_df.project %c ["y", "q"] -> ["u", "v"] : !b
  %j = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  %k = molt_df.join left %j, %c2 on ["q"] = ["u"] : !left, !molt_df.table<"u": i64, "v": i64?>
  %f = molt_df.filter %k ["v"] {
  ^bb0(%v: !molt_df.nullable<i64>):
    %zero = molt_df.constant 0 : i64
    %p = molt_df.cmp gt %v, %zero : !molt_df.nullable<i64>, i64
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !molt_df.table<"x": i64, "p": i64?, "y": i64?, "q": i64?, "u": i64?, "v": i64?>
  %r = molt_df.project %f ["x", "q", "u"] : !molt_df.table<"x": i64, "p": i64?, "y": i64?, "q": i64?, "u": i64?, "v": i64?>
  return %r : !molt_df.table<"x": i64, "q": i64?, "u": i64?>
}
//--- a.csv
x,p
1,10
2,20
3,30
4,
//--- b.csv
y,q
1,5
1,
2,7
5,1
//--- dropped.rows
x,p,y,q
1,10,1,5
2,20,2,7
//--- kept_by_or.rows
x,p,y,q
1,10,1,5
2,20,2,7
3,30,,
//--- kept_by_coalesce.rows
x,p,y,q
1,10,1,
2,20,2,7
3,30,,
4,,,
//--- full_to_left.rows
x,p,y,q
2,20,2,7
3,30,,
//--- full_to_right.rows
x,p,y,q
1,10,1,5
2,20,2,7
,,5,1
//--- groups.rows
q,n
5,1
//--- next_join.rows
x,q,u
1,5,5
