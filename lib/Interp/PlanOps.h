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
FailureOr<Table> runWithRowIndex(df::WithRowIndexOp op, const Table &input);
FailureOr<Table> runDistinct(df::DistinctOp op, const Table &input, Context &context);
FailureOr<Table> runUnion(df::UnionOp op, ArrayRef<Table> inputs, Context &context);
FailureOr<Table> runIntersect(df::IntersectOp op, const Table &left, const Table &right,
                              Context &context);
FailureOr<Table> runExcept(df::ExceptOp op, const Table &left, const Table &right,
                           Context &context);
FailureOr<Table> runDropNulls(df::DropNullsOp op, const Table &input);
FailureOr<Table> runFillNull(df::FillNullOp op, const Table &input, Context &context);
FailureOr<Table> runJoin(df::JoinOp op, const Table &left, const Table &right, Context &context);
FailureOr<Table> runSort(df::SortOp op, const Table &input, Context &context);
FailureOr<Table> runTopK(df::TopKOp op, const Table &input, Context &context);
FailureOr<Table> runTopKPer(df::TopKOp op, const Table &input, Context &context);
FailureOr<Table> runWindow(df::WindowOp op, const Table &input, Context &context);

/// The rows of a table with these ordinals, in this order.
Table takeRows(const Table &table, ArrayRef<int64_t> rows);
/// The ordinals of a table's rows in sorted order.
std::vector<int64_t> sortRows(const Table &table, ArrayAttr keys, Context &context);
/// The rows of tables under each other, as a table of this type.
Table concatTables(df::TableType type, ArrayRef<Table> inputs);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_PLANOPS_H
