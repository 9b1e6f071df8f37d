//===- CompiledEngine.cpp - Programs through the compiler -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CompiledEngine.h"
#include "Molt/Target/CompiledProgram.h"
#include "mlir/IR/Diagnostics.h"

using namespace molt;
using namespace molt::fuzz;

namespace {
class CompiledEngine : public Engine {
public:
  CompiledEngine(StringRef name, const CompileOptions &options, bool statistics,
                 const MoltRunOptions &run, const MoltRuntimeOptions &runtimeOptions)
      : Engine(name.str(), options.optimize, true), options(options), statistics(statistics),
        runOptions(run), runtimeOptions(runtimeOptions) {}

  Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) override {
    MLIRContext *context = module.getContext();
    std::string text;
    ScopedDiagnosticHandler handler(context, [&](Diagnostic &diagnostic) {
      text += (text.empty() ? "" : "; ") + diagnostic.str();
      return success();
    });
    NamedTables tables;
    for (const interp::NamedTable &input : inputs)
      tables[input.name.str()] = const_cast<MoltTable *>(input.table);
    auto function = *module.getOps<func::FuncOp>().begin();
    AdaptiveProgram program(module, function.getName(), options);
    if (failed(program.prepare(statistics ? tables : NamedTables())))
      return Outcome::ofError(MOLT_INTERNAL, "does not compile: " + text);
    auto runWith = [&](const MoltRuntimeOptions &instanceOptions) {
      Outcome outcome = run(program, tables, instanceOptions, context);
      if (!outcome.table && !text.empty())
        outcome = Outcome::ofError(MOLT_INTERNAL, "does not compile: " + text);
      return outcome;
    };
    Outcome outcome = runWith(runtimeOptions);
    bool isLimited = runtimeOptions.memory_limit || runtimeOptions.fail_allocation;
    if (!isLimited || outcome.table || outcome.error.code != MOLT_OUT_OF_MEMORY)
      return outcome;
    MoltRuntimeOptions unlimited = runtimeOptions;
    unlimited.memory_limit = unlimited.fail_allocation = 0;
    outcome = runWith(unlimited);
    outcome.ranOutOfMemory = true;
    return outcome;
  }

private:
  /// Runs in an instance of its own, which must hold nothing in the end.
  Outcome run(AdaptiveProgram &program, const NamedTables &tables,
              const MoltRuntimeOptions &instanceOptions, MLIRContext *context) {
    Outcome outcome;
    MoltRuntime *runtime = nullptr;
    if (molt_runtime_create(&instanceOptions, &runtime, &outcome.error))
      return outcome;
    MoltTable *result = nullptr;
    if (program.run(runtime, tables, runOptions, &result, &outcome.error) == MOLT_OK)
      outcome.table = interp::readTable(context, result);
    molt_table_release(result);
    if (int64_t held = molt_runtime_bytes(runtime))
      outcome = Outcome::ofError(MOLT_INTERNAL,
                                 "the run did not give back " + std::to_string(held) + " bytes");
    molt_runtime_destroy(runtime);
    return outcome;
  }

  CompileOptions options;
  bool statistics;
  MoltRunOptions runOptions;
  MoltRuntimeOptions runtimeOptions;
};
} // namespace

std::unique_ptr<Engine> fuzz::makeCompiledEngine(StringRef name) {
  CompileOptions options;
  options.verifyPasses = true;
  MoltRunOptions run = {};
  MoltRuntimeOptions runtimeOptions = {};
  runtimeOptions.threads = 1;
  bool statistics = true;
  SmallVector<StringRef> settings;
  name.split(':').second.split(settings, ',', -1, /*KeepEmpty=*/false);
  for (StringRef setting : settings) {
    auto [key, value] = setting.split('=');
    int64_t number = 0;
    bool isNumber = !value.getAsInteger(10, number);
    if (key == "target")
      options.target = value.str();
    else if (key == "threads" && isNumber)
      runtimeOptions.threads = number;
    else if (key == "codegen-threads" && isNumber)
      options.threads = number;
    else if (key == "batch" && isNumber)
      run.batch_size = number;
    else if (key == "morsel" && isNumber)
      run.morsel_rows = number;
    else if (key == "memory-limit" && isNumber)
      runtimeOptions.memory_limit = number;
    else if (key == "fail-allocation" && isNumber)
      runtimeOptions.fail_allocation = number;
    else if (key == "zero-hashes")
      run.zero_hashes = 1;
    else if (key == "no-optimize")
      options.optimize = false;
    else if (key == "no-statistics")
      statistics = false;
    else {
      llvm::errs()
          << "compiled engines have no setting \"" << setting
          << "\"; there are target, threads, codegen-threads, batch, morsel, memory-limit, "
             "fail-allocation, zero-hashes, no-optimize and no-statistics\n";
      return nullptr;
    }
  }
  // Each run has an instance of its own; this one only shows that there can be one.
  MoltRuntime *runtime = nullptr;
  MoltError error;
  if (molt_runtime_create(&runtimeOptions, &runtime, &error)) {
    llvm::errs() << error.message << "\n";
    return nullptr;
  }
  molt_runtime_destroy(runtime);
  return std::make_unique<CompiledEngine>(name, options, statistics, run, runtimeOptions);
}

void fuzz::registerCompilerTranslations(DialectRegistry &registry) {
  registerTranslations(registry);
}
