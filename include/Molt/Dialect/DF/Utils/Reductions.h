//===- Reductions.h - Kinds of aggregates -----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What passes and verifiers ask of aggregates, and of operations that see or keep the order of
// rows.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_UTILS_REDUCTIONS_H
#define MOLT_DIALECT_DF_UTILS_REDUCTIONS_H

#include "Molt/Dialect/DF/IR/DF.h"

namespace molt::df {

/// Whether the result of an aggregate depends on which rows come first.
inline bool readsRowOrder(Operation *op) { return isa<FirstOp, LastOp, ArgMinOp, ArgMaxOp>(op); }

/// Whether one of the aggregates of an aggregation or window depends on that.
inline bool hasOrderReader(RowRegionOpInterface op) {
  return llvm::any_of(op.getRowRegion().front(),
                      [](Operation &nested) { return readsRowOrder(&nested); });
}

/// Whether an operation that leaves the order of its result unspecified is asked to keep it.
inline bool maintainsOrder(Operation *op) { return op->hasAttr("maintain_order"); }

/// Whether an operation is an aggregate of distinct values or a quantile, which no state that
/// is updated row by row can hold.
inline bool needsAllRows(Operation *op) {
  auto aggregate = dyn_cast<AggregateOpInterface>(op);
  return aggregate && (aggregate.getDistinct() || isa<MedianOp, QuantileOp, CountDistinctOp>(op));
}

} // namespace molt::df

#endif // MOLT_DIALECT_DF_UTILS_REDUCTIONS_H
