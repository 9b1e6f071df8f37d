//===- ScalarIntervals.cpp - Lowering of calendar intervals ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An interval is one integer of 128 bits, as it lies in memory: months in the low 32 bits, days in
// the next, microseconds in the high 64. Arithmetic is on the parts in 64 bits. Constants
// have been taken apart by the canonicalization of molt_df where they meet times, so that this is
// for intervals of columns; 128 bits have no vectors.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Dialect/DF/IR/DFInterval.h"

using namespace molt;
using namespace molt::lowering;
using Predicate = arith::CmpIPredicate;
using Counts = IntegerBuilder<64>;

namespace {
/// The parts of an interval, each in 64 bits.
struct Parts {
  Value months, days, micros;
};

/// A length as whole days, towards negative infinity, and the microseconds from 0 on behind them.
struct Length {
  Value days, micros;
};
} // namespace

static constexpr const char *kNoInterval = "interval's parts do not fit 32 bits of months, 32 of "
                                           "days and 64 of microseconds";

//===----------------------------------------------------------------------===//
// Parts
//===----------------------------------------------------------------------===//

static Parts unpack(Counts &n, Value interval) {
  ScalarBuilder &b = n.b;
  Type i32 = b.getInt(32), i128 = interval.getType();
  auto wordAt = [&](unsigned bit, Type type) {
    Value shifted = bit ? b.create<arith::ShRUIOp>(interval, b.constant(i128, bit)) : interval;
    return b.create<arith::TruncIOp>(type, shifted);
  };
  return {b.extend(wordAt(0, i32), n.type, false), b.extend(wordAt(32, i32), n.type, false),
          wordAt(64, n.type)};
}

static Value pack(Counts &n, const Parts &parts) {
  ScalarBuilder &b = n.b;
  Value low = b.create<arith::OrIOp>(b.create<arith::AndIOp>(parts.months, n.c(0xFFFFFFFF)),
                                     b.create<arith::ShLIOp>(parts.days, n.c(32)));
  Type i128 = b.getInt(128);
  Value high = b.create<arith::ShLIOp>(b.extend(parts.micros, i128, true), b.constant(i128, 64));
  return b.create<arith::OrIOp>(high, b.extend(low, i128, true));
}

/// Whether a value of any width fits so many bits; null: always.
static Value fits(ScalarBuilder &b, Value value, bool isUnsigned, unsigned bits) {
  Type type = value.getType();
  unsigned width = type.getIntOrFloatBitWidth();
  if (width < bits || (width == bits && !isUnsigned))
    return {};
  Value most = b.constant(type, APInt::getSignedMaxValue(bits).sext(std::max(width, bits)));
  if (isUnsigned)
    return b.cmp(Predicate::ule, value, most);
  Value least = b.constant(type, APInt::getSignedMinValue(bits).sext(std::max(width, bits)));
  return b.conjunction(b.cmp(Predicate::sle, value, most), b.cmp(Predicate::sge, value, least));
}

/// x / divisor towards zero, for divisor > 0.
static Value divide(Counts &n, Value x, int64_t divisor) {
  return n.b.create<arith::DivSIOp>(x, n.c(divisor));
}
static Value remainder(Counts &n, Value x, int64_t divisor) {
  return n.b.create<arith::RemSIOp>(x, n.c(divisor));
}

//===----------------------------------------------------------------------===//
// Order
//===----------------------------------------------------------------------===//

static Length getLength(Counts &n, Value interval) {
  ScalarBuilder &b = n.b;
  Parts parts = unpack(n, interval);
  Value rest = remainder(n, parts.micros, df::kMicrosPerDay);
  Value isNegative = b.cmp(Predicate::slt, rest, n.c(0));
  Value days = n.add(n.add(n.mul(parts.months, df::kDaysPerMonth), parts.days),
                     divide(n, parts.micros, df::kMicrosPerDay));
  return {n.select(isNegative, n.sub(days, 1), days),
          n.select(isNegative, n.add(rest, n.c(df::kMicrosPerDay)), rest)};
}

