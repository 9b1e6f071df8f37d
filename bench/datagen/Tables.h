//===- Tables.h - The rows of the eight TPC-H tables ------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Schema, cardinalities and values after clauses 1.4 and 4.2 of the TPC-H
// specification (https://www.tpc.org/tpch/). The values follow its rules, but are
// not those of the official generator.
//
// A table is made of units, numbered from 0, each of which can be made alone: a
// row, but for partsupp (a part: 4 rows) and lineitem (an order: 1 to 7 rows).
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_TABLES_H
#define MOLT_BENCH_DATAGEN_TABLES_H

#include "Text.h"
#include <cstdint>
#include <vector>

namespace molt::datagen {

/// Goes up whenever the bytes of a table change.
constexpr int kDataVersion = 1;

enum class TableId { Region, Nation, Supplier, Customer, Part, PartSupp, Orders, Lineitem };

/// Int32 and Int64, decimal(15, 2), date, text.
enum class ColumnKind { Int32, Int64, Decimal, Date, Text };

struct Column {
  const char *name;
  ColumnKind kind;
};

struct Table {
  TableId id;
  const char *name;
  std::vector<Column> columns;
};

/// The tables in the order of TableId.
const std::vector<Table> &tables();

/// Cardinalities at a scale factor: any positive number; at least one row each.
struct Scale {
  explicit Scale(double factor);
  int64_t suppliers, parts, customers, orders, clerks;

  int64_t units(TableId table) const;
};

/// Gives the rows of units [begin, end) of a table to `sink`: for each row its
/// values in the order of the columns, then endRow(). A sink has
///   void integer(int64_t);            Int32, Int64
///   void decimal(int64_t hundredths);
///   void wholeDecimal(int64_t units);  the official files have no ".00" here
///   void date(int32_t days);          since 1970-01-01
///   void text(std::string_view);
///   void endRow();
/// Tables.cpp instantiates it for the sinks of Sinks.h.
template <typename Sink>
void emitRows(TableId table, const Scale &scale, const TextPool &pool, int64_t begin, int64_t end,
              Sink &sink);

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_TABLES_H
