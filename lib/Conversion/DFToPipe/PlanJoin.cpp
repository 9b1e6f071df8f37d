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

namespace {
/// A side of a join: its pipeline with the columns that go on, and the parts of the keys.
struct JoinSide {
  Stream stream;
  SmallVector<Value> keys;

  ArrayRef<Column> getColumns() const { return stream.columns; }
};
} // namespace

/// The condition's column of i1 at the end of a stream of pairs.
FailureOr<Value> PlanLowering::lowerCondition(df::JoinOp op, Stream &pairs, bool filters) {
  Stream input = pairs;
  StageScope stage(pairs, op.getLoc());
  DenseMap<Value, ScalarValue> values;
  if (failed(evaluate(op, input, stage, values)))
    return failure();
  ScalarValue condition = values.lookup(op.getCondition().front().getTerminator()->getOperand(0));
  Value keep = stage.at(op.getLoc()).conjunction(condition.value, condition.valid);
  if (!filters) {
    stage.yield(keep);
    return stage.finish(op.getLoc())[0];
  }
  for (const Column &column : input.columns)
    stage.yieldColumn(column.name, column.dfType, stage.use(column));
  stage.finish(op.getLoc(), keep);
  return Value();
}

FailureOr<Stream> PlanLowering::openJoin(df::JoinOp op, const Names &needed) {
  using df::JoinKind;
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  // The side whose rows stay probes; columns are found by name, so sides may change.
  bool swapped = op.getKind() == JoinKind::right;
  JoinKind kind = swapped ? JoinKind::left : op.getKind();
  if (kind == JoinKind::cross)
    kind = JoinKind::inner;
  Value probeTable = swapped ? op.getRight() : op.getLeft();
  Value buildTable = swapped ? op.getLeft() : op.getRight();
  ArrayAttr probeKeys = swapped ? op.getRightKeys() : op.getLeftKeys();
  ArrayAttr buildKeys = swapped ? op.getLeftKeys() : op.getRightKeys();
  bool isFull = kind == JoinKind::full, isOuter = isFull || kind == JoinKind::left;
  bool givesBuild = isOuter || kind == JoinKind::inner;
  bool keepsAll = kind != JoinKind::inner && kind != JoinKind::semi;
  Names inCondition;
  if (op.getColumns())
    addNames(inCondition, op.getColumnsAttr());

  auto isNullableKey = [](Value table, Attribute name) {
    return df::isNullable(
        cast<df::TableType>(table.getType()).getColumnType(cast<StringAttr>(name).getValue()));
  };
  auto prepare = [&](Value table, bool isProbe) -> FailureOr<JoinSide> {
    ArrayAttr keys = isProbe ? probeKeys : buildKeys;
    Names going, below;
    for (StringAttr name : cast<df::TableType>(table.getType()).getNames())
      if (((isProbe || givesBuild) && needed.contains(name.getValue())) ||
          inCondition.contains(name.getValue()))
        going.insert(name.getValue());
    below = going;
    addNames(below, keys);
    FailureOr<Stream> input = open(table, below);
    if (failed(input))
      return failure();
    JoinSide side{*input, {}};
    StageScope stage(side.stream, loc);
    ScalarBuilder &b = stage.at(loc);
    Value keep;
    SmallVector<size_t> parts;
    for (auto [index, name] : llvm::enumerate(keys.getAsRange<StringAttr>())) {
      ScalarValue key = stage.use(input->get(name.getValue()));
      bool probeHasNulls = isNullableKey(probeTable, probeKeys[index]);
      bool buildHasNulls = isNullableKey(buildTable, buildKeys[index]);
      // Rows with a null key match nothing and are dropped, but for rows that stay and nulls
      // that are equal: then whether there is a value is part of the key.
      bool withValidity = op.getNullEqual()
                              ? probeHasNulls || buildHasNulls
                              : keepsAll && (probeHasNulls || (isFull && buildHasNulls));
      if (!op.getNullEqual() && (!withValidity || (!isProbe && !isFull))) {
        keep = b.conjunction(keep, key.valid);
        key.valid = {};
      }
      if (withValidity && !key.valid)
        key.valid = b.constantBool(true);
      yieldKey(stage, b, key, withValidity, parts);
      // Nulls of both sides of a full join stay, and differ.
      if (isFull && withValidity && !op.getNullEqual())
        parts.push_back(stage.yield(
            b.create<arith::SelectOp>(key.valid, b.constantBool(false), b.constantBool(isProbe))));
    }
    for (const Column &column : input->columns)
      if (going.contains(column.name.getValue()))
        stage.yieldColumn(column.name, column.dfType, stage.use(column));
    SmallVector<Value> results = stage.finish(loc, keep);
    for (size_t part : parts)
      side.keys.push_back(results[part]);
    return side;
  };

  FailureOr<JoinSide> build = prepare(buildTable, false);
  if (failed(build))
    return failure();
  SmallVector<Value> payload = flatten(build->getColumns());
  SmallVector<Type> keyTypes = elementTypes(build->keys), payloadTypes = elementTypes(payload);
  Operation *buildPipeline = build->stream.block->getParentOp();
  main.setInsertionPoint(buildPipeline);
  Value builder = pipe::JoinCreateOp::create(
      main, loc, pipe::JoinBuilderType::get(context, keyTypes, payloadTypes));
  OpBuilder inner(context);
  inner.setInsertionPointToEnd(build->stream.block);
  pipe::JoinInsertOp::create(inner, loc, builder, build->keys, payload);
  main.setInsertionPointAfter(buildPipeline);
  DenseI64ArrayAttr range;
  if (keyTypes.size() == 1)
    range = getBitmapRange(buildTable, cast<StringAttr>(buildKeys[0]), keyTypes[0]);
  Value joinTable = pipe::JoinFinishOp::create(
      main, loc, pipe::JoinTableType::get(context, keyTypes, payloadTypes), builder, range);

  FailureOr<JoinSide> probe = prepare(probeTable, true);
  if (failed(probe))
    return failure();
  SmallVector<Value> carried = flatten(probe->getColumns());
  SmallVector<Type> pairTypes, outputTypes;
  for (Type type : elementTypes(carried))
    pairTypes.push_back(colType(type));
  outputTypes = pairTypes;
  for (Type type : payloadTypes)
    pairTypes.push_back(colType(type));
  if (givesBuild)
    outputTypes = pairTypes;
  if (isOuter)
    outputTypes.push_back(colType(main.getI1Type()));
  inner.setInsertionPointToEnd(probe->stream.block);
  auto probeOp =
      pipe::JoinProbeOp::create(inner, loc, outputTypes, kind, joinTable, probe->keys, carried);
  auto getPairs = [&](Block *block, ValueRange values) {
    Stream pairs{block, unflatten(probe->getColumns(), values.take_front(carried.size()))};
    pairs.columns.append(unflatten(build->getColumns(), values.drop_front(carried.size())));
    return pairs;
  };
  if (kind == JoinKind::inner) {
    Stream pairs = getPairs(probe->stream.block, probeOp.getOutputs());
    if (op.getColumns() && failed(lowerCondition(op, pairs, /*filters=*/true)))
      return failure();
    return pairs;
  }
  if (op.getColumns()) {
    Block *block = inner.createBlock(&probeOp.getCondition(), {}, pairTypes,
                                     SmallVector<Location>(pairTypes.size(), loc));
    Stream pairs = getPairs(block, block->getArguments());
    FailureOr<Value> condition = lowerCondition(op, pairs, /*filters=*/false);
    if (failed(condition))
      return failure();
    inner.setInsertionPointToEnd(block);
    pipe::YieldOp::create(inner, loc, Value(), *condition);
  }
  Stream stream{probe->stream.block,
                unflatten(probe->getColumns(), probeOp.getOutputs().take_front(carried.size()))};
  auto makeNullable = [&](Column &column) {
    if (!df::isNullable(column.dfType))
      column.dfType = df::NullableType::get(context, column.dfType);
  };
  if (isOuter)
    for (Column &column : unflatten(build->getColumns(),
                                    probeOp.getOutputs().drop_front(carried.size()).drop_back())) {
      makeNullable(column);
      // Of a row without match the payload is null, where it can be.
      if (!column.valid)
        column.valid = probeOp.getOutputs().back();
      stream.columns.push_back(column);
    }
  if (!isFull)
    return stream;

  // The other rows of the build side, with nulls for the probing one.
  for (Column &column : stream.columns)
    makeNullable(column);
  main.setInsertionPointAfter(probe->stream.block->getParentOp());
  Value unmatched = pipe::JoinUnmatchedOp::create(
      main, loc, pipe::RowsType::get(context, payloadTypes), joinTable);
  Stream rest = openRows(loc, unmatched, build->getColumns());
  Stream input = rest;
  StageScope stage(rest, loc);
  ScalarBuilder &b = stage.at(loc);
  for (const Column &column : probe->getColumns()) {
    if (df::isNullType(column.dfType)) {
      stage.yieldColumn(column.name, column.dfType, {});
      continue;
    }
    Value empty = makeEmpty(b, elementType(column.value));
    stage.yieldColumn(column.name, column.dfType, {empty, b.constantBool(false)});
  }
  for (const Column &column : input.columns)
    stage.yieldColumn(column.name, column.dfType, stage.use(column));
  stage.finish(loc);
  return collect(loc, {stream, rest});
}
