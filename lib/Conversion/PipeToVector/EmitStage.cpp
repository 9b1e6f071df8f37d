//===- EmitStage.cpp - Stages as loops over vectors -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "Molt/Text/Kernel.h"
#include "PipelineEmitter.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace molt;
using namespace molt::vectorize;

static Type maskType(OpBuilder &b, unsigned lanes) {
  return VectorType::get({lanes}, b.getI1Type());
}

static Value splat(CodeBuilder &b, Value scalar, unsigned lanes) {
  return b.make<vector::BroadcastOp>(VectorType::get({lanes}, scalar.getType()), scalar);
}

static Value splatConstant(CodeBuilder &b, Attribute value, Type element, unsigned lanes) {
  auto type = VectorType::get({lanes}, element);
  return b.make<arith::ConstantOp>(DenseElementsAttr::get(type, value));
}

//===----------------------------------------------------------------------===//
// Lanes
//===----------------------------------------------------------------------===//

/// Lanes of a loop: by the widest value in it. A compacting loop works on one
/// register of the widest type, as compress does; others on several, to hide
/// latencies and to share the cost of narrow columns. Values of 128 bits have no
/// vector instructions: LLVM would take each lane apart, so there is one.
unsigned PipelineEmitter::getLanes(Block *stage, Block *update, bool compacts) {
  unsigned widest = 8;
  auto visit = [&](Type type) {
    if (isa<str::Utf8Type>(type))
      widest = std::max(widest, 64u);
    else if (type.isIntOrFloat())
      widest = std::max(widest, std::min(64u, type.getIntOrFloatBitWidth()));
  };
  bool veryWide = false;
  for (Block *block : {stage, update}) {
    if (!block)
      continue;
    for (Type type : block->getArgumentTypes())
      visit(type);
    for (Operation &op : *block)
      for (Type type : op.getResultTypes()) {
        visit(type);
        veryWide |= type.isIntOrFloat() && type.getIntOrFloatBitWidth() > 64;
      }
    veryWide |= !block->getOps<str::WordsLessOp>().empty(); // Follows addresses, row by row.
  }
  unsigned perRegister = options.target.getRegisterBytes() * 8 / widest;
  if (veryWide)
    return 1;
  if (compacts)
    return std::min(perRegister, 16u);
  if (options.lanes)
    return std::min(options.lanes, 32u);
  return std::min(perRegister * (options.target.getNumRegisters() >= 32 ? 4 : 2), 32u);
}

Parts PipelineEmitter::loadLanes(const BatchColumn &column, Value row, unsigned lanes) {
  auto type = VectorType::get({lanes}, getMemoryType(column.element));
  switch (column.kind) {
  case BatchColumn::Kind::Bitmap: {
    Value bit = b.add(column.offset, b.toI64(row));
    if (column.positionMask)
      bit = b.land(bit, column.positionMask);
    return {b.make<simd::LoadBitmapOp>(maskType(b, lanes), column.address, bit).getResult()};
  }
  case BatchColumn::Kind::View: {
    auto words = VectorType::get({lanes}, b.i(64));
    Value at = column.offset ? b.add(column.offset, row) : row;
    return {b.make<vector::LoadOp>(words, column.memory, at).getResult(),
            b.make<vector::LoadOp>(words, column.high, at).getResult()};
  }
  case BatchColumn::Kind::Memory: {
    Value at = column.offset ? b.add(column.offset, row) : row;
    Value value = b.make<vector::LoadOp>(type, column.memory, at);
    if (column.element.isInteger(1))
      value = b.make<arith::TruncIOp>(maskType(b, lanes), value);
    return {value};
  }
  }
  llvm_unreachable("unknown kind");
}

void PipelineEmitter::storeLanes(const BatchColumn &column, Value row, const Parts &parts) {
  Value value = parts[0];
  auto type = cast<VectorType>(value.getType());
  if (column.element.isInteger(1) && type.getElementType().isInteger(1))
    value = b.make<arith::ExtUIOp>(VectorType::get(type.getShape(), b.i(8)), value);
  b.make<vector::StoreOp>(value, column.memory, row);
  if (column.kind == BatchColumn::Kind::View)
    b.make<vector::StoreOp>(parts[1], column.high, row);
}

