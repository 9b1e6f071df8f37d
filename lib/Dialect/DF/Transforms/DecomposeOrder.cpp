//===- DecomposeOrder.cpp - Operations that maintain order ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// `maintain_order` is short for numbers of the rows of the input, which the operation carries
// along, and a sort of its result by these. So no other operation or pass has to know how to keep
// an order, and where nothing sees it the sort goes.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Transforms.h"
#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "PlanBuilder.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::df;

/// The rows by their numbers, without them.
static Value restoreOrder(Value table, ArrayRef<StringAttr> numbers, TableType type,
                          PlanBuilder &plan) {
  return plan.project(plan.sort(table, numbers), type.getNames());
}

/// The same operation on tables with more columns, without the attribute.
template <typename OpTy>
static FailureOr<OpTy> cloneOn(OpTy op, ValueRange inputs, PlanBuilder &plan) {
  typename OpTy::Properties properties = op.getProperties();
  properties.maintain_order = nullptr;
  std::unique_ptr<Region> region;
  if (op->getNumRegions()) {
    region = std::make_unique<Region>();
    IRMapping mapping;
    op->getRegion(0).cloneInto(region.get(), mapping);
  }
  return createPlanOp<OpTy>(plan.builder, op.getLoc(), inputs, properties, std::move(region));
}

static FailureOr<Value> keepOrder(AggregateOp op, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(op.getResult());
  StringAttr number = plan.makeName({op.getInput(), op.getResult()});
  Value numbered = plan.withOrder(op.getInput(), number);
  AggregateOp::Properties properties = op.getProperties();
  properties.maintain_order = nullptr;
  SmallVector<Attribute> names(op.getNames().getValue());
  names.push_back(number);
  properties.names = plan.builder.getArrayAttr(names);
  auto body = [&](RowRegion &region, OpBuilder &inside) -> FailureOr<SmallVector<Value>> {
    IRMapping mapping;
    FailureOr<SmallVector<Value>> values = region.cloneYielded(op, mapping);
    if (failed(values))
      return failure();
    Value row = region.getColumn(op.getLoc(), number);
    auto nullable = withNullability(row.getType(), true);
    values->push_back(MinOp::create(inside, op.getLoc(), nullable, row, Value()));
    return values;
  };
  FailureOr<Value> groups = plan.tryRows<AggregateOp>(numbered, properties, body);
  if (failed(groups))
    return failure();
  return restoreOrder(*groups, number, type, plan);
}

static FailureOr<Value> keepOrder(WindowOp op, PlanBuilder &plan) {
  StringAttr number = plan.makeName({op.getInput(), op.getResult()});
  FailureOr<WindowOp> rows = cloneOn(op, plan.withOrder(op.getInput(), number), plan);
  if (failed(rows))
    return failure();
  return restoreOrder(*rows, number, PlanBuilder::typeOf(op.getResult()), plan);
}

static FailureOr<Value> keepOrder(DistinctOp op, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(op.getResult());
  StringAttr number = plan.makeName(op.getInput());
  DistinctOp::Properties properties;
  // The number is no column to compare, and that of the row that stays.
  properties.columns = plan.names(getColumns(type, op.getColumns()));
  Keep keep = op.getKeep() == Keep::any ? Keep::first : op.getKeep();
  properties.keep = KeepAttr::get(op.getContext(), keep);
  FailureOr<DistinctOp> rows = createPlanOp<DistinctOp>(
      plan.builder, op.getLoc(), plan.withOrder(op.getInput(), number), properties);
  if (failed(rows))
    return failure();
  return restoreOrder(*rows, number, type, plan);
}

/// The different rows of a table, in the order of the first ones.
static FailureOr<Value> keepFirst(Value table, PlanBuilder &plan) {
  DistinctOp::Properties properties;
  properties.maintain_order = plan.builder.getUnitAttr();
  FailureOr<DistinctOp> rows =
      createPlanOp<DistinctOp>(plan.builder, plan.loc, table, properties);
  if (failed(rows))
    return failure();
  return rows->getResult();
}

static FailureOr<Value> keepOrder(UnionOp op, PlanBuilder &plan) {
  return keepFirst(plan.concat(op.getInputs()), plan);
}

/// intersect and except: what stays of the left table, in its order.
template <typename OpTy>
static FailureOr<Value> keepLeftOrder(OpTy op, PlanBuilder &plan) {
  Value left = op.getLeft(), right = op.getRight();
  TableType type = PlanBuilder::typeOf(left);
  SmallVector<StringAttr> columns(type.getNames());
  // Rows without columns are all the same.
  if (columns.empty())
    return cloneOn(op, {left, right}, plan)->getResult();
  if (!op.getAll()) {
    FailureOr<Value> rows = keepFirst(left, plan);
    if (failed(rows))
      return failure();
    left = *rows;
  }
  StringAttr number = plan.makeName({left, right}), place;
  left = plan.withOrder(left, number);
  SmallVector<StringAttr> keys(columns);
  if (op.getAll()) {
    place = plan.makeName({left, right});
    left = plan.number(left, columns, place);
    right = plan.number(right, columns, place);
    keys.push_back(place);
  }
  JoinKind kind = std::is_same_v<OpTy, IntersectOp> ? JoinKind::semi : JoinKind::anti;
  return restoreOrder(plan.join(kind, left, right, keys, keys), number, type, plan);
}

static FailureOr<Value> keepOrder(IntersectOp op, PlanBuilder &plan) {
  return keepLeftOrder(op, plan);
}
static FailureOr<Value> keepOrder(ExceptOp op, PlanBuilder &plan) {
  return keepLeftOrder(op, plan);
}

static FailureOr<Value> keepOrder(JoinOp op, PlanBuilder &plan) {
  SmallVector<Value> inputs = {op.getLeft(), op.getRight()};
  SmallVector<StringAttr> numbers;
  for (Value &input : inputs) {
    if (&input == &inputs[1] && !op.givesRight())
      break;
    numbers.push_back(plan.makeName({op.getLeft(), op.getRight()}));
    input = plan.withOrder(input, numbers.back());
  }
  FailureOr<JoinOp> rows = cloneOn(op, inputs, plan);
  if (failed(rows))
    return failure();
  // Rows of the second table without match have no number of the first: nulls are last.
  if (op.getKind() == JoinKind::right)
    std::reverse(numbers.begin(), numbers.end());
  return restoreOrder(*rows, numbers, PlanBuilder::typeOf(op.getResult()), plan);
}

FailureOr<Value> df::decomposeOrder(Operation *op, PlanBuilder &plan) {
  return llvm::TypeSwitch<Operation *, FailureOr<Value>>(op)
      .Case<AggregateOp, WindowOp, DistinctOp, UnionOp, IntersectOp, ExceptOp, JoinOp>(
          [&](auto op) { return keepOrder(op, plan); });
}

void df::decomposeMaintainedOrder(Operation *root) {
  decomposePlan(root, [](Operation *op, PlanBuilder &plan) -> FailureOr<Value> {
    if (!maintainsOrder(op))
      return failure();
    return decomposeOrder(op, plan);
  });
}
