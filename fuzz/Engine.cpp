//===- Engine.cpp - Ways to run a program ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Engine.h"
#include "CompiledEngine.h"
#include "DuckDBEngine.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Pass/PassRegistry.h"

using namespace molt;
using namespace molt::fuzz;

Outcome Outcome::ofError(MoltStatus code, StringRef message) {
  Outcome outcome;
  outcome.error.code = code;
  outcome.error.row = outcome.error.column = outcome.error.byte = -1;
  snprintf(outcome.error.message, sizeof outcome.error.message, "%s", message.str().c_str());
  return outcome;
}

Outcome Outcome::ofDecline(StringRef why) {
  Outcome outcome = ofError(MOLT_UNSUPPORTED, why);
  outcome.declined = why.str();
  return outcome;
}

namespace {

/// Collects diagnostics instead of printing them.
class DiagnosticText {
public:
  explicit DiagnosticText(MLIRContext *context)
      : handler(context, [this](Diagnostic &diagnostic) {
          if (diagnostic.getSeverity() == DiagnosticSeverity::Error)
            text += (text.empty() ? "" : "; ") + diagnostic.str();
          return success();
        }) {}
  std::string text;

private:
  ScopedDiagnosticHandler handler;
};

class InterpreterEngine : public Engine {
public:
  InterpreterEngine() : Engine("interpret", false, true) {}
  Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) override {
    return interpret(module, inputs);
  }

  static Outcome interpret(ModuleOp module, ArrayRef<interp::NamedTable> inputs) {
    Outcome outcome;
    interp::Table table;
    auto function = *module.getOps<func::FuncOp>().begin();
    if (interp::evaluate(function, inputs, table, outcome.notes, &outcome.error) == MOLT_OK)
      outcome.table = std::move(table);
    return outcome;
  }
};

/// Interprets what the parser makes of the printed module, which must print the same.
class RoundTripEngine : public Engine {
public:
  RoundTripEngine() : Engine("roundtrip", false, true) {}
  Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) override {
    DiagnosticText diagnostics(module.getContext());
    std::string text = print(module);
    auto parsed = parseSourceString<ModuleOp>(text, module.getContext(), "program.mlir");
    if (!parsed)
      return Outcome::ofError(MOLT_INTERNAL, "does not parse: " + diagnostics.text);
    if (print(*parsed) != text)
      return Outcome::ofError(MOLT_INTERNAL, "prints differently: " + print(*parsed));
    return InterpreterEngine::interpret(*parsed, inputs);
  }

private:
  static std::string print(ModuleOp module) {
    std::string text;
    llvm::raw_string_ostream stream(text);
    module.print(stream);
    return text;
  }
};

class PassEngine : public Engine {
public:
  PassEngine(StringRef name, StringRef pipeline)
      : Engine(name.str(), true, false), pipeline(pipeline) {}
  Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) override {
    DiagnosticText diagnostics(module.getContext());
    PassManager passes(module.getContext(), "builtin.module");
    if (failed(parsePassPipeline(pipeline, passes)))
      return Outcome::ofError(MOLT_INTERNAL, "not a pass pipeline: " + pipeline);
    if (failed(passes.run(module)))
      return Outcome::ofError(MOLT_INTERNAL, "passes failed: " + diagnostics.text);
    return InterpreterEngine::interpret(module, inputs);
  }

private:
  std::string pipeline;
};

} // namespace

std::unique_ptr<Engine> fuzz::makeEngine(StringRef name, MoltRuntime *runtime) {
  if (name == "interpret")
    return std::make_unique<InterpreterEngine>();
  if (name == "roundtrip")
    return std::make_unique<RoundTripEngine>();
  if (name == "compiled" || name.starts_with("compiled:"))
    return makeCompiledEngine(name);
  if (name == "duckdb" || name.starts_with("duckdb:"))
    return makeDuckDBEngine(name);
  if (name.starts_with("pass:")) {
    StringRef pipeline = name.drop_front(5);
    OpPassManager passes("builtin.module");
    if (failed(parsePassPipeline(pipeline, passes)))
      return nullptr;
    return std::make_unique<PassEngine>(name, pipeline);
  }
  llvm::errs() << "there is no engine \"" << name
               << "\"; there are interpret, roundtrip, pass:PIPELINE, compiled[:SETTINGS] and "
                  "duckdb[:PATH]\n";
  return nullptr;
}
