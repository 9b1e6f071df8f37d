//===- molt-opt.cpp - Optimizer driver ------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// MLIR's driver with Molt's dialects, passes and pipelines, and those upstream passes
// that lowerings to LLVM are made of. Text is checked before MLIR parses it.
//
//===----------------------------------------------------------------------===//

#include "Molt/InitAllDialects.h"
#include "Molt/InitAllPasses.h"
#include "Molt/Support/Source.h"
#include "Molt/Support/Version.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Support/FileUtilities.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Process.h"
#include "llvm/Support/ToolOutputFile.h"

/// As mlir::MlirOptMain on an input file.
static llvm::LogicalResult optimize(llvm::StringRef input, llvm::StringRef output,
                                    mlir::DialectRegistry &registry) {
  if (input == "-" && llvm::sys::Process::StandardInIsUserInput())
    llvm::errs() << "(processing input from stdin now, hit ctrl-c/ctrl-d to interrupt)\n";
  std::string message;
  std::unique_ptr<llvm::MemoryBuffer> source = mlir::openInputFile(input, &message);
  if (!source) {
    llvm::errs() << "molt-opt: error: " << message << "\n";
    return llvm::failure();
  }
  if (failed(molt::checkSource(*source)))
    return llvm::failure();
  std::unique_ptr<llvm::ToolOutputFile> file = mlir::openOutputFile(output, &message);
  if (!file) {
    llvm::errs() << "molt-opt: error: " << message << "\n";
    return llvm::failure();
  }
  if (failed(mlir::MlirOptMain(file->os(), std::move(source), registry,
                               mlir::MlirOptMainConfig::createFromCLOptions())))
    return llvm::failure();
  file->keep();
  return llvm::success();
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  llvm::cl::SetVersionPrinter(molt::printVersion);
  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  molt::registerAllDialects(registry);
  mlir::registerAllPasses();
  molt::registerAllPasses();
  auto [input, output] =
      mlir::registerAndParseCLIOptions(argc, argv, "Molt optimizer driver\n", registry);
  mlir::MlirOptMainConfig config = mlir::MlirOptMainConfig::createFromCLOptions();
  // These read no input.
  if (config.shouldListPasses() || config.shouldShowDialects())
    return mlir::asMainReturnCode(mlir::MlirOptMain(argc, argv, input, output, registry));
  return mlir::asMainReturnCode(optimize(input, output, registry));
}
