//===- DuckDBSQL.cpp - Plans as DuckDB's SQL ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Target/DuckDBSQL.h"
#include "Molt/Dialect/DF/Transforms/Transforms.h"
#include "Query.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace molt;
using namespace molt::sql;

//===----------------------------------------------------------------------===//
// Tables of renderers
//===----------------------------------------------------------------------===//

const ScalarTable &sql::getScalarTable() {
  static const ScalarTable table = [] {
    ScalarTable table;
    addArithmetic(table);
    addCasts(table);
    addPredicates(table);
    addValues(table);
    addNumbers(table);
    addStrings(table);
    addIntervals(table);
    return table;
  }();
  return table;
}

const ScalarTable &sql::getAggregateTable() {
  static const ScalarTable table = [] {
    ScalarTable table;
    addAggregates(table);
    return table;
  }();
  return table;
}

static constexpr StringRef kRemedy =
    "; use operations of docs/duckdb-sql.md instead, or run the program with molt-run";

LogicalResult sql::checkAttributes(Operation *op, ArrayRef<StringRef> known) {
  for (StringAttr name : op->getName().getAttributeNames()) {
    std::optional<Attribute> value = op->getInherentAttr(name);
    if (!value || !*value || *value == BoolAttr::get(op->getContext(), false) ||
        llvm::is_contained(known, name.getValue()))
      continue;
    return op->emitOpError() << "with the attribute " << name
                             << " has no translation to DuckDB's SQL" << kRemedy;
  }
  return success();
}

/// Reports an operation that no table knows.
static LogicalResult reportUnknown(Operation *op) {
  return op->emitOpError() << "has no translation to DuckDB's SQL" << kRemedy;
}

const ScalarRenderer *sql::findRenderer(const ScalarTable &table, Operation *op) {
  auto found = table.find(op->getName().getStringRef());
  if (found == table.end())
    return (void)reportUnknown(op), nullptr;
  return succeeded(checkAttributes(op, found->second.attributes)) ? &found->second : nullptr;
}

//===----------------------------------------------------------------------===//
// Names
//===----------------------------------------------------------------------===//

LogicalResult Query::checkNames(Operation *op, df::TableType type) {
  llvm::StringMap<StringRef> seen; // by the name in small letters
  for (StringAttr name : type.getNames()) {
    if (name.getValue().contains('\0'))
      return op->emitOpError() << "has a column whose name contains NUL, which SQL cannot spell; "
                                  "rename it with molt_df.project";
    auto [other, isNew] = seen.try_emplace(name.getValue().lower(), name.getValue());
    if (!isNew)
      return op->emitOpError() << "has columns \"" << other->second << "\" and \""
                               << name.getValue()
                               << "\", which are one name to DuckDB; rename one of them with "
                                  "molt_df.project";
  }
  return success();
}

void Query::chooseNames(func::FuncOp function) {
  // Names of the query must be no columns and hide no tables.
  llvm::StringSet<> tables;
  function.walk([&](Operation *op) {
    if (auto source = dyn_cast<df::SourceOp>(op))
      tables.insert(source.getName().lower());
    for (Type type : op->getResultTypes())
      if (auto table = dyn_cast<df::TableType>(type))
        for (StringAttr name : table.getNames())
          while (name.getValue().starts_with(hiddenPrefix))
            hiddenPrefix += "#";
  });
  auto mayBeStep = [&](StringRef name) {
    return name.consume_back(stepSuffix) && name.rtrim("0123456789").ends_with("_");
  };
  while (llvm::any_of(tables.keys(), mayBeStep))
    stepSuffix += "_";
}

std::string Query::addStep(Operation *op, ArrayRef<std::string> clauses, bool isMaterialized) {
  std::string name = (op->getName().stripDialect() + "_" + Twine(++stepCount) + stepSuffix).str();
  steps += (steps.empty() ? "WITH\n  " : ",\n  ") + name +
           (isMaterialized ? " AS MATERIALIZED (\n    " : " AS (\n    ");
  steps += llvm::join(clauses, "\n    ") + "\n  )";
  return name;
}

//===----------------------------------------------------------------------===//
// Tables and their order
//===----------------------------------------------------------------------===//

std::string Query::listColumns(const Relation &relation) const {
  SmallVector<std::string> columns;
  for (StringAttr name : relation.type.getNames())
    columns.push_back(quoteName(name));
  if (relation.hasRowNumber)
    columns.push_back(rowNumberName());
  if (columns.empty()) // SQL has no tables without columns
    columns.push_back("NULL AS " + hiddenName("none"));
  return llvm::join(columns, ", ");
}

Relation Query::withRowNumber(Operation *op, const Relation &relation) {
  Relation visible = relation, result = relation;
  visible.hasRowNumber = false;
  result.hasRowNumber = true;
  result.order = rowNumberName();
  result.name = addStep(op, {"SELECT " + listColumns(visible) + ", row_number() OVER (ORDER BY " +
                                 relation.order + ") AS " + result.order,
                             "FROM " + relation.name});
  return result;
}

