//===- EmitJoin.cpp - Joins: insertion and probes -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A probe goes over its batch in steps, each a loop of its own: hashes; candidates, the rows
// whose directory entry says that the chain may hold the hash; pairs, found by walking the
// chains of candidates; pairs for which the condition is true. Pairs are two columns: the
// row's index in the batch, and the address of its match. They fill a buffer of a batch;
// whenever it is full, the rest of the chain runs on it.
//
// Kinds other than inner know of each row whether it has been in a pair. Rows without match
// of a left join become pairs with a row of zeros, behind all others.
//
// Where rows of the table are to be known that have matches, a byte of each is set. Threads
// set the same one: the stores are atomic, and what reads the word around it while they do
// masks the byte.
//
//===----------------------------------------------------------------------===//

#include "PipelineEmitter.h"

using namespace molt;
using namespace molt::vectorize;

using Predicate = arith::CmpIPredicate;

static constexpr int64_t kAddressMask = (int64_t(1) << 48) - 1;

FailureOr<Value> PipelineEmitter::emitJoinInsert(pipe::JoinInsertOp insert, Batch &batch) {
  auto type = cast<pipe::JoinBuilderType>(insert.getRows().getType());
  RowLayout layout = getJoinLayout(type.getKeys(), type.getValues());
  BatchColumn hashes = emitHashes(insert.getKeys(), batch);
  SmallVector<Value> columns(insert.getKeys());
  columns.append(insert.getPayload().begin(), insert.getPayload().end());
  return emitAppend(localStates[insert.getRows()], layout, columns, batch, &hashes);
}

/// Writes the rows whose key is in the table's bitmap to `rows`, without a branch;
/// returns their number.
Value PipelineEmitter::emitBitmapTest(Value table, Value key, ArrayRef<int64_t> range,
                                      const BatchColumn &rows, Batch &batch) {
  Value bitmap;
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(prologueEnd);
    bitmap = b.load(b.ptr(), localStates[table], offsetof(MoltJoinTable, bitmap));
  }
  const BatchColumn &keys = columnOf(batch, key);
  Type type = keys.element;
  Value min = b.constInt(
      type, APInt(64, range[0], true).sextOrTrunc(type.getIntOrFloatBitWidth()).getSExtValue());
  Value size = b.constI64(range[1] - range[0] + 1), zero = b.constI64(0);
  return b.loop(
      batch.count, 1, ValueRange(b.constIndex(0)),
      [&](Value row, ValueRange carried) -> SmallVector<Value> {
        Value bit = b.sub(loadScalar(keys, row)[0], min);
        if (!bit.getType().isInteger(64))
          bit = b.make<arith::ExtUIOp>(b.i(64), bit);
        Value inside = b.cmp(Predicate::ult, bit, size);
        bit = b.select(inside, bit, zero);
        Value word =
            b.load(b.i(64), b.offset(bitmap, b.shl(b.shr(bit, b.constI64(6)), b.constI64(3))));
        Value set = b.land(b.shr(word, b.land(bit, b.constI64(63))), b.constI64(1));
        set = b.land(set, b.make<arith::ExtUIOp>(b.i(64), inside));
        storeScalar(rows, carried[0], {b.make<arith::TruncIOp>(b.i(32), b.toI64(row)).getResult()});
        return {b.add(carried[0], b.toIndex(set))};
      })[0];
}

//===----------------------------------------------------------------------===//
// Candidates and pairs
//===----------------------------------------------------------------------===//

/// A join_probe or join_mark.
struct PipelineEmitter::Probe {
  Operation *op;
  Value table;
  ValueRange keys, carried;
  Region &condition;
  bool marks;                ///< Whether matches are noted in the table.
  bool skipsMarked = false; ///< Whether rows in which one is noted are of no interest.
  Batch &batch;
  RowLayout layout;
  BatchColumn hashes;
  BatchColumn candidateRow, candidateIndex; ///< First row of the chain, and index in the batch.
  Value candidates;                         ///< index: their number.
  BatchColumn matchRow, matchIndex;         ///< The pairs.
  BatchColumn matched;                      ///< By index in the batch; not of inner joins.
  Value limit;                              ///< index: pairs that the buffer takes.

