// Stages as loops over vectors into batch buffers.
// RUN: molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v3 --split-input-file | FileCheck %s

// A filter compresses in registers and stores whole vectors behind the rows kept so far.
// CHECK-LABEL: func private @filter_pipeline0
// One block of scratch memory for all buffers of the batch, each with room for the largest
// batch and for vectors behind its end: 64 + 2112 * (8 + 1) bytes.
// CHECK:         %[[SCRATCH:.*]] = molt_rt.call "molt_rt_scratch"(%{{.*}}, %{{.*}}, %c19072_i64)
// CHECK:         cf.cond_br
// CHECK:         molt_rt.call "molt_rt_batch_size"
// CHECK:         scf.while
// CHECK:           %[[LOOP:.*]]:2 = scf.for %[[I:.*]] = %{{.*}} to %{{.*}} step %c4{{.*}} iter_args(%[[END:.*]] = %{{.*}}, %{{.*}}) -> (index, i64) {
// CHECK-NOT:         molt_rt.call
// CHECK:             %[[X:.*]] = vector.load {{.*}} : memref<?xi64>, vector<4xi64>
// CHECK:             %[[KEEP:.*]] = arith.cmpi slt, %[[X]]
// CHECK:             %[[V:.*]] = molt_simd.compress %{{.*}}, %[[KEEP]] : vector<4xi64>, vector<4xi1>
// CHECK:             vector.store %[[V]], %{{.*}}[%[[END]]] : memref<?xi64>, vector<4xi64>
// Bytes are widened to be compressed.
// CHECK:             %[[WIDE:.*]] = arith.extui %{{.*}} : vector<4xi8> to vector<4xi32>
// CHECK:             %[[C:.*]] = molt_simd.compress %[[WIDE]], %[[KEEP]] : vector<4xi32>, vector<4xi1>
// CHECK:             %[[B:.*]] = arith.trunci %[[C]] : vector<4xi32> to vector<4xi8>
// CHECK:             vector.store %[[B]], %{{.*}}[%[[END]]] : memref<?xi8>, vector<4xi8>
// CHECK:             %[[BITS:.*]] = molt_simd.mask_bits %[[KEEP]]
// CHECK:             %[[N:.*]] = math.ctpop %[[BITS]] : i64
// CHECK:             %[[INDEX:.*]] = arith.index_cast %[[N]] : i64 to index
// CHECK:             %[[NEXT:.*]] = arith.addi %[[END]], %[[INDEX]] : index
// CHECK:             scf.yield %[[NEXT]], %[[BITS]] : index, i64
// Lanes behind the last row that seemed selected are taken off again.
// CHECK:           %[[REST:.*]] = arith.andi %{{.*}}, %c3_i64 : i64
// CHECK:           %[[BEHIND:.*]] = arith.shrui %[[LOOP]]#1, %[[REST]] : i64
// CHECK:           %[[EXCESS:.*]] = math.ctpop %[[BEHIND]] : i64
// CHECK:           arith.select %{{.*}}, %{{.*}}, %[[EXCESS]] : i64
// CHECK:           %[[ALL:.*]] = arith.subi %[[LOOP]]#0, %{{.*}} : index
// The rows that are left go on.
// CHECK:           %[[COUNT:.*]] = arith.index_cast %[[ALL]] : index to i64
// CHECK:           %[[COLUMNS:.*]] = molt_rt.words [64, 0, 0, 16960, 0, 0]
// CHECK:           molt_rt.call "molt_rt_result_append"(%{{.*}}, %{{.*}}, %{{.*}}, %[[COUNT]], %[[COLUMNS]], %[[SCRATCH]])
func.func @filter() attributes {molt.inputs = [["t", !molt_df.table<"x": i64, "b": i8>]], molt.result = !molt_df.table<"x": i64, "b": i8>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i64, i8>
  %r = molt_pipe.result_create : !molt_pipe.result<i64, i8>
  molt_pipe.pipeline %t : !molt_pipe.source<i64, i8> {
  ^bb0(%x: !molt_pipe.col<i64>, %b: !molt_pipe.col<i8>):
    %v:2 = molt_pipe.stage(%x, %b) : (!molt_pipe.col<i64>, !molt_pipe.col<i8>) -> (!molt_pipe.col<i64>, !molt_pipe.col<i8>) {
    ^bb0(%xv: i64, %bv: i8):
      %c = arith.constant 7 : i64
      %less = arith.cmpi slt, %xv, %c : i64
      %sq = arith.muli %xv, %xv : i64
      molt_pipe.yield keep %less values %sq, %bv : i64, i8
    }
    molt_pipe.output %r, %v#0, %v#1 nullable [false, false] : !molt_pipe.result<i64, i8>, !molt_pipe.col<i64>, !molt_pipe.col<i8>
  }
  return
}

