//===- LoweringPipelines.cpp - From plans to the LLVM dialect -------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "Molt/Pipelines/Pipelines.h"
#include "mlir/Conversion/SCFToControlFlow/SCFToControlFlow.h"
#include "mlir/Transforms/Passes.h"

using namespace molt;

void molt::buildMoltDFToPipePipeline(OpPassManager &pm, const LoweringOptions &options) {
  OpPassManager &function = pm.nest<func::FuncOp>();
  ConvertMoltDFToMoltPipeOptions conversion;
  conversion.parallel = options.parallel;
  function.addPass(df::createMoltDFDecompose());
  function.addPass(createConvertMoltDFToMoltPipe(conversion));
  function.addPass(pipe::createSplitStages());
  function.addPass(pipe::createFuseStages());
  function.addPass(pipe::createShareStates());
  function.addPass(createCSEPass());
}

void molt::buildMoltPipeToVectorPipeline(OpPassManager &pm, const LoweringOptions &options) {
  ConvertMoltPipeToVectorOptions conversion;
  conversion.target = options.target;
  conversion.lanes = options.lanes;
  pm.addPass(createConvertMoltPipeToVector(conversion));
  pm.nest<func::FuncOp>().addPass(createConvertMoltSIMDToVector());
}

void molt::buildMoltVectorToLLVMPipeline(OpPassManager &pm, const LoweringOptions &) {
  OpPassManager &function = pm.nest<func::FuncOp>();
  // Straight-line code is full of repeated constants and addresses.
  function.addPass(createCSEPass());
  function.addPass(createSCFToControlFlowPass());
  pm.addPass(createConvertMoltToLLVM());
}

void molt::buildMoltToLLVMPipeline(OpPassManager &pm, const LoweringOptions &options) {
  if (options.optimize)
    buildMoltDFOptimizePipeline(pm, DFOptimizeOptions());
  buildMoltDFToPipePipeline(pm, options);
  buildMoltPipeToVectorPipeline(pm, options);
  buildMoltVectorToLLVMPipeline(pm, options);
}

void molt::registerMoltLoweringPipelines() {
  PassPipelineRegistration<LoweringOptions>(
      "molt-df-to-pipe-pipeline", "turn plans into pipelines (molt_df to molt_pipe)",
      buildMoltDFToPipePipeline);
  PassPipelineRegistration<LoweringOptions>(
      "molt-pipe-to-vector-pipeline", "turn pipelines into loops over vectors",
      buildMoltPipeToVectorPipeline);
  PassPipelineRegistration<LoweringOptions>("molt-vector-to-llvm-pipeline",
                                            "turn the vector level into the LLVM dialect",
                                            buildMoltVectorToLLVMPipeline);
  PassPipelineRegistration<LoweringOptions>(
      "molt-to-llvm-pipeline", "turn a module at any level into the LLVM dialect",
      buildMoltToLLVMPipeline);
}
