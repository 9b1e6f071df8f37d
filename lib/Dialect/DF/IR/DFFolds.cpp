//===- DFFolds.cpp - Folds of molt_df -------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A fold may remove an error but never introduces one: an operation whose constant
// evaluation fails is left alone, to fail (or not to be reached) at run time.
//
//===----------------------------------------------------------------------===//

#include "FoldHelpers.h"
#include "Molt/Dialect/DF/IR/DFInterval.h"
#include "Molt/Support/Utf8.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/APSInt.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

/// a / b rounded half away from zero, for b ≠ 0.
static APInt divideRounded(const APInt &a, const APInt &b) {
  APInt magnitude = b.abs(), quotient, remainder;
  APInt::udivrem(a.abs(), magnitude, quotient, remainder);
  if ((remainder << 1).uge(magnitude))
    ++quotient;
  return a.isNegative() == b.isNegative() ? quotient : -quotient;
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

/// The value of an integer, date or time operand as the operation counts it: a date of a
/// timestamp becomes its midnight, if that fits.
static std::optional<APInt> getTimeOperand(Attribute value, Type type, Type result) {
  std::optional<APInt> integer = getInteger(value, type);
  int64_t factor = getTimeFactor(getNonNull(type), result);
  if (!integer || factor == 1)
    return integer;
  APInt midnight = *integer * factor;
  return makeInteger(result, midnight) ? std::optional(midnight) : std::nullopt;
}

/// The parts of an interval, or an integer for each of them.
static SmallVector<APInt> getIntervalParts(Attribute value, Type type) {
  if (std::optional<APInt> integer = getInteger(value, type))
    return SmallVector<APInt>(3, *integer);
  auto interval = dyn_cast<IntervalAttr>(value);
  if (!interval)
    return {};
  SmallVector<APInt> parts;
  for (int64_t part :
       {int64_t(interval.getMonths()), int64_t(interval.getDays()), interval.getMicros()})
    parts.push_back(APInt(256, part, /*isSigned=*/true));
  return parts;
}

/// Folds an arithmetic operation on constants. `rescale` brings both operands to
/// the result's scale first (not for products).
template <typename OpTy, typename IntFn, typename FloatFn>
static OpFoldResult foldArith(OpTy op, Attribute lhs, Attribute rhs, bool rescale,
                              IntFn onIntegers, FloatFn onFloats) {
  if (isNull(lhs) || isNull(rhs))
    return NullAttr::get(op.getContext());
  if (!lhs || !rhs)
    return {};
  Type element = getNonNull(op.getType());
  Type lhsType = op.getLhs().getType(), rhsType = op.getRhs().getType();
  if (isa<FloatType>(element)) {
    auto a = dyn_cast<FloatAttr>(lhs), b = dyn_cast<FloatAttr>(rhs);
    if (!a || !b || a.getType() != element || b.getType() != element)
      return {};
    return FloatAttr::get(element, onFloats(a.getValue(), b.getValue()));
  }
  if (isa<IntervalType>(element)) {
    SmallVector<APInt> a = getIntervalParts(lhs, lhsType), b = getIntervalParts(rhs, rhsType);
    if (a.empty() || b.empty())
      return {};
    return makeInterval(op.getContext(), onIntegers(a[0], b[0]), onIntegers(a[1], b[1]),
                        onIntegers(a[2], b[2]));
  }
  std::optional<APInt> a, b;
  if (auto decimal = dyn_cast<DecimalType>(element); decimal && rescale) {
    a = getAtScale(lhs, lhsType, decimal.getScale());
    b = getAtScale(rhs, rhsType, decimal.getScale());
  } else {
    a = getTimeOperand(lhs, lhsType, element);
    b = getTimeOperand(rhs, rhsType, element);
  }
  if (!a || !b)
    return {};
  APInt exact = onIntegers(*a, *b);
  if (op.getOverflow() == Overflow::wrap && isIntegerType(element))
    return IntegerAttr::get(element, exact.trunc(element.getIntOrFloatBitWidth()));
  return makeInteger(element, exact);
}

OpFoldResult AddOp::fold(FoldAdaptor adaptor) {
  if (Attribute folded = dyn_cast_or_null<Attribute>(foldArith(
          *this, adaptor.getLhs(), adaptor.getRhs(), true,
          [](const APInt &a, const APInt &b) { return a + b; },
          [](APFloat a, const APFloat &b) { return a + b; })))
    return folded;
  // x + 0 of the same type. Not for floats, whatever the type of the zero: -0 + 0 is +0.
  if (std::optional<APInt> zero = getInteger(adaptor.getRhs(), getRhs().getType());
      zero && zero->isZero() && getLhs().getType() == getType() &&
      !isa<FloatType>(getNonNull(getType())))
    return getLhs();
  return {};
}

OpFoldResult SubOp::fold(FoldAdaptor adaptor) {
  if (Attribute folded = dyn_cast_or_null<Attribute>(foldArith(
          *this, adaptor.getLhs(), adaptor.getRhs(), true,
          [](const APInt &a, const APInt &b) { return a - b; },
          [](APFloat a, const APFloat &b) { return a - b; })))
    return folded;
  if (std::optional<APInt> zero = getInteger(adaptor.getRhs(), getRhs().getType());
      zero && zero->isZero() && getLhs().getType() == getType())
    return getLhs();
  return {};
}

OpFoldResult MulOp::fold(FoldAdaptor adaptor) {
  if (Attribute folded = dyn_cast_or_null<Attribute>(foldArith(
          *this, adaptor.getLhs(), adaptor.getRhs(), false,
          [](const APInt &a, const APInt &b) { return a * b; },
          [](APFloat a, const APFloat &b) { return a * b; })))
    return folded;
  if (std::optional<APInt> one = getInteger(adaptor.getRhs(), getRhs().getType());
      one && one->isOne() && getLhs().getType() == getType() && isIntegerType(getNonNull(getType())))
    return getLhs();
  return {};
}

OpFoldResult DivOp::fold(FoldAdaptor adaptor) {
  Attribute lhs = adaptor.getLhs(), rhs = adaptor.getRhs();
  if (isNull(lhs) || isNull(rhs))
    return NullAttr::get(getContext());
  Type element = getNonNull(getType()), lhsType = getLhs().getType(), rhsType = getRhs().getType();
  if (isa<FloatType>(element)) {
    auto a = dyn_cast_or_null<FloatAttr>(lhs), b = dyn_cast_or_null<FloatAttr>(rhs);
    if (!a || !b || a.getType() != element || b.getType() != element)
      return {};
    return FloatAttr::get(element, a.getValue() / b.getValue());
  }
  std::optional<APInt> a = getInteger(lhs, lhsType), b = getInteger(rhs, rhsType);
  if (!b)
    return {};
  if (b->isZero())
    return getZeroIsNull() ? OpFoldResult(NullAttr::get(getContext())) : OpFoldResult();
  if (auto decimal = dyn_cast<DecimalType>(element)) {
    if (!a)
      return {};
    unsigned shift = decimal.getScale() + getAsDecimal(getNonNull(rhsType)).getScale() -
                     getAsDecimal(getNonNull(lhsType)).getScale();
    return makeInteger(element, divideRounded(*a * powerOfTen(shift).zext(256), *b));
  }
  if (b->isOne() && lhsType == getType())
    return getLhs();
  return a ? OpFoldResult(makeInteger(element, a->sdiv(*b))) : OpFoldResult();
}

OpFoldResult AbsOp::fold(FoldAdaptor adaptor) {
  Attribute operand = adaptor.getOperand();
  if (isNull(operand))
    return operand;
  if (getOperand().getDefiningOp<AbsOp>() || getNonNull(getType()).isUnsignedInteger())
    return getOperand();
  if (auto real = dyn_cast_or_null<FloatAttr>(operand))
    return FloatAttr::get(real.getType(), llvm::abs(real.getValue()));
  std::optional<APInt> value = getInteger(operand, getType());
  if (!value)
    return {};
  Type element = getNonNull(getType());
  if (getOverflow() == Overflow::wrap)
    return IntegerAttr::get(element, value->abs().trunc(element.getIntOrFloatBitWidth()));
  return makeInteger(element, value->abs());
}

OpFoldResult NegOp::fold(FoldAdaptor adaptor) {
  Attribute operand = adaptor.getOperand();
  if (isNull(operand))
    return operand;
  if (auto inner = getOperand().getDefiningOp<NegOp>())
    return inner.getOperand();
  if (auto real = dyn_cast_or_null<FloatAttr>(operand))
    return FloatAttr::get(real.getType(), -real.getValue());
  if (isa_and_nonnull<IntervalAttr>(operand)) {
    SmallVector<APInt> parts = getIntervalParts(operand, getType());
    return makeInterval(getContext(), -parts[0], -parts[1], -parts[2]);
  }
  std::optional<APInt> value = getInteger(operand, getType());
  if (!value)
    return {};
  Type element = getNonNull(getType());
  if (getOverflow() == Overflow::wrap)
    return IntegerAttr::get(element, (-*value).trunc(element.getIntOrFloatBitWidth()));
  return makeInteger(element, -*value);
}

//===----------------------------------------------------------------------===//
// Comparison and logic
//===----------------------------------------------------------------------===//

static bool compare(CmpPredicate predicate, int order) {
  switch (predicate) {
  case CmpPredicate::eq:
    return order == 0;
  case CmpPredicate::ne:
    return order != 0;
  case CmpPredicate::lt:
    return order < 0;
  case CmpPredicate::le:
    return order <= 0;
  case CmpPredicate::gt:
    return order > 0;
  case CmpPredicate::ge:
    return order >= 0;
  }
  llvm_unreachable("unknown predicate");
}

OpFoldResult CmpOp::fold(FoldAdaptor adaptor) {
  Attribute lhs = adaptor.getLhs(), rhs = adaptor.getRhs();
  if (isNull(lhs) || isNull(rhs))
    return NullAttr::get(getContext());
  // The order is total: every value, NaN too, equals itself.
  if (getLhs() == getRhs() && !isNullable(getType()))
    return makeBool(getContext(), compare(getPredicate(), 0));
  if (!lhs || !rhs)
    return {};
  Type lhsType = getNonNull(getLhs().getType()), rhsType = getNonNull(getRhs().getType());
  std::optional<APInt> a, b;
  std::optional<unsigned> lhsScale = getExactScale(lhsType), rhsScale = getExactScale(rhsType);
  if (lhsScale && rhsScale) {
    unsigned scale = std::max(*lhsScale, *rhsScale);
    a = getAtScale(lhs, lhsType, scale);
    b = getAtScale(rhs, rhsType, scale);
  } else {
    a = getInteger(lhs, lhsType);
    b = getInteger(rhs, rhsType);
  }
  if (auto x = dyn_cast<IntervalAttr>(lhs), y = dyn_cast<IntervalAttr>(rhs); x && y)
    a = getLength(x), b = getLength(y);
  if (a && b)
    return makeBool(getContext(), compare(getPredicate(), a->slt(*b) ? -1 : a->sgt(*b) ? 1 : 0));
  if (std::optional<bool> x = getBool(lhs), y = getBool(rhs); x && y)
    return makeBool(getContext(), compare(getPredicate(), int(*x) - int(*y)));
  auto x = dyn_cast<FloatAttr>(lhs), y = dyn_cast<FloatAttr>(rhs);
  if (!x || !y || x.getType() != y.getType())
    return {};
  APFloat p = x.getValue(), q = y.getValue();
  int order;
  if (p.isNaN() || q.isNaN())
    order = int(p.isNaN()) - int(q.isNaN());
  else
    order = p < q ? -1 : q < p ? 1 : 0;
  return makeBool(getContext(), compare(getPredicate(), order));
}

OpFoldResult AndOp::fold(FoldAdaptor adaptor) {
  std::optional<bool> l = getBool(adaptor.getLhs()), r = getBool(adaptor.getRhs());
  if ((l && !*l) || (r && !*r))
    return makeBool(getContext(), false);
  if (l && *l && getRhs().getType() == getType())
    return getRhs();
  if (r && *r && getLhs().getType() == getType())
    return getLhs();
  if (getLhs() == getRhs())
    return getLhs();
  return {};
}

OpFoldResult OrOp::fold(FoldAdaptor adaptor) {
  std::optional<bool> l = getBool(adaptor.getLhs()), r = getBool(adaptor.getRhs());
  if ((l && *l) || (r && *r))
    return makeBool(getContext(), true);
  if (l && !*l && getRhs().getType() == getType())
    return getRhs();
  if (r && !*r && getLhs().getType() == getType())
    return getLhs();
  if (getLhs() == getRhs())
    return getLhs();
  return {};
}

OpFoldResult NotOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return NullAttr::get(getContext());
  if (std::optional<bool> value = getBool(adaptor.getOperand()))
    return makeBool(getContext(), !*value);
  if (auto inner = getOperand().getDefiningOp<NotOp>())
    return inner.getOperand();
  return {};
}

