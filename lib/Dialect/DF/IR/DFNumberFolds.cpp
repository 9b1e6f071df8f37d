//===- DFNumberFolds.cpp - Folds of remainders, bits and functions --------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As in DFFolds.cpp: what would fail is left alone.
//
//===----------------------------------------------------------------------===//

#include "FoldHelpers.h"
#include "Molt/Dialect/DF/IR/DFInterval.h"
#include "mlir/IR/PatternMatch.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Remainders and bits
//===----------------------------------------------------------------------===//

OpFoldResult RemOp::fold(FoldAdaptor adaptor) {
  Attribute lhs = adaptor.getLhs(), rhs = adaptor.getRhs();
  if (isNull(lhs) || isNull(rhs))
    return NullAttr::get(getContext());
  Type element = getNonNull(getType());
  if (!lhs || !rhs || isa<FloatType>(element))
    return {};
  auto decimal = dyn_cast<DecimalType>(element);
  unsigned scale = decimal ? decimal.getScale() : 0;
  std::optional<APInt> a = getAtScale(lhs, getLhs().getType(), scale);
  std::optional<APInt> b = getAtScale(rhs, getRhs().getType(), scale);
  if (!a || !b)
    return {};
  if (b->isZero())
    return getZeroIsNull() ? OpFoldResult(NullAttr::get(getContext())) : OpFoldResult();
  return makeInteger(element, a->srem(*b));
}

/// Folds on the exact values; the result has those of the low bits.
template <typename OpTy, typename Fn>
static OpFoldResult foldBits(OpTy op, ArrayRef<Attribute> operands, Fn function) {
  if (isNull(operands[0]) || isNull(operands[1]))
    return NullAttr::get(op.getContext());
  std::optional<APInt> a = getInteger(operands[0], op.getLhs().getType());
  std::optional<APInt> b = getInteger(operands[1], op.getRhs().getType());
  if (!a || !b)
    return {};
  Type element = getNonNull(op.getType());
  return IntegerAttr::get(element, function(*a, *b).trunc(element.getIntOrFloatBitWidth()));
}
OpFoldResult BitAndOp::fold(FoldAdaptor adaptor) {
  return foldBits(*this, adaptor.getOperands(),
                  [](const APInt &a, const APInt &b) { return a & b; });
}
OpFoldResult BitOrOp::fold(FoldAdaptor adaptor) {
  return foldBits(*this, adaptor.getOperands(),
                  [](const APInt &a, const APInt &b) { return a | b; });
}
OpFoldResult BitXorOp::fold(FoldAdaptor adaptor) {
  return foldBits(*this, adaptor.getOperands(),
                  [](const APInt &a, const APInt &b) { return a ^ b; });
}

OpFoldResult BitNotOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return adaptor.getOperand();
  if (auto inner = getOperand().getDefiningOp<BitNotOp>())
    return inner.getOperand();
  auto value = dyn_cast_or_null<IntegerAttr>(adaptor.getOperand());
  if (!value)
    return {};
  return IntegerAttr::get(value.getType(), ~value.getValue());
}

/// The fold of a shift; `shift(value, count)` gives the constant, counts of 128 and more as 128.
template <typename OpTy, typename Shift>
static OpFoldResult foldShift(OpTy op, typename OpTy::FoldAdaptor adaptor, Shift &&shift) {
  if (isNull(adaptor.getLhs()) || isNull(adaptor.getRhs()))
    return NullAttr::get(op.getContext());
  std::optional<APInt> count = getInteger(adaptor.getRhs(), op.getRhs().getType());
  if (count && count->isZero() && op.getLhs().getType() == op.getType())
    return op.getLhs();
  std::optional<APInt> value = getInteger(adaptor.getLhs(), op.getLhs().getType());
  if (!value || !count || count->isNegative())
    return {};
  return shift(*value, static_cast<unsigned>(count->getLimitedValue(128)));
}

