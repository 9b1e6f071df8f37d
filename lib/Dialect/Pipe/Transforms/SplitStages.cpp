//===- SplitStages.cpp - Stages of their own for kernels ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/IRMapping.h"
#include "llvm/ADT/SetVector.h"

namespace molt::pipe {
#define GEN_PASS_DEF_SPLITSTAGES
#include "Molt/Dialect/Pipe/Transforms/Passes.h.inc"
} // namespace molt::pipe

using namespace molt;
using namespace molt::pipe;

bool pipe::needsKernel(Operation *op) {
  if (auto cmp = dyn_cast<str::CmpOp>(op))
    return cmp.getPredicate() != df::CmpPredicate::eq && cmp.getPredicate() != df::CmpPredicate::ne;
  if (isa<math::ExpOp, math::LogOp, math::Log2Op, math::Log10Op, math::SinOp, math::CosOp,
          math::TanOp, math::PowFOp>(op))
    return true;
  if (isa<str::ToWordsOp, str::FromWordsOp, str::WordsLessOp, str::IsAbsentOp, str::IsInvalidOp>(
          op))
    return false;
  return isa<str::StrDialect>(op->getDialect()) && !op->hasTrait<OpTrait::ConstantLike>();
}

bool pipe::usesKernel(StageOp stage) {
  return llvm::any_of(stage.getBody().front(), [](Operation &op) { return needsKernel(&op); });
}

/// Whether the stage is one kernel operation (and constants) that yields its result:
/// what the lowering turns into one call.
static bool isKernelStage(StageOp stage) {
  YieldOp yield = stage.getYield();
  if (yield.getKeep() || yield.getValues().size() != 1)
    return false;
  Operation *kernel = yield.getValues()[0].getDefiningOp();
  return kernel && needsKernel(kernel) &&
         llvm::all_of(stage.getBody().front().without_terminator(), [&](Operation &op) {
           return &op == kernel || op.hasTrait<OpTrait::ConstantLike>();
         });
}

static bool isColumnOrConstant(Value value) {
  return isa<BlockArgument>(value) || value.getDefiningOp()->hasTrait<OpTrait::ConstantLike>();
}

/// Puts the computation of `value`, which is pure, into a stage before `stage` and
/// makes its result an input of `stage`. The value is still computed in `stage` for
/// its other users.
static void precompute(StageOp stage, Value value, Operation *user) {
  OpBuilder builder(stage);
  Block &body = stage.getBody().front();
  llvm::SetVector<Operation *> slice;
  SmallVector<Value> worklist = {value};
  while (!worklist.empty()) {
    Operation *definition = worklist.pop_back_val().getDefiningOp();
    if (definition && slice.insert(definition))
      llvm::append_range(worklist, definition->getOperands());
  }
  SmallVector<Value> inputs;
  llvm::SmallVector<BlockArgument> arguments;
  for (Operation *op : slice)
    for (Value operand : op->getOperands())
      if (auto argument = dyn_cast<BlockArgument>(operand);
          argument && !llvm::is_contained(arguments, argument)) {
        arguments.push_back(argument);
        inputs.push_back(stage.getInputs()[argument.getArgNumber()]);
      }
  auto first = StageOp::create(builder, value.getLoc(),
                               TypeRange(ColType::get(builder.getContext(), value.getType())),
                               inputs);
  Block *block = builder.createBlock(&first.getBody());
  IRMapping mapping;
  for (BlockArgument argument : arguments)
    mapping.map(argument, block->addArgument(argument.getType(), argument.getLoc()));
  for (Operation &op : body)
    if (slice.contains(&op))
      builder.clone(op, mapping);
  YieldOp::create(builder, value.getLoc(), Value(), mapping.lookup(value));
  BlockArgument column = body.addArgument(value.getType(), value.getLoc());
  stage.getInputsMutable().append(first.getResult(0));
  user->replaceUsesOfWith(value, column);
}

/// Moves `op`, whose operands are block arguments or constants, into a stage before
/// `stage`; its result becomes an input of `stage`.
static void isolate(StageOp stage, Operation *op) {
  OpBuilder builder(stage);
  Block &body = stage.getBody().front();
  SmallVector<Value> inputs;
  for (Value operand : op->getOperands())
    if (auto argument = dyn_cast<BlockArgument>(operand))
      inputs.push_back(stage.getInputs()[argument.getArgNumber()]);
  Type resultType = op->getResult(0).getType();
  auto kernel = StageOp::create(builder, op->getLoc(),
                                TypeRange(ColType::get(builder.getContext(), resultType)), inputs);
  Block *block = builder.createBlock(&kernel.getBody());
  IRMapping mapping;
  for (Value operand : op->getOperands()) {
    if (isa<BlockArgument>(operand))
      mapping.map(operand, block->addArgument(operand.getType(), operand.getLoc()));
    else
      builder.clone(*operand.getDefiningOp(), mapping);
  }
  Operation *clone = builder.clone(*op, mapping);
  YieldOp::create(builder, op->getLoc(), Value(), clone->getResults());
  op->getResult(0).replaceAllUsesWith(body.addArgument(resultType, op->getLoc()));
  op->erase();
  stage.getInputsMutable().append(kernel.getResult(0));
}

namespace {
struct SplitStages : pipe::impl::SplitStagesBase<SplitStages> {
  void runOnOperation() override {
    SmallVector<StageOp> stages;
    getOperation().walk([&](StageOp stage) { stages.push_back(stage); });
    for (StageOp stage : stages) {
      if (isKernelStage(stage))
        continue;
      SmallVector<Operation *> kernels;
      for (Operation &op : stage.getBody().front())
        if (needsKernel(&op))
          kernels.push_back(&op);
      for (Operation *op : kernels) {
        for (Value operand : SmallVector<Value>(op->getOperands()))
          if (!isColumnOrConstant(operand))
            precompute(stage, operand, op);
        isolate(stage, op);
      }
    }
  }
};
} // namespace
