//===- DFFacts.cpp - What follows from what, and what can fail ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ExpressionOpInterface::inferFacts and canFail. Ranges are computed in 256 bits, so
// no operation on 128-bit bounds overflows, and are dropped when they leave 128.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFInterval.h"

using namespace molt;
using namespace molt::df;

static constexpr unsigned kWide = 256;

static FactsAttr makeFacts(MLIRContext *context, const APInt &min, const APInt &max,
                           bool nonNull) {
  APInt zero(128, 0);
  if (min.getSignificantBits() > 128 || max.getSignificantBits() > 128)
    return FactsAttr::get(context, false, zero, zero, nonNull);
  return FactsAttr::get(context, true, min.sextOrTrunc(128), max.sextOrTrunc(128), nonNull);
}

static FactsAttr makeUnknown(MLIRContext *context, bool nonNull) {
  APInt zero(128, 0);
  return FactsAttr::get(context, false, zero, zero, nonNull);
}

FactsAttr df::getFactsOfType(Type type) {
  bool nonNull = !isNullable(type);
  Type element = getNonNull(type);
  MLIRContext *context = type.getContext();
  if (auto decimal = dyn_cast<DecimalType>(element)) {
    APInt limit = powerOfTen(decimal.getPrecision()) - 1;
    return FactsAttr::get(context, true, -limit, limit, nonNull);
  }
  if (isa<Date32Type>(element))
    return FactsAttr::get(context, true, APInt::getSignedMinValue(32).sext(128),
                          APInt::getSignedMaxValue(32).sext(128), nonNull);
  if (auto time = dyn_cast<TimeType>(element))
    return FactsAttr::get(context, true, APInt(128, 0),
                          APInt(128, getUnitsPerDay(time.getUnit()) - 1), nonNull);
  if (isIntegerType(element) || isTimeType(element)) {
    unsigned width = isTimeType(element) ? 64 : element.getIntOrFloatBitWidth();
    if (element.isUnsignedInteger())
      return FactsAttr::get(context, true, APInt(128, 0), APInt::getMaxValue(width).zext(128),
                            nonNull);
    return FactsAttr::get(context, true, APInt::getSignedMinValue(width).sext(128),
                          APInt::getSignedMaxValue(width).sext(128), nonNull);
  }
  return makeUnknown(context, nonNull);
}

/// The facts of an operand, or else those of its type.
static FactsAttr orOfType(FactsAttr facts, Type type) {
  FactsAttr ofType = getFactsOfType(type);
  if (!facts)
    return ofType;
  if (!facts.getHasRange() && ofType.getHasRange())
    return FactsAttr::get(type.getContext(), true, ofType.getMin(), ofType.getMax(),
                          facts.getNonNull() || ofType.getNonNull());
  if (!facts.getNonNull() && ofType.getNonNull())
    return FactsAttr::get(type.getContext(), facts.getHasRange(), facts.getMin(), facts.getMax(),
                          true);
  return facts;
}

/// An interval in 256 bits.
namespace {
struct Interval {
  APInt min, max;
};
} // namespace

/// The range of an operand, rescaled from its scale to `scale`.
static std::optional<Interval> getInterval(FactsAttr facts, Type type, unsigned scale) {
  if (!facts.getHasRange())
    return std::nullopt;
  std::optional<unsigned> from = getExactScale(getNonNull(type));
  APInt factor = powerOfTen(from ? scale - *from : 0).zext(kWide);
  return Interval{facts.getMin().sext(kWide) * factor, facts.getMax().sext(kWide) * factor};
}

/// The range of days as that of their midnights, where the result is a timestamp.
static Interval scaleTime(const Interval &range, Type type, Type result) {
  int64_t factor = getTimeFactor(getNonNull(type), getNonNull(result));
  return {range.min * factor, range.max * factor};
}

