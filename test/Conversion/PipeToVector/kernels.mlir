// String work beyond the view: one call per batch, whose result is a column of bytes.
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v3 --split-input-file --verify-diagnostics | FileCheck %s

!s = !molt_str.utf8
!col = !molt_pipe.col<!molt_str.utf8>

// A constant is one view with stride 0.
// CHECK-LABEL: func private @contains_pipeline0
// CHECK-DAG:     molt_rt.call "molt_rt_utf8_views"
// CHECK:         molt_rt.call "molt_rt_view_contains"(%[[LO:.*]], %[[HI:.*]], %[[N:.*]], %{{.*}}, %{{.*}}, %c0_i64{{.*}}, %[[OUT:.*]]) :
// CHECK:         molt_rt.call "molt_rt_result_append"
func.func @contains() attributes {molt.inputs = [["t", !molt_df.table<"s": !s>]], molt.result = !molt_df.table<"p": i1>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<!s>
  %r = molt_pipe.result_create : !molt_pipe.result<i1>
  molt_pipe.pipeline %t : !molt_pipe.source<!s> {
  ^bb0(%x: !col):
    %p = molt_pipe.stage(%x) : (!col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s):
      %word = molt_str.constant "special requests"
      %c = molt_str.contains %v, %word : !s, !s
      molt_pipe.yield values %c : i1
    }
    molt_pipe.output %r, %p nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

!s = !molt_str.utf8
!col = !molt_pipe.col<!molt_str.utf8>

// Orders are all made of "less": operands swapped for gt and le, bytes flipped for le
// and ge.
// CHECK-LABEL: func private @orders_pipeline0
// CHECK:         molt_rt.call "molt_rt_view_less"(%[[XLO:.*]], %[[XHI:.*]], %{{.*}}, %[[YLO:.*]], %[[YHI:.*]], %c1_i64{{.*}}, %[[A:.*]]) :
// CHECK-NOT:     arith.xori
// CHECK:         molt_rt.call "molt_rt_view_less"(%[[YLO]], %[[YHI]], %{{.*}}, %[[XLO]], %[[XHI]], %c1_i64{{.*}}, %[[B:.*]]) :
// CHECK:         scf.for
// CHECK:           arith.xori %{{.*}} : vector<32xi8>
// CHECK:         molt_rt.call "molt_rt_view_starts_with"(%[[XLO]], %[[XHI]], %{{.*}}, %[[YLO]], %[[YHI]], %c1_i64{{.*}}, %[[C:.*]]) :
func.func @orders() attributes {molt.inputs = [["t", !molt_df.table<"x": !s, "y": !s>]], molt.result = !molt_df.table<"a": i1, "b": i1, "c": i1>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<!s, !s>
  %r = molt_pipe.result_create : !molt_pipe.result<i1, i1, i1>
  molt_pipe.pipeline %t : !molt_pipe.source<!s, !s> {
  ^bb0(%x: !col, %y: !col):
    %a = molt_pipe.stage(%x, %y) : (!col, !col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s, %w: !s):
      %c = molt_str.cmp lt %v, %w : !s, !s
      molt_pipe.yield values %c : i1
    }
    %b = molt_pipe.stage(%x, %y) : (!col, !col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s, %w: !s):
      %c = molt_str.cmp le %v, %w : !s, !s
      molt_pipe.yield values %c : i1
    }
    %c = molt_pipe.stage(%x, %y) : (!col, !col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s, %w: !s):
      %c = molt_str.starts_with %v, %w : !s, !s
      molt_pipe.yield values %c : i1
    }
    molt_pipe.output %r, %a, %b, %c nullable [false, false, false] : !molt_pipe.result<i1, i1, i1>, !molt_pipe.col<i1>, !molt_pipe.col<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

!s = !molt_str.utf8
!col = !molt_pipe.col<!molt_str.utf8>

