//===- EmitHash.cpp - Hashes and groups -----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// All keys of a batch are hashed first, in vectors; then the rows are looked up, in
// a loop whose cache misses overlap; then the states are updated. The tables'
// layout and who owns what are described in Molt/Runtime/Runtime.h.
//
//===----------------------------------------------------------------------===//

#include "PipelineEmitter.h"

using namespace molt;
using namespace molt::vectorize;

using Predicate = arith::CmpIPredicate;

static constexpr int64_t kAddressMask = (int64_t(1) << 48) - 1;

//===----------------------------------------------------------------------===//
// Hashing
//===----------------------------------------------------------------------===//

static Value splatI64(CodeBuilder &b, int64_t value, unsigned lanes) {
  auto type = VectorType::get({lanes}, b.i(64));
  return b.make<arith::ConstantOp>(DenseElementsAttr::get(type, value));
}

/// One round of mixing: the finalizer of MurmurHash3 with its first multiplier on
/// the key (Appleby, public domain description). Bits spread both ways, as groups
/// use the low bits of a hash and joins the high ones.
static Value mix(CodeBuilder &b, Value hash, Value word, unsigned lanes) {
  auto c = [&](uint64_t value) { return splatI64(b, static_cast<int64_t>(value), lanes); };
  Value h = b.lxor(hash, word);
  h = b.mul(h, c(0xFF51AFD7ED558CCDull));
  h = b.lxor(h, b.shr(h, c(32)));
  h = b.mul(h, c(0xC4CEB9FE1A85EC53ull));
  return b.lxor(h, b.shr(h, c(29)));
}

/// The second words by which strings are hashed, as a memref of the batch.
Value PipelineEmitter::emitTails(const BatchColumn &column, Batch &batch) {
  unsigned lanes = std::max(2u, options.target.getRegisterBytes() / 8);
  auto words = VectorType::get({lanes}, b.i(64));
  Value longest = b.loop(batch.count, lanes, ValueRange(splatI64(b, 0, lanes)),
                         [&](Value row, ValueRange carried) -> SmallVector<Value> {
                           Value length = b.land(loadLanes(column, row, lanes)[0],
                                                 splatI64(b, 0xFFFFFFFF, lanes));
                           return {b.make<arith::MaxUIOp>(words, carried[0], length)};
                         })[0];
  // Lanes behind the end may hold anything: the answer may be a needless yes.
  Value anyLong = b.ne(
      b.make<simd::MaskBitsOp>(b.i(64), b.cmp(Predicate::ugt, longest, splatI64(b, 12, lanes))),
      b.constI64(0));
  BatchColumn buffer = allocate(b.i(64));
  Value high = getRowAddress(column, column.highAddress);
  Value address = b.ifElse(
      b.ptr(), anyLong,
      [&]() -> SmallVector<Value> {
        b.call("molt_rt_view_tails",
               {getRowAddress(column, column.address), high, b.toI64(batch.count), buffer.address});
        return {buffer.address};
      },
      [&]() -> SmallVector<Value> { return {high}; })[0];
  return fromAddress(b.i(64), address, {}).memory;
}

BatchColumn PipelineEmitter::emitHashes(ValueRange keys, Batch &batch) {
  BatchColumn hashes = allocate(b.i(64));
  unsigned lanes = std::max(2u, options.target.getRegisterBytes() / 8);
  // Strings are hashed by their words; long ones by a hash of their bytes in place of
  // the address, which the runtime computes where there is any.
  DenseMap<Value, Value> tails;
  for (Value key : keys) {
    const BatchColumn &column = columnOf(batch, key);
    if (column.kind == BatchColumn::Kind::View)
      tails[key] = emitTails(column, batch);
  }
  auto words = VectorType::get({lanes}, b.i(64));
  Value allHashes = b.make<vector::BroadcastOp>(words, getHashMask());
  // Stores behind the end hit slack.
  b.loop(batch.count, lanes, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    Value hash = splatI64(b, static_cast<int64_t>(0x9E3779B97F4A7C15ull), lanes);
    for (Value key : keys) {
      const BatchColumn &column = columnOf(batch, key);
      Value value = loadLanes(column, row, lanes)[0];
      if (column.kind == BatchColumn::Kind::View) {
        hash = mix(b, hash, value, lanes);
        hash = mix(b, hash, b.make<vector::LoadOp>(words, tails[key], row), lanes);
        continue;
      }
      if (column.element.isInteger(128)) {
        Value shift = b.make<arith::ConstantOp>(DenseElementsAttr::get(
            cast<VectorType>(value.getType()), b.getIntegerAttr(b.i(128), 64)));
        hash = mix(b, hash, b.make<arith::TruncIOp>(words, value), lanes);
        value = b.make<arith::TruncIOp>(words, b.shr(value, shift));
      } else if (!column.element.isInteger(64)) {
        value = b.make<arith::ExtUIOp>(words, value);
      }
      hash = mix(b, hash, value, lanes);
    }
    hash = b.land(hash, allHashes);
    b.make<vector::StoreOp>(hash, hashes.memory, row);
    return {};
  });
  return hashes;
}

