// A column that with_columns replaces goes from the source, and the new one then stands last: tables that go under each
// other have to get their columns in the same order again.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-prune-columns))' | FileCheck %s

!t = !molt_df.table<"a": i16, "b": f32, "c": i1?>
!r = !molt_df.table<"a": i16, "b": i1?, "c": i1?>

// CHECK-LABEL: func @concat
// CHECK:         molt_df.source "t" : !molt_df.table<"a": i16, "c": i1?>
// CHECK:         %[[P:.*]] = molt_df.project %{{.*}} ["a", "b", "c"]
// CHECK:         molt_df.concat %{{.*}}, %[[P]]
func.func @concat(%u: !r) -> !r {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["c"] -> ["b"] {
  ^bb0(%c: !molt_df.nullable<i1>):
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !t
  %2 = molt_df.concat %u, %1 : !r, !r
  return %2 : !r
}

// CHECK-LABEL: func @except
// CHECK:         %[[P:.*]] = molt_df.project %{{.*}} ["a", "b", "c"]
// CHECK:         molt_df.except %[[P]], %{{.*}}
func.func @except(%u: !r) -> !r {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["c"] -> ["b"] {
  ^bb0(%c: !molt_df.nullable<i1>):
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !t
  %2 = molt_df.except %1, %u : !r, !r
  return %2 : !r
}
