//===- CsvInfer.cpp - Inferring the schema of a CSV file ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvFields.h"
#include "Table.h"
#include "TimeText.h"

#include <unordered_set>

using namespace molt::rt;

/// The unit of inferred timestamps and times, in digits behind the second.
static constexpr int microseconds = 6;

namespace {
/// What a column's fields, so far, can all be read as.
struct ColumnGuess {
  bool canBeBool = true, canBeInt = true, canBeFloat = true, canBeDate = true;
  bool canBeTimestamp = true, canBeTime = true;
  bool sawNull = false, sawValue = false;

  void merge(const ColumnGuess &other) {
    canBeBool &= other.canBeBool;
    canBeInt &= other.canBeInt;
    canBeFloat &= other.canBeFloat;
    canBeDate &= other.canBeDate;
    canBeTimestamp &= other.canBeTimestamp;
    canBeTime &= other.canBeTime;
    sawNull |= other.sawNull;
    sawValue |= other.sawValue;
  }

  void see(const char *begin, const char *end) {
    sawValue = true;
    bool boolValue;
    int64_t intValue;
    double floatValue;
    int32_t dateValue;
    canBeBool = canBeBool && parseBool(begin, end, boolValue) == TextError::None;
    canBeInt = canBeInt && parseInteger(begin, end, intValue) == TextError::None;
    canBeFloat = canBeFloat && parseFloat(begin, end, floatValue) == TextError::None;
    canBeDate = canBeDate && parseDate(begin, end, dateValue) == TextError::None;
    canBeTimestamp = canBeTimestamp &&
                     parseTimestamp(begin, end, microseconds, false, intValue) == TextError::None;
    canBeTime = canBeTime && parseTime(begin, end, microseconds, intValue) == TextError::None;
  }

  MoltType type() const {
    MoltType type = {};
    type.nullable = sawNull;
    // Without any value nothing speaks for a narrower type than text.
    type.kind = !sawValue        ? MOLT_UTF8
                : canBeBool      ? MOLT_BOOL
                : canBeInt       ? MOLT_INT64
                : canBeFloat     ? MOLT_FLOAT64
                : canBeDate      ? MOLT_DATE32
                : canBeTimestamp ? MOLT_TIMESTAMP
                : canBeTime      ? MOLT_TIME
                                 : MOLT_UTF8;
    if (isTimeKind(type.kind))
      type.scale = microseconds;
    return type;
  }
};

struct BlockGuess {
  std::vector<ColumnGuess> columns;
  int64_t rows = 0;
  CsvProblem problem;
  int64_t fileOffset = 0;
};
} // namespace

static void guessTile(const CsvDialect &dialect, const FieldTile &tile, std::string &scratch,
                      BlockGuess &guess) {
  int64_t columns = guess.columns.size();
  for (int64_t column = 0; column < columns; ++column) {
    bool isLast = column + 1 == columns && !dialect.trailingDelimiter;
    for (int64_t row = 0; row < tile.rows; ++row) {
      CsvField field = tile.field(row, column, isLast);
      if (tile.mayBeQuoted && field.begin != field.end && *field.begin == dialect.quote) {
        Unquoted unquoted = unquoteField(dialect, field, scratch);
        if (unquoted.message) {
          guess.problem.row = tile.firstRow + row;
          guess.problem.column = column;
          guess.problem.byte = field.begin - tile.text;
          guess.problem.message =
              quoteForMessage(field.begin, field.length()) + ": " + unquoted.message;
          return;
        }
        guess.columns[column].see(unquoted.text.begin, unquoted.text.end);
      } else if (dialect.isNull(field.begin, field.length())) {
        guess.columns[column].sawNull = true;
      } else {
        guess.columns[column].see(field.begin, field.end);
      }
    }
  }
}

/// The guesses of all blocks, in file order up to the first problem.
static std::vector<BlockGuess> guessBlocks(MoltRuntime &runtime, const CsvDialect &dialect,
                                           CsvBlockReader &reader, int64_t fileColumns) {
  std::vector<BlockGuess> guesses;
  std::mutex guessesMutex;
  forEachTask(runtime, true, runtime.threads, [&](int64_t, int32_t) {
    CsvBlock block;
    FieldScanner scanner(runtime, dialect, fileColumns);
    std::string scratch;
    try {
      while (reader.next(block)) {
        runtime.checkCancelled();
        BlockGuess guess;
        guess.columns.resize(fileColumns);
        guess.fileOffset = block.fileOffset;
        scanner.start(block);
        FieldTile tile;
        while (!guess.problem && scanner.next(tile, guess.problem)) {
          guessTile(dialect, tile, scratch, guess);
          guess.rows += tile.rows;
        }
        if (guess.problem)
          reader.stop();
        std::lock_guard<std::mutex> lock(guessesMutex);
        if (guesses.size() <= static_cast<size_t>(block.index))
          guesses.resize(block.index + 1);
        guesses[block.index] = std::move(guess);
      }
    } catch (...) {
      reader.stop();
      throw;
    }
  });
  return guesses;
}

static void checkNames(const std::vector<std::string> &names, const char *path) {
  std::unordered_set<std::string> seen;
  for (size_t i = 0; i < names.size(); ++i)
    if (!seen.insert(names[i]).second)
      failAt(MOLT_SCHEMA, {-1, static_cast<int64_t>(i), -1}, path,
             "the header has column %s twice; names must differ",
             quoteForMessage(names[i].data(), names[i].size()).c_str());
}

int32_t molt_csv_infer_schema(MoltRuntime *runtime, const char *path, const MoltCsvOptions *options,
                              MoltTable **out, MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    CsvDialect dialect(options);
    CsvBlockReader reader(*runtime, path, dialect);
    std::vector<std::string> names = reader.firstRecord();
    if (names.empty())
      failAt(MOLT_INVALID_DATA, Place(), path,
             "the first line is empty; the columns cannot be inferred from it");
    if (dialect.header) {
      reader.skipFirstRecord();
      checkNames(names, path);
    } else {
      for (size_t i = 0; i < names.size(); ++i)
        names[i] = "column" + std::to_string(i);
    }
    int64_t fileColumns = names.size();
    reader.setEmptyLineIsRow(dialect.emptyLineIsRow(fileColumns));
    std::vector<ColumnGuess> columns(fileColumns);
    int64_t rows = 0;
    for (const BlockGuess &guess : guessBlocks(*runtime, dialect, reader, fileColumns)) {
      if (guess.problem)
        failAt(
            MOLT_INVALID_DATA,
            {rows + guess.problem.row, guess.problem.column, guess.fileOffset + guess.problem.byte},
            path, "%s", guess.problem.message.c_str());
      rows += guess.rows;
      for (int64_t i = 0; i < fileColumns; ++i)
        columns[i].merge(guess.columns[i]);
    }
    TablePointer table(new MoltTable(*runtime));
    for (int64_t i = 0; i < fileColumns; ++i)
      table->addColumn(names[i], columns[i].type());
    *out = table.release();
  });
}
