// Every operation, through the custom form, the generic form and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

//===----------------------------------------------------------------------===//
// Sources and guards
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @table_source
func.func @table_source() {
  // CHECK: molt_pipe.table_source "points" input 0 columns [0, 1, 1] validity [false, false, true] : !molt_pipe.source<i64, f64, i1>
  %s = molt_pipe.table_source "points" input 0 columns [0, 1, 1] validity [false, false, true]
      : !molt_pipe.source<i64, f64, i1>
  // A boolean column need not be a validity.
  // CHECK: molt_pipe.table_source "flags" input 3 columns [2] validity [false] : !molt_pipe.source<i1>
  %b = molt_pipe.table_source "flags" input 3 columns [2] validity [false] : !molt_pipe.source<i1>
  // CHECK: molt_pipe.table_source "a \22quoted\22 name" input 1 columns [] validity [] : !molt_pipe.source<>
  %n = molt_pipe.table_source "a \"quoted\" name" input 1 columns [] validity [] : !molt_pipe.source<>
  return
}

// CHECK-LABEL: func @guards
func.func @guards() {
  // CHECK: molt_pipe.guard_rows input 0 max 1000
  molt_pipe.guard_rows input 0 max 1000
  // CHECK: molt_pipe.guard_rows input 1 max 0
  molt_pipe.guard_rows input 1 max 0
  // CHECK: molt_pipe.guard_column input 0 column 2 nonnull range [0 : i128, 100 : i128]
  molt_pipe.guard_column input 0 column 2 nonnull range [0 : i128, 100 : i128]
  // CHECK: molt_pipe.guard_column input 0 column 2 nonnull range [0 : i128, 100 : i128] unique{{$}}
  molt_pipe.guard_column input 0 column 2 nonnull range [0 : i128, 100 : i128] unique
  // CHECK: molt_pipe.guard_column input 0 column 2 nonnull{{$}}
  molt_pipe.guard_column input 0 column 2 nonnull
  // CHECK: molt_pipe.guard_column input 0 column 3 range [-170141183460469231731687303715884105728 : i128, 170141183460469231731687303715884105727 : i128]
  molt_pipe.guard_column input 0 column 3 range [-170141183460469231731687303715884105728 : i128, 170141183460469231731687303715884105727 : i128]
  // CHECK: molt_pipe.guard_column input 0 column 0{{$}}
  molt_pipe.guard_column input 0 column 0
  return
}

