//===- StringKernels.cpp - String kernels ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Kernels over arrays of views, compiled for each instruction set and chosen at
// run time. Most work is on the two words of a view, in vectors and without
// branches; rows that need a look at their bytes are few, or are collected first.
//
//===----------------------------------------------------------------------===//

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "StringKernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h

#include "StringKernels.h"
#include "StringView.h"

#include "Molt/Runtime/Runtime.h"

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace molt::rt::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using WordTag = hn::CappedTag<uint64_t, 8>;
using Words = hn::Vec<WordTag>;

HWY_INLINE uint64_t loadWord(const uint8_t *address) {
  uint64_t word;
  memcpy(&word, address, sizeof(word));
  return word;
}

HWY_INLINE StringView viewAt(const uint64_t *lo, const uint64_t *hi, int64_t index) {
  return {lo[index], hi[index]};
}

/// The bits of a mask of words.
HWY_INLINE uint64_t maskBits(hn::Mask<WordTag> mask) {
  uint8_t bits[8] = {};
  hn::StoreMaskBits(WordTag(), mask, bits);
  return bits[0];
}

/// Writes the low `count` (at most 8) bits as bytes of 0 or 1.
HWY_INLINE void storeBits(uint64_t bits, int64_t count, uint8_t *out) {
  // Bit i moves to bit 8 * i; sums j + 7 * i are different for j < 7, so nothing
  // carries. The last bit would meet others and goes alone.
  uint64_t bytes =
      (((bits & 0x7F) * 0x02040810204081u) & 0x0101010101010101u) | (uint64_t(bits >> 7 & 1) << 56);
  memcpy(out, &bytes, count);
}

/// Calls `body` for the index of each bit.
template <typename Body> HWY_INLINE void forEachBit(uint64_t bits, Body &&body) {
  for (; bits; bits &= bits - 1)
    body(__builtin_ctzll(bits));
}

//===----------------------------------------------------------------------===//
// Views of a column
//===----------------------------------------------------------------------===//

/// By length (13 stands for all longer ones): which bits of the bytes at a
/// string's address are part of its view.
struct ViewMasks {
  uint64_t prefix[16] = {};
  uint64_t rest[16] = {};
  uint64_t address[16] = {};
  constexpr ViewMasks() {
    for (int length = 0; length <= 13; ++length) {
      for (int i = 0; i < 4 && i < length; ++i)
        prefix[length] |= uint64_t(0xFF) << (32 + 8 * i);
      for (int i = 4; length <= 12 && i < length; ++i)
        rest[length] |= uint64_t(0xFF) << (8 * (i - 4));
    }
    address[13] = ~uint64_t(0);
  }
};
constexpr ViewMasks viewMasks;

void utf8Views(const int32_t *offsets, const uint8_t *bytes, int64_t begin, int64_t count,
               uint64_t *lo, uint64_t *hi) {
  // Without branches: lengths of neighbours have little to do with each other. Up
  // to 16 bytes behind a string are read, which a column's padding allows.
  for (int64_t i = 0; i < count; ++i) {
    int32_t start = offsets[begin + i];
    uint64_t length = static_cast<uint32_t>(offsets[begin + i + 1] - start);
    const uint8_t *string = bytes + start;
    uint64_t kind = HWY_MIN(length, uint64_t(13));
    lo[i] = length | ((loadWord(string) << 32) & viewMasks.prefix[kind]);
    hi[i] = (loadWord(string + 4) & viewMasks.rest[kind]) |
            (reinterpret_cast<uint64_t>(string) & viewMasks.address[kind]);
  }
}

//===----------------------------------------------------------------------===//
// Hashing
//===----------------------------------------------------------------------===//

/// Multiplies to 128 bits and folds: every bit of the result depends on all of
/// both factors (as in wyhash, https://github.com/wangyi-fudan/wyhash).
HWY_INLINE uint64_t mix(uint64_t a, uint64_t b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return static_cast<uint64_t>(product) ^ static_cast<uint64_t>(product >> 64);
}

constexpr uint64_t secrets[4] = {0x2d358dccaa6c78a5u, 0x8bb84b93962eacc9u, 0x4b33a62ed433d4a3u,
                                 0x4d5a2da51de1aa47u};

