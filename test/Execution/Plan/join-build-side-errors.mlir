// The condition of a join fails as it does whichever side is built (join-condition-errors.mlir).
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!a = !molt_df.table<"k": i64, "x": i64>
!b = !molt_df.table<"l": i64, "y": i64>
func.func @inner() -> !molt_df.table<"k": i64, "x": i64, "l": i64, "y": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join inner %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64, "x": i64, "l": i64, "y": i64>
}
func.func @inner_fails() -> !molt_df.table<"k": i64, "x": i64, "l": i64, "y": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "bad" : !b
  %r = molt_df.join inner %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64, "x": i64, "l": i64, "y": i64>
}
func.func @left() -> !molt_df.table<"k": i64, "x": i64, "l": i64?, "y": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join left %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64, "x": i64, "l": i64?, "y": i64?>
}
func.func @left_fails() -> !molt_df.table<"k": i64, "x": i64, "l": i64?, "y": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "bad" : !b
  %r = molt_df.join left %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64, "x": i64, "l": i64?, "y": i64?>
}
func.func @full() -> !molt_df.table<"k": i64?, "x": i64?, "l": i64?, "y": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64?, "x": i64?, "l": i64?, "y": i64?>
}
func.func @full_fails() -> !molt_df.table<"k": i64?, "x": i64?, "l": i64?, "y": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "bad" : !b
  %r = molt_df.join full %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64?, "x": i64?, "l": i64?, "y": i64?>
}
func.func @anti() -> !molt_df.table<"k": i64, "x": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64, "x": i64>
}
func.func @anti_fails() -> !molt_df.table<"k": i64, "x": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "bad" : !b
  %r = molt_df.join anti %a, %b on ["k"] = ["l"] build<left> where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %x, %y : i64, i64
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp eq %q, %three : i64, i64
    molt_df.yield %p : i1
  } : !a, !b
  return %r : !molt_df.table<"k": i64, "x": i64>
}
//--- a.csv
k,x
1,6
2,1
3,8
//--- b.csv
l,y
1,2
3,4
4,0
//--- bad.csv
l,y
1,2
3,0
//--- inner.rows
k,x,l,y
1,6,1,2
//--- inner_fails.err
division by zero
//--- left.rows
k,x,l,y
1,6,1,2
2,1,,
3,8,,
//--- left_fails.err
division by zero
//--- full.rows
k,x,l,y
1,6,1,2
2,1,,
3,8,,
,,3,4
,,4,0
//--- full_fails.err
division by zero
//--- anti.rows
k,x
2,1
3,8
//--- anti_fails.err
division by zero
