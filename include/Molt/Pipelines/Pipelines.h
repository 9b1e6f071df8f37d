//===- Pipelines.h - Molt's pass pipelines ----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each pipeline is a function that adds its passes to a pass manager on modules, and
// is registered under a name, so that a tool, a test and a linking toolchain run the
// same thing.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_PIPELINES_PIPELINES_H
#define MOLT_PIPELINES_PIPELINES_H

#include "Molt/Support/LLVM.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassOptions.h"

namespace molt {

/// Options of --molt-df-optimize-pipeline.
struct DFOptimizeOptions : PassPipelineOptions<DFOptimizeOptions> {
  Option<bool> pushDownFilters{*this, "push-down-filters",
                               llvm::cl::desc("split filters and move them to the sources"),
                               llvm::cl::init(true)};
  Option<bool> pruneColumns{*this, "prune-columns",
                            llvm::cl::desc("read and carry only the columns that are needed"),
                            llvm::cl::init(true)};
  Option<bool> inferFacts{*this, "infer-facts",
                          llvm::cl::desc("propagate ranges and nullness and record proofs"),
                          llvm::cl::init(true)};
  Option<bool> narrowDecimals{*this, "narrow-decimals",
                              llvm::cl::desc("compute in narrower decimals"),
                              llvm::cl::init(true)};
};

/// molt_df to molt_df: simplifies plans, moves filters down, reads only needed
/// columns, proves what ranges can prove and narrows decimals. Works on each function
/// of the module; the types of functions stay.
void buildMoltDFOptimizePipeline(OpPassManager &pm, const DFOptimizeOptions &options);

/// Registers the pipelines on molt_df.
void registerMoltDFPipelines();

} // namespace molt

#endif // MOLT_PIPELINES_PIPELINES_H