// CHECK-LABEL: func @pipeline
func.func @pipeline(%s: !molt_pipe.source<i64>, %rows: !molt_pipe.rows<i64>, %result: !molt_pipe.result<i64>) {
  // CHECK: molt_pipe.pipeline %{{.*}} : !molt_pipe.source<i64> {
  // CHECK-NEXT: ^bb0(%[[X:.*]]: !molt_pipe.col<i64>):
  // CHECK-NEXT:   molt_pipe.output %{{.*}}, %[[X]] nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  // CHECK-NEXT: }
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.output %result, %x nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  // CHECK: molt_pipe.pipeline parallel %{{.*}} : !molt_pipe.rows<i64> {
  molt_pipe.pipeline parallel %rows : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.output %result, %x nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

//===----------------------------------------------------------------------===//
// Stages
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @stage
func.func @stage(%s: !molt_pipe.source<i64>, %result: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK: %[[D:.*]] = molt_pipe.stage(%{{.*}}) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    // CHECK-NEXT: ^bb0(%[[V:.*]]: i64):
    // CHECK:        %[[P:.*]] = arith.cmpi slt, %[[V]], %{{.*}} : i64
    // CHECK-NEXT:   molt_pipe.yield keep %[[P]] values %[[V]] : i64
    // CHECK-NEXT: }
    %d = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %c = arith.constant 5 : i64
      %p = arith.cmpi slt, %v, %c : i64
      molt_pipe.yield keep %p values %v : i64
    }
    // CHECK: molt_pipe.output %{{.*}}, %[[D]]
    molt_pipe.output %result, %d nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// CHECK-LABEL: func @stages_with_less
func.func @stages_with_less(%s: !molt_pipe.source<i1>, %result: !molt_pipe.result<>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    // Nothing but a filter.
    // CHECK: molt_pipe.stage(%{{.*}}) : (!molt_pipe.col<i1>) -> () {
    // CHECK:   molt_pipe.yield keep %{{.*$}}
    molt_pipe.stage(%x) : (!molt_pipe.col<i1>) -> () {
    ^bb0(%v: i1):
      molt_pipe.yield keep %v
    }
    // Nothing at all.
    // CHECK: molt_pipe.stage() : () -> () {
    // CHECK-NEXT: molt_pipe.yield
    // CHECK-NEXT: }
    molt_pipe.stage() : () -> () {
      molt_pipe.yield
    }
    // A constant column, and one twice.
    // CHECK: molt_pipe.stage() : () -> (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<f64>, !molt_pipe.col<f64>) {
    %0:3 = molt_pipe.stage() : () -> (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<f64>, !molt_pipe.col<f64>) {
      %t = molt_str.constant "text"
      %c = arith.constant 1.0 : f64
      %r = math.sqrt %c : f64
      // CHECK: molt_pipe.yield values %{{.*}}, %{{.*}}, %{{.*}} : !molt_str.utf8, f64, f64
      molt_pipe.yield values %t, %r, %r : !molt_str.utf8, f64, f64
    }
    // Rows without columns.
    // CHECK: molt_pipe.output %{{.*}} nullable [] : !molt_pipe.result<>{{$}}
    molt_pipe.output %result nullable [] : !molt_pipe.result<>
  }
  return
}

