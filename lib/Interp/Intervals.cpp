//===- Intervals.cpp - Calendar intervals ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Intervals.h"
#include "Evaluator.h"
#include "Times.h"
#include <regex>

using namespace molt;
using namespace molt::interp;
using df::IntervalType;

static const Int128 kSecond = 1000000, kMinute = 60 * kSecond, kHour = 60 * kMinute,
                    kDay = 24 * kHour, kMonth = 30 * kDay;

Int128 interp::lengthOf(const Interval &interval) {
  return interval.months * kMonth + interval.days * kDay + interval.micros;
}

/// How many units go into a length, at most as many as 32 bits hold.
static int32_t countUnits(Int128 length, Int128 unit) {
  Int128 count = length / unit;
  return static_cast<int32_t>(std::max<Int128>(std::min<Int128>(count, INT32_MAX), INT32_MIN));
}

Interval interp::canonicalInterval(const Interval &interval) {
  Int128 rest = lengthOf(interval);
  Interval result;
  result.months = countUnits(rest, kMonth);
  rest -= result.months * kMonth;
  result.days = countUnits(rest, kDay);
  rest -= result.days * kDay;
  result.micros = static_cast<int64_t>(rest);
  return result;
}

std::optional<Interval> interp::makeInterval(Int128 months, Int128 days, Int128 micros) {
  Interval result{static_cast<int32_t>(months), static_cast<int32_t>(days),
                  static_cast<int64_t>(micros)};
  if (result.months != months || result.days != days || result.micros != micros)
    return std::nullopt;
  return result;
}

Int128 interp::partOfInterval(df::DatePart part, const Interval &interval) {
  switch (part) {
  case df::DatePart::year:
    return interval.months / 12;
  case df::DatePart::month:
    return interval.months - interval.months / 12 * 12;
  case df::DatePart::day:
    return interval.days;
  case df::DatePart::hour:
    return interval.micros / kHour;
  case df::DatePart::minute:
    return interval.micros % kHour / kMinute;
  case df::DatePart::second:
    return interval.micros % kMinute / kSecond;
  case df::DatePart::millisecond:
    return interval.micros % kSecond / 1000;
  case df::DatePart::microsecond:
    return interval.micros % kSecond;
  default:
    llvm_unreachable("no part of an interval");
  }
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

std::string interp::toIntervalText(const Interval &interval) {
  std::string date, time;
  auto add = [](std::string &text, Int128 number, char letter) {
    if (number != 0)
      text += std::to_string(static_cast<int64_t>(number)) + letter;
  };
  add(date, partOfInterval(df::DatePart::year, interval), 'Y');
  add(date, partOfInterval(df::DatePart::month, interval), 'M');
  add(date, interval.days, 'D');
  add(time, partOfInterval(df::DatePart::hour, interval), 'H');
  add(time, partOfInterval(df::DatePart::minute, interval), 'M');
  auto rest = static_cast<int64_t>(interval.micros % kMinute);
  if (rest != 0) {
    char text[32];
    snprintf(text, sizeof text, "%s%d.%06d", rest < 0 ? "-" : "",
             static_cast<int>(std::abs(rest) / 1000000),
             static_cast<int>(std::abs(rest) % 1000000));
    std::string seconds = text;
    while (seconds.back() == '0')
      seconds.pop_back();
    if (seconds.back() == '.')
      seconds.pop_back();
    time += seconds + "S";
  }
  if (date.empty() && time.empty())
    return "PT0S";
  return "P" + date + (time.empty() ? "" : "T" + time);
}

std::optional<Interval> interp::fromIntervalText(const std::string &text) {
  static const std::regex form(
      "(-?)P(?:(-?)([0-9]+)Y)?(?:(-?)([0-9]+)M)?(?:(-?)([0-9]+)D)?"
      "(T(?:(-?)([0-9]+)H)?(?:(-?)([0-9]+)M)?(?:(-?)([0-9]+)(?:\\.([0-9]+))?S)?)?");
  std::smatch match;
  if (!std::regex_match(text, match, form) || text.back() == 'P' || text.back() == 'T')
    return std::nullopt;
  bool fits = true;
  // The number of a group, with the sign in the one before it.
  auto number = [&](size_t group) {
    std::string digits = match[group].str();
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.size() > 19) { // No part counts so many.
      fits = false;
      return Int128(0);
    }
    Int128 value = 0;
    for (char digit : digits)
      value = value * 10 + (digit - '0');
    return match[group - 1].length() ? -value : value;
  };
  Int128 months = number(3) * 12 + number(5), days = number(7);
  Int128 micros = number(10) * kHour + number(12) * kMinute + number(14) * kSecond;
  std::string fraction = match[15].str();
  while (!fraction.empty() && fraction.back() == '0')
    fraction.pop_back();
  if (fraction.size() > 6 || !fits)
    return std::nullopt;
  fraction.resize(6, '0');
  micros += match[13].length() ? -std::stoll(fraction) : std::stoll(fraction);
  if (match[1].length())
    months = -months, days = -days, micros = -micros;
  return makeInterval(months, days, micros);
}

