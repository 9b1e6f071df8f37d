// Joins: build rows are appended with their hashes; a probe tests tags without a branch
// first, walks chains then, and gathers into dense columns.
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v3 | FileCheck %s

// CHECK-LABEL: func private @join_pipeline0
// CHECK:         %[[APPENDER:.*]] = molt_rt.call "molt_rt_append_local"
// Hashes in vectors, memory once per batch, one row after the other.
// CHECK:         scf.for {{.*}} step %c4
// CHECK:           arith.muli %{{.*}} : vector<4xi64>
// CHECK:         molt_rt.call "molt_rt_append_reserve"(%{{.*}}, %[[APPENDER]], %{{.*}})
// Hash, (next), key, payload: the hashes are in a buffer, the columns in the table.
// CHECK:         molt_rt.words [64, 8, 0]
// CHECK:         molt_rt.call "molt_rt_scatter_rows"
// CHECK:         scf.for {{.*}} step %c1
// CHECK-NOT:       molt_rt.call
// CHECK:           llvm.getelementptr %{{.*}}[16]
// CHECK:           llvm.getelementptr %{{.*}}[24]
// CHECK:         }

// CHECK-LABEL: func private @join_pipeline1
// CHECK:         scf.while
// CHECK:           scf.for {{.*}} step %c4
// CHECK:             arith.muli %{{.*}} : vector<4xi64>
// The candidates: each row is stored, and stays if the tag bit is set.
// CHECK:           %[[CANDIDATES:.*]] = scf.for {{.*}} step %c1{{.*}} iter_args(%[[N:.*]] = %{{.*}}) -> (index) {
// CHECK-NOT:         scf.if
// CHECK-NOT:         molt_rt.call
// CHECK:             memref.store %{{.*}}[%[[N]]] : memref<?xi64>
// CHECK:             memref.store %{{.*}}[%[[N]]] : memref<?xi32>
// CHECK:             scf.yield
// CHECK:           scf.while
// The chains, until the buffer of matches is full.
// CHECK:             %[[FILLED:.*]]:3 = scf.while
// CHECK:               arith.cmpi ult
// CHECK:               arith.cmpi ult
// CHECK:               scf.condition
// CHECK-NOT:           molt_rt.call
// CHECK:               memref.store
// CHECK:               memref.store
// CHECK:               scf.yield
// The columns of the matches, then the rest of the chain on them.
// CHECK:             %[[N:.*]] = arith.index_cast %[[FILLED]]#2
// The payload from the rows, what is carried from the table.
// CHECK:             molt_rt.words [24, 8, 76096]
// CHECK:             molt_rt.call "molt_rt_gather_rows"(%{{.*}}, %[[N]],
// CHECK:             scf.for %{{.*}} to %[[FILLED]]#2 step %c1
// CHECK-NOT:           molt_rt.call
// CHECK:               memref.store %{{.*}} : memref<?xi32>
// CHECK:             molt_rt.call "molt_rt_result_append"
// More matches: whether to go on is asked for.
// CHECK:             scf.if
// CHECK-NEXT:          molt_rt.call "molt_rt_check_cancelled"

