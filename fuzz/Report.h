//===- Report.h - Showing programs and outcomes -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_REPORT_H
#define MOLT_FUZZ_REPORT_H

#include "Engine.h"
#include "llvm/Support/raw_ostream.h"

namespace molt::fuzz {

/// A table as CSV with a header: nulls are empty fields, strings are quoted.
void printCsv(llvm::raw_ostream &stream, const interp::Table &table);
/// A table as CSV, or the error.
void printOutcome(llvm::raw_ostream &stream, const Outcome &outcome);
/// The module and each input with its name and type.
void printProgram(llvm::raw_ostream &stream, const Program &program);
/// Writes program.mlir and NAME.csv for each input into a folder, which is made.
LogicalResult writeProgram(StringRef folder, const Program &program);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_REPORT_H
