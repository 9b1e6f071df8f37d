//===- PipelineEmitter.cpp - The function of a pipeline -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PipelineEmitter.h"
#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/IR/IRMapping.h"

using namespace molt;
using namespace molt::vectorize;

//===----------------------------------------------------------------------===//
// The function
//===----------------------------------------------------------------------===//

LogicalResult PipelineEmitter::emit() {
  Block *entry = function.addEntryBlock();
  execution = entry->getArgument(0);
  args = entry->getArgument(1);
  morsel = entry->getArgument(2);
  failBlock = new Block;
  function.getBody().push_back(failBlock);
  failBlock->addArgument(b.i(32), b.loc);
  b.setInsertionPointToEnd(failBlock);
  b.make<func::ReturnOp>(ValueRange(failBlock->getArgument(0)));

  b.setInsertionPointToEnd(entry);
  emitPrologue();
  LogicalResult result = emitBatches();
  if (failBlock->hasNoPredecessors())
    failBlock->erase(); // Unreachable blocks are not converted.
  return result;
}

/// Whether some operator writes batch buffers; if not, a morsel is one batch.
bool PipelineEmitter::needsBuffers() {
  if (isa<pipe::RowsType>(pipeline.getSource().getType()))
    return true;
  for (BlockArgument argument : pipeline.getBody().getArguments())
    if (!argument.use_empty() &&
        isa<str::Utf8Type>(cast<pipe::ColType>(argument.getType()).getElementType()))
      return true;
  for (Operation &op : pipeline.getBody().front()) {
    if (auto stage = dyn_cast<pipe::StageOp>(op)) {
      auto update = dyn_cast_or_null<pipe::AggUpdateOp>(stage->getNextNode());
      if (!update || !update.getKeys().empty())
        return true;
    } else if (auto update = dyn_cast<pipe::AggUpdateOp>(op)) {
      if (!update.getKeys().empty())
        return true;
    } else {
      return true;
    }
  }
  return false;
}

void PipelineEmitter::emitPrologue() {
  morselBegin = b.load(b.i(64), morsel, offsetof(MoltMorsel, begin));
  morselEnd = b.load(b.i(64), morsel, offsetof(MoltMorsel, end));
  worker = b.load(b.i(32), morsel, offsetof(MoltMorsel, worker));

  auto failIfNull = [&](Value address) {
    Value isNull =
        b.make<LLVM::ICmpOp>(LLVM::ICmpPredicate::eq, address, b.make<LLVM::ZeroOp>(b.ptr()));
    Block *next = b.getBlock()->splitBlock(b.getInsertionPoint());
    b.setInsertionPointToEnd(next->getPrevNode());
    Value status = b.constI32(MOLT_OUT_OF_MEMORY);
    b.make<cf::CondBranchOp>(isNull, failBlock, ValueRange(status), next, ValueRange());
    b.setInsertionPointToStart(next);
  };
  for (auto [index, state] : llvm::enumerate(states)) {
    Value shared = b.load(b.ptr(), args, 8 * index);
    Type type = state.getType();
    if (auto groups = dyn_cast<pipe::AggBuilderType>(type)) {
      if (groups.getKeys().empty()) {
        localStates[state] = b.call("molt_rt_global_row", {shared, worker});
      } else {
        localStates[state] = b.call("molt_rt_group_local", {execution, shared, worker});
        failIfNull(localStates[state]);
      }
    } else if (isa<pipe::JoinBuilderType, pipe::SorterType>(type)) {
      localStates[state] = b.call("molt_rt_append_local", {execution, shared, worker});
      failIfNull(localStates[state]);
    } else {
      localStates[state] = shared; // Result, join table, window.
    }
  }
  if (needsBuffers()) {
    scratchBytes = b.make<arith::ConstantOp>(b.getI64IntegerAttr(0));
    scratch = b.call("molt_rt_scratch", {execution, worker, scratchBytes});
    failIfNull(scratch);
  }
  // Everything made later for the prologue goes before this operation.
  prologueEnd = b.make<arith::ConstantOp>(b.getI32IntegerAttr(MOLT_OK));
}

//===----------------------------------------------------------------------===//
// Columns
//===----------------------------------------------------------------------===//