//===----------------------------------------------------------------------===//
// Keys in stored rows
//===----------------------------------------------------------------------===//

Value vectorize::emitRowKeysEqual(CodeBuilder &b, Value row, const RowLayout &layout,
                                  ArrayRef<Parts> keys) {
  Value equal;
  for (auto [field, key] : llvm::enumerate(keys)) {
    auto compareField = [&, field = field, &key = key]() -> Value {
      Parts stored = loadRowField(b, row, layout, field);
      Value low = b.eq(stored[0], key[0]);
      if (key.size() == 1)
        return low;
      // Views: equal words, or equal length and prefix and equal bytes elsewhere.
      return b.ifElse(
          b.i(1), low,
          [&]() -> SmallVector<Value> {
            Value length = b.land(key[0], b.constI64(0xFFFFFFFF));
            Value sameHigh = b.eq(stored[1], key[1]);
            Value isLong = b.cmp(Predicate::ugt, length, b.constI64(12));
            Value compareBytes = b.land(isLong, b.lxor(sameHigh, b.constInt(b.i(1), 1)));
            return b.ifElse(
                b.i(1), compareBytes,
                [&]() -> SmallVector<Value> {
                  Value order = b.make<rt::CompareBytesOp>(b.i(32), b.toAddress(stored[1]),
                                                           b.toAddress(key[1]), length);
                  return {b.eq(order, b.constI32(0))};
                },
                [&]() -> SmallVector<Value> { return {sameHigh}; });
          },
          [&]() -> SmallVector<Value> { return {low}; })[0];
    };
    if (!equal) {
      equal = compareField();
      continue;
    }
    equal = b.ifElse(
        b.i(1), equal, [&]() -> SmallVector<Value> { return {compareField()}; },
        [&]() -> SmallVector<Value> { return {equal}; })[0];
  }
  return equal;
}

Value PipelineEmitter::emitKeysEqual(Value row, const RowLayout &layout, ArrayRef<Parts> keys) {
  return emitRowKeysEqual(b, row, layout, keys);
}

//===----------------------------------------------------------------------===//
// Groups
//===----------------------------------------------------------------------===//

