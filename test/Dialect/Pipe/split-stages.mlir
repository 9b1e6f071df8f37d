// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-pipe-split-stages))' --split-input-file --verify-diagnostics | FileCheck %s

// The kernel gets a stage of its own, whose result the rest takes as a column.
// CHECK-LABEL: func @contains
func.func @contains(%s: !molt_pipe.source<!molt_str.utf8, i1>, %r: !molt_pipe.result<!molt_str.utf8>) {
  molt_pipe.pipeline %s : !molt_pipe.source<!molt_str.utf8, i1> {
  // CHECK: ^bb0(%[[X:.*]]: !molt_pipe.col<!molt_str.utf8>, %[[P:.*]]: !molt_pipe.col<i1>):
  ^bb0(%x: !molt_pipe.col<!molt_str.utf8>, %p: !molt_pipe.col<i1>):
    // CHECK-NEXT: %[[K:.*]] = molt_pipe.stage(%[[X]]) : (!molt_pipe.col<!molt_str.utf8>) -> !molt_pipe.col<i1> {
    // CHECK-NEXT: ^bb0(%[[V:.*]]: !molt_str.utf8):
    // CHECK-NEXT:   %[[W:.*]] = molt_str.constant "special"
    // CHECK-NEXT:   %[[C:.*]] = molt_str.contains %[[V]], %[[W]]
    // CHECK-NEXT:   molt_pipe.yield values %[[C]] : i1
    // CHECK-NEXT: }
    // CHECK-NEXT: molt_pipe.stage(%[[X]], %[[P]], %[[K]])
    // CHECK-NEXT: ^bb0(%[[V:.*]]: !molt_str.utf8, %[[PV:.*]]: i1, %[[KV:.*]]: i1):
    // CHECK-NOT:    molt_str.contains
    // CHECK:        %[[AND:.*]] = arith.andi %[[KV]], %[[PV]]
    // CHECK-NEXT:   molt_pipe.yield keep %[[AND]] values %[[V]]
    %a = molt_pipe.stage(%x, %p) : (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>) -> !molt_pipe.col<!molt_str.utf8> {
    ^bb0(%v: !molt_str.utf8, %pv: i1):
      %word = molt_str.constant "special"
      %c = molt_str.contains %v, %word : !molt_str.utf8, !molt_str.utf8
      %q = arith.andi %c, %pv : i1
      molt_pipe.yield keep %q values %v : !molt_str.utf8
    }
    molt_pipe.output %r, %a nullable [false] : !molt_pipe.result<!molt_str.utf8>, !molt_pipe.col<!molt_str.utf8>
  }
  return
}

// -----

