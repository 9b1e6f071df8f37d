//===- DFSetOps.cpp - Sets of rows, and missing values ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanInference.h"
#include "llvm/ADT/StringSet.h"

using namespace molt;
using namespace molt::df;
using namespace molt::df::inference;

MOLT_ROW_REGION_METHODS(FillNullOp)

//===----------------------------------------------------------------------===//
// Sets of rows
//===----------------------------------------------------------------------===//

LogicalResult UnionOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                        SmallVectorImpl<Type> &results) {
  return inferCombined(loc, getOperationName(), adaptor.getInputs(), results);
}

/// intersect and except: the left table's type, if the right one fits it.
static LogicalResult inferLeft(std::optional<Location> loc, StringRef name, ValueRange inputs,
                               SmallVectorImpl<Type> &results) {
  if (failed(inferCombined(loc, name, inputs, results)))
    return failure();
  results.back() = inputs[0].getType();
  return success();
}

LogicalResult IntersectOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                            Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferLeft(loc, getOperationName(), adaptor.getOperands(), results);
}

LogicalResult ExceptOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                         Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferLeft(loc, getOperationName(), adaptor.getOperands(), results);
}

LogicalResult DistinctOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.distinct' op input must be a table");
  results.push_back(table);
  return checkColumns(loc, getOperationName(), table, adaptor.getColumns());
}

//===----------------------------------------------------------------------===//
// Missing values
//===----------------------------------------------------------------------===//

LogicalResult DropNullsOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                            Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.drop_nulls' op input must be a table");
  if (failed(checkColumns(loc, getOperationName(), table, adaptor.getColumns())))
    return failure();
  SmallVector<Type> types(table.getTypes());
  for (auto [name, type] : llvm::zip_equal(table.getNames(), types))
    if (!adaptor.getColumns() ||
        llvm::is_contained(adaptor.getColumns()->getAsRange<StringAttr>(), name))
      type = isNullType(type) ? type : getNonNull(type); // No row is left of nulls.
  results.push_back(TableType::get(context, table.getNames(), types));
  return success();
}

LogicalResult FillNullOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.fill_null' op input must be a table");
  if (failed(checkColumns(loc, getOperationName(), table, adaptor.getNames())))
    return failure();
  ValueRange values = getYielded(adaptor.getRegions());
  if (values.size() != adaptor.getNames().size())
    return emitOptionalError(loc, "'molt_df.fill_null' op names ", adaptor.getNames().size(),
                             " columns but its region yields ", values.size());
  SmallVector<Type> types(table.getTypes());
  for (auto [name, value] : llvm::zip_equal(adaptor.getNames().getAsRange<StringAttr>(), values)) {
    Type &type = types[*table.find(name.getValue())];
    if (!isNullType(type) && getNonNull(type) != getNonNull(value.getType()))
      return emitOptionalError(loc, "'molt_df.fill_null' op column \"", name.getValue(),
                               "\" has type ", getNonNull(type), " but its value has type ",
                               value.getType(), "; cast the value");
    if (isNullable(type))
      type = value.getType();
  }
  results.push_back(TableType::get(context, table.getNames(), types));
  return success();
}

LogicalResult FillNullOp::verifyRegions() { return verifyRowRegion(*this, getNames().size()); }
