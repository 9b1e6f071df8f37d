//===- PruneColumns.cpp - molt-df-prune-columns ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/ColumnLiveness.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFPRUNECOLUMNS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Removing the others
//===----------------------------------------------------------------------===//

namespace {
class Pruner {
public:
  explicit Pruner(Operation *root) : liveness(root), plan(root) {}

  LogicalResult run() {
    return plan.run([&](Operation *op) {
      return llvm::TypeSwitch<Operation *, LogicalResult>(op)
          .Case<SourceOp, ProjectOp, WithColumnsOp, FilterOp, AggregateOp>(
              [&](auto op) { return prune(op); })
          .Case<ConcatOp, JoinOp, SortOp, TopKOp, WindowOp, UnionOp, IntersectOp, ExceptOp>(
              [&](auto op) { return pruneState(op); })
          .Case([&](WithRowIndexOp op) {
            if (!liveness.get(op.getResult()).contains(StringAttr::get(op.getContext(), op.getName())))
              plan.replace(op, plan.lookup(op.getInput()));
            return success();
          })
          .Default(success());
    });
  }

private:
  OpBuilder &builder() { return plan.getBuilder(); }

  /// Positions of `names` of which the result's column is needed.
  SmallVector<unsigned> findNeeded(Operation *op, ArrayAttr names) {
    const NameSet &needed = liveness.get(op->getResult(0));
    SmallVector<unsigned> result;
    for (auto [index, name] : llvm::enumerate(names.getAsRange<StringAttr>()))
      if (needed.contains(StringAttr::get(name.getContext(), name.getValue())))
        result.push_back(index);
    return result;
  }

  ArrayAttr pick(ArrayAttr array, ArrayRef<unsigned> positions) {
    return builder().getArrayAttr(
        llvm::map_to_vector(positions, [&](unsigned position) { return array[position]; }));
  }

  LogicalResult prune(SourceOp op) {
    const NameSet &needed = liveness.get(op.getResult());
    auto type = cast<TableType>(op.getType());
    SmallVector<StringAttr> names;
    SmallVector<Type> types;
    for (auto [name, columnType] : llvm::zip_equal(type.getNames(), type.getTypes())) {
      bool assumed = op.getAssumed() && op.getFacts() && op.getFacts()->contains(name.getValue());
      if (!needed.contains(name) && !assumed)
        continue;
      names.push_back(name);
      types.push_back(columnType);
    }
    if (names.size() == type.getNumColumns())
      return success();
    DictionaryAttr facts = op.getFactsAttr();
    if (facts) {
      SmallVector<NamedAttribute> kept;
      for (NamedAttribute fact : facts)
        if (llvm::is_contained(names, StringAttr::get(op.getContext(), fact.getName().getValue())))
          kept.push_back(fact);
      facts = kept.empty() ? DictionaryAttr() : builder().getDictionaryAttr(kept);
    }
    auto pruned =
        SourceOp::create(builder(), op.getLoc(), TableType::get(op.getContext(), names, types),
                         op.getNameAttr(), facts, op.getRowsAttr(), op.getAssumedAttr());
    pruned->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    remark::passed(op.getLoc(), remark::RemarkOpts::name("PruneColumns").category("molt-df"))
        << remark::add("reads {0} of {1} columns", names.size(), type.getNumColumns());
    plan.replace(op, pruned);
    return success();
  }

  LogicalResult prune(ProjectOp op) {
    SmallVector<unsigned> kept = findNeeded(op, op.getResultNames());
    if (kept.size() == op.getColumns().size())
      return success();
    ProjectOp::Properties properties = op.getProperties();
    properties.columns = pick(op.getColumns(), kept);
    if (op.getNames())
      properties.names = pick(*op.getNames(), kept);
    return replace<ProjectOp>(op, plan.lookup(op.getInput()), properties);
  }

