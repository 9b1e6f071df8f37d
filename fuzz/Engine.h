//===- Engine.h - Ways to run a program -------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_ENGINE_H
#define MOLT_FUZZ_ENGINE_H

#include "Program.h"

namespace molt::fuzz {

/// What a run gives: a table, or an error.
struct Outcome {
  std::optional<interp::Table> table;
  interp::ResultNotes notes; ///< The reference's.
  MoltError error = {};      ///< If there is no table.
  /// If not empty: why the engine cannot say what the program gives.
  std::string declined = "";
  /// Whether a run with less memory, before this one, failed for want of it.
  bool ranOutOfMemory = false;

  static Outcome ofError(MoltStatus code, StringRef message);
  static Outcome ofDecline(StringRef why);
};

/// One way to run a program, with its options fixed: an engine that runs at batch size
/// 7 on two threads is another engine than the same at batch size 2048 on one.
class Engine {
public:
  virtual ~Engine() = default;

  /// Runs a program on inputs as tables of the runtime. `module` may be changed.
  virtual Outcome run(ModuleOp module, ArrayRef<interp::NamedTable> inputs) = 0;

  StringRef getName() const { return name; }
  /// Whether it optimizes, so that a program that fails as written may succeed.
  bool mayRemoveErrors() const { return optimizes; }
  /// Whether it is right also where facts on sources do not hold.
  bool checksFacts() const { return guards; }

protected:
  Engine(std::string name, bool optimizes, bool guards)
      : name(std::move(name)), optimizes(optimizes), guards(guards) {}

private:
  std::string name;
  bool optimizes, guards;
};

/// The engine of that name, or null after an error on the standard error stream:
///   interpret     the reference interpreter
///   roundtrip     interprets the module after printing and parsing it
///   compiled[:…]  compiles and runs (see CompiledEngine.h)
///   duckdb[:PATH] translates to SQL and runs that in DuckDB (see DuckDBEngine.h)
///   pass:PIPELINE interprets the module after a textual pass pipeline, as in
///                 `pass:canonicalize,cse`
std::unique_ptr<Engine> makeEngine(StringRef name, MoltRuntime *runtime);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_ENGINE_H
