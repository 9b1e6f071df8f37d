//===- EliminateGroups.cpp - molt-df-eliminate-groups ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/ColumnLiveness.h"
#include "Molt/Dialect/DF/Analysis/KeyAnalysis.h"
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

static bool isFloat(Type type) { return isa<FloatType>(getNonNull(type)); }

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
         !isFloat(op->getOperand(0).getType());
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
      if (isFloat(inputType.getColumnType(key.getValue()))) {
        miss(op) << remark::add("key \"{0}\" is a float, which grouping makes canonical",
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

  /// A key that nobody needs and that the others determine does not change the groups.
  LogicalResult dropKeys(AggregateOp op) {
    const NameSet &needed = liveness.get(op.getResult());
    SmallVector<StringRef> kept;
    for (StringAttr key : op.getKeys().getAsRange<StringAttr>())
      kept.push_back(key.getValue());
    bool assumes = false;
    // From the last, as people write the key that matters first. One stays: without keys there
    // is a group also where there are no rows.
    for (size_t i = kept.size(); i-- > 0 && kept.size() > 1;) {
      StringRef key = kept[i];
      if (needed.contains(StringAttr::get(op.getContext(), key)))
        continue;
      SmallVector<StringRef> others = kept;
      others.erase(others.begin() + i);
      Proof dependent = keys.determines(op.getInput(), others, key);
      if (!dependent)
        continue;
      assumes |= dependent.assumes;
      kept = others;
      remark::passed(op.getLoc(), options)
          << remark::add("key \"{0}\" follows from the others", key);
    }
    if (kept.size() == op.getKeys().size())
      return success();
    usedAssumptions |= assumes;
    AggregateOp::Properties properties = op.getProperties();
    properties.keys = plan.getBuilder().getStrArrayAttr(kept);
    auto region = std::make_unique<Region>();
    IRMapping inside;
    op.getBody().cloneInto(region.get(), inside);
    Value input = plan.lookup(op.getInput());
    if (input != op.getInput()) {
      // Columns may be others by now.
      RowRegion rows(plan.getBuilder(), cast<TableType>(input.getType()));
      IRMapping mapping;
      Operation *yield = op.getBody().front().getTerminator();
      FailureOr<SmallVector<Value>> values =
          rows.clone(yield->getOperands(), op.getColumns(), mapping);
      if (failed(values))
        return op.emitOpError("cannot be rebuilt with fewer keys");
      rows.yield(yield->getLoc(), *values);
      properties.columns = rows.getColumnNames();
      region = rows.take();
    }
    auto copy = createPlanOp<AggregateOp>(plan.getBuilder(), op.getLoc(), input, properties,
                                          std::move(region));
    if (failed(copy))
      return failure();
    (*copy)->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    plan.replace(op, *copy);
    return success();
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
