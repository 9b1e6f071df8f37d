//===- Random.h - Counter-based random numbers for rows ---------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every row has its own generator, seeded by the name of a stream and the number
// of the row. So any row can be made alone, and what is made does not depend on
// how the work was divided.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_BENCH_DATAGEN_RANDOM_H
#define MOLT_BENCH_DATAGEN_RANDOM_H

#include <cstdint>

namespace molt::datagen {

/// Streams: one for each kind of row.
enum class Stream : uint64_t {
  Text = 1,
  Region,
  Nation,
  Supplier,
  SupplierComplaint,
  Customer,
  Part,
  PartSupp,
  Order,
  Line,
  Permutation,
  H2oGroup,
  H2oLeft,
  H2oSmall,
  H2oMedium,
  H2oBig
};

/// SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, 2014), started from a hash of stream and row.
class Random {
public:
  Random(Stream stream, uint64_t row)
      : state(mix(mix(static_cast<uint64_t>(stream)) + row * 0xD1342543DE82EF95u)) {}

  uint64_t next() { return mix(state += 0x9E3779B97F4A7C15u); }

  /// Uniform in [0, bound), bound > 0; the bias is below bound / 2^64.
  uint64_t below(uint64_t bound) {
    return static_cast<uint64_t>((static_cast<unsigned __int128>(next()) * bound) >> 64);
  }

  /// Uniform in [low, high].
  int64_t between(int64_t low, int64_t high) {
    return low + static_cast<int64_t>(below(static_cast<uint64_t>(high - low) + 1));
  }

private:
  static uint64_t mix(uint64_t x) {
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
  }

  uint64_t state;
};

} // namespace molt::datagen

#endif // MOLT_BENCH_DATAGEN_RANDOM_H