  template <typename OpTy>
  Probe(OpTy op, bool marks, Batch &batch)
      : op(op), table(op.getTable()), keys(op.getKeys()), carried(op.getCarried()),
        condition(op.getCondition()), marks(marks), batch(batch), layout(makeLayout(table)) {}

  static RowLayout makeLayout(Value table) {
    auto type = cast<pipe::JoinTableType>(table.getType());
    return getJoinLayout(type.getKeys(), type.getValues());
  }
};

static Value toIndex32(CodeBuilder &b, Value index) {
  return b.make<arith::TruncIOp>(b.i(32), b.toI64(index));
}
static Value fromIndex32(CodeBuilder &b, Value index32) {
  return b.toIndex(b.make<arith::ExtUIOp>(b.i(64), index32));
}

/// One more (index) if the condition (i1) is true.
Value PipelineEmitter::countIf(Value count, Value condition) {
  return b.add(count, b.toIndex(b.make<arith::ExtUIOp>(b.i(64), condition)));
}

/// Finds the candidates without a branch. Behind a bitmap test they are compacted in place.
void PipelineEmitter::emitCandidates(Probe &probe) {
  Value table = localStates[probe.table];
  Value directory, shift;
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(prologueEnd);
    directory = b.load(b.ptr(), table, offsetof(MoltJoinTable, directory));
    shift = b.load(b.i(64), table, offsetof(MoltJoinTable, shift));
  }
  probe.candidateRow = allocate(b.i(64));
  probe.candidateIndex = allocate(b.i(32));
  Value tested = probe.batch.count;
  auto finish = probe.table.getDefiningOp<pipe::JoinFinishOp>();
  bool hasBitmap = finish && finish.getKeyRange();
  if (hasBitmap)
    tested = emitBitmapTest(probe.table, probe.keys[0], *finish.getKeyRange(),
                            probe.candidateIndex, probe.batch);
  probe.candidates = b.loop(
      tested, 1, ValueRange(b.constIndex(0)),
      [&](Value position, ValueRange carried) -> SmallVector<Value> {
        Value row = position;
        if (hasBitmap)
          row = fromIndex32(b, loadScalar(probe.candidateIndex, position)[0]);
        Value hash = loadScalar(probe.hashes, row)[0];
        Value slot = b.shr(hash, shift);
        Value entry = b.load(b.i(64), b.offset(directory, b.shl(slot, b.constI64(3))));
        Value tag = b.add(b.land(hash, b.constI64(15)), b.constI64(48));
        Value hit = b.land(b.shr(entry, tag), b.constI64(1));
        storeScalar(probe.candidateRow, carried[0], {b.land(entry, b.constI64(kAddressMask))});
        storeScalar(probe.candidateIndex, carried[0], {toIndex32(b, row)});
        return {b.add(carried[0], b.toIndex(hit))};
      })[0];
}

/// The next row of a chain. Its high bits have the matches that are noted meanwhile.
Value PipelineEmitter::loadNext(Probe &probe, Value row) {
  Value next = b.load(b.i(64), row, 8);
  return probe.marks ? b.land(next, b.constI64(kAddressMask)) : next;
}

/// What is noted in a stored row (i8).
Value PipelineEmitter::loadMark(Value row) {
  auto load = b.make<LLVM::LoadOp>(b.i(8), b.offset(row, MOLT_ROW_MATCHED), /*alignment=*/1);
  load.setOrdering(LLVM::AtomicOrdering::monotonic);
  return load;
}

/// Notes that a stored row has a match.
void PipelineEmitter::markStored(Value row) {
  auto store = b.make<LLVM::StoreOp>(b.constInt(b.i(8), 1), b.offset(row, MOLT_ROW_MATCHED),
                                     /*alignment=*/1);
  store.setOrdering(LLVM::AtomicOrdering::monotonic);
}

