//===- WaveletMatrix.cpp - Order statistics of ranges ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "WaveletMatrix.h"

#include <utility>

using namespace molt::rt;

WaveletMatrix::WaveletMatrix(MemoryPool &pool, uint64_t *numbers, uint64_t *other, int64_t count,
                             int levels)
    : count(count), blocksPerLevel(count / 64 + 1), levels(levels) {
  // A block behind the last bit says how many there are.
  blocks = Buffer(pool, static_cast<size_t>(levels) * blocksPerLevel * sizeof(Block));
  for (int level = 0; level < levels; ++level) {
    int shift = levels - 1 - level;
    Block *target = blocks.data<Block>() + level * blocksPerLevel;
    int64_t zeros = 0;
    for (int64_t block = 0; block < blocksPerLevel; ++block) {
      uint64_t bits = 0;
      int64_t first = block * 64, size = count - first < 64 ? count - first : 64;
      for (int64_t i = 0; i < size; ++i)
        bits |= (numbers[first + i] >> shift & 1) << i;
      target[block] = {bits, zeros};
      zeros += size - __builtin_popcountll(bits);
    }
    // For the next level those with a 0 come first, each part in the order that it had.
    int64_t zero = 0, one = zeros;
    for (int64_t i = 0; i < count; ++i) {
      bool bit = numbers[i] >> shift & 1;
      other[bit ? one : zero] = numbers[i];
      (bit ? one : zero) += 1;
    }
    std::swap(numbers, other);
  }
}

int64_t WaveletMatrix::countZeros(const Block *level, int64_t position) {
  const Block &block = level[position / 64];
  uint64_t before = block.bits & ((uint64_t(1) << position % 64) - 1);
  return block.zerosBefore + position % 64 - __builtin_popcountll(before);
}

uint64_t WaveletMatrix::nth(int64_t begin, int64_t end, int64_t k) const {
  uint64_t number = 0;
  for (int level = 0; level < levels; ++level) {
    const Block *bits = getLevel(level);
    int64_t zerosBegin = countZeros(bits, begin), zerosEnd = countZeros(bits, end);
    int64_t zeros = zerosEnd - zerosBegin;
    bool bit = k >= zeros;
    number = number << 1 | bit;
    if (bit)
      k -= zeros;
    descend(bits, bit, zerosBegin, zerosEnd, begin, end);
  }
  return number;
}

int64_t WaveletMatrix::countLess(int64_t begin, int64_t end, uint64_t bound) const {
  int64_t less = 0;
  for (int level = 0; level < levels && begin < end; ++level) {
    const Block *bits = getLevel(level);
    int64_t zerosBegin = countZeros(bits, begin), zerosEnd = countZeros(bits, end);
    bool bit = bound >> (levels - 1 - level) & 1;
    if (bit)
      less += zerosEnd - zerosBegin;
    descend(bits, bit, zerosBegin, zerosEnd, begin, end);
  }
  return less;
}
