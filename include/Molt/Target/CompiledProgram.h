//===- CompiledProgram.h - Compile a program, call it many times -*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The C++ entry: a module with a dataframe function is compiled in process and run
// on tables.
//
//   auto program = CompiledProgram::compile(module, "main", options);
//   MoltTable *result; MoltError error;
//   if (program->run(runtime, {{"lineitem", table}}, {}, &result, &error) == MOLT_OK) …
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TARGET_COMPILEDPROGRAM_H
#define MOLT_TARGET_COMPILEDPROGRAM_H

#include "Molt/Runtime/Runtime.h"
#include "Molt/Support/LLVM.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace molt {

class JitSession; // lib/Target

struct CompileOptions {
  std::string target = "host"; ///< host, x86-64, x86-64-v3 or x86-64-v4.
  unsigned lanes = 0;          ///< See LoweringOptions.
  bool parallel = true;
  bool optimize = true;        ///< Run the molt_df optimizer.
  bool verifyPasses = false;   ///< Verify the IR after each pass.
  unsigned threads = 2;        ///< Threads for code generation: 1 or 2.
  /// Also write the object file here, to be disassembled; by one thread then.
  std::string objectPath;
  bool perfMap = false;        ///< Write /tmp/perf-PID.map, by which perf names JIT code.
};

/// Milliseconds of each phase of a compilation as a clock on the wall has them, and what
/// came out.
struct CompileTimes {
  double optimize = 0, lower = 0, translate = 0, optimizeLLVM = 0, codegen = 0;
  /// LLVM instructions of each function, as given to code generation.
  std::vector<std::pair<std::string, size_t>> instructions;
  double total() const { return optimize + lower + translate + optimizeLLVM + codegen; }
};

/// The columns that a program reads from an input, or those of its result.
struct ProgramTable {
  std::string name;
  std::vector<std::string> columnNames;
  /// Without the zones of timestamps.
  std::vector<MoltType> columnTypes;
  std::vector<std::string> columnZones; ///< Empty where there is none.

  /// Borrowed views for the runtime's API.
  std::vector<MoltField> getFields() const;
};

using NamedTables = std::map<std::string, MoltTable *>;

/// A compiled program. Immutable; `run` may be called from several threads.
class CompiledProgram {
public:
  /// Compiles the function `entry` of `module`, which is not changed. Failures are
  /// reported as diagnostics. The module's context must have Molt's dialects loaded
  /// (see registerAllDialects) and the translations to LLVM IR registered (see
  /// registerTranslations).
  static FailureOr<std::unique_ptr<CompiledProgram>> compile(ModuleOp module, StringRef entry,
                                                             const CompileOptions &options);
  ~CompiledProgram();

  /// Inputs in the order in which the program scans them; a name can occur twice.
  const std::vector<ProgramTable> &getInputs() const { return inputs; }
  const ProgramTable &getResult() const { return result; }
  const CompileTimes &getTimes() const { return times; }

  /// Runs on `tables`. `*out` is owned by the caller. Returns a MoltStatus:
  /// MOLT_GUARD_FAILED if the program was compiled for other statistics.
  int32_t run(MoltRuntime *runtime, const NamedTables &tables, const MoltRunOptions &options,
              MoltTable **out, MoltError *error) const;

private:
  CompiledProgram();
  std::unique_ptr<JitSession> jit;
  MoltEntryFn entry = nullptr;
  std::vector<ProgramTable> inputs;
  ProgramTable result;
  CompileTimes times;
};

/// A program that compiles itself for the tables it is given: with their statistics
/// as facts at first, and generically when a guard fails later.
class AdaptiveProgram {
public:
  /// Keeps a copy of `module`.
  AdaptiveProgram(ModuleOp module, StringRef entry, const CompileOptions &options);
  /// Compiles for these tables, unless it is done.
  LogicalResult prepare(const NamedTables &tables);
  /// As CompiledProgram::run; prepares first. Compilation errors give MOLT_INTERNAL
  /// after diagnostics.
  int32_t run(MoltRuntime *runtime, const NamedTables &tables, const MoltRunOptions &options,
              MoltTable **out, MoltError *error);
  /// The version that ran last; null before the first run.
  const CompiledProgram *getCompiled() const { return generic ? generic.get() : special.get(); }

private:
  OwningOpRef<ModuleOp> module;
  std::string entry;
  CompileOptions options;
  std::unique_ptr<CompiledProgram> special, generic;
};

/// Adds facts and row bounds from the tables' statistics to the sources of a module.
void attachStatistics(ModuleOp module, const NamedTables &tables);

/// The runtime's type of a column type of molt_df, without its zone; kind -1 if there is none.
MoltType getRuntimeType(Type type);
/// A molt_df table type as fields.
ProgramTable getProgramTable(StringRef name, Type tableType);

/// The dialect translations that compile() needs.
void registerTranslations(DialectRegistry &registry);

} // namespace molt

#endif // MOLT_TARGET_COMPILEDPROGRAM_H
