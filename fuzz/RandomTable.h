//===- RandomTable.h - Random types and tables ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_RANDOMTABLE_H
#define MOLT_FUZZ_RANDOMTABLE_H

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Interp/Table.h"
#include "Random.h"

namespace molt::fuzz {

/// What is known about a float's values.
enum class RealGrain {
  Whole,   ///< Integers.
  Quarter, ///< Multiples of 1/4.
  Rough,   ///< Finite.
  Wild     ///< NaN, infinities, anything.
};

/// What is known about the values of a column or expression, so that expressions over
/// it mostly do not fail. All of it may be too wide, never too narrow.
struct Values {
  Type type; ///< Not nullable.
  bool isNullable = false;
  bool hasNulls = false;
  /// Bounds of numbers (decimals with their point, dates in days, times in units; of intervals see
  /// RandomIntervals.cpp).
  double min = 0, max = 0;
  RealGrain grain = RealGrain::Whole;
  /// A float sum in any order: another evaluation may differ in the last digits.
  bool isInexact = false;
  /// Some values that occur.
  std::vector<interp::Scalar> samples;

  Type getType() const { return df::withNullability(type, isNullable || isNull()); }
  bool isReal() const { return isa<FloatType>(type); }
  bool isInteger() const { return df::isIntegerType(type); }
  bool isDecimal() const { return isa<df::DecimalType>(type); }
  bool isNumber() const { return isReal() || isInteger() || isDecimal(); }
  bool isDate() const { return isa<df::Date32Type>(type); }
  /// A timestamp, time or duration.
  bool isTimed() const { return df::isTimeType(type); }
  bool isTimestamp() const { return isa<df::TimestampType>(type); }
  bool isDuration() const { return isa<df::DurationType>(type); }
  bool isInterval() const { return isa<df::IntervalType>(type); }
  /// Of the type null.
  bool isNull() const { return df::isNullType(type); }
  bool isBool() const { return type.isInteger(1); }
  bool isString() const { return df::isTextType(type); }
  bool isBinary() const { return df::isStringType(type) && !df::isTextType(type); }
};

/// The bounds of integers, dates, times and decimals of a type; ±infinity for floats.
std::pair<double, double> limitsOf(Type type);

/// Any column type, not nullable; null, whose columns and constants are.
Type randomType(Random &random, MLIRContext *context);
Type randomNumberType(Random &random, MLIRContext *context);
Type randomIntegerType(Random &random, MLIRContext *context);
/// A timestamp, time or duration.
Type randomTimeType(Random &random, MLIRContext *context);
df::DecimalType randomDecimalType(Random &random, MLIRContext *context);

/// Any value of the type that a column can hold, also extremes.
interp::Scalar randomScalar(Random &random, Type type);
/// A value between the bounds, as far as the type has such values.
interp::Scalar randomScalarBetween(Random &random, const Values &values);
/// A bound, or the value before or after it: where comparisons and overflow change.
interp::Scalar randomScalarNearBound(Random &random, const Values &values);
std::string randomString(Random &random);

/// 0, 1, a few, or around a multiple of a batch size (7, 2048) or a vector's lanes.
int64_t randomRowCount(Random &random);

struct RandomColumn {
  std::shared_ptr<const interp::Column> column;
  Values values;
};
/// A column of a type: few or many distinct values, in a small or, at random, the whole
/// range.
RandomColumn randomColumn(Random &random, Type type, bool isNullable, int64_t rows,
                          unsigned extremePercent = 15);

/// Facts that are computed from the values themselves.
Values describeColumn(const interp::Column &column, Type type, bool isNullable);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_RANDOMTABLE_H
