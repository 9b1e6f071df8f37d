//===- GroupTable.cpp - Hash tables of groups -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each worker aggregates into a table of its own; finishing merges them. Where
// several workers have rows, rows are first partitioned by hash bits that neither
// the directory (low bits) nor its tags (upper 16) use, so that partitions merge
// in parallel without locks, each in a table that fits caches better.
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"

#include <cstring>

using namespace molt::rt;

static constexpr uint64_t addressMask = (uint64_t(1) << 48) - 1;
static constexpr int64_t partitionBits = 6;
static constexpr int partitionShift = 42;
/// Fewer rows than this in all are merged as one partition.
static constexpr int64_t smallMerge = 8192;
/// Rows per call of the merge function.
static constexpr int64_t mergeBatch = 1024;

namespace {
struct GroupLocal : MoltGroupTable {
  GroupLocal(MemoryPool &pool, int64_t rowBytes)
      : MoltGroupTable{{nullptr, nullptr}, nullptr, 0, 0, {}}, pool(pool), blocks(pool, rowBytes) {}

  void reserve(int64_t count);
  void growDirectory(uint64_t entries);

  MemoryPool &pool;
  RowBlocks blocks;
  Buffer directoryMemory;
};

struct GroupState : MoltState {
  GroupState(MoltRuntime &runtime, int64_t rowBytes)
      : rowBytes(rowBytes), locals(runtime.threads) {}
  const int64_t rowBytes;
  std::vector<std::unique_ptr<GroupLocal>> locals;
  /// The tables of the partitions after a merge: they own the finished rows.
  std::vector<std::unique_ptr<GroupLocal>> merged;
};

/// Row addresses of one worker, grouped by partition.
struct PartitionedRows {
  Buffer addresses;
  std::vector<int64_t> begins; ///< One more than partitions.

  const uint8_t *const *begin(int64_t partition) const {
    return addresses.data<const uint8_t *>() + begins[partition];
  }
  int64_t count(int64_t partition) const { return begins[partition + 1] - begins[partition]; }
};
} // namespace

static uint64_t rowHash(const uint8_t *row) {
  uint64_t hash;
  memcpy(&hash, row, sizeof(hash));
  return hash;
}

void GroupLocal::growDirectory(uint64_t entries) {
  Buffer memory = Buffer::zeroed(pool, entries * sizeof(uint64_t));
  uint64_t *slots = memory.data<uint64_t>();
  uint64_t newMask = entries - 1;
  blocks.forEachRun(rows, [&](const uint8_t *row, int64_t count) {
    for (int64_t i = 0; i < count; ++i, row += blocks.bytesPerRow()) {
      uint64_t hash = rowHash(row);
      uint64_t slot = hash & newMask;
      while (slots[slot])
        slot = (slot + 1) & newMask;
      slots[slot] = (hash & ~addressMask) | (reinterpret_cast<uint64_t>(row) & addressMask);
    }
  });
  directoryMemory = std::move(memory);
  directory = slots;
  mask = newMask;
}

void GroupLocal::reserve(int64_t count) {
  blocks.reserve(rows, count);
  uint64_t entries = directory ? mask + 1 : 0;
  uint64_t needed = 2 * static_cast<uint64_t>(group_count + count);
  if (needed <= entries)
    return;
  uint64_t larger = entries ? entries : 16;
  while (larger < needed)
    larger *= 2;
  growDirectory(larger);
}

MoltState *molt_rt_group_create(MoltExecution *execution, int64_t row_bytes) {
  return executionPointer(execution, [&]() -> MoltState * {
    checkRowBytes(row_bytes, 8);
    return execution->addState(std::make_unique<GroupState>(execution->runtime, row_bytes));
  });
}

MoltGroupTable *molt_rt_group_local(MoltExecution *execution, MoltState *state, int32_t worker) {
  return executionPointer(execution, [&]() -> MoltGroupTable * {
    GroupState &groups = stateAs<GroupState>(state);
    std::unique_ptr<GroupLocal> &local = groups.locals[worker];
    if (!local) {
      auto created = std::make_unique<GroupLocal>(execution->runtime.pool, groups.rowBytes);
      // So that a probe before the first reservation finds an empty directory.
      created->growDirectory(16);
      local = std::move(created);
    }
    return local.get();
  });
}

