//===- DFDateOps.cpp - Types, folds and facts of date operations ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Calendar.h"
#include "FoldHelpers.h"
#include "Molt/Dialect/DF/IR/DFInterval.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// Refuses timestamps whose parts depend on a zone.
static LogicalResult checkZone(std::optional<Location> loc, StringRef name, Type operand) {
  if (!getZone(operand))
    return success();
  return emitOptionalError(loc, "'", name, "' op does not know the rules of zones, as of ", operand,
                           "; cast it to a timestamp without zone for the time in UTC");
}

LogicalResult DatePartOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type operand = getNonNull(adaptor.getOperand().getType());
  bool isOfTime = isPartOfTime(adaptor.getPart());
  if (isa<IntervalType>(operand)) {
    if (!isPartOfInterval(adaptor.getPart()))
      return emitOptionalError(loc, "'molt_df.date_part' op ", stringifyDatePart(adaptor.getPart()),
                               " is no part of ", operand,
                               "; year, month, day, hour, minute, second, millisecond and "
                               "microsecond are");
    results.push_back(
        withNullability(IntegerType::get(context, 32), isNullable(adaptor.getOperand().getType())));
    return success();
  }
  if (isOfTime ? isa<Date32Type>(operand) : isa<TimeType>(operand))
    return emitOptionalError(
        loc, "'molt_df.date_part' op ", stringifyDatePart(adaptor.getPart()), " is no part of ",
        operand, isOfTime ? "; timestamps and times have it" : "; dates and timestamps have it");
  if (failed(checkZone(loc, getOperationName(), operand)))
    return failure();
  results.push_back(
      withNullability(IntegerType::get(context, 32), isNullable(adaptor.getOperand().getType())));
  return success();
}

LogicalResult DateTruncOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                            Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type operand = getNonNull(adaptor.getOperand().getType());
  if (isa<Date32Type>(operand) && getUnitsIn(adaptor.getUnit(), TimeUnit::s))
    return emitOptionalError(loc, "'molt_df.date_trunc' op cannot truncate ", operand, " to a ",
                             stringifyDateUnit(adaptor.getUnit()),
                             "; dates are truncated to a year, quarter, month or week");
  if (failed(checkZone(loc, getOperationName(), operand)))
    return failure();
  results.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult AddMonthsOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                            Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type date = adaptor.getOperand().getType();
  if (failed(checkZone(loc, getOperationName(), getNonNull(date))))
    return failure();
  results.push_back(withNullability(getNonNull(date),
                                    isNullable(date) || isNullable(adaptor.getMonths().getType())));
  return success();
}

//===----------------------------------------------------------------------===//
// Folds
//===----------------------------------------------------------------------===//

/// Units of a date or timestamp in a day.
static int64_t getDay(Type type) { return isTimeType(type) ? getUnitsPerDay(getTimeUnit(type)) : 1; }

/// 1 is Monday; 1970-01-01 was a Thursday.
static int64_t dayOfWeek(int64_t days) { return ((days + 3) % 7 + 7) % 7 + 1; }

static int64_t yearOf(int64_t days) {
  int64_t year;
  unsigned month, day;
  civilFromDays(days, year, month, day);
  return year;
}

static int64_t dayOfYear(int64_t days) { return days - daysFromCivil(yearOf(days), 1, 1) + 1; }

static int64_t partOf(DatePart part, int64_t days) {
  int64_t year;
  unsigned month, day;
  civilFromDays(days, year, month, day);
  int64_t thursday = days + 4 - dayOfWeek(days);
  switch (part) {
  case DatePart::year:
    return year;
  case DatePart::quarter:
    return (month + 2) / 3;
  case DatePart::month:
    return month;
  case DatePart::day:
    return day;
  case DatePart::day_of_week:
    return dayOfWeek(days);
  case DatePart::day_of_year:
    return dayOfYear(days);
  case DatePart::iso_week:
    return (dayOfYear(thursday) + 6) / 7;
  case DatePart::iso_year:
    return yearOf(thursday);
  default:
    llvm_unreachable("a part of the time");
  }
}

static int64_t floorDivide(int64_t x, int64_t y) { return x / y - (x % y < 0); }
static int64_t floorModulo(int64_t x, int64_t y) { return x % y + (x % y < 0 ? y : 0); }

