//===- TimeText.cpp - Dates and times in programs -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Counts are computed in 128 bits, which no literal exceeds: numbers in it have at most 19
// digits, and a day has fewer than 2^47 units.
//
//===----------------------------------------------------------------------===//

#include "TimeText.h"
#include "Calendar.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/Format.h"

using namespace molt;
using namespace molt::df;
using Wide = __int128;

static std::optional<int64_t> narrow(Wide value) {
  if (value < INT64_MIN || value > INT64_MAX)
    return std::nullopt;
  return static_cast<int64_t>(value);
}

//===----------------------------------------------------------------------===//
// Parsing
//===----------------------------------------------------------------------===//

/// Takes `count` digits from the front.
static bool takeDigits(StringRef &text, size_t count, int64_t &value) {
  if (text.size() < count || !llvm::all_of(text.take_front(count), llvm::isDigit))
    return false;
  (void)text.take_front(count).getAsInteger(10, value);
  text = text.drop_front(count);
  return true;
}

/// YYYY-MM-DD, as far as it names a day of the calendar. Years outside of 0000…9999 have a
/// sign (ISO 8601's expanded form) and at most 12 digits, which seconds reach.
static std::optional<int64_t> takeDate(StringRef &text) {
  bool negative = text.consume_front("-"), hasSign = negative || text.consume_front("+");
  size_t yearDigits = text.find_first_not_of("0123456789");
  if (yearDigits == StringRef::npos || yearDigits < 4 || yearDigits > (hasSign ? 12 : 4))
    return std::nullopt;
  int64_t year, month, day;
  if (!takeDigits(text, yearDigits, year) || !text.consume_front("-") ||
      !takeDigits(text, 2, month) || !text.consume_front("-") || !takeDigits(text, 2, day) ||
      month < 1 || month > 12 || day < 1)
    return std::nullopt;
  int64_t days = daysFromCivil(negative ? -year : year, static_cast<unsigned>(month),
                               static_cast<unsigned>(day));
  int64_t checkYear;
  unsigned checkMonth, checkDay;
  civilFromDays(days, checkYear, checkMonth, checkDay);
  if (checkMonth != month || checkDay != day)
    return std::nullopt;
  return days;
}

/// The digits behind a point, if there is one, as units. More digits than the unit has must
/// be zeros.
static std::optional<int64_t> takeFraction(StringRef &text, TimeUnit unit) {
  if (!text.consume_front("."))
    return 0;
  StringRef digits = text.take_while(llvm::isDigit);
  text = text.drop_front(digits.size());
  if (digits.empty())
    return std::nullopt;
  size_t wanted = static_cast<size_t>(unit);
  digits = digits.rtrim('0');
  if (digits.size() > wanted)
    return std::nullopt;
  std::string padded = digits.str() + std::string(wanted - digits.size(), '0');
  int64_t value = 0;
  if (!padded.empty())
    (void)StringRef(padded).getAsInteger(10, value);
  return value;
}

/// HH:MM or HH:MM:SS, with a fraction, as units.
static std::optional<int64_t> takeTimeOfDay(StringRef &text, TimeUnit unit) {
  int64_t hour, minute, second = 0;
  if (!takeDigits(text, 2, hour) || !text.consume_front(":") || !takeDigits(text, 2, minute) ||
      hour > 23 || minute > 59)
    return std::nullopt;
  std::optional<int64_t> fraction = 0;
  if (text.consume_front(":")) {
    if (!takeDigits(text, 2, second) || second > 59)
      return std::nullopt;
    fraction = takeFraction(text, unit);
  }
  if (!fraction)
    return std::nullopt;
  return (hour * 3600 + minute * 60 + second) * getUnitsPerSecond(unit) + *fraction;
}

static std::optional<int64_t> parseTimestamp(StringRef text, TimestampType type) {
  std::optional<int64_t> days = takeDate(text), time = 0;
  if (!days)
    return std::nullopt;
  if (text.consume_front(" ") || text.consume_front("T"))
    time = takeTimeOfDay(text, type.getUnit());
  if (!time || (type.getZone() && !text.consume_front("Z")) || !text.empty())
    return std::nullopt;
  return narrow(Wide(*days) * getUnitsPerDay(type.getUnit()) + *time);
}

/// P[nD][T[nH][nM][n[.n]S]] with at least one part.
static std::optional<int64_t> parseDuration(StringRef text, TimeUnit unit) {
  bool negative = text.consume_front("-");
  if (!text.consume_front("P"))
    return std::nullopt;
  struct Part {
    char letter;
    int64_t seconds;
    bool isTime;
  };
  static constexpr Part kParts[] = {
      {'D', 86400, false}, {'H', 3600, true}, {'M', 60, true}, {'S', 1, true}};
  Wide total = 0;
  bool inTime = text.consume_front("T");
  const Part *next = std::begin(kParts);
  do {
    StringRef digits = text.take_while(llvm::isDigit);
    text = text.drop_front(digits.size());
    uint64_t number;
    if (digits.empty() || digits.size() > 19 || digits.getAsInteger(10, number))
      return std::nullopt;
    bool hasFraction = text.starts_with(".");
    std::optional<int64_t> fraction = takeFraction(text, unit);
    while (next != std::end(kParts) &&
           (next->isTime != inTime || !text.starts_with(StringRef(&next->letter, 1))))
      ++next;
    if (next == std::end(kParts) || !fraction || (hasFraction && next->letter != 'S'))
      return std::nullopt;
    total += Wide(number) * next->seconds * getUnitsPerSecond(unit) + *fraction;
    text = text.drop_front(1);
    ++next;
    if (!inTime && text.consume_front("T")) {
      inTime = true;
      if (text.empty())
        return std::nullopt;
    }
  } while (!text.empty());
  return narrow(negative ? -total : total);
}

