//===- molt-run.cpp - Compile and run a program on files ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/InitAllDialects.h"
#include "Molt/Interp/Interpreter.h"
#include "Molt/Target/CompiledProgram.h"
#include "Output.h"
#include "Program.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/FileSystem.h"
#include "mlir/IR/Diagnostics.h"
#include <atomic>
#include <chrono>
#include <csignal>
#include <iostream>

using namespace molt;
namespace cl = llvm::cl;

//===----------------------------------------------------------------------===//
// Options
//===----------------------------------------------------------------------===//

namespace {
/// Made in main, after LLVM's own options are out of the way: libLLVM registers
/// dozens, and some have our names.
struct Options {
  cl::OptionCategory category{"molt-run options"};
  cl::opt<std::string> programPath{cl::Positional, cl::Required, cl::desc("PROGRAM.mlir"),
                                        cl::cat(category)};
  cl::list<std::string> inputPaths{"input", cl::desc("Table NAME of the program is the file "
                                                          "PATH (.csv, .tbl, .arrow)"),
                                        cl::value_desc("NAME=PATH"), cl::cat(category)};
  cl::opt<std::string> delimiter{"delimiter", cl::desc("Field delimiter of .csv inputs"),
                                      cl::init(","), cl::value_desc("C"), cl::cat(category)};
  cl::list<std::string> nullSpellings{"null", cl::desc("Unquoted spelling of null in .csv "
                                                            "inputs (default: the empty field)"),
                                           cl::value_desc("TEXT"), cl::cat(category)};
  cl::opt<bool> noHeader{"no-header", cl::desc(".csv inputs have no header line; columns go "
                                                    "by position"),
                              cl::cat(category)};
  cl::opt<bool> replaceInvalid{"replace-invalid-utf8",
                                    cl::desc("Replace invalid UTF-8 in .csv inputs by U+FFFD"),
                                    cl::cat(category)};
  cl::opt<std::string> outputPath{"output", cl::desc("Write the result to PATH (default: "
                                                          "standard output)"),
                                       cl::init("-"), cl::value_desc("PATH"), cl::cat(category)};
  cl::opt<std::string> formatName{"format", cl::desc("csv, arrow or table (default: by the "
                                                          "ending of --output, else csv)"),
                                       cl::value_desc("FORMAT"), cl::cat(category)};
  cl::opt<std::string> entryName{"entry", cl::desc("Function to run (default: main, or the "
                                                        "only one that returns a table)"),
                                      cl::value_desc("NAME"), cl::cat(category)};
  cl::opt<int> threads{"threads", cl::desc("Threads (default: one per core)"), cl::init(0),
                            cl::value_desc("N"), cl::cat(category)};
  cl::opt<int64_t> batchSize{"batch-size", cl::desc("Rows per batch (default: 2048)"),
                                  cl::init(0), cl::value_desc("N"), cl::cat(category)};
  cl::opt<int64_t> memoryLimit{"memory-limit", cl::desc("Bytes that tables and states may "
                                                             "hold (default: no limit)"),
                                    cl::init(0), cl::value_desc("BYTES"), cl::cat(category)};
  cl::opt<std::string> target{"target", cl::desc("host, x86-64, x86-64-v3 or x86-64-v4"),
                                   cl::init("host"), cl::value_desc("NAME"), cl::cat(category)};
  cl::opt<bool> interpret{"interpret", cl::desc("Run the reference interpreter instead"),
                               cl::cat(category)};
  cl::opt<bool> noOptimize{"no-optimize", cl::desc("Compile the plan as written"),
                                cl::cat(category)};
  cl::opt<bool> noStatistics{"no-statistics", cl::desc("Compile without assumptions from the "
                                                            "tables' statistics"),
                                  cl::cat(category)};
  cl::opt<bool> printTimes{"time", cl::desc("Print times and sizes as JSON to standard "
                                                 "error"),
                                cl::cat(category)};
  cl::opt<int> repeat{"repeat", cl::desc("Run N times"), cl::init(1), cl::value_desc("N"),
                           cl::cat(category)};
  cl::opt<bool> perfMap{"perf-map", cl::desc("Write /tmp/perf-PID.map, so that perf names "
                                                  "compiled functions"),
                             cl::cat(category)};
  cl::opt<bool> serve{"serve", cl::desc("Load the inputs, then answer requests, lines of "
                                             "JSON, on standard input (see bench/README.md)"),
                           cl::cat(category)};
};
} // namespace

