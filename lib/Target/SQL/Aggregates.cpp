//===- Aggregates.cpp - Aggregates in SQL ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Target/DuckDBSQL.h"
#include "ScalarOps.h"
#include "llvm/ADT/StringExtras.h"

using namespace molt;
using namespace molt::sql;
using df::DecimalType;
using df::getNonNull;

/// A sum of decimals of more digits than this may have more than 38 digits: 2^63 rows of
/// 19 digits cannot.
static constexpr unsigned kSafeDigits = 19;

static Type operandType(Operation *op) { return getNonNull(op->getOperand(0).getType()); }

/// A call of an aggregate of DuckDB, with the mark where a window goes.
static Expr aggregate(StringRef function, const std::string &arguments) {
  return {(function + "(" + arguments + ")").str() + kWindowMark, true};
}

/// What is reduced: each value once if the aggregate says so.
static std::string reduced(Operation *op, StringRef x) {
  return ((cast<df::AggregateOpInterface>(op).getDistinct() ? "DISTINCT " : "") + x).str();
}

/// The exact total of integers (as HUGEINT) or decimals, the total of floats in DOUBLE.
static Expr totalOf(Operation *op, StringRef x) {
  Type type = operandType(op);
  if (isa<DecimalType>(type) || type.isF64())
    return aggregate("sum", reduced(op, x));
  return aggregate("sum", reduced(op, castTo(x, isa<FloatType>(type) ? "DOUBLE" : "HUGEINT").text));
}

static Expr renderTotal(df::SumOp op, Operands operands) {
  Expr total = totalOf(op, operands[0]);
  Type type = getNonNull(op.getType());
  if (isa<df::DurationType>(type))
    return castTo(total.text, "BIGINT");
  if (auto integer = dyn_cast<IntegerType>(type))
    return op.getOverflow() == df::Overflow::wrap ? wrapTo(total.text, integer)
                                                  : castTo(total.text, getDuckDBType(type));
  auto decimal = dyn_cast<DecimalType>(operandType(op));
  if (!decimal || decimal.getPrecision() <= kSafeDigits)
    return total;
  // DuckDB checks that a sum fits 128 bits, not that it has 38 digits.
  APInt most = df::powerOfTen(DecimalType::kMaxPrecision) - 1;
  auto result = cast<DecimalType>(type);
  return choose("abs(" + total.text + ") > " + decimalLiteral(most, result).text,
                failWith(op, "the total has more than 38 digits").text, total.text);
}

static FailureOr<Expr> renderSum(df::SumOp op, Operands operands) {
  if (op.getOverflow() == df::Overflow::wrap && operandType(op).isInteger(128))
    return emitNoWrap(op);
  Expr total = renderTotal(op, operands);
  return op.getOrZero() ? call("coalesce", total.text + ", 0") : total;
}

static bool sumRepeats(df::SumOp op) {
  if (op.getOverflow() == df::Overflow::wrap)
    return true;
  auto decimal = dyn_cast<DecimalType>(operandType(op));
  return decimal && decimal.getPrecision() > kSafeDigits;
}

/// f64(exact total) / 10^s / f64(count); DuckDB's avg rounds in other places.
static FailureOr<Expr> renderMean(df::MeanOp op, Operands operands) {
  Expr total = totalOf(op, operands[0]);
  Type type = operandType(op);
  if (isa<df::DurationType>(type))
    return castTo(infix(total.text, "//", aggregate("count", reduced(op, operands[0])).text).text,
                  "BIGINT");
  if (!isa<FloatType>(type)) {
    auto decimal = dyn_cast<DecimalType>(type);
    unsigned scale = decimal ? decimal.getScale() : 0;
    total =
        toDouble(total.text, DecimalType::get(op.getContext(), DecimalType::kMaxPrecision, scale));
  }
  return infix(total.text, "/", aggregate("count", reduced(op, operands[0])).text);
}

/// Over the values that are finite, where all are (DuckDB fails on others).
static Expr whereFinite(ArrayRef<std::string> doubles, StringRef count, uint64_t least,
                        const Expr &value) {
  SmallVector<std::string> finite;
  for (const std::string &x : doubles)
    finite.push_back("isfinite(" + x + ")");
  std::string condition = "coalesce(" + aggregate("bool_and", llvm::join(finite, " AND ")).text + ", true)";
  return choose((count + " >= " + Twine(least)).str(),
                choose(condition, value.text, "'nan'::DOUBLE").text, "NULL");
}

static std::string asDouble(mlir::Value operand, StringRef text) {
  return toDouble(text, getNonNull(operand.getType())).asOperand();
}

