// Comparisons: by signedness, at a common scale, floats by the total order.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!t = !molt_df.table<"x": i64, "i": i32, "u": ui32, "p": i1, "d": !molt_df.date32>

// CHECK-LABEL: func @integers
func.func @integers() -> !molt_df.table<"x": i64, "i": i32, "u": ui32, "p": i1, "d": !molt_df.date32, "a": i1, "b": i1, "c": i1, "e": i1, "f": i1, "g": i1> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[I:.*]]: i32, %[[U:.*]]: i32, %[[P:.*]]: i1, %[[D:.*]]: i32):
  // CHECK-NEXT:   arith.cmpi slt, %[[I]], %[[I]] : i32
  // CHECK-NEXT:   arith.cmpi ule, %[[U]], %[[U]] : i32
  // CHECK-NEXT:   %[[WIDE:.*]] = arith.extui %[[U]] : i32 to i64
  // CHECK-NEXT:   arith.cmpi sgt, %[[X]], %[[WIDE]] : i64
  // CHECK-NEXT:   arith.cmpi uge, %[[P]], %[[P]] : i1
  // CHECK-NEXT:   arith.cmpi ne, %[[D]], %[[D]] : i32
  // Mixed signs meet where both fit.
  // CHECK-NEXT:   %[[A:.*]] = arith.extsi %[[I]] : i32 to i64
  // CHECK-NEXT:   %[[B:.*]] = arith.extui %[[U]] : i32 to i64
  // CHECK-NEXT:   arith.cmpi eq, %[[A]], %[[B]] : i64
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["x", "i", "u", "p", "d"] -> ["a", "b", "c", "e", "f", "g"] {
  ^bb0(%x: i64, %i: i32, %u: ui32, %p: i1, %d: !molt_df.date32):
    %a = molt_df.cmp lt %i, %i : i32, i32
    %b = molt_df.cmp le %u, %u : ui32, ui32
    %c = molt_df.cmp gt %x, %u : i64, ui32
    %e = molt_df.cmp ge %p, %p : i1, i1
    %f = molt_df.cmp ne %d, %d : !molt_df.date32, !molt_df.date32
    %g = molt_df.cmp eq %i, %u : i32, ui32
    molt_df.yield %a, %b, %c, %e, %f, %g : i1, i1, i1, i1, i1, i1
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "u": ui32, "p": i1, "d": !molt_df.date32, "a": i1, "b": i1, "c": i1, "e": i1, "f": i1, "g": i1>
}

!d = !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<10, 4>, "c": !molt_df.decimal<36, 0>, "e": !molt_df.decimal<4, 2>>

// To the larger scale, in as many bits as the digits need.
// CHECK-LABEL: func @decimals
func.func @decimals() -> !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<10, 4>, "c": !molt_df.decimal<36, 0>, "e": !molt_df.decimal<4, 2>, "p": i1, "q": i1, "r": i1> {
  %t = molt_df.source "t" : !d
  // CHECK:      ^bb0(%[[A:.*]]: i64, %[[B:.*]]: i64, %[[C:.*]]: i128, %[[E:.*]]: i64):
  // CHECK-NEXT:   %[[HUNDRED:.*]] = arith.constant 100 : i64
  // CHECK-NEXT:   %[[S:.*]] = arith.muli %[[A]], %[[HUNDRED]] : i64
  // CHECK-NEXT:   arith.cmpi slt, %[[S]], %[[B]] : i64
  // CHECK-NEXT:   %[[W:.*]] = arith.extsi %[[A]] : i64 to i128
  // CHECK-NEXT:   %[[HUNDRED:.*]] = arith.constant 100 : i128
  // CHECK-NEXT:   %[[S:.*]] = arith.muli %[[C]], %[[HUNDRED]] : i128
  // CHECK-NEXT:   arith.cmpi eq, %[[W]], %[[S]] : i128
  // CHECK:        arith.cmpi sge, %{{.*}}, %{{.*}} : i128
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["a", "b", "c", "e"] -> ["p", "q", "r"] {
  ^bb0(%a: !molt_df.decimal<15, 2>, %b: !molt_df.decimal<10, 4>, %c: !molt_df.decimal<36, 0>, %e: !molt_df.decimal<4, 2>):
    %p = molt_df.cmp lt %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<10, 4>
    %q = molt_df.cmp eq %a, %c : !molt_df.decimal<15, 2>, !molt_df.decimal<36, 0>
    %r = molt_df.cmp ge %c, %e : !molt_df.decimal<36, 0>, !molt_df.decimal<4, 2>
    molt_df.yield %p, %q, %r : i1, i1, i1
  } : !d
  return %r : !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<10, 4>, "c": !molt_df.decimal<36, 0>, "e": !molt_df.decimal<4, 2>, "p": i1, "q": i1, "r": i1>
}

!f = !molt_df.table<"x": f64, "y": f64>

