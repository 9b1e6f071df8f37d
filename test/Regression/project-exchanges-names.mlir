// A project that exchanges the names of two columns of one type was folded away.
// RUN: split-file %s %t && %all-ways %t
// RUN: molt-opt %t/program.mlir --canonicalize | FileCheck %s

// CHECK: molt_df.project %{{.*}} ["b", "a"] -> ["a", "b"]

//--- program.mlir
func.func @main() -> !molt_df.table<"a": i64?, "b": i64?> {
  %0 = molt_df.source "t" : !molt_df.table<"a": i64?, "b": i64?>
  %1 = molt_df.project %0 ["b", "a"] -> ["a", "b"] : !molt_df.table<"a": i64?, "b": i64?>
  return %1 : !molt_df.table<"a": i64?, "b": i64?>
}
//--- t.csv
a,b
1,2
,3
//--- main.rows
a,b
2,1
3,
