//===- SplitStages.cpp - Stages of their own for string kernels -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "mlir/IR/IRMapping.h"

namespace molt::pipe {
#define GEN_PASS_DEF_SPLITSTAGES
#include "Molt/Dialect/Pipe/Transforms/Passes.h.inc"
} // namespace molt::pipe

using namespace molt;
using namespace molt::pipe;

bool pipe::needsStringKernel(Operation *op) {
  if (auto cmp = dyn_cast<str::CmpOp>(op))
    return cmp.getPredicate() != df::CmpPredicate::eq && cmp.getPredicate() != df::CmpPredicate::ne;
  return isa<str::StartsWithOp, str::ContainsOp>(op);
}

/// Whether the stage is one kernel operation (and constants) that yields its result:
/// what the lowering turns into one call.
static bool isKernelStage(StageOp stage) {
  YieldOp yield = stage.getYield();
  if (yield.getKeep() || yield.getValues().size() != 1)
    return false;
  Operation *kernel = yield.getValues()[0].getDefiningOp();
  return kernel && needsStringKernel(kernel) &&
         llvm::all_of(stage.getBody().front().without_terminator(), [&](Operation &op) {
           return &op == kernel || op.hasTrait<OpTrait::ConstantLike>();
         });
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
        if (needsStringKernel(&op))
          kernels.push_back(&op);
      for (Operation *op : kernels) {
        // No operation computes a string yet, so operands are columns or constants.
        if (!llvm::all_of(op->getOperands(), [](Value operand) {
              return isa<BlockArgument>(operand) ||
                     operand.getDefiningOp()->hasTrait<OpTrait::ConstantLike>();
            })) {
          op->emitOpError("needs columns or constants as operands to become a stage of its own");
          return signalPassFailure();
        }
        isolate(stage, op);
      }
    }
  }
};
} // namespace
