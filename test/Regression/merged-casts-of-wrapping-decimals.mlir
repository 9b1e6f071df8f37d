// A wrapping cast of an integer that was a decimal was merged into a wrapping cast of a decimal, which there is none of.
// RUN: molt-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: @wraps
// CHECK: molt_df.cast %{{.*}} : !molt_df.decimal<1, 0> to i8
// CHECK: molt_df.cast overflow<wrap> %{{.*}} : i8 to i64
func.func @wraps() -> !molt_df.table<"x": !molt_df.decimal<1, 0>, "y": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": !molt_df.decimal<1, 0>>
  %r = molt_df.with_columns %t ["x"] -> ["y"] {
  ^bb0(%x: !molt_df.decimal<1, 0>):
    %a = molt_df.cast %x : !molt_df.decimal<1, 0> to i8
    %b = molt_df.cast overflow<wrap> %a : i8 to i64
    molt_df.yield %b : i64
  } : !molt_df.table<"x": !molt_df.decimal<1, 0>>
  return %r : !molt_df.table<"x": !molt_df.decimal<1, 0>, "y": i64>
}
