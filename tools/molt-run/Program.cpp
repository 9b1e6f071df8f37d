//===- Program.cpp - Reading the program that molt-run runs ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Program.h"
#include "Messages.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "Molt/Support/Source.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/FileUtilities.h"

using namespace molt;
using namespace molt::run;

OwningOpRef<ModuleOp> run::parseProgram(StringRef path, MLIRContext &context,
                                        llvm::SourceMgr &sourceManager) {
  std::string message;
  std::unique_ptr<llvm::MemoryBuffer> file = openInputFile(path, &message);
  if (!file) {
    complain(message);
    return {};
  }
  if (isBytecode(file->getBuffer())) {
    complain(path + ": is MLIR bytecode, which is not read from untrusted files; convert it with "
                    "molt-opt first");
    return {};
  }
  if (failed(checkSource(*file)))
    return {};
  sourceManager.AddNewSourceBuffer(std::move(file), llvm::SMLoc());
  return parseSourceFile<ModuleOp>(sourceManager, &context);
}

func::FuncOp run::findEntry(ModuleOp module, StringRef name) {
  SmallVector<func::FuncOp> programs;
  for (func::FuncOp function : module.getOps<func::FuncOp>())
    if (function.getNumResults() == 1 && isa<df::TableType>(function.getResultTypes()[0]) &&
        !function.isExternal())
      programs.push_back(function);
  for (func::FuncOp function : programs)
    if (function.getName() == (name.empty() ? "main" : name))
      return function;
  if (name.empty() && programs.size() == 1)
    return programs.front();

  std::string path = "the program";
  if (auto loc = dyn_cast<FileLineColLoc>(module.getLoc()))
    path = loc.getFilename().str();
  if (programs.empty()) {
    complain(path + ": no function returns a table; a program is a func.func that returns one "
                    "!molt_df.table");
    return {};
  }
  std::string known;
  for (func::FuncOp function : programs)
    known += (known.empty() ? "\"" : ", \"") + function.getName().str() + "\"";
  if (name.empty())
    complain(path + ": several functions return a table (" + known + "); name one with --entry");
  else
    complain(path + ": no function \"" + name + "\" that returns one table; there is " + known);
  return {};
}

LogicalResult run::checkTarget(StringRef name, MLIRContext &context) {
  context.getOrLoadDialect<simd::SIMDDialect>();
  auto host = simd::TargetAttr::getHost(&context);
  if (name == "host")
    return success();
  std::string problem;
  simd::TargetAttr target;
  {
    ScopedDiagnosticHandler handler(&context,
                                    [&](Diagnostic &diagnostic) { problem = diagnostic.str(); });
    Location loc = UnknownLoc::get(&context);
    target = simd::TargetAttr::getChecked([&] { return emitError(loc); }, &context, name);
  }
  if (!target)
    return LogicalResult::failure(complain("--target: " + problem));
  if (target.getRegisterBytes() > host.getRegisterBytes())
    return LogicalResult::failure(complain("--target " + name + ": this processor runs code for " +
                                           host.getName() + " at most; leave --target out"));
  return success();
}

LogicalResult run::collectInputs(func::FuncOp entry, bool all,
                                 llvm::MapVector<StringRef, DeclaredInput> &inputs) {
  LogicalResult result = success();
  entry.walk([&](df::SourceOp source) {
    auto type = cast<df::TableType>(source.getType());
    auto [it, inserted] = inputs.insert({source.getName(), DeclaredInput{type, {}}});
    if (!inserted && it->second.declared != type)
      result = source.emitOpError() << "declares \"" << source.getName()
                                    << "\" with other columns than an earlier source; declare "
                                       "the same columns in both";
  });
  if (failed(result))
    return failure();
  // The optimizer knows which columns the program needs.
  OwningOpRef<ModuleOp> copy = ModuleOp::create(entry.getLoc());
  (*copy)->setDiscardableAttrs(entry->getParentOfType<ModuleOp>()->getDiscardableAttrDictionary());
  copy->push_back(entry->clone());
  if (!all) {
    PassManager passes(entry.getContext());
    passes.nest<func::FuncOp>().addPass(df::createMoltDFPruneColumns());
    if (failed(passes.run(*copy)))
      return failure();
  }
  copy->walk([&](df::SourceOp source) {
    auto it = inputs.find(source.getName());
    for (StringAttr name : cast<df::TableType>(source.getType()).getNames())
      it->second.needed.insert(name.getValue());
  });
  // A table without columns would not know how many rows it has.
  for (auto &[name, input] : inputs)
    if (input.needed.empty() && input.declared.getNumColumns())
      for (StringAttr column : input.declared.getNames())
        input.needed.insert(column.getValue());
  return success();
}
