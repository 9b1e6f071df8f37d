//===- ReduceJoins.cpp - molt-df-reduce-joins -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/CardinalityAnalysis.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/Joins.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "mlir/IR/Remarks.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFREDUCEJOINS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

/// What a row costs in a hash table of groups, relative to probing with it.
static constexpr double kGroupCost = 3;

namespace {
/// A column of a table.
struct Column {
  Value table;
  StringAttr name;
};

/// The aggregate whose groups become the rows of a side of a join, one by one, and the key of
/// it that a column of that side is.
struct Groups {
  AggregateOp aggregate;
  StringAttr key;
  /// From the side down to the aggregate.
  SmallVector<Operation *> operations;
};
} // namespace

static StringAttr untyped(StringAttr name) {
  return StringAttr::get(name.getContext(), name.getValue());
}

/// The name of a column of a projection in its input.
static StringAttr getInputName(ProjectOp op, StringAttr name) {
  auto type = cast<TableType>(op.getType());
  return untyped(cast<StringAttr>(op.getColumns()[*type.find(name.getValue())]));
}

static bool contains(ArrayAttr names, StringAttr name) {
  return llvm::any_of(names.getAsRange<StringAttr>(),
                      [&](StringAttr other) { return other.getValue() == name.getValue(); });
}

static bool isColumn(Value table, StringAttr name) {
  return cast<TableType>(table.getType()).find(name.getValue()).has_value();
}

static std::optional<Groups> findGroups(Value table, StringAttr column) {
  Groups result;
  column = untyped(column);
  while (Operation *op = table.getDefiningOp()) {
    // Nothing else may see that groups are missing.
    if (!table.hasOneUse())
      return std::nullopt;
    result.operations.push_back(op);
    if (auto aggregate = dyn_cast<AggregateOp>(op)) {
      // A semi join gives its rows in any order.
      if (!contains(aggregate.getKeys(), column) || hasOrderReader(aggregate) ||
          maintainsOrder(aggregate))
        return std::nullopt;
      result.aggregate = aggregate;
      result.key = column;
      return result;
    }
    if (auto project = dyn_cast<ProjectOp>(op))
      column = getInputName(project, column);
    else if (auto withColumns = dyn_cast<WithColumnsOp>(op);
             withColumns && contains(withColumns.getNames(), column))
      return std::nullopt;
    else if (!isa<FilterOp, SortOp, WithColumnsOp>(op))
      return std::nullopt;
    table = op->getOperand(0);
  }
  return std::nullopt;
}

/// All columns below a column whose values include its values, but for null.
static void collectSupersets(Column column, SmallVectorImpl<Column> &result, unsigned depth = 0) {
  constexpr unsigned kMaxDepth = 100, kMaxColumns = 64;
  if (depth == kMaxDepth || result.size() == kMaxColumns)
    return;
  column.name = untyped(column.name);
  result.push_back(column);
  Operation *op = column.table.getDefiningOp();
  auto goOn = [&](Value table, StringAttr name) {
    collectSupersets({table, name}, result, depth + 1);
  };
  if (auto project = dyn_cast_or_null<ProjectOp>(op))
    return goOn(project.getInput(), getInputName(project, column.name));
  if (auto withColumns = dyn_cast_or_null<WithColumnsOp>(op);
      withColumns && contains(withColumns.getNames(), column.name))
    return;
  if (auto aggregate = dyn_cast_or_null<AggregateOp>(op);
      aggregate && !contains(aggregate.getKeys(), column.name))
    return;
  if (isa_and_nonnull<WithColumnsOp, AggregateOp, FilterOp, SortOp, LimitOp, TopKOp>(op))
    return goOn(op->getOperand(0), column.name);
  auto join = dyn_cast_or_null<JoinOp>(op);
  if (!join)
    return;
  bool isLeft = isColumn(join.getLeft(), column.name);
  goOn(isLeft ? join.getLeft() : join.getRight(), column.name);
  // Rows without a match would have a key that the other side lacks.
  if ((join.getKind() != JoinKind::inner && join.getKind() != JoinKind::semi) ||
      join.getNullEqual())
    return;
  for (auto [left, right] : llvm::zip_equal(join.getLeftKeys().getAsRange<StringAttr>(),
                                            join.getRightKeys().getAsRange<StringAttr>())) {
    if (isLeft && left.getValue() == column.name.getValue())
      goOn(join.getRight(), right);
    if (!isLeft && right.getValue() == column.name.getValue())
      goOn(join.getLeft(), left);
  }
}

