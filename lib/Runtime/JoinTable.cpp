//===- JoinTable.cpp - Hash tables of joins -------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"

#include <cstring>

using namespace molt::rt;

static constexpr uint64_t addressMask = (uint64_t(1) << 48) - 1;
/// Offset of the chain's next address in a row; the hash is before it.
static constexpr int64_t nextOffset = 8;
/// Rows per task of a parallel build.
static constexpr int64_t taskRows = 16384;
/// The directory is hit at random: entries are prefetched this many rows ahead.
static constexpr int64_t prefetchDistance = 16;

namespace {
struct RowRun {
  uint8_t *begin;
  int64_t count;
};

/// The directory stays with the execution until it ends.
struct JoinState : AppendState {
  using AppendState::AppendState;
  Buffer directory;
  Buffer bitmap;
  std::vector<RowRun> runs; ///< All rows, set when the directory is built.
  const MoltJoinTable *table = nullptr;
};
} // namespace

static uint64_t rowHash(const uint8_t *row) {
  uint64_t hash;
  memcpy(&hash, row, sizeof(hash));
  return hash;
}

/// The entry with `row` pushed in front of the chain of `entry`.
static uint64_t pushedEntry(uint64_t entry, const uint8_t *row, uint64_t hash) {
  uint64_t tag = uint64_t(1) << (48 + (hash & 15));
  return (entry & ~addressMask) | tag | (reinterpret_cast<uint64_t>(row) & addressMask);
}

template <bool atomic>
static void pushRows(const RowRun &run, int64_t rowBytes, uint64_t *directory, uint64_t shift) {
  // Last row first, so that a chain within a run holds rows in the order they came.
  for (int64_t i = run.count - 1; i >= 0; --i) {
    uint8_t *row = run.begin + i * rowBytes;
    if (i >= prefetchDistance)
      __builtin_prefetch(&directory[rowHash(row - prefetchDistance * rowBytes) >> shift], 1);
    uint64_t hash = rowHash(row);
    uint64_t *slot = &directory[hash >> shift];
    uint64_t entry = __atomic_load_n(slot, __ATOMIC_RELAXED);
    for (;;) {
      uint64_t next = entry & addressMask;
      memcpy(row + nextOffset, &next, sizeof(next));
      uint64_t pushed = pushedEntry(entry, row, hash);
      if (!atomic) {
        *slot = pushed;
        break;
      }
      // Nobody follows the chains before all tasks have ended, so order is free.
      if (__atomic_compare_exchange_n(slot, &entry, pushed, true, __ATOMIC_RELAXED,
                                      __ATOMIC_RELAXED))
        break;
    }
  }
}

MoltState *molt_rt_join_create(MoltExecution *execution, int64_t row_bytes) {
  return executionPointer(execution, [&]() -> MoltState * {
    checkRowBytes(row_bytes, 16);
    return execution->addState(std::make_unique<JoinState>(execution->runtime, row_bytes));
  });
}

MoltJoinTable *molt_rt_join_finish(MoltExecution *execution, MoltState *state, int32_t parallel) {
  return executionPointer(execution, [&] {
    JoinState &join = stateAs<JoinState>(state);
    MoltRuntime &runtime = execution->runtime;
    std::vector<RowRun> &runs = join.runs;
    int64_t rowCount = 0;
    for (const auto &local : join.locals) {
      if (!local)
        continue;
      local->blocks.forEachRun(*local, [&](uint8_t *row, int64_t count) {
        rowCount += count;
        for (int64_t begin = 0; begin < count; begin += taskRows)
          runs.push_back({row + begin * join.rowBytes, std::min(taskRows, count - begin)});
      });
    }
    uint64_t shift = 63; // two entries; one would need a shift by 64
    while ((int64_t(1) << (64 - shift)) < 2 * rowCount)
      --shift;
    join.directory = Buffer::zeroed(runtime.pool, (uint64_t(1) << (64 - shift)) * sizeof(uint64_t));
    uint64_t *directory = join.directory.data<uint64_t>();
    bool atomic = parallel && runtime.threads > 1 && runs.size() > 1;
    forEachTask(runtime, atomic, runs.size(), [&](int64_t task, int32_t) {
      runtime.checkCancelled();
      if (atomic)
        pushRows<true>(runs[task], join.rowBytes, directory, shift);
      else
        pushRows<false>(runs[runs.size() - 1 - task], join.rowBytes, directory, shift);
    });
    auto table = std::make_unique<MoltJoinTable>();
    table->directory = directory;
    table->shift = shift;
    table->row_count = rowCount;
    table->bitmap = nullptr;
    join.table = table.get();
    execution->joinTables.push_back(std::move(table));
    return execution->joinTables.back().get();
  });
}

