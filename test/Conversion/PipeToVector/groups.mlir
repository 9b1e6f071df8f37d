// Aggregation with keys: hash all, look up all, update all.
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v3 | FileCheck %s

!state = !molt_pipe.agg_builder<[i32, i64], [i128]>

// The update of a batch is a function of its own, so that both can be compiled at once. What
// it takes from the pipeline's prologue are its arguments; what is cheap, it does again.
// CHECK-LABEL: func private @groups_pipeline0_update(
// CHECK-SAME:      %{{[^:]*}}: index, %[[EXECUTION:[^:]*]]: !llvm.ptr, %[[TABLE:[^:]*]]: !llvm.ptr,
// CHECK:         molt_rt.buffer
// Room for a group per row is made once per batch, so that no row has to ask.
// CHECK:           %[[RESERVED:.*]] = molt_rt.call "molt_rt_group_reserve"(%[[EXECUTION]], %[[TABLE]], %{{.*}})
// CHECK:           scf.if
// Look-up: slots from the low bits of the hash, tags from the high ones.
// CHECK:             scf.for {{.*}} step %c1
// CHECK-NOT:           molt_rt.call
// CHECK:               scf.while
// CHECK:                 scf.condition
// CHECK:               scf.if
// The key is copied and the state initialized.
// CHECK:                 llvm.store %{{.*}} : i32, !llvm.ptr
// CHECK:                 llvm.store %{{.*}} : i64, !llvm.ptr
// CHECK:                 %[[INIT:.*]] = molt_rt.words [0, 0]
// CHECK:                 "llvm.intr.memcpy"(%{{.*}}, %[[INIT]], %c16{{.*}})
// CHECK:               memref.store
// 128-bit states are updated row by row.
// CHECK:             scf.for {{.*}} step %c1
// CHECK-NOT:           molt_rt.call
// CHECK:               %[[S:.*]] = llvm.load %[[AT:.*]] {alignment = 8 : i64} : !llvm.ptr -> i128
// CHECK:               %[[N:.*]] = arith.addi %[[S]], %{{.*}} : i128
// CHECK:               llvm.store %[[N]], %{{.*}} {alignment = 8 : i64} : i128, !llvm.ptr

// CHECK-LABEL: func private @groups_pipeline0(
// CHECK:         %[[TABLE:.*]] = molt_rt.call "molt_rt_group_local"
// CHECK:         %[[MASK:.*]] = molt_rt.call "molt_rt_hash_mask"
// CHECK:         scf.while
// The hashes of a batch, in vectors.
// CHECK:           %[[ALL:.*]] = vector.broadcast %[[MASK]] : i64 to vector<4xi64>
// CHECK:           scf.for {{.*}} step %c4
// CHECK-NOT:         molt_rt.call
// CHECK:             %[[K:.*]] = vector.load {{.*}} : memref<?xi32>, vector<4xi32>
// CHECK:             arith.extui %[[K]] : vector<4xi32> to vector<4xi64>
// CHECK:             arith.muli %{{.*}} : vector<4xi64>
// CHECK:             arith.muli %{{.*}} : vector<4xi64>
// CHECK:             vector.load {{.*}} : memref<?xi64>, vector<4xi64>
// CHECK:             %[[HASH:.*]] = arith.andi %{{.*}}, %[[ALL]] : vector<4xi64>
// CHECK:             vector.store %[[HASH]], {{.*}} : memref<?xi64>, vector<4xi64>
// CHECK:           func.call @groups_pipeline0_update(

// What the runtime calls to merge stored groups into a table.
// CHECK-LABEL: func private @groups_merge
// CHECK-SAME:      (%{{[^:]*}}: !llvm.ptr, %{{[^:]*}}: !llvm.ptr, %{{[^:]*}}: !llvm.ptr, %{{[^:]*}}: i64) -> i32
// CHECK:         scf.for
// CHECK:           scf.while
// CHECK:           scf.if
// A new group is copied as it is.
// CHECK:             "llvm.intr.memcpy"(%{{.*}}, %{{.*}}, %c32{{.*}})
// CHECK:           scf.if
// CHECK:             arith.addi %{{.*}}, %{{.*}} : i128

// CHECK-LABEL: func @groups(
// CHECK:         %[[STATE:.*]] = molt_rt.call "molt_rt_group_create"
// CHECK:         molt_rt.call "molt_rt_scan_table"
// CHECK:         %[[MERGE:.*]] = molt_rt.address_of @groups_merge
// CHECK:         molt_rt.call "molt_rt_group_finish"(%{{.*}}, %[[STATE]], %[[MERGE]], %{{.*}})
func.func @groups() attributes {molt.inputs = [["t", !molt_df.table<"k": i32, "x": i64>]], molt.result = !molt_df.table<"k": i32>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i32, i64>
  %a = molt_pipe.agg_create : !state init {
    %zero = arith.constant 0 : i128
    molt_pipe.yield values %zero : i128
  } merge {
  ^bb0(%x: i128, %y: i128):
    %s = arith.addi %x, %y : i128
    molt_pipe.yield values %s : i128
  }
  molt_pipe.pipeline parallel %t : !molt_pipe.source<i32, i64> {
  ^bb0(%k: !molt_pipe.col<i32>, %x: !molt_pipe.col<i64>):
    molt_pipe.agg_update %a keys(%k, %x : !molt_pipe.col<i32>, !molt_pipe.col<i64>) inputs(%x : !molt_pipe.col<i64>) : !state {
    ^bb0(%s: i128, %v: i64):
      %w = arith.extsi %v : i64 to i128
      %n = arith.addi %s, %w : i128
      molt_pipe.yield values %n : i128
    }
  }
  %rows = molt_pipe.agg_finish %a : !state -> !molt_pipe.rows<i32, i64, i128>
  return
}
