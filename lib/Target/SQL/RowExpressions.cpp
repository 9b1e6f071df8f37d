//===- RowExpressions.cpp - Row regions in SQL ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A region is a graph of values, SQL's expressions are trees: written out, a value that
// is used twice would be there twice, and one at the end of a chain of such values
// exponentially often. It becomes a hidden column instead, and as SQL lets an
// expression see only the columns of the step below it, the values are layered.
//
//===----------------------------------------------------------------------===//

#include "Molt/Target/DuckDBSQL.h"
#include "Query.h"

using namespace molt;
using namespace molt::sql;

namespace {

class RowTranslator {
public:
  /// With `isInline` there are no hidden columns.
  RowTranslator(Query &query, df::RowRegionOpInterface op, const Relation &input,
                bool isInline = false)
      : query(query), op(op), input(input), isInline(isInline) {}

  FailureOr<RowExpressions> run(ArrayRef<mlir::Value> wanted,
                                const llvm::DenseSet<mlir::Value> &repeated);

private:
  /// A value's text, and the number of steps that are needed before it can be computed.
  struct Known {
    Expr text;
    unsigned layer = 0;
    bool isNull = false;     ///< Whether it is a null, whatever the row.
    bool isConstant = false; ///< Whether it is written without columns.
  };

  LogicalResult findUses(ArrayRef<mlir::Value> wanted);
  LogicalResult translate(Operation *scalar);

  Query &query;
  df::RowRegionOpInterface op;
  const Relation &input;
  bool isInline;
  llvm::DenseMap<mlir::Value, unsigned> uses;
  llvm::DenseSet<mlir::Value> repeated;
  llvm::DenseMap<mlir::Value, Known> known;
  /// The hidden columns of each layer, as `expression AS name`.
  SmallVector<std::string> layers;
  unsigned nameCount = 0;
};

} // namespace

static Block &blockOf(df::RowRegionOpInterface op) { return op.getRowRegion().front(); }

LogicalResult RowTranslator::findUses(ArrayRef<mlir::Value> wanted) {
  for (mlir::Value value : wanted)
    ++uses[value];
  for (Operation &scalar : llvm::reverse(blockOf(op).without_terminator())) {
    if (scalar.getNumResults() != 1 || !uses.contains(scalar.getResult(0)))
      continue;
    const ScalarRenderer *renderer = findRenderer(getScalarTable(), &scalar);
    if (!renderer)
      return failure();
    for (mlir::Value operand : scalar.getOperands()) {
      ++uses[operand];
      if (renderer->repeatsOperands(&scalar))
        repeated.insert(operand);
    }
  }
  return success();
}

LogicalResult RowTranslator::translate(Operation *scalar) {
  mlir::Value result = scalar->getResult(0);
  Known value;
  SmallVector<std::string> operands;
  bool anyIsNull = false, mayFoldToNull = false;
  value.isConstant = true;
  for (mlir::Value operand : scalar->getOperands()) {
    const Known &known = this->known[operand];
    anyIsNull |= known.isNull || df::isNullType(operand.getType());
    mayFoldToNull |= known.isConstant && df::isNullable(operand.getType());
    value.isConstant &= known.isConstant;
    // A null of no type is one of the type that is meant.
    if (df::isNullType(operand.getType()) && isa<df::CoalesceOp, df::SelectOp>(scalar))
      operands.push_back(castTo("NULL", getDuckDBType(result.getType())).text);
    else
      operands.push_back(known.text.asOperand());
    value.layer = std::max(value.layer, known.layer);
  }
  // DuckDB gives an operation on a null constant a type of its own.
  auto constant = dyn_cast<df::ConstantOp>(scalar);
  auto expression = dyn_cast<df::ExpressionOpInterface>(scalar);
  bool isCastNull = isa<df::CastOp>(scalar) && anyIsNull && df::isNullable(result.getType());
  value.isNull = (constant && isa<df::NullAttr>(constant.getValue())) || isCastNull ||
                 (anyIsNull && expression && expression.propagatesNull() &&
                  df::isNullable(result.getType())); // else it fails on null
  FailureOr<Expr> text = value.isNull
                             ? castTo("NULL", getDuckDBType(result.getType()))
                             : findRenderer(getScalarTable(), scalar)->render(scalar, operands);
  if (failed(text))
    return failure();
  value.text = std::move(*text);
  // So it does where it folds operands to null.
  if (mayFoldToNull && !value.isNull && isa<df::DecimalType>(df::getNonNull(result.getType())))
    value.text = castTo(value.text.text, getDuckDBType(result.getType()));
  constexpr size_t kLongestInline = 100000;
  if (isInline && value.text.text.size() > kLongestInline)
    return scalar->emitOpError(
        "is used so often that the text of the condition in SQL would be too long; compute it "
        "with molt_df.with_columns in front of the join");
  bool isShared = !isInline && (uses[result] > 1 || repeated.contains(result));
  if (isShared && !value.isNull && !scalar->hasTrait<mlir::OpTrait::ConstantLike>()) {
    std::string name = query.hiddenName(std::to_string(++nameCount));
    layers.resize(std::max<size_t>(layers.size(), value.layer + 1));
    layers[value.layer] += ", " + value.text.text + " AS " + name;
    value = {{name, true}, value.layer + 1};
  }
  known[result] = std::move(value);
  return success();
}

FailureOr<RowExpressions> RowTranslator::run(ArrayRef<mlir::Value> wanted,
                                             const llvm::DenseSet<mlir::Value> &repeatedResults) {
  repeated = repeatedResults;
  if (failed(findUses(wanted)))
    return failure();
  Block &block = blockOf(op);
  for (auto [argument, name] :
       llvm::zip_equal(block.getArguments(), op.getRowColumns().getAsRange<StringAttr>()))
    known[argument] = {{quoteName(name), true}, 0};
  for (Operation &scalar : block.without_terminator())
    if (scalar.getNumResults() == 1 && uses.contains(scalar.getResult(0)) &&
        failed(translate(&scalar)))
      return failure();
  RowExpressions result{input.name, !layers.empty(), {}};
  for (const std::string &columns : layers)
    result.from = query.addStep(op, {"SELECT *" + columns, "FROM " + result.from});
  for (mlir::Value value : wanted)
    result.values.push_back(known[value].text);
  return result;
}

FailureOr<RowExpressions> sql::translateRows(Query &query, df::RowRegionOpInterface op,
                                             const Relation &input, ArrayRef<mlir::Value> wanted,
                                             const llvm::DenseSet<mlir::Value> &repeated) {
  return RowTranslator(query, op, input).run(wanted, repeated);
}

FailureOr<Expr> sql::translateCondition(Query &query, df::JoinOp op) {
  Relation none;
  FailureOr<RowExpressions> rows =
      RowTranslator(query, op, none, /*isInline=*/true)
          .run(op.getCondition().front().getTerminator()->getOperand(0), {});
  if (failed(rows))
    return failure();
  return rows->values[0];
}

bool sql::isTotal(df::RowRegionOpInterface op) {
  return llvm::all_of(blockOf(op).without_terminator(), [](Operation &scalar) {
    auto found = getScalarTable().find(scalar.getName().getStringRef());
    return scalar.use_empty() || found == getScalarTable().end() || found->second.isTotal(&scalar);
  });
}
