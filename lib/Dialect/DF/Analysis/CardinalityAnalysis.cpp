//===- CardinalityAnalysis.cpp - How many rows tables have ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/CardinalityAnalysis.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "llvm/ADT/TypeSwitch.h"
#include <cmath>

using namespace molt;
using namespace molt::df;

/// Rows of a source about which nothing is known.
static constexpr double kUnknownRows = 100000;

//===----------------------------------------------------------------------===//
// Fewer rows
//===----------------------------------------------------------------------===//

/// How many of `distinct` values are left among `kept` of `rows` rows: each value, which has
/// rows / distinct of them, is lost if all of these are.
static double keepDistinct(double distinct, double rows, double kept) {
  if (kept >= rows || distinct <= 1)
    return std::max(1.0, std::min(distinct, kept));
  double each = std::max(1.0, rows / distinct);
  return std::max(1.0, std::min(kept, distinct * (1 - std::pow(1 - kept / rows, each))));
}

void df::sampleRows(TableEstimate &table, double rows) {
  rows = std::max(1.0, rows);
  for (ColumnEstimate &column : table.columns)
    column.distinct = keepDistinct(column.distinct, table.rows, rows);
  table.rows = rows;
}

//===----------------------------------------------------------------------===//
// Joins
//===----------------------------------------------------------------------===//

SmallVector<std::pair<unsigned, unsigned>> df::getKeyPositions(JoinOp op) {
  auto left = cast<TableType>(op.getLeft().getType());
  auto right = cast<TableType>(op.getRight().getType());
  SmallVector<std::pair<unsigned, unsigned>> result;
  for (auto [a, b] : llvm::zip_equal(op.getLeftKeys().getAsRange<StringAttr>(),
                                     op.getRightKeys().getAsRange<StringAttr>()))
    result.emplace_back(*left.find(a.getValue()), *right.find(b.getValue()));
  return result;
}

/// The different values of a column that is compared with another. If that was a key, they are
/// taken for references to it, of which there are no more than keys: numbers of values are
/// often overestimated, but hardly by so much that this could be something else.
static double countReferences(const ColumnEstimate &column, const ColumnEstimate &other) {
  constexpr double kLimit = 10;
  bool refers = other.isKey && column.distinct <= kLimit * other.domain;
  return refers ? std::min(column.distinct, other.domain) : column.distinct;
}

MatchEstimate CardinalityAnalysis::matchKeys(const TableEstimate &left, const TableEstimate &right,
                                             ArrayRef<std::pair<unsigned, unsigned>> keys) {
  if (keys.empty())
    return {left.rows * right.rows, 1, 1};
  double leftValues = 1, rightValues = 1;
  for (auto [leftKey, rightKey] : keys) {
    const ColumnEstimate &a = left.columns[leftKey], &b = right.columns[rightKey];
    leftValues *= countReferences(a, b);
    rightValues *= countReferences(b, a);
  }
  // No more combinations of values than rows.
  leftValues = std::min(leftValues, left.rows);
  rightValues = std::min(rightValues, right.rows);
  MatchEstimate result;
  result.pairs = std::max(1.0, left.rows * right.rows / std::max(leftValues, rightValues));
  result.leftShare = std::min(1.0, rightValues / leftValues);
  result.rightShare = std::min(1.0, leftValues / rightValues);
  return result;
}

/// Of a key whose rows all have a match: no more values than the other side has.
static void keepFewer(ColumnEstimate &column, const ColumnEstimate &other) {
  column.distinct = std::max(1.0, std::min(column.distinct, other.distinct));
}

TableEstimate CardinalityAnalysis::join(JoinKind kind, const TableEstimate &left,
                                        const TableEstimate &right,
                                        ArrayRef<std::pair<unsigned, unsigned>> keys,
                                        double selectivity) {
  MatchEstimate match = matchKeys(left, right, keys);
  match.pairs = std::max(1.0, match.pairs * selectivity);
  TableEstimate result = left;
  result.isKnown = left.isKnown && right.isKnown;
  // A condition that most pairs fail matters less where one match is enough.
  double someMatch = match.leftShare * std::sqrt(selectivity);
  if (kind == JoinKind::semi || kind == JoinKind::anti) {
    // Keys that are not among the others are what such a plan is looking for.
    double share = kind == JoinKind::semi ? someMatch : std::max(0.05, 1 - someMatch);
    sampleRows(result, left.rows * share);
    if (kind == JoinKind::semi)
      for (auto [leftKey, rightKey] : keys)
        keepFewer(result.columns[leftKey], right.columns[rightKey]);
    return result;
  }
  bool allLeft = keepsLeft(kind);
  bool allRight = keepsRight(kind);
  TableEstimate other = right;
  if (!allLeft)
    sampleRows(result, left.rows * match.leftShare);
  if (!allRight)
    sampleRows(other, right.rows * match.rightShare);
  for (auto [leftKey, rightKey] : keys) {
    if (!allLeft)
      keepFewer(result.columns[leftKey], right.columns[rightKey]);
    if (!allRight)
      keepFewer(other.columns[rightKey], left.columns[leftKey]);
  }
  result.rows = match.pairs;
  if (allLeft)
    result.rows += left.rows * (1 - match.leftShare);
  if (allRight)
    result.rows += right.rows * (1 - match.rightShare);
  result.columns.append(other.columns);
  for (ColumnEstimate &column : result.columns)
    column.distinct = std::min(column.distinct, result.rows);
  return result;
}

