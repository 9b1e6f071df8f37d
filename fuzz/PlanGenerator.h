//===- PlanGenerator.h - Builds one random plan -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_PLANGENERATOR_H
#define MOLT_FUZZ_PLANGENERATOR_H

#include "RandomExpr.h"
#include "RandomPlan.h"

namespace molt::fuzz {

/// A table of the plan with what is known about it.
struct PlanTable {
  mlir::Value value; ///< Null for the rows that a join's condition sees.
  std::vector<Values> columns;
  double maxRows = 0;
  df::TableType rowType; ///< If there is no value.

  df::TableType getType() const { return value ? cast<df::TableType>(value.getType()) : rowType; }
};

/// Builds one program.
class PlanGenerator {
public:
  PlanGenerator(MLIRContext *context, uint64_t seed, const PlanOptions &options);

  Program run();
  Program runFor(StringRef op);
  /// One operation on a column of this type and one of each other type.
  Program runForPairs(StringRef op, Type type);

private:
  void addSource(bool isSmall = false);
  void addSource(int64_t rows, ArrayRef<Type> columnTypes, unsigned extremePercent);
  bool addProject();
  bool addWithColumns();
  bool addFilter();
  bool addAggregate() { return aggregate({}); }
  bool addJoin();
  /// Adds an operation on the last table.
  void addToLast(bool (PlanGenerator::*add)());
  /// A join of two tables on random keys, with a condition at times.
  bool join(const PlanTable &left, PlanTable right, df::JoinKind kind,
            unsigned conditionPercent, unsigned nullEqualPercent);
  /// Several joins of small tables.
  bool addJoinTree();
  bool addConcat();
  bool addDistinct();
  bool addUnion();
  bool addIntersect();
  bool addExcept();
  bool addDropNulls();
  bool addFillNull();
  bool addWindow() { return addWindowOf({}); }
  /// A window whose first function is of that name, if it is one's.
  bool addWindowOf(StringRef name);
  bool addSort();
  bool addTopK();
  bool addLimit();
  bool addRowIndex();
  bool addRandomOp();
  template <typename OpTy> bool addSetOp();
  Program finish(mlir::Value result);

  /// Runs one random operation of that name, on new sources if need be.
  bool addPlanOp(StringRef name);
  /// A with_columns around one operation of that name.
  bool addExpression(StringRef name);
  /// An aggregation whose first aggregate is of that kind, if there is a name.
  bool aggregate(StringRef kind);

  PlanTable &pickTable() {
    return tables[tables.size() - 1 - random.below(std::min<size_t>(2, tables.size()))];
  }
  void push(PlanTable table);
  /// The same, unless the rows would depend on an unspecified order.
  bool pushIfDetermined(PlanTable table);
  /// Another table with the columns of the first one, up to nullability.
  PlanTable pickSimilar(const PlanTable &table);
  /// Adds what is known of `other`, a table of the same columns that goes under `table`.
  static void mergeValues(PlanTable &table, const PlanTable &other);
  std::string freshName(StringRef prefix) { return (prefix + Twine(nameCount++)).str(); }
  ArrayAttr strings(ArrayRef<std::string> names);
  std::string nameOf(const PlanTable &table, size_t column) {
    return table.getType().getNames()[column].str();
  }
  /// Ordinals of columns that are the same in every evaluation, in random order.
  std::vector<size_t> shuffledExactColumns(const PlanTable &table);
  std::vector<df::SortKeyAttr> randomSortKeys(const PlanTable &table);

  /// Starts a row region over random columns: the generator's pool has them.
  struct RowRegion {
    std::unique_ptr<Region> body;
    std::vector<std::string> columns;
    std::unique_ptr<ExprGenerator> expressions;
  };
  /// 0 columns: over constants alone.
  RowRegion beginRegion(const PlanTable &table, size_t maxColumns);
  void endRegion(RowRegion &region, ValueRange results);
  /// Adds the values that an ended region gives to `input`; `result` has what is known of
  /// the columns.
  void pushWithColumns(const PlanTable &input, RowRegion &region,
                       const std::vector<std::string> &names, PlanTable result = {});

  template <typename OpTy>
  mlir::Value create(ValueRange operands, typename OpTy::Properties properties,
                     std::unique_ptr<Region> body = nullptr);

  /// Has an operation keep the order of rows, now and then.
  template <typename Properties> void maintainSometimes(Properties &properties) {
    if (random.chance(15))
      properties.maintain_order = mlir::UnitAttr::get(context);
  }

  MLIRContext *context;
  Random random;
  PlanOptions options;
  bool mayFail;
  OpBuilder builder;
  Program program;
  Block *block = nullptr;
  std::vector<PlanTable> tables;
  unsigned nameCount = 0;
};

template <typename OpTy>
mlir::Value PlanGenerator::create(ValueRange operands, typename OpTy::Properties properties,
                                  std::unique_ptr<Region> body) {
  SmallVector<Type> types;
  SmallVector<std::unique_ptr<Region>> regions;
  if (body)
    regions.push_back(std::move(body));
  LogicalResult inferred = OpTy::inferReturnTypes(
      context, builder.getUnknownLoc(), operands, DictionaryAttr::get(context),
      mlir::OpaqueProperties(&properties), mlir::RegionRange(regions), types);
  if (failed(inferred))
    return {};
  OperationState state(builder.getUnknownLoc(), OpTy::getOperationName());
  state.addOperands(operands);
  state.addTypes(types);
  state.getOrAddProperties<typename OpTy::Properties>() = properties;
  for (std::unique_ptr<Region> &region : regions)
    state.addRegion(std::move(region));
  return builder.create(state)->getResult(0);
}

/// The names of all window functions.
ArrayRef<StringRef> getWindowFunctions();
/// The names of all aggregates, those that are more interesting several times.
ArrayRef<StringRef> getAggregates();

struct AggregateValue {
  mlir::Value value;
  Values facts;
};
/// An aggregate of this name over members of a pool, or none if the pool has no operand for it.
std::optional<AggregateValue> makeAggregate(StringRef kind, Random &random, OpBuilder &builder,
                                            ExprGenerator &expressions, double maxRows,
                                            bool mayFail);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_PLANGENERATOR_H
