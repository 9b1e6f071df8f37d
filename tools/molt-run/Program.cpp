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
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Support/FileUtilities.h"

using namespace molt;
using namespace molt::run;

/// MLIR's parser is recursive: deeply nested text overflows its stack. No program
/// that people or tools write comes near this depth.
static constexpr unsigned kMaxNesting = 256;

/// The offset where brackets nest deeper than kMaxNesting, if they do. Strings and
/// comments do not count.
static std::optional<size_t> findDeepNesting(StringRef text) {
  unsigned depth = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
    case '"':
      for (++i; i < text.size() && text[i] != '"' && text[i] != '\n'; ++i)
        if (text[i] == '\\')
          ++i;
      break;
    case '/':
      if (i + 1 < text.size() && text[i + 1] == '/')
        while (i + 1 < text.size() && text[i + 1] != '\n')
          ++i;
      break;
    case '-':
      if (i + 1 < text.size() && text[i + 1] == '>')
        ++i; // An arrow closes nothing.
      break;
    case '(':
    case '[':
    case '{':
    case '<':
      if (++depth > kMaxNesting)
        return i;
      break;
    case ')':
    case ']':
    case '}':
    case '>':
      if (depth)
        --depth;
      break;
    }
  }
  return std::nullopt;
}

OwningOpRef<ModuleOp> run::parseProgram(StringRef path, MLIRContext &context,
                                        llvm::SourceMgr &sourceManager) {
  std::string message;
  std::unique_ptr<llvm::MemoryBuffer> file = openInputFile(path, &message);
  if (!file) {
    complain(message);
    return {};
  }
  StringRef text = file->getBuffer();
  if (text.starts_with("ML\xEFR")) {
    complain(path + ": is MLIR bytecode, which is not read from untrusted files; convert it with "
                    "molt-opt first");
    return {};
  }
  if (std::optional<size_t> offset = findDeepNesting(text)) {
    size_t line = text.take_front(*offset).count('\n') + 1;
    complain(path + ":" + Twine(line) + ": nests more than " + Twine(kMaxNesting) +
             " brackets deep; write the program with less nesting");
    return {};
  }
  sourceManager.AddNewSourceBuffer(std::move(file), llvm::SMLoc());
  return parseSourceFile<ModuleOp>(sourceManager, &context);
}

func::FuncOp run::findEntry(ModuleOp module, StringRef name) {
  auto isProgram = [](func::FuncOp function) {
    return function.getNumResults() == 1 && isa<df::TableType>(function.getResultTypes()[0]) &&
           !function.isExternal();
  };
  if (!name.empty()) {
    auto function = module.lookupSymbol<func::FuncOp>(name);
    if (function && isProgram(function))
      return function;
    emitError(module.getLoc()) << "no function \"" << name << "\" that returns one table";
    return {};
  }
  if (auto function = module.lookupSymbol<func::FuncOp>("main"); function && isProgram(function))
    return function;
  func::FuncOp found;
  for (func::FuncOp function : module.getOps<func::FuncOp>()) {
    if (!isProgram(function))
      continue;
    if (found) {
      emitError(module.getLoc()) << "several functions return a table (\"" << found.getName()
                                 << "\", \"" << function.getName()
                                 << "\"); name one with --entry";
      return {};
    }
    found = function;
  }
  if (!found)
    emitError(module.getLoc(), "no function returns a table; a program is a func.func that "
                               "returns one !molt_df.table");
  return found;
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
    return LogicalResult::failure(complain("--target " + name +
                                           ": this processor runs code for " + host.getName() +
                                           " at most; leave --target out"));
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
