// Casts: exact values in a type with room for them, one check, then the target's width.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!t = !molt_df.table<"x": i64, "u": ui64, "p": i1>

// CHECK-LABEL: func @integers
func.func @integers() -> !molt_df.table<"x": i64, "u": ui64, "p": i1, "a": i8, "b": i8, "c": i64, "d": ui8, "e": i1, "f": i32> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[U:.*]]: i64, %[[P:.*]]: i1):
  // CHECK:        %[[LE:.*]] = arith.cmpi sle, %[[X]], %c127_
  // CHECK:        %[[GE:.*]] = arith.cmpi sge, %[[X]], %c-128_
  // CHECK-NEXT:   %[[OK:.*]] = arith.andi %[[LE]], %[[GE]] : i1
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 5 "value does not fit i8"
  // CHECK-NEXT:   arith.trunci %[[X]] : i64 to i8
  // CHECK-NOT:    molt_pipe.check
  // CHECK:        arith.trunci %[[X]] : i64 to i8
  // An unsigned word needs one bit more than 64.
  // CHECK:        %[[WIDE:.*]] = arith.extui %[[U]] : i64 to i128
  // CHECK:        arith.cmpi sle, %[[WIDE]], %{{.*}} : i128
  // CHECK:        molt_pipe.check %{{.*}} code 5 "value does not fit i64"
  // CHECK:        arith.cmpi sle, %[[X]], %c255_
  // CHECK:        arith.cmpi sge, %[[X]], %c0_
  // CHECK:        molt_pipe.check %{{.*}} code 5 "value does not fit ui8"
  // CHECK:        %[[ZERO:.*]] = arith.cmpi eq, %[[X]], %{{.*}} : i64
  // CHECK:        %[[ONE:.*]] = arith.cmpi eq, %[[X]], %{{.*}} : i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.ori %[[ZERO]], %[[ONE]] : i1
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 5 "only 0 and 1 convert to i1"
  // CHECK-NEXT:   arith.trunci %[[X]] : i64 to i1
  // CHECK-NEXT:   arith.extui %[[P]] : i1 to i32
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["x", "u", "p"] -> ["a", "b", "c", "d", "e", "f"] {
  ^bb0(%x: i64, %u: ui64, %p: i1):
    %a = molt_df.cast %x : i64 to i8
    %b = molt_df.cast overflow<wrap> %x : i64 to i8
    %c = molt_df.cast %u : ui64 to i64
    %d = molt_df.cast %x : i64 to ui8
    %e = molt_df.cast %x : i64 to i1
    %f = molt_df.cast %p : i1 to i32
    molt_df.yield %a, %b, %c, %d, %e, %f : i8, i8, i64, ui8, i1, i32
  } : !t
  return %r : !molt_df.table<"x": i64, "u": ui64, "p": i1, "a": i8, "b": i8, "c": i64, "d": ui8, "e": i1, "f": i32>
}

!d = !molt_df.table<"x": i64, "m": !molt_df.decimal<15, 2>>

