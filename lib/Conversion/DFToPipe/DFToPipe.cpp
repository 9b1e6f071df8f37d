//===- DFToPipe.cpp - From plans to pipelines -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/DF/Utils/Reductions.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "PlanLowering.h"

namespace molt {
#define GEN_PASS_DEF_CONVERTMOLTDFTOMOLTPIPE
#include "Molt/Conversion/Passes.h.inc"
} // namespace molt

using namespace molt;
using namespace molt::lowering;

Block *PlanLowering::createPipeline(Location loc, Value source, ArrayRef<Type> types) {
  auto pipeline = pipe::PipelineOp::create(main, loc, source, parallel);
  Block *block = &pipeline.getBody().emplaceBlock();
  for (Type type : types)
    block->addArgument(colType(type), loc);
  return block;
}

Stream PlanLowering::openRows(Location loc, Value rows, ArrayRef<Column> columns) {
  Block *block = createPipeline(loc, rows, cast<pipe::RowsType>(rows.getType()).getTypes());
  return {block, unflatten(columns, block->getArguments())};
}

FailureOr<Stream> PlanLowering::open(Value value, const Names &needed) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return emitError(value.getLoc(), "a table must be computed by a plan operation; functions "
                                     "with table arguments are not supported");
  // This recursion has to fit the stack, and cheap tables are opened once for each use.
  if (depth == kMaxDepth)
    return op->emitOpError() << "follows on more than " << kMaxDepth
                             << " plan operations; merge some, or split the program";
  if (opened == kMaxOperations)
    return op->emitOpError() << "is beyond the " << kMaxOperations
                             << " plan operations of a program, where shared tables count for "
                                "each use; split the program";
  if (df::maintainsOrder(op))
    return op->emitOpError("with maintain_order has no lowering; run --molt-df-decompose first");
  ++depth;
  ++opened;
  FailureOr<Stream> stream = isShared(value) ? openShared(value, needed) : openOp(op, needed);
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
      .Case([&](df::ConcatOp op) { return openConcat(op, needed); })
      .Case([&](df::JoinOp op) { return openJoin(op, needed); })
      .Case(
          [&](df::SortOp op) { return openSorted(op, op.getInput(), op.getKeys(), 0, -1, needed); })
      .Case([&](df::TopKOp op) {
        return openSorted(op, op.getInput(), op.getKeys(), 0, op.getCount(), needed);
      })
      .Case([&](df::WindowOp op) { return openWindow(op, needed); })
      .Case([&](df::WithRowIndexOp op) { return openRowIndex(op, needed); })
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

static df::FactsAttr getFacts(df::SourceOp op, StringAttr column) {
  return op.getFacts() ? dyn_cast_or_null<df::FactsAttr>(op.getFacts()->get(column))
                       : df::FactsAttr();
}

int64_t PlanLowering::addInput(df::SourceOp op, ArrayRef<StringAttr> names, ArrayRef<Type> types) {
  Location loc = op.getLoc();
  int64_t input = inputs.size();
  read.insert(op);
  inputs.push_back(main.getArrayAttr(
      {op.getNameAttr(), TypeAttr::get(df::TableType::get(op.getContext(), names, types))}));
  if (op.getRows())
    pipe::GuardRowsOp::create(main, loc, input, *op.getRows());
  Type i128 = main.getIntegerType(128);
  for (auto [index, name] : llvm::enumerate(names)) {
    df::FactsAttr facts = getFacts(op, name);
    if (!facts)
      continue;
    ArrayAttr range;
    if (facts.getHasRange())
      range = main.getArrayAttr(
          {IntegerAttr::get(i128, facts.getMin()), IntegerAttr::get(i128, facts.getMax())});
    bool guardNulls = facts.getNonNull() && df::isNullable(types[index]);
    // What is lowered from here on has no use for uniqueness: only plans that were changed.
    bool guardUnique = facts.getUnique() && op.getAssumed();
    if (range || guardNulls || guardUnique)
      pipe::GuardColumnOp::create(main, loc, input, index, guardNulls, range, guardUnique);
  }
  return input;
}

void PlanLowering::guardDeadSource(df::SourceOp op) {
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  auto schema = cast<df::TableType>(op.getType());
  for (auto [name, type] : llvm::zip_equal(schema.getNames(), schema.getTypes()))
    if (getFacts(op, name)) {
      names.push_back(name);
      types.push_back(type);
    }
  addInput(op, names, types);
}

