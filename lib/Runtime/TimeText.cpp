//===- TimeText.cpp - Text of times, durations and intervals --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TimeText.h"

#include <limits>

using namespace molt::rt;

namespace {
/// A text that is taken apart from the front.
struct Reader {
  const char *at, *end;

  bool atEnd() const { return at == end; }
  bool isNext(char letter) const { return at != end && *at == letter; }
  bool take(char letter) {
    bool found = isNext(letter);
    at += found;
    return found;
  }
  bool isDigitNext() const { return at != end && static_cast<unsigned char>(*at - '0') <= 9; }
  /// Two digits.
  bool takePair(int64_t &out) {
    if (end - at < 2)
      return false;
    unsigned tens = static_cast<unsigned char>(at[0] - '0'),
             ones = static_cast<unsigned char>(at[1] - '0');
    if (tens > 9 || ones > 9)
      return false;
    out = tens * 10 + ones;
    at += 2;
    return true;
  }
};
} // namespace

static int64_t powerOfTen64(int exponent) { return static_cast<int64_t>(powerOfTen(exponent)); }

/// The digits behind a point, as units; 0 without a point.
static TextError takeFraction(Reader &text, int scale, int64_t &units) {
  units = 0;
  if (!text.take('.'))
    return TextError::None;
  if (!text.isDigitNext())
    return TextError::Syntax;
  int digits = 0;
  bool tooFine = false;
  for (; text.isDigitNext(); ++text.at) {
    int digit = *text.at - '0';
    if (digits == scale) {
      tooFine |= digit != 0;
      continue;
    }
    units = units * 10 + digit;
    ++digits;
  }
  units *= powerOfTen64(scale - digits);
  return tooFine ? TextError::Scale : TextError::None;
}

/// A number, of which the next character is a digit. Sets `tooLarge` where 64 bits are too few.
static uint64_t takeNumber(Reader &text, bool &tooLarge) {
  uint64_t number = 0;
  for (; text.isDigitNext(); ++text.at) {
    tooLarge |= __builtin_mul_overflow(number, uint64_t(10), &number);
    tooLarge |= __builtin_add_overflow(number, uint64_t(*text.at - '0'), &number);
  }
  return number;
}

/// HH:MM or HH:MM:SS with a fraction, as units.
static TextError takeTime(Reader &text, int scale, int64_t &units) {
  int64_t hour, minute, second = 0, fraction = 0;
  if (!text.takePair(hour) || !text.take(':') || !text.takePair(minute))
    return TextError::Syntax;
  TextError error = TextError::None;
  if (text.take(':')) {
    if (!text.takePair(second))
      return TextError::Syntax;
    error = takeFraction(text, scale, fraction);
  }
  if (error == TextError::None && (hour > 23 || minute > 59 || second > 59))
    error = TextError::Range;
  units = (hour * 3600 + minute * 60 + second) * powerOfTen64(scale) + fraction;
  return error;
}

/// "Z" or an offset from UTC, in minutes.
static TextError takeOffset(Reader &text, int64_t &minutes) {
  minutes = 0;
  if (text.take('Z'))
    return TextError::None;
  bool negative = text.isNext('-');
  if (!negative && !text.isNext('+'))
    return TextError::Syntax;
  ++text.at;
  int64_t hour, minute = 0;
  if (!text.takePair(hour))
    return TextError::Syntax;
  bool hasColon = text.take(':');
  if ((hasColon || text.isDigitNext()) && !text.takePair(minute))
    return TextError::Syntax;
  if (hour > 23 || minute > 59)
    return TextError::Range;
  minutes = hour * 60 + minute;
  minutes = negative ? -minutes : minutes;
  return TextError::None;
}

/// Whether a value fits fewer bits.
template <typename T> static TextError narrow(Int128 value, T &out) {
  if (value < std::numeric_limits<T>::min() || value > std::numeric_limits<T>::max())
    return TextError::Range;
  out = static_cast<T>(value);
  return TextError::None;
}

TextError molt::rt::parseTimestamp(const char *begin, const char *end, int scale, bool hasZone,
                                   int64_t &out) {
  constexpr int dateLength = 10;
  if (end - begin < dateLength)
    return TextError::Syntax;
  int32_t days;
  TextError error = parseDate(begin, begin + dateLength, days);
  Reader text = {begin + dateLength, end};
  int64_t time = 0, offset = 0;
  if (error == TextError::None && (text.take(' ') || text.take('T')))
    error = takeTime(text, scale, time);
  if (error == TextError::None && hasZone)
    error = takeOffset(text, offset);
  if (error != TextError::None)
    return error;
  if (!text.atEnd())
    return TextError::Syntax;
  Int128 perSecond = powerOfTen(scale);
  return narrow((Int128(days) * 86400 - offset * 60) * perSecond + time, out);
}