std::pair<Value, Value> vectorize::emitFindOrInsert(CodeBuilder &b, Value table, Value directory,
                                                    Value mask, Value hash, const RowLayout &layout,
                                                    ArrayRef<Parts> keys,
                                                    function_ref<void(Value row)> fill) {
  Value zero = b.constI64(0), one = b.constI64(1);
  auto entryAt = [&](Value slot) { return b.offset(directory, b.shl(slot, b.constI64(3))); };
  // The loop carries slot and entry; it ends at an empty entry or at the row.
  Value firstSlot = b.land(hash, mask);
  Value firstEntry = b.load(b.i(64), entryAt(firstSlot));
  SmallVector<Value> found = b.whileLoop(
      {firstSlot, firstEntry},
      [&](ValueRange state) -> Value {
        Value entry = state[1];
        Value taken = b.ne(entry, zero);
        Value sameTag = b.eq(b.shr(b.lxor(entry, hash), b.constI64(48)), zero);
        Value candidate = b.land(taken, sameTag);
        Value matches = b.ifElse(
            b.i(1), candidate,
            [&]() -> SmallVector<Value> {
              Value row = b.toAddress(b.land(entry, b.constI64(kAddressMask)));
              Value sameHash = b.eq(b.load(b.i(64), row), hash);
              return {b.ifElse(
                  b.i(1), sameHash,
                  [&]() -> SmallVector<Value> { return {emitRowKeysEqual(b, row, layout, keys)}; },
                  [&]() -> SmallVector<Value> { return {sameHash}; })[0]};
            },
            [&]() -> SmallVector<Value> { return {candidate}; })[0];
        return b.land(taken, b.lxor(matches, b.constInt(b.i(1), 1)));
      },
      [&](ValueRange state) -> SmallVector<Value> {
        Value slot = b.land(b.add(state[0], one), mask);
        return {slot, b.load(b.i(64), entryAt(slot))};
      });
  Value isNew = b.eq(found[1], zero);
  Value row = b.ifElse(
      b.ptr(), isNew,
      [&]() -> SmallVector<Value> {
        constexpr int64_t nextField = offsetof(MoltGroupTable, rows) + offsetof(MoltAppender, next);
        Value fresh = b.load(b.ptr(), table, nextField);
        b.store(b.offset(fresh, layout.getSize()), table, nextField);
        Value count = b.load(b.i(64), table, offsetof(MoltGroupTable, group_count));
        b.store(b.add(count, one), table, offsetof(MoltGroupTable, group_count));
        b.ifThen(b.cmp(Predicate::ult, count, b.constI64(MOLT_FIRST_GROUPS)), [&] {
          Value slot = b.offset(table, b.shl(count, b.constI64(3)));
          b.store(fresh, slot, offsetof(MoltGroupTable, first_groups));
        });
        Value tag = b.land(hash, b.constI64(~kAddressMask));
        b.store(b.lor(b.toInteger(fresh), tag), entryAt(found[0]));
        b.store(hash, fresh);
        fill(fresh);
        return {fresh};
      },
      [&]() -> SmallVector<Value> {
        return {b.toAddress(b.land(found[1], b.constI64(kAddressMask)))};
      })[0];
  return {row, isNew};
}

/// Writes the state of no rows to the fields from `firstField` on.
void PipelineEmitter::emitInitialState(pipe::AggCreateOp create, Value row, const RowLayout &layout,
                                       unsigned firstField) {
  Block &init = create.getInit().front();
  auto yield = cast<pipe::YieldOp>(init.getTerminator());
  unsigned begin = firstField < layout.getNumFields() ? layout.getOffset(firstField) : 0;
  SmallVector<uint8_t> bytes(layout.getSize() - begin);
  bool isConstant = !bytes.empty() && firstField < layout.getNumFields();
  for (auto [index, value] : llvm::enumerate(yield.getValues())) {
    TypedAttr attr;
    if (!matchPattern(value, m_Constant(&attr))) {
      isConstant = false;
      break;
    }
    auto number = dyn_cast<FloatAttr>(attr);
    APInt bits = number ? number.getValue().bitcastToAPInt() : cast<IntegerAttr>(attr).getValue();
    unsigned size = getStoredBytes(value.getType());
    for (unsigned i = 0; i < size; ++i)
      bytes[layout.getOffset(firstField + index) - begin + i] =
          bits.zext(8 * (size + 1)).extractBitsAsZExtValue(8, 8 * i);
  }
  if (!isConstant) {
    for (auto [index, value] : llvm::enumerate(inlineScalar(b, init, {})))
      storeField(row, layout, firstField + index, {value});
    return;
  }
  SmallVector<int64_t> words(llvm::divideCeil(bytes.size(), 8));
  memcpy(words.data(), bytes.data(), bytes.size());
  b.make<LLVM::MemcpyOp>(b.offset(row, begin), b.words(words), b.constI64(bytes.size()),
                         /*isVolatile=*/false);
}

