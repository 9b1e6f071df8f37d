//===- PipeDialect.cpp - The molt_pipe dialect ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PipeVerify.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::pipe;
using namespace molt::pipe::verification;

#include "Molt/Dialect/Pipe/IR/PipeDialect.cpp.inc"

/// custom<TypeList>: types separated by commas, possibly none.
static ParseResult parseTypeList(AsmParser &parser, SmallVector<Type> &types) {
  Type type;
  OptionalParseResult first = parser.parseOptionalType(type);
  if (!first.has_value())
    return success();
  if (failed(*first))
    return failure();
  types.push_back(type);
  while (succeeded(parser.parseOptionalComma()))
    if (parser.parseType(types.emplace_back()))
      return failure();
  return success();
}

static void printTypeList(AsmPrinter &printer, ArrayRef<Type> types) {
  llvm::interleaveComma(types, printer);
}

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/Pipe/IR/PipeTypes.cpp.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/Pipe/IR/PipeOps.cpp.inc"

void PipeDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "Molt/Dialect/Pipe/IR/PipeTypes.cpp.inc"
      >();
}

void PipeDialect::initialize() {
  registerTypes();
  addOperations<
#define GET_OP_LIST
#include "Molt/Dialect/Pipe/IR/PipeOps.cpp.inc"
      >();
}

bool pipe::isRegisterType(Type type) {
  if (isa<Float32Type, Float64Type, str::Utf8Type>(type))
    return true;
  auto integer = dyn_cast<IntegerType>(type);
  if (!integer || !integer.isSignless())
    return false;
  unsigned width = integer.getWidth();
  return width == 1 || width == 8 || width == 16 || width == 32 || width == 64 || width == 128;
}

static LogicalResult verifyRegisterTypes(function_ref<InFlightDiagnostic()> emitError,
                                         ArrayRef<Type> types) {
  for (Type type : types)
    if (!isRegisterType(type))
      return emitError() << "column element must be a signless integer, f32, f64 or "
                            "!molt_str.utf8, not "
                         << type;
  return success();
}

LogicalResult ColType::verify(function_ref<InFlightDiagnostic()> emitError, Type type) {
  return verifyRegisterTypes(emitError, type);
}
LogicalResult SourceType::verify(function_ref<InFlightDiagnostic()> emitError,
                                 ArrayRef<Type> types) {
  return verifyRegisterTypes(emitError, types);
}
LogicalResult RowsType::verify(function_ref<InFlightDiagnostic()> emitError, ArrayRef<Type> types) {
  return verifyRegisterTypes(emitError, types);
}
LogicalResult ResultType::verify(function_ref<InFlightDiagnostic()> emitError,
                                 ArrayRef<Type> types) {
  return verifyRegisterTypes(emitError, types);
}

/// Keys that are hashed and compared bit by bit; floats come as canonical bits.
static LogicalResult verifyHashKeys(function_ref<InFlightDiagnostic()> emitError,
                                    ArrayRef<Type> keys) {
  for (Type key : keys)
    if (!isRegisterType(key) || isa<FloatType>(key))
      return emitError() << "key of type " << key << "; keys are integers, i1 and strings";
  return success();
}

LogicalResult AggBuilderType::verify(function_ref<InFlightDiagnostic()> emitError,
                                     ArrayRef<Type> keys, ArrayRef<Type> states) {
  for (Type state : states)
    if (!isRegisterType(state) || isa<str::Utf8Type>(state))
      return emitError() << "aggregate state of type " << state
                         << "; states are signless integers, f32 and f64";
  return verifyHashKeys(emitError, keys);
}
LogicalResult FrameStatesType::verify(function_ref<InFlightDiagnostic()> emitError,
                                      ArrayRef<Type> states) {
  return AggBuilderType::verify(emitError, {}, states);
}
LogicalResult JoinBuilderType::verify(function_ref<InFlightDiagnostic()> emitError,
                                      ArrayRef<Type> keys, ArrayRef<Type> payload) {
  return success(succeeded(verifyHashKeys(emitError, keys)) &&
                 succeeded(verifyRegisterTypes(emitError, payload)));
}
LogicalResult JoinTableType::verify(function_ref<InFlightDiagnostic()> emitError,
                                    ArrayRef<Type> keys, ArrayRef<Type> payload) {
  return JoinBuilderType::verify(emitError, keys, payload);
}
LogicalResult SorterType::verify(function_ref<InFlightDiagnostic()> emitError, ArrayRef<Type> keys,
                                 ArrayRef<Type> payload) {
  for (Type key : keys)
    if (!key.isInteger(64) && !isa<str::Utf8Type>(key))
      return emitError() << "key of type " << key << "; keys are i64 words and strings";
  return verifyRegisterTypes(emitError, payload);
}

//===----------------------------------------------------------------------===//
// Verifiers
//===----------------------------------------------------------------------===//

