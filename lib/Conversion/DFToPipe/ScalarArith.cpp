//===- ScalarArith.cpp - Lowering of arithmetic and comparison ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace molt;
using namespace molt::lowering;

namespace {
enum class Arith { Add, Sub, Mul };
} // namespace

//===----------------------------------------------------------------------===//
// Decimals: exact integers in the narrowest type that holds the digits
//===----------------------------------------------------------------------===//

/// i64 for up to 18 digits, i128 for up to 38, i256 beyond.
static Type getTypeForDigits(ScalarBuilder &b, unsigned digits) {
  return b.getInt(digits <= 18 ? 64 : digits <= 38 ? 128 : 256);
}

/// The operand's unscaled value at `scale`, in `type`.
static Value rescale(ScalarBuilder &b, Value value, Type dfType, unsigned scale, Type type) {
  df::DecimalType decimal = df::getAsDecimal(df::getNonNull(dfType));
  bool isUnsigned = df::getNonNull(dfType).isUnsignedInteger();
  Value wide = b.extend(value, type, isUnsigned);
  if (scale == decimal.getScale())
    return wide;
  return b.create<arith::MulIOp>(
      wide, b.constant(type, df::powerOfTen(scale - decimal.getScale()).zext(256)));
}

/// |value| < 10^precision.
static Value fitsPrecision(ScalarBuilder &b, Value value, unsigned precision) {
  Type type = value.getType();
  APInt limit = df::powerOfTen(precision).zext(256) - 1;
  return b.conjunction(
      b.cmp(arith::CmpIPredicate::sle, value, b.constant(type, limit)),
      b.cmp(arith::CmpIPredicate::sge, value, b.constant(type, -limit)));
}

static const char *nameOf(Arith kind) {
  return kind == Arith::Add ? "sum" : kind == Arith::Sub ? "difference" : "product";
}

static Value createArith(ScalarBuilder &b, Arith kind, Value lhs, Value rhs) {
  switch (kind) {
  case Arith::Add:
    return b.create<arith::AddIOp>(lhs, rhs);
  case Arith::Sub:
    return b.create<arith::SubIOp>(lhs, rhs);
  case Arith::Mul:
    return b.create<arith::MulIOp>(lhs, rhs);
  }
  llvm_unreachable("unknown operation");
}

static Value lowerDecimal(ScalarBuilder &b, Arith kind, Operation *op, Value lhs, Value rhs,
                          df::DecimalType result, df::Overflow overflow, Value when) {
  Type lhsType = elementOf(op->getOperand(0)), rhsType = elementOf(op->getOperand(1));
  df::DecimalType l = df::getAsDecimal(lhsType), r = df::getAsDecimal(rhsType);
  Type resultType = getRegisterType(result);
  unsigned lhsScale = kind == Arith::Mul ? l.getScale() : result.getScale();
  unsigned rhsScale = kind == Arith::Mul ? r.getScale() : result.getScale();
  unsigned digits =
      kind == Arith::Mul
          ? l.getPrecision() + r.getPrecision()
          : std::max(l.getPrecision() + lhsScale - l.getScale(),
                     r.getPrecision() + rhsScale - r.getScale()) + 1;
  // Where the exact result is known to fit, arithmetic modulo the result's width is
  // exact.
  bool checked = overflow == df::Overflow::checked && digits > df::DecimalType::kMaxPrecision;
  Type type = checked ? getTypeForDigits(b, digits) : resultType;
  auto operand = [&](Value value, Type dfType, unsigned scale) {
    Type wide = value.getType().getIntOrFloatBitWidth() > type.getIntOrFloatBitWidth()
                    ? value.getType()
                    : type;
    return b.resize(rescale(b, value, dfType, scale, wide), type);
  };
  Value exact =
      createArith(b, kind, operand(lhs, lhsType, lhsScale), operand(rhs, rhsType, rhsScale));
  if (checked)
    b.check(fitsPrecision(b, exact, result.getPrecision()), when, MOLT_OVERFLOW,
            Twine("decimal ") + nameOf(kind) + " has more than " + Twine(result.getPrecision()) +
                " digits");
  return b.resize(exact, resultType);
}

