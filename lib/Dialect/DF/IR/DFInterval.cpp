//===- DFInterval.cpp - Calendar intervals --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFInterval.h"
#include "FoldHelpers.h"
#include "llvm/ADT/StringExtras.h"

using namespace molt;
using namespace molt::df;

static constexpr int64_t kMicrosPerSecond = 1000000;

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

TimestampType df::getTimestampForInterval(Type type) {
  TimeUnit unit = TimeUnit::us;
  if (isa<TimestampType>(type))
    unit = std::max(unit, getTimeUnit(type));
  return TimestampType::get(type.getContext(), unit, StringAttr());
}

static bool isPointInTime(Type type) {
  return isa<Date32Type>(type) || (isa<TimestampType>(type) && !getZone(type));
}

Type df::inferIntervalArith(TimeArith kind, Type lhs, Type rhs) {
  if (isa<IntervalType>(rhs) && isPointInTime(lhs) && kind != TimeArith::Mul)
    return getTimestampForInterval(lhs);
  if (isa<IntervalType>(lhs) && isPointInTime(rhs) && kind == TimeArith::Add)
    return getTimestampForInterval(rhs);
  if (kind != TimeArith::Mul)
    return lhs == rhs ? lhs : Type();
  if (isa<IntervalType>(lhs) && isSmallInteger(rhs))
    return lhs;
  return isa<IntervalType>(rhs) && isSmallInteger(lhs) ? rhs : Type();
}

bool df::isPartOfInterval(DatePart part) {
  switch (part) {
  case DatePart::year:
  case DatePart::month:
  case DatePart::day:
  case DatePart::hour:
  case DatePart::minute:
  case DatePart::second:
  case DatePart::millisecond:
  case DatePart::microsecond:
    return true;
  default:
    return false;
  }
}

LogicalResult MakeIntervalOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                               Adaptor adaptor, SmallVectorImpl<Type> &results) {
  bool nullable = llvm::any_of(adaptor.getOperands().getTypes(), isNullable);
  results.push_back(withNullability(IntervalType::get(context), nullable));
  return success();
}

bool MakeIntervalOp::canFailWith(ArrayRef<FactsAttr> operands) {
  constexpr unsigned widths[] = {32, 32, 64};
  for (auto [facts, type, width] :
       llvm::zip_equal(operands, (*this)->getOperandTypes(), widths)) {
    FactsAttr range = facts && facts.getHasRange() ? facts : getFactsOfType(type);
    if (range.getHasRange() && (range.getMin().getSignificantBits() > width ||
                                range.getMax().getSignificantBits() > width))
      return true;
  }
  return false;
}
bool MakeIntervalOp::canFail() { return canFailWith({FactsAttr(), FactsAttr(), FactsAttr()}); }

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

IntervalAttr df::makeInterval(MLIRContext *context, const APInt &months, const APInt &days,
                              const APInt &micros) {
  if (months.getSignificantBits() > 32 || days.getSignificantBits() > 32 ||
      micros.getSignificantBits() > 64)
    return {};
  return IntervalAttr::get(context, static_cast<int32_t>(months.getSExtValue()),
                           static_cast<int32_t>(days.getSExtValue()), micros.getSExtValue());
}

static APInt wide(int64_t value) { return APInt(128, value, /*isSigned=*/true); }

APInt df::getMicrosOfDays(IntervalAttr value) {
  return wide(value.getDays()) * kMicrosPerDay + wide(value.getMicros());
}

APInt df::getLength(IntervalAttr value) {
  return wide(value.getMonths()) * kDaysPerMonth * kMicrosPerDay + getMicrosOfDays(value);
}

OpFoldResult MakeIntervalOp::fold(FoldAdaptor adaptor) {
  SmallVector<APInt> parts;
  for (auto [constant, type] : llvm::zip_equal(adaptor.getOperands(), (*this)->getOperandTypes())) {
    if (isNull(constant))
      return constant;
    if (std::optional<APInt> value = getInteger(constant, type))
      parts.push_back(*value);
  }
  return parts.size() == 3 ? makeInterval(getContext(), parts[0], parts[1], parts[2])
                           : IntervalAttr();
}

//===----------------------------------------------------------------------===//
// Text
//===----------------------------------------------------------------------===//

std::string df::printIntervalLiteral(IntervalAttr value) {
  std::string text = "P";
  auto part = [&](int64_t number, char letter) {
    if (number)
      text += std::to_string(number) + letter;
  };
  part(value.getMonths() / 12, 'Y');
  part(value.getMonths() % 12, 'M');
  part(value.getDays(), 'D');
  int64_t seconds = value.getMicros() / kMicrosPerSecond;
  int64_t fraction = value.getMicros() % kMicrosPerSecond;
  if (value.getMicros())
    text += 'T';
  part(seconds / 3600, 'H');
  part(seconds / 60 % 60, 'M');
  if (seconds % 60 || fraction) {
    text += (value.getMicros() < 0 ? "-" : "") + std::to_string(std::abs(seconds % 60));
    if (fraction) {
      std::string digits = std::to_string(std::abs(fraction));
      digits.insert(0, 6 - digits.size(), '0');
      text += "." + StringRef(digits).rtrim('0').str();
    }
    text += 'S';
  }
  return text == "P" ? "PT0S" : text;
}

/// Takes a part "-12.5S" from the front, if one with this letter stands there, into units of
/// which a whole one has `scale`. Parts with digits behind the point are those of seconds.
static bool takePart(StringRef &text, char letter, int64_t scale, APInt &total, bool &isAny) {
  StringRef rest = text;
  bool isNegative = rest.consume_front("-");
  StringRef digits = rest.take_while(llvm::isDigit);
  rest = rest.drop_front(digits.size());
  std::string fraction;
  if (letter == 'S' && rest.consume_front(".")) {
    StringRef behind = rest.take_while(llvm::isDigit);
    rest = rest.drop_front(behind.size());
    fraction = behind.rtrim('0').str();
    if (behind.empty() || fraction.size() > 6)
      return false;
  }
  if (digits.empty() || !rest.consume_front(StringRef(&letter, 1)))
    return true; // perhaps another part's
  digits = digits.ltrim('0');
  if (digits.size() > 19)
    return false;
  fraction.resize(6, '0');
  APInt number = digits.empty() ? APInt(128, 0) : APInt(128, digits, 10);
  number = number * scale;
  if (letter == 'S')
    number += APInt(128, fraction, 10);
  total += isNegative ? -number : number;
  isAny = true;
  text = rest;
  return true;
}

IntervalAttr df::parseIntervalLiteral(StringRef text, MLIRContext *context) {
  bool isNegative = text.consume_front("-");
  if (!text.consume_front("P"))
    return {};
  APInt months(128, 0), days(128, 0), micros(128, 0);
  bool isAny = false, hasTime = false;
  if (!takePart(text, 'Y', 12, months, isAny) || !takePart(text, 'M', 1, months, isAny) ||
      !takePart(text, 'D', 1, days, isAny))
    return {};
  if (text.consume_front("T")) {
    if (!takePart(text, 'H', 3600 * kMicrosPerSecond, micros, hasTime) ||
        !takePart(text, 'M', 60 * kMicrosPerSecond, micros, hasTime) ||
        !takePart(text, 'S', kMicrosPerSecond, micros, hasTime) || !hasTime)
      return {};
  }
  if (!text.empty() || !(isAny || hasTime))
    return {};
  if (isNegative)
    return makeInterval(context, -months, -days, -micros);
  return makeInterval(context, months, days, micros);
}
