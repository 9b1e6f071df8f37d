//===- CsvFields.h - Finding the fields of CSV records ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_CSVFIELDS_H
#define MOLT_LIB_RUNTIME_CSVFIELDS_H

#include "CsvBlocks.h"

namespace molt::rt {

/// From `from` on, the position of the next quote or escape character; `size` if
/// there is none.
int64_t findQuoteOrEscape(const CsvDialect &dialect, const char *text, int64_t from, int64_t size);

/// A field's text as it stands in the file.
struct CsvField {
  const char *begin;
  const char *end;
  int64_t length() const { return end - begin; }
};

/// A number of rows of a block whose fields are known. Field i (row-major) lies
/// between separators i and i + 1: the first separator is before the first field,
/// and each row ends with its newline.
struct FieldTile {
  const char *text; ///< Of the block.
  const uint32_t *separators;
  int64_t rows;
  int64_t stride;   ///< Separators per row.
  int64_t firstRow; ///< Of the tile in the block.
  bool mayBeQuoted;
  bool carriageReturns; ///< Some line may end with "\r\n".

  CsvField field(int64_t row, int64_t column, bool isLast) const {
    const uint32_t *around = separators + row * stride + column;
    CsvField field{text + static_cast<int32_t>(around[0]) + 1, text + around[1]};
    if (isLast && carriageReturns && field.end != field.begin && field.end[-1] == '\r')
      --field.end;
    return field;
  }
};

/// A problem in a block: the row counts from the block's first, the byte from its
/// text.
struct CsvProblem {
  int64_t row = -1;
  int64_t column = -1; ///< Of the table; -1: the record as a whole.
  int64_t byte = -1;
  std::string message;

  explicit operator bool() const { return row >= 0; }
};

/// Cuts a block into tiles. A tile's separators fit the second-level cache, which
/// they stay in while one column after another is converted.
class FieldScanner {
public:
  /// `fileColumns`: fields each record must have.
  FieldScanner(MoltRuntime &runtime, const CsvDialect &dialect, int64_t fileColumns)
      : runtime(runtime), dialect(dialect), fileColumns(fileColumns),
        stride(fileColumns + dialect.trailingDelimiter) {}

  void start(const CsvBlock &newBlock);

  /// The next rows; false when there are no more. When a record is not as it must
  /// be, the tile ends before it and `problem` is set.
  bool next(FieldTile &tile, CsvProblem &problem);

  /// Bytes of the block that tiles so far have covered.
  int64_t bytesCovered() const { return rowsEnd; }

private:
  void scanWindow();
  int64_t scanQuoted(int64_t target, uint32_t *out);
  int64_t scanExactly(int64_t from, int64_t target, uint32_t *out);
  int64_t countRegularRows(bool &carriageReturns) const;
  CsvProblem describeRecord(int64_t row) const;

  MoltRuntime &runtime;
  const CsvDialect &dialect;
  const int64_t fileColumns;
  const int64_t stride;
  const CsvBlock *block = nullptr;
  Buffer memory;
  int64_t separatorCount = 0; ///< Behind the leading one.
  int64_t usedSeparators = 0; ///< Of the tile handed out last.
  int64_t scanned = 0;        ///< Text up to here is in the separators.
  int64_t rowsEnd = 0;
  int64_t rows = 0;
  QuoteState quoteState; ///< At `scanned`, while the quotes are regular.
  int64_t unclosedQuote = -1;
};

/// The text of a field without its quotes. Where it needs no change it is a part
/// of the field, otherwise it is in `scratch`. Null `message` on success.
struct Unquoted {
  CsvField text;
  const char *message;
};
Unquoted unquoteField(const CsvDialect &dialect, const CsvField &field, std::string &scratch);

/// Behind the newline that ends the record at the beginning of `text`; 0 if it is
/// not there.
int64_t firstRecordEnd(const CsvDialect &dialect, const char *text, int64_t size);

/// The fields of one record, unquoted; for headers.
std::vector<std::string> splitRecord(const CsvDialect &dialect, const char *text, int64_t size,
                                     int64_t fileOffset, const std::string &path);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_CSVFIELDS_H
