//===- WaveletMatrix.h - Order statistics of ranges -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_WAVELETMATRIX_H
#define MOLT_LIB_RUNTIME_WAVELETMATRIX_H

#include "Memory.h"

namespace molt::rt {

/// A sequence of small numbers that answers, for any range of it, which number is the k-th
/// smallest and how many are less than another, in a step for each bit of the greatest number
/// (Claude, Navarro and Ordóñez, "The wavelet matrix", 2015). 2 bits for each number and bit.
class WaveletMatrix {
public:
  WaveletMatrix() = default;
  /// Of `count` numbers below 2^`levels`, which are overwritten; `other` has room for as many.
  WaveletMatrix(MemoryPool &pool, uint64_t *numbers, uint64_t *other, int64_t count, int levels);

  /// The k-th smallest number, from 0 on, of those at [begin, end); k < end - begin.
  uint64_t nth(int64_t begin, int64_t end, int64_t k) const;
  /// How many of the numbers at [begin, end) are less than `bound`, which is below 2^levels.
  int64_t countLess(int64_t begin, int64_t end, uint64_t bound) const;

private:
  /// 64 bits, and how many are 0 in front of them.
  struct Block {
    uint64_t bits;
    int64_t zerosBefore;
  };
  const Block *getLevel(int level) const { return blocks.data<Block>() + level * blocksPerLevel; }
  /// The range of a level's numbers goes on to the next one with those that have this bit there;
  /// `zeros…`: how many 0 there are in front of its ends.
  void descend(const Block *level, bool bit, int64_t zerosBegin, int64_t zerosEnd, int64_t &begin,
               int64_t &end) const {
    // Those with a 1 come behind all with a 0.
    int64_t zeros = bit ? countZeros(level, count) : 0;
    begin = bit ? zeros + begin - zerosBegin : zerosBegin;
    end = bit ? zeros + end - zerosEnd : zerosEnd;
  }
  /// How many of the first `position` bits of a level are 0.
  static int64_t countZeros(const Block *level, int64_t position);

  Buffer blocks;
  int64_t count = 0, blocksPerLevel = 0;
  int levels = 0;
};

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_WAVELETMATRIX_H
