//===- DFWindowOps.cpp - Windows over ordered partitions -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanInference.h"

using namespace molt;
using namespace molt::df;
using namespace molt::df::inference;

MOLT_ROW_REGION_METHODS(WindowOp)

LogicalResult WindowOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                         Adaptor adaptor, SmallVectorImpl<Type> &results) {
  auto table = dyn_cast<TableType>(adaptor.getInput().getType());
  if (!table)
    return emitOptionalError(loc, "'molt_df.window' op input must be a table");
  if (failed(checkColumns(loc, getOperationName(), table, adaptor.getBy())) ||
      failed(checkSortKeys(loc, getOperationName(), table, adaptor.getOrder())) ||
      failed(checkNames(loc, getOperationName(), adaptor.getNames())))
    return failure();
  ValueRange values = getYielded(adaptor.getRegions());
  if (values.size() != adaptor.getNames().size())
    return emitOptionalError(loc, "'molt_df.window' op names ", adaptor.getNames().size(),
                             " new columns but its region yields ", values.size());
  SmallVector<StringAttr> names(table.getNames());
  SmallVector<Type> types(table.getTypes());
  for (auto [name, value] : llvm::zip_equal(adaptor.getNames().getAsRange<StringAttr>(), values)) {
    names.push_back(StringAttr::get(context, name.getValue()));
    types.push_back(value.getType());
  }
  return finish(loc, context, names, types, results);
}

LogicalResult WindowOp::verifyRegions() {
  if (failed(verifyRowRegion(*this, getNames().size())))
    return failure();
  for (auto [name, value] : llvm::zip_equal(getNames().getAsRange<StringAttr>(),
                                            getBody().front().getTerminator()->getOperands()))
    if (!isa_and_nonnull<WindowFunctionOpInterface>(value.getDefiningOp()))
      return emitOpError() << "\"" << name.getValue()
                           << "\" must be the result of a window function such as "
                              "molt_df.row_number; compute on it with molt_df.with_columns";
  return success();
}
