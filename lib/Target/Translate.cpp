//===- Translate.cpp - Translations out of MLIR ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Target/Translate.h"
#include "Molt/InitAllDialects.h"
#include "Molt/Pipelines/Pipelines.h"
#include "Molt/Support/Source.h"
#include "Molt/Target/Codegen.h"
#include "Molt/Target/CompiledProgram.h"
#include "Molt/Target/DuckDBSQL.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Tools/mlir-translate/Translation.h"
#include "llvm/Support/SourceMgr.h"

using namespace molt;

/// Whether nothing is left to lower: all that the module holds belongs to LLVM.
static bool isLowered(ModuleOp module) {
  return llvm::all_of(*module.getBody(),
                      [](Operation &op) { return isa<LLVM::LLVMDialect>(op.getDialect()); });
}

namespace {
/// A module as LLVM IR, with what it needs to live.
struct LoweredModule {
  llvm::LLVMContext context;
  std::unique_ptr<llvm::TargetMachine> machine;
  std::unique_ptr<llvm::Module> module;
};
} // namespace

/// Lowers and optimizes as asked.
static LogicalResult lower(ModuleOp module, const TranslateOptions &options,
                           LoweredModule &result) {
  result.machine = createTargetMachine(module.getLoc(), options.target);
  if (!result.machine)
    return failure();
  if (!isLowered(module)) {
    LoweringOptions lowering;
    lowering.target = options.target;
    lowering.lanes = options.lanes;
    lowering.parallel = options.parallel;
    lowering.optimize = options.optimize;
    PassManager passes(module.getContext());
    buildMoltToLLVMPipeline(passes, lowering);
    if (failed(passes.run(module)))
      return failure();
  }
  result.module = translateToLLVM(module, result.context, *result.machine);
  if (!result.module)
    return failure();
  if (options.optimizeLLVM)
    optimizeLLVM(*result.module, *result.machine);
  return success();
}

LogicalResult molt::translateToLLVMIR(ModuleOp module, const TranslateOptions &options,
                                      raw_ostream &out) {
  LoweredModule lowered;
  if (failed(lower(module, options, lowered)))
    return failure();
  lowered.module->print(out, nullptr);
  return success();
}

LogicalResult molt::translateToObject(ModuleOp module, const TranslateOptions &options,
                                      raw_ostream &out) {
  LoweredModule lowered;
  if (failed(lower(module, options, lowered)))
    return failure();
  std::unique_ptr<llvm::MemoryBuffer> object = emitObject(*lowered.module, *lowered.machine);
  if (!object)
    return module.emitError("the target cannot emit object code");
  out << object->getBuffer();
  return success();
}

/// Registers a translation of modules, whose text is checked before MLIR parses it.
static void registerFromModule(StringRef name, StringRef description,
                               std::function<LogicalResult(ModuleOp, raw_ostream &)> translate) {
  TranslateRegistration(
      name, description,
      [translate = std::move(translate)](const std::shared_ptr<llvm::SourceMgr> &source,
                                         raw_ostream &out, MLIRContext *context) {
        if (failed(checkSource(*source->getMemoryBuffer(source->getMainFileID()))))
          return failure();
        DialectRegistry registry;
        mlir::registerAllDialects(registry);
        mlir::registerAllExtensions(registry);
        molt::registerAllDialects(registry);
        registerTranslations(registry);
        context->appendDialectRegistry(registry);
        OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(source, context);
        return module ? translate(*module, out) : failure();
      });
}

void molt::registerMoltTranslations(const TranslateOptions &options) {
  registerFromModule("molt-to-llvmir", "lower a module at any level and print LLVM IR",
                     [&options](ModuleOp module, raw_ostream &out) {
                       return translateToLLVMIR(module, options, out);
                     });
  registerFromModule("molt-to-object", "lower a module at any level and write an object file",
                     [&options](ModuleOp module, raw_ostream &out) {
                       return translateToObject(module, options, out);
                     });
  registerFromModule("molt-df-to-dot", "print plans as a Graphviz graph",
                     [&options](ModuleOp module, raw_ostream &out) {
                       return translateToDot(module, options.dot, out);
                     });
  registerFromModule(
      "molt-df-to-duckdb-sql", "print plans as DuckDB's SQL (docs/duckdb-sql.md)",
      [](ModuleOp module, raw_ostream &out) { return translateToDuckDBSQL(module, out); });
}
