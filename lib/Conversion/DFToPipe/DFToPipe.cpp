//===- DFToPipe.cpp - From plans to pipelines -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The plan is walked from the result to the sources. `open` makes the pipeline that
// produces a table and returns a Stream: the columns at its end and the place where
// the next operator goes. An operator that needs all rows (aggregate, join build,
// sort) ends the pipeline of its input and opens another one over its state.
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "llvm/ADT/StringSet.h"

namespace molt {
#define GEN_PASS_DEF_CONVERTMOLTDFTOMOLTPIPE
#include "Molt/Conversion/Passes.h.inc"
} // namespace molt

using namespace molt;
using namespace molt::lowering;

namespace {

/// A column of a stream: values, and their validity unless all are valid.
struct Column {
  StringAttr name;
  Type dfType;
  Value value;
  Value valid;
};

/// An open pipeline: the columns at its end; operators are appended to `block`.
struct Stream {
  Block *block;
  SmallVector<Column> columns;

  const Column &get(StringRef name) const {
    for (const Column &column : columns)
      if (column.name.getValue() == name)
        return column;
    llvm_unreachable("column is not in the stream");
  }
};

using Names = llvm::StringSet<>;

/// Builds one stage at the end of a stream. Columns become block arguments when
/// they are first used.
class StageScope {
public:
  StageScope(Stream &stream, Location loc)
      : region(std::make_unique<Region>()), block(new Block), builder(loc.getContext()),
        scalars(builder, loc), stream(stream) {
    region->push_back(block);
    builder.setInsertionPointToEnd(block);
  }

  ScalarBuilder &at(Location loc) {
    scalars.loc = loc;
    return scalars;
  }

  /// The value of a column in the region.
  Value use(Value column) {
    auto [it, inserted] = arguments.try_emplace(column, Value());
    if (inserted) {
      it->second = block->addArgument(cast<pipe::ColType>(column.getType()).getElementType(),
                                      column.getLoc());
      inputs.push_back(column);
    }
    return it->second;
  }
  ScalarValue use(const Column &column) {
    return {use(column.value), column.valid ? use(column.valid) : Value()};
  }

  /// Registers a result of the stage; the return value is its number.
  size_t yield(Value value) {
    values.push_back(value);
    return values.size() - 1;
  }

  /// A column of the next stream.
  void yieldColumn(StringAttr name, Type dfType, const ScalarValue &scalar) {
    size_t value = yield(scalar.value);
    size_t valid = scalar.valid ? yield(scalar.valid) : ~size_t(0);
    pending.push_back({name, dfType, value, valid});
  }

  /// Creates the stage. The stream then has the columns that were yielded.
  SmallVector<Value> finish(Location loc, Value keep = {}) {
    pipe::YieldOp::create(builder, loc, keep, values);
    OpBuilder outer(loc.getContext());
    outer.setInsertionPointToEnd(stream.block);
    SmallVector<Type> types;
    for (Value value : values)
      types.push_back(pipe::ColType::get(loc.getContext(), value.getType()));
    OperationState state(loc, pipe::StageOp::getOperationName());
    state.addOperands(inputs);
    state.addTypes(types);
    state.addRegion(std::move(region));
    Operation *stage = outer.create(state);
    stream.columns.clear();
    for (const Pending &column : pending)
      stream.columns.push_back(
          {column.name, column.dfType, stage->getResult(column.value),
           column.valid == ~size_t(0) ? Value() : Value(stage->getResult(column.valid))});
    return SmallVector<Value>(stage->getResults());
  }

private:
  struct Pending {
    StringAttr name;
    Type dfType;
    size_t value, valid;
  };
  std::unique_ptr<Region> region;
  Block *block;
  OpBuilder builder;
  ScalarBuilder scalars;
  Stream &stream;
  llvm::MapVector<Value, Value> arguments;
  SmallVector<Value> inputs;
  SmallVector<Value> values;
  SmallVector<Pending> pending;
};

/// What a plan may have at most.
constexpr unsigned kMaxDepth = 2000, kMaxOperations = 20000;

/// Lowers one function.
class PlanLowering {
public:
  PlanLowering(func::FuncOp function, const LoweringTable &table, bool parallel)
      : function(function), table(table), main(function.getContext()), facts(function),
        parallel(parallel) {}