/// The selected lanes moved to the front, in memory width.
Parts PipelineEmitter::compressLanes(Type element, const Parts &parts, Value mask, unsigned lanes) {
  auto compress = [&](Value value) -> Value {
    return b.make<simd::CompressOp>(value.getType(), value, mask);
  };
  auto vectorOf = [&](Type type) { return VectorType::get({lanes}, type); };
  if (lanes == 1)
    return parts; // Selected or not: what is behind the last one is not used.
  if (parts.size() == 2)
    return {compress(parts[0]), compress(parts[1])};
  Value value = parts[0];
  unsigned width = element.getIntOrFloatBitWidth();
  if (width < 32) {
    // Bytes and half words have a compress instruction only on few processors.
    value = compress(b.make<arith::ExtUIOp>(vectorOf(b.i(32)), value));
    return {b.make<arith::TruncIOp>(vectorOf(getMemoryType(element)), value).getResult()};
  }
  if (width == 128) {
    Type words = vectorOf(b.i(64)), wide = vectorOf(b.i(128));
    Value shift = splatConstant(b, b.getIntegerAttr(b.i(128), 64), b.i(128), lanes);
    Value low = compress(b.make<arith::TruncIOp>(words, value));
    Value high = compress(b.make<arith::TruncIOp>(words, b.shr(value, shift)));
    return {
        b.lor(b.make<arith::ExtUIOp>(wide, low), b.shl(b.make<arith::ExtUIOp>(wide, high), shift))};
  }
  return {compress(value)};
}

//===----------------------------------------------------------------------===//
// Regions on lanes
//===----------------------------------------------------------------------===//

Parts vectorize::emitStringConstant(CodeBuilder &b, StringRef text, unsigned lanes) {
  uint64_t low = static_cast<uint32_t>(text.size()), high = 0;
  for (size_t i = 0; i < std::min<size_t>(text.size(), 4); ++i)
    low |= uint64_t(uint8_t(text[i])) << (32 + 8 * i);
  Value lowValue = splatConstant(b, b.getI64IntegerAttr(low), b.i(64), lanes);
  if (text.size() > 12) {
    Value address = b.make<rt::StringOp>(b.ptr(), b.getStringAttr(text));
    return {lowValue, splat(b, b.toInteger(address), lanes)};
  }
  for (size_t i = 4; i < text.size(); ++i)
    high |= uint64_t(uint8_t(text[i])) << (8 * (i - 4));
  return {lowValue, splatConstant(b, b.getI64IntegerAttr(high), b.i(64), lanes)};
}