FailureOr<Stream> PlanLowering::openSource(df::SourceOp op, const Names &needed) {
  Location loc = op.getLoc();
  auto schema = cast<df::TableType>(op.getType());
  // The program reads the needed columns; one at least, which carries the number of
  // rows.
  SmallVector<StringAttr> names;
  SmallVector<Type> types;
  auto factsOf = [&](StringAttr name) { return getFacts(op, name); };
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
  int64_t input = addInput(op, names, types);
  SmallVector<int64_t> ordinals;
  SmallVector<bool> validity;
  SmallVector<Type> storage;
  SmallVector<Column> nulls;
  bool hasValues = llvm::any_of(llvm::zip_equal(names, types), [&](auto column) {
    return scanned.contains(std::get<0>(column).getValue()) && !df::isNullType(std::get<1>(column));
  });
  for (auto [index, name] : llvm::enumerate(names)) {
    Type type = types[index];
    df::FactsAttr facts = factsOf(name);
    if (!scanned.contains(name.getValue()))
      continue;
    if (df::isNullType(type)) {
      nulls.push_back({name, type, {}, {}});
      // One column at least carries the number of rows.
      if (hasValues || nulls.size() > 1)
        continue;
    }
    ordinals.push_back(index);
    validity.push_back(false);
    storage.push_back(getStorageType(type));
    if (df::isNullable(type) && !(facts && facts.getNonNull())) {
      ordinals.push_back(index);
      validity.push_back(true);
      storage.push_back(main.getI1Type());
    }
  }
  Value source =
      pipe::TableSourceOp::create(main, loc, pipe::SourceType::get(op.getContext(), storage),
                                  op.getName(), input, ordinals, validity);
  Stream stream{createPipeline(loc, source, storage), {}};
  bool widens = false;
  for (unsigned i = 0; i < storage.size(); ++i) {
    unsigned ordinal = ordinals[i];
    if (validity[i] && !df::isNullType(types[ordinal])) {
      stream.columns.back().valid = stream.block->getArgument(i);
      continue;
    }
    if (df::isNullType(types[ordinal]))
      continue;
    stream.columns.push_back({names[ordinal], types[ordinal], stream.block->getArgument(i), {}});
    widens |= storage[i] != getRegisterType(types[ordinal]);
  }
  stream.columns.append(nulls);
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
                                     StageScope &stage, DenseMap<Value, ScalarValue> &values) {
  Block &block = op.getRowRegion().front();
  for (auto [name, argument] :
       llvm::zip_equal(op.getRowColumns().getAsRange<StringAttr>(), block.getArguments()))
    values[argument] = stage.use(stream.get(name.getValue()));
  for (Operation &nested : block.without_terminator()) {
    if (isa<df::AggregateOpInterface, df::WindowFunctionOpInterface>(nested))
      continue; // Not of one row.
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
                            Type dfType, bool withValidity, SmallVectorImpl<size_t> &parts) {
  Value value = key.value;
  if (isa<FloatType>(value.getType()))
    value = b.create<arith::BitcastOp>(b.getInt(value.getType().getIntOrFloatBitWidth()),
                                       canonicalizeFloat(b, value));
  else if (isa<df::IntervalType>(df::getNonNull(dfType)))
    value = canonicalizeInterval(b, value);
  if (key.valid && withValidity) {
    // All nulls are one key: their value is made equal.
    value = b.create<arith::SelectOp>(key.valid, value, makeEmpty(b, value.getType()));
  }
  parts.push_back(stage.yield(value));
  if (key.valid && withValidity)
    parts.push_back(stage.yield(key.valid));
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
    stage.yield(scalar.value);
    if (nullable.back())
      stage.yield(scalar.valid);
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
  // The plan may rely on facts of a table that it does not read any more.
  main.setInsertionPoint(terminator);
  for (Operation *op : plan)
    if (auto source = dyn_cast<df::SourceOp>(op); source && source.getAssumed() && !read.contains(op))
      guardDeadSource(source);
  // Before the first row of any table: what fails on account of wrong facts must not be reported.
  SmallVector<Operation *> guards;
  for (Operation &op : block)
    if (isa<pipe::GuardRowsOp, pipe::GuardColumnOp>(op))
      guards.push_back(&op);
  for (Operation *guard : llvm::reverse(guards))
    guard->moveBefore(&block, block.begin());
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
struct ConvertMoltDFToMoltPipe : molt::impl::ConvertMoltDFToMoltPipeBase<ConvertMoltDFToMoltPipe> {
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
