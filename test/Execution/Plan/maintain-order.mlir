// maintain_order: results in the order of rows of the input, whatever threads, batches and hashes there are.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": i32?, "x": i64, "f": f64>
!u = !molt_df.table<"j": i32?, "y": i64>
!b = !molt_df.table<"k": i32?, "x": i64, "j": i32?, "y": i64>
!l = !molt_df.table<"k": i32?, "x": i64, "j": i32?, "y": i64?>
!r = !molt_df.table<"k": i32?, "x": i64?, "j": i32?, "y": i64>
!f = !molt_df.table<"k": i32?, "x": i64?, "j": i32?, "y": i64?>
!k = !molt_df.table<"k": i32?>
!i = !molt_df.nullable<i64>

// Groups by their first rows.
func.func @group() -> !molt_df.table<"k": i32?, "n": i64, "m": i64?> {
  %t = molt_df.source "t" : !t
  %g = molt_df.aggregate %t by ["k"] maintain_order of ["x"] -> ["n", "m"] {
  ^bb0(%x: i64):
    %n = molt_df.count
    %m = molt_df.last %x : i64
    molt_df.yield %n, %m : i64, !i
  } : !t
  return %g : !molt_df.table<"k": i32?, "n": i64, "m": i64?>
}
func.func @group_without_nulls() -> !molt_df.table<"k": i32?, "n": i64, "d": i64> {
  %t = molt_df.source "t" : !t
  %g = molt_df.aggregate %t by ["k"] drop_null_keys maintain_order of ["f"] -> ["n", "d"] {
  ^bb0(%f: f64):
    %n = molt_df.count
    %d = molt_df.count_distinct %f : f64
    molt_df.yield %n, %d : i64, i64
  } : !t
  return %g : !molt_df.table<"k": i32?, "n": i64, "d": i64>
}
func.func @group_of_nothing() -> !molt_df.table<"n": i64> {
  %t = molt_df.source "empty" : !t
  %g = molt_df.aggregate %t by [] maintain_order of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %g : !molt_df.table<"n": i64>
}
// It is the order of the input, not of the source.
func.func @group_sorted() -> !k {
  %t = molt_df.source "t" : !t
  %s = molt_df.sort %t by ["x" desc] : !t
  %g = molt_df.aggregate %s by ["k"] maintain_order of [] -> [] {
    molt_df.yield
  } : !t
  %l = molt_df.limit %g, 2 : !k
  return %l : !k
}
func.func @distinct_any() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on ["k"] maintain_order : !t
  return %r : !t
}
func.func @distinct_last() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on ["k"] keep last maintain_order : !t
  return %r : !t
}
func.func @distinct_none() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.distinct %t on ["f"] keep none maintain_order : !t
  return %r : !t
}
func.func @union() -> !k {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["k"] : !t
  %u = molt_df.source "u" : !u
  %b = molt_df.project %u ["j"] -> ["k"] : !u
  %r = molt_df.union %b, %a maintain_order : !k, !k
  return %r : !k
}
func.func @intersect() -> !k {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["k"] : !t
  %u = molt_df.source "u" : !u
  %b = molt_df.project %u ["j"] -> ["k"] : !u
  %r = molt_df.intersect %a, %b maintain_order : !k, !k
  return %r : !k
}
func.func @intersect_all() -> !k {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["k"] : !t
  %u = molt_df.source "u" : !u
  %b = molt_df.project %u ["j"] -> ["k"] : !u
  %r = molt_df.intersect all %a, %b maintain_order : !k, !k
  return %r : !k
}
func.func @except_all() -> !k {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["k"] : !t
  %u = molt_df.source "u" : !u
  %b = molt_df.project %u ["j"] -> ["k"] : !u
  %r = molt_df.except all %a, %b maintain_order : !k, !k
  return %r : !k
}
func.func @except() -> !k {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["k"] : !t
  %u = molt_df.source "u" : !u
  %b = molt_df.project %u ["j"] -> ["k"] : !u
  %r = molt_df.except %b, %a maintain_order : !k, !k
  return %r : !k
}
func.func @window() -> !molt_df.table<"k": i32?, "x": i64, "n": i64, "s": i64?> {
  %t = molt_df.source "t" : !t
  %w = molt_df.window %t by ["k"] order ["x" desc] frame <rows unbounded to 0> maintain_order of ["x"] -> ["n", "s"] {
  ^bb0(%x: i64):
    %n = molt_df.row_number
    %s = molt_df.sum %x : i64
    molt_df.yield %n, %s : i64, !i
  } : !t
  %r = molt_df.project %w ["k", "x", "n", "s"] : !molt_df.table<"k": i32?, "x": i64, "f": f64, "n": i64, "s": i64?>
  return %r : !molt_df.table<"k": i32?, "x": i64, "n": i64, "s": i64?>
}
// Of left rows in their order, the right ones in theirs.
func.func @inner() -> !b {
  %a = molt_df.source "t" : !t
  %t = molt_df.project %a ["k", "x"] : !t
  %u = molt_df.source "u" : !u
  %j = molt_df.join %t, %u on ["k"] = ["j"] maintain_order : !molt_df.table<"k": i32?, "x": i64>, !u
  return %j : !b
}
func.func @left() -> !l {
  %a = molt_df.source "t" : !t
  %t = molt_df.project %a ["k", "x"] : !t
  %u = molt_df.source "u" : !u
  %j = molt_df.join left %t, %u on ["k"] = ["j"] maintain_order : !molt_df.table<"k": i32?, "x": i64>, !u
  return %j : !l
}
// Right rows in their order, the left ones in theirs.
func.func @right() -> !r {
  %a = molt_df.source "t" : !t
  %t = molt_df.project %a ["k", "x"] : !t
  %u = molt_df.source "u" : !u
  %j = molt_df.join right %t, %u on ["k"] = ["j"] maintain_order : !molt_df.table<"k": i32?, "x": i64>, !u
  return %j : !r
}
func.func @full() -> !f {
  %a = molt_df.source "t" : !t
  %t = molt_df.project %a ["k", "x"] : !t
  %u = molt_df.source "u" : !u
  %j = molt_df.join full %t, %u on ["k"] = ["j"] null_equal maintain_order where ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %c = molt_df.cmp ne %x, %y : i64, i64
    molt_df.yield %c : i1
  } : !molt_df.table<"k": i32?, "x": i64>, !u
  return %j : !f
}
func.func @semi() -> !t {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %j = molt_df.join semi %t, %u on ["k"] = ["j"] maintain_order : !t, !u
  return %j : !t
}
func.func @anti() -> !t {
  %t = molt_df.source "t" : !t
  %u = molt_df.source "u" : !u
  %j = molt_df.join anti %t, %u on ["k"] = ["j"] maintain_order : !t, !u
  return %j : !t
}
func.func @cross() -> !molt_df.table<"x": i64, "y": i64> {
  %a = molt_df.source "t" : !t
  %l = molt_df.limit %a, 3 : !t
  %t = molt_df.project %l ["x"] : !t
  %b = molt_df.source "u" : !u
  %m = molt_df.limit %b, 2 : !u
  %u = molt_df.project %m ["y"] : !u
  %j = molt_df.join cross %t, %u maintain_order : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
  return %j : !molt_df.table<"x": i64, "y": i64>
}

