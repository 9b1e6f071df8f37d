//===- PlanOps.cpp - Plan operations, one at a time -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// join, sort and top_k are in JoinSort.cpp.
//
//===----------------------------------------------------------------------===//

#include "PlanOps.h"
#include "Aggregates.h"
#include "KeyLess.h"
#include "RowScope.h"
#include <map>

using namespace molt;
using namespace molt::interp;

Table interp::takeRows(const Table &table, ArrayRef<int64_t> rows) {
  Table result{table.type, static_cast<int64_t>(rows.size()), {}};
  for (const std::shared_ptr<const Column> &column : table.columns) {
    Column taken;
    taken.reserve(rows.size());
    for (int64_t row : rows)
      taken.push_back((*column)[row]);
    result.columns.push_back(std::make_shared<Column>(std::move(taken)));
  }
  return result;
}

//===----------------------------------------------------------------------===//
// Operations
//===----------------------------------------------------------------------===//

static std::string typeText(Type type) {
  std::string text;
  llvm::raw_string_ostream(text) << type;
  return text;
}

FailureOr<Table> interp::runSource(df::SourceOp op, Context &context) {
  const NamedTable *input = llvm::find_if(
      context.inputs, [&](const NamedTable &input) { return input.name == op.getName(); });
  if (input == context.inputs.end())
    return context.fail(op, MOLT_SCHEMA, -1, "there is no input named \"" + op.getName() + "\"");
  Table all = readTable(op.getContext(), input->table);
  auto declared = cast<df::TableType>(op.getType());
  Table result{declared, all.rows, {}};
  for (auto [name, type] : llvm::zip_equal(declared.getNames(), declared.getTypes())) {
    Type found = all.type.getColumnType(name);
    std::string place = ("column \"" + name.getValue() + "\" of \"" + op.getName() + "\"").str();
    if (!found)
      return context.fail(op, MOLT_SCHEMA, -1, place + " does not exist");
    if (df::getNonNull(found) != df::getNonNull(type))
      return context.fail(op, MOLT_SCHEMA, -1,
                          place + " has type " + typeText(found) + ", but the program declares " +
                              typeText(type));
    std::shared_ptr<const Column> column = all.get(name);
    if (!df::isNullable(type))
      for (int64_t row = 0; row < all.rows; ++row)
        if ((*column)[row].isNull())
          return context.fail(op, MOLT_INVALID_DATA, row,
                              place + " holds a null, but the program declares it without \"?\"");
    result.columns.push_back(column);
  }
  return result;
}

FailureOr<Table> interp::runProject(df::ProjectOp op, const Table &input) {
  Table result{cast<df::TableType>(op.getType()), input.rows, {}};
  for (StringAttr name : op.getColumns().getAsRange<StringAttr>())
    result.columns.push_back(input.get(name.getValue()));
  return result;
}

FailureOr<Table> interp::runWithColumns(df::WithColumnsOp op, const Table &input,
                                        Context &context) {
  Block &body = op.getBody().front();
  std::vector<std::shared_ptr<Column>> added;
  for (size_t i = 0; i < op.getNames().size(); ++i)
    added.push_back(std::make_shared<Column>());
  for (int64_t row = 0; row < input.rows; ++row) {
    RowScope scope(op, row, [&](StringRef name) { return (*input.get(name))[row]; });
    for (Operation &expression : body.without_terminator())
      if (failed(scope.evaluate(expression, context)))
        return failure();
    for (auto [column, value] : llvm::zip_equal(added, body.getTerminator()->getOperands()))
      column->push_back(scope.get(value));
  }
  auto type = cast<df::TableType>(op.getType());
  Table result{type, input.rows, input.columns};
  result.columns.resize(type.getNumColumns());
  for (auto [name, column] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), added))
    result.columns[*type.find(name.getValue())] = column;
  return result;
}

FailureOr<Table> interp::runFilter(df::FilterOp op, const Table &input, Context &context) {
  Block &body = op.getBody().front();
  std::vector<int64_t> kept;
  for (int64_t row = 0; row < input.rows; ++row) {
    RowScope scope(op, row, [&](StringRef name) { return (*input.get(name))[row]; });
    for (Operation &expression : body.without_terminator())
      if (failed(scope.evaluate(expression, context)))
        return failure();
    const Scalar &condition = scope.get(body.getTerminator()->getOperand(0));
    if (!condition.isNull() && condition.getBool())
      kept.push_back(row);
  }
  return takeRows(input, kept);
}

Table interp::concatTables(df::TableType type, ArrayRef<Table> inputs) {
  Table result{type, 0, {}};
  for (const Table &input : inputs)
    result.rows += input.rows;
  for (size_t i = 0; i < result.type.getNumColumns(); ++i) {
    Column column;
    for (const Table &input : inputs)
      column.insert(column.end(), input.columns[i]->begin(), input.columns[i]->end());
    result.columns.push_back(std::make_shared<Column>(std::move(column)));
  }
  return result;
}

