//===- PlanJoin.cpp - Joins of a plan -------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Utils/Joins.h"
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
/// A join with the sides that it has when it runs.
struct JoinForm {
  struct Side {
    Value table;
    ArrayAttr keys;
    bool keeps; ///< Whether rows without a match are in the result,
    bool gives; ///< and whether columns are.
  };
  Side probe, build;
  df::JoinKind kind;  ///< Of the probe: `left` keeps its rows, `right` those of the table.
  bool marks = false; ///< Rows of the table are the result, after all probes.
};

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

/// Which rows a join gives, of which of its sides, and how.
static JoinForm getForm(df::JoinOp op) {
  using df::JoinKind;
  bool buildsLeft = op.getBuiltSide() == df::JoinSide::left;
  JoinForm form;
  form.probe = {buildsLeft ? op.getRight() : op.getLeft(),
                buildsLeft ? op.getRightKeys() : op.getLeftKeys(), false, true};
  form.build = {buildsLeft ? op.getLeft() : op.getRight(),
                buildsLeft ? op.getLeftKeys() : op.getRightKeys(), false, true};
  JoinForm::Side &left = buildsLeft ? form.build : form.probe;
  JoinForm::Side &right = buildsLeft ? form.probe : form.build;
  JoinKind kind = op.getKind();
  left.keeps = df::keepsLeft(kind) || kind == JoinKind::anti;
  right.keeps = df::keepsRight(kind);
  right.gives = op.givesRight();
  // Columns are found by name, so sides may change.
  form.kind = kind;
  if (kind == JoinKind::cross)
    form.kind = JoinKind::inner;
  else if (kind == JoinKind::left || kind == JoinKind::right)
    form.kind = form.probe.keeps ? JoinKind::left : JoinKind::right;
  form.marks = buildsLeft && !op.givesRight();
  return form;
}

