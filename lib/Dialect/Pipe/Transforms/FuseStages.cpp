//===- FuseStages.cpp - Merging neighbouring stages -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/IRMapping.h"

namespace molt::pipe {
#define GEN_PASS_DEF_FUSESTAGES
#include "Molt/Dialect/Pipe/Transforms/Passes.h.inc"
} // namespace molt::pipe

using namespace molt;
using namespace molt::pipe;

/// The stage that `first` can be merged into: the next operation, if it is a stage
/// and, as `first` disappears, the only user of its results.
static StageOp getFusionTarget(StageOp first) {
  auto second = dyn_cast_or_null<StageOp>(first->getNextNode());
  if (!second)
    return {};
  for (Operation *user : first->getUsers())
    if (user != second)
      return {};
  // A kernel stage is one call per batch; merged, its operation would stand among
  // others, and behind a filter it would see dropped rows.
  if (usesKernel(first) || usesKernel(second))
    return {};
  return second;
}

static Value conjoin(OpBuilder &builder, Location loc, Value a, Value b) {
  if (!a || !b)
    return a ? a : b;
  return arith::AndIOp::create(builder, loc, a, b);
}

/// Replaces `first` and `second` by one stage and returns it.
static StageOp fuse(StageOp first, StageOp second) {
  OpBuilder builder(second);
  // Inputs: all of the first, then those of the second that the first does not
  // produce. A stage that drops rows leaves nothing else to the second (verified).
  SmallVector<Value> inputs(first.getInputs());
  auto fused = StageOp::create(builder, builder.getFusedLoc({first.getLoc(), second.getLoc()}),
                               second.getResultTypes(), ValueRange());
  Block *block = builder.createBlock(&fused.getBody());
  IRMapping mapping;
  for (BlockArgument argument : first.getBody().getArguments())
    mapping.map(argument, block->addArgument(argument.getType(), argument.getLoc()));
  for (Operation &op : first.getBody().front().without_terminator())
    builder.clone(op, mapping);
  YieldOp firstYield = first.getYield();
  Value firstKeep = mapping.lookupOrNull(firstYield.getKeep());
  for (auto [argument, input] :
       llvm::zip_equal(second.getBody().getArguments(), second.getInputs())) {
    if (auto result = dyn_cast<OpResult>(input); result && result.getOwner() == first) {
      mapping.map(argument, mapping.lookup(firstYield.getValues()[result.getResultNumber()]));
      continue;
    }
    auto known = llvm::find(inputs, input);
    if (known == inputs.end()) {
      inputs.push_back(input);
      mapping.map(argument, block->addArgument(argument.getType(), argument.getLoc()));
    } else {
      mapping.map(argument, block->getArgument(known - inputs.begin()));
    }
  }
  for (Operation &op : second.getBody().front().without_terminator()) {
    Operation *clone = builder.clone(op, mapping);
    if (auto check = dyn_cast<CheckOp>(clone); check && firstKeep) {
      OpBuilder::InsertionGuard guard(builder);
      builder.setInsertionPoint(check);
      check.getWhenMutable().assign(
          conjoin(builder, check.getLoc(), firstKeep, check.getWhen()));
    }
  }
  YieldOp secondYield = second.getYield();
  Value keep = conjoin(builder, second.getLoc(), firstKeep,
                       mapping.lookupOrNull(secondYield.getKeep()));
  SmallVector<Value> values;
  for (Value value : secondYield.getValues())
    values.push_back(mapping.lookup(value));
  YieldOp::create(builder, second.getLoc(), keep, values);
  fused.getInputsMutable().assign(inputs);
  second.replaceAllUsesWith(fused.getResults());
  second.erase();
  first.erase();
  return fused;
}

namespace {
struct FuseStages : pipe::impl::FuseStagesBase<FuseStages> {
  void runOnOperation() override {
    SmallVector<StageOp> stages;
    getOperation().walk([&](StageOp stage) { stages.push_back(stage); });
    // The fused stage takes the place of the second, to be merged further.
    for (StageOp stage : stages)
      if (StageOp next = getFusionTarget(stage))
        *llvm::find(stages, next) = fuse(stage, next);
  }
};
} // namespace