FailureOr<Table> interp::runWithRowIndex(df::WithRowIndexOp op, const Table &input) {
  Column numbers;
  for (int64_t row = 0; row < input.rows; ++row)
    numbers.push_back(Scalar::ofInteger(row));
  Table result = input;
  result.type = cast<df::TableType>(op.getType());
  result.columns.push_back(std::make_shared<Column>(std::move(numbers)));
  return result;
}

FailureOr<Table> interp::runLimit(df::LimitOp op, const Table &input) {
  int64_t begin = std::min<int64_t>(op.getOffset(), input.rows);
  int64_t end = begin + std::min<int64_t>(op.getCount(), input.rows - begin);
  std::vector<int64_t> kept;
  for (int64_t row = begin; row < end; ++row)
    kept.push_back(row);
  return takeRows(input, kept);
}

//===----------------------------------------------------------------------===//
// Aggregation
//===----------------------------------------------------------------------===//

namespace {

struct Group {
  std::vector<Scalar> keys;
  std::vector<std::unique_ptr<Accumulator>> accumulators; // one per aggregate of the region
};

/// The groups of one aggregation, in order of their first rows.
class Grouping {
public:
  Grouping(ArrayRef<Operation *> aggregates, Context &context)
      : aggregates(aggregates), context(context) {}

  FailureOr<Group *> find(std::vector<Scalar> keys) {
    auto [entry, isNew] = ordinals.try_emplace(keys, groups.size());
    if (isNew) {
      Group group;
      for (Operation *aggregate : aggregates) {
        group.accumulators.push_back(makeAccumulator(aggregate, context));
        if (!group.accumulators.back())
          return failure();
      }
      group.keys = std::move(keys);
      groups.push_back(std::move(group));
    }
    return &groups[entry->second];
  }
  std::vector<Group> &get() { return groups; }

private:
  ArrayRef<Operation *> aggregates;
  Context &context;
  std::vector<Group> groups;
  std::map<std::vector<Scalar>, size_t, KeyLess> ordinals;
};

} // namespace

FailureOr<Table> interp::runAggregate(df::AggregateOp op, const Table &input, Context &context) {
  Block &body = op.getBody().front();
  SmallVector<Operation *> aggregates;
  for (Operation &expression : body.without_terminator())
    if (isa<df::AggregateOpInterface>(expression))
      aggregates.push_back(&expression);

  Grouping groups(aggregates, context);
  // Without keys there is one group even if there is no row.
  if (op.getKeys().empty() && failed(groups.find({})))
    return failure();
  for (int64_t row = 0; row < input.rows; ++row) {
    std::vector<Scalar> keys;
    for (StringAttr name : op.getKeys().getAsRange<StringAttr>()) {
      const Scalar &key = (*input.get(name.getValue()))[row];
      context.use(key);
      keys.push_back(canonicalize(key));
    }
    if (op.getDropNullKeys() &&
        llvm::any_of(keys, [](const Scalar &key) { return key.isNull(); }))
      continue;
    FailureOr<Group *> group = groups.find(std::move(keys));
    if (failed(group))
      return failure();
    RowScope scope(op, row, [&](StringRef name) { return (*input.get(name))[row]; });
    size_t next = 0;
    for (Operation &expression : body.without_terminator()) {
      if (auto aggregate = dyn_cast<df::AggregateOpInterface>(expression)) {
        Accumulator &accumulator = *(*group)->accumulators[next++];
        if (mlir::Value where = aggregate.getWhere()) {
          const Scalar &condition = scope.get(where);
          if (condition.isNull() || !condition.getBool())
            continue;
        }
        std::vector<Scalar> values;
        for (mlir::Value value : aggregate.getInputs())
          values.push_back(scope.get(value));
        accumulator.add(values, context);
      } else if (failed(scope.evaluate(expression, context))) {
        return failure();
      }
    }
  }

  std::vector<std::shared_ptr<Column>> columns;
  auto type = cast<df::TableType>(op.getType());
  for (size_t i = 0; i < type.getNumColumns(); ++i)
    columns.push_back(std::make_shared<Column>());
  for (Group &group : groups.get()) {
    llvm::DenseMap<mlir::Value, Scalar> results;
    for (auto [aggregate, accumulator] : llvm::zip_equal(aggregates, group.accumulators)) {
      FailureOr<Scalar> result = accumulator->finish(context);
      if (failed(result))
        return failure();
      results[aggregate->getResult(0)] = std::move(*result);
    }
    size_t column = 0;
    for (const Scalar &key : group.keys)
      columns[column++]->push_back(key);
    for (mlir::Value value : body.getTerminator()->getOperands())
      columns[column++]->push_back(results[value]);
  }
  Table result{type, static_cast<int64_t>(groups.get().size()), {}};
  result.columns.assign(columns.begin(), columns.end());
  return result;
}
