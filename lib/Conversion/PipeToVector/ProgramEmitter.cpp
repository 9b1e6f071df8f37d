//===- ProgramEmitter.cpp - The entry function of a program ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The program function becomes straight-line code over the runtime: create a state,
// run a pipeline, finish a state; each step that fails leaves with its status.
//
//===----------------------------------------------------------------------===//

#include "PipelineEmitter.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"

using namespace molt;
using namespace molt::vectorize;

namespace {
class ProgramEmitter {
public:
  ProgramEmitter(func::FuncOp program, const Options &options)
      : program(program), options(options), b(program.getContext(), program.getLoc()) {}

  LogicalResult emit();

private:
  LogicalResult emitPipeline(pipe::PipelineOp pipeline);
  void emitGroupFinish(pipe::AggFinishOp finish);
  void emitGlobalFinish(pipe::AggFinishOp finish);
  Value emitFrameSpec(pipe::WindowFramesOp op);
  void emitFrameStates(pipe::FrameStatesOp op);
  void emitFrameIndex(pipe::FrameIndexOp op);
  func::FuncOp emitMerge(pipe::AggCreateOp create, const RowLayout &layout);
  func::FuncOp createFunction(const Twine &suffix, ArrayRef<Type> arguments);
  void failUnlessOk(Value status);
  Value failIfNull(Value address);

  func::FuncOp program;
  const Options &options;
  CodeBuilder b;
  Value execution;
  Block *exit = nullptr;
  DenseMap<Value, Value> addresses; ///< Runtime objects by state.
  unsigned functionCount = 0;
};
} // namespace

func::FuncOp vectorize::createFunction(CodeBuilder &b, func::FuncOp before, const Twine &name,
                                       ArrayRef<Type> arguments, const Options &options) {
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPoint(before);
  auto function =
      b.make<func::FuncOp>(name.str(), FunctionType::get(b.getContext(), arguments, b.i(32)));
  function.setPrivate();
  function->setAttr("llvm.linkage",
                    LLVM::LinkageAttr::get(b.getContext(), LLVM::Linkage::Internal));
  function->setAttr("molt_simd.target", options.target);
  return function;
}

func::FuncOp ProgramEmitter::createFunction(const Twine &suffix, ArrayRef<Type> arguments) {
  return vectorize::createFunction(b, program, program.getName() + suffix, arguments, options);
}

void ProgramEmitter::failUnlessOk(Value status) {
  Value ok = b.eq(status, b.constI32(MOLT_OK));
  Block *next = b.getBlock()->splitBlock(b.getInsertionPoint());
  b.setInsertionPointToEnd(next->getPrevNode());
  b.make<cf::CondBranchOp>(ok, next, ValueRange(), exit, ValueRange(status));
  b.setInsertionPointToStart(next);
}

Value ProgramEmitter::failIfNull(Value address) {
  Value isNull =
      b.make<LLVM::ICmpOp>(LLVM::ICmpPredicate::eq, address, b.make<LLVM::ZeroOp>(b.ptr()));
  // The runtime has recorded the error; the status only has to differ from OK.
  Value status = b.constI32(MOLT_OUT_OF_MEMORY);
  Block *next = b.getBlock()->splitBlock(b.getInsertionPoint());
  b.setInsertionPointToEnd(next->getPrevNode());
  b.make<cf::CondBranchOp>(isNull, exit, ValueRange(status), next, ValueRange());
  b.setInsertionPointToStart(next);
  return address;
}

LogicalResult ProgramEmitter::emitPipeline(pipe::PipelineOp pipeline) {
  // States used inside, in order of first use.
  llvm::SetVector<Value> states;
  pipeline.getBody().walk([&](Operation *op) {
    for (Value operand : op->getOperands())
      if (operand.getParentRegion() == pipeline->getParentRegion())
        states.insert(operand);
  });
  func::FuncOp function =
      createFunction("_pipeline" + Twine(functionCount++), {b.ptr(), b.ptr(), b.ptr()});
  if (failed(PipelineEmitter(pipeline, states.getArrayRef(), function, options).emit()))
    return failure();

  Value array =
      b.make<LLVM::AllocaOp>(b.ptr(), b.i(64), b.constI32(std::max<size_t>(states.size(), 1)));
  for (auto [index, state] : llvm::enumerate(states))
    b.store(addresses[state], array, 8 * index);
  Value callee = b.make<rt::AddressOfOp>(b.ptr(), function.getSymName());
  Value parallel = b.constI32(pipeline.getParallel());
  if (auto table = pipeline.getSource().getDefiningOp<pipe::TableSourceOp>())
    failUnlessOk(b.call("molt_rt_scan_table",
                        {execution, b.constI32(table.getInput()), callee, array, parallel}));
  else
    failUnlessOk(b.call("molt_rt_scan_rows",
                        {execution, addresses[pipeline.getSource()], callee, array, parallel}));
  return success();
}

