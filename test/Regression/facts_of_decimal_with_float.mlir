// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-infer-facts))' | FileCheck %s

// Facts of a sum of a decimal and a float asked for 10^(0 - 2), an exponent that
// wrapped around, and took minutes. Found by random programs.

// CHECK-LABEL: func.func @main
// CHECK: molt_df.add %{{.*}}, %{{.*}} : !molt_df.decimal<10, 2>, f64
func.func @main() -> !molt_df.table<"d": !molt_df.decimal<10, 2>, "f": f64, "sum": f64> {
  %0 = molt_df.source "t" : !molt_df.table<"d": !molt_df.decimal<10, 2>, "f": f64>
  %1 = molt_df.with_columns %0 ["d", "f"] -> ["sum"] {
  ^bb0(%d: !molt_df.decimal<10, 2>, %f: f64):
    %s = molt_df.add %d, %f : !molt_df.decimal<10, 2>, f64
    molt_df.yield %s : f64
  } : !molt_df.table<"d": !molt_df.decimal<10, 2>, "f": f64>
  return %1 : !molt_df.table<"d": !molt_df.decimal<10, 2>, "f": f64, "sum": f64>
}
