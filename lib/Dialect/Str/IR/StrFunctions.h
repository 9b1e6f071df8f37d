//===- StrFunctions.h - What the functions of strings share -----*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_STR_IR_STRFUNCTIONS_H
#define MOLT_LIB_DIALECT_STR_IR_STRFUNCTIONS_H

#include "Molt/Dialect/Str/IR/Str.h"

namespace molt::str {

/// Which integers a function gives.
enum class FunctionRange { none, Length, Position };

/// The element, nullable if an operand is or `canBeNull`.
Type inferFunctionType(ValueRange operands, Type element, bool canBeNull);

df::FactsAttr inferFunctionFacts(Operation *op, ArrayRef<df::FactsAttr> operands,
                                 FunctionRange range);

/// The result for constants, as the kernel of lib/Text gives it.
OpFoldResult foldFunction(FunctionOpInterface op, ArrayRef<Attribute> operands);

/// That all string operands are text or all binary.
LogicalResult verifyFunction(Operation *op);

} // namespace molt::str

#endif // MOLT_LIB_DIALECT_STR_IR_STRFUNCTIONS_H
