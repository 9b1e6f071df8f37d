//===- PlanWindow.cpp - Windows of a plan ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The rows are sorted by partition and order; what functions and aggregates are of is computed
// before that and sorted with them. A pipeline over the sorted rows then computes, for each,
//   - numbers from its place: from where its partition and its peers begin and end;
//   - values of other rows: from the number of the row, by a look-up;
//   - aggregates: from the states of the two parts of its frame (molt_pipe.frame_states);
//   - quantiles and counts of distinct values: from an index of all rows (FrameIndexes.cpp).
//
//===----------------------------------------------------------------------===//

#include "AggregateSet.h"
#include "FrameIndexes.h"
#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "PlanLowering.h"
#include "llvm/ADT/MapVector.h"

using namespace molt;
using namespace molt::lowering;

namespace {
/// The numbers of rows that describe a row's place.
struct Place {
  Value row, start, end, peerStart, peerEnd, peers;
};
} // namespace

static Value lowerPlaceFunction(Operation *op, ScalarBuilder &b, const Place &place) {
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

//===----------------------------------------------------------------------===//
// Values of other rows
//===----------------------------------------------------------------------===//

/// Whether the function gives the value of one row, whose number is known.
static bool isValueOfRow(Operation *op) {
  if (auto first = dyn_cast<df::FirstOp>(op))
    return !first.getWhere() && !first.getSkipNulls();
  if (auto last = dyn_cast<df::LastOp>(op))
    return !last.getWhere() && !last.getSkipNulls();
  return isa<df::LagOp, df::LeadOp, df::NthValueOp>(op);
}

/// The number of the row whose value a function gives, and whether there is one.
static std::pair<Value, Value> locateRow(Operation *op, ScalarBuilder &b, const Place &place,
                                         Value begin, Value end) {
  using Predicate = arith::CmpIPredicate;
  Type i64 = b.getInt(64);
  auto distance = [&](uint64_t count) { return b.constant(i64, static_cast<int64_t>(count)); };
  auto add = [&](Value x, Value y) { return b.create<arith::AddIOp>(x, y); };
  auto sub = [&](Value x, Value y) { return b.create<arith::SubIOp>(x, y); };
  if (auto lag = dyn_cast<df::LagOp>(op)) {
    Value most = sub(place.row, place.start), count = distance(lag.getDistance());
    return {sub(place.row, count), b.cmp(Predicate::sle, count, most)};
  }
  if (auto lead = dyn_cast<df::LeadOp>(op)) {
    Value most = sub(place.end, place.row), count = distance(lead.getDistance());
    return {add(place.row, count), b.cmp(Predicate::slt, count, most)};
  }
  if (auto nth = dyn_cast<df::NthValueOp>(op)) {
    Value before = distance(nth.getNumber() - 1);
    return {add(begin, before), b.cmp(Predicate::slt, before, sub(end, begin))};
  }
  Value exists = b.cmp(Predicate::slt, begin, end);
  return {isa<df::FirstOp>(op) ? begin : sub(end, distance(1)), exists};
}

//===----------------------------------------------------------------------===//
// The operation
//===----------------------------------------------------------------------===//

namespace {
/// The payload of the sort: fields of rows by the values of the stage before it.
class Payload {
public:
  explicit Payload(MLIRContext *context) : context(context) {}

  /// Adds a column, unless its parts are there. `fields` are those of value and validity, -1 for
  /// none.
  std::pair<int, int> add(StageScope &stage, StringAttr name, Type dfType,
                          const ScalarValue &scalar) {
    if (!hasParts(dfType)) {
      if (name) {
        stage.yieldColumn(name, dfType, scalar);
        return {-1, -1};
      }
      // Looked up in another row as any value.
      dfType = df::NullableType::get(IntegerType::get(context, 1));
    }
    auto value = fields.find(scalar.value);
    bool isKnown = value != fields.end() && (!scalar.valid || fields.count(scalar.valid));
    if (!isKnown || name) {
      // No column of a table has the empty name.
      if (!name)
        name = StringAttr::get(context, "");
      stage.yieldColumn(name, dfType, scalar);
      fields.try_emplace(scalar.value, count++);
      if (scalar.valid)
        fields.try_emplace(scalar.valid, count++);
    }
    return {fields.lookup(scalar.value), scalar.valid ? fields.lookup(scalar.valid) : -1};
  }

private:
  MLIRContext *context;
  DenseMap<Value, int> fields;
  int count = 0;
};

/// A look-up for all functions that give values of the same row.
struct Lookup {
  Operation *first;
  SmallVector<int64_t> fields;
  Value index, exists; ///< Columns.
  SmallVector<Value> values;

  size_t add(int field) {
    auto it = llvm::find(fields, field);
    if (it == fields.end()) {
      fields.push_back(field);
      return fields.size() - 1;
    }
    return it - fields.begin();
  }
};

/// A result that is wanted.
struct Function {
  StringAttr name;
  Operation *op;
  // Of a value of a row: its look-up, the number of its value and validity there, or -1; and
  // the fields of what is the result where there is no row.
  size_t lookup = 0;
  std::pair<int, int> value{-1, -1}, otherwise{-1, -1};
};
} // namespace

/// What tells which row a function gives a value of.
static std::pair<TypeID, int64_t> rowOf(Operation *op) {
  int64_t number = 0;
  if (auto lag = dyn_cast<df::LagOp>(op))
    number = lag.getDistance();
  else if (auto lead = dyn_cast<df::LeadOp>(op))
    number = lead.getDistance();
  else if (auto nth = dyn_cast<df::NthValueOp>(op))
    number = nth.getNumber();
  return {op->getName().getTypeID(), number};
}

/// The frames of the window, and the key whose distances they are.
static Value createFrames(OpBuilder &builder, df::WindowOp op, Value window, Value sorter,
                          df::FrameAttr frame, const Stream &input) {
  TypeAttr key;
  bool descending = false, nullable = false, nullsFirst = false;
  auto start = frame.getStart(), end = frame.getEnd();
  if (frame.hasDistance()) {
    auto attr = cast<df::SortKeyAttr>(op.getOrder()[0]);
    const Column &column = input.get(attr.getColumn().getValue());
    Type type = elementType(column.value);
    if (!isa<FloatType>(type) && !type.isInteger(128))
      type = builder.getI64Type();
    auto toReal = [&](Attribute bound) -> Attribute {
      auto integer = dyn_cast_or_null<IntegerAttr>(bound);
      return integer ? builder.getF64FloatAttr(static_cast<double>(integer.getInt())) : bound;
    };
    if (isa<FloatType>(type))
      start = toReal(start), end = toReal(end);
    key = TypeAttr::get(type);
    nullable = static_cast<bool>(column.valid);
    descending = attr.getDescending();
    nullsFirst = nullable && attr.getNullsFirst();
  }
  frame = df::FrameAttr::get(op.getContext(), frame.getUnits(), start, end);
  return pipe::WindowFramesOp::create(builder, op.getLoc(),
                                      pipe::FramesType::get(op.getContext()), window, sorter, frame,
                                      key, descending, nullable, nullsFirst);
}

FailureOr<Stream> PlanLowering::openWindow(df::WindowOp op, const Names &needed) {
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  Names below, kept;
  for (StringAttr name : cast<df::TableType>(op.getInput().getType()).getNames())
    if (needed.contains(name.getValue()))
      kept.insert(name.getValue());
  below = kept;
  addNames(below, op.getColumns());
  SmallVector<df::SortKeyAttr> keys;
  for (StringAttr name : op.getBy().getAsRange<StringAttr>())
    keys.push_back(df::SortKeyAttr::get(context, StringAttr::get(context, name.getValue()),
                                        /*descending=*/false, /*nullsFirst=*/false));
  llvm::append_range(keys, op.getOrder().getAsRange<df::SortKeyAttr>());
  for (df::SortKeyAttr key : keys)
    below.insert(key.getColumn().getValue());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();

  // The whole partition, unless there is a frame.
  df::FrameAttr frame = op.getFrameAttr();
  bool hasFrame = static_cast<bool>(frame);
  if (!frame)
    frame = df::FrameAttr::get(context, df::FrameUnits::rows, Attribute(), Attribute());
  AggregateSet set(table, /*grouped=*/frame.includesRow());
  SmallVector<Function> functions;
  llvm::MapVector<std::pair<TypeID, int64_t>, Lookup> lookups;
  SmallVector<int64_t> inputs; // Of the aggregates, as fields.
  FrameIndexes indexes;
  bool usesFrames = false;
  LogicalResult status = success();
  Sorted sorted = sortRows(loc, *input, keys, op.getBy().size(), 0, -1, [&](StageScope &stage) {
    Payload payload(context);
    for (const Column &column : input->columns)
      if (kept.contains(column.name.getValue()))
        payload.add(stage, column.name, column.dfType, stage.use(column));
    DenseMap<Value, ScalarValue> values;
    status = evaluate(op, *input, stage, values);
    if (failed(status))
      return;
    for (auto [name, value] :
         llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                         op.getBody().front().getTerminator()->getOperands())) {
      if (!needed.contains(name.getValue()))
        continue;
      Operation *nested = value.getDefiningOp();
      Function function{name, nested};
      auto addOperand = [&](Value operand) {
        return payload.add(stage, {}, operand.getType(), values.lookup(operand));
      };
      if (nested->hasAttr("skip_nulls") && !isa<df::AggregateOpInterface>(nested)) {
        status = nested->emitOpError(
            "with skip_nulls has no lowering; run --molt-df-decompose first");
        return;
      }
      if (isValueOfRow(nested)) {
        usesFrames |= hasFrame && !isa<df::LagOp, df::LeadOp>(nested);
        auto [it, inserted] = lookups.try_emplace(rowOf(nested), Lookup{nested});
        function.lookup = it - lookups.begin();
        auto [field, validity] = addOperand(nested->getOperand(0));
        function.value.first = it->second.add(field);
        if (validity >= 0)
          function.value.second = it->second.add(validity);
        if (nested->getNumOperands() > 1)
          function.otherwise = addOperand(nested->getOperand(1));
      } else if (df::needsAllRows(nested)) {
        status = indexes.add(
            nested, name, stage.at(nested->getLoc()),
            [&](Value operand) { return values.lookup(operand); },
            [&](const ScalarValue &value) { return payload.add(stage, {}, {}, value); });
        if (failed(status))
          return;
        continue;
      } else if (isa<df::AggregateOpInterface>(nested)) {
        status = set.add(
            nested, name, stage.at(nested->getLoc()),
            [&](Value operand) { return values.lookup(operand); },
            [&](Value part) -> int {
              // The number of the row is no field.
              inputs.push_back(part ? payload.add(stage, {}, {}, {part, {}}).first : -1);
              return inputs.size() - 1;
            },
            Value());
        if (failed(status))
          return;
        continue;
      }
      functions.push_back(function);
    }
  });
  if (failed(status))
    return failure();

  Value window =
      pipe::WindowBoundsOp::create(main, loc, pipe::WindowType::get(context), sorted.sorter,
                                   sorted.rows, static_cast<int64_t>(sorted.partitionParts));
  Value frames, states;
  if (usesFrames || !set.empty() || !indexes.empty())
    frames = createFrames(main, op, window, sorted.sorter, frame, *input);
  if (!set.empty())
    states = createFrameStates(loc, frames, sorted.rows, set, inputs);
  indexes.create(main, loc, frames, sorted.rows);

  Stream rows = openRows(loc, sorted.rows, sorted.columns);
  OpBuilder inner(context);
  inner.setInsertionPointToStart(rows.block);
  auto columns = pipe::WindowColumnsOp::create(inner, loc, window);
  Value begin = columns.getStart(), end = columns.getEnd();
  if (usesFrames) {
    auto bounds = pipe::FrameBoundsOp::create(inner, loc, frames);
    begin = bounds.getBegin(), end = bounds.getEnd();
  }
  SmallVector<Value> stateColumns;
  if (states) {
    SmallVector<Type> types = llvm::map_to_vector(set.getStateTypes(), colType);
    llvm::append_range(stateColumns,
                       pipe::FrameColumnsOp::create(inner, loc, types, states).getOutputs());
  }
  indexes.createCounts(inner, loc);
  SmallVector<Value> fields(rows.block->getArguments());
  SmallVector<Column> payload = rows.columns;
  auto usePlace = [&](StageScope &stage) {
    return Place{stage.use(columns.getRow()),     stage.use(columns.getStart()),
                 stage.use(columns.getEnd()),     stage.use(columns.getPeerStart()),
                 stage.use(columns.getPeerEnd()), stage.use(columns.getPeerNumber())};
  };

  // Where the values of other rows are; where there is none, the row itself is looked up.
  Stream stream = rows;
  if (!lookups.empty() || indexes.hasQuantiles()) {
    StageScope stage(stream, loc);
    Place place = usePlace(stage);
    SmallVector<std::pair<size_t, size_t>> parts;
    for (auto &[row, lookup] : lookups) {
      ScalarBuilder &b = stage.at(lookup.first->getLoc());
      auto [number, exists] = locateRow(lookup.first, b, place, stage.use(begin), stage.use(end));
      Value there = b.create<arith::SelectOp>(exists, number, place.row);
      parts.push_back({stage.yield(there), stage.yield(exists)});
    }
    indexes.yieldPlaces(stage);
    SmallVector<Value> results = stage.finish(loc);
    inner.setInsertionPointToEnd(rows.block);
    indexes.createValues(inner, loc, columns.getRow(), results);
    for (auto [entry, part] : llvm::zip_equal(lookups, parts)) {
      Lookup &lookup = entry.second;
      lookup.index = results[part.first], lookup.exists = results[part.second];
      SmallVector<Type> types = llvm::map_to_vector(
          lookup.fields, [&](int64_t field) { return fields[field].getType(); });
      llvm::append_range(
          lookup.values,
          pipe::LookupRowsOp::create(inner, loc, types, lookup.index, lookup.fields).getOutputs());
    }
  }

  StageScope stage(stream, loc);
  for (const Column &column : payload)
    if (kept.contains(column.name.getValue()))
      stage.yieldColumn(column.name, column.dfType, stage.use(column));
  Place place = usePlace(stage);
  for (const Function &function : functions) {
    ScalarBuilder &b = stage.at(function.op->getLoc());
    Type type = function.op->getResult(0).getType();
    if (!isValueOfRow(function.op)) {
      stage.yieldColumn(function.name, type, {lowerPlaceFunction(function.op, b, place), {}});
      continue;
    }
    Lookup &lookup = (lookups.begin() + function.lookup)->second;
    Value exists = stage.use(lookup.exists);
    ScalarValue result{stage.use(lookup.values[function.value.first]), exists};
    Value valid;
    if (function.value.second >= 0)
      valid = stage.use(lookup.values[function.value.second]);
    result.valid = b.conjunction(exists, valid);
    if (function.otherwise.first >= 0) {
      result.value = b.create<arith::SelectOp>(exists, result.value,
                                               stage.use(fields[function.otherwise.first]));
      Value otherwise = function.otherwise.second >= 0
                            ? stage.use(fields[function.otherwise.second])
                            : b.constantBool(true);
      result.valid =
          b.create<arith::SelectOp>(exists, valid ? valid : b.constantBool(true), otherwise);
      if (!df::isNullable(type))
        result.valid = {};
    }
    stage.yieldColumn(function.name, type, result);
  }
  indexes.finish(stage);
  if (states) {
    SmallVector<Value> state =
        llvm::map_to_vector(stateColumns, [&](Value column) { return stage.use(column); });
    set.finish(state, stage.at(loc), [&](StringAttr name, Type type, const ScalarValue &value) {
      stage.yieldColumn(name, type, value);
    });
  }
  stage.finish(loc);
  return stream;
}