LogicalResult TableSourceOp::verify() {
  size_t count = cast<SourceType>(getType()).getTypes().size();
  if (getColumns().size() != count || getValidity().size() != count)
    return emitOpError() << "has " << getColumns().size() << " columns and " << getValidity().size()
                         << " validity flags, but its type has " << count;
  for (auto [index, type] : llvm::enumerate(cast<SourceType>(getType()).getTypes()))
    if (getValidity()[index] && !type.isInteger(1))
      return emitOpError() << "validity of column " << index << " must be i1";
  return success();
}

LogicalResult GuardColumnOp::verify() {
  if (!getRange())
    return success();
  if (getRange()->size() == 2 && llvm::all_of(*getRange(), [](Attribute bound) {
        auto integer = dyn_cast<IntegerAttr>(bound);
        return integer && integer.getType().isSignlessInteger(128);
      }))
    return success();
  return emitOpError("range must be two i128 integers");
}

LogicalResult PipelineOp::verifyRegions() {
  ArrayRef<Type> types = isa<SourceType>(getSource().getType())
                             ? cast<SourceType>(getSource().getType()).getTypes()
                             : cast<RowsType>(getSource().getType()).getTypes();
  SmallVector<Type> columns = llvm::map_to_vector(
      types, [](Type type) -> Type { return ColType::get(type.getContext(), type); });
  Block &block = getBody().front();
  if (failed(verifyArguments(*this, block, columns, "body")))
    return failure();
  if (block.empty())
    return emitOpError("has no operators; a pipeline ends in a state or in the result");
  // Columns end at operators that change the set of rows.
  Operation *barrier = nullptr;
  for (Operation &op : block) {
    if (barrier)
      for (Value operand : op.getOperands()) {
        if (!isa<ColType>(operand.getType()))
          continue;
        Operation *definition = operand.getDefiningOp();
        if (!definition || definition->isBeforeInBlock(barrier))
          return op.emitOpError("uses a column from before ")
                     .append(barrier->getName().getStringRef(),
                             ", which changed the rows; pass it through")
                     .attachNote(barrier->getLoc())
                 << "rows change here";
      }
    if (isa<JoinProbeOp>(op) || (isa<StageOp>(op) && cast<StageOp>(op).getKeep()))
      barrier = &op;
  }
  return success();
}

YieldOp StageOp::getYield() { return cast<YieldOp>(getBody().front().getTerminator()); }
Value StageOp::getKeep() { return getYield().getKeep(); }

LogicalResult StageOp::verifyRegions() {
  Block &block = getBody().front();
  if (failed(verifyArguments(*this, block, getElements(getInputs()), "region")) ||
      failed(verifyYield(*this, block, getElements(getOutputs()))))
    return failure();
  for (Operation &op : block) {
    StringRef dialect = op.getName().getDialectNamespace();
    if (!isa<CheckOp, YieldOp>(op) && dialect != "arith" && dialect != "math" &&
        dialect != "molt_str")
      return op.emitOpError("is not allowed in a stage; arith, math, molt_str and "
                            "molt_pipe.check are");
  }
  return success();
}

LogicalResult CheckOp::verify() {
  if (getCode() == 0)
    return emitOpError("code 0 is success; give the status that the run fails with");
  return success();
}

LogicalResult RowOrderOp::verify() {
  if (!cast<ColType>(getType()).getElementType().isInteger(64))
    return emitOpError("result must be a column of i64");
  return success();
}

LogicalResult YieldOp::verify() {
  if (getKeep() && !isa<StageOp>((*this)->getParentOp()))
    return emitOpError("may have a keep condition in a stage only");
  return success();
}

LogicalResult AggCreateOp::verifyRegions() {
  ArrayRef<Type> state = cast<AggBuilderType>(getType()).getValues();
  SmallVector<Type> both(state);
  both.append(state.begin(), state.end());
  return success(succeeded(verifyArguments(*this, getInit().front(), {}, "init")) &&
                 succeeded(verifyYield(*this, getInit().front(), state)) &&
                 succeeded(verifyPure(getInit().front())) &&
                 succeeded(verifyArguments(*this, getMerge().front(), both, "merge")) &&
                 succeeded(verifyYield(*this, getMerge().front(), state)) &&
                 succeeded(verifyPure(getMerge().front())));
}

LogicalResult AggUpdateOp::verifyRegions() {
  auto type = cast<AggBuilderType>(getGroups().getType());
  if (failed(verifyColumns(*this, getKeys(), type.getKeys(), "keys")))
    return failure();
  SmallVector<Type> arguments(type.getValues());
  llvm::append_range(arguments, getElements(getInputs()));
  return success(succeeded(verifyArguments(*this, getBody().front(), arguments, "region")) &&
                 succeeded(verifyYield(*this, getBody().front(), type.getValues())) &&
                 succeeded(verifyPure(getBody().front())));
}

/// The rows of a finished state have these columns.
static LogicalResult verifyRows(Operation *op, RowsType rows, ArrayRef<Type> types) {
  if (rows.getTypes() != types)
    return op->emitOpError() << "rows have the columns (" << rows.getTypes()
                             << ") but the state makes (" << types << ")";
  return success();
}

LogicalResult AggFinishOp::verify() {
  auto type = cast<AggBuilderType>(getGroups().getType());
  SmallVector<Type> types(type.getKeys());
  llvm::append_range(types, type.getValues());
  return verifyRows(*this, cast<RowsType>(getType()), types);
}

