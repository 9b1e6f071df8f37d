//===- DFOps.cpp - Plan operations of the molt_df dialect -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Joins.h"
#include "PlanInference.h"
#include "llvm/ADT/StringSet.h"

using namespace molt;
using namespace molt::df;
using namespace molt::df::inference;

namespace molt::df {
// custom<SortKeys>, in DFAttrs.cpp.
ParseResult parseSortKeys(OpAsmParser &parser, ArrayAttr &keys);
void printSortKeys(OpAsmPrinter &printer, Operation *, ArrayAttr keys);
ParseResult parseJoinKind(OpAsmParser &parser, JoinKindAttr &kind);
void printJoinKind(OpAsmPrinter &printer, Operation *, JoinKindAttr kind);
ParseResult parseJoinKeys(OpAsmParser &parser, ArrayAttr &left, ArrayAttr &right);
void printJoinKeys(OpAsmPrinter &printer, Operation *, ArrayAttr left, ArrayAttr right);
} // namespace molt::df

//===----------------------------------------------------------------------===//
// Helpers for type inference
//===----------------------------------------------------------------------===//

/// "a", "b", "c" for error messages, shortened.
static std::string listColumns(TableType table) {
  std::string result;
  for (auto [index, name] : llvm::enumerate(table.getNames())) {
    if (index == 12)
      return result + ", …";
    result += (index ? ", \"" : "\"") + name.getValue().str() + "\"";
  }
  return result.empty() ? "no columns" : result;
}

Type inference::lookUp(std::optional<Location> loc, TableType table, StringRef column,
                       StringRef role) {
  if (Type type = table.getColumnType(column))
    return type;
  (void)emitOptionalError(loc, role, " \"", column, "\" is not a column of the table, which has ",
                          listColumns(table));
  return {};
}

LogicalResult inference::checkNames(std::optional<Location> loc, StringRef opName,
                                    ArrayRef<ArrayAttr> arrays) {
  for (ArrayAttr array : arrays)
    for (Attribute attr : array)
      if (!isa<StringAttr>(attr))
        return emitOptionalError(loc, "'", opName, "' op expected a column name in quotes, not ",
                                 attr);
  return success();
}

LogicalResult inference::checkColumns(std::optional<Location> loc, StringRef opName,
                                      TableType table, std::optional<ArrayAttr> names) {
  if (!names)
    return success();
  if (failed(checkNames(loc, opName, *names)))
    return failure();
  llvm::StringSet<> seen;
  for (StringAttr name : names->getAsRange<StringAttr>()) {
    if (!lookUp(loc, table, name, "column"))
      return failure();
    if (!seen.insert(name.getValue()).second)
      return emitOptionalError(loc, "'", opName, "' op names column \"", name.getValue(),
                               "\" twice");
  }
  return success();
}

LogicalResult inference::finish(std::optional<Location> loc, MLIRContext *context,
                                ArrayRef<StringAttr> names, ArrayRef<Type> types,
                                SmallVectorImpl<Type> &results) {
  llvm::StringSet<> seen;
  for (StringAttr name : names) {
    if (name.getValue().empty())
      return emitOptionalError(loc, "column names must not be empty");
    if (!seen.insert(name.getValue()).second)
      return emitOptionalError(loc, "result has two columns named \"", name.getValue(),
                               "\"; rename one of them");
  }
  results.push_back(TableType::get(context, names, types));
  return success();
}

ValueRange inference::getYielded(RegionRange regions) {
  if (regions.empty() || regions.front()->empty() || regions.front()->front().empty())
    return {};
  if (auto yield = dyn_cast<YieldOp>(regions.front()->front().back()))
    return yield.getValues();
  return {};
}

//===----------------------------------------------------------------------===//
// Row regions: one verifier for all
//===----------------------------------------------------------------------===//