/// The state behind a table, or null.
static JoinState *findState(MoltExecution &execution, const MoltJoinTable *table) {
  for (const auto &state : execution.states)
    if (auto *join = dynamic_cast<JoinState *>(state.get()))
      if (join->table == table)
        return join;
  return nullptr;
}

MoltRows *molt_rt_join_rows(MoltExecution *execution, MoltJoinTable *table, int32_t matched,
                            int32_t parallel) {
  return executionPointer(execution, [&] {
    JoinState *join = findState(*execution, table);
    if (!join)
      fail(MOLT_INTERNAL, "molt_rt_join_rows: not a finished join table");
    MoltRuntime &runtime = execution->runtime;
    const std::vector<RowRun> &runs = join->runs;
    bool inTasks = parallel && runtime.threads > 1 && runs.size() > 1;
    auto forEachRow = [&](int64_t run, auto &&visit) {
      for (int64_t i = 0; i < runs[run].count; ++i)
        if (const uint8_t *row = runs[run].begin + i * join->rowBytes;
            (row[MOLT_ROW_MATCHED] != 0) == (matched != 0))
          visit(row);
    };
    // Where each run's rows go is known when the runs before it are counted.
    std::vector<int64_t> places(runs.size() + 1);
    forEachTask(runtime, inTasks, runs.size(), [&](int64_t run, int32_t) {
      runtime.checkCancelled();
      forEachRow(run, [&](const uint8_t *) { ++places[run + 1]; });
    });
    for (size_t run = 0; run < runs.size(); ++run)
      places[run + 1] += places[run];
    MoltRows *rows = execution->addRows(places.back());
    const uint8_t **addresses = rows->data();
    forEachTask(runtime, inTasks, runs.size(), [&](int64_t run, int32_t) {
      runtime.checkCancelled();
      const uint8_t **next = addresses + places[run];
      forEachRow(run, [&](const uint8_t *row) { *next++ = row; });
    });
    return rows;
  });
}

int32_t molt_rt_join_bitmap(MoltExecution *execution, MoltJoinTable *table, int64_t key_offset,
                            int64_t key_bytes, int64_t min, int64_t bits) {
  return executionStatus(execution, [&] {
    JoinState *join = findState(*execution, table);
    if (!join || bits < 0 || key_bytes < 1 || key_bytes > 8)
      fail(MOLT_INTERNAL, "molt_rt_join_bitmap: not a finished join table with an integer key");
    join->bitmap = Buffer::zeroed(execution->runtime.pool, (bits + 63) / 64 * sizeof(uint64_t));
    uint64_t *words = join->bitmap.data<uint64_t>();
    uint64_t keyMask = key_bytes == 8 ? ~uint64_t(0) : (uint64_t(1) << (8 * key_bytes)) - 1;
    // Keys are few against the rows that probe: not worth tasks and atomic bits.
    for (const RowRun &run : join->runs) {
      execution->runtime.checkCancelled();
      for (int64_t i = 0; i < run.count; ++i) {
        uint64_t key = 0;
        memcpy(&key, run.begin + i * join->rowBytes + key_offset, key_bytes);
        uint64_t bit = (key - static_cast<uint64_t>(min)) & keyMask;
        if (bit >= static_cast<uint64_t>(bits))
          fail(MOLT_INTERNAL,
               "molt_rt_join_bitmap: a key lies outside of the range that was proved");
        words[bit / 64] |= uint64_t(1) << (bit % 64);
      }
    }
    table->bitmap = words;
  });
}
