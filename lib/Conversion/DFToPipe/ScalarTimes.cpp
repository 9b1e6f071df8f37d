//===- ScalarTimes.cpp - Lowering of timestamps, times and durations ------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All are counts in 64 bits. Vectors of 64-bit integers have no division, so that a count is
// divided as a float, and the quotient put right by one comparison of the remainder.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Dialect/Str/IR/Str.h"

using namespace molt;
using namespace molt::lowering;
using Predicate = arith::CmpIPredicate;
using Counts = IntegerBuilder<64>;

//===----------------------------------------------------------------------===//
// Division
//===----------------------------------------------------------------------===//

namespace {
struct Division {
  Value quotient, remainder;
};
} // namespace

/// A count as a float, rounded twice at most. Processors before AVX-512 convert 64-bit
/// integers one by one; this puts the halves of the count into the fractions of 2^84 and 2^52.
static Value toReal(Counts &n, Value count) {
  ScalarBuilder &b = n.b;
  Value biased = b.create<arith::XOrIOp>(count, n.c(INT64_MIN));
  Value high = b.create<arith::ShRUIOp>(biased, n.c(32));
  Value low = b.create<arith::AndIOp>(biased, n.c(0xFFFFFFFF));
  auto fromBits = [&](Value bits) {
    return b.create<arith::BitcastOp>(b.builder.getF64Type(), bits);
  };
  high = fromBits(b.create<arith::OrIOp>(high, n.c(0x4530000000000000)));
  low = fromBits(b.create<arith::OrIOp>(low, n.c(0x4330000000000000)));
  // The bias of 2^63 goes with the two powers, exactly.
  high = b.create<arith::SubFOp>(high, b.constantF64(0x1p84 + 0x1p63 + 0x1p52));
  return b.create<arith::AddFOp>(high, low);
}

/// count / divisor towards negative infinity, and the remainder from 0 on. The quotient must
/// be below 2^48: then the float is off by less than a half, and its nearest integer is the
/// quotient or the one above.
static Division floorDivide(Counts &n, Value count, int64_t divisor) {
  if (divisor == 1)
    return {count, n.c(0)};
  ScalarBuilder &b = n.b;
  Value real =
      b.create<arith::MulFOp>(toReal(n, count), b.constantF64(1.0 / static_cast<double>(divisor)));
  // The integer's bits are the last ones of the float's fraction.
  constexpr double kShift = 0x1.8p52;
  Value shifted =
      b.create<arith::BitcastOp>(n.type, b.create<arith::AddFOp>(real, b.constantF64(kShift)));
  Value quotient = n.sub(shifted, n.c(llvm::bit_cast<int64_t>(kShift)));
  Value remainder = n.sub(count, n.mul(quotient, divisor));
  Value isAbove = b.cmp(Predicate::slt, remainder, n.c(0));
  return {n.add(quotient, b.create<arith::ExtSIOp>(n.type, isAbove)),
          b.create<arith::SelectOp>(isAbove, n.add(remainder, n.c(divisor)), remainder)};
}

/// Day since 1970 and time of that day. Seconds have the most days, fewer than 2^47.
static Division splitDay(Counts &n, Value count, df::TimeUnit unit) {
  return floorDivide(n, count, df::getUnitsPerDay(unit));
}

/// Days in 32 bits, where it is an error (`code`) if they do not fit.
static Value toDate(Counts &n, Value days, df::TimeUnit unit, bool checked, Value when,
                    MoltStatus code) {
  ScalarBuilder &b = n.b;
  Value date = b.create<arith::TruncIOp>(b.getInt(32), days);
  bool mayOverflow = INT64_MAX / df::getUnitsPerDay(unit) > INT32_MAX;
  if (mayOverflow && checked)
    b.check(b.cmp(Predicate::eq, b.extend(date, n.type, false), days), when, code,
            "date of the timestamp does not fit 32 bits of days");
  return date;
}

//===----------------------------------------------------------------------===//
// Arithmetic and casts
//===----------------------------------------------------------------------===//