template <typename OpTy> static FailureOr<Expr> renderVariance(OpTy op, Operands operands) {
  bool isStd = isa<df::StdOp>(op);
  std::string x = asDouble(op.getOperand(), operands[0]), count = aggregate("count", reduced(op, x)).text;
  std::string finite = "(CASE WHEN isfinite(" + x + ") THEN " + x + " END)";
  std::string variance = aggregate("var_pop", reduced(op, finite)).text + " * " + count + " / (" + count +
                         " - " + std::to_string(op.getDdof()) + ")";
  return whereFinite(x, count, op.getDdof() + 1,
                     isStd ? call("sqrt", variance) : Expr{variance});
}

/// covar and corr: of the pairs without null.
static FailureOr<Expr> renderPairs(Operation *op, Operands operands) {
  std::string x = asDouble(op->getOperand(0), operands[0]);
  std::string y = asDouble(op->getOperand(1), operands[1]);
  std::string both = x + " IS NOT NULL AND " + y + " IS NOT NULL";
  std::string count = aggregate("count", "CASE WHEN " + both + " THEN 1 END").text;
  std::string finite = both + " AND isfinite(" + x + ") AND isfinite(" + y + ")";
  std::string pairX = "(CASE WHEN " + finite + " THEN " + x + " END)";
  std::string pairY = "(CASE WHEN " + finite + " THEN " + y + " END)";
  SmallVector<std::string> pairs = {"(CASE WHEN " + both + " THEN " + x + " END)",
                                    "(CASE WHEN " + both + " THEN " + y + " END)"};
  if (auto covar = dyn_cast<df::CovarOp>(op))
    return whereFinite(pairs, count, covar.getDdof() + 1,
                       Expr{aggregate("covar_pop", pairY + ", " + pairX).text + " * " + count + " / (" + count +
                            " - " + std::to_string(covar.getDdof()) + ")"});
  auto isConstant = [](const std::string &pair) {
    std::string least = aggregate("min", pair).text, greatest = aggregate("max", pair).text;
    return "(isfinite(" + least + ") AND " + least + " = " + greatest + ")";
  };
  Expr corr = whereFinite(pairs, count, 2, aggregate("corr", pairY + ", " + pairX));
  return choose(isConstant(pairs[0]) + " OR " + isConstant(pairs[1]), "NULL", corr.text);
}

/// DuckDB keeps -0 where Molt's result is +0.
static Expr canonical(Operation *op, Expr extreme) {
  if (!isa<FloatType>(operandType(op)))
    return extreme;
  return choose(extreme.text + " = 0", "0", extreme.text);
}

/// DuckDB's quantile_cont computes a · (1 - f) + b · f, which is rounded elsewhere.
static Expr quantile(Operation *op, double at, const std::string &operand) {
  std::string x = asDouble(op->getOperand(0), operand);
  std::string values = "list_sort(list(" + choose(x + " = 0", "0", x).text + ") FILTER (WHERE " +
                       x + " IS NOT NULL)" + kWindowMark + ")";
  std::string place =
      realLiteral(at, Float64Type::get(op->getContext())).text + " * CAST(len(v) - 1 AS DOUBLE)";
  // Names for what is used several times: arguments of functions on lists of one element.
  std::string before = "v[CAST(floor(p) AS BIGINT) + 1]",
              behind = "v[CAST(floor(p) AS BIGINT) + 2]";
  std::string value = choose("p = floor(p)", before,
                             before + " + (" + behind + " - " + before + ") * (p - floor(p))")
                          .text;
  return {"list_transform([" + values + "], lambda v: list_transform([" + place +
              "], lambda p: " + value + ")[1])[1]",
          true};
}

static FailureOr<Expr> renderMedian(df::MedianOp op, Operands operands) {
  return quantile(op, 0.5, operands[0]);
}

static FailureOr<Expr> renderQuantile(df::QuantileOp op, Operands operands) {
  return quantile(op, op.getAt().convertToDouble(), operands[0]);
}

/// `function(value ORDER BY order) FILTER (WHERE conditions)` of the first operand.
static Expr pick(Operation *op, StringRef function, const std::string &value,
                 ArrayRef<std::string> order, ArrayRef<std::string> conditions) {
  // DuckDB loses the sign of a zero on the way, of FLOAT only.
  bool isSingle = operandType(op).isF32();
  std::string text = (function + "(" + (isSingle ? castTo(value, "DOUBLE").text : value)).str();
  if (!order.empty())
    text += " ORDER BY " + llvm::join(order, ", ");
  text += ")";
  if (!conditions.empty())
    text += " FILTER (WHERE " + llvm::join(conditions, " AND ") + ")";
  return isSingle ? castTo(text, "FLOAT") : Expr{text, true};
}

/// The entry of an aggregate that sees nulls or the order of rows.
static ScalarRenderer &addOrdered(ScalarTable &table, StringRef name) {
  ScalarRenderer &entry = table[name];
  entry.repeatsOperands = [](Operation *) { return true; };
  return entry;
}

