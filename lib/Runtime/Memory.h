//===- Memory.h - Accounted memory ------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every buffer that can grow with the data (tables, states, scratch, results)
// comes from the instance's MemoryPool, which counts bytes, enforces the limit
// and can be told to fail. Small bookkeeping uses the standard allocator.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_MEMORY_H
#define MOLT_LIB_RUNTIME_MEMORY_H

#include "Molt/Runtime/Runtime.h"

#include <atomic>
#include <cstddef>
#include <mutex>
#include <utility>
#include <vector>

namespace molt::rt {

/// Counts and limits memory; thread-safe.
class MemoryPool {
public:
  /// limit 0: none. failAllocation n: the n-th allocation and all later ones
  /// fail; 0: never.
  MemoryPool(int64_t limit, int64_t failAllocation)
      : limit(limit), failAllocation(failAllocation) {}
  ~MemoryPool() { dropKept(); }

  /// 64-byte aligned memory; throws a Failure. `bytes` may be 0.
  void *allocate(size_t bytes);
  void *allocateZeroed(size_t bytes);
  /// `bytes` as given to allocate. Null is ignored.
  void deallocate(void *memory, size_t bytes) noexcept;

  int64_t bytes() const { return used.load(std::memory_order_relaxed); }
  int64_t peakBytes() const { return peak.load(std::memory_order_relaxed); }

private:
  /// Mapped memory that was given back and waits for the next use.
  struct KeptBlock {
    void *memory;
    size_t length;
  };

  void *allocate(size_t bytes, bool zeroed);
  void account(size_t bytes);
  void *takeKept(size_t length);
  bool keep(void *memory, size_t length) noexcept;
  void dropKept() noexcept;

  const int64_t limit;
  const int64_t failAllocation;
  std::atomic<int64_t> allocations{0};
  std::atomic<int64_t> used{0};
  std::atomic<int64_t> peak{0};

  std::mutex keptMutex;
  std::vector<KeptBlock> kept;
  std::atomic<int64_t> keptBytes{0};
};

/// Owned memory of a pool with MOLT_BUFFER_PADDING readable, zeroed bytes behind
/// its end.
class Buffer {
public:
  Buffer() = default;
  Buffer(MemoryPool &pool, size_t bytes);
  /// All bytes zero; cheaper than filling for large buffers.
  static Buffer zeroed(MemoryPool &pool, size_t bytes);
  Buffer(Buffer &&other) noexcept { swap(other); }
  Buffer &operator=(Buffer &&other) noexcept {
    Buffer taken(std::move(other));
    swap(taken);
    return *this;
  }
  ~Buffer() { reset(); }

  void reset() noexcept;
  void swap(Buffer &other) noexcept {
    std::swap(pool, other.pool);
    std::swap(memory, other.memory);
    std::swap(capacity, other.capacity);
  }

  /// Makes the buffer at least `bytes` large, keeping its first `kept` bytes. The
  /// pool is needed when the buffer is empty.
  void grow(MemoryPool &owner, size_t kept, size_t bytes);

  template <typename T = uint8_t> T *data() const { return reinterpret_cast<T *>(memory); }
  size_t size() const { return capacity; }
  explicit operator bool() const { return memory != nullptr; }

private:
  MemoryPool *pool = nullptr;
  uint8_t *memory = nullptr;
  size_t capacity = 0;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_MEMORY_H