//===----------------------------------------------------------------------===//
// Nulls, choice, casts
//===----------------------------------------------------------------------===//

OpFoldResult IsNullOp::fold(FoldAdaptor adaptor) {
  if (!isNullable(getOperand().getType()))
    return makeBool(getContext(), false);
  if (Attribute value = adaptor.getOperand())
    return makeBool(getContext(), isNull(value));
  return {};
}

OpFoldResult CoalesceOp::fold(FoldAdaptor adaptor) {
  if (!isNullable(getLhs().getType()) && getLhs().getType() == getType())
    return getLhs();
  if (isNull(adaptor.getLhs()) && getRhs().getType() == getType())
    return getRhs();
  if (adaptor.getLhs() && !isNull(adaptor.getLhs()))
    return adaptor.getLhs();
  if ((isNull(adaptor.getRhs()) || getLhs() == getRhs()) && getLhs().getType() == getType())
    return getLhs();
  return {};
}

OpFoldResult SelectOp::fold(FoldAdaptor adaptor) {
  std::optional<bool> condition = getBool(adaptor.getCondition());
  if (isNull(adaptor.getCondition()))
    condition = false;
  if (condition) {
    Value chosen = *condition ? getTrueValue() : getFalseValue();
    if (chosen.getType() == getType())
      return chosen;
    if (Attribute value = *condition ? adaptor.getTrueValue() : adaptor.getFalseValue())
      return value;
  }
  if (getTrueValue() == getFalseValue() && getTrueValue().getType() == getType())
    return getTrueValue();
  return {};
}

