//===- Sorter.cpp - Sorting and top-k -------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"
#include "SortEntries.h"

using namespace molt::rt;

/// Trimming is worthwhile from this many rows on, and from this multiple of what
/// is kept, so that its cost per appended row is constant.
static constexpr int64_t fewestRowsToTrim = 8192;
static constexpr int64_t trimFactor = 4;

namespace {
struct SortState : AppendState {
  SortState(MoltRuntime &runtime, int64_t rowBytes, RowOrder order, int64_t offset, int64_t limit)
      : AppendState(runtime, rowBytes), order(std::move(order)), offset(offset), limit(limit) {}

  const RowOrder order;
  const int64_t offset;
  const int64_t limit; ///< -1: no limit

  /// Rows from the front of the order that can be in the result; -1: all.
  int64_t liveRows() const {
    if (limit < 0)
      return -1;
    return offset > INT64_MAX - limit ? INT64_MAX : offset + limit;
  }
};
} // namespace

const RowOrder &molt::rt::getRowOrder(MoltState *sorter) {
  return stateAs<SortState>(sorter).order;
}

/// Writes an entry for each row; returns behind the last one.
static SortEntry *fillEntries(const AppendLocal &local, const RowOrder &order, SortEntry *out) {
  int64_t rowBytes = local.blocks.bytesPerRow();
  local.blocks.forEachRun(local, [&](const uint8_t *row, int64_t count) {
    for (int64_t i = 0; i < count; ++i, row += rowBytes)
      *out++ = makeSortEntry(order.prefixOf(row), row);
  });
  return out;
}

/// Moves the first `live` entries of the order to the front, in any order.
static void selectFirst(SortEntry *entries, int64_t live, int64_t count, const RowOrder &order) {
  std::nth_element(entries, entries + live, entries + count,
                   [&](const SortEntry &a, const SortEntry &b) { return order.less(a, b); });
}

MoltState *molt_rt_sort_create(MoltExecution *execution, int64_t row_bytes, const MoltSortKey *keys,
                               int32_t key_count, int64_t offset, int64_t limit) {
  return executionPointer(execution, [&]() -> MoltState * {
    RowOrder order(std::vector<MoltSortKey>(keys, keys + key_count));
    checkRowBytes(row_bytes, order.keyBytes());
    if (offset < 0 || limit < -1)
      fail(MOLT_INTERNAL, "a sort has offset %lld and limit %lld", static_cast<long long>(offset),
           static_cast<long long>(limit));
    return execution->addState(std::make_unique<SortState>(execution->runtime, row_bytes,
                                                           std::move(order), offset, limit));
  });
}

int32_t molt_rt_sort_trim(MoltExecution *execution, MoltState *state, int32_t worker) {
  return executionStatus(execution, [&] {
    SortState &sort = stateAs<SortState>(state);
    int64_t live = sort.liveRows();
    AppendLocal *local = sort.locals[worker].get();
    if (live < 0 || !local)
      return;
    int64_t count = local->rowCount();
    if (count < fewestRowsToTrim || count / trimFactor < live)
      return;
    MemoryPool &pool = execution->runtime.pool;
    Buffer memory(pool, count * sizeof(SortEntry));
    SortEntry *entries = memory.data<SortEntry>();
    fillEntries(*local, sort.order, entries);
    selectFirst(entries, live, count, sort.order);
    AppendLocal kept(pool, sort.rowBytes);
    kept.blocks.reserve(kept, live);
    for (int64_t i = 0; i < live; ++i, kept.next += sort.rowBytes)
      memcpy(kept.next, rowOf(entries[i]), sort.rowBytes);
    *local = std::move(kept);
  });
}

MoltRows *molt_rt_sort_finish(MoltExecution *execution, MoltState *state, int32_t parallel) {
  return executionPointer(execution, [&] {
    SortState &sort = stateAs<SortState>(state);
    MoltRuntime &runtime = execution->runtime;
    int64_t count = sort.rowCount();
    Buffer entries(runtime.pool, count * sizeof(SortEntry));
    SortEntry *next = entries.data<SortEntry>();
    for (const auto &local : sort.locals)
      if (local)
        next = fillEntries(*local, sort.order, next);
    runtime.checkCancelled();
    int64_t live = sort.liveRows();
    int64_t sorted = live < 0 ? count : std::min(count, live);
    if (sorted < count)
      selectFirst(entries.data<SortEntry>(), sorted, count, sort.order);
    entries = sortEntries(runtime, std::move(entries), sorted, sort.order, parallel);
    int64_t begin = std::min(sort.offset, sorted);
    MoltRows *rows = execution->addRows(sorted - begin);
    for (int64_t i = begin; i < sorted; ++i)
      rows->data()[i - begin] = rowOf(entries.data<SortEntry>()[i]);
    return rows;
  });
}