  LogicalResult prune(WithColumnsOp op) {
    SmallVector<unsigned> kept = findNeeded(op, op.getNames());
    if (kept.empty()) {
      plan.replace(op, plan.lookup(op.getInput()));
      return success();
    }
    WithColumnsOp::Properties properties = op.getProperties();
    properties.names = pick(op.getNames(), kept);
    return replaceRows<WithColumnsOp>(op, kept, properties);
  }

  LogicalResult prune(FilterOp op) { return replaceRows<FilterOp>(op, {0}, op.getProperties()); }

  LogicalResult prune(AggregateOp op) {
    SmallVector<unsigned> kept = findNeeded(op, op.getNames());
    AggregateOp::Properties properties = op.getProperties();
    properties.names = pick(op.getNames(), kept);
    return replaceRows<AggregateOp>(op, kept, properties);
  }

  /// A row operation whose region yields only the values at some positions.
  template <typename OpTy>
  LogicalResult replaceRows(OpTy op, ArrayRef<unsigned> kept,
                            typename OpTy::Properties properties) {
    Operation *yield = op.getBody().front().getTerminator();
    SmallVector<Value> values;
    for (unsigned position : kept)
      values.push_back(yield->getOperand(position));
    Value input = plan.lookup(op.getInput());
    ExpressionSlice slice = getSlice(values);
    if (input == op.getInput() && kept.size() == yield->getNumOperands() &&
        slice.arguments.size() == op.getColumns().size())
      return success();
    RowRegion region(builder(), cast<TableType>(input.getType()));
    IRMapping mapping;
    FailureOr<SmallVector<Value>> copies = region.clone(values, op.getColumns(), mapping);
    if (failed(copies))
      return op.emitOpError("cannot be rebuilt after pruning columns");
    region.yield(yield->getLoc(), *copies);
    properties.columns = region.getColumnNames();
    return replace<OpTy>(op, input, properties, region.take());
  }

  template <typename OpTy>
  LogicalResult replace(OpTy op, ValueRange operands, typename OpTy::Properties properties,
                        std::unique_ptr<Region> region = nullptr) {
    auto copy = createPlanOp<OpTy>(builder(), op.getLoc(), operands, properties, std::move(region));
    if (failed(copy))
      return failure();
    (*copy)->setDiscardableAttrs(op->getDiscardableAttrDictionary());
    plan.replace(op, *copy);
    return success();
  }

  /// Operations that store rows: only what is needed goes in.
  LogicalResult pruneState(Operation *op) {
    SmallVector<Value> operands;
    bool changed = false;
    for (OpOperand &operand : op->getOpOperands()) {
      Value table = plan.lookup(operand.get());
      const NameSet &needed = liveness.get(operand);
      auto type = cast<TableType>(table.getType());
      // Tables that go under each other keep the order of their columns, which a column that
      // is no longer replaced in place may have left.
      bool isAligned = isa<ConcatOp, UnionOp, IntersectOp, ExceptOp>(op);
      auto order = isAligned ? cast<TableType>(op->getResult(0).getType()) : type;
      SmallVector<Attribute> names;
      for (StringAttr name : order.getNames())
        if (needed.contains(name))
          names.push_back(name);
      if (!llvm::equal(names, type.getNames())) {
        ProjectOp::Properties properties;
        properties.columns = builder().getArrayAttr(names);
        FailureOr<ProjectOp> project =
            createPlanOp<ProjectOp>(builder(), op->getLoc(), table, properties);
        if (failed(project))
          return failure();
        table = *project;
      }
      changed |= table != operand.get();
      operands.push_back(table);
    }
    if (!changed)
      return success();
    FailureOr<Operation *> copy = cloneInferringTypes(builder(), op, operands);
    if (failed(copy))
      return op->emitOpError("cannot be rebuilt after pruning columns");
    plan.replace(op, (*copy)->getResult(0));
    return success();
  }

  ColumnLiveness liveness;
  PlanRebuilder plan;
};

struct PruneColumns : df::impl::MoltDFPruneColumnsBase<PruneColumns> {
  void runOnOperation() final {
    if (failed(Pruner(getOperation()).run()))
      signalPassFailure();
  }
};
} // namespace
