//===- Str.h - The molt_str dialect -----------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_STR_IR_STR_H
#define MOLT_DIALECT_STR_IR_STR_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

#include "Molt/Dialect/Str/IR/StrDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/Str/IR/StrTypes.h.inc"

#include "Molt/Dialect/Str/IR/StrEnums.h.inc"

#define GET_ATTRDEF_CLASSES
#include "Molt/Dialect/Str/IR/StrAttrs.h.inc"

#include "Molt/Dialect/Str/IR/StrInterfaces.h.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/Str/IR/StrOps.h.inc"

namespace molt::str {

/// Wildcards in an encoded pattern of LIKE: bytes that no UTF-8 text has.
inline constexpr char kAnySequence = '\xFF', kAnyCodePoint = '\xFE';

/// The pattern with its escapes resolved and wildcards as the bytes above; a run of `%` is one.
/// The escape may be empty: none.
std::string encodeLikePattern(StringRef pattern, StringRef escape);

/// Bytes of the code point at the beginning of valid UTF-8 that is not empty.
size_t firstCodePointSize(StringRef text);

/// The attribute of a module that says which Unicode its functions of strings have: "15.0", which
/// is what there is without it, or "14.0".
inline constexpr StringLiteral kUnicodeAttrName = "molt_str.unicode";

/// Whether a function stands in a module of Unicode 14.0.
bool usesUnicode14(Operation *op);

/// Whether a function of molt_df's strings has binary operands.
bool isOfBytes(Operation *op);

/// Which of a function's operands are there, by their places in the operation's definition.
SmallVector<bool> getPresentOperands(Operation *op);

} // namespace molt::str

#endif // MOLT_DIALECT_STR_IR_STR_H
