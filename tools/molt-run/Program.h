//===- Program.h - Reading the program that molt-run runs -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_PROGRAM_H
#define MOLT_TOOLS_MOLT_RUN_PROGRAM_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/ADT/MapVector.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/SourceMgr.h"

namespace molt::run {

/// Parses the file ("-": standard input); diagnostics go to standard error. Null on
/// failure. Text that nests too deeply for the parser's stack is refused.
OwningOpRef<ModuleOp> parseProgram(StringRef path, MLIRContext &context,
                                   llvm::SourceMgr &sourceManager);

/// The function to run: of that name, or, if the name is empty, "main", or else the
/// only one that returns a table. Null after an error.
func::FuncOp findEntry(ModuleOp module, StringRef name);

/// Fails after a message if there is no such target or this processor cannot run it.
LogicalResult checkTarget(StringRef name, MLIRContext &context);

/// What a program says of an input: all declared columns, and which of them it needs.
struct DeclaredInput {
  df::TableType declared;
  llvm::StringSet<> needed;
};

/// The inputs of the program by name, in order of declaration. `all`: every declared
/// column is needed (as for the interpreter and without the optimizer). Fails if two sources of one name
/// declare different tables.
LogicalResult collectInputs(func::FuncOp entry, bool all,
                            llvm::MapVector<StringRef, DeclaredInput> &inputs);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_PROGRAM_H
