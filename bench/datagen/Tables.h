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
// A unit is a row, but for partsupp (a part: 4 rows) and lineitem (an order: 1 to
// 7 rows).
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_TABLES_H
#define MOLT_BENCH_DATAGEN_TABLES_H

#include "Rows.h"
#include "Text.h"

namespace molt::datagen {

/// Goes up whenever the bytes of a table change.
constexpr int kDataVersion = 1;

enum class TableId { Region, Nation, Supplier, Customer, Part, PartSupp, Orders, Lineitem };

/// The tables in the order of TableId.
const std::vector<Table> &tables();

/// Cardinalities at a scale factor: any positive number; at least one row each.
struct Scale {
  explicit Scale(double factor);
  int64_t suppliers, parts, customers, orders, clerks;

  int64_t units(TableId table) const;
};

/// One table at a scale. The pool has to live as long.
class TpchRows final : public RowSource {
public:
  TpchRows(TableId table, const Scale &scale, const TextPool &pool)
      : table(table), scale(scale), pool(pool) {}

  int64_t units() const override { return scale.units(table); }
  void emit(int64_t begin, int64_t end, TextSink &sink) const override;
  void emit(int64_t begin, int64_t end, ColumnSink &sink) const override;

private:
  TableId table;
  Scale scale;
  const TextPool &pool;
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_TABLES_H
