// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// What a row has in a register.
// CHECK: func private @columns(!molt_pipe.col<i1>, !molt_pipe.col<i8>, !molt_pipe.col<i16>, !molt_pipe.col<i32>, !molt_pipe.col<i64>, !molt_pipe.col<i128>)
func.func private @columns(!molt_pipe.col<i1>, !molt_pipe.col<i8>, !molt_pipe.col<i16>, !molt_pipe.col<i32>, !molt_pipe.col<i64>, !molt_pipe.col<i128>)
// CHECK: func private @others(!molt_pipe.col<f32>, !molt_pipe.col<f64>, !molt_pipe.col<!molt_str.utf8>)
func.func private @others(!molt_pipe.col<f32>, !molt_pipe.col<f64>, !molt_pipe.col<!molt_str.utf8>)

// CHECK: func private @scannable(!molt_pipe.source<>, !molt_pipe.source<i64, i1, !molt_str.utf8>, !molt_pipe.rows<>, !molt_pipe.rows<f64>)
func.func private @scannable(!molt_pipe.source<>, !molt_pipe.source<i64, i1, !molt_str.utf8>, !molt_pipe.rows<>, !molt_pipe.rows<f64>)

// Keys, then values; either list may be empty.
// CHECK: func private @groups(!molt_pipe.agg_builder<[], []>, !molt_pipe.agg_builder<[], [i64, f64]>, !molt_pipe.agg_builder<[i1, !molt_str.utf8], []>)
func.func private @groups(!molt_pipe.agg_builder<[], []>, !molt_pipe.agg_builder<[], [i64, f64]>, !molt_pipe.agg_builder<[i1, !molt_str.utf8], []>)
// CHECK: func private @joins(!molt_pipe.join_builder<[i128], [f32, !molt_str.utf8]>, !molt_pipe.join_table<[!molt_str.utf8, i8], []>)
func.func private @joins(!molt_pipe.join_builder<[i128], [f32, !molt_str.utf8]>, !molt_pipe.join_table<[!molt_str.utf8, i8], []>)
// CHECK: func private @sorters(!molt_pipe.sorter<[i64, !molt_str.utf8], [i128]>, !molt_pipe.sorter<[], []>)
func.func private @sorters(!molt_pipe.sorter<[i64, !molt_str.utf8], [i128]>, !molt_pipe.sorter<[], []>)

// CHECK: func private @results(!molt_pipe.result<>, !molt_pipe.result<i64, !molt_str.utf8>)
func.func private @results(!molt_pipe.result<>, !molt_pipe.result<i64, !molt_str.utf8>)