/// Whether a stored row has the keys of a row of the batch.
Value PipelineEmitter::emitMatch(Probe &probe, Value row, Value index, Value hash) {
  return b.ifElse(
      b.i(1), b.eq(b.load(b.i(64), row), hash),
      [&]() -> SmallVector<Value> {
        SmallVector<Parts> keys;
        for (Value key : probe.keys)
          keys.push_back(loadScalar(columnOf(probe.batch, key), index));
        if (keys.empty())
          return {b.constInt(b.i(1), 1)};
        return {emitKeysEqual(row, probe.layout, keys)};
      },
      [&]() -> SmallVector<Value> { return {b.constInt(b.i(1), 0)}; })[0];
}

/// Walks chains from a candidate and a row of its chain on until the buffer of pairs is full
/// or there is no candidate left. Returns where it is, and the number of pairs.
SmallVector<Value> PipelineEmitter::emitPairs(Probe &probe, Value candidate, Value row) {
  return b.whileLoop(
      {candidate, row, b.constIndex(0)},
      [&](ValueRange state) -> Value {
        return b.land(b.cmp(Predicate::ult, state[0], probe.candidates),
                      b.cmp(Predicate::ult, state[2], probe.limit));
      },
      [&](ValueRange state) -> SmallVector<Value> {
        Value row = b.toAddress(state[1]);
        Value index32 = loadScalar(probe.candidateIndex, state[0])[0];
        Value index = fromIndex32(b, index32);
        Value hash = loadScalar(probe.hashes, index)[0];
        Value matches = emitMatch(probe, row, index, hash);
        if (probe.skipsMarked)
          matches = b.land(matches, b.eq(loadMark(row), b.constInt(b.i(8), 0)));
        storeScalar(probe.matchRow, state[2], {state[1]});
        storeScalar(probe.matchIndex, state[2], {index32});
        Value count = countIf(state[2], matches);
        Value next = loadNext(probe, row);
        Value atEnd = b.eq(next, b.constI64(0));
        Value following = b.add(state[0], b.constIndex(1));
        Value head = loadScalar(probe.candidateRow, following)[0];
        return {b.select(atEnd, following, state[0]), b.select(atEnd, head, next), count};
      });
}

/// Copies columns of pairs into columns of their own: those of the batch that are carried,
/// then the payload, as far as `wanted` has a column for them.
void PipelineEmitter::gatherPairs(Probe &probe, Value count, ArrayRef<BatchColumn> wanted) {
  size_t carriedCount = probe.carried.size();
  SmallVector<int64_t> taken, gathered;
  SmallVector<std::pair<BatchColumn, BatchColumn>> others; // From, to.
  for (auto [number, to] : llvm::enumerate(wanted)) {
    if (!to.element)
      continue;
    if (number >= carriedCount) {
      unsigned field = probe.keys.size() + number - carriedCount;
      addFieldCopies(gathered, to, probe.layout.getOffset(field), /*toRow=*/false);
      continue;
    }
    const BatchColumn &from = columnOf(probe.batch, probe.carried[number]);
    if (from.scratchOffset) {
      addCopies(taken, to, from.scratchOffset, from.getHighScratchOffset(), /*fromColumn=*/false);
    } else {
      others.push_back({from, to});
    }
  }
  Value pairs = b.toI64(count);
  emitFieldCopies("molt_rt_take_rows", {probe.matchIndex.address, pairs}, taken, scratch);
  emitFieldCopies("molt_rt_gather_rows", {probe.matchRow.address, pairs}, gathered, scratch);
  if (!others.empty())
    b.loop(count, 1, {}, [&](Value pair, ValueRange) -> SmallVector<Value> {
      Value index = fromIndex32(b, loadScalar(probe.matchIndex, pair)[0]);
      for (auto &[from, to] : others)
        storeScalar(to, pair, loadScalar(from, index));
      return {};
    });
}

