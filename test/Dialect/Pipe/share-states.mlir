// RUN: molt-opt %s --molt-pipe-share-states --split-input-file | FileCheck %s

// Values that need each other are equal together: two words of a sum. Results of a stage that are
// one value of its region are one column.
// CHECK-LABEL: func @words
// CHECK:         molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64]> init {
// CHECK-NEXT:      %[[ZERO:.*]] = arith.constant 0
// CHECK-NEXT:      molt_pipe.yield values %[[ZERO]], %[[ZERO]] : i64, i64
// CHECK:         ^bb0(%[[A:.*]]: i64, %[[B:.*]]: i64, %[[C:.*]]: i64, %[[D:.*]]: i64):
// CHECK-NEXT:      %[[LOW:.*]] = arith.addi %[[B]], %[[D]]
// CHECK-NEXT:      %[[HIGH:.*]] = arith.addi %[[A]], %[[C]]
// CHECK-NEXT:      %[[CARRIED:.*]] = arith.addi %[[HIGH]], %[[LOW]]
// CHECK-NEXT:      molt_pipe.yield values %[[CARRIED]], %[[LOW]] : i64, i64
// CHECK:         molt_pipe.agg_update %{{.*}} keys() inputs(%{{.*}}#0 : !molt_pipe.col<i64>)
// CHECK-NEXT:    ^bb0(%[[A:.*]]: i64, %[[B:.*]]: i64, %[[X:.*]]: i64):
// CHECK-NEXT:      %[[P:.*]] = arith.addi %[[A]], %[[X]]
// CHECK-NEXT:      %[[Q:.*]] = arith.subi %[[B]], %[[X]]
// CHECK-NEXT:      molt_pipe.yield values %[[P]], %[[Q]] : i64, i64
// CHECK:         molt_pipe.agg_finish %{{.*}} -> !molt_pipe.rows<i64, i64>
// CHECK:         ^bb0(%[[A:.*]]: !molt_pipe.col<i64>, %[[B:.*]]: !molt_pipe.col<i64>):
// CHECK-NEXT:      molt_pipe.output %{{.*}}, %[[A]], %[[B]], %[[A]], %[[B]]
func.func @words(%source: !molt_pipe.source<i64>, %result: !molt_pipe.result<i64, i64, i64, i64>) {
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64, i64, i64]> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero, %zero, %zero, %zero : i64, i64, i64, i64
  } merge {
  ^bb0(%a1: i64, %b1: i64, %c1: i64, %d1: i64, %a2: i64, %b2: i64, %c2: i64, %d2: i64):
    %low = arith.addi %b1, %b2 : i64
    %high = arith.addi %a1, %a2 : i64
    %carried = arith.addi %high, %low : i64
    %low2 = arith.addi %d1, %d2 : i64
    %high2 = arith.addi %c1, %c2 : i64
    %carried2 = arith.addi %high2, %low2 : i64
    molt_pipe.yield values %carried, %low, %carried2, %low2 : i64, i64, i64, i64
  }
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %v:2 = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> (!molt_pipe.col<i64>, !molt_pipe.col<i64>) {
    ^bb0(%xv: i64):
      %double = arith.addi %xv, %xv : i64
      molt_pipe.yield values %double, %double : i64, i64
    }
    molt_pipe.agg_update %a keys() inputs(%v#0, %v#1 : !molt_pipe.col<i64>, !molt_pipe.col<i64>)
        : !molt_pipe.agg_builder<[], [i64, i64, i64, i64]> {
    ^bb0(%s: i64, %t: i64, %u: i64, %w: i64, %y: i64, %z: i64):
      %s1 = arith.addi %s, %y : i64
      %t1 = arith.subi %t, %y : i64
      %u1 = arith.addi %u, %z : i64
      %w1 = arith.subi %w, %z : i64
      molt_pipe.yield values %s1, %t1, %u1, %w1 : i64, i64, i64, i64
    }
  }
  %rows = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[], [i64, i64, i64, i64]> -> !molt_pipe.rows<i64, i64, i64, i64>
  molt_pipe.pipeline %rows : !molt_pipe.rows<i64, i64, i64, i64> {
  ^bb0(%a1: !molt_pipe.col<i64>, %b1: !molt_pipe.col<i64>, %c1: !molt_pipe.col<i64>, %d1: !molt_pipe.col<i64>):
    molt_pipe.output %result, %a1, %b1, %c1, %d1 nullable [false, false, false, false]
        : !molt_pipe.result<i64, i64, i64, i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>
  }
  return
}

// -----

