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

// CHECK-LABEL: func @frames
func.func @frames(%t: !molt_df.table<"k": i32, "x": f64>) {
  // Of rows, of a range, unbounded; numbers of a range may be floats.
  // CHECK: molt_df.window %{{.*}} by ["k"] order [] frame <rows -2 to 0> of [] -> [] {
  %0 = molt_df.window %t by ["k"] order [] frame <rows -2 to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"k": i32, "x": f64>
  // CHECK: frame <rows unbounded to 9223372036854775807> of [] -> [] {
  %1 = molt_df.window %t by [] order ["x"] frame <rows unbounded to 9223372036854775807> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"k": i32, "x": f64>
  // CHECK: frame <range -5.000000e-01 to unbounded> of [] -> [] {
  %2 = molt_df.window %t by [] order ["x"] frame <range -0.5 to unbounded> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"k": i32, "x": f64>
  // CHECK: frame <range 0 to 3> of [] -> [] {
  %3 = molt_df.window %t by [] order ["x"] frame <range 0 to 3> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"k": i32, "x": f64>
  // A range without distances is of peers, by any keys.
  // CHECK: frame <range unbounded to 0> of [] -> [] {
  %4 = molt_df.window %t by [] order ["x", "k"] frame <range unbounded to 0> of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"k": i32, "x": f64>
  return
}

// CHECK-LABEL: func @neighbors
func.func @neighbors(%t: !molt_df.table<"x": i64, "y": i64?>) -> !molt_df.table<"x": i64, "y": i64?, "a": i64?, "b": i64, "c": i64?, "d": i64?, "e": i64?, "f": i64?> {
  %0 = molt_df.window %t by [] order ["x"] of ["x", "y"] -> ["a", "b", "c", "d", "e", "f"] {
  ^bb0(%x: i64, %y: !molt_df.nullable<i64>):
    // CHECK: molt_df.lag %{{.*}} by 1 : i64
    %a = molt_df.lag %x by 1 : i64
    // CHECK: molt_df.lag %{{.*}} by 0 else %{{.*}} : i64, i64
    %b = molt_df.lag %x by 0 else %x : i64, i64
    // CHECK: molt_df.lead %{{.*}} by 3 else %{{.*}} : i64, !molt_df.nullable<i64>
    %c = molt_df.lead %x by 3 else %y : i64, !molt_df.nullable<i64>
    // CHECK: molt_df.lead %{{.*}} by 3 else %{{.*}} : !molt_df.nullable<i64>, i64
    %d = molt_df.lead %y by 3 else %x : !molt_df.nullable<i64>, i64
    // CHECK: molt_df.nth_value %{{.*}} at 2 : i64
    %e = molt_df.nth_value %x at 2 : i64
    // CHECK: molt_df.sum %{{.*}} : i64
    %f = molt_df.sum %x : i64
    molt_df.yield %a, %b, %c, %d, %e, %f : !molt_df.nullable<i64>, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64, "y": i64?>
  return %0 : !molt_df.table<"x": i64, "y": i64?, "a": i64?, "b": i64, "c": i64?, "d": i64?, "e": i64?, "f": i64?>
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
