//===- Numbers.cpp - Remainders, bits and functions of floats in SQL ------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Target/DuckDBSQL.h"
#include "ScalarOps.h"

using namespace molt;
using namespace molt::sql;
using df::DecimalType;
using df::getNonNull;

static Type operandType(Operation *op, unsigned index) {
  return getNonNull(op->getOperand(index).getType());
}
static Type resultType(Operation *op) { return getNonNull(op->getResult(0).getType()); }

/// An operand in the type in which Molt computes.
static std::string promoted(Operation *op, unsigned index, Operands operands) {
  return convert(operands[index], operandType(op, index), resultType(op)).asOperand();
}

//===----------------------------------------------------------------------===//
// Remainders
//===----------------------------------------------------------------------===//

/// An unscaled value at the scale of the result, as HUGEINT: it has at most 38 digits.
static std::string unscaledTo(df::RemOp op, unsigned index, Operands operands) {
  Type type = operandType(op, index);
  unsigned shift = cast<DecimalType>(resultType(op)).getScale() - df::getAsDecimal(type).getScale();
  std::string text = toUnscaled(operands[index], type).asOperand();
  return shift == 0 ? text : "(" + text + " * " + powerOfTen(shift) + ")";
}

static Expr remainder(df::RemOp op, Operands operands) {
  Type type = resultType(op);
  if (auto decimal = dyn_cast<DecimalType>(type))
    return fromUnscaled(unscaledTo(op, 0, operands) + " % " + unscaledTo(op, 1, operands), decimal);
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer || integer.isUnsigned())
    return infix(promoted(op, 0, operands), "%", promoted(op, 1, operands));
  // DuckDB calls the smallest integer % -1 an overflow.
  return castTo(
      infix(castTo(operands[0], "HUGEINT").text, "%", castTo(operands[1], "HUGEINT").text).text,
      getDuckDBType(type));
}

static FailureOr<Expr> renderRem(df::RemOp op, Operands operands) {
  Expr result = remainder(op, operands);
  if (isa<FloatType>(resultType(op)) || op.getZeroIsNull())
    return result;
  return choose(operands[1] + " = 0 AND " + operands[0] + " IS NOT NULL",
                failWith(op, "division by zero").text, result.text);
}

//===----------------------------------------------------------------------===//
// Bits
//===----------------------------------------------------------------------===//

/// 2^count as HUGEINT, of a count that is capped where no bit is left.
static std::string powerOf(StringRef count) {
  std::string capped = choose((count + " > 64").str(), "64", count).text;      // least ignores null
  return castTo(call("pow", {std::string("2"), capped}).text, "HUGEINT").text; // exact in DOUBLE
}

static Expr failIfNegative(Operation *op, Operands operands, const Expr &otherwise) {
  if (operandType(op, 1).isUnsignedInteger())
    return otherwise;
  return choose(operands[1] + " < 0 AND " + operands[0] + " IS NOT NULL",
                failWith(op, "the count is negative").text, otherwise.text);
}

static LogicalResult emitNoShift(Operation *op) {
  return op->emitError("has no translation for i128 to DuckDB's SQL, as 2^127 is no HUGEINT; shift a "
                       "narrower type, or run the program with molt-run");
}

static FailureOr<Expr> renderShl(df::ShlOp op, Operands operands) {
  auto type = cast<IntegerType>(resultType(op));
  if (type.getWidth() == 128)
    return emitNoShift(op);
  std::string product = castTo(operands[0], "HUGEINT").text + " * " + powerOf(operands[1]);
  if (op.getOverflow() != df::Overflow::wrap)
    return failIfNegative(op, operands, castTo(product, getDuckDBType(type)));
  // Nothing is left; x ^ x is null for null.
  return failIfNegative(op, operands,
                        choose(operands[1] + " >= " + std::to_string(type.getWidth()),
                               call("xor", {operands[0], operands[0]}).text,
                               wrapTo(product, type).text));
}

static FailureOr<Expr> renderShr(df::ShrOp op, Operands operands) {
  if (resultType(op).isInteger(128))
    return emitNoShift(op);
  std::string x = castTo(operands[0], "HUGEINT").text, power = powerOf(operands[1]);
  // Division truncates: of -1 - x, which is not negative, it is that of the bits inverted.
  std::string quotient =
      choose(operands[0] + " < 0", "-1 - (-1 - " + x + ") // " + power, x + " // " + power).text;
  return failIfNegative(op, operands, castTo(quotient, getDuckDBType(resultType(op))));
}

template <typename OpTy> static void addBits(ScalarTable &table, StringRef symbol) {
  addScalar<OpTy>(table, [symbol](OpTy op, Operands operands) -> FailureOr<Expr> {
    std::string a = promoted(op, 0, operands), b = promoted(op, 1, operands);
    return symbol == "xor" ? call("xor", {a, b}) : infix(a, symbol, b);
  });
}

//===----------------------------------------------------------------------===//
// Functions of floats
//===----------------------------------------------------------------------===//

/// A function that DuckDB has on DOUBLE, whose result is one; NaN where it has an error.
static Expr functionOf(df::MathOp op, const std::string &x) {
  const std::string nan = "'nan'::DOUBLE";
  StringRef name = df::stringifyMathFunction(op.getFunction());
  Expr plain = call(name, x);
  switch (op.getFunction()) {
  case df::MathFunction::sqrt:
    return choose(x + " < 0", nan, plain.text);
  case df::MathFunction::ln:
  case df::MathFunction::log2:
  case df::MathFunction::log10:
    return {"CASE WHEN " + x + " = 0 THEN '-inf'::DOUBLE WHEN " + x + " < 0 THEN " + nan +
                " ELSE " + plain.text + " END",
            true};
  case df::MathFunction::sin:
  case df::MathFunction::cos:
  case df::MathFunction::tan:
    return choose("isinf(" + x + ")", nan, plain.text);
  case df::MathFunction::sign:
    return choose(x + " = 0 OR isnan(" + x + ")", x, castTo(plain.text, "DOUBLE").text);
  default:
    return plain;
  }
}

static FailureOr<Expr> renderMath(df::MathOp op, Operands operands) {
  bool isSingle = resultType(op).isF32();
  Expr result = functionOf(op, isSingle ? castTo(operands[0], "DOUBLE").text : operands[0]);
  return isSingle ? roundToSingle(result.text) : result;
}

static FailureOr<Expr> renderPow(df::PowOp op, Operands operands) {
  Expr result = call("pow", operands); // of DOUBLEs, to which DuckDB casts
  return resultType(op).isF32() ? roundToSingle(result.text) : result;
}

void sql::addNumbers(ScalarTable &table) {
  addScalar<df::RemOp>(table, renderRem, {"zeroIsNull"}, [](df::RemOp op) {
    return !isa<FloatType>(resultType(op)) && !op.getZeroIsNull();
  });
  addBits<df::BitAndOp>(table, "&");
  addBits<df::BitOrOp>(table, "|");
  addBits<df::BitXorOp>(table, "xor");
  addScalar<df::BitNotOp>(table, [](df::BitNotOp, Operands operands) -> FailureOr<Expr> {
    return Expr{"~" + operands[0]};
  });
  addScalar<df::ShlOp>(table, renderShl, {"overflow"}, [](df::ShlOp) { return true; });
  addScalar<df::ShrOp>(table, renderShr, {}, [](df::ShrOp) { return true; });
  addScalar<df::MathOp>(table, renderMath, {"function"}, [](df::MathOp) { return true; });
  addScalar<df::PowOp>(table, renderPow, {}, [](df::PowOp op) { return resultType(op).isF32(); });
}
