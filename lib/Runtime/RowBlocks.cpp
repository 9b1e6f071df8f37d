//===- RowBlocks.cpp - Memory for stored rows -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"

using namespace molt::rt;

/// The first block of a worker is small, as most states stay small; blocks double
/// up to a size that makes their number irrelevant.
static constexpr int64_t firstBlockBytes = 16 << 10;
static constexpr int64_t largestBlockBytes = (4 << 20) - MOLT_BUFFER_PADDING;

void RowBlocks::reserve(MoltAppender &appender, int64_t count) {
  if (appender.end - appender.next >= count * rowBytes)
    return;
  if (count < 0 || count > (INT64_MAX >> 16) / rowBytes)
    fail(MOLT_OUT_OF_MEMORY, "out of memory: room for %lld rows of %lld bytes was asked for",
         static_cast<long long>(count), static_cast<long long>(rowBytes));
  int64_t bytes = firstBlockBytes;
  if (!blocks.empty())
    bytes = std::min<int64_t>(2 * blocks.back().memory.size(), largestBlockBytes);
  bytes = std::max(bytes, count * rowBytes);
  bytes -= bytes % rowBytes;
  Block block;
  block.memory = Buffer(*pool, bytes);
  blocks.push_back(std::move(block));
  if (blocks.size() > 1)
    blocks[blocks.size() - 2].rowsEnd = appender.next;
  appender.next = blocks.back().memory.data();
  appender.end = appender.next + bytes;
}

int64_t RowBlocks::rowCount(const MoltAppender &appender) const {
  int64_t count = 0;
  forEachRun(appender, [&](const uint8_t *, int64_t rows) { count += rows; });
  return count;
}

const uint8_t **RowBlocks::addresses(const MoltAppender &appender, const uint8_t **out) const {
  forEachRun(appender, [&](const uint8_t *row, int64_t rows) {
    for (int64_t i = 0; i < rows; ++i)
      *out++ = row + i * rowBytes;
  });
  return out;
}

void RowBlocks::clear(MoltAppender &appender) {
  blocks.clear();
  appender.next = appender.end = nullptr;
}

int64_t AppendState::rowCount() const {
  int64_t count = 0;
  for (const auto &local : locals)
    if (local)
      count += local->rowCount();
  return count;
}

void molt::rt::checkRowBytes(int64_t rowBytes, int64_t least) {
  if (rowBytes < least || rowBytes % 8)
    fail(MOLT_INTERNAL, "a stored row has %lld bytes; expected a multiple of 8, at least %lld",
         static_cast<long long>(rowBytes), static_cast<long long>(least));
}

MoltAppender *molt_rt_append_local(MoltExecution *execution, MoltState *state, int32_t worker) {
  return executionPointer(execution, [&]() -> MoltAppender * {
    AppendState &appendState = stateAs<AppendState>(state);
    std::unique_ptr<AppendLocal> &local = appendState.locals[worker];
    if (!local)
      local = std::make_unique<AppendLocal>(execution->runtime.pool, appendState.rowBytes);
    return local.get();
  });
}

int32_t molt_rt_append_reserve(MoltExecution *execution, MoltAppender *appender, int64_t count) {
  return executionStatus(execution, [&] {
    AppendLocal &local = static_cast<AppendLocal &>(*appender);
    local.blocks.reserve(local, count);
  });
}
