//===- ScalarDates.cpp - Lowering of operations on dates ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hinnant's civil_from_days and days_from_civil (see "chrono-Compatible Low-Level Date
// Algorithms"), with all divisions unsigned and of 32 bits, which vectors have (as a
// multiplication), unlike those of 64 bits.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace molt;
using namespace molt::lowering;
using Predicate = arith::CmpIPredicate;
using Words = IntegerBuilder<32>;

namespace {
/// Days since 0000-03-01, 719468 days before 1970, are 2^31 more when they are counted from the
/// first day there is: kEras eras of 400 years and kDays days less than that count. So the eras
/// here are counted from kEras eras before the year 0, and nothing is negative.
constexpr int64_t kEra = 146097, kFirst = (int64_t(1) << 31) - 719468;
constexpr int64_t kEras = kFirst / kEra + 1, kDays = kEras * kEra - kFirst;

/// A date in years that begin on March 1.
struct MarchDate {
  Value year;      ///< From kEras eras before the year 0.
  Value month;     ///< 0 is March, 11 February.
  Value dayOfYear; ///< From 0.
  Value early;     ///< The month is before January: the calendar's year is the same.
};
} // namespace

/// The days from the first day there is.
static Value countDays(Words &w, Value date) {
  return w.b.create<arith::XOrIOp>(date, w.c(INT32_MIN));
}

static MarchDate decompose(Words &w, Value date) {
  Value count = countDays(w, date);
  Value wholeEras = w.div(count, kEra);
  Value rest = w.add(w.rest(count, wholeEras, kEra), kDays);
  Value inNext = w.b.cmp(Predicate::uge, rest, w.c(kEra));
  Value dayOfEra = w.sub(rest, w.select(inNext, w.c(kEra), w.c(0)));
  Value era = w.add(wholeEras, w.fromBit(inNext));
  Value yearOfEra =
      w.div(w.sub(w.add(w.sub(dayOfEra, w.div(dayOfEra, 1460)), w.div(dayOfEra, 36524)),
                  w.div(dayOfEra, 146096)),
            365);
  MarchDate result;
  result.dayOfYear = w.sub(
      dayOfEra, w.sub(w.add(w.mul(yearOfEra, 365), w.div(yearOfEra, 4)), w.div(yearOfEra, 100)));
  result.month = w.div(w.add(w.mul(result.dayOfYear, 5), 2), 153);
  result.early = w.less(result.month, 10);
  result.year = w.add(yearOfEra, w.mul(era, 400));
  return result;
}

/// Days before a month of a March year.
static Value daysBefore(Words &w, Value month) { return w.div(w.add(w.mul(month, 153), 2), 5); }

/// The calendar's year, from kEras eras before the year 0.
static Value yearOf(Words &w, const MarchDate &date) {
  return w.select(date.early, date.year, w.add(date.year, 1));
}
/// 1 to 12.
static Value monthOf(Words &w, const MarchDate &date) {
  return w.select(date.early, w.add(date.month, 3), w.sub(date.month, 9));
}
/// 0 to 30.
static Value dayOf(Words &w, const MarchDate &date) {
  return w.sub(date.dayOfYear, daysBefore(w, date.month));
}

/// 1 in a leap year of the calendar, else 0.
static Value isLeap(Words &w, Value year) {
  auto dividesBy = [&](int64_t mask) {
    return w.b.cmp(Predicate::eq, w.b.create<arith::AndIOp>(year, w.c(mask)), w.c(0));
  };
  Value notCentury = w.b.cmp(Predicate::ne, w.rem(year, 100), w.c(0));
  // A century that 16 divides is one that 400 divides.
  Value leap =
      w.b.create<arith::AndIOp>(dividesBy(3), w.b.create<arith::OrIOp>(notCentury, dividesBy(15)));
  return w.fromBit(leap);
}

/// From 0, in the calendar's year; `leap` is its.
static Value dayOfYearOf(Words &w, const MarchDate &date, Value leap) {
  // January and February have 59 days, and March to December 306.
  return w.select(date.early, w.add(w.add(date.dayOfYear, 59), leap), w.sub(date.dayOfYear, 306));
}

/// 0 is Monday.
static Value dayOfWeek(Words &w, Value date) {
  // The first day there is was a Tuesday.
  return w.rem(w.add(w.rem(countDays(w, date), 7), 1), 7);
}

namespace {
struct IsoWeek {
  Value year, week;
};
} // namespace

/// The week from 1, and its year as `yearOf` gives it. Counts from the date's own year, as its
/// Thursday may lie beyond the last day there is.
static IsoWeek getIsoWeek(Words &w, Value date) {
  MarchDate parts = decompose(w, date);
  Value year = yearOf(w, parts), leap = isLeap(w, year);
  // The Thursday's day of the year plus 3, so that it is not negative.
  Value thursday = w.add(w.sub(dayOfYearOf(w, parts, leap), dayOfWeek(w, date)), 6);
  Value length = w.add(leap, 365);
  Value before = w.less(thursday, 3);
  Value behind = w.b.cmp(Predicate::uge, thursday, w.add(length, 3));
  Value lengthBefore = w.add(isLeap(w, w.sub(year, 1)), 365);
  Value day = w.select(before, w.add(thursday, lengthBefore),
                       w.select(behind, w.sub(thursday, length), thursday));
  year = w.select(before, w.sub(year, 1), w.select(behind, w.add(year, 1), year));
  return {year, w.add(w.div(w.sub(day, 3), 7), 1)};
}

