//===- SIMD.h - The molt_simd dialect ---------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_SIMD_IR_SIMD_H
#define MOLT_DIALECT_SIMD_IR_SIMD_H

#include "Molt/Support/LLVM.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "Molt/Dialect/SIMD/IR/SIMDDialect.h.inc"

#define GET_ATTRDEF_CLASSES
#include "Molt/Dialect/SIMD/IR/SIMDAttrs.h.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/SIMD/IR/SIMDOps.h.inc"

#endif // MOLT_DIALECT_SIMD_IR_SIMD_H