FailureOr<Value> PipelineEmitter::emitGroupUpdate(pipe::AggUpdateOp update,
                                                  const BatchColumn &hashes, Batch &batch) {
  auto create = update.getGroups().getDefiningOp<pipe::AggCreateOp>();
  auto type = cast<pipe::AggBuilderType>(update.getGroups().getType());
  RowLayout layout = getGroupLayout(type);
  size_t keyCount = type.getKeys().size(), stateCount = type.getValues().size();
  Value table = localStates[update.getGroups()];
  BatchColumn groups = allocate(b.i(64)); // Addresses of rows.
  Value count = b.toI64(batch.count);
  Value reserved = b.call("molt_rt_group_reserve", {execution, table, count});
  LogicalResult result = success();
  Value status = b.ifElse(
      b.i(32), b.eq(reserved, b.constI32(MOLT_OK)),
      [&]() -> SmallVector<Value> {
        Value directory = b.load(b.ptr(), table, offsetof(MoltGroupTable, directory));
        Value mask = b.load(b.i(64), table, offsetof(MoltGroupTable, mask));
        b.loop(batch.count, 1, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
          Value hash = loadScalar(hashes, row)[0];
          SmallVector<Parts> keys;
          for (Value key : update.getKeys())
            keys.push_back(loadScalar(columnOf(batch, key), row));
          auto [group, isNew] =
              emitFindOrInsert(b, table, directory, mask, hash, layout, keys, [&](Value fresh) {
                for (auto [field, key] : llvm::enumerate(keys))
                  storeField(fresh, layout, field, key);
                emitInitialState(create, fresh, layout, keyCount);
              });
          storeScalar(groups, row, {b.toInteger(group)});
          return {};
        });
        auto updateRows = [&] {
          b.loop(batch.count, 1, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
            Value group = b.toAddress(loadScalar(groups, row)[0]);
            SmallVector<Value> arguments;
            for (size_t i = 0; i < stateCount; ++i)
              arguments.push_back(loadField(group, layout, keyCount + i)[0]);
            for (Value input : update.getInputs())
              arguments.push_back(loadScalar(columnOf(batch, input), row)[0]);
            SmallVector<Value> updated = inlineScalar(b, update.getBody().front(), arguments);
            for (auto [index, value] : llvm::enumerate(updated))
              storeField(group, layout, keyCount + index, {value});
            return {};
          });
        };
        if (stateCount == 0)
          return {reserved};
        if (!isVectorizable(update)) {
          updateRows();
          return {reserved};
        }
        Value groupCount = b.load(b.i(64), table, offsetof(MoltGroupTable, group_count));
        Value isFew = b.cmp(Predicate::ule, groupCount, b.constI64(MOLT_FIRST_GROUPS));
        b.ifElse(
            TypeRange(), isFew,
            [&]() -> SmallVector<Value> {
              if (failed(emitFewGroupsUpdate(update, groups, groupCount, batch)))
                result = failure();
              return {};
            },
            [&]() -> SmallVector<Value> {
              updateRows();
              return {};
            });
        return {reserved};
      },
      [&]() -> SmallVector<Value> { return {reserved}; })[0];
  if (failed(result))
    return failure();
  return status;
}

/// Few groups: each group's state is reduced in registers over the rows of the batch
/// that belong to it, and then merged into its row.
LogicalResult PipelineEmitter::emitFewGroupsUpdate(pipe::AggUpdateOp update,
                                                   const BatchColumn &groups, Value groupCount,
                                                   Batch &batch) {
  auto create = update.getGroups().getDefiningOp<pipe::AggCreateOp>();
  auto type = cast<pipe::AggBuilderType>(update.getGroups().getType());
  RowLayout layout = getGroupLayout(type);
  Value table = localStates[update.getGroups()];
  unsigned lanes = getReductionLanes(nullptr, update);
  LogicalResult result = success();
  auto words = VectorType::get({lanes}, b.i(64));
  // What is behind the last row belongs to no group.
  storeLanes(groups, batch.count,
             {b.make<arith::ConstantOp>(DenseElementsAttr::get(words, int64_t(0))).getResult()});
  b.loop(b.toIndex(groupCount), 1, {}, [&](Value number, ValueRange) -> SmallVector<Value> {
    Value slot = b.offset(table, b.shl(b.toI64(number), b.constI64(3)));
    Value row = b.load(b.ptr(), slot, offsetof(MoltGroupTable, first_groups));
    Value wanted = b.make<vector::BroadcastOp>(words, b.toInteger(row));
    auto state = emitReduction(create, update, lanes, batch, [&](Value index) {
      return b.eq(loadLanes(groups, index, lanes)[0], wanted);
    });
    if (failed(state))
      result = failure();
    else
      mergeIntoRow(create, row, layout, type.getKeys().size(), lanes, *state);
    return {};
  });
  return result;
}
