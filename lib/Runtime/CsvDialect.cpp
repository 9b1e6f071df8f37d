//===- CsvDialect.cpp - How a CSV file is written -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CsvDialect.h"

#include "Error.h"

using namespace molt::rt;

void molt_csv_defaults(MoltCsvOptions *options) {
  static const char *const emptyField[] = {""};
  *options = {};
  options->delimiter = ',';
  options->quote = '"';
  options->header = 1;
  options->null_spellings = emptyField;
  options->null_spelling_count = 1;
}

/// Delimiters and the like are ASCII, so that they are never part of a longer
/// UTF-8 sequence, and do not end lines.
static void checkCharacter(char character, const char *what) {
  if (character == '\n' || character == '\r' || static_cast<unsigned char>(character) >= 0x80)
    fail(MOLT_SCHEMA, "the CSV %s is byte %d; it must be ASCII and must not end a line", what,
         static_cast<unsigned char>(character));
}

CsvDialect::CsvDialect(const MoltCsvOptions *options) {
  MoltCsvOptions defaults;
  if (!options) {
    molt_csv_defaults(&defaults);
    options = &defaults;
  }
  delimiter = options->delimiter;
  quote = options->quote;
  escape = options->escape;
  header = options->header != 0;
  trailingDelimiter = options->trailing_delimiter != 0;
  replaceInvalidUtf8 = options->replace_invalid_utf8 != 0;
  if (delimiter == 0)
    fail(MOLT_SCHEMA, "the CSV delimiter is not set; start from molt_csv_defaults");
  checkCharacter(delimiter, "delimiter");
  checkCharacter(quote, "quote");
  checkCharacter(escape, "escape");
  if (delimiter == quote || delimiter == escape)
    fail(MOLT_SCHEMA, "the CSV delimiter '%c' is also the quote or escape character", delimiter);
  if (escape && !quote)
    fail(MOLT_SCHEMA,
         "a CSV escape character works within quotes, but there is no quote character");
  // A quote escaped by itself is the doubled quote, which is always understood.
  if (escape == quote)
    escape = 0;
  for (int32_t i = 0; i < options->null_spelling_count; ++i) {
    nullSpellings.push_back(options->null_spellings[i]);
    size_t length = nullSpellings.back().size();
    nullLengths |= uint64_t(1) << (length < 63 ? length : 63);
  }
}

bool CsvDialect::matchesNull(const char *text, size_t length) const {
  for (const std::string &spelling : nullSpellings)
    if (spelling.size() == length && memcmp(spelling.data(), text, length) == 0)
      return true;
  return false;
}