LogicalResult PipelineEmitter::emitLanes(Block &block, unsigned lanes, LaneValues &values,
                                         SmallVectorImpl<Check> &checks, Value active) {
  for (Operation &op : block.without_terminator()) {
    b.loc = op.getLoc();
    auto operand = [&](unsigned index) -> const Parts & {
      return values.find(op.getOperand(index))->second;
    };
    auto splatWord = [&](uint64_t word) {
      return splatConstant(b, b.getI64IntegerAttr(static_cast<int64_t>(word)), b.i(64), lanes);
    };
    if (auto constant = dyn_cast<arith::ConstantOp>(op)) {
      values[constant.getResult()] = {
          splatConstant(b, constant.getValue(), constant.getType(), lanes)};
    } else if (auto text = dyn_cast<str::ConstantOp>(op)) {
      values[text.getResult()] = emitStringConstant(b, text.getValue(), lanes);
    } else if (auto cmp = dyn_cast<str::CmpOp>(op)) {
      Value everywhere = active ? active : splatConstant(b, b.getBoolAttr(true), b.i(1), lanes);
      Value equal = b.make<simd::ViewEqOp>(maskType(b, lanes), operand(0)[0], operand(0)[1],
                                           operand(1)[0], operand(1)[1], everywhere);
      if (cmp.getPredicate() == df::CmpPredicate::ne)
        equal = b.lxor(equal, splatConstant(b, b.getBoolAttr(true), b.i(1), lanes));
      values[cmp.getResult()] = {equal};
    } else if (auto words = dyn_cast<str::ToWordsOp>(op)) {
      values[words.getLow()] = {operand(0)[0]};
      values[words.getHigh()] = {operand(0)[1]};
    } else if (isa<str::IsAbsentOp, str::IsInvalidOp>(op)) {
      // By the length, which no string has.
      uint64_t length = isa<str::IsAbsentOp>(op) ? text::absentString : text::invalidString;
      values[op.getResult(0)] = {b.cmp(arith::CmpIPredicate::eq,
                                       b.land(operand(0)[0], splatWord(UINT32_MAX)),
                                       splatWord(length))};
    } else if (auto words = dyn_cast<str::FromWordsOp>(op)) {
      values[words.getResult()] = {operand(0)[0], operand(1)[0]};
    } else if (auto less = dyn_cast<str::WordsLessOp>(op); less && lanes == 1) {
      SmallVector<Value> words;
      for (unsigned i = 0; i < 4; ++i)
        words.push_back(b.make<vector::ExtractOp>(operand(i)[0], ArrayRef<int64_t>{0}));
      values[less.getResult()] = {splat(b, emitWordsLess(b, words), lanes)};
    } else if (auto check = dyn_cast<pipe::CheckOp>(op)) {
      Value failed = b.lxor(operand(0)[0], splatConstant(b, b.getBoolAttr(true), b.i(1), lanes));
      if (check.getWhen())
        failed = b.land(failed, values.find(check.getWhen())->second[0]);
      checks.push_back({check, failed});
    } else if (auto select = dyn_cast<arith::SelectOp>(op)) {
      Parts parts;
      for (auto [yes, no] : llvm::zip_equal(operand(1), operand(2)))
        parts.push_back(b.select(operand(0)[0], yes, no));
      values[select.getResult()] = parts;
    } else if (lanes == 1 && op.hasTrait<OpTrait::Elementwise>()) {
      // Vectors of one integer of 128 bits are where LLVM fails: it makes vector instructions of
      // their shifts that AVX2 does not have, and 0 of a comparison next to its opposite.
      OperationState state(op.getLoc(), op.getName());
      for (Value value : op.getOperands()) {
        Value vector = values.find(value)->second[0];
        state.addOperands(Value(b.make<vector::ExtractOp>(vector, ArrayRef<int64_t>{0})));
      }
      state.addTypes(op.getResultTypes());
      state.addAttributes(op.getAttrDictionary().getValue());
      Operation *clone = b.create(state);
      for (auto [original, result] : llvm::zip_equal(op.getResults(), clone->getResults()))
        values[original] = {splat(b, result, lanes)};
    } else if (op.hasTrait<OpTrait::Elementwise>()) {
      OperationState state(op.getLoc(), op.getName());
      for (Value value : op.getOperands())
        state.addOperands(values.find(value)->second[0]);
      for (Type type : op.getResultTypes())
        state.addTypes(VectorType::get({lanes}, type));
      state.addAttributes(op.getAttrDictionary().getValue());
      Operation *clone = b.create(state);
      for (auto [original, result] : llvm::zip_equal(op.getResults(), clone->getResults()))
        values[original] = {result};
    } else if (isa<arith::MulSIExtendedOp, arith::MulUIExtendedOp>(op)) {
      OperationState state(op.getLoc(), op.getName());
      state.addOperands({operand(0)[0], operand(1)[0]});
      for (Type type : op.getResultTypes())
        state.addTypes(VectorType::get({lanes}, type));
      Operation *clone = b.create(state);
      for (auto [original, result] : llvm::zip_equal(op.getResults(), clone->getResults()))
        values[original] = {result};
    } else {
      return op.emitOpError("cannot be vectorized; stages may use elementwise arith and math "
                            "operations, string equality and molt_pipe.check (run "
                            "--molt-pipe-split-stages for other string operations)");
    }
  }
  return success();
}

//===----------------------------------------------------------------------===//
// Failures: [row in the batch or -1, number of the check]
//===----------------------------------------------------------------------===//

