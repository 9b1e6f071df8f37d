//===- TextKernels.h - Loops over the bytes of a text -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_TEXTKERNELS_H
#define MOLT_LIB_RUNTIME_TEXTKERNELS_H

#include <cstddef>
#include <cstdint>

namespace molt::rt {

/// How often `byte` occurs in text[0, length).
int64_t countByte(const uint8_t *text, int64_t length, uint8_t byte);

/// Writes the positions in [begin, end) of all bytes that are `first` or `second`;
/// returns how many. `out` has room for end - begin + 64 of them. 64 bytes behind
/// `end` are readable.
int64_t findBytes(const uint8_t *text, int64_t begin, int64_t end, uint8_t first, uint8_t second,
                  uint32_t *out);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_TEXTKERNELS_H