BatchColumn PipelineEmitter::fromAddress(Type element, Value address, Value offset) {
  BatchColumn column;
  column.element = element;
  column.address = address;
  column.offset = offset;
  column.memory = b.make<rt::BufferOp>(
      MemRefType::get({ShapedType::kDynamic}, getMemoryType(element)), address);
  return column;
}

BatchColumn PipelineEmitter::allocate(Type element) {
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPoint(prologueEnd);
  static_assert(kBufferRows % 64 == 0, "buffers are 64-byte aligned");
  auto reserve = [&](unsigned bytes) {
    Value address = b.offset(scratch, scratchEnd);
    scratchEnd += kBufferRows * bytes;
    return address;
  };
  int64_t start = scratchEnd;
  if (isa<str::Utf8Type>(element)) {
    BatchColumn low = fromAddress(b.i(64), reserve(8), {});
    BatchColumn high = fromAddress(b.i(64), reserve(8), {});
    low.kind = BatchColumn::Kind::View;
    low.element = element;
    low.high = high.memory;
    low.highAddress = high.address;
    low.scratchOffset = start;
    return low;
  }
  BatchColumn column = fromAddress(element, reserve(getStoredBytes(element)), {});
  column.scratchOffset = start;
  return column;
}

SmallVector<BatchColumn> PipelineEmitter::allocateUsed(ValueRange columns, Batch &batch) {
  SmallVector<BatchColumn> buffers;
  for (Value column : columns) {
    buffers.emplace_back();
    if (column.use_empty())
      continue;
    buffers.back() = allocate(cast<pipe::ColType>(column.getType()).getElementType());
    batch.columns[column] = buffers.back();
  }
  return buffers;
}

void vectorize::addCopies(SmallVectorImpl<int64_t> &copies, const BatchColumn &column, int64_t low,
                          int64_t high, bool fromColumn) {
  auto add = [&](int64_t there, int64_t bytes, int64_t here) {
    if (fromColumn)
      copies.append({here, bytes, there});
    else
      copies.append({there, bytes, here});
  };
  if (column.kind == BatchColumn::Kind::View) {
    add(low, 8, column.scratchOffset);
    add(high, 8, column.getHighScratchOffset());
  } else {
    add(low, getStoredBytes(column.element), column.scratchOffset);
  }
}

void PipelineEmitter::emitFieldCopies(StringRef callee, ValueRange leading,
                                      ArrayRef<int64_t> copies, ValueRange trailing) {
  if (copies.empty())
    return;
  constexpr size_t kWords = sizeof(MoltFieldCopy) / 8;
  SmallVector<Value> arguments(leading);
  arguments.append({b.words(copies), b.constI64(copies.size() / kWords)});
  llvm::append_range(arguments, trailing);
  b.call(callee, arguments);
}

/// Whether an operation is as cheap to repeat as its result is to pass on.
static bool isCheap(Operation *op) {
  if (auto gep = dyn_cast<LLVM::GEPOp>(op))
    return gep.getDynamicIndices().empty();
  return op->hasTrait<OpTrait::ConstantLike>() ||
         isa<rt::BufferOp, rt::WordsOp, rt::StringOp, LLVM::ZeroOp>(op);
}

FailureOr<Value> PipelineEmitter::emitOutlined(StringRef suffix,
                                               function_ref<FailureOr<Value>()> body) {
  func::FuncOp outlined = createFunction(b, function, function.getName() + suffix, {}, options);
  Block *entry = outlined.addEntryBlock();
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToEnd(entry);
    FailureOr<Value> status = body();
    if (failed(status))
      return failure();
    b.make<func::ReturnOp>(ValueRange(*status));
  }
  // What the body took from this function becomes an argument, or is done again.
  IRMapping inside;
  SmallVector<Value> passed;
  CodeBuilder start(b.getContext(), b.loc);
  start.setInsertionPointToStart(entry);
  std::function<Value(Value)> bring = [&](Value value) -> Value {
    if (outlined->isAncestor(value.getParentBlock()->getParentOp()))
      return value;
    if (Value known = inside.lookupOrNull(value))
      return known;
    Operation *op = value.getDefiningOp();
    if (op && isCheap(op)) {
      for (Value operand : op->getOperands())
        bring(operand);
      start.clone(*op, inside);
      return inside.lookup(value);
    }
    passed.push_back(value);
    inside.map(value, entry->addArgument(value.getType(), value.getLoc()));
    return inside.lookup(value);
  };
  // What is cloned to the start needs no second look.
  SmallVector<Operation *> operations;
  outlined.walk([&](Operation *op) { operations.push_back(op); });
  for (Operation *op : operations)
    for (OpOperand &operand : op->getOpOperands())
      operand.set(bring(operand.get()));
  outlined.setFunctionType(FunctionType::get(b.getContext(), entry->getArgumentTypes(), b.i(32)));
  return b.make<func::CallOp>(outlined, passed).getResult(0);
}

