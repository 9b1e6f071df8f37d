//===- StringView.h - The two-word string view ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TEXT_STRINGVIEW_H
#define MOLT_TEXT_STRINGVIEW_H

#include <cstdint>
#include <cstring>

namespace molt::text {

/// Longest string whose bytes are in the view itself.
constexpr uint32_t inlineLength = 12;

/// The view of Runtime.h. Little-endian hosts only, as everything here.
struct StringView {
  uint64_t lo;
  uint64_t hi;

  uint32_t length() const { return static_cast<uint32_t>(lo); }
  bool isInline() const { return length() <= inlineLength; }
  /// Byte 0. An inline string's bytes are those of the view, which must outlive
  /// the pointer.
  const uint8_t *bytes() const {
    return isInline() ? reinterpret_cast<const uint8_t *>(this) + 4
                      : reinterpret_cast<const uint8_t *>(hi);
  }
};
static_assert(sizeof(StringView) == 16, "a view is two words");

/// The view of `length` bytes at `bytes`.
inline StringView makeView(const uint8_t *bytes, uint32_t length) {
  StringView view{length, 0};
  if (length > inlineLength) {
    uint32_t prefix;
    memcpy(&prefix, bytes, 4);
    view.lo |= static_cast<uint64_t>(prefix) << 32;
    view.hi = reinterpret_cast<uint64_t>(bytes);
    return view;
  }
  if (length > 0) // `bytes` may be null.
    memcpy(reinterpret_cast<uint8_t *>(&view) + 4, bytes, length);
  return view;
}

/// Negative, 0 or positive, by bytes: the order of code points.
inline int compareViews(const StringView &a, const StringView &b) {
  // The first four bytes decide most comparisons. Padding is zero, so a prefix
  // of the other string is not greater here, and equal prefixes go on below.
  uint32_t prefixA = __builtin_bswap32(static_cast<uint32_t>(a.lo >> 32));
  uint32_t prefixB = __builtin_bswap32(static_cast<uint32_t>(b.lo >> 32));
  if (prefixA != prefixB)
    return prefixA < prefixB ? -1 : 1;
  uint32_t shorter = a.length() < b.length() ? a.length() : b.length();
  if (int order = memcmp(a.bytes(), b.bytes(), shorter))
    return order;
  return a.length() < b.length() ? -1 : a.length() > b.length();
}

inline bool equalViews(const StringView &a, const StringView &b) {
  if (a.lo != b.lo)
    return false;
  if (a.hi == b.hi)
    return true;
  return !a.isInline() && memcmp(a.bytes(), b.bytes(), a.length()) == 0;
}

/// The first eight bytes as a number that orders as they do (shorter strings are
/// padded with zeros).
inline uint64_t orderedPrefix(const StringView &view) {
  uint64_t word;
  if (view.isInline())
    word = (view.lo >> 32) | (view.hi << 32);
  else
    memcpy(&word, view.bytes(), 8);
  return __builtin_bswap64(word);
}

} // namespace molt::text

#endif // MOLT_TEXT_STRINGVIEW_H
