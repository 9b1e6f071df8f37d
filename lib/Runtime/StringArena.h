//===- StringArena.h - Memory for the bytes of new strings ------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_STRINGARENA_H
#define MOLT_LIB_RUNTIME_STRINGARENA_H

#include "Memory.h"

#include <vector>

namespace molt::rt {

/// The bytes of strings that one worker makes. They never move and live as long as the run,
/// because states and later batches keep views of them. On a cache line of its own.
class alignas(64) StringArena {
public:
  /// Room for `bytes` at the address returned, until the next call. Throws a Failure.
  uint8_t *reserve(MemoryPool &pool, size_t bytes) {
    if (static_cast<size_t>(end - next) < bytes)
      addBlock(pool, bytes);
    return next;
  }
  /// Keeps the first `bytes` of what was reserved.
  void commit(size_t bytes) { next += bytes; }

private:
  void addBlock(MemoryPool &pool, size_t bytes);

  std::vector<Buffer> blocks;
  uint8_t *next = nullptr;
  uint8_t *end = nullptr;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_STRINGARENA_H
