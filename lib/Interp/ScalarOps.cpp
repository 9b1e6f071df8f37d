//===- ScalarOps.cpp - Expressions of one row -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One method per operation. To add an operation: its method and its line in the
// TypeSwitch at the end.
//
//===----------------------------------------------------------------------===//

#include "ScalarOps.h"
#include "Dates.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "Numbers.h"
#include "Strings.h"
#include "Times.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace molt;
using namespace molt::interp;
using df::DecimalType;
using df::getNonNull;
using df::Overflow;
using llvm::APInt;

namespace {

/// Evaluates one operation on one row. The methods see operands that are not null,
/// but for the operations that observe null.
class Evaluator {
public:
  Evaluator(Operation *op, ArrayRef<Scalar> operands, int64_t row, Context &context)
      : op(op), operands(operands), row(row), context(context) {}

  FailureOr<Scalar> run();

private:
  FailureOr<Scalar> evaluate(df::ConstantOp);
  FailureOr<Scalar> evaluate(df::AddOp add) {
    return arithmetic(Arithmetic::Add, add.getOverflow());
  }
  FailureOr<Scalar> evaluate(df::SubOp sub) {
    return arithmetic(Arithmetic::Sub, sub.getOverflow());
  }
  FailureOr<Scalar> evaluate(df::MulOp mul) {
    return arithmetic(Arithmetic::Mul, mul.getOverflow());
  }
  FailureOr<Scalar> evaluate(df::DivOp);
  FailureOr<Scalar> evaluate(df::NegOp);
  FailureOr<Scalar> evaluate(df::AbsOp);
  FailureOr<Scalar> evaluate(df::CmpOp);
  FailureOr<Scalar> evaluate(df::AndOp);
  FailureOr<Scalar> evaluate(df::OrOp);
  FailureOr<Scalar> evaluate(df::NotOp) { return Scalar::ofBool(!operands[0].getBool()); }
  FailureOr<Scalar> evaluate(df::IsNullOp) { return Scalar::ofBool(operands[0].isNull()); }
  FailureOr<Scalar> evaluate(df::CoalesceOp) {
    return operands[0].isNull() ? operands[1] : operands[0];
  }
  FailureOr<Scalar> evaluate(df::SelectOp) {
    bool isTrue = !operands[0].isNull() && operands[0].getBool();
    return isTrue ? operands[1] : operands[2];
  }
  FailureOr<Scalar> evaluate(df::CastOp);
  FailureOr<Scalar> evaluate(df::DatePartOp);
  FailureOr<Scalar> evaluate(df::DateTruncOp);
  FailureOr<Scalar> evaluate(df::AddMonthsOp);
  FailureOr<Scalar> evaluate(df::RemOp);
  FailureOr<Scalar> evaluate(df::BitAndOp) {
    return bits([](const APInt &a, const APInt &b) { return a & b; });
  }
  FailureOr<Scalar> evaluate(df::BitOrOp) {
    return bits([](const APInt &a, const APInt &b) { return a | b; });
  }
  FailureOr<Scalar> evaluate(df::BitXorOp) {
    return bits([](const APInt &a, const APInt &b) { return a ^ b; });
  }
  FailureOr<Scalar> evaluate(df::BitNotOp);
  FailureOr<Scalar> evaluate(df::ShlOp);
  FailureOr<Scalar> evaluate(df::ShrOp);
  FailureOr<Scalar> evaluate(df::IsInOp);
  FailureOr<Scalar> evaluate(df::MathOp);
  FailureOr<Scalar> evaluate(df::PowOp) { return real(std::pow(realOperand(0), realOperand(1))); }
  FailureOr<Scalar> evaluate(str::CmpOp cmp) {
    return compareBy(cmp.getPredicate(), compare(operands[0], operands[1]));
  }
  FailureOr<Scalar> evaluate(str::ConstantOp constant) {
    return Scalar::ofString(constant.getValue().str());
  }
  FailureOr<Scalar> evaluate(str::StartsWithOp) {
    return Scalar::ofBool(StringRef(operands[0].getString()).starts_with(operands[1].getString()));
  }
  FailureOr<Scalar> evaluate(str::ContainsOp) {
    return Scalar::ofBool(operands[0].getString().find(operands[1].getString()) !=
                          std::string::npos);
  }