/// Both operands' ranges at the result's common scale, with their nullness.
template <typename Combine>
static FactsAttr combine(Operation *op, ArrayRef<FactsAttr> operands, bool rescale,
                         Combine function) {
  Type resultType = op->getResult(0).getType();
  FactsAttr lhs = orOfType(operands[0], op->getOperand(0).getType());
  FactsAttr rhs = orOfType(operands[1], op->getOperand(1).getType());
  bool nonNull = lhs.getNonNull() && rhs.getNonNull();
  auto scaleOf = [](Type type) { return getExactScale(getNonNull(type)).value_or(0); };
  // A float result has no range, and no scale to which decimals could be brought.
  if (!getFactsOfType(resultType).getHasRange())
    return makeUnknown(op->getContext(), nonNull);
  auto resultDecimal = dyn_cast<DecimalType>(getNonNull(resultType));
  unsigned common = resultDecimal ? resultDecimal.getScale() : 0;
  Type lhsType = op->getOperand(0).getType(), rhsType = op->getOperand(1).getType();
  std::optional<Interval> a = getInterval(lhs, lhsType, rescale ? common : scaleOf(lhsType));
  std::optional<Interval> b = getInterval(rhs, rhsType, rescale ? common : scaleOf(rhsType));
  if (!a || !b)
    return makeUnknown(op->getContext(), nonNull);
  Interval r = function(scaleTime(*a, lhsType, resultType), scaleTime(*b, rhsType, resultType));
  return makeFacts(op->getContext(), r.min, r.max, nonNull);
}

/// Whether a date may have no midnight among the timestamps of the result.
static bool mayHaveNoMidnight(Operation *op, ArrayRef<FactsAttr> operands) {
  Type result = op->getResult(0).getType();
  FactsAttr limits = getFactsOfType(result);
  for (auto [facts, operand] : llvm::zip_equal(operands, op->getOperands())) {
    Type type = operand.getType();
    if (getTimeFactor(getNonNull(type), getNonNull(result)) == 1)
      continue;
    Interval midnights = scaleTime(*getInterval(orOfType(facts, type), type, 0), type, result);
    if (midnights.min.slt(limits.getMin().sext(kWide)) ||
        midnights.max.sgt(limits.getMax().sext(kWide)))
      return true;
  }
  return false;
}

/// Whether a result with these facts may fall outside of its type. The facts are
/// those of the exact result.
static bool mayOverflow(FactsAttr exact, Type type) {
  // Nothing is known of an interval's parts.
  if (isa<IntervalType>(getNonNull(type)))
    return true;
  FactsAttr limits = getFactsOfType(type);
  if (!limits.getHasRange())
    return false;
  return !exact || !exact.getHasRange() || exact.getMin().slt(limits.getMin()) ||
         exact.getMax().sgt(limits.getMax());
}

/// Facts of the result, given those of the exact result: an operation that is
/// checked yields values of its type only, one that wraps may yield any.
static FactsAttr clamp(FactsAttr exact, Type type, Overflow overflow) {
  FactsAttr limits = getFactsOfType(type);
  if (!limits.getHasRange() || !mayOverflow(exact, type))
    return exact;
  bool nonNull = exact && exact.getNonNull();
  // An exact range wholly outside of the type: every row fails, so any facts hold.
  // Those of the type keep ranges from being empty.
  if (overflow == Overflow::wrap || !exact || !exact.getHasRange() ||
      exact.getMin().sgt(limits.getMax()) || exact.getMax().slt(limits.getMin()))
    return FactsAttr::get(type.getContext(), true, limits.getMin(), limits.getMax(), nonNull);
  return FactsAttr::get(type.getContext(), true,
                        exact.getMin().slt(limits.getMin()) ? limits.getMin() : exact.getMin(),
                        exact.getMax().sgt(limits.getMax()) ? limits.getMax() : exact.getMax(),
                        nonNull);
}