TableEstimate CardinalityAnalysis::visitJoin(JoinOp op) const {
  const TableEstimate &left = get(op.getLeft()), &right = get(op.getRight());
  double selectivity = 1;
  if (RowRegionOpInterface condition = getRowRegionOp(op)) {
    SmallVector<ColumnEstimate> columns = left.columns;
    columns.append(right.columns);
    selectivity = getSelectivity(condition, columns, condition.getRowType(op->getOperands()));
  }
  return join(op.getKind(), left, right, getKeyPositions(op), selectivity);
}

//===----------------------------------------------------------------------===//
// Other operations
//===----------------------------------------------------------------------===//

/// A column of which only facts are known, in a table of so many rows.
static ColumnEstimate makeEstimate(FactsAttr facts, Type type, double rows) {
  ColumnEstimate result;
  type = getNonNull(type);
  result.distinct = type.isInteger(1) ? std::min(rows, 2.0) : rows;
  FactsAttr ofType = getFactsOfType(type);
  if (facts.getHasRange() &&
      (facts.getMin() != ofType.getMin() || facts.getMax() != ofType.getMax())) {
    double unit = powerOfTen(getExactScale(type).value_or(0)).roundToDouble();
    double min = facts.getMin().signedRoundToDouble(), max = facts.getMax().signedRoundToDouble();
    result.hasRange = true;
    result.min = min / unit;
    result.max = max / unit;
    result.distinct = std::min(rows, max - min + 1);
  }
  result.domain = result.distinct;
  return result;
}

TableEstimate CardinalityAnalysis::visitSource(SourceOp op) const {
  TableEstimate result;
  result.isKnown = op.getRows().has_value();
  result.rows = std::max(1.0, result.isKnown ? static_cast<double>(*op.getRows()) : kUnknownRows);
  auto type = cast<TableType>(op.getType());
  TableFacts known = facts.getTableFacts(op.getResult());
  for (auto [index, name] : llvm::enumerate(type.getNames())) {
    ColumnEstimate column = makeEstimate(known.columns[index], type.getTypes()[index], result.rows);
    auto given = op.getFacts() ? op.getFacts()->getAs<FactsAttr>(name) : FactsAttr();
    if (given && given.getUnique()) {
      column.distinct = result.rows;
      column.isKey = true;
    } else if (given && given.getDistinct()) {
      column.distinct = std::min(column.distinct, static_cast<double>(given.getDistinct()));
    } else if (!column.hasRange && !getNonNull(type.getTypes()[index]).isInteger(1)) {
      column.distinct = std::max(1.0, result.rows / 10); // Strings and floats repeat somewhat.
      column.isGuess = true;
    }
    column.domain = column.distinct;
    result.columns.push_back(column);
  }
  return result;
}

TableEstimate CardinalityAnalysis::visitWithColumns(WithColumnsOp op) const {
  const TableEstimate &input = get(op.getInput());
  auto inputType = cast<TableType>(op.getInput().getType()), type = cast<TableType>(op.getType());
  TableEstimate result = input;
  result.columns.resize(type.getNumColumns());
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands())) {
    ColumnEstimate &column = result.columns[*type.find(name.getValue())];
    auto columnOf = [&](BlockArgument argument) -> const ColumnEstimate & {
      auto name = cast<StringAttr>(op.getColumns()[argument.getArgNumber()]);
      return input.columns[*inputType.find(name.getValue())];
    };
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      column = columnOf(argument);
      continue;
    }
    column = makeEstimate(facts.getFacts(value), value.getType(), result.rows);
    // No more values than combinations of what it is computed from.
    double values = 1;
    llvm::SmallPtrSet<Operation *, 8> seen;
    SmallVector<Value> worklist = {value};
    llvm::SmallPtrSet<void *, 8> arguments;
    while (!worklist.empty()) {
      Value next = worklist.pop_back_val();
      if (auto argument = dyn_cast<BlockArgument>(next)) {
        if (arguments.insert(argument.getAsOpaquePointer()).second)
          values *= columnOf(argument).distinct;
      } else if (seen.insert(next.getDefiningOp()).second) {
        llvm::append_range(worklist, next.getDefiningOp()->getOperands());
      }
    }
    column.distinct = column.domain = std::max(1.0, std::min(column.distinct, values));
  }
  return result;
}

