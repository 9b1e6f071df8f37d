//===- DFTime.cpp - Timestamps, times and durations -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFTime.h"

using namespace molt;
using namespace molt::df;

TimeUnit df::getTimeUnit(Type type) {
  if (auto timestamp = dyn_cast<TimestampType>(type))
    return timestamp.getUnit();
  if (auto time = dyn_cast<TimeType>(type))
    return time.getUnit();
  return cast<DurationType>(type).getUnit();
}

StringAttr df::getZone(Type type) {
  auto timestamp = dyn_cast<TimestampType>(type);
  return timestamp ? timestamp.getZone() : StringAttr();
}

int64_t df::getUnitsPerSecond(TimeUnit unit) {
  switch (unit) {
  case TimeUnit::s:
    return 1;
  case TimeUnit::ms:
    return 1000;
  case TimeUnit::us:
    return 1000000;
  case TimeUnit::ns:
    return 1000000000;
  }
  llvm_unreachable("unknown unit");
}

int64_t df::getUnitsPerDay(TimeUnit unit) { return 86400 * getUnitsPerSecond(unit); }

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

/// `lhs` + `rhs`, which is symmetric, with the operands in this order.
static Type inferSum(Type lhs, Type rhs) {
  auto duration = dyn_cast<DurationType>(rhs);
  if (isa<Date32Type>(lhs) && isa<DurationType, TimeType>(rhs))
    return TimestampType::get(lhs.getContext(), getTimeUnit(rhs), StringAttr());
  if (duration && isa<TimestampType, DurationType>(lhs) && getTimeUnit(lhs) == duration.getUnit())
    return lhs;
  return {};
}

bool df::isSmallInteger(Type type) {
  return isIntegerType(type) && !type.isUnsignedInteger(64) && !type.isInteger(128);
}

Type df::inferTimeArith(TimeArith kind, Type lhs, Type rhs) {
  switch (kind) {
  case TimeArith::Add: {
    Type sum = inferSum(lhs, rhs);
    return sum ? sum : inferSum(rhs, lhs);
  }
  case TimeArith::Sub:
    if (lhs == rhs)
      return DurationType::get(lhs.getContext(), getTimeUnit(lhs));
    return isa<DurationType>(rhs) ? inferSum(lhs, rhs) : Type();
  case TimeArith::Mul:
    if (isa<DurationType>(lhs) && isSmallInteger(rhs))
      return lhs;
    return isa<DurationType>(rhs) && isSmallInteger(lhs) ? rhs : Type();
  }
  llvm_unreachable("unknown operation");
}

int64_t df::getTimeFactor(Type operand, Type result) {
  return isa<Date32Type>(operand) && isa<TimestampType>(result)
             ? getUnitsPerDay(getTimeUnit(result))
             : 1;
}

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

std::optional<TimeCast> df::getTimeCast(Type from, Type to) {
  auto isNaive = [](Type type) { return isa<TimestampType>(type) && !getZone(type); };
  auto hasText = [](Type type) { return isa<Date32Type, IntervalType>(type) || isTimeType(type); };
  if (isTextType(from) && hasText(to))
    return TimeCast::FromText;
  if (hasText(from) && isTextType(to))
    return TimeCast::ToText;
  if ((from.isSignlessInteger(64) && isTimeType(to)) ||
      (isTimeType(from) && to.isSignlessInteger(64)))
    return TimeCast::Count;
  if (isa<Date32Type>(from) && isNaive(to))
    return TimeCast::DateToTimestamp;
  if (isNaive(from) && isa<Date32Type>(to))
    return TimeCast::TimestampToDate;
  if (isNaive(from) && isa<TimeType>(to))
    return TimeCast::TimestampToTime;
  if (isa<DurationType>(from) && isa<IntervalType>(to))
    return TimeCast::DurationToInterval;
  if (isa<IntervalType>(from) && isa<DurationType>(to))
    return TimeCast::IntervalToDuration;
  if (isTimeType(from) && isTimeType(to) && from.getTypeID() == to.getTypeID())
    return TimeCast::Rescale;
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Parts and units
//===----------------------------------------------------------------------===//

int64_t df::getUnitsIn(DateUnit unit, TimeUnit of) {
  int64_t perSecond = getUnitsPerSecond(of);
  switch (unit) {
  case DateUnit::year:
  case DateUnit::quarter:
  case DateUnit::month:
  case DateUnit::week:
    return 0;
  case DateUnit::day:
    return 86400 * perSecond;
  case DateUnit::hour:
    return 3600 * perSecond;
  case DateUnit::minute:
    return 60 * perSecond;
  case DateUnit::second:
    return perSecond;
  case DateUnit::millisecond:
    return std::max<int64_t>(perSecond / 1000, 1);
  case DateUnit::microsecond:
    return std::max<int64_t>(perSecond / 1000000, 1);
  }
  llvm_unreachable("unknown unit");
}

bool df::isPartOfTime(DatePart part) {
  switch (part) {
  case DatePart::hour:
  case DatePart::minute:
  case DatePart::second:
  case DatePart::millisecond:
  case DatePart::microsecond:
  case DatePart::nanosecond:
    return true;
  default:
    return false;
  }
}