// Another beginning, another input, another operation, another merge, another type, or a value
// that depends on one that differs: none is shared.
// CHECK-LABEL: func @different
// CHECK:         molt_pipe.agg_finish %{{.*}} -> !molt_pipe.rows<i64, i64, i64, i64, i64, i64, i32>
func.func @different(%source: !molt_pipe.source<i64, i64, i32>, %result: !molt_pipe.result<i64>) {
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64, i64, i64, i64, i64, i32]> init {
    %zero = arith.constant 0 : i64
    %one = arith.constant 1 : i64
    %narrow = arith.constant 0 : i32
    molt_pipe.yield values %zero, %one, %zero, %zero, %zero, %zero, %narrow : i64, i64, i64, i64, i64, i64, i32
  } merge {
  ^bb0(%a1: i64, %b1: i64, %c1: i64, %d1: i64, %e1: i64, %f1: i64, %g1: i32, %a2: i64, %b2: i64, %c2: i64, %d2: i64, %e2: i64, %f2: i64, %g2: i32):
    %a3 = arith.addi %a1, %a2 : i64
    %b3 = arith.addi %b1, %b2 : i64
    %c3 = arith.addi %c1, %c2 : i64
    %d3 = arith.addi %d1, %d2 : i64
    %e3 = arith.maxsi %e1, %e2 : i64
    %f3 = arith.addi %f1, %c2 : i64
    %g3 = arith.addi %g1, %g2 : i32
    molt_pipe.yield values %a3, %b3, %c3, %d3, %e3, %f3, %g3 : i64, i64, i64, i64, i64, i64, i32
  }
  molt_pipe.pipeline %source : !molt_pipe.source<i64, i64, i32> {
  ^bb0(%x: !molt_pipe.col<i64>, %y: !molt_pipe.col<i64>, %z: !molt_pipe.col<i32>):
    molt_pipe.agg_update %a keys() inputs(%x, %y, %z : !molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i32>)
        : !molt_pipe.agg_builder<[], [i64, i64, i64, i64, i64, i64, i32]> {
    ^bb0(%a1: i64, %b1: i64, %c1: i64, %d1: i64, %e1: i64, %f1: i64, %g1: i32, %xv: i64, %yv: i64, %zv: i32):
      %a2 = arith.addi %a1, %xv : i64
      %b2 = arith.addi %b1, %xv : i64
      %c2 = arith.addi %c1, %yv : i64
      %d2 = arith.subi %d1, %xv : i64
      %e2 = arith.addi %e1, %xv : i64
      %f2 = arith.addi %f1, %xv : i64
      %g2 = arith.addi %g1, %zv : i32
      molt_pipe.yield values %a2, %b2, %c2, %d2, %e2, %f2, %g2 : i64, i64, i64, i64, i64, i64, i32
    }
  }
  %rows = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[], [i64, i64, i64, i64, i64, i64, i32]> -> !molt_pipe.rows<i64, i64, i64, i64, i64, i64, i32>
  molt_pipe.pipeline %rows : !molt_pipe.rows<i64, i64, i64, i64, i64, i64, i32> {
  ^bb0(%a1: !molt_pipe.col<i64>, %b1: !molt_pipe.col<i64>, %c1: !molt_pipe.col<i64>, %d1: !molt_pipe.col<i64>, %e1: !molt_pipe.col<i64>, %f1: !molt_pipe.col<i64>, %g1: !molt_pipe.col<i32>):
    molt_pipe.output %result, %a1 nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// -----

// What a merge takes from one side and what from the other are not the same.
// CHECK-LABEL: func @sides
// CHECK:         molt_pipe.agg_finish %{{.*}} -> !molt_pipe.rows<i64, i64>
func.func @sides(%source: !molt_pipe.source<i64>, %result: !molt_pipe.result<i64>) {
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64, i64]> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero, %zero : i64, i64
  } merge {
  ^bb0(%a1: i64, %b1: i64, %a2: i64, %b2: i64):
    %a3 = arith.addi %a1, %a2 : i64
    %b3 = arith.addi %b1, %b1 : i64
    molt_pipe.yield values %a3, %b3 : i64, i64
  }
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.agg_update %a keys() inputs(%x : !molt_pipe.col<i64>) : !molt_pipe.agg_builder<[], [i64, i64]> {
    ^bb0(%a1: i64, %b1: i64, %v: i64):
      %a2 = arith.addi %a1, %v : i64
      %b2 = arith.addi %b1, %v : i64
      molt_pipe.yield values %a2, %b2 : i64, i64
    }
  }
  %rows = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[], [i64, i64]> -> !molt_pipe.rows<i64, i64>
  molt_pipe.pipeline %rows : !molt_pipe.rows<i64, i64> {
  ^bb0(%a1: !molt_pipe.col<i64>, %b1: !molt_pipe.col<i64>):
    molt_pipe.output %result, %a1 nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}