LogicalResult inference::verifyRowRegion(RowRegionOpInterface op, size_t resultCount) {
  TableType table = op.getRowType(op->getOperands());
  Block &block = op.getRowRegion().front();
  ArrayAttr columns = op.getRowColumns();
  if (block.getNumArguments() != columns.size())
    return op->emitOpError() << "names " << columns.size() << " columns but its region has "
                             << block.getNumArguments() << " arguments";
  for (auto [attr, argument] :
       llvm::zip_equal(columns.getAsRange<StringAttr>(), block.getArguments())) {
    Type type = lookUp(op->getLoc(), table, attr.getValue(), "row column");
    if (!type)
      return failure();
    if (type != argument.getType())
      return op->emitOpError() << "column \"" << attr.getValue() << "\" has type " << type
                               << " but the region's argument has type " << argument.getType();
  }
  auto yield = dyn_cast<YieldOp>(block.back());
  if (!yield)
    return op->emitOpError("region must end with molt_df.yield");
  if (yield.getNumOperands() != resultCount)
    return yield.emitOpError() << "yields " << yield.getNumOperands() << " values but "
                               << op->getName() << " expects " << resultCount;
  return success();
}

MOLT_ROW_REGION_METHODS(FilterOp)
MOLT_ROW_REGION_METHODS(WithColumnsOp)
MOLT_ROW_REGION_METHODS(AggregateOp)

RowRegionOpInterface df::getRowRegionOp(Operation *op) {
  auto rowOp = dyn_cast<RowRegionOpInterface>(op);
  return rowOp && !rowOp.getRowRegion().empty() ? rowOp : RowRegionOpInterface();
}

//===----------------------------------------------------------------------===//
// SourceOp
//===----------------------------------------------------------------------===//

void SourceOp::getEffects(
    SmallVectorImpl<SideEffects::EffectInstance<MemoryEffects::Effect>> &effects) {
  // Its facts have to be checked, whether or not anything reads the table: it must not go.
  if (getAssumed())
    effects.emplace_back(MemoryEffects::Write::get());
}

LogicalResult SourceOp::verify() {
  auto table = cast<TableType>(getType());
  if (getRowsAttr() && getRowsAttr().getInt() < 0)
    return emitOpError("bound on rows must not be negative");
  if (!getFactsAttr())
    return success();
  for (NamedAttribute fact : getFactsAttr()) {
    Type type = lookUp(getLoc(), table, fact.getName(), "facts for");
    if (!type)
      return failure();
    auto facts = dyn_cast<FactsAttr>(fact.getValue());
    if (!facts)
      return emitOpError() << "facts for \"" << fact.getName().getValue()
                           << "\" must be a #molt_df.facts attribute";
    Type element = getNonNull(type);
    if (facts.getHasRange() && !getFactsOfType(element).getHasRange())
      return emitOpError() << "column \"" << fact.getName().getValue() << "\" of type " << type
                           << " cannot have a range; integers, decimals, dates and times can";
    if (facts.getHasRange() && facts.getMin().sgt(facts.getMax()))
      return emitOpError() << "range of \"" << fact.getName().getValue() << "\" is empty";
  }
  return success();
}

//===----------------------------------------------------------------------===//
// ProjectOp
//===----------------------------------------------------------------------===//

LogicalResult ProjectOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                          Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.project' op input must be a table");
  ArrayAttr columns = adaptor.getColumns(), names = columns;
  if (adaptor.getNames())
    names = *adaptor.getNames();
  if (failed(checkNames(loc, getOperationName(), {columns, names})))
    return failure();
  if (names.size() != columns.size())
    return emitOptionalError(loc, "'molt_df.project' op selects ", columns.size(),
                             " columns but names ", names.size());
  SmallVector<StringAttr> resultNames;
  SmallVector<Type> types;
  for (auto [column, name] :
       llvm::zip_equal(columns.getAsRange<StringAttr>(), names.getAsRange<StringAttr>())) {
    Type type = lookUp(loc, table, column.getValue(), "selected");
    if (!type)
      return failure();
    resultNames.push_back(StringAttr::get(context, name.getValue()));
    types.push_back(type);
  }
  return finish(loc, context, resultNames, types, results);
}

