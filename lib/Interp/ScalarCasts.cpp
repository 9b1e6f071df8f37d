//===- ScalarCasts.cpp - Casts and dates of one row ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Evaluator.h"
#include "Intervals.h"
#include "Strings.h"
#include "Times.h"

using namespace molt;
using namespace molt::interp;
using df::DecimalType;
using df::getNonNull;
using df::Overflow;
using llvm::APInt;

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::failCast(df::CastOp cast, const Twine &why) {
  if (cast.getLenient())
    return Scalar();
  if (cast.getOverflow() == Overflow::never)
    return fail(MOLT_INTERNAL, "a pass proved that this cannot fail, but " + text(0) + " " + why);
  return fail(MOLT_CAST, text(0) + " " + why);
}

FailureOr<Scalar> Evaluator::evaluate(df::CastOp cast) {
  if (operands[0].isNull()) {
    if (df::isNullable(cast.getType()))
      return Scalar();
    return failCast(cast, "cannot be a " + typeText(cast.getType()));
  }
  Type to = resultType();
  if (operandType(0) == to)
    return operands[0];
  context.use(operands[0]);
  Type from = operandType(0);
  if (df::isStringType(from) && df::isStringType(to)) {
    if (df::isTextType(to) && !isWellFormed(operands[0].getString()))
      return failCast(cast, "is not UTF-8");
    return operands[0];
  }
  if (isa<df::IntervalType>(from) || isa<df::IntervalType>(to))
    return castInterval(cast);
  if (isTime(from) || isTime(to) || df::isStringType(from) || df::isStringType(to))
    return castTimeOrText(cast);
  if (to.isInteger(1))
    return castToBool(cast);
  if (isa<FloatType>(to))
    return castToReal();
  if (isa<DecimalType>(to))
    return castToDecimal(cast);
  return castToInteger(cast);
}

FailureOr<Scalar> Evaluator::castToBool(df::CastOp cast) {
  Int128 value = operands[0].getInteger();
  if (value != 0 && value != 1)
    return failCast(cast, "is neither 0 nor 1");
  return Scalar::ofBool(value == 1);
}

FailureOr<Scalar> Evaluator::castToReal() {
  // An integer to f32 is rounded once.
  if (operands[0].isInteger() && !isa<DecimalType>(operandType(0)) && resultType().isF32())
    return Scalar::ofReal(static_cast<float>(operands[0].getInteger()));
  return real(realOperand(0));
}

FailureOr<Scalar> Evaluator::castToInteger(df::CastOp cast) {
  const Scalar &operand = operands[0];
  Overflow overflow = cast.getOverflow();
  if (overflow == Overflow::wrap && !isInteger(operandType(0)))
    overflow = Overflow::checked; // only integers wrap
  if (operand.isBool())
    return Scalar::ofInteger(operand.getBool());
  if (operand.isReal()) {
    double value = operand.getReal();
    if (!std::isfinite(value) || value != std::trunc(value))
      return failCast(cast, "is not an integer");
    if (!(value >= -0x1p127 && value < 0x1p127))
      return failCast(cast, "does not fit " + typeText(resultType()));
    return fit(toWide(static_cast<Int128>(value)), overflow, MOLT_CAST);
  }
  return fit(divideRounded(exactOperand(0), tenToThe(scaleOf(operandType(0)))), overflow,
             MOLT_CAST);
}

FailureOr<Scalar> Evaluator::castToDecimal(df::CastOp cast) {
  unsigned toScale = scaleOf(resultType());
  if (operands[0].isReal()) {
    double scaled = operands[0].getReal() * tenToTheAsDouble(toScale);
    if (!(std::fabs(scaled) < 0x1p127)) // also NaN; 10^38 < 2^127
      return failCast(cast, "does not fit " + typeText(resultType()));
    double rounded = std::nearbyint(scaled); // half to even in the default mode
    return fit(toWide(static_cast<Int128>(rounded)), cast.getOverflow(), MOLT_CAST);
  }
  unsigned fromScale = scaleOf(operandType(0));
  APInt value = toScale >= fromScale
                    ? operandAtScale(0, toScale)
                    : divideRounded(exactOperand(0), tenToThe(fromScale - toScale));
  return fit(value, cast.getOverflow(), MOLT_CAST);
}

