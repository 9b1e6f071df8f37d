//===- Sinks.h - Where generated rows go ------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_SINKS_H
#define MOLT_BENCH_DATAGEN_SINKS_H

#include "Rows.h"
#include <charconv>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace molt::datagen {

/// Text of delimited rows. Tbl: '|' behind every value, never quoted (no value
/// has a '|' or a newline). Csv: ',' between values, quoted where one has a ','
/// (none has a quote).
class TextSink {
public:
  enum class Format { Tbl, Csv };

  explicit TextSink(Format format) : delimiter(format == Format::Tbl ? '|' : ','), format(format) {}

  void integer(int64_t value) {
    next = std::to_chars(next, end(), value).ptr;
    *next++ = delimiter;
  }

  void millionths(int64_t value) {
    next = std::to_chars(next, end(), value / 1'000'000).ptr;
    *next++ = '.';
    int64_t rest = value % 1'000'000;
    for (char *digit = next += 6; digit != next - 6; rest /= 10)
      *--digit = static_cast<char>('0' + rest % 10);
    *next++ = delimiter;
  }

  void decimal(int64_t hundredths) {
    if (hundredths < 0) {
      *next++ = '-';
      hundredths = -hundredths;
    }
    next = std::to_chars(next, end(), hundredths / 100).ptr;
    int64_t rest = hundredths % 100;
    *next++ = '.';
    *next++ = static_cast<char>('0' + rest / 10);
    *next++ = static_cast<char>('0' + rest % 10);
    *next++ = delimiter;
  }

  void wholeDecimal(int64_t units) { integer(units); }

  void date(int32_t days);

  void text(std::string_view value) {
    bool quote = format == Format::Csv && std::memchr(value.data(), ',', value.size());
    if (quote)
      *next++ = '"';
    next += value.copy(next, value.size());
    if (quote)
      *next++ = '"';
    *next++ = delimiter;
  }

  void endRow() {
    if (format == Format::Csv)
      --next; // no delimiter behind the last value
    *next++ = '\n';
    ++rowCount;
    if (end() - next < maxRowBytes)
      grow();
  }

  /// Everything written since the last clear.
  std::string_view contents() const {
    return {buffer.get(), static_cast<size_t>(next - buffer.get())};
  }
  int64_t rows() const { return rowCount; }
  void clear() {
    next = buffer.get();
    rowCount = 0;
  }

private:
  /// Above the longest row of any table; that much space is always left.
  static constexpr ptrdiff_t maxRowBytes = 1024;

  char *end() const { return buffer.get() + capacity; }
  void grow();

  const char delimiter;
  const Format format;
  size_t capacity = 1 << 20;
  std::unique_ptr<char[]> buffer{new char[capacity]};
  char *next = buffer.get();
  int64_t rowCount = 0;
};

/// Values of a table by column.
class ColumnSink {
public:
  struct Column {
    std::vector<int64_t> values; ///< Texts: where each begins in `bytes`.
    std::string bytes;           ///< Texts only.
  };

  explicit ColumnSink(const Table &table) : columns(table.columns.size()) {}

  void integer(int64_t value) { nextColumn().values.push_back(value); }
  void millionths(int64_t value) { integer(value); }
  void decimal(int64_t hundredths) { integer(hundredths); }
  void wholeDecimal(int64_t units) { integer(units * 100); }
  void date(int32_t days) { integer(days); }
  void text(std::string_view value) {
    Column &column = nextColumn();
    column.values.push_back(static_cast<int64_t>(column.bytes.size()));
    column.bytes.append(value);
  }
  void endRow() {
    next = 0;
    ++rowCount;
  }

  const Column &column(size_t index) const { return columns[index]; }
  int64_t rows() const { return rowCount; }

private:
  Column &nextColumn() { return columns[next++]; }

  std::vector<Column> columns;
  size_t next = 0;
  int64_t rowCount = 0;
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_SINKS_H