bool Query::isOrderNeeded(mlir::Value table) {
  auto known = orderNeeds.find(table);
  if (known != orderNeeds.end())
    return known->second;
  bool isNeeded = llvm::any_of(table.getUsers(), [&](Operation *user) {
    auto found = getPlanTable().find(user->getName().getStringRef());
    if (found == getPlanTable().end() || found->second.order == InputOrder::Used)
      return true; // func.return, too
    if (found->second.usesOrder && found->second.usesOrder(user))
      return true;
    return found->second.order == InputOrder::Passed && isOrderNeeded(user->getResult(0));
  });
  return orderNeeds[table] = isNeeded;
}

//===----------------------------------------------------------------------===//
// Functions and modules
//===----------------------------------------------------------------------===//

static bool returnsTable(func::FuncOp function) {
  return llvm::any_of(function.getResultTypes(),
                      [](Type type) { return isa<df::TableType>(type); });
}

LogicalResult Query::checkFunction(func::FuncOp function) {
  if (function.isExternal() || !function.getBody().hasOneBlock())
    return function.emitOpError("has to have a body of one block to become a query");
  if (function.getNumArguments() > 0)
    return function.emitOpError("has arguments, which a query has not; use molt_df.source for "
                                "tables, molt_df.constant for values");
  if (function.getNumResults() != 1)
    return function.emitOpError("returns ")
           << function.getNumResults() << " values; a query has one table";
  if (cast<df::TableType>(function.getResultTypes()[0]).getNumColumns() == 0)
    return function.emitOpError("returns a table without columns, which SQL has not; return some");
  return success();
}

FailureOr<std::string> Query::run(func::FuncOp function) {
  if (failed(checkFunction(function)))
    return failure();
  chooseNames(function);
  Block &block = function.getBody().front();
  for (Operation &op : block.without_terminator()) {
    if (op.use_empty())
      continue; // what nobody needs is not computed, and its errors go with it
    auto found = getPlanTable().find(op.getName().getStringRef());
    if (found == getPlanTable().end())
      return reportUnknown(&op);
    if (failed(checkAttributes(&op, found->second.attributes)) || failed(checkIntervals(&op)) ||
        failed(checkNames(&op, cast<df::TableType>(op.getResult(0).getType()))))
      return failure();
    FailureOr<Relation> relation = found->second.render(&op, *this);
    if (failed(relation))
      return failure();
    relations.try_emplace(op.getResult(0), std::move(*relation));
  }
  Relation result = get(block.getTerminator()->getOperand(0));
  std::string order = result.order.empty() ? "" : "\nORDER BY " + result.order;
  result.hasRowNumber = false;
  return steps + "\nSELECT " + listColumns(result) + "\nFROM " + result.name + order;
}

FailureOr<std::string> molt::translateToDuckDBSQL(func::FuncOp function) {
  // SQL has no word for it: rows are numbered, and sorted by their numbers.
  OwningOpRef<func::FuncOp> numbered = function.clone();
  df::decomposeMaintainedOrder(*numbered);
  return Query().run(*numbered);
}

/// What a function reads, as comments.
static void printSources(func::FuncOp function, raw_ostream &out) {
  auto inComment = [](std::string text) { // a line end would end the comment
    std::replace(text.begin(), text.end(), '\n', ' ');
    std::replace(text.begin(), text.end(), '\r', ' ');
    return text;
  };
  out << "-- " << inComment(function.getName().str()) << "\n";
  llvm::StringSet<> seen;
  function.walk([&](df::SourceOp source) {
    if (source->use_empty())
      return;
    auto table = cast<df::TableType>(source.getType());
    SmallVector<std::string> columns;
    for (auto [name, type] : llvm::zip_equal(table.getNames(), table.getTypes()))
      columns.push_back(quoteName(name) + " " + getDuckDBType(type) +
                        (df::isNullable(type) ? "" : " NOT NULL"));
    std::string line =
        "--   reads " + quoteName(source.getName()) + " (" + llvm::join(columns, ", ") + ")";
    if (seen.insert(line).second)
      out << inComment(line) << "\n";
  });
}

LogicalResult molt::translateToDuckDBSQL(ModuleOp module, raw_ostream &out) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  bool isFirst = true;
  for (auto function : module.getOps<func::FuncOp>()) {
    if (!returnsTable(function))
      continue;
    FailureOr<std::string> query = translateToDuckDBSQL(function);
    if (failed(query))
      return failure();
    stream << (isFirst ? "" : "\n");
    printSources(function, stream);
    stream << *query << ";\n";
    isFirst = false;
  }
  if (isFirst)
    return module.emitError("no function returns a table, so there is nothing to translate to SQL; "
                            "a plan is a func.func that returns one !molt_df.table");
  out << text;
  return success();
}
