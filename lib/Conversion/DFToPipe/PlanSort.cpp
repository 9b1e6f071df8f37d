//===- PlanSort.cpp - Sorting and limiting in a plan ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanLowering.h"

using namespace molt;
using namespace molt::lowering;

/// Yields the words (or string) by which a key sorts; see MoltSortKey.
static void yieldSortKey(StageScope &stage, ScalarBuilder &b, const ScalarValue &key,
                         df::SortKeyAttr attr, Type dfType, SmallVectorImpl<size_t> &parts,
                         SmallVectorImpl<bool> &descending) {
  Type i64 = b.getInt(64);
  auto yieldWord = [&](Value word, bool complement) {
    if (complement)
      word = b.create<arith::XOrIOp>(word, b.constant(i64, -1));
    parts.push_back(stage.yield(word));
    descending.push_back(false);
  };
  Value value = key.value;
  Type type = value.getType();
  if (key.valid) {
    Value nullWord = b.constant(i64, attr.getNullsFirst() ? 0 : 1);
    Value validWord = b.constant(i64, attr.getNullsFirst() ? 1 : 0);
    yieldWord(b.create<arith::SelectOp>(key.valid, validWord, nullWord), false);
  }
  auto zeroNull = [&](Value v) {
    if (!key.valid)
      return v;
    return b.create<arith::SelectOp>(key.valid, v, makeEmpty(b, v.getType()));
  };
  if (isa<str::Utf8Type>(type)) {
    parts.push_back(stage.yield(zeroNull(value)));
    descending.push_back(attr.getDescending());
    return;
  }
  bool isUnsigned = df::getNonNull(dfType).isUnsignedInteger() || type.isInteger(1);
  if (isa<FloatType>(type))
    value = encodeFloatOrder(b, value);
  else if (isa<df::IntervalType>(df::getNonNull(dfType)))
    value = encodeIntervalOrder(b, value);
  value = zeroNull(value);
  auto flipSign = [&](Value word) {
    return isUnsigned
               ? word
               : b.create<arith::XOrIOp>(word, b.constant(i64, APInt::getSignedMinValue(64)));
  };
  if (value.getType().isInteger(128)) {
    Value high = b.create<arith::TruncIOp>(
        i64, b.create<arith::ShRSIOp>(value, b.constant(value.getType(), 64)));
    yieldWord(flipSign(high), attr.getDescending());
    yieldWord(b.create<arith::TruncIOp>(i64, value), attr.getDescending());
    return;
  }
  yieldWord(flipSign(b.extend(value, i64, isUnsigned)), attr.getDescending());
}

PlanLowering::Sorted PlanLowering::sortRows(Location loc, const Stream &input,
                                            ArrayRef<df::SortKeyAttr> keys, size_t partitionKeys,
                                            int64_t offset, int64_t limit,
                                            function_ref<void(StageScope &)> yieldPayload) {
  MLIRContext *context = loc.getContext();
  Stream stream = input;
  StageScope stage(stream, loc);
  Sorted sorted;
  SmallVector<size_t> keyParts;
  SmallVector<bool> descending;
  for (auto [number, key] : llvm::enumerate(keys)) {
    if (number == partitionKeys)
      sorted.partitionParts = keyParts.size();
    const Column &column = input.get(key.getColumn().getValue());
    yieldSortKey(stage, stage.at(loc), stage.use(column), key, column.dfType, keyParts, descending);
  }
  if (partitionKeys == keys.size())
    sorted.partitionParts = keyParts.size();
  yieldPayload(stage);
  SmallVector<Value> results = stage.finish(loc);
  SmallVector<Value> keyColumns, payload = flatten(stream.columns);
  for (size_t part : keyParts)
    keyColumns.push_back(results[part]);
  SmallVector<Type> keyTypes = elementTypes(keyColumns), payloadTypes = elementTypes(payload);
  Operation *pipeline = stream.block->getParentOp();
  main.setInsertionPoint(pipeline);
  sorted.sorter = pipe::SortCreateOp::create(
      main, loc, pipe::SorterType::get(context, keyTypes, payloadTypes), descending, offset, limit);
  OpBuilder inner(context);
  inner.setInsertionPointToEnd(stream.block);
  pipe::SortAppendOp::create(inner, loc, sorted.sorter, keyColumns, payload);
  main.setInsertionPointAfter(pipeline);
  sorted.rows = pipe::SortFinishOp::create(main, loc, pipe::RowsType::get(context, payloadTypes),
                                           sorted.sorter);
  sorted.columns = stream.columns;
  return sorted;
}

FailureOr<Stream> PlanLowering::openSorted(Operation *op, Value inputTable, ArrayAttr keys,
                                           int64_t offset, int64_t limit, const Names &needed) {
  Names below = needed;
  for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>())
    below.insert(key.getColumn().getValue());
  FailureOr<Stream> input = open(inputTable, below);
  if (failed(input))
    return failure();
  Sorted sorted =
      sortRows(op->getLoc(), *input, llvm::to_vector(keys.getAsRange<df::SortKeyAttr>()), 0, offset,
               limit, [&](StageScope &stage) {
                 for (const Column &column : input->columns)
                   if (needed.contains(column.name.getValue()))
                     stage.yieldColumn(column.name, column.dfType, stage.use(column));
               });
  return openRows(op->getLoc(), sorted.rows, sorted.columns);
}

FailureOr<Stream> PlanLowering::openRowIndex(df::WithRowIndexOp op, const Names &needed) {
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  Names below = needed;
  below.erase(op.getName());
  FailureOr<Stream> stream = open(op.getInput(), below);
  if (failed(stream) || !needed.contains(op.getName()))
    return stream;
  // How many rows are before one is known when all are there.
  if (!op.getMonotonic()) {
    Sorted rows = sortRows(loc, *stream, {}, 0, 0, -1, [&](StageScope &stage) {
      for (const Column &column : stream->columns)
        if (below.contains(column.name.getValue()))
          stage.yieldColumn(column.name, column.dfType, stage.use(column));
    });
    stream = openRows(loc, rows.rows, rows.columns);
  }
  OpBuilder inner(context);
  inner.setInsertionPointToEnd(stream->block);
  Type i64 = inner.getI64Type();
  Value number = op.getMonotonic()
                     ? pipe::RowOrderOp::create(inner, loc, colType(i64)).getResult()
                     : pipe::RowNumberOp::create(inner, loc, colType(i64)).getResult();
  stream->columns.push_back({StringAttr::get(context, op.getName()), i64, number, Value()});
  return stream;
}