static Interval addIntervals(const Interval &a, const Interval &b) {
  return {a.min + b.min, a.max + b.max};
}
static Interval subIntervals(const Interval &a, const Interval &b) {
  return {a.min - b.max, a.max - b.min};
}
static Interval mulIntervals(const Interval &a, const Interval &b) {
  APInt products[] = {a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max};
  Interval result{products[0], products[0]};
  for (const APInt &product : products) {
    if (product.slt(result.min))
      result.min = product;
    if (product.sgt(result.max))
      result.max = product;
  }
  return result;
}

#define MOLT_ARITH_FACTS(OP, FUNCTION, RESCALE)                                                    \
  FactsAttr OP::inferFacts(ArrayRef<FactsAttr> operands) {                                         \
    return clamp(combine(*this, operands, RESCALE, FUNCTION), getType(), getOverflow());           \
  }                                                                                                \
  bool OP::canFailWith(ArrayRef<FactsAttr> operands) {                                             \
    return getOverflow() == Overflow::checked &&                                                   \
           (mayOverflow(combine(*this, operands, RESCALE, FUNCTION), getType()) ||                 \
            mayHaveNoMidnight(*this, operands));                                                   \
  }                                                                                                \
  bool OP::canFail() { return canFailWith({FactsAttr(), FactsAttr()}); }
MOLT_ARITH_FACTS(AddOp, addIntervals, true)
MOLT_ARITH_FACTS(SubOp, subIntervals, true)
MOLT_ARITH_FACTS(MulOp, mulIntervals, false)
#undef MOLT_ARITH_FACTS

/// Whether a range, if there is one, leaves out a value.
static bool excludes(FactsAttr facts, int64_t value) {
  APInt wide(128, value, /*isSigned=*/true);
  return facts.getHasRange() && (facts.getMin().sgt(wide) || facts.getMax().slt(wide));
}

bool DivOp::canFailWith(ArrayRef<FactsAttr> operands) {
  Type element = getNonNull(getType());
  if (isa<FloatType>(element))
    return false;
  FactsAttr rhs = orOfType(operands[1], getRhs().getType());
  if (!getZeroIsNull() && !excludes(rhs, 0))
    return true;
  // The type of a decimal quotient has room for every quotient. Of integers, only
  // the smallest one divided by -1 does not fit.
  if (isa<DecimalType>(element) || element.isUnsignedInteger())
    return false;
  FactsAttr lhs = orOfType(operands[0], getLhs().getType());
  return !excludes(rhs, -1) && lhs.getMin().sle(getFactsOfType(element).getMin());
}
bool DivOp::canFail() { return canFailWith({FactsAttr(), FactsAttr()}); }
bool DivOp::makesNull() { return getZeroIsNull(); }
unsigned DivOp::getCost() { return 8; }

FactsAttr DivOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[0], getLhs().getType());
  FactsAttr rhs = orOfType(operands[1], getRhs().getType());
  bool nonNull = lhs.getNonNull() && rhs.getNonNull() && (!getZeroIsNull() || excludes(rhs, 0));
  FactsAttr limits = getFactsOfType(getType());
  if (!isIntegerType(getNonNull(getType())))
    return FactsAttr::get(getContext(), limits.getHasRange(), limits.getMin(), limits.getMax(),
                          nonNull);
  // A quotient of integers is nowhere greater in magnitude than the dividend.
  APInt min = lhs.getMin().sext(kWide), max = lhs.getMax().sext(kWide);
  APInt bound = min.abs().ugt(max.abs()) ? min.abs() : max.abs();
  bool positive = !min.isNegative() && !rhs.getMin().isNegative();
  return clamp(makeFacts(getContext(), positive ? APInt(kWide, 0) : -bound, bound, nonNull),
               getType(), Overflow::checked);
}

static FactsAttr negFacts(NegOp op, FactsAttr operand) {
  FactsAttr facts = orOfType(operand, op.getOperand().getType());
  if (!facts.getHasRange())
    return makeUnknown(op.getContext(), facts.getNonNull());
  return makeFacts(op.getContext(), -facts.getMax().sext(kWide), -facts.getMin().sext(kWide),
                   facts.getNonNull());
}
FactsAttr NegOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return clamp(negFacts(*this, operands[0]), getType(), getOverflow());
}
bool NegOp::canFailWith(ArrayRef<FactsAttr> operands) {
  return getOverflow() == Overflow::checked &&
         mayOverflow(negFacts(*this, operands[0]), getType());
}
bool NegOp::canFail() { return canFailWith({FactsAttr()}); }