/// An integer, or the unscaled value of a decimal, as a float.
static OpFoldResult castToFloat(const APInt &value, DecimalType decimal, FloatType to) {
  APFloat result(decimal ? APFloat::IEEEdouble() : to.getFloatSemantics());
  result.convertFromAPInt(value, /*IsSigned=*/true, APFloat::rmNearestTiesToEven);
  if (decimal) {
    APFloat divisor(APFloat::IEEEdouble());
    divisor.convertFromAPInt(powerOfTen(decimal.getScale()), false, APFloat::rmNearestTiesToEven);
    result.divide(divisor, APFloat::rmNearestTiesToEven);
    bool losesInfo;
    result.convert(to.getFloatSemantics(), APFloat::rmNearestTiesToEven, &losesInfo);
  }
  return FloatAttr::get(to, result);
}

/// A float as another float or, if it is integral, as an integer. Not as a decimal:
/// how that is rounded is left to the run time.
static OpFoldResult castFloat(APFloat value, Type to) {
  bool losesInfo, isExact;
  if (auto floatType = dyn_cast<FloatType>(to)) {
    value.convert(floatType.getFloatSemantics(), APFloat::rmNearestTiesToEven, &losesInfo);
    return FloatAttr::get(floatType, value);
  }
  llvm::APSInt integer(256, /*isUnsigned=*/false);
  if (!isIntegerType(to) ||
      value.convertToInteger(integer, APFloat::rmTowardZero, &isExact) != APFloat::opOK)
    return {};
  return makeInteger(to, integer);
}

