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

static FailureOr<Relation> renderDistinct(df::DistinctOp op, Query &query) {
  Relation result{"", cast<df::TableType>(op.getType()), "", false};
  bool comparesAll = !op.getColumns() || op.getColumns()->size() == result.type.getNumColumns();
  bool keepsNone = op.getKeep() == df::Keep::none;
  bool comparesNothing = op.getColumns() && op.getColumns()->empty();
  if ((!comparesAll && !keepsNone) || comparesNothing)
    return op.emitOpError("keeps other columns of one of several rows, which the translation to "
                          "SQL does not know yet; name all columns, or keep none");
  if (failed(requireColumns(op)))
    return failure();
  SmallVector<StringAttr> compared;
  SmallVector<std::string> others;
  for (StringAttr name : result.type.getNames())
    if (comparesAll || llvm::is_contained(op.getColumns()->getAsRange<StringAttr>(), name))
      compared.push_back(name);
    else
      others.push_back("first(" + quoteName(name) + ") AS " + quoteName(name));
  auto [selected, grouped] = comparedColumns(result.type, compared);
  if (!others.empty())
    selected += ", " + llvm::join(others, ", ");
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
static FailureOr<Relation> renderIntersect(df::IntersectOp op, Query &query) {
  return combine(op, query, "INTERSECT");
}
static FailureOr<Relation> renderExcept(df::ExceptOp op, Query &query) {
  return combine(op, query, "EXCEPT");
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
  addPlanOp(table, renderUnion, InputOrder::Ignored, {});
  addPlanOp(table, renderIntersect, InputOrder::Ignored, {});
  addPlanOp(table, renderExcept, InputOrder::Ignored, {});
  addPlanOp(table, renderDropNulls, InputOrder::Passed, {"columns"});
  addPlanOp(table, renderFillNull, InputOrder::Passed, {"columns", "names"});
}
