//===- Joins.h - Kinds of joins ---------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_UTILS_JOINS_H
#define MOLT_DIALECT_DF_UTILS_JOINS_H

#include "Molt/Dialect/DF/IR/DF.h"

namespace molt::df {

/// Whether left rows without a match are in the result, with nulls for the right columns.
inline bool keepsLeft(JoinKind kind) { return kind == JoinKind::left || kind == JoinKind::full; }

/// Whether right rows without a match are in the result, with nulls for the left columns.
inline bool keepsRight(JoinKind kind) { return kind == JoinKind::right || kind == JoinKind::full; }

} // namespace molt::df

#endif // MOLT_DIALECT_DF_UTILS_JOINS_H
