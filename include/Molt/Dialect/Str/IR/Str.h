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

#define GET_OP_CLASSES
#include "Molt/Dialect/Str/IR/StrOps.h.inc"

namespace molt::str {

/// Wildcards in an encoded pattern of LIKE: bytes that no UTF-8 text has.
inline constexpr char kAnySequence = '\xFF', kAnyCodePoint = '\xFE';

/// The pattern with its escapes resolved and wildcards as the bytes above; a run of `%` is one.
/// The escape may be empty: none.
std::string encodeLikePattern(StringRef pattern, StringRef escape);

} // namespace molt::str

#endif // MOLT_DIALECT_STR_IR_STR_H