Value PipelineEmitter::getHashMask() {
  if (!hashMask) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(prologueEnd);
    hashMask = b.call("molt_rt_hash_mask", execution);
  }
  return hashMask;
}

static Value position(CodeBuilder &b, const BatchColumn &column, Value row) {
  return column.offset ? b.add(column.offset, row) : row;
}

Parts PipelineEmitter::loadScalar(const BatchColumn &column, Value row) {
  switch (column.kind) {
  case BatchColumn::Kind::Bitmap: {
    Value bit = b.add(column.offset, b.toI64(row));
    if (column.positionMask)
      bit = b.land(bit, column.positionMask);
    Value byte = b.load(b.i(8), b.offset(column.address, b.shr(bit, b.constI64(3))), 0, 1);
    Value shift = b.make<arith::TruncIOp>(b.i(8), b.land(bit, b.constI64(7)));
    return {b.make<arith::TruncIOp>(b.i(1), b.shr(byte, shift)).getResult()};
  }
  case BatchColumn::Kind::View: {
    Value at = position(b, column, row);
    return {b.make<memref::LoadOp>(column.memory, at).getResult(),
            b.make<memref::LoadOp>(column.high, at).getResult()};
  }
  case BatchColumn::Kind::Memory: {
    Value value = b.make<memref::LoadOp>(column.memory, position(b, column, row));
    if (column.element.isInteger(1))
      value = b.make<arith::TruncIOp>(b.i(1), value);
    return {value};
  }
  }
  llvm_unreachable("unknown kind");
}

void PipelineEmitter::storeScalar(const BatchColumn &column, Value row, const Parts &parts) {
  Value at = position(b, column, row);
  Value value = parts[0];
  if (column.element.isInteger(1))
    value = b.make<arith::ExtUIOp>(b.i(8), value);
  b.make<memref::StoreOp>(value, column.memory, at);
  if (column.kind == BatchColumn::Kind::View)
    b.make<memref::StoreOp>(parts[1], column.high, at);
}

Value PipelineEmitter::getRowAddress(const BatchColumn &column, Value address) {
  if (!column.offset)
    return address;
  unsigned bytes = column.kind == BatchColumn::Kind::View ? 8 : getStoredBytes(column.element);
  return b.offset(address, b.mul(b.toI64(column.offset), b.constI64(bytes)));
}

BatchColumn PipelineEmitter::materialize(const BatchColumn &column, Batch &batch) {
  if (column.kind != BatchColumn::Kind::Bitmap)
    return column;
  BatchColumn bytes = allocate(b.i(1));
  unsigned lanes = std::min(32u, options.target.getRegisterBytes());
  b.loop(batch.count, lanes, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    storeLanes(bytes, row, loadLanes(column, row, lanes));
    return {};
  });
  return bytes;
}

Parts vectorize::loadRowField(CodeBuilder &b, Value row, const RowLayout &layout, unsigned field) {
  Type type = layout.getType(field);
  unsigned offset = layout.getOffset(field);
  if (isa<str::Utf8Type>(type))
    return {b.load(b.i(64), row, offset), b.load(b.i(64), row, offset + 8)};
  if (type.isInteger(1))
    return {b.make<arith::TruncIOp>(type, b.load(b.i(8), row, offset)).getResult()};
  return {b.load(type, row, offset, std::min(getStoredBytes(type), 8u))};
}