std::optional<int64_t> df::parseTimeLiteral(StringRef text, Type type) {
  if (auto timestamp = dyn_cast<TimestampType>(type))
    return parseTimestamp(text, timestamp);
  if (auto duration = dyn_cast<DurationType>(type))
    return parseDuration(text, duration.getUnit());
  std::optional<int64_t> value =
      isa<Date32Type>(type) ? takeDate(text) : takeTimeOfDay(text, getTimeUnit(type));
  if (!value || !text.empty() || (isa<Date32Type>(type) && !llvm::isInt<32>(*value)))
    return std::nullopt;
  return value;
}

//===----------------------------------------------------------------------===//
// Printing
//===----------------------------------------------------------------------===//

static void printDate(int64_t days, llvm::raw_ostream &os) {
  int64_t year;
  unsigned month, day;
  civilFromDays(days, year, month, day);
  os << (year < 0 ? "-" : year > 9999 ? "+" : "");
  os << llvm::format("%04lld-%02u-%02u", static_cast<long long>(std::abs(year)), month, day);
}

/// The fraction of a second, from its point on, without zeros at the end.
static void printFraction(int64_t units, TimeUnit unit, llvm::raw_ostream &os) {
  if (units == 0)
    return;
  std::string digits = std::to_string(units);
  digits.insert(0, static_cast<size_t>(unit) - digits.size(), '0');
  os << '.' << StringRef(digits).rtrim('0');
}

static void printTimeOfDay(int64_t units, TimeUnit unit, llvm::raw_ostream &os) {
  int64_t perSecond = getUnitsPerSecond(unit), seconds = units / perSecond;
  os << llvm::format("%02d:%02d:%02d", static_cast<int>(seconds / 3600),
                     static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  printFraction(units % perSecond, unit, os);
}

static void printDuration(int64_t value, TimeUnit unit, llvm::raw_ostream &os) {
  uint64_t units = value < 0 ? -static_cast<uint64_t>(value) : value;
  uint64_t perSecond = getUnitsPerSecond(unit), seconds = units / perSecond;
  uint64_t days = seconds / 86400, hours = seconds / 3600 % 24, minutes = seconds / 60 % 60;
  os << (value < 0 ? "-P" : "P");
  if (days)
    os << days << 'D';
  if (units % (86400 * perSecond) == 0 && days)
    return;
  os << 'T';
  if (hours)
    os << hours << 'H';
  if (minutes)
    os << minutes << 'M';
  if (units % (60 * perSecond) != 0 || units == 0) {
    os << seconds % 60;
    printFraction(units % perSecond, unit, os);
    os << 'S';
  }
}

std::string df::printTimeLiteral(int64_t value, Type type) {
  std::string text;
  llvm::raw_string_ostream os(text);
  if (isa<Date32Type>(type)) {
    printDate(value, os);
  } else if (auto timestamp = dyn_cast<TimestampType>(type)) {
    int64_t perDay = getUnitsPerDay(timestamp.getUnit());
    int64_t days = value / perDay - (value % perDay < 0);
    printDate(days, os);
    os << ' ';
    // Modulo 2^64, as the midnight itself may not fit.
    printTimeOfDay(
        static_cast<int64_t>(static_cast<uint64_t>(value) - static_cast<uint64_t>(days) * perDay),
        timestamp.getUnit(), os);
    if (timestamp.getZone())
      os << 'Z';
  } else if (isa<TimeType>(type)) {
    printTimeOfDay(value, getTimeUnit(type), os);
  } else {
    printDuration(value, getTimeUnit(type), os);
  }
  return text;
}

StringRef df::describeTimeLiteral(Type type) {
  if (isa<Date32Type>(type))
    return "a date YYYY-MM-DD";
  if (auto timestamp = dyn_cast<TimestampType>(type))
    return timestamp.getZone() ? "a timestamp YYYY-MM-DD HH:MM:SS.fffZ in UTC, with a fraction no "
                                 "finer than its unit"
                               : "a timestamp YYYY-MM-DD HH:MM:SS.fff, with a fraction no finer "
                                 "than its unit";
  if (isa<TimeType>(type))
    return "a time of day HH:MM:SS.fff, with a fraction no finer than its unit";
  return "a duration such as P1DT2H30M or -PT0.5S, with a fraction no finer than its unit";
}
