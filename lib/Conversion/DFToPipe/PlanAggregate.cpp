//===- PlanAggregate.cpp - Aggregations of a plan -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AggregateHelpers.h"
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
  Value order;
  auto yielded = op.getBody().front().getTerminator()->getOperands();
  if (llvm::any_of(llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), yielded), [&](auto pair) {
        const AggregateLowering *lowering =
            table.lookUpAggregate(std::get<1>(pair).getDefiningOp());
        return needed.contains(std::get<0>(pair).getValue()) && lowering && lowering->needsOrder;
      })) {
    OpBuilder builder(context);
    builder.setInsertionPointToEnd(stream.block);
    order = pipe::RowOrderOp::create(builder, loc, colType(builder.getI64Type()));
  }

  // One stage computes keys and the aggregates' inputs.
  StageScope stage(stream, loc);
  DenseMap<Value, ScalarValue> values;
  if (failed(evaluate(op, *input, stage, values)))
    return failure();
  SmallVector<size_t> keyParts;
  SmallVector<std::pair<Column, size_t>> keys; // With the number of their first part.
  for (StringAttr name : op.getKeys().getAsRange<StringAttr>()) {
    const Column &column = input->get(name.getValue());
    keys.push_back({column, keyParts.size()});
    yieldKey(stage, stage.at(loc), stage.use(column), true, keyParts);
  }
  struct Instance {
    Operation *op;
    const AggregateLowering *lowering;
    StringAttr name;
    bool hasValidity = false;
    // Operands as (value, validity), the number of the row, the condition: which inputs of the
    // update they are, or -1. A string is two inputs, the words of its view.
    SmallVector<std::pair<int, int>> operands;
    int order = -1, where = -1;
    size_t firstState = 0;
    SmallVector<Type> state;
  };
  SmallVector<Instance> instances;
  SmallVector<size_t> inputParts;
  SmallVector<Type> stateTypes;
  auto addInput = [&](Value value) -> int {
    if (!value)
      return -1;
    inputParts.push_back(stage.yield(value));
    return inputParts.size() - 1;
  };
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), yielded)) {
    if (!needed.contains(name.getValue()))
      continue;
    Instance instance;
    instance.op = value.getDefiningOp();
    instance.name = name;
    instance.lowering = table.lookUpAggregate(instance.op);
    if (!instance.lowering)
      return instance.op->emitOpError(
          "has no lowering; see lib/Conversion/DFToPipe/Aggregates.cpp");
    auto aggregate = cast<df::AggregateOpInterface>(instance.op);
    for (Value operand : aggregate.getInputs()) {
      ScalarValue scalar = values.lookup(operand);
      instance.hasValidity |= static_cast<bool>(scalar.valid);
      SmallVector<Value> parts = {scalar.value};
      if (df::isStringType(elementOf(operand)))
        parts = encodeOrdered(stage.at(loc), scalar.value);
      int first = addInput(parts[0]);
      for (Value part : ArrayRef(parts).drop_front())
        addInput(part);
      instance.operands.push_back({first, addInput(scalar.valid)});
    }
    if (instance.lowering->needsOrder)
      instance.order = addInput(stage.use(order));
    if (aggregate.getWhere()) {
      ScalarValue where = values.lookup(aggregate.getWhere());
      instance.where = addInput(stage.at(loc).conjunction(where.value, where.valid));
      instance.hasValidity = true; // There may be no row.
    }
    instance.state = instance.lowering->getState(instance.op, grouped, instance.hasValidity);
    instance.firstState = stateTypes.size();
    stateTypes.append(instance.state);
    instances.push_back(instance);
  }
  SmallVector<Value> results = stage.finish(loc);
  auto pick = [&](ArrayRef<size_t> parts) {
    return llvm::map_to_vector(parts, [&](size_t part) { return results[part]; });
  };
  SmallVector<Value> keyColumns = pick(keyParts), inputColumns = pick(inputParts);

  // The state, created before the pipeline that fills it.
  SmallVector<Type> keyTypes = elementTypes(keyColumns);
  auto builderType = pipe::AggBuilderType::get(context, keyTypes, stateTypes);
  main.setInsertionPoint(stream.block->getParentOp());
  auto create = pipe::AggCreateOp::create(main, loc, builderType);
  auto buildRegion = [&](Region &region, ArrayRef<Type> arguments, auto &&body) {
    Block *block = &region.emplaceBlock();
    for (Type type : arguments)
      block->addArgument(type, loc);
    OpBuilder inner(context);
    inner.setInsertionPointToEnd(block);
    ScalarBuilder b(inner, loc);
    SmallVector<Value> state;
    for (Instance &instance : instances) {
      b.loc = instance.op->getLoc();
      llvm::append_range(state, body(instance, b, block));
    }
    pipe::YieldOp::create(inner, loc, Value(), state);
    // States hold words; nothing is left of the strings that were put together from them.
    for (auto words : llvm::make_early_inc_range(block->getOps<str::FromWordsOp>()))
      words.erase();
  };
  auto slice = [](Block *block, size_t offset, const Instance &instance) {
    return ValueRange(block->getArguments())
        .slice(offset + instance.firstState, instance.state.size());
  };
  buildRegion(create.getInit(), {}, [&](Instance &instance, ScalarBuilder &b, Block *) {
    return instance.lowering->init(instance.op, b, instance.state);
  });
  SmallVector<Type> twice(stateTypes);
  twice.append(stateTypes);
  buildRegion(create.getMerge(), twice, [&](Instance &instance, ScalarBuilder &b, Block *block) {
    return instance.lowering->merge(instance.op, b, slice(block, 0, instance),
                                    slice(block, stateTypes.size(), instance));
  });

  OpBuilder inner(context);
  inner.setInsertionPointToEnd(stream.block);
  auto update = pipe::AggUpdateOp::create(inner, loc, create, keyColumns, inputColumns);
  SmallVector<Type> updateTypes(stateTypes);
  llvm::append_range(updateTypes, elementTypes(inputColumns));
  buildRegion(
      update.getBody(), updateTypes, [&](Instance &instance, ScalarBuilder &b, Block *block) {
        auto getInput = [&](int number) {
          return number < 0 ? Value() : Value(block->getArgument(stateTypes.size() + number));
        };
        SmallVector<ScalarValue> row;
        auto operands = cast<df::AggregateOpInterface>(instance.op).getInputs();
        for (auto [operand, input] : llvm::zip_equal(operands, instance.operands)) {
          Value value = getInput(input.first);
          if (df::isStringType(elementOf(operand)))
            value = b.create<str::FromWordsOp>(value, getInput(input.first + 1));
          row.push_back({value, getInput(input.second)});
        }
        if (instance.order >= 0)
          row.push_back({getInput(instance.order), {}});
        ValueRange state = slice(block, 0, instance);
        SmallVector<Value> updated = instance.lowering->update(instance.op, b, state, row);
        return selectValid(b, getInput(instance.where), updated, state);
      });

  // The next pipeline scans the groups and finishes the aggregates.
  main.setInsertionPointAfter(stream.block->getParentOp());
  SmallVector<Type> rowTypes(keyTypes);
  rowTypes.append(stateTypes);
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
  for (Instance &instance : instances) {
    SmallVector<Value> state;
    for (size_t i = 0; i < instance.state.size(); ++i)
      state.push_back(finish.use(rowBlock->getArgument(keyTypes.size() + instance.firstState + i)));
    ScalarBuilder &b = finish.at(instance.op->getLoc());
    ScalarValue result =
        instance.lowering->finish(instance.op, b, state, grouped, instance.hasValidity);
    finish.yieldColumn(instance.name, instance.op->getResult(0).getType(), result);
  }
  finish.finish(loc);
  return next;
}