// Equality with a short constant is a comparison of words in the loop.
// CHECK-LABEL: func private @equality_pipeline0
// CHECK:         scf.for
// CHECK:           %[[LO:.*]] = vector.load
// CHECK:           %[[HI:.*]] = vector.load
// "BUILDING": length 8 and "BUIL", then "DING".
// CHECK-DAG:       %[[CLO:.*]] = arith.constant dense<5497018562138603528> : vector<[[N:[0-9]+]]xi64>
// CHECK-DAG:       %[[CHI:.*]] = arith.constant dense<1196312900> : vector<[[N]]xi64>
// CHECK:           molt_simd.view_eq %[[LO]], %[[HI]], %[[CLO]], %[[CHI]] active
func.func @equality() attributes {molt.inputs = [["t", !molt_df.table<"s": !s>]], molt.result = !molt_df.table<"p": i1>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<!s>
  %r = molt_pipe.result_create : !molt_pipe.result<i1>
  molt_pipe.pipeline %t : !molt_pipe.source<!s> {
  ^bb0(%x: !col):
    %p = molt_pipe.stage(%x) : (!col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s):
      %word = molt_str.constant "BUILDING"
      %c = molt_str.cmp eq %v, %word : !s, !s
      molt_pipe.yield values %c : i1
    }
    molt_pipe.output %r, %p nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

!s = !molt_str.utf8
!col = !molt_pipe.col<!molt_str.utf8>

// A pattern comes encoded, with 0xFF for %, and the length of its bytes. New strings belong to
// the worker, and making them may fail. A function has its number.
// CHECK-LABEL: func private @others_pipeline0
// CHECK:         %[[PATTERN:.*]] = molt_rt.string "\FFa\FEb\FF"
// CHECK:         molt_rt.call "molt_rt_view_like"(%[[LO:.*]], %[[HI:.*]], %c1_i64{{.*}}, %{{.*}}, %[[PATTERN]], %c5_i64{{.*}}, %{{.*}}) :
// CHECK:         %[[STATUS:.*]] = molt_rt.call "molt_rt_view_concat"(%{{.*}}, %{{.*}}, %[[LO]], %[[HI]], %c1_i64{{.*}}, %[[LO]], %[[HI]], %c1_i64{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}) : {{.*}} -> i32
// CHECK:         arith.cmpi eq, %[[STATUS]]
// CHECK:         molt_rt.call "molt_rt_math"(%c1_i32{{.*}}, %{{.*}}, %c1_i64{{.*}}, %{{.*}}, %{{.*}}) :
func.func @others() attributes {molt.inputs = [["t", !molt_df.table<"s": !s, "x": f64>]], molt.result = !molt_df.table<"p": i1, "c": !s, "l": f64>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<!s, f64>
  %r = molt_pipe.result_create : !molt_pipe.result<i1, !s, f64>
  molt_pipe.pipeline %t : !molt_pipe.source<!s, f64> {
  ^bb0(%x: !col, %y: !molt_pipe.col<f64>):
    %p = molt_pipe.stage(%x) : (!col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s):
      %c = molt_str.like %v, "%a_b%%" : !s
      molt_pipe.yield values %c : i1
    }
    %j = molt_pipe.stage(%x) : (!col) -> !col {
    ^bb0(%v: !s):
      %c = molt_str.concat %v, %v : !s, !s
      molt_pipe.yield values %c : !s
    }
    %l = molt_pipe.stage(%y) : (!molt_pipe.col<f64>) -> !molt_pipe.col<f64> {
    ^bb0(%v: f64):
      %c = math.log %v : f64
      molt_pipe.yield values %c : f64
    }
    molt_pipe.output %r, %p, %j, %l nullable [false, false, false] : !molt_pipe.result<i1, !s, f64>, !molt_pipe.col<i1>, !col, !molt_pipe.col<f64>
  }
  return
}

// -----

!s = !molt_str.utf8
!col = !molt_pipe.col<!molt_str.utf8>

func.func @not_split() attributes {molt.inputs = [["t", !molt_df.table<"s": !s>]], molt.result = !molt_df.table<"p": i1>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<!s>
  %r = molt_pipe.result_create : !molt_pipe.result<i1>
  molt_pipe.pipeline %t : !molt_pipe.source<!s> {
  ^bb0(%x: !col):
    %p = molt_pipe.stage(%x) : (!col) -> !molt_pipe.col<i1> {
    ^bb0(%v: !s):
      %word = molt_str.constant "special"
      %c = molt_str.contains %v, %word : !s, !s
      %true = arith.constant true
      // expected-error@+1 {{stands in one stage with an operation that needs a stage of its own; run --molt-pipe-split-stages}}
      %n = arith.xori %c, %true : i1
      molt_pipe.yield values %n : i1
    }
    molt_pipe.output %r, %p nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}
