//===- EmitWindow.cpp - Columns of windows and frames ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What a window knows of each row is in arrays by the number of the row; the columns of a
// batch are pieces of these. States of frames are in rows of their own, which are merged and
// gathered row by row: where they are is known only then.
//
//===----------------------------------------------------------------------===//

#include "PipelineEmitter.h"

using namespace molt;
using namespace molt::vectorize;

//===----------------------------------------------------------------------===//
// Columns of a batch
//===----------------------------------------------------------------------===//

/// Columns of i64 that are arrays, at these offsets of a struct of the runtime.
void PipelineEmitter::bindArrays(Value state, ArrayRef<std::pair<Value, int64_t>> columns,
                                 Batch &batch) {
  for (auto [column, offset] : columns) {
    if (column.use_empty())
      continue;
    BatchColumn array;
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPoint(prologueEnd);
      array = fromAddress(b.i(64), b.load(b.ptr(), localStates[state], offset), {});
    }
    array.offset = b.toIndex(batch.firstRow);
    batch.columns[column] = array;
  }
}

/// The state of each frame from those of its two parts.
void PipelineEmitter::emitFrameColumns(pipe::FrameColumnsOp op, Batch &batch) {
  auto states = op.getStates().getDefiningOp<pipe::FrameStatesOp>();
  auto frame = states.getFrames().getDefiningOp<pipe::WindowFramesOp>().getFrame();
  RowLayout layout = getFrameLayout(cast<pipe::FrameStatesType>(states.getType()));
  Value beginColumn, endColumn, cutColumn, upTo, from;
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(prologueEnd);
    Value parts = localStates[op.getStates()];
    Value frames = b.load(b.ptr(), parts, offsetof(MoltFrameStates, frames));
    beginColumn = b.load(b.ptr(), frames, offsetof(MoltFrames, begin));
    endColumn = b.load(b.ptr(), frames, offsetof(MoltFrames, end));
    cutColumn = b.load(b.ptr(), frames, offsetof(MoltFrames, cut));
    upTo = b.load(b.ptr(), parts, offsetof(MoltFrameStates, up_to));
    from = b.load(b.ptr(), parts, offsetof(MoltFrameStates, from));
  }
  SmallVector<BatchColumn> outputs;
  for (Value output : op.getOutputs())
    outputs.push_back(batch.columns[output] =
                          allocate(cast<pipe::ColType>(output.getType()).getElementType()));
  TypeRange types(layout.getTypes());
  Value size = b.constI64(layout.getSize());
  auto loadState = [&](Value base, Value row) {
    Value address = b.offset(base, b.mul(row, size));
    SmallVector<Value> values;
    for (unsigned field = 0; field < layout.getNumFields(); ++field)
      values.push_back(loadRowField(b, address, layout, field)[0]);
    return values;
  };
  auto initial = [&] { return inlineScalar(b, states.getInit().front(), {}); };
  b.loop(batch.count, 1, {}, [&](Value index, ValueRange) -> SmallVector<Value> {
    Value row = b.add(batch.firstRow, b.toI64(index)), at = b.mul(row, b.constI64(8));
    auto load = [&](Value array) { return b.load(b.i(64), b.offset(array, at)); };
    Value end = load(endColumn), cut = load(cutColumn);
    SmallVector<Value> behind = b.ifElse(
        types, b.cmp(arith::CmpIPredicate::slt, cut, end),
        [&] { return loadState(upTo, b.sub(end, b.constI64(1))); }, initial);
    SmallVector<Value> state = behind;
    // Frames that begin with the partition begin with a cut.
    if (frame.getStart()) {
      Value begin = load(beginColumn);
      state = b.ifElse(
          types, b.cmp(arith::CmpIPredicate::slt, begin, cut),
          [&] {
            SmallVector<Value> both = loadState(from, begin);
            llvm::append_range(both, behind);
            return inlineScalar(b, states.getMerge().front(), both);
          },
          [&] { return behind; });
    }
    for (auto [output, value] : llvm::zip_equal(outputs, state))
      storeScalar(output, index, {value});
    return {};
  });
}

void PipelineEmitter::emitLookup(pipe::LookupRowsOp op, Batch &batch) {
  auto [layout, first] = getScannedLayout(pipeline.getSource());
  BatchColumn addresses = allocate(b.i(64));
  const BatchColumn &index = columnOf(batch, op.getIndex());
  Value rows = b.load(b.ptr(), morsel, offsetof(MoltMorsel, rows));
  b.loop(batch.count, 1, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    Value at = b.mul(loadScalar(index, row)[0], b.constI64(8));
    storeScalar(addresses, row, {b.load(b.i(64), b.offset(rows, at))});
    return {};
  });
  SmallVector<int64_t> copies;
  for (auto [field, column] : llvm::zip_equal(op.getFields(), allocateUsed(op.getOutputs(), batch)))
    if (column.element)
      addFieldCopies(copies, column, layout.getOffset(first + field), /*toRow=*/false);
  emitFieldCopies("molt_rt_gather_rows", {addresses.address, b.toI64(batch.count)}, copies,
                  scratch);
}

