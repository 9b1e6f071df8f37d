//===- Permutation.h - Random permutations, one element at a time -*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_PERMUTATION_H
#define MOLT_BENCH_DATAGEN_PERMUTATION_H

#include "Random.h"

namespace molt::datagen {

/// A random permutation of 0, …, size - 1 that needs no memory: a Feistel network
/// over the even number of bits that holds size - 1, walked until it comes back
/// into the range (Black, Rogaway: Ciphers with Arbitrary Finite Domains, 2002).
class Permutation {
public:
  Permutation(uint64_t seed, int64_t size) : size(static_cast<uint64_t>(size)) {
    while (half < 31 && (uint64_t(1) << (2 * half)) < this->size)
      ++half;
    Random random(Stream::Permutation, seed);
    for (uint64_t &key : keys)
      key = random.next();
  }

  /// Where `index` goes; both are in [0, size).
  int64_t operator()(int64_t index) const {
    auto at = static_cast<uint64_t>(index);
    do
      at = mixed(at);
    while (at >= size);
    return static_cast<int64_t>(at);
  }

private:
  uint64_t mixed(uint64_t at) const {
    const uint64_t mask = (uint64_t(1) << half) - 1;
    uint64_t left = at >> half, right = at & mask;
    for (uint64_t key : keys) {
      // The upper bits of the product depend on all bits of the right half.
      const uint64_t hash = (right ^ key) * 0x9E3779B97F4A7C15u;
      const uint64_t next = left ^ (((hash ^ (hash >> 29)) * 0xBF58476D1CE4E5B9u) >> 33 & mask);
      left = right;
      right = next;
    }
    return left << half | right;
  }

  uint64_t size;
  unsigned half = 1; ///< Bits of each half.
  uint64_t keys[5];
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_PERMUTATION_H