//===----------------------------------------------------------------------===//
// Integers
//===----------------------------------------------------------------------===//

/// Whether the wrapped `result` of an operation is the exact one.
static Value isExact(ScalarBuilder &b, Arith kind, Value lhs, Value rhs, Value &result,
                     bool isUnsigned) {
  using Predicate = arith::CmpIPredicate;
  Type type = lhs.getType();
  unsigned width = type.getIntOrFloatBitWidth();
  if (kind == Arith::Mul) {
    if (width == 64) {
      auto product = isUnsigned
                         ? arith::MulUIExtendedOp::create(b.builder, b.loc, lhs, rhs).getOperation()
                         : arith::MulSIExtendedOp::create(b.builder, b.loc, lhs, rhs).getOperation();
      result = product->getResult(0);
      Value high = product->getResult(1);
      Value expected = isUnsigned ? b.constant(type, 0)
                                  : b.create<arith::ShRSIOp>(result, b.constant(type, 63));
      return b.cmp(Predicate::eq, high, expected);
    }
    Type wide = b.getInt(2 * width);
    Value product =
        b.create<arith::MulIOp>(b.extend(lhs, wide, isUnsigned), b.extend(rhs, wide, isUnsigned));
    result = b.create<arith::TruncIOp>(type, product);
    return b.cmp(Predicate::eq, b.extend(result, wide, isUnsigned), product);
  }
  result = createArith(b, kind, lhs, rhs);
  if (isUnsigned)
    return kind == Arith::Add ? b.cmp(Predicate::uge, result, lhs)
                              : b.cmp(Predicate::uge, lhs, rhs);
  // Overflow where the result's sign differs from what both operands determine.
  Value a = b.create<arith::XOrIOp>(lhs, result);
  Value c = kind == Arith::Add ? b.create<arith::XOrIOp>(rhs, result)
                               : b.create<arith::XOrIOp>(lhs, rhs);
  return b.cmp(Predicate::sge, b.create<arith::AndIOp>(a, c), b.constant(type, 0));
}

static Value lowerInteger(ScalarBuilder &b, Arith kind, Operation *op, Value lhs, Value rhs,
                          Type result, df::Overflow overflow, Value when) {
  Type type = getRegisterType(result);
  lhs = b.extend(lhs, type, elementOf(op->getOperand(0)).isUnsignedInteger());
  rhs = b.extend(rhs, type, elementOf(op->getOperand(1)).isUnsignedInteger());
  if (overflow != df::Overflow::checked)
    return createArith(b, kind, lhs, rhs);
  Value value;
  Value ok = isExact(b, kind, lhs, rhs, value, result.isUnsignedInteger());
  b.check(ok, when, MOLT_OVERFLOW,
          Twine("integer ") + nameOf(kind) + " does not fit " + Twine(type.getIntOrFloatBitWidth()) +
              " bits; cast the operands to a wider type first");
  return value;
}

std::pair<Value, Value> lowering::createExactArith(ScalarBuilder &b, df::TimeArith kind, Value lhs,
                                                   Value rhs) {
  Value value;
  Value ok = isExact(b, static_cast<Arith>(kind), lhs, rhs, value, /*isUnsigned=*/false);
  return {value, ok};
}

Value lowering::createCheckedArith(ScalarBuilder &b, df::TimeArith kind, Value lhs, Value rhs,
                                   bool checked, Value when, const Twine &what) {
  if (!checked)
    return createArith(b, static_cast<Arith>(kind), lhs, rhs);
  auto [value, ok] = createExactArith(b, kind, lhs, rhs);
  b.check(ok, when, MOLT_OVERFLOW,
          what + " does not fit " + Twine(lhs.getType().getIntOrFloatBitWidth()) + " bits");
  return value;
}

