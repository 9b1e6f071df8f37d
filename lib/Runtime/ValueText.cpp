//===- ValueText.cpp - Text of numbers, dates and bools -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueText.h"

#include "Error.h"
#include "TimeText.h"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

using namespace molt::rt;

//===----------------------------------------------------------------------===//
// Integers and decimals
//===----------------------------------------------------------------------===//

/// Takes an optional sign.
static bool takeSign(const char *&begin, const char *end) {
  if (begin == end || (*begin != '-' && *begin != '+'))
    return false;
  return *begin++ == '-';
}

template <typename T> TextError molt::rt::parseInteger(const char *begin, const char *end, T &out) {
  // The library's traits may not know 128 bits.
  using Word = std::conditional_t<sizeof(T) == sizeof(UInt128), UInt128, uint64_t>;
  constexpr bool isSigned = T(-1) < T(0);
  bool negative = takeSign(begin, end);
  if (begin == end)
    return TextError::Syntax;
  Word value = 0;
  bool tooLarge = false;
  for (; begin != end; ++begin) {
    unsigned digit = static_cast<unsigned char>(*begin) - '0';
    if (digit > 9)
      return TextError::Syntax;
    tooLarge |= __builtin_mul_overflow(value, Word(10), &value);
    tooLarge |= __builtin_add_overflow(value, Word(digit), &value);
  }
  Word limit = ~Word(0) >> (8 * (sizeof(Word) - sizeof(T)) + isSigned);
  if (negative)
    limit = isSigned ? limit + 1 : 0;
  if (tooLarge || value > limit)
    return TextError::Range;
  out = static_cast<T>(negative ? Word(0) - value : value);
  return TextError::None;
}

namespace molt::rt {
template TextError parseInteger(const char *, const char *, int8_t &);
template TextError parseInteger(const char *, const char *, int16_t &);
template TextError parseInteger(const char *, const char *, int32_t &);
template TextError parseInteger(const char *, const char *, int64_t &);
template TextError parseInteger(const char *, const char *, uint8_t &);
template TextError parseInteger(const char *, const char *, uint16_t &);
template TextError parseInteger(const char *, const char *, uint32_t &);
template TextError parseInteger(const char *, const char *, uint64_t &);
template TextError parseInteger(const char *, const char *, Int128 &);
} // namespace molt::rt

TextError molt::rt::parseDecimal(const char *begin, const char *end, int precision, int scale,
                                 Int128 &out) {
  bool negative = takeSign(begin, end);
  UInt128 value = 0;
  int significant = 0; // digits from the first that is not 0
  int fraction = 0;    // digits taken behind the point
  bool point = false, anyDigit = false, tooFine = false;
  for (; begin != end; ++begin) {
    if (*begin == '.' && !point) {
      point = true;
      continue;
    }
    unsigned digit = static_cast<unsigned char>(*begin) - '0';
    if (digit > 9)
      return TextError::Syntax;
    anyDigit = true;
    if (point && fraction == scale) {
      tooFine |= digit != 0;
      continue;
    }
    fraction += point;
    significant += significant > 0 || digit > 0;
    if (significant <= 38)
      value = value * 10 + digit;
  }
  if (!anyDigit)
    return TextError::Syntax;
  if (tooFine)
    return TextError::Scale;
  for (; fraction < scale; ++fraction) {
    significant += significant > 0;
    if (significant <= 38)
      value *= 10;
  }
  if (significant > precision)
    return TextError::Range;
  out = negative ? -static_cast<Int128>(value) : static_cast<Int128>(value);
  return TextError::None;
}

char *molt::rt::formatInteger(int64_t value, char *out) {
  return std::to_chars(out, out + maxValueText, value).ptr;
}

char *molt::rt::formatInteger(uint64_t value, char *out) {
  return std::to_chars(out, out + maxValueText, value).ptr;
}

char *molt::rt::formatDecimal(Int128 value, int scale, char *out) {
  UInt128 rest = value < 0 ? UInt128(0) - static_cast<UInt128>(value) : static_cast<UInt128>(value);
  if (value < 0)
    *out++ = '-';
  char digits[48];
  int count = 0;
  // At least one digit stands before the point.
  while (rest != 0 || count <= scale) {
    digits[count++] = static_cast<char>('0' + static_cast<int>(rest % 10));
    rest /= 10;
  }
  while (count > 0) {
    if (count == scale)
      *out++ = '.';
    *out++ = digits[--count];
  }
  return out;
}

