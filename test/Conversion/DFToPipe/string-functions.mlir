// Functions of strings become calls of their kernels; what these say in place of nulls and errors
// becomes one.
// RUN: molt-opt %s --molt-df-to-pipe-pipeline --split-input-file | FileCheck %s

!t = !molt_df.table<"s": !molt_str.utf8, "b": !molt_str.binary, "n": i64?>

// CHECK-LABEL: func.func @functions
func.func @functions() -> !molt_df.table<"r": !molt_str.utf8?, "u": !molt_str.binary, "i": i64> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["s", "b", "n"] -> ["r", "u", "i"] {
  ^bb0(%s: !molt_str.utf8, %b: !molt_str.binary, %n: !molt_df.nullable<i64>):
    // A null integer is 0 for the kernel; the separator may be empty, the part may not be there.
    // CHECK-DAG: %[[N:.*]] = arith.select %{{.*}}, %{{.*}}, %{{.*}} : i64
    // CHECK-DAG: molt_str.apply "split" (%{{.*}}, %{{.*}}, %{{.*}}, -) parameters "\00\00\00\00\00\00\00\00" : (!molt_str.utf8, !molt_str.utf8, i64) -> !molt_str.utf8
    // CHECK-DAG: molt_str.is_invalid
    // CHECK-DAG: molt_pipe.check {{.*}}"ValueError: empty separator"
    // CHECK-DAG: molt_str.is_absent
    %r = molt_str.split %s by %s part %n : !molt_str.utf8, !molt_str.utf8, !molt_df.nullable<i64>
    // CHECK-DAG: molt_str.apply "upper" bytes (%{{.*}}) : (!molt_str.utf8) -> !molt_str.utf8
    %u = molt_str.upper %b : !molt_str.binary
    // CHECK-DAG: molt_str.apply "index" (%{{.*}}, %{{.*}}, -, -) : (!molt_str.utf8, !molt_str.utf8) -> i64
    // CHECK-DAG: molt_pipe.check {{.*}}"ValueError: substring not found"
    %i = molt_str.index %s, %s : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %r, %u, %i : !molt_df.nullable<!molt_str.utf8>, !molt_str.binary, i64
  } : !t
  %p = molt_df.project %r ["r", "u", "i"] : !molt_df.table<"s": !molt_str.utf8, "b": !molt_str.binary, "n": i64?, "r": !molt_str.utf8?, "u": !molt_str.binary, "i": i64>
  return %p : !molt_df.table<"r": !molt_str.utf8?, "u": !molt_str.binary, "i": i64>
}

// -----

module attributes {molt_str.unicode = "14.0"} {
  // CHECK-LABEL: func.func @unicode
  func.func @unicode() -> !molt_df.table<"s": !molt_str.utf8> {
    %t = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8>
    %r = molt_df.with_columns %t ["s"] -> ["s"] {
    ^bb0(%s: !molt_str.utf8):
      // CHECK: molt_str.apply "upper" unicode_14
      %u = molt_str.upper %s : !molt_str.utf8
      molt_df.yield %u : !molt_str.utf8
    } : !molt_df.table<"s": !molt_str.utf8>
    return %r : !molt_df.table<"s": !molt_str.utf8>
  }
}
