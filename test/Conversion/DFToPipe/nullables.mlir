// A nullable is a value and an i1, which expressions without interest in nulls pass on.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!n = !molt_df.nullable<i64>
!t = !molt_df.table<"x": i64?, "y": i64?, "z": i64>

// A source has two columns for a nullable one; only rows whose operands are valid
// are checked.
// CHECK-LABEL: func @propagate
func.func @propagate() -> !molt_df.table<"x": i64?, "y": i64?, "z": i64, "a": i64?> {
  // CHECK: molt_pipe.table_source "t" input 0 columns [0, 0, 1, 1, 2] validity [false, true, false, true, false] : !molt_pipe.source<i64, i1, i64, i1, i64>
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[XV:.*]]: i1, %[[Y:.*]]: i64, %[[YV:.*]]: i1, %[[Z:.*]]: i64):
  // CHECK-NEXT:   %[[V:.*]] = arith.andi %[[XV]], %[[YV]] : i1
  // CHECK-NEXT:   %[[S:.*]] = arith.addi %[[X]], %[[Y]] : i64
  // CHECK:        molt_pipe.check %{{.*}} when %[[V]] code 3
  // CHECK-NEXT:   %[[A:.*]] = arith.muli %[[S]], %[[Z]] : i64
  // CHECK-NEXT:   molt_pipe.yield values %[[X]], %[[XV]], %[[Y]], %[[YV]], %[[Z]], %[[A]], %[[V]]
  %r = molt_df.with_columns %t ["x", "y", "z"] -> ["a"] {
  ^bb0(%x: !n, %y: !n, %z: i64):
    %s = molt_df.add %x, %y : !n, !n
    %a = molt_df.mul overflow<wrap> %s, %z : !n, i64
    molt_df.yield %a : !n
  } : !t
  // CHECK: molt_pipe.output {{.*}} nullable [true, true, false, true] : !molt_pipe.result<i64, i64, i64, i64>, !molt_pipe.col<i64>, !molt_pipe.col<i1>, !molt_pipe.col<i64>, !molt_pipe.col<i1>, !molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i1>
  return %r : !molt_df.table<"x": i64?, "y": i64?, "z": i64, "a": i64?>
}

// Division by zero makes a null beside those of its operands.
// CHECK-LABEL: func @made_null
func.func @made_null() -> !molt_df.table<"x": i64?, "y": i64?, "z": i64, "a": i64?> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[XV:.*]]: i1, %[[Z:.*]]: i64, %{{.*}}: i64, %{{.*}}: i1):
  // CHECK:        %[[NONZERO:.*]] = arith.cmpi ne, %[[Z]], %{{.*}} : i64
  // CHECK:        molt_pipe.check %{{.*}} when %[[XV]] code 3
  // CHECK:        %[[A:.*]] = arith.divsi
  // CHECK-NEXT:   %[[AV:.*]] = arith.andi %[[NONZERO]], %[[XV]] : i1
  // CHECK-NEXT:   molt_pipe.yield {{.*}} %[[A]], %[[AV]]
  %r = molt_df.with_columns %t ["x", "z"] -> ["a"] {
  ^bb0(%x: !n, %z: i64):
    %a = molt_df.div zero_is_null %x, %z : !n, i64
    molt_df.yield %a : !n
  } : !t
  return %r : !molt_df.table<"x": i64?, "y": i64?, "z": i64, "a": i64?>
}

// CHECK-LABEL: func @observe
func.func @observe() -> !molt_df.table<"x": i64?, "y": i64?, "z": i64, "a": i1, "b": i1, "c": i64, "d": i64?> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[XV:.*]]: i1, %[[Y:.*]]: i64, %[[YV:.*]]: i1, %[[Z:.*]]: i64):
  // CHECK-NEXT:   %[[TRUE:.*]] = arith.constant true
  // CHECK-NEXT:   %[[A:.*]] = arith.xori %[[XV]], %[[TRUE]] : i1
  // CHECK-NEXT:   %[[B:.*]] = arith.constant false
  // CHECK-NEXT:   %[[C:.*]] = arith.select %[[XV]], %[[X]], %[[Z]] : i64
  // CHECK-NEXT:   %[[D:.*]] = arith.select %[[XV]], %[[X]], %[[Y]] : i64
  // CHECK-NEXT:   %[[DV:.*]] = arith.ori %[[XV]], %[[YV]] : i1
  // CHECK-NEXT:   molt_pipe.yield {{.*}} %[[A]], %[[B]], %[[C]], %[[D]], %[[DV]]
  %r = molt_df.with_columns %t ["x", "y", "z"] -> ["a", "b", "c", "d"] {
  ^bb0(%x: !n, %y: !n, %z: i64):
    %a = molt_df.is_null %x : !n
    %b = molt_df.is_null %z : i64
    %c = molt_df.coalesce %x, %z : !n, i64
    %d = molt_df.coalesce %x, %y : !n, !n
    molt_df.yield %a, %b, %c, %d : i1, i1, i64, !n
  } : !t
  return %r : !molt_df.table<"x": i64?, "y": i64?, "z": i64, "a": i1, "b": i1, "c": i64, "d": i64?>
}

