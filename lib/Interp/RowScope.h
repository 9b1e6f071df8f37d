//===- RowScope.h - A row region on one row ---------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_ROWSCOPE_H
#define MOLT_LIB_INTERP_ROWSCOPE_H

#include "ScalarOps.h"

namespace molt::interp {

/// The values of a row region for one row.
class RowScope {
public:
  /// `column(name)` is the row's value of a column; `row` its ordinal, for errors.
  template <typename GetColumn>
  RowScope(df::RowRegionOpInterface op, int64_t row, GetColumn &&column) : row(row) {
    for (auto [name, argument] : llvm::zip_equal(op.getRowColumns().getAsRange<StringAttr>(),
                                                 op.getRowRegion().front().getArguments()))
      values[argument] = column(name.getValue());
  }

  const Scalar &get(mlir::Value value) { return values[value]; }

  /// Evaluates a scalar operation.
  LogicalResult evaluate(Operation &op, Context &context) {
    SmallVector<Scalar, 3> operands;
    for (mlir::Value operand : op.getOperands())
      operands.push_back(get(operand));
    FailureOr<Scalar> result = evaluateScalarOp(&op, operands, row, context);
    if (failed(result))
      return failure();
    values[op.getResult(0)] = std::move(*result);
    return success();
  }

private:
  int64_t row;
  llvm::DenseMap<mlir::Value, Scalar> values;
};

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_ROWSCOPE_H
