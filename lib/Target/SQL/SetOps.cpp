//===- SetOps.cpp - Sets of rows and missing values in SQL ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Query.h"
#include "llvm/ADT/StringExtras.h"

using namespace molt;
using namespace molt::sql;

/// The columns behind SELECT and GROUP BY of rows that are compared: floats canonical.
static std::pair<std::string, std::string> comparedColumns(df::TableType type,
                                                           ArrayRef<StringAttr> columns) {
  SmallVector<std::string> selected, grouped;
  for (StringAttr column : columns) {
    std::string name = quoteName(column);
    grouped.push_back(name);
    selected.push_back(isa<FloatType>(df::getNonNull(type.getColumnType(column)))
                           ? canonicalKey(name) + " AS " + name
                           : name);
  }
  return {llvm::join(selected, ", "), llvm::join(grouped, ", ")};
}

static LogicalResult requireColumns(Operation *op) {
  if (cast<df::TableType>(op->getResult(0).getType()).getNumColumns() == 0)
    return op->emitOpError("is of tables without columns, which SQL does not have");
  return success();
}

/// Whether rows that agree in all columns that it compares may differ in others.
static bool comparesSome(df::DistinctOp op) {
  return op.getColumns() &&
         op.getColumns()->size() < cast<df::TableType>(op.getType()).getNumColumns();
}

/// One row of each group as a whole: that of a place in it.
static Relation keepByPlace(df::DistinctOp op, Query &query) {
  const Relation input = query.get(op.getInput());
  Relation result{"", cast<df::TableType>(op.getType()), "", false};
  std::string place = query.hiddenName("place"), count = query.hiddenName("count");
  std::string group = windowOf(*op.getColumns(), input.type, "");
  std::string ordered = windowOf(*op.getColumns(), input.type, input.order);
  std::string numbered = query.addStep(op, {"SELECT *, row_number() OVER " + ordered + " AS " +
                                                place + ", count(*) OVER " + group + " AS " + count,
                                            "FROM " + input.name});
  SmallVector<std::string> columns;
  for (StringAttr column : result.type.getNames()) {
    std::string name = quoteName(column);
    bool isReal = isa<FloatType>(df::getNonNull(result.type.getColumnType(column)));
    bool isCompared = llvm::is_contained(op.getColumns()->getAsRange<StringAttr>(), column);
    columns.push_back(isReal && isCompared ? canonicalKey(name) + " AS " + name : name);
  }
  std::string wanted = op.getKeep() == df::Keep::last   ? place + " = " + count
                       : op.getKeep() == df::Keep::none ? count + " = 1"
                                                        : place + " = 1";
  result.name = query.addStep(
      op, {"SELECT " + llvm::join(columns, ", "), "FROM " + numbered, "WHERE " + wanted});
  return result;
}

static FailureOr<Relation> renderDistinct(df::DistinctOp op, Query &query) {
  Relation result{"", cast<df::TableType>(op.getType()), "", false};
  bool keepsNone = op.getKeep() == df::Keep::none;
  if (failed(requireColumns(op)))
    return failure();
  if (comparesSome(op))
    return keepByPlace(op, query);
  auto [selected, grouped] = comparedColumns(result.type, result.type.getNames());
  SmallVector<std::string> clauses = {"SELECT " + selected, "FROM " + query.get(op.getInput()).name,
                                      "GROUP BY " + grouped};
  if (keepsNone)
    clauses.push_back("HAVING count(*) = 1");
  result.name = query.addStep(op, clauses);
  // Columns stand where the table has them.
  result.name = query.addStep(op, {"SELECT " + query.listColumns(result), "FROM " + result.name});
  return result;
}

/// SELECTs of all operands with a word between them.
static FailureOr<Relation> combine(Operation *op, Query &query, StringRef word) {
  if (failed(requireColumns(op)))
    return failure();
  Relation result{"", cast<df::TableType>(op->getResult(0).getType()), "", false};
  SmallVector<std::string> clauses;
  auto selected = comparedColumns(result.type, result.type.getNames()).first;
  for (mlir::Value input : op->getOperands())
    clauses.push_back((clauses.empty() ? "SELECT " : word.str() + " SELECT ") + selected +
                      " FROM " + query.get(input).name);
  result.name = query.addStep(op, clauses);
  return result;
}

