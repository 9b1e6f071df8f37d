// --molt-df-simplify: the canonicalization patterns (canonicalize.mlir) and common
// subexpressions, until neither finds anything.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-simplify))' --split-input-file | FileCheck %s

!t = !molt_df.table<"x": i64, "y": i64>

// Two equal filters of a table are one; inside, the second comparison is the first.
// CHECK-LABEL: func @common
// CHECK-SAME: (%[[T:.*]]: !molt_df.table<"x": i64, "y": i64>)
func.func @common(%t: !t) -> (!t, !t) {
  // CHECK: %[[F:.*]] = molt_df.filter %[[T]] ["x"] {
  // CHECK-NEXT: ^bb0(%[[X:.*]]: i64):
  // CHECK-NEXT: %[[FIVE:.*]] = molt_df.constant 5 : i64
  // CHECK-NEXT: %[[P:.*]] = molt_df.cmp lt %[[X]], %[[FIVE]]
  // CHECK-NEXT: molt_df.yield %[[P]]
  // CHECK-NOT: molt_df.filter
  // CHECK: return %[[F]], %[[F]]
  %0 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    %also = molt_df.constant 5 : i64
    %q = molt_df.cmp gt %also, %x : i64, i64
    %r = molt_df.and %p, %q : i1, i1
    molt_df.yield %r : i1
  } : !t
  %1 = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  return %0, %1 : !t, !t
}

// -----

!t = !molt_df.table<"x": i64>

// What nobody uses goes, errors included.
// CHECK-LABEL: func @unused
// CHECK-NEXT: return
func.func @unused(%t: !t) {
  %0 = molt_df.with_columns %t ["x"] -> ["y"] {
  ^bb0(%x: i64):
    %y = molt_df.div %x, %x : i64, i64
    molt_df.yield %y : i64
  } : !t
  return
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// Nothing to do.
// CHECK-LABEL: func @different
// CHECK-COUNT-2: molt_df.filter
// CHECK-NOT: molt_df.filter
func.func @different(%t: !t) -> (!t, !t) {
  %0 = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  %1 = molt_df.filter %t ["y"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  return %0, %1 : !t, !t
}