static FactsAttr absFacts(AbsOp op, FactsAttr operand) {
  FactsAttr facts = orOfType(operand, op.getOperand().getType());
  if (!facts.getHasRange())
    return makeUnknown(op.getContext(), facts.getNonNull());
  APInt min = facts.getMin().sext(kWide), max = facts.getMax().sext(kWide);
  APInt least = min.isNegative() ? (max.isNegative() ? -max : APInt(kWide, 0)) : min;
  return makeFacts(op.getContext(), least, llvm::APIntOps::smax(-min, max), facts.getNonNull());
}
FactsAttr AbsOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return clamp(absFacts(*this, operands[0]), getType(), getOverflow());
}
bool AbsOp::canFailWith(ArrayRef<FactsAttr> operands) {
  return getOverflow() == Overflow::checked &&
         mayOverflow(absFacts(*this, operands[0]), getType());
}
bool AbsOp::canFail() { return canFailWith({FactsAttr()}); }

unsigned ConstantOp::getCost() { return 0; }

FactsAttr ConstantOp::inferFacts(ArrayRef<FactsAttr>) {
  if (isa<NullAttr>(getValue()))
    return {};
  auto integer = dyn_cast<IntegerAttr>(getValue());
  if (!integer || integer.getType().isInteger(1))
    return makeUnknown(getContext(), true);
  APInt value = getNonNull(getType()).isUnsignedInteger() ? integer.getValue().zext(kWide)
                                                          : integer.getValue().sext(kWide);
  return makeFacts(getContext(), value, value, true);
}

FactsAttr CmpOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[0], getLhs().getType());
  FactsAttr rhs = orOfType(operands[1], getRhs().getType());
  return makeUnknown(getContext(), lhs.getNonNull() && rhs.getNonNull());
}

/// A conjunction or disjunction of values that are not null is not null.
#define MOLT_LOGIC_FACTS(OP)                                                                       \
  FactsAttr OP::inferFacts(ArrayRef<FactsAttr> operands) {                                         \
    bool nonNull = true;                                                                           \
    for (auto [facts, operand] : llvm::zip_equal(operands, (*this)->getOperands()))                \
      nonNull &= orOfType(facts, operand.getType()).getNonNull();                                  \
    return makeUnknown(getContext(), nonNull);                                                     \
  }
MOLT_LOGIC_FACTS(AndOp)
MOLT_LOGIC_FACTS(OrOp)
MOLT_LOGIC_FACTS(NotOp)
#undef MOLT_LOGIC_FACTS

/// The union of two facts about alternatives.
static FactsAttr unite(MLIRContext *context, FactsAttr a, FactsAttr b, bool nonNull) {
  if (!a.getHasRange() || !b.getHasRange())
    return makeUnknown(context, nonNull);
  return FactsAttr::get(context, true, a.getMin().slt(b.getMin()) ? a.getMin() : b.getMin(),
                        a.getMax().sgt(b.getMax()) ? a.getMax() : b.getMax(), nonNull);
}

FactsAttr CoalesceOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[0], getLhs().getType());
  FactsAttr rhs = orOfType(operands[1], getRhs().getType());
  return unite(getContext(), lhs, rhs, lhs.getNonNull() || rhs.getNonNull());
}

FactsAttr SelectOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[1], getTrueValue().getType());
  FactsAttr rhs = orOfType(operands[2], getFalseValue().getType());
  return unite(getContext(), lhs, rhs, lhs.getNonNull() && rhs.getNonNull());
}

