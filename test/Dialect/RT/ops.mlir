// Every operation, through the custom form, the generic form and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK-LABEL: func @call
func.func @call(%execution: !llvm.ptr, %worker: i32, %bytes: i64) {
  // CHECK: molt_rt.call "molt_rt_batch_size"(%{{.*}}) : (!llvm.ptr) -> i64
  %n = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
  // CHECK: molt_rt.call "molt_rt_scratch"(%{{.*}}, %{{.*}}, %{{.*}}) : (!llvm.ptr, i32, i64) -> !llvm.ptr
  %p = molt_rt.call "molt_rt_scratch"(%execution, %worker, %bytes) : (!llvm.ptr, i32, i64) -> !llvm.ptr
  // CHECK: molt_rt.call "molt_rt_utf8_views"(%{{.*}}) : (!llvm.ptr, !llvm.ptr, i64, i64, !llvm.ptr, !llvm.ptr) -> ()
  molt_rt.call "molt_rt_utf8_views"(%p, %p, %n, %n, %p, %p) : (!llvm.ptr, !llvm.ptr, i64, i64, !llvm.ptr, !llvm.ptr) -> ()
  return
}

// CHECK-LABEL: func @compare_bytes
func.func @compare_bytes(%p: !llvm.ptr, %q: !llvm.ptr, %n: i64) -> i32 {
  // CHECK: molt_rt.compare_bytes %{{.*}}, %{{.*}}, %{{.*}} : !llvm.ptr, !llvm.ptr -> i32
  %c = molt_rt.compare_bytes %p, %q, %n : !llvm.ptr, !llvm.ptr -> i32
  return %c : i32
}

// CHECK-LABEL: func @buffer
func.func @buffer(%p: !llvm.ptr) {
  // CHECK: molt_rt.buffer %{{.*}} : !llvm.ptr, memref<?xi64>
  %m = molt_rt.buffer %p : !llvm.ptr, memref<?xi64>
  // CHECK: molt_rt.buffer %{{.*}} : !llvm.ptr, memref<16xf32>
  %n = molt_rt.buffer %p : !llvm.ptr, memref<16xf32>
  return
}

// CHECK-LABEL: func @string
func.func @string() {
  // CHECK: molt_rt.string "BUILDING" : !llvm.ptr
  %p = molt_rt.string "BUILDING" : !llvm.ptr
  // Any bytes, zero too.
  // CHECK: molt_rt.string "a\00\FF\22" : !llvm.ptr
  %q = molt_rt.string "a\00\FF\22" : !llvm.ptr
  // CHECK: molt_rt.string "" : !llvm.ptr
  %r = molt_rt.string "" : !llvm.ptr
  return
}

// CHECK-LABEL: func @words
func.func @words() {
  // CHECK: molt_rt.words [8, 4, 64] : !llvm.ptr
  %p = molt_rt.words [8, 4, 64] : !llvm.ptr
  // CHECK: molt_rt.words [] : !llvm.ptr
  %q = molt_rt.words [] : !llvm.ptr
  return
}

func.func private @pipeline(!llvm.ptr, !llvm.ptr, !llvm.ptr) -> i32

// CHECK-LABEL: func @address_of
func.func @address_of() {
  // CHECK: molt_rt.address_of @pipeline : !llvm.ptr
  %p = molt_rt.address_of @pipeline : !llvm.ptr
  return
}