void vectorize::storeRowField(CodeBuilder &b, Value row, const RowLayout &layout, unsigned field,
                              const Parts &parts) {
  Type type = layout.getType(field);
  unsigned offset = layout.getOffset(field);
  if (type.isInteger(1)) {
    b.store(b.make<arith::ExtUIOp>(b.i(8), parts[0]), row, offset);
    return;
  }
  b.store(parts[0], row, offset, std::min(getStoredBytes(type), 8u));
  if (parts.size() == 2)
    b.store(parts[1], row, offset + 8);
}

Parts PipelineEmitter::loadField(Value row, const RowLayout &layout, unsigned field) {
  return loadRowField(b, row, layout, field);
}
void PipelineEmitter::storeField(Value row, const RowLayout &layout, unsigned field,
                                 const Parts &parts) {
  storeRowField(b, row, layout, field, parts);
}

Value vectorize::emitWordsLess(CodeBuilder &b, ValueRange words) {
  auto prefix = [&](Value low) -> Value {
    Value bytes = b.make<arith::TruncIOp>(b.i(32), b.shr(low, b.constI64(32)));
    return b.make<LLVM::ByteSwapOp>(b.i(32), bytes);
  };
  Value lhs = prefix(words[0]), rhs = prefix(words[2]);
  return b.ifElse(
      b.i(1), b.eq(lhs, rhs),
      [&]() -> SmallVector<Value> {
        Value order = b.call("molt_rt_compare_views", words);
        return {b.cmp(arith::CmpIPredicate::slt, order, b.constI32(0))};
      },
      [&]() -> SmallVector<Value> { return {b.cmp(arith::CmpIPredicate::ult, lhs, rhs)}; })[0];
}

SmallVector<Value> vectorize::inlineScalar(CodeBuilder &b, Block &block, ValueRange arguments) {
  IRMapping mapping;
  mapping.map(block.getArguments(), arguments);
  for (Operation &op : block.without_terminator()) {
    if (auto less = dyn_cast<str::WordsLessOp>(op)) {
      SmallVector<Value> words;
      for (Value word : less->getOperands())
        words.push_back(mapping.lookupOrDefault(word));
      mapping.map(less.getResult(), emitWordsLess(b, words));
      continue;
    }
    b.clone(op, mapping);
  }
  SmallVector<Value> results;
  for (Value value : cast<pipe::YieldOp>(block.getTerminator()).getValues())
    results.push_back(mapping.lookupOrDefault(value));
  return results;
}

//===----------------------------------------------------------------------===//
// Sources
//===----------------------------------------------------------------------===//

void PipelineEmitter::bindTableSource(Batch &batch, Value begin) {
  auto source = pipeline.getSource().getDefiningOp<pipe::TableSourceOp>();
  Block &block = pipeline.getBody().front();
  for (auto [index, argument] : llvm::enumerate(block.getArguments())) {
    if (argument.use_empty())
      continue;
    Type element = cast<pipe::ColType>(argument.getType()).getElementType();
    BatchColumn column;
    // Addresses belong to the prologue, positions to the batch.
    OpBuilder::InsertPoint here = b.saveInsertionPoint();
    b.setInsertionPoint(prologueEnd);
    if (!tableColumns)
      tableColumns = b.load(b.ptr(), morsel, offsetof(MoltMorsel, columns));
    Value view = b.offset(tableColumns, source.getColumns()[index] * sizeof(MoltColumnView));
    bool isValidity = source.getValidity()[index];
    Value data =
        b.load(b.ptr(), view,
               isValidity ? offsetof(MoltColumnView, validity) : offsetof(MoltColumnView, data));
    if (element.isInteger(1)) {
      Value firstBit = b.load(b.i(64), view, offsetof(MoltColumnView, bit_offset));
      if (isValidity) {
        // Without a bitmap all rows are valid: read bit 0 to 63 of a constant.
        Value ones = b.make<rt::StringOp>(b.ptr(), b.getStringAttr(std::string(16, '\xFF')));
        Value isNull =
            b.make<LLVM::ICmpOp>(LLVM::ICmpPredicate::eq, data, b.make<LLVM::ZeroOp>(b.ptr()));
        data = b.make<LLVM::SelectOp>(isNull, ones, data);
        column.positionMask = b.select(isNull, b.constI64(0), b.constI64(-1));
      }
      b.restoreInsertionPoint(here);
      column.kind = BatchColumn::Kind::Bitmap;
      column.element = element;
      column.address = data;
      column.offset = b.add(firstBit, begin);
    } else if (isa<str::Utf8Type>(element)) {
      Value bytes = b.load(b.ptr(), view, offsetof(MoltColumnView, bytes));
      b.restoreInsertionPoint(here);
      column = allocate(element);
      b.call("molt_rt_utf8_views",
             {data, bytes, begin, b.toI64(batch.count), column.address, column.highAddress});
    } else {
      column = fromAddress(element, data, {});
      b.restoreInsertionPoint(here);
      column.offset = b.toIndex(begin);
    }
    batch.columns[argument] = column;
  }
}