//===----------------------------------------------------------------------===//
// Floats, dates
//===----------------------------------------------------------------------===//

/// date ± days, or the days between two dates.
static Value lowerDate(ScalarBuilder &b, Arith kind, Operation *op, Value lhs, Value rhs,
                       Value when, df::Overflow overflow) {
  Type i64 = b.getInt(64);
  if (isa<df::Date32Type>(elementOf(op->getOperand(1))))
    return b.create<arith::SubIOp>(b.extend(lhs, i64, false), b.extend(rhs, i64, false));
  unsigned width = rhs.getType().getIntOrFloatBitWidth();
  Type wide = b.getInt(width < 64 ? 64 : 2 * width);
  bool isUnsigned = elementOf(op->getOperand(1)).isUnsignedInteger();
  Value days = createArith(b, kind, b.extend(lhs, wide, false), b.extend(rhs, wide, isUnsigned));
  Value result = b.create<arith::TruncIOp>(b.getInt(32), days);
  if (overflow == df::Overflow::checked)
    b.check(b.cmp(arith::CmpIPredicate::eq, b.extend(result, wide, false), days), when,
            MOLT_OVERFLOW, "date does not fit 32 bits of days");
  return result;
}

template <typename OpTy, Arith kind, typename FloatOp>
static ScalarValue lowerArith(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                              Value when) {
  df::Overflow overflow = cast<OpTy>(op).getOverflow();
  Value lhs = operands[0].value, rhs = operands[1].value;
  Type result = elementOf(op->getResult(0));
  if (isa<df::IntervalType>(elementOf(op->getOperand(0))) ||
      isa<df::IntervalType>(elementOf(op->getOperand(1))))
    return {lowerIntervalArith(b, static_cast<df::TimeArith>(kind), op, lhs, rhs, when), {}};
  if (df::isTimeType(result))
    return {lowerTimeArith(b, static_cast<df::TimeArith>(kind), op, lhs, rhs,
                           overflow == df::Overflow::checked, when),
            {}};
  if (isa<df::Date32Type>(elementOf(op->getOperand(0))))
    return {lowerDate(b, kind, op, lhs, rhs, when, overflow), {}};
  if (auto floatType = dyn_cast<FloatType>(result))
    return {b.create<FloatOp>(toFloat(b, lhs, elementOf(op->getOperand(0)), floatType),
                              toFloat(b, rhs, elementOf(op->getOperand(1)), floatType)),
            {}};
  if (auto decimal = dyn_cast<df::DecimalType>(result))
    return {lowerDecimal(b, kind, op, lhs, rhs, decimal, overflow, when), {}};
  return {lowerInteger(b, kind, op, lhs, rhs, result, overflow, when), {}};
}

//===----------------------------------------------------------------------===//
// Division and negation
//===----------------------------------------------------------------------===//

