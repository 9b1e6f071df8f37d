//===- Session.h - A program, its tables and a runtime ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_SESSION_H
#define MOLT_TOOLS_MOLT_RUN_SESSION_H

#include "Inputs.h"
#include "Molt/Target/CompiledProgram.h"
#include "Options.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace molt::run {

/// A program that is ready to run on loaded tables.
struct Session {
  explicit Session(const Options &options) : options(options) {}
  Session(const Session &) = delete;
  ~Session() {
    tables.reset(); // The runtime must outlive its tables.
    molt_runtime_destroy(runtime);
  }

  /// Makes the runtime, loads the inputs and sets up the program. Fails after a message.
  LogicalResult open(ModuleOp module, func::FuncOp entry);
  /// Compiles, unless that is done or the program is interpreted. Fails after a message.
  LogicalResult prepare();
  /// Runs once; `*result` is owned by the caller. Returns a MoltStatus.
  int32_t execute(MoltTable **result, MoltError *error);

  const Options &options;
  MoltRuntime *runtime = nullptr;
  func::FuncOp entry;
  std::unique_ptr<AdaptiveProgram> program; ///< Null if the program is interpreted.
  std::optional<Tables> tables;
  double parseMs = 0, loadMs = 0;
};

/// Milliseconds on a clock that only goes forward.
double milliseconds();

/// Runs --repeat times, writes the result, reports times. Returns the exit status.
int runAndWrite(Session &session);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_SESSION_H
