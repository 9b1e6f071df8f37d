//===- EmitSinks.cpp - Appending rows to states ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PipelineEmitter.h"

using namespace molt;
using namespace molt::vectorize;

/// Stores the columns of all rows of the batch as rows behind the appender's end;
/// `columns` are the layout's fields in order. A row begins with its hash, if there are
/// `hashes`, else with its sequence number. Returns the status.
Value PipelineEmitter::emitAppend(Value appender, const RowLayout &layout, ValueRange columns,
                                  Batch &batch, const BatchColumn *hashes) {
  Value count = b.toI64(batch.count);
  Value reserved = b.call("molt_rt_append_reserve", {execution, appender, count});
  return b.ifElse(
      b.i(32), b.eq(reserved, b.constI32(MOLT_OK)),
      [&]() -> SmallVector<Value> {
        Value base = b.load(b.ptr(), appender, offsetof(MoltAppender, next));
        Value size = b.constI64(layout.getSize());
        // Batch buffers are at distances that are known here; columns of tables are not.
        SmallVector<int64_t> copies;
        SmallVector<std::pair<unsigned, BatchColumn>> others;
        if (hashes)
          addFieldCopies(copies, *hashes, 0, /*toRow=*/true);
        for (auto [field, value] : llvm::enumerate(columns)) {
          const BatchColumn &column = columnOf(batch, value);
          if (column.scratchOffset)
            addFieldCopies(copies, column, layout.getOffset(field), /*toRow=*/true);
          else
            others.push_back({field, column});
        }
        emitFieldCopies("molt_rt_scatter_rows", {scratch, count}, copies, {base, size});
        if (!hashes || !others.empty())
          b.loop(batch.count, 1, {}, [&](Value index, ValueRange) -> SmallVector<Value> {
            Value row = b.offset(base, b.mul(b.toI64(index), size));
            if (!hashes)
              b.store(b.add(batch.sequence, b.toI64(index)), row);
            for (auto &[field, column] : others)
              storeField(row, layout, field, loadScalar(column, index));
            return {};
          });
        b.store(b.offset(base, b.mul(count, size)), appender, offsetof(MoltAppender, next));
        return {reserved};
      },
      [&]() -> SmallVector<Value> { return {reserved}; })[0];
}

FailureOr<Value> PipelineEmitter::emitSortAppend(pipe::SortAppendOp append, Batch &batch) {
  auto type = cast<pipe::SorterType>(append.getSorter().getType());
  auto create = append.getSorter().getDefiningOp<pipe::SortCreateOp>();
  SmallVector<Value> columns(append.getKeys());
  columns.append(append.getPayload().begin(), append.getPayload().end());
  Value status = emitAppend(localStates[append.getSorter()], getSortLayout(type), columns, batch,
                            /*hashes=*/nullptr);
  if (create.getLimit() < 0)
    return status;
  // Only the first rows of the order are wanted: let the runtime drop the others.
  size_t number = llvm::find(states, append.getSorter()) - states.begin();
  return b.ifElse(
      b.i(32), b.eq(status, b.constI32(MOLT_OK)),
      [&]() -> SmallVector<Value> {
        Value shared = b.load(b.ptr(), args, 8 * number);
        return {b.call("molt_rt_sort_trim", {execution, shared, worker})};
      },
      [&]() -> SmallVector<Value> { return {status}; })[0];
}

FailureOr<Value> PipelineEmitter::emitOutput(pipe::OutputOp output, Batch &batch) {
  size_t columnCount = output.getNullable().size();
  SmallVector<BatchColumn> columns;
  for (Value column : output.getColumns())
    columns.push_back(materialize(columnOf(batch, column), batch));
  Value result = localStates[output.getResult()], count = b.toI64(batch.count);
  if (llvm::all_of(columns, [](const BatchColumn &column) { return column.scratchOffset; })) {
    SmallVector<int64_t> table;
    const BatchColumn *next = columns.begin();
    for (bool nullable : output.getNullable()) {
      const BatchColumn &values = *next++;
      bool isView = values.kind == BatchColumn::Kind::View;
      table.append({values.scratchOffset, isView ? values.getHighScratchOffset() : 0,
                    nullable ? (next++)->scratchOffset : 0});
    }
    return b.call("molt_rt_result_append",
                  {execution, result, morsel, count, b.words(table), scratch});
  }

  // Columns of tables are at addresses that only the run knows.
  Value array;
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(prologueEnd);
    int64_t words = std::max<int64_t>(columnCount * (sizeof(MoltBatchColumn) / 8), 1);
    array = b.make<LLVM::AllocaOp>(b.ptr(), b.i(64), b.constI32(words));
  }
  Value null = b.make<LLVM::ZeroOp>(b.ptr());
  const BatchColumn *next = columns.begin();
  for (size_t i = 0; i < columnCount; ++i) {
    const BatchColumn &values = *next++;
    int64_t base = i * sizeof(MoltBatchColumn);
    b.store(getRowAddress(values, values.address), array, base + offsetof(MoltBatchColumn, data));
    bool isView = values.kind == BatchColumn::Kind::View;
    b.store(isView ? getRowAddress(values, values.highAddress) : null, array,
            base + offsetof(MoltBatchColumn, hi));
    Value validity = null;
    if (output.getNullable()[i]) {
      const BatchColumn &valid = *next++;
      validity = getRowAddress(valid, valid.address);
    }
    b.store(validity, array, base + offsetof(MoltBatchColumn, validity));
  }
  return b.call("molt_rt_result_append", {execution, result, morsel, count, array, null});
}