//===----------------------------------------------------------------------===//
// Aggregation
//===----------------------------------------------------------------------===//

/// Merges the workers' rows into the first.
void ProgramEmitter::emitGlobalFinish(pipe::AggFinishOp finish) {
  auto create = finish.getGroups().getDefiningOp<pipe::AggCreateOp>();
  RowLayout layout = getGroupLayout(cast<pipe::AggBuilderType>(finish.getGroups().getType()));
  Value state = addresses[finish.getGroups()];
  Value target = b.call("molt_rt_global_row", {state, b.constI32(0)});
  Value others = b.sub(b.call("molt_rt_worker_count", execution), b.constI32(1));
  b.loop(b.toIndex(others), 1, {}, [&](Value index, ValueRange) -> SmallVector<Value> {
    Value worker = b.add(b.make<arith::IndexCastOp>(b.i(32), index), b.constI32(1));
    Value source = b.call("molt_rt_global_row", {state, worker});
    SmallVector<Value> arguments;
    for (Value row : {target, source})
      for (unsigned field = 0; field < layout.getNumFields(); ++field)
        arguments.push_back(loadRowField(b, row, layout, field)[0]);
    for (auto [field, value] :
         llvm::enumerate(inlineScalar(b, create.getMerge().front(), arguments)))
      storeRowField(b, target, layout, field, {value});
    return {};
  });
  addresses[finish.getResult()] = failIfNull(b.call("molt_rt_global_finish", {execution, state}));
}

/// A MoltMergeFn: adds stored groups to a table.
func::FuncOp ProgramEmitter::emitMerge(pipe::AggCreateOp create, const RowLayout &layout) {
  func::FuncOp function =
      createFunction("_merge" + Twine(functionCount++), {b.ptr(), b.ptr(), b.ptr(), b.i(64)});
  OpBuilder::InsertionGuard guard(b);
  Block *entry = function.addEntryBlock();
  b.setInsertionPointToEnd(entry);
  auto type = cast<pipe::AggBuilderType>(create.getType());
  size_t keyCount = type.getKeys().size(), stateCount = type.getValues().size();
  Value table = entry->getArgument(1), rows = entry->getArgument(2);
  Value directory = b.load(b.ptr(), table, offsetof(MoltGroupTable, directory));
  Value mask = b.load(b.i(64), table, offsetof(MoltGroupTable, mask));
  auto loadStates = [&](Value row) {
    SmallVector<Value> values;
    for (size_t i = 0; i < stateCount; ++i)
      values.push_back(loadRowField(b, row, layout, keyCount + i)[0]);
    return values;
  };
  auto storeStates = [&](Value row, ValueRange values) {
    for (auto [index, value] : llvm::enumerate(values))
      storeRowField(b, row, layout, keyCount + index, {value});
  };
  b.loop(b.toIndex(entry->getArgument(3)), 1, {},
         [&](Value index, ValueRange) -> SmallVector<Value> {
           Value source = b.load(b.ptr(), b.offset(rows, b.mul(b.toI64(index), b.constI64(8))));
           SmallVector<Parts> keys;
           for (size_t i = 0; i < keyCount; ++i)
             keys.push_back(loadRowField(b, source, layout, i));
           Value hash = b.load(b.i(64), source);
           auto [target, isNew] =
               emitFindOrInsert(b, table, directory, mask, hash, layout, keys, [&](Value fresh) {
                 b.make<LLVM::MemcpyOp>(b.offset(fresh, 8), b.offset(source, 8),
                                        b.constI64(layout.getSize() - 8), /*isVolatile=*/false);
               });
           b.ifThen(b.lxor(isNew, b.constInt(b.i(1), 1)), [&, target = target] {
             SmallVector<Value> arguments = loadStates(target);
             llvm::append_range(arguments, loadStates(source));
             storeStates(target, inlineScalar(b, create.getMerge().front(), arguments));
           });
           return {};
         });
  b.make<func::ReturnOp>(ValueRange(b.constI32(MOLT_OK)));
  return function;
}

