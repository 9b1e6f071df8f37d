//===- ScalarOps.cpp - Expressions of one row -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One method of the Evaluator per operation. To add an operation: its method (those of casts and
// dates are in ScalarCasts.cpp) and its line in the TypeSwitch at the end.
//
//===----------------------------------------------------------------------===//

#include "Evaluator.h"
#include "Times.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace molt;
using namespace molt::interp;
using df::DecimalType;
using df::getNonNull;
using df::Overflow;
using llvm::APInt;

FailureOr<Scalar> Evaluator::fit(const APInt &exact, Overflow overflow, MoltStatus code) {
  Type type = resultType();
  if (holds(type, exact))
    return Scalar::ofInteger(toInt128(exact));
  if (auto cast = dyn_cast<df::CastOp>(op); cast && cast.getLenient())
    return Scalar();
  if (overflow == Overflow::wrap && isInteger(type))
    return Scalar::ofInteger(toInt128(wrap(type, exact)));
  std::string value = toText(exact, scaleOf(type));
  if (overflow == Overflow::never)
    return fail(MOLT_INTERNAL, "a pass proved that this cannot overflow, but the result " + value +
                                   " does not fit " + typeText(type));
  return fail(code, "the result " + value + " does not fit " + typeText(type));
}

FailureOr<Scalar> Evaluator::string(std::string text) {
  if (text.size() > 2147483647)
    return fail(MOLT_OUT_OF_MEMORY, "a string of " + Twine(text.size()) +
                                        " bytes was to be made; at most 2147483647 are possible");
  return Scalar::ofString(std::move(text));
}

//===----------------------------------------------------------------------===//
// Constants and arithmetic
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::evaluate(df::ConstantOp constant) {
  Attribute value = constant.getValue();
  if (isa<df::NullAttr>(value))
    return Scalar();
  if (auto text = dyn_cast<StringAttr>(value))
    return Scalar::ofString(text.getValue().str());
  if (auto interval = dyn_cast<df::IntervalAttr>(value))
    return Scalar::ofInterval({interval.getMonths(), interval.getDays(), interval.getMicros()});
  if (auto number = dyn_cast<FloatAttr>(value))
    return Scalar::ofReal(number.getValue().isNaN() ? std::nan("") : number.getValueAsDouble());
  APInt bits = cast<IntegerAttr>(value).getValue();
  if (resultType().isInteger(1))
    return Scalar::ofBool(!bits.isZero());
  bool isUnsigned = resultType().isUnsignedInteger();
  return Scalar::ofInteger(toInt128(isUnsigned ? bits.zext(256) : bits.sext(256)));
}

