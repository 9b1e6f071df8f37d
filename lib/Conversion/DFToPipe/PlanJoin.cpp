//===- PlanJoin.cpp - Joins of a plan -------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanLowering.h"

using namespace molt;
using namespace molt::lowering;

/// The range of a join key, if it is known and so small that a bitmap of all keys
/// stays in the caches (at most 8 MB).
DenseI64ArrayAttr PlanLowering::getBitmapRange(Value build, StringAttr key, Type keyType) {
  constexpr int64_t kMaxBits = int64_t(1) << 26;
  auto table = cast<df::TableType>(build.getType());
  unsigned column = *table.find(key.getValue());
  auto type = dyn_cast<IntegerType>(keyType);
  if (!type || type.getWidth() > 64 || isa<FloatType>(getRegisterType(table.getTypes()[column])))
    return {};
  df::FactsAttr known = facts.getTableFacts(build).columns[column];
  if (!known.getHasRange() || known.getMin().getSignificantBits() > 63 ||
      known.getMax().getSignificantBits() > 63)
    return {};
  int64_t min = known.getMin().getSExtValue(), max = known.getMax().getSExtValue();
  if (min > max || max - min >= kMaxBits)
    return {};
  return main.getDenseI64ArrayAttr({min, max});
}

FailureOr<Stream> PlanLowering::openJoin(df::JoinOp op, const Names &needed) {
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  auto prepare = [&](Value value, ArrayAttr keys, SmallVectorImpl<Value> &keyColumns,
                     SmallVectorImpl<Column> &payload) -> FailureOr<Stream> {
    Names below;
    for (StringAttr name : cast<df::TableType>(value.getType()).getNames())
      if (needed.contains(name.getValue()))
        below.insert(name.getValue());
    addNames(below, keys);
    FailureOr<Stream> input = open(value, below);
    if (failed(input))
      return failure();
    // Canonical keys; rows with a null key match nothing.
    Stream stream = *input;
    StageScope stage(stream, loc);
    ScalarBuilder &b = stage.at(loc);
    Value keep;
    SmallVector<size_t> parts;
    for (StringAttr name : keys.getAsRange<StringAttr>()) {
      ScalarValue key = stage.use(input->get(name.getValue()));
      keep = b.conjunction(keep, key.valid);
      yieldKey(stage, b, key, false, parts);
    }
    for (const Column &column : input->columns)
      if (needed.contains(column.name.getValue()))
        stage.yieldColumn(column.name, column.dfType, stage.use(column));
    SmallVector<Value> results = stage.finish(loc, keep);
    for (size_t part : parts)
      keyColumns.push_back(results[part]);
    payload.append(stream.columns.begin(), stream.columns.end());
    return stream;
  };
  auto flatten = [](ArrayRef<Column> columns) {
    SmallVector<Value> result;
    for (const Column &column : columns) {
      result.push_back(column.value);
      if (column.valid)
        result.push_back(column.valid);
    }
    return result;
  };

  SmallVector<Value> buildKeys, probeKeys;
  SmallVector<Column> buildColumns, probeColumns;
  FailureOr<Stream> build = prepare(op.getRight(), op.getRightKeys(), buildKeys, buildColumns);
  if (failed(build))
    return failure();
  SmallVector<Value> payload = flatten(buildColumns);
  SmallVector<Type> keyTypes = elementTypes(buildKeys), payloadTypes = elementTypes(payload);
  Operation *buildPipeline = build->block->getParentOp();
  main.setInsertionPoint(buildPipeline);
  Value builder = pipe::JoinCreateOp::create(
      main, loc, pipe::JoinBuilderType::get(context, keyTypes, payloadTypes));
  OpBuilder inner(context);
  inner.setInsertionPointToEnd(build->block);
  pipe::JoinInsertOp::create(inner, loc, builder, buildKeys, payload);
  main.setInsertionPointAfter(buildPipeline);
  DenseI64ArrayAttr range;
  if (keyTypes.size() == 1)
    range = getBitmapRange(op.getRight(), cast<StringAttr>(op.getRightKeys()[0]), keyTypes[0]);
  Value joinTable = pipe::JoinFinishOp::create(
      main, loc, pipe::JoinTableType::get(context, keyTypes, payloadTypes), builder, range);

  FailureOr<Stream> probe = prepare(op.getLeft(), op.getLeftKeys(), probeKeys, probeColumns);
  if (failed(probe))
    return failure();
  SmallVector<Value> carried = flatten(probeColumns);
  SmallVector<Type> outputTypes;
  for (Type type : elementTypes(carried))
    outputTypes.push_back(colType(type));
  for (Type type : payloadTypes)
    outputTypes.push_back(colType(type));
  inner.setInsertionPointToEnd(probe->block);
  auto probeOp = pipe::JoinProbeOp::create(inner, loc, outputTypes, joinTable, probeKeys, carried);
  Stream stream{probe->block, {}};
  unsigned next = 0;
  for (ArrayRef<Column> columns : {ArrayRef<Column>(probeColumns), ArrayRef<Column>(buildColumns)})
    for (Column column : columns) {
      column.value = probeOp.getResult(next++);
      if (column.valid)
        column.valid = probeOp.getResult(next++);
      stream.columns.push_back(column);
    }
  return stream;
}
