//===- JoinSort.cpp - join, sort and top_k --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanOps.h"
#include "KeyLess.h"
#include "RowScope.h"
#include <algorithm>
#include <map>
#include <numeric>

using namespace molt;
using namespace molt::interp;

//===----------------------------------------------------------------------===//
// join
//===----------------------------------------------------------------------===//

/// The keys of a row, unless one of them is a null that equals nothing.
static std::optional<std::vector<Scalar>>
getJoinKeys(const Table &table, ArrayAttr names, int64_t row, bool nullEqual, Context &context) {
  std::vector<Scalar> keys;
  for (StringAttr name : names.getAsRange<StringAttr>()) {
    const Scalar &key = (*table.get(name.getValue()))[row];
    if (key.isNull() && !nullEqual)
      return std::nullopt;
    context.use(key);
    keys.push_back(key);
  }
  return keys;
}

/// Whether the join's condition is true for a pair of rows.
static FailureOr<bool> meetsCondition(df::JoinOp op, const Table &left, int64_t leftRow,
                                      const Table &right, int64_t rightRow, Context &context) {
  if (op.getCondition().empty())
    return true;
  // A pair has no ordinal.
  RowScope scope(op, -1, [&](StringRef name) {
    return left.type.find(name) ? (*left.get(name))[leftRow] : (*right.get(name))[rightRow];
  });
  Block &body = op.getCondition().front();
  for (Operation &expression : body.without_terminator())
    if (failed(scope.evaluate(expression, context)))
      return failure();
  const Scalar &condition = scope.get(body.getTerminator()->getOperand(0));
  return !condition.isNull() && condition.getBool();
}

/// As takeRows, with a null for each ordinal -1.
static Table takeRowsOrNull(const Table &table, ArrayRef<int64_t> rows) {
  Table result{table.type, static_cast<int64_t>(rows.size()), {}};
  for (const std::shared_ptr<const Column> &column : table.columns) {
    Column taken;
    for (int64_t row : rows)
      taken.push_back(row < 0 ? Scalar() : (*column)[row]);
    result.columns.push_back(std::make_shared<Column>(std::move(taken)));
  }
  return result;
}

FailureOr<Table> interp::runJoin(df::JoinOp op, const Table &left, const Table &right,
                                 Context &context) {
  std::map<std::vector<Scalar>, std::vector<int64_t>, KeyLess> rightRowsByKey;
  for (int64_t row = 0; row < right.rows; ++row)
    if (auto keys = getJoinKeys(right, op.getRightKeys(), row, op.getNullEqual(), context))
      rightRowsByKey[*keys].push_back(row);

  // The matching pairs, and which rows are in one.
  std::vector<int64_t> leftRows, rightRows;
  std::vector<bool> leftMatched(left.rows), rightMatched(right.rows);
  for (int64_t row = 0; row < left.rows; ++row) {
    auto keys = getJoinKeys(left, op.getLeftKeys(), row, op.getNullEqual(), context);
    if (!keys)
      continue;
    auto found = rightRowsByKey.find(*keys);
    if (found == rightRowsByKey.end())
      continue;
    for (int64_t candidate : found->second) {
      FailureOr<bool> matches = meetsCondition(op, left, row, right, candidate, context);
      if (failed(matches))
        return failure();
      if (!*matches)
        continue;
      leftRows.push_back(row);
      rightRows.push_back(candidate);
      leftMatched[row] = rightMatched[candidate] = true;
    }
  }

  df::JoinKind kind = op.getKind();
  if (kind == df::JoinKind::semi || kind == df::JoinKind::anti) {
    std::vector<int64_t> kept;
    for (int64_t row = 0; row < left.rows; ++row)
      if (leftMatched[row] == (kind == df::JoinKind::semi))
        kept.push_back(row);
    return takeRows(left, kept);
  }
  if (kind == df::JoinKind::left || kind == df::JoinKind::full)
    for (int64_t row = 0; row < left.rows; ++row)
      if (!leftMatched[row]) {
        leftRows.push_back(row);
        rightRows.push_back(-1);
      }
  if (kind == df::JoinKind::right || kind == df::JoinKind::full)
    for (int64_t row = 0; row < right.rows; ++row)
      if (!rightMatched[row]) {
        leftRows.push_back(-1);
        rightRows.push_back(row);
      }
  if (op.getMaintainOrder()) {
    // By the rows of the first side, those without one last; then by those of the other.
    bool isRight = kind == df::JoinKind::right;
    std::vector<std::pair<uint64_t, uint64_t>> pairs; // -1 is greatest
    for (size_t i = 0; i < leftRows.size(); ++i)
      pairs.emplace_back(isRight ? rightRows[i] : leftRows[i], isRight ? leftRows[i] : rightRows[i]);
    std::sort(pairs.begin(), pairs.end());
    for (size_t i = 0; i < pairs.size(); ++i) {
      leftRows[i] = static_cast<int64_t>(isRight ? pairs[i].second : pairs[i].first);
      rightRows[i] = static_cast<int64_t>(isRight ? pairs[i].first : pairs[i].second);
    }
  }
  Table result = takeRowsOrNull(left, leftRows);
  Table rightColumns = takeRowsOrNull(right, rightRows);
  result.type = cast<df::TableType>(op.getType());
  result.columns.insert(result.columns.end(), rightColumns.columns.begin(),
                        rightColumns.columns.end());
  return result;
}

//===----------------------------------------------------------------------===//
// sort, top_k
//===----------------------------------------------------------------------===//

std::vector<int64_t> interp::sortRows(const Table &table, ArrayAttr keys, Context &context) {
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
