//===- StringArena.h - Memory for the bytes of new strings ------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_STRINGARENA_H
#define MOLT_LIB_RUNTIME_STRINGARENA_H

#include "Memory.h"

#include "Molt/Text/Kernel.h"

#include <vector>

namespace molt::rt {

/// The bytes of strings that one worker makes. They live as long as the run, because states and
/// later batches keep views of them. On a cache line of its own. Throws a Failure without memory.
class alignas(64) StringArena final : public text::Arena {
public:
  explicit StringArena(MemoryPool &pool) : pool(&pool) {}
  StringArena(StringArena &&) = default;

private:
  void grow(uint64_t bytes) override;

  MemoryPool *pool;
  std::vector<Buffer> blocks;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_STRINGARENA_H
