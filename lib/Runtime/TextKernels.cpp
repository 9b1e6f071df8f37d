//===- TextKernels.cpp - Loops over the bytes of a text -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextKernels.h"

using namespace molt::rt;

int64_t molt::rt::countByte(const uint8_t *text, int64_t length, uint8_t byte) {
  int64_t count = 0;
  for (int64_t i = 0; i < length; ++i)
    count += text[i] == byte;
  return count;
}

int64_t molt::rt::findBytes(const uint8_t *text, int64_t begin, int64_t end, uint8_t first,
                            uint8_t second, uint32_t *out) {
  int64_t count = 0;
  for (int64_t i = begin; i < end; ++i) {
    out[count] = static_cast<uint32_t>(i);
    count += (text[i] == first) | (text[i] == second);
  }
  return count;
}