// CHECK-LABEL: func @decimals
func.func @decimals() -> !molt_df.table<"x": i64, "m": !molt_df.decimal<15, 2>, "a": !molt_df.decimal<15, 2>, "b": i32, "c": !molt_df.decimal<20, 4>, "e": !molt_df.decimal<14, 0>> {
  %t = molt_df.source "t" : !d
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[M:.*]]: i64):
  // Integer to decimal: scaled in 128 bits, as 21 digits may come out.
  // CHECK-NEXT:   %[[WIDE:.*]] = arith.extsi %[[X]] : i64 to i128
  // CHECK:        %[[SCALED:.*]] = arith.muli %[[WIDE]], %{{.*}} : i128
  // CHECK:        molt_pipe.check %{{.*}} code 5 "value does not fit !molt_df.decimal<15, 2>"
  // CHECK-NEXT:   arith.trunci %[[SCALED]] : i128 to i64
  // Decimal to integer: rounded.
  // CHECK:        arith.divsi %[[M]], %{{.*}} : i64
  // CHECK:        molt_pipe.check %{{.*}} code 5 "value does not fit i32"
  // To a larger scale, and to a smaller one, rounded.
  // CHECK:        arith.muli %{{.*}}, %{{.*}} : i64
  // CHECK:        arith.divsi %[[M]], %{{.*}} : i64
  // CHECK:        molt_pipe.check %{{.*}} code 5 "value does not fit !molt_df.decimal<14, 0>"
  %r = molt_df.with_columns %t ["x", "m"] -> ["a", "b", "c", "e"] {
  ^bb0(%x: i64, %m: !molt_df.decimal<15, 2>):
    %a = molt_df.cast %x : i64 to !molt_df.decimal<15, 2>
    %b = molt_df.cast %m : !molt_df.decimal<15, 2> to i32
    %c = molt_df.cast %m : !molt_df.decimal<15, 2> to !molt_df.decimal<20, 4>
    %e = molt_df.cast %m : !molt_df.decimal<15, 2> to !molt_df.decimal<14, 0>
    molt_df.yield %a, %b, %c, %e : !molt_df.decimal<15, 2>, i32, !molt_df.decimal<20, 4>, !molt_df.decimal<14, 0>
  } : !d
  return %r : !molt_df.table<"x": i64, "m": !molt_df.decimal<15, 2>, "a": !molt_df.decimal<15, 2>, "b": i32, "c": !molt_df.decimal<20, 4>, "e": !molt_df.decimal<14, 0>>
}

!f = !molt_df.table<"f": f64, "g": f32, "m": !molt_df.decimal<15, 2>, "u": ui32>

// CHECK-LABEL: func @to_floats
func.func @to_floats() -> !molt_df.table<"f": f64, "g": f32, "m": !molt_df.decimal<15, 2>, "u": ui32, "a": f32, "b": f64, "c": f64, "d": f32, "e": f32> {
  %t = molt_df.source "t" : !f
  // CHECK:      ^bb0(%[[F:.*]]: f64, %[[G:.*]]: f32, %[[M:.*]]: i64, %[[U:.*]]: i32):
  // CHECK-NEXT:   arith.truncf %[[F]] : f64 to f32
  // CHECK-NEXT:   arith.extf %[[G]] : f32 to f64
  // CHECK-NEXT:   %[[X:.*]] = arith.sitofp %[[M]] : i64 to f64
  // CHECK-NEXT:   %[[HUNDRED:.*]] = arith.constant 1.000000e+02 : f64
  // CHECK-NEXT:   arith.divf %[[X]], %[[HUNDRED]] : f64
  // A decimal is divided in f64 and rounded once more.
  // CHECK:        %[[Q:.*]] = arith.divf %{{.*}}, %{{.*}} : f64
  // CHECK-NEXT:   arith.truncf %[[Q]] : f64 to f32
  // CHECK-NEXT:   arith.uitofp %[[U]] : i32 to f32
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["f", "g", "m", "u"] -> ["a", "b", "c", "d", "e"] {
  ^bb0(%f: f64, %g: f32, %m: !molt_df.decimal<15, 2>, %u: ui32):
    %a = molt_df.cast %f : f64 to f32
    %b = molt_df.cast %g : f32 to f64
    %c = molt_df.cast %m : !molt_df.decimal<15, 2> to f64
    %d = molt_df.cast %m : !molt_df.decimal<15, 2> to f32
    %e = molt_df.cast %u : ui32 to f32
    molt_df.yield %a, %b, %c, %d, %e : f32, f64, f64, f32, f32
  } : !f
  return %r : !molt_df.table<"f": f64, "g": f32, "m": !molt_df.decimal<15, 2>, "u": ui32, "a": f32, "b": f64, "c": f64, "d": f32, "e": f32>
}