SmallVector<Value> PipelineEmitter::updateFailure(ValueRange failure, ArrayRef<Check> checks,
                                                  Value row, Value count) {
  if (checks.empty())
    return SmallVector<Value>(failure);
  Value any;
  for (const Check &check : checks)
    any = any ? b.lor(any, check.failed) : check.failed;
  Value bits = b.make<simd::MaskBitsOp>(b.i(64), any);
  Value zero = b.constI64(0);
  // Rare: find the row and the check of the first failure. Lanes behind the last row
  // may seem to fail.
  return b.ifElse(
      failure.getTypes(), b.ne(bits, zero),
      [&]() -> SmallVector<Value> {
        Value first = b.add(b.toI64(row), b.make<math::CountTrailingZerosOp>(bits));
        Value lane = b.land(bits, b.sub(zero, bits)); // Lowest set bit.
        Value number = b.constI32(0);
        for (size_t i = checks.size(); i-- > 0;) {
          Value mask = b.make<simd::MaskBitsOp>(b.i(64), checks[i].failed);
          number = b.select(b.ne(b.land(mask, lane), zero), b.constI32(i), number);
        }
        Value isFirst = b.land(b.cmp(arith::CmpIPredicate::slt, failure[0], zero),
                               b.cmp(arith::CmpIPredicate::slt, first, b.toI64(count)));
        return {b.select(isFirst, first, failure[0]), b.select(isFirst, number, failure[1])};
      },
      [&]() -> SmallVector<Value> { return SmallVector<Value>(failure); });
}

/// "file:line:col" of a location, as far as it has one.
static std::string describeLocation(Location loc) {
  if (auto file = loc->findInstanceOf<FileLineColLoc>())
    return (file.getFilename().getValue() + ":" + Twine(file.getLine()) + ":" +
            Twine(file.getColumn()))
        .str();
  return "";
}

Value PipelineEmitter::emitFailure(ValueRange failure, ArrayRef<pipe::CheckOp> checks,
                                   Batch &batch) {
  Value failed = b.cmp(arith::CmpIPredicate::sge, failure[0], b.constI64(0));
  return b.ifElse(
      b.i(32), failed,
      [&]() -> SmallVector<Value> {
        Value code, message, location;
        for (auto [index, op] : llvm::enumerate(checks)) {
          pipe::CheckOp check = op;
          Value thisCode = b.constI32(check.getCode());
          Value thisMessage = b.make<rt::StringOp>(b.ptr(), check.getMessageAttr());
          Value thisLocation =
              b.make<rt::StringOp>(b.ptr(), b.getStringAttr(describeLocation(check.getLoc())));
          if (!code) {
            code = thisCode, message = thisMessage, location = thisLocation;
            continue;
          }
          Value here = b.eq(failure[1], b.constI32(index));
          code = b.select(here, thisCode, code);
          message = b.make<LLVM::SelectOp>(here, thisMessage, message);
          location = b.make<LLVM::SelectOp>(here, thisLocation, location);
        }
        Value row = batch.sourceRow ? b.add(batch.sourceRow, failure[0]) : b.constI64(-1);
        return {b.call("molt_rt_fail", {execution, code, message, location, row})};
      },
      [&]() -> SmallVector<Value> { return {b.constI32(MOLT_OK)}; })[0];
}

static void collectChecks(Block &block, SmallVectorImpl<pipe::CheckOp> &checks) {
  for (Operation &op : block)
    if (auto check = dyn_cast<pipe::CheckOp>(op))
      checks.push_back(check);
}

//===----------------------------------------------------------------------===//
// Loops over vectors
//===----------------------------------------------------------------------===//

// Loops read and compute whole vectors, also behind the last row, which is harmless:
// buffers are padded, and batch buffers have room behind their end to write to. So a
// stage needs no mask: what lanes behind the end give is not used. Only states in
// registers have to leave these lanes out.

/// Runs `body(row, mask, carried)` over all rows: whole vectors without a mask, then
/// the rest once with a mask.
template <typename Body>
static SmallVector<Value> forLanes(CodeBuilder &b, Value count, unsigned lanes, ValueRange inits,
                                   Body &&body) {
  Value whole = b.land(count, b.constIndex(-static_cast<int64_t>(lanes)));
  SmallVector<Value> carried =
      b.loop(whole, lanes, inits, [&](Value row, ValueRange values) -> SmallVector<Value> {
        return body(row, Value(), values);
      });
  Value rest = b.cmp(arith::CmpIPredicate::ult, whole, count);
  return b.ifElse(
      inits.getTypes(), rest,
      [&]() -> SmallVector<Value> {
        Value mask =
            b.make<vector::CreateMaskOp>(maskType(b, lanes), ValueRange(b.sub(count, whole)));
        return body(whole, mask, carried);
      },
      [&]() -> SmallVector<Value> { return carried; });
}