int32_t molt_rt_group_reserve(MoltExecution *execution, MoltGroupTable *table, int64_t count) {
  return executionStatus(execution, [&] { static_cast<GroupLocal *>(table)->reserve(count); });
}

/// Sorts the addresses of a worker's rows by partition (a counting sort).
static PartitionedRows partitionRows(MemoryPool &pool, const GroupLocal &local,
                                     int64_t partitions) {
  PartitionedRows out;
  out.begins.assign(partitions + 1, 0);
  auto partitionOf = [&](const uint8_t *row) {
    return (rowHash(row) >> partitionShift) & (partitions - 1);
  };
  local.blocks.forEachRun(local.rows, [&](const uint8_t *row, int64_t count) {
    for (int64_t i = 0; i < count; ++i)
      ++out.begins[partitionOf(row + i * local.blocks.bytesPerRow()) + 1];
  });
  for (int64_t i = 0; i < partitions; ++i)
    out.begins[i + 1] += out.begins[i];
  out.addresses = Buffer(pool, out.begins[partitions] * sizeof(uint8_t *));
  std::vector<int64_t> next(out.begins.begin(), out.begins.end() - 1);
  const uint8_t **addresses = out.addresses.data<const uint8_t *>();
  local.blocks.forEachRun(local.rows, [&](const uint8_t *row, int64_t count) {
    for (int64_t i = 0; i < count; ++i, row += local.blocks.bytesPerRow())
      addresses[next[partitionOf(row)]++] = row;
  });
  return out;
}

static std::unique_ptr<GroupLocal> mergePartition(MoltExecution &execution, int64_t rowBytes,
                                                  const std::vector<PartitionedRows> &workers,
                                                  int64_t partition, MoltMergeFn merge) {
  auto table = std::make_unique<GroupLocal>(execution.runtime.pool, rowBytes);
  // One worker's rows are distinct groups: there will be at least as many as the
  // largest share, so the directory grows to that at once.
  int64_t largestShare = 0;
  for (const PartitionedRows &worker : workers)
    largestShare = std::max(largestShare, worker.count(partition));
  table->reserve(largestShare);
  for (const PartitionedRows &worker : workers) {
    int64_t count = worker.count(partition);
    for (int64_t begin = 0; begin < count; begin += mergeBatch) {
      int64_t size = std::min(mergeBatch, count - begin);
      table->reserve(size);
      checkCallback(execution,
                    merge(&execution, table.get(), worker.begin(partition) + begin, size));
    }
  }
  return table;
}

/// The rows of all tables as finished rows.
static MoltRows *collectRows(MoltExecution &execution,
                             const std::vector<std::unique_ptr<GroupLocal>> &tables) {
  int64_t count = 0;
  for (const auto &table : tables)
    if (table)
      count += table->blocks.rowCount(table->rows);
  MoltRows *rows = execution.addRows(count);
  const uint8_t **out = rows->data();
  for (const auto &table : tables)
    if (table)
      out = table->blocks.addresses(table->rows, out);
  return rows;
}

MoltRows *molt_rt_group_finish(MoltExecution *execution, MoltState *state, MoltMergeFn merge,
                               int32_t parallel) {
  return executionPointer(execution, [&] {
    GroupState &groups = stateAs<GroupState>(state);
    MoltRuntime &runtime = execution->runtime;
    std::vector<const GroupLocal *> filled;
    int64_t total = 0;
    for (const auto &local : groups.locals) {
      int64_t count = local ? local->blocks.rowCount(local->rows) : 0;
      if (count)
        filled.push_back(local.get());
      total += count;
    }
    if (filled.size() <= 1)
      return collectRows(*execution, groups.locals);

    int64_t partitions = total <= smallMerge ? 1 : int64_t(1) << partitionBits;
    std::vector<PartitionedRows> workers(filled.size());
    forEachTask(runtime, parallel, filled.size(), [&](int64_t i, int32_t) {
      workers[i] = partitionRows(runtime.pool, *filled[i], partitions);
    });
    groups.merged.resize(partitions);
    forEachTask(runtime, parallel, partitions, [&](int64_t partition, int32_t) {
      runtime.checkCancelled();
      groups.merged[partition] =
          mergePartition(*execution, groups.rowBytes, workers, partition, merge);
    });
    for (auto &local : groups.locals)
      local.reset();
    return collectRows(*execution, groups.merged);
  });
}
