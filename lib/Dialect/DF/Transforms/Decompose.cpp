//===- Decompose.cpp - molt-df-decompose ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One function for each operation that is short for others. What it gives has the type of
// the operation; where columns are nullable on the way, a cast takes that back, which cannot
// fail there and goes when facts are used.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "PlanBuilder.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFDECOMPOSE
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Sets of rows, missing values
//===----------------------------------------------------------------------===//

static FailureOr<Value> decompose(DistinctOp op, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(op.getInput());
  SmallVector<StringAttr> keys = getColumns(type, op.getColumns()), others;
  for (StringAttr name : type.getNames())
    if (!llvm::is_contained(keys, name))
      others.push_back(name);
  Keep keep = op.getKeep();
  // Without columns to compare all rows are equal: one stays, if there is one.
  Value table = op.getInput();
  if (keys.empty()) {
    keys.push_back(plan.makeName(table));
    table = plan.withConstant(table, keys[0]);
  }
  StringAttr count = keep == Keep::none ? plan.makeName(table) : StringAttr();
  SmallVector<StringAttr> results(others);
  if (count)
    results.push_back(count);
  Value groups = plan.aggregate(table, keys, results, [&](RowRegion &region, OpBuilder &inside) {
    SmallVector<Value> values;
    for (StringAttr name : others)
      values.push_back(region.getColumn(op.getLoc(), name));
    for (Value &value : values) {
      auto type = withNullability(getNonNull(value.getType()), true);
      if (keep == Keep::last)
        value = LastOp::create(inside, op.getLoc(), type, value, Value(), UnitAttr());
      else
        value = FirstOp::create(inside, op.getLoc(), type, value, Value(), UnitAttr());
    }
    if (count)
      values.push_back(CountOp::create(inside, op.getLoc(), inside.getI64Type(), Value()));
    return values;
  });
  if (count)
    groups = plan.filter(groups, [&](RowRegion &region, OpBuilder &inside) -> SmallVector<Value> {
      Value rows = region.getColumn(op.getLoc(), count);
      Value one =
          ConstantOp::create(inside, op.getLoc(), inside.getI64Type(), inside.getI64IntegerAttr(1));
      return {CmpOp::create(inside, op.getLoc(), inside.getI1Type(), CmpPredicate::eq, rows, one)};
    });
  return plan.castTo(groups, type);
}

static FailureOr<Value> decompose(TopKOp op, PlanBuilder &plan) {
  if (!op.getPer())
    return failure();
  TableType type = PlanBuilder::typeOf(op.getInput());
  StringAttr place = plan.makeName(op.getInput());
  Type i64 = plan.builder.getI64Type(), i1 = plan.builder.getI1Type();
  Value numbered = plan.number(op.getInput(), getColumns(type, op.getPer()), place, op.getKeys());
  Value kept = plan.filter(numbered, [&](RowRegion &region, OpBuilder &inside) {
    Value number = region.getColumn(op.getLoc(), place);
    Value count = ConstantOp::create(inside, op.getLoc(), i64,
                                     inside.getI64IntegerAttr(static_cast<int64_t>(op.getCount())));
    return SmallVector<Value>{
        CmpOp::create(inside, op.getLoc(), i1, CmpPredicate::le, number, count)};
  });
  return plan.project(kept, type.getNames());
}

static FailureOr<Value> decompose(UnionOp op, PlanBuilder &plan) {
  Value all = plan.concat(op.getInputs());
  SmallVector<StringAttr> columns = getColumns(PlanBuilder::typeOf(all), std::nullopt);
  if (!columns.empty())
    return plan.distinct(all, columns);
  columns = {plan.makeName(all)};
  return plan.project(plan.distinct(plan.withConstant(all, columns[0]), columns), {});
}

/// intersect (semi) and except (anti).
template <typename OpTy>
static Value decomposeMembership(OpTy op, PlanBuilder &plan, JoinKind kind) {
  Value left = op.getLeft(), right = op.getRight();
  SmallVector<StringAttr> columns = getColumns(PlanBuilder::typeOf(left), std::nullopt), none;
  if (op.getAll()) {
    // The first of equal rows meets the first one of the other side, the second the second, …
    StringAttr place = plan.makeName({left, right});
    SmallVector<StringAttr> keys(columns);
    keys.push_back(place);
    Value members = plan.join(kind, plan.number(left, columns, place),
                              plan.number(right, columns, place), keys, keys);
    return plan.project(members, columns);
  }
  if (!columns.empty())
    return plan.join(kind, plan.distinct(left, columns), right, columns, columns);
  columns = {plan.makeName(left)};
  left = plan.distinct(plan.withConstant(left, columns[0]), columns);
  right = plan.withConstant(right, columns[0]);
  return plan.project(plan.join(kind, left, right, columns, columns), none);
}

static FailureOr<Value> decompose(IntersectOp op, PlanBuilder &plan) {
  return decomposeMembership(op, plan, JoinKind::semi);
}
static FailureOr<Value> decompose(ExceptOp op, PlanBuilder &plan) {
  return decomposeMembership(op, plan, JoinKind::anti);
}