/// More than 12 bytes. Strings of different lengths differ in their views, so
/// long and inline ones need not agree on how content is hashed.
HWY_INLINE uint64_t hashLong(const uint8_t *bytes, uint64_t length) {
  uint64_t state = secrets[0] ^ length;
  const uint8_t *position = bytes;
  uint64_t left = length;
  for (; HWY_UNLIKELY(left > 32); left -= 16, position += 16)
    state = mix(loadWord(position) ^ secrets[1], loadWord(position + 8) ^ state);
  // The last 13 to 32 bytes as four words that overlap as much as they must, which
  // spares a branch on the length.
  uint64_t second = HWY_MIN(left - 8, uint64_t(8));
  uint64_t third = left - 8 - second;
  state = mix(loadWord(position) ^ secrets[1], loadWord(position + second) ^ state);
  return mix(loadWord(position + third) ^ secrets[2], loadWord(position + left - 8) ^ state);
}

HWY_INLINE uint64_t combine(uint64_t hash, uint64_t viewHash) {
  return mix(hash ^ secrets[3], viewHash ^ secrets[2]);
}

/// Calls `forInline(i, isLong)` for all rows and then `forLong(i, hash)` for those
/// that are long: two loops, neither with a branch that depends on lengths.
template <typename ForInline, typename ForLong>
HWY_INLINE void hashRows(const uint64_t *lo, const uint64_t *hi, int64_t count,
                         ForInline &&forInline, ForLong &&forLong) {
  constexpr int64_t blockRows = 256;
  uint16_t longRows[blockRows];
  for (int64_t base = 0; base < count; base += blockRows) {
    int64_t rows = HWY_MIN(blockRows, count - base);
    int64_t longCount = 0;
    for (int64_t i = base; i < base + rows; ++i) {
      bool isLong = static_cast<uint32_t>(lo[i]) > inlineLength;
      longRows[longCount] = static_cast<uint16_t>(i - base);
      longCount += isLong;
      forInline(i, isLong);
    }
    for (int64_t j = 0; j < longCount; ++j) {
      int64_t i = base + longRows[j];
      forLong(i, hashLong(reinterpret_cast<const uint8_t *>(hi[i]), static_cast<uint32_t>(lo[i])));
    }
  }
}

void hashViews(const uint64_t *lo, const uint64_t *hi, int64_t count, uint64_t *hash) {
  hashRows(
      lo, hi, count,
      [&](int64_t i, bool isLong) HWY_ATTR {
        uint64_t combined = combine(hash[i], mix(lo[i] ^ secrets[1], hi[i] ^ secrets[0]));
        hash[i] = isLong ? hash[i] : combined;
      },
      [&](int64_t i, uint64_t viewHash) HWY_ATTR { hash[i] = combine(hash[i], viewHash); });
}

void viewTails(const uint64_t *lo, const uint64_t *hi, int64_t count, uint64_t *out) {
  hashRows(
      lo, hi, count, [&](int64_t i, bool) HWY_ATTR { out[i] = hi[i]; },
      [&](int64_t i, uint64_t viewHash) HWY_ATTR { out[i] = viewHash; });
}

//===----------------------------------------------------------------------===//
// Comparisons
//===----------------------------------------------------------------------===//

/// More than 8 bytes.
HWY_INLINE bool bytesEqual(const uint8_t *a, const uint8_t *b, uint64_t length) {
  if (length > 32)
    return memcmp(a, b, length) == 0;
  // First and last word, and the two between (or again) where there is room.
  uint64_t second = HWY_MIN(length - 8, uint64_t(8));
  uint64_t third = length - 8 - second;
  uint64_t difference = (loadWord(a) ^ loadWord(b)) |
                        (loadWord(a + second) ^ loadWord(b + second)) |
                        (loadWord(a + third) ^ loadWord(b + third)) |
                        (loadWord(a + length - 8) ^ loadWord(b + length - 8));
  return difference == 0;
}