/// Facts of the exact result of a cast of times. Those to other units are monotonic.
static FactsAttr timeCastFacts(TimeCast kind, FactsAttr facts, Type from, Type to, bool nonNull) {
  APInt up(kWide, 1), down(kWide, 1);
  auto perSecond = [](Type type) { return APInt(kWide, getUnitsPerSecond(getTimeUnit(type))); };
  switch (kind) {
  case TimeCast::Count:
    break;
  case TimeCast::Rescale:
    up = perSecond(to), down = perSecond(from);
    break;
  case TimeCast::DateToTimestamp:
    up = perSecond(to) * 86400;
    break;
  case TimeCast::TimestampToDate:
    down = perSecond(from) * 86400;
    break;
  case TimeCast::TimestampToTime:
    facts = getFactsOfType(to);
    break;
  case TimeCast::DurationToInterval:
  case TimeCast::IntervalToDuration:
  case TimeCast::FromText:
  case TimeCast::ToText:
    return makeUnknown(from.getContext(), nonNull);
  }
  auto scaled = [&](const APInt &bound) {
    return llvm::APIntOps::RoundingSDiv(bound.sext(kWide) * up, down, APInt::Rounding::DOWN);
  };
  return makeFacts(from.getContext(), scaled(facts.getMin()), scaled(facts.getMax()), nonNull);
}

/// Facts of the exact result of a cast between integers and decimals; rounding
/// towards a smaller scale moves bounds by at most one half, so it is monotonic.
static FactsAttr castFacts(CastOp op, FactsAttr operand) {
  FactsAttr facts = orOfType(operand, op.getOperand().getType());
  Type from = getNonNull(op.getOperand().getType()), to = getNonNull(op.getType());
  bool nonNull = facts.getNonNull() || !isNullable(op.getType());
  std::optional<unsigned> fromScale = getExactScale(from), toScale = getExactScale(to);
  if (from == to)
    return FactsAttr::get(op.getContext(), facts.getHasRange(), facts.getMin(), facts.getMax(),
                          nonNull);
  if (std::optional<TimeCast> timeCast = getTimeCast(from, to))
    return timeCastFacts(*timeCast, facts, from, to, nonNull);
  if (from.isInteger(1) && isIntegerType(to))
    return makeFacts(op.getContext(), APInt(kWide, 0), APInt(kWide, 1), nonNull);
  if (!facts.getHasRange() || !fromScale || !toScale)
    return makeUnknown(op.getContext(), nonNull);
  APInt min = facts.getMin().sext(kWide), max = facts.getMax().sext(kWide);
  if (*toScale >= *fromScale) {
    APInt factor = powerOfTen(*toScale - *fromScale).zext(kWide);
    return makeFacts(op.getContext(), min * factor, max * factor, nonNull);
  }
  APInt divisor = powerOfTen(*fromScale - *toScale).zext(kWide);
  return makeFacts(op.getContext(), min.sdiv(divisor) - 1, max.sdiv(divisor) + 1, nonNull);
}

FactsAttr CastOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr facts = clamp(castFacts(*this, operands[0]), getType(), getOverflow());
  if (!getLenient() || !facts.getNonNull() || !mayNotFit(operands))
    return facts;
  return FactsAttr::get(getContext(), facts.getHasRange(), facts.getMin(), facts.getMax(),
                        /*nonNull=*/false);
}

bool CastOp::makesNull() { return getLenient() && mayNotFit({FactsAttr()}); }

bool CastOp::canFailWith(ArrayRef<FactsAttr> operands) {
  if (getOverflow() == Overflow::never || getLenient())
    return false;
  if (!isNullable(getType()) && !orOfType(operands[0], getOperand().getType()).getNonNull())
    return true;
  return mayNotFit(operands);
}

