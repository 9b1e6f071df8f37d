// Sort and result: rows are appended, columns are handed over; calls are per batch. Columns in
// batch buffers are copied by the runtime, columns of tables by a loop.
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v3 --split-input-file | FileCheck %s

// Rows: sequence number, keys, payload. A limit lets the runtime drop rows early.
// CHECK-LABEL: func private @top_k_pipeline0
// CHECK:         %[[APPENDER:.*]] = molt_rt.call "molt_rt_append_local"
// CHECK:         molt_rt.call "molt_rt_append_reserve"(%{{.*}}, %[[APPENDER]],
// The string's words are in buffers: from, bytes, to.
// CHECK:         %[[COPIES:.*]] = molt_rt.words [64, 8, 16, 16960, 8, 24]
// CHECK:         molt_rt.call "molt_rt_scatter_rows"(%[[SCRATCH:.*]], %{{.*}}, %[[COPIES]], %c2_i64{{.*}}, %[[ROWS:.*]], %c40_i64{{.*}})
// CHECK:         scf.for {{.*}} step %c1
// CHECK-NOT:       molt_rt.call
// CHECK:           %[[SEQUENCE:.*]] = arith.addi %{{.*}} : i64
// CHECK:           llvm.store %[[SEQUENCE]], %[[ROW:.*]] : i64, !llvm.ptr
// CHECK:           llvm.getelementptr %[[ROW]][8]
// CHECK-NOT:       llvm.getelementptr %[[ROW]][16]
// CHECK:           llvm.getelementptr %[[ROW]][32]
// CHECK:         molt_rt.call "molt_rt_sort_trim"

// The payload is gathered from the sorted rows.
// CHECK-LABEL: func private @top_k_pipeline1
// CHECK-NOT:     scf.for
// CHECK:         %[[COPIES:.*]] = molt_rt.words [32, 4, 64]
// CHECK:         molt_rt.call "molt_rt_gather_rows"(%{{.*}}, %{{.*}}, %[[COPIES]], %c1_i64{{[_0-9]*}}, %[[SCRATCH:[0-9a-z]+]])
// CHECK:         %[[COLUMNS:.*]] = molt_rt.words [64, 0, 0]
// CHECK:         molt_rt.call "molt_rt_result_append"(%{{.*}}, %{{.*}}, %{{.*}}, %{{.*}}, %[[COLUMNS]], %[[SCRATCH]])

// CHECK-LABEL: func @top_k(
// Words, then strings, each with its direction.
// CHECK:         %[[KEYS:.*]] = llvm.alloca %c2_i32
// CHECK:         molt_rt.call "molt_rt_sort_create"(%{{.*}}, %c40_i64{{.*}}, %[[KEYS]], %c2_i32{{.*}}, %c5_i64{{.*}}, %c10_i64{{.*}})
// CHECK:         molt_rt.call "molt_rt_scan_table"
// CHECK:         %[[ROWS:.*]] = molt_rt.call "molt_rt_sort_finish"
// CHECK:         molt_rt.call "molt_rt_scan_rows"(%{{.*}}, %[[ROWS]],
func.func @top_k() attributes {molt.inputs = [["t", !molt_df.table<"k": i64, "s": !molt_str.utf8, "x": i32>]], molt.result = !molt_df.table<"x": i32>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1, 2] validity [false, false, false] : !molt_pipe.source<i64, !molt_str.utf8, i32>
  %s = molt_pipe.sort_create descending [false, true] offset 5 limit 10 : !molt_pipe.sorter<[i64, !molt_str.utf8], [i32]>
  molt_pipe.pipeline parallel %t : !molt_pipe.source<i64, !molt_str.utf8, i32> {
  ^bb0(%k: !molt_pipe.col<i64>, %l: !molt_pipe.col<!molt_str.utf8>, %x: !molt_pipe.col<i32>):
    molt_pipe.sort_append %s keys(%k, %l : !molt_pipe.col<i64>, !molt_pipe.col<!molt_str.utf8>) payload(%x : !molt_pipe.col<i32>) : !molt_pipe.sorter<[i64, !molt_str.utf8], [i32]>
  }
  %rows = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64, !molt_str.utf8], [i32]> -> !molt_pipe.rows<i32>
  %r = molt_pipe.result_create : !molt_pipe.result<i32>
  molt_pipe.pipeline parallel %rows : !molt_pipe.rows<i32> {
  ^bb0(%x: !molt_pipe.col<i32>):
    molt_pipe.output %r, %x nullable [false] : !molt_pipe.result<i32>, !molt_pipe.col<i32>
  }
  return
}