  FailureOr<Scalar> evaluate(str::EndsWithOp) {
    return Scalar::ofBool(StringRef(operands[0].getString()).ends_with(operands[1].getString()));
  }
  FailureOr<Scalar> evaluate(str::LikeOp like) {
    return Scalar::ofBool(
        isLike(operands[0].getString(), like.getPattern(), like.getEscape().value_or("")));
  }
  FailureOr<Scalar> evaluate(str::LengthOp) {
    return Scalar::ofInteger(toCodePoints(operands[0].getString()).size());
  }
  FailureOr<Scalar> evaluate(str::ByteLengthOp) {
    return Scalar::ofInteger(operands[0].getString().size());
  }
  FailureOr<Scalar> evaluate(str::SubstringOp) {
    return Scalar::ofString(
        substring(operands[0].getString(), operands[1].getInteger(), operands[2].getInteger()));
  }
  FailureOr<Scalar> evaluate(str::ConcatOp) {
    return string(operands[0].getString() + operands[1].getString());
  }
  FailureOr<Scalar> evaluate(str::ReplaceOp) {
    return string(
        replaceAll(operands[0].getString(), operands[1].getString(), operands[2].getString()));
  }

  FailureOr<Scalar> string(std::string text);
  FailureOr<Scalar> date(int64_t days);
  FailureOr<Scalar> bits(APInt (*combine)(const APInt &, const APInt &));
  FailureOr<Scalar> arithmetic(Arithmetic kind, Overflow overflow);
  FailureOr<Scalar> dateArithmetic(Arithmetic kind, Overflow overflow);
  FailureOr<Scalar> timeArithmetic(Arithmetic kind, Overflow overflow);
  FailureOr<Scalar> castTimeOrText(df::CastOp);
  /// The day of a timestamp or date, which has to fit date32.
  FailureOr<int64_t> dayOfOperand();
  FailureOr<Scalar> castToInteger(df::CastOp);
  FailureOr<Scalar> castToDecimal(df::CastOp);
  FailureOr<Scalar> castToReal();
  FailureOr<Scalar> castToBool(df::CastOp);
  FailureOr<Scalar> compareBy(df::CmpPredicate predicate, int order);

  /// The exact result as a value of the operation's type. One that does not fit is the
  /// error `code`, wraps around (integers only), or disproves `overflow<never>`.
  FailureOr<Scalar> fit(const APInt &exact, Overflow overflow, MoltStatus code);
  FailureOr<Scalar> fail(MoltStatus code, const Twine &message) {
    return context.fail(op, code, row, message);
  }
  /// Fails a cast, or reports the wrong proof that it cannot fail.
  FailureOr<Scalar> failCast(df::CastOp cast, const Twine &why);

  Type operandType(unsigned index) { return getNonNull(op->getOperand(index).getType()); }
  Type resultType() { return getNonNull(op->getResult(0).getType()); }
  /// An integer, decimal or date operand.
  APInt exactOperand(unsigned index) { return toWide(operands[index].getInteger()); }
  /// An integer or decimal operand, brought to a scale that is not smaller than its own.
  APInt operandAtScale(unsigned index, unsigned scale) {
    return exactOperand(index) * tenToThe(scale - scaleOf(operandType(index)));
  }
  double realOperand(unsigned index) { return toDouble(operands[index], operandType(index)); }
  std::string text(unsigned index) { return toText(operands[index], operandType(index)); }
  /// A float result, rounded to the result's type.
  Scalar real(double value) {
    return Scalar::ofReal(resultType().isF32() ? static_cast<float>(value) : value);
  }

  Operation *op;
  ArrayRef<Scalar> operands;
  int64_t row;
  Context &context;
};

} // namespace

static std::string typeText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

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
  if (auto number = dyn_cast<FloatAttr>(value))
    return Scalar::ofReal(number.getValue().isNaN() ? std::nan("") : number.getValueAsDouble());
  APInt bits = cast<IntegerAttr>(value).getValue();
  if (resultType().isInteger(1))
    return Scalar::ofBool(!bits.isZero());
  bool isUnsigned = resultType().isUnsignedInteger();
  return Scalar::ofInteger(toInt128(isUnsigned ? bits.zext(256) : bits.sext(256)));
}