TextError molt::rt::parseTime(const char *begin, const char *end, int scale, int64_t &out) {
  Reader text = {begin, end};
  int64_t units;
  TextError error = takeTime(text, scale, units);
  if (error != TextError::None)
    return error;
  if (!text.atEnd())
    return TextError::Syntax;
  out = units;
  return TextError::None;
}

TextError molt::rt::parseDuration(const char *begin, const char *end, int scale, int64_t &out) {
  Reader text = {begin, end};
  bool negative = text.take('-');
  if (!text.take('P'))
    return TextError::Syntax;
  static constexpr char letters[] = {'D', 'H', 'M', 'S'};
  static constexpr int64_t seconds[] = {86400, 3600, 60, 1};
  int next = 0; // The first of the letters that may still come.
  Int128 total = 0;
  bool inTime = false, tooLarge = false;
  TextError error = TextError::None;
  do {
    if (!inTime && text.take('T'))
      inTime = true;
    if (!text.isDigitNext())
      return TextError::Syntax;
    uint64_t number = takeNumber(text, tooLarge);
    bool hasFraction = text.isNext('.');
    int64_t fraction = 0;
    TextError problem = takeFraction(text, scale, fraction);
    if (problem == TextError::Syntax)
      return problem;
    if (problem != TextError::None)
      error = problem;
    int unit = inTime && next == 0 ? 1 : next, last = inTime ? 3 : 0;
    while (unit <= last && !text.isNext(letters[unit]))
      ++unit;
    if (unit > last || (hasFraction && letters[unit] != 'S'))
      return TextError::Syntax;
    ++text.at;
    total += Int128(number) * seconds[unit] * powerOfTen(scale) + fraction;
    next = unit + 1;
  } while (!text.atEnd());
  if (error != TextError::None)
    return error;
  if (tooLarge)
    return TextError::Range;
  return narrow(negative ? -total : total, out);
}

TextError molt::rt::parseInterval(const char *begin, const char *end, Interval &out) {
  Reader text = {begin, end};
  const bool negative = text.take('-');
  if (!text.take('P'))
    return TextError::Syntax;
  enum { Months, Days, Microseconds };
  struct Unit {
    char letter;
    int total;    ///< The one of the totals that it is part of,
    int64_t size; ///< and how much of it.
  };
  static constexpr Unit units[] = {{'Y', Months, 12},
                                   {'M', Months, 1},
                                   {'D', Days, 1},
                                   {'H', Microseconds, 3600000000},
                                   {'M', Microseconds, 60000000},
                                   {'S', Microseconds, 1000000}};
  constexpr int firstOfTime = 3;
  int next = 0, last = firstOfTime - 1; // The units that may still come.
  Int128 totals[3] = {};
  bool tooLarge = false;
  TextError error = TextError::None;
  do {
    if (last < firstOfTime && text.take('T'))
      next = firstOfTime, last = 5;
    bool minus = text.take('-') != negative;
    if (!text.isDigitNext())
      return TextError::Syntax;
    uint64_t number = takeNumber(text, tooLarge);
    bool hasFraction = text.isNext('.');
    int64_t fraction = 0;
    TextError problem = takeFraction(text, intervalScale, fraction);
    if (problem == TextError::Syntax)
      return problem;
    if (problem != TextError::None)
      error = problem;
    int unit = next;
    while (unit <= last && !text.isNext(units[unit].letter))
      ++unit;
    if (unit > last || (hasFraction && units[unit].letter != 'S'))
      return TextError::Syntax;
    ++text.at;
    Int128 value = Int128(number) * units[unit].size + fraction;
    totals[units[unit].total] += minus ? -value : value;
    next = unit + 1;
  } while (!text.atEnd());
  if (error != TextError::None)
    return error;
  Interval value;
  if (tooLarge || narrow(totals[Months], value.months) != TextError::None ||
      narrow(totals[Days], value.days) != TextError::None ||
      narrow(totals[Microseconds], value.microseconds) != TextError::None)
    return TextError::Range;
  out = value;
  return TextError::None;
}

TextError molt::rt::parseTimeValue(const char *begin, const char *end, const MoltType &type,
                                   int64_t &out) {
  switch (type.kind) {
  case MOLT_DATE32: {
    int32_t days;
    TextError error = parseDate(begin, end, days);
    if (error == TextError::None)
      out = days;
    return error;
  }
  case MOLT_TIMESTAMP:
    return parseTimestamp(begin, end, type.scale, type.zone != nullptr, out);
  case MOLT_TIME:
    return parseTime(begin, end, type.scale, out);
  case MOLT_DURATION:
    return parseDuration(begin, end, type.scale, out);
  default:
    return TextError::Syntax;
  }
}

//===----------------------------------------------------------------------===//
// Formatting
//===----------------------------------------------------------------------===//