// CHECK-LABEL: func @check
func.func @check(%s: !molt_pipe.source<i1, i1>, %result: !molt_pipe.result<i1>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1, i1> {
  ^bb0(%x: !molt_pipe.col<i1>, %y: !molt_pipe.col<i1>):
    molt_pipe.stage(%x, %y) : (!molt_pipe.col<i1>, !molt_pipe.col<i1>) -> () {
    ^bb0(%ok: i1, %valid: i1):
      // CHECK: molt_pipe.check %[[OK:.*]] when %{{.*}} code 3 "sum does not fit i64"
      molt_pipe.check %ok when %valid code 3 "sum does not fit i64"
      // CHECK: molt_pipe.check %[[OK]] code 4 "division by zero"
      molt_pipe.check %ok code 4 "division by zero"
      molt_pipe.yield
    }
    molt_pipe.output %result, %x nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// CHECK-LABEL: func @window
func.func @window(%result: !molt_pipe.result<i64>) {
  %s = molt_pipe.sort_create descending [false, false] offset 0 limit -1 : !molt_pipe.sorter<[i64, i64], [f64]>
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64, i64], [f64]> -> !molt_pipe.rows<f64>
  // CHECK: %[[W:.*]] = molt_pipe.window_bounds %{{.*}}, %{{.*}} partition 1 : !molt_pipe.sorter<[i64, i64], [f64]>, !molt_pipe.rows<f64>
  %w = molt_pipe.window_bounds %s, %r partition 1
      : !molt_pipe.sorter<[i64, i64], [f64]>, !molt_pipe.rows<f64>
  molt_pipe.pipeline %r : !molt_pipe.rows<f64> {
  ^bb0(%x: !molt_pipe.col<f64>):
    // CHECK: %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} = molt_pipe.window_columns %[[W]]
    %row, %start, %end, %peer_start, %peer_end, %peers = molt_pipe.window_columns %w
    molt_pipe.output %result, %row nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// CHECK-LABEL: func @frames
func.func @frames(%result: !molt_pipe.result<i64>) {
  %s = molt_pipe.sort_create descending [false, false, false] offset 0 limit -1 : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]>
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]> -> !molt_pipe.rows<f64, i64>
  %w = molt_pipe.window_bounds %s, %r partition 1
      : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]>, !molt_pipe.rows<f64, i64>
  // CHECK: %[[F:.*]] = molt_pipe.window_frames %{{.*}}, %{{.*}} <range -1.500000e+00 to 0.000000e+00> key f64 descending nullable nulls_first : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]>
  %f = molt_pipe.window_frames %w, %s <range -1.5 to 0.0> key f64 descending nullable nulls_first
      : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]>
  // CHECK: molt_pipe.window_frames %{{.*}}, %{{.*}} <rows unbounded to 0> : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]>
  %g = molt_pipe.window_frames %w, %s <rows unbounded to 0> : !molt_pipe.sorter<[i64, i64, i64], [f64, i64]>
  // CHECK: %[[S:.*]] = molt_pipe.frame_states %[[F]], %{{.*}} inputs [1] parallel : !molt_pipe.rows<f64, i64> -> !molt_pipe.frame_states<i64> init {
  // CHECK:   molt_pipe.yield values %{{.*}} : i64
  // CHECK-NEXT: } update {
  // CHECK-NEXT: ^bb0(%{{.*}}: i64, %{{.*}}: i64, %{{.*}}: i64):
  // CHECK:   molt_pipe.yield values %{{.*}} : i64
  // CHECK-NEXT: } merge {
  // CHECK-NEXT: ^bb0(%{{.*}}: i64, %{{.*}}: i64):
  // CHECK:   molt_pipe.yield values %{{.*}} : i64
  %states = molt_pipe.frame_states %f, %r inputs [1] parallel
      : !molt_pipe.rows<f64, i64> -> !molt_pipe.frame_states<i64> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } update {
  ^bb0(%state: i64, %x: i64, %row: i64):
    %n = arith.addi %state, %x : i64
    molt_pipe.yield values %n : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    %n = arith.addi %x, %y : i64
    molt_pipe.yield values %n : i64
  }
  // CHECK: %[[I:.*]] = molt_pipe.frame_index %[[F]], %{{.*}} fields [1] : !molt_pipe.rows<f64, i64>
  %index = molt_pipe.frame_index %f, %r fields [1] : !molt_pipe.rows<f64, i64>
  // CHECK: %[[D:.*]] = molt_pipe.frame_index %[[F]], %{{.*}} distinct fields [1] : !molt_pipe.rows<f64, i64>
  %distinct = molt_pipe.frame_index %f, %r distinct fields [1] : !molt_pipe.rows<f64, i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<f64, i64> {
  ^bb0(%x: !molt_pipe.col<f64>, %y: !molt_pipe.col<i64>):
    // CHECK: %[[B:.*]], %{{.*}} = molt_pipe.frame_bounds %[[F]]
    %begin, %end = molt_pipe.frame_bounds %f
    // CHECK: molt_pipe.frame_columns %[[S]] : !molt_pipe.frame_states<i64> -> !molt_pipe.col<i64>
    %sum = molt_pipe.frame_columns %states : !molt_pipe.frame_states<i64> -> !molt_pipe.col<i64>
    // CHECK: molt_pipe.frame_counts %[[D]] : !molt_pipe.col<i64>
    %different = molt_pipe.frame_counts %distinct : !molt_pipe.col<i64>
    // CHECK: molt_pipe.frame_nth %[[I]] row %{{.*}} at %{{.*}} : !molt_pipe.col<i64>
    %nth = molt_pipe.frame_nth %index row %begin at %different : !molt_pipe.col<i64>
    // CHECK: molt_pipe.lookup_rows %[[B]] fields [1, 0] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>, !molt_pipe.col<f64>
    %v:2 = molt_pipe.lookup_rows %begin fields [1, 0] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>, !molt_pipe.col<f64>
    molt_pipe.output %result, %sum nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// CHECK-LABEL: func @row_number
func.func @row_number(%r: !molt_pipe.rows<i64>, %result: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK: molt_pipe.row_number : !molt_pipe.col<i64>
    %n = molt_pipe.row_number : !molt_pipe.col<i64>
    molt_pipe.output %result, %n nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// CHECK-LABEL: func @row_order
func.func @row_order(%s: !molt_pipe.source<i1>, %result: !molt_pipe.result<i64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i1> {
  ^bb0(%x: !molt_pipe.col<i1>):
    // CHECK: molt_pipe.row_order : !molt_pipe.col<i64>
    %o = molt_pipe.row_order : !molt_pipe.col<i64>
    molt_pipe.output %result, %o nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

//===----------------------------------------------------------------------===//
// Aggregation
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @aggregate
func.func @aggregate(%source: !molt_pipe.source<i32, i64>) {
  // CHECK: %[[A:.*]] = molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64]> init {
  // CHECK:   molt_pipe.yield values %{{.*}} : i64
  // CHECK-NEXT: } merge {
  // CHECK-NEXT: ^bb0(%{{.*}}: i64, %{{.*}}: i64):
  // CHECK:   molt_pipe.yield values %{{.*}} : i64
  %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64]> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    %s = arith.addi %x, %y : i64
    molt_pipe.yield values %s : i64
  }
  molt_pipe.pipeline parallel %source : !molt_pipe.source<i32, i64> {
  ^bb0(%k: !molt_pipe.col<i32>, %v: !molt_pipe.col<i64>):
    // CHECK: molt_pipe.agg_update %[[A]] keys(%{{.*}} : !molt_pipe.col<i32>) inputs(%{{.*}} : !molt_pipe.col<i64>) : !molt_pipe.agg_builder<[i32], [i64]> {
    // CHECK-NEXT: ^bb0(%[[STATE:.*]]: i64, %[[X:.*]]: i64):
    // CHECK-NEXT:   %[[S:.*]] = arith.addi %[[STATE]], %[[X]] : i64
    // CHECK-NEXT:   molt_pipe.yield values %[[S]] : i64
    molt_pipe.agg_update %a keys(%k : !molt_pipe.col<i32>) inputs(%v : !molt_pipe.col<i64>)
        : !molt_pipe.agg_builder<[i32], [i64]> {
    ^bb0(%state: i64, %x: i64):
      %s = arith.addi %state, %x : i64
      molt_pipe.yield values %s : i64
    }
  }
  // CHECK: molt_pipe.agg_finish %[[A]] : !molt_pipe.agg_builder<[i32], [i64]> -> !molt_pipe.rows<i32, i64>
  %r = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[i32], [i64]>
      -> !molt_pipe.rows<i32, i64>
  return
}

// Without keys and inputs: a count. With keys alone: distinct.
// CHECK-LABEL: func @aggregate_with_less
func.func @aggregate_with_less(%source: !molt_pipe.source<i32>, %distinct: !molt_pipe.agg_builder<[i32], []>) {
  %count = molt_pipe.agg_create : !molt_pipe.agg_builder<[], [i64]> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    %s = arith.addi %x, %y : i64
    molt_pipe.yield values %s : i64
  }
  molt_pipe.pipeline %source : !molt_pipe.source<i32> {
  ^bb0(%k: !molt_pipe.col<i32>):
    // CHECK: molt_pipe.agg_update %{{.*}} keys() inputs() : !molt_pipe.agg_builder<[], [i64]> {
    molt_pipe.agg_update %count keys() inputs() : !molt_pipe.agg_builder<[], [i64]> {
    ^bb0(%state: i64):
      %one = arith.constant 1 : i64
      %s = arith.addi %state, %one : i64
      molt_pipe.yield values %s : i64
    }
    // CHECK: molt_pipe.agg_update %{{.*}} keys(%{{.*}} : !molt_pipe.col<i32>) inputs() : !molt_pipe.agg_builder<[i32], []> {
    molt_pipe.agg_update %distinct keys(%k : !molt_pipe.col<i32>) inputs() : !molt_pipe.agg_builder<[i32], []> {
      molt_pipe.yield
    }
  }
  // CHECK: molt_pipe.agg_finish %{{.*}} : !molt_pipe.agg_builder<[], [i64]> -> !molt_pipe.rows<i64>
  %r = molt_pipe.agg_finish %count : !molt_pipe.agg_builder<[], [i64]> -> !molt_pipe.rows<i64>
  return
}

//===----------------------------------------------------------------------===//
// Join
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @join
func.func @join(%s: !molt_pipe.source<i64, f64, i32>) {
  // CHECK: %[[B:.*]] = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
  %b = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
  molt_pipe.pipeline %s : !molt_pipe.source<i64, f64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %p: !molt_pipe.col<f64>, %v: !molt_pipe.col<i32>):
    // CHECK: molt_pipe.join_insert %[[B]] keys(%{{.*}} : !molt_pipe.col<i64>) payload(%{{.*}} : !molt_pipe.col<f64>) : !molt_pipe.join_builder<[i64], [f64]>
    molt_pipe.join_insert %b keys(%k : !molt_pipe.col<i64>) payload(%p : !molt_pipe.col<f64>)
        : !molt_pipe.join_builder<[i64], [f64]>
  }
  // CHECK: %[[T:.*]] = molt_pipe.join_finish %[[B]] : !molt_pipe.join_builder<[i64], [f64]> -> !molt_pipe.join_table<[i64], [f64]>
  %t = molt_pipe.join_finish %b : !molt_pipe.join_builder<[i64], [f64]>
      -> !molt_pipe.join_table<[i64], [f64]>
  molt_pipe.pipeline %s : !molt_pipe.source<i64, f64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %unused: !molt_pipe.col<f64>, %v: !molt_pipe.col<i32>):
    // CHECK: %{{.*}}:2 = molt_pipe.join_probe inner %[[T]] keys(%{{.*}} : !molt_pipe.col<i64>) carry(%{{.*}} : !molt_pipe.col<i32>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32>, !molt_pipe.col<f64>
    %c, %p = molt_pipe.join_probe inner %t keys(%k : !molt_pipe.col<i64>) carry(%v : !molt_pipe.col<i32>)
        : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32>, !molt_pipe.col<f64>
  }
  molt_pipe.pipeline %s : !molt_pipe.source<i64, f64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %unused: !molt_pipe.col<f64>, %v: !molt_pipe.col<i32>):
    // CHECK: molt_pipe.join_mark %[[T]] keys(%{{.*}} : !molt_pipe.col<i64>) carry() : !molt_pipe.join_table<[i64], [f64]>
    molt_pipe.join_mark %t keys(%k : !molt_pipe.col<i64>) carry()
        : !molt_pipe.join_table<[i64], [f64]>
  }
  molt_pipe.pipeline %s : !molt_pipe.source<i64, f64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %unused: !molt_pipe.col<f64>, %v: !molt_pipe.col<i32>):
    // CHECK: molt_pipe.join_mark %[[T]] keys(%{{.*}} : !molt_pipe.col<i64>) carry(%{{.*}} : !molt_pipe.col<i32>) : !molt_pipe.join_table<[i64], [f64]> {
    molt_pipe.join_mark %t keys(%k : !molt_pipe.col<i64>) carry(%v : !molt_pipe.col<i32>)
        : !molt_pipe.join_table<[i64], [f64]> {
    ^bb0(%w: !molt_pipe.col<i32>, %q: !molt_pipe.col<f64>):
      %c = molt_pipe.stage(%q) : (!molt_pipe.col<f64>) -> !molt_pipe.col<i1> {
      ^bb0(%x: f64):
        %zero = arith.constant 0.0 : f64
        %less = arith.cmpf olt, %x, %zero : f64
        molt_pipe.yield values %less : i1
      }
      molt_pipe.yield values %c : !molt_pipe.col<i1>
    }
  }
  // CHECK: molt_pipe.join_matched %[[T]] : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.rows<f64>
  %r = molt_pipe.join_matched %t : !molt_pipe.join_table<[i64], [f64]>
      -> !molt_pipe.rows<f64>
  return
}