FailureOr<Scalar> Evaluator::castTimeOrText(df::CastOp cast) {
  Type from = operandType(0), to = resultType();
  if (df::isStringType(to))
    return string(toTimeText(operands[0].getInteger(), from));
  Int128 value;
  if (df::isStringType(from)) {
    std::optional<Int128> read = fromTimeText(operands[0].getString(), to);
    if (!read)
      return failCast(cast, "is not a value of " + typeText(to));
    value = *read;
  } else {
    value = castTime(operands[0].getInteger(), from, to);
  }
  return fit(toWide(value), cast.getOverflow(), MOLT_CAST);
}

//===----------------------------------------------------------------------===//
// Dates
//===----------------------------------------------------------------------===//

FailureOr<int64_t> Evaluator::dayOfOperand() {
  Int128 day = operands[0].getInteger();
  if (isTime(operandType(0)))
    day = splitDay(day, operandType(0)).first;
  if (day < INT32_MIN || day > INT32_MAX) {
    (void)fail(MOLT_OVERFLOW, "the date of " + text(0) + " does not fit 32 bits of days");
    return failure();
  }
  return static_cast<int64_t>(day);
}

FailureOr<Scalar> Evaluator::evaluate(df::DatePartOp op) {
  df::DatePart part = op.getPart();
  if (operands[0].isInterval())
    return fit(toWide(partOfInterval(part, operands[0].getInterval())), Overflow::checked,
               MOLT_OVERFLOW);
  switch (part) {
  case df::DatePart::hour:
  case df::DatePart::minute:
  case df::DatePart::second:
  case df::DatePart::millisecond:
  case df::DatePart::microsecond:
  case df::DatePart::nanosecond: {
    Int128 time = splitDay(operands[0].getInteger(), operandType(0)).second;
    return Scalar::ofInteger(partOfDay(part, time, operandType(0)));
  }
  default: {
    FailureOr<int64_t> day = dayOfOperand();
    if (failed(day))
      return failure();
    return Scalar::ofInteger(partOf(part, *day));
  }
  }
}

FailureOr<Scalar> Evaluator::evaluate(df::DateTruncOp trunc) {
  df::DateUnit unit = trunc.getUnit();
  bool isCalendar = unit == df::DateUnit::year || unit == df::DateUnit::quarter ||
                    unit == df::DateUnit::month || unit == df::DateUnit::week;
  if (isCalendar) {
    FailureOr<int64_t> day = dayOfOperand();
    if (failed(day))
      return failure();
    if (!isTime(operandType(0)))
      return date(truncate(unit, *day));
  }
  Int128 value = operands[0].getInteger();
  return fit(toWide(truncateTimestamp(unit, value, operandType(0))), Overflow::checked,
             MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::AddMonthsOp) {
  Int128 months = operands[1].getInteger();
  // More than there are between the first date and the last, either way.
  Int128 most = 200000000;
  months = std::max(std::min(months, most), -most);
  FailureOr<int64_t> day = dayOfOperand();
  if (failed(day))
    return failure();
  FailureOr<Scalar> result = date(addMonths(*day, static_cast<int64_t>(months)));
  if (failed(result) || !isTime(resultType()))
    return result;
  // The new day, at the time of the old one.
  Int128 perDay = dayOf(resultType());
  Int128 time = splitDay(operands[0].getInteger(), operandType(0)).second;
  return fit(toWide(result->getInteger()) * toWide(perDay) + toWide(time), Overflow::checked,
             MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::date(int64_t days) {
  if (days < INT32_MIN || days > INT32_MAX)
    return fail(MOLT_OVERFLOW, "the result does not fit 32 bits of days");
  return Scalar::ofInteger(days);
}