// NaN equals NaN. (IEEE's equality makes -0 and +0 equal.)
// CHECK-LABEL: func @float_equality
func.func @float_equality() -> !molt_df.table<"x": f64, "y": f64, "a": i1, "b": i1> {
  %t = molt_df.source "t" : !f
  // CHECK:      ^bb0(%[[X:.*]]: f64, %[[Y:.*]]: f64):
  // CHECK-DAG:    %[[SAME:.*]] = arith.cmpf oeq, %[[X]], %[[Y]] : f64
  // CHECK-DAG:    %[[XNAN:.*]] = arith.cmpf uno, %[[X]], %[[X]] : f64
  // CHECK-DAG:    %[[YNAN:.*]] = arith.cmpf uno, %[[Y]], %[[Y]] : f64
  // CHECK:        %[[NAN:.*]] = arith.andi {{.*}} : i1
  // CHECK-NEXT:   %[[EQ:.*]] = arith.ori %[[SAME]], %[[NAN]] : i1
  // CHECK:        %[[NE:.*]] = arith.xori %{{.*}}, %{{.*}} : i1
  // CHECK-NEXT:   molt_pipe.yield values %[[X]], %[[Y]], %[[EQ]], %[[NE]]
  %r = molt_df.with_columns %t ["x", "y"] -> ["a", "b"] {
  ^bb0(%x: f64, %y: f64):
    %a = molt_df.cmp eq %x, %y : f64, f64
    %b = molt_df.cmp ne %x, %y : f64, f64
    molt_df.yield %a, %b : i1, i1
  } : !f
  return %r : !molt_df.table<"x": f64, "y": f64, "a": i1, "b": i1>
}

// x < y, or y is NaN and x is not; the others are this one with operands or result
// turned round.
// CHECK-LABEL: func @float_order
func.func @float_order() -> !molt_df.table<"x": f64, "y": f64, "a": i1, "b": i1, "c": i1, "d": i1> {
  %t = molt_df.source "t" : !f
  // CHECK:      ^bb0(%[[X:.*]]: f64, %[[Y:.*]]: f64):
  // CHECK-DAG:    %[[LESS:.*]] = arith.cmpf olt, %[[X]], %[[Y]] : f64
  // CHECK-DAG:    %[[XNAN:.*]] = arith.cmpf uno, %[[X]], %[[X]] : f64
  // CHECK-DAG:    %[[YNAN:.*]] = arith.cmpf uno, %[[Y]], %[[Y]] : f64
  // CHECK-DAG:    %[[XNUMBER:.*]] = arith.xori %[[XNAN]], %{{.*}} : i1
  // CHECK:        %[[BELOW:.*]] = arith.andi %[[YNAN]], %[[XNUMBER]] : i1
  // CHECK-NEXT:   %[[LT:.*]] = arith.ori %[[LESS]], %[[BELOW]] : i1
  // CHECK:        arith.cmpf olt, %[[Y]], %[[X]] : f64
  // CHECK:        arith.cmpf olt, %[[Y]], %[[X]] : f64
  // CHECK:        arith.cmpf olt, %[[X]], %[[Y]] : f64
  // CHECK:        molt_pipe.yield values %[[X]], %[[Y]], %[[LT]],
  %r = molt_df.with_columns %t ["x", "y"] -> ["a", "b", "c", "d"] {
  ^bb0(%x: f64, %y: f64):
    %a = molt_df.cmp lt %x, %y : f64, f64
    %b = molt_df.cmp gt %x, %y : f64, f64
    %c = molt_df.cmp le %x, %y : f64, f64
    %d = molt_df.cmp ge %x, %y : f64, f64
    molt_df.yield %a, %b, %c, %d : i1, i1, i1, i1
  } : !f
  return %r : !molt_df.table<"x": f64, "y": f64, "a": i1, "b": i1, "c": i1, "d": i1>
}

// Strings stay strings; a comparison with null is null.
// CHECK-LABEL: func @strings
func.func @strings() -> !molt_df.table<"s": !molt_str.utf8, "n": !molt_str.utf8?, "a": i1, "b": i1?, "c": i1?> {
  %t = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8, "n": !molt_str.utf8?>
  // CHECK:      ^bb0(%[[S:.*]]: !molt_str.utf8, %[[N:.*]]: !molt_str.utf8, %[[VALID:.*]]: i1):
  // CHECK-NEXT:   %[[C:.*]] = molt_str.constant "text"
  // CHECK-NEXT:   %[[A:.*]] = molt_str.cmp eq %[[S]], %[[C]] : !molt_str.utf8, !molt_str.utf8
  // CHECK-NEXT:   %[[B:.*]] = molt_str.starts_with %[[N]], %[[S]] : !molt_str.utf8, !molt_str.utf8
  // CHECK-NEXT:   %[[D:.*]] = molt_str.contains %[[S]], %[[N]] : !molt_str.utf8, !molt_str.utf8
  // CHECK-NEXT:   molt_pipe.yield values %[[S]], %[[N]], %[[VALID]], %[[A]], %[[B]], %[[VALID]], %[[D]], %[[VALID]]
  %r = molt_df.with_columns %t ["s", "n"] -> ["a", "b", "c"] {
  ^bb0(%s: !molt_str.utf8, %n: !molt_df.nullable<!molt_str.utf8>):
    %text = molt_df.constant "text" : !molt_str.utf8
    %a = molt_str.cmp eq %s, %text : !molt_str.utf8, !molt_str.utf8
    %b = molt_str.starts_with %n, %s : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %c = molt_str.contains %s, %n : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %a, %b, %c : i1, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !molt_df.table<"s": !molt_str.utf8, "n": !molt_str.utf8?>
  return %r : !molt_df.table<"s": !molt_str.utf8, "n": !molt_str.utf8?, "a": i1, "b": i1?, "c": i1?>
}