static Options *flags;

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

static int complain(const Twine &message) {
  llvm::errs() << "molt-run: error: " << message << "\n";
  return 1;
}

static double milliseconds() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

/// Set by Ctrl-C; asked by the runtime between morsels.
static std::atomic<int> interrupted{0};
static int32_t isCancelled(void *) { return interrupted.load(std::memory_order_relaxed); }

namespace {
/// The tables of a run; main releases them.
struct Tables {
  NamedTables byName;
  int64_t fileBytes = 0;
};

/// Everything a run needs.
struct Session {
  MoltRuntime *runtime = nullptr;
  func::FuncOp entry;
  OwningOpRef<ModuleOp> module;
  Tables tables;
  std::unique_ptr<AdaptiveProgram> program;
  double parseMs = 0, loadMs = 0;
};
} // namespace

static bool endsWith(StringRef path, StringRef ending) { return path.ends_with_insensitive(ending); }

//===----------------------------------------------------------------------===//
// Loading
//===----------------------------------------------------------------------===//

static int32_t loadTable(MoltRuntime *runtime, StringRef path, const run::DeclaredInput &input,
                         MoltTable **table, MoltError *error) {
  std::vector<MoltField> fields;
  std::vector<std::string> names; // Null-terminated.
  std::vector<int32_t> positions;
  names.reserve(input.declared.getNumColumns());
  for (auto [position, name] : llvm::enumerate(input.declared.getNames())) {
    if (!input.needed.contains(name.getValue()))
      continue;
    names.push_back(name.getValue().str());
    fields.push_back({names.back().c_str(), getRuntimeType(input.declared.getTypes()[position])});
    positions.push_back(position);
  }
  std::string file = path.str();
  if (endsWith(path, ".arrow"))
    return molt_table_read_arrow(runtime, file.c_str(), fields.data(), fields.size(), table,
                                 error);
  MoltCsvOptions options;
  molt_csv_defaults(&options);
  std::vector<const char *> nulls;
  if (endsWith(path, ".tbl")) {
    options.delimiter = '|';
    options.quote = 0;
    options.header = 0;
    options.trailing_delimiter = 1;
  } else {
    options.delimiter = flags->delimiter == "\\t" ? '\t' : flags->delimiter[0];
    options.header = !flags->noHeader;
  }
  for (const std::string &spelling : flags->nullSpellings)
    nulls.push_back(spelling.c_str());
  if (!nulls.empty()) {
    options.null_spellings = nulls.data();
    options.null_spelling_count = nulls.size();
  }
  options.replace_invalid_utf8 = flags->replaceInvalid;
  return molt_table_read_csv(runtime, file.c_str(), &options, fields.data(), fields.size(),
                             options.header ? nullptr : positions.data(),
                             options.header ? 0 : input.declared.getNumColumns(), table, error);
}

static int loadInputs(Session &session) {
  llvm::MapVector<StringRef, run::DeclaredInput> inputs;
  if (failed(run::collectInputs(session.entry, flags->interpret, inputs)))
    return 1;
  double start = milliseconds();
  for (const std::string &binding : flags->inputPaths) {
    auto [name, path] = StringRef(binding).split('=');
    if (path.empty())
      return complain("--input wants NAME=PATH, not \"" + binding + "\"");
    auto it = inputs.find(name);
    if (it == inputs.end()) {
      std::string known;
      for (auto &[other, input] : inputs)
        known += (known.empty() ? "\"" : ", \"") + other.str() + "\"";
      return complain("the program reads no table \"" + name + "\"; it reads " +
                      (known.empty() ? "none" : known));
    }
    if (session.tables.byName.count(name.str()))
      return complain("--input names table \"" + name + "\" twice");
    MoltError error;
    MoltTable *table = nullptr;
    if (loadTable(session.runtime, path, it->second, &table, &error))
      return complain(run::describe(error));
    session.tables.byName[name.str()] = table;
    uint64_t bytes = 0;
    if (!llvm::sys::fs::file_size(path, bytes))
      session.tables.fileBytes += bytes;
  }
  for (auto &[name, input] : inputs)
    if (!session.tables.byName.count(name.str()))
      return complain("the program reads table \"" + name + "\"; give it with --input " + name +
                      "=PATH");
  session.loadMs = milliseconds() - start;
  return 0;
}