static APInt floorDivide(const APInt &x, const APInt &y) {
  return llvm::APIntOps::RoundingSDiv(x, y, APInt::Rounding::DOWN);
}

/// Text and intervals are left to the run time.
static OpFoldResult foldTimeCast(TimeCast kind, Attribute value, Type from, Type to) {
  std::optional<APInt> integer = getInteger(value, from);
  if (!integer)
    return {};
  auto wide = [](int64_t number) { return APInt(256, number, /*isSigned=*/true); };
  auto perDay = [&](Type type) { return wide(getUnitsPerDay(getTimeUnit(type))); };
  auto rescale = [&](const APInt &count) {
    APInt up = wide(getUnitsPerSecond(getTimeUnit(to)));
    return floorDivide(count * up, wide(getUnitsPerSecond(getTimeUnit(from))));
  };
  switch (kind) {
  case TimeCast::Count:
    return makeInteger(to, *integer);
  case TimeCast::Rescale:
    return makeInteger(to, rescale(*integer));
  case TimeCast::DateToTimestamp:
    return makeInteger(to, *integer * perDay(to));
  case TimeCast::TimestampToDate:
    return makeInteger(to, floorDivide(*integer, perDay(from)));
  case TimeCast::TimestampToTime:
    return makeInteger(to, rescale(*integer - floorDivide(*integer, perDay(from)) * perDay(from)));
  case TimeCast::DurationToInterval:
  case TimeCast::IntervalToDuration:
  case TimeCast::FromText:
  case TimeCast::ToText:
    return {};
  }
  llvm_unreachable("unknown cast");
}

