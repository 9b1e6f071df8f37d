//===- ScalarOps.h - Expressions of one row ---------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_SCALAROPS_H
#define MOLT_LIB_INTERP_SCALAROPS_H

#include "Context.h"

namespace molt::interp {

/// Evaluates one scalar operation of molt_df or molt_str on a row.
FailureOr<Scalar> evaluateScalarOp(Operation *op, ArrayRef<Scalar> operands, int64_t row,
                                   Context &context);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_SCALAROPS_H