FailureOr<Scalar> Evaluator::arithmetic(Arithmetic kind, Overflow overflow) {
  if (isa<df::IntervalType>(operandType(0)) || isa<df::IntervalType>(operandType(1)))
    return intervalArithmetic(kind);
  if (isTime(resultType()))
    return timeArithmetic(kind, overflow);
  if (isa<df::Date32Type>(operandType(0)))
    return dateArithmetic(kind, overflow);
  Type type = resultType();
  if (resultOf(kind, operandType(0), operandType(1)) != type)
    return fail(MOLT_INTERNAL,
                "result type " + typeText(type) + " contradicts the promotion rules");
  if (isa<FloatType>(type)) {
    // One f64 operation rounded to f32 is the f32 operation (53 ≥ 2 · 24 + 2 bits).
    double a = realOperand(0), b = realOperand(1);
    return real(kind == Arithmetic::Add ? a + b : kind == Arithmetic::Sub ? a - b : a * b);
  }
  if (kind == Arithmetic::Mul)
    return fit(exactOperand(0) * exactOperand(1), overflow, MOLT_OVERFLOW);
  APInt a = operandAtScale(0, scaleOf(type)), b = operandAtScale(1, scaleOf(type));
  return fit(kind == Arithmetic::Add ? a + b : a - b, overflow, MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::dateArithmetic(Arithmetic kind, Overflow overflow) {
  APInt a = exactOperand(0), b = exactOperand(1);
  return fit(kind == Arithmetic::Add ? a + b : a - b, overflow, MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::timeArithmetic(Arithmetic kind, Overflow overflow) {
  APInt values[2];
  for (unsigned i : {0, 1}) {
    values[i] = exactOperand(i);
    if (!isa<df::Date32Type>(operandType(i)))
      continue;
    values[i] = toWide(castTime(operands[i].getInteger(), operandType(i), resultType()));
    if (FailureOr<Scalar> midnight = fit(values[i], overflow, MOLT_OVERFLOW); failed(midnight))
      return midnight;
  }
  APInt exact = kind == Arithmetic::Add   ? values[0] + values[1]
                : kind == Arithmetic::Sub ? values[0] - values[1]
                                          : values[0] * values[1];
  return fit(exact, overflow, MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::DivOp div) {
  Type type = resultType();
  if (resultOf(Arithmetic::Div, operandType(0), operandType(1)) != type)
    return fail(MOLT_INTERNAL,
                "result type " + typeText(type) + " contradicts the promotion rules");
  if (isa<FloatType>(type))
    return real(realOperand(0) / realOperand(1));
  APInt divisor = exactOperand(1);
  if (divisor.isZero()) {
    if (div.getZeroIsNull())
      return Scalar();
    return fail(MOLT_DIVISION_BY_ZERO, text(0) + " is divided by zero");
  }
  if (isInteger(type)) // sdiv truncates towards zero
    return fit(exactOperand(0).sdiv(divisor), Overflow::checked, MOLT_OVERFLOW);
  // (a / 10^s1) / (b / 10^s2) = a · 10^(s + s2 - s1) / b / 10^s
  unsigned shift = scaleOf(type) + scaleOf(operandType(1)) - scaleOf(operandType(0));
  return fit(divideRounded(exactOperand(0) * tenToThe(shift), divisor), Overflow::checked,
             MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::NegOp neg) {
  if (isa<FloatType>(resultType()))
    return Scalar::ofReal(-operands[0].getReal());
  if (operands[0].isInterval()) {
    const Interval &value = operands[0].getInterval();
    return interval(-Int128(value.months), -Int128(value.days), -Int128(value.micros));
  }
  return fit(-exactOperand(0), neg.getOverflow(), MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::AbsOp abs) {
  if (isa<FloatType>(resultType()))
    return Scalar::ofReal(std::fabs(operands[0].getReal()));
  return fit(exactOperand(0).abs(), abs.getOverflow(), MOLT_OVERFLOW);
}

//===----------------------------------------------------------------------===//
// Comparison and logic
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::compareBy(df::CmpPredicate predicate, int order) {
  switch (predicate) {
  case df::CmpPredicate::eq:
    return Scalar::ofBool(order == 0);
  case df::CmpPredicate::ne:
    return Scalar::ofBool(order != 0);
  case df::CmpPredicate::lt:
    return Scalar::ofBool(order < 0);
  case df::CmpPredicate::le:
    return Scalar::ofBool(order <= 0);
  case df::CmpPredicate::gt:
    return Scalar::ofBool(order > 0);
  case df::CmpPredicate::ge:
    return Scalar::ofBool(order >= 0);
  }
  llvm_unreachable("unknown predicate");
}

FailureOr<Scalar> Evaluator::evaluate(df::CmpOp cmp) {
  Type lhs = operandType(0), rhs = operandType(1);
  int order;
  if (lhs == rhs) {
    order = compare(operands[0], operands[1]);
  } else if (isa<FloatType>(lhs) || isa<FloatType>(rhs)) {
    order = compare(Scalar::ofReal(realOperand(0)), Scalar::ofReal(realOperand(1)));
  } else {
    unsigned scale = std::max(scaleOf(lhs), scaleOf(rhs));
    APInt a = operandAtScale(0, scale), b = operandAtScale(1, scale);
    order = a.slt(b) ? -1 : a.sgt(b) ? 1 : 0;
  }
  return compareBy(cmp.getPredicate(), order);
}

FailureOr<Scalar> Evaluator::evaluate(df::AndOp) {
  const Scalar &a = operands[0], &b = operands[1];
  if ((!a.isNull() && !a.getBool()) || (!b.isNull() && !b.getBool()))
    return Scalar::ofBool(false);
  if (a.isNull() || b.isNull())
    return Scalar();
  return Scalar::ofBool(true);
}

FailureOr<Scalar> Evaluator::evaluate(df::OrOp) {
  const Scalar &a = operands[0], &b = operands[1];
  if ((!a.isNull() && a.getBool()) || (!b.isNull() && b.getBool()))
    return Scalar::ofBool(true);
  if (a.isNull() || b.isNull())
    return Scalar();
  return Scalar::ofBool(false);
}

//===----------------------------------------------------------------------===//
// Remainders, bits, membership, functions
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::evaluate(df::RemOp rem) {
  Type type = resultType();
  if (isa<FloatType>(type))
    return real(std::fmod(realOperand(0), realOperand(1)));
  APInt a = operandAtScale(0, scaleOf(type)), b = operandAtScale(1, scaleOf(type));
  if (b.isZero()) {
    if (rem.getZeroIsNull())
      return Scalar();
    return fail(MOLT_DIVISION_BY_ZERO, text(0) + " is divided by zero");
  }
  // x - y * trunc(x / y)
  return fit(a - b * a.sdiv(b), Overflow::checked, MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::bits(APInt (*combine)(const APInt &, const APInt &)) {
  return Scalar::ofInteger(toInt128(wrap(resultType(), combine(exactOperand(0), exactOperand(1)))));
}

FailureOr<Scalar> Evaluator::evaluate(df::BitNotOp) {
  return Scalar::ofInteger(toInt128(wrap(resultType(), -exactOperand(0) - 1)));
}

FailureOr<Scalar> Evaluator::evaluate(df::ShlOp shl) {
  Int128 count = operands[1].getInteger();
  if (count < 0)
    return fail(MOLT_OVERFLOW, "shift by " + text(1) + " bits, a negative number");
  APInt result = exactOperand(0);
  for (Int128 i = 0; i < std::min<Int128>(count, 128); ++i)
    result = result * 2;
  return fit(result, shl.getOverflow(), MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::ShrOp) {
  Int128 count = operands[1].getInteger(), result = operands[0].getInteger();
  if (count < 0)
    return fail(MOLT_OVERFLOW, "shift by " + text(1) + " bits, a negative number");
  for (Int128 i = 0; i < std::min<Int128>(count, 128); ++i)
    result = (result - (result % 2 != 0 && result < 0)) / 2;
  return Scalar::ofInteger(result);
}

FailureOr<Scalar> Evaluator::evaluate(df::IsInOp) {
  for (const Scalar &value : operands.drop_front())
    if (compare(operands[0], value) == 0)
      return Scalar::ofBool(true);
  return Scalar::ofBool(false);
}

FailureOr<Scalar> Evaluator::evaluate(df::MathOp math) {
  double x = operands[0].getReal();
  switch (math.getFunction()) {
  case df::MathFunction::sqrt:
    return real(std::sqrt(x));
  case df::MathFunction::floor:
    return real(std::floor(x));
  case df::MathFunction::ceil:
    return real(std::ceil(x));
  case df::MathFunction::trunc:
    return real(std::trunc(x));
  case df::MathFunction::round:
    return real(std::round(x));
  case df::MathFunction::sign:
    return real(x > 0 ? 1 : x < 0 ? -1 : x);
  case df::MathFunction::exp:
    return real(std::exp(x));
  case df::MathFunction::ln:
    return real(std::log(x));
  case df::MathFunction::log2:
    return real(std::log2(x));
  case df::MathFunction::log10:
    return real(std::log10(x));
  case df::MathFunction::sin:
    return real(std::sin(x));
  case df::MathFunction::cos:
    return real(std::cos(x));
  case df::MathFunction::tan:
    return real(std::tan(x));
  }
  llvm_unreachable("unknown function");
}

//===----------------------------------------------------------------------===//
// Dispatch
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::run() {
  // These observe null; they choose among their operands and do not compute with them.
  if (!isa<df::AndOp, df::OrOp, df::IsNullOp, df::CoalesceOp, df::SelectOp, df::CastOp>(op)) {
    for (const Scalar &operand : operands)
      if (operand.isNull())
        return Scalar();
    for (const Scalar &operand : operands)
      context.use(operand);
  }
  return llvm::TypeSwitch<Operation *, FailureOr<Scalar>>(op)
      .Case<df::ConstantOp, df::AddOp, df::SubOp, df::MulOp, df::DivOp, df::NegOp, df::AbsOp,
            df::CmpOp, df::AndOp, df::OrOp, df::NotOp, df::IsNullOp, df::CoalesceOp, df::SelectOp,
            df::CastOp, df::DatePartOp, df::DateTruncOp, df::AddMonthsOp, df::MakeIntervalOp,
            df::RemOp, df::BitAndOp, df::BitOrOp, df::BitXorOp, df::BitNotOp, df::ShlOp, df::ShrOp,
            df::IsInOp, df::MathOp, df::PowOp, str::ConstantOp, str::CmpOp, str::ContainsOp,
            str::LikeOp, str::LengthOp, str::ByteLengthOp, str::SubstringOp, str::ConcatOp>(
          [&](auto typedOp) { return evaluate(typedOp); })
      .Case([&](str::FunctionOpInterface typedOp) { return function(typedOp); })
      .Default([&](Operation *) {
        return fail(MOLT_UNSUPPORTED, "is not an expression that the interpreter knows; it runs "
                                      "molt_df and molt_str");
      });
}

FailureOr<Scalar> interp::evaluateScalarOp(Operation *op, ArrayRef<Scalar> operands, int64_t row,
                                           Context &context) {
  return Evaluator(op, operands, row, context).run();
}