  LogicalResult run();

private:
  FailureOr<Stream> open(Value value, const Names &needed);
  FailureOr<Stream> openOp(Operation *op, const Names &needed);
  FailureOr<Stream> openSource(df::SourceOp op, const Names &needed);
  FailureOr<Stream> openFilter(df::FilterOp op, const Names &needed);
  FailureOr<Stream> openProject(df::ProjectOp op, const Names &needed);
  FailureOr<Stream> openWithColumns(df::WithColumnsOp op, const Names &needed);
  FailureOr<Stream> openAggregate(df::AggregateOp op, const Names &needed);
  FailureOr<Stream> openJoin(df::JoinOp op, const Names &needed);
  FailureOr<Stream> openSorted(Operation *op, Value input, ArrayAttr keys, int64_t offset,
                               int64_t limit, const Names &needed);

  /// Starts a pipeline over a source or rows; one block argument per type.
  Block *createPipeline(Location loc, Value source, ArrayRef<Type> types);
  LogicalResult evaluate(df::RowRegionOpInterface op, const Stream &stream, StageScope &stage,
                         DenseMap<Value, ScalarValue> &values);
  /// The key of a group or join: integers and strings, canonical; two parts if
  /// nulls are distinguished.
  void yieldKey(StageScope &stage, ScalarBuilder &b, const ScalarValue &key, bool withValidity,
                SmallVectorImpl<size_t> &parts);
  DenseI64ArrayAttr getBitmapRange(Value build, StringAttr key, Type keyType);
  LogicalResult lowerResult(Value value);

  func::FuncOp function;
  const LoweringTable &table;
  OpBuilder main;
  df::FactAnalysis facts;
  bool parallel;
  SmallVector<Attribute> inputs;
  /// Operations that are being opened, one in the other, and those opened so far.
  unsigned depth = 0, opened = 0;
};
} // namespace

static void addNames(Names &names, ArrayAttr array) {
  for (StringAttr name : array.getAsRange<StringAttr>())
    names.insert(name.getValue());
}

static Type colType(Type type) { return pipe::ColType::get(type.getContext(), type); }

static SmallVector<Type> elementTypes(ValueRange columns) {
  return llvm::map_to_vector(columns, [](Value column) {
    return cast<pipe::ColType>(column.getType()).getElementType();
  });
}

Block *PlanLowering::createPipeline(Location loc, Value source, ArrayRef<Type> types) {
  auto pipeline = pipe::PipelineOp::create(main, loc, source, parallel);
  Block *block = &pipeline.getBody().emplaceBlock();
  for (Type type : types)
    block->addArgument(colType(type), loc);
  return block;
}

FailureOr<Stream> PlanLowering::open(Value value, const Names &needed) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return emitError(value.getLoc(), "a table must be computed by a plan operation; functions "
                                     "with table arguments are not supported");
  // This recursion has to fit the stack, and a table that is used twice is opened
  // twice: a chain of self-joins would double with each.
  if (depth == kMaxDepth)
    return op->emitOpError() << "follows on more than " << kMaxDepth
                             << " plan operations; merge some, or split the program";
  if (opened == kMaxOperations)
    return op->emitOpError() << "is beyond the " << kMaxOperations
                             << " plan operations of a program, where shared tables count for "
                                "each use; split the program";
  ++depth;
  ++opened;
  FailureOr<Stream> stream = openOp(op, needed);
  --depth;
  return stream;
}