//===----------------------------------------------------------------------===//
// WithColumnsOp
//===----------------------------------------------------------------------===//

LogicalResult WithColumnsOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                              Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.with_columns' op input must be a table");
  if (failed(checkNames(loc, getOperationName(), adaptor.getNames())))
    return failure();
  ValueRange values = getYielded(adaptor.getRegions());
  if (values.size() != adaptor.getNames().size())
    return emitOptionalError(loc, "'molt_df.with_columns' op names ", adaptor.getNames().size(),
                             " new columns but its region yields ", values.size());
  SmallVector<StringAttr> names(table.getNames());
  SmallVector<Type> types(table.getTypes());
  llvm::StringSet<> seen;
  for (auto [name, value] : llvm::zip_equal(adaptor.getNames().getAsRange<StringAttr>(), values)) {
    if (!seen.insert(name.getValue()).second)
      return emitOptionalError(loc, "'molt_df.with_columns' op defines column \"", name.getValue(),
                               "\" twice");
    if (std::optional<unsigned> index = table.find(name.getValue())) {
      types[*index] = value.getType();
      continue;
    }
    names.push_back(StringAttr::get(context, name.getValue()));
    types.push_back(value.getType());
  }
  return finish(loc, context, names, types, results);
}

LogicalResult WithColumnsOp::verifyRegions() { return verifyRowRegion(*this, getNames().size()); }

//===----------------------------------------------------------------------===//
// FilterOp
//===----------------------------------------------------------------------===//

LogicalResult FilterOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                         SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getInput().getType());
  return success();
}

LogicalResult FilterOp::verifyRegions() {
  if (failed(verifyRowRegion(*this, 1)))
    return failure();
  Type type = getBody().front().getTerminator()->getOperand(0).getType();
  if (!getNonNull(type).isInteger(1))
    return emitOpError() << "condition must be i1 or !molt_df.nullable<i1>, not " << type;
  return success();
}

//===----------------------------------------------------------------------===//
// AggregateOp
//===----------------------------------------------------------------------===//

LogicalResult AggregateOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                            Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.aggregate' op input must be a table");
  if (failed(checkNames(loc, getOperationName(), {adaptor.getKeys(), adaptor.getNames()})))
    return failure();
  ValueRange values = getYielded(adaptor.getRegions());
  if (values.size() != adaptor.getNames().size())
    return emitOptionalError(loc, "'molt_df.aggregate' op names ", adaptor.getNames().size(),
                             " aggregates but its region yields ", values.size());
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  for (StringAttr key : adaptor.getKeys().getAsRange<StringAttr>()) {
    Type type = lookUp(loc, table, key.getValue(), "key");
    if (!type)
      return failure();
    names.push_back(StringAttr::get(context, key.getValue()));
    types.push_back(type);
  }
  for (auto [name, value] : llvm::zip_equal(adaptor.getNames().getAsRange<StringAttr>(), values)) {
    names.push_back(StringAttr::get(context, name.getValue()));
    types.push_back(value.getType());
  }
  return finish(loc, context, names, types, results);
}

LogicalResult AggregateOp::verifyRegions() {
  if (failed(verifyRowRegion(*this, getNames().size())))
    return failure();
  for (auto [name, value] : llvm::zip_equal(getNames().getAsRange<StringAttr>(),
                                            getBody().front().getTerminator()->getOperands()))
    if (!isa_and_nonnull<AggregateOpInterface>(value.getDefiningOp()))
      return emitOpError() << "\"" << name.getValue()
                           << "\" must be the result of an aggregate operation such as "
                              "molt_df.sum; compute on aggregates with molt_df.with_columns";
  for (Operation &op : getBody().front().without_terminator())
    for (Value operand : op.getOperands())
      if (isa_and_nonnull<AggregateOpInterface>(operand.getDefiningOp()))
        return op.emitOpError("uses an aggregate inside of the aggregation; compute on "
                              "aggregates with molt_df.with_columns");
  return success();
}

