//===- Generate.h - Writing tables to files ---------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_GENERATE_H
#define MOLT_BENCH_DATAGEN_GENERATE_H

#include "Sinks.h"
#include <functional>
#include <string>

namespace molt::datagen {

/// Units per piece of work: about a megabyte of lineitem.
constexpr int64_t unitsPerPiece = 2048;

struct FileSummary {
  int64_t rows = 0;
  int64_t bytes = 0;
};

/// Makes the rows of a table on `threads` threads and hands them, in order, to
/// `write(offset, text)`, which may be called by several threads at a time and
/// returns false to stop. What is handed over does not depend on `threads`.
/// Returns false if `write` did.
bool generateText(const Table &table, const RowSource &rows, TextSink::Format format,
                  unsigned threads,
                  const std::function<bool(int64_t offset, std::string_view text)> &write,
                  FileSummary &summary);

/// The same into a file, which appears whole or not at all. On failure returns
/// false and says why in `error`.
bool writeTextFile(const Table &table, const RowSource &rows, TextSink::Format format,
                   unsigned threads, const std::string &path, FileSummary &summary,
                   std::string &error);

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_GENERATE_H