void viewEqual(const uint64_t *lo, const uint64_t *hi, int64_t count, const uint64_t *rhsLo,
               const uint64_t *rhsHi, int64_t rhsStride, uint8_t *out) {
  const WordTag tag;
  const int64_t lanes = hn::Lanes(tag);
  const Words oneLo = hn::Set(tag, count ? *rhsLo : 0), oneHi = hn::Set(tag, count ? *rhsHi : 0);
  const Words lengthMask = hn::Set(tag, uint64_t(0xFFFFFFFF));
  const Words longest = hn::Set(tag, uint64_t(inlineLength));
  int64_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    Words left = hn::LoadU(tag, lo + i);
    Words right = rhsStride ? hn::LoadU(tag, rhsLo + i) : oneLo;
    auto equalLo = hn::Eq(left, right);
    auto equalHi = hn::Eq(hn::LoadU(tag, hi + i), rhsStride ? hn::LoadU(tag, rhsHi + i) : oneHi);
    auto isLong = hn::Gt(hn::And(left, lengthMask), longest);
    storeBits(maskBits(hn::And(equalLo, equalHi)), lanes, out + i);
    uint64_t undecided = maskBits(hn::And(hn::AndNot(equalHi, equalLo), isLong));
    forEachBit(undecided, [&](int64_t bit) HWY_ATTR {
      out[i + bit] = bytesEqual(reinterpret_cast<const uint8_t *>(hi[i + bit]),
                                reinterpret_cast<const uint8_t *>(rhsHi[(i + bit) * rhsStride]),
                                static_cast<uint32_t>(lo[i + bit]));
    });
  }
  for (; i < count; ++i)
    out[i] = equalViews(viewAt(lo, hi, i), viewAt(rhsLo, rhsHi, i * rhsStride));
}

void viewLess(const uint64_t *lo, const uint64_t *hi, int64_t count, const uint64_t *rhsLo,
              const uint64_t *rhsHi, int64_t rhsStride, uint8_t *out) {
  for (int64_t i = 0; i < count; ++i)
    out[i] = compareViews(viewAt(lo, hi, i), viewAt(rhsLo, rhsHi, i * rhsStride)) < 0;
}

HWY_INLINE bool startsWith(const StringView &text, const StringView &prefix) {
  return prefix.length() <= text.length() &&
         memcmp(text.bytes(), prefix.bytes(), prefix.length()) == 0;
}

void viewStartsWith(const uint64_t *lo, const uint64_t *hi, int64_t count, const uint64_t *rhsLo,
                    const uint64_t *rhsHi, int64_t rhsStride, uint8_t *out) {
  int64_t i = 0;
  if (rhsStride == 0 && count > 0) {
    // One prefix for all: length and first four bytes decide nearly every row.
    const WordTag tag;
    const int64_t lanes = hn::Lanes(tag);
    const StringView prefix = {*rhsLo, *rhsHi};
    const uint64_t inWord = HWY_MIN(uint64_t(prefix.length()), uint64_t(4));
    const uint64_t bits = inWord ? ~uint64_t(0) << (64 - 8 * inWord) >> (32 - 8 * inWord) : 0;
    const Words wantedBits = hn::Set(tag, bits), wanted = hn::Set(tag, prefix.lo & bits);
    const Words lengthMask = hn::Set(tag, uint64_t(0xFFFFFFFF));
    const Words length = hn::Set(tag, uint64_t(prefix.length())), one = hn::Set(tag, uint64_t(1));
    for (; i + lanes <= count; i += lanes) {
      Words left = hn::LoadU(tag, lo + i);
      auto longEnough = hn::Gt(hn::Add(hn::And(left, lengthMask), one), length);
      auto matches = hn::And(hn::Eq(hn::And(left, wantedBits), wanted), longEnough);
      uint64_t candidates = maskBits(matches);
      storeBits(candidates, lanes, out + i);
      if (prefix.length() > 4)
        forEachBit(candidates, [&](int64_t bit) HWY_ATTR {
          out[i + bit] = startsWith(viewAt(lo, hi, i + bit), prefix);
        });
    }
  }
  for (; i < count; ++i)
    out[i] = startsWith(viewAt(lo, hi, i), viewAt(rhsLo, rhsHi, i * rhsStride));
}

void viewEndsWith(const uint64_t *lo, const uint64_t *hi, int64_t count, const uint64_t *rhsLo,
                  const uint64_t *rhsHi, int64_t rhsStride, uint8_t *out) {
  for (int64_t i = 0; i < count; ++i) {
    StringView text = viewAt(lo, hi, i), suffix = viewAt(rhsLo, rhsHi, i * rhsStride);
    out[i] =
        suffix.length() <= text.length() && memcmp(text.bytes() + (text.length() - suffix.length()),
                                                   suffix.bytes(), suffix.length()) == 0;
  }
}