bool CastOp::mayNotFit(ArrayRef<FactsAttr> operands) {
  Type from = getNonNull(getOperand().getType()), to = getNonNull(getType());
  if (from == to || isNullType(from) || isa<FloatType>(to) || getOverflow() == Overflow::wrap)
    return false;
  if (to.isInteger(1) || isa<FloatType>(from) || getTimeCast(from, to) == TimeCast::FromText)
    return true;
  if (isStringCast(from, to))
    return isTextType(to);
  if (getTimeCast(from, to) == TimeCast::DurationToInterval) {
    FactsAttr facts = orOfType(operands[0], getOperand().getType());
    int64_t micros = getUnitsPerSecond(TimeUnit::us) / getUnitsPerSecond(getTimeUnit(from));
    APInt factor(kWide, std::max<int64_t>(micros, 1));
    return (facts.getMin().sext(kWide) * factor).getSignificantBits() > 64 ||
           (facts.getMax().sext(kWide) * factor).getSignificantBits() > 64;
  }
  // Decimal to integer drops digits only by rounding, so range is all that counts.
  return mayOverflow(castFacts(*this, operands[0]), to);
}
bool CastOp::canFail() { return canFailWith({FactsAttr()}); }

//===----------------------------------------------------------------------===//
// Remainders and bits
//===----------------------------------------------------------------------===//

bool RemOp::makesNull() { return getZeroIsNull(); }
unsigned RemOp::getCost() { return 8; }

bool RemOp::canFailWith(ArrayRef<FactsAttr> operands) {
  return !isa<FloatType>(getNonNull(getType())) && !getZeroIsNull() &&
         !excludes(orOfType(operands[1], getRhs().getType()), 0);
}
bool RemOp::canFail() { return canFailWith({FactsAttr(), FactsAttr()}); }

FactsAttr RemOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[0], getLhs().getType());
  FactsAttr rhs = orOfType(operands[1], getRhs().getType());
  bool nonNull = lhs.getNonNull() && rhs.getNonNull() && (!getZeroIsNull() || excludes(rhs, 0));
  if (!isIntegerType(getNonNull(getType())))
    return makeUnknown(getContext(), nonNull);
  // Its magnitude is not more than the dividend's and less than the divisor's.
  auto magnitude = [](FactsAttr facts) {
    return llvm::APIntOps::umax(facts.getMin().sext(kWide).abs(), facts.getMax().sext(kWide).abs());
  };
  APInt bound = magnitude(lhs), divisor = magnitude(rhs);
  if (!divisor.isZero())
    bound = llvm::APIntOps::umin(bound, divisor - 1);
  APInt zero(kWide, 0);
  return makeFacts(getContext(), lhs.getMin().isNegative() ? -bound : zero,
                   lhs.getMax().isNegative() || lhs.getMax().isZero() ? zero : bound, nonNull);
}

/// Facts of bits of two integers: those of the type unless both are not negative. `fill`:
/// bits may be set that are in one of them only.
static FactsAttr bitFacts(Operation *op, ArrayRef<FactsAttr> operands, bool fill) {
  FactsAttr lhs = orOfType(operands[0], op->getOperand(0).getType());
  FactsAttr rhs = orOfType(operands[1], op->getOperand(1).getType());
  bool nonNull = lhs.getNonNull() && rhs.getNonNull();
  bool lhsPositive = !lhs.getMin().isNegative(), rhsPositive = !rhs.getMin().isNegative();
  APInt a = lhs.getMax().sext(kWide), b = rhs.getMax().sext(kWide), zero(kWide, 0);
  if (fill && lhsPositive && rhsPositive) {
    unsigned bits = std::max(a.getActiveBits(), b.getActiveBits());
    return makeFacts(op->getContext(), zero, APInt::getLowBitsSet(kWide, bits), nonNull);
  }
  if (!fill && (lhsPositive || rhsPositive)) {
    APInt most = !lhsPositive ? b : !rhsPositive ? a : llvm::APIntOps::smin(a, b);
    return makeFacts(op->getContext(), zero, most, nonNull);
  }
  FactsAttr limits = getFactsOfType(op->getResult(0).getType());
  return FactsAttr::get(op->getContext(), true, limits.getMin(), limits.getMax(), nonNull);
}
FactsAttr BitAndOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return bitFacts(*this, operands, false);
}
FactsAttr BitOrOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return bitFacts(*this, operands, true);
}
FactsAttr BitXorOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return bitFacts(*this, operands, true);
}

