// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-pipe-fuse-stages))' | FileCheck %s

// One stage, in which the value between the two is a value of the region.
// CHECK-LABEL: func @two
func.func @two(%source: !molt_pipe.source<i64>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  // CHECK: ^bb0(%[[X:.*]]: !molt_pipe.col<i64>):
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK-NEXT: %[[B:.*]] = molt_pipe.stage(%[[X]]) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    // CHECK-NEXT: ^bb0(%[[V:.*]]: i64):
    // CHECK-NEXT:   %[[S:.*]] = arith.addi %[[V]], %[[V]] : i64
    // CHECK-NEXT:   %[[T:.*]] = arith.muli %[[S]], %[[S]] : i64
    // CHECK-NEXT:   molt_pipe.yield values %[[T]] : i64
    // CHECK-NEXT: }
    // CHECK-NEXT: molt_pipe.output %{{.*}}, %[[B]]
    %a = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.addi %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    %b = molt_pipe.stage(%a) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.muli %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    molt_pipe.output %r, %b nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// Inputs of both, each once; a result of the first that is passed through.
// CHECK-LABEL: func @inputs
func.func @inputs(%source: !molt_pipe.source<i64, i64, i64>, %r: !molt_pipe.result<i64, i64>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64, i64, i64> {
  // CHECK: ^bb0(%[[X:.*]]: !molt_pipe.col<i64>, %[[Y:.*]]: !molt_pipe.col<i64>, %[[Z:.*]]: !molt_pipe.col<i64>):
  ^bb0(%x: !molt_pipe.col<i64>, %y: !molt_pipe.col<i64>, %z: !molt_pipe.col<i64>):
    // CHECK-NEXT: molt_pipe.stage(%[[X]], %[[Y]], %[[Z]])
    // CHECK-NEXT: ^bb0(%[[XV:.*]]: i64, %[[YV:.*]]: i64, %[[ZV:.*]]: i64):
    // CHECK-NEXT:   %[[S:.*]] = arith.addi %[[XV]], %[[YV]]
    // CHECK-NEXT:   %[[P:.*]] = arith.muli %[[S]], %[[YV]]
    // CHECK-NEXT:   %[[Q:.*]] = arith.muli %[[P]], %[[ZV]]
    // CHECK-NEXT:   molt_pipe.yield values %[[S]], %[[Q]] : i64, i64
    %a = molt_pipe.stage(%x, %y) : (!molt_pipe.col<i64>, !molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64, %w: i64):
      %s = arith.addi %v, %w : i64
      molt_pipe.yield values %s : i64
    }
    %b:2 = molt_pipe.stage(%y, %a, %z) : (!molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>) -> (!molt_pipe.col<i64>, !molt_pipe.col<i64>) {
    ^bb0(%u: i64, %v: i64, %w: i64):
      %p = arith.muli %v, %u : i64
      %q = arith.muli %p, %w : i64
      molt_pipe.yield values %v, %q : i64, i64
    }
    molt_pipe.output %r, %b#0, %b#1 nullable [false, false] : !molt_pipe.result<i64, i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>
  }
  return
}

// Three become one. A row is kept where both conditions hold; checks apply where the
// stages before them keep the row, besides their own condition.
// CHECK-LABEL: func @filters_and_checks
func.func @filters_and_checks(%source: !molt_pipe.source<i64, i1, i1>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64, i1, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>, %q: !molt_pipe.col<i1>):
    // CHECK: molt_pipe.stage(
    // CHECK-NEXT: ^bb0(%[[X:.*]]: i64, %[[P:.*]]: i1, %[[Q:.*]]: i1):
    // CHECK-NEXT:   molt_pipe.check %[[Q]] code 3 "first"
    // CHECK-NEXT:   %[[C:.*]] = arith.constant 7
    // CHECK-NEXT:   %[[LESS:.*]] = arith.cmpi slt, %[[X]], %[[C]]
    // CHECK-NEXT:   molt_pipe.check %[[LESS]] when %[[P]] code 4 "second"
    // CHECK-NEXT:   %[[WHEN:.*]] = arith.andi %[[P]], %[[Q]] : i1
    // CHECK-NEXT:   molt_pipe.check %[[LESS]] when %[[WHEN]] code 5 "third"
    // CHECK-NEXT:   %[[BOTH:.*]] = arith.andi %[[P]], %[[LESS]] : i1
    // CHECK-NEXT:   molt_pipe.check %[[Q]] when %[[BOTH]] code 6 "fourth"
    // CHECK-NEXT:   molt_pipe.yield keep %[[BOTH]] values %[[X]] : i64
    // CHECK-NEXT: }
    // CHECK-NEXT: molt_pipe.output
    %a:2 = molt_pipe.stage(%x, %p, %q) : (!molt_pipe.col<i64>, !molt_pipe.col<i1>, !molt_pipe.col<i1>) -> (!molt_pipe.col<i64>, !molt_pipe.col<i1>) {
    ^bb0(%xv: i64, %pv: i1, %qv: i1):
      molt_pipe.check %qv code 3 "first"
      molt_pipe.yield keep %pv values %xv, %qv : i64, i1
    }
    %b:2 = molt_pipe.stage(%a#0, %a#1) : (!molt_pipe.col<i64>, !molt_pipe.col<i1>) -> (!molt_pipe.col<i64>, !molt_pipe.col<i1>) {
    ^bb0(%xv: i64, %qv: i1):
      %c = arith.constant 7 : i64
      %less = arith.cmpi slt, %xv, %c : i64
      molt_pipe.check %less code 4 "second"
      molt_pipe.check %less when %qv code 5 "third"
      molt_pipe.yield keep %less values %xv, %qv : i64, i1
    }
    %d = molt_pipe.stage(%b#0, %b#1) : (!molt_pipe.col<i64>, !molt_pipe.col<i1>) -> !molt_pipe.col<i64> {
    ^bb0(%xv: i64, %qv: i1):
      molt_pipe.check %qv code 6 "fourth"
      molt_pipe.yield values %xv : i64
    }
    molt_pipe.output %r, %d nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// A filter behind a computation: its condition alone.
