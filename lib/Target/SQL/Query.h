//===- Query.h - One query, made of steps ----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plan becomes a WITH of named steps, about one for each operation. SQL's tables have
// no order, so a step says by which columns its rows are ordered if somebody needs to
// know; where no column says so, a hidden column counts the rows.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_SQL_QUERY_H
#define MOLT_LIB_TARGET_SQL_QUERY_H

#include "ScalarOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace molt::sql {

/// A table of the plan, as it stands in the query.
struct Relation {
  std::string name; ///< Of the step.
  df::TableType type;
  /// The list behind ORDER BY that gives the rows their order; empty if it is unspecified
  /// or nobody needs it.
  std::string order;
  bool hasRowNumber = false; ///< Whether the step has the hidden column of that name.
};

class Query {
public:
  /// The function as a query, or failure after a diagnostic.
  FailureOr<std::string> run(func::FuncOp function);

  const Relation &get(mlir::Value table) const { return relations.find(table)->second; }
  /// Whether an order of these rows can be seen in the query's result.
  bool isOrderNeeded(mlir::Value table);

  /// Adds a step for an operation, a SELECT of these clauses, and returns its name. If it
  /// is materialized, DuckDB's optimizer moves nothing across it.
  std::string addStep(Operation *op, ArrayRef<std::string> clauses, bool isMaterialized = false);
  /// The columns of a table, hidden ones included, as a list behind SELECT.
  std::string listColumns(const Relation &relation) const;
  /// The same table with an order that is the hidden row number.
  Relation withRowNumber(Operation *op, const Relation &relation);

  /// A name in quotes that no column of the plan has.
  std::string hiddenName(StringRef suffix) const { return quoteName(hiddenPrefix + suffix.str()); }
  std::string rowNumberName() const { return hiddenName("row"); }

private:
  LogicalResult checkFunction(func::FuncOp function);
  LogicalResult checkNames(Operation *op, df::TableType type);
  void chooseNames(func::FuncOp function);

  llvm::DenseMap<mlir::Value, Relation> relations;
  llvm::DenseMap<mlir::Value, bool> orderNeeds;
  std::string hiddenPrefix = "#", stepSuffix;
  std::string steps;
  unsigned stepCount = 0;
};

/// What an operation makes of the order of its inputs' rows.
enum class InputOrder {
  Ignored, ///< It cannot be seen in the result.
  Passed,  ///< It is the order of the result, or breaks its ties.
  Used     ///< It decides about the result's rows.
};

/// How a plan operation is said in SQL. To add one: a function and its entry in
/// PlanOps.cpp.
struct PlanRenderer {
  std::function<FailureOr<Relation>(Operation *, Query &)> render;
  SmallVector<StringRef> attributes; ///< As of ScalarRenderer.
  InputOrder order;
  /// Whether this one uses the order, though others like it do not. May be empty.
  std::function<bool(Operation *)> usesOrder = nullptr;
};
const llvm::StringMap<PlanRenderer> &getPlanTable();

/// Adds the entry of an operation.
template <typename OpTy>
void addPlanOp(llvm::StringMap<PlanRenderer> &table, FailureOr<Relation> (*render)(OpTy, Query &),
               InputOrder order, ArrayRef<StringRef> attributes) {
  PlanRenderer &entry = table[OpTy::getOperationName()];
  entry.render = [render](Operation *op, Query &query) { return render(cast<OpTy>(op), query); };
  entry.attributes.assign(attributes.begin(), attributes.end());
  entry.order = order;
}
void addSetOps(llvm::StringMap<PlanRenderer> &table); // SetOps.cpp

/// `(PARTITION BY … ORDER BY …)` over columns of a table.
std::string windowOf(ArrayAttr by, df::TableType type, const std::string &order,
                     StringRef frame = "");
/// A float column with +0 for -0.
std::string canonicalKey(const std::string &name);
/// The input of an operation that may drop or replace columns: its order must not be
/// lost with them.
Relation keepOrder(Query &query, Operation *op);

/// The expressions of a row region over `input`.
struct RowExpressions {
  std::string from; ///< The step to select from: `input`'s, or one with hidden columns more.
  bool hasHidden;   ///< Whether it has: `*` would then select them, too.
  SmallVector<Expr> values;
};
/// Translates `wanted` of the region; results that are used several times become
/// hidden columns of steps of their own. `repeated` says which of `wanted` have to be
/// columns or constants, as they are to stand in several places.
FailureOr<RowExpressions> translateRows(Query &query, df::RowRegionOpInterface op,
                                        const Relation &input, ArrayRef<mlir::Value> wanted,
                                        const llvm::DenseSet<mlir::Value> &repeated = {});
/// The condition of a join as one expression: what is used several times stands there
/// several times, as no step below the join has the columns of both sides.
FailureOr<Expr> translateCondition(Query &query, df::JoinOp op);
/// Whether DuckDB, too, knows that no expression of the region can fail.
bool isTotal(df::RowRegionOpInterface op);

} // namespace molt::sql

#endif // MOLT_LIB_TARGET_SQL_QUERY_H
