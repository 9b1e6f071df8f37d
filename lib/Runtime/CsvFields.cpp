//===- CsvFields.cpp - Finding the fields of CSV records ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvFields.h"

#include "TextKernels.h"

#include <cstring>

using namespace molt::rt;

/// Text scanned at a time: with its separators and the columns it becomes, it
/// stays in the second-level cache.
static constexpr int64_t windowBytes = 128 << 10;

int64_t molt::rt::findQuoteOrEscape(const CsvDialect &dialect, const char *text, int64_t from,
                                    int64_t size) {
  if (!dialect.escape) {
    const void *found = memchr(text + from, dialect.quote, size - from);
    return found ? static_cast<const char *>(found) - text : size;
  }
  while (from < size && text[from] != dialect.quote && text[from] != dialect.escape)
    ++from;
  return from;
}

/// From an opening quote at `from` to behind the closing one; -1 if there is none.
static int64_t skipQuoted(const CsvDialect &dialect, const char *text, int64_t from, int64_t size) {
  int64_t at = from + 1;
  for (;;) {
    at = findQuoteOrEscape(dialect, text, at, size);
    if (at >= size)
      return -1;
    bool pair = text[at] != dialect.quote || (at + 1 < size && text[at + 1] == dialect.quote);
    if (!pair)
      return at + 1;
    at += 2;
    if (at >= size)
      return -1;
  }
}

int64_t molt::rt::firstRecordEnd(const CsvDialect &dialect, const char *text, int64_t size) {
  for (int64_t at = 0; at < size; ++at) {
    if (dialect.quote && text[at] == dialect.quote &&
        (at == 0 || text[at - 1] == dialect.delimiter)) {
      at = skipQuoted(dialect, text, at, size);
      if (at < 0 || at == size)
        return 0;
    }
    if (text[at] == '\n')
      return at + 1;
  }
  return 0;
}

//===----------------------------------------------------------------------===//
// FieldScanner
//===----------------------------------------------------------------------===//

void FieldScanner::start(const CsvBlock &newBlock) {
  block = &newBlock;
  if (!memory)
    memory = Buffer(runtime.pool, (windowBytes + 128) * sizeof(uint32_t));
  memory.data<uint32_t>()[0] = ~uint32_t(0); // the first field begins at 0
  separatorCount = usedSeparators = 0;
  scanned = rowsEnd = rows = 0;
  quoteState = QuoteState();
  quoteState.irregular = dialect.escape != 0;
  unclosedQuote = -1;
}

/// Separators outside of quotes up to `target` (or a little further).
int64_t FieldScanner::scanQuoted(int64_t target, uint32_t *out) {
  if (!quoteState.irregular) {
    int64_t count =
        findUnquotedSeparators(reinterpret_cast<const uint8_t *>(block->text()), scanned, target,
                               dialect.delimiter, dialect.quote, quoteState, out);
    bool unclosed = target == block->size() && quoteState.inQuotes;
    if (!quoteState.irregular && !unclosed) {
      scanned = target;
      return count;
    }
    // From here on field by field: from the last separator found before.
    quoteState.irregular = true;
    scanned = static_cast<int32_t>(out[-1]) + 1;
  }
  return scanExactly(scanned, target, out);
}

/// Goes on field by field from `from`, where a field begins, to the first
/// separator at or behind `target`.
int64_t FieldScanner::scanExactly(int64_t from, int64_t target, uint32_t *out) {
  const char *text = block->text();
  int64_t size = block->size();
  int64_t count = 0, at = from;
  while (at < size && at < target) {
    if (text[at] == dialect.quote) {
      int64_t behind = skipQuoted(dialect, text, at, size);
      if (behind < 0) {
        unclosedQuote = at;
        at = size;
        break;
      }
      at = behind;
    }
    while (text[at] != dialect.delimiter && text[at] != '\n')
      ++at;
    out[count++] = static_cast<uint32_t>(at++);
  }
  scanned = at;
  return count;
}