/// count * factor, which has to fit 64 bits.
static Value multiply(Counts &n, Value count, int64_t factor, bool checked, Value when,
                      MoltStatus code, const Twine &message) {
  if (factor == 1)
    return count;
  if (checked) {
    int64_t limit = INT64_MAX / factor;
    Value ok = n.b.conjunction(n.b.cmp(Predicate::sle, count, n.c(limit)),
                               n.b.cmp(Predicate::sge, count, n.c(-limit)));
    n.b.check(ok, when, code, message);
  }
  return n.mul(count, factor);
}

static std::string toText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

static Value toMidnight(Counts &n, Value date, Type timestamp, bool checked, Value when,
                        MoltStatus code) {
  int64_t perDay = df::getUnitsPerDay(df::getTimeUnit(timestamp));
  // All dates have a midnight in seconds and milliseconds.
  bool mayOverflow = INT64_MAX / perDay < -int64_t(INT32_MIN);
  return multiply(n, n.b.extend(date, n.type, false), perDay, checked && mayOverflow, when, code,
                  "midnight of the date does not fit " + toText(timestamp));
}

Value lowering::lowerTimeArith(ScalarBuilder &b, df::TimeArith kind, Operation *op, Value lhs,
                               Value rhs, bool checked, Value when) {
  Counts n(b);
  Type result = df::getNonNull(op->getResult(0).getType());
  auto operand = [&](unsigned index, Value value) {
    Type type = df::getNonNull(op->getOperand(index).getType());
    if (isa<df::Date32Type>(type))
      return toMidnight(n, value, result, checked, when, MOLT_OVERFLOW);
    return b.extend(value, n.type, type.isUnsignedInteger());
  };
  lhs = operand(0, lhs), rhs = operand(1, rhs);
  // Both times lie within a day.
  if (isa<df::TimeType>(df::getNonNull(op->getOperand(0).getType())) &&
      isa<df::DurationType>(result))
    checked = false;
  return createCheckedArith(b, kind, lhs, rhs, checked, when,
                            isa<df::TimestampType>(result) ? "timestamp" : "duration");
}

/// To another unit, from a count of which `limit` is the largest.
static Value rescale(Counts &n, Value count, Type from, Type to, bool checked, Value when) {
  int64_t f = df::getUnitsPerSecond(df::getTimeUnit(from)),
          t = df::getUnitsPerSecond(df::getTimeUnit(to));
  if (f > t) {
    // The quotient of 64 bits by 1000 has too many bits for a float. The halves have not:
    // count = high * 2^16 * 1000 + rest, with 0 <= rest < 2^16 * 1000.
    constexpr int64_t kPart = 1 << 16;
    Division high = floorDivide(n, count, kPart * (f / t));
    return n.add(n.mul(high.quotient, kPart), floorDivide(n, high.remainder, f / t).quotient);
  }
  // No time of day overflows.
  return multiply(n, count, t / f, checked && !isa<df::TimeType>(to), when, MOLT_CAST,
                  "value does not fit " + toText(to));
}

/// A duration of microseconds in 128 bits.
static Value fromMicros(Counts &n, Value micros, Type to, bool checked, Value when) {
  ScalarBuilder &b = n.b;
  int64_t unit = df::getUnitsPerSecond(df::getTimeUnit(to)),
          micro = df::getUnitsPerSecond(df::TimeUnit::us);
  Type i128 = micros.getType();
  Value units = micros;
  if (unit > micro) {
    units = b.create<arith::MulIOp>(micros, b.constant(i128, unit / micro));
  } else if (unit < micro) {
    Value divisor = b.constant(i128, micro / unit);
    Value rest = b.create<arith::RemSIOp>(micros, divisor);
    Value below = b.cmp(Predicate::slt, rest, b.constant(i128, 0));
    units = b.create<arith::AddIOp>(b.create<arith::DivSIOp>(micros, divisor),
                                    b.create<arith::ExtSIOp>(i128, below));
  }
  Value count = b.create<arith::TruncIOp>(n.type, units);
  if (checked)
    b.check(b.cmp(Predicate::eq, b.extend(count, i128, false), units), when, MOLT_CAST,
            "value does not fit " + toText(to));
  return count;
}