static LogicalResult verifyJoinRows(Operation *op, Value table, Value rows) {
  return verifyRows(op, cast<RowsType>(rows.getType()),
                    cast<JoinTableType>(table.getType()).getValues());
}
LogicalResult JoinUnmatchedOp::verify() {
  return verifyJoinRows(*this, getTable(), getResult());
}
LogicalResult JoinMatchedOp::verify() { return verifyJoinRows(*this, getTable(), getResult()); }

LogicalResult SortFinishOp::verify() {
  return verifyRows(*this, cast<RowsType>(getType()),
                    cast<SorterType>(getSorter().getType()).getValues());
}

LogicalResult JoinFinishOp::verify() {
  auto builder = cast<JoinBuilderType>(getRows().getType());
  auto table = cast<JoinTableType>(getType());
  if (builder.getKeys() != table.getKeys() || builder.getValues() != table.getValues())
    return emitOpError() << "makes a table of other columns than " << builder << " has";
  return success();
}

LogicalResult JoinInsertOp::verify() {
  auto type = cast<JoinBuilderType>(getRows().getType());
  return success(succeeded(verifyColumns(*this, getKeys(), type.getKeys(), "keys")) &&
                 succeeded(verifyColumns(*this, getPayload(), type.getValues(), "payload")));
}

/// The condition of a join on pairs: of carried columns and the payload.
static LogicalResult verifyCondition(Operation *op, Region &condition, ArrayRef<Type> carried,
                                     JoinTableType table) {
  if (condition.empty())
    return success();
  Block &block = condition.front();
  SmallVector<Type> arguments;
  for (Type element : carried)
    arguments.push_back(ColType::get(op->getContext(), element));
  for (Type element : table.getValues())
    arguments.push_back(ColType::get(op->getContext(), element));
  if (failed(verifyArguments(op, block, arguments, "condition")))
    return failure();
  for (Operation &inside : block.without_terminator()) {
    auto stage = dyn_cast<StageOp>(inside);
    if (!stage || stage.getKeep())
      return inside.emitOpError("is not allowed in a condition; stages that drop no rows are");
  }
  return verifyYield(op, block,
                     ColType::get(op->getContext(), IntegerType::get(op->getContext(), 1)));
}

LogicalResult JoinMarkOp::verifyRegions() {
  auto type = cast<JoinTableType>(getTable().getType());
  if (failed(verifyColumns(*this, getKeys(), type.getKeys(), "keys")))
    return failure();
  return verifyCondition(*this, getCondition(), getElements(getCarried()), type);
}

LogicalResult JoinProbeOp::verifyRegions() {
  auto type = cast<JoinTableType>(getTable().getType());
  if (failed(verifyColumns(*this, getKeys(), type.getKeys(), "keys")))
    return failure();
  SmallVector<Type> carried = getElements(getCarried()), expected = carried;
  if (getKind() == df::JoinKind::cross)
    return emitOpError("has no kind cross; join without keys");
  bool isExistence = getKind() == df::JoinKind::semi || getKind() == df::JoinKind::anti;
  if (!isExistence)
    llvm::append_range(expected, type.getValues());
  if (getKind() == df::JoinKind::left || getKind() == df::JoinKind::full)
    expected.push_back(IntegerType::get(getContext(), 1));
  if (getElements(getOutputs()) != expected)
    return emitOpError() << "of kind " << df::stringifyJoinKind(getKind())
                         << " must have the results (" << expected << ")";
  return verifyCondition(*this, getCondition(), carried, type);
}

LogicalResult SortCreateOp::verify() {
  auto type = cast<SorterType>(getType());
  if (type.getKeys().size() != getDescending().size())
    return emitOpError() << "has " << getDescending().size() << " directions for "
                         << type.getKeys().size() << " keys";
  for (auto [key, descending] : llvm::zip_equal(type.getKeys(), getDescending()))
    if (descending && key.isInteger(64))
      return emitOpError("descending words are complemented, not marked");
  if (getOffset() < 0 || getLimit() < -1)
    return emitOpError("offset must not be negative, and limit at least -1");
  return success();
}

LogicalResult SortAppendOp::verify() {
  auto type = cast<SorterType>(getSorter().getType());
  return success(succeeded(verifyColumns(*this, getKeys(), type.getKeys(), "keys")) &&
                 succeeded(verifyColumns(*this, getPayload(), type.getValues(), "payload")));
}

LogicalResult OutputOp::verify() {
  ArrayRef<Type> types = cast<ResultType>(getResult().getType()).getTypes();
  if (getNullable().size() != types.size())
    return emitOpError() << "has " << getNullable().size() << " nullable flags for " << types.size()
                         << " result columns";
  SmallVector<Type> expected;
  for (auto [type, nullable] : llvm::zip_equal(types, getNullable())) {
    expected.push_back(type);
    if (nullable)
      expected.push_back(IntegerType::get(getContext(), 1));
  }
  return verifyColumns(*this, getColumns(), expected, "columns");
}
