//===- DFDialect.cpp - The molt_df dialect --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/Transforms/InliningUtils.h"

using namespace molt;
using namespace molt::df;

#include "Molt/Dialect/DF/IR/DFDialect.cpp.inc"
#include "Molt/Dialect/DF/IR/DFEnums.cpp.inc"
#include "Molt/Dialect/DF/IR/DFInterfaces.cpp.inc"

namespace {
/// Plans may be inlined anywhere: they have no effects and own their regions.
struct DFInliner : DialectInlinerInterface {
  using DialectInlinerInterface::DialectInlinerInterface;
  bool isLegalToInline(Operation *, Region *, bool, IRMapping &) const final { return true; }
  bool isLegalToInline(Region *, Region *, bool, IRMapping &) const final { return true; }
};
} // namespace

void DFDialect::initialize() {
  registerTypes();
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "Molt/Dialect/DF/IR/DFOps.cpp.inc"
      >();
  addInterfaces<DFInliner>();
}

Operation *DFDialect::materializeConstant(OpBuilder &builder, Attribute value, Type type,
                                          Location loc) {
  if (!isScalarType(type))
    return nullptr;
  return ConstantOp::create(builder, loc, type, value);
}
