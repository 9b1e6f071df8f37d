// A float plus an integer constant 0 folded to the float, but -0 + 0 is +0. Found by
// random programs.
// RUN: split-file %s %t && %all-ways %t
// RUN: molt-opt %t/program.mlir --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @sum
// CHECK: molt_df.add
// A difference is the float itself: -0 - 0 is -0.
// CHECK-NOT: molt_df.sub

//--- program.mlir
!t = !molt_df.table<"x": f64?>
func.func @sum() -> !molt_df.table<"x": f64?, "sum": f64?, "difference": f64?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["x"] -> ["sum", "difference"] {
  ^bb0(%x: !molt_df.nullable<f64>):
    %zero = molt_df.constant 0 : i8
    %sum = molt_df.add %x, %zero : !molt_df.nullable<f64>, i8
    %difference = molt_df.sub %x, %zero : !molt_df.nullable<f64>, i8
    molt_df.yield %sum, %difference : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %r : !molt_df.table<"x": f64?, "sum": f64?, "difference": f64?>
}
//--- t.csv
x
-0.0
0.0
1.5

//--- sum.out
x,sum,difference
-0,0,-0
0,0,0
1.5,1.5,1.5
,,
