//===- MemoryTest.cpp - Accounted memory ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Memory.h"
#include "Error.h"

#include <gtest/gtest.h>

#include <cstring>

using namespace molt::rt;

static constexpr size_t large = size_t(3) << 20; // large enough to be mapped

static bool isZero(const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; ++i)
    if (bytes[i])
      return false;
  return true;
}

TEST(Memory, CountsWhatIsHeld) {
  MemoryPool pool(0, 0);
  {
    Buffer small(pool, 100), big(pool, large);
    EXPECT_EQ(pool.bytes(), int64_t(100 + large + 2 * MOLT_BUFFER_PADDING));
    Buffer moved = std::move(big);
    EXPECT_FALSE(big);
    EXPECT_EQ(moved.size(), large);
  }
  EXPECT_EQ(pool.bytes(), 0);
  EXPECT_EQ(pool.peakBytes(), int64_t(100 + large + 2 * MOLT_BUFFER_PADDING));
}

TEST(Memory, BuffersAreAlignedAndPadded) {
  MemoryPool pool(0, 0);
  for (size_t bytes : {size_t(0), size_t(1), size_t(1000), large, large + 1}) {
    Buffer buffer(pool, bytes);
    EXPECT_EQ(reinterpret_cast<uintptr_t>(buffer.data()) % 64, 0u);
    memset(buffer.data(), 0xFF, bytes);
    EXPECT_TRUE(isZero(buffer.data() + bytes, MOLT_BUFFER_PADDING));
  }
}

TEST(Memory, MemoryThatIsKeptComesBackClean) {
  MemoryPool pool(0, 0);
  uint8_t *first;
  {
    Buffer buffer(pool, large);
    first = buffer.data();
    memset(first, 0xFF, large + MOLT_BUFFER_PADDING);
  }
  EXPECT_EQ(pool.bytes(), 0);
  Buffer again = Buffer::zeroed(pool, large);
  EXPECT_EQ(again.data(), first);
  EXPECT_TRUE(isZero(again.data(), large + MOLT_BUFFER_PADDING));
}

TEST(Memory, GrowingKeepsTheContent) {
  MemoryPool pool(0, 0);
  Buffer buffer;
  buffer.grow(pool, 0, 10);
  memcpy(buffer.data(), "0123456789", 10);
  buffer.grow(pool, 10, large);
  EXPECT_EQ(memcmp(buffer.data(), "0123456789", 10), 0);
  const uint8_t *place = buffer.data();
  buffer.grow(pool, 10, 100); // is large enough
  EXPECT_EQ(buffer.data(), place);
}

TEST(Memory, TheLimitCountsKeptMemoryAsFree) {
  MemoryPool pool(2 * large, 0);
  Buffer(pool, large).reset();
  Buffer other(pool, large + large / 2); // another size: what is kept must go
  EXPECT_THROW(Buffer(pool, large), Failure);
  other.reset();
  Buffer(pool, large).reset();
  EXPECT_EQ(pool.bytes(), 0);
}

TEST(Memory, FailsOnDemand) {
  MemoryPool pool(0, 3);
  Buffer first(pool, 1), second(pool, 1);
  EXPECT_THROW(Buffer(pool, 1), Failure);
  EXPECT_THROW(Buffer(pool, 1), Failure);
}

TEST(Memory, AbsurdSizesAreErrors) {
  MemoryPool pool(0, 0);
  EXPECT_THROW(Buffer(pool, size_t(1) << 62), Failure);
  EXPECT_THROW(Buffer(pool, size_t(1) << 60), Failure);
  EXPECT_EQ(pool.bytes(), 0);
}
