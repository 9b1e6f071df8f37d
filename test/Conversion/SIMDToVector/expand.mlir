// Every operation has an expansion that works everywhere.
// RUN: molt-opt %s --convert-molt-simd-to-vector | FileCheck %s
// RUN: molt-opt %s --convert-molt-simd-to-vector | FileCheck %s --check-prefix=NONE

// NONE-NOT: molt_simd.{{compress|mask_bits|for_each|load_bitmap|view_eq|yield}}

// CHECK-LABEL: func @compress
func.func @compress(%v: vector<8xi64>, %m: vector<8xi1>) -> vector<8xi64> {
  // CHECK-NEXT: %[[ANY:.*]] = llvm.mlir.poison : vector<8xi64>
  // CHECK-NEXT: %[[R:.*]] = llvm.call_intrinsic "llvm.experimental.vector.compress"(%arg0, %arg1, %[[ANY]]) : (vector<8xi64>, vector<8xi1>, vector<8xi64>) -> vector<8xi64>
  // CHECK-NEXT: return %[[R]]
  %r = molt_simd.compress %v, %m : vector<8xi64>, vector<8xi1>
  return %r : vector<8xi64>
}

// CHECK-LABEL: func @mask_bits
func.func @mask_bits(%m: vector<8xi1>, %n: vector<64xi1>, %o: vector<1xi1>) -> (i64, i64, i64) {
  // CHECK-NEXT: %[[A:.*]] = llvm.bitcast %arg0 : vector<8xi1> to i8
  // CHECK-NEXT: %[[B:.*]] = arith.extui %[[A]] : i8 to i64
  %b = molt_simd.mask_bits %m : vector<8xi1>
  // CHECK-NEXT: %[[C:.*]] = llvm.bitcast %arg1 : vector<64xi1> to i64
  %c = molt_simd.mask_bits %n : vector<64xi1>
  // CHECK-NEXT: llvm.bitcast %arg2 : vector<1xi1> to i1
  %d = molt_simd.mask_bits %o : vector<1xi1>
  return %b, %c, %d : i64, i64, i64
}

// The bits of the byte of the first one and the seven bytes behind it.
// CHECK-LABEL: func @load_bitmap
func.func @load_bitmap(%p: !llvm.ptr, %i: i64) -> vector<8xi1> {
  // CHECK:      %[[BYTE:.*]] = arith.shrui %arg1, %c3
  // CHECK-NEXT: %[[ADDRESS:.*]] = llvm.getelementptr %arg0[%[[BYTE]]] : (!llvm.ptr, i64) -> !llvm.ptr, i8
  // CHECK-NEXT: %[[WORD:.*]] = llvm.load %[[ADDRESS]] {alignment = 1 : i64} : !llvm.ptr -> i64
  // CHECK:      %[[BIT:.*]] = arith.andi %arg1, %c7
  // CHECK-NEXT: %[[BITS:.*]] = arith.shrui %[[WORD]], %[[BIT]] : i64
  // CHECK-NEXT: %[[NARROW:.*]] = arith.trunci %[[BITS]] : i64 to i8
  // CHECK-NEXT: llvm.bitcast %[[NARROW]] : i8 to vector<8xi1>
  %m = molt_simd.load_bitmap %p[%i] : !llvm.ptr, vector<8xi1>
  return %m : vector<8xi1>
}

// One iteration per set bit: the lowest is taken and cleared.
// CHECK-LABEL: func @for_each
func.func @for_each(%bits: i64, %zero: i64) -> i64 {
  // CHECK:      %[[R:.*]]:2 = scf.while (%[[B:.*]] = %arg0, %[[S:.*]] = %arg1) : (i64, i64) -> (i64, i64) {
  // CHECK:        %[[MORE:.*]] = arith.cmpi ne, %[[B]], %{{.*}} : i64
  // CHECK-NEXT:   scf.condition(%[[MORE]]) %[[B]], %[[S]]
  // CHECK:      ^bb0(%[[B:.*]]: i64, %[[S:.*]]: i64):
  // CHECK-NEXT:   %[[LANE:.*]] = math.cttz %[[B]] : i64
  // CHECK:        %[[LESS:.*]] = arith.subi %[[B]], %{{.*}} : i64
  // CHECK-NEXT:   %[[REST:.*]] = arith.andi %[[B]], %[[LESS]] : i64
  // CHECK-NEXT:   %[[SUM:.*]] = arith.addi %[[S]], %[[LANE]] : i64
  // CHECK-NEXT:   scf.yield %[[REST]], %[[SUM]]
  // CHECK:      return %[[R]]#1
  %r = molt_simd.for_each %bits init(%zero) : i64 {
  ^bb0(%lane: i64, %sum: i64):
    %s = arith.addi %sum, %lane : i64
    molt_simd.yield %s : i64
  } -> i64
  return %r : i64
}