std::pair<RowLayout, unsigned> vectorize::getScannedLayout(Value rows) {
  Operation *op = rows.getDefiningOp();
  if (isa<pipe::JoinUnmatchedOp, pipe::JoinMatchedOp>(op)) {
    auto type = cast<pipe::JoinTableType>(op->getOperand(0).getType());
    return {getJoinLayout(type.getKeys(), type.getValues()), type.getKeys().size()};
  }
  if (auto finish = dyn_cast<pipe::AggFinishOp>(op))
    return {getGroupLayout(cast<pipe::AggBuilderType>(finish.getGroups().getType())), 0};
  auto sorter = cast<pipe::SorterType>(cast<pipe::SortFinishOp>(op).getSorter().getType());
  return {getSortLayout(sorter), sorter.getKeys().size()};
}

void PipelineEmitter::bindRowsSource(Batch &batch, Value begin) {
  auto [layout, first] = getScannedLayout(pipeline.getSource());
  SmallVector<int64_t> copies;
  ValueRange arguments = pipeline.getBody().getArguments();
  for (auto [index, column] : llvm::enumerate(allocateUsed(arguments, batch)))
    if (column.element)
      addFieldCopies(copies, column, layout.getOffset(first + index), /*toRow=*/false);
  Value rows = b.load(b.ptr(), morsel, offsetof(MoltMorsel, rows));
  rows = b.offset(rows, b.mul(begin, b.constI64(8)));
  emitFieldCopies("molt_rt_gather_rows", {rows, b.toI64(batch.count)}, copies, scratch);
}

//===----------------------------------------------------------------------===//
// Batches and the chain
//===----------------------------------------------------------------------===//

LogicalResult PipelineEmitter::emitBatches() {
  bool isTable = isa<pipe::SourceType>(pipeline.getSource().getType());
  bool buffered = needsBuffers();
  LogicalResult result = success();
  auto emitBatch = [&](Value begin, Value end) -> Value {
    Batch batch;
    batch.count = b.toIndex(b.sub(end, begin));
    Value order = b.load(b.i(64), morsel, offsetof(MoltMorsel, sequence));
    batch.sequence = b.add(b.shl(order, b.constI64(32)), b.sub(begin, morselBegin));
    batch.firstRow = begin;
    if (isTable)
      batch.sourceRow = b.add(b.load(b.i(64), morsel, offsetof(MoltMorsel, row_base)), begin);
    if (isTable)
      bindTableSource(batch, begin);
    else
      bindRowsSource(batch, begin);
    FailureOr<Value> status = emitFrom(&pipeline.getBody().front().front(), batch);
    if (failed(status)) {
      result = failure();
      return b.constI32(MOLT_INTERNAL);
    }
    return *status;
  };
  Value status;
  Value ok = prologueEnd->getResult(0);
  if (!buffered) {
    status = emitBatch(morselBegin, morselEnd);
  } else {
    Value batchSize;
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPoint(prologueEnd);
      batchSize = b.call("molt_rt_batch_size", execution);
    }
    status = b.whileLoop(
        {morselBegin, ok},
        [&](ValueRange state) {
          return b.land(b.cmp(arith::CmpIPredicate::slt, state[0], morselEnd), b.eq(state[1], ok));
        },
        [&](ValueRange state) -> SmallVector<Value> {
          Value end = b.make<arith::MinSIOp>(b.add(state[0], batchSize), morselEnd);
          return {end, emitBatch(state[0], end)};
        })[1];
  }
  b.make<func::ReturnOp>(ValueRange(status));
  if (scratchBytes)
    scratchBytes.setValueAttr(b.getI64IntegerAttr(scratchEnd));
  return result;
}