/// Keeps the pairs for which the condition is true. Returns their number and a status.
FailureOr<std::pair<Value, Value>> PipelineEmitter::emitCondition(Probe &probe, Value count) {
  Value ok = b.constI32(MOLT_OK);
  if (probe.condition.empty())
    return std::pair(count, ok);
  Batch pairs;
  pairs.count = count;
  Block &block = probe.condition.front();
  gatherPairs(probe, count, allocateUsed(block.getArguments(), pairs));
  Value combined = ok;
  for (Operation &op : block.without_terminator()) {
    // Stages change nothing but their columns: after a failure they do no harm.
    FailureOr<Value> status = emitAnyStage(cast<pipe::StageOp>(op), pairs);
    if (failed(status))
      return failure();
    if (*status)
      combined = b.select(b.eq(combined, ok), *status, combined);
  }
  Value result = cast<pipe::YieldOp>(block.getTerminator()).getValues()[0];
  BatchColumn condition = columnOf(pairs, result);
  Value kept = b.loop(count, 1, ValueRange(b.constIndex(0)),
                      [&](Value pair, ValueRange carried) -> SmallVector<Value> {
                        Value row = loadScalar(probe.matchRow, pair)[0];
                        Value index = loadScalar(probe.matchIndex, pair)[0];
                        Value isKept = loadScalar(condition, pair)[0];
                        storeScalar(probe.matchRow, carried[0], {row});
                        storeScalar(probe.matchIndex, carried[0], {index});
                        return {countIf(carried[0], isKept)};
                      })[0];
  return std::pair(kept, combined);
}

/// Notes which rows of the batch are in pairs.
void PipelineEmitter::markMatched(Probe &probe, Value count) {
  b.loop(count, 1, {}, [&](Value pair, ValueRange) -> SmallVector<Value> {
    Value index = fromIndex32(b, loadScalar(probe.matchIndex, pair)[0]);
    storeScalar(probe.matched, index, {b.constInt(b.i(1), 1)});
    return {};
  });
}

/// Writes the indices of the rows that are matched, or of those that are not, to matchIndex;
/// returns their number.
Value PipelineEmitter::selectRows(Probe &probe, bool matched) {
  return b.loop(probe.batch.count, 1, ValueRange(b.constIndex(0)),
                [&](Value row, ValueRange carried) -> SmallVector<Value> {
                  Value isWanted = loadScalar(probe.matched, row)[0];
                  if (!matched)
                    isWanted = b.lxor(isWanted, b.constInt(b.i(1), 1));
                  storeScalar(probe.matchIndex, carried[0], {toIndex32(b, row)});
                  return {countIf(carried[0], isWanted)};
                })[0];
}

//===----------------------------------------------------------------------===//
// The kinds
//===----------------------------------------------------------------------===//

/// A probe that has just begun asks whether to go on: a morsel with many pairs takes long.
Value PipelineEmitter::emitCancellation(Value status, Value hasMore) {
  Value asks = b.land(hasMore, b.eq(status, b.constI32(MOLT_OK)));
  return b.ifElse(
      b.i(32), asks,
      [&]() -> SmallVector<Value> { return {b.call("molt_rt_check_cancelled", {execution})}; },
      [&]() -> SmallVector<Value> { return {status}; })[0];
}

/// Notes in the table which rows are in pairs.
void PipelineEmitter::markPairs(Probe &probe, Value count) {
  b.loop(count, 1, {}, [&](Value pair, ValueRange) -> SmallVector<Value> {
    markStored(b.toAddress(loadScalar(probe.matchRow, pair)[0]));
    return {};
  });
}

