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

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/Matchers.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

/// The value of an integer, decimal or date constant in 256 bits.
static std::optional<APInt> getInteger(Attribute attr, Type type) {
  auto integer = dyn_cast_or_null<IntegerAttr>(attr);
  if (!integer || integer.getType().isInteger(1))
    return std::nullopt;
  return getNonNull(type).isUnsignedInteger() ? integer.getValue().zext(256)
                                              : integer.getValue().sext(256);
}

/// The value rescaled to the scale of `type` seen as a decimal.
static std::optional<APInt> getAtScale(Attribute attr, Type type, unsigned scale) {
  std::optional<APInt> value = getInteger(attr, type);
  DecimalType decimal = getAsDecimal(getNonNull(type));
  if (!value || !decimal)
    return std::nullopt;
  return *value * powerOfTen(scale - decimal.getScale()).zext(256);
}

/// The constant of integer, decimal or date type with this value, if it fits.
static Attribute makeInteger(Type type, const APInt &value) {
  Type element = getNonNull(type);
  FactsAttr limits = getFactsOfType(element);
  if (!limits.getHasRange() || value.slt(limits.getMin().sext(256)) ||
      value.sgt(limits.getMax().sext(256)))
    return {};
  Type storage = element;
  if (isa<DecimalType>(element))
    storage = IntegerType::get(type.getContext(), 128);
  else if (isa<Date32Type>(element))
    storage = IntegerType::get(type.getContext(), 32);
  return IntegerAttr::get(storage, value.trunc(storage.getIntOrFloatBitWidth()));
}

static Attribute makeBool(MLIRContext *context, bool value) {
  return IntegerAttr::get(IntegerType::get(context, 1), value);
}

static std::optional<bool> getBool(Attribute attr) {
  auto integer = dyn_cast_or_null<IntegerAttr>(attr);
  if (!integer || !integer.getType().isInteger(1))
    return std::nullopt;
  return integer.getValue().getBoolValue();
}

static bool isNull(Attribute attr) { return isa_and_nonnull<NullAttr>(attr); }

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValue(); }

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

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
  std::optional<APInt> a, b;
  if (auto decimal = dyn_cast<DecimalType>(element); decimal && rescale) {
    a = getAtScale(lhs, lhsType, decimal.getScale());
    b = getAtScale(rhs, rhsType, decimal.getScale());
  } else {
    a = getInteger(lhs, lhsType);
    b = getInteger(rhs, rhsType);
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
  // x + 0 of the same type. Not for floats: -0 + 0 is +0.
  if (std::optional<APInt> zero = getInteger(adaptor.getRhs(), getRhs().getType());
      zero && zero->isZero() && getLhs().getType() == getType())
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
  if (isNull(adaptor.getLhs()) || isNull(adaptor.getRhs()))
    return NullAttr::get(getContext());
  if (!isIntegerType(getNonNull(getType())))
    return {};
  std::optional<APInt> a = getInteger(adaptor.getLhs(), getLhs().getType());
  std::optional<APInt> b = getInteger(adaptor.getRhs(), getRhs().getType());
  if (!b)
    return {};
  if (b->isZero())
    return a && getZeroIsNull() ? OpFoldResult(NullAttr::get(getContext())) : OpFoldResult();
  if (b->isOne() && getLhs().getType() == getType())
    return getLhs();
  return a ? OpFoldResult(makeInteger(getType(), a->sdiv(*b))) : OpFoldResult();
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
  DecimalType lhsDecimal = getAsDecimal(lhsType), rhsDecimal = getAsDecimal(rhsType);
  if (lhsDecimal && rhsDecimal) {
    unsigned scale = std::max(lhsDecimal.getScale(), rhsDecimal.getScale());
    a = getAtScale(lhs, lhsType, scale);
    b = getAtScale(rhs, rhsType, scale);
  } else {
    a = getInteger(lhs, lhsType);
    b = getInteger(rhs, rhsType);
  }
  if (a && b)
    return makeBool(getContext(), compare(getPredicate(), a->slt(*b) ? -1 : a->sgt(*b) ? 1 : 0));
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

OpFoldResult CastOp::fold(FoldAdaptor adaptor) {
  if (getOperand().getType() == getType())
    return getOperand();
  Attribute value = adaptor.getOperand();
  if (!value)
    return {};
  if (isNull(value))
    return isNullable(getType()) ? OpFoldResult(value) : OpFoldResult();
  Type from = getNonNull(getOperand().getType()), to = getNonNull(getType());
  if (from == to)
    return value;
  DecimalType fromDecimal = getAsDecimal(from), toDecimal = getAsDecimal(to);
  if (!fromDecimal || !toDecimal || fromDecimal.getScale() > toDecimal.getScale())
    return {};
  std::optional<APInt> scaled = getAtScale(value, from, toDecimal.getScale());
  return scaled ? OpFoldResult(makeInteger(to, *scaled)) : OpFoldResult();
}

//===----------------------------------------------------------------------===//
// Plan operations
//===----------------------------------------------------------------------===//

OpFoldResult ProjectOp::fold(FoldAdaptor) {
  if (getInput().getType() == getType())
    return getInput();
  return {};
}

OpFoldResult WithColumnsOp::fold(FoldAdaptor) {
  if (getNames().empty())
    return getInput();
  return {};
}