// Two kernels, two stages; two columns as operands; equality stays.
// CHECK-LABEL: func @several
func.func @several(%s: !molt_pipe.source<!molt_str.utf8, !molt_str.utf8>, %r: !molt_pipe.result<i1>) {
  molt_pipe.pipeline %s : !molt_pipe.source<!molt_str.utf8, !molt_str.utf8> {
  // CHECK: ^bb0(%[[X:.*]]: !molt_pipe.col<!molt_str.utf8>, %[[Y:.*]]: !molt_pipe.col<!molt_str.utf8>):
  ^bb0(%x: !molt_pipe.col<!molt_str.utf8>, %y: !molt_pipe.col<!molt_str.utf8>):
    // CHECK-NEXT: %[[LESS:.*]] = molt_pipe.stage(%[[X]], %[[Y]])
    // CHECK:        molt_str.cmp lt
    // CHECK-NEXT:   molt_pipe.yield
    // CHECK:      %[[STARTS:.*]] = molt_pipe.stage(%[[Y]], %[[X]])
    // CHECK:        molt_str.starts_with
    // CHECK-NEXT:   molt_pipe.yield
    // CHECK:      molt_pipe.stage(%[[X]], %[[Y]], %[[LESS]], %[[STARTS]])
    // CHECK:        molt_str.cmp eq
    // CHECK-NOT:    molt_str.{{cmp|starts_with}}
    // CHECK:        molt_pipe.yield
    %a = molt_pipe.stage(%x, %y) : (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<!molt_str.utf8>) -> !molt_pipe.col<i1> {
    ^bb0(%v: !molt_str.utf8, %w: !molt_str.utf8):
      %less = molt_str.cmp lt %v, %w : !molt_str.utf8, !molt_str.utf8
      %same = molt_str.cmp eq %v, %w : !molt_str.utf8, !molt_str.utf8
      %starts = molt_str.starts_with %w, %v : !molt_str.utf8, !molt_str.utf8
      %p = arith.ori %less, %same : i1
      %q = arith.andi %p, %starts : i1
      molt_pipe.yield values %q : i1
    }
    molt_pipe.output %r, %a nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

// Nothing to do: a kernel that is alone already, and stages without one.
// CHECK-LABEL: func @unchanged
func.func @unchanged(%s: !molt_pipe.source<!molt_str.utf8, i64>, %r: !molt_pipe.result<i1, i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<!molt_str.utf8, i64> {
  ^bb0(%x: !molt_pipe.col<!molt_str.utf8>, %n: !molt_pipe.col<i64>):
    // CHECK-COUNT-2: molt_pipe.stage
    // CHECK-NOT: molt_pipe.stage
    // CHECK: return
    %a = molt_pipe.stage(%x) : (!molt_pipe.col<!molt_str.utf8>) -> !molt_pipe.col<i1> {
    ^bb0(%v: !molt_str.utf8):
      %word = molt_str.constant "special"
      %c = molt_str.cmp ge %word, %v : !molt_str.utf8, !molt_str.utf8
      molt_pipe.yield values %c : i1
    }
    %b = molt_pipe.stage(%n) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %t = arith.addi %v, %v : i64
      molt_pipe.yield values %t : i64
    }
    molt_pipe.output %r, %a, %b nullable [false, false] : !molt_pipe.result<i1, i64>, !molt_pipe.col<i1>, !molt_pipe.col<i64>
  }
  return
}

// -----

// A function of the C library is a kernel; one that is an instruction is not. A string that is
// made is the operand of another kernel.
// CHECK-LABEL: func @functions_and_new_strings
func.func @functions_and_new_strings(%s: !molt_pipe.source<f64, !molt_str.utf8>, %r: !molt_pipe.result<f64, i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<f64, !molt_str.utf8> {
  // CHECK: ^bb0(%[[X:.*]]: !molt_pipe.col<f64>, %[[S:.*]]: !molt_pipe.col<!molt_str.utf8>):
  ^bb0(%x: !molt_pipe.col<f64>, %y: !molt_pipe.col<!molt_str.utf8>):
    // CHECK:      %[[ROOT:.*]] = molt_pipe.stage(%[[X]])
    // CHECK:        math.sqrt
    // CHECK-NEXT:   molt_pipe.yield
    // CHECK:      %[[EXP:.*]] = molt_pipe.stage(%[[ROOT]])
    // CHECK-NEXT: ^bb0(%[[V:.*]]: f64):
    // CHECK-NEXT:   %[[E:.*]] = math.exp %[[V]]
    // CHECK-NEXT:   molt_pipe.yield values %[[E]] : f64
    // CHECK:      %[[JOINED:.*]] = molt_pipe.stage(%[[S]])
    // CHECK-NEXT: ^bb0(%[[T:.*]]: !molt_str.utf8):
    // CHECK-NEXT:   molt_str.constant
    // CHECK-NEXT:   molt_str.concat
    // CHECK-NEXT:   molt_pipe.yield
    // CHECK:      %[[LENGTH:.*]] = molt_pipe.stage(%[[JOINED]])
    // CHECK-NEXT: ^bb0
    // CHECK-NEXT:   molt_str.length
    // CHECK-NEXT:   molt_pipe.yield
    // CHECK:      molt_pipe.stage(
    // CHECK-NOT:    math.exp
    // CHECK:        arith.addf
    // CHECK:        molt_pipe.yield
    %a, %b = molt_pipe.stage(%x, %y) : (!molt_pipe.col<f64>, !molt_pipe.col<!molt_str.utf8>) -> (!molt_pipe.col<f64>, !molt_pipe.col<i64>) {
    ^bb0(%v: f64, %w: !molt_str.utf8):
      %root = math.sqrt %v : f64
      %exp = math.exp %root : f64
      %sum = arith.addf %exp, %root : f64
      %text = molt_str.constant "text"
      %joined = molt_str.concat %w, %text : !molt_str.utf8, !molt_str.utf8
      %length = molt_str.length %joined : !molt_str.utf8
      molt_pipe.yield values %sum, %length : f64, i64
    }
    molt_pipe.output %r, %a, %b nullable [false, false] : !molt_pipe.result<f64, i64>, !molt_pipe.col<f64>, !molt_pipe.col<i64>
  }
  return
}