FailureOr<Stream> PlanLowering::openOp(Operation *op, const Names &needed) {
  return TypeSwitch<Operation *, FailureOr<Stream>>(op)
      .Case([&](df::SourceOp op) { return openSource(op, needed); })
      .Case([&](df::FilterOp op) { return openFilter(op, needed); })
      .Case([&](df::ProjectOp op) { return openProject(op, needed); })
      .Case([&](df::WithColumnsOp op) { return openWithColumns(op, needed); })
      .Case([&](df::AggregateOp op) { return openAggregate(op, needed); })
      .Case([&](df::JoinOp op) { return openJoin(op, needed); })
      .Case([&](df::SortOp op) {
        return openSorted(op, op.getInput(), op.getKeys(), 0, -1, needed);
      })
      .Case([&](df::TopKOp op) {
        return openSorted(op, op.getInput(), op.getKeys(), 0, op.getCount(), needed);
      })
      .Case([&](df::LimitOp op) {
        return openSorted(op, op.getInput(), main.getArrayAttr({}), op.getOffset(), op.getCount(),
                          needed);
      })
      .Default([](Operation *op) -> FailureOr<Stream> {
        return op->emitOpError("has no lowering to molt_pipe; plan operations of molt_df do");
      });
}

//===----------------------------------------------------------------------===//
// Sources
//===----------------------------------------------------------------------===//

FailureOr<Stream> PlanLowering::openSource(df::SourceOp op, const Names &needed) {
  Location loc = op.getLoc();
  auto schema = cast<df::TableType>(op.getType());
  // The program reads the needed columns; one at least, which carries the number of
  // rows.
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  auto factsOf = [&](StringAttr name) -> df::FactsAttr {
    return op.getFacts() ? dyn_cast_or_null<df::FactsAttr>(op.getFacts()->get(name))
                         : df::FactsAttr();
  };
  // Where the plan was changed because of facts, all of them are to be checked.
  for (auto [name, type] : llvm::zip_equal(schema.getNames(), schema.getTypes()))
    if (needed.contains(name.getValue()) || (op.getAssumed() && factsOf(name))) {
      names.push_back(name);
      types.push_back(type);
    }
  Names scanned = needed;
  if (llvm::none_of(names, [&](StringAttr name) { return needed.contains(name.getValue()); }) &&
      schema.getNumColumns()) {
    unsigned cheapest = 0;
    for (auto [index, type] : llvm::enumerate(schema.getTypes()))
      if (!df::isStringType(type)) {
        cheapest = index;
        break;
      }
    StringAttr name = schema.getNames()[cheapest];
    scanned.insert(name.getValue());
    if (!llvm::is_contained(names, name)) {
      names.push_back(name);
      types.push_back(schema.getTypes()[cheapest]);
    }
  }
  int64_t input = inputs.size();
  inputs.push_back(main.getArrayAttr(
      {op.getNameAttr(), TypeAttr::get(df::TableType::get(op.getContext(), names, types))}));
  if (op.getRows())
    pipe::GuardRowsOp::create(main, loc, input, *op.getRows());

  SmallVector<int64_t> ordinals;
  SmallVector<bool> validity;
  SmallVector<Type> storage;
  for (auto [index, name] : llvm::enumerate(names)) {
    Type type = types[index];
    df::FactsAttr facts = factsOf(name);
    if (facts) {
      ArrayAttr range;
      Type i128 = main.getIntegerType(128);
      if (facts.getHasRange())
        range = main.getArrayAttr({IntegerAttr::get(i128, facts.getMin()),
                                   IntegerAttr::get(i128, facts.getMax())});
      bool guardNulls = facts.getNonNull() && df::isNullable(type);
      if (range || guardNulls)
        pipe::GuardColumnOp::create(main, loc, input, index, guardNulls, range);
    }
    if (!scanned.contains(name.getValue()))
      continue;
    ordinals.push_back(index);
    validity.push_back(false);
    storage.push_back(getStorageType(type));
    if (df::isNullable(type) && !(facts && facts.getNonNull())) {
      ordinals.push_back(index);
      validity.push_back(true);
      storage.push_back(main.getI1Type());
    }
  }
  Value source = pipe::TableSourceOp::create(
      main, loc, pipe::SourceType::get(op.getContext(), storage), op.getName(), input, ordinals,
      validity);
  Stream stream{createPipeline(loc, source, storage), {}};
  bool widens = false;
  for (unsigned i = 0; i < storage.size(); ++i) {
    unsigned ordinal = ordinals[i];
    if (validity[i]) {
      stream.columns.back().valid = stream.block->getArgument(i);
      continue;
    }
    stream.columns.push_back({names[ordinal], types[ordinal], stream.block->getArgument(i), {}});
    widens |= storage[i] != getRegisterType(types[ordinal]);
  }
  if (!widens)
    return stream;
  // Decimals of up to 9 digits are stored in 32 bits.
  Stream next = stream;
  StageScope stage(next, loc);
  for (const Column &column : stream.columns) {
    ScalarValue scalar = stage.use(column);
    scalar.value = scalar.value.getType() == getRegisterType(column.dfType)
                       ? scalar.value
                       : stage.at(loc).extend(scalar.value, getRegisterType(column.dfType), false);
    stage.yieldColumn(column.name, column.dfType, scalar);
  }
  stage.finish(loc);
  return next;
}

