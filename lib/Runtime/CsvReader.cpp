//===- CsvReader.cpp - Reading CSV files ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvColumn.h"
#include "TextKernels.h"

#include <cstring>

using namespace molt::rt;

namespace {
/// What became of a block.
struct BlockResult {
  Chunk chunk;
  CsvProblem problem;
  int64_t fileOffset = 0;
};

/// One worker's state while a file is read.
class BlockParser {
public:
  BlockParser(MoltRuntime &runtime, const CsvDialect &dialect,
              const std::vector<CsvColumnSpec> &specs, int64_t fileColumns)
      : pool(runtime.pool), scanner(runtime, dialect, fileColumns) {
    for (const CsvColumnSpec &spec : specs)
      builders.emplace_back(runtime, dialect, spec);
  }

  BlockResult parse(const CsvBlock &block) {
    BlockResult result;
    result.fileOffset = block.fileOffset;
    const uint8_t *text = reinterpret_cast<const uint8_t *>(block.text());
    // Newlines bound the rows (there may be more of them, within quotes).
    int64_t capacity = countByte(text, block.size(), '\n');
    bool validUtf8 = isUtf8(text, block.size());
    Buffer shared = startColumns(capacity, block.size(), validUtf8);
    scanner.start(block);
    FieldTile tile;
    int64_t rows = 0;
    while (!result.problem && scanner.next(tile, result.problem)) {
      for (CsvColumnBuilder &builder : builders)
        builder.convert(tile, scanner.bytesCovered(), result.problem);
      rows += tile.rows;
    }
    if (result.problem)
      return result;
    result.chunk.rows = rows;
    result.chunk.shared = std::move(shared);
    for (CsvColumnBuilder &builder : builders)
      result.chunk.columns.push_back(builder.finish(rows));
    return result;
  }

private:
  /// The columns' values in one piece of memory.
  Buffer startColumns(int64_t capacity, int64_t textBytes, bool validUtf8) {
    auto paddedBytes = [&](const CsvColumnBuilder &builder) {
      return (builder.valueBytes(capacity) + MOLT_BUFFER_PADDING + 63) / 64 * 64;
    };
    int64_t total = 0;
    for (const CsvColumnBuilder &builder : builders)
      total += paddedBytes(builder);
    Buffer shared(pool, total);
    uint8_t *values = shared.data();
    for (CsvColumnBuilder &builder : builders) {
      builder.start(values, capacity, textBytes, validUtf8);
      values += paddedBytes(builder);
      memset(values - MOLT_BUFFER_PADDING, 0, MOLT_BUFFER_PADDING);
    }
    return shared;
  }

  MemoryPool &pool;
  FieldScanner scanner;
  std::vector<CsvColumnBuilder> builders;
};
} // namespace

/// Finds each field among the names in the file's first line.
static std::vector<CsvColumnSpec> locateByName(const MoltField *fields, int32_t fieldCount,
                                               const std::vector<std::string> &names,
                                               const char *path) {
  std::vector<CsvColumnSpec> specs;
  for (int32_t i = 0; i < fieldCount; ++i) {
    int32_t found = -1;
    for (size_t j = 0; j < names.size(); ++j) {
      if (names[j] != fields[i].name)
        continue;
      if (found >= 0)
        failAt(MOLT_SCHEMA, {-1, i, -1}, path,
               "the header has column \"%s\" twice, as field %d and as field %zu", fields[i].name,
               found + 1, j + 1);
      found = static_cast<int32_t>(j);
    }
    if (found < 0)
      failAt(MOLT_SCHEMA, {-1, i, -1}, path, "the header has no column \"%s\"; it has %s",
             fields[i].name, listForMessage(names).c_str());
    specs.push_back({fields[i].type, fields[i].name, found, false, i});
  }
  return specs;
}

static std::vector<CsvColumnSpec> locateByPosition(const MoltField *fields, int32_t fieldCount,
                                                   const int32_t *positions, int64_t fileColumns) {
  std::vector<CsvColumnSpec> specs;
  for (int32_t i = 0; i < fieldCount; ++i) {
    int32_t position = positions ? positions[i] : i;
    if (position < 0 || position >= fileColumns)
      fail(MOLT_SCHEMA, "column \"%s\" is field %d of a file with %lld fields per line",
           fields[i].name, position, static_cast<long long>(fileColumns));
    specs.push_back({fields[i].type, fields[i].name, position, false, i});
  }
  return specs;
}

/// Parses all blocks on the runtime's threads. Results come in file order, up to
/// and with the first one that has a problem.
static std::vector<BlockResult> parseBlocks(MoltRuntime &runtime, const CsvDialect &dialect,
                                            CsvBlockReader &reader,
                                            const std::vector<CsvColumnSpec> &specs,
                                            int64_t fileColumns) {
  std::vector<BlockResult> results;
  std::mutex resultsMutex;
  forEachTask(runtime, true, runtime.threads, [&](int64_t, int32_t) {
    CsvBlock block;
    BlockParser parser(runtime, dialect, specs, fileColumns);
    try {
      while (reader.next(block)) {
        runtime.checkCancelled();
        BlockResult result = parser.parse(block);
        // Blocks before this one are being parsed already, so the first bad record
        // of the file will be known.
        if (result.problem)
          reader.stop();
        std::lock_guard<std::mutex> lock(resultsMutex);
        if (results.size() <= static_cast<size_t>(block.index))
          results.resize(block.index + 1);
        results[block.index] = std::move(result);
      }
    } catch (...) {
      reader.stop();
      throw;
    }
  });
  return results;
}

int32_t molt_table_read_csv(MoltRuntime *runtime, const char *path, const MoltCsvOptions *options,
                            const MoltField *fields, int32_t field_count, const int32_t *positions,
                            int32_t file_columns, MoltTable **out, MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    CsvDialect dialect(options);
    TablePointer table = makeTable(*runtime, fields, field_count);
    if (field_count < 1)
      fail(MOLT_SCHEMA, "no columns to read were given");
    CsvBlockReader reader(*runtime, path, dialect);
    std::vector<CsvColumnSpec> specs;
    int64_t fileColumns = file_columns > 0 ? file_columns : field_count;
    if (dialect.header) {
      std::vector<std::string> names = reader.firstRecord();
      if (names.empty())
        failAt(MOLT_INVALID_DATA, Place(), path,
               "the file is empty; expected a header line with column names");
      reader.skipFirstRecord();
      fileColumns = names.size();
      specs = locateByName(fields, field_count, names, path);
    } else {
      specs = locateByPosition(fields, field_count, positions, fileColumns);
    }
    for (CsvColumnSpec &spec : specs)
      spec.isLast = spec.fileColumn + 1 == fileColumns && !dialect.trailingDelimiter;
    reader.setEmptyLineIsRow(dialect.emptyLineIsRow(fileColumns));
    for (BlockResult &result : parseBlocks(*runtime, dialect, reader, specs, fileColumns)) {
      if (result.problem)
        failAt(MOLT_INVALID_DATA,
               {table->rows + result.problem.row, result.problem.column,
                result.fileOffset + result.problem.byte},
               path, "%s", result.problem.message.c_str());
      table->addChunk(std::move(result.chunk));
    }
    *out = table.release();
  });
}
