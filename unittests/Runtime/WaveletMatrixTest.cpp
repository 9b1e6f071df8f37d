//===- WaveletMatrixTest.cpp - Order statistics of ranges -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WaveletMatrix.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace molt::rt;

namespace {
/// All answers for some ranges, against a sorted copy of each.
void checkRanges(const std::vector<uint64_t> &numbers, int levels, std::mt19937_64 &random) {
  MemoryPool pool(0, 0);
  std::vector<uint64_t> copy = numbers, other(numbers.size());
  auto count = static_cast<int64_t>(numbers.size());
  WaveletMatrix matrix(pool, copy.data(), other.data(), count, levels);
  for (int trial = 0; trial < 60; ++trial) {
    int64_t begin = static_cast<int64_t>(random() % (count + 1));
    int64_t end = begin + static_cast<int64_t>(random() % (count - begin + 1));
    std::vector<uint64_t> range(numbers.begin() + begin, numbers.begin() + end);
    std::sort(range.begin(), range.end());
    for (size_t k = 0; k < range.size(); ++k)
      ASSERT_EQ(matrix.nth(begin, end, static_cast<int64_t>(k)), range[k]);
    for (int i = 0; i < 10 && levels > 0; ++i) {
      uint64_t bound = random() & ((uint64_t(1) << levels) - 1);
      auto less = std::lower_bound(range.begin(), range.end(), bound) - range.begin();
      ASSERT_EQ(matrix.countLess(begin, end, bound), less);
    }
  }
}
} // namespace

TEST(WaveletMatrix, AgreesWithSortedRanges) {
  std::mt19937_64 random(1);
  for (int levels : {0, 1, 2, 7, 13, 40})
    for (int64_t count : {0, 1, 2, 63, 64, 65, 128, 300}) {
      std::vector<uint64_t> numbers(count);
      for (uint64_t &number : numbers)
        number = random() & ((uint64_t(1) << levels) - 1);
      checkRanges(numbers, levels, random);
    }
}

TEST(WaveletMatrix, HoldsNumbersThatAreSorted) {
  std::mt19937_64 random(2);
  std::vector<uint64_t> numbers(200);
  for (size_t i = 0; i < numbers.size(); ++i)
    numbers[i] = i;
  checkRanges(numbers, 8, random);
  std::reverse(numbers.begin(), numbers.end());
  checkRanges(numbers, 8, random);
}