/// A part of a time of day.
static int64_t partOfTime(DatePart part, int64_t units, int64_t perSecond) {
  int64_t seconds = units / perSecond, fraction = units % perSecond;
  auto fractionIn = [&](int64_t wanted) {
    return perSecond < wanted ? fraction * (wanted / perSecond) : fraction / (perSecond / wanted);
  };
  switch (part) {
  case DatePart::hour:
    return seconds / 3600;
  case DatePart::minute:
    return seconds / 60 % 60;
  case DatePart::second:
    return seconds % 60;
  case DatePart::millisecond:
    return fractionIn(1000);
  case DatePart::microsecond:
    return fractionIn(1000000);
  case DatePart::nanosecond:
    return fractionIn(1000000000);
  default:
    llvm_unreachable("a part of the date");
  }
}

static constexpr int64_t kMicrosPerHour = kMicrosPerDay / 24;

static int64_t partOfInterval(DatePart part, IntervalAttr interval) {
  switch (part) {
  case DatePart::year:
    return interval.getMonths() / 12;
  case DatePart::month:
    return interval.getMonths() % 12;
  case DatePart::day:
    return interval.getDays();
  default: {
    int64_t micros = interval.getMicros();
    int64_t value = partOfTime(part, std::abs(micros % kMicrosPerHour), kMicrosPerHour / 3600);
    return part == DatePart::hour ? micros / kMicrosPerHour : micros < 0 ? -value : value;
  }
  }
}

OpFoldResult DatePartOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return adaptor.getOperand();
  Type operand = getNonNull(getOperand().getType());
  if (auto interval = dyn_cast_or_null<IntervalAttr>(adaptor.getOperand())) {
    int64_t part = partOfInterval(getPart(), interval);
    return llvm::isInt<32>(part) ? IntegerAttr::get(IntegerType::get(getContext(), 32), part)
                                 : IntegerAttr();
  }
  std::optional<APInt> value = getInteger(adaptor.getOperand(), operand);
  if (!value)
    return {};
  int64_t days = value->getSExtValue(), time = 0, perSecond = 1;
  if (isTimeType(operand)) {
    perSecond = getUnitsPerSecond(getTimeUnit(operand));
    time = floorModulo(days, 86400 * perSecond);
    days = floorDivide(days, 86400 * perSecond);
  }
  if (!llvm::isInt<32>(days) && !isPartOfTime(getPart()))
    return {};
  int64_t part =
      isPartOfTime(getPart()) ? partOfTime(getPart(), time, perSecond) : partOf(getPart(), days);
  return IntegerAttr::get(IntegerType::get(getContext(), 32), part);
}

/// The first day of the calendar unit in which a day lies.
static int64_t firstDayOf(DateUnit unit, int64_t days) {
  int64_t year;
  unsigned month, day;
  civilFromDays(days, year, month, day);
  switch (unit) {
  case DateUnit::year:
    return daysFromCivil(year, 1, 1);
  case DateUnit::quarter:
    return daysFromCivil(year, (month - 1) / 3 * 3 + 1, 1);
  case DateUnit::month:
    return days - day + 1;
  case DateUnit::week:
    return days - dayOfWeek(days) + 1;
  default:
    llvm_unreachable("not a unit of the calendar");
  }
}

OpFoldResult DateTruncOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return adaptor.getOperand();
  Type type = getNonNull(getType());
  int64_t length = isTimeType(type) ? getUnitsIn(getUnit(), getTimeUnit(type)) : 0;
  if (length == 1)
    return getOperand();
  std::optional<APInt> value = getInteger(adaptor.getOperand(), type);
  if (!value)
    return {};
  int64_t count = value->getSExtValue();
  APInt wide(256, count, /*isSigned=*/true);
  if (length)
    return makeInteger(type, wide - floorModulo(count, length));
  int64_t perDay = getDay(type), days = floorDivide(count, perDay);
  if (!llvm::isInt<32>(days))
    return {};
  return makeInteger(type, APInt(256, firstDayOf(getUnit(), days), /*isSigned=*/true) * perDay);
}