template <typename OpTy> static void addEnd(ScalarTable &table, StringRef function) {
  ScalarRenderer &entry = addOrdered(table, OpTy::getOperationName());
  entry.attributes = {"skip_nulls"};
  entry.renderOrdered = [function](Operation *op, Operands operands, StringRef order,
                                   StringRef condition) {
    SmallVector<std::string> terms, conditions;
    if (!order.empty())
      terms.push_back(order.str());
    if (cast<OpTy>(op).getSkipNulls())
      conditions.push_back(operands[0] + " IS NOT NULL");
    if (!condition.empty())
      conditions.push_back("(" + condition.str() + ")");
    return pick(op, function, operands[0], terms, conditions);
  };
}

/// The first value in the order of the other one, and of the rows.
template <typename OpTy> static void addExtremeOf(ScalarTable &table, StringRef direction) {
  addOrdered(table, OpTy::getOperationName()).renderOrdered =
      [direction](Operation *op, Operands operands, StringRef order, StringRef condition) {
        bool isReal = isa<FloatType>(getNonNull(op->getOperand(1).getType()));
        const std::string &key = operands[1];
        SmallVector<std::string> terms;
        // DuckDB takes an order by a literal for a mistake.
        Operation *definition = op->getOperand(1).getDefiningOp();
        if (!definition || !definition->hasTrait<mlir::OpTrait::ConstantLike>())
          terms.push_back((isReal ? choose(key + " = 0", "0", key).text : key) + " " +
                          direction.str());
        if (!order.empty())
          terms.push_back(order.str());
        SmallVector<std::string> conditions = {key + " IS NOT NULL"};
        if (!condition.empty())
          conditions.push_back("(" + condition.str() + ")");
        return pick(op, "first", operands[0], terms, conditions);
      };
}

void sql::addAggregates(ScalarTable &table) {
  addScalar<df::SumOp>(table, renderSum, {"total_bits", "distinct", "overflow", "or_zero"},
                       sumRepeats);
  addScalar<df::MeanOp>(table, renderMean, {"total_bits", "distinct"},
                        [](df::MeanOp) { return true; });
  addScalar<df::MinOp>(
      table,
      [](df::MinOp op, Operands operands) -> FailureOr<Expr> {
        return canonical(op, aggregate("min", operands[0]));
      },
      {}, [](df::MinOp op) { return isa<FloatType>(operandType(op)); });
  addScalar<df::MaxOp>(
      table,
      [](df::MaxOp op, Operands operands) -> FailureOr<Expr> {
        return canonical(op, aggregate("max", operands[0]));
      },
      {}, [](df::MaxOp op) { return isa<FloatType>(operandType(op)); });
  addScalar<df::AnyOp>(table, [](df::AnyOp, Operands operands) -> FailureOr<Expr> {
    return aggregate("bool_or", operands[0]);
  });
  addScalar<df::AllOp>(table, [](df::AllOp, Operands operands) -> FailureOr<Expr> {
    return aggregate("bool_and", operands[0]);
  });
  // With a condition there is an operand, null where it is not true.
  addScalar<df::CountOp>(table, [](df::CountOp, Operands operands) -> FailureOr<Expr> {
    return aggregate("count", operands.empty() ? "*" : operands[0]);
  });
  addScalar<df::CountDistinctOp>(
      table, [](df::CountDistinctOp op, Operands operands) -> FailureOr<Expr> {
        return aggregate("count", reduced(op, operands[0]));
      });
  addScalar<df::MedianOp>(table, renderMedian, {}, [](df::MedianOp) { return true; });
  addScalar<df::QuantileOp>(table, renderQuantile, {"at"}, [](df::QuantileOp) { return true; });
  addEnd<df::FirstOp>(table, "first");
  addEnd<df::LastOp>(table, "last");
  addExtremeOf<df::ArgMinOp>(table, "ASC");
  addExtremeOf<df::ArgMaxOp>(table, "DESC");
  addScalar<df::VarOp>(table, renderVariance<df::VarOp>, {"ddof", "distinct"},
                       [](df::VarOp) { return true; });
  addScalar<df::StdOp>(table, renderVariance<df::StdOp>, {"ddof", "distinct"},
                       [](df::StdOp) { return true; });
  addScalar<df::CovarOp>(table, renderPairs, {"ddof"}, [](df::CovarOp) { return true; });
  addScalar<df::CorrOp>(table, renderPairs, {}, [](df::CorrOp) { return true; });
  addScalar<df::CountValidOp>(table, [](df::CountValidOp, Operands operands) -> FailureOr<Expr> {
    return aggregate("count", operands[0]);
  });
}
