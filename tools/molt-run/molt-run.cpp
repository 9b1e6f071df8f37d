//===- molt-run.cpp - Compile and run a program on files ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Interrupt.h"
#include "Molt/InitAllDialects.h"
#include "Options.h"
#include "OutOfMemory.h"
#include "Program.h"
#include "Serve.h"
#include "Session.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"
#include "mlir/IR/Diagnostics.h"

using namespace molt;

int main(int argc, char **argv) {
  llvm::setBugReportMsg("This is a defect in Molt: please report it with the program and the "
                        "command.\n");
  llvm::InitLLVM init(argc, argv);
  run::catchOutOfMemory();
  run::Options options;
  if (std::optional<int> status = run::parseOptions(argc, argv, options))
    return *status;
  run::catchInterrupts();

  DialectRegistry registry;
  registerAllDialects(registry);
  registerTranslations(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.printOpOnDiagnostic(false);
  llvm::SourceMgr sourceManager;
  SourceMgrDiagnosticHandler diagnostics(sourceManager, &context);

  double start = run::milliseconds();
  OwningOpRef<ModuleOp> module = run::parseProgram(options.programPath, context, sourceManager);
  if (!module)
    return 1;
  func::FuncOp entry = run::findEntry(*module, options.entryName);
  if (!entry || failed(run::checkTarget(options.target, context)))
    return 1;
  run::Session session(options);
  session.parseMs = run::milliseconds() - start;
  if (failed(session.open(*module, entry)))
    return 1;
  return options.serve ? run::serveRequests(session) : run::runAndWrite(session);
}
