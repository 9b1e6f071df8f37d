//===- Aggregates.cpp - Aggregates in SQL ---------------------------------===//
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

/// A sum of decimals of more digits than this may have more than 38 digits: 2^63 rows of
/// 19 digits cannot.
static constexpr unsigned kSafeDigits = 19;

static Type operandType(Operation *op) { return getNonNull(op->getOperand(0).getType()); }

/// The exact total of integers (as HUGEINT) or decimals, the total of floats in DOUBLE.
static Expr totalOf(Operation *op, StringRef x) {
  Type type = operandType(op);
  if (isa<DecimalType>(type) || type.isF64())
    return call("sum", x.str());
  return call("sum", castTo(x, isa<FloatType>(type) ? "DOUBLE" : "HUGEINT").text);
}

static FailureOr<Expr> renderSum(df::SumOp op, Operands operands) {
  Expr total = totalOf(op, operands[0]);
  Type type = getNonNull(op.getType());
  if (isa<IntegerType>(type))
    return castTo(total.text, getDuckDBType(type));
  auto decimal = dyn_cast<DecimalType>(operandType(op));
  if (!decimal || decimal.getPrecision() <= kSafeDigits)
    return total;
  // DuckDB checks that a sum fits 128 bits, not that it has 38 digits.
  APInt most = df::powerOfTen(DecimalType::kMaxPrecision) - 1;
  auto result = cast<DecimalType>(type);
  return choose("abs(" + total.text + ") > " + decimalLiteral(most, result).text,
                failWith(op, "the total has more than 38 digits").text, total.text);
}

static bool sumRepeats(df::SumOp op) {
  auto decimal = dyn_cast<DecimalType>(operandType(op));
  return decimal && decimal.getPrecision() > kSafeDigits;
}

/// f64(exact total) / 10^s / f64(count); DuckDB's avg rounds in other places.
static FailureOr<Expr> renderMean(df::MeanOp op, Operands operands) {
  Expr total = totalOf(op, operands[0]);
  Type type = operandType(op);
  if (!isa<FloatType>(type)) {
    auto decimal = dyn_cast<DecimalType>(type);
    unsigned scale = decimal ? decimal.getScale() : 0;
    total =
        toDouble(total.text, DecimalType::get(op.getContext(), DecimalType::kMaxPrecision, scale));
  }
  return infix(total.text, "/", call("count", operands[0]).text);
}

/// DuckDB keeps -0 where Molt's result is +0.
static Expr canonical(Operation *op, Expr extreme) {
  if (!isa<FloatType>(operandType(op)))
    return extreme;
  return choose(extreme.text + " = 0", "0", extreme.text);
}

void sql::addAggregates(ScalarTable &table) {
  addScalar<df::SumOp>(table, renderSum, {"total_bits"}, sumRepeats);
  addScalar<df::MeanOp>(table, renderMean, {"total_bits"}, [](df::MeanOp) { return true; });
  addScalar<df::MinOp>(
      table,
      [](df::MinOp op, Operands operands) -> FailureOr<Expr> {
        return canonical(op, call("min", operands));
      },
      {}, [](df::MinOp op) { return isa<FloatType>(operandType(op)); });
  addScalar<df::MaxOp>(
      table,
      [](df::MaxOp op, Operands operands) -> FailureOr<Expr> {
        return canonical(op, call("max", operands));
      },
      {}, [](df::MaxOp op) { return isa<FloatType>(operandType(op)); });
  addScalar<df::AnyOp>(table, [](df::AnyOp, Operands operands) -> FailureOr<Expr> {
    return call("bool_or", operands);
  });
  addScalar<df::CountOp>(
      table, [](df::CountOp, Operands) -> FailureOr<Expr> { return Expr{"count(*)", true}; });
  addScalar<df::CountValidOp>(table, [](df::CountValidOp, Operands operands) -> FailureOr<Expr> {
    return call("count", operands);
  });
}
