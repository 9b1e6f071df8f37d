//===- H2o.h - The tables of the H2O.ai database benchmark ------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tables after the description of the benchmark
// (https://h2oai.github.io/db-benchmark/), with values of their own, for a number
// of rows N.
//
// g1, for grouping: N rows in random order, without nulls. id1, id2 and id4, id5
// are uniform over 100 groups, id3 and id6 over N / 100; v1 is 1 to 5, v2 1 to 15,
// v3 0 to 100 with six digits behind the point.
//
// x, small, medium, big, for joins: of three kinds of keys there are as many as
// small, medium and big have rows: N / 10^6, N / 10^3 and N, at least one. The
// table x has N rows with one of each kind in id1, id2, id3; every key of a kind
// occurs. small has id1, medium id1 and id2, big all three; its own kind of key,
// the last one, is unique in each. Nine in ten keys of a kind are in x and in the
// other tables, one in ten is in x alone, and as many are in the others alone.
// id4, id5, id6 are id1, id2, id3 as texts. v1 and v2 are as v3 above.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_H2O_H
#define MOLT_BENCH_DATAGEN_H2O_H

#include "Permutation.h"
#include "Rows.h"
#include <vector>

namespace molt::datagen {

/// Goes up whenever the bytes of a table change.
constexpr int kH2oVersion = 1;

enum class H2oTable { Group, Left, Small, Medium, Big };

/// The tables in the order of H2oTable.
const std::vector<Table> &h2oTables();

/// N in the description above; from 1 to 10^9, as keys are 32-bit.
struct H2oScale {
  explicit H2oScale(int64_t rows) : rows(rows) {}
  int64_t rows;

  int64_t units(H2oTable table) const;
};

/// The keys of one kind, and their column in one table.
class H2oKeys {
public:
  /// Kinds are 1, 2, 3.
  H2oKeys(int kind, H2oTable table, const H2oScale &scale);

  /// The key in a row, which may be drawn from the row's generator.
  int64_t key(int64_t row, Random &random) const;

  int64_t count; ///< Keys of this kind in each table.

private:
  bool left;         ///< Of x, not of a table that x is joined with.
  Permutation keys;  ///< Of the keys in x and in the others, in the others alone, in x alone.
  Permutation order; ///< Of the rows: the first `count` of them have each key once.
};

/// One table at a scale.
class H2oRows final : public RowSource {
public:
  H2oRows(H2oTable table, const H2oScale &scale);

  int64_t units() const override { return scale.units(table); }
  void emit(int64_t begin, int64_t end, TextSink &sink) const override;
  void emit(int64_t begin, int64_t end, ColumnSink &sink) const override;

private:
  template <typename Sink> void emitRows(int64_t begin, int64_t end, Sink &sink) const;
  template <typename Sink> void group(int64_t row, Sink &sink) const;
  template <typename Sink> void joined(int64_t row, Sink &sink) const;

  H2oTable table;
  H2oScale scale;
  std::vector<H2oKeys> keys; ///< Of the columns id1, id2, id3, as far as the table has them.
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_H2O_H
