//===- Selectivity.cpp - How many rows a condition keeps ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/CardinalityAnalysis.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::df;

/// Shares for conditions about which nothing is known.
static constexpr double kInequality = 1.0 / 3, kEquality = 0.1, kNull = 0.1, kPattern = 0.1,
                        kBoolean = 0.5, kTotal = 0.1;

namespace {
/// Follows a condition, narrowing the columns that it compares.
class Condition {
public:
  Condition(const FactAnalysis &facts, ArrayRef<ColumnEstimate> columns)
      : columns(columns), facts(facts) {}

  double getShare(Value condition) {
    Operation *op = condition.getDefiningOp();
    if (!op)
      return kBoolean;
    if (auto both = dyn_cast<AndOp>(op)) {
      double first = getShare(both.getLhs());
      return first * getShare(both.getRhs());
    }
    if (auto either = dyn_cast<OrOp>(op)) {
      double first = getShareAlone(either.getLhs()), second = getShareAlone(either.getRhs());
      return first + second - first * second;
    }
    if (auto negation = dyn_cast<NotOp>(op))
      return 1 - getShareAlone(negation.getOperand());
    if (auto isNull = dyn_cast<IsNullOp>(op))
      return facts.getFacts(isNull.getOperand()).getNonNull() ? 0 : kNull;
    if (auto isIn = dyn_cast<IsInOp>(op))
      return getShareOfValues(op->getOperand(0), isIn->getNumOperands() - 1);
    if (auto constant = dyn_cast<ConstantOp>(op)) {
      auto value = dyn_cast<IntegerAttr>(constant.getValue());
      return value && value.getValue().getBoolValue() ? 1 : 0;
    }
    if (auto expression = dyn_cast<ExpressionOpInterface>(op))
      if (std::optional<CmpPredicate> predicate = expression.getComparison())
        return getShare(*predicate, op->getOperand(0), op->getOperand(1));
    return kPattern;
  }

  SmallVector<ColumnEstimate> columns;

private:
  /// The share without narrowing anything: where it is not known that the condition holds.
  double getShareAlone(Value condition) {
    SmallVector<ColumnEstimate> before = columns;
    double share = getShare(condition);
    columns = before;
    return share;
  }

  ColumnEstimate *getColumn(Value value) {
    auto argument = dyn_cast<BlockArgument>(value);
    return argument ? &columns[argument.getArgNumber()] : nullptr;
  }

  static bool isConstant(Value value) { return value.getDefiningOp<ConstantOp>() != nullptr; }

  /// The only value that there is, as a number.
  std::optional<double> getNumber(Value value) const {
    FactsAttr known = facts.getFacts(value);
    if (!known.getHasRange() || known.getMin() != known.getMax())
      return std::nullopt;
    unsigned scale = getExactScale(getNonNull(value.getType())).value_or(0);
    double unit = powerOfTen(scale).roundToDouble();
    return known.getMin().signedRoundToDouble() / unit;
  }

  /// How many values an expression has, where that follows from its range: parts of dates.
  std::optional<double> countValues(Value value) const {
    FactsAttr known = facts.getFacts(value);
    if (!known.getHasRange())
      return std::nullopt;
    // As floats: of all values of i128 the difference has 129 bits.
    double count = known.getMax().signedRoundToDouble() - known.getMin().signedRoundToDouble() + 1;
    return count <= 1000 ? std::optional(count) : std::nullopt;
  }

  /// The share of the rows in which a value is one of so many.
  double getShareOfValues(Value value, double count) {
    if (ColumnEstimate *column = getColumn(value)) {
      double share = std::min(1.0, column->isGuess ? count * kEquality : count / column->distinct);
      column->distinct = std::min(column->distinct, count);
      return share;
    }
    if (std::optional<double> values = countValues(value))
      return std::min(1.0, count / *values);
    return std::min(1.0, count * kEquality);
  }

  double getShare(CmpPredicate predicate, Value lhs, Value rhs) {
    if (isConstant(lhs) && !isConstant(rhs)) {
      std::swap(lhs, rhs);
      predicate = swapOperands(predicate);
    }
    if (predicate == CmpPredicate::ne)
      return 1 - getShareAlone(CmpPredicate::eq, lhs, rhs);
    ColumnEstimate *column = getColumn(lhs), *other = getColumn(rhs);
    if (predicate == CmpPredicate::eq) {
      if (column && other)
        return 1 / std::max(column->distinct, other->distinct);
      std::optional<double> value = getNumber(rhs);
      if (column && column->hasRange && value) {
        if (*value < column->min || *value > column->max)
          return 0;
        column->min = column->max = *value;
      }
      return getShareOfValues(lhs, 1);
    }
    std::optional<double> value = getNumber(rhs);
    if (!column || !column->hasRange || !value) {
      // People compare totals to find the few groups that stand out.
      double share = column && column->isTotal ? kTotal : kInequality;
      if (column && !other)
        column->distinct = std::max(1.0, column->distinct * share);
      return share;
    }
    // Of whole numbers, and of all others as if they were: the bound itself is a value or none.
    double width = column->max - column->min, share = 0;
    double step = column->distinct > 1 ? width / (column->distinct - 1) : 1;
    if (predicate == CmpPredicate::lt || predicate == CmpPredicate::le) {
      double limit = std::min(*value - (predicate == CmpPredicate::lt ? step : 0), column->max);
      share = (limit - column->min + step) / (width + step);
      column->max = std::max(column->min, std::min(*value, column->max));
    } else {
      double limit = std::max(*value + (predicate == CmpPredicate::gt ? step : 0), column->min);
      share = (column->max - limit + step) / (width + step);
      column->min = std::min(column->max, std::max(*value, column->min));
    }
    share = std::min(1.0, std::max(0.0, share));
    column->distinct = std::max(1.0, column->distinct * share);
    return share;
  }

  double getShareAlone(CmpPredicate predicate, Value lhs, Value rhs) {
    SmallVector<ColumnEstimate> before = columns;
    double share = getShare(predicate, lhs, rhs);
    columns = before;
    return share;
  }

  const FactAnalysis &facts;
};
} // namespace

double CardinalityAnalysis::getSelectivity(RowRegionOpInterface op,
                                           MutableArrayRef<ColumnEstimate> columns,
                                           TableType type) const {
  Value condition = op.getRowRegion().front().getTerminator()->getOperand(0);
  return getSelectivity(op, condition, columns, type);
}

double CardinalityAnalysis::getSelectivity(RowRegionOpInterface op, Value value,
                                           MutableArrayRef<ColumnEstimate> columns,
                                           TableType type) const {
  SmallVector<unsigned> positions;
  SmallVector<ColumnEstimate> arguments;
  for (StringAttr name : op.getRowColumns().getAsRange<StringAttr>()) {
    positions.push_back(*type.find(name.getValue()));
    arguments.push_back(columns[positions.back()]);
  }
  Condition condition(facts, arguments);
  double share = condition.getShare(value);
  for (auto [position, column] : llvm::zip_equal(positions, condition.columns))
    columns[position] = column;
  return std::min(1.0, std::max(0.0, share));
}