// CHECK-LABEL: func @unmatched
func.func @unmatched(%t: !molt_pipe.join_table<[i64], [f64]>) {
  // CHECK: molt_pipe.join_unmatched %{{.*}} : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.rows<f64>
  %r = molt_pipe.join_unmatched %t : !molt_pipe.join_table<[i64], [f64]>
      -> !molt_pipe.rows<f64>
  return
}

// The documentation's example: with a condition, and kinds.
// CHECK-LABEL: func @probes
func.func @probes(%source: !molt_pipe.source<i64, i32>, %t: !molt_pipe.join_table<[i64], [f64]>) {
  molt_pipe.pipeline %source : !molt_pipe.source<i64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %v: !molt_pipe.col<i32>):
    %c, %p = molt_pipe.join_probe inner %t keys(%k : !molt_pipe.col<i64>)
        carry(%v : !molt_pipe.col<i32>)
        : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32>, !molt_pipe.col<f64>
  }
  molt_pipe.pipeline %source : !molt_pipe.source<i64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %v: !molt_pipe.col<i32>):
    %d = molt_pipe.join_probe anti %t keys(%k : !molt_pipe.col<i64>)
        carry(%v : !molt_pipe.col<i32>)
        : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32> {
    ^bb0(%w: !molt_pipe.col<i32>, %q: !molt_pipe.col<f64>):
      %s = molt_pipe.stage(%q) : (!molt_pipe.col<f64>) -> !molt_pipe.col<i1> {
      ^bb0(%x: f64):
        %zero = arith.constant 0.0 : f64
        %b = arith.cmpf olt, %x, %zero : f64
        molt_pipe.yield values %b : i1
      }
      molt_pipe.yield values %s : !molt_pipe.col<i1>
    }
  }
  molt_pipe.pipeline %source : !molt_pipe.source<i64, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %v: !molt_pipe.col<i32>):
    // CHECK: molt_pipe.join_probe full %{{.*}} -> !molt_pipe.col<i32>, !molt_pipe.col<f64>, !molt_pipe.col<i1>
    %f:3 = molt_pipe.join_probe full %t keys(%k : !molt_pipe.col<i64>) carry(%v : !molt_pipe.col<i32>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32>, !molt_pipe.col<f64>, !molt_pipe.col<i1>
  }
  return
}