void ProgramEmitter::emitGroupFinish(pipe::AggFinishOp finish) {
  auto create = finish.getGroups().getDefiningOp<pipe::AggCreateOp>();
  RowLayout layout = getGroupLayout(cast<pipe::AggBuilderType>(finish.getGroups().getType()));
  func::FuncOp merge = emitMerge(create, layout);
  Value callee = b.make<rt::AddressOfOp>(b.ptr(), merge.getSymName());
  addresses[finish.getResult()] = failIfNull(b.call(
      "molt_rt_group_finish", {execution, addresses[finish.getGroups()], callee, b.constI32(1)}));
}

//===----------------------------------------------------------------------===//
// Windows
//===----------------------------------------------------------------------===//

static MoltFrameForm getFrameForm(pipe::WindowFramesOp op) {
  if (op.getFrame().getUnits() == df::FrameUnits::rows)
    return MOLT_FRAME_ROWS;
  if (!op.getKey() || !op.getFrame().hasDistance())
    return MOLT_FRAME_PEERS;
  Type key = *op.getKey();
  if (key.isF32())
    return MOLT_FRAME_F32;
  if (key.isF64())
    return MOLT_FRAME_F64;
  return key.isInteger(128) ? MOLT_FRAME_WIDE : MOLT_FRAME_WORD;
}

/// A MoltFrameSpec.
Value ProgramEmitter::emitFrameSpec(pipe::WindowFramesOp op) {
  auto distance = [](Attribute bound) -> int64_t {
    if (auto real = dyn_cast_or_null<FloatAttr>(bound))
      return llvm::bit_cast<int64_t>(real.getValueAsDouble());
    return bound ? cast<IntegerAttr>(bound).getInt() : 0;
  };
  df::FrameAttr frame = op.getFrame();
  auto bounds = op.getWindow().getDefiningOp<pipe::WindowBoundsOp>();
  static_assert(sizeof(MoltFrameSpec) == 9 * 8, "words");
  return b.words({getFrameForm(op), static_cast<bool>(frame.getStart()), distance(frame.getStart()),
                  static_cast<bool>(frame.getEnd()), distance(frame.getEnd()),
                  bounds.getPartition(), op.getDescending(), op.getNullable(), op.getNullsFirst()});
}

void ProgramEmitter::emitFrameStates(pipe::FrameStatesOp op) {
  func::FuncOp function =
      createFunction("_frames" + Twine(functionCount++),
                     {b.ptr(), b.ptr(), b.ptr(), b.ptr(), b.i(64), b.i(64)});
  emitFrameFunction(b, op, function);
  RowLayout layout = getFrameLayout(cast<pipe::FrameStatesType>(op.getType()));
  Value callee = b.make<rt::AddressOfOp>(b.ptr(), function.getSymName());
  addresses[op.getResult()] = failIfNull(
      b.call("molt_rt_frame_states",
             {execution, addresses[op.getRows()], addresses[op.getFrames()],
              b.constI64(layout.getSize()), callee, b.constI32(op.getParallel())}));
}

void ProgramEmitter::emitFrameIndex(pipe::FrameIndexOp op) {
  auto [layout, first] = getScannedLayout(op.getRows());
  auto offsetOf = [&, &layout = layout, first = first](unsigned index) -> int64_t {
    if (op.getFields().size() <= index)
      return -1;
    return layout.getOffset(first + op.getFields()[index]);
  };
  addresses[op.getResult()] = failIfNull(
      b.call("molt_rt_frame_index",
             {execution, addresses[op.getRows()], addresses[op.getFrames()],
              b.constI64(offsetOf(0)), b.constI64(offsetOf(1)), b.constI32(op.getDistinct())}));
}

//===----------------------------------------------------------------------===//
// The function
//===----------------------------------------------------------------------===//