//===----------------------------------------------------------------------===//
// Running
//===----------------------------------------------------------------------===//

static int32_t execute(Session &session, MoltTable **result, MoltError *error) {
  if (flags->interpret) {
    std::vector<interp::NamedTable> inputs;
    for (auto &[name, table] : session.tables.byName)
      inputs.push_back({name, table});
    return interp::interpret(session.entry, inputs, session.runtime, result, error);
  }
  MoltRunOptions options = {};
  options.batch_size = flags->batchSize;
  return session.program->run(session.runtime, session.tables.byName, options, result, error);
}

static llvm::json::Object timesToJson(const Session &session, ArrayRef<double> runs) {
  llvm::json::Object json;
  auto round = [](double ms) { return std::round(ms * 1000) / 1000; };
  json["parse_ms"] = round(session.parseMs);
  json["load_ms"] = round(session.loadMs);
  CompileTimes times;
  if (const CompiledProgram *compiled = session.program ? session.program->getCompiled() : nullptr)
    times = compiled->getTimes();
  json["optimize_ms"] = round(times.optimize);
  json["lower_ms"] = round(times.lower);
  json["codegen_ms"] = round(times.translate + times.optimizeLLVM + times.codegen);
  json["translate_ms"] = round(times.translate);
  json["llvm_ms"] = round(times.optimizeLLVM);
  json["emit_ms"] = round(times.codegen);
  json["compile_ms"] = round(times.total());
  llvm::json::Object instructions;
  for (auto &[name, count] : times.instructions)
    instructions[name] = static_cast<int64_t>(count);
  json["instructions"] = std::move(instructions);
  std::vector<double> sorted(runs.begin(), runs.end());
  std::sort(sorted.begin(), sorted.end());
  if (!sorted.empty()) {
    json["execute_ms"] = round(sorted[sorted.size() / 2]);
    json["execute_min_ms"] = round(sorted.front());
  }
  int64_t rows = 0, bytes = 0;
  for (auto &[name, table] : session.tables.byName) {
    rows += molt_table_rows(table);
    bytes += molt_table_bytes(table);
  }
  json["rows_read"] = rows;
  json["bytes_read"] = bytes;
  json["peak_bytes"] = molt_runtime_peak_bytes(session.runtime);
  return json;
}

//===----------------------------------------------------------------------===//
// The line protocol of bench/compare
//===----------------------------------------------------------------------===//

static void answer(llvm::json::Object object) {
  llvm::outs() << llvm::json::Value(std::move(object)) << "\n";
  llvm::outs().flush();
}

static int serveRequests(Session &session) {
  answer(llvm::json::Object{{"engine", "molt"},
          {"version", molt_runtime_version()},
          {"load_ms", session.loadMs},
          {"bytes", session.tables.fileBytes}});
  MoltTable *result = nullptr;
  std::string line;
  while (std::getline(std::cin, line)) {
    llvm::Expected<llvm::json::Value> request = llvm::json::parse(line);
    auto *object = request ? request->getAsObject() : nullptr;
    std::optional<StringRef> command = object ? object->getString("cmd") : std::nullopt;
    if (!request)
      llvm::consumeError(request.takeError());
    if (!command) {
      answer(llvm::json::Object{{"error", "a request is a JSON object with \"cmd\""}});
      continue;
    }
    if (*command == "quit")
      break;
    if (*command == "run") {
      molt_table_release(result);
      result = nullptr;
      if (!flags->interpret && failed(session.program->prepare(session.tables.byName))) {
        answer(llvm::json::Object{{"error", "the program does not compile"}});
        continue;
      }
      MoltError error;
      double start = milliseconds();
      if (execute(session, &result, &error)) {
        answer(llvm::json::Object{{"error", run::describe(error)}});
        continue;
      }
      double elapsed = milliseconds() - start;
      double compile = flags->interpret ? 0 : session.program->getCompiled()->getTimes().total();
      answer(llvm::json::Object{{"ms", elapsed}, {"compile_ms", compile}, {"rows", molt_table_rows(result)}});
    } else if (*command == "result") {
      std::string csv;
      MoltError error;
      if (!result)
        answer(llvm::json::Object{{"error", "nothing has run yet"}});
      else if (run::formatCsv(session.runtime, result, csv, &error))
        answer(llvm::json::Object{{"error", run::describe(error)}});
      else
        answer(llvm::json::Object{{"csv", csv}});
    } else {
      answer(llvm::json::Object{{"error", ("unknown command \"" + *command + "\"").str()}});
    }
  }
  molt_table_release(result);
  answer(llvm::json::Object());
  return 0;
}