/// The rows in which no column of these is null.
static Value dropNulls(Value table, ArrayRef<StringAttr> names, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(table);
  SmallVector<StringAttr> nullable;
  for (StringAttr name : names)
    if (isNullable(type.getColumnType(name)))
      nullable.push_back(name);
  if (nullable.empty())
    return table;
  return plan.filter(table, [&](RowRegion &region, OpBuilder &inside) {
    SmallVector<Value> columns;
    for (StringAttr name : nullable)
      columns.push_back(region.getColumn(plan.loc, name));
    Type i1 = inside.getI1Type();
    Value keep;
    for (Value column : columns) {
      Value isNull = IsNullOp::create(inside, plan.loc, i1, column);
      Value isValid = NotOp::create(inside, plan.loc, i1, isNull);
      keep = keep ? Value(AndOp::create(inside, plan.loc, i1, keep, isValid)) : isValid;
    }
    return SmallVector<Value>{keep};
  });
}

static FailureOr<Value> decompose(DropNullsOp op, PlanBuilder &plan) {
  TableType type = PlanBuilder::typeOf(op.getInput());
  Value kept = dropNulls(op.getInput(), getColumns(type, op.getColumns()), plan);
  return plan.castTo(kept, PlanBuilder::typeOf(op.getResult()));
}

static FailureOr<Value> decompose(FillNullOp op, PlanBuilder &plan) {
  SmallVector<StringAttr> filled = getColumns(PlanBuilder::typeOf(op.getInput()), op.getNames());
  auto fill = [&](RowRegion &region, OpBuilder &inside) -> FailureOr<SmallVector<Value>> {
    SmallVector<Value> columns;
    for (StringAttr name : filled)
      columns.push_back(region.getColumn(op.getLoc(), name));
    IRMapping mapping;
    FailureOr<SmallVector<Value>> values = region.cloneYielded(op, mapping);
    if (failed(values))
      return failure();
    for (auto [column, value] : llvm::zip_equal(columns, *values))
      if (isNullable(column.getType()))
        column = CoalesceOp::create(inside, op.getLoc(), value.getType(), column, value);
    return columns;
  };
  return plan.tryWithColumns(op.getInput(), filled, fill);
}

static FailureOr<Value> decompose(AggregateOp op, PlanBuilder &plan) {
  if (!op.getDropNullKeys())
    return decomposeAggregate(op, plan);
  TableType type = PlanBuilder::typeOf(op.getInput());
  Value kept = dropNulls(op.getInput(), getColumns(type, op.getKeys()), plan);
  auto rest = cast<AggregateOp>(plan.builder.clone(*op));
  rest.getInputMutable().assign(kept);
  rest.setDropNullKeys(false);
  return rest.getResult();
}

static FailureOr<Value> decompose(WindowOp op, PlanBuilder &plan) {
  FailureOr<Value> parts = decomposeSkipNulls(op, plan);
  return succeeded(parts) ? parts : decomposeWindow(op, plan);
}

//===----------------------------------------------------------------------===//
// The pass
//===----------------------------------------------------------------------===//

namespace {
/// Notes the plan operations that are made.
struct MadeOperations : OpBuilder::Listener {
  explicit MadeOperations(SmallVectorImpl<Operation *> &plan) : plan(plan) {}
  void notifyOperationInserted(Operation *op, OpBuilder::InsertPoint) final {
    if (isPlanOp(op))
      plan.push_back(op);
  }
  SmallVectorImpl<Operation *> &plan;
};
} // namespace

void df::decomposePlan(Operation *root,
                       function_ref<FailureOr<Value>(Operation *, PlanBuilder &)> decompose) {
  SmallVector<Operation *> plan;
  root->walk([&](Operation *op) {
    if (isPlanOp(op))
      plan.push_back(op);
  });
  // What operations are made of may itself be short for others.
  std::reverse(plan.begin(), plan.end());
  MadeOperations made(plan);
  while (!plan.empty()) {
    Operation *op = plan.pop_back_val();
    OpBuilder builder(op);
    builder.setListener(&made);
    PlanBuilder parts(builder, op->getLoc());
    FailureOr<Value> result = decompose(op, parts);
    if (failed(result))
      continue;
    op->getResult(0).replaceAllUsesWith(*result);
    op->erase();
  }
}

namespace {
struct Decompose : df::impl::MoltDFDecomposeBase<Decompose> {
  void runOnOperation() final {
    decomposeNulls(getOperation());
    decomposePlan(getOperation(), [](Operation *op, PlanBuilder &parts) -> FailureOr<Value> {
      if (maintainsOrder(op))
        return decomposeOrder(op, parts);
      return llvm::TypeSwitch<Operation *, FailureOr<Value>>(op)
          .Case<DistinctOp, UnionOp, IntersectOp, ExceptOp, DropNullsOp, FillNullOp, AggregateOp,
                TopKOp, WindowOp>([&](auto op) { return decompose(op, parts); })
          .Default([](Operation *) { return failure(); });
    });
  }
};
} // namespace
