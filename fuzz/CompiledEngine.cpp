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
                 const MoltRunOptions &run, MoltRuntime *runtime)
      : Engine(name.str(), options.optimize, true), options(options), statistics(statistics),
        runOptions(run), runtime(runtime) {}
  ~CompiledEngine() override { molt_runtime_destroy(runtime); }

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
    Outcome outcome;
    MoltTable *result = nullptr;
    if (program.run(runtime, tables, runOptions, &result, &outcome.error) == MOLT_OK)
      outcome.table = interp::readTable(context, result);
    else if (!text.empty())
      outcome = Outcome::ofError(MOLT_INTERNAL, "does not compile: " + text);
    molt_table_release(result);
    return outcome;
  }

private:
  CompileOptions options;
  bool statistics;
  MoltRunOptions runOptions;
  MoltRuntime *runtime;
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
    else if (key == "batch" && isNumber)
      run.batch_size = number;
    else if (key == "morsel" && isNumber)
      run.morsel_rows = number;
    else if (key == "zero-hashes")
      run.zero_hashes = 1;
    else if (key == "no-optimize")
      options.optimize = false;
    else if (key == "no-statistics")
      statistics = false;
    else {
      llvm::errs() << "compiled engines have no setting \"" << setting
                   << "\"; there are target, threads, batch, morsel, zero-hashes, no-optimize and "
                      "no-statistics\n";
      return nullptr;
    }
  }
  MoltRuntime *runtime = nullptr;
  MoltError error;
  if (molt_runtime_create(&runtimeOptions, &runtime, &error)) {
    llvm::errs() << error.message << "\n";
    return nullptr;
  }
  return std::make_unique<CompiledEngine>(name, options, statistics, run, runtime);
}

void fuzz::registerCompilerTranslations(DialectRegistry &registry) {
  registerTranslations(registry);
}
