//===- H2o.cpp - The tables of the H2O.ai database benchmark --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "H2o.h"
#include "Sinks.h"
#include <algorithm>

using namespace molt::datagen;

const std::vector<Table> &molt::datagen::h2oTables() {
  using K = ColumnKind;
  static const std::vector<Table> all = {
      {"g1",
       {{"id1", K::Text},
        {"id2", K::Text},
        {"id3", K::Text},
        {"id4", K::Int32},
        {"id5", K::Int32},
        {"id6", K::Int32},
        {"v1", K::Int32},
        {"v2", K::Int32},
        {"v3", K::Float64}}},
      {"x",
       {{"id1", K::Int32},
        {"id2", K::Int32},
        {"id3", K::Int32},
        {"id4", K::Text},
        {"id5", K::Text},
        {"id6", K::Text},
        {"v1", K::Float64}}},
      {"small", {{"id1", K::Int32}, {"id4", K::Text}, {"v2", K::Float64}}},
      {"medium",
       {{"id1", K::Int32},
        {"id2", K::Int32},
        {"id4", K::Text},
        {"id5", K::Text},
        {"v2", K::Float64}}},
      {"big",
       {{"id1", K::Int32},
        {"id2", K::Int32},
        {"id3", K::Int32},
        {"id4", K::Text},
        {"id5", K::Text},
        {"id6", K::Text},
        {"v2", K::Float64}}},
  };
  return all;
}

int64_t H2oScale::units(H2oTable table) const {
  switch (table) {
  case H2oTable::Group:
  case H2oTable::Left:
  case H2oTable::Big:
    return rows;
  case H2oTable::Small:
    return std::max<int64_t>(1, rows / 1'000'000);
  case H2oTable::Medium:
    return std::max<int64_t>(1, rows / 1'000);
  }
  return 0;
}

//===----------------------------------------------------------------------===//
// Keys of the tables for joins
//===----------------------------------------------------------------------===//

namespace {

/// The table whose rows are as many as the keys of a kind.
H2oTable tableOf(int kind) {
  return kind == 1 ? H2oTable::Small : kind == 2 ? H2oTable::Medium : H2oTable::Big;
}

/// How many keys of a kind are on one side alone.
int64_t unmatched(int64_t count) { return count / 10; }

} // namespace

H2oKeys::H2oKeys(int kind, H2oTable table, const H2oScale &scale)
    : count(scale.units(tableOf(kind))), left(table == H2oTable::Left),
      keys(static_cast<uint64_t>(kind), count + unmatched(count)),
      order(static_cast<uint64_t>(10 * (static_cast<int>(table) + 1) + kind), scale.units(table)) {}

int64_t H2oKeys::key(int64_t row, Random &random) const {
  const int64_t place = order(row);
  int64_t index = place < count ? place : static_cast<int64_t>(random.below(count));
  const int64_t common = count - unmatched(count);
  if (left && index >= common)
    index += unmatched(count);
  return keys(index) + 1;
}

//===----------------------------------------------------------------------===//
// Rows
//===----------------------------------------------------------------------===//

namespace {

constexpr int64_t groups = 100; ///< K of the benchmark.

/// "id" and a number of at least `digits` digits.
class Id {
public:
  explicit Id(int64_t number, int digits = 1) {
    char reversed[20];
    int length = 0;
    for (; number > 0 || length < digits; number /= 10)
      reversed[length++] = static_cast<char>('0' + number % 10);
    while (length > 0)
      text[size++] = reversed[--length];
  }
  operator std::string_view() const { return {text, size}; }

private:
  char text[24] = {'i', 'd'};
  size_t size = 2;
};

Stream streamOf(H2oTable table) {
  switch (table) {
  case H2oTable::Group:
    return Stream::H2oGroup;
  case H2oTable::Left:
    return Stream::H2oLeft;
  case H2oTable::Small:
    return Stream::H2oSmall;
  case H2oTable::Medium:
    return Stream::H2oMedium;
  case H2oTable::Big:
    return Stream::H2oBig;
  }
  return Stream::H2oGroup;
}

/// 0 to 100, in millionths.
int64_t value(Random &random) { return random.between(0, 100'000'000); }

} // namespace

H2oRows::H2oRows(H2oTable table, const H2oScale &scale) : table(table), scale(scale) {
  const int kinds = table == H2oTable::Group    ? 0
                    : table == H2oTable::Small  ? 1
                    : table == H2oTable::Medium ? 2
                                                : 3;
  for (int kind = 1; kind <= kinds; ++kind)
    keys.emplace_back(kind, table, scale);
}

template <typename Sink> void H2oRows::group(int64_t row, Sink &sink) const {
  const int64_t smallGroups = std::max<int64_t>(1, scale.rows / groups);
  Random random(streamOf(table), static_cast<uint64_t>(row));
  sink.text(Id(random.between(1, groups), 3));
  sink.text(Id(random.between(1, groups), 3));
  sink.text(Id(random.between(1, smallGroups), 10));
  sink.integer(random.between(1, groups));
  sink.integer(random.between(1, groups));
  sink.integer(random.between(1, smallGroups));
  sink.integer(random.between(1, 5));
  sink.integer(random.between(1, 15));
  sink.millionths(value(random));
  sink.endRow();
}

template <typename Sink> void H2oRows::joined(int64_t row, Sink &sink) const {
  Random random(streamOf(table), static_cast<uint64_t>(row));
  int64_t ids[3];
  for (size_t i = 0; i < keys.size(); ++i)
    sink.integer(ids[i] = keys[i].key(row, random));
  for (size_t i = 0; i < keys.size(); ++i)
    sink.text(Id(ids[i]));
  sink.millionths(value(random));
  sink.endRow();
}

template <typename Sink> void H2oRows::emitRows(int64_t begin, int64_t end, Sink &sink) const {
  for (int64_t row = begin; row < end; ++row)
    table == H2oTable::Group ? group(row, sink) : joined(row, sink);
}

void H2oRows::emit(int64_t begin, int64_t end, TextSink &sink) const { emitRows(begin, end, sink); }

void H2oRows::emit(int64_t begin, int64_t end, ColumnSink &sink) const {
  emitRows(begin, end, sink);
}
