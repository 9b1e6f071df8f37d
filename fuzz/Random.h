//===- Random.h - Random choices that a seed repeats ------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The standard library's distributions differ between implementations; these give
// the same program for a seed everywhere.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_RANDOM_H
#define MOLT_FUZZ_RANDOM_H

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>

namespace molt::fuzz {

/// SplitMix64 (Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators",
/// 2014).
class Random {
public:
  explicit Random(uint64_t seed) : seed(seed), state(seed) {}

  uint64_t next() {
    state += 0x9E3779B97F4A7C15;
    uint64_t bits = state;
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
    return bits ^ (bits >> 31);
  }
  /// Whether all that is made from this seed has something that one seed in `count` has.
  bool isOneIn(unsigned count) const { return (seed * 0x9E3779B97F4A7C15 >> 32) % count == 0; }
  /// 0 … bound - 1.
  uint64_t below(uint64_t bound) {
    assert(bound > 0);
    return next() % bound;
  }
  /// min … max, both included.
  int64_t between(int64_t min, int64_t max) {
    return static_cast<int64_t>(static_cast<uint64_t>(min) +
                                below(static_cast<uint64_t>(max) - static_cast<uint64_t>(min) + 1));
  }
  bool chance(unsigned percent) { return below(100) < percent; }
  /// 0 … 1, 1 excluded.
  double fraction() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  template <typename Range> auto &pick(Range &&range) {
    return *std::next(std::begin(range), below(std::size(range)));
  }
  template <typename T> T pick(std::initializer_list<T> values) {
    return *(values.begin() + below(values.size()));
  }

private:
  uint64_t seed;
  uint64_t state;
};

} // namespace molt::fuzz

#endif // MOLT_FUZZ_RANDOM_H
