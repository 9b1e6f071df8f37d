//===- molt-translate.cpp - Translation driver ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MLIR's translation driver with Molt's translations:
//
//   molt-translate --molt-to-llvmir examples/tpch_q6.mlir --target x86-64-v3
//   molt-translate --molt-to-object examples/tpch_q6.mlir -o q6.o
//   molt-translate --molt-df-to-duckdb-sql examples/tpch_q6.mlir
//   molt-translate --molt-df-to-dot examples/tpch_q6.mlir | dot -Tsvg -o q6.svg
//
//===----------------------------------------------------------------------===//

#include "Molt/Support/CommandLine.h"
#include "Molt/Support/Version.h"
#include "Molt/Target/Translate.h"
#include "mlir/Tools/mlir-translate/MlirTranslateMain.h"
#include "llvm/Support/CommandLine.h"

namespace cl = llvm::cl;

int main(int argc, char **argv) {
  molt::removeUpstreamOptions();
  cl::SetVersionPrinter(molt::printVersion);
  molt::TranslateOptions options;
  cl::opt<std::string, true> target{
      "target", cl::location(options.target), cl::init("host"), cl::value_desc("NAME"),
      cl::desc("Processor to translate for: host (default), x86-64, x86-64-v3 or x86-64-v4")};
  cl::opt<unsigned, true> lanes{"lanes", cl::location(options.lanes), cl::init(0),
                                cl::value_desc("N"),
                                cl::desc("Lanes of vector code (default: by the target)")};
  cl::opt<bool, true> parallel{"parallel", cl::location(options.parallel), cl::init(true),
                               cl::desc("Let the runtime use all of its threads (default: true)")};
  cl::opt<bool, true> optimize{"optimize", cl::location(options.optimize), cl::init(true),
                               cl::desc("Optimize the plan (default: true)")};
  cl::opt<bool, true> optimizeLLVM{"optimize-llvm", cl::location(options.optimizeLLVM),
                                   cl::init(true),
                                   cl::desc("Optimize the LLVM IR (default: true)")};
  cl::opt<bool, true> dotSchema{
      "dot-schema", cl::location(options.dot.schema), cl::init(false),
      cl::desc("With --molt-df-to-dot: all columns of results, with their types")};
  molt::registerMoltTranslations(options);
  return mlir::failed(mlir::mlirTranslateMain(argc, argv, "Molt translation driver"));
}