FailureOr<Stream> PlanLowering::openJoin(df::JoinOp op, const Names &needed) {
  using df::JoinKind;
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  JoinForm form = getForm(op);
  Names inCondition;
  if (op.getColumns())
    addNames(inCondition, op.getColumnsAttr());

  auto isNullableKey = [](const JoinForm::Side &side, size_t index) {
    return df::isNullable(cast<df::TableType>(side.table.getType())
                              .getColumnType(cast<StringAttr>(side.keys[index]).getValue()));
  };
  auto prepare = [&](const JoinForm::Side &from) -> FailureOr<JoinSide> {
    bool isProbe = &from == &form.probe;
    Names going, below;
    for (StringAttr name : cast<df::TableType>(from.table.getType()).getNames())
      if ((from.gives && needed.contains(name.getValue())) || inCondition.contains(name.getValue()))
        going.insert(name.getValue());
    below = going;
    addNames(below, from.keys);
    FailureOr<Stream> input = open(from.table, below);
    if (failed(input))
      return failure();
    JoinSide side{*input, {}};
    StageScope stage(side.stream, loc);
    ScalarBuilder &b = stage.at(loc);
    Value keep;
    SmallVector<size_t> parts;
    for (auto [index, name] : llvm::enumerate(from.keys.getAsRange<StringAttr>())) {
      const Column &column = input->get(name.getValue());
      ScalarValue key = stage.use(column);
      bool probeHasNulls = isNullableKey(form.probe, index);
      bool buildHasNulls = isNullableKey(form.build, index);
      // Rows with a null key match nothing and are dropped, but for rows that stay and nulls
      // that are equal: then whether there is a value is part of the key.
      bool withValidity = (probeHasNulls && (op.getNullEqual() || form.probe.keeps)) ||
                          (buildHasNulls && (op.getNullEqual() || form.build.keeps));
      if (!op.getNullEqual() && !from.keeps) {
        keep = b.conjunction(keep, key.valid);
        key.valid = {};
      }
      if (withValidity && !key.valid)
        key.valid = b.constantBool(true);
      yieldKey(stage, b, key, column.dfType, withValidity, parts);
      // Where nulls of both sides stay, they differ.
      if (form.probe.keeps && form.build.keeps && withValidity && !op.getNullEqual())
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

  FailureOr<JoinSide> build = prepare(form.build);
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
    range = getBitmapRange(form.build.table, cast<StringAttr>(form.build.keys[0]), keyTypes[0]);
  Value joinTable = pipe::JoinFinishOp::create(
      main, loc, pipe::JoinTableType::get(context, keyTypes, payloadTypes), builder, range);

  FailureOr<JoinSide> probe = prepare(form.probe);
  if (failed(probe))
    return failure();
  SmallVector<Value> carried = flatten(probe->getColumns());
  SmallVector<Type> pairTypes, outputTypes;
  for (Type type : elementTypes(carried))
    pairTypes.push_back(colType(type));
  outputTypes = pairTypes;
  for (Type type : payloadTypes)
    pairTypes.push_back(colType(type));
  if (form.build.gives)
    outputTypes = pairTypes;
  bool hasMatchFlag = df::keepsLeft(form.kind);
  if (hasMatchFlag)
    outputTypes.push_back(colType(main.getI1Type()));
  inner.setInsertionPointToEnd(probe->stream.block);
  Operation *probing = nullptr;
  if (form.marks)
    probing = pipe::JoinMarkOp::create(inner, loc, joinTable, probe->keys, carried);
  else
    probing = pipe::JoinProbeOp::create(inner, loc, outputTypes, form.kind, joinTable, probe->keys,
                                        carried);
  ValueRange outputs = probing->getResults();
  auto getPairs = [&](Block *block, ValueRange values) {
    Stream pairs{block, unflatten(probe->getColumns(), values.take_front(carried.size()))};
    pairs.columns.append(unflatten(build->getColumns(), values.drop_front(carried.size())));
    return pairs;
  };
  if (form.kind == JoinKind::inner) {
    Stream pairs = getPairs(probe->stream.block, outputs);
    if (op.getColumns() && failed(lowerCondition(op, pairs, /*filters=*/true)))
      return failure();
    return pairs;
  }
  if (op.getColumns()) {
    Block *block = inner.createBlock(&probing->getRegion(0), {}, pairTypes,
                                     SmallVector<Location>(pairTypes.size(), loc));
    Stream pairs = getPairs(block, block->getArguments());
    FailureOr<Value> condition = lowerCondition(op, pairs, /*filters=*/false);
    if (failed(condition))
      return failure();
    inner.setInsertionPointToEnd(block);
    pipe::YieldOp::create(inner, loc, Value(), *condition);
  }

  // Rows of the table, when all that probe it have noted their matches.
  auto openTableRows = [&](bool matched) {
    main.setInsertionPointAfter(probe->stream.block->getParentOp());
    Type rowsType = pipe::RowsType::get(context, payloadTypes);
    Value rows = matched ? Value(pipe::JoinMatchedOp::create(main, loc, rowsType, joinTable))
                         : pipe::JoinUnmatchedOp::create(main, loc, rowsType, joinTable);
    return openRows(loc, rows, build->getColumns());
  };
  if (form.marks)
    return openTableRows(/*matched=*/form.kind == JoinKind::semi);

  auto makeNullable = [&](Column &column) {
    if (!df::isNullable(column.dfType))
      column.dfType = df::NullableType::get(context, column.dfType);
  };
  Stream stream{probe->stream.block,
                unflatten(probe->getColumns(), outputs.take_front(carried.size()))};
  if (form.build.gives) {
    ValueRange payloadOutputs = outputs.drop_front(carried.size());
    Value hasMatch = hasMatchFlag ? payloadOutputs.back() : Value();
    for (Column &column :
         unflatten(build->getColumns(), payloadOutputs.take_front(payloadTypes.size()))) {
      if (form.probe.keeps)
        makeNullable(column);
      // Of a row without match the payload is null, where it can be.
      if (!column.valid)
        column.valid = hasMatch;
      stream.columns.push_back(column);
    }
  }
  if (!df::keepsRight(form.kind))
    return stream;

  // The other rows of the build side, with nulls for the probing one.
  for (Column &column : MutableArrayRef(stream.columns).take_front(probe->getColumns().size()))
    makeNullable(column);
  Stream rest = openTableRows(/*matched=*/false);
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