//===----------------------------------------------------------------------===//
// Operations of one row
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::interval(Int128 months, Int128 days, Int128 micros) {
  if (std::optional<Interval> result = makeInterval(months, days, micros))
    return Scalar::ofInterval(*result);
  if (auto cast = dyn_cast<df::CastOp>(op); cast && cast.getLenient())
    return Scalar();
  return fail(isa<df::CastOp>(op) ? MOLT_CAST : MOLT_OVERFLOW,
              "the parts of the result do not fit an interval");
}

FailureOr<Scalar> Evaluator::intervalArithmetic(Arithmetic kind) {
  if (!isa<IntervalType>(resultType()))
    return addToTime(kind);
  if (kind == Arithmetic::Mul) {
    bool isFirst = isa<IntervalType>(operandType(0));
    const Interval &x = operands[isFirst ? 0 : 1].getInterval();
    Int128 factor = operands[isFirst ? 1 : 0].getInteger();
    return interval(x.months * factor, x.days * factor, x.micros * factor);
  }
  const Interval &x = operands[0].getInterval(), &y = operands[1].getInterval();
  Int128 sign = kind == Arithmetic::Sub ? -1 : 1;
  return interval(x.months + sign * y.months, x.days + sign * y.days, x.micros + sign * y.micros);
}

/// A date or timestamp, and an interval, in either order.
FailureOr<Scalar> Evaluator::addToTime(Arithmetic kind) {
  unsigned place = isa<IntervalType>(operandType(0)) ? 1 : 0;
  const Interval &length = operands[1 - place].getInterval();
  Int128 sign = kind == Arithmetic::Sub ? -1 : 1;
  Type type = resultType();
  Int128 when = castTime(operands[place].getInteger(), operandType(place), type);
  if (FailureOr<Scalar> start = fit(toWide(when), df::Overflow::checked, MOLT_CAST); failed(start))
    return start;
  Int128 months = sign * length.months;
  if (months != 0) {
    // Beyond that there is no day.
    months = std::max<Int128>(std::min<Int128>(months, 200000000), -200000000);
    auto [day, time] = splitDay(when, type);
    int64_t newDay = addMonths(static_cast<int64_t>(day), static_cast<int64_t>(months));
    if (failed(date(newDay)))
      return failure();
    when = newDay * dayOf(type) + time;
    if (FailureOr<Scalar> later = fit(toWide(when), df::Overflow::checked, MOLT_OVERFLOW);
        failed(later))
      return later;
  }
  when += sign * (length.days * dayOf(type) + length.micros * (dayOf(type) / kDay));
  return fit(toWide(when), df::Overflow::checked, MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::MakeIntervalOp) {
  return interval(operands[0].getInteger(), operands[1].getInteger(), operands[2].getInteger());
}

FailureOr<Scalar> Evaluator::castInterval(df::CastOp cast) {
  Type from = operandType(0), to = resultType();
  if (df::isStringType(to))
    return string(toIntervalText(operands[0].getInterval()));
  if (df::isStringType(from)) {
    std::optional<Interval> read = fromIntervalText(operands[0].getString());
    if (!read)
      return failCast(cast, "is not a value of " + typeText(to));
    return Scalar::ofInterval(*read);
  }
  auto micros = df::DurationType::get(op->getContext(), df::TimeUnit::us);
  if (isa<IntervalType>(to))
    return interval(0, 0, castTime(operands[0].getInteger(), from, micros));
  const Interval &value = operands[0].getInterval();
  if (value.months != 0)
    return failCast(cast, "has months, which have no fixed length");
  return fit(toWide(castTime(value.days * kDay + value.micros, micros, to)), cast.getOverflow(),
             MOLT_CAST);
}
