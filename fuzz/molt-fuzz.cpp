//===- molt-fuzz.cpp - Random programs, run in several ways ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Exit status 0: all engines agree with the reference interpreter; 1: some do not;
// 2: wrong usage.
//
//===----------------------------------------------------------------------===//

#include "Compare.h"
#include "CompiledEngine.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/InitAllPasses.h"
#include "Molt/Support/Version.h"
#include "RandomPlan.h"
#include "RandomWays.h"
#include "Report.h"
#include "Shrink.h"
#include "mlir/Transforms/Passes.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/InitLLVM.h"
#include "llvm/Support/PrettyStackTrace.h"
#include <map>

using namespace molt;
using namespace molt::fuzz;
namespace cl = llvm::cl;

static cl::opt<uint64_t> seed("seed",
                              cl::desc("seed of the first program; each further one has "
                                       "the next seed"),
                              cl::init(1));
static cl::opt<unsigned> count("count",
                               cl::desc("programs to run (for each operation with "
                                        "--op-coverage)"),
                               cl::init(100));
static cl::list<std::string>
    engineNames("engine", cl::desc("an engine to compare with the interpreter (repeatable): "
                                   "interpret, roundtrip, pass:PIPELINE, "
                                   "compiled[:SETTING,…] with target=, threads=, "
                                   "codegen-threads=, batch=, morsel=, "
                                   "zero-hashes, no-optimize, no-statistics, memory-limit=, "
                                   "fail-allocation=; duckdb[:LIBRARY]"));
static cl::opt<bool>
    randomWays("random-ways",
               cl::desc("run each program compiled as written, compiled with the optimizer "
                        "and interpreted after one pass; which one and how is chosen at "
                        "random, from the program's seed"));
static cl::opt<unsigned>
    leastPassRuns("least-pass-runs",
                  cl::desc("with --random-ways: fail if some pass has had fewer programs"),
                  cl::init(0));
static cl::opt<bool> listPasses("list-passes", cl::desc("print the passes of --random-ways"));
static cl::opt<bool>
    opCoverage("op-coverage", cl::desc("instead of random plans, programs around each operation"));
static cl::opt<std::string> opKinds("op-kinds",
                                    cl::desc("with --op-coverage: single (each operation), pairs "
                                             "(of types, for operations of two) or all"),
                                    cl::init("all"));
static cl::opt<std::string> onlyOp("op", cl::desc("with --op-coverage: only this operation"));
static cl::opt<unsigned> maxOps("max-ops", cl::desc("most plan operations of a random plan"),
                                cl::init(8));
static cl::opt<bool> wrongFacts("wrong-facts", cl::desc("also wrong facts on sources"));
static cl::opt<unsigned> shrinkTries("shrink",
                                     cl::desc("most runs for making a failing program "
                                              "smaller; 0: leave it as it is"),
                                     cl::init(1500));
static cl::opt<unsigned> maxFailures("max-failures", cl::desc("stop after so many"), cl::init(5));
static cl::opt<std::string> artifacts("artifacts",
                                      cl::desc("folder for failing programs and their inputs"));
static cl::opt<bool> printOnly("print", cl::desc("print the programs and what the interpreter "
                                                 "makes of them"));

namespace {

/// One program at a time, with counts of how they went.
class Session {
public:
  Session(MoltRuntime *runtime, std::vector<std::unique_ptr<Engine>> engines)
      : checker(runtime), runtime(runtime), engines(std::move(engines)) {}

  /// Runs a program that `make` makes from a seed; mostly not one with an empty result.
  /// `label` and the seed say how to make it again.
  void run(function_ref<Program(uint64_t seed)> make, uint64_t seed, const std::string &label);
  bool isFinished() const { return failures >= maxFailures; }
  int report() const;

private:
  void run(const Program &program, const Outcome &reference, uint64_t seed,
           const std::string &label);
  void compare(const Program &program, const Outcome &reference, Engine &engine,
               const std::string &label);
  void reportFailure(const Program &program, Engine &engine, const std::string &label);