Value lowering::lowerTimeCast(ScalarBuilder &b, df::TimeCast kind, Value value, Type from, Type to,
                              bool checked, Value when) {
  Counts n(b);
  switch (kind) {
  case df::TimeCast::Count:
    if (auto time = dyn_cast<df::TimeType>(to); time && checked)
      b.check(b.cmp(Predicate::ult, value, n.c(df::getUnitsPerDay(time.getUnit()))), when,
              MOLT_CAST, "value is no time of a day; it must lie from 0 up to 24 hours");
    return value;
  case df::TimeCast::Rescale:
    return rescale(n, value, from, to, checked, when);
  case df::TimeCast::DateToTimestamp:
    return toMidnight(n, value, to, checked, when, MOLT_CAST);
  case df::TimeCast::TimestampToDate:
    return toDate(n, splitDay(n, value, df::getTimeUnit(from)).quotient, df::getTimeUnit(from),
                  checked, when, MOLT_CAST);
  case df::TimeCast::TimestampToTime:
    return rescale(n, splitDay(n, value, df::getTimeUnit(from)).remainder, from, to,
                   /*checked=*/false, when);
  case df::TimeCast::DurationToInterval: {
    Type micros = df::DurationType::get(to.getContext(), df::TimeUnit::us);
    return castDurationToInterval(b, rescale(n, value, from, micros, checked, when));
  }
  case df::TimeCast::IntervalToDuration:
    return fromMicros(n, castIntervalToMicros(b, value, checked, when), to, checked, when);
  case df::TimeCast::FromText: {
    auto type = TypeAttr::get(to);
    if (checked)
      b.check(b.create<str::CanParseOp>(value, type), when, MOLT_CAST,
              "text is not a value of " + toText(to) +
                  "; see molt_df.cast for what is, with no spaces around it");
    return b.create<str::ParseOp>(getRegisterType(to), value, type);
  }
  case df::TimeCast::ToText:
    return b.create<str::FormatOp>(value, TypeAttr::get(from));
  }
  llvm_unreachable("unknown cast");
}

//===----------------------------------------------------------------------===//
// Parts and truncation
//===----------------------------------------------------------------------===//

static Value getPartOfTime(Counts &n, df::DatePart part, Value time, df::TimeUnit unit) {
  int64_t perSecond = df::getUnitsPerSecond(unit);
  auto within = [&](int64_t seconds, int64_t unitSeconds) {
    Value rest = seconds == 86400 ? time : floorDivide(n, time, seconds * perSecond).remainder;
    return floorDivide(n, rest, unitSeconds * perSecond).quotient;
  };
  auto fractionIn = [&](int64_t wanted) {
    Value fraction = floorDivide(n, time, perSecond).remainder;
    return perSecond <= wanted ? n.mul(fraction, wanted / perSecond)
                               : floorDivide(n, fraction, perSecond / wanted).quotient;
  };
  switch (part) {
  case df::DatePart::hour:
    return within(86400, 3600);
  case df::DatePart::minute:
    return within(3600, 60);
  case df::DatePart::second:
    return within(60, 1);
  case df::DatePart::millisecond:
    return fractionIn(1000);
  case df::DatePart::microsecond:
    return fractionIn(1000000);
  case df::DatePart::nanosecond:
    return fractionIn(1000000000);
  default:
    llvm_unreachable("a part of the date");
  }
}

static ScalarValue lowerDatePart(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                 Value when) {
  df::DatePart part = cast<df::DatePartOp>(op).getPart();
  Type type = df::getNonNull(op->getOperand(0).getType());
  Value value = operands[0].value;
  if (isa<df::IntervalType>(type))
    return {getPartOfInterval(b, part, value, when), {}};
  if (isa<df::Date32Type>(type))
    return {getPartOfDate(b, part, value), {}};
  Counts n(b);
  df::TimeUnit unit = df::getTimeUnit(type);
  Division day = isa<df::TimeType>(type) ? Division{Value(), value} : splitDay(n, value, unit);
  if (df::isPartOfTime(part))
    return {b.resize(getPartOfTime(n, part, day.remainder, unit), b.getInt(32)), {}};
  bool checked = cast<df::DatePartOp>(op).canFail();
  return {getPartOfDate(b, part, toDate(n, day.quotient, unit, checked, when, MOLT_OVERFLOW)), {}};
}

