//===- DFWindowOps.cpp - Windows over ordered partitions -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Reductions.h"
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

/// Whether values of a type have a distance: numbers and times.
static bool hasDistances(Type type) {
  return isIntegerType(type) ||
         isa<FloatType, DecimalType, Date32Type, TimestampType, TimeType, DurationType>(type);
}

LogicalResult WindowOp::verify() {
  FrameAttr frame = getFrameAttr();
  if (!frame || !frame.hasDistance())
    return success();
  if (getOrder().size() != 1)
    return emitOpError() << "frame over a range needs one order key, not " << getOrder().size();
  auto key = cast<SortKeyAttr>(getOrder()[0]);
  Type type =
      getNonNull(cast<TableType>(getInput().getType()).getColumnType(key.getColumn().getValue()));
  if (!hasDistances(type))
    return emitOpError() << "frame over a range needs an order key with distances, a number, date "
                            "or time, not "
                         << type;
  bool isReal =
      isa_and_nonnull<FloatAttr>(frame.getStart()) || isa_and_nonnull<FloatAttr>(frame.getEnd());
  if (isReal && !isa<FloatType>(type))
    return emitOpError() << "frame over a range of " << type
                         << " needs integer bounds; they count units of the key's last digit";
  return success();
}

LogicalResult WindowOp::verifyRegions() {
  if (failed(verifyRowRegion(*this, getNames().size())))
    return failure();
  auto isWindowed = [](Value value) {
    return isa_and_nonnull<WindowFunctionOpInterface, AggregateOpInterface>(value.getDefiningOp());
  };
  for (auto [name, value] : llvm::zip_equal(getNames().getAsRange<StringAttr>(),
                                            getBody().front().getTerminator()->getOperands()))
    if (!isWindowed(value))
      return emitOpError() << "\"" << name.getValue()
                           << "\" must be the result of a window function or an aggregate, such as "
                              "molt_df.row_number; compute on it with molt_df.with_columns";
  for (Operation &op : getBody().front().without_terminator()) {
    if (llvm::any_of(op.getOperands(), isWindowed))
      return op.emitOpError("uses the result of a window function or aggregate inside of the "
                            "window; compute on it with molt_df.with_columns");
    if (getFrame() && needsAllRows(&op) && !isa<MedianOp, QuantileOp, CountDistinctOp>(op))
      return op.emitOpError(
          "of distinct values is possible over whole partitions only; leave out the frame");
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Functions of other rows
//===----------------------------------------------------------------------===//

/// The value of another row if there is one, which is not null where nulls are skipped.
static LogicalResult inferNeighbor(std::optional<Location> loc, StringRef name, Type operand,
                                   bool skipsNulls, Value otherwise,
                                   SmallVectorImpl<Type> &results) {
  if (otherwise && getNonNull(otherwise.getType()) != getNonNull(operand))
    return emitOptionalError(loc, "'", name, "' op has an operand of type ", operand,
                             " but a value of type ", otherwise.getType(),
                             " where there is no row; cast one of them");
  bool nullable = (isNullable(operand) && !skipsNulls) || !otherwise ||
                  isNullable(otherwise.getType());
  results.push_back(withNullability(getNonNull(operand), nullable));
  return success();
}

/// A row is at no distance from itself that counts rows with values.
template <typename OpTy> static LogicalResult verifyNeighbor(OpTy op) {
  if (op.getSkipNulls() && op.getDistance() == 0)
    return op.emitOpError("with skip_nulls has a distance of at least 1; at 0 is the operand");
  return success();
}
LogicalResult LagOp::verify() { return verifyNeighbor(*this); }
LogicalResult LeadOp::verify() { return verifyNeighbor(*this); }

LogicalResult LagOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                      SmallVectorImpl<Type> &results) {
  return inferNeighbor(loc, getOperationName(), adaptor.getOperand().getType(),
                       adaptor.getSkipNulls(), adaptor.getOtherwise(), results);
}
LogicalResult LeadOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                       SmallVectorImpl<Type> &results) {
  return inferNeighbor(loc, getOperationName(), adaptor.getOperand().getType(),
                       adaptor.getSkipNulls(), adaptor.getOtherwise(), results);
}
LogicalResult NthValueOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                           SmallVectorImpl<Type> &results) {
  results.push_back(withNullability(getNonNull(adaptor.getOperand().getType()), true));
  return success();
}
