//===- SetOps.cpp - Sets of rows, and missing values ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "KeyLess.h"
#include "PlanOps.h"
#include "RowScope.h"
#include <map>
#include <set>

using namespace molt;
using namespace molt::interp;

/// Ordinals of columns, of all if none are named.
static std::vector<unsigned> getOrdinals(df::TableType type, std::optional<ArrayAttr> names) {
  std::vector<unsigned> ordinals;
  if (names)
    for (StringAttr name : names->getAsRange<StringAttr>())
      ordinals.push_back(*type.find(name.getValue()));
  else
    for (unsigned i = 0; i < type.getNumColumns(); ++i)
      ordinals.push_back(i);
  return ordinals;
}

static std::vector<Scalar> getKey(const Table &table, ArrayRef<unsigned> columns, int64_t row,
                                  Context &context) {
  std::vector<Scalar> key;
  for (unsigned column : columns) {
    context.use(table.at(row, column));
    key.push_back(table.at(row, column));
  }
  return key;
}

/// The table with these columns canonical.
static Table canonicalizeColumns(Table table, ArrayRef<unsigned> columns) {
  for (unsigned column : columns) {
    Column canonical;
    for (const Scalar &scalar : *table.columns[column])
      canonical.push_back(canonicalize(scalar));
    table.columns[column] = std::make_shared<Column>(std::move(canonical));
  }
  return table;
}

static Table takeDistinct(const Table &input, ArrayRef<unsigned> columns, df::Keep keep,
                          Context &context) {
  std::map<std::vector<Scalar>, std::vector<int64_t>, KeyLess> rowsByKey;
  for (int64_t row = 0; row < input.rows; ++row)
    rowsByKey[getKey(input, columns, row, context)].push_back(row);
  std::vector<int64_t> kept;
  for (auto &[key, rows] : rowsByKey)
    if (keep != df::Keep::none || rows.size() == 1)
      kept.push_back(keep == df::Keep::last ? rows.back() : rows.front());
  llvm::sort(kept);
  return canonicalizeColumns(takeRows(input, kept), columns);
}

FailureOr<Table> interp::runDistinct(df::DistinctOp op, const Table &input, Context &context) {
  return takeDistinct(input, getOrdinals(input.type, op.getColumns()), op.getKeep(), context);
}

FailureOr<Table> interp::runUnion(df::UnionOp op, ArrayRef<Table> inputs, Context &context) {
  Table all = concatTables(cast<df::TableType>(op.getType()), inputs);
  return takeDistinct(all, getOrdinals(all.type, std::nullopt), df::Keep::any, context);
}

/// The different rows of one table that are in another, or that are not.
static Table takeMembers(const Table &left, const Table &right, bool wanted, Context &context) {
  std::vector<unsigned> columns = getOrdinals(left.type, std::nullopt);
  std::set<std::vector<Scalar>, KeyLess> others;
  for (int64_t row = 0; row < right.rows; ++row)
    others.insert(getKey(right, columns, row, context));
  Table members = takeDistinct(left, columns, df::Keep::any, context);
  std::vector<int64_t> kept;
  for (int64_t row = 0; row < members.rows; ++row)
    if ((others.count(getKey(members, columns, row, context)) != 0) == wanted)
      kept.push_back(row);
  return takeRows(members, kept);
}

/// The rows that meet an equal one of another table, each of these once, or those that do not.
static Table takePaired(const Table &left, const Table &right, bool wanted, Context &context) {
  std::vector<unsigned> columns = getOrdinals(left.type, std::nullopt);
  std::map<std::vector<Scalar>, int64_t, KeyLess> others;
  for (int64_t row = 0; row < right.rows; ++row)
    ++others[getKey(right, columns, row, context)];
  std::vector<int64_t> kept;
  for (int64_t row = 0; row < left.rows; ++row) {
    auto found = others.find(getKey(left, columns, row, context));
    bool isPaired = found != others.end() && found->second > 0;
    if (isPaired)
      --found->second;
    if (isPaired == wanted)
      kept.push_back(row);
  }
  return takeRows(left, kept);
}

FailureOr<Table> interp::runIntersect(df::IntersectOp op, const Table &left, const Table &right,
                                      Context &context) {
  return op.getAll() ? takePaired(left, right, true, context)
                     : takeMembers(left, right, true, context);
}

FailureOr<Table> interp::runExcept(df::ExceptOp op, const Table &left, const Table &right,
                                   Context &context) {
  return op.getAll() ? takePaired(left, right, false, context)
                     : takeMembers(left, right, false, context);
}

FailureOr<Table> interp::runDropNulls(df::DropNullsOp op, const Table &input) {
  std::vector<int64_t> kept;
  for (int64_t row = 0; row < input.rows; ++row)
    if (llvm::none_of(getOrdinals(input.type, op.getColumns()),
                      [&](unsigned column) { return input.at(row, column).isNull(); }))
      kept.push_back(row);
  Table result = takeRows(input, kept);
  result.type = cast<df::TableType>(op.getType());
  return result;
}

FailureOr<Table> interp::runFillNull(df::FillNullOp op, const Table &input, Context &context) {
  Block &body = op.getBody().front();
  std::vector<unsigned> filled = getOrdinals(input.type, op.getNames());
  std::vector<Column> columns(filled.size());
  for (int64_t row = 0; row < input.rows; ++row) {
    RowScope scope(op, row, [&](StringRef name) { return (*input.get(name))[row]; });
    for (Operation &expression : body.without_terminator())
      if (failed(scope.evaluate(expression, context)))
        return failure();
    for (size_t i = 0; i < filled.size(); ++i) {
      const Scalar &old = input.at(row, filled[i]);
      columns[i].push_back(old.isNull() ? scope.get(body.getTerminator()->getOperand(i)) : old);
    }
  }
  Table result{cast<df::TableType>(op.getType()), input.rows, input.columns};
  for (size_t i = 0; i < filled.size(); ++i)
    result.columns[filled[i]] = std::make_shared<Column>(std::move(columns[i]));
  return result;
}