//===----------------------------------------------------------------------===//
// Row regions
//===----------------------------------------------------------------------===//

/// Lowers the expressions of a row region into a stage. Aggregates are left to the
/// caller.
LogicalResult PlanLowering::evaluate(df::RowRegionOpInterface op, const Stream &stream,
                                     StageScope &stage,
                                     DenseMap<Value, ScalarValue> &values) {
  Block &block = op.getRowRegion().front();
  for (auto [name, argument] :
       llvm::zip_equal(op.getRowColumns().getAsRange<StringAttr>(), block.getArguments()))
    values[argument] = stage.use(stream.get(name.getValue()));
  for (Operation &nested : block.without_terminator()) {
    if (isa<df::AggregateOpInterface>(nested))
      continue;
    ScalarLoweringFn lower = table.lookUpScalar(&nested);
    if (!lower)
      return nested.emitOpError("has no lowering to arith; see lib/Conversion/DFToPipe");
    ScalarBuilder &b = stage.at(nested.getLoc());
    SmallVector<ScalarValue> operands;
    Value valid;
    auto expression = dyn_cast<df::ExpressionOpInterface>(nested);
    bool propagates = expression && expression.propagatesNull();
    for (Value operand : nested.getOperands()) {
      operands.push_back(values.lookup(operand));
      if (propagates)
        valid = b.conjunction(valid, operands.back().valid);
    }
    ScalarValue result = lower(&nested, b, operands, valid);
    if (propagates)
      result.valid = b.conjunction(result.valid, valid);
    // A result whose type is not nullable is valid; a failed check has ended the run.
    if (!df::isNullable(nested.getResult(0).getType()))
      result.valid = {};
    values[nested.getResult(0)] = result;
  }
  return success();
}

FailureOr<Stream> PlanLowering::openFilter(df::FilterOp op, const Names &needed) {
  Names below = needed;
  addNames(below, op.getColumns());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();
  Stream stream = *input;
  StageScope stage(stream, op.getLoc());
  DenseMap<Value, ScalarValue> values;
  if (failed(evaluate(op, *input, stage, values)))
    return failure();
  ScalarValue condition = values.lookup(op.getBody().front().getTerminator()->getOperand(0));
  Value keep = stage.at(op.getLoc()).conjunction(condition.value, condition.valid);
  for (const Column &column : input->columns)
    if (needed.contains(column.name.getValue()))
      stage.yieldColumn(column.name, column.dfType, stage.use(column));
  stage.finish(op.getLoc(), keep);
  return stream;
}

