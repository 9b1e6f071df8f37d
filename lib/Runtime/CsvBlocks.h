//===- CsvBlocks.h - Cutting a CSV file into blocks of whole records -*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A CSV file cannot be cut at any newline: it may be within quotes. So one pass
// finds the ends of records, in order, while it reads; it looks at nothing but
// quotes (newlines where a file has no quotes), which costs a small part of what
// parsing does. Parsing then runs on the blocks in parallel. Files are read, not
// mapped: pipes work, and a file that shrinks meanwhile is an error, not a signal.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_CSVBLOCKS_H
#define MOLT_LIB_RUNTIME_CSVBLOCKS_H

#include "CsvDialect.h"
#include "File.h"
#include "Instance.h"
#include "TextKernels.h"

#include <mutex>
#include <vector>

namespace molt::rt {

/// Whole records of a file. MOLT_BUFFER_PADDING bytes are readable behind the text.
struct CsvBlock {
  Buffer memory;
  int64_t begin = 0;      ///< Of the text, in memory.
  int64_t end = 0;        ///< Behind the newline of the last record.
  int64_t fileOffset = 0; ///< Of the text.
  int64_t index = 0;      ///< Among the blocks of the file.
  bool hasQuotes = false;

  const char *text() const { return memory.data<const char>() + begin; }
  int64_t size() const { return end - begin; }
};

/// Finds the ends of records in text that arrives piece by piece.
class RecordScanner {
public:
  explicit RecordScanner(const CsvDialect &dialect)
      : dialect(dialect), exact(dialect.escape != 0) {}

  /// Goes on to `size` in `text`, which begins with a record and holds what was
  /// scanned before. `atEnd`: nothing follows.
  void scan(const char *text, int64_t size, bool atEnd);

  /// Behind the last newline that ends a record; 0 if there is none.
  int64_t recordsEnd() const { return lastEnd; }
  bool hasQuotes() const { return quotes; }

private:
  void scanExactly(const char *text, int64_t size, bool atEnd);

  const CsvDialect &dialect;
  bool exact; ///< Quote by quote, as the text is not regular enough for more.
  QuoteState state;
  int64_t position = 0;
  int64_t lastEnd = 0;
  bool inQuotes = false; ///< When exact.
  bool quotes = false;
};

/// Hands out a file's blocks. `next` may be called from any thread; the rest
/// before that, from one.
class CsvBlockReader {
public:
  CsvBlockReader(MoltRuntime &runtime, const char *path, const CsvDialect &dialect);

  const std::string &path() const { return file.path(); }

  /// The fields of the first record, unquoted; empty if the file has none.
  std::vector<std::string> firstRecord();
  /// Drops the first record, as it is the header.
  void skipFirstRecord();
  /// Blank lines at the end of a file are no rows, unless this says otherwise.
  void setEmptyLineIsRow(bool isRow) { emptyLineIsRow = isRow; }

  /// The next block; false at the end. Gives `block`'s memory back for reuse.
  bool next(CsvBlock &block);
  /// Makes `next` return false from now on.
  void stop();

private:
  void fill(int64_t target);
  void findFirstRecord();
  int64_t blockTarget() const;

  MoltRuntime &runtime;
  const CsvDialect &dialect;
  InputFile file;
  std::mutex mutex;
  /// What is read and not yet handed out: [begin, end) of memory.
  Buffer memory;
  int64_t begin = 0;
  int64_t end = 0;
  int64_t fileOffset = 0; ///< Of begin.
  bool atEnd = false;
  bool emptyLineIsRow = false;
  bool stopped = false;
  int64_t firstRecordSize = -1;
  int64_t blockBytes = 0; ///< What a block aims at; 0: not decided yet.
  int64_t blocks = 0;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_CSVBLOCKS_H
