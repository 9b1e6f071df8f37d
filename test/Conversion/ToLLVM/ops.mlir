// molt_rt in the LLVM dialect, with everything around it in one conversion.
// RUN: molt-opt %s --convert-molt-to-llvm --split-input-file | FileCheck %s
// RUN: molt-opt %s --convert-molt-to-llvm --split-input-file | FileCheck %s --check-prefix=NONE

// NONE-NOT: unrealized_conversion_cast
// NONE-NOT: {{molt_rt\.|memref\.|arith\.|vector\.|func\.func|cf\.}}

// A function is declared once, however often it is called.
// CHECK-DAG:   llvm.func @molt_rt_batch_size(!llvm.ptr) -> i64
// CHECK-DAG:   llvm.func @molt_rt_utf8_views(!llvm.ptr, !llvm.ptr, i64, i64, !llvm.ptr, !llvm.ptr)
// CHECK-NOT:   llvm.func @molt_rt
// CHECK-LABEL: llvm.func @calls
// CHECK:         %[[N:.*]] = llvm.call @molt_rt_batch_size(%arg0) : (!llvm.ptr) -> i64
// CHECK:         llvm.call @molt_rt_utf8_views(%arg0, %arg0, %[[N]], %[[N]], %arg0, %arg0)
// CHECK:         llvm.call @molt_rt_batch_size
func.func @calls(%p: !llvm.ptr) -> i64 {
  %n = molt_rt.call "molt_rt_batch_size"(%p) : (!llvm.ptr) -> i64
  molt_rt.call "molt_rt_utf8_views"(%p, %p, %n, %n, %p, %p) : (!llvm.ptr, !llvm.ptr, i64, i64, !llvm.ptr, !llvm.ptr) -> ()
  %m = molt_rt.call "molt_rt_batch_size"(%p) : (!llvm.ptr) -> i64
  return %m : i64
}

// -----

// Equal strings share a constant that ends with a zero byte.
// CHECK-DAG:   llvm.mlir.global internal constant @[[A:molt_constant_[0-9]+]]("text\00")
// CHECK-DAG:   llvm.mlir.global internal constant @[[B:molt_constant_[0-9]+]]("\FF\00b\00")
// CHECK-NOT:   llvm.mlir.global
// CHECK-LABEL: llvm.func @strings
// CHECK:         llvm.mlir.addressof @[[A]] : !llvm.ptr
// CHECK:         llvm.mlir.addressof @[[B]] : !llvm.ptr
// CHECK:         llvm.mlir.addressof @[[A]] : !llvm.ptr
func.func @strings() -> (!llvm.ptr, !llvm.ptr, !llvm.ptr) {
  %0 = molt_rt.string "text" : !llvm.ptr
  %1 = molt_rt.string "\FF\00b" : !llvm.ptr
  %2 = molt_rt.string "text" : !llvm.ptr
  return %0, %1, %2 : !llvm.ptr, !llvm.ptr, !llvm.ptr
}

// -----

// Equal tables share an aligned constant.
// CHECK-DAG:   llvm.mlir.global internal constant @[[A:molt_constant_[0-9]+]](dense<[8, -1]> : tensor<2xi64>) {{.*}}alignment = 8 : i64{{.*}} : !llvm.array<2 x i64>
// CHECK-DAG:   llvm.mlir.global internal constant @[[B:molt_constant_[0-9]+]](dense<8> : tensor<1xi64>)
// CHECK-NOT:   llvm.mlir.global
// CHECK-LABEL: llvm.func @words
// CHECK:         llvm.mlir.addressof @[[A]] : !llvm.ptr
// CHECK:         llvm.mlir.addressof @[[B]] : !llvm.ptr
// CHECK:         llvm.mlir.addressof @[[A]] : !llvm.ptr
func.func @words() -> (!llvm.ptr, !llvm.ptr, !llvm.ptr) {
  %0 = molt_rt.words [8, -1] : !llvm.ptr
  %1 = molt_rt.words [8] : !llvm.ptr
  %2 = molt_rt.words [8, -1] : !llvm.ptr
  return %0, %1, %2 : !llvm.ptr, !llvm.ptr, !llvm.ptr
}

