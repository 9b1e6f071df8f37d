//===- PlanCollect.cpp - Streams that meet, and streams that part ---------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Both go through a state that holds rows in their order: a sort without keys.
//
//===----------------------------------------------------------------------===//

#include "PlanLowering.h"

using namespace molt;
using namespace molt::lowering;

Stream PlanLowering::collect(Location loc, ArrayRef<Stream> streams) {
  MLIRContext *context = loc.getContext();
  SmallVector<Column> columns(streams[0].columns);
  for (Column &column : columns)
    for (const Stream &stream : streams)
      if (Value valid = stream.get(column.name.getValue()).valid)
        column.valid = valid; // Some are nullable: all get a validity.

  // Where the first pipeline begins, the state exists already.
  main.setInsertionPoint(streams[0].block->getParentOp());
  SmallVector<Type> types = elementTypes(flatten(columns));
  Value rows = pipe::SortCreateOp::create(main, loc, pipe::SorterType::get(context, {}, types),
                                          ArrayRef<bool>(), 0, -1);
  Operation *last = nullptr;
  for (const Stream &input : streams) {
    Stream stream = input;
    StageScope stage(stream, loc);
    ScalarBuilder &b = stage.at(loc);
    for (const Column &column : columns) {
      ScalarValue scalar = stage.use(input.get(column.name.getValue()));
      if (column.valid && !scalar.valid)
        scalar.valid = b.constantBool(true);
      stage.yieldColumn(column.name, column.dfType, scalar);
    }
    SmallVector<Value> payload = stage.finish(loc);
    OpBuilder inner(context);
    inner.setInsertionPointToEnd(stream.block);
    pipe::SortAppendOp::create(inner, loc, rows, ValueRange(), payload);
    Operation *pipeline = stream.block->getParentOp();
    if (!last || last->isBeforeInBlock(pipeline))
      last = pipeline;
  }
  main.setInsertionPointAfter(last);
  Value finished = pipe::SortFinishOp::create(main, loc, pipe::RowsType::get(context, types), rows);
  return openRows(loc, finished, columns);
}

FailureOr<Stream> PlanLowering::openConcat(df::ConcatOp op, const Names &needed) {
  SmallVector<Stream> streams;
  for (Value input : op.getInputs()) {
    FailureOr<Stream> stream = open(input, needed);
    if (failed(stream))
      return failure();
    streams.push_back(*stream);
  }
  // Columns that nobody needs may be there, and not in all.
  llvm::erase_if(streams[0].columns,
                 [&](const Column &column) { return !needed.contains(column.name.getValue()); });
  return collect(op.getLoc(), streams);
}

/// Whether computing the table again costs no more than reading it again: it is made of
/// tables row by row.
static bool isCheap(Value table) {
  Operation *op = table.getDefiningOp();
  if (isa<df::SourceOp>(op))
    return true;
  return isa<df::ProjectOp, df::FilterOp, df::WithColumnsOp>(op) && isCheap(op->getOperand(0));
}

FailureOr<Stream> PlanLowering::openShared(Value table, const Names &needed) {
  auto known = shared.find(table);
  if (known == shared.end()) {
    Names all;
    for (StringAttr name : cast<df::TableType>(table.getType()).getNames())
      all.insert(name.getValue());
    FailureOr<Stream> stream = openOp(table.getDefiningOp(), all);
    if (failed(stream))
      return failure();
    Stream collected = collect(table.getLoc(), *stream);
    // The first use has the pipeline that there is now.
    Value rows = cast<pipe::PipelineOp>(collected.block->getParentOp()).getSource();
    shared[table] = {rows, collected.columns};
    return collected;
  }
  auto &[rows, columns] = known->second;
  return openRows(table.getLoc(), rows, columns);
}

bool PlanLowering::isShared(Value table) { return !table.hasOneUse() && !isCheap(table); }
