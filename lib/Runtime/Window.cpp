//===- Window.cpp - Bounds of partitions and peers ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"
#include "SortEntries.h"

using namespace molt::rt;

/// Rows behind the last one that vectors may read.
static constexpr int64_t slackRows = 64;

namespace {
/// The arrays of a window, in one buffer.
struct WindowState : MoltState {
  WindowState(MoltRuntime &runtime, int64_t rows)
      : memory(runtime.pool, 5 * (rows + slackRows) * sizeof(int64_t)), stride(rows + slackRows) {
    memset(memory.data<uint8_t>(), 0, 5 * stride * sizeof(int64_t));
    window = {array(0), array(1), array(2), array(3), array(4)};
  }
  int64_t *array(int64_t number) { return memory.data<int64_t>() + number * stride; }

  Buffer memory;
  int64_t stride;
  MoltWindow window;
};
} // namespace

MoltWindow *molt_rt_window_bounds(MoltExecution *execution, MoltState *sorter, MoltRows *rows,
                                  int64_t partition_parts) {
  return executionPointer(execution, [&]() -> MoltWindow * {
    const RowOrder &order = getRowOrder(sorter);
    auto owned = std::make_unique<WindowState>(execution->runtime, rows->count);
    int64_t *start = owned->array(0), *end = owned->array(1), *peerStart = owned->array(2);
    int64_t *peerEnd = owned->array(3), *peerNumber = owned->array(4);
    const uint8_t **row = rows->data();
    for (int64_t i = 0; i < rows->count; ++i) {
      if (i % 65536 == 0)
        execution->runtime.checkCancelled();
      int64_t differs = i == 0 ? 0 : order.firstDifference(row[i - 1], row[i]);
      bool startsPartition = i == 0 || differs < partition_parts;
      bool startsPeers = startsPartition || differs < order.keyParts();
      start[i] = startsPartition ? i : start[i - 1];
      peerStart[i] = startsPeers ? i : peerStart[i - 1];
      peerNumber[i] = startsPartition ? 0 : peerNumber[i - 1] + startsPeers;
    }
    for (int64_t i = rows->count; i-- > 0;) {
      bool isLast = i + 1 == rows->count;
      end[i] = isLast || start[i + 1] != start[i] ? i + 1 : end[i + 1];
      peerEnd[i] = isLast || peerStart[i + 1] != peerStart[i] ? i + 1 : peerEnd[i + 1];
    }
    MoltWindow *window = &owned->window;
    execution->addState(std::move(owned));
    return window;
  });
}