void FieldScanner::scanWindow() {
  int64_t size = block->size();
  int64_t target = std::min(size, scanned + windowBytes);
  memory.grow(runtime.pool, (separatorCount + 1) * sizeof(uint32_t),
              (separatorCount + 1 + windowBytes + 64) * sizeof(uint32_t));
  uint32_t *out = memory.data<uint32_t>() + 1 + separatorCount;
  if (block->hasQuotes) {
    separatorCount += scanQuoted(target, out);
    return;
  }
  separatorCount += findBytes(reinterpret_cast<const uint8_t *>(block->text()), scanned, target,
                              dialect.delimiter, '\n', out);
  scanned = target;
}

/// How many rows from the first on have newlines where they must be, and only
/// there.
int64_t FieldScanner::countRegularRows(bool &carriageReturns) const {
  const char *text = block->text();
  const uint32_t *separators = memory.data<uint32_t>();
  int64_t available = separatorCount / stride, regular = 0;
  carriageReturns = false;
  for (; regular < available; ++regular) {
    int64_t last = separators[(regular + 1) * stride];
    if (text[last] != '\n')
      break;
    bool carriageReturn = last > 0 && text[last - 1] == '\r';
    carriageReturns |= carriageReturn;
    if (dialect.trailingDelimiter &&
        last - 1 - carriageReturn != separators[(regular + 1) * stride - 1])
      break;
  }
  // A newline among the separators within a row: counting all newlines tells at
  // once that there is none. In quotes they may be, so then each row is looked at.
  int64_t begin = static_cast<int32_t>(separators[0]) + 1;
  int64_t end = static_cast<int32_t>(separators[regular * stride]) + 1;
  if (countByte(reinterpret_cast<const uint8_t *>(text) + begin, end - begin, '\n') == regular)
    return regular;
  for (int64_t row = 0; row < regular; ++row)
    for (int64_t i = row * stride + 1; i < (row + 1) * stride; ++i)
      if (text[separators[i]] == '\n')
        return row;
  return regular;
}

bool FieldScanner::next(FieldTile &tile, CsvProblem &problem) {
  uint32_t *separators = memory.data<uint32_t>();
  if (usedSeparators) {
    memmove(separators, separators + usedSeparators,
            (separatorCount - usedSeparators + 1) * sizeof(uint32_t));
    separatorCount -= usedSeparators;
    usedSeparators = 0;
  }
  while (separatorCount < stride && scanned < block->size())
    scanWindow();
  separators = memory.data<uint32_t>();
  if (separatorCount == 0 && unclosedQuote < 0)
    return false;
  tile.text = block->text();
  tile.separators = separators;
  tile.rows = countRegularRows(tile.carriageReturns);
  tile.stride = stride;
  tile.firstRow = rows;
  tile.mayBeQuoted = block->hasQuotes;
  usedSeparators = tile.rows * stride;
  rows += tile.rows;
  rowsEnd = static_cast<int32_t>(separators[usedSeparators]) + 1;
  bool irregular = tile.rows < separatorCount / stride;
  bool incomplete = scanned == block->size() && (separatorCount % stride || unclosedQuote >= 0);
  if (irregular || incomplete)
    problem = describeRecord(tile.rows);
  return true;
}

static std::string countedFields(int64_t count) {
  return std::to_string(count) + (count == 1 ? " field" : " fields");
}