// -----

// A sort of everything trims nothing.
// CHECK-LABEL: func private @sort_pipeline0
// CHECK-NOT:     molt_rt_sort_trim
// CHECK:       func @sort(
func.func @sort() attributes {molt.inputs = [["t", !molt_df.table<"k": i64>]], molt.result = !molt_df.table<>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<i64>
  %s = molt_pipe.sort_create descending [false] offset 0 limit -1 : !molt_pipe.sorter<[i64], []>
  molt_pipe.pipeline parallel %t : !molt_pipe.source<i64> {
  ^bb0(%k: !molt_pipe.col<i64>):
    molt_pipe.sort_append %s keys(%k : !molt_pipe.col<i64>) payload() : !molt_pipe.sorter<[i64], []>
  }
  return
}

// -----

// Columns of tables go to the runtime as addresses: values, the second words of strings,
// validity; there is no base.
// Bitmaps become bytes first; a source's own values are handed over where they are.
// CHECK-LABEL: func private @output_pipeline0
// CHECK-SAME:      (%[[EXECUTION:[^:]*]]: !llvm.ptr, %{{[^:]*}}: !llvm.ptr, %[[MORSEL:[^:]*]]: !llvm.ptr)
// Three columns of three words.
// CHECK:         %[[ARRAY:.*]] = llvm.alloca %c9_i32
// CHECK:         molt_rt.call "molt_rt_utf8_views"
// CHECK:         scf.for
// CHECK:           %[[MASK:.*]] = molt_simd.load_bitmap
// CHECK:           %[[BYTES:.*]] = arith.extui %[[MASK]]
// CHECK:           vector.store %[[BYTES]]
// CHECK:         %[[NULL:.*]] = llvm.mlir.zero
// CHECK:         llvm.getelementptr %[[ARRAY]][8]
// CHECK:         llvm.getelementptr %[[ARRAY]][16]
// CHECK:         llvm.getelementptr %[[ARRAY]][32]
// CHECK:         llvm.getelementptr %[[ARRAY]][64]
// CHECK:         molt_rt.call "molt_rt_result_append"(%[[EXECUTION]], %{{.*}}, %[[MORSEL]], %{{.*}}, %[[ARRAY]], %[[NULL]])
func.func @output() attributes {molt.inputs = [["t", !molt_df.table<"s": !molt_str.utf8, "p": i1, "x": i64?>]], molt.result = !molt_df.table<"s": !molt_str.utf8, "p": i1, "x": i64?>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1, 2, 2] validity [false, false, false, true] : !molt_pipe.source<!molt_str.utf8, i1, i64, i1>
  %r = molt_pipe.result_create : !molt_pipe.result<!molt_str.utf8, i1, i64>
  molt_pipe.pipeline parallel %t : !molt_pipe.source<!molt_str.utf8, i1, i64, i1> {
  ^bb0(%s: !molt_pipe.col<!molt_str.utf8>, %p: !molt_pipe.col<i1>, %x: !molt_pipe.col<i64>, %valid: !molt_pipe.col<i1>):
    molt_pipe.output %r, %s, %p, %x, %valid nullable [false, false, true] : !molt_pipe.result<!molt_str.utf8, i1, i64>, !molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>, !molt_pipe.col<i64>, !molt_pipe.col<i1>
  }
  return
}
