//===- Sorter.cpp - Sorting and top-k -------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"
#include "StringView.h"

#include <cstring>

#include <tbb/parallel_sort.h>

using namespace molt::rt;

/// Offset of the first key part: the sequence number is before it.
static constexpr int64_t keyOffset = 8;
/// Trimming is worthwhile from this many rows on, and from this multiple of what
/// is kept, so that its cost per appended row is constant.
static constexpr int64_t fewestRowsToTrim = 8192;
static constexpr int64_t trimFactor = 4;

namespace {
/// What is sorted: the first 64 bits of the key, in an order that unsigned
/// comparison gives, and the row. Most comparisons need no look at the row.
struct SortEntry {
  uint64_t prefix;
  const uint8_t *row;
};

struct SortState : AppendState {
  SortState(MoltRuntime &runtime, int64_t rowBytes, std::vector<MoltSortKey> keys, int64_t offset,
            int64_t limit)
      : AppendState(runtime, rowBytes), keys(std::move(keys)), offset(offset), limit(limit) {}

  const std::vector<MoltSortKey> keys;
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

static uint64_t loadWord(const uint8_t *address) {
  uint64_t word;
  memcpy(&word, address, sizeof(word));
  return word;
}

/// Negative, 0 or positive: the order of key parts `from`… of two rows.
static int compareParts(const uint8_t *left, const uint8_t *right,
                        const std::vector<MoltSortKey> &keys) {
  int64_t at = keyOffset;
  for (const MoltSortKey &key : keys) {
    if (!key.is_view) {
      uint64_t a = loadWord(left + at), b = loadWord(right + at);
      if (a != b)
        return a < b ? -1 : 1;
      at += 8;
      continue;
    }
    StringView a{loadWord(left + at), loadWord(left + at + 8)};
    StringView b{loadWord(right + at), loadWord(right + at + 8)};
    if (int order = compareViews(a, b))
      return key.descending ? -order : order;
    at += 16;
  }
  return 0;
}

static uint64_t prefixOf(const uint8_t *row, const std::vector<MoltSortKey> &keys) {
  if (keys.empty())
    return loadWord(row); // LIMIT: by sequence alone
  if (!keys[0].is_view)
    return loadWord(row + keyOffset);
  uint64_t prefix = orderedPrefix({loadWord(row + keyOffset), loadWord(row + keyOffset + 8)});
  return keys[0].descending ? ~prefix : prefix;
}

/// Calls `body` with the cheapest comparison that orders rows by `keys`.
template <typename Body> static void withOrder(const std::vector<MoltSortKey> &keys, Body &&body) {
  auto sequenceLess = [](const SortEntry &a, const SortEntry &b) {
    return loadWord(a.row) < loadWord(b.row);
  };
  if (keys.empty() || (keys.size() == 1 && !keys[0].is_view))
    body([=](const SortEntry &a, const SortEntry &b) {
      return a.prefix != b.prefix ? a.prefix < b.prefix : sequenceLess(a, b);
    });
  else if (keys.size() == 2 && !keys[0].is_view && !keys[1].is_view)
    body([=](const SortEntry &a, const SortEntry &b) {
      if (a.prefix != b.prefix)
        return a.prefix < b.prefix;
      uint64_t second = loadWord(a.row + keyOffset + 8), other = loadWord(b.row + keyOffset + 8);
      return second != other ? second < other : sequenceLess(a, b);
    });
  else
    body([&keys, sequenceLess](const SortEntry &a, const SortEntry &b) {
      if (a.prefix != b.prefix)
        return a.prefix < b.prefix;
      int order = compareParts(a.row, b.row, keys);
      return order ? order < 0 : sequenceLess(a, b);
    });
}

static void fillEntries(const AppendLocal &local, const std::vector<MoltSortKey> &keys,
                        SortEntry *out) {
  int64_t rowBytes = local.blocks.bytesPerRow();
  local.blocks.forEachRun(local, [&](const uint8_t *row, int64_t count) {
    for (int64_t i = 0; i < count; ++i, row += rowBytes)
      *out++ = {prefixOf(row, keys), row};
  });
}

MoltState *molt_rt_sort_create(MoltExecution *execution, int64_t row_bytes, const MoltSortKey *keys,
                               int32_t key_count, int64_t offset, int64_t limit) {
  return executionPointer(execution, [&]() -> MoltState * {
    std::vector<MoltSortKey> copied(keys, keys + key_count);
    int64_t keyBytes = keyOffset;
    for (const MoltSortKey &key : copied)
      keyBytes += key.is_view ? 16 : 8;
    checkRowBytes(row_bytes, keyBytes);
    if (offset < 0 || limit < -1)
      fail(MOLT_INTERNAL, "a sort has offset %lld and limit %lld", static_cast<long long>(offset),
           static_cast<long long>(limit));
    return execution->addState(std::make_unique<SortState>(execution->runtime, row_bytes,
                                                           std::move(copied), offset, limit));
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
    fillEntries(*local, sort.keys, entries);
    withOrder(sort.keys,
              [&](auto less) { std::nth_element(entries, entries + live, entries + count, less); });
    AppendLocal kept(pool, sort.rowBytes);
    kept.blocks.reserve(kept, live);
    for (int64_t i = 0; i < live; ++i, kept.next += sort.rowBytes)
      memcpy(kept.next, entries[i].row, sort.rowBytes);
    *local = std::move(kept);
  });
}

MoltRows *molt_rt_sort_finish(MoltExecution *execution, MoltState *state, int32_t parallel) {
  return executionPointer(execution, [&] {
    SortState &sort = stateAs<SortState>(state);
    MoltRuntime &runtime = execution->runtime;
    int64_t count = sort.rowCount();
    Buffer memory(runtime.pool, count * sizeof(SortEntry));
    SortEntry *entries = memory.data<SortEntry>();
    SortEntry *next = entries;
    for (const auto &local : sort.locals) {
      if (!local)
        continue;
      fillEntries(*local, sort.keys, next);
      next += local->rowCount();
    }
    runtime.checkCancelled();
    int64_t live = sort.liveRows();
    int64_t sorted = live < 0 ? count : std::min(count, live);
    withOrder(sort.keys, [&](auto less) {
      if (sorted < count)
        std::nth_element(entries, entries + sorted, entries + count, less);
      if (parallel && runtime.threads > 1)
        runtime.arena.execute([&] { tbb::parallel_sort(entries, entries + sorted, less); });
      else
        std::sort(entries, entries + sorted, less);
    });
    int64_t begin = std::min(sort.offset, sorted);
    MoltRows *rows = execution->addRows(sorted - begin);
    for (int64_t i = begin; i < sorted; ++i)
      rows->data()[i - begin] = entries[i].row;
    return rows;
  });
}
