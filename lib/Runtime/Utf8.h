//===- Utf8.h - UTF-8 checks ------------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_UTF8_H
#define MOLT_LIB_RUNTIME_UTF8_H

#include <cstddef>
#include <cstdint>

namespace molt::rt {

/// Length in bytes of the well-formed sequence (Unicode 15, table 3-7) at
/// `text`, or 0 if it is not well formed.
int utf8SequenceLength(const uint8_t *text, const uint8_t *end);

/// Offset of the first byte that is not part of well-formed UTF-8, or `length`.
size_t findInvalidUtf8(const uint8_t *text, size_t length);

/// Bytes that the maximal ill-formed prefix at `text` has (at least 1): what one
/// U+FFFD replaces by the practice the Unicode Standard recommends.
size_t invalidUtf8PrefixLength(const uint8_t *text, const uint8_t *end);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_UTF8_H
