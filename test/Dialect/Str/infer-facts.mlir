// What functions of strings give, seen by what it proves of casts.
// RUN: molt-opt %s --pass-pipeline="builtin.module(func.func(molt-df-infer-facts))" | FileCheck %s

!t = !molt_df.table<"s": !molt_str.utf8>

// CHECK-LABEL: func.func @integers
func.func @integers() -> !molt_df.table<"s": !molt_str.utf8, "a": ui64, "b": ui64, "c": i32> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["s"] -> ["a", "b", "c"] {
  ^bb0(%s: !molt_str.utf8):
    // A count is not negative.
    // CHECK: molt_df.cast overflow<never> %{{.*}} : i64 to ui64
    %count = molt_str.count %s, %s : !molt_str.utf8, !molt_str.utf8
    %a = molt_df.cast %count : i64 to ui64
    // A position may be -1.
    // CHECK: molt_df.cast %{{.*}} : i64 to ui64
    %find = molt_str.find %s, %s : !molt_str.utf8, !molt_str.utf8
    %b = molt_df.cast %find : i64 to ui64
    // The empty string occurs once more than the longest string has code points.
    // CHECK: molt_df.cast %{{.*}} : i64 to i32
    %c = molt_df.cast %count : i64 to i32
    molt_df.yield %a, %b, %c : ui64, ui64, i32
  } : !t
  return %r : !molt_df.table<"s": !molt_str.utf8, "a": ui64, "b": ui64, "c": i32>
}