FailureOr<Stream> PlanLowering::openProject(df::ProjectOp op, const Names &needed) {
  Names below;
  for (auto [column, name] : llvm::zip_equal(op.getColumns().getAsRange<StringAttr>(),
                                             op.getResultNames().getAsRange<StringAttr>()))
    if (needed.contains(name.getValue()))
      below.insert(column.getValue());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();
  Stream stream{input->block, {}};
  for (auto [column, name] : llvm::zip_equal(op.getColumns().getAsRange<StringAttr>(),
                                             op.getResultNames().getAsRange<StringAttr>()))
    if (needed.contains(name.getValue())) {
      stream.columns.push_back(input->get(column.getValue()));
      stream.columns.back().name = name;
    }
  return stream;
}

FailureOr<Stream> PlanLowering::openWithColumns(df::WithColumnsOp op, const Names &needed) {
  Names below = needed, defined;
  addNames(defined, op.getNames());
  for (auto &name : defined)
    below.erase(name.getKey());
  addNames(below, op.getColumns());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();
  Stream stream = *input;
  StageScope stage(stream, op.getLoc());
  DenseMap<Value, ScalarValue> values;
  if (failed(evaluate(op, *input, stage, values)))
    return failure();
  for (const Column &column : input->columns)
    if (needed.contains(column.name.getValue()) && !defined.contains(column.name.getValue()))
      stage.yieldColumn(column.name, column.dfType, stage.use(column));
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands()))
    if (needed.contains(name.getValue()))
      stage.yieldColumn(name, value.getType(), values.lookup(value));
  stage.finish(op.getLoc());
  return stream;
}

//===----------------------------------------------------------------------===//
// Keys
//===----------------------------------------------------------------------===//

void PlanLowering::yieldKey(StageScope &stage, ScalarBuilder &b, const ScalarValue &key,
                            bool withValidity, SmallVectorImpl<size_t> &parts) {
  Value value = key.value;
  if (isa<FloatType>(value.getType()))
    value = b.create<arith::BitcastOp>(b.getInt(value.getType().getIntOrFloatBitWidth()),
                                       canonicalizeFloat(b, value));
  if (key.valid && withValidity) {
    // All nulls are one key: their value is made equal.
    Value none = isa<str::Utf8Type>(value.getType()) ? b.create<str::ConstantOp>("")
                                                     : b.constant(value.getType(), 0);
    value = b.create<arith::SelectOp>(key.valid, value, none);
  }
  parts.push_back(stage.yield(value));
  if (key.valid && withValidity)
    parts.push_back(stage.yield(key.valid));
}

//===----------------------------------------------------------------------===//
// Aggregate
//===----------------------------------------------------------------------===//