FactsAttr BitNotOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr facts = orOfType(operands[0], getOperand().getType());
  APInt ones(kWide, -1, /*isSigned=*/true);
  if (getNonNull(getType()).isUnsignedInteger())
    ones = getFactsOfType(getType()).getMax().sext(kWide);
  return makeFacts(getContext(), ones - facts.getMax().sext(kWide),
                   ones - facts.getMin().sext(kWide), facts.getNonNull());
}

/// What can move out of a type, at most; larger counts give the same.
static unsigned clampCount(const APInt &count) {
  return count.isNegative() ? 0 : static_cast<unsigned>(count.getLimitedValue(128));
}

static bool isCountNegative(FactsAttr count) { return count.getMin().isNegative(); }

/// Facts of the exact lhs * 2^rhs.
static FactsAttr shlFacts(ShlOp op, ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[0], op.getLhs().getType());
  FactsAttr rhs = orOfType(operands[1], op.getRhs().getType());
  unsigned least = clampCount(rhs.getMin()), most = clampCount(rhs.getMax());
  APInt min = lhs.getMin().sext(kWide), max = lhs.getMax().sext(kWide);
  return makeFacts(op.getContext(), min << (min.isNegative() ? most : least),
                   max << (max.isNegative() ? least : most), lhs.getNonNull() && rhs.getNonNull());
}
FactsAttr ShlOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return clamp(shlFacts(*this, operands), getType(), getOverflow());
}
bool ShlOp::canFailWith(ArrayRef<FactsAttr> operands) {
  if (getOverflow() == Overflow::never)
    return false;
  return isCountNegative(orOfType(operands[1], getRhs().getType())) ||
         (getOverflow() == Overflow::checked && mayOverflow(shlFacts(*this, operands), getType()));
}
bool ShlOp::canFail() { return canFailWith({FactsAttr(), FactsAttr()}); }

FactsAttr ShrOp::inferFacts(ArrayRef<FactsAttr> operands) {
  FactsAttr lhs = orOfType(operands[0], getLhs().getType());
  FactsAttr rhs = orOfType(operands[1], getRhs().getType());
  unsigned least = clampCount(rhs.getMin()), most = clampCount(rhs.getMax());
  APInt min = lhs.getMin().sext(kWide), max = lhs.getMax().sext(kWide);
  return makeFacts(getContext(), min.ashr(min.isNegative() ? least : most),
                   max.ashr(max.isNegative() ? most : least), lhs.getNonNull() && rhs.getNonNull());
}
bool ShrOp::canFailWith(ArrayRef<FactsAttr> operands) {
  return isCountNegative(orOfType(operands[1], getRhs().getType()));
}
bool ShrOp::canFail() { return canFailWith({FactsAttr(), FactsAttr()}); }

//===----------------------------------------------------------------------===//
// Membership, functions of floats
//===----------------------------------------------------------------------===//

/// Equality of strings mostly ends at the prefix.
unsigned IsInOp::getCost() {
  return (isStringType(getNonNull(getOperand().getType())) ? 8 : 1) *
         std::max<unsigned>(getValues().size(), 1);
}
FactsAttr IsInOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return makeUnknown(getContext(), orOfType(operands[0], getOperand().getType()).getNonNull());
}

unsigned MathOp::getCost() { return getFunction() <= MathFunction::sign ? 4 : 32; }
FactsAttr MathOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return makeUnknown(getContext(), orOfType(operands[0], getOperand().getType()).getNonNull());
}

unsigned PowOp::getCost() { return 64; }
FactsAttr PowOp::inferFacts(ArrayRef<FactsAttr> operands) {
  return makeUnknown(getContext(), orOfType(operands[0], getLhs().getType()).getNonNull() &&
                                       orOfType(operands[1], getRhs().getType()).getNonNull());
}
