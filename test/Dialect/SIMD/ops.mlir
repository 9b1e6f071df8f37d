// Every operation, through the custom form, the generic form and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK-LABEL: func @compress
func.func @compress(%v: vector<8xi64>, %m: vector<8xi1>, %f: vector<4xf32>, %n: vector<4xi1>) {
  // CHECK: molt_simd.compress %{{.*}}, %{{.*}} : vector<8xi64>, vector<8xi1>
  %r = molt_simd.compress %v, %m : vector<8xi64>, vector<8xi1>
  // CHECK: molt_simd.compress %{{.*}}, %{{.*}} : vector<4xf32>, vector<4xi1>
  %s = molt_simd.compress %f, %n : vector<4xf32>, vector<4xi1>
  return
}

// CHECK-LABEL: func @mask_bits
func.func @mask_bits(%m: vector<8xi1>, %n: vector<64xi1>) {
  // CHECK: molt_simd.mask_bits %{{.*}} : vector<8xi1>
  %b = molt_simd.mask_bits %m : vector<8xi1>
  // CHECK: molt_simd.mask_bits %{{.*}} : vector<64xi1>
  %c = molt_simd.mask_bits %n : vector<64xi1>
  return
}

// CHECK-LABEL: func @for_each
func.func @for_each(%bits: i64, %zero: i64) -> i64 {
  // CHECK: %[[R:.*]] = molt_simd.for_each %{{.*}} init(%{{.*}}) : i64 {
  // CHECK-NEXT: ^bb0(%[[LANE:.*]]: i64, %[[SUM:.*]]: i64):
  // CHECK-NEXT:   %[[S:.*]] = arith.addi %[[SUM]], %[[LANE]] : i64
  // CHECK-NEXT:   molt_simd.yield %[[S]] : i64
  // CHECK-NEXT: } -> i64
  %r = molt_simd.for_each %bits init(%zero) : i64 {
  ^bb0(%lane: i64, %sum: i64):
    %s = arith.addi %sum, %lane : i64
    molt_simd.yield %s : i64
  } -> i64
  return %r : i64
}

// Without carried values, and without the terminator that goes without saying.
// CHECK-LABEL: func @for_each_effect
func.func @for_each_effect(%bits: i64, %p: !llvm.ptr) {
  // CHECK: molt_simd.for_each %{{.*}} {
  // CHECK-NEXT: ^bb0(%[[LANE:.*]]: i64):
  // CHECK-NEXT:   llvm.store %[[LANE]]
  // CHECK-NEXT: }
  molt_simd.for_each %bits {
  ^bb0(%lane: i64):
    llvm.store %lane, %p : i64, !llvm.ptr
  }
  return
}

// CHECK-LABEL: func @load_bitmap
func.func @load_bitmap(%p: !llvm.ptr, %i: i64) {
  // CHECK: molt_simd.load_bitmap %{{.*}}[%{{.*}}] : !llvm.ptr, vector<8xi1>
  %m = molt_simd.load_bitmap %p[%i] : !llvm.ptr, vector<8xi1>
  // CHECK: molt_simd.load_bitmap %{{.*}}[%{{.*}}] : !llvm.ptr, vector<32xi1>
  %n = molt_simd.load_bitmap %p[%i] : !llvm.ptr, vector<32xi1>
  return
}

// CHECK-LABEL: func @view_eq
func.func @view_eq(%alo: vector<8xi64>, %ahi: vector<8xi64>, %blo: vector<8xi64>, %bhi: vector<8xi64>, %a: vector<8xi1>) {
  // CHECK: molt_simd.view_eq %{{.*}}, %{{.*}}, %{{.*}}, %{{.*}} active %{{.*}} : vector<8xi64>, vector<8xi1>
  %m = molt_simd.view_eq %alo, %ahi, %blo, %bhi active %a : vector<8xi64>, vector<8xi1>
  return
}