// A semi-join in effect: neither payload nor carried columns.
// CHECK-LABEL: func @join_with_less
func.func @join_with_less(%s: !molt_pipe.source<!molt_str.utf8, i8>,
                          %b: !molt_pipe.join_builder<[!molt_str.utf8, i8], []>,
                          %t: !molt_pipe.join_table<[!molt_str.utf8, i8], []>) {
  molt_pipe.pipeline %s : !molt_pipe.source<!molt_str.utf8, i8> {
  ^bb0(%k: !molt_pipe.col<!molt_str.utf8>, %l: !molt_pipe.col<i8>):
    // CHECK: molt_pipe.join_insert %{{.*}} keys(%{{.*}}, %{{.*}} : !molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i8>) payload() : !molt_pipe.join_builder<[!molt_str.utf8, i8], []>
    molt_pipe.join_insert %b keys(%k, %l : !molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i8>) payload() : !molt_pipe.join_builder<[!molt_str.utf8, i8], []>
  }
  molt_pipe.pipeline %s : !molt_pipe.source<!molt_str.utf8, i8> {
  ^bb0(%k: !molt_pipe.col<!molt_str.utf8>, %l: !molt_pipe.col<i8>):
    // CHECK: molt_pipe.join_probe inner %{{.*}} keys(%{{.*}}, %{{.*}} : !molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i8>) carry() : !molt_pipe.join_table<[!molt_str.utf8, i8], []>{{$}}
    molt_pipe.join_probe inner %t keys(%k, %l : !molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i8>) carry() : !molt_pipe.join_table<[!molt_str.utf8, i8], []>
  }
  return
}

