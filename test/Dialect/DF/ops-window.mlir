// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

!t = !molt_df.table<"k": i32, "x": f64?>

// CHECK-LABEL: func @window
func.func @window(%t: !t) -> !molt_df.table<"k": i32, "x": f64?, "a": i64, "b": i64, "c": i64, "d": f64, "e": f64, "f": i64, "g": i64> {
  // CHECK: molt_df.window %{{.*}} by ["k"] order ["x" desc nulls_first] of [] -> ["a", "b", "c", "d", "e", "f", "g"] {
  %0 = molt_df.window %t by ["k"] order ["x" desc nulls_first] of [] -> ["a", "b", "c", "d", "e", "f", "g"] {
    // CHECK: molt_df.row_number
    %a = molt_df.row_number
    // CHECK: molt_df.rank
    %b = molt_df.rank
    // CHECK: molt_df.dense_rank
    %c = molt_df.dense_rank
    // CHECK: molt_df.percent_rank
    %d = molt_df.percent_rank
    // CHECK: molt_df.cume_dist
    %e = molt_df.cume_dist
    // CHECK: molt_df.ntile 4
    %f = molt_df.ntile 4
    // CHECK: molt_df.partition_size
    %g = molt_df.partition_size
    molt_df.yield %a, %b, %c, %d, %e, %f, %g : i64, i64, i64, f64, f64, i64, i64
  } : !t
  return %0 : !molt_df.table<"k": i32, "x": f64?, "a": i64, "b": i64, "c": i64, "d": f64, "e": f64, "f": i64, "g": i64>
}

// CHECK-LABEL: func @quantiles
func.func @quantiles(%t: !t) -> !t {
  %0 = molt_df.aggregate %t by ["k"] of ["x"] -> ["m", "q"] {
  ^bb0(%x: !molt_df.nullable<f64>):
    // CHECK: molt_df.median %{{.*}} : !molt_df.nullable<f64>
    %m = molt_df.median %x : !molt_df.nullable<f64>
    // CHECK: molt_df.quantile 2.500000e-01 of %{{.*}} : !molt_df.nullable<f64>
    %q = molt_df.quantile 0.25 of %x : !molt_df.nullable<f64>
    molt_df.yield %m, %q : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  // CHECK: molt_df.top_k %{{.*}}, 2 by ["x"] per ["k"] : !molt_df.table
  %1 = molt_df.top_k %t, 2 by ["x"] per ["k"] : !t
  return %1 : !t
}
