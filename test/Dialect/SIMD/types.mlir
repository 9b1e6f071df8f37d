// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK: func private @baseline() attributes {molt_simd.target = #molt_simd.target<"x86-64">}
func.func private @baseline() attributes {molt_simd.target = #molt_simd.target<"x86-64">}
// CHECK: func private @avx2() attributes {molt_simd.target = #molt_simd.target<"x86-64-v3">}
func.func private @avx2() attributes {molt_simd.target = #molt_simd.target<"x86-64-v3">}
// CHECK: func private @avx512() attributes {molt_simd.target = #molt_simd.target<"x86-64-v4">}
func.func private @avx512() attributes {molt_simd.target = #molt_simd.target<"x86-64-v4">}