/// inner, left, right, full: the rest of the chain runs on the pairs.
FailureOr<Value> PipelineEmitter::emitPairsProbe(Probe &probe) {
  auto op = cast<pipe::JoinProbeOp>(probe.op);
  bool isLeft = op.getKind() == df::JoinKind::left || op.getKind() == df::JoinKind::full;
  Value zero = b.constIndex(0), ok = b.constI32(MOLT_OK);
  Value noMatch;
  if (isLeft)
    noMatch = b.toInteger(b.words(SmallVector<int64_t>(probe.layout.getSize() / 8, 0)));
  Value firstRow = loadScalar(probe.candidateRow, zero)[0];
  // What of the batch is to do: candidates; of a left join, the rows without match, at once.
  Value restIsDone = b.constInt(b.i(1), !isLeft);
  LogicalResult result = success();
  auto hasMore = [&](Value candidate, Value done) {
    return b.lor(b.cmp(Predicate::ult, candidate, probe.candidates),
                 b.lxor(done, b.constInt(b.i(1), 1)));
  };
  SmallVector<Value> last = b.whileLoop(
      {zero, firstRow, restIsDone, ok},
      [&](ValueRange state) -> Value {
        return b.land(hasMore(state[0], state[2]), b.eq(state[3], ok));
      },
      [&](ValueRange state) -> SmallVector<Value> {
        // Candidate, row, whether the rest is done, number of pairs, status.
        auto findPairs = [&]() -> SmallVector<Value> {
          SmallVector<Value> filled = emitPairs(probe, state[0], state[1]);
          auto condition = emitCondition(probe, filled[2]);
          if (failed(condition)) {
            result = failure();
            return {filled[0], filled[1], state[2], filled[2], ok};
          }
          if (isLeft)
            markMatched(probe, condition->first);
          if (probe.marks)
            markPairs(probe, condition->first);
          return {filled[0], filled[1], state[2], condition->first, condition->second};
        };
        SmallVector<Value> filled;
        if (!isLeft) {
          filled = findPairs();
        } else {
          Type index = b.getIndexType();
          filled =
              b.ifElse(TypeRange{index, b.i(64), b.i(1), index, b.i(32)},
                       b.cmp(Predicate::ult, state[0], probe.candidates), findPairs,
                       [&]() -> SmallVector<Value> {
                         Value count = selectRows(probe, /*matched=*/false);
                         b.loop(count, 1, {}, [&](Value pair, ValueRange) -> SmallVector<Value> {
                           storeScalar(probe.matchRow, pair, {noMatch});
                           return {};
                         });
                         return {state[0], state[1], b.constInt(b.i(1), 1), count, ok};
                       });
        }
        Value count = filled[3], status = filled[4];
        Batch matches;
        matches.count = count;
        matches.sequence = probe.batch.sequence;
        SmallVector<BatchColumn> columns = allocateUsed(op.getOutputs(), matches);
        if (isLeft) {
          BatchColumn hasMatch = columns.pop_back_val();
          if (hasMatch.element)
            b.loop(count, 1, {}, [&](Value pair, ValueRange) -> SmallVector<Value> {
              Value row = loadScalar(probe.matchRow, pair)[0];
              storeScalar(hasMatch, pair, {b.ne(row, noMatch)});
              return {};
            });
        }
        gatherPairs(probe, count, columns);
        bool canFail = !probe.condition.empty();
        FailureOr<Value> rest = emitRest(canFail ? status : Value(), op->getNextNode(), matches);
        if (failed(rest)) {
          result = failure();
          return {filled[0], filled[1], filled[2], ok};
        }
        return {filled[0], filled[1], filled[2],
                emitCancellation(*rest, hasMore(filled[0], filled[2]))};
      });
  if (failed(result))
    return failure();
  return last[3];
}

/// Walks the chains of all candidates, a buffer of pairs after the other, and gives those for
/// which the condition is true to `visit`. Returns the status.
FailureOr<Value> PipelineEmitter::forEachPair(Probe &probe, function_ref<void(Value count)> visit) {
  LogicalResult result = success();
  Value ok = b.constI32(MOLT_OK), zero = b.constIndex(0);
  Value firstRow = loadScalar(probe.candidateRow, zero)[0];
  Value status = b.whileLoop(
      {zero, firstRow, ok},
      [&](ValueRange state) -> Value {
        return b.land(b.cmp(Predicate::ult, state[0], probe.candidates), b.eq(state[2], ok));
      },
      [&](ValueRange state) -> SmallVector<Value> {
        SmallVector<Value> filled = emitPairs(probe, state[0], state[1]);
        auto condition = emitCondition(probe, filled[2]);
        if (failed(condition)) {
          result = failure();
          return {filled[0], filled[1], ok};
        }
        visit(condition->first);
        return {filled[0], filled[1],
                emitCancellation(condition->second,
                                 b.cmp(Predicate::ult, filled[0], probe.candidates))};
      })[2];
  if (failed(result))
    return failure();
  return status;
}