// -----

// CHECK:       llvm.func @memcmp(!llvm.ptr, !llvm.ptr, i64) -> i32
// CHECK-LABEL: llvm.func @compare_bytes
// CHECK:         llvm.call @memcmp(%arg0, %arg1, %arg2) : (!llvm.ptr, !llvm.ptr, i64) -> i32
func.func @compare_bytes(%p: !llvm.ptr, %q: !llvm.ptr, %n: i64) -> i32 {
  %c = molt_rt.compare_bytes %p, %q, %n : !llvm.ptr, !llvm.ptr -> i32
  return %c : i32
}

// -----

// Loads and stores of a buffer are loads and stores at its address.
// CHECK-LABEL: llvm.func @buffer
// CHECK:         %[[S:.*]] = llvm.getelementptr {{.*}}[%{{.*}}] : (!llvm.ptr, i64) -> !llvm.ptr, i64
// CHECK-NEXT:    llvm.load %[[S]] {{.*}}: !llvm.ptr -> i64
// CHECK:         llvm.load %{{.*}} {alignment = 8 : i64} : !llvm.ptr -> vector<4xi64>
// CHECK:         llvm.store %{{.*}}, %{{.*}} {alignment = 8 : i64} : vector<4xi64>, !llvm.ptr
func.func @buffer(%p: !llvm.ptr, %i: index) -> i64 {
  %m = molt_rt.buffer %p : !llvm.ptr, memref<?xi64>
  %x = memref.load %m[%i] : memref<?xi64>
  %v = vector.load %m[%i] : memref<?xi64>, vector<4xi64>
  vector.store %v, %m[%i] : memref<?xi64>, vector<4xi64>
  return %x : i64
}

// -----

// CHECK-LABEL: llvm.func @user
// CHECK:         llvm.mlir.addressof @callback : !llvm.ptr
func.func private @callback(!llvm.ptr) -> i32
func.func @user() -> !llvm.ptr {
  %p = molt_rt.address_of @callback : !llvm.ptr
  return %p : !llvm.ptr
}

// -----

// The target in LLVM's words.
// CHECK: llvm.func @avx512() attributes {passthrough = {{\[\[}}"target-cpu", "x86-64-v4"], ["prefer-vector-width", "512"], ["min-legal-vector-width", "512"]]}
func.func @avx512() attributes {molt_simd.target = #molt_simd.target<"x86-64-v4">} {
  return
}
// CHECK: llvm.func @avx2() attributes {passthrough = {{\[\[}}"target-cpu", "x86-64-v3"], ["prefer-vector-width", "256"], ["min-legal-vector-width", "256"]]}
func.func @avx2() attributes {molt_simd.target = #molt_simd.target<"x86-64-v3">} {
  return
}
// CHECK: llvm.func @baseline() attributes {passthrough = {{\[\[}}"target-cpu", "x86-64"], ["prefer-vector-width", "128"], ["min-legal-vector-width", "128"]]}
func.func @baseline() attributes {molt_simd.target = #molt_simd.target<"x86-64">} {
  return
}

// -----

// A mask of the first lanes, and the halves of a vector.
// CHECK-LABEL: llvm.func @vectors
// CHECK:         llvm.icmp "sgt" %{{.*}} : vector<8xi32>
// CHECK:         llvm.shufflevector
func.func @vectors(%n: index, %v: vector<8xi64>) -> (vector<8xi1>, vector<4xi64>) {
  %m = vector.create_mask %n : vector<8xi1>
  %h = vector.extract_strided_slice %v {offsets = [4], sizes = [4], strides = [1]} : vector<8xi64> to vector<4xi64>
  return %m, %h : vector<8xi1>, vector<4xi64>
}