// CHECK-LABEL: func @join(
// CHECK:         %[[B:.*]] = molt_rt.call "molt_rt_join_create"(%{{.*}}, %c32_i64)
// CHECK:         molt_rt.call "molt_rt_scan_table"
// CHECK:         molt_rt.call "molt_rt_join_finish"(%{{.*}}, %[[B]], %{{.*}})
// CHECK:         molt_rt.call "molt_rt_scan_table"
func.func @join() attributes {molt.inputs = [["b", !molt_df.table<"y": i64, "q": f64>], ["a", !molt_df.table<"x": i64, "p": i32>]], molt.result = !molt_df.table<"p": i32, "q": f64>} {
  %b = molt_pipe.table_source "b" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i64, f64>
  %j = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
  molt_pipe.pipeline parallel %b : !molt_pipe.source<i64, f64> {
  ^bb0(%y: !molt_pipe.col<i64>, %q: !molt_pipe.col<f64>):
    molt_pipe.join_insert %j keys(%y : !molt_pipe.col<i64>) payload(%q : !molt_pipe.col<f64>) : !molt_pipe.join_builder<[i64], [f64]>
  }
  %t = molt_pipe.join_finish %j : !molt_pipe.join_builder<[i64], [f64]> -> !molt_pipe.join_table<[i64], [f64]>
  %a = molt_pipe.table_source "a" input 1 columns [0, 1] validity [false, false] : !molt_pipe.source<i64, i32>
  %r = molt_pipe.result_create : !molt_pipe.result<i32, f64>
  molt_pipe.pipeline parallel %a : !molt_pipe.source<i64, i32> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i32>):
    %m:2 = molt_pipe.join_probe inner %t keys(%x : !molt_pipe.col<i64>) carry(%p : !molt_pipe.col<i32>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32>, !molt_pipe.col<f64>
    molt_pipe.output %r, %m#0, %m#1 nullable [false, false] : !molt_pipe.result<i32, f64>, !molt_pipe.col<i32>, !molt_pipe.col<f64>
  }
  return
}

// A semi join with a condition: pairs fill a buffer, the condition is a loop over vectors on their columns, and
// which rows have a match is a byte per row; the rest of the chain runs once per batch.
// CHECK-LABEL: func private @semi_pipeline0
// CHECK:         vector.store %{{.*}} : memref<?xi8>, vector<32xi8>
// CHECK:         scf.while
// CHECK:           scf.while
// The payload of the pairs.
// CHECK:           molt_rt.call "molt_rt_gather_rows"
// CHECK:           scf.for {{.*}} step %c8
// CHECK:             arith.cmpf olt, {{.*}} : vector<8xf64>
// CHECK:           scf.for {{.*}} step %c1{{.*}} iter_args
// CHECK:           molt_rt.call "molt_rt_check_cancelled"
// CHECK:         molt_rt.call "molt_rt_result_append"
// CHECK-NOT:     molt_rt.call "molt_rt_result_append"
// CHECK:       func @semi
func.func @semi() attributes {molt.inputs = [["b", !molt_df.table<"y": i64, "q": f64>], ["a", !molt_df.table<"x": i64>]], molt.result = !molt_df.table<"x": i64>} {
  %j = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
  %t = molt_pipe.join_finish %j : !molt_pipe.join_builder<[i64], [f64]> -> !molt_pipe.join_table<[i64], [f64]>
  %a = molt_pipe.table_source "a" input 1 columns [0] validity [false] : !molt_pipe.source<i64>
  %r = molt_pipe.result_create : !molt_pipe.result<i64>
  molt_pipe.pipeline parallel %a : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %m = molt_pipe.join_probe semi %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i64> {
    ^bb0(%w: !molt_pipe.col<i64>, %q: !molt_pipe.col<f64>):
      %s = molt_pipe.stage(%q) : (!molt_pipe.col<f64>) -> !molt_pipe.col<i1> {
      ^bb0(%v: f64):
        %zero = arith.constant 0.0 : f64
        %b = arith.cmpf olt, %v, %zero : f64
        molt_pipe.yield values %b : i1
      }
      molt_pipe.yield values %s : !molt_pipe.col<i1>
    }
    molt_pipe.output %r, %m nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// A full join notes matches in the rows, whose links are read without the note.
// CHECK-LABEL: func private @full_pipeline0
// CHECK:         scf.while
// CHECK:           arith.andi %{{.*}}, %c281474976710655
// CHECK:         llvm.getelementptr %{{.*}}[15]
// CHECK:           llvm.store %{{.*}} atomic monotonic
// CHECK:       func @full
// CHECK:         molt_rt.call "molt_rt_join_rows"(%{{.*}}, %{{.*}}, %c0_i32{{[_0-9]*}}, %c1_i32{{[_0-9]*}})
func.func @full() attributes {molt.inputs = [["b", !molt_df.table<"y": i64>], ["a", !molt_df.table<"x": i64>]], molt.result = !molt_df.table<"x": i64>} {
  %j = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
  %t = molt_pipe.join_finish %j : !molt_pipe.join_builder<[i64], [f64]> -> !molt_pipe.join_table<[i64], [f64]>
  %a = molt_pipe.table_source "a" input 1 columns [0] validity [false] : !molt_pipe.source<i64>
  %r = molt_pipe.result_create : !molt_pipe.result<f64>
  molt_pipe.pipeline parallel %a : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    %m:2 = molt_pipe.join_probe full %t keys(%x : !molt_pipe.col<i64>) carry() : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<f64>, !molt_pipe.col<i1>
    molt_pipe.output %r, %m#0, %m#1 nullable [true] : !molt_pipe.result<f64>, !molt_pipe.col<f64>, !molt_pipe.col<i1>
  }
  %u = molt_pipe.join_unmatched %t : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.rows<f64>
  molt_pipe.pipeline parallel %u : !molt_pipe.rows<f64> {
  ^bb0(%q: !molt_pipe.col<f64>):
    %v = molt_pipe.stage(%q) : (!molt_pipe.col<f64>) -> !molt_pipe.col<i1> {
    ^bb0(%w: f64):
      %true = arith.constant true
      molt_pipe.yield values %true : i1
    }
    molt_pipe.output %r, %q, %v nullable [true] : !molt_pipe.result<f64>, !molt_pipe.col<f64>, !molt_pipe.col<i1>
  }
  return
}