OpFoldResult CastOp::fold(FoldAdaptor adaptor) {
  if (getOperand().getType() == getType())
    return getOperand();
  Attribute value = adaptor.getOperand();
  if (isNullType(getOperand().getType()))
    value = NullAttr::get(getContext());
  if (!value)
    return {};
  if (isNull(value))
    return isNullable(getType()) ? OpFoldResult(value) : OpFoldResult();
  Type from = getNonNull(getOperand().getType()), to = getNonNull(getType());
  if (from == to)
    return value;
  if (isStringCast(from, to)) {
    auto text = cast<StringAttr>(value);
    return !isTextType(to) || isValidUtf8(text.getValue()) ? OpFoldResult(text) : OpFoldResult();
  }
  if (std::optional<TimeCast> timeCast = getTimeCast(from, to))
    return foldTimeCast(*timeCast, value, from, to);
  if (std::optional<bool> truth = getBool(value))
    return IntegerAttr::get(to, *truth);
  if (auto real = dyn_cast<FloatAttr>(value))
    return castFloat(real.getValue(), to);
  std::optional<APInt> integer = getInteger(value, from);
  if (!integer)
    return {};
  if (to.isInteger(1))
    return integer->ult(2) ? OpFoldResult(makeBool(getContext(), integer->isOne()))
                           : OpFoldResult();
  if (auto floatType = dyn_cast<FloatType>(to))
    return castToFloat(*integer, dyn_cast<DecimalType>(from), floatType);
  if (getOverflow() == Overflow::wrap)
    return IntegerAttr::get(to, integer->trunc(to.getIntOrFloatBitWidth()));
  unsigned fromScale = *getExactScale(from), toScale = *getExactScale(to);
  if (fromScale > toScale)
    return makeInteger(to, divideRounded(*integer, powerOfTen(fromScale - toScale).zext(256)));
  return makeInteger(to, *integer * powerOfTen(toScale - fromScale).zext(256));
}

//===----------------------------------------------------------------------===//
// Plan operations
//===----------------------------------------------------------------------===//

OpFoldResult ProjectOp::fold(FoldAdaptor) {
  // The names of two columns of one type may be exchanged.
  bool keepsNames = llvm::equal(getColumns().getAsRange<StringAttr>(),
                                cast<TableType>(getType()).getNames(),
                                [](StringAttr column, StringAttr name) {
                                  return column.getValue() == name.getValue();
                                });
  if (keepsNames && getInput().getType() == getType())
    return getInput();
  return {};
}

OpFoldResult WithColumnsOp::fold(FoldAdaptor) {
  if (getNames().empty())
    return getInput();
  return {};
}
