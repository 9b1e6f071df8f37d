//===- AnnotateEstimates.cpp - molt-df-annotate-estimates -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/CardinalityAnalysis.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/DF/Utils/PlanRebuilder.h"
#include <cmath>

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFANNOTATEESTIMATES
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

namespace {
struct AnnotateEstimates : df::impl::MoltDFAnnotateEstimatesBase<AnnotateEstimates> {
  void runOnOperation() final {
    FactAnalysis facts(getOperation());
    CardinalityAnalysis cardinalities(getOperation(), facts);
    Builder b(&getContext());
    getOperation()->walk([&](Operation *op) {
      if (!isPlanOp(op))
        return;
      const TableEstimate &table = cardinalities.get(op->getResult(0));
      if (!table.isKnown)
        return;
      double rows = std::min(std::round(table.rows), 0x1p62);
      op->setAttr("molt_df.estimated_rows", b.getI64IntegerAttr(static_cast<int64_t>(rows)));
    });
  }
};
} // namespace