// Rows that have a match already are passed over, but for conditions that can fail.
// CHECK-LABEL: func private @mark_pipeline0
// CHECK-NOT:   func
// CHECK:         llvm.load %{{.*}} atomic monotonic
// CHECK:         llvm.store %{{.*}} atomic monotonic
// CHECK-LABEL: func private @mark_pipeline1
// CHECK-NOT:     llvm.load %{{.*}} atomic monotonic
// CHECK:         llvm.store %{{.*}} atomic monotonic
// CHECK:       func @mark
// CHECK:         molt_rt.call "molt_rt_join_rows"(%{{.*}}, %{{.*}}, %c1_i32{{[_0-9]*}}, %c1_i32{{[_0-9]*}})
func.func @mark() attributes {molt.inputs = [["b", !molt_df.table<"y": i64>], ["a", !molt_df.table<"x": i64>]], molt.result = !molt_df.table<"q": f64>} {
  %j = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
  %t = molt_pipe.join_finish %j : !molt_pipe.join_builder<[i64], [f64]> -> !molt_pipe.join_table<[i64], [f64]>
  %a = molt_pipe.table_source "a" input 1 columns [0] validity [false] : !molt_pipe.source<i64>
  %r = molt_pipe.result_create : !molt_pipe.result<f64>
  molt_pipe.pipeline parallel %a : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.join_mark %t keys(%x : !molt_pipe.col<i64>) carry() : !molt_pipe.join_table<[i64], [f64]>
  }
  molt_pipe.pipeline parallel %a : !molt_pipe.source<i64> {
  ^bb0(%x: !molt_pipe.col<i64>):
    molt_pipe.join_mark %t keys(%x : !molt_pipe.col<i64>) carry(%x : !molt_pipe.col<i64>) : !molt_pipe.join_table<[i64], [f64]> {
    ^bb0(%w: !molt_pipe.col<i64>, %q: !molt_pipe.col<f64>):
      %s = molt_pipe.stage(%w) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i1> {
      ^bb0(%v: i64):
        %zero = arith.constant 0 : i64
        %b = arith.cmpi ne, %v, %zero : i64
        molt_pipe.check %b code 3 "zero"
        molt_pipe.yield values %b : i1
      }
      molt_pipe.yield values %s : !molt_pipe.col<i1>
    }
  }
  %u = molt_pipe.join_matched %t : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.rows<f64>
  molt_pipe.pipeline parallel %u : !molt_pipe.rows<f64> {
  ^bb0(%q: !molt_pipe.col<f64>):
    molt_pipe.output %r, %q nullable [false] : !molt_pipe.result<f64>, !molt_pipe.col<f64>
  }
  return
}
