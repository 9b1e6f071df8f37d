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
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "PlanBuilder.h"

using namespace molt;
using namespace molt::df;

/// Whether a result is the same whatever the order of the rows.
static bool ignoresOrder(Operation *op) {
  return isa<AggregateOpInterface>(op) && !readsRowOrder(op);
}

FailureOr<Value> df::decomposeWindow(WindowOp op, PlanBuilder &plan) {
  if (op.getFrame())
    return failure();
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