FailureOr<Value> PipelineEmitter::emitRest(Value status, Operation *next, Batch &batch) {
  if (!next)
    return status ? status : b.constI32(MOLT_OK);
  if (!status)
    return emitFrom(next, batch);
  LogicalResult result = success();
  Value ok = b.eq(status, b.constI32(MOLT_OK));
  Value combined = b.ifElse(
      b.i(32), ok,
      [&]() -> SmallVector<Value> {
        FailureOr<Value> rest = emitFrom(next, batch);
        if (failed(rest)) {
          result = failure();
          return {b.constI32(MOLT_INTERNAL)};
        }
        return {*rest};
      },
      [&]() -> SmallVector<Value> { return {status}; })[0];
  if (failed(result))
    return failure();
  return combined;
}

BatchColumn PipelineEmitter::emitNumbers(Value first, Batch &batch) {
  BatchColumn numbers = allocate(b.i(64));
  unsigned lanes = options.target.getRegisterBytes() / 8;
  auto type = VectorType::get({lanes}, b.i(64));
  auto steps = llvm::to_vector(llvm::seq<int64_t>(0, lanes));
  Value within = b.make<arith::ConstantOp>(DenseElementsAttr::get(type, ArrayRef(steps)));
  b.loop(batch.count, lanes, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    Value number = b.add(first, b.toI64(row));
    storeLanes(numbers, row, {b.add(b.make<vector::BroadcastOp>(type, number), within)});
    return {};
  });
  return numbers;
}

void PipelineEmitter::emitRowOrder(pipe::RowOrderOp op, Batch &batch) {
  batch.columns[op.getResult()] = emitNumbers(batch.sequence, batch);
}

FailureOr<Value> PipelineEmitter::emitAnyStage(pipe::StageOp stage, Batch &batch) {
  return pipe::usesKernel(stage) ? emitKernelStage(stage, batch) : emitStage(stage, batch);
}

FailureOr<Value> PipelineEmitter::emitFrom(Operation *op, Batch &batch) {
  b.loc = op->getLoc();
  Operation *next = op->getNextNode();
  // A null status: cannot fail.
  FailureOr<Value> status = failure();
  if (auto stage = dyn_cast<pipe::StageOp>(op)) {
    auto update = dyn_cast_or_null<pipe::AggUpdateOp>(next);
    if (!pipe::usesKernel(stage) && update && update.getKeys().empty() && !update->getNextNode())
      return emitGlobalUpdate(stage, update, batch);
    status = emitAnyStage(stage, batch);
  } else if (auto order = dyn_cast<pipe::RowOrderOp>(op)) {
    emitRowOrder(order, batch);
    status = Value();
  } else if (isa<pipe::RowNumberOp, pipe::WindowColumnsOp, pipe::FrameBoundsOp,
                 pipe::FrameColumnsOp, pipe::FrameCountsOp, pipe::FrameNthOp, pipe::LookupRowsOp>(
                 op)) {
    emitWindowOp(op, batch);
    status = Value();
  } else if (auto update = dyn_cast<pipe::AggUpdateOp>(op)) {
    if (update.getKeys().empty()) {
      status = emitGlobalUpdate({}, update, batch);
    } else {
      BatchColumn hashes = emitHashes(update.getKeys(), batch);
      status = emitOutlined("_update", [&] { return emitGroupUpdate(update, hashes, batch); });
    }
  } else if (auto insert = dyn_cast<pipe::JoinInsertOp>(op)) {
    status = emitJoinInsert(insert, batch);
  } else if (auto probe = dyn_cast<pipe::JoinProbeOp>(op)) {
    return emitJoinProbe(probe, batch); // Contains the rest of the chain.
  } else if (auto mark = dyn_cast<pipe::JoinMarkOp>(op)) {
    status = emitJoinMark(mark, batch);
  } else if (auto append = dyn_cast<pipe::SortAppendOp>(op)) {
    status = emitSortAppend(append, batch);
  } else if (auto output = dyn_cast<pipe::OutputOp>(op)) {
    status = emitOutput(output, batch);
  } else {
    return op->emitOpError("has no lowering to vector code");
  }
  if (failed(status))
    return failure();
  return emitRest(*status, next, batch);
}
