//===- PlanInference.h - What type inference of plan operations shares *- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Checks of what an operation names, each with its diagnostic at `loc` if there is one.
// Defined in DFOps.cpp.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_IR_PLANINFERENCE_H
#define MOLT_LIB_DIALECT_DF_IR_PLANINFERENCE_H

#include "Molt/Dialect/DF/IR/DF.h"

namespace molt::df::inference {

/// The type of a column, or null after an error that names what there is.
Type lookUp(std::optional<Location> loc, TableType table, StringRef column, StringRef role);

/// Whether arrays of names hold names. The custom form infers types before anything
/// has verified the attributes.
LogicalResult checkNames(std::optional<Location> loc, StringRef opName, ArrayRef<ArrayAttr> arrays);

/// Checks that names, if there are any, are different columns of a table.
LogicalResult checkColumns(std::optional<Location> loc, StringRef opName, TableType table,
                           std::optional<ArrayAttr> names);

/// Checks that sort keys are columns of a table.
LogicalResult checkSortKeys(std::optional<Location> loc, StringRef opName, TableType table,
                            ArrayAttr keys);

/// Checks that the table type is well formed before making it (duplicates are the
/// user's error, not an assertion).
LogicalResult finish(std::optional<Location> loc, MLIRContext *context, ArrayRef<StringAttr> names,
                     ArrayRef<Type> types, SmallVectorImpl<Type> &results);

/// The columns of tables that go under each other: those of the first one, nullable where they
/// are in one of them.
LogicalResult inferCombined(std::optional<Location> loc, StringRef name, ValueRange inputs,
                            SmallVectorImpl<Type> &results);

/// The operands of the region's yield, or none if there is no yield yet.
ValueRange getYielded(RegionRange regions);

/// The region's arguments are the named columns, and its yield has `resultCount`
/// values.
LogicalResult verifyRowRegion(RowRegionOpInterface op, size_t resultCount);

} // namespace molt::df::inference

#define MOLT_ROW_REGION_METHODS(OP)                                                                \
  ArrayAttr OP::getRowColumns() { return getColumns(); }                                           \
  void OP::setRowColumns(ArrayAttr columns) { setColumnsAttr(columns); }                           \
  Region &OP::getRowRegion() { return getBody(); }

#endif // MOLT_LIB_DIALECT_DF_IR_PLANINFERENCE_H
