//===- EliminateGroups.cpp - molt-df-eliminate-groups ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/ColumnLiveness.h"
#include "Molt/Dialect/DF/Analysis/KeyAnalysis.h"
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFELIMINATEGROUPS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

/// Whether an aggregate of one row is an expression of that row. Results of floats are
/// canonical, and conditions and statistics are left alone: nobody groups single rows for them.
static bool isExpressionOfRow(Operation *op) {
  auto aggregate = cast<AggregateOpInterface>(op);
  if (aggregate.getWhere())
    return false;
  if (isa<CountOp>(op))
    return true;
  // What is zero for null is no cast.
  auto sum = dyn_cast<SumOp>(op);
  if (sum && sum.getOrZero() && isNullable(sum.getOperand().getType()))
    return false;
  return isa<SumOp, MinOp, MaxOp, FirstOp, LastOp, AnyOp, AllOp>(op) &&
         !hasEqualForms(op->getOperand(0).getType());
}

namespace {
class Eliminator {
public:
  explicit Eliminator(Operation *root)
      : root(root), liveness(root, /*asWritten=*/true), keys(root), plan(root) {}

  LogicalResult run() {
    LogicalResult result = plan.run([&](Operation *op) -> LogicalResult {
      auto aggregate = dyn_cast<AggregateOp>(op);
      // A key whose nulls are dropped decides which rows there are.
      if (!aggregate || aggregate.getKeys().empty() || aggregate.getDropNullKeys())
        return success();
      FailureOr<bool> isGone = replaceByRows(aggregate);
      return failed(isGone) ? failure() : *isGone ? success() : dropKeys(aggregate);
    });
    if (usedAssumptions)
      markAssumed(root);
    return result;
  }

private:
  /// Groups of one row each are the rows.
  FailureOr<bool> replaceByRows(AggregateOp op) {
    Proof unique = keys.isUnique(op.getInput(), op.getKeys());
    if (!unique) {
      miss(op) << remark::add("groups may have several rows");
      return false;
    }
    auto inputType = cast<TableType>(op.getInput().getType()), type = cast<TableType>(op.getType());
    for (StringAttr key : op.getKeys().getAsRange<StringAttr>())
      if (hasEqualForms(inputType.getColumnType(key.getValue()))) {
        miss(op) << remark::add(
            "key \"{0}\" has values that are equal and differ, which grouping makes canonical",
            key.getValue());
        return false;
      }
    ValueRange yielded = op.getBody().front().getTerminator()->getOperands();
    for (Value value : yielded)
      if (!isExpressionOfRow(value.getDefiningOp())) {
        miss(op) << remark::add("{0} is not known as an expression of one row",
                                value.getDefiningOp()->getName());
        return false;
      }
    OpBuilder &builder = plan.getBuilder();
    Value table = plan.lookup(op.getInput());
    if (!yielded.empty()) {
      FailureOr<Value> withValues = computeRows(op, table, yielded);
      if (failed(withValues))
        return failure();
      table = *withValues;
    }
    ProjectOp::Properties properties;
    properties.columns = builder.getArrayAttr(
        SmallVector<Attribute>(type.getNames().begin(), type.getNames().end()));
    FailureOr<ProjectOp> project = createPlanOp<ProjectOp>(builder, op.getLoc(), table, properties);
    if (failed(project))
      return failure();
    usedAssumptions |= unique.assumes;
    remark::passed(op.getLoc(), options) << remark::add("groups of one row each are rows");
    plan.replace(op, *project);
    return true;
  }

