//===- Find.h - Where bytes are in others -----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TEXT_FIND_H
#define MOLT_LIB_TEXT_FIND_H

#include "Rows.h"

namespace molt::text {

/// Where `part`, which is not empty, begins first in `text`, or null. Linear time.
const uint8_t *findFirst(Span text, Span part);

/// Where it begins last, or null. Linear time.
const uint8_t *findLast(Span text, Span part);

/// How often `part`, which is not empty, occurs, each behind the one before; at most `limit`.
int64_t countOccurrences(Span text, Span part, int64_t limit = INT64_MAX);

} // namespace molt::text

#endif // MOLT_LIB_TEXT_FIND_H