  bool reportPassRuns() const;

  Checker checker;
  MoltRuntime *runtime;
  std::vector<std::unique_ptr<Engine>> engines;
  std::map<std::string, unsigned> declined; ///< By engine and reason.
  std::map<std::string, unsigned> passRuns; ///< Of --random-ways.
  unsigned programs = 0, failing = 0, comparisons = 0, undecided = 0, failures = 0,
           ranOutOfMemory = 0;
};

} // namespace

void Session::run(function_ref<Program(uint64_t seed)> make, uint64_t seed,
                  const std::string &label) {
  for (uint64_t attempt = 0;; ++attempt) {
    std::string name = label + " --count 1 --seed " + std::to_string(seed);
    llvm::PrettyStackTraceFormat trace("crashed with %s", name.c_str()); // scripts/fuzz reads it
    Program program = make(seed * 4 + attempt);
    Outcome reference = checker.runReference(program);
    if (attempt == 3 || !reference.table || reference.table->rows > 0)
      return run(program, reference, seed, name);
  }
}

void Session::run(const Program &program, const Outcome &reference, uint64_t seed,
                  const std::string &label) {
  ++programs;
  failing += !reference.table;
  if (printOnly) {
    llvm::outs() << "=== " << label << "\n";
    printProgram(llvm::outs(), program);
    llvm::outs() << "--- result\n";
    printOutcome(llvm::outs(), reference);
    return;
  }
  if (!reference.table && !isOfData(reference.error)) {
    ++failures;
    llvm::outs() << "=== " << label << ": the interpreter cannot run the program\n";
    printProgram(llvm::outs(), program);
    printOutcome(llvm::outs(), reference);
    return;
  }
  for (std::unique_ptr<Engine> &engine : engines)
    compare(program, reference, *engine, label);
  if (!randomWays)
    return;
  RandomWays ways = chooseWays(seed);
  ++passRuns[ways.pass];
  for (const std::string &name : {ways.unoptimized, ways.optimized, "pass:" + ways.pass})
    if (std::unique_ptr<Engine> engine = makeEngine(name, runtime))
      compare(program, reference, *engine, label);
    else
      ++failures; // makeEngine has said why.
}

void Session::compare(const Program &program, const Outcome &reference, Engine &engine,
                      const std::string &label) {
  llvm::PrettyStackTraceFormat trace("with --engine '%s'", engine.getName().str().c_str());
  ++comparisons;
  Comparison comparison = checker.check(program, reference, engine);
  undecided += comparison.verdict == Verdict::Undecided;
  ranOutOfMemory += comparison.ranOutOfMemory;
  if (!comparison.declined.empty())
    ++declined[engine.getName().str() + " declined: " + comparison.declined];
  if (comparison.verdict == Verdict::Different) {
    ++failures;
    reportFailure(program, engine, label);
  }
}

void Session::reportFailure(const Program &program, Engine &engine, const std::string &label) {
  auto differs = [&](const Program &candidate) {
    return checker.check(candidate, engine).verdict == Verdict::Different;
  };
  Program small = shrinkTries ? shrink(program, differs, shrinkTries) : program.clone();
  Outcome reference = checker.runReference(small), actual = checker.run(small, engine);
  Comparison comparison = checker.check(small, reference, engine);
  auto &out = llvm::outs();
  out << "=== FAILED " << label << " --engine '" << engine.getName() << "'\n"
      << comparison.why << "\n";
  printProgram(out, small);
  out << "--- expected\n";
  printOutcome(out, reference);
  out << "--- got from " << engine.getName() << "\n";
  printOutcome(out, actual);
  out.flush();
  if (!artifacts.empty())
    (void)writeProgram(artifacts + "/" + std::to_string(failures), small);
}

