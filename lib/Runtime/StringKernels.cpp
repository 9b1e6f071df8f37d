//===- StringKernels.cpp - String kernels ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "StringKernels.h"

#include "StringView.h"

#include "Molt/Runtime/Runtime.h"

#include <hwy/highway.h>

using namespace molt::rt;

const char *molt::rt::kernelTargetName() {
  int64_t supported = hwy::SupportedTargets();
  // The best target is the lowest bit that is set.
  return hwy::TargetName(supported & -supported);
}

static StringView viewAt(const uint64_t *lo, const uint64_t *hi, int64_t index) {
  return {lo[index], hi[index]};
}

//===----------------------------------------------------------------------===//
// Hashing
//===----------------------------------------------------------------------===//

/// Multiplies to 128 bits and folds: every bit of the result depends on all of
/// both factors (as in wyhash, https://github.com/wangyi-fudan/wyhash).
static uint64_t mix(uint64_t a, uint64_t b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

static constexpr uint64_t hashSecrets[4] = {0x2d358dccaa6c78a5u, 0x8bb84b93962eacc9u,
                                            0x4b33a62ed433d4a3u, 0x4d5a2da51de1aa47u};

static uint64_t loadWord(const uint8_t *address) {
  uint64_t word;
  memcpy(&word, address, sizeof(word));
  return word;
}

/// More than 12 bytes. Strings of different lengths differ in their views, so
/// that long and inline ones need not agree on how content is hashed.
static uint64_t hashLong(const uint8_t *bytes, uint64_t length) {
  uint64_t state = hashSecrets[0] ^ length;
  const uint8_t *position = bytes;
  uint64_t left = length;
  while (left > 16) {
    state = mix(loadWord(position) ^ hashSecrets[1], loadWord(position + 8) ^ state);
    position += 16;
    left -= 16;
  }
  // The last 16 bytes; they overlap what came before where length is no multiple.
  const uint8_t *last = bytes + length - 16;
  if (length < 16)
    return mix(loadWord(bytes) ^ hashSecrets[2], loadWord(bytes + length - 8) ^ state);
  return mix(loadWord(last) ^ hashSecrets[2], loadWord(last + 8) ^ state);
}

static uint64_t hashView(const StringView &view) {
  if (view.isInline())
    return mix(view.lo ^ hashSecrets[1], view.hi ^ hashSecrets[0]);
  return hashLong(view.bytes(), view.length());
}

void molt_rt_hash_views(const uint64_t *lo, const uint64_t *hi, int64_t count, uint64_t *hash) {
  for (int64_t i = 0; i < count; ++i)
    hash[i] = mix(hash[i] ^ hashSecrets[3], hashView(viewAt(lo, hi, i)) ^ hashSecrets[2]);
}

//===----------------------------------------------------------------------===//
// Views of a column, and comparisons
//===----------------------------------------------------------------------===//

void molt_rt_utf8_views(const int32_t *offsets, const uint8_t *bytes, int64_t begin, int64_t count,
                        uint64_t *lo, uint64_t *hi) {
  for (int64_t i = 0; i < count; ++i) {
    int32_t start = offsets[begin + i];
    StringView view = makeView(bytes + start, offsets[begin + i + 1] - start);
    lo[i] = view.lo;
    hi[i] = view.hi;
  }
}

/// out[i] = holds(left i, right i), where the right side may be one string.
template <typename Predicate>
static void compareRows(const uint64_t *lo, const uint64_t *hi, int64_t count,
                        const uint64_t *rhsLo, const uint64_t *rhsHi, int64_t rhsStride,
                        uint8_t *out, Predicate holds) {
  for (int64_t i = 0; i < count; ++i)
    out[i] = holds(viewAt(lo, hi, i), viewAt(rhsLo, rhsHi, i * rhsStride));
}

void molt_rt_view_equal(const uint64_t *lo, const uint64_t *hi, int64_t count,
                        const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                        uint8_t *out) {
  compareRows(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out, equalViews);
}

void molt_rt_view_less(const uint64_t *lo, const uint64_t *hi, int64_t count,
                       const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                       uint8_t *out) {
  compareRows(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out,
              [](const StringView &a, const StringView &b) { return compareViews(a, b) < 0; });
}

void molt_rt_view_starts_with(const uint64_t *lo, const uint64_t *hi, int64_t count,
                              const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                              uint8_t *out) {
  compareRows(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out,
              [](const StringView &a, const StringView &b) {
                return b.length() <= a.length() && memcmp(a.bytes(), b.bytes(), b.length()) == 0;
              });
}

void molt_rt_view_contains(const uint64_t *lo, const uint64_t *hi, int64_t count,
                           const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                           uint8_t *out) {
  compareRows(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out,
              [](const StringView &a, const StringView &b) {
                return memmem(a.bytes(), a.length(), b.bytes(), b.length()) != nullptr;
              });
}
