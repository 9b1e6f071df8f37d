//===- Simplify.cpp - molt-df-simplify ------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The patterns themselves are canonicalization patterns (DFCanonicalize.cpp), so that
// --canonicalize does the same work; this pass adds the elimination of common
// subexpressions, until neither finds anything.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/Dominance.h"
#include "mlir/Rewrite/FrozenRewritePatternSet.h"
#include "mlir/Transforms/CSE.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFSIMPLIFY
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

namespace {
struct Simplify : df::impl::MoltDFSimplifyBase<Simplify> {
  LogicalResult initialize(MLIRContext *context) final {
    RewritePatternSet set(context);
    for (Dialect *dialect : context->getLoadedDialects())
      dialect->getCanonicalizationPatterns(set);
    for (RegisteredOperationName op : context->getRegisteredOperations())
      op.getCanonicalizationPatterns(set, context);
    patterns = std::make_shared<FrozenRewritePatternSet>(std::move(set));
    return success();
  }

  void runOnOperation() final {
    IRRewriter rewriter(&getContext());
    DominanceInfo dominance;
    bool changed = true;
    while (changed) {
      if (failed(applyPatternsGreedily(getOperation(), *patterns)))
        return signalPassFailure();
      changed = false;
      eliminateCommonSubExpressions(rewriter, dominance, getOperation(), &changed);
    }
  }

  std::shared_ptr<const FrozenRewritePatternSet> patterns;
};
} // namespace
