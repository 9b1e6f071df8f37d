// A chain of filters above another one whose last filter has two users: the pass had replaced that filter's table, and asked
// for an estimate that there was not.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-order-filters))' | FileCheck %s

!t = !molt_df.table<"x": i64, "y": i64>

// CHECK-LABEL: func @main
// CHECK:       %[[T:.*]] = molt_df.source
// CHECK:       %[[A:.*]] = molt_df.filter %[[T]] ["y"]
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["x"]
// CHECK:       %[[C:.*]] = molt_df.filter %[[B]] ["y"]
// CHECK:       %[[D:.*]] = molt_df.filter %[[C]] ["x"]
// CHECK:       return %[[B]], %[[D]]
func.func @main() -> (!t, !t) {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>, y = #molt_df.facts<range = [0, 999]>}} : !t
  %a = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    %q = molt_df.cmp lt %y, %five : i64, i64
    %both = molt_df.and %p, %q : i1, i1
    molt_df.yield %both : i1
  } : !t
  %b = molt_df.filter %a ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %three = molt_df.constant 3 : i64
    %p = molt_df.cmp lt %x, %three : i64, i64
    %one = molt_df.constant 1 : i64
    %q = molt_df.cmp lt %y, %one : i64, i64
    %both = molt_df.and %p, %q : i1, i1
    molt_df.yield %both : i1
  } : !t
  return %a, %b : !t, !t
}