static ScalarValue lowerDiv(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  using Predicate = arith::CmpIPredicate;
  auto div = cast<df::DivOp>(op);
  Value lhs = operands[0].value, rhs = operands[1].value;
  Type lhsType = elementOf(div.getLhs()), rhsType = elementOf(div.getRhs());
  Type result = elementOf(op->getResult(0));
  if (auto floatType = dyn_cast<FloatType>(result))
    return {b.create<arith::DivFOp>(toFloat(b, lhs, lhsType, floatType),
                                    toFloat(b, rhs, rhsType, floatType)),
            {}};
  auto decimal = dyn_cast<df::DecimalType>(result);
  Type type = getRegisterType(result);
  if (decimal) {
    df::DecimalType l = df::getAsDecimal(lhsType), r = df::getAsDecimal(rhsType);
    unsigned scale = decimal.getScale() + r.getScale();
    type = getTypeForDigits(b, std::max({l.getPrecision() + scale - l.getScale(),
                                         r.getPrecision(), decimal.getPrecision()}));
    lhs = rescale(b, lhs, lhsType, scale, type);
    rhs = b.extend(rhs, type, rhsType.isUnsignedInteger());
  } else {
    lhs = b.extend(lhs, type, lhsType.isUnsignedInteger());
    rhs = b.extend(rhs, type, rhsType.isUnsignedInteger());
  }
  Value nonZero = b.cmp(Predicate::ne, rhs, b.constant(type, 0));
  Value valid;
  if (div.getZeroIsNull())
    valid = nonZero;
  else
    b.check(nonZero, when, MOLT_DIVISION_BY_ZERO,
            "division by zero; use zero_is_null for a null instead");
  // Whatever the row, the divisor that the processor sees is harmless.
  Value safe = nonZero;
  if (!result.isUnsignedInteger() && !decimal) {
    unsigned width = type.getIntOrFloatBitWidth();
    Value overflow = b.conjunction(
        b.cmp(Predicate::eq, lhs, b.constant(type, APInt::getSignedMinValue(width))),
        b.cmp(Predicate::eq, rhs, b.constant(type, -1)));
    Value fits = b.negation(overflow);
    b.check(fits, when, MOLT_OVERFLOW, "integer quotient does not fit; the dividend is the smallest "
                                       "integer and the divisor -1");
    safe = b.conjunction(safe, fits);
  }
  Value divisor = b.create<arith::SelectOp>(safe, rhs, b.constant(type, 1));
  if (!decimal)
    return {result.isUnsignedInteger() ? b.create<arith::DivUIOp>(lhs, divisor)
                                       : b.create<arith::DivSIOp>(lhs, divisor),
            valid};
  Value quotient = divideRounded(b, lhs, divisor);
  df::DecimalType l = df::getAsDecimal(lhsType), r = df::getAsDecimal(rhsType);
  if (l.getPrecision() - l.getScale() + r.getScale() + decimal.getScale() >
      df::DecimalType::kMaxPrecision)
    b.check(fitsPrecision(b, quotient, decimal.getPrecision()), b.conjunction(when, nonZero),
            MOLT_OVERFLOW, "decimal quotient has more than 38 digits");
  return {b.resize(quotient, getRegisterType(result)), valid};
}

static ScalarValue lowerRem(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  using Predicate = arith::CmpIPredicate;
  auto rem = cast<df::RemOp>(op);
  Value lhs = operands[0].value, rhs = operands[1].value;
  Type lhsType = elementOf(rem.getLhs()), rhsType = elementOf(rem.getRhs());
  Type result = elementOf(op->getResult(0)), type = getRegisterType(result);
  if (auto floatType = dyn_cast<FloatType>(result))
    return {b.create<arith::RemFOp>(toFloat(b, lhs, lhsType, floatType),
                                    toFloat(b, rhs, rhsType, floatType)),
            {}};
  if (auto decimal = dyn_cast<df::DecimalType>(result)) {
    lhs = rescale(b, lhs, lhsType, decimal.getScale(), type);
    rhs = rescale(b, rhs, rhsType, decimal.getScale(), type);
  } else {
    lhs = b.extend(lhs, type, lhsType.isUnsignedInteger());
    rhs = b.extend(rhs, type, rhsType.isUnsignedInteger());
  }
  Value nonZero = b.cmp(Predicate::ne, rhs, b.constant(type, 0));
  if (!rem.getZeroIsNull())
    b.check(nonZero, when, MOLT_DIVISION_BY_ZERO,
            "remainder of a division by zero; use zero_is_null for a null instead");
  // Processors trap on the smallest integer by -1; by 1 the remainder is the same.
  Value one = b.constant(type, 1), safe = nonZero;
  if (!result.isUnsignedInteger())
    safe = b.conjunction(safe, b.cmp(Predicate::ne, rhs, b.constant(type, -1)));
  Value divisor = b.create<arith::SelectOp>(safe, rhs, one);
  Value value = result.isUnsignedInteger() ? b.create<arith::RemUIOp>(lhs, divisor)
                                           : b.create<arith::RemSIOp>(lhs, divisor);
  return {value, rem.getZeroIsNull() ? nonZero : Value()};
}