/// Low and high half of a bound.
static std::pair<Value, Value> splitBound(CodeBuilder &b, Attribute attr) {
  APInt bound = cast<IntegerAttr>(attr).getValue();
  return {b.constI64(bound.extractBits(64, 0).getSExtValue()),
          b.constI64(bound.extractBits(64, 64).getSExtValue())};
}

LogicalResult ProgramEmitter::emit() {
  SmallVector<Operation *> steps;
  for (Operation &op : program.getBody().front())
    steps.push_back(&op);
  // The new body is built behind the old one, which goes at the end.
  Block *old = &program.getBody().front();
  Block *entry = new Block;
  program.getBody().push_back(entry);
  execution = entry->addArgument(b.ptr(), b.loc);
  exit = new Block;
  program.getBody().push_back(exit);
  exit->addArgument(b.i(32), b.loc);
  b.setInsertionPointToEnd(exit);
  b.make<func::ReturnOp>(ValueRange(exit->getArgument(0)));
  b.setInsertionPointToEnd(entry);

  for (Operation *op : steps) {
    b.loc = op->getLoc();
    if (isa<pipe::TableSourceOp>(op))
      continue; // Part of the pipelines that scan it.
    if (auto guard = dyn_cast<pipe::GuardRowsOp>(op)) {
      failUnlessOk(b.call("molt_rt_guard_rows",
                          {execution, b.constI32(guard.getInput()), b.constI64(guard.getMax())}));
    } else if (auto guard = dyn_cast<pipe::GuardColumnOp>(op)) {
      Value zero = b.constI64(0), minLow = zero, minHigh = zero, maxLow = zero, maxHigh = zero;
      if (guard.getRange()) {
        std::tie(minLow, minHigh) = splitBound(b, (*guard.getRange())[0]);
        std::tie(maxLow, maxHigh) = splitBound(b, (*guard.getRange())[1]);
      }
      Value maxNulls = b.constI64(guard.getNonnull() ? 0 : INT64_MAX);
      failUnlessOk(
          b.call("molt_rt_guard_column",
                 {execution, b.constI32(guard.getInput()), b.constI32(guard.getColumn()), maxNulls,
                  b.constI32(guard.getRange().has_value()), minLow, minHigh, maxLow, maxHigh,
                  b.constI32(guard.getUnique())}));
    } else if (auto pipeline = dyn_cast<pipe::PipelineOp>(op)) {
      if (failed(emitPipeline(pipeline)))
        return failure();
    } else if (auto create = dyn_cast<pipe::AggCreateOp>(op)) {
      auto type = cast<pipe::AggBuilderType>(create.getType());
      RowLayout layout = getGroupLayout(type);
      bool global = type.getKeys().empty();
      Value state = failIfNull(b.call(global ? "molt_rt_global_create" : "molt_rt_group_create",
                                      {execution, b.constI64(layout.getSize())}));
      addresses[create.getResult()] = state;
      if (global)
        b.loop(b.toIndex(b.call("molt_rt_worker_count", execution)), 1, {},
               [&](Value index, ValueRange) -> SmallVector<Value> {
                 Value worker = b.make<arith::IndexCastOp>(b.i(32), index);
                 Value row = b.call("molt_rt_global_row", {state, worker});
                 for (auto [field, value] :
                      llvm::enumerate(inlineScalar(b, create.getInit().front(), {})))
                   storeRowField(b, row, layout, field, {value});
                 return {};
               });
    } else if (auto finish = dyn_cast<pipe::AggFinishOp>(op)) {
      if (cast<pipe::AggBuilderType>(finish.getGroups().getType()).getKeys().empty())
        emitGlobalFinish(finish);
      else
        emitGroupFinish(finish);
    } else if (auto create = dyn_cast<pipe::JoinCreateOp>(op)) {
      auto type = cast<pipe::JoinBuilderType>(create.getType());
      RowLayout layout = getJoinLayout(type.getKeys(), type.getValues());
      addresses[create.getResult()] =
          failIfNull(b.call("molt_rt_join_create", {execution, b.constI64(layout.getSize())}));
    } else if (auto finish = dyn_cast<pipe::JoinFinishOp>(op)) {
      Value table = failIfNull(
          b.call("molt_rt_join_finish", {execution, addresses[finish.getRows()], b.constI32(1)}));
      addresses[finish.getResult()] = table;
      if (std::optional<ArrayRef<int64_t>> range = finish.getKeyRange()) {
        auto type = cast<pipe::JoinTableType>(finish.getType());
        RowLayout layout = getJoinLayout(type.getKeys(), type.getValues());
        failUnlessOk(b.call("molt_rt_join_bitmap",
                            {execution, table, b.constI64(layout.getOffset(0)),
                             b.constI64(getStoredBytes(type.getKeys()[0])), b.constI64((*range)[0]),
                             b.constI64((*range)[1] - (*range)[0] + 1)}));
      }
    } else if (isa<pipe::JoinUnmatchedOp, pipe::JoinMatchedOp>(op)) {
      addresses[op->getResult(0)] = failIfNull(
          b.call("molt_rt_join_rows", {execution, addresses[op->getOperand(0)],
                                       b.constI32(isa<pipe::JoinMatchedOp>(op)), b.constI32(1)}));
    } else if (auto create = dyn_cast<pipe::SortCreateOp>(op)) {
      auto type = cast<pipe::SorterType>(create.getType());
      RowLayout layout = getSortLayout(type);
      size_t keyCount = type.getKeys().size();
      Value keys =
          b.make<LLVM::AllocaOp>(b.ptr(), b.i(64), b.constI32(std::max<size_t>(keyCount, 1)));
      static_assert(sizeof(MoltSortKey) == 8, "one word a key");
      for (auto [index, key] : llvm::enumerate(type.getKeys())) {
        int64_t base = index * sizeof(MoltSortKey);
        b.store(b.constI32(isa<str::Utf8Type>(key)), keys, base + offsetof(MoltSortKey, is_view));
        b.store(b.constI32(create.getDescending()[index]), keys,
                base + offsetof(MoltSortKey, descending));
      }
      addresses[create.getResult()] =
          failIfNull(b.call("molt_rt_sort_create",
                            {execution, b.constI64(layout.getSize()), keys, b.constI32(keyCount),
                             b.constI64(create.getOffset()), b.constI64(create.getLimit())}));
    } else if (auto finish = dyn_cast<pipe::SortFinishOp>(op)) {
      addresses[finish.getResult()] = failIfNull(
          b.call("molt_rt_sort_finish", {execution, addresses[finish.getSorter()], b.constI32(1)}));
    } else if (auto bounds = dyn_cast<pipe::WindowBoundsOp>(op)) {
      addresses[bounds.getResult()] =
          failIfNull(b.call("molt_rt_window_bounds",
                            {execution, addresses[bounds.getSorter()], addresses[bounds.getRows()],
                             b.constI64(bounds.getPartition())}));
    } else if (auto frames = dyn_cast<pipe::WindowFramesOp>(op)) {
      addresses[frames.getResult()] = failIfNull(
          b.call("molt_rt_window_frames",
                 {execution, addresses[frames.getWindow()], addresses[frames.getSorter()],
                  addresses[frames.getWindow().getDefiningOp<pipe::WindowBoundsOp>().getRows()],
                  emitFrameSpec(frames)}));
    } else if (auto states = dyn_cast<pipe::FrameStatesOp>(op)) {
      emitFrameStates(states);
    } else if (auto index = dyn_cast<pipe::FrameIndexOp>(op)) {
      emitFrameIndex(index);
    } else if (auto create = dyn_cast<pipe::ResultCreateOp>(op)) {
      addresses[create.getResult()] = failIfNull(b.call("molt_rt_result_create", execution));
    } else if (isa<func::ReturnOp>(op)) {
      b.make<func::ReturnOp>(ValueRange(b.constI32(MOLT_OK)));
    } else {
      return op->emitOpError("has no lowering in a program function; run the conversion to "
                             "molt_pipe first");
    }
  }
  // Users come after definitions: erase from the end.
  while (!old->empty())
    old->back().erase();
  old->erase();
  if (exit->hasNoPredecessors())
    exit->erase(); // Unreachable blocks are not converted.
  program.setFunctionType(FunctionType::get(b.getContext(), b.ptr(), b.i(32)));
  program->setAttr("molt_simd.target", options.target);
  return success();
}

LogicalResult vectorize::emitProgram(func::FuncOp program, const Options &options) {
  return ProgramEmitter(program, options).emit();
}