//===----------------------------------------------------------------------===//
// Floating point and bools
//===----------------------------------------------------------------------===//

/// Whether a number that does not fit is too large, and not too small: from the
/// power of ten of its first digit that is not 0.
static bool isTooLarge(const char *begin, const char *end) {
  int64_t power = 0;
  bool point = false, started = false;
  const char *at = begin;
  for (; at != end && *at != 'e' && *at != 'E'; ++at) {
    if (*at == '.')
      point = true;
    else if (*at >= '0' && *at <= '9') {
      if (!started && *at == '0')
        power -= point;
      else {
        power += started && !point;
        started = true;
      }
    }
  }
  if (at != end) {
    ++at;
    bool negative = takeSign(at, end);
    int64_t exponent = 0;
    for (; at != end && exponent < 1000000000; ++at)
      exponent = exponent * 10 + (*at - '0');
    power += negative ? -exponent : exponent;
  }
  return power > 0;
}

template <typename T> static TextError parseFloatImpl(const char *begin, const char *end, T &out) {
  const char *number = begin;
  if (number != end && *number == '+') {
    ++number;
    if (number != end && *number == '-')
      return TextError::Syntax;
  }
  T value;
  std::from_chars_result result = std::from_chars(number, end, value);
  // "nan(…)" is C, not data.
  if (result.ptr != end || result.ec == std::errc::invalid_argument || end[-1] == ')')
    return TextError::Syntax;
  if (result.ec == std::errc::result_out_of_range) {
    if (isTooLarge(number, end))
      return TextError::Range;
    value = *number == '-' ? T(-0.0) : T(0.0);
  }
  out = value;
  return TextError::None;
}

TextError molt::rt::parseFloat(const char *begin, const char *end, double &out) {
  return parseFloatImpl(begin, end, out);
}

TextError molt::rt::parseFloat(const char *begin, const char *end, float &out) {
  return parseFloatImpl(begin, end, out);
}

template <typename T> static char *formatFloatImpl(T value, char *out) {
  if (std::isnan(value)) {
    // Whatever its sign and payload.
    memcpy(out, "nan", 3);
    return out + 3;
  }
  return std::to_chars(out, out + maxValueText, value).ptr;
}

char *molt::rt::formatFloat(double value, char *out) { return formatFloatImpl(value, out); }
char *molt::rt::formatFloat(float value, char *out) { return formatFloatImpl(value, out); }

TextError molt::rt::parseBool(const char *begin, const char *end, bool &out) {
  size_t length = end - begin;
  auto is = [&](const char *word) { return memcmp(begin, word, length) == 0; };
  if (length == 4 && (is("true") || is("True") || is("TRUE")))
    out = true;
  else if (length == 5 && (is("false") || is("False") || is("FALSE")))
    out = false;
  else
    return TextError::Syntax;
  return TextError::None;
}

//===----------------------------------------------------------------------===//
// Bytes
//===----------------------------------------------------------------------===//