// What is yielded may be an argument: the last lane, and a swap.
// CHECK-LABEL: func @for_each_arguments
func.func @for_each_arguments(%bits: i64, %x: i64, %y: i64, %z: i64) -> (i64, i64, i64) {
  // CHECK: ^bb0(%[[B:.*]]: i64, %{{.*}}: i64, %[[Y:.*]]: i64, %[[Z:.*]]: i64):
  // CHECK: %[[LANE:.*]] = math.cttz %[[B]]
  // CHECK: scf.yield %{{.*}}, %[[LANE]], %[[Z]], %[[Y]]
  %r:3 = molt_simd.for_each %bits init(%x, %y, %z) : i64, i64, i64 {
  ^bb0(%lane: i64, %a: i64, %b: i64, %c: i64):
    molt_simd.yield %lane, %c, %b : i64, i64, i64
  } -> i64, i64, i64
  return %r#0, %r#1, %r#2 : i64, i64, i64
}

// Equal words, or equal length and prefix of long strings whose bytes agree: those
// are compared one by one, in active lanes only.
// CHECK-LABEL: func @view_eq
func.func @view_eq(%alo: vector<8xi64>, %ahi: vector<8xi64>, %blo: vector<8xi64>, %bhi: vector<8xi64>, %a: vector<8xi1>) -> vector<8xi1> {
  // CHECK-NEXT: %[[LOW:.*]] = arith.cmpi eq, %arg0, %arg2 : vector<8xi64>
  // CHECK-NEXT: %[[HIGH:.*]] = arith.cmpi eq, %arg1, %arg3 : vector<8xi64>
  // CHECK-NEXT: %[[SAME:.*]] = arith.andi %[[LOW]], %[[HIGH]] : vector<8xi1>
  // CHECK:      %[[LENGTH:.*]] = arith.andi %arg0, %{{.*}} : vector<8xi64>
  // CHECK:      %[[LONG:.*]] = arith.cmpi ugt, %[[LENGTH]], %{{.*}} : vector<8xi64>
  // CHECK-NEXT: %[[OTHER:.*]] = arith.cmpi ne, %arg1, %arg3 : vector<8xi64>
  // CHECK-NEXT: %[[A:.*]] = arith.andi %[[LONG]], %[[LOW]]
  // CHECK-NEXT: %[[B:.*]] = arith.andi %[[A]], %[[OTHER]]
  // CHECK-NEXT: %[[OPEN:.*]] = arith.andi %[[B]], %arg4
  // CHECK:      scf.while
  // CHECK:        %[[LANE:.*]] = math.cttz
  // CHECK:        molt_rt.compare_bytes
  // CHECK:        %[[BIT:.*]] = arith.shli %{{.*}}, %[[LANE]] : i64
  // CHECK:      %[[FOUND:.*]] = llvm.bitcast %{{.*}} : i8 to vector<8xi1>
  // CHECK-NEXT: %[[R:.*]] = arith.ori %[[SAME]], %[[FOUND]] : vector<8xi1>
  // CHECK-NEXT: return %[[R]]
  %m = molt_simd.view_eq %alo, %ahi, %blo, %bhi active %a : vector<8xi64>, vector<8xi1>
  return %m : vector<8xi1>
}

// A short constant is equal exactly where its words are: no loop.
// CHECK-LABEL: func @view_eq_short
func.func @view_eq_short(%alo: vector<4xi64>, %ahi: vector<4xi64>, %a: vector<4xi1>) -> vector<4xi1> {
  // CHECK-NOT: scf.while
  // CHECK: arith.andi
  // CHECK-NEXT: return
  %lo = arith.constant dense<5> : vector<4xi64>
  %hi = arith.constant dense<0> : vector<4xi64>
  %m = molt_simd.view_eq %alo, %ahi, %lo, %hi active %a : vector<4xi64>, vector<4xi1>
  return %m : vector<4xi1>
}

// 13 bytes are one too many.
// CHECK-LABEL: func @view_eq_long
func.func @view_eq_long(%alo: vector<4xi64>, %ahi: vector<4xi64>, %a: vector<4xi1>) -> vector<4xi1> {
  // CHECK: scf.while
  // CHECK: return
  %lo = arith.constant dense<13> : vector<4xi64>
  %hi = arith.constant dense<0> : vector<4xi64>
  %m = molt_simd.view_eq %alo, %ahi, %lo, %hi active %a : vector<4xi64>, vector<4xi1>
  return %m : vector<4xi1>
}
