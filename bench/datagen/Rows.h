//===- Rows.h - Tables and what makes their rows ----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A table is made of units, numbered from 0, each of which can be made alone: a
// row, or the rows that belong to one thing.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_ROWS_H
#define MOLT_BENCH_DATAGEN_ROWS_H

#include <cstdint>
#include <vector>

namespace molt::datagen {

class ColumnSink;
class TextSink;

/// Int32 and Int64, f64 in millionths, decimal(15, 2), date, text.
enum class ColumnKind { Int32, Int64, Float64, Decimal, Date, Text };

struct Column {
  const char *name;
  ColumnKind kind;
};

struct Table {
  const char *name;
  std::vector<Column> columns;
};

/// Makes the rows of a table. What it makes depends on the unit alone; several
/// threads may call it at once.
///
/// Each row is its values in the order of the columns, then endRow(). A sink has
///   void integer(int64_t);            Int32, Int64
///   void millionths(int64_t);         Float64
///   void decimal(int64_t hundredths);
///   void wholeDecimal(int64_t units);  TPC-H's files have no ".00" here
///   void date(int32_t days);          since 1970-01-01
///   void text(std::string_view);
///   void endRow();
class RowSource {
public:
  virtual ~RowSource() = default;

  virtual int64_t units() const = 0;

  /// The rows of units [begin, end).
  virtual void emit(int64_t begin, int64_t end, TextSink &sink) const = 0;
  virtual void emit(int64_t begin, int64_t end, ColumnSink &sink) const = 0;
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_ROWS_H