static ScalarValue lowerNeg(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  auto neg = cast<df::NegOp>(op);
  Value operand = operands[0].value;
  Type type = operand.getType(), result = elementOf(op->getResult(0));
  if (isa<FloatType>(type))
    return {b.create<arith::NegFOp>(operand), {}};
  if (isa<df::IntervalType>(result))
    return {lowerIntervalNeg(b, operand, when), {}};
  if (neg.getOverflow() == df::Overflow::checked && !isa<df::DecimalType>(result)) {
    bool isUnsigned = result.isUnsignedInteger();
    Value limit = isUnsigned
                      ? b.constant(type, 0)
                      : b.constant(type, APInt::getSignedMinValue(type.getIntOrFloatBitWidth()));
    b.check(b.cmp(isUnsigned ? arith::CmpIPredicate::eq : arith::CmpIPredicate::ne, operand, limit),
            when, MOLT_OVERFLOW, "negated integer does not fit its type");
  }
  return {b.create<arith::SubIOp>(b.constant(type, 0), operand), {}};
}

static ScalarValue lowerAbs(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  Value operand = operands[0].value;
  Type type = operand.getType(), result = elementOf(op->getResult(0));
  if (isa<FloatType>(type))
    return {b.create<math::AbsFOp>(operand), {}};
  if (result.isUnsignedInteger())
    return {operand, {}};
  if (cast<df::AbsOp>(op).getOverflow() == df::Overflow::checked && !isa<df::DecimalType>(result))
    b.check(b.cmp(arith::CmpIPredicate::ne, operand,
                  b.constant(type, APInt::getSignedMinValue(type.getIntOrFloatBitWidth()))),
            when, MOLT_OVERFLOW, "absolute value does not fit its type");
  return {b.create<math::AbsIOp>(operand), {}};
}

//===----------------------------------------------------------------------===//
// Comparison
//===----------------------------------------------------------------------===//

static arith::CmpIPredicate getPredicate(df::CmpPredicate predicate, bool isUnsigned) {
  using P = arith::CmpIPredicate;
  switch (predicate) {
  case df::CmpPredicate::eq:
    return P::eq;
  case df::CmpPredicate::ne:
    return P::ne;
  case df::CmpPredicate::lt:
    return isUnsigned ? P::ult : P::slt;
  case df::CmpPredicate::le:
    return isUnsigned ? P::ule : P::sle;
  case df::CmpPredicate::gt:
    return isUnsigned ? P::ugt : P::sgt;
  case df::CmpPredicate::ge:
    return isUnsigned ? P::uge : P::sge;
  }
  llvm_unreachable("unknown predicate");
}

/// The total order on floats, from two IEEE comparisons each.
static Value compareFloats(ScalarBuilder &b, df::CmpPredicate predicate, Value x, Value y) {
  using F = arith::CmpFPredicate;
  auto isNaN = [&](Value v) { return b.create<arith::CmpFOp>(F::UNO, v, v); };
  auto less = [&](Value p, Value q) {
    // p < q, or q is NaN and p is not.
    Value ordered = b.create<arith::CmpFOp>(F::OLT, p, q);
    return b.create<arith::OrIOp>(ordered,
                                  b.create<arith::AndIOp>(isNaN(q), b.negation(isNaN(p))));
  };
  switch (predicate) {
  case df::CmpPredicate::eq:
  case df::CmpPredicate::ne: {
    Value equal = b.create<arith::OrIOp>(b.create<arith::CmpFOp>(F::OEQ, x, y),
                                         b.create<arith::AndIOp>(isNaN(x), isNaN(y)));
    return predicate == df::CmpPredicate::eq ? equal : b.negation(equal);
  }
  case df::CmpPredicate::lt:
    return less(x, y);
  case df::CmpPredicate::gt:
    return less(y, x);
  case df::CmpPredicate::le:
    return b.negation(less(y, x));
  case df::CmpPredicate::ge:
    return b.negation(less(x, y));
  }
  llvm_unreachable("unknown predicate");
}