FailureOr<Value> PipelineEmitter::emitStage(pipe::StageOp stage, Batch &batch) {
  Block &block = stage.getBody().front();
  pipe::YieldOp yield = stage.getYield();
  Value keep = stage.getKeep();
  SmallVector<pipe::CheckOp> checkOps;
  collectChecks(block, checkOps);

  // Results: inputs passed through an unfiltered stage stay where they are.
  Batch next;
  next.count = batch.count;
  next.sequence = batch.sequence;
  if (!keep) {
    next.sourceRow = batch.sourceRow;
    next.columns = batch.columns;
  }
  SmallVector<std::pair<Value, BatchColumn>> stores; // Yielded value, buffer.
  for (auto [yielded, output] : llvm::zip_equal(yield.getValues(), stage.getOutputs())) {
    if (output.use_empty())
      continue;
    Value value = yielded; // Lambdas of C++17 capture no structured bindings.
    auto argument = dyn_cast<BlockArgument>(value);
    if (argument && !keep) {
      next.columns[output] = columnOf(batch, stage.getInputs()[argument.getArgNumber()]);
      continue;
    }
    auto known = llvm::find_if(stores, [&](auto &store) { return store.first == value; });
    if (known == stores.end()) {
      stores.push_back({value, allocate(cast<pipe::ColType>(output.getType()).getElementType())});
      known = std::prev(stores.end());
    }
    next.columns[output] = known->second;
  }
  if (stores.empty() && !keep && checkOps.empty()) {
    batch = next;
    return Value();
  }

  unsigned lanes = getLanes(&block, nullptr, static_cast<bool>(keep));
  // Comparing strings follows addresses, which only rows have.
  bool followsAddresses = lanes > 1 && !block.getOps<str::CmpOp>().empty();
  SmallVector<Value> inits;
  if (!checkOps.empty())
    inits = {b.constI64(-1), b.constI32(0)};
  if (keep)
    inits.append({b.constIndex(0), b.constI64(0)}); // End of the output, last selection.
  LogicalResult result = success();
  SmallVector<Value> carried = b.loop(batch.count, lanes, inits, [&](Value row, ValueRange state) {
    LaneValues values;
    Value active;
    if (followsAddresses)
      active =
          b.make<vector::CreateMaskOp>(maskType(b, lanes), ValueRange(b.sub(batch.count, row)));
    for (auto [argument, input] : llvm::zip_equal(block.getArguments(), stage.getInputs()))
      if (!argument.use_empty())
        values[argument] = loadLanes(columnOf(batch, input), row, lanes);
    SmallVector<Check> checks;
    if (failed(emitLanes(block, lanes, values, checks, active)))
      result = failure();
    b.loc = stage.getLoc();
    if (failed(result))
      return SmallVector<Value>(state);
    SmallVector<Value> nextState;
    if (!checkOps.empty())
      nextState = updateFailure(state.take_front(2), checks, row, batch.count);
    if (!keep) {
      for (auto &[value, buffer] : stores)
        storeLanes(buffer, row, values[value]);
      return nextState;
    }
    Value selected = values[keep][0];
    Value end = state.drop_back().back();
    for (auto &[value, buffer] : stores)
      storeLanes(buffer, end, compressLanes(buffer.element, values[value], selected, lanes));
    Value bits = b.make<simd::MaskBitsOp>(b.i(64), selected);
    nextState.push_back(b.add(end, b.toIndex(b.make<math::CtPopOp>(bits))));
    nextState.push_back(bits);
    return nextState;
  });
  if (failed(result))
    return failure();
  Value status;
  if (!checkOps.empty())
    status = emitFailure(ValueRange(carried).take_front(2), checkOps, batch);
  if (keep) {
    // Rows behind the last one that seemed selected are the last of the output.
    Value rest = b.land(b.toI64(batch.count), b.constI64(lanes - 1));
    Value excess = b.make<math::CtPopOp>(b.shr(carried.back(), rest));
    excess = b.select(b.eq(rest, b.constI64(0)), b.constI64(0), excess);
    next.count = b.sub(carried[carried.size() - 2], b.toIndex(excess));
  }
  batch = next;
  return status;
}

//===----------------------------------------------------------------------===//
// Aggregation without keys: the state in registers
//===----------------------------------------------------------------------===//

