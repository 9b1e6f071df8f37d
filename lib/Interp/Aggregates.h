//===- Aggregates.h - Reductions over the rows of a group -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_AGGREGATES_H
#define MOLT_LIB_INTERP_AGGREGATES_H

#include "Context.h"

namespace molt::interp {

/// One aggregate of one group.
class Accumulator {
public:
  virtual ~Accumulator() = default;
  /// Takes the values to reduce of one row of the group, null included. Rows come in the
  /// order of the input.
  virtual void add(ArrayRef<Scalar> values, Context &context) = 0;
  /// The value of the aggregate over the rows seen.
  virtual FailureOr<Scalar> finish(Context &context) = 0;
};

/// The accumulator of an aggregate operation, before the first row. Null after an
/// error in the context if the interpreter does not know the operation.
std::unique_ptr<Accumulator> makeAccumulator(Operation *op, Context &context);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_AGGREGATES_H
