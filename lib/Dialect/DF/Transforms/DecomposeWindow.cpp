//===- DecomposeWindow.cpp - Aggregates of whole partitions ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Without a frame, an aggregate in a window has one value for each partition: that of a group of
// an aggregation, which is joined with the rows. Grouping is cheaper than sorting; but where
// the rows are sorted anyway, for other functions, it is not cheaper than to add up.
//
// With a frame, distinct values are counted by an index of words (molt_pipe.frame_index): others
// get ranks first.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "PlanBuilder.h"
#include "llvm/ADT/MapVector.h"

using namespace molt;
using namespace molt::df;

/// Whether a result is the same whatever the order of the rows.
static bool ignoresOrder(Operation *op) {
  return isa<AggregateOpInterface>(op) && !readsRowOrder(op);
}

/// Whether values of a type have more than the 64 bits that an index of frames tells apart.
static bool isWide(Type type) {
  auto decimal = dyn_cast<DecimalType>(getNonNull(type));
  return isStringType(type) || isa<IntervalType>(getNonNull(type)) ||
         getNonNull(type).isInteger(128) || (decimal && decimal.getPrecision() > 18);
}

/// What stands for counts of distinct wide values over frames: those of the values' ranks among all
/// values, which are equal where the values are.
static FailureOr<Value> rankWideValues(WindowOp op, PlanBuilder &plan) {
  Operation *yield = op.getBody().front().getTerminator();
  llvm::MapVector<Value, StringAttr> ranks;
  for (Value value : yield->getOperands())
    if (auto count = value.getDefiningOp<CountDistinctOp>();
        count && isWide(count.getOperand().getType()))
      ranks.insert({count.getOperand(), StringAttr()});
  if (ranks.empty())
    return failure();
  Value table = op.getInput();
  auto makeName = [&] { return plan.makeName({table, op.getResult()}); };
  for (auto &[operand, rank] : ranks) {
    StringAttr value = makeName();
    rank = makeName();
    auto compute = [&, operand = operand](RowRegion &region,
                                          OpBuilder &) -> FailureOr<SmallVector<Value>> {
      IRMapping mapping;
      return region.clone(operand, op.getColumns(), mapping);
    };
    FailureOr<Value> computed = plan.tryWithColumns(table, value, compute);
    if (failed(computed))
      return failure();
    WindowOp::Properties properties;
    properties.by = plan.names({});
    properties.order = plan.sortKeys(value);
    properties.names = plan.names(rank);
    // The rows of the window itself are in the order of the input.
    properties.maintain_order = plan.builder.getUnitAttr();
    table = plan.rows<WindowOp>(*computed, properties, [&](RowRegion &, OpBuilder &inside) {
      return SmallVector<Value>{DenseRankOp::create(inside, op.getLoc(), inside.getI64Type())};
    });
    // A null has a rank, too, but does not count.
    table = plan.withColumns(table, rank, [&, rank = rank](RowRegion &region, OpBuilder &inside) {
      Location loc = op.getLoc();
      Type type = NullableType::get(inside.getI64Type());
      Value isNull =
          IsNullOp::create(inside, loc, inside.getI1Type(), region.getColumn(loc, value));
      Value none = ConstantOp::create(inside, loc, type, NullAttr::get(inside.getContext()));
      return SmallVector<Value>{
          SelectOp::create(inside, loc, type, isNull, none, region.getColumn(loc, rank))};
    });
  }

  WindowOp::Properties properties = op.getProperties();
  auto body = [&](RowRegion &region, OpBuilder &inside) -> FailureOr<SmallVector<Value>> {
    IRMapping mapping;
    if (failed(region.cloneExpressions(op, mapping)))
      return failure();
    SmallVector<Value> results;
    for (Value value : yield->getOperands()) {
      auto count = value.getDefiningOp<CountDistinctOp>();
      auto ranked = count ? ranks.find(count.getOperand()) : ranks.end();
      if (ranked == ranks.end()) {
        FailureOr<SmallVector<Value>> copy = region.clone(value, op.getColumns(), mapping);
        if (failed(copy))
          return failure();
        results.push_back(copy->front());
        continue;
      }
      Value where;
      if (count.getWhere()) {
        FailureOr<SmallVector<Value>> copy =
            region.clone(count.getWhere(), op.getColumns(), mapping);
        if (failed(copy))
          return failure();
        where = copy->front();
      }
      Value rank = region.getColumn(count.getLoc(), ranked->second);
      results.push_back(
          CountDistinctOp::create(inside, count.getLoc(), value.getType(), rank, where));
    }
    return results;
  };
  FailureOr<Value> windowed = plan.tryRows<WindowOp>(table, properties, body);
  if (failed(windowed))
    return failure();
  return plan.project(*windowed, PlanBuilder::typeOf(op.getResult()).getNames());
}

FailureOr<Value> df::decomposeWindow(WindowOp op, PlanBuilder &plan) {
  if (op.getFrame())
    return rankWideValues(op, plan);
  TableType type = PlanBuilder::typeOf(op.getInput());
  SmallVector<StringAttr> by = getColumns(type, op.getBy()),
                          names = getColumns(type, op.getNames());
  Operation *yield = op.getBody().front().getTerminator();
  bool isSorted = llvm::any_of(yield->getOperands(),
                               [](Value value) { return !ignoresOrder(value.getDefiningOp()); });
  SmallVector<Value> grouped, placed;
  SmallVector<StringAttr> groupedNames, placedNames;
  for (auto [name, value] : llvm::zip_equal(names, yield->getOperands())) {
    bool isGrouped = needsAllRows(value.getDefiningOp()) || !isSorted;
    (isGrouped ? grouped : placed).push_back(value);
    (isGrouped ? groupedNames : placedNames).push_back(name);
  }
  if (grouped.empty())
    return failure();

  auto copy = [&](ValueRange values, bool withUnused) {
    return
        [&, values, withUnused](RowRegion &region, OpBuilder &) -> FailureOr<SmallVector<Value>> {
          IRMapping mapping;
          // Once: what is computed for nobody may fail.
          if (withUnused && failed(region.cloneExpressions(op, mapping)))
            return failure();
          return region.clone(values, op.getColumns(), mapping);
        };
  };
  FailureOr<Value> groups =
      plan.tryAggregate(op.getInput(), by, groupedNames, copy(grouped, /*withUnused=*/true));
  if (failed(groups))
    return failure();
  FailureOr<Value> rows = op.getInput();
  if (!placed.empty())
    rows = plan.tryWindow(*rows, by, op.getOrder(), placedNames, copy(placed, false));
  if (failed(rows))
    return failure();
  Value joined = plan.joinOnKeys(JoinKind::inner, *rows, *groups, by);
  return plan.project(joined, PlanBuilder::typeOf(op.getResult()).getNames());
}