/// semi, anti: the rest of the chain runs on the rows with a match, or without one.
FailureOr<Value> PipelineEmitter::emitExistenceProbe(Probe &probe) {
  auto op = cast<pipe::JoinProbeOp>(probe.op);
  Value status;
  if (probe.condition.empty()) {
    // The first match of a candidate decides.
    b.loop(probe.candidates, 1, {}, [&](Value candidate, ValueRange) -> SmallVector<Value> {
      Value index = fromIndex32(b, loadScalar(probe.candidateIndex, candidate)[0]);
      Value hash = loadScalar(probe.hashes, index)[0];
      Value none = b.constI64(0), no = b.constInt(b.i(1), 0);
      Value found = b.whileLoop(
          {loadScalar(probe.candidateRow, candidate)[0], no},
          [&](ValueRange state) -> Value {
            return b.land(b.ne(state[0], none), b.eq(state[1], no));
          },
          [&](ValueRange state) -> SmallVector<Value> {
            Value row = b.toAddress(state[0]);
            Value matches = emitMatch(probe, row, index, hash);
            return {loadNext(probe, row), matches};
          })[1];
      storeScalar(probe.matched, index, {found});
      return {};
    });
  } else {
    FailureOr<Value> walked =
        forEachPair(probe, [&](Value count) { markMatched(probe, count); });
    if (failed(walked))
      return failure();
    status = *walked;
  }
  Batch kept;
  kept.count = selectRows(probe, op.getKind() == df::JoinKind::semi);
  kept.sequence = probe.batch.sequence;
  gatherPairs(probe, kept.count, allocateUsed(op.getOutputs(), kept));
  return emitRest(status, op->getNextNode(), kept);
}

/// What every probe begins with.
void PipelineEmitter::beginProbe(Probe &probe) {
  probe.hashes = emitHashes(probe.keys, probe.batch);
  emitCandidates(probe);
  probe.matchRow = allocate(b.i(64));
  probe.matchIndex = allocate(b.i(32));
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPoint(prologueEnd);
  probe.limit = b.toIndex(b.call("molt_rt_batch_size", execution));
}

FailureOr<Value> PipelineEmitter::emitJoinMark(pipe::JoinMarkOp op, Batch &batch) {
  Probe probe(op, /*marks=*/true, batch);
  // A condition that can fail is evaluated for all pairs, as other probes do.
  probe.skipsMarked =
      !op.getCondition().walk([](pipe::CheckOp) { return WalkResult::interrupt(); }).wasInterrupted();
  beginProbe(probe);
  return forEachPair(probe, [&](Value count) { markPairs(probe, count); });
}

FailureOr<Value> PipelineEmitter::emitJoinProbe(pipe::JoinProbeOp op, Batch &batch) {
  df::JoinKind kind = op.getKind();
  Probe probe(op, kind == df::JoinKind::full || kind == df::JoinKind::right, batch);
  beginProbe(probe);
  if (kind == df::JoinKind::inner || kind == df::JoinKind::right)
    return emitPairsProbe(probe);
  probe.matched = allocate(b.i(1));
  unsigned lanes = options.target.getRegisterBytes();
  Value none = b.make<arith::ConstantOp>(
      DenseElementsAttr::get(VectorType::get({lanes}, b.i(8)), b.getI8IntegerAttr(0)));
  b.loop(batch.count, lanes, {}, [&](Value row, ValueRange) -> SmallVector<Value> {
    storeLanes(probe.matched, row, {none});
    return {};
  });
  bool isExistence = kind == df::JoinKind::semi || kind == df::JoinKind::anti;
  return isExistence ? emitExistenceProbe(probe) : emitPairsProbe(probe);
}
