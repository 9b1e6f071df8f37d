//===- AggregateSet.h - Aggregates with one state ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_DFTOPIPE_AGGREGATESET_H
#define MOLT_LIB_CONVERSION_DFTOPIPE_AGGREGATESET_H

#include "Lowering.h"

namespace molt::lowering {

/// The aggregates of one operation, whose states lie side by side, and the regions that
/// initialize, update and merge them.
class AggregateSet {
public:
  /// `grouped`: no set of rows that is aggregated is empty.
  AggregateSet(const LoweringTable &table, bool grouped) : table(table), grouped(grouped) {}

  /// Whether the aggregate needs the number of each row.
  static bool needsOrder(const LoweringTable &table, Operation *op) {
    const AggregateLowering *lowering = table.lookUpAggregate(op);
    return lowering && lowering->needsOrder;
  }

  /// Adds an aggregate. `lookUp` gives the values of its operands in a stage, `addInput`
  /// registers one as an input of updates and returns its number; strings are two inputs, the
  /// words of their views. `order` is the number of the row, of aggregates that need it.
  LogicalResult add(Operation *op, StringAttr name, ScalarBuilder &b,
                    function_ref<ScalarValue(Value)> lookUp, function_ref<int(Value)> addInput,
                    Value order);

  bool empty() const { return instances.empty(); }
  ArrayRef<Type> getStateTypes() const { return stateTypes; }

  void buildInit(Region &region, Location loc) const;
  void buildMerge(Region &region, Location loc) const;
  /// `inputs`: the types of all inputs, in their order.
  void buildUpdate(Region &region, Location loc, ArrayRef<Type> inputs) const;

  /// Calls `yield(name, type, value)` with the result of each aggregate, of the values of a
  /// state.
  void finish(ValueRange state, ScalarBuilder &b,
              function_ref<void(StringAttr, Type, const ScalarValue &)> yield) const;

private:
  struct Instance {
    Operation *op;
    const AggregateLowering *lowering;
    StringAttr name;
    bool hasValidity = false;
    // Operands as (value, validity), the number of the row, the condition: which inputs of the
    // update they are, or -1.
    SmallVector<std::pair<int, int>> operands;
    int order = -1, where = -1;
    size_t firstState = 0;
    SmallVector<Type> state;
  };
  using Body = function_ref<SmallVector<Value>(const Instance &, ScalarBuilder &, Block *)>;
  void build(Region &region, Location loc, ArrayRef<Type> arguments, Body body) const;
  ValueRange stateOf(const Instance &instance, ValueRange values, size_t offset = 0) const {
    return values.slice(offset + instance.firstState, instance.state.size());
  }

  const LoweringTable &table;
  bool grouped;
  SmallVector<Instance> instances;
  SmallVector<Type> stateTypes;
};

} // namespace molt::lowering

#endif // MOLT_LIB_CONVERSION_DFTOPIPE_AGGREGATESET_H