static Value getPart(Words &w, df::DatePart part, Value date) {
  switch (part) {
  case df::DatePart::year:
    return w.sub(yearOf(w, decompose(w, date)), kEras * 400);
  case df::DatePart::quarter:
    return w.div(w.add(monthOf(w, decompose(w, date)), 2), 3);
  case df::DatePart::month:
    return monthOf(w, decompose(w, date));
  case df::DatePart::day:
    return w.add(dayOf(w, decompose(w, date)), 1);
  case df::DatePart::day_of_week:
    return w.add(dayOfWeek(w, date), 1);
  case df::DatePart::day_of_year: {
    MarchDate parts = decompose(w, date);
    return w.add(dayOfYearOf(w, parts, isLeap(w, yearOf(w, parts))), 1);
  }
  case df::DatePart::iso_week:
    return getIsoWeek(w, date).week;
  case df::DatePart::iso_year:
    return w.sub(getIsoWeek(w, date).year, kEras * 400);
  default:
    llvm_unreachable("a part of the time");
  }
}

Value lowering::getPartOfDate(ScalarBuilder &b, df::DatePart part, Value days) {
  Words w(b);
  return getPart(w, part, days);
}

//===----------------------------------------------------------------------===//
// Truncation, months
//===----------------------------------------------------------------------===//

/// Days from the beginning of the unit to the date.
static Value daysInto(Words &w, df::DateUnit unit, Value date) {
  if (unit == df::DateUnit::week)
    return dayOfWeek(w, date);
  MarchDate parts = decompose(w, date);
  if (unit == df::DateUnit::month)
    return dayOf(w, parts);
  Value leap = isLeap(w, yearOf(w, parts));
  Value day = dayOfYearOf(w, parts, leap);
  if (unit == df::DateUnit::year)
    return day;
  // Quarters begin 0, 90, 181 and 273 days into a year, and a day later in a leap year.
  Value month = monthOf(w, parts);
  auto from = [&](int64_t firstMonth, int64_t days, Value earlier) {
    return w.select(w.less(month, firstMonth), earlier, w.add(leap, days));
  };
  return w.sub(day, from(10, 273, from(7, 181, from(4, 90, w.c(0)))));
}

static const char *const kNoDate = "date does not fit 32 bits of days";

Value lowering::getDaysIntoUnit(ScalarBuilder &b, df::DateUnit unit, Value days) {
  Words w(b);
  return daysInto(w, unit, days);
}

Value lowering::addMonthsToDate(ScalarBuilder &b, Value date, Value months, Type monthsType,
                                Value when) {
  Words w(b);
  Type from = months.getType();
  unsigned width = from.getIntOrFloatBitWidth();
  // All dates lie within 2^28 months; more than that would wrap around below.
  Value few;
  if (width >= 32) {
    constexpr int64_t kMost = 1 << 28;
    few = monthsType.isUnsignedInteger()
              ? b.cmp(Predicate::ule, months, b.constant(from, kMost))
              : b.conjunction(b.cmp(Predicate::sle, months, b.constant(from, kMost)),
                              b.cmp(Predicate::sge, months, b.constant(from, -kMost)));
    months = b.create<arith::SelectOp>(few, months, b.constant(from, 0));
  }
  months = width < 32 ? b.extend(months, w.type, monthsType.isUnsignedInteger())
                      : b.resize(months, w.type);

  MarchDate parts = decompose(w, date);
  Value total = w.add(w.add(w.mul(parts.year, 12), parts.month), months);
  Value year = w.div(total, 12), month = w.rest(total, year, 12);
  // The last day of the month, from 0; February is the last month.
  Value february = b.cmp(Predicate::eq, month, w.c(11));
  Value length = w.sub(daysBefore(w, w.add(month, 1)), daysBefore(w, month));
  length = w.select(february, w.add(isLeap(w, w.add(year, 1)), 28), length);
  Value day = dayOf(w, parts), last = w.sub(length, 1);
  day = w.select(b.cmp(Predicate::ult, day, last), day, last);

  Value days = w.add(w.mul(year, 365), w.div(year, 4));
  days = w.add(w.sub(days, w.div(year, 100)), w.div(year, 400));
  Value count = w.sub(w.add(w.add(days, daysBefore(w, month)), day), kDays);
  // The first day there is is June 23 of year 359 of the eras, the last one July 11.
  constexpr int64_t kFirstMonth = 359 * 12 + 3, kLastMonth = 11759580 * 12 + 4;
  auto isMonth = [&](int64_t wanted, Predicate predicate, int64_t limit) {
    return b.conjunction(b.cmp(Predicate::eq, total, w.c(wanted)),
                         b.cmp(predicate, day, w.c(limit)));
  };
  Value within = w.less(w.sub(total, kFirstMonth + 1), kLastMonth - kFirstMonth - 1);
  within = b.create<arith::OrIOp>(within, isMonth(kFirstMonth, Predicate::uge, 22));
  within = b.create<arith::OrIOp>(within, isMonth(kLastMonth, Predicate::ule, 10));
  b.check(b.conjunction(within, few), when, MOLT_OVERFLOW, kNoDate);
  return b.create<arith::XOrIOp>(count, w.c(INT32_MIN));
}
