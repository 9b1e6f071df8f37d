//===- DFTime.h - Timestamps, times and durations ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What folds, facts and lowerings have to know about the types that count units of time.
// Types are not nullable here.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFTIME_H
#define MOLT_DIALECT_DF_IR_DFTIME_H

#include "Molt/Dialect/DF/IR/DF.h"

namespace molt::df {

/// A timestamp, time or duration: a count of units in 64 bits.
inline bool isTimeType(Type type) { return isa<TimestampType, TimeType, DurationType>(type); }
/// The unit of one of these.
TimeUnit getTimeUnit(Type type);
/// The zone of a timestamp that has one; otherwise null.
StringAttr getZone(Type type);

/// 1 to 1000000000.
int64_t getUnitsPerSecond(TimeUnit unit);
int64_t getUnitsPerDay(TimeUnit unit);

/// Integers whose values are all those of i64.
bool isSmallInteger(Type type);
/// What `add` or `sub` (or `mul`) gives for two types of which one is a timestamp, time or
/// duration; null if they do not combine.
enum class TimeArith { Add, Sub, Mul };
Type inferTimeArith(TimeArith kind, Type lhs, Type rhs);
/// By what an operand of such an `add` or `sub` is multiplied first: the units of a day for a
/// date, else 1.
int64_t getTimeFactor(Type operand, Type result);

/// How a value is cast to or from a timestamp, time, duration or interval, or between text and
/// one of these or a date.
enum class TimeCast {
  Count,           ///< The same number: to or from i64.
  Rescale,         ///< To another unit, zone or both, of the same kind.
  DateToTimestamp, ///< Midnight.
  TimestampToDate, ///< The day in which it lies.
  TimestampToTime, ///< The time of that day, in the time's unit.
  DurationToInterval,
  IntervalToDuration, ///< Without months.
  FromText,
  ToText
};
std::optional<TimeCast> getTimeCast(Type from, Type to);

/// The text that stands in quotes in a constant of a date, timestamp, time or duration with
/// this value: "2024-02-29 12:34:56.5".
std::string printTimeLiteral(int64_t value, Type type);

/// Units of time in an hour, a second, …, at least 1; 0 for what the calendar makes, which is
/// longer than a day.
int64_t getUnitsIn(DateUnit unit, TimeUnit of);
/// Whether it is a part of the time of day, not of the date.
bool isPartOfTime(DatePart part);

} // namespace molt::df

#endif // MOLT_DIALECT_DF_IR_DFTIME_H
