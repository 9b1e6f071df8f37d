// Aggregation without keys: the state in vectors, one loop without a mask, the rest
// once with one; nothing is called in the loop.
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v3 | FileCheck %s
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64 | FileCheck %s --check-prefix=SSE
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v4 | FileCheck %s --check-prefix=AVX512
// RUN: molt-opt %s --convert-molt-pipe-to-vector="target=x86-64-v4 lanes=4" | FileCheck %s --check-prefix=LANES

!state = !molt_pipe.agg_builder<[], [i64, i1]>

// The pipeline is a MoltPipelineFn for the target.
// CHECK-LABEL: func private @sum_pipeline0(
// CHECK-SAME:      %[[EXECUTION:[^:]*]]: !llvm.ptr, %[[ARGS:[^:]*]]: !llvm.ptr, %[[MORSEL:[^:]*]]: !llvm.ptr) -> i32
// CHECK-SAME:      molt_simd.target = #molt_simd.target<"x86-64-v3">
// CHECK:         %[[ROW:.*]] = molt_rt.call "molt_rt_global_row"
// A morsel is one batch: nothing has to be buffered.
// CHECK-NOT:     molt_rt.call "molt_rt_{{batch_size|scratch}}"
// CHECK-DAG:     %[[K:.*]] = molt_rt.buffer %{{.*}} : !llvm.ptr, memref<?xi32>
// CHECK-DAG:     %[[X:.*]] = molt_rt.buffer %{{.*}} : !llvm.ptr, memref<?xi64>
// CHECK-DAG:     %[[SUM0:.*]] = vector.broadcast %{{.*}} : i64 to vector<8xi64>
// CHECK-DAG:     %[[ANY0:.*]] = vector.broadcast %{{.*}} : i1 to vector<8xi1>
// CHECK:         %[[WHOLE:.*]] = arith.andi %[[COUNT:.*]], %c-8
// CHECK:         %[[LOOP:.*]]:2 = scf.for %[[I:.*]] = %c0{{.*}} to %[[WHOLE]] step %c8{{.*}} iter_args(%[[SUM:.*]] = %[[SUM0]], %[[ANY:.*]] = %[[ANY0]])
// CHECK-NOT:       molt_rt.call
// CHECK-NOT:       create_mask
// CHECK-NOT:       memref.{{load|store}}
// CHECK:           vector.load %[[K]][%{{.*}}] : memref<?xi32>, vector<8xi32>
// CHECK:           vector.load %[[X]][%{{.*}}] : memref<?xi64>, vector<8xi64>
// CHECK:           %[[KEEP:.*]] = arith.cmpi slt, %{{.*}} : vector<8xi32>
// CHECK:           %[[NEXT:.*]] = arith.addi %[[SUM]], %{{.*}} : vector<8xi64>
// CHECK:           arith.select %[[KEEP]], %[[NEXT]], %[[SUM]] : vector<8xi1>, vector<8xi64>
// CHECK:           scf.yield %{{.*}} : vector<8xi64>, vector<8xi1>
// CHECK:         }
// The last rows, once, behind a mask that is and-ed with the filter's.
// CHECK:         %[[REST:.*]] = arith.cmpi ult, %[[WHOLE]], %[[COUNT]] : index
// CHECK:         scf.if %[[REST]]
// CHECK:           %[[MASK:.*]] = vector.create_mask %{{.*}} : vector<8xi1>
// CHECK:           %[[KEEP:.*]] = arith.cmpi slt
// CHECK:           %[[BOTH:.*]] = arith.andi %[[KEEP]], %[[MASK]] : vector<8xi1>
// CHECK:           arith.select %[[BOTH]]
// CHECK:         } else {
// CHECK-NEXT:      scf.yield %[[LOOP]]#0, %[[LOOP]]#1
// Lane by lane into the row of this worker; flags are bytes in memory.
// CHECK:         %[[STORED:.*]] = llvm.load %[[ROW]] {{.*}}: !llvm.ptr -> i64
// CHECK:         llvm.store %{{.*}}, %[[SUMS:.*]] : vector<8xi64>, !llvm.ptr
// CHECK:         llvm.store %{{.*}}, %[[ANYS:.*]] : vector<8xi8>, !llvm.ptr
// CHECK:         %[[MERGED:.*]]:2 = scf.for %[[LANE:.*]] = %{{.*}} to %c8{{.*}} step %c1{{.*}} iter_args(%[[S:.*]] = %[[STORED]], %[[A:.*]] = %{{.*}}) -> (i64, i1)
// CHECK:           llvm.getelementptr %[[SUMS]]
// CHECK:           llvm.getelementptr %[[ANYS]]
// CHECK:           arith.addi %[[S]], %{{.*}} : i64
// CHECK:         llvm.store %[[MERGED]]#0, %[[ROW]] {{.*}}: i64, !llvm.ptr
// CHECK:         return

