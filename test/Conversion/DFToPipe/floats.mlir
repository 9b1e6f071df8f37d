// Floats: IEEE 754, with other numbers promoted to f64 and f32 kept among itself.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!t = !molt_df.table<"f": f64, "g": f32, "i": i32, "u": ui32, "d": !molt_df.decimal<15, 2>>
!r = !molt_df.table<"f": f64, "g": f32, "i": i32, "u": ui32, "d": !molt_df.decimal<15, 2>, "a": f64, "b": f32, "c": f64, "e": f64, "h": f64, "j": f64>

// CHECK-LABEL: func @arithmetic
func.func @arithmetic() -> !r {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[F:.*]]: f64, %[[G:.*]]: f32, %[[I:.*]]: i32, %[[U:.*]]: i32, %[[D:.*]]: i64):
  // CHECK-NEXT:   %[[W:.*]] = arith.extf %[[G]] : f32 to f64
  // CHECK-NEXT:   arith.addf %[[F]], %[[W]] : f64
  // CHECK-NEXT:   arith.subf %[[G]], %[[G]] : f32
  // CHECK-NEXT:   %[[X:.*]] = arith.sitofp %[[I]] : i32 to f64
  // CHECK-NEXT:   arith.mulf %[[F]], %[[X]] : f64
  // CHECK-NEXT:   %[[X:.*]] = arith.uitofp %[[U]] : i32 to f64
  // CHECK-NEXT:   arith.divf %[[F]], %[[X]] : f64
  // CHECK-NEXT:   %[[X:.*]] = arith.sitofp %[[D]] : i64 to f64
  // CHECK-NEXT:   %[[HUNDRED:.*]] = arith.constant 1.000000e+02 : f64
  // CHECK-NEXT:   %[[Y:.*]] = arith.divf %[[X]], %[[HUNDRED]] : f64
  // CHECK-NEXT:   arith.addf %[[Y]], %[[F]] : f64
  // CHECK-NEXT:   arith.negf %[[F]] : f64
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["f", "g", "i", "u", "d"] -> ["a", "b", "c", "e", "h", "j"] {
  ^bb0(%f: f64, %g: f32, %i: i32, %u: ui32, %d: !molt_df.decimal<15, 2>):
    %a = molt_df.add %f, %g : f64, f32
    %b = molt_df.sub %g, %g : f32, f32
    %c = molt_df.mul %f, %i : f64, i32
    %e = molt_df.div %f, %u : f64, ui32
    %h = molt_df.add %d, %f : !molt_df.decimal<15, 2>, f64
    %j = molt_df.neg %f : f64
    molt_df.yield %a, %b, %c, %e, %h, %j : f64, f32, f64, f64, f64, f64
  } : !t
  return %r : !r
}
