//===- Times.cpp - Timestamps, times of day and durations -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Times.h"
#include "Dates.h"
#include <regex>

using namespace molt;
using namespace molt::interp;

bool interp::isTime(Type type) {
  return isa<df::TimestampType, df::TimeType, df::DurationType>(type);
}

unsigned interp::digitsOf(Type type) {
  if (auto timestamp = dyn_cast<df::TimestampType>(type))
    return static_cast<unsigned>(timestamp.getUnit());
  if (auto time = dyn_cast<df::TimeType>(type))
    return static_cast<unsigned>(time.getUnit());
  return static_cast<unsigned>(cast<df::DurationType>(type).getUnit());
}

static Int128 secondOf(unsigned digits) {
  Int128 units = 1;
  for (unsigned i = 0; i < digits; ++i)
    units *= 10;
  return units;
}

Int128 interp::dayOf(Type type) { return 24 * 60 * 60 * secondOf(digitsOf(type)); }

/// Towards negative infinity.
static Int128 divideDown(Int128 a, Int128 b) {
  Int128 quotient = a / b;
  return quotient * b > a ? quotient - 1 : quotient;
}

std::pair<Int128, Int128> interp::splitDay(Int128 units, Type type) {
  Int128 day = divideDown(units, dayOf(type));
  return {day, units - day * dayOf(type)};
}

/// A number of units in those of another type.
static Int128 changeUnit(Int128 units, Type from, Type to) {
  return divideDown(units * secondOf(digitsOf(to)), secondOf(digitsOf(from)));
}

Int128 interp::castTime(Int128 value, Type from, Type to) {
  if (!isTime(from) && !isa<df::Date32Type>(from))
    return value; // An integer counts units.
  if (!isTime(to) && !isa<df::Date32Type>(to))
    return value;
  if (isa<df::Date32Type>(from))
    return value * dayOf(to);
  if (isa<df::Date32Type>(to))
    return splitDay(value, from).first;
  if (isa<df::TimestampType>(from) && isa<df::TimeType>(to))
    value = splitDay(value, from).second;
  return changeUnit(value, from, to);
}

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

Int128 interp::partOfDay(df::DatePart part, Int128 units, Type type) {
  Int128 second = secondOf(digitsOf(type));
  switch (part) {
  case df::DatePart::hour:
    return units / (60 * 60 * second);
  case df::DatePart::minute:
    return units / (60 * second) % 60;
  case df::DatePart::second:
    return units / second % 60;
  case df::DatePart::millisecond:
    return units % second * 1000 / second;
  case df::DatePart::microsecond:
    return units % second * 1000000 / second;
  case df::DatePart::nanosecond:
    return units % second * 1000000000 / second;
  default:
    llvm_unreachable("not a part of a day");
  }
}

Int128 interp::truncateTimestamp(df::DateUnit unit, Int128 units, Type type) {
  std::pair<Int128, Int128> split = splitDay(units, type);
  Int128 day = split.first, time = split.second;
  Int128 second = secondOf(digitsOf(type)), midnight = day * dayOf(type);
  // What is behind the last multiple of so many units. Finer units than the type's have no
  // length: nothing is behind them.
  auto drop = [&](Int128 length) { return midnight + time - (length ? time % length : 0); };
  switch (unit) {
  case df::DateUnit::day:
    return midnight;
  case df::DateUnit::hour:
    return drop(60 * 60 * second);
  case df::DateUnit::minute:
    return drop(60 * second);
  case df::DateUnit::second:
    return drop(second);
  case df::DateUnit::millisecond:
    return drop(second / 1000);
  case df::DateUnit::microsecond:
    return drop(second / 1000000);
  default:
    return Int128(truncate(unit, static_cast<int64_t>(day))) * dayOf(type);
  }
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

static std::string padded(Int128 number, size_t width) {
  std::string digits;
  for (; number > 0; number /= 10)
    digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(number % 10)));
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// ".5" of half a second.
static std::string fractionText(Int128 units, unsigned digits) {
  if (units == 0)
    return "";
  std::string text = padded(units, digits);
  while (text.back() == '0')
    text.pop_back();
  return "." + text;
}

static std::string timeText(Int128 units, unsigned digits) {
  Int128 second = secondOf(digits), seconds = units / second;
  return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
         padded(seconds % 60, 2) + fractionText(units % second, digits);
}

static std::string dateText(Int128 days) {
  CivilDate date = toCivilDate(static_cast<int64_t>(days));
  return (date.year < 0 ? "-" : "") + padded(date.year < 0 ? -date.year : date.year, 4) + "-" +
         padded(date.month, 2) + "-" + padded(date.day, 2);
}

static std::string durationText(Int128 value, unsigned digits) {
  if (value == 0)
    return "PT0S";
  Int128 units = value < 0 ? -value : value, second = secondOf(digits), seconds = units / second;
  Int128 days = seconds / 86400, hours = seconds / 3600 % 24, minutes = seconds / 60 % 60;
  std::string time;
  if (hours)
    time += padded(hours, 1) + "H";
  if (minutes)
    time += padded(minutes, 1) + "M";
  if (seconds % 60 || units % second)
    time += padded(seconds % 60, 1) + fractionText(units % second, digits) + "S";
  return std::string(value < 0 ? "-P" : "P") + (days ? padded(days, 1) + "D" : "") +
         (time.empty() ? "" : "T" + time);
}

