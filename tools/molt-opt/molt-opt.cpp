//===- molt-opt.cpp - Optimizer driver ------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MLIR's driver with Molt's dialects, passes and pipelines, and those upstream passes
// that lowerings to LLVM are made of.
//
//===----------------------------------------------------------------------===//

#include "Molt/InitAllDialects.h"
#include "Molt/InitAllPasses.h"
#include "Molt/Support/Version.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "llvm/Support/CommandLine.h"

int main(int argc, char **argv) {
  llvm::cl::SetVersionPrinter(molt::printVersion);
  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  molt::registerAllDialects(registry);
  mlir::registerAllPasses();
  molt::registerAllPasses();
  return mlir::asMainReturnCode(
      mlir::MlirOptMain(argc, argv, "Molt optimizer driver\n", registry));
}