/// Clones a pure region on vectors; `arguments` are its block's.
static SmallVector<Value>
inlineLanes(CodeBuilder &b, Block &block, unsigned lanes, ValueRange arguments,
            function_ref<LogicalResult(Block &, unsigned, DenseMap<Value, Parts> &)> emit) {
  DenseMap<Value, Parts> values;
  for (auto [argument, value] : llvm::zip_equal(block.getArguments(), arguments))
    values[argument] = {value};
  if (failed(emit(block, lanes, values)))
    return {};
  SmallVector<Value> results;
  for (Value value : cast<pipe::YieldOp>(block.getTerminator()).getValues())
    results.push_back(values[value][0]);
  return results;
}

unsigned PipelineEmitter::getReductionLanes(Block *stage, pipe::AggUpdateOp update) {
  unsigned lanes = getLanes(stage, &update.getBody().front(), false);
  if (options.lanes)
    return lanes;
  // Eight registers of states are as many chains of additions as it takes to hide their
  // latency; more lanes would only be more code.
  unsigned registers = 0;
  for (Type type : cast<pipe::AggBuilderType>(update.getGroups().getType()).getValues())
    registers += std::max(1u, lanes * getStoredBytes(type) / options.target.getRegisterBytes());
  while (lanes > 2 && registers > 8 && lanes * 8 > options.target.getRegisterBytes()) {
    lanes /= 2;
    registers /= 2;
  }
  return lanes;
}

bool PipelineEmitter::isVectorizable(pipe::AggUpdateOp update) {
  auto isNarrow = [](Type type) {
    return type.isIntOrFloat() && type.getIntOrFloatBitWidth() <= 64;
  };
  Block &block = update.getBody().front();
  return llvm::all_of(block.getArgumentTypes(), isNarrow) &&
         block.getOps<str::WordsLessOp>().empty() &&
         llvm::all_of(block.without_terminator(),
                      [&](Operation &op) { return llvm::all_of(op.getResultTypes(), isNarrow); });
}

void PipelineEmitter::mergeIntoRow(pipe::AggCreateOp create, Value row, const RowLayout &layout,
                                   unsigned firstField, unsigned lanes, ArrayRef<Value> state) {
  Block &merge = create.getMerge().front();
  SmallVector<Value> stored, slots;
  for (size_t i = 0; i < state.size(); ++i)
    stored.push_back(loadField(row, layout, firstField + i)[0]);
  // Once per batch and group: through memory and in a loop, which is little code.
  for (Value vector : state) {
    Type type = getMemoryType(cast<VectorType>(vector.getType()).getElementType());
    auto memoryType = VectorType::get({lanes}, type);
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPoint(prologueEnd);
      slots.push_back(b.make<LLVM::AllocaOp>(b.ptr(), memoryType, b.constI32(1)));
    }
    if (vector.getType() != memoryType)
      vector = b.make<arith::ExtUIOp>(memoryType, vector);
    b.store(vector, slots.back());
  }
  SmallVector<Value> merged =
      b.loop(b.constIndex(lanes), 1, stored, [&](Value lane, ValueRange carried) {
        SmallVector<Value> arguments(carried);
        for (auto [slot, value] : llvm::zip_equal(slots, stored)) {
          Type type = getMemoryType(value.getType());
          Value at =
              b.make<LLVM::GEPOp>(b.ptr(), type, slot, ArrayRef<LLVM::GEPArg>{b.toI64(lane)});
          Value loaded = b.load(type, at);
          if (type != value.getType())
            loaded = b.make<arith::TruncIOp>(value.getType(), loaded);
          arguments.push_back(loaded);
        }
        return inlineScalar(b, merge, arguments);
      });
  for (auto [index, value] : llvm::enumerate(merged))
    storeField(row, layout, firstField + index, {value});
}