static FailureOr<Relation> renderUnion(df::UnionOp op, Query &query) {
  return combine(op, query, "UNION");
}
/// With ALL, DuckDB has a row several times, Molt each of those that there are.
static LogicalResult requireOneSpelling(Operation *op) {
  for (Type type : cast<df::TableType>(op->getResult(0).getType()).getTypes())
    if (op->hasAttr("all") && isa<FloatType>(df::getNonNull(type)))
      return op->emitOpError("with all has no translation for floats, of which equal ones may "
                             "differ in the sign of zero");
  return success();
}

static FailureOr<Relation> renderIntersect(df::IntersectOp op, Query &query) {
  if (failed(requireOneSpelling(op)))
    return failure();
  return combine(op, query, op.getAll() ? "INTERSECT ALL" : "INTERSECT");
}
static FailureOr<Relation> renderExcept(df::ExceptOp op, Query &query) {
  if (failed(requireOneSpelling(op)))
    return failure();
  return combine(op, query, op.getAll() ? "EXCEPT ALL" : "EXCEPT");
}

static FailureOr<Relation> renderDropNulls(df::DropNullsOp op, Query &query) {
  Relation input = query.get(op.getInput());
  SmallVector<std::string> conditions;
  for (StringAttr name : input.type.getNames())
    if (!op.getColumns() || llvm::is_contained(op.getColumns()->getAsRange<StringAttr>(), name))
      conditions.push_back(quoteName(name) + " IS NOT NULL");
  if (conditions.empty())
    return input;
  Relation result = input;
  result.type = cast<df::TableType>(op.getType());
  // What follows may count on it: nothing moves below.
  result.name = query.addStep(
      op, {"SELECT *", "FROM " + input.name, "WHERE " + llvm::join(conditions, " AND ")}, true);
  return result;
}

static FailureOr<Relation> renderFillNull(df::FillNullOp op, Query &query) {
  Relation input = keepOrder(query, op);
  SmallVector<mlir::Value> wanted(op.getBody().front().getTerminator()->getOperands());
  FailureOr<RowExpressions> rows = translateRows(query, op, input, wanted);
  if (failed(rows))
    return failure();
  llvm::StringMap<std::string> filled;
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(), rows->values))
    filled[name.getValue()] = call("coalesce", {quoteName(name), value.text}).text;
  Relation result{"", cast<df::TableType>(op.getType()), input.order, input.hasRowNumber};
  SmallVector<std::string> columns;
  for (StringAttr name : result.type.getNames()) {
    auto found = filled.find(name.getValue());
    columns.push_back(found == filled.end() ? quoteName(name)
                                            : found->second + " AS " + quoteName(name));
  }
  if (result.hasRowNumber)
    columns.push_back(query.rowNumberName());
  if (columns.empty())
    columns.push_back(query.listColumns(result));
  result.name = query.addStep(op, {"SELECT " + llvm::join(columns, ", "), "FROM " + rows->from});
  return result;
}

void sql::addSetOps(llvm::StringMap<PlanRenderer> &table) {
  addPlanOp(table, renderDistinct, InputOrder::Ignored, {"columns", "keep"});
  table[df::DistinctOp::getOperationName()].usesOrder = [](Operation *op) {
    auto distinct = cast<df::DistinctOp>(op);
    return comparesSome(distinct) &&
           (distinct.getKeep() == df::Keep::first || distinct.getKeep() == df::Keep::last);
  };
  addPlanOp(table, renderUnion, InputOrder::Ignored, {});
  addPlanOp(table, renderIntersect, InputOrder::Ignored, {"all"});
  addPlanOp(table, renderExcept, InputOrder::Ignored, {"all"});
  addPlanOp(table, renderDropNulls, InputOrder::Passed, {"columns"});
  addPlanOp(table, renderFillNull, InputOrder::Passed, {"columns", "names"});
}
