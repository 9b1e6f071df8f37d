//===- JoinSort.cpp - join, sort and top_k --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanOps.h"
#include <algorithm>
#include <map>
#include <numeric>

using namespace molt;
using namespace molt::interp;

//===----------------------------------------------------------------------===//
// join
//===----------------------------------------------------------------------===//

namespace {
/// Orders join keys; none of them is null.
struct KeyLess {
  bool operator()(const std::vector<Scalar> &lhs, const std::vector<Scalar> &rhs) const {
    for (size_t i = 0; i < lhs.size(); ++i)
      if (int order = compare(lhs[i], rhs[i]))
        return order < 0;
    return false;
  }
};
} // namespace

/// The keys of a row, unless one of them is null: null equals nothing.
static std::optional<std::vector<Scalar>> getJoinKeys(const Table &table, ArrayAttr names,
                                                      int64_t row, Context &context) {
  std::vector<Scalar> keys;
  for (StringAttr name : names.getAsRange<StringAttr>()) {
    const Scalar &key = (*table.get(name.getValue()))[row];
    if (key.isNull())
      return std::nullopt;
    context.use(key);
    keys.push_back(key);
  }
  return keys;
}

FailureOr<Table> interp::runJoin(df::JoinOp op, const Table &left, const Table &right,
                                 Context &context) {
  std::map<std::vector<Scalar>, std::vector<int64_t>, KeyLess> build;
  for (int64_t row = 0; row < right.rows; ++row)
    if (auto keys = getJoinKeys(right, op.getRightKeys(), row, context))
      build[*keys].push_back(row);

  std::vector<int64_t> leftRows, rightRows;
  for (int64_t row = 0; row < left.rows; ++row) {
    auto keys = getJoinKeys(left, op.getLeftKeys(), row, context);
    if (!keys)
      continue;
    auto found = build.find(*keys);
    if (found == build.end())
      continue;
    for (int64_t match : found->second) {
      leftRows.push_back(row);
      rightRows.push_back(match);
    }
  }

  Table result = takeRows(left, leftRows);
  Table matches = takeRows(right, rightRows);
  result.type = cast<df::TableType>(op.getType());
  result.columns.insert(result.columns.end(), matches.columns.begin(), matches.columns.end());
  return result;
}

//===----------------------------------------------------------------------===//
// sort, top_k
//===----------------------------------------------------------------------===//

/// The row ordinals in sorted order.
static std::vector<int64_t> sortRows(const Table &table, ArrayAttr keys, Context &context) {
  for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>())
    for (const Scalar &value : *table.get(key.getColumn().getValue()))
      context.use(value);
  auto isLess = [&](int64_t a, int64_t b) {
    for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>()) {
      const Column &column = *table.get(key.getColumn().getValue());
      const Scalar &x = column[a], &y = column[b];
      if (x.isNull() != y.isNull())
        return x.isNull() == key.getNullsFirst(); // whatever the direction
      if (x.isNull())
        continue;
      if (int order = compare(x, y))
        return key.getDescending() ? order > 0 : order < 0;
    }
    return a < b; // rows with equal keys keep their order
  };
  std::vector<int64_t> rows(table.rows);
  std::iota(rows.begin(), rows.end(), 0);
  std::sort(rows.begin(), rows.end(), isLess);
  return rows;
}

FailureOr<Table> interp::runSort(df::SortOp op, const Table &input, Context &context) {
  return takeRows(input, sortRows(input, op.getKeys(), context));
}

FailureOr<Table> interp::runTopK(df::TopKOp op, const Table &input, Context &context) {
  std::vector<int64_t> rows = sortRows(input, op.getKeys(), context);
  rows.resize(std::min<int64_t>(op.getCount(), input.rows));
  return takeRows(input, rows);
}