FailureOr<Stream> PlanLowering::openAggregate(df::AggregateOp op, const Names &needed) {
  Location loc = op.getLoc();
  MLIRContext *context = op.getContext();
  Names below;
  addNames(below, op.getKeys());
  addNames(below, op.getColumns());
  FailureOr<Stream> input = open(op.getInput(), below);
  if (failed(input))
    return failure();
  bool grouped = !op.getKeys().empty();

  // One stage computes keys and the aggregates' inputs.
  Stream stream = *input;
  StageScope stage(stream, loc);
  DenseMap<Value, ScalarValue> values;
  if (failed(evaluate(op, *input, stage, values)))
    return failure();
  SmallVector<size_t> keyParts;
  SmallVector<std::pair<Column, size_t>> keys; // With the number of their first part.
  for (StringAttr name : op.getKeys().getAsRange<StringAttr>()) {
    const Column &column = input->get(name.getValue());
    keys.push_back({column, keyParts.size()});
    yieldKey(stage, stage.at(loc), stage.use(column), true, keyParts);
  }
  struct Instance {
    Operation *op;
    const AggregateLowering *lowering;
    StringAttr name;
    bool hasValidity = false;
    SmallVector<size_t> inputs; // Results of the stage.
    size_t firstInput = 0;      // Among the inputs of the update.
    size_t firstState = 0;
    SmallVector<Type> state;
  };
  SmallVector<Instance> instances;
  SmallVector<size_t> inputParts;
  SmallVector<Type> stateTypes;
  for (auto [name, value] : llvm::zip_equal(op.getNames().getAsRange<StringAttr>(),
                                            op.getBody().front().getTerminator()->getOperands())) {
    if (!needed.contains(name.getValue()))
      continue;
    Instance instance;
    instance.op = value.getDefiningOp();
    instance.name = name;
    instance.lowering = table.lookUpAggregate(instance.op);
    if (!instance.lowering)
      return instance.op->emitOpError("has no lowering; see lib/Conversion/DFToPipe/Aggregates.cpp");
    instance.firstInput = inputParts.size();
    if (instance.op->getNumOperands()) {
      ScalarValue operand = values.lookup(instance.op->getOperand(0));
      instance.inputs.push_back(stage.yield(operand.value));
      instance.hasValidity = static_cast<bool>(operand.valid);
      if (operand.valid)
        instance.inputs.push_back(stage.yield(operand.valid));
      inputParts.append(instance.inputs);
    }
    instance.state = instance.lowering->getState(instance.op, grouped, instance.hasValidity);
    instance.firstState = stateTypes.size();
    stateTypes.append(instance.state);
    instances.push_back(instance);
  }
  SmallVector<Value> results = stage.finish(loc);
  auto pick = [&](ArrayRef<size_t> parts) {
    return llvm::map_to_vector(parts, [&](size_t part) { return results[part]; });
  };
  SmallVector<Value> keyColumns = pick(keyParts), inputColumns = pick(inputParts);

  // The state, created before the pipeline that fills it.
  SmallVector<Type> keyTypes = elementTypes(keyColumns);
  auto builderType = pipe::AggBuilderType::get(context, keyTypes, stateTypes);
  main.setInsertionPoint(stream.block->getParentOp());
  auto create = pipe::AggCreateOp::create(main, loc, builderType);
  auto buildRegion = [&](Region &region, ArrayRef<Type> arguments, auto &&body) {
    Block *block = &region.emplaceBlock();
    for (Type type : arguments)
      block->addArgument(type, loc);
    OpBuilder inner(context);
    inner.setInsertionPointToEnd(block);
    ScalarBuilder b(inner, loc);
    SmallVector<Value> state;
    for (Instance &instance : instances) {
      b.loc = instance.op->getLoc();
      llvm::append_range(state, body(instance, b, block));
    }
    pipe::YieldOp::create(inner, loc, Value(), state);
  };
  auto slice = [](Block *block, size_t offset, const Instance &instance) {
    return ValueRange(block->getArguments()).slice(offset + instance.firstState,
                                                   instance.state.size());
  };
  buildRegion(create.getInit(), {}, [&](Instance &instance, ScalarBuilder &b, Block *) {
    return instance.lowering->init(instance.op, b, instance.state);
  });
  SmallVector<Type> twice(stateTypes);
  twice.append(stateTypes);
  buildRegion(create.getMerge(), twice, [&](Instance &instance, ScalarBuilder &b, Block *block) {
    return instance.lowering->merge(instance.op, b, slice(block, 0, instance),
                                    slice(block, stateTypes.size(), instance));
  });

  OpBuilder inner(context);
  inner.setInsertionPointToEnd(stream.block);
  auto update = pipe::AggUpdateOp::create(inner, loc, create, keyColumns, inputColumns);
  SmallVector<Type> updateTypes(stateTypes);
  llvm::append_range(updateTypes, elementTypes(inputColumns));
  buildRegion(update.getBody(), updateTypes,
              [&](Instance &instance, ScalarBuilder &b, Block *block) {
                SmallVector<ScalarValue> row;
                size_t first = stateTypes.size() + instance.firstInput;
                if (!instance.inputs.empty())
                  row.push_back({block->getArgument(first),
                                 instance.hasValidity ? Value(block->getArgument(first + 1))
                                                      : Value()});
                return instance.lowering->update(instance.op, b, slice(block, 0, instance), row);
              });

  // The next pipeline scans the groups and finishes the aggregates.
  main.setInsertionPointAfter(stream.block->getParentOp());
  SmallVector<Type> rowTypes(keyTypes);
  rowTypes.append(stateTypes);
  Value rows = pipe::AggFinishOp::create(main, loc, pipe::RowsType::get(context, rowTypes), create);
  Stream next{createPipeline(loc, rows, rowTypes), {}};
  StageScope finish(next, loc);
  Block *rowBlock = next.block;
  for (auto &[key, part] : keys) {
    if (!needed.contains(key.name.getValue()))
      continue;
    ScalarValue scalar{finish.use(rowBlock->getArgument(part)), {}};
    if (key.valid)
      scalar.valid = finish.use(rowBlock->getArgument(part + 1));
    if (auto type = dyn_cast<FloatType>(getRegisterType(key.dfType)))
      scalar.value = finish.at(loc).create<arith::BitcastOp>(type, scalar.value);
    finish.yieldColumn(key.name, key.dfType, scalar);
  }
  for (Instance &instance : instances) {
    SmallVector<Value> state;
    for (size_t i = 0; i < instance.state.size(); ++i)
      state.push_back(
          finish.use(rowBlock->getArgument(keyTypes.size() + instance.firstState + i)));
    ScalarBuilder &b = finish.at(instance.op->getLoc());
    ScalarValue result =
        instance.lowering->finish(instance.op, b, state, grouped, instance.hasValidity);
    finish.yieldColumn(instance.name, instance.op->getResult(0).getType(), result);
  }
  finish.finish(loc);
  return next;
}