/// The canonical interval of a length.
static Value fromLength(Counts &n, const Length &length) {
  ScalarBuilder &b = n.b;
  // Days and microseconds of one sign.
  Value mixed = b.conjunction(b.cmp(Predicate::slt, length.days, n.c(0)),
                              b.cmp(Predicate::ne, length.micros, n.c(0)));
  Value days = n.select(mixed, n.add(length.days, 1), length.days);
  Value micros = n.select(mixed, n.sub(length.micros, n.c(df::kMicrosPerDay)), length.micros);
  auto clamped = [&](Value x) {
    x = b.create<arith::MinSIOp>(x, n.c(INT32_MAX));
    return b.create<arith::MaxSIOp>(x, n.c(INT32_MIN));
  };
  Value months = clamped(divide(n, days, df::kDaysPerMonth));
  days = n.sub(days, n.mul(months, df::kDaysPerMonth));
  Value few = clamped(days);
  micros = n.add(micros, n.mul(n.sub(days, few), df::kMicrosPerDay));
  return pack(n, {months, few, micros});
}

Value lowering::encodeIntervalOrder(ScalarBuilder &b, Value interval) {
  Counts n(b);
  Length length = getLength(n, interval);
  Type i128 = b.getInt(128);
  Value high = b.create<arith::ShLIOp>(b.extend(length.days, i128, false), b.constant(i128, 64));
  return b.create<arith::OrIOp>(high, b.extend(length.micros, i128, true));
}

Value lowering::decodeIntervalOrder(ScalarBuilder &b, Value encoded) {
  Counts n(b);
  Value days = b.create<arith::TruncIOp>(
      n.type, b.create<arith::ShRUIOp>(encoded, b.constant(encoded.getType(), 64)));
  return fromLength(n, {days, b.create<arith::TruncIOp>(n.type, encoded)});
}

