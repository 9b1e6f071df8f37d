//===- ScalarCast.cpp - Lowering of casts ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "PlanLowering.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace molt;
using namespace molt::lowering;

using Predicate = arith::CmpIPredicate;

/// The exact power of ten as a double (inexact beyond 10^22, as documented).
static Value powerOfTenF64(ScalarBuilder &b, unsigned exponent) {
  APFloat value(APFloat::IEEEdouble());
  (void)value.convertFromAPInt(df::powerOfTen(exponent), false, APFloat::rmNearestTiesToEven);
  return b.create<arith::ConstantOp>(FloatAttr::get(b.builder.getF64Type(), value));
}

static std::string toText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

/// Checks that an exact integer lies in the target's range, and narrows it.
static Value narrow(ScalarBuilder &b, Value exact, Type to, bool checked, Value when) {
  Type type = exact.getType();
  unsigned width = type.getIntOrFloatBitWidth();
  df::FactsAttr limits = df::getFactsOfType(to);
  auto representable = [&](const APInt &bound) { return bound.getSignificantBits() <= width; };
  if (checked) {
    Value ok;
    if (representable(limits.getMax()))
      ok = b.conjunction(ok, b.cmp(Predicate::sle, exact, b.constant(type, limits.getMax())));
    if (representable(limits.getMin()))
      ok = b.conjunction(ok, b.cmp(Predicate::sge, exact, b.constant(type, limits.getMin())));
    if (ok)
      b.check(ok, when, MOLT_CAST, "value does not fit " + toText(to));
  }
  return b.resize(exact, getRegisterType(to));
}

/// Float to integer or decimal. The conversion sees a harmless value where the real
/// one does not fit.
static Value fromFloat(ScalarBuilder &b, Value value, Type to, bool checked, Value when) {
  using F = arith::CmpFPredicate;
  Type f64 = b.builder.getF64Type();
  if (value.getType() != f64)
    value = b.create<arith::ExtFOp>(f64, value);
  auto decimal = dyn_cast<df::DecimalType>(to);
  Value integral;
  if (decimal) {
    Value scaled = decimal.getScale()
                       ? b.create<arith::MulFOp>(value, powerOfTenF64(b, decimal.getScale()))
                       : value;
    integral = b.create<math::RoundEvenOp>(scaled);
  } else {
    integral = b.create<math::TruncOp>(value);
  }
  // An integer type with room for every bound of the target.
  bool wide = decimal ? decimal.getPrecision() > 18
                      : to.isInteger(128) || to.isUnsignedInteger(64);
  Type type = b.getInt(wide ? 128 : 64);
  double limit = wide ? 0x1p127 : 0x1p63;
  // The negative limit is the one value at it that is representable.
  Value inRange = b.conjunction(b.create<arith::CmpFOp>(F::OLT, integral, b.constantF64(limit)),
                                b.create<arith::CmpFOp>(F::OGE, integral, b.constantF64(-limit)));
  if (checked) {
    Value ok = inRange;
    if (!decimal)
      ok = b.conjunction(ok, b.create<arith::CmpFOp>(F::OEQ, integral, value));
    b.check(ok, when, MOLT_CAST,
            Twine(decimal ? "float does not fit " : "float is not a value of ") + toText(to));
  }
  Value safe = b.create<arith::SelectOp>(inRange, integral, b.constantF64(0));
  Value exact = b.create<arith::FPToSIOp>(type, safe);
  return narrow(b, exact, to, checked, when);
}

Value lowering::toFloat(ScalarBuilder &b, Value value, Type from, FloatType to) {
  if (auto real = dyn_cast<FloatType>(value.getType())) {
    if (real.getWidth() == to.getWidth())
      return value;
    return real.getWidth() < to.getWidth() ? b.create<arith::ExtFOp>(to, value)
                                           : b.create<arith::TruncFOp>(to, value);
  }
  auto decimal = dyn_cast<df::DecimalType>(from);
  FloatType type = decimal ? b.builder.getF64Type() : to;
  Value real = from.isUnsignedInteger() ? b.create<arith::UIToFPOp>(type, value)
                                        : b.create<arith::SIToFPOp>(type, value);
  if (decimal && decimal.getScale())
    real = b.create<arith::DivFOp>(real, powerOfTenF64(b, decimal.getScale()));
  return type == to ? real : b.create<arith::TruncFOp>(to, real);
}

