//===- SIMDDialect.cpp - The molt_simd dialect ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/TargetParser/Host.h"

using namespace molt;
using namespace molt::simd;

#include "Molt/Dialect/SIMD/IR/SIMDDialect.cpp.inc"

#define GET_ATTRDEF_CLASSES
#include "Molt/Dialect/SIMD/IR/SIMDAttrs.cpp.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/SIMD/IR/SIMDOps.cpp.inc"

void SIMDDialect::registerAttributes() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "Molt/Dialect/SIMD/IR/SIMDAttrs.cpp.inc"
      >();
}

void SIMDDialect::initialize() {
  registerAttributes();
  addOperations<
#define GET_OP_LIST
#include "Molt/Dialect/SIMD/IR/SIMDOps.cpp.inc"
      >();
}

//===----------------------------------------------------------------------===//
// TargetAttr
//===----------------------------------------------------------------------===//

LogicalResult TargetAttr::verify(function_ref<InFlightDiagnostic()> emitError, StringRef name) {
  if (name == "x86-64" || name == "x86-64-v3" || name == "x86-64-v4")
    return success();
  return emitError() << "unknown target \"" << name
                     << "\"; known are x86-64, x86-64-v3 and x86-64-v4";
}

unsigned TargetAttr::getRegisterBytes() const {
  if (getName() == "x86-64-v4")
    return 64;
  return getName() == "x86-64-v3" ? 32 : 16;
}

bool TargetAttr::hasMaskRegisters() const { return getName() == "x86-64-v4"; }

unsigned TargetAttr::getNumRegisters() const { return getName() == "x86-64-v4" ? 32 : 16; }

TargetAttr TargetAttr::getHost(MLIRContext *context) {
  llvm::StringMap<bool> features = llvm::sys::getHostCPUFeatures();
  auto hasAll = [&](std::initializer_list<StringRef> names) {
    return llvm::all_of(names, [&](StringRef name) { return features.lookup(name); });
  };
  if (!hasAll({"avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe"}))
    return get(context, "x86-64");
  if (!hasAll({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"}))
    return get(context, "x86-64-v3");
  return get(context, "x86-64-v4");
}

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

LogicalResult MaskBitsOp::verify() {
  int64_t lanes = cast<VectorType>(getMask().getType()).getNumElements();
  if (lanes > 64)
    return emitOpError() << "mask has " << lanes << " lanes; at most 64 fit the result";
  return success();
}

LogicalResult LoadBitmapOp::verify() {
  int64_t lanes = cast<VectorType>(getType()).getNumElements();
  if (lanes > 32)
    return emitOpError() << "loads " << lanes << " lanes; at most 32 are supported";
  return success();
}

LogicalResult ForEachOp::verifyRegions() {
  Block &block = getBody().front();
  if (block.getNumArguments() != getInits().size() + 1 || !block.getArgument(0).getType().isInteger(64) ||
      !llvm::equal(llvm::drop_begin(block.getArgumentTypes()), getInits().getTypes()))
    return emitOpError("region must take the bit position (i64) and the carried values");
  if (!llvm::equal(getResultTypes(), getInits().getTypes()) ||
      !llvm::equal(block.getTerminator()->getOperandTypes(), getInits().getTypes()))
    return emitOpError("results and yielded values must have the types of the carried values");
  return success();
}