Value lowering::canonicalizeInterval(ScalarBuilder &b, Value interval) {
  Counts n(b);
  return fromLength(n, getLength(n, interval));
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

/// The operation on each of the parts, with a check that all results fit.
static Value combineParts(Counts &n, df::TimeArith kind, const Parts &x, const Parts &y,
                          Value when) {
  ScalarBuilder &b = n.b;
  Value ok;
  auto part = [&](Value lhs, Value rhs, unsigned bits) {
    auto [value, exact] = createExactArith(b, kind, lhs, rhs);
    ok = b.conjunction(ok, exact);
    ok = b.conjunction(ok, fits(b, value, false, bits));
    return value;
  };
  Value months = part(x.months, y.months, 32), days = part(x.days, y.days, 32),
        micros = part(x.micros, y.micros, 64);
  b.check(ok, when, MOLT_OVERFLOW, kNoInterval);
  return pack(n, {months, days, micros});
}

/// A timestamp (or date) ± an interval, in units of `type`.
static Value addToTime(Counts &n, df::TimeArith kind, Value time, Type timeType, Value interval,
                       df::TimestampType type, Value when) {
  ScalarBuilder &b = n.b;
  Parts parts = unpack(n, interval);
  if (timeType != type)
    time = lowerTimeCast(b, *df::getTimeCast(timeType, type), time, timeType, type,
                         /*checked=*/true, when);
  bool isSum = kind == df::TimeArith::Add;
  Value months = isSum ? parts.months : n.sub(n.c(0), parts.months);
  time = addMonthsToTimestamp(b, time, type.getUnit(), months, b.getInt(64), when);
  // 64 bits hold neither the days nor the sum.
  Type i128 = b.getInt(128);
  auto wide = [&](Value value) { return b.extend(value, i128, false); };
  auto times = [&](Value value, int64_t factor) {
    return b.create<arith::MulIOp>(wide(value), b.constant(i128, factor));
  };
  int64_t factor = df::getUnitsPerSecond(type.getUnit()) / df::getUnitsPerSecond(df::TimeUnit::us);
  Value units = b.create<arith::AddIOp>(times(parts.days, df::kMicrosPerDay * factor),
                                        times(parts.micros, factor));
  Value sum = isSum ? b.create<arith::AddIOp>(wide(time), units)
                    : b.create<arith::SubIOp>(wide(time), units);
  Value result = b.create<arith::TruncIOp>(n.type, sum);
  b.check(b.cmp(Predicate::eq, wide(result), sum), when, MOLT_OVERFLOW,
          "timestamp does not fit 64 bits");
  return result;
}

Value lowering::lowerIntervalArith(ScalarBuilder &b, df::TimeArith kind, Operation *op, Value lhs,
                                   Value rhs, Value when) {
  Counts n(b);
  Type lhsType = elementOf(op->getOperand(0)), rhsType = elementOf(op->getOperand(1));
  if (auto timestamp = dyn_cast<df::TimestampType>(elementOf(op->getResult(0))))
    return isa<df::IntervalType>(rhsType) ? addToTime(n, kind, lhs, lhsType, rhs, timestamp, when)
                                          : addToTime(n, kind, rhs, rhsType, lhs, timestamp, when);
  if (kind == df::TimeArith::Mul) {
    if (!isa<df::IntervalType>(lhsType)) {
      std::swap(lhs, rhs);
      std::swap(lhsType, rhsType);
    }
    Value factor = b.extend(rhs, n.type, rhsType.isUnsignedInteger());
    return combineParts(n, kind, unpack(n, lhs), {factor, factor, factor}, when);
  }
  return combineParts(n, kind, unpack(n, lhs), unpack(n, rhs), when);
}

Value lowering::lowerIntervalNeg(ScalarBuilder &b, Value interval, Value when) {
  Counts n(b);
  Value zero = n.c(0);
  return combineParts(n, df::TimeArith::Sub, {zero, zero, zero}, unpack(n, interval), when);
}

static ScalarValue lowerMakeInterval(Operation *op, ScalarBuilder &b,
                                     ArrayRef<ScalarValue> operands, Value when) {
  Counts n(b);
  Value ok;
  auto part = [&](unsigned index, unsigned bits) {
    Value value = operands[index].value;
    bool isUnsigned = elementOf(op->getOperand(index)).isUnsignedInteger();
    ok = b.conjunction(ok, fits(b, value, isUnsigned, bits));
    return value.getType().getIntOrFloatBitWidth() < 64 ? b.extend(value, n.type, isUnsigned)
                                                        : b.resize(value, n.type);
  };
  Value months = part(0, 32), days = part(1, 32), micros = part(2, 64);
  if (ok)
    b.check(ok, when, MOLT_OVERFLOW, kNoInterval);
  return {pack(n, {months, days, micros}), {}};
}

//===----------------------------------------------------------------------===//
// Parts and casts
//===----------------------------------------------------------------------===//

Value lowering::getPartOfInterval(ScalarBuilder &b, df::DatePart part, Value interval, Value when) {
  Counts n(b);
  Parts parts = unpack(n, interval);
  constexpr int64_t kSecond = 1000000;
  auto within = [&](int64_t unit, int64_t whole) {
    return divide(n, remainder(n, parts.micros, whole), unit);
  };
  auto compute = [&]() -> Value {
    switch (part) {
    case df::DatePart::year:
      return divide(n, parts.months, 12);
    case df::DatePart::month:
      return remainder(n, parts.months, 12);
    case df::DatePart::day:
      return parts.days;
    case df::DatePart::hour: {
      Value hours = divide(n, parts.micros, 3600 * kSecond);
      b.check(fits(b, hours, false, 32), when, MOLT_OVERFLOW,
              "hours of the interval do not fit 32 bits");
      return hours;
    }
    case df::DatePart::minute:
      return within(60 * kSecond, 3600 * kSecond);
    case df::DatePart::second:
      return within(kSecond, 60 * kSecond);
    case df::DatePart::millisecond:
      return within(1000, kSecond);
    case df::DatePart::microsecond:
      return remainder(n, parts.micros, kSecond);
    default:
      llvm_unreachable("no part of an interval");
    }
  };
  return b.resize(compute(), b.getInt(32));
}

Value lowering::castDurationToInterval(ScalarBuilder &b, Value micros) {
  Counts n(b);
  return pack(n, {n.c(0), n.c(0), micros});
}

Value lowering::castIntervalToMicros(ScalarBuilder &b, Value interval, bool checked, Value when) {
  Counts n(b);
  Parts parts = unpack(n, interval);
  Type i128 = b.getInt(128);
  if (checked)
    b.check(b.cmp(Predicate::eq, parts.months, n.c(0)), when, MOLT_CAST,
            "interval has months, which have no fixed length");
  Value days = b.create<arith::MulIOp>(b.extend(parts.days, i128, false),
                                       b.constant(i128, df::kMicrosPerDay));
  return b.create<arith::AddIOp>(days, b.extend(parts.micros, i128, false));
}

void lowering::addIntervalLowerings(LoweringTable &table) {
  table.add<df::MakeIntervalOp>(lowerMakeInterval);
}
