//===- PlanRebuilder.cpp - Changing schemas through type inference --------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"

using namespace molt;
using namespace molt::df;

bool df::isPlanOp(Operation *op) {
  return isa_and_nonnull<DFDialect>(op->getDialect()) && op->getNumResults() == 1 &&
         isa<TableType>(op->getResult(0).getType());
}

FailureOr<Operation *> df::cloneInferringTypes(OpBuilder &builder, Operation *op,
                                               ValueRange operands) {
  OperationState state(op->getLoc(), op->getName());
  state.addOperands(operands);
  for (Region &region : op->getRegions()) {
    auto copy = std::make_unique<Region>();
    IRMapping inside;
    region.cloneInto(copy.get(), inside);
    state.addRegion(std::move(copy));
  }
  auto infer = dyn_cast<InferTypeOpInterface>(op);
  if (!infer)
    llvm::append_range(state.types, op->getResultTypes());
  else if (failed(infer.inferReturnTypes(op->getContext(), std::nullopt, state.operands,
                                         op->getDiscardableAttrDictionary(),
                                         op->getPropertiesStorage(), state.regions, state.types)))
    return failure();

  Operation *copy =
      Operation::create(op->getLoc(), op->getName(), state.types, state.operands,
                        op->getDiscardableAttrDictionary(), op->getPropertiesStorage(),
                        op->getSuccessors(), op->getNumRegions());
  for (auto [target, source] : llvm::zip_equal(copy->getRegions(), state.regions))
    target.takeBody(*source);
  builder.insert(copy);
  return copy;
}

FailureOr<Operation *> df::cloneInferringTypes(OpBuilder &builder, Operation *op,
                                               IRMapping &mapping) {
  auto operands = llvm::map_to_vector(
      op->getOperands(), [&](Value operand) { return mapping.lookupOrDefault(operand); });
  FailureOr<Operation *> copy = cloneInferringTypes(builder, op, operands);
  if (succeeded(copy))
    mapping.map(op->getResults(), (*copy)->getResults());
  return copy;
}

ExpressionSlice df::getSlice(ValueRange values) {
  ExpressionSlice slice;
  llvm::SmallDenseSet<Operation *, 16> seen;
  SmallVector<Value> worklist(values.begin(), values.end());
  Block *block = nullptr;
  while (!worklist.empty()) {
    Value value = worklist.pop_back_val();
    if (auto argument = dyn_cast<BlockArgument>(value)) {
      slice.arguments.insert(argument);
      continue;
    }
    Operation *op = value.getDefiningOp();
    block = op->getBlock();
    if (seen.insert(op).second)
      llvm::append_range(worklist, op->getOperands());
  }
  if (block)
    for (Operation &op : *block)
      if (seen.contains(&op))
        slice.operations.push_back(&op);
  return slice;
}

//===----------------------------------------------------------------------===//
// RowRegion
//===----------------------------------------------------------------------===//

RowRegion::RowRegion(OpBuilder &builder, TableType table)
    : builder(builder), table(table), region(std::make_unique<Region>()), block(new Block) {
  region->push_back(block);
}

Value RowRegion::getColumn(Location loc, StringRef name) {
  StringAttr attr = builder.getStringAttr(name);
  for (auto [index, known] : llvm::enumerate(names))
    if (known == attr)
      return block->getArgument(index);
  names.push_back(attr);
  return block->addArgument(table.getColumnType(name), loc);
}

FailureOr<SmallVector<Value>> RowRegion::clone(ValueRange values, ArrayAttr columns,
                                               IRMapping &mapping) {
  ExpressionSlice slice = getSlice(values);
  // In the order of the original's arguments, whatever order the slice found.
  SmallVector<BlockArgument> arguments(slice.arguments.begin(), slice.arguments.end());
  llvm::sort(arguments, [](BlockArgument a, BlockArgument b) {
    return a.getArgNumber() < b.getArgNumber();
  });
  for (BlockArgument argument : arguments)
    if (!mapping.contains(argument))
      mapping.map(argument, getColumn(argument.getLoc(),
                                      cast<StringAttr>(columns[argument.getArgNumber()])));
  OpBuilder inside(builder.getContext()); // the region has no parent to ask
  inside.setInsertionPointToEnd(block);
  for (Operation *op : slice.operations)
    if (!mapping.contains(op->getResult(0)) && failed(cloneInferringTypes(inside, op, mapping)))
      return failure();
  return llvm::map_to_vector(values, [&](Value value) { return mapping.lookup(value); });
}

LogicalResult RowRegion::cloneExpressions(RowRegionOpInterface op, IRMapping &mapping) {
  SmallVector<Value> values;
  for (Operation &expression : op.getRowRegion().front().without_terminator())
    if (!isa<AggregateOpInterface, WindowFunctionOpInterface>(expression))
      values.push_back(expression.getResult(0));
  return clone(values, op.getRowColumns(), mapping);
}

FailureOr<SmallVector<Value>> RowRegion::cloneYielded(RowRegionOpInterface op,
                                                      IRMapping &mapping) {
  if (failed(cloneExpressions(op, mapping)))
    return failure();
  return clone(op.getRowRegion().front().getTerminator()->getOperands(), op.getRowColumns(),
               mapping);
}

void RowRegion::yield(Location loc, ValueRange values) {
  OpBuilder inside(builder.getContext());
  inside.setInsertionPointToEnd(block);
  YieldOp::create(inside, loc, values);
}

//===----------------------------------------------------------------------===//
// PlanRebuilder
//===----------------------------------------------------------------------===//

