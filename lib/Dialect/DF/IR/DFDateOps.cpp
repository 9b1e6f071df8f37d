//===- DFDateOps.cpp - Types, folds and facts of date operations ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Calendar.h"
#include "FoldHelpers.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

LogicalResult DatePartOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  results.push_back(
      withNullability(IntegerType::get(context, 32), isNullable(adaptor.getOperand().getType())));
  return success();
}

LogicalResult DateTruncOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                            SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult AddMonthsOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                            SmallVectorImpl<Type> &results) {
  Type date = adaptor.getOperand().getType();
  results.push_back(withNullability(getNonNull(date),
                                    isNullable(date) || isNullable(adaptor.getMonths().getType())));
  return success();
}

//===----------------------------------------------------------------------===//
// Folds
//===----------------------------------------------------------------------===//

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
  }
  llvm_unreachable("unknown part");
}

OpFoldResult DatePartOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return adaptor.getOperand();
  std::optional<APInt> days = getInteger(adaptor.getOperand(), getOperand().getType());
  if (!days)
    return {};
  return IntegerAttr::get(IntegerType::get(getContext(), 32),
                          partOf(getPart(), days->getSExtValue()));
}

static Attribute makeDate(MLIRContext *context, int64_t days) {
  return makeInteger(Date32Type::get(context), APInt(256, days, /*isSigned=*/true));
}

OpFoldResult DateTruncOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return adaptor.getOperand();
  std::optional<APInt> value = getInteger(adaptor.getOperand(), getOperand().getType());
  if (!value)
    return {};
  int64_t days = value->getSExtValue(), year;
  unsigned month, day;
  civilFromDays(days, year, month, day);
  switch (getUnit()) {
  case DateUnit::year:
    return makeDate(getContext(), daysFromCivil(year, 1, 1));
  case DateUnit::quarter:
    return makeDate(getContext(), daysFromCivil(year, (month - 1) / 3 * 3 + 1, 1));
  case DateUnit::month:
    return makeDate(getContext(), days - day + 1);
  case DateUnit::week:
    return makeDate(getContext(), days - dayOfWeek(days) + 1);
  }
  llvm_unreachable("unknown unit");
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
  int64_t year;
  unsigned month, day;
  civilFromDays(value->getSExtValue(), year, month, day);
  int64_t total = year * 12 + (month - 1) + months->getSExtValue();
  int64_t newYear = (total >= 0 ? total : total - 11) / 12;
  unsigned newMonth = static_cast<unsigned>(total - newYear * 12) + 1;
  int64_t first = daysFromCivil(newYear, newMonth, 1);
  int64_t next =
      newMonth == 12 ? daysFromCivil(newYear + 1, 1, 1) : daysFromCivil(newYear, newMonth + 1, 1);
  return makeDate(getContext(), std::min(first + day - 1, next - 1));
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

/// The range of days of a date.
static std::pair<int64_t, int64_t> getDays(FactsAttr facts) {
  if (!facts || !facts.getHasRange())
    return {INT32_MIN, INT32_MAX};
  return {facts.getMin().getSExtValue(), facts.getMax().getSExtValue()};
}

unsigned DatePartOp::getCost() { return 4; }

FactsAttr DatePartOp::inferFacts(ArrayRef<FactsAttr> operands) {
  bool nonNull = isNonNull(getOperand(), operands[0]);
  auto range = [&](int64_t max) { return makeFacts(getContext(), 1, max, nonNull); };
  switch (getPart()) {
  case DatePart::year:
  case DatePart::iso_year:
    return FactsAttr::get(getContext(), false, APInt(128, 0), APInt(128, 0), nonNull);
  case DatePart::quarter:
    return range(4);
  case DatePart::month:
    return range(12);
  case DatePart::day:
    return range(31);
  case DatePart::day_of_week:
    return range(7);
  case DatePart::day_of_year:
    return range(366);
  case DatePart::iso_week:
    return range(53);
  }
  llvm_unreachable("unknown part");
}

/// Days between a date and the beginning of its year at most.
static constexpr int64_t kMostDays = 365;

unsigned DateTruncOp::getCost() { return 4; }
bool DateTruncOp::canFailWith(ArrayRef<FactsAttr> operands) {
  return getDays(operands[0]).first < INT32_MIN + kMostDays;
}
bool DateTruncOp::canFail() { return true; }
FactsAttr DateTruncOp::inferFacts(ArrayRef<FactsAttr> operands) {
  auto [min, max] = getDays(operands[0]);
  return makeFacts(getContext(), std::max<int64_t>(min - kMostDays, INT32_MIN), max,
                   isNonNull(getOperand(), operands[0]));
}

/// Days of the dates that many months from those in a range; months of 28 to 31 days.
static std::pair<int64_t, int64_t> addMonths(AddMonthsOp op, ArrayRef<FactsAttr> operands) {
  auto [min, max] = getDays(operands[0]);
  FactsAttr months = operands[1] && operands[1].getHasRange()
                         ? operands[1]
                         : getFactsOfType(op.getMonths().getType());
  auto clamped = [](const APInt &value) {
    return value.isNegative() ? -static_cast<int64_t>((-value).getLimitedValue(1 << 28))
                              : static_cast<int64_t>(value.getLimitedValue(1 << 28));
  };
  int64_t least = clamped(months.getMin()), most = clamped(months.getMax());
  return {min + least * (least < 0 ? 31 : 28), max + most * (most < 0 ? 28 : 31)};
}

unsigned AddMonthsOp::getCost() { return 8; }
bool AddMonthsOp::canFailWith(ArrayRef<FactsAttr> operands) {
  auto [min, max] = addMonths(*this, operands);
  return min < INT32_MIN || max > INT32_MAX;
}
bool AddMonthsOp::canFail() { return true; }
FactsAttr AddMonthsOp::inferFacts(ArrayRef<FactsAttr> operands) {
  auto [min, max] = addMonths(*this, operands);
  bool nonNull = isNonNull(getOperand(), operands[0]) && isNonNull(getMonths(), operands[1]);
  min = std::max<int64_t>(min, INT32_MIN), max = std::min<int64_t>(max, INT32_MAX);
  if (min > max) // Every row fails, so any facts hold; not an empty range.
    min = INT32_MIN, max = INT32_MAX;
  return makeFacts(getContext(), min, max, nonNull);
}