//===----------------------------------------------------------------------===//
// main
//===----------------------------------------------------------------------===//

static int runSession(Session &session) {
  if (!flags->interpret) {
    CompileOptions options;
    options.target = flags->target;
    options.optimize = !flags->noOptimize;
    options.parallel = flags->threads != 1;
    options.perfMap = flags->perfMap;
    session.program =
        std::make_unique<AdaptiveProgram>(*session.module, session.entry.getName(), options);
  }
  if (flags->serve)
    return serveRequests(session);
  run::Format format = run::Format::CSV;
  std::string name = flags->formatName;
  if (name.empty())
    name = endsWith(flags->outputPath, ".arrow") ? "arrow" : "csv";
  if (name == "arrow")
    format = run::Format::Arrow;
  else if (name == "table")
    format = run::Format::Table;
  else if (name != "csv")
    return complain("--format is csv, arrow or table, not \"" + name + "\"");

  MoltTable *result = nullptr;
  MoltError error;
  if (!flags->interpret &&
      failed(session.program->prepare(flags->noStatistics ? NamedTables() : session.tables.byName)))
    return 1;
  std::vector<double> runs;
  for (int i = 0; i < std::max(1, flags->repeat.getValue()); ++i) {
    molt_table_release(result);
    result = nullptr;
    double start = milliseconds();
    if (execute(session, &result, &error))
      return complain(run::describe(error));
    runs.push_back(milliseconds() - start);
  }
  int32_t status = run::writeResult(session.runtime, result, format, flags->outputPath, &error);
  molt_table_release(result);
  if (status)
    return complain(run::describe(error));
  if (flags->printTimes)
    llvm::errs() << llvm::json::Value(timesToJson(session, runs)) << "\n";
  return 0;
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  SmallVector<cl::Option *> foreign;
  for (auto &[name, option] : cl::getRegisteredOptions())
    foreign.push_back(option);
  for (cl::Option *option : foreign)
    option->removeArgument();
  Options options;
  flags = &options;
  cl::SetVersionPrinter([](llvm::raw_ostream &out) {
    out << "Molt " MOLT_VERSION " (LLVM " LLVM_VERSION_STRING ")\n" << molt_runtime_version() << "\n";
  });
  cl::ParseCommandLineOptions(argc, argv,
                              "compiles a Molt program and runs it on files\n\n"
                              "  molt-run q6.mlir --input lineitem=lineitem.tbl --format table\n");
  if (flags->delimiter != "\\t" && flags->delimiter.size() != 1)
    return complain("--delimiter is one byte, not \"" + flags->delimiter + "\"");
  if (flags->threads < 0 || flags->batchSize < 0 || flags->memoryLimit < 0)
    return complain("--threads, --batch-size and --memory-limit must not be negative");

  DialectRegistry registry;
  registerAllDialects(registry);
  registerTranslations(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  llvm::SourceMgr sourceManager;
  SourceMgrDiagnosticHandler diagnostics(sourceManager, &context);

  Session session;
  double start = milliseconds();
  session.module = run::parseProgram(flags->programPath, context, sourceManager);
  if (!session.module)
    return 1;
  session.entry = run::findEntry(*session.module, flags->entryName);
  if (!session.entry)
    return 1;
  session.parseMs = milliseconds() - start;

  std::signal(SIGINT, [](int) {
    if (interrupted.exchange(1))
      std::_Exit(130); // The second time at once.
  });
  MoltRuntimeOptions runtimeOptions = {};
  runtimeOptions.threads = flags->threads;
  runtimeOptions.memory_limit = flags->memoryLimit;
  runtimeOptions.cancelled = isCancelled;
  MoltError error;
  if (molt_runtime_create(&runtimeOptions, &session.runtime, &error))
    return complain(run::describe(error));
  int exitCode = loadInputs(session);
  if (exitCode == 0)
    exitCode = runSession(session);
  for (auto &[name, table] : session.tables.byName)
    molt_table_release(table);
  session.tables.byName.clear();
  molt_runtime_destroy(session.runtime);
  return exitCode;
}
