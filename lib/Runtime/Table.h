//===- Table.h - Tables -----------------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_TABLE_H
#define MOLT_LIB_RUNTIME_TABLE_H

#include "Instance.h"
#include "Types.h"

#include <atomic>
#include <forward_list>
#include <memory>
#include <string>
#include <vector>

namespace molt::rt {

/// One column of a chunk. The buffers are empty where the view points into memory
/// that the chunk or someone else (imported arrays) owns.
struct Column {
  MoltColumnView view = {};
  MoltColumnStatistics statistics = {};
  Buffer data, validity, bytes;

  /// Points the view at the owned buffers. `nullCount` 0 drops the bitmap.
  void setOwnedView(const MoltType &type, int64_t nullCount);
};

struct Chunk {
  int64_t rows = 0;
  int64_t rowBase = 0; ///< Ordinal of the first row in the table.
  std::vector<Column> columns;
  /// Memory that views of several columns point into: one allocation instead of
  /// one per column, large enough for huge pages. Each part is padded.
  Buffer shared;
};

/// Exact statistics of one column of a chunk; reads validity and values.
MoltColumnStatistics computeStatistics(const MoltColumnView &view, const MoltType &type,
                                       int64_t rows);

/// Takes the statistics of more rows into `total`.
void mergeStatistics(MoltColumnStatistics &total, const MoltColumnStatistics &more);

/// Most bytes that one chunk of a utf8 column may hold: its offsets are int32.
constexpr int64_t maxUtf8Bytes = INT32_MAX;

} // namespace molt::rt

struct MoltTable {
  explicit MoltTable(MoltRuntime &runtime) : runtime(runtime) {}

  MoltRuntime &runtime;
  std::atomic<int64_t> references{1};
  std::vector<std::string> names;
  std::vector<MoltType> types;
  /// The zones that types point to.
  std::forward_list<std::string> zones;
  std::vector<molt::rt::Chunk> chunks;
  int64_t rows = 0;
  /// Foreign memory that views point into.
  std::shared_ptr<void> foreign;

  /// Copies the name and the zone.
  void addColumn(std::string name, MoltType type);
  /// Appends a chunk whose columns have views and statistics; empty ones are
  /// dropped.
  void addChunk(molt::rt::Chunk chunk);
};

namespace molt::rt {

struct ReleaseTable {
  void operator()(MoltTable *table) const { molt_table_release(table); }
};
using TablePointer = std::unique_ptr<MoltTable, ReleaseTable>;

/// A table without rows; checks types and that names differ.
TablePointer makeTable(MoltRuntime &runtime, const MoltField *fields, int32_t fieldCount);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_TABLE_H