//===----------------------------------------------------------------------===//
// Join
//===----------------------------------------------------------------------===//

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
  auto probeOp =
      pipe::JoinProbeOp::create(inner, loc, outputTypes, joinTable, probeKeys, carried);
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

//===----------------------------------------------------------------------===//
// Sort, top_k, limit
//===----------------------------------------------------------------------===//

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
    Value none = isa<str::Utf8Type>(v.getType()) ? b.create<str::ConstantOp>("")
                                                 : b.constant(v.getType(), 0);
    return b.create<arith::SelectOp>(key.valid, v, none);
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
    return isUnsigned ? word
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

FailureOr<Stream> PlanLowering::openSorted(Operation *op, Value inputTable, ArrayAttr keys,
                                           int64_t offset, int64_t limit, const Names &needed) {
  Location loc = op->getLoc();
  MLIRContext *context = op->getContext();
  Names below = needed;
  for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>())
    below.insert(key.getColumn().getValue());
  FailureOr<Stream> input = open(inputTable, below);
  if (failed(input))
    return failure();
  Stream stream = *input;
  StageScope stage(stream, loc);
  SmallVector<size_t> keyParts;
  SmallVector<bool> descending;
  for (df::SortKeyAttr key : keys.getAsRange<df::SortKeyAttr>()) {
    const Column &column = input->get(key.getColumn().getValue());
    yieldSortKey(stage, stage.at(loc), stage.use(column), key, column.dfType, keyParts,
                 descending);
  }
  for (const Column &column : input->columns)
    if (needed.contains(column.name.getValue()))
      stage.yieldColumn(column.name, column.dfType, stage.use(column));
  SmallVector<Value> results = stage.finish(loc);
  SmallVector<Value> keyColumns, payload;
  for (size_t part : keyParts)
    keyColumns.push_back(results[part]);
  for (const Column &column : stream.columns) {
    payload.push_back(column.value);
    if (column.valid)
      payload.push_back(column.valid);
  }
  SmallVector<Type> keyTypes = elementTypes(keyColumns), payloadTypes = elementTypes(payload);
  Operation *pipeline = stream.block->getParentOp();
  main.setInsertionPoint(pipeline);
  Value sorter =
      pipe::SortCreateOp::create(main, loc, pipe::SorterType::get(context, keyTypes, payloadTypes),
                                 descending, offset, limit);
  OpBuilder inner(context);
  inner.setInsertionPointToEnd(stream.block);
  pipe::SortAppendOp::create(inner, loc, sorter, keyColumns, payload);
  main.setInsertionPointAfter(pipeline);
  Value rows =
      pipe::SortFinishOp::create(main, loc, pipe::RowsType::get(context, payloadTypes), sorter);
  Stream next{createPipeline(loc, rows, payloadTypes), {}};
  unsigned argument = 0;
  for (Column column : stream.columns) {
    column.value = next.block->getArgument(argument++);
    if (column.valid)
      column.valid = next.block->getArgument(argument++);
    next.columns.push_back(column);
  }
  return next;
}