// -----

// A stage without a filter: computed columns are stored, the others stay where they are.
// CHECK-LABEL: func private @compute_pipeline0
// CHECK:         %[[SOURCE:.*]] = molt_rt.buffer %{{.*}} : !llvm.ptr, memref<?xf64>
// CHECK:         scf.for {{.*}} step %c8
// CHECK:           %[[X:.*]] = vector.load %[[SOURCE]]
// CHECK:           %[[Y:.*]] = arith.mulf %[[X]], %[[X]] : vector<8xf64>
// CHECK:           vector.store %[[Y]]
// CHECK-NOT:       vector.store
// CHECK:         }
func.func @compute() attributes {molt.inputs = [["t", !molt_df.table<"x": f64>]], molt.result = !molt_df.table<"x": f64, "y": f64>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<f64>
  %r = molt_pipe.result_create : !molt_pipe.result<f64, f64>
  molt_pipe.pipeline %t : !molt_pipe.source<f64> {
  ^bb0(%x: !molt_pipe.col<f64>):
    %v:2 = molt_pipe.stage(%x) : (!molt_pipe.col<f64>) -> (!molt_pipe.col<f64>, !molt_pipe.col<f64>) {
    ^bb0(%xv: f64):
      %sq = arith.mulf %xv, %xv : f64
      molt_pipe.yield values %xv, %sq : f64, f64
    }
    molt_pipe.output %r, %v#0, %v#1 nullable [false, false] : !molt_pipe.result<f64, f64>, !molt_pipe.col<f64>, !molt_pipe.col<f64>
  }
  return
}

// -----

// A stage that only passes columns on is no loop.
// CHECK-LABEL: func private @pass_pipeline0
// CHECK-NOT:     scf.for
// CHECK:         molt_rt.call "molt_rt_result_append"
// CHECK:       func @pass
func.func @pass() attributes {molt.inputs = [["t", !molt_df.table<"x": f64>]], molt.result = !molt_df.table<"x": f64>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [false] : !molt_pipe.source<f64>
  %r = molt_pipe.result_create : !molt_pipe.result<f64>
  molt_pipe.pipeline %t : !molt_pipe.source<f64> {
  ^bb0(%x: !molt_pipe.col<f64>):
    %v = molt_pipe.stage(%x) : (!molt_pipe.col<f64>) -> !molt_pipe.col<f64> {
    ^bb0(%xv: f64):
      molt_pipe.yield values %xv : f64
    }
    molt_pipe.output %r, %v nullable [false] : !molt_pipe.result<f64>, !molt_pipe.col<f64>
  }
  return
}

// -----