//===----------------------------------------------------------------------===//
// JoinOp
//===----------------------------------------------------------------------===//

LogicalResult JoinOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                       Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto left = dyn_cast<TableType>(adaptor.getLeft().getType());
  auto right = dyn_cast<TableType>(adaptor.getRight().getType());
  if (!left || !right)
    return emitOptionalError(loc, "'molt_df.join' op inputs must be tables");
  ArrayAttr leftKeys = adaptor.getLeftKeys(), rightKeys = adaptor.getRightKeys();
  if (failed(checkNames(loc, getOperationName(), {leftKeys, rightKeys})))
    return failure();
  JoinKind kind = adaptor.getKind();
  if (leftKeys.size() != rightKeys.size())
    return emitOptionalError(loc, "'molt_df.join' op has ", leftKeys.size(), " left keys but ",
                             rightKeys.size(), " right keys");
  if (leftKeys.empty() && kind != JoinKind::cross)
    return emitOptionalError(loc, "'molt_df.join' op needs at least one key, or the kind cross");
  if (!leftKeys.empty() && kind == JoinKind::cross)
    return emitOptionalError(loc, "'molt_df.join' op of kind cross has no keys; an inner join has");
  for (auto [leftKey, rightKey] :
       llvm::zip_equal(leftKeys.getAsRange<StringAttr>(), rightKeys.getAsRange<StringAttr>())) {
    Type leftType = lookUp(loc, left, leftKey.getValue(), "left key");
    if (!leftType)
      return failure();
    Type rightType = lookUp(loc, right, rightKey.getValue(), "right key");
    if (!rightType)
      return failure();
    if (getNonNull(leftType) != getNonNull(rightType))
      return emitOptionalError(loc, "'molt_df.join' op key \"", leftKey.getValue(), "\" has type ",
                               leftType, " but key \"", rightKey.getValue(), "\" has type ",
                               rightType, "; cast one of them");
  }
  if (kind == JoinKind::semi || kind == JoinKind::anti) {
    results.push_back(left);
    return success();
  }
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  auto append = [&](TableType table, bool nullable) {
    names.append(table.getNames().begin(), table.getNames().end());
    for (Type type : table.getTypes())
      types.push_back(nullable && !isNullable(type) ? NullableType::get(context, type) : type);
  };
  append(left, keepsRight(kind));
  append(right, keepsLeft(kind));
  return finish(loc, context, names, types, results);
}

TableType JoinOp::getRowType(ValueRange operands) {
  auto left = cast<TableType>(operands[0].getType()),
       right = cast<TableType>(operands[1].getType());
  SmallVector<StringAttr> names(left.getNames());
  SmallVector<Type> types(left.getTypes());
  for (auto [name, type] : llvm::zip_equal(right.getNames(), right.getTypes()))
    if (!left.find(name.getValue())) { // Else the verifier complains.
      names.push_back(name);
      types.push_back(type);
    }
  return TableType::get(getContext(), names, types);
}

ArrayAttr JoinOp::getRowColumns() { return getColumnsAttr(); }
void JoinOp::setRowColumns(ArrayAttr columns) { setColumnsAttr(columns); }
Region &JoinOp::getRowRegion() { return getCondition(); }

LogicalResult JoinOp::verifyRegions() {
  if (getCondition().empty() != !getColumns())
    return emitOpError("must have both the names of columns and a condition, or neither");
  if (getCondition().empty())
    return success();
  auto left = cast<TableType>(getLeft().getType());
  for (StringAttr name : cast<TableType>(getRight().getType()).getNames())
    if (left.find(name.getValue()))
      return emitOpError() << "has two columns named \"" << name.getValue()
                           << "\" for its condition; rename one of them";
  if (failed(verifyRowRegion(*this, 1)))
    return failure();
  Type type = getCondition().front().getTerminator()->getOperand(0).getType();
  if (!getNonNull(type).isInteger(1))
    return emitOpError() << "condition must be i1 or !molt_df.nullable<i1>, not " << type;
  return success();
}

