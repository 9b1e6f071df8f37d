// Calls have the effects that Functions.def gives them.
// RUN: molt-opt %s --cse | FileCheck %s

// CHECK-LABEL: func @read
func.func @read(%execution: !llvm.ptr) -> i64 {
  // One call answers both, and nobody needs the third.
  // CHECK-NEXT: %[[N:.*]] = molt_rt.call "molt_rt_batch_size"
  %0 = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
  %1 = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
  %2 = molt_rt.call "molt_rt_worker_count"(%execution) : (!llvm.ptr) -> i32
  // CHECK-NEXT: %[[S:.*]] = arith.addi %[[N]], %[[N]]
  %s = arith.addi %0, %1 : i64
  // CHECK-NEXT: return %[[S]]
  return %s : i64
}

// CHECK-LABEL: func @write
func.func @write(%execution: !llvm.ptr) {
  // CHECK-COUNT-2: molt_rt.call "molt_rt_result_create"
  %0 = molt_rt.call "molt_rt_result_create"(%execution) : (!llvm.ptr) -> !llvm.ptr
  %1 = molt_rt.call "molt_rt_result_create"(%execution) : (!llvm.ptr) -> !llvm.ptr
  return
}

// CHECK-LABEL: func @write_between
func.func @write_between(%execution: !llvm.ptr) -> i64 {
  // CHECK: %[[A:.*]] = molt_rt.call "molt_rt_batch_size"
  %0 = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
  %1 = molt_rt.call "molt_rt_result_create"(%execution) : (!llvm.ptr) -> !llvm.ptr
  // CHECK: %[[B:.*]] = molt_rt.call "molt_rt_batch_size"
  %2 = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
  // CHECK: arith.addi %[[A]], %[[B]]
  %s = arith.addi %0, %2 : i64
  return %s : i64
}

// Constants and addresses are values like others.
// CHECK-LABEL: func @pure
func.func @pure(%p: !llvm.ptr, %n: i64) -> (!llvm.ptr, !llvm.ptr, i32) {
  // CHECK-NEXT: %[[S:.*]] = molt_rt.string "text"
  // CHECK-NEXT: %[[C:.*]] = molt_rt.compare_bytes
  // CHECK-NEXT: %[[T:.*]] = arith.addi %[[C]], %[[C]]
  // CHECK-NEXT: return %[[S]], %[[S]], %[[T]]
  %0 = molt_rt.string "text" : !llvm.ptr
  %1 = molt_rt.string "text" : !llvm.ptr
  %2 = molt_rt.buffer %p : !llvm.ptr, memref<?xi64>
  %3 = molt_rt.compare_bytes %p, %0, %n : !llvm.ptr, !llvm.ptr -> i32
  %4 = molt_rt.compare_bytes %p, %1, %n : !llvm.ptr, !llvm.ptr -> i32
  %5 = arith.addi %3, %4 : i32
  return %0, %1, %5 : !llvm.ptr, !llvm.ptr, i32
}
