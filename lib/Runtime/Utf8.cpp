//===- Utf8.cpp - UTF-8 checks --------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Utf8.h"

#include <cstring>

using namespace molt::rt;

/// Table 3-7 as code: how long the sequence that `lead` starts is, and the range
/// of its second byte.
static int sequenceShape(uint8_t lead, uint8_t &low, uint8_t &high) {
  low = 0x80;
  high = 0xBF;
  if (lead < 0x80)
    return 1;
  if (lead < 0xC2)
    return 0;
  if (lead < 0xE0)
    return 2;
  if (lead < 0xF0) {
    if (lead == 0xE0)
      low = 0xA0;
    if (lead == 0xED)
      high = 0x9F;
    return 3;
  }
  if (lead < 0xF5) {
    if (lead == 0xF0)
      low = 0x90;
    if (lead == 0xF4)
      high = 0x8F;
    return 4;
  }
  return 0;
}

/// How many bytes from `text` on are a prefix of a well-formed sequence; `whole`
/// tells whether that is all of it.
static int matchSequence(const uint8_t *text, const uint8_t *end, bool &whole) {
  uint8_t low, high;
  int length = sequenceShape(*text, low, high);
  whole = false;
  if (length == 0)
    return 0;
  int matched = 1;
  while (matched < length && text + matched < end && text[matched] >= low &&
         text[matched] <= high) {
    ++matched;
    low = 0x80;
    high = 0xBF;
  }
  whole = matched == length;
  return matched;
}

int molt::rt::utf8SequenceLength(const uint8_t *text, const uint8_t *end) {
  bool whole;
  int length = matchSequence(text, end, whole);
  return whole ? length : 0;
}

size_t molt::rt::invalidUtf8PrefixLength(const uint8_t *text, const uint8_t *end) {
  bool whole;
  int length = matchSequence(text, end, whole);
  return length ? length : 1;
}

size_t molt::rt::findInvalidUtf8(const uint8_t *text, size_t length) {
  const uint8_t *position = text;
  const uint8_t *end = text + length;
  while (position < end) {
    // Eight ASCII bytes at a time: nearly all of nearly every file.
    uint64_t word;
    if (end - position >= 8 && (memcpy(&word, position, 8), (word & 0x8080808080808080u) == 0)) {
      position += 8;
      continue;
    }
    int size = utf8SequenceLength(position, end);
    if (size == 0)
      return position - text;
    position += size;
  }
  return length;
}