OpFoldResult ShlOp::fold(FoldAdaptor adaptor) {
  return foldShift(*this, adaptor, [&](const APInt &value, unsigned count) -> OpFoldResult {
    APInt exact = value << count;
    Type element = getNonNull(getType());
    if (getOverflow() == Overflow::wrap)
      return IntegerAttr::get(element, exact.trunc(element.getIntOrFloatBitWidth()));
    return makeInteger(element, exact);
  });
}

OpFoldResult ShrOp::fold(FoldAdaptor adaptor) {
  return foldShift(*this, adaptor, [&](const APInt &value, unsigned count) -> OpFoldResult {
    return makeInteger(getNonNull(getType()), value.ashr(count));
  });
}

//===----------------------------------------------------------------------===//
// Membership
//===----------------------------------------------------------------------===//

/// Whether two constants of one type are equal, as far as their attributes say.
static std::optional<bool> areEqual(Attribute a, Attribute b) {
  if (auto x = dyn_cast<IntervalAttr>(a), y = dyn_cast<IntervalAttr>(b); x && y)
    return getLength(x) == getLength(y);
  auto x = dyn_cast<FloatAttr>(a), y = dyn_cast<FloatAttr>(b);
  if (!x || !y)
    return a == b;
  if (x.getValue().isNaN() || y.getValue().isNaN())
    return x.getValue().isNaN() && y.getValue().isNaN();
  return x.getValue() == y.getValue();
}

OpFoldResult IsInOp::fold(FoldAdaptor adaptor) {
  Attribute operand = adaptor.getOperand();
  if (isNull(operand))
    return operand;
  if (getValues().empty() && !isNullable(getType()))
    return makeBool(getContext(), false);
  if (!operand)
    return {};
  bool allKnown = true;
  for (Attribute value : adaptor.getValues()) {
    allKnown &= static_cast<bool>(value);
    if (value && *areEqual(operand, value))
      return makeBool(getContext(), true);
  }
  return allKnown ? OpFoldResult(makeBool(getContext(), false)) : OpFoldResult();
}

namespace {
/// Values that are twice in the list (constants are unique after CSE); one value → cmp eq.
struct SimplifyIsIn : OpRewritePattern<IsInOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(IsInOp op, PatternRewriter &rewriter) const override {
    llvm::SmallSetVector<Value, 8> values(op.getValues().begin(), op.getValues().end());
    bool isString = isStringType(getNonNull(op.getOperand().getType()));
    if (values.size() == 1 && !isString) {
      rewriter.replaceOpWithNewOp<CmpOp>(op, CmpPredicate::eq, op.getOperand(), values[0]);
      return success();
    }
    if (values.size() == op.getValues().size())
      return rewriter.notifyMatchFailure(op, "no value is there twice");
    rewriter.replaceOpWithNewOp<IsInOp>(op, op.getOperand(), values.getArrayRef());
    return success();
  }
};
} // namespace

void IsInOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<SimplifyIsIn>(context);
}

//===----------------------------------------------------------------------===//
// Functions of floats: those that are exact
//===----------------------------------------------------------------------===//

OpFoldResult MathOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getOperand()))
    return adaptor.getOperand();
  auto real = dyn_cast_or_null<FloatAttr>(adaptor.getOperand());
  if (!real || real.getValue().isNaN())
    return {};
  APFloat value = real.getValue();
  switch (getFunction()) {
  case MathFunction::floor:
    value.roundToIntegral(APFloat::rmTowardNegative);
    break;
  case MathFunction::ceil:
    value.roundToIntegral(APFloat::rmTowardPositive);
    break;
  case MathFunction::trunc:
    value.roundToIntegral(APFloat::rmTowardZero);
    break;
  case MathFunction::round:
    value.roundToIntegral(APFloat::rmNearestTiesToAway);
    break;
  case MathFunction::sign:
    if (!value.isZero())
      value = APFloat::getOne(value.getSemantics(), value.isNegative());
    break;
  default: // The run time's library decides on the last bit.
    return {};
  }
  return FloatAttr::get(real.getType(), value);
}

OpFoldResult PowOp::fold(FoldAdaptor adaptor) {
  if (isNull(adaptor.getLhs()) || isNull(adaptor.getRhs()))
    return NullAttr::get(getContext());
  return {};
}