FailureOr<SmallVector<Value>> PipelineEmitter::emitReduction(pipe::AggCreateOp create,
                                                             pipe::AggUpdateOp update,
                                                             unsigned lanes, Batch &batch,
                                                             function_ref<Value(Value)> select) {
  SmallVector<Value> inits;
  for (Value value : inlineScalar(b, create.getInit().front(), {}))
    inits.push_back(splat(b, value, lanes));
  SmallVector<Check> noChecks;
  auto emitPure = [&](Block &block, unsigned width, DenseMap<Value, Parts> &values) {
    return emitLanes(block, width, values, noChecks, {});
  };
  LogicalResult result = success();
  SmallVector<Value> carried = b.loop(batch.count, lanes, inits, [&](Value row, ValueRange state) {
    Value selected = select(row);
    SmallVector<Value> arguments(state);
    for (Value input : update.getInputs())
      arguments.push_back(loadLanes(columnOf(batch, input), row, lanes)[0]);
    SmallVector<Value> updated =
        inlineLanes(b, update.getBody().front(), lanes, arguments, emitPure);
    if (updated.size() != state.size()) {
      result = failure();
      return SmallVector<Value>(state);
    }
    for (auto [fresh, stale] : llvm::zip_equal(updated, state))
      fresh = b.select(selected, fresh, stale);
    return updated;
  });
  if (failed(result))
    return failure();
  return carried;
}

FailureOr<Value> PipelineEmitter::emitGlobalUpdate(pipe::StageOp stage, pipe::AggUpdateOp update,
                                                   Batch &batch) {
  Block *stageBlock = stage ? &stage.getBody().front() : nullptr;
  Block &updateBlock = update.getBody().front();
  auto create = update.getGroups().getDefiningOp<pipe::AggCreateOp>();
  auto type = cast<pipe::AggBuilderType>(update.getGroups().getType());
  RowLayout layout = getGroupLayout(type);
  size_t stateCount = type.getValues().size();
  SmallVector<pipe::CheckOp> checkOps;
  if (stageBlock)
    collectChecks(*stageBlock, checkOps);
  unsigned lanes = getReductionLanes(stageBlock, update);

  SmallVector<Value> inits;
  if (!checkOps.empty())
    inits = {b.constI64(-1), b.constI32(0)};
  size_t first = inits.size();
  for (Value value : inlineScalar(b, create.getInit().front(), {}))
    inits.push_back(splat(b, value, lanes));

  LogicalResult result = success();
  SmallVector<Check> noChecks;
  auto emitPure = [&](Block &block, unsigned width, DenseMap<Value, Parts> &values) {
    return emitLanes(block, width, values, noChecks, {});
  };
  SmallVector<Value> carried =
      forLanes(b, batch.count, lanes, inits, [&](Value row, Value mask, ValueRange state) {
        LaneValues values;
        SmallVector<Check> checks;
        Value selected = mask;
        SmallVector<Value> nextState;
        if (stage) {
          for (auto [argument, input] :
               llvm::zip_equal(stageBlock->getArguments(), stage.getInputs()))
            if (!argument.use_empty())
              values[argument] = loadLanes(columnOf(batch, input), row, lanes);
          if (failed(emitLanes(*stageBlock, lanes, values, checks, mask)))
            result = failure();
          b.loc = update.getLoc();
          if (failed(result))
            return SmallVector<Value>(state);
          if (!checkOps.empty())
            nextState = updateFailure(state.take_front(2), checks, row, batch.count);
          if (Value keep = stage.getKeep()) {
            Value kept = values[keep][0];
            selected = mask ? b.land(kept, mask) : kept;
          }
        }
        SmallVector<Value> arguments(state.drop_front(first));
        for (Value input : update.getInputs()) {
          auto computed = dyn_cast<OpResult>(input);
          if (stage && computed && computed.getOwner() == stage)
            arguments.push_back(
                values[stage.getYield().getValues()[computed.getResultNumber()]][0]);
          else
            arguments.push_back(loadLanes(columnOf(batch, input), row, lanes)[0]);
        }
        SmallVector<Value> updated = inlineLanes(b, updateBlock, lanes, arguments, emitPure);
        if (updated.size() != stateCount) {
          result = failure();
          return SmallVector<Value>(state);
        }
        for (auto [fresh, stale] : llvm::zip_equal(updated, state.drop_front(first)))
          nextState.push_back(selected ? b.select(selected, fresh, stale) : fresh);
        return nextState;
      });
  if (failed(result))
    return failure();

  mergeIntoRow(create, localStates[update.getGroups()], layout, 0, lanes,
               ArrayRef<Value>(carried).drop_front(first));
  if (checkOps.empty())
    return b.constI32(MOLT_OK);
  return emitFailure(ValueRange(carried).take_front(2), checkOps, batch);
}