OpFoldResult AddMonthsOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()) || isNull(adaptor.getMonths()))
    return NullAttr::get(getContext());
  std::optional<APInt> months = getInteger(adaptor.getMonths(), getMonths().getType());
  if (months && months->isZero() && getOperand().getType() == getType())
    return getOperand();
  std::optional<APInt> value = getInteger(adaptor.getOperand(), getOperand().getType());
  // No date has more months before or behind it.
  if (!value || !months || months->abs().ugt(1 << 28))
    return {};
  Type type = getNonNull(getOperand().getType());
  int64_t perDay = getDay(type), days = floorDivide(value->getSExtValue(), perDay);
  if (!llvm::isInt<32>(days))
    return {};
  int64_t year;
  unsigned month, day;
  civilFromDays(days, year, month, day);
  int64_t total = year * 12 + (month - 1) + months->getSExtValue();
  int64_t newYear = (total >= 0 ? total : total - 11) / 12;
  unsigned newMonth = static_cast<unsigned>(total - newYear * 12) + 1;
  int64_t first = daysFromCivil(newYear, newMonth, 1);
  int64_t next =
      newMonth == 12 ? daysFromCivil(newYear + 1, 1, 1) : daysFromCivil(newYear, newMonth + 1, 1);
  int64_t newDays = std::min(first + day - 1, next - 1);
  if (!llvm::isInt<32>(newDays))
    return {};
  APInt time(256, value->getSExtValue() - days * perDay);
  return makeInteger(type, APInt(256, newDays, /*isSigned=*/true) * perDay + time);
}

//===----------------------------------------------------------------------===//
// Facts
//===----------------------------------------------------------------------===//

static bool isNonNull(Value operand, FactsAttr facts) {
  return !isNullable(operand.getType()) || (facts && facts.getNonNull());
}

static FactsAttr makeFacts(MLIRContext *context, int64_t min, int64_t max, bool nonNull) {
  return FactsAttr::get(context, true, APInt(128, min, true), APInt(128, max, true), nonNull);
}

/// The range of a date or time, of the type unless more is known.
static FactsAttr orOfType(FactsAttr facts, Type type) {
  return facts && facts.getHasRange() ? facts : getFactsOfType(type);
}

/// Whether a timestamp with these facts may lie on a day that date32 does not have.
static bool mayLeaveDates(FactsAttr facts, Type type) {
  if (!isa<TimestampType>(getNonNull(type)))
    return false;
  facts = orOfType(facts, type);
  APInt perDay(128, getUnitsPerDay(getTimeUnit(getNonNull(type))));
  APInt first = APInt::getSignedMinValue(32).sext(128),
        last = APInt::getSignedMaxValue(32).sext(128);
  return facts.getMin().slt(first * perDay) || facts.getMax().sge((last + 1) * perDay);
}

unsigned DatePartOp::getCost() {
  if (isa<IntervalType>(getNonNull(getOperand().getType())))
    return 4;
  return isa<Date32Type>(getNonNull(getOperand().getType())) ? 4 : 6;
}
bool DatePartOp::canFailWith(ArrayRef<FactsAttr> operands) {
  if (isa<IntervalType>(getNonNull(getOperand().getType())))
    return getPart() == DatePart::hour;
  return !isPartOfTime(getPart()) && mayLeaveDates(operands[0], getOperand().getType());
}
bool DatePartOp::canFail() { return canFailWith({FactsAttr()}); }

FactsAttr DatePartOp::inferFacts(ArrayRef<FactsAttr> operands) {
  bool nonNull = isNonNull(getOperand(), operands[0]);
  auto range = [&](int64_t min, int64_t max) { return makeFacts(getContext(), min, max, nonNull); };
  if (isa<IntervalType>(getNonNull(getOperand().getType())))
    return range(INT32_MIN, INT32_MAX);
  switch (getPart()) {
  case DatePart::year:
  case DatePart::iso_year:
    return FactsAttr::get(getContext(), false, APInt(128, 0), APInt(128, 0), nonNull);
  case DatePart::quarter:
    return range(1, 4);
  case DatePart::month:
    return range(1, 12);
  case DatePart::day:
    return range(1, 31);
  case DatePart::day_of_week:
    return range(1, 7);
  case DatePart::day_of_year:
    return range(1, 366);
  case DatePart::iso_week:
    return range(1, 53);
  case DatePart::hour:
    return range(0, 23);
  case DatePart::minute:
  case DatePart::second:
    return range(0, 59);
  case DatePart::millisecond:
    return range(0, 999);
  case DatePart::microsecond:
    return range(0, 999999);
  case DatePart::nanosecond:
    return range(0, 999999999);
  }
  llvm_unreachable("unknown part");
}

