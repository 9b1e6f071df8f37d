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
  Option<bool> strengthenJoins{*this, "strengthen-joins",
                               llvm::cl::desc("make outer joins inner ones where rows without a "
                                              "match are dropped later"),
                               llvm::cl::init(true)};
  Option<bool> pushDownFilters{*this, "push-down-filters",
                               llvm::cl::desc("split filters and move them to the sources"),
                               llvm::cl::init(true)};
  Option<bool> reorderJoins{*this, "reorder-joins",
                            llvm::cl::desc("join in the order that is estimated to be the cheapest"),
                            llvm::cl::init(true)};
  Option<bool> chooseJoinSides{*this, "choose-join-sides",
                               llvm::cl::desc("have joins build their smaller side"),
                               llvm::cl::init(true)};
  Option<bool> reduceJoins{*this, "reduce-joins",
                           llvm::cl::desc("aggregate only the rows whose groups a join keeps"),
                           llvm::cl::init(true)};
  Option<bool> orderFilters{*this, "order-filters",
                            llvm::cl::desc("try those conditions first that drop the most rows "
                                           "for their cost"),
                            llvm::cl::init(true)};
  Option<bool> eliminateSorts{*this, "eliminate-sorts",
                              llvm::cl::desc("remove sorts whose order nothing depends on"),
                              llvm::cl::init(true)};
  Option<bool> eliminateJoins{*this, "eliminate-joins",
                              llvm::cl::desc("remove joins that change nothing"),
                              llvm::cl::init(true)};
  Option<bool> eliminateGroups{*this, "eliminate-groups",
                               llvm::cl::desc("remove groups of one row, and keys that follow "
                                              "from others"),
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

/// molt_df to molt_df: simplifies plans, moves filters down, orders joins, reads only needed
/// columns, removes needless sorts, joins and groups, proves what ranges can prove and narrows
/// decimals. Works on each function
/// of the module; the types of functions stay.
void buildMoltDFOptimizePipeline(OpPassManager &pm, const DFOptimizeOptions &options);

/// Registers the pipelines on molt_df.
void registerMoltDFPipelines();

/// Options of the lowering pipelines; each uses those that concern it.
struct LoweringOptions : PassPipelineOptions<LoweringOptions> {
  Option<std::string> target{*this, "target",
                             llvm::cl::desc("host, x86-64, x86-64-v3 or x86-64-v4"),
                             llvm::cl::init("host")};
  Option<unsigned> lanes{*this, "lanes",
                         llvm::cl::desc("lanes of stages in registers; 0: by the target"),
                         llvm::cl::init(0)};
  Option<bool> parallel{*this, "parallel",
                        llvm::cl::desc("let the runtime use all of its threads"),
                        llvm::cl::init(true)};
  Option<bool> optimize{*this, "optimize",
                        llvm::cl::desc("run --molt-df-optimize-pipeline first (with "
                                       "--molt-to-llvm-pipeline)"),
                        llvm::cl::init(true)};
};

/// molt_df to molt_pipe, with stages split and fused.
void buildMoltDFToPipePipeline(OpPassManager &pm, const LoweringOptions &options);
/// molt_pipe to loops over vectors, with molt_simd expanded.
void buildMoltPipeToVectorPipeline(OpPassManager &pm, const LoweringOptions &options);
/// The vector level to the LLVM dialect.
void buildMoltVectorToLLVMPipeline(OpPassManager &pm, const LoweringOptions &options);
/// A module at any level to the LLVM dialect: all of the above.
void buildMoltToLLVMPipeline(OpPassManager &pm, const LoweringOptions &options);

/// Registers the lowering pipelines.
void registerMoltLoweringPipelines();

} // namespace molt

#endif // MOLT_PIPELINES_PIPELINES_H