// The program: a state with a row per worker, the scan, the merge of the rows.
// CHECK-LABEL: func @sum(
// CHECK-SAME:      %[[EXECUTION:[^:]*]]: !llvm.ptr) -> i32
// CHECK:         %[[STATE:.*]] = molt_rt.call "molt_rt_global_create"(%[[EXECUTION]], %c16{{.*}})
// CHECK:         cf.cond_br
// CHECK:         %[[WORKERS:.*]] = molt_rt.call "molt_rt_worker_count"
// CHECK:         scf.for
// CHECK:           molt_rt.call "molt_rt_global_row"(%[[STATE]],
// CHECK:         %[[ARRAY:.*]] = llvm.alloca
// CHECK:         llvm.store %[[STATE]], %[[ARRAY]]
// CHECK:         %[[CALLBACK:.*]] = molt_rt.address_of @sum_pipeline0
// CHECK:         %[[STATUS:.*]] = molt_rt.call "molt_rt_scan_table"(%[[EXECUTION]], %{{.*}}, %[[CALLBACK]], %[[ARRAY]], %c1_i32{{.*}})
// CHECK:         %[[OK:.*]] = arith.cmpi eq, %[[STATUS]], %{{.*}} : i32
// CHECK:         cf.cond_br %[[OK]], ^{{.*}}, ^[[EXIT:bb[0-9]+]](%[[STATUS]] : i32)
// CHECK:         scf.for
// CHECK:         molt_rt.call "molt_rt_global_finish"(%[[EXECUTION]], %[[STATE]])
// CHECK:         return
// CHECK:       ^[[EXIT]](%[[CODE:.*]]: i32):
// CHECK-NEXT:    return %[[CODE]] : i32

// The lanes follow from the target and the widest value, or from the option.
// SSE-LABEL:    func private @sum_pipeline0
// SSE:          scf.for {{.*}} -> (vector<4xi64>, vector<4xi1>)
// AVX512-LABEL: func private @sum_pipeline0
// AVX512:       scf.for {{.*}} -> (vector<32xi64>, vector<32xi1>)
// LANES-LABEL:  func private @sum_pipeline0
// LANES:        scf.for {{.*}} -> (vector<4xi64>, vector<4xi1>)
func.func @sum() attributes {molt.inputs = [["t", !molt_df.table<"k": i32, "x": i64>]], molt.result = !molt_df.table<"s": i64?>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i32, i64>
  %a = molt_pipe.agg_create : !state init {
    %zero = arith.constant 0 : i64
    %false = arith.constant false
    molt_pipe.yield values %zero, %false : i64, i1
  } merge {
  ^bb0(%x: i64, %p: i1, %y: i64, %q: i1):
    %s = arith.addi %x, %y : i64
    %any = arith.ori %p, %q : i1
    molt_pipe.yield values %s, %any : i64, i1
  }
  molt_pipe.pipeline parallel %t : !molt_pipe.source<i32, i64> {
  ^bb0(%k: !molt_pipe.col<i32>, %x: !molt_pipe.col<i64>):
    %v = molt_pipe.stage(%k, %x) : (!molt_pipe.col<i32>, !molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%kv: i32, %xv: i64):
      %c = arith.constant 7 : i32
      %less = arith.cmpi slt, %kv, %c : i32
      %sq = arith.muli %xv, %xv : i64
      molt_pipe.yield keep %less values %sq : i64
    }
    molt_pipe.agg_update %a keys() inputs(%v : !molt_pipe.col<i64>) : !state {
    ^bb0(%s: i64, %any: i1, %xv: i64):
      %n = arith.addi %s, %xv : i64
      %true = arith.constant true
      molt_pipe.yield values %n, %true : i64, i1
    }
  }
  %rows = molt_pipe.agg_finish %a : !state -> !molt_pipe.rows<i64, i1>
  return
}