  /// The input with the aggregates of each row as columns.
  FailureOr<Value> computeRows(AggregateOp op, Value table, ValueRange yielded) {
    OpBuilder &builder = plan.getBuilder();
    RowRegion region(builder, cast<TableType>(table.getType()));
    IRMapping mapping;
    SmallVector<Value> operands;
    for (Value value : yielded)
      llvm::append_range(operands, value.getDefiningOp()->getOperands());
    if (failed(region.clone(operands, op.getColumns(), mapping)))
      return failure();
    OpBuilder inside(op.getContext()); // the region has no parent to ask
    inside.setInsertionPointToEnd(region.getBlock());
    SmallVector<Value> values;
    for (Value value : yielded) {
      Operation *aggregate = value.getDefiningOp();
      Location loc = aggregate->getLoc();
      if (isa<CountOp>(aggregate)) {
        values.push_back(
            ConstantOp::create(inside, loc, value.getType(), inside.getI64IntegerAttr(1)));
        continue;
      }
      Value operand = mapping.lookup(aggregate->getOperand(0));
      if (operand.getType() != value.getType())
        operand = CastOp::create(inside, loc, value.getType(), operand);
      values.push_back(operand);
    }
    region.yield(op.getLoc(), values);
    WithColumnsOp::Properties properties;
    properties.columns = region.getColumnNames();
    properties.names = op.getNamesAttr();
    FailureOr<WithColumnsOp> result =
        createPlanOp<WithColumnsOp>(builder, op.getLoc(), table, properties, region.take());
    if (failed(result))
      return failure();
    return Value(*result);
  }

  /// Whether a key that somebody needs can be an aggregate of a group in which it has one value.
  /// Keys that are floats are canonical.
  static bool canBeAggregate(Type type) { return !hasEqualForms(type); }

  /// A key that the others determine does not change the groups. Where it is needed, any of the
  /// values of the group is the key.
  LogicalResult dropKeys(AggregateOp op) {
    const NameSet &needed = liveness.get(op.getResult());
    auto inputType = cast<TableType>(op.getInput().getType());
    SmallVector<StringRef> kept;
    for (StringAttr key : op.getKeys().getAsRange<StringAttr>())
      kept.push_back(key.getValue());
    SmallVector<StringRef> aggregated;
    bool assumes = false;
    // From the last, as people write the key that matters first. One stays: without keys there
    // is a group also where there are no rows.
    for (size_t i = kept.size(); i-- > 0 && kept.size() > 1;) {
      StringRef key = kept[i];
      bool isNeeded = needed.contains(StringAttr::get(op.getContext(), key));
      if (isNeeded && !canBeAggregate(inputType.getColumnType(key)))
        continue;
      SmallVector<StringRef> others = kept;
      others.erase(others.begin() + i);
      Proof dependent = keys.determines(op.getInput(), others, key);
      if (!dependent)
        continue;
      assumes |= dependent.assumes;
      kept = others;
      if (isNeeded)
        aggregated.push_back(key);
      remark::passed(op.getLoc(), options)
          << remark::add("key \"{0}\" follows from the others", key);
    }
    if (kept.size() == op.getKeys().size())
      return success();
    usedAssumptions |= assumes;
    std::reverse(aggregated.begin(), aggregated.end());
    return rebuildWithKeys(op, kept, aggregated);
  }

  /// The aggregation by some of its keys; others become aggregates.
  LogicalResult rebuildWithKeys(AggregateOp op, ArrayRef<StringRef> kept,
                                ArrayRef<StringRef> aggregated) {
    OpBuilder &builder = plan.getBuilder();
    Value input = plan.lookup(op.getInput());
    auto inputType = cast<TableType>(input.getType());
    RowRegion rows(builder, inputType);
    IRMapping mapping;
    Operation *yield = op.getBody().front().getTerminator();
    FailureOr<SmallVector<Value>> values =
        rows.clone(yield->getOperands(), op.getColumns(), mapping);
    if (failed(values))
      return op.emitOpError("cannot be rebuilt with fewer keys");
    OpBuilder inside(op.getContext()); // the region has no parent to ask
    SmallVector<Attribute> names(op.getNames().begin(), op.getNames().end());
    for (StringRef key : aggregated) {
      Value column = rows.getColumn(op.getLoc(), key);
      inside.setInsertionPointToEnd(rows.getBlock());
      names.push_back(builder.getStringAttr(key));
      values->push_back(makeAnyValue(inside, op.getLoc(), column));
    }
    rows.yield(yield->getLoc(), *values);
    AggregateOp::Properties properties = op.getProperties();
    properties.keys = builder.getStrArrayAttr(kept);
    properties.names = builder.getArrayAttr(names);
    properties.columns = rows.getColumnNames();
    auto copy = createPlanOp<AggregateOp>(builder, op.getLoc(), input, properties, rows.take());
    if (failed(copy))
      return failure();
    (*copy)->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    FailureOr<Value> table = restoreKeys(op, *copy, aggregated, inputType);
    if (failed(table))
      return failure();
    plan.replace(op, *table);
    return success();
  }

