//===- Session.cpp - A program, its tables and a runtime ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Session.h"
#include "Interrupt.h"
#include "Messages.h"
#include "Molt/Interp/Interpreter.h"
#include "Output.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/JSON.h"
#include <chrono>

using namespace molt;
using namespace molt::run;

double run::milliseconds() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

LogicalResult Session::open(ModuleOp module, func::FuncOp function) {
  entry = function;
  MoltRuntimeOptions runtimeOptions = {};
  runtimeOptions.threads = options.threads;
  runtimeOptions.memory_limit = options.memoryLimit;
  runtimeOptions.fail_allocation = options.failAllocation;
  runtimeOptions.cancelled = [](void *) -> int32_t { return isInterrupted(); };
  MoltError error;
  if (molt_runtime_create(&runtimeOptions, &runtime, &error))
    return LogicalResult::failure(complain(describe(error)));
  double start = milliseconds();
  tables.emplace();
  if (failed(loadInputs(entry, options, runtime, *tables)))
    return failure();
  loadMs = milliseconds() - start;
  if (options.interpret)
    return success();
  CompileOptions compile;
  compile.target = options.target;
  compile.lanes = options.lanes;
  compile.optimize = options.optimize;
  compile.parallel = options.threads != 1;
  compile.perfMap = options.perfMap;
  compile.threads = options.threads == 1 ? 1 : 2;
  compile.objectPath = options.objectPath;
  program = std::make_unique<AdaptiveProgram>(module, entry.getName(), compile);
  return success();
}

LogicalResult Session::prepare() {
  if (!program)
    return success();
  return program->prepare(options.useStatistics ? tables->byName : NamedTables());
}

int32_t Session::execute(MoltTable **result, MoltError *error) {
  if (!program) {
    std::vector<interp::NamedTable> inputs;
    for (auto &[name, table] : tables->byName)
      inputs.push_back({name, table});
    return interp::interpret(entry, inputs, runtime, result, error);
  }
  MoltRunOptions runOptions = {};
  runOptions.batch_size = options.batchSize;
  runOptions.morsel_rows = options.morselRows;
  runOptions.zero_hashes = options.zeroHashes;
  AskForInterrupts scope;
  return program->run(runtime, tables->byName, runOptions, result, error);
}

/// --time: phases in milliseconds, sizes, instructions of each function, as one line of
/// JSON.
static void printTimes(const Session &session, std::vector<double> runs) {
  CompileTimes times;
  if (const CompiledProgram *compiled = session.program ? session.program->getCompiled() : nullptr)
    times = compiled->getTimes();
  std::sort(runs.begin(), runs.end());
  int64_t rows = 0, bytes = 0;
  for (auto &[name, table] : session.tables->byName) {
    rows += molt_table_rows(table);
    bytes += molt_table_bytes(table);
  }
  llvm::json::OStream json(llvm::errs());
  auto phase = [&](StringRef name, double ms) {
    json.attributeBegin(name);
    json.rawValue([&](llvm::raw_ostream &out) { out << llvm::format("%.3f", ms); });
    json.attributeEnd();
  };
  json.object([&] {
    phase("parse_ms", session.parseMs);
    phase("load_ms", session.loadMs);
    phase("optimize_ms", times.optimize);
    phase("lower_ms", times.lower);
    phase("codegen_ms", times.translate + times.optimizeLLVM + times.codegen);
    phase("translate_ms", times.translate);
    phase("llvm_ms", times.optimizeLLVM);
    phase("emit_ms", times.codegen);
    phase("compile_ms", times.total());
    phase("execute_ms", runs[runs.size() / 2]);
    phase("execute_min_ms", runs.front());
    json.attribute("rows_read", rows);
    json.attribute("bytes_read", bytes);
    json.attribute("peak_bytes", molt_runtime_peak_bytes(session.runtime));
    json.attributeObject("instructions", [&] {
      for (auto &[name, count] : times.instructions)
        json.attribute(name, static_cast<int64_t>(count));
    });
  });
  llvm::errs() << "\n";
}

int run::runAndWrite(Session &session) {
  if (failed(session.prepare()))
    return 1;
  MoltTable *result = nullptr;
  MoltError error;
  std::vector<double> runs;
  for (int i = 0; i < session.options.repeat; ++i) {
    molt_table_release(result);
    result = nullptr;
    double start = milliseconds();
    if (session.execute(&result, &error))
      return complain(describe(error));
    runs.push_back(milliseconds() - start);
  }
  int32_t status;
  {
    AskForInterrupts scope;
    status = writeResult(session.runtime, result, session.options.outputFormat,
                         session.options.compression, session.options.outputPath, &error);
  }
  molt_table_release(result);
  if (status)
    return complain(describe(error));
  if (session.options.printTimes)
    printTimes(session, runs);
  return 0;
}