/// Why the record after the tile's `row` regular ones is not as it must be.
CsvProblem FieldScanner::describeRecord(int64_t row) const {
  const char *text = block->text();
  int64_t size = block->size();
  int64_t begin = static_cast<int32_t>(memory.data<uint32_t>()[row * stride]) + 1;
  CsvProblem problem;
  problem.row = rows;
  problem.byte = begin;
  int64_t fields = 0, at = begin;
  for (;;) {
    ++fields;
    if (dialect.quote && text[at] == dialect.quote) {
      int64_t behind = skipQuoted(dialect, text, at, size);
      if (behind < 0) {
        problem.byte = at;
        problem.message = "a quote is opened here and not closed before the end of the file";
        return problem;
      }
      at = behind;
    }
    while (text[at] != dialect.delimiter && text[at] != '\n')
      ++at;
    if (text[at++] == '\n')
      break;
  }
  int64_t length = at - 1 - begin;
  if (length > 0 && text[begin + length - 1] == '\r')
    --length;
  if (length == 0) {
    problem.message = "the line is empty; expected " + countedFields(fileColumns);
  } else if (dialect.trailingDelimiter && text[begin + length - 1] != dialect.delimiter) {
    problem.message = std::string("the line does not end with the delimiter '") +
                      dialect.delimiter + "', which the option trailing_delimiter asks for";
  } else {
    problem.message = "the record has " + countedFields(fields - dialect.trailingDelimiter) +
                      "; expected " + std::to_string(fileColumns);
  }
  return problem;
}

//===----------------------------------------------------------------------===//
// Quotes
//===----------------------------------------------------------------------===//

Unquoted molt::rt::unquoteField(const CsvDialect &dialect, const CsvField &field,
                                std::string &scratch) {
  const char *begin = field.begin + 1;
  int64_t size = field.end - begin;
  int64_t at = findQuoteOrEscape(dialect, begin, 0, size);
  // Without the quotes that are doubled, and without escape characters.
  bool changed = false;
  int64_t copied = 0;
  while (at < size) {
    bool pair = begin[at] != dialect.quote || (at + 1 < size && begin[at + 1] == dialect.quote);
    if (!pair)
      break;
    if (!changed)
      scratch.clear();
    changed = true;
    scratch.append(begin + copied, at - copied);
    copied = at + 1;
    at = at + 2 < size ? findQuoteOrEscape(dialect, begin, at + 2, size) : size;
  }
  if (at >= size)
    return {field, "a quote is opened and not closed"};
  if (at + 1 != size)
    return {field, "text follows the closing quote; a quote within quotes is written twice"};
  if (!changed)
    return {{begin, begin + at}, nullptr};
  scratch.append(begin + copied, at - copied);
  return {{scratch.data(), scratch.data() + scratch.size()}, nullptr};
}

std::vector<std::string> molt::rt::splitRecord(const CsvDialect &dialect, const char *text,
                                               int64_t size, int64_t fileOffset,
                                               const std::string &path) {
  std::vector<std::string> fields;
  if (size > 0 && text[size - 1] == '\n')
    --size;
  if (size > 0 && text[size - 1] == '\r')
    --size;
  if (size == 0)
    return fields;
  std::string scratch;
  for (int64_t at = 0;;) {
    int64_t begin = at;
    bool quoted = dialect.quote && at < size && text[at] == dialect.quote;
    if (quoted) {
      at = skipQuoted(dialect, text, at, size);
      if (at < 0)
        failAt(MOLT_INVALID_DATA, {-1, -1, fileOffset + begin}, path.c_str(),
               "a quote is opened in the first line and not closed");
    }
    while (at < size && text[at] != dialect.delimiter)
      ++at;
    CsvField field{text + begin, text + at};
    if (quoted) {
      Unquoted unquoted = unquoteField(dialect, field, scratch);
      if (unquoted.message)
        failAt(MOLT_INVALID_DATA, {-1, -1, fileOffset + begin}, path.c_str(), "%s: %s",
               quoteForMessage(field.begin, field.length()).c_str(), unquoted.message);
      field = unquoted.text;
    }
    fields.emplace_back(field.begin, field.length());
    if (at >= size)
      break;
    ++at; // the delimiter
    if (at == size && dialect.trailingDelimiter)
      break;
  }
  return fields;
}