  /// One of the values of a group, which are all equal. The greatest of numbers needs no more
  /// than a comparison; `first` is that of any type, and several share what they compare.
  static Value makeAnyValue(OpBuilder &builder, Location loc, Value column) {
    Type type = getNonNull(column.getType());
    if (isNumericType(type) || isTimeType(type) || isa<Date32Type>(type))
      return MaxOp::create(builder, loc, column, /*where=*/Value());
    return FirstOp::create(builder, loc, column, /*where=*/Value(), /*skip_nulls=*/false);
  }

  /// The columns as they were before some keys became aggregates, which are always nullable.
  FailureOr<Value> restoreKeys(AggregateOp op, Value table, ArrayRef<StringRef> aggregated,
                               TableType inputType) {
    OpBuilder &builder = plan.getBuilder();
    RowRegion region(builder, cast<TableType>(table.getType()));
    OpBuilder inside(op.getContext()); // the region has no parent to ask
    SmallVector<Attribute> names;
    SmallVector<Value> values;
    for (StringRef key : aggregated) {
      Type type = inputType.getColumnType(key);
      if (isNullable(type))
        continue;
      Value column = region.getColumn(op.getLoc(), key);
      inside.setInsertionPointToEnd(region.getBlock());
      // There is a row in each group.
      values.push_back(CastOp::create(inside, op.getLoc(), type, column, Overflow::never));
      names.push_back(builder.getStringAttr(key));
    }
    if (!names.empty()) {
      region.yield(op.getLoc(), values);
      WithColumnsOp::Properties properties;
      properties.columns = region.getColumnNames();
      properties.names = builder.getArrayAttr(names);
      auto result =
          createPlanOp<WithColumnsOp>(builder, op.getLoc(), table, properties, region.take());
      if (failed(result))
        return failure();
      table = *result;
    }
    if (aggregated.empty())
      return table;
    // Keys that nobody needs are gone.
    ProjectOp::Properties properties;
    SmallVector<Attribute> columns;
    for (StringAttr name : cast<TableType>(op.getType()).getNames())
      if (cast<TableType>(table.getType()).find(name))
        columns.push_back(name);
    properties.columns = builder.getArrayAttr(columns);
    auto project = createPlanOp<ProjectOp>(builder, op.getLoc(), table, properties);
    if (failed(project))
      return failure();
    return project->getResult();
  }

  remark::detail::InFlightRemark miss(AggregateOp op) {
    return remark::missed(op.getLoc(), options);
  }

  Operation *root;
  ColumnLiveness liveness;
  KeyAnalysis keys;
  PlanRebuilder plan;
  remark::RemarkOpts options = remark::RemarkOpts::name("EliminateGroups").category("molt-df");
  /// Whether any proof relied on facts of sources.
  bool usedAssumptions = false;
};

struct EliminateGroups : df::impl::MoltDFEliminateGroupsBase<EliminateGroups> {
  void runOnOperation() final {
    if (failed(Eliminator(getOperation()).run()))
      signalPassFailure();
  }
};
} // namespace