//===----------------------------------------------------------------------===//
// ConcatOp
//===----------------------------------------------------------------------===//

LogicalResult inference::inferCombined(std::optional<Location> loc, StringRef name,
                                       ValueRange inputs, SmallVectorImpl<Type> &results) {
  if (inputs.empty())
    return emitOptionalError(loc, "'", name, "' op needs at least one table");
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  for (auto [number, input] : llvm::enumerate(inputs)) {
    auto table = dyn_cast<TableType>(input.getType());
    if (!table)
      return emitOptionalError(loc, "'", name, "' op inputs must be tables");
    if (number == 0) {
      names.append(table.getNames().begin(), table.getNames().end());
      types.append(table.getTypes().begin(), table.getTypes().end());
      continue;
    }
    if (table.getNames() != ArrayRef<StringAttr>(names))
      return emitOptionalError(loc, "'", name, "' op has tables of different columns: table ",
                               number, " has ", listColumns(table), ", the first one ",
                               listColumns(TableType::get(table.getContext(), names, types)),
                               "; use molt_df.project");
    for (auto [column, type, other] : llvm::zip_equal(names, types, table.getTypes())) {
      if (getNonNull(type) != getNonNull(other))
        return emitOptionalError(loc, "'", name, "' op column \"", column.getValue(),
                                 "\" has type ", getNonNull(type), " in the first table and ",
                                 getNonNull(other), " in table ", number, "; cast one of them");
      if (isNullable(other))
        type = other;
    }
  }
  results.push_back(TableType::get(inputs[0].getContext(), names, types));
  return success();
}

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                         Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferCombined(loc, getOperationName(), adaptor.getInputs(), results);
}

OpFoldResult ConcatOp::fold(FoldAdaptor) {
  return getInputs().size() == 1 ? getInputs()[0] : OpFoldResult();
}

//===----------------------------------------------------------------------===//
// SortOp, TopKOp, LimitOp
//===----------------------------------------------------------------------===//

LogicalResult inference::checkSortKeys(std::optional<Location> loc, StringRef name, TableType table,
                                       ArrayAttr keys) {
  for (Attribute attr : keys) {
    auto key = dyn_cast<SortKeyAttr>(attr);
    if (!key)
      return emitOptionalError(loc, "'", name, "' op keys must be #molt_df.sort_key attributes");
    if (!lookUp(loc, table, key.getColumn().getValue(), "sort key"))
      return failure();
  }
  return success();
}

/// The result of sort and top_k: the input's type, if the keys are columns of it.
static LogicalResult inferSorted(std::optional<Location> loc, StringRef name, Value input,
                                 ArrayAttr keys, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(input.getType());
  if (!table)
    return emitOptionalError(loc, "'", name, "' op input must be a table");
  if (keys.empty())
    return emitOptionalError(loc, "'", name, "' op needs at least one key");
  results.push_back(table);
  return checkSortKeys(loc, name, table, keys);
}

LogicalResult SortOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                       SmallVectorImpl<Type> &results) {
  return inferSorted(loc, getOperationName(), adaptor.getInput(), adaptor.getKeys(), results);
}

LogicalResult TopKOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                       SmallVectorImpl<Type> &results) {
  if (failed(inferSorted(loc, getOperationName(), adaptor.getInput(), adaptor.getKeys(), results)))
    return failure();
  return checkColumns(loc, getOperationName(), cast<TableType>(results.back()), adaptor.getPer());
}

LogicalResult LimitOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                        SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getInput().getType());
  return success();
}

LogicalResult WithRowIndexOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                               Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.with_row_index' op input must be a table");
  SmallVector<StringAttr> names(table.getNames());
  SmallVector<Type> types(table.getTypes());
  names.push_back(StringAttr::get(context, adaptor.getName()));
  types.push_back(IntegerType::get(context, 64));
  return finish(loc, context, names, types, results);
}

#define GET_OP_CLASSES
#include "Molt/Dialect/DF/IR/DFOps.cpp.inc"
