//===- Inputs.h - Loading the tables of a run -------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_INPUTS_H
#define MOLT_TOOLS_MOLT_RUN_INPUTS_H

#include "Molt/Target/CompiledProgram.h"
#include "Options.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace molt::run {

/// Loaded tables by name; releases them.
struct Tables {
  NamedTables byName;
  int64_t fileBytes = 0;

  Tables() = default;
  Tables(const Tables &) = delete;
  Tables &operator=(const Tables &) = delete;
  ~Tables() {
    for (auto &[name, table] : byName)
      molt_table_release(table);
  }
};

/// Loads the columns that `entry` needs of each of its inputs from the files in
/// `options`. Fails after a message.
LogicalResult loadInputs(func::FuncOp entry, const Options &options, MoltRuntime *runtime,
                         Tables &tables);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_INPUTS_H