//===----------------------------------------------------------------------===//
// Search
//===----------------------------------------------------------------------===//

#if HWY_IS_ASAN || HWY_IS_MSAN || HWY_IS_TSAN
constexpr bool mayReadBehind = false;
#else
constexpr bool mayReadBehind = true;
#endif

/// 32 bytes suit strings of common length, and wider loads cross cache lines.
using ByteTag = hn::CappedTag<uint8_t, 32>;
using Bytes = hn::Vec<ByteTag>;

/// A vector whose first `count` bytes are those at `address`. Reads more than that
/// only where it cannot fault: within the page of the first byte. Sanitizers would
/// object, so there every part is copied.
HWY_INLINE Bytes loadPart(const uint8_t *address, int64_t count) {
  const ByteTag tag;
  constexpr uintptr_t page = 4096;
  if (mayReadBehind &&
      HWY_LIKELY((reinterpret_cast<uintptr_t>(address) & (page - 1)) <= page - hn::Lanes(tag)))
    return hn::LoadU(tag, address);
  alignas(32) uint8_t copy[32] = {};
  memcpy(copy, address, HWY_MIN(count, int64_t(hn::Lanes(tag))));
  return hn::LoadU(tag, copy);
}

/// Whether the needle, of at least one byte, occurs. Looks for its first and last
/// byte at their distance, a vector of places at a time.
HWY_INLINE bool search(const uint8_t *text, int64_t length, const uint8_t *needle,
                       int64_t needleLength, Bytes first, Bytes last) {
  const ByteTag tag;
  const int64_t lanes = hn::Lanes(tag);
  int64_t places = length - needleLength + 1;
  for (int64_t i = 0; i < places; i += lanes) {
    int64_t left = places - i;
    Bytes begins = loadPart(text + i, left);
    Bytes ends = loadPart(text + i + needleLength - 1, left);
    auto both = hn::And(hn::Eq(begins, first), hn::Eq(ends, last));
    uint64_t found = 0;
    hn::StoreMaskBits(tag, both, reinterpret_cast<uint8_t *>(&found));
    if (left < lanes)
      found &= (uint64_t(1) << left) - 1;
    for (; found; found &= found - 1) {
      const uint8_t *place = text + i + __builtin_ctzll(found);
      if (needleLength <= 2 || memcmp(place + 1, needle + 1, needleLength - 2) == 0)
        return true;
    }
  }
  return false;
}

/// The same for texts that are in their views: they go from word registers to a
/// vector register, as a load of what was just stored in two halves would stall.
/// `atEnd` are the indices of a needle's last byte for the places 0…15.
HWY_INLINE bool searchInline(const StringView &text, const StringView &needle,
                             hn::Vec<hn::FixedTag<uint8_t, 16>> first,
                             hn::Vec<hn::FixedTag<uint8_t, 16>> last,
                             hn::Vec<hn::FixedTag<uint8_t, 16>> atEnd) {
  const hn::FixedTag<uint8_t, 16> tag;
  const hn::FixedTag<uint64_t, 2> words;
  auto bytes = hn::ShiftRightBytes<4>(
      tag, hn::BitCast(
               tag, hn::InterleaveLower(words, hn::Set(words, text.lo), hn::Set(words, text.hi))));
  auto both = hn::And(hn::Eq(bytes, first), hn::Eq(hn::TableLookupBytes(bytes, atEnd), last));
  uint64_t found = 0;
  hn::StoreMaskBits(tag, both, reinterpret_cast<uint8_t *>(&found));
  int64_t places = int64_t(text.length()) - needle.length() + 1;
  found &= (uint64_t(1) << places) - 1;
  for (; found; found &= found - 1)
    if (needle.length() <= 2 || memcmp(text.bytes() + __builtin_ctzll(found) + 1,
                                       needle.bytes() + 1, needle.length() - 2) == 0)
      return true;
  return false;
}

