//===- PlanAggregate.cpp - Aggregations of a plan -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AggregateSet.h"
#include "PlanLowering.h"

using namespace molt;
using namespace molt::lowering;

FailureOr<Stream> PlanLowering::openAggregate(df::AggregateOp op, const Names &needed) {
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  Names below;
  addNames(below, op.getKeys());
  addNames(below, op.getColumns());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();
  bool grouped = !op.getKeys().empty();

  Stream stream = *input;
  auto yielded = op.getBody().front().getTerminator()->getOperands();
  SmallVector<std::pair<StringAttr, Operation *>> aggregates;
  bool needsOrder = false;
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), yielded))
    if (needed.contains(name.getValue())) {
      aggregates.push_back({name, value.getDefiningOp()});
      needsOrder |= AggregateSet::needsOrder(table, value.getDefiningOp());
    }
  Value order;
  if (needsOrder) {
    OpBuilder builder(context);
    builder.setInsertionPointToEnd(stream.block);
    order = pipe::RowOrderOp::create(builder, loc, colType(builder.getI64Type()));
  }

  // One stage computes keys and the aggregates' inputs.
  StageScope stage(stream, loc);
  DenseMap<Value, ScalarValue> values;
  if (failed(evaluate(op, *input, stage, values)))
    return failure();
  SmallVector<size_t> keyParts, inputParts;
  SmallVector<std::pair<Column, size_t>> keys; // With the number of their first part.
  for (StringAttr name : op.getKeys().getAsRange<StringAttr>()) {
    const Column &column = input->get(name.getValue());
    keys.push_back({column, keyParts.size()});
    yieldKey(stage, stage.at(loc), stage.use(column), column.dfType, true, keyParts);
  }
  AggregateSet set(table, grouped);
  for (auto [name, aggregate] : aggregates)
    if (failed(set.add(
            aggregate, name, stage.at(loc), [&](Value value) { return values.lookup(value); },
            [&](Value value) -> int {
              inputParts.push_back(stage.yield(value));
              return inputParts.size() - 1;
            },
            order ? stage.use(order) : Value())))
      return failure();
  SmallVector<Value> results = stage.finish(loc);
  auto pick = [&](ArrayRef<size_t> parts) {
    return llvm::map_to_vector(parts, [&](size_t part) { return results[part]; });
  };
  SmallVector<Value> keyColumns = pick(keyParts), inputColumns = pick(inputParts);

  // The state, created before the pipeline that fills it.
  SmallVector<Type> keyTypes = elementTypes(keyColumns);
  auto builderType = pipe::AggBuilderType::get(context, keyTypes, set.getStateTypes());
  main.setInsertionPoint(stream.block->getParentOp());
  auto create = pipe::AggCreateOp::create(main, loc, builderType);
  set.buildInit(create.getInit(), loc);
  set.buildMerge(create.getMerge(), loc);
  OpBuilder inner(context);
  inner.setInsertionPointToEnd(stream.block);
  auto update = pipe::AggUpdateOp::create(inner, loc, create, keyColumns, inputColumns);
  set.buildUpdate(update.getBody(), loc, elementTypes(inputColumns));

  // The next pipeline scans the groups and finishes the aggregates.
  main.setInsertionPointAfter(stream.block->getParentOp());
  SmallVector<Type> rowTypes(keyTypes);
  llvm::append_range(rowTypes, set.getStateTypes());
  Value rows = pipe::AggFinishOp::create(main, loc, pipe::RowsType::get(context, rowTypes), create);
  Stream next{createPipeline(loc, rows, rowTypes), {}};
  StageScope finish(next, loc);
  Block *rowBlock = next.block;
  for (auto &[key, part] : keys) {
    if (!needed.contains(key.name.getValue()))
      continue;
    ScalarValue scalar{finish.use(rowBlock->getArgument(part)), {}};
    if (key.valid)
      scalar.valid = finish.use(rowBlock->getArgument(part + 1));
    if (auto type = dyn_cast<FloatType>(getRegisterType(key.dfType)))
      scalar.value = finish.at(loc).create<arith::BitcastOp>(type, scalar.value);
    finish.yieldColumn(key.name, key.dfType, scalar);
  }
  SmallVector<Value> state;
  for (Value part : rowBlock->getArguments().drop_front(keyTypes.size()))
    state.push_back(finish.use(part));
  set.finish(state, finish.at(loc), [&](StringAttr name, Type type, const ScalarValue &value) {
    finish.yieldColumn(name, type, value);
  });
  finish.finish(loc);
  return next;
}
