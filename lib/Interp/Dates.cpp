//===- Dates.cpp - Dates of the proleptic Gregorian calendar --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Dates.h"

using namespace molt;
using namespace molt::interp;

static constexpr int64_t kDaysOf400Years = 146097;
static constexpr int64_t kDaysBefore1970 = 719162; // since 0001-01-01

static bool isLeap(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

static int daysOfYear(int64_t year) { return 365 + isLeap(year); }

static int daysOfMonth(int64_t year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && isLeap(year));
}

static int64_t floorDivide(int64_t a, int64_t b) { return a / b - (a % b < 0); }

CivilDate interp::toCivilDate(int64_t days) {
  int64_t day = days + kDaysBefore1970;
  int64_t cycle = floorDivide(day, kDaysOf400Years);
  day -= cycle * kDaysOf400Years;
  CivilDate date{1 + cycle * 400, 1, 1};
  for (; day >= daysOfYear(date.year); ++date.year)
    day -= daysOfYear(date.year);
  for (; day >= daysOfMonth(date.year, date.month); ++date.month)
    day -= daysOfMonth(date.year, date.month);
  date.day += static_cast<int>(day);
  return date;
}

int64_t interp::toDays(const CivilDate &date) {
  int64_t cycle = floorDivide(date.year - 1, 400);
  int64_t days = cycle * kDaysOf400Years - kDaysBefore1970;
  for (int64_t year = 1 + cycle * 400; year < date.year; ++year)
    days += daysOfYear(year);
  for (int month = 1; month < date.month; ++month)
    days += daysOfMonth(date.year, month);
  return days + date.day - 1;
}

/// 1 is Monday. 2001-01-01 was one, and 400 years are 20871 weeks.
static int dayOfWeek(int64_t days) {
  int64_t since = days - toDays({2001, 1, 1});
  return static_cast<int>(since - floorDivide(since, 7) * 7) + 1;
}

int64_t interp::partOf(df::DatePart part, int64_t days) {
  CivilDate date = toCivilDate(days);
  // A week belongs to the year in which its Thursday is.
  int64_t thursday = days - dayOfWeek(days) + 4;
  switch (part) {
  case df::DatePart::year:
    return date.year;
  case df::DatePart::quarter:
    return (date.month - 1) / 3 + 1;
  case df::DatePart::month:
    return date.month;
  case df::DatePart::day:
    return date.day;
  case df::DatePart::day_of_week:
    return dayOfWeek(days);
  case df::DatePart::day_of_year:
    return days - toDays({date.year, 1, 1}) + 1;
  case df::DatePart::iso_year:
    return toCivilDate(thursday).year;
  case df::DatePart::iso_week: {
    int64_t week = 1;
    for (int64_t year = toCivilDate(thursday).year; toCivilDate(thursday - 7).year == year; ++week)
      thursday -= 7;
    return week;
  }
  default:
    llvm_unreachable("not a part of a date");
  }
}

int64_t interp::truncate(df::DateUnit unit, int64_t days) {
  CivilDate date = toCivilDate(days);
  switch (unit) {
  case df::DateUnit::year:
    return toDays({date.year, 1, 1});
  case df::DateUnit::quarter:
    return toDays({date.year, date.month - (date.month - 1) % 3, 1});
  case df::DateUnit::month:
    return toDays({date.year, date.month, 1});
  case df::DateUnit::week:
    while (dayOfWeek(days) != 1)
      --days;
    return days;
  default:
    llvm_unreachable("not a unit of the calendar");
  }
}

int64_t interp::addMonths(int64_t days, int64_t months) {
  CivilDate date = toCivilDate(days);
  int64_t years = floorDivide(months, 12);
  date.year += years;
  date.month += static_cast<int>(months - years * 12);
  if (date.month > 12)
    date.month -= 12, ++date.year;
  date.day = std::min(date.day, daysOfMonth(date.year, date.month));
  return toDays(date);
}
