// Joins: the right table is built, the left one probes.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe --split-input-file | FileCheck %s

// The key is part of the payload if somebody wants it: it is stored twice only then.
// CHECK-LABEL: func @join
// CHECK:       %[[T:.*]] = molt_pipe.table_source "b"
// CHECK-NEXT:  %[[B:.*]] = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
// CHECK-NEXT:  molt_pipe.pipeline parallel %[[T]]
// CHECK:         molt_pipe.join_insert %[[B]] keys(%{{.*}} : !molt_pipe.col<i64>) payload(%{{.*}} : !molt_pipe.col<f64>)
// CHECK:       %[[J:.*]] = molt_pipe.join_finish %[[B]]
// CHECK-NEXT:  %[[P:.*]] = molt_pipe.table_source "a"
// CHECK:       molt_pipe.pipeline parallel %[[P]]
// CHECK:         %[[R:.*]]:3 = molt_pipe.join_probe %[[J]] keys(%{{.*}} : !molt_pipe.col<i64>) carry(%{{.*}}, %{{.*}} : !molt_pipe.col<i64>, !molt_pipe.col<i32>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i64>, !molt_pipe.col<i32>, !molt_pipe.col<f64>
// CHECK-NEXT:    molt_pipe.stage(%[[R]]#0, %[[R]]#1, %[[R]]#2)
func.func @join() -> !molt_df.table<"x": i64, "p": i32, "q": f64> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64, "p": i32>
  %b = molt_df.source "b" : !molt_df.table<"y": i64, "q": f64>
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64, "p": i32>, !molt_df.table<"y": i64, "q": f64>
  %r = molt_df.project %j ["x", "p", "q"] : !molt_df.table<"x": i64, "p": i32, "y": i64, "q": f64>
  return %r : !molt_df.table<"x": i64, "p": i32, "q": f64>
}

// -----

// Rows with a null key match nothing and are dropped on either side; behind that the
// key is valid. Nullable payload carries its validity.
// CHECK-LABEL: func @nulls
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64, i1]>
// CHECK:       molt_pipe.stage
// CHECK-NEXT:  ^bb0(%[[K:.*]]: i64, %[[VALID:.*]]: i1, %[[Q:.*]]: f64, %[[QV:.*]]: i1):
// CHECK-NEXT:    molt_pipe.yield keep %[[VALID]] values %[[K]], %[[Q]], %[[QV]]
// CHECK:       molt_pipe.join_insert
// CHECK:       molt_pipe.stage
// CHECK:         molt_pipe.yield keep
// CHECK:       molt_pipe.join_probe
func.func @nulls() -> !molt_df.table<"x": i64?, "q": f64?> {
  %a = molt_df.source "a" : !molt_df.table<"x": i64?>
  %b = molt_df.source "b" : !molt_df.table<"y": i64?, "q": f64?>
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !molt_df.table<"x": i64?>, !molt_df.table<"y": i64?, "q": f64?>
  %r = molt_df.project %j ["x", "q"] : !molt_df.table<"x": i64?, "y": i64?, "q": f64?>
  return %r : !molt_df.table<"x": i64?, "q": f64?>
}

// -----

// Floats join by their canonical bits, several keys together.
// CHECK-LABEL: func @keys
// CHECK:       molt_pipe.join_create : !molt_pipe.join_builder<[i32, !molt_str.utf8], []>
// CHECK:         %[[BITS:.*]] = arith.bitcast %{{.*}} : f32 to i32
// CHECK:       molt_pipe.join_insert %{{.*}} keys(%{{.*}}, %{{.*}} : !molt_pipe.col<i32>, !molt_pipe.col<!molt_str.utf8>) payload()
// CHECK:         arith.bitcast %{{.*}} : f32 to i32
// CHECK:       molt_pipe.join_probe %{{.*}} keys(%{{.*}}, %{{.*}} : !molt_pipe.col<i32>, !molt_pipe.col<!molt_str.utf8>) carry(%{{.*}} : !molt_pipe.col<f32>)
func.func @keys() -> !molt_df.table<"x": f32> {
  %a = molt_df.source "a" : !molt_df.table<"x": f32, "s": !molt_str.utf8>
  %b = molt_df.source "b" : !molt_df.table<"y": f32, "u": !molt_str.utf8>
  %j = molt_df.join %a, %b on ["x", "s"] = ["y", "u"] : !molt_df.table<"x": f32, "s": !molt_str.utf8>, !molt_df.table<"y": f32, "u": !molt_str.utf8>
  %r = molt_df.project %j ["x"] : !molt_df.table<"x": f32, "s": !molt_str.utf8, "y": f32, "u": !molt_str.utf8>
  return %r : !molt_df.table<"x": f32>
}
