//===- ArrowFile.h - Writing tables as Arrow files --------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_ARROWFILE_H
#define MOLT_BENCH_DATAGEN_ARROWFILE_H

#include "Generate.h"
#include "Molt/Runtime/Runtime.h"
#include <vector>

namespace molt::datagen {

/// The columns of a table as the runtime declares them.
std::vector<MoltField> runtimeFields(const Table &table);

/// Writes a table as an Arrow IPC file, which appears whole or not at all. The
/// table is put together in memory first. On failure returns false and says why
/// in `error`.
bool writeArrowFile(const Table &table, const RowSource &rows, unsigned threads,
                    const std::string &path, FileSummary &summary, std::string &error);

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_ARROWFILE_H
