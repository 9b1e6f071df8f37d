// A null key is no zero, whatever is stored for it: with nulls that are equal, and with rows that stay
// without a match, on either side. Rows computed by hand.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!a = !molt_df.table<"x": i64?, "p": i64>
!b = !molt_df.table<"y": i64?, "q": i64>
!c = !molt_df.table<"z": i64>
func.func @inner() -> !molt_df.table<"x": i64?, "p": i64, "y": i64?, "q": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join %a, %b on ["x"] = ["y"] null_equal : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": i64, "y": i64?, "q": i64>
}
func.func @semi() -> !a {
  %a = molt_df.source "a" : !a
  %c = molt_df.source "zero" : !c
  %r = molt_df.join semi %a, %c on ["x"] = ["z"] null_equal : !a, !c
  return %r : !a
}
func.func @semi_left() -> !a {
  %a = molt_df.source "a" : !a
  %c = molt_df.source "zero" : !c
  %r = molt_df.join semi %a, %c on ["x"] = ["z"] null_equal build<left> : !a, !c
  return %r : !a
}
func.func @anti() -> !a {
  %a = molt_df.source "a" : !a
  %c = molt_df.source "zero" : !c
  %r = molt_df.join anti %a, %c on ["x"] = ["z"] : !a, !c
  return %r : !a
}
func.func @anti_left() -> !a {
  %a = molt_df.source "a" : !a
  %c = molt_df.source "zero" : !c
  %r = molt_df.join anti %a, %c on ["x"] = ["z"] build<left> : !a, !c
  return %r : !a
}
func.func @left() -> !molt_df.table<"x": i64?, "p": i64, "z": i64?> {
  %a = molt_df.source "a" : !a
  %c = molt_df.source "zero" : !c
  %r = molt_df.join left %a, %c on ["x"] = ["z"] build<left> : !a, !c
  return %r : !molt_df.table<"x": i64?, "p": i64, "z": i64?>
}
func.func @full() -> !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>
}
//--- a.csv
x,p
0,1
,2
3,3
//--- b.csv
y,q
0,10
,20
//--- zero.csv
z
0
//--- inner.rows
x,p,y,q
0,1,0,10
,2,,20
//--- semi.rows
x,p
0,1
//--- semi_left.rows
x,p
0,1
//--- anti.rows
x,p
,2
3,3
//--- anti_left.rows
x,p
,2
3,3
//--- left.rows
x,p,z
0,1,0
,2,
3,3,
//--- full.rows
x,p,y,q
0,1,0,10
,2,,
3,3,,
,,,20
