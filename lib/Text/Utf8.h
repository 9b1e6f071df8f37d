//===- Utf8.h - Steps through UTF-8 -----------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TEXT_UTF8_H
#define MOLT_LIB_TEXT_UTF8_H

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace molt::text {

/// The most bytes that a code point has.
constexpr unsigned longestSequence = 4;

inline bool beginsCodePoint(uint8_t byte) { return (byte & 0xC0) != 0x80; }

/// The bytes of a code point.
inline unsigned getSequenceLength(char32_t point) {
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

/// The code point at the beginning of valid UTF-8, which `at` moves behind.
inline char32_t readCodePoint(const uint8_t *&at) {
  uint8_t lead = *at++;
  if (lead < 0x80)
    return lead;
  if (lead < 0xE0)
    return (lead & 0x1Fu) << 6 | (*at++ & 0x3Fu);
  if (lead < 0xF0) {
    char32_t point = (lead & 0x0Fu) << 12 | (at[0] & 0x3Fu) << 6 | (at[1] & 0x3Fu);
    at += 2;
    return point;
  }
  char32_t point =
      (lead & 0x07u) << 18 | (at[0] & 0x3Fu) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
  at += 3;
  return point;
}

/// Moves `at` from the end of a code point to its beginning and reads it.
inline char32_t readCodePointBefore(const uint8_t *&at) {
  do
    --at;
  while (!beginsCodePoint(*at));
  const uint8_t *begin = at;
  return readCodePoint(begin);
}

/// Writes a code point and returns what is behind it.
inline uint8_t *writeCodePoint(uint8_t *out, char32_t point) {
  if (point < 0x80) {
    *out++ = static_cast<uint8_t>(point);
  } else if (point < 0x800) {
    *out++ = static_cast<uint8_t>(0xC0 | point >> 6);
    *out++ = static_cast<uint8_t>(0x80 | (point & 0x3F));
  } else if (point < 0x10000) {
    *out++ = static_cast<uint8_t>(0xE0 | point >> 12);
    *out++ = static_cast<uint8_t>(0x80 | (point >> 6 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (point & 0x3F));
  } else {
    *out++ = static_cast<uint8_t>(0xF0 | point >> 18);
    *out++ = static_cast<uint8_t>(0x80 | (point >> 12 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (point >> 6 & 0x3F));
    *out++ = static_cast<uint8_t>(0x80 | (point & 0x3F));
  }
  return out;
}

inline bool isAscii(const uint8_t *bytes, size_t size) {
  uint64_t bits = 0, word;
  size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    memcpy(&word, bytes + i, 8);
    bits |= word;
  }
  for (; i < size; ++i)
    bits |= bytes[i];
  return (bits & 0x8080808080808080u) == 0;
}

inline int64_t countCodePoints(const uint8_t *bytes, size_t size) {
  int64_t count = 0;
  for (size_t i = 0; i < size; ++i)
    count += beginsCodePoint(bytes[i]);
  return count;
}

/// `count` code points further, or `end` if there are not so many.
inline const uint8_t *skipCodePoints(const uint8_t *at, const uint8_t *end, int64_t count) {
  for (; count > 0 && at < end; --count) {
    ++at;
    while (at < end && !beginsCodePoint(*at))
      ++at;
  }
  return at;
}

} // namespace molt::text

#endif // MOLT_LIB_TEXT_UTF8_H
