//===- RTDialect.cpp - The molt_rt dialect --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/RT/IR/RT.h"
#include "mlir/Interfaces/FunctionInterfaces.h"

using namespace molt;
using namespace molt::rt;

#include "Molt/Dialect/RT/IR/RTDialect.cpp.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/RT/IR/RTOps.cpp.inc"

void RTDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "Molt/Dialect/RT/IR/RTOps.cpp.inc"
      >();
}

LogicalResult CallOp::verify() {
  const RuntimeFunction *function = lookUpRuntimeFunction(getCallee());
  if (!function)
    return emitOpError() << "\"" << getCallee() << "\" is not a function of the runtime; see "
                         << "Molt/Runtime/Functions.def";
  SmallVector<Type> parameters;
  for (char letter : function->signature.drop_front())
    parameters.push_back(getSignatureType(getContext(), letter));
  Type result = getSignatureType(getContext(), function->signature.front());
  if (!llvm::equal(getArguments().getTypes(), parameters) ||
      (getResult() ? getResult().getType() : Type()) != result) {
    InFlightDiagnostic diagnostic = emitOpError() << "\"" << getCallee() << "\" has the type ("
                                                  << parameters << ") -> ";
    return result ? diagnostic << result : diagnostic << "()";
  }
  return success();
}

void CallOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &effects) {
  const RuntimeFunction *function = lookUpRuntimeFunction(getCallee());
  Effects kind = function ? function->effects : Effects::ReadWrite;
  if (kind != Effects::None)
    effects.emplace_back(MemoryEffects::Read::get());
  if (kind == Effects::ReadWrite)
    effects.emplace_back(MemoryEffects::Write::get());
}

LogicalResult BufferOp::verify() {
  if (!cast<MemRefType>(getType()).getLayout().isIdentity())
    return emitOpError("makes contiguous memrefs only; drop the layout of the type");
  return success();
}

LogicalResult AddressOfOp::verifySymbolUses(SymbolTableCollection &symbolTable) {
  if (!isa_and_nonnull<FunctionOpInterface>(
          symbolTable.lookupNearestSymbolFrom(*this, getCalleeAttr())))
    return emitOpError() << "\"" << getCallee() << "\" is not a function of this module";
  return success();
}