FailureOr<Scalar> Evaluator::arithmetic(Arithmetic kind, Overflow overflow) {
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
// Casts
//===----------------------------------------------------------------------===//

FailureOr<Scalar> Evaluator::failCast(df::CastOp cast, const Twine &why) {
  if (cast.getLenient())
    return Scalar();
  if (cast.getOverflow() == Overflow::never)
    return fail(MOLT_INTERNAL, "a pass proved that this cannot fail, but " + text(0) + " " + why);
  return fail(MOLT_CAST, text(0) + " " + why);
}

FailureOr<Scalar> Evaluator::evaluate(df::CastOp cast) {
  if (operands[0].isNull()) {
    if (df::isNullable(cast.getType()))
      return Scalar();
    return failCast(cast, "cannot be a " + typeText(cast.getType()));
  }
  Type to = resultType();
  if (operandType(0) == to)
    return operands[0];
  context.use(operands[0]);
  Type from = operandType(0);
  if (isTime(from) || isTime(to) || df::isStringType(from) || df::isStringType(to))
    return castTimeOrText(cast);
  if (to.isInteger(1))
    return castToBool(cast);
  if (isa<FloatType>(to))
    return castToReal();
  if (isa<DecimalType>(to))
    return castToDecimal(cast);
  return castToInteger(cast);
}

FailureOr<Scalar> Evaluator::castToBool(df::CastOp cast) {
  Int128 value = operands[0].getInteger();
  if (value != 0 && value != 1)
    return failCast(cast, "is neither 0 nor 1");
  return Scalar::ofBool(value == 1);
}

FailureOr<Scalar> Evaluator::castToReal() {
  // An integer to f32 is rounded once.
  if (operands[0].isInteger() && !isa<DecimalType>(operandType(0)) && resultType().isF32())
    return Scalar::ofReal(static_cast<float>(operands[0].getInteger()));
  return real(realOperand(0));
}

FailureOr<Scalar> Evaluator::castToInteger(df::CastOp cast) {
  const Scalar &operand = operands[0];
  Overflow overflow = cast.getOverflow();
  if (overflow == Overflow::wrap && !isInteger(operandType(0)))
    overflow = Overflow::checked; // only integers wrap
  if (operand.isBool())
    return Scalar::ofInteger(operand.getBool());
  if (operand.isReal()) {
    double value = operand.getReal();
    if (!std::isfinite(value) || value != std::trunc(value))
      return failCast(cast, "is not an integer");
    if (std::fabs(value) > 0x1p100)
      return failCast(cast, "does not fit " + typeText(resultType()));
    return fit(toWide(static_cast<Int128>(value)), overflow, MOLT_CAST);
  }
  return fit(divideRounded(exactOperand(0), tenToThe(scaleOf(operandType(0)))), overflow,
             MOLT_CAST);
}

FailureOr<Scalar> Evaluator::castToDecimal(df::CastOp cast) {
  unsigned toScale = scaleOf(resultType());
  if (operands[0].isReal()) {
    double scaled = operands[0].getReal() * tenToTheAsDouble(toScale);
    if (!(std::fabs(scaled) < 0x1p127)) // also NaN; 10^38 < 2^127
      return failCast(cast, "does not fit " + typeText(resultType()));
    double rounded = std::nearbyint(scaled); // half to even in the default mode
    return fit(toWide(static_cast<Int128>(rounded)), cast.getOverflow(), MOLT_CAST);
  }
  unsigned fromScale = scaleOf(operandType(0));
  APInt value = toScale >= fromScale
                    ? operandAtScale(0, toScale)
                    : divideRounded(exactOperand(0), tenToThe(fromScale - toScale));
  return fit(value, cast.getOverflow(), MOLT_CAST);
}

FailureOr<Scalar> Evaluator::castTimeOrText(df::CastOp cast) {
  Type from = operandType(0), to = resultType();
  if (df::isStringType(to))
    return string(toTimeText(operands[0].getInteger(), from));
  Int128 value;
  if (df::isStringType(from)) {
    std::optional<Int128> read = fromTimeText(operands[0].getString(), to);
    if (!read)
      return failCast(cast, "is not a value of " + typeText(to));
    value = *read;
  } else {
    value = castTime(operands[0].getInteger(), from, to);
  }
  return fit(toWide(value), cast.getOverflow(), MOLT_CAST);
}

//===----------------------------------------------------------------------===//
// Dates
//===----------------------------------------------------------------------===//

FailureOr<int64_t> Evaluator::dayOfOperand() {
  Int128 day = operands[0].getInteger();
  if (isTime(operandType(0)))
    day = splitDay(day, operandType(0)).first;
  if (day < INT32_MIN || day > INT32_MAX) {
    (void)fail(MOLT_OVERFLOW, "the date of " + text(0) + " does not fit 32 bits of days");
    return failure();
  }
  return static_cast<int64_t>(day);
}

FailureOr<Scalar> Evaluator::evaluate(df::DatePartOp op) {
  df::DatePart part = op.getPart();
  switch (part) {
  case df::DatePart::hour:
  case df::DatePart::minute:
  case df::DatePart::second:
  case df::DatePart::millisecond:
  case df::DatePart::microsecond:
  case df::DatePart::nanosecond: {
    Int128 time = splitDay(operands[0].getInteger(), operandType(0)).second;
    return Scalar::ofInteger(partOfDay(part, time, operandType(0)));
  }
  default: {
    FailureOr<int64_t> day = dayOfOperand();
    if (failed(day))
      return failure();
    return Scalar::ofInteger(partOf(part, *day));
  }
  }
}

FailureOr<Scalar> Evaluator::evaluate(df::DateTruncOp trunc) {
  df::DateUnit unit = trunc.getUnit();
  bool isCalendar = unit == df::DateUnit::year || unit == df::DateUnit::quarter ||
                    unit == df::DateUnit::month || unit == df::DateUnit::week;
  if (isCalendar) {
    FailureOr<int64_t> day = dayOfOperand();
    if (failed(day))
      return failure();
    if (!isTime(operandType(0)))
      return date(truncate(unit, *day));
  }
  Int128 value = operands[0].getInteger();
  return fit(toWide(truncateTimestamp(unit, value, operandType(0))), Overflow::checked,
             MOLT_OVERFLOW);
}

FailureOr<Scalar> Evaluator::evaluate(df::AddMonthsOp) {
  Int128 months = operands[1].getInteger();
  // More than there are between the first date and the last, either way.
  Int128 most = 200000000;
  months = std::max(std::min(months, most), -most);
  return date(
      addMonths(static_cast<int64_t>(operands[0].getInteger()), static_cast<int64_t>(months)));
}

FailureOr<Scalar> Evaluator::date(int64_t days) {
  if (days < INT32_MIN || days > INT32_MAX)
    return fail(MOLT_OVERFLOW, "the result does not fit 32 bits of days");
  return Scalar::ofInteger(days);
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
            df::CastOp, df::DatePartOp, df::DateTruncOp, df::AddMonthsOp, df::RemOp, df::BitAndOp,
            df::BitOrOp, df::BitXorOp, df::BitNotOp, df::ShlOp, df::ShrOp, df::IsInOp, df::MathOp,
            df::PowOp, str::ConstantOp, str::CmpOp, str::StartsWithOp, str::ContainsOp,
            str::EndsWithOp, str::LikeOp, str::LengthOp, str::ByteLengthOp, str::SubstringOp,
            str::ConcatOp, str::ReplaceOp>([&](auto typedOp) { return evaluate(typedOp); })
      .Default([&](Operation *) {
        return fail(MOLT_UNSUPPORTED, "is not an expression that the interpreter knows; it runs "
                                      "molt_df and molt_str");
      });
}

FailureOr<Scalar> interp::evaluateScalarOp(Operation *op, ArrayRef<Scalar> operands, int64_t row,
                                           Context &context) {
  return Evaluator(op, operands, row, context).run();
}