/// Between integers and decimals.
static Value betweenIntegers(ScalarBuilder &b, Value value, Type from, Type to, bool checked,
                             Value when) {
  unsigned fromScale = *df::getExactScale(from), toScale = *df::getExactScale(to);
  bool up = toScale >= fromScale;
  unsigned shift = up ? toScale - fromScale : fromScale - toScale;
  df::DecimalType decimal = df::getAsDecimal(from);
  unsigned digits = (decimal ? decimal.getPrecision() : 39) + (up ? shift : 0);
  unsigned width = value.getType().getIntOrFloatBitWidth();
  if (from.isUnsignedInteger())
    width *= 2;
  if (shift)
    width = std::max<unsigned>(digits <= 18 ? 64 : digits <= 38 ? 128 : 256, width);
  if (!checked)
    width = std::min(width, 128u);
  Type type = b.getInt(width);
  Value wide = b.extend(value, type, from.isUnsignedInteger());
  if (shift) {
    Value factor = b.constant(type, df::powerOfTen(shift).zext(256));
    wide = up ? b.create<arith::MulIOp>(wide, factor) : divideRounded(b, wide, factor);
  }
  return narrow(b, wide, to, checked, when);
}

static ScalarValue lowerStrictCast(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                   Value when) {
  auto castOp = cast<df::CastOp>(op);
  Type from = df::getNonNull(castOp.getOperand().getType()), to = df::getNonNull(castOp.getType());
  Value value = operands[0].value;
  if (df::isNullType(from) && from != to) {
    if (!df::isNullable(castOp.getType()))
      b.check(b.constantBool(false), {}, MOLT_CAST,
              "null cannot become " + toText(to) + "; use molt_df.coalesce first");
    return {makeEmpty(b, getRegisterType(to)), b.constantBool(false)};
  }
  bool proved = castOp.getOverflow() == df::Overflow::never;
  if (!df::isNullable(castOp.getType()) && operands[0].valid && !proved)
    b.check(operands[0].valid, {}, MOLT_CAST,
            "null cannot become " + toText(to) + "; use molt_df.coalesce first");
  bool checked = castOp.getOverflow() == df::Overflow::checked;
  if (from == to)
    return {value, {}};
  if (df::isStringCast(from, to)) {
    if (df::isTextType(to) && checked)
      b.check(b.create<str::CanParseOp>(value, TypeAttr::get(to)), when, MOLT_CAST,
              "bytes are not UTF-8; cast them with lenient for null");
    return {value, {}};
  }
  if (std::optional<df::TimeCast> timeCast = df::getTimeCast(from, to))
    return {lowerTimeCast(b, *timeCast, value, from, to, checked, when), {}};
  if (to.isInteger(1)) {
    Type type = value.getType();
    b.check(b.create<arith::OrIOp>(b.cmp(Predicate::eq, value, b.constant(type, 0)),
                                   b.cmp(Predicate::eq, value, b.constant(type, 1))),
            when, MOLT_CAST, "only 0 and 1 convert to i1");
    return {b.create<arith::TruncIOp>(b.getInt(1), value), {}};
  }
  if (from.isInteger(1))
    return {b.create<arith::ExtUIOp>(getRegisterType(to), value), {}};
  if (auto target = dyn_cast<FloatType>(to))
    return {toFloat(b, value, from, target), {}};
  if (isa<FloatType>(from))
    return {fromFloat(b, value, to, checked, when), {}};
  return {betweenIntegers(b, value, from, to, checked, when), {}};
}

/// The same, with what would be checked as the result's validity.
static ScalarValue lowerCast(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                             Value when) {
  if (!cast<df::CastOp>(op).getLenient())
    return lowerStrictCast(op, b, operands, when);
  Value valid;
  b.conditions = &valid;
  ScalarValue result = lowerStrictCast(op, b, operands, when);
  b.conditions = nullptr;
  result.valid = valid;
  return result;
}

void lowering::addCastLowerings(LoweringTable &table) {
  table.add<df::CastOp>(lowerCast);
}