// CHECK-LABEL: func @filter_behind
func.func @filter_behind(%source: !molt_pipe.source<i64>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK: molt_pipe.stage(
    // CHECK: %[[LESS:.*]] = arith.cmpi
    // CHECK-NEXT: molt_pipe.check %[[LESS]] code 3 "unconditional"
    // CHECK-NEXT: molt_pipe.yield keep %[[LESS]] values
    // CHECK-NOT: molt_pipe.stage
    // CHECK: return
    %a = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.addi %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    %b = molt_pipe.stage(%a) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %c = arith.constant 7 : i64
      %less = arith.cmpi slt, %v, %c : i64
      molt_pipe.check %less code 3 "unconditional"
      molt_pipe.yield keep %less values %v : i64
    }
    molt_pipe.output %r, %b nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// Not fused: the first stage has another user.
// CHECK-LABEL: func @two_users
func.func @two_users(%source: !molt_pipe.source<i64>, %r: !molt_pipe.result<i64, i64>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK: %[[A:.*]] = molt_pipe.stage
    // CHECK: %[[B:.*]] = molt_pipe.stage(%[[A]])
    // CHECK: molt_pipe.output %{{.*}}, %[[A]], %[[B]]
    %a = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.addi %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    %b = molt_pipe.stage(%a) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.muli %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    molt_pipe.output %r, %a, %b nullable [false, false] : !molt_pipe.result<i64, i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>
  }
  return
}

// Not fused: another operator stands between them.
// CHECK-LABEL: func @not_neighbours
func.func @not_neighbours(%source: !molt_pipe.source<i64>, %t: !molt_pipe.join_table<[i64], []>, %r: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK: molt_pipe.stage
    // CHECK: molt_pipe.join_probe
    // CHECK: molt_pipe.stage
    %a = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.addi %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    %j = molt_pipe.join_probe inner %t keys(%a : !molt_pipe.col<i64>) carry(%a : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], []> -> !molt_pipe.col<i64>
    %b = molt_pipe.stage(%j) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.muli %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    molt_pipe.output %r, %b nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// Not fused: a kernel stage is one call per batch, whatever stands beside it.
// CHECK-LABEL: func @kernels
func.func @kernels(%source: !molt_pipe.source<!molt_str.utf8, i1>, %r: !molt_pipe.result<!molt_str.utf8>) {
  molt_pipe.pipeline %source : !molt_pipe.source<!molt_str.utf8, i1> {
  ^bb0(%x: !molt_pipe.col<!molt_str.utf8>, %p: !molt_pipe.col<i1>):
    // CHECK: molt_pipe.stage
    // CHECK: molt_pipe.yield keep
    // CHECK: molt_pipe.stage
    // CHECK: molt_str.contains
    // CHECK: molt_pipe.stage
    // CHECK: molt_pipe.yield keep
    %a = molt_pipe.stage(%x, %p) : (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>) -> !molt_pipe.col<!molt_str.utf8> {
    ^bb0(%v: !molt_str.utf8, %pv: i1):
      molt_pipe.yield keep %pv values %v : !molt_str.utf8
    }
    %b = molt_pipe.stage(%a) : (!molt_pipe.col<!molt_str.utf8>) -> !molt_pipe.col<i1> {
    ^bb0(%v: !molt_str.utf8):
      %word = molt_str.constant "special"
      %c = molt_str.contains %v, %word : !molt_str.utf8, !molt_str.utf8
      molt_pipe.yield values %c : i1
    }
    %c = molt_pipe.stage(%a, %b) : (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>) -> !molt_pipe.col<!molt_str.utf8> {
    ^bb0(%v: !molt_str.utf8, %pv: i1):
      molt_pipe.yield keep %pv values %v : !molt_str.utf8
    }
    molt_pipe.output %r, %c nullable [false] : !molt_pipe.result<!molt_str.utf8>, !molt_pipe.col<!molt_str.utf8>
  }
  return
}

// Equality is vector code and fuses.
// CHECK-LABEL: func @string_equality
func.func @string_equality(%source: !molt_pipe.source<!molt_str.utf8>, %r: !molt_pipe.result<i1>) {
  molt_pipe.pipeline %source : !molt_pipe.source<!molt_str.utf8> {
  ^bb0(%x: !molt_pipe.col<!molt_str.utf8>):
    // CHECK: molt_pipe.stage
    // CHECK: molt_str.cmp eq
    // CHECK: molt_str.cmp ne
    // CHECK: arith.andi
    // CHECK-NOT: molt_pipe.stage
    // CHECK: return
    %a:2 = molt_pipe.stage(%x) : (!molt_pipe.col<!molt_str.utf8>) -> (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>) {
    ^bb0(%v: !molt_str.utf8):
      %t = molt_str.constant "t"
      %c = molt_str.cmp eq %v, %t : !molt_str.utf8, !molt_str.utf8
      molt_pipe.yield values %v, %c : !molt_str.utf8, i1
    }
    %b = molt_pipe.stage(%a#0, %a#1) : (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>) -> !molt_pipe.col<i1> {
    ^bb0(%v: !molt_str.utf8, %p: i1):
      %t = molt_str.constant "u"
      %c = molt_str.cmp ne %v, %t : !molt_str.utf8, !molt_str.utf8
      %q = arith.andi %p, %c : i1
      molt_pipe.yield values %q : i1
    }
    molt_pipe.output %r, %b nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}