TableEstimate CardinalityAnalysis::visitAggregate(AggregateOp op) const {
  const TableEstimate &input = get(op.getInput());
  auto inputType = cast<TableType>(op.getInput().getType()), type = cast<TableType>(op.getType());
  TableEstimate result;
  result.isKnown = input.isKnown;
  for (StringAttr key : op.getKeys().getAsRange<StringAttr>()) {
    result.columns.push_back(input.columns[*inputType.find(key.getValue())]);
    result.rows *= result.columns.back().distinct;
  }
  result.rows = op.getKeys().empty() ? 1 : std::min(result.rows, input.rows);
  if (result.columns.size() == 1)
    result.columns[0].isKey = true;
  TableFacts known = facts.getTableFacts(op.getResult());
  for (Value value : op.getBody().front().getTerminator()->getOperands()) {
    unsigned i = result.columns.size();
    ColumnEstimate column = makeEstimate(known.columns[i], type.getTypes()[i], result.rows);
    if (!isa<MinOp, MaxOp, FirstOp, LastOp, ArgMinOp, ArgMaxOp>(value.getDefiningOp())) {
      column.hasRange = false;
      column.isTotal = true;
    }
    result.columns.push_back(column);
  }
  return result;
}

TableEstimate CardinalityAnalysis::visitConcat(ConcatOp op) const {
  TableEstimate result = get(op.getInputs()[0]);
  for (Value input : op.getInputs().drop_front()) {
    const TableEstimate &other = get(input);
    result.rows += other.rows;
    result.isKnown &= other.isKnown;
    for (auto [column, added] : llvm::zip_equal(result.columns, other.columns)) {
      // The same values or others: between the two.
      column.distinct =
          std::max(column.distinct, added.distinct) + std::min(column.distinct, added.distinct) / 2;
      column.domain = std::max(column.domain, column.distinct);
      column.isKey = false;
      column.hasRange &= added.hasRange;
      column.min = std::min(column.min, added.min);
      column.max = std::max(column.max, added.max);
    }
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Walk
//===----------------------------------------------------------------------===//

CardinalityAnalysis::CardinalityAnalysis(Operation *root, const FactAnalysis &facts)
    : facts(facts) {
  root->walk<WalkOrder::PreOrder>([&](Operation *op) {
    for (Region &region : op->getRegions())
      for (Value argument : region.getArguments())
        if (auto type = dyn_cast<TableType>(argument.getType())) {
          TableEstimate &unknown = tables[argument];
          unknown.rows = kUnknownRows;
          unknown.columns.assign(type.getNumColumns(), {kUnknownRows, kUnknownRows});
        }
    if (op->getNumResults() == 1 && isa<TableType>(op->getResult(0).getType()))
      visit(op);
  });
}

const TableEstimate &CardinalityAnalysis::get(Value table) const {
  auto it = tables.find(table);
  assert(it != tables.end() && "the table was made after the estimates");
  return it->second;
}

void CardinalityAnalysis::visit(Operation *op) {
  TableEstimate result =
      llvm::TypeSwitch<Operation *, TableEstimate>(op)
          .Case([&](SourceOp source) { return visitSource(source); })
          .Case([&](ProjectOp project) {
            TableEstimate input = get(project.getInput()), result = input;
            auto type = cast<TableType>(project.getInput().getType());
            result.columns.clear();
            for (StringAttr column : project.getColumns().getAsRange<StringAttr>())
              result.columns.push_back(input.columns[*type.find(column.getValue())]);
            return result;
          })
          .Case([&](WithColumnsOp withColumns) { return visitWithColumns(withColumns); })
          .Case([&](FilterOp filter) {
            TableEstimate input = get(filter.getInput()), result = input;
            double share = getSelectivity(filter, result.columns,
                                          cast<TableType>(filter.getInput().getType()));
            double rows = std::max(1.0, input.rows * share);
            for (auto [column, before] : llvm::zip_equal(result.columns, input.columns))
              column.distinct = column.distinct < before.distinct
                                    ? std::min(column.distinct, rows)
                                    : keepDistinct(before.distinct, input.rows, rows);
            result.rows = rows;
            return result;
          })
          .Case([&](AggregateOp aggregate) { return visitAggregate(aggregate); })
          .Case([&](JoinOp join) { return visitJoin(join); })
          .Case([&](ConcatOp concat) { return visitConcat(concat); })
          .Case<LimitOp, TopKOp>([&](auto limit) {
            TableEstimate result = get(limit.getInput());
            double count = limit.getCount();
            if (auto topK = dyn_cast<TopKOp>(limit.getOperation()); topK && topK.getPer())
              count = result.rows;
            sampleRows(result, std::min(result.rows, count));
            return result;
          })
          .Default([&](Operation *) {
            // The rows of the operand, if it is one that is not listed, and further columns.
            TableEstimate result;
            auto type = cast<TableType>(op->getResult(0).getType());
            result.rows = kUnknownRows;
            if (op->getNumOperands() && isa<TableType>(op->getOperand(0).getType()))
              result = get(op->getOperand(0));
            if (!isa<SortOp, WindowOp, WithRowIndexOp>(op))
              result.columns.clear(), result.isKnown = false;
            result.columns.resize(type.getNumColumns(), {result.rows, result.rows});
            return result;
          });
  tables[op->getResult(0)] = std::move(result);
}
