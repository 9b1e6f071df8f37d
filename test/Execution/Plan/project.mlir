// project: selection, order, renaming, a column twice, no columns are lost in between.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"a": i64, "b": !molt_str.utf8?, "c": f64>
func.func @reorder() -> !molt_df.table<"c": f64, "a": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.project %t ["c", "a"] : !t
  return %r : !molt_df.table<"c": f64, "a": i64>
}
func.func @rename() -> !molt_df.table<"x": !molt_str.utf8?, "y": i64, "z": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.project %t ["b", "a", "b"] -> ["x", "y", "z"] : !t
  return %r : !molt_df.table<"x": !molt_str.utf8?, "y": i64, "z": !molt_str.utf8?>
}
func.func @swap() -> !molt_df.table<"c": i64, "a": f64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.project %t ["a", "c"] -> ["c", "a"] : !t
  return %r : !molt_df.table<"c": i64, "a": f64>
}
func.func @chain() -> !molt_df.table<"q": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.project %t ["c", "a"] -> ["a", "p"] : !t
  %s = molt_df.project %r ["p"] -> ["q"] : !molt_df.table<"a": f64, "p": i64>
  return %s : !molt_df.table<"q": i64>
}

//--- t.csv
a,b,c
1,x,1.5
2,,-2
3,"",nan
//--- reorder.out
c,a
1.5,1
-2,2
nan,3
//--- rename.out
x,y,z
x,1,x
,2,
"",3,""
//--- swap.out
c,a
1,1.5
2,-2
3,nan
//--- chain.out
q
1
2
3