static ScalarValue lowerCmp(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value) {
  auto cmp = cast<df::CmpOp>(op);
  Value lhs = operands[0].value, rhs = operands[1].value;
  Type lhsType = elementOf(cmp.getLhs()), rhsType = elementOf(cmp.getRhs());
  Type common = lhsType == rhsType ? lhsType : df::promoteNumeric(lhsType, rhsType);
  if (auto floatType = dyn_cast<FloatType>(common))
    return {compareFloats(b, cmp.getPredicate(), toFloat(b, lhs, lhsType, floatType),
                          toFloat(b, rhs, rhsType, floatType)),
            {}};
  bool isUnsigned = common.isUnsignedInteger() || common.isInteger(1);
  if (isa<df::IntervalType>(common)) {
    lhs = encodeIntervalOrder(b, lhs);
    rhs = encodeIntervalOrder(b, rhs);
  } else if (isa<df::DecimalType>(common)) {
    df::DecimalType l = df::getAsDecimal(lhsType), r = df::getAsDecimal(rhsType);
    unsigned scale = std::max(l.getScale(), r.getScale());
    unsigned whole =
        std::max(l.getPrecision() - l.getScale(), r.getPrecision() - r.getScale());
    Type type = getTypeForDigits(b, whole + scale);
    if (type.getIntOrFloatBitWidth() <
        std::max(lhs.getType().getIntOrFloatBitWidth(), rhs.getType().getIntOrFloatBitWidth()))
      type = b.getInt(128);
    lhs = rescale(b, lhs, lhsType, scale, type);
    rhs = rescale(b, rhs, rhsType, scale, type);
  } else if (lhsType != rhsType) {
    // Not the register types: i32 and ui32 share one, and meet in i64.
    Type type = getRegisterType(common);
    lhs = b.extend(lhs, type, lhsType.isUnsignedInteger());
    rhs = b.extend(rhs, type, rhsType.isUnsignedInteger());
  }
  return {b.cmp(getPredicate(cmp.getPredicate(), isUnsigned), lhs, rhs), {}};
}

/// One comparison per value: they are few, and a lane has no branches.
static ScalarValue lowerIsIn(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                             Value) {
  Value operand = operands[0].value, found;
  Type type = elementOf(op->getOperand(0));
  if (isa<df::IntervalType>(type))
    operand = canonicalizeInterval(b, operand);
  for (const ScalarValue &candidate : operands.drop_front()) {
    Value equal;
    if (isa<FloatType>(type))
      equal = compareFloats(b, df::CmpPredicate::eq, operand, candidate.value);
    else if (isa<df::IntervalType>(type))
      equal = b.cmp(arith::CmpIPredicate::eq, operand, canonicalizeInterval(b, candidate.value));
    else if (df::isStringType(type))
      equal = b.create<str::CmpOp>(df::CmpPredicate::eq, operand, candidate.value);
    else
      equal = b.cmp(arith::CmpIPredicate::eq, operand, candidate.value);
    found = found ? b.create<arith::OrIOp>(found, equal) : equal;
  }
  return {found ? found : b.constantBool(false), {}};
}

void lowering::addArithmeticLowerings(LoweringTable &table) {
  table.add<df::AddOp>(lowerArith<df::AddOp, Arith::Add, arith::AddFOp>);
  table.add<df::SubOp>(lowerArith<df::SubOp, Arith::Sub, arith::SubFOp>);
  table.add<df::MulOp>(lowerArith<df::MulOp, Arith::Mul, arith::MulFOp>);
  table.add<df::DivOp>(lowerDiv);
  table.add<df::RemOp>(lowerRem);
  table.add<df::NegOp>(lowerNeg);
  table.add<df::AbsOp>(lowerAbs);
  table.add<df::CmpOp>(lowerCmp);
  table.add<df::IsInOp>(lowerIsIn);
}