static ScalarValue lowerDateTrunc(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                  Value when) {
  df::DateUnit unit = cast<df::DateTruncOp>(op).getUnit();
  Type type = df::getNonNull(op->getOperand(0).getType());
  Value value = operands[0].value, into;
  const char *message = "timestamp does not fit 64 bits";
  if (isa<df::Date32Type>(type)) {
    into = getDaysIntoUnit(b, unit, value);
    message = "date does not fit 32 bits of days";
  } else {
    Counts n(b);
    df::TimeUnit timeUnit = df::getTimeUnit(type);
    int64_t length = df::getUnitsIn(unit, timeUnit), perDay = df::getUnitsPerDay(timeUnit);
    if (length == 1)
      return {value, {}};
    Division day = splitDay(n, value, timeUnit);
    if (length == 0) {
      Value days = getDaysIntoUnit(
          b, unit, toDate(n, day.quotient, timeUnit, /*checked=*/true, when, MOLT_OVERFLOW));
      into = n.add(n.mul(b.extend(days, n.type, false), perDay), day.remainder);
    } else {
      into = length == perDay ? day.remainder : floorDivide(n, day.remainder, length).remainder;
    }
  }
  Value result = b.create<arith::SubIOp>(value, into);
  b.check(b.cmp(Predicate::sle, result, value), when, MOLT_OVERFLOW, message);
  return {result, {}};
}

Value lowering::addMonthsToTimestamp(ScalarBuilder &b, Value timestamp, df::TimeUnit unit,
                                     Value months, Type monthsType, Value when) {
  Counts n(b);
  Division day = splitDay(n, timestamp, unit);
  Value date = toDate(n, day.quotient, unit, /*checked=*/true, when, MOLT_OVERFLOW);
  date = addMonthsToDate(b, date, months, monthsType, when);
  // The result in two parts, of which the first is its midnight: the one of the first day there is
  // may not fit though later times of that day do. Times since the day after that do.
  int64_t perDay = df::getUnitsPerDay(unit), limit = INT64_MAX / perDay;
  Value days = b.extend(date, n.type, false);
  Value isNegative = b.cmp(Predicate::slt, days, n.c(0));
  days = b.create<arith::SelectOp>(isNegative, n.add(days, 1), days);
  Value rest = b.create<arith::SelectOp>(isNegative, n.sub(day.remainder, n.c(perDay)),
                                         day.remainder);
  bool mayOverflow = limit < -int64_t(INT32_MIN);
  if (mayOverflow)
    b.check(b.conjunction(b.cmp(Predicate::sle, days, n.c(limit)),
                          b.cmp(Predicate::sge, days, n.c(-limit))),
            when, MOLT_OVERFLOW, "timestamp does not fit 64 bits");
  Value midnight = n.mul(days, perDay), result = n.add(midnight, rest);
  if (mayOverflow) {
    // Of one sign, or zero: too large a sum has the other sign.
    Value fits = b.create<arith::SelectOp>(isNegative, b.cmp(Predicate::sle, result, midnight),
                                           b.cmp(Predicate::sge, result, midnight));
    b.check(fits, when, MOLT_OVERFLOW, "timestamp does not fit 64 bits");
  }
  return result;
}

static ScalarValue lowerAddMonths(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                  Value when) {
  Type type = elementOf(op->getOperand(0)), monthsType = elementOf(op->getOperand(1));
  Value value = operands[0].value, months = operands[1].value;
  if (isa<df::Date32Type>(type))
    return {addMonthsToDate(b, value, months, monthsType, when), {}};
  return {addMonthsToTimestamp(b, value, df::getTimeUnit(type), months, monthsType, when), {}};
}

void lowering::addTimeLowerings(LoweringTable &table) {
  table.add<df::AddMonthsOp>(lowerAddMonths);
  table.add<df::DatePartOp>(lowerDatePart);
  table.add<df::DateTruncOp>(lowerDateTrunc);
}