//===----------------------------------------------------------------------===//
// Sort, top-k, limit
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @sort
func.func @sort(%source: !molt_pipe.source<i64, f64>) {
  // CHECK: %[[S:.*]] = molt_pipe.sort_create descending [false] offset 0 limit 10 : !molt_pipe.sorter<[i64], [f64]>
  %s = molt_pipe.sort_create descending [false] offset 0 limit 10
      : !molt_pipe.sorter<[i64], [f64]>
  molt_pipe.pipeline %source : !molt_pipe.source<i64, f64> {
  ^bb0(%k: !molt_pipe.col<i64>, %p: !molt_pipe.col<f64>):
    // CHECK: molt_pipe.sort_append %[[S]] keys(%{{.*}} : !molt_pipe.col<i64>) payload(%{{.*}} : !molt_pipe.col<f64>) : !molt_pipe.sorter<[i64], [f64]>
    molt_pipe.sort_append %s keys(%k : !molt_pipe.col<i64>) payload(%p : !molt_pipe.col<f64>)
        : !molt_pipe.sorter<[i64], [f64]>
  }
  // CHECK: molt_pipe.sort_finish %[[S]] : !molt_pipe.sorter<[i64], [f64]> -> !molt_pipe.rows<f64>
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [f64]> -> !molt_pipe.rows<f64>
  return
}