/// 0 to 15, or -1.
static int hexDigit(char letter) {
  if (letter >= '0' && letter <= '9')
    return letter - '0';
  char small = static_cast<char>(letter | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

bool molt::rt::parseHex(const char *begin, const char *end, uint8_t *out) {
  if ((end - begin) % 2)
    return false;
  for (; begin != end; begin += 2) {
    int high = hexDigit(begin[0]), low = hexDigit(begin[1]);
    if (high < 0 || low < 0)
      return false;
    *out++ = static_cast<uint8_t>(high << 4 | low);
  }
  return true;
}

char *molt::rt::formatHex(const uint8_t *bytes, int64_t count, char *out) {
  static constexpr char digits[] = "0123456789abcdef";
  for (int64_t i = 0; i < count; ++i) {
    *out++ = digits[bytes[i] >> 4];
    *out++ = digits[bytes[i] & 15];
  }
  return out;
}

//===----------------------------------------------------------------------===//
// Dates
//===----------------------------------------------------------------------===//

// The algorithms of https://howardhinnant.github.io/date_algorithms.html: years
// begin in March, so that the leap day is the last of its year.

int32_t molt::rt::daysFromDate(int32_t year, int32_t month, int32_t day) {
  year -= month <= 2;
  int32_t era = (year >= 0 ? year : year - 399) / 400;
  uint32_t yearOfEra = year - era * 400;
  uint32_t dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  uint32_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097 + static_cast<int32_t>(dayOfEra) - 719468;
}

void molt::rt::dateFromDays(int64_t days, int64_t &year, int32_t &month, int32_t &day) {
  int64_t shifted = days + 719468;
  int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  uint32_t dayOfEra = static_cast<uint32_t>(shifted - era * 146097);
  uint32_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  uint32_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  uint32_t shiftedMonth = (5 * dayOfYear + 2) / 153;
  day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
  month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  year = int64_t(yearOfEra) + era * 400 + (month <= 2);
}

static int32_t daysInMonth(int32_t year, int32_t month) {
  static constexpr uint8_t days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[month - 1] + (month == 2 && leap);
}

TextError molt::rt::parseDate(const char *begin, const char *end, int32_t &out) {
  if (end - begin != 10 || begin[4] != '-' || begin[7] != '-')
    return TextError::Syntax;
  auto digits = [&](int at, int count, int32_t &value) {
    value = 0;
    for (int i = at; i < at + count; ++i) {
      unsigned digit = static_cast<unsigned char>(begin[i]) - '0';
      if (digit > 9)
        return false;
      value = value * 10 + digit;
    }
    return true;
  };
  int32_t year, month, day;
  if (!digits(0, 4, year) || !digits(5, 2, month) || !digits(8, 2, day))
    return TextError::Syntax;
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return TextError::Date;
  out = daysFromDate(year, month, day);
  return TextError::None;
}

char *molt::rt::formatDate(int32_t days, char *out) { return formatDay(days, out); }

char *molt::rt::formatDay(int64_t days, char *out) {
  int64_t year;
  int32_t month, day;
  dateFromDays(days, year, month, day);
  // Years outside of 0001…9999 do not come from files, but must not look like others.
  if (year < 0)
    *out++ = '-';
  int64_t shown = year < 0 ? -year : year;
  for (int64_t power = 1000; power > shown && power > 1; power /= 10)
    *out++ = '0';
  out = formatInteger(shown, out);
  *out++ = '-';
  *out++ = static_cast<char>('0' + month / 10);
  *out++ = static_cast<char>('0' + month % 10);
  *out++ = '-';
  *out++ = static_cast<char>('0' + day / 10);
  *out++ = static_cast<char>('0' + day % 10);
  return out;
}

//===----------------------------------------------------------------------===//
// Messages
//===----------------------------------------------------------------------===//

std::string molt::rt::describeTextError(TextError error, const MoltType &type, const char *begin,
                                        const char *end) {
  MoltType plain = type;
  plain.nullable = 0;
  std::string text = quoteForMessage(begin, end - begin), name = typeName(plain);
  switch (error) {
  case TextError::None:
    break;
  case TextError::Scale:
    return text + " has more than " +
           std::to_string(type.kind == MOLT_INTERVAL ? intervalScale : type.scale) +
           " fractional digits, the scale of " + name;
  case TextError::Range:
    return text + " is out of range for " + name;
  case TextError::Date:
    return text + " is not a day of the calendar (years 0001 to 9999)";
  case TextError::Syntax:
    if (type.kind == MOLT_DATE32)
      return text + " is not a date (expected YYYY-MM-DD)";
    if (isTimeKind(type.kind) || type.kind == MOLT_INTERVAL)
      return text + " is not " + timeExpectation(type);
    if (type.kind == MOLT_BINARY)
      return text + " is not binary (expected two hexadecimal digits for each byte)";
    if (type.kind == MOLT_BOOL)
      return text + " is not a bool (expected true or false)";
    if (type.kind == MOLT_NULL)
      return text + " is not null, and a column of type null has nothing else";
    return text + " is not a value of type " + name;
  }
  return text;
}