PlanRebuilder::PlanRebuilder(Operation *root) : root(root), builder(root->getContext()) {}

void PlanRebuilder::replace(Operation *op, Value table) {
  if (op->getResult(0) != table)
    mapping.map(op->getResult(0), table);
}

LogicalResult PlanRebuilder::rebuild(Operation *op) {
  if (RowRegionOpInterface rowOp = getRowRegionOp(op)) {
    // Columns may have changed their types: rebuild the region for them.
    SmallVector<Value> operands =
        llvm::map_to_vector(op->getOperands(), [&](Value operand) { return lookup(operand); });
    TableType table = rowOp.getRowType(operands);
    RowRegion region(builder, table);
    IRMapping scalars;
    Operation *yield = rowOp.getRowRegion().front().getTerminator();
    FailureOr<SmallVector<Value>> values =
        region.clone(yield->getOperands(), rowOp.getRowColumns(), scalars);
    if (failed(values))
      return op->emitOpError("cannot be rebuilt with the types that its columns now have");
    region.yield(yield->getLoc(), *values);
    OperationState state(op->getLoc(), op->getName());
    state.addOperands(operands);
    ArrayAttr columns = region.getColumnNames();
    state.addRegion(region.take());
    if (failed(cast<InferTypeOpInterface>(op).inferReturnTypes(
            op->getContext(), op->getLoc(), state.operands, op->getDiscardableAttrDictionary(),
            op->getPropertiesStorage(), state.regions, state.types)))
      return failure();
    Operation *copy = Operation::create(op->getLoc(), op->getName(), state.types, state.operands,
                                        op->getDiscardableAttrDictionary(),
                                        op->getPropertiesStorage(), {}, 1);
    copy->getRegion(0).takeBody(*state.regions.front());
    cast<RowRegionOpInterface>(copy).setRowColumns(columns);
    builder.insert(copy);
    replace(op, copy->getResult(0));
    return success();
  }
  if (failed(cloneInferringTypes(builder, op, mapping)))
    return op->emitOpError("cannot be rebuilt with the columns that its inputs now have");
  return success();
}

/// The table with columns that have become more precise as they were: a value that cannot be null
/// is one that can. Null where that is not the difference.
static Value restoreNullability(OpBuilder &builder, Location loc, Value table, TableType wanted) {
  auto type = cast<TableType>(table.getType());
  RowRegion region(builder, type);
  SmallVector<Attribute> names;
  SmallVector<Type> types;
  SmallVector<Value> values;
  for (auto [name, from, to] : llvm::zip_equal(type.getNames(), type.getTypes(), wanted.getTypes()))
    if (from != to) {
      if (to != withNullability(from, true))
        return {};
      names.push_back(name);
      types.push_back(to);
      values.push_back(region.getColumn(loc, name.getValue()));
    }
  OpBuilder inside(builder.getContext()); // the region has no parent to ask
  inside.setInsertionPointToEnd(region.getBlock());
  for (auto [value, wantedType] : llvm::zip_equal(values, types))
    value = CastOp::create(inside, loc, wantedType, value);
  region.yield(loc, values);
  WithColumnsOp::Properties properties;
  properties.columns = region.getColumnNames();
  properties.names = builder.getArrayAttr(names);
  auto result = createPlanOp<WithColumnsOp>(builder, loc, table, properties, region.take());
  return failed(result) ? Value() : result->getResult();
}

LogicalResult PlanRebuilder::restore(Operation *op) {
  Value oldTable = op->getResult(0), newTable = lookup(oldTable);
  Value restored;
  for (OpOperand &use : llvm::make_early_inc_range(oldTable.getUses())) {
    // Plan operations that were replaced are about to go; others were rebuilt.
    if (isPlanOp(use.getOwner()) && mapping.contains(use.getOwner()->getResult(0)))
      continue;
    if (!restored && oldTable.getType() == newTable.getType())
      restored = newTable;
    if (!restored) {
      auto type = cast<TableType>(oldTable.getType());
      builder.setInsertionPointAfterValue(newTable);
      ProjectOp::Properties properties;
      properties.columns = ArrayAttr::get(
          op->getContext(), SmallVector<Attribute>(type.getNames().begin(), type.getNames().end()));
      auto project = createPlanOp<ProjectOp>(builder, op->getLoc(), newTable, properties);
      if (failed(project))
        return failure();
      restored = project->getResult();
      if (restored.getType() != type)
        restored = restoreNullability(builder, op->getLoc(), restored, type);
      if (!restored) {
        InFlightDiagnostic diag = op->emitOpError("has type ")
                                  << project->getType() << " after a rewrite, but "
                                  << use.getOwner()->getName() << " needs " << type;
        project->erase();
        return diag;
      }
    }
    use.set(restored);
  }
  return success();
}

LogicalResult PlanRebuilder::run(function_ref<LogicalResult(Operation *)> rewrite) {
  SmallVector<Operation *> plan;
  root->walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isPlanOp(op))
      plan.push_back(op);
  });
  for (Operation *op : plan) {
    builder.setInsertionPoint(op);
    if (failed(rewrite(op)))
      return failure();
    bool stale = llvm::any_of(op->getOperands(),
                              [&](Value operand) { return mapping.contains(operand); });
    if (stale && !mapping.contains(op->getResult(0)) && failed(rebuild(op)))
      return failure();
  }
  for (Operation *op : plan)
    if (mapping.contains(op->getResult(0)) && failed(restore(op)))
      return failure();
  for (Operation *op : llvm::reverse(plan))
    if (mapping.contains(op->getResult(0)))
      op->erase();
  return success();
}
