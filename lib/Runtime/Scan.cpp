//===- Scan.cpp - Morsels and the scans that hand them out ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Execution.h"

using namespace molt::rt;

/// Morsels of 20,000 to 100,000 rows cost nothing to schedule; smaller ones pay
/// off only to give every thread something to do.
static constexpr int64_t mostMorselRows = 65536;
static constexpr int64_t fewestMorselRows = 16384;

/// A power of two, so that begins are multiples of one.
static int64_t morselRows(const MoltExecution &execution, int64_t rows, bool parallel) {
  int64_t wanted = execution.options.morsel_rows;
  if (wanted == 0) {
    int64_t share = parallel ? rows / (execution.runtime.threads * 8) : rows;
    wanted = std::min(std::max(share, fewestMorselRows), mostMorselRows);
  }
  int64_t power = 1;
  while (power < wanted)
    power *= 2;
  return power;
}

/// Appends the morsels of `rows` rows that start at `rowBase` in the source.
static void cutMorsels(std::vector<MoltMorsel> &morsels, const MoltColumnView *columns,
                       const uint8_t *const *rowAddresses, int64_t rows, int64_t rowBase,
                       int64_t size) {
  for (int64_t begin = 0; begin < rows; begin += size) {
    MoltMorsel morsel = {};
    morsel.columns = columns;
    morsel.rows = rowAddresses;
    morsel.begin = begin;
    morsel.end = std::min(rows, begin + size);
    morsel.row_base = rowBase;
    morsel.sequence = morsels.size();
    morsels.push_back(morsel);
  }
}

static void runMorsels(MoltExecution &execution, const std::vector<MoltMorsel> &morsels,
                       int64_t rows, MoltPipelineFn function, void *const *args, bool parallel) {
  MoltRuntime &runtime = execution.runtime;
  ++execution.scan;
  const int64_t firstSequence = execution.nextSequence;
  execution.nextSequence += morsels.size();
  std::atomic<int64_t> done{0};
  forEachTask(runtime, parallel, morsels.size(), [&](int64_t task, int32_t worker) {
    runtime.checkCancelled();
    MoltMorsel morsel = morsels[task];
    morsel.worker = worker;
    morsel.sequence += firstSequence;
    checkCallback(execution, function(&execution, args, &morsel));
    if (runtime.options.progress) {
      int64_t count = morsel.end - morsel.begin;
      runtime.options.progress(runtime.options.user, done.fetch_add(count) + count, rows);
    }
  });
}

int32_t molt_rt_scan_table(MoltExecution *execution, int32_t input, MoltPipelineFn function,
                           void *const *args, int32_t parallel) {
  return executionStatus(execution, [&] {
    const Input &source = execution->inputs[input];
    const MoltTable &table = *source.table;
    int64_t size = morselRows(*execution, table.rows, parallel);
    std::vector<MoltMorsel> morsels;
    for (size_t i = 0; i < table.chunks.size(); ++i)
      cutMorsels(morsels, source.chunkViews(i), nullptr, table.chunks[i].rows,
                 table.chunks[i].rowBase, size);
    runMorsels(*execution, morsels, table.rows, function, args, parallel);
  });
}

int32_t molt_rt_scan_rows(MoltExecution *execution, MoltRows *rows, MoltPipelineFn function,
                          void *const *args, int32_t parallel) {
  return executionStatus(execution, [&] {
    std::vector<MoltMorsel> morsels;
    cutMorsels(morsels, nullptr, rows->data(), rows->count, 0,
               morselRows(*execution, rows->count, parallel));
    runMorsels(*execution, morsels, rows->count, function, args, parallel);
  });
}
