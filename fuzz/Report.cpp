//===- Report.cpp - Showing programs and outcomes -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Report.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using namespace molt;
using namespace molt::fuzz;
using interp::Scalar;

static std::string quoted(StringRef text) {
  std::string result = "\"";
  for (char letter : text)
    result += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return result + "\"";
}

void fuzz::printCsv(llvm::raw_ostream &stream, const interp::Table &table) {
  llvm::interleave(
      table.type.getNames(), stream, [&](StringAttr name) { stream << name.getValue(); }, ",");
  stream << "\n";
  for (int64_t row = 0; row < table.rows; ++row) {
    for (unsigned column = 0; column < table.type.getNumColumns(); ++column) {
      const Scalar &scalar = table.at(row, column);
      stream << (column ? "," : "");
      if (scalar.isString())
        stream << quoted(scalar.getString());
      else if (!scalar.isNull())
        stream << toText(scalar, table.type.getTypes()[column]);
    }
    stream << "\n";
  }
}

void fuzz::printOutcome(llvm::raw_ostream &stream, const Outcome &outcome) {
  if (outcome.table) {
    printCsv(stream, *outcome.table);
    return;
  }
  stream << "error: " << molt_status_name(outcome.error.code) << ": " << outcome.error.message;
  if (outcome.error.row >= 0)
    stream << " (row " << outcome.error.row << ")";
  if (outcome.error.location[0])
    stream << " at " << outcome.error.location;
  stream << "\n";
}

void fuzz::printProgram(llvm::raw_ostream &stream, const Program &program) {
  program.getModule().print(stream);
  stream << "\n";
  for (const Input &input : program.inputs) {
    stream << "--- input " << input.name << ": " << input.table.type << "\n";
    printCsv(stream, input.table);
  }
}

LogicalResult fuzz::writeProgram(StringRef folder, const Program &program) {
  if (std::error_code error = llvm::sys::fs::create_directories(folder)) {
    llvm::errs() << folder << ": " << error.message() << "\n";
    return failure();
  }
  auto write = [&](const std::string &name, function_ref<void(llvm::raw_ostream &)> print) {
    SmallString<128> path(folder);
    llvm::sys::path::append(path, name);
    std::error_code error;
    llvm::raw_fd_ostream file(path, error);
    if (error) {
      llvm::errs() << path << ": " << error.message() << "\n";
      return false;
    }
    print(file);
    return true;
  };
  bool isWritten =
      write("program.mlir", [&](llvm::raw_ostream &file) { file << program.getModule(); });
  for (const Input &input : program.inputs)
    isWritten &=
        write(input.name + ".csv", [&](llvm::raw_ostream &file) { printCsv(file, input.table); });
  return success(isWritten);
}
