//===- PlanOps.h - Plan operations, one at a time ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_PLANOPS_H
#define MOLT_LIB_INTERP_PLANOPS_H

#include "Context.h"

namespace molt::interp {

FailureOr<Table> runSource(df::SourceOp op, Context &context);
FailureOr<Table> runProject(df::ProjectOp op, const Table &input);
FailureOr<Table> runWithColumns(df::WithColumnsOp op, const Table &input, Context &context);
FailureOr<Table> runFilter(df::FilterOp op, const Table &input, Context &context);
FailureOr<Table> runAggregate(df::AggregateOp op, const Table &input, Context &context);
FailureOr<Table> runLimit(df::LimitOp op, const Table &input);
FailureOr<Table> runConcat(df::ConcatOp op, ArrayRef<Table> inputs);
FailureOr<Table> runJoin(df::JoinOp op, const Table &left, const Table &right, Context &context);
FailureOr<Table> runSort(df::SortOp op, const Table &input, Context &context);
FailureOr<Table> runTopK(df::TopKOp op, const Table &input, Context &context);

/// The rows of a table with these ordinals, in this order.
Table takeRows(const Table &table, ArrayRef<int64_t> rows);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_PLANOPS_H
