//===- CsvDialect.h - How a CSV file is written -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_CSVDIALECT_H
#define MOLT_LIB_RUNTIME_CSVDIALECT_H

#include "Molt/Runtime/Runtime.h"

#include <cstring>
#include <string>
#include <vector>

namespace molt::rt {

/// MoltCsvOptions, checked and made ready for use.
struct CsvDialect {
  /// Throws MOLT_SCHEMA for options that contradict each other.
  explicit CsvDialect(const MoltCsvOptions *options);

  char delimiter;
  char quote;  ///< 0: none
  char escape; ///< 0: none; works within quotes only
  bool header;
  bool trailingDelimiter;
  bool replaceInvalidUtf8;
  std::vector<std::string> nullSpellings;

  /// Whether this unquoted text spells null.
  bool isNull(const char *text, size_t length) const {
    return mayBeNull(nullLengths, length) && (length == 0 || matchesNull(text, length));
  }

  /// A quick test before isNull. Takes the lengths by value, so that loops keep
  /// them in a register.
  static bool mayBeNull(uint64_t nullLengths, size_t length) {
    return (nullLengths >> (length < 63 ? length : 63)) & 1;
  }

  /// Bit n: some spelling has n bytes (63: that many or more).
  uint64_t nullLengths = 0;

  /// Whether a line without any byte is a row (of one empty field) and not blank.
  bool emptyLineIsRow(int64_t fileColumns) const { return fileColumns == 1 && !trailingDelimiter; }

private:
  bool matchesNull(const char *text, size_t length) const;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_CSVDIALECT_H