//===----------------------------------------------------------------------===//
// The function
//===----------------------------------------------------------------------===//

LogicalResult PlanLowering::lowerResult(Value value) {
  auto schema = cast<df::TableType>(value.getType());
  Location loc = value.getLoc();
  Names needed;
  for (StringAttr name : schema.getNames())
    needed.insert(name.getValue());
  FailureOr<Stream> input = open(value, needed);
  if (failed(input))
    return failure();
  // Into table widths, and in the order of the schema.
  Stream stream = *input;
  StageScope stage(stream, loc);
  SmallVector<Type> types;
  SmallVector<bool> nullable;
  for (auto [name, type] : llvm::zip_equal(schema.getNames(), schema.getTypes())) {
    ScalarValue scalar = stage.use(input->get(name.getValue()));
    ScalarBuilder &b = stage.at(loc);
    Type storage = getStorageType(type);
    if (scalar.value.getType() != storage)
      scalar.value = b.resize(scalar.value, storage);
    types.push_back(storage);
    nullable.push_back(df::isNullable(type) && scalar.valid);
    stage.yieldColumn(name, type, {scalar.value, nullable.back() ? scalar.valid : Value()});
  }
  SmallVector<Value> columns = stage.finish(loc);
  Operation *pipeline = stream.block->getParentOp();
  main.setInsertionPoint(pipeline);
  Value result =
      pipe::ResultCreateOp::create(main, loc, pipe::ResultType::get(main.getContext(), types));
  OpBuilder inner(main.getContext());
  inner.setInsertionPointToEnd(stream.block);
  pipe::OutputOp::create(inner, loc, result, columns, nullable);
  main.setInsertionPointAfter(pipeline);
  return success();
}

LogicalResult PlanLowering::run() {
  auto result = cast<df::TableType>(function.getResultTypes()[0]);
  if (function.getNumArguments())
    return function.emitOpError("has arguments; a program reads its tables with molt_df.source");
  if (!llvm::hasSingleElement(function.getBody()))
    return function.emitOpError("must have a single block to become pipelines");
  Block &block = function.getBody().front();
  auto terminator = cast<func::ReturnOp>(block.getTerminator());
  SmallVector<Operation *> plan;
  for (Operation &op : block.without_terminator())
    plan.push_back(&op);
  main.setInsertionPoint(terminator);
  if (failed(lowerResult(terminator.getOperand(0))))
    return failure();
  terminator->setOperands({});
  for (Operation *op : llvm::reverse(plan)) {
    if (!op->use_empty())
      return op->emitOpError("is still used after the conversion to molt_pipe");
    op->erase();
  }
  function.setFunctionType(FunctionType::get(function.getContext(), {}, {}));
  function->setAttr(kInputsAttr, main.getArrayAttr(inputs));
  function->setAttr(kResultAttr, TypeAttr::get(result));
  return success();
}

namespace {
struct ConvertMoltDFToMoltPipe
    : molt::impl::ConvertMoltDFToMoltPipeBase<ConvertMoltDFToMoltPipe> {
  using Base::Base;

  LogicalResult initialize(MLIRContext *) override {
    table = std::make_shared<LoweringTable>();
    return success();
  }

  void runOnOperation() override {
    func::FuncOp function = getOperation();
    if (function.isExternal() || function.getNumResults() != 1 ||
        !isa<df::TableType>(function.getResultTypes()[0]))
      return; // Not a dataframe program.
    if (failed(PlanLowering(function, *table, parallel).run()))
      signalPassFailure();
  }

  std::shared_ptr<const LoweringTable> table;
};
} // namespace
