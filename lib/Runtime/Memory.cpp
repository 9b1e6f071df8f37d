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

/// Bytes that are mapped for `bytes`: in steps of an eighth or less, so that blocks
/// find another use. What is not touched costs only addresses.
static size_t mappedLength(size_t bytes) {
  size_t step = page;
  while (step * 16 <= bytes)
    step *= 2;
  return roundUp(bytes, step);
}

/// Zeroed memory at a huge page boundary, or null.
static void *mapMemory(size_t length) {
#if defined(__linux__)
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
  // What does not fill a huge page at the end stays on small ones.
  madvise(memory, length, MADV_HUGEPAGE);
  return memory;
#else
  return nullptr;
#endif
}

static void unmapMemory(void *memory, size_t length) {
#if defined(__linux__)
  munmap(memory, length);
#endif
}

//===----------------------------------------------------------------------===//
// Blocks kept for the next use
//===----------------------------------------------------------------------===//

// The kernel clears pages before it hands them out, which for a query that builds
// and drops tables of tens of megabytes is a good part of its time. So some mapped
// memory is kept when it is given back. It counts as free: where a limit is near,
// it goes back to the system first.

/// Most bytes that are kept.
static constexpr int64_t mostKept = int64_t(256) << 20;

void *MemoryPool::takeKept(size_t length) {
  std::lock_guard<std::mutex> lock(keptMutex);
  // From the back: what was used last may still be in a cache.
  for (size_t i = kept.size(); i-- > 0;) {
    if (kept[i].length != length)
      continue;
    void *memory = kept[i].memory;
    kept.erase(kept.begin() + i);
    keptBytes.fetch_sub(length, std::memory_order_relaxed);
    return memory;
  }
  return nullptr;
}

bool MemoryPool::keep(void *memory, size_t length) noexcept {
  std::lock_guard<std::mutex> lock(keptMutex);
  int64_t after = keptBytes.load(std::memory_order_relaxed) + length;
  if (after > mostKept || (limit > 0 && after + bytes() > limit))
    return false;
  try {
    kept.push_back({memory, length});
  } catch (...) {
    return false;
  }
  keptBytes.store(after, std::memory_order_relaxed);
  return true;
}

void MemoryPool::dropKept() noexcept {
  std::lock_guard<std::mutex> lock(keptMutex);
  for (const KeptBlock &block : kept)
    unmapMemory(block.memory, block.length);
  kept.clear();
  keptBytes.store(0, std::memory_order_relaxed);
}

//===----------------------------------------------------------------------===//
// Allocation
//===----------------------------------------------------------------------===//

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
  if (limit > 0 && after + keptBytes.load(std::memory_order_relaxed) > limit)
    dropKept();
  int64_t highest = peak.load(std::memory_order_relaxed);
  while (after > highest &&
         !peak.compare_exchange_weak(highest, after, std::memory_order_relaxed)) {
  }
}

void *MemoryPool::allocate(size_t bytes) { return allocate(bytes, false); }

void *MemoryPool::allocateZeroed(size_t bytes) { return allocate(bytes, true); }

void *MemoryPool::allocate(size_t bytes, bool zeroed) {
  account(bytes);
  void *memory;
  bool isZero = false;
  if (isMapped(bytes)) {
    size_t length = mappedLength(bytes);
    memory = takeKept(length);
    if (!memory) {
      memory = mapMemory(length);
      isZero = true;
    }
  } else {
    memory = std::aligned_alloc(alignment, roundUp(bytes ? bytes : 1, alignment));
  }
  if (!memory) {
    used.fetch_sub(bytes, std::memory_order_relaxed);
    fail(MOLT_OUT_OF_MEMORY, "out of memory: the system refused %zu bytes", bytes);
  }
  if (zeroed && !isZero)
    memset(memory, 0, bytes);
  return memory;
}

void MemoryPool::deallocate(void *memory, size_t bytes) noexcept {
  if (!memory)
    return;
  used.fetch_sub(bytes, std::memory_order_relaxed);
  if (!isMapped(bytes)) {
    std::free(memory);
    return;
  }
  size_t length = mappedLength(bytes);
  if (!keep(memory, length))
    unmapMemory(memory, length);
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