void PipelineEmitter::emitWindowOp(Operation *op, Batch &batch) {
  if (auto number = dyn_cast<pipe::RowNumberOp>(op)) {
    batch.columns[number.getResult()] = emitNumbers(batch.firstRow, batch);
  } else if (auto window = dyn_cast<pipe::WindowColumnsOp>(op)) {
    if (!window.getRow().use_empty())
      batch.columns[window.getRow()] = emitNumbers(batch.firstRow, batch);
    bindArrays(window.getWindow(),
               {{window.getStart(), offsetof(MoltWindow, start)},
                {window.getEnd(), offsetof(MoltWindow, end)},
                {window.getPeerStart(), offsetof(MoltWindow, peer_start)},
                {window.getPeerEnd(), offsetof(MoltWindow, peer_end)},
                {window.getPeerNumber(), offsetof(MoltWindow, peer_number)}},
               batch);
  } else if (auto bounds = dyn_cast<pipe::FrameBoundsOp>(op)) {
    bindArrays(bounds.getFrames(),
               {{bounds.getBegin(), offsetof(MoltFrames, begin)},
                {bounds.getEnd(), offsetof(MoltFrames, end)}},
               batch);
  } else if (auto columns = dyn_cast<pipe::FrameColumnsOp>(op)) {
    emitFrameColumns(columns, batch);
  } else if (auto counts = dyn_cast<pipe::FrameCountsOp>(op)) {
    bool isDistinct = counts.getIndex().getDefiningOp<pipe::FrameIndexOp>().getDistinct();
    const BatchColumn &column = batch.columns[counts.getResult()] = allocate(b.i(64));
    b.call(isDistinct ? "molt_rt_frame_distinct" : "molt_rt_frame_counts",
           {localStates[counts.getIndex()], batch.firstRow, b.toI64(batch.count), column.address});
  } else if (auto nth = dyn_cast<pipe::FrameNthOp>(op)) {
    auto addressOf = [&](Value operand) {
      const BatchColumn &column = columnOf(batch, operand);
      return getRowAddress(column, column.address);
    };
    Value row = addressOf(nth.getRow()), place = addressOf(nth.getPlace());
    const BatchColumn &column = batch.columns[nth.getResult()] = allocate(b.i(64));
    b.call("molt_rt_frame_nth",
           {localStates[nth.getIndex()], row, place, b.toI64(batch.count), column.address});
  } else {
    emitLookup(cast<pipe::LookupRowsOp>(op), batch);
  }
}

//===----------------------------------------------------------------------===//
// States of frames
//===----------------------------------------------------------------------===//

void vectorize::emitFrameFunction(CodeBuilder &b, pipe::FrameStatesOp op, func::FuncOp function) {
  OpBuilder::InsertionGuard guard(b);
  Block *entry = function.addEntryBlock();
  b.setInsertionPointToEnd(entry);
  auto [rowLayout, first] = getScannedLayout(op.getRows());
  const RowLayout &scanned = rowLayout;
  unsigned firstField = first;
  RowLayout layout = getFrameLayout(cast<pipe::FrameStatesType>(op.getType()));
  Value rows = entry->getArgument(2), states = entry->getArgument(3);
  Value begin = entry->getArgument(4), end = entry->getArgument(5);
  Value restart = b.load(b.ptr(), entry->getArgument(1), offsetof(MoltFrames, restart));
  Value size = b.constI64(layout.getSize());

  SmallVector<Value> initial = inlineScalar(b, op.getInit().front(), {});
  /// Adds a row to the state, which begins anew where `flag` says so; stores it.
  auto addRow = [&](Value row, Value flag, ValueRange state, Value target) {
    Value isNew = b.make<arith::TruncIOp>(b.i(1), b.load(b.i(8), b.offset(restart, flag)));
    SmallVector<Value> arguments;
    for (auto [old, init] : llvm::zip_equal(state, initial))
      arguments.push_back(b.select(isNew, init, old));
    Value address = b.load(b.ptr(), b.offset(rows, b.mul(row, b.constI64(8))));
    for (int64_t input : op.getInputs())
      arguments.push_back(loadRowField(b, address, scanned, firstField + input)[0]);
    arguments.push_back(row);
    SmallVector<Value> updated = inlineScalar(b, op.getUpdate().front(), arguments);
    Value place = b.offset(target, b.mul(row, size));
    for (auto [field, value] : llvm::enumerate(updated))
      storeRowField(b, place, layout, field, {value});
    return updated;
  };
  Value count = b.toIndex(b.sub(end, begin)), one = b.constI64(1);
  Value upTo = b.load(b.ptr(), states, offsetof(MoltFrameStates, up_to));
  b.loop(count, 1, initial, [&](Value index, ValueRange state) {
    Value row = b.add(begin, b.toI64(index));
    return addRow(row, row, state, upTo);
  });
  auto frame = op.getFrames().getDefiningOp<pipe::WindowFramesOp>().getFrame();
  if (frame.getStart()) {
    Value from = b.load(b.ptr(), states, offsetof(MoltFrameStates, from));
    Value exists =
        b.make<LLVM::ICmpOp>(LLVM::ICmpPredicate::ne, from, b.make<LLVM::ZeroOp>(b.ptr()));
    b.ifThen(exists, [&] {
      b.loop(count, 1, initial, [&](Value index, ValueRange state) {
        Value behind = b.sub(end, b.toI64(index));
        return addRow(b.sub(behind, one), behind, state, from);
      });
    });
  }
  b.make<func::ReturnOp>(ValueRange(b.constI32(MOLT_OK)));
}