namespace {
struct ReduceJoins : df::impl::MoltDFReduceJoinsBase<ReduceJoins> {
  using MoltDFReduceJoinsBase::MoltDFReduceJoinsBase;

  void runOnOperation() final {
    SmallVector<JoinOp> joins;
    getOperation()->walk([&](JoinOp join) { joins.push_back(join); });
    if (joins.empty())
      return;
    FactAnalysis facts(getOperation());
    CardinalityAnalysis cardinalities(getOperation(), facts);
    for (JoinOp join : joins) {
      if (join.getNullEqual())
        continue;
      // Groups that have no match must not matter.
      JoinKind kind = join.getKind();
      bool needsLeft = keepsLeft(kind) || kind == JoinKind::anti;
      bool needsRight = keepsRight(kind);
      for (auto [left, right] : llvm::zip_equal(join.getLeftKeys().getAsRange<StringAttr>(),
                                                join.getRightKeys().getAsRange<StringAttr>())) {
        if (!needsRight &&
            reduce(join, {join.getRight(), right}, {join.getLeft(), left}, cardinalities))
          break;
        if (!needsLeft &&
            reduce(join, {join.getLeft(), left}, {join.getRight(), right}, cardinalities))
          break;
      }
    }
  }

private:
  /// Drops rows below the aggregate that makes `side` whose key is not among those of `other`.
  bool reduce(JoinOp join, Column side, Column other, const CardinalityAnalysis &cardinalities) {
    std::optional<Groups> groups = findGroups(side.table, side.name);
    if (!groups)
      return false;
    Value input = groups->aggregate.getInput();
    if (made.contains(input))
      return false;
    const TableEstimate &rows = cardinalities.get(input);
    unsigned key = *cast<TableType>(input.getType()).find(groups->key.getValue());
    SmallVector<Column> supersets;
    collectSupersets(other, supersets);
    Column best;
    double bestCost = 0, bestShare = 1;
    for (const Column &candidate : supersets) {
      if (made.contains(candidate.table))
        continue;
      const TableEstimate &keys = cardinalities.get(candidate.table);
      if (minGain >= 0 && !(rows.isKnown && keys.isKnown))
        continue;
      unsigned column = *cast<TableType>(candidate.table.getType()).find(candidate.name.getValue());
      double share = CardinalityAnalysis::matchKeys(rows, keys, {{key, column}}).leftShare;
      // Probing with all rows, groups of those that are left, and the keys, which are computed
      // or kept for a second user.
      double cost = rows.rows + share * rows.rows * kGroupCost + 4 * keys.rows;
      if (!best.table || cost < bestCost) {
        best = candidate;
        bestCost = cost;
        bestShare = share;
      }
    }
    auto options = remark::RemarkOpts::name("ReduceJoins").category("molt-df");
    if (!best.table) {
      remark::missed(join.getLoc(), options) << remark::add("rows are not known");
      return false;
    }
    if (bestCost > rows.rows * kGroupCost * (1 - minGain / 100.0)) {
      remark::missed(join.getLoc(), options)
          << remark::add("about {0} % of the rows below the aggregate have a match",
                         static_cast<unsigned>(100 * bestShare));
      return false;
    }
    // The keys may be computed behind the aggregate, but not behind the join.
    for (Operation *op : llvm::reverse(groups->operations))
      op->moveBefore(join);
    OpBuilder builder(groups->aggregate);
    ProjectOp::Properties columns;
    columns.columns = builder.getArrayAttr({best.name});
    FailureOr<ProjectOp> keys =
        createPlanOp<ProjectOp>(builder, join.getLoc(), best.table, columns);
    if (failed(keys))
      return false;
    JoinOp::Properties properties;
    properties.kind = JoinKindAttr::get(builder.getContext(), JoinKind::semi);
    properties.leftKeys = builder.getArrayAttr({groups->key});
    properties.rightKeys = builder.getArrayAttr({best.name});
    FailureOr<JoinOp> semi =
        createPlanOp<JoinOp>(builder, join.getLoc(), ValueRange{input, keys->getResult()},
                             properties, std::make_unique<Region>());
    if (failed(semi))
      return false;
    groups->aggregate.getInputMutable().set(*semi);
    made.insert(*keys);
    made.insert(*semi);
    remark::passed(join.getLoc(), options) << remark::add(
        "only about {0} % of the rows are aggregated", static_cast<unsigned>(100 * bestShare));
    return true;
  }

  /// The tables of this pass, of which there are no estimates.
  llvm::SmallDenseSet<Value> made;
};
} // namespace