// Checks: the lanes that fail, tested once per vector. The first of them is remembered, if
// it is a row; behind the loop the run fails with its row, or goes on.
// CHECK-LABEL: func private @check_pipeline0
// CHECK:         %[[LOOP:.*]]:2 = scf.for {{.*}} iter_args(%[[ROW:.*]] = %c-1{{.*}}, %[[NUMBER:.*]] = %{{.*}}) -> (i64, i32) {
// CHECK:           %[[P:.*]] = molt_simd.load_bitmap
// CHECK:           %[[Q:.*]] = molt_simd.load_bitmap
// CHECK:           %[[NOTP:.*]] = arith.xori %[[P]], %{{.*}} : vector<[[LANES:[0-9]+]]xi1>
// CHECK:           %[[FAILED:.*]] = arith.andi %[[NOTP]], %[[Q]]
// CHECK:           %[[NOTQ:.*]] = arith.xori %[[Q]], %{{.*}}
// CHECK:           %[[ANY:.*]] = arith.ori %[[FAILED]], %[[NOTQ]]
// CHECK:           %[[BITS:.*]] = molt_simd.mask_bits %[[ANY]]
// CHECK:           %[[SOME:.*]] = arith.cmpi ne, %[[BITS]], %{{.*}} : i64
// CHECK:           scf.if %[[SOME]] -> (i64, i32) {
// CHECK:             %[[LANE:.*]] = math.cttz %[[BITS]]
// CHECK:             %[[FIRST:.*]] = arith.addi %{{.*}}, %[[LANE]]
// CHECK:             %[[NONE:.*]] = arith.cmpi slt, %[[ROW]], %{{.*}} : i64
// CHECK:             %[[ISROW:.*]] = arith.cmpi slt, %[[FIRST]], %{{.*}} : i64
// CHECK:             %[[TAKE:.*]] = arith.andi %[[NONE]], %[[ISROW]] : i1
// CHECK:             arith.select %[[TAKE]], %[[FIRST]], %[[ROW]] : i64
// CHECK:           } else {
// CHECK-NEXT:        scf.yield %[[ROW]], %[[NUMBER]]
// CHECK:         %[[FAILED:.*]] = arith.cmpi sge
// CHECK:         %[[STATUS:.*]] = scf.if %[[FAILED]] -> (i32) {
// CHECK-DAG:       molt_rt.string "first"
// CHECK-DAG:       molt_rt.string "second"
// CHECK-DAG:       molt_rt.string "a.py:3:4"
// CHECK-DAG:       molt_rt.string "b.py:5:6"
// CHECK:           molt_rt.call "molt_rt_fail"
// No effect behind an error.
// CHECK:         %[[OK:.*]] = arith.cmpi eq, %[[STATUS]], %{{.*}} : i32
// CHECK:         scf.if %[[OK]] -> (i32) {
// CHECK:           molt_rt.call "molt_rt_result_append"
// CHECK:         } else {
// CHECK-NEXT:      scf.yield %[[STATUS]]
func.func @check() attributes {molt.inputs = [["t", !molt_df.table<"p": i1, "q": i1>]], molt.result = !molt_df.table<"p": i1>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i1, i1>
  %r = molt_pipe.result_create : !molt_pipe.result<i1>
  molt_pipe.pipeline %t : !molt_pipe.source<i1, i1> {
  ^bb0(%p: !molt_pipe.col<i1>, %q: !molt_pipe.col<i1>):
    %v = molt_pipe.stage(%p, %q) : (!molt_pipe.col<i1>, !molt_pipe.col<i1>) -> !molt_pipe.col<i1> {
    ^bb0(%pv: i1, %qv: i1):
      molt_pipe.check %pv when %qv code 3 "first" loc("a.py":3:4)
      molt_pipe.check %qv code 4 "second" loc("b.py":5:6)
      molt_pipe.yield values %pv : i1
    }
    molt_pipe.output %r, %v nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

// Constants are vectors, and a proof-free 64-bit product stays one operation.
// CHECK-LABEL: func private @operations_pipeline0
// CHECK:         scf.for
// CHECK:           arith.constant dense<7> : vector<[[N:[0-9]+]]xi64>
// CHECK:           arith.mulsi_extended %{{.*}} : vector<[[N]]xi64>
// CHECK:           arith.select %{{.*}} : vector<[[N]]xi1>, vector<[[N]]xi64>
// CHECK:           math.absi %{{.*}} : vector<[[N]]xi64>
func.func @operations() attributes {molt.inputs = [["t", !molt_df.table<"x": i64, "p": i1>]], molt.result = !molt_df.table<"x": i64>} {
  %t = molt_pipe.table_source "t" input 0 columns [0, 1] validity [false, false] : !molt_pipe.source<i64, i1>
  %r = molt_pipe.result_create : !molt_pipe.result<i64>
  molt_pipe.pipeline %t : !molt_pipe.source<i64, i1> {
  ^bb0(%x: !molt_pipe.col<i64>, %p: !molt_pipe.col<i1>):
    %v = molt_pipe.stage(%x, %p) : (!molt_pipe.col<i64>, !molt_pipe.col<i1>) -> !molt_pipe.col<i64> {
    ^bb0(%xv: i64, %pv: i1):
      %c = arith.constant 7 : i64
      %low, %high = arith.mulsi_extended %xv, %c : i64
      %s = arith.select %pv, %low, %high : i64
      %a = math.absi %s : i64
      molt_pipe.yield values %a : i64
    }
    molt_pipe.output %r, %v nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
  }
  return
}

// -----

// Validity: a bitmap that may be absent, in whose place bits of ones are read.
// CHECK-LABEL: func private @validity_pipeline0
// CHECK:         %[[ONES:.*]] = molt_rt.string "\FF\FF
// CHECK:         %[[NULL:.*]] = llvm.icmp "eq" %[[BITMAP:.*]], %{{.*}} : !llvm.ptr
// CHECK:         %[[USED:.*]] = llvm.select %[[NULL]], %[[ONES]], %[[BITMAP]]
// CHECK:         %[[POSITIONS:.*]] = arith.select %[[NULL]], %c0{{.*}}, %c-1{{.*}} : i64
// CHECK:         scf.for
// CHECK:           %[[AT:.*]] = arith.andi %{{.*}}, %[[POSITIONS]] : i64
// CHECK:           molt_simd.load_bitmap %[[USED]][%[[AT]]]
func.func @validity() attributes {molt.inputs = [["t", !molt_df.table<"x": i64?>]], molt.result = !molt_df.table<"p": i1>} {
  %t = molt_pipe.table_source "t" input 0 columns [0] validity [true] : !molt_pipe.source<i1>
  %r = molt_pipe.result_create : !molt_pipe.result<i1>
  molt_pipe.pipeline %t : !molt_pipe.source<i1> {
  ^bb0(%valid: !molt_pipe.col<i1>):
    %v = molt_pipe.stage(%valid) : (!molt_pipe.col<i1>) -> !molt_pipe.col<i1> {
    ^bb0(%p: i1):
      %true = arith.constant true
      %n = arith.xori %p, %true : i1
      molt_pipe.yield values %n : i1
    }
    molt_pipe.output %r, %v nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
  }
  return
}

// -----

// Guards before the first row; either end the run with a status of its own.
// CHECK-LABEL: func @guards(
// CHECK:         %[[A:.*]] = molt_rt.call "molt_rt_guard_rows"(%{{.*}}, %c1_i32{{.*}}, %c1000_i64{{.*}})
// CHECK:         cf.cond_br
// The halves of -5 and 9, and no nulls.
// CHECK:         molt_rt.call "molt_rt_guard_column"(%{{.*}}, %c1_i32{{.*}}, %c2_i32{{.*}}, %c0_i64{{.*}}, %c1_i32{{.*}}, %c-5_i64{{.*}}, %c-1_i64{{.*}}, %c9_i64{{.*}}, %c0_i64{{.*}}, %c0_i32{{.*}})
// CHECK:         cf.cond_br
// Without a range, and with any number of nulls, but unique.
// CHECK:         molt_rt.call "molt_rt_guard_column"(%{{.*}}, %c1_i32{{.*}}, %c3_i32{{.*}}, %c9223372036854775807_i64{{.*}}, %c0_i32{{.*}}, %c1_i32{{.*}})
// CHECK:         cf.cond_br
// CHECK:         molt_rt.call "molt_rt_result_create"
func.func @guards() attributes {molt.inputs = [], molt.result = !molt_df.table<>} {
  molt_pipe.guard_rows input 1 max 1000
  molt_pipe.guard_column input 1 column 2 nonnull range [-5 : i128, 9 : i128]
  molt_pipe.guard_column input 1 column 3 unique
  %r = molt_pipe.result_create : !molt_pipe.result<>
  return
}
