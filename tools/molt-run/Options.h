//===- Options.h - The command line of molt-run -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_OPTIONS_H
#define MOLT_TOOLS_MOLT_RUN_OPTIONS_H

#include "Molt/Runtime/Runtime.h"
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace molt::run {

enum class Format { CSV, Tbl, Arrow, ArrowStream, Table };

/// A file that is an input of the program.
struct InputFile {
  std::string table, path;
  Format format;
};

struct Options {
  std::string programPath, entryName;

  // Inputs.
  std::vector<InputFile> inputs;
  char delimiter = ',';
  bool header = true;
  std::vector<std::string> nullSpellings;
  bool replaceInvalidUtf8 = false;

  // Output.
  std::string outputPath = "-";
  Format outputFormat = Format::CSV;
  MoltArrowCompression compression = MOLT_ARROW_UNCOMPRESSED;

  // Execution.
  int32_t threads = 0; ///< 0: one per core.
  int64_t batchSize = 0, morselRows = 0, memoryLimit = 0; ///< 0: the runtime's default.
  int repeat = 1;
  bool interpret = false, serve = false;

  // Compilation.
  std::string target;
  unsigned lanes = 0;
  bool optimize = true, useStatistics = true;

  // Reports.
  bool printTimes = false, perfMap = false;
  std::string objectPath;

  // For tests.
  bool zeroHashes = false;
  int64_t failAllocation = 0;
};

/// Fills `options` from the command line. Returns an exit status if the program is
/// done: 0 after --help or --version, 1 after a message about what is wrong.
std::optional<int> parseOptions(int argc, char **argv, Options &options);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_OPTIONS_H
