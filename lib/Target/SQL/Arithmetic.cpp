//===- Arithmetic.cpp - Arithmetic in SQL ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// DuckDB's integers and decimals are checked as Molt's are, as long as both operands
// have the type in which Molt computes: casts make it so. Wrapping integers and exact
// decimal division are computed in HUGEINT, which holds every exact result.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Target/DuckDBSQL.h"
#include "ScalarOps.h"

using namespace molt;
using namespace molt::sql;
using df::DecimalType;
using df::getNonNull;
using df::Overflow;

/// The decimals of up to this many digits that DuckDB keeps in 64 bits. It prefers an
/// overflow to a result of 19 digits from two such operands.
static constexpr unsigned kNarrowDigits = 18;

static Type operandType(Operation *op, unsigned index) {
  return getNonNull(op->getOperand(index).getType());
}
static Type resultType(Operation *op) { return getNonNull(op->getResult(0).getType()); }

/// The sum, difference or product of decimals (or of one and an integer).
static Expr decimalArithmetic(Operation *op, StringRef symbol, Operands operands) {
  auto result = cast<DecimalType>(resultType(op));
  DecimalType lhs = df::getAsDecimal(operandType(op, 0)),
              rhs = df::getAsDecimal(operandType(op, 1));
  bool wasNarrow = std::max(lhs.getPrecision(), rhs.getPrecision()) <= kNarrowDigits;
  std::string a = convert(operands[0], operandType(op, 0), lhs).asOperand();
  std::string b = convert(operands[1], operandType(op, 1), rhs).asOperand();
  if (result.getPrecision() <= kNarrowDigits || !wasNarrow)
    return infix(a, symbol, b); // DuckDB's result type is Molt's
  a = castTo(a, decimalType(kNarrowDigits + 1, lhs.getScale())).text;
  return castTo(infix(a, symbol, b).text, getDuckDBType(result));
}

/// An exact integer result that wraps around, from operands as HUGEINT.
static Expr wrappedArithmetic(Operation *op, StringRef symbol, Operands operands) {
  auto type = cast<IntegerType>(resultType(op));
  // Only products of two 64-bit numbers without sign leave HUGEINT.
  bool isWide = symbol == "*" && type.isUnsigned();
  StringRef wide = isWide ? "UHUGEINT" : "HUGEINT";
  return wrapTo(infix(castTo(operands[0], wide).text, symbol, castTo(operands[1], wide).text).text,
                type, isWide);
}

static Expr dateArithmetic(Operation *op, StringRef symbol, Operands operands) {
  bool isLeft = isa<df::Date32Type>(operandType(op, 0)),
       isRight = isa<df::Date32Type>(operandType(op, 1));
  if (isLeft && isRight)
    return infix(operands[0], symbol, operands[1]); // BIGINT
  const std::string &date = operands[!isLeft], &days = operands[isLeft];
  Type type = operandType(op, isLeft);
  if (type.getIntOrFloatBitWidth() + type.isUnsignedInteger() <= 32)
    return infix(date, symbol, castTo(days, "INTEGER").text);
  // DuckDB adds an INTEGER only; more days than that may still lead to a date.
  std::string epoch = dateLiteral(0).text;
  std::string sum =
      "(" + date + " - " + epoch + ") " + symbol.str() + " " + castTo(days, "HUGEINT").text;
  return infix(epoch, "+", castTo(sum, "INTEGER").text);
}

/// Whether the operands are durations, which are counts in SQL, and integers.
static bool isOfDurations(Operation *op) {
  return llvm::all_of(op->getOperandTypes(), [](Type type) {
    return isa<df::DurationType, IntegerType>(getNonNull(type));
  });
}

static bool hasInterval(Operation *op) {
  return llvm::any_of(op->getOperandTypes(),
                      [](Type type) { return isa<df::IntervalType>(getNonNull(type)); });
}

template <typename OpTy>
static FailureOr<Expr> renderSum(OpTy op, StringRef symbol, Operands operands) {
  if (hasInterval(op))
    return intervalArithmetic(op, symbol, operands);
  if (Type type = resultType(op); df::isTimeType(type) && !isOfDurations(op)) {
    auto count = [&](unsigned index) {
      return countOf(operands[index], operandType(op, index), df::getTimeUnit(type)).asOperand();
    };
    return timeOfCount(op, infix(count(0), symbol, count(1)).text, type);
  }
  if (isa<df::Date32Type>(operandType(op, 0)) || isa<df::Date32Type>(operandType(op, 1)))
    return dateArithmetic(op, symbol, operands);
  Type type = resultType(op);
  if (isa<DecimalType>(type))
    return decimalArithmetic(op, symbol, operands);
  if (op.getOverflow() == Overflow::wrap && type.isInteger(128))
    return emitNoWrap(op);
  if (op.getOverflow() == Overflow::wrap)
    return wrappedArithmetic(op, symbol, operands);
  return infix(convert(operands[0], operandType(op, 0), type).asOperand(), symbol,
               convert(operands[1], operandType(op, 1), type).asOperand());
}

