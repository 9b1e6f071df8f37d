//===- ViewTails.cpp - Words by which strings are hashed -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Runtime/Runtime.h"
#include <cstring>

/// A hash of bytes that compiled code mixes further: eight bytes at a time, each
/// folded in by a multiplication to 128 bits (the construction of wyhash).
static uint64_t hashBytes(const uint8_t *bytes, uint64_t length) {
  auto fold = [](uint64_t a, uint64_t b) {
    unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
    return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
  };
  uint64_t hash = length;
  while (length >= 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    hash = fold(hash ^ 0xA0761D6478BD642Full, word ^ 0xE7037ED1A0B428DBull);
    bytes += 8;
    length -= 8;
  }
  uint64_t rest = 0;
  memcpy(&rest, bytes, length);
  return fold(hash ^ 0x8EBC6AF09C88C6E3ull, rest ^ 0x589965CC75374CC3ull);
}

void molt_rt_view_tails(const uint64_t *lo, const uint64_t *hi, int64_t count, uint64_t *out) {
  for (int64_t i = 0; i < count; ++i) {
    uint64_t length = lo[i] & 0xFFFFFFFF;
    out[i] = length <= 12 ? hi[i]
                          : hashBytes(reinterpret_cast<const uint8_t *>(hi[i]), length);
  }
}