//--- t.csv
k,x,f
3,10,0.0
1,20,1.5
,30,-0.0
3,40,nan
2,50,2.5
1,60,nan
3,70,7.0
,80,9.0
//--- u.csv
j,y
1,100
3,70
3,101
7,102
,30
3,103
7,104
,105
//--- empty.csv
k,x,f
//--- group.out
k,n,m
3,3,70
1,2,60
,2,80
2,1,50
//--- group_without_nulls.out
k,n,d
3,3,3
1,2,2
2,1,1
//--- group_of_nothing.out
n
0
//--- group_sorted.out
k

3
//--- distinct_any.out
k,x,f
3,10,0
1,20,1.5
,30,-0
2,50,2.5
//--- distinct_last.out
k,x,f
2,50,2.5
1,60,nan
3,70,7
,80,9
//--- distinct_none.out
k,x,f
1,20,1.5
2,50,2.5
3,70,7
,80,9
//--- union.out
k
1
3
7

2
//--- intersect.out
k
3
1

//--- intersect_all.out
k
3
1

3
3

//--- except_all.out
k
2
1
//--- except.out
k
7
//--- window.out
k,x,n,s
3,10,3,120
1,20,2,80
,30,2,110
3,40,2,110
2,50,1,50
1,60,1,60
3,70,1,70
,80,1,80
//--- inner.out
k,x,j,y
3,10,3,70
3,10,3,101
3,10,3,103
1,20,1,100
3,40,3,70
3,40,3,101
3,40,3,103
1,60,1,100
3,70,3,70
3,70,3,101
3,70,3,103
//--- left.out
k,x,j,y
3,10,3,70
3,10,3,101
3,10,3,103
1,20,1,100
,30,,
3,40,3,70
3,40,3,101
3,40,3,103
2,50,,
1,60,1,100
3,70,3,70
3,70,3,101
3,70,3,103
,80,,
//--- right.out
k,x,j,y
1,20,1,100
1,60,1,100
3,10,3,70
3,40,3,70
3,70,3,70
3,10,3,101
3,40,3,101
3,70,3,101
,,7,102
,,,30
3,10,3,103
3,40,3,103
3,70,3,103
,,7,104
,,,105
//--- full.out
k,x,j,y
3,10,3,70
3,10,3,101
3,10,3,103
1,20,1,100
,30,,105
3,40,3,70
3,40,3,101
3,40,3,103
2,50,,
1,60,1,100
3,70,3,101
3,70,3,103
,80,,30
,80,,105
,,7,102
,,7,104
//--- semi.out
k,x,f
3,10,0
1,20,1.5
3,40,nan
1,60,nan
3,70,7
//--- anti.out
k,x,f
,30,-0
2,50,2.5
,80,9
//--- cross.out
x,y
10,100
10,70
20,100
20,70
30,100
30,70
