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
                                            int64_t offset, int64_t limit, const Names &needed) {
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
  for (const Column &column : input.columns)
    if (needed.contains(column.name.getValue()))
      stage.yieldColumn(column.name, column.dfType, stage.use(column));
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
               limit, needed);
  return openRows(op->getLoc(), sorted.rows, sorted.columns);
}

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

namespace {
/// The numbers of rows that describe a row's place.
struct Place {
  Value row, start, end, peerStart, peerEnd, peers;
};
} // namespace

static Value lowerWindowFunction(Operation *op, ScalarBuilder &b, const Place &place) {
  using Predicate = arith::CmpIPredicate;
  Type i64 = b.getInt(64), f64 = b.builder.getF64Type();
  Value one = b.constant(i64, 1);
  auto add = [&](Value x, Value y) { return b.create<arith::AddIOp>(x, y); };
  auto sub = [&](Value x, Value y) { return b.create<arith::SubIOp>(x, y); };
  auto toFloat = [&](Value x) { return b.create<arith::SIToFPOp>(f64, x); };
  Value size = sub(place.end, place.start);
  if (isa<df::RowNumberOp>(op))
    return add(sub(place.row, place.start), one);
  if (isa<df::RankOp>(op))
    return add(sub(place.peerStart, place.start), one);
  if (isa<df::DenseRankOp>(op))
    return add(place.peers, one);
  if (isa<df::PartitionSizeOp>(op))
    return size;
  if (isa<df::CumeDistOp>(op))
    return b.create<arith::DivFOp>(toFloat(sub(place.peerEnd, place.start)), toFloat(size));
  if (isa<df::PercentRankOp>(op)) {
    Value before = toFloat(sub(place.peerStart, place.start)), others = sub(size, one);
    Value share = b.create<arith::DivFOp>(before, toFloat(others));
    Value alone = b.cmp(Predicate::eq, others, b.constant(i64, 0));
    return b.create<arith::SelectOp>(alone, b.constantF64(0), share);
  }
  // The first `rest` parts have one row more than the others.
  Value parts = b.constant(i64, static_cast<int64_t>(cast<df::NTileOp>(op).getCount()));
  Value row = sub(place.row, place.start);
  Value least = b.create<arith::DivUIOp>(size, parts), rest = b.create<arith::RemUIOp>(size, parts);
  Value most = add(least, one), longRows = b.create<arith::MulIOp>(rest, most);
  Value isLong = b.cmp(Predicate::slt, row, longRows);
  Value longPart = b.create<arith::DivUIOp>(row, most);
  // Without rows in the other parts there is no row in them.
  Value divisor = b.create<arith::MaxUIOp>(least, one);
  Value behind = b.create<arith::SelectOp>(isLong, b.constant(i64, 0), sub(row, longRows));
  Value shortPart = add(rest, b.create<arith::DivUIOp>(behind, divisor));
  return add(b.create<arith::SelectOp>(isLong, longPart, shortPart), one);
}

FailureOr<Stream> PlanLowering::openWindow(df::WindowOp op, const Names &needed) {
  Location loc = op.getLoc();
  Names below, kept;
  for (StringAttr name : cast<df::TableType>(op.getInput().getType()).getNames())
    if (needed.contains(name.getValue()))
      kept.insert(name.getValue());
  below = kept;
  SmallVector<df::SortKeyAttr> keys;
  for (StringAttr name : op.getBy().getAsRange<StringAttr>())
    keys.push_back(df::SortKeyAttr::get(op.getContext(),
                                        StringAttr::get(op.getContext(), name.getValue()),
                                        /*descending=*/false, /*nullsFirst=*/false));
  llvm::append_range(keys, op.getOrder().getAsRange<df::SortKeyAttr>());
  for (df::SortKeyAttr key : keys)
    below.insert(key.getColumn().getValue());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();
  Sorted sorted = sortRows(loc, *input, keys, op.getBy().size(), 0, -1, kept);
  Value window =
      pipe::WindowBoundsOp::create(main, loc, pipe::WindowType::get(op.getContext()), sorted.sorter,
                                   sorted.rows, static_cast<int64_t>(sorted.partitionParts));
  Stream rows = openRows(loc, sorted.rows, sorted.columns);
  OpBuilder inner(op.getContext());
  inner.setInsertionPointToStart(rows.block);
  auto columns = pipe::WindowColumnsOp::create(inner, loc, window);

  Stream stream = rows;
  StageScope stage(stream, loc);
  for (const Column &column : rows.columns)
    stage.yieldColumn(column.name, column.dfType, stage.use(column));
  Place place{stage.use(columns.getRow()),     stage.use(columns.getStart()),
              stage.use(columns.getEnd()),     stage.use(columns.getPeerStart()),
              stage.use(columns.getPeerEnd()), stage.use(columns.getPeerNumber())};
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands()))
    if (needed.contains(name.getValue())) {
      Value result = lowerWindowFunction(value.getDefiningOp(), stage.at(value.getLoc()), place);
      stage.yieldColumn(name, value.getType(), {result, {}});
    }
  stage.finish(loc);
  return stream;
}
