//===- RT.h - The molt_rt dialect -------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_RT_IR_RT_H
#define MOLT_DIALECT_RT_IR_RT_H

#include "Molt/Support/LLVM.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "Molt/Dialect/RT/IR/RTDialect.h.inc"

namespace molt::rt {

/// How an ABI function touches memory and fails, as Functions.def says.
enum class Effects { None, Read, ReadWrite };
enum class Fails { Never, Status, Null };

/// An entry of the runtime's function list. Types are in order result, parameters:
/// 'p' pointer, 'i' 32-bit, 'l' 64-bit integer, 'v' void.
struct RuntimeFunction {
  StringRef name;
  StringRef signature;
  Effects effects;
  Fails fails;
};

/// The whole list of Molt/Runtime/Functions.def.
ArrayRef<RuntimeFunction> getRuntimeFunctions();
/// The entry of that name, or null.
const RuntimeFunction *lookUpRuntimeFunction(StringRef name);
/// The MLIR type of a signature letter; null for 'v'.
Type getSignatureType(MLIRContext *context, char letter);

} // namespace molt::rt

#define GET_OP_CLASSES
#include "Molt/Dialect/RT/IR/RTOps.h.inc"

#endif // MOLT_DIALECT_RT_IR_RT_H
