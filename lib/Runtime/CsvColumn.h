//===- CsvColumn.h - Columns that are filled from CSV fields ----*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_CSVCOLUMN_H
#define MOLT_LIB_RUNTIME_CSVCOLUMN_H

#include "CsvFields.h"
#include "Table.h"

namespace molt::rt {

/// Which field of a record a column is read from.
struct CsvColumnSpec {
  MoltType type;
  const char *name;
  int32_t fileColumn;
  bool isLast;   ///< Of the record: its text may end with "\r".
  int32_t index; ///< In the table.
};

/// Builds one column of one chunk.
class CsvColumnBuilder {
public:
  CsvColumnBuilder(MoltRuntime &runtime, const CsvDialect &dialect, const CsvColumnSpec &spec)
      : pool(runtime.pool), dialect(dialect), spec(spec) {}

  /// Bytes of values (utf8: offsets) that a chunk of `capacity` rows takes.
  int64_t valueBytes(int64_t capacity) const;

  /// Begins a chunk of at most `capacity` rows from `textBytes` bytes. `values` has
  /// room for valueBytes and MOLT_BUFFER_PADDING.
  void start(uint8_t *values, int64_t capacity, int64_t textBytes, bool validUtf8);

  /// Converts the column's fields of a tile; `bytesCovered` of the block's text
  /// are behind the tile's end. On a bad field `problem` is set, and the row where
  /// it is becomes the tile's number of rows.
  void convert(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem);

  /// The finished column.
  Column finish(int64_t rows);

private:
  enum class FieldKind { Text, Null, Bad };
  FieldKind classify(FieldTile &tile, CsvProblem &problem, int64_t row, const CsvField &field,
                     CsvField &text);
  void report(FieldTile &tile, CsvProblem &problem, int64_t row, const CsvField &field,
              const std::string &message);
  void setNull(int64_t row);

  template <typename T, typename Fast, typename Parser>
  void convertValues(FieldTile &tile, CsvProblem &problem, Fast fast, Parser parse);
  template <typename T> void convertIntegers(FieldTile &tile, CsvProblem &problem);
  template <typename T> void convertFloats(FieldTile &tile, CsvProblem &problem);
  template <typename T> void convertDecimals(FieldTile &tile, CsvProblem &problem);
  void convertBools(FieldTile &tile, CsvProblem &problem);
  void convertNulls(FieldTile &tile, CsvProblem &problem);

  void convertBinaries(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem);
  void convertStrings(FieldTile &tile, int64_t bytesCovered, CsvProblem &problem);
  bool appendString(FieldTile &tile, CsvProblem &problem, int64_t row, const CsvField &field);
  void reserveBytes(int64_t more, int64_t bytesCovered);
  int64_t appendReplacing(const CsvField &field);

  MemoryPool &pool;
  const CsvDialect &dialect;
  const CsvColumnSpec spec;
  Column column;
  uint8_t *values = nullptr;
  int64_t capacity = 0;
  int64_t textBytes = 0;
  int64_t byteCount = 0;
  int64_t nulls = 0;
  bool validUtf8 = true;
  std::string scratch;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_CSVCOLUMN_H
