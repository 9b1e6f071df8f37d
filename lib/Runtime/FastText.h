//===- FastText.h - Parsing values a word at a time -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The common forms of numbers and dates, eight digits per step ("SIMD within a
// register"). Each function either succeeds or leaves the text to the parser of
// ValueText.h, which knows all forms and what is wrong with the others. They read
// up to fastTextBytes from the beginning of the text on, whatever its length.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_FASTTEXT_H
#define MOLT_LIB_RUNTIME_FASTTEXT_H

#include <cstdint>
#include <cstring>
#include <limits>

namespace molt::rt {

/// Bytes that must be readable from the beginning of a text on.
constexpr int fastTextBytes = 32;

inline uint64_t loadText8(const char *text) {
  uint64_t word;
  memcpy(&word, text, sizeof(word));
  return word;
}

/// The number that the first `count` (1…8) bytes of `word` spell; false if one of
/// them is no digit.
inline bool digitsToNumber(uint64_t word, int64_t count, uint64_t &out) {
  // Digits to their values, the last one to the top; zeros come in before the first.
  uint64_t digits = (word ^ 0x3030303030303030u) << (64 - 8 * count);
  if (((digits + 0x7676767676767676u) | digits) & 0x8080808080808080u)
    return false;
  // Pairs, then all four pairs with their powers of 100.
  digits = digits * 10 + (digits >> 8);
  constexpr uint64_t mask = 0x000000FF000000FFu;
  out = ((digits & mask) * (100 + (1000000ull << 32)) +
         ((digits >> 16) & mask) * (1 + (10000ull << 32))) >>
        32;
  return true;
}

/// Up to 16 digits.
inline bool fastDigits(const char *text, int64_t count, uint64_t &out) {
  if (count < 1 || count > 16)
    return false;
  if (count <= 8)
    return digitsToNumber(loadText8(text), count, out);
  uint64_t high, low;
  if (!digitsToNumber(loadText8(text), count - 8, high) ||
      !digitsToNumber(loadText8(text + count - 8), 8, low))
    return false;
  out = high * 100000000 + low;
  return true;
}

template <typename T> bool fastInteger(const char *begin, const char *end, T &out) {
  bool negative = *begin == '-';
  uint64_t magnitude;
  if (!fastDigits(begin + negative, end - begin - negative, magnitude))
    return false;
  uint64_t limit = static_cast<uint64_t>(std::numeric_limits<T>::max());
  if (magnitude > limit || (negative && !std::numeric_limits<T>::is_signed))
    return false;
  int64_t value = static_cast<int64_t>(magnitude);
  out = static_cast<T>(negative ? -value : value);
  return true;
}

/// Decimals with exactly `scale` (1…8) fractional digits, or without a point, and
/// so few digits in all that the precision (at most 18) cannot be exceeded. `power`
/// is 10 to the power of scale.
inline bool fastDecimal(const char *begin, const char *end, int64_t precision, int64_t scale,
                        uint64_t power, int64_t &out) {
  bool negative = *begin == '-';
  const char *text = begin + negative;
  int64_t length = end - text;
  int64_t whole = length - scale - 1; // digits before the point
  uint64_t value;
  if (whole < 1 || text[whole] != '.') {
    if (length + scale > precision || !fastDigits(text, length, value))
      return false;
    value *= power;
  } else if (whole + scale > precision) {
    return false;
  } else if (length <= 9) {
    // The point is squeezed out: the bytes behind it come from one further on.
    uint64_t before = whole >= 8 ? ~uint64_t(0) : (uint64_t(1) << (8 * whole)) - 1;
    uint64_t word = (loadText8(text) & before) | (loadText8(text + 1) & ~before);
    if (!digitsToNumber(word, length - 1, value))
      return false;
  } else {
    uint64_t high, low;
    if (!fastDigits(text, whole, high) || !digitsToNumber(loadText8(end - scale), scale, low))
      return false;
    value = high * power + low;
  }
  int64_t magnitude = static_cast<int64_t>(value);
  out = negative ? -magnitude : magnitude;
  return true;
}

/// YYYY-MM-DD as days since 1970-01-01.
inline bool fastDate(const char *begin, const char *end, int32_t &out) {
  if (end - begin != 10)
    return false;
  // "YYYY-MM-": dashes become 0, digits their values.
  uint64_t word = loadText8(begin) ^ 0x2D30302D30303030u;
  uint32_t tens = static_cast<unsigned char>(begin[8]) - '0';
  uint32_t ones = static_cast<unsigned char>(begin[9]) - '0';
  if ((((word + 0x7F76767F76767676u) | word) & 0x8080808080808080u) || tens > 9 || ones > 9)
    return false;
  uint64_t pairs = word * 10 + (word >> 8);
  uint32_t year = (pairs & 0xFF) * 100 + ((pairs >> 16) & 0xFF);
  uint32_t month = (pairs >> 40) & 0xFF;
  uint32_t day = tens * 10 + ones;
  static constexpr uint16_t daysBefore[14] = {0,   0,   31,  59,  90,  120, 151,
                                              181, 212, 243, 273, 304, 334, 365};
  if (year == 0 || month - 1 > 11 || day == 0)
    return false;
  bool leap = (year & 3) == 0 && (year % 25 != 0 || (year & 15) == 0);
  uint32_t monthDays = daysBefore[month + 1] - daysBefore[month] + (month == 2 && leap);
  if (day > monthDays)
    return false;
  uint32_t before = year - 1;
  uint32_t days = before * 365 + before / 4 - before / 100 + before / 400 + daysBefore[month] +
                  (month > 2 && leap) + day;
  out = static_cast<int32_t>(days) - 719163;
  return true;
}

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_FASTTEXT_H