// CHECK-LABEL: func @sorters
func.func @sorters(%source: !molt_pipe.source<i64>) {
  // CHECK: molt_pipe.sort_create descending [true, false] offset 0 limit -1 : !molt_pipe.sorter<[!molt_str.utf8, i64], []>
  %0 = molt_pipe.sort_create descending [true, false] offset 0 limit -1 : !molt_pipe.sorter<[!molt_str.utf8, i64], []>
  // LIMIT 0 OFFSET 5.
  // CHECK: %[[L:.*]] = molt_pipe.sort_create descending [] offset 5 limit 0 : !molt_pipe.sorter<[], [i64]>
  %1 = molt_pipe.sort_create descending [] offset 5 limit 0 : !molt_pipe.sorter<[], [i64]>
  molt_pipe.pipeline %source : !molt_pipe.source<i64> {
  ^bb0(%p: !molt_pipe.col<i64>):
    // CHECK: molt_pipe.sort_append %[[L]] keys() payload(%{{.*}} : !molt_pipe.col<i64>) : !molt_pipe.sorter<[], [i64]>
    molt_pipe.sort_append %1 keys() payload(%p : !molt_pipe.col<i64>) : !molt_pipe.sorter<[], [i64]>
  }
  return
}

//===----------------------------------------------------------------------===//
// Result
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @result
func.func @result(%s: !molt_pipe.source<i64>) {
  // CHECK: molt_pipe.result_create : !molt_pipe.result<i64>
  %r = molt_pipe.result_create : !molt_pipe.result<i64>
  molt_pipe.pipeline %s : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    // CHECK: molt_pipe.output %{{.*}}, %{{.*}} nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
    molt_pipe.output %r, %x nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// A nullable column of the result is two columns of the batch.
// CHECK-LABEL: func @nullable_result
func.func @nullable_result(%s: !molt_pipe.source<i64, i1, f64>, %r: !molt_pipe.result<f64, i64, f64>) {
  molt_pipe.pipeline %s : !molt_pipe.source<i64, i1, f64> {
  ^bb0(%x: !molt_pipe.col<i64>, %valid: !molt_pipe.col<i1>, %f: !molt_pipe.col<f64>):
    // CHECK: molt_pipe.output %{{.*}}, %[[F:.*]], %[[X:.*]], %[[V:.*]], %[[F]] nullable [false, true, false] : !molt_pipe.result<f64, i64, f64>, !molt_pipe.col<f64>, !molt_pipe.col<i64>, !molt_pipe.col<i1>, !molt_pipe.col<f64>
    molt_pipe.output %r, %f, %x, %valid, %f nullable [false, true, false] : !molt_pipe.result<f64, i64, f64>, !molt_pipe.col<f64>, !molt_pipe.col<i64>, !molt_pipe.col<i1>, !molt_pipe.col<f64>
  }
  return
}

// The examples of the documentation.
// CHECK-LABEL: func @frame_examples
func.func @frame_examples(%result: !molt_pipe.result<i64>) {
  %o = molt_pipe.sort_create descending [] offset 0 limit -1 : !molt_pipe.sorter<[], [i64]>
  %r = molt_pipe.sort_finish %o : !molt_pipe.sorter<[], [i64]> -> !molt_pipe.rows<i64>
  %w = molt_pipe.window_bounds %o, %r partition 0 : !molt_pipe.sorter<[], [i64]>, !molt_pipe.rows<i64>
  %f = molt_pipe.window_frames %w, %o <rows -1 to 0> : !molt_pipe.sorter<[], [i64]>
  %s = molt_pipe.frame_states %f, %r inputs [0]
      : !molt_pipe.rows<i64> -> !molt_pipe.frame_states<i64> init {
    %zero = arith.constant 0 : i64
    molt_pipe.yield values %zero : i64
  } update {
  ^bb0(%state: i64, %x: i64, %row: i64):
    %n = arith.addi %state, %x : i64
    molt_pipe.yield values %n : i64
  } merge {
  ^bb0(%x: i64, %y: i64):
    %n = arith.addi %x, %y : i64
    molt_pipe.yield values %n : i64
  }
  molt_pipe.pipeline %r : !molt_pipe.rows<i64> {
  ^bb0(%i: !molt_pipe.col<i64>):
    %sum = molt_pipe.frame_columns %s : !molt_pipe.frame_states<i64> -> !molt_pipe.col<i64>
    molt_pipe.output %result, %sum nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// CHECK-LABEL: func @distance_example
func.func @distance_example(%result: !molt_pipe.result<f64>) {
  %s = molt_pipe.sort_create descending [false, false, false] offset 0 limit -1 : !molt_pipe.sorter<[i64, i64, i64], [f64]>
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64, i64, i64], [f64]> -> !molt_pipe.rows<f64>
  %w = molt_pipe.window_bounds %s, %r partition 1
      : !molt_pipe.sorter<[i64, i64, i64], [f64]>, !molt_pipe.rows<f64>
  %f = molt_pipe.window_frames %w, %s <range -1.5 to 0.0> key f64 nullable
      : !molt_pipe.sorter<[i64, i64, i64], [f64]>
  return
}

// CHECK-LABEL: func @lookup_example
func.func @lookup_example(%s: !molt_pipe.sorter<[], [f64, i64]>) {
  %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[], [f64, i64]> -> !molt_pipe.rows<f64, i64>
  molt_pipe.pipeline %r : !molt_pipe.rows<f64, i64> {
  ^bb0(%x: !molt_pipe.col<f64>, %i: !molt_pipe.col<i64>):
    %v = molt_pipe.lookup_rows %i fields [1] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>
  }
  return
}

// CHECK-LABEL: func @frame_index_examples
func.func @frame_index_examples(%result: !molt_pipe.result<i64>) {
  %o = molt_pipe.sort_create descending [] offset 0 limit -1 : !molt_pipe.sorter<[], [i64, i1]>
  %r = molt_pipe.sort_finish %o : !molt_pipe.sorter<[], [i64, i1]> -> !molt_pipe.rows<i64, i1>
  %w = molt_pipe.window_bounds %o, %r partition 0 : !molt_pipe.sorter<[], [i64, i1]>, !molt_pipe.rows<i64, i1>
  %f = molt_pipe.window_frames %w, %o <rows -1 to 0> : !molt_pipe.sorter<[], [i64, i1]>
  %i = molt_pipe.frame_index %f, %r fields [0, 1] : !molt_pipe.rows<i64, i1>
  molt_pipe.pipeline %r : !molt_pipe.rows<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>):
    %row, %start, %end, %peer_start, %peer_end, %k = molt_pipe.window_columns %w
    %n = molt_pipe.frame_counts %i : !molt_pipe.col<i64>
    %v = molt_pipe.frame_nth %i row %row at %k : !molt_pipe.col<i64>
    molt_pipe.output %result, %v nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}