/// States of the rows' frames. An input of -1 is the number of the row.
Value PlanLowering::createFrameStates(Location loc, Value frames, Value rows,
                                      const AggregateSet &set, ArrayRef<int64_t> inputs) {
  MLIRContext *context = loc.getContext();
  ArrayRef<Type> fields = cast<pipe::RowsType>(rows.getType()).getTypes();
  auto type = pipe::FrameStatesType::get(context, set.getStateTypes());
  SmallVector<int64_t> read;
  for (int64_t input : inputs)
    if (input >= 0)
      read.push_back(input);
  auto states = pipe::FrameStatesOp::create(main, loc, type, frames, rows, read, parallel);
  set.buildInit(states.getInit(), loc);
  set.buildMerge(states.getMerge(), loc);
  // Updates have the number of the row once, behind the fields.
  Type i64 = IntegerType::get(context, 64);
  set.buildUpdate(states.getUpdate(), loc, llvm::map_to_vector(inputs, [&](int64_t input) {
                    return input < 0 ? i64 : fields[input];
                  }));
  Block &update = states.getUpdate().front();
  Value row = update.addArgument(i64, loc);
  unsigned first = set.getStateTypes().size();
  llvm::BitVector numbers(update.getNumArguments());
  for (auto [index, input] : llvm::enumerate(inputs))
    if (input < 0) {
      update.getArgument(first + index).replaceAllUsesWith(row);
      numbers.set(first + index);
    }
  update.eraseArguments(numbers);
  return states;
}