static char *formatPair(int64_t value, char *out) {
  *out++ = static_cast<char>('0' + value / 10);
  *out++ = static_cast<char>('0' + value % 10);
  return out;
}

/// A fraction of a second, from its point on; nothing for 0.
static char *formatFraction(uint64_t units, int scale, char *out) {
  if (units == 0)
    return out;
  *out++ = '.';
  for (uint64_t power = powerOfTen64(scale) / 10; units != 0; power /= 10) {
    *out++ = static_cast<char>('0' + units / power);
    units %= power;
  }
  return out;
}

static char *formatTime(int64_t units, int scale, char *out) {
  int64_t perSecond = powerOfTen64(scale), seconds = units / perSecond;
  out = formatPair(seconds / 3600, out);
  *out++ = ':';
  out = formatPair(seconds / 60 % 60, out);
  *out++ = ':';
  out = formatPair(seconds % 60, out);
  return formatFraction(units % perSecond, scale, out);
}

static char *formatDuration(int64_t value, int scale, char *out) {
  uint64_t units = value < 0 ? uint64_t(0) - static_cast<uint64_t>(value) : value;
  uint64_t perSecond = powerOfTen64(scale), seconds = units / perSecond;
  uint64_t parts[] = {seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60};
  uint64_t fraction = units % perSecond;
  if (value < 0)
    *out++ = '-';
  *out++ = 'P';
  auto part = [&](int index, char letter) {
    if (parts[index] == 0)
      return;
    out = formatInteger(parts[index], out);
    *out++ = letter;
  };
  part(0, 'D');
  if (units == 0 || parts[1] || parts[2] || parts[3] || fraction)
    *out++ = 'T';
  part(1, 'H');
  part(2, 'M');
  if (units == 0 || parts[3] || fraction) {
    out = formatInteger(parts[3], out);
    out = formatFraction(fraction, scale, out);
    *out++ = 'S';
  }
  return out;
}

char *molt::rt::formatInterval(const Interval &value, char *out) {
  auto part = [&](int64_t count, char letter) {
    if (count == 0)
      return;
    out = formatInteger(count, out);
    *out++ = letter;
  };
  *out++ = 'P';
  part(value.months / 12, 'Y');
  part(value.months % 12, 'M');
  part(value.days, 'D');
  bool isZero = value.months == 0 && value.days == 0 && value.microseconds == 0;
  if (value.microseconds != 0 || isZero)
    *out++ = 'T';
  int64_t perSecond = powerOfTen64(intervalScale), seconds = value.microseconds / perSecond;
  int64_t fraction = value.microseconds % perSecond;
  part(seconds / 3600, 'H');
  part(seconds / 60 % 60, 'M');
  if (seconds % 60 != 0 || fraction != 0 || isZero) {
    // The whole seconds may be 0, which has no sign.
    bool isNegative = seconds % 60 < 0 || fraction < 0;
    if (isNegative)
      *out++ = '-';
    out = formatInteger(isNegative ? -(seconds % 60) : seconds % 60, out);
    out = formatFraction(isNegative ? -fraction : fraction, intervalScale, out);
    *out++ = 'S';
  }
  return out;
}

bool molt::rt::isTimeKind(int32_t kind) {
  return kind == MOLT_TIMESTAMP || kind == MOLT_TIME || kind == MOLT_DURATION;
}

char *molt::rt::formatTimeValue(int64_t value, const MoltType &type, char *out) {
  int64_t perDay = unitsPerDay(type);
  int64_t days = value / perDay - (value % perDay < 0);
  // Modulo 2^64, as the midnight of the first day does not fit.
  int64_t time = static_cast<int64_t>(static_cast<uint64_t>(value) -
                                      static_cast<uint64_t>(days) * static_cast<uint64_t>(perDay));
  switch (type.kind) {
  case MOLT_TIMESTAMP:
    out = formatDay(days, out);
    *out++ = ' ';
    out = formatTime(time, type.scale, out);
    if (type.zone)
      *out++ = 'Z';
    return out;
  case MOLT_TIME:
    return formatTime(time, type.scale, out);
  default:
    return formatDuration(value, type.scale, out);
  }
}

const char *molt::rt::timeExpectation(const MoltType &type) {
  if (type.kind == MOLT_TIME)
    return "a time of day (expected HH:MM:SS)";
  if (type.kind == MOLT_DURATION)
    return "a duration (expected the form P1DT2H3M4.5S)";
  if (type.kind == MOLT_INTERVAL)
    return "an interval (expected the form P1Y2M3DT4H5M6.5S)";
  return type.zone ? "a timestamp with a zone (expected YYYY-MM-DD HH:MM:SS and Z or an offset "
                     "such as +02:00)"
                   : "a timestamp (expected YYYY-MM-DD HH:MM:SS)";
}