/// Days, or units of time, between a value and the beginning of its year, hour, … at most.
static APInt getLongest(DateTruncOp op) {
  Type type = getNonNull(op.getType());
  if (!isTimeType(type))
    return APInt(128, 365);
  int64_t length = getUnitsIn(op.getUnit(), getTimeUnit(type));
  return length ? APInt(128, length - 1) : APInt(128, 366) * getUnitsPerDay(getTimeUnit(type));
}

unsigned DateTruncOp::getCost() { return 4; }
bool DateTruncOp::canFailWith(ArrayRef<FactsAttr> operands) {
  Type type = getType();
  bool isCalendar =
      !isTimeType(getNonNull(type)) || !getUnitsIn(getUnit(), getTimeUnit(getNonNull(type)));
  return (isCalendar && mayLeaveDates(operands[0], type)) ||
         (orOfType(operands[0], type).getMin() - getLongest(*this))
             .slt(getFactsOfType(type).getMin());
}
bool DateTruncOp::canFail() { return canFailWith({FactsAttr()}); }
FactsAttr DateTruncOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr facts = orOfType(operands[0], getType());
  APInt min =
      llvm::APIntOps::smax(facts.getMin() - getLongest(*this), getFactsOfType(getType()).getMin());
  return FactsAttr::get(getContext(), true, min, facts.getMax(),
                        isNonNull(getOperand(), operands[0]));
}

/// The results for dates or timestamps in a range, in their units; months of 28 to 31 days.
static std::pair<APInt, APInt> addMonths(AddMonthsOp op, ArrayRef<FactsAttr> operands) {
  FactsAttr values = orOfType(operands[0], op.getType());
  APInt perDay(128, getDay(getNonNull(op.getType())));
  FactsAttr months = operands[1] && operands[1].getHasRange()
                         ? operands[1]
                         : getFactsOfType(op.getMonths().getType());
  auto clamped = [](const APInt &value) {
    return value.isNegative() ? -static_cast<int64_t>((-value).getLimitedValue(1 << 28))
                              : static_cast<int64_t>(value.getLimitedValue(1 << 28));
  };
  int64_t least = clamped(months.getMin()), most = clamped(months.getMax());
  auto days = [](int64_t count) { return APInt(128, count, /*isSigned=*/true); };
  return {values.getMin() + days(least * (least < 0 ? 31 : 28)) * perDay,
          values.getMax() + days(most * (most < 0 ? 28 : 31)) * perDay};
}

/// What a date or timestamp can be whose day fits date32.
static std::pair<APInt, APInt> getLimitsOfDates(Type type) {
  FactsAttr limits = getFactsOfType(type);
  APInt perDay(128, getDay(getNonNull(type)));
  APInt first = APInt::getSignedMinValue(32).sext(128) * perDay,
        last = (APInt::getSignedMaxValue(32).sext(128) + 1) * perDay - 1;
  return {llvm::APIntOps::smax(first, limits.getMin()),
          llvm::APIntOps::smin(last, limits.getMax())};
}

unsigned AddMonthsOp::getCost() { return 8; }
bool AddMonthsOp::canFailWith(ArrayRef<FactsAttr> operands) {
  auto [min, max] = addMonths(*this, operands);
  auto [first, last] = getLimitsOfDates(getType());
  return mayLeaveDates(operands[0], getOperand().getType()) || min.slt(first) || max.sgt(last);
}
bool AddMonthsOp::canFail() { return true; }
FactsAttr AddMonthsOp::inferFacts(ArrayRef<FactsAttr> operands) {
  auto [min, max] = addMonths(*this, operands);
  bool nonNull = isNonNull(getOperand(), operands[0]) && isNonNull(getMonths(), operands[1]);
  auto [first, last] = getLimitsOfDates(getType());
  min = llvm::APIntOps::smax(min, first), max = llvm::APIntOps::smin(max, last);
  if (min.sgt(max)) // Every row fails, so any facts hold; not an empty range.
    min = first, max = last;
  return FactsAttr::get(getContext(), true, min, max, nonNull);
}