// The conversion to integers never sees what it is not defined for.
// CHECK-LABEL: func @from_floats
func.func @from_floats() -> !molt_df.table<"f": f64, "g": f32, "m": !molt_df.decimal<15, 2>, "u": ui32, "a": i32, "b": !molt_df.decimal<15, 2>> {
  %t = molt_df.source "t" : !f
  // CHECK:      ^bb0(%[[F:.*]]: f64, %[[G:.*]]: f32,
  // CHECK-NEXT:   %[[WIDE:.*]] = arith.extf %[[G]] : f32 to f64
  // CHECK-NEXT:   %[[WHOLE:.*]] = math.trunc %[[WIDE]] : f64
  // CHECK:        %[[LT:.*]] = arith.cmpf olt, %[[WHOLE]], %{{.*}} : f64
  // CHECK:        %[[GE:.*]] = arith.cmpf oge, %[[WHOLE]], %{{.*}} : f64
  // CHECK-NEXT:   %[[INSIDE:.*]] = arith.andi %[[LT]], %[[GE]] : i1
  // CHECK-NEXT:   %[[EXACT:.*]] = arith.cmpf oeq, %[[WHOLE]], %[[WIDE]] : f64
  // CHECK-NEXT:   %[[OK:.*]] = arith.andi %[[INSIDE]], %[[EXACT]] : i1
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 5 "float is not a value of i32"
  // CHECK:        %[[SAFE:.*]] = arith.select %[[INSIDE]], %[[WHOLE]], %{{.*}} : f64
  // CHECK-NEXT:   arith.fptosi %[[SAFE]] : f64 to i64
  // CHECK:        molt_pipe.check %{{.*}} code 5 "value does not fit i32"
  // CHECK:        %[[SCALED:.*]] = arith.mulf %[[F]], %{{.*}} : f64
  // CHECK-NEXT:   math.roundeven %[[SCALED]] : f64
  // CHECK:        molt_pipe.check %{{.*}} code 5 "float does not fit !molt_df.decimal<15, 2>"
  %r = molt_df.with_columns %t ["f", "g"] -> ["a", "b"] {
  ^bb0(%f: f64, %g: f32):
    %a = molt_df.cast %g : f32 to i32
    %b = molt_df.cast %f : f64 to !molt_df.decimal<15, 2>
    molt_df.yield %a, %b : i32, !molt_df.decimal<15, 2>
  } : !f
  return %r : !molt_df.table<"f": f64, "g": f32, "m": !molt_df.decimal<15, 2>, "u": ui32, "a": i32, "b": !molt_df.decimal<15, 2>>
}

// To a type without null, null is an error; to one with, it stays, unchecked.
// CHECK-LABEL: func @nulls
func.func @nulls() -> !molt_df.table<"x": i64?, "a": i64, "b": i32?, "c": i32> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64?>
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[V:.*]]: i1):
  // CHECK-NEXT:   molt_pipe.check %[[V]] code 5 "null cannot become i64; use molt_df.coalesce first"
  // CHECK:        molt_pipe.check %{{.*}} when %[[V]] code 5 "value does not fit i32"
  // CHECK-NEXT:   %[[B:.*]] = arith.trunci
  // CHECK-NEXT:   molt_pipe.check %[[V]] code 5 "null cannot become i32; use molt_df.coalesce first"
  // CHECK:        %[[C:.*]] = arith.trunci
  // CHECK-NEXT:   molt_pipe.yield values %[[X]], %[[V]], %[[X]], %[[B]], %[[V]], %[[C]] :
  %r = molt_df.with_columns %t ["x"] -> ["a", "b", "c"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %a = molt_df.cast %x : !molt_df.nullable<i64> to i64
    %b = molt_df.cast %x : !molt_df.nullable<i64> to !molt_df.nullable<i32>
    %c = molt_df.cast %x : !molt_df.nullable<i64> to i32
    molt_df.yield %a, %b, %c : i64, !molt_df.nullable<i32>, i32
  } : !molt_df.table<"x": i64?>
  return %r : !molt_df.table<"x": i64?, "a": i64, "b": i32?, "c": i32>
}

// A proof stands for both checks.
// CHECK-LABEL: func @proved
func.func @proved() -> !molt_df.table<"x": i64?, "a": i32> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64?>
  // CHECK-NOT: molt_pipe.check
  // CHECK: return
  %r = molt_df.with_columns %t ["x"] -> ["a"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %a = molt_df.cast overflow<never> %x : !molt_df.nullable<i64> to i32
    molt_df.yield %a : i32
  } : !molt_df.table<"x": i64?>
  return %r : !molt_df.table<"x": i64?, "a": i32>
}