//===----------------------------------------------------------------------===//
// Division
//===----------------------------------------------------------------------===//

/// The quotient of two decimals, from their unscaled values: rounded half away from zero.
static Expr decimalQuotient(df::DivOp op, Operands operands) {
  auto type = cast<DecimalType>(resultType(op));
  DecimalType lhs = df::getAsDecimal(operandType(op, 0)),
              rhs = df::getAsDecimal(operandType(op, 1));
  unsigned shift = type.getScale() + rhs.getScale() - lhs.getScale();
  std::string n = toUnscaled(operands[0], operandType(op, 0)).asOperand();
  std::string d = toUnscaled(operands[1], operandType(op, 1)).asOperand();
  if (shift > 0)
    n = "(" + n + " * " + powerOfTen(shift) + ")";
  // Half of the divisor is added first: both have at most 38 digits, so the sum is below
  // 1.5 · 10^38 and fits a HUGEINT, whose division truncates.
  std::string half = "sign(" + operands[0] + ") * (abs(" + d + ") // 2)";
  return fromUnscaled("(" + n + " + " + half + ") // " + d, type);
}

static FailureOr<Expr> renderDiv(df::DivOp op, Operands operands) {
  Type type = resultType(op);
  if (isa<FloatType>(type))
    return infix(convert(operands[0], operandType(op, 0), type).asOperand(), "/",
                 convert(operands[1], operandType(op, 1), type).asOperand());
  Expr quotient = isa<DecimalType>(type)
                      ? decimalQuotient(op, operands)
                      : infix(convert(operands[0], operandType(op, 0), type).asOperand(), "//",
                              convert(operands[1], operandType(op, 1), type).asOperand());
  if (op.getZeroIsNull())
    return quotient; // as DuckDB has it
  std::string fails = operands[1] + " = 0";
  if (df::isNullable(op.getLhs().getType()))
    fails += " AND " + operands[0] + " IS NOT NULL";
  return choose(fails, failWith(op, "division by zero").text, quotient.text);
}

static bool divRepeats(df::DivOp op) {
  Type type = resultType(op);
  return isa<DecimalType>(type) || (!isa<FloatType>(type) && !op.getZeroIsNull());
}

//===----------------------------------------------------------------------===//
// Signs
//===----------------------------------------------------------------------===//

static FailureOr<Expr> renderNeg(df::NegOp op, Operands operands) {
  Type type = resultType(op);
  if (isa<df::IntervalType>(type))
    return Expr{"-" + operands[0]};
  if (op.getOverflow() == Overflow::wrap && type.isInteger(128))
    return emitNoWrap(op);
  if (op.getOverflow() == Overflow::wrap)
    return wrapTo("-" + castTo(operands[0], "HUGEINT").text, cast<IntegerType>(type));
  if (type.isUnsignedInteger()) // DuckDB's minus is not checked then
    return infix(castTo("0", getDuckDBType(type)).text, "-", operands[0]);
  return Expr{"-" + operands[0]};
}

static FailureOr<Expr> renderAbs(df::AbsOp op, Operands operands) {
  Type type = resultType(op);
  if (type.isUnsignedInteger())
    return Expr{operands[0], true};
  if (op.getOverflow() == Overflow::wrap && type.isInteger(128))
    return emitNoWrap(op);
  if (op.getOverflow() == Overflow::wrap)
    return wrapTo(call("abs", castTo(operands[0], "HUGEINT").text).text, cast<IntegerType>(type));
  return call("abs", operands[0]);
}

void sql::addArithmetic(ScalarTable &table) {
  addScalar<df::AddOp>(
      table, [](df::AddOp op, Operands operands) { return renderSum(op, "+", operands); },
      {"overflow"}, [](df::AddOp op) { return timeRepeatsCount(resultType(op)); });
  addScalar<df::SubOp>(
      table, [](df::SubOp op, Operands operands) { return renderSum(op, "-", operands); },
      {"overflow"}, [](df::SubOp op) { return timeRepeatsCount(resultType(op)); });
  addScalar<df::MulOp>(table,
                       [](df::MulOp op, Operands operands) { return renderSum(op, "*", operands); },
                       {"overflow"});
  addScalar<df::DivOp>(table, renderDiv, {"zeroIsNull"}, divRepeats);
  addScalar<df::NegOp>(table, renderNeg, {"overflow"});
  addScalar<df::AbsOp>(table, renderAbs, {"overflow"});
}