std::string interp::toTimeText(Int128 value, Type type) {
  if (isa<df::Date32Type>(type))
    return dateText(value);
  unsigned digits = digitsOf(type);
  if (auto timestamp = dyn_cast<df::TimestampType>(type)) {
    auto [day, time] = splitDay(value, type);
    return dateText(day) + " " + timeText(time, digits) + (timestamp.getZone() ? "Z" : "");
  }
  return isa<df::TimeType>(type) ? timeText(value, digits) : durationText(value, digits);
}

namespace {
/// Groups of a match as numbers.
struct Groups {
  const std::smatch &match;

  Int128 number(size_t index) const {
    Int128 value = 0;
    for (char digit : match[index].str())
      value = value * 10 + (digit - '0');
    return value;
  }
  /// Digits behind a point as units; none if they are finer than those.
  std::optional<Int128> fraction(size_t index, unsigned digits) const {
    std::string text = match[index].str();
    while (!text.empty() && text.back() == '0')
      text.pop_back();
    if (text.size() > digits)
      return std::nullopt;
    Int128 value = 0;
    text.resize(digits, '0');
    for (char digit : text)
      value = value * 10 + (digit - '0');
    return value;
  }
};
} // namespace

/// Hours, minutes, seconds and fraction are groups from `first` on.
static std::optional<Int128> readTime(const Groups &groups, size_t first, unsigned digits) {
  Int128 hour = groups.number(first), minute = groups.number(first + 1),
         second = groups.number(first + 2);
  std::optional<Int128> fraction = groups.fraction(first + 3, digits);
  if (hour > 23 || minute > 59 || second > 59 || !fraction)
    return std::nullopt;
  return (hour * 3600 + minute * 60 + second) * secondOf(digits) + *fraction;
}

/// Year, month and day are groups 1 to 3.
static std::optional<Int128> readDate(const Groups &groups) {
  CivilDate date = {static_cast<int64_t>(groups.number(1)), static_cast<int>(groups.number(2)),
                    static_cast<int>(groups.number(3))};
  if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
    return std::nullopt;
  int64_t days = toDays(date);
  // February 30 is a day of March.
  if (toCivilDate(days).month != date.month || date.day > 31)
    return std::nullopt;
  return days;
}

static const std::string kDate = "([0-9]{4})-([0-9]{2})-([0-9]{2})";
static const std::string kTime = "([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]+))?)?";

static std::optional<Int128> readTimestamp(const std::string &text, df::TimestampType type) {
  static const std::regex naive(kDate + "(?:[ T]" + kTime + ")?");
  static const std::regex zoned(kDate + "(?:[ T]" + kTime +
                                ")?(?:Z|([-+])([0-9]{2})(?::?([0-9]{2}))?)");
  std::smatch match;
  if (!std::regex_match(text, match, type.getZone() ? zoned : naive))
    return std::nullopt;
  Groups groups{match};
  std::optional<Int128> day = readDate(groups), time = readTime(groups, 4, digitsOf(type));
  if (!day || !time)
    return std::nullopt;
  Int128 units = *day * dayOf(type) + *time;
  if (!type.getZone())
    return units;
  Int128 hours = groups.number(9), minutes = groups.number(10);
  if (hours > 23 || minutes > 59)
    return std::nullopt;
  Int128 offset = (hours * 60 + minutes) * 60 * secondOf(digitsOf(type));
  // West of Greenwich it is later in UTC.
  return match[8].str() == "-" ? units + offset : units - offset;
}

static std::optional<Int128> readDuration(const std::string &text, unsigned digits) {
  static const std::regex form("(-?)P(?:([0-9]+)D)?"
                               "(T(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+)(?:\\.([0-9]+))?S)?)?");
  std::smatch match;
  if (!std::regex_match(text, match, form) || text.back() == 'P' || text.back() == 'T')
    return std::nullopt;
  for (size_t group : {2, 4, 5, 6}) {
    std::string number = match[group].str();
    number.erase(0, number.find_first_not_of('0'));
    if (number.size() > 19) // No type counts so many.
      return std::nullopt;
  }
  Groups groups{match};
  std::optional<Int128> fraction = groups.fraction(7, digits);
  if (!fraction)
    return std::nullopt;
  Int128 seconds =
      groups.number(2) * 86400 + groups.number(4) * 3600 + groups.number(5) * 60 + groups.number(6);
  Int128 units = seconds * secondOf(digits) + *fraction;
  return match[1].length() ? -units : units;
}

std::optional<Int128> interp::fromTimeText(const std::string &text, Type type) {
  if (auto timestamp = dyn_cast<df::TimestampType>(type))
    return readTimestamp(text, timestamp);
  if (isa<df::DurationType>(type))
    return readDuration(text, digitsOf(type));
  static const std::regex date(kDate), time(kTime);
  std::smatch match;
  bool isDate = isa<df::Date32Type>(type);
  if (!std::regex_match(text, match, isDate ? date : time))
    return std::nullopt;
  return isDate ? readDate({match}) : readTime({match}, 1, digitsOf(type));
}
