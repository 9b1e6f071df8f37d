//===- RowBlocks.h - Memory for stored rows ---------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_ROWBLOCKS_H
#define MOLT_LIB_RUNTIME_ROWBLOCKS_H

#include "Execution.h"

namespace molt::rt {

/// The blocks behind a MoltAppender. Rows are contiguous within a block and never
/// move; compiled code advances `next`, so the rows of the last block are those
/// below it, and a block's rows become known when the next block is begun.
class RowBlocks {
public:
  RowBlocks(MemoryPool &pool, int64_t rowBytes) : pool(&pool), rowBytes(rowBytes) {}

  /// Makes room for `count` contiguous rows at appender.next.
  void reserve(MoltAppender &appender, int64_t count);

  int64_t rowCount(const MoltAppender &appender) const;
  int64_t bytesPerRow() const { return rowBytes; }

  /// Calls `body(begin, count)` for each run of contiguous rows, oldest first.
  template <typename Body> void forEachRun(const MoltAppender &appender, Body &&body) const {
    for (size_t i = 0; i < blocks.size(); ++i) {
      const uint8_t *end = i + 1 == blocks.size() ? appender.next : blocks[i].rowsEnd;
      uint8_t *begin = blocks[i].memory.data();
      if (end > begin)
        body(begin, (end - begin) / rowBytes);
    }
  }

  /// Writes the addresses of all rows, oldest first; returns behind the last one.
  const uint8_t **addresses(const MoltAppender &appender, const uint8_t **out) const;

  /// Frees all rows.
  void clear(MoltAppender &appender);

private:
  struct Block {
    Buffer memory;
    const uint8_t *rowsEnd = nullptr;
  };

  MemoryPool *pool;
  int64_t rowBytes;
  std::vector<Block> blocks;
};

/// A worker's rows of a join or sort state.
struct AppendLocal : MoltAppender {
  AppendLocal(MemoryPool &pool, int64_t rowBytes)
      : MoltAppender{nullptr, nullptr}, blocks(pool, rowBytes) {}
  RowBlocks blocks;

  int64_t rowCount() const { return blocks.rowCount(*this); }
};

/// A state whose workers append rows: the base of join and sort states.
struct AppendState : MoltState {
  AppendState(MoltRuntime &runtime, int64_t rowBytes)
      : rowBytes(rowBytes), locals(runtime.threads) {}
  const int64_t rowBytes;
  std::vector<std::unique_ptr<AppendLocal>> locals;

  int64_t rowCount() const;
};

/// Throws unless compiled code asked for a sensible row.
void checkRowBytes(int64_t rowBytes, int64_t least);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_ROWBLOCKS_H
