//===- Memory.cpp - Accounted memory --------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Memory.h"

#include "Error.h"

#include <cstdlib>
#include <cstring>

#if defined(__linux__)
#include <sys/mman.h>
#endif

using namespace molt::rt;

static constexpr size_t alignment = 64;

/// From this size on, memory is mapped with the advice to use huge pages: hash
/// directories are hit at random, and a page fault per 4 KB costs a loader of
/// columns a tenth of its time.
static constexpr size_t mappedFrom = size_t(2) << 20;
static constexpr size_t hugePage = size_t(2) << 20;
static constexpr size_t page = 4096;

static size_t roundUp(size_t bytes, size_t unit) { return (bytes + unit - 1) / unit * unit; }

static bool isMapped(size_t bytes) {
#if defined(__linux__)
  return bytes >= mappedFrom;
#else
  return false;
#endif
}

/// Zeroed memory at a huge page boundary, or null.
static void *mapMemory(size_t bytes) {
#if defined(__linux__)
  // What does not fill a huge page at the end stays on small ones.
  size_t length = roundUp(bytes, page);
  size_t reserved = length + hugePage;
  void *base = mmap(nullptr, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (base == MAP_FAILED)
    return nullptr;
  uintptr_t start = reinterpret_cast<uintptr_t>(base);
  uintptr_t aligned = roundUp(start, hugePage);
  if (aligned > start)
    munmap(base, aligned - start);
  if (size_t behind = start + reserved - (aligned + length))
    munmap(reinterpret_cast<void *>(aligned + length), behind);
  void *memory = reinterpret_cast<void *>(aligned);
  madvise(memory, length, MADV_HUGEPAGE);
  return memory;
#else
  return nullptr;
#endif
}

void MemoryPool::account(size_t bytes) {
  if (failAllocation > 0 &&
      allocations.fetch_add(1, std::memory_order_relaxed) + 1 >= failAllocation)
    fail(MOLT_OUT_OF_MEMORY, "out of memory: an allocation of %zu bytes was made to fail", bytes);
  int64_t before = used.fetch_add(bytes, std::memory_order_relaxed);
  int64_t after = before + static_cast<int64_t>(bytes);
  if (bytes > size_t(INT64_MAX) / 2 || (limit > 0 && after > limit)) {
    used.fetch_sub(bytes, std::memory_order_relaxed);
    fail(MOLT_OUT_OF_MEMORY,
         "out of memory: %zu more bytes on top of %lld exceed the memory limit of %lld bytes",
         bytes, static_cast<long long>(before), static_cast<long long>(limit));
  }
  int64_t highest = peak.load(std::memory_order_relaxed);
  while (after > highest &&
         !peak.compare_exchange_weak(highest, after, std::memory_order_relaxed)) {
  }
}

void *MemoryPool::allocate(size_t bytes) {
  account(bytes);
  void *memory = isMapped(bytes)
                     ? mapMemory(bytes)
                     : std::aligned_alloc(alignment, roundUp(bytes ? bytes : 1, alignment));
  if (!memory) {
    used.fetch_sub(bytes, std::memory_order_relaxed);
    fail(MOLT_OUT_OF_MEMORY, "out of memory: the system refused %zu bytes", bytes);
  }
  return memory;
}

void *MemoryPool::allocateZeroed(size_t bytes) {
  void *memory = allocate(bytes);
  if (!isMapped(bytes))
    memset(memory, 0, bytes);
  return memory;
}

void MemoryPool::deallocate(void *memory, size_t bytes) noexcept {
  if (!memory)
    return;
  used.fetch_sub(bytes, std::memory_order_relaxed);
#if defined(__linux__)
  if (isMapped(bytes)) {
    munmap(memory, roundUp(bytes, page));
    return;
  }
#endif
  std::free(memory);
}

Buffer::Buffer(MemoryPool &pool, size_t bytes) : pool(&pool), capacity(bytes) {
  memory = static_cast<uint8_t *>(pool.allocate(bytes + MOLT_BUFFER_PADDING));
  memset(memory + bytes, 0, MOLT_BUFFER_PADDING);
}

Buffer Buffer::zeroed(MemoryPool &pool, size_t bytes) {
  Buffer buffer;
  buffer.memory = static_cast<uint8_t *>(pool.allocateZeroed(bytes + MOLT_BUFFER_PADDING));
  buffer.pool = &pool;
  buffer.capacity = bytes;
  return buffer;
}

void Buffer::reset() noexcept {
  if (memory)
    pool->deallocate(memory, capacity + MOLT_BUFFER_PADDING);
  memory = nullptr;
  capacity = 0;
}

void Buffer::grow(MemoryPool &owner, size_t kept, size_t bytes) {
  if (memory && bytes <= capacity)
    return;
  Buffer larger(owner, bytes);
  if (kept)
    memcpy(larger.memory, memory, kept);
  swap(larger);
}
