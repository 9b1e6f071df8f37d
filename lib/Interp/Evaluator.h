//===- Evaluator.h - One operation on one row ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_EVALUATOR_H
#define MOLT_LIB_INTERP_EVALUATOR_H

#include "Dates.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "Numbers.h"
#include "ScalarOps.h"
#include "Strings.h"
#include "llvm/Support/raw_ostream.h"
#include <cmath>

namespace molt::interp {

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
  FailureOr<Scalar> evaluate(df::MakeIntervalOp);
  FailureOr<Scalar> evaluate(df::RemOp);
  FailureOr<Scalar> evaluate(df::BitAndOp) {
    return bits([](const llvm::APInt &a, const llvm::APInt &b) { return a & b; });
  }
  FailureOr<Scalar> evaluate(df::BitOrOp) {
    return bits([](const llvm::APInt &a, const llvm::APInt &b) { return a | b; });
  }
  FailureOr<Scalar> evaluate(df::BitXorOp) {
    return bits([](const llvm::APInt &a, const llvm::APInt &b) { return a ^ b; });
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
  FailureOr<Scalar> evaluate(str::ContainsOp) {
    return Scalar::ofBool(operands[0].getString().find(operands[1].getString()) !=
                          std::string::npos);
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
  // StringFunctions.cpp
  FailureOr<Scalar> function(str::FunctionOpInterface function);
  FailureOr<Scalar> encode(str::EncodeOp);
  FailureOr<Scalar> decode(str::DecodeOp);

  FailureOr<Scalar> string(std::string text);
  FailureOr<Scalar> date(int64_t days);
  FailureOr<Scalar> bits(llvm::APInt (*combine)(const llvm::APInt &, const llvm::APInt &));
  FailureOr<Scalar> arithmetic(Arithmetic kind, df::Overflow overflow);
  FailureOr<Scalar> dateArithmetic(Arithmetic kind, df::Overflow overflow);
  FailureOr<Scalar> timeArithmetic(Arithmetic kind, df::Overflow overflow);
  FailureOr<Scalar> castTimeOrText(df::CastOp);
  // Intervals.cpp
  FailureOr<Scalar> interval(Int128 months, Int128 days, Int128 micros);
  FailureOr<Scalar> intervalArithmetic(Arithmetic kind);
  FailureOr<Scalar> addToTime(Arithmetic kind);
  FailureOr<Scalar> castInterval(df::CastOp);
  /// The day of a timestamp or date, which has to fit date32.
  FailureOr<int64_t> dayOfOperand();
  FailureOr<Scalar> castToInteger(df::CastOp);
  FailureOr<Scalar> castToDecimal(df::CastOp);
  FailureOr<Scalar> castToReal();
  FailureOr<Scalar> castToBool(df::CastOp);
  FailureOr<Scalar> compareBy(df::CmpPredicate predicate, int order);

  /// The exact result as a value of the operation's type. One that does not fit is the
  /// error `code`, wraps around (integers only), or disproves `overflow<never>`.
  FailureOr<Scalar> fit(const llvm::APInt &exact, df::Overflow overflow, MoltStatus code);
  FailureOr<Scalar> fail(MoltStatus code, const Twine &message) {
    return context.fail(op, code, row, message);
  }
  /// Fails a cast, or reports the wrong proof that it cannot fail.
  FailureOr<Scalar> failCast(df::CastOp cast, const Twine &why);

  Type operandType(unsigned index) { return df::getNonNull(op->getOperand(index).getType()); }
  Type resultType() { return df::getNonNull(op->getResult(0).getType()); }
  /// An integer, decimal or date operand.
  llvm::APInt exactOperand(unsigned index) { return toWide(operands[index].getInteger()); }
  /// An integer or decimal operand, brought to a scale that is not smaller than its own.
  llvm::APInt operandAtScale(unsigned index, unsigned scale) {
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

inline std::string typeText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_EVALUATOR_H
