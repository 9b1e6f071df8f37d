//===- Interpreter.h - The reference interpreter ----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The executable definition of molt_df and molt_str: it runs a plan one operation
// at a time and one row at a time, and keeps every intermediate table. It shares no
// evaluation code with folders, kernels or lowerings, which are checked against it.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_INTERP_INTERPRETER_H
#define MOLT_INTERP_INTERPRETER_H

#include "Molt/Interp/Table.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace molt::interp {

/// An input of a program: what a `molt_df.source` of that name reads. Borrowed.
struct NamedTable {
  StringRef name;
  const MoltTable *table;
};

/// What is known about a result besides its rows.
struct ResultNotes {
  /// The plan compared, grouped, sorted or computed with a float sum whose value
  /// depends on the order of additions: another evaluation may rightly give another
  /// result.
  bool dependsOnSumOrder = false;
};

/// Runs a function without arguments whose body is a molt_df plan and whose result is
/// one table. Every operation is evaluated, also those whose result is not used. On
/// success `*result` is owned by the caller. Otherwise `*error` says what failed: its
/// location is "file:line:col" of the operation, its row the row of the operation's
/// input (-1 if it is not one row). Needs memory for all intermediate tables.
MoltStatus interpret(func::FuncOp function, ArrayRef<NamedTable> inputs, MoltRuntime *runtime,
                     MoltTable **result, MoltError *error);

/// The same with the result as the interpreter holds it.
MoltStatus evaluate(func::FuncOp function, ArrayRef<NamedTable> inputs, Table &result,
                    ResultNotes &notes, MoltError *error);

} // namespace molt::interp

#endif // MOLT_INTERP_INTERPRETER_H