// A null condition chooses the second value; validity is chosen with the value.
// CHECK-LABEL: func @select
func.func @select() -> !molt_df.table<"p": i1?, "x": i64?, "z": i64, "a": i64?, "b": i64> {
  %t = molt_df.source "t" : !molt_df.table<"p": i1?, "x": i64?, "z": i64>
  // CHECK:      ^bb0(%[[P:.*]]: i1, %[[PV:.*]]: i1, %[[X:.*]]: i64, %[[XV:.*]]: i1, %[[Z:.*]]: i64):
  // CHECK-NEXT:   %[[C:.*]] = arith.andi %[[P]], %[[PV]] : i1
  // CHECK-NEXT:   %[[A:.*]] = arith.select %[[C]], %[[X]], %[[Z]] : i64
  // CHECK-NEXT:   %[[TRUE:.*]] = arith.constant true
  // CHECK-NEXT:   %[[AV:.*]] = arith.select %[[C]], %[[XV]], %[[TRUE]] : i1
  // CHECK-NEXT:   %[[C:.*]] = arith.andi %[[P]], %[[PV]] : i1
  // CHECK-NEXT:   %[[B:.*]] = arith.select %[[C]], %[[Z]], %[[Z]] : i64
  // CHECK-NEXT:   molt_pipe.yield {{.*}} %[[A]], %[[AV]], %[[B]]
  %r = molt_df.with_columns %t ["p", "x", "z"] -> ["a", "b"] {
  ^bb0(%p: !molt_df.nullable<i1>, %x: !n, %z: i64):
    %a = molt_df.select %p, %x, %z : !molt_df.nullable<i1>, !n, i64
    %b = molt_df.select %p, %z, %z : !molt_df.nullable<i1>, i64, i64
    molt_df.yield %a, %b : !n, i64
  } : !molt_df.table<"p": i1?, "x": i64?, "z": i64>
  return %r : !molt_df.table<"p": i1?, "x": i64?, "z": i64, "a": i64?, "b": i64>
}

// CHECK-LABEL: func @constants
func.func @constants() -> !molt_df.table<"z": i64, "a": i64?, "b": !molt_str.utf8?, "c": f64?, "d": !molt_df.decimal<20, 2>, "e": !molt_df.date32> {
  %t = molt_df.source "t" : !molt_df.table<"z": i64>
  // CHECK:      ^bb0(%{{.*}}: i64):
  // CHECK-NEXT:   %[[A:.*]] = arith.constant 0 : i64
  // CHECK-NEXT:   %[[AV:.*]] = arith.constant false
  // CHECK-NEXT:   %[[B:.*]] = molt_str.constant ""
  // CHECK-NEXT:   %[[BV:.*]] = arith.constant false
  // CHECK-NEXT:   %[[C:.*]] = arith.constant 0.000000e+00 : f64
  // CHECK-NEXT:   %[[CV:.*]] = arith.constant false
  // CHECK-NEXT:   %[[D:.*]] = arith.constant -150 : i128
  // CHECK-NEXT:   %[[E:.*]] = arith.constant 8766 : i32
  // CHECK-NEXT:   molt_pipe.yield values %{{.*}}, %[[A]], %[[AV]], %[[B]], %[[BV]], %[[C]], %[[CV]], %[[D]], %[[E]]
  %r = molt_df.with_columns %t [] -> ["a", "b", "c", "d", "e"] {
    %a = molt_df.constant null : !n
    %b = molt_df.constant null : !molt_df.nullable<!molt_str.utf8>
    %c = molt_df.constant null : !molt_df.nullable<f64>
    %d = molt_df.constant "-1.50" : !molt_df.decimal<20, 2>
    %e = molt_df.constant "1994-01-01" : !molt_df.date32
    molt_df.yield %a, %b, %c, %d, %e : !n, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<f64>, !molt_df.decimal<20, 2>, !molt_df.date32
  } : !molt_df.table<"z": i64>
  return %r : !molt_df.table<"z": i64, "a": i64?, "b": !molt_str.utf8?, "c": f64?, "d": !molt_df.decimal<20, 2>, "e": !molt_df.date32>
}