void viewContains(const uint64_t *lo, const uint64_t *hi, int64_t count, const uint64_t *rhsLo,
                  const uint64_t *rhsHi, int64_t rhsStride, uint8_t *out) {
  const ByteTag tag;
  const hn::FixedTag<uint8_t, 16> inlineTag;
  StringView needle = {0, 0};
  uint8_t firstByte = 0, lastByte = 0;
  for (int64_t i = 0; i < count; ++i) {
    if (i == 0 || rhsStride) {
      needle = viewAt(rhsLo, rhsHi, i * rhsStride);
      if (needle.length()) {
        firstByte = needle.bytes()[0];
        lastByte = needle.bytes()[needle.length() - 1];
      }
    }
    StringView text = viewAt(lo, hi, i);
    if (needle.length() == 0)
      out[i] = 1;
    else if (needle.length() > text.length())
      out[i] = 0;
    else if (text.isInline())
      out[i] =
          searchInline(text, needle, hn::Set(inlineTag, firstByte), hn::Set(inlineTag, lastByte),
                       hn::Iota(inlineTag, static_cast<uint8_t>(needle.length() - 1)));
    else
      out[i] = search(text.bytes(), text.length(), needle.bytes(), needle.length(),
                      hn::Set(tag, firstByte), hn::Set(tag, lastByte));
  }
}

} // namespace molt::rt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace molt::rt {

HWY_EXPORT(utf8Views);
HWY_EXPORT(hashViews);
HWY_EXPORT(viewTails);
HWY_EXPORT(viewEqual);
HWY_EXPORT(viewLess);
HWY_EXPORT(viewStartsWith);
HWY_EXPORT(viewEndsWith);
HWY_EXPORT(viewContains);

const char *kernelTargetName() {
  // The best target is the lowest bit that is set.
  int64_t usable = hwy::SupportedTargets() & HWY_TARGETS;
  return hwy::TargetName(usable & -usable);
}

} // namespace molt::rt

using namespace molt::rt;

void molt_rt_utf8_views(const int32_t *offsets, const uint8_t *bytes, int64_t begin, int64_t count,
                        uint64_t *lo, uint64_t *hi) {
  HWY_DYNAMIC_DISPATCH(utf8Views)(offsets, bytes, begin, count, lo, hi);
}

void molt_rt_hash_views(const uint64_t *lo, const uint64_t *hi, int64_t count, uint64_t *hash) {
  HWY_DYNAMIC_DISPATCH(hashViews)(lo, hi, count, hash);
}

int32_t molt_rt_compare_views(int64_t lhsLo, int64_t lhsHi, int64_t rhsLo, int64_t rhsHi) {
  auto word = [](int64_t value) { return static_cast<uint64_t>(value); };
  return compareViews({word(lhsLo), word(lhsHi)}, {word(rhsLo), word(rhsHi)});
}

void molt_rt_view_tails(const uint64_t *lo, const uint64_t *hi, int64_t count, uint64_t *out) {
  HWY_DYNAMIC_DISPATCH(viewTails)(lo, hi, count, out);
}

void molt_rt_view_equal(const uint64_t *lo, const uint64_t *hi, int64_t count,
                        const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                        uint8_t *out) {
  HWY_DYNAMIC_DISPATCH(viewEqual)(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out);
}

void molt_rt_view_less(const uint64_t *lo, const uint64_t *hi, int64_t count,
                       const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                       uint8_t *out) {
  HWY_DYNAMIC_DISPATCH(viewLess)(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out);
}

void molt_rt_view_starts_with(const uint64_t *lo, const uint64_t *hi, int64_t count,
                              const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                              uint8_t *out) {
  HWY_DYNAMIC_DISPATCH(viewStartsWith)(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out);
}

void molt_rt_view_ends_with(const uint64_t *lo, const uint64_t *hi, int64_t count,
                            const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                            uint8_t *out) {
  HWY_DYNAMIC_DISPATCH(viewEndsWith)(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out);
}

void molt_rt_view_contains(const uint64_t *lo, const uint64_t *hi, int64_t count,
                           const uint64_t *rhs_lo, const uint64_t *rhs_hi, int64_t rhs_stride,
                           uint8_t *out) {
  HWY_DYNAMIC_DISPATCH(viewContains)(lo, hi, count, rhs_lo, rhs_hi, rhs_stride, out);
}
#endif // HWY_ONCE
