//===- DFPipelines.cpp - Pipelines on molt_df -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Pipelines/Pipelines.h"

using namespace molt;

void molt::buildMoltDFOptimizePipeline(OpPassManager &pm, const DFOptimizeOptions &options) {
  OpPassManager &function = pm.nest<func::FuncOp>();
  function.addPass(df::createMoltDFDecompose());
  function.addPass(df::createMoltDFSimplify());
  if (options.strengthenJoins)
    function.addPass(df::createMoltDFStrengthenJoins());
  if (options.pushDownFilters)
    function.addPass(df::createMoltDFPushDownFilters());
  if (options.reorderJoins)
    function.addPass(df::createMoltDFReorderJoins());
  if (options.chooseJoinSides)
    function.addPass(df::createMoltDFChooseJoinSides());
  if (options.reduceJoins)
    function.addPass(df::createMoltDFReduceJoins());
  if (options.orderFilters)
    function.addPass(df::createMoltDFOrderFilters());
  // Before facts are used: a source keeps columns whose facts the plan relies on.
  if (options.pruneColumns)
    function.addPass(df::createMoltDFPruneColumns());
  if (options.eliminateSorts)
    function.addPass(df::createMoltDFEliminateSorts());
  if (options.eliminateJoins)
    function.addPass(df::createMoltDFEliminateJoins());
  if (options.eliminateGroups)
    function.addPass(df::createMoltDFEliminateGroups());
  if (options.inferFacts)
    function.addPass(df::createMoltDFInferFacts());
  function.addPass(df::createMoltDFSimplify());
  if (options.narrowDecimals) {
    function.addPass(df::createMoltDFNarrowDecimals());
    function.addPass(df::createMoltDFSimplify());
  }
}

void molt::registerMoltDFPipelines() {
  PassPipelineRegistration<DFOptimizeOptions>(
      "molt-df-optimize-pipeline", "optimize dataframe plans (molt_df to molt_df)",
      buildMoltDFOptimizePipeline);
}
