//===- AggregateSet.cpp - Aggregates with one state -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AggregateSet.h"
#include "AggregateHelpers.h"
#include "Molt/Dialect/Pipe/IR/Pipe.h"

using namespace molt;
using namespace molt::lowering;

LogicalResult AggregateSet::add(Operation *op, StringAttr name, ScalarBuilder &b,
                                function_ref<ScalarValue(Value)> lookUp,
                                function_ref<int(Value)> addInput, Value order) {
  Instance instance;
  instance.op = op;
  instance.name = name;
  instance.lowering = table.lookUpAggregate(op);
  if (!instance.lowering)
    return op->emitOpError("has no lowering; see lib/Conversion/DFToPipe/Aggregates.cpp");
  auto aggregate = cast<df::AggregateOpInterface>(op);
  for (Value operand : aggregate.getInputs()) {
    ScalarValue scalar = lookUp(operand);
    instance.hasValidity |= static_cast<bool>(scalar.valid);
    SmallVector<Value> parts = {scalar.value};
    if (df::isStringType(elementOf(operand)))
      parts = encodeOrdered(b, scalar.value, elementOf(operand));
    int first = addInput(parts[0]);
    for (Value part : ArrayRef(parts).drop_front())
      addInput(part);
    instance.operands.push_back({first, scalar.valid ? addInput(scalar.valid) : -1});
  }
  if (instance.lowering->needsOrder)
    instance.order = addInput(order);
  if (aggregate.getWhere()) {
    ScalarValue where = lookUp(aggregate.getWhere());
    instance.where = addInput(b.conjunction(where.value, where.valid));
    instance.hasValidity = true; // There may be no row.
  }
  instance.state = instance.lowering->getState(op, grouped, instance.hasValidity);
  instance.firstState = stateTypes.size();
  stateTypes.append(instance.state);
  instances.push_back(instance);
  return success();
}

void AggregateSet::build(Region &region, Location loc, ArrayRef<Type> arguments, Body body) const {
  Block *block = &region.emplaceBlock();
  for (Type type : arguments)
    block->addArgument(type, loc);
  OpBuilder inner(loc.getContext());
  inner.setInsertionPointToEnd(block);
  ScalarBuilder b(inner, loc);
  SmallVector<Value> state;
  for (const Instance &instance : instances) {
    b.loc = instance.op->getLoc();
    llvm::append_range(state, body(instance, b, block));
  }
  pipe::YieldOp::create(inner, loc, Value(), state);
  // States hold words; nothing is left of the strings that were put together from them.
  for (auto words : llvm::make_early_inc_range(block->getOps<str::FromWordsOp>()))
    words.erase();
}

void AggregateSet::buildInit(Region &region, Location loc) const {
  build(region, loc, {}, [&](const Instance &instance, ScalarBuilder &b, Block *) {
    return instance.lowering->init(instance.op, b, instance.state);
  });
}

void AggregateSet::buildMerge(Region &region, Location loc) const {
  SmallVector<Type> twice(stateTypes);
  twice.append(stateTypes);
  build(region, loc, twice, [&](const Instance &instance, ScalarBuilder &b, Block *block) {
    ValueRange values = block->getArguments();
    return instance.lowering->merge(instance.op, b, stateOf(instance, values),
                                    stateOf(instance, values, stateTypes.size()));
  });
}

void AggregateSet::buildUpdate(Region &region, Location loc, ArrayRef<Type> inputs) const {
  SmallVector<Type> arguments(stateTypes);
  llvm::append_range(arguments, inputs);
  build(region, loc, arguments, [&](const Instance &instance, ScalarBuilder &b, Block *block) {
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
    ValueRange state = stateOf(instance, block->getArguments());
    SmallVector<Value> updated = instance.lowering->update(instance.op, b, state, row);
    return selectValid(b, getInput(instance.where), updated, state);
  });
}

void AggregateSet::finish(ValueRange state, ScalarBuilder &b,
                          function_ref<void(StringAttr, Type, const ScalarValue &)> yield) const {
  for (const Instance &instance : instances) {
    b.loc = instance.op->getLoc();
    ScalarValue result = instance.lowering->finish(instance.op, b, stateOf(instance, state),
                                                   grouped, instance.hasValidity);
    yield(instance.name, instance.op->getResult(0).getType(), result);
  }
}
