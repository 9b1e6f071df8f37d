//===- PipeToVector.cpp - From pipelines to loops over vectors ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Conversion/Passes.h"
#include "PipelineEmitter.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"

namespace molt {
#define GEN_PASS_DEF_CONVERTMOLTPIPETOVECTOR
#include "Molt/Conversion/Passes.h.inc"
} // namespace molt

using namespace molt;

namespace {
struct ConvertMoltPipeToVector : molt::impl::ConvertMoltPipeToVectorBase<ConvertMoltPipeToVector> {
  using Base::Base;

  void runOnOperation() override {
    MLIRContext *context = &getContext();
    simd::TargetAttr attr =
        target == "host"
            ? simd::TargetAttr::getHost(context)
            : simd::TargetAttr::getChecked([&] { return emitError(getOperation().getLoc()); },
                                           context, StringRef(target));
    if (!attr)
      return signalPassFailure();
    if (lanes && (!llvm::isPowerOf2_32(lanes) || lanes < 2 || lanes > 32)) {
      emitError(getOperation().getLoc())
          << "lanes must be a power of two from 2 to 32, not " << lanes.getValue();
      return signalPassFailure();
    }
    vectorize::Options options{attr, lanes};
    SmallVector<func::FuncOp> programs;
    for (auto function : getOperation().getOps<func::FuncOp>())
      if (function->hasAttr(kResultAttr))
        programs.push_back(function);
    for (func::FuncOp program : programs)
      if (failed(vectorize::emitProgram(program, options)))
        return signalPassFailure();
  }
};
} // namespace
