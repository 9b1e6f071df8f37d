//===- Output.h - Writing results of molt-run -------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_OUTPUT_H
#define MOLT_TOOLS_MOLT_RUN_OUTPUT_H

#include "Molt/Runtime/Runtime.h"
#include "Options.h"
#include <string>

namespace molt::run {

/// Writes the table to `path` ("-": standard output). Returns a MoltStatus.
int32_t writeResult(MoltRuntime *runtime, const MoltTable *table, Format format,
                    MoltArrowCompression compression, const std::string &path, MoltError *error);

/// The table as CSV text.
int32_t formatCsv(MoltRuntime *runtime, const MoltTable *table, std::string &text,
                  MoltError *error);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_OUTPUT_H