/// Whether each pass has had enough programs.
bool Session::reportPassRuns() const {
  bool areEnough = true;
  for (const std::string &pass : getPlanPasses()) {
    auto it = passRuns.find(pass);
    unsigned runs = it == passRuns.end() ? 0 : it->second;
    llvm::outs() << runs << " programs after " << pass << "\n";
    if (runs < leastPassRuns) {
      llvm::outs() << pass << " has had fewer than " << leastPassRuns
                   << " programs: there are more passes now, so raise --count\n";
      areEnough = false;
    }
  }
  return areEnough;
}

int Session::report() const {
  if (printOnly)
    return 0;
  bool areEnough = !randomWays || reportPassRuns();
  if (randomWays)
    llvm::outs() << ranOutOfMemory << " runs ended for want of memory\n";
  for (auto &[why, times] : declined)
    llvm::outs() << times << " times " << why << "\n";
  llvm::outs() << programs << " programs, " << failing << " of them fail as written; "
               << comparisons << " comparisons, " << undecided << " undecided, " << failures
               << " different\n";
  return failures || !areEnough ? 1 : 0;
}

/// Whether an operation of getCoveredOps is to be run.
static bool isWanted(StringRef op) {
  if (!onlyOp.empty())
    return op == onlyOp;
  return opKinds == "all" || op.contains(" of ") == (opKinds == "pairs");
}

int main(int argc, char **argv) {
  llvm::InitLLVM init(argc, argv);
  cl::SetVersionPrinter(printVersion);
  mlir::registerTransformsPasses();
  molt::registerAllPasses();
  cl::ParseCommandLineOptions(argc, argv,
                              "Runs random dataframe programs and compares the results with the "
                              "reference interpreter's\n");
  if (listPasses) {
    for (const std::string &pass : getPlanPasses())
      llvm::outs() << pass << "\n";
    return 0;
  }
  DialectRegistry registry;
  registerCompilerTranslations(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.loadDialect<df::DFDialect, str::StrDialect, func::FuncDialect>();

  MoltRuntimeOptions options = {};
  MoltRuntime *runtime = nullptr;
  MoltError error;
  if (molt_runtime_create(&options, &runtime, &error)) {
    llvm::errs() << error.message << "\n";
    return 2;
  }
  std::vector<std::unique_ptr<Engine>> engines;
  for (const std::string &name : engineNames) {
    engines.push_back(makeEngine(name, runtime));
    if (!engines.back())
      return 2;
  }
  if (!onlyOp.empty() && !llvm::is_contained(getCoveredOps(), onlyOp)) {
    llvm::errs() << "there is no operation \"" << onlyOp << "\"; there are\n";
    for (const std::string &op : getCoveredOps())
      llvm::errs() << "  " << op << "\n";
    return 2;
  }
  if (!llvm::is_contained({"all", "single", "pairs"}, opKinds)) {
    llvm::errs() << "there are no kinds of operations \"" << opKinds
                 << "\"; there are single, pairs and all\n";
    return 2;
  }
  if (engines.empty() && !randomWays)
    engines.push_back(makeEngine("pass:canonicalize", runtime));

  int status = 0;
  {
    Session session(runtime, std::move(engines));
    if (opCoverage || !onlyOp.empty()) {
      for (const std::string &op : getCoveredOps())
        for (uint64_t i = 0; i < count && isWanted(op); ++i)
          if (!session.isFinished())
            session.run([&](uint64_t seed) { return makeOpProgram(&context, op, seed); }, seed + i,
                        "--op '" + op + "'");
    } else {
      PlanOptions options;
      options.maxOps = maxOps;
      options.wrongFacts = wrongFacts;
      for (uint64_t i = 0; i < count && !session.isFinished(); ++i)
        session.run([&](uint64_t seed) { return makeRandomProgram(&context, seed, options); },
                    seed + i,
                    (wrongFacts ? "--wrong-facts " : "") + std::string("--max-ops ") +
                        std::to_string(maxOps));
    }
    status = session.report();
  }
  molt_runtime_destroy(runtime);
  return status;
}
