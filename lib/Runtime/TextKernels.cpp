//===- TextKernels.cpp - Loops over the bytes of a text -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "TextKernels.cpp"
#include <hwy/foreach_target.h> // must come before highway.h

#include "TextKernels.h"

#include <cstring>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace molt::rt::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Vectors of at most 64 bytes, as many as the bits of a word.
using ByteTag = hn::CappedTag<uint8_t, 64>;
using Bytes = hn::Vec<ByteTag>;

/// Bit i: byte i of the 64 at `text` is `wanted`.
HWY_INLINE uint64_t matches(const uint8_t *text, Bytes wanted) {
  const ByteTag tag;
  uint64_t bits = 0;
  for (size_t i = 0; i < 64; i += hn::Lanes(tag))
    hn::StoreMaskBits(tag, hn::Eq(hn::LoadU(tag, text + i), wanted),
                      reinterpret_cast<uint8_t *>(&bits) + i / 8);
  return bits;
}

/// The same for either of two bytes.
HWY_INLINE uint64_t matchesEither(const uint8_t *text, Bytes first, Bytes second) {
  const ByteTag tag;
  uint64_t bits = 0;
  for (size_t i = 0; i < 64; i += hn::Lanes(tag)) {
    Bytes bytes = hn::LoadU(tag, text + i);
    hn::StoreMaskBits(tag, hn::Or(hn::Eq(bytes, first), hn::Eq(bytes, second)),
                      reinterpret_cast<uint8_t *>(&bits) + i / 8);
  }
  return bits;
}

/// The low `count` bits set; count is at most 64.
HWY_INLINE uint64_t lowBits(int64_t count) {
  return count >= 64 ? ~uint64_t(0) : (uint64_t(1) << count) - 1;
}

/// Writes base + the index of each bit that is set; returns behind the last one.
/// May write (garbage) up to 16 entries further. Nearly always a word has at most
/// 16 bits, so that one well-predicted branch replaces a loop that ends anywhere.
HWY_INLINE uint32_t *writeBits(uint64_t bits, int64_t base, uint32_t *out) {
  int count = __builtin_popcountll(bits);
  auto writeEight = [&](int at) HWY_ATTR {
    for (int i = at; i < at + 8; ++i) {
      // The highest bit keeps the argument from being 0, which would be undefined.
      out[i] = static_cast<uint32_t>(base + __builtin_ctzll(bits | (uint64_t(1) << 63)));
      bits &= bits - 1;
    }
  };
  writeEight(0);
  writeEight(8);
  if (HWY_UNLIKELY(count > 16))
    for (int at = 16; at < count; at += 8)
      writeEight(at);
  return out + count;
}

int64_t countByte(const uint8_t *text, int64_t length, uint8_t byte) {
  const ByteTag tag;
  const Bytes wanted = hn::Set(tag, byte);
  int64_t count = 0, i = 0;
  for (; i + 64 <= length; i += 64)
    count += __builtin_popcountll(matches(text + i, wanted));
  for (; i < length; ++i)
    count += text[i] == byte;
  return count;
}

int64_t findBytes(const uint8_t *text, int64_t begin, int64_t end, uint8_t first, uint8_t second,
                  uint32_t *out) {
  const ByteTag tag;
  const Bytes firstBytes = hn::Set(tag, first), secondBytes = hn::Set(tag, second);
  uint32_t *next = out;
  for (int64_t i = begin; i < end; i += 64)
    next = writeBits(matchesEither(text + i, firstBytes, secondBytes) & lowBits(end - i), i, next);
  return next - out;
}

/// Bit i: an odd number of the bits 0…i is set.
HWY_INLINE uint64_t prefixXor(uint64_t bits) {
  for (int shift = 1; shift < 64; shift *= 2)
    bits ^= bits << shift;
  return bits;
}

/// One word of text with quotes: which of its bytes are within quotes.
HWY_INLINE uint64_t quotedBytes(const uint8_t *text, int64_t size, uint64_t quotes,
                                uint64_t separators, QuoteState &state, uint8_t delimiter,
                                uint8_t quote) {
  uint64_t inside = prefixXor(quotes) ^ state.inQuotes;
  // A quote opens where the text is inside from it on.
  uint64_t mayOpenAfter =
      ((separators | quotes) << 1) |
      (state.before == delimiter || state.before == '\n' || state.before == quote);
  if (quotes & inside & ~mayOpenAfter)
    state.irregular = true;
  state.before = text[size - 1];
  state.inQuotes = (inside >> (size - 1)) & 1 ? ~uint64_t(0) : 0;
  return inside;
}

int64_t findUnquotedSeparators(const uint8_t *text, int64_t begin, int64_t end, uint8_t delimiter,
                               uint8_t quote, QuoteState &state, uint32_t *out) {
  const ByteTag tag;
  const Bytes delimiters = hn::Set(tag, delimiter), newlines = hn::Set(tag, uint8_t('\n')),
              quoteBytes = hn::Set(tag, quote);
  uint32_t *next = out;
  for (int64_t i = begin; i < end; i += 64) {
    int64_t size = HWY_MIN(end - i, int64_t(64));
    uint64_t separators = matchesEither(text + i, delimiters, newlines) & lowBits(size);
    uint64_t quotes = matches(text + i, quoteBytes) & lowBits(size);
    uint64_t inside = quotedBytes(text + i, size, quotes, separators, state, delimiter, quote);
    next = writeBits(separators & ~inside, i, next);
  }
  return next - out;
}

int64_t findLastUnquotedNewline(const uint8_t *text, int64_t begin, int64_t end, uint8_t delimiter,
                                uint8_t quote, QuoteState &state, bool &anyQuote) {
  const ByteTag tag;
  const Bytes delimiters = hn::Set(tag, delimiter), newlineBytes = hn::Set(tag, uint8_t('\n')),
              quoteBytes = hn::Set(tag, quote);
  int64_t last = 0;
  for (int64_t i = begin; i < end; i += 64) {
    int64_t size = HWY_MIN(end - i, int64_t(64));
    uint64_t quotes = matches(text + i, quoteBytes) & lowBits(size);
    uint64_t newlines = matches(text + i, newlineBytes) & lowBits(size);
    // Most text has no quotes: then the whole word is where its beginning is.
    uint64_t inside = state.inQuotes;
    if (quotes) {
      anyQuote = true;
      uint64_t separators = newlines | (matches(text + i, delimiters) & lowBits(size));
      inside = quotedBytes(text + i, size, quotes, separators, state, delimiter, quote);
    } else {
      state.before = text[i + size - 1];
    }
    if (uint64_t found = newlines & ~inside)
      last = i + 64 - __builtin_clzll(found);
  }
  return last;
}

//===----------------------------------------------------------------------===//
// UTF-8
//===----------------------------------------------------------------------===//

// The lookup algorithm of Keiser and Lemire, "Validating UTF-8 in less than one
// instruction per byte", Software: Practice and Experience 51 (2021). Each pair of
// neighbouring bytes is classified by three nibbles; every bit stands for one way
// in which a pair can be wrong, and is left where all three agree.

constexpr uint8_t tooShort = 1 << 0, tooLong = 1 << 1, overlong3 = 1 << 2, tooLarge = 1 << 3,
                  surrogate = 1 << 4, overlong2 = 1 << 5, tooLarge1000 = 1 << 6, overlong4 = 1 << 6,
                  twoContinuations = 1 << 7;
constexpr uint8_t carry = tooShort | tooLong | twoContinuations;

alignas(16) constexpr uint8_t firstHigh[16] = {tooLong,
                                               tooLong,
                                               tooLong,
                                               tooLong,
                                               tooLong,
                                               tooLong,
                                               tooLong,
                                               tooLong,
                                               twoContinuations,
                                               twoContinuations,
                                               twoContinuations,
                                               twoContinuations,
                                               tooShort | overlong2,
                                               tooShort,
                                               tooShort | overlong3 | surrogate,
                                               tooShort | tooLarge | tooLarge1000 | overlong4};
alignas(16) constexpr uint8_t firstLow[16] = {carry | overlong3 | overlong2 | overlong4,
                                              carry | overlong2,
                                              carry,
                                              carry,
                                              carry | tooLarge,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000 | surrogate,
                                              carry | tooLarge | tooLarge1000,
                                              carry | tooLarge | tooLarge1000};
alignas(16) constexpr uint8_t secondHigh[16] = {
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooShort,
    tooLong | overlong2 | twoContinuations | overlong3 | tooLarge1000 | overlong4,
    tooLong | overlong2 | twoContinuations | overlong3 | tooLarge,
    tooLong | overlong2 | twoContinuations | surrogate | tooLarge,
    tooLong | overlong2 | twoContinuations | surrogate | tooLarge,
    tooShort,
    tooShort,
    tooShort,
    tooShort};

/// What is wrong with the vector at `text`, zero where nothing is. The three bytes
/// before it are readable. Sequences that the next vector ends count as right.
HWY_INLINE Bytes utf8Problems(const uint8_t *text) {
  const ByteTag tag;
  const Bytes low4 = hn::Set(tag, uint8_t(0x0F));
  Bytes bytes = hn::LoadU(tag, text);
  Bytes before1 = hn::LoadU(tag, text - 1);
  Bytes before2 = hn::LoadU(tag, text - 2);
  Bytes before3 = hn::LoadU(tag, text - 3);
  auto highNibble = [&](Bytes v) HWY_ATTR { return hn::ShiftRight<4>(v); };
  Bytes pair =
      hn::And(hn::And(hn::TableLookupBytes(hn::LoadDup128(tag, firstHigh), highNibble(before1)),
                      hn::TableLookupBytes(hn::LoadDup128(tag, firstLow), hn::And(before1, low4))),
              hn::TableLookupBytes(hn::LoadDup128(tag, secondHigh), highNibble(bytes)));
  // Third and fourth bytes must be continuations, which pairs reported as two of
  // them in a row: the report is right exactly where no long sequence demands it.
  Bytes third = hn::SaturatedSub(before2, hn::Set(tag, uint8_t(0xE0 - 0x80)));
  Bytes fourth = hn::SaturatedSub(before3, hn::Set(tag, uint8_t(0xF0 - 0x80)));
  Bytes demanded = hn::And(hn::Or(third, fourth), hn::Set(tag, uint8_t(0x80)));
  return hn::Xor(demanded, pair);
}

bool isUtf8(const uint8_t *text, int64_t length) {
  const ByteTag tag;
  const int64_t lanes = hn::Lanes(tag);
  // The three bytes before and those behind the text are zero: head and tail are
  // checked in a copy.
  alignas(64) uint8_t copy[3 * 64];
  auto checkCopied = [&](int64_t from, int64_t size) HWY_ATTR {
    memset(copy, 0, sizeof(copy));
    int64_t context = HWY_MIN(from, int64_t(3));
    memcpy(copy + 64 - context, text + from - context, context + size);
    Bytes problems = utf8Problems(copy + 64);
    // One vector more: a sequence that is cut off shows at the bytes behind it.
    problems = hn::Or(problems, utf8Problems(copy + 64 + lanes));
    return hn::AllTrue(tag, hn::Eq(problems, hn::Zero(tag)));
  };
  if (length <= lanes)
    return length == 0 || checkCopied(0, length);
  memset(copy, 0, sizeof(copy));
  memcpy(copy + 64, text, lanes);
  Bytes problems = utf8Problems(copy + 64);
  int64_t i = lanes;
  const Bytes highBit = hn::Set(tag, uint8_t(0x80));
  bool asciiBefore = false; // of the vector before i; the first one was not looked at
  for (; i + lanes <= length; i += lanes) {
    Bytes bytes = hn::LoadU(tag, text + i);
    bool ascii = hn::AllTrue(tag, hn::Lt(bytes, highBit));
    // A vector of ASCII behind another needs no look at pairs.
    if (!(ascii && asciiBefore))
      problems = hn::Or(problems, utf8Problems(text + i));
    asciiBefore = ascii;
  }
  if (!hn::AllTrue(tag, hn::Eq(problems, hn::Zero(tag))))
    return false;
  return checkCopied(i, length - i);
}

} // namespace molt::rt::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace molt::rt {

HWY_EXPORT(countByte);
HWY_EXPORT(findBytes);
HWY_EXPORT(findUnquotedSeparators);
HWY_EXPORT(findLastUnquotedNewline);
HWY_EXPORT(isUtf8);

int64_t countByte(const uint8_t *text, int64_t length, uint8_t byte) {
  return HWY_DYNAMIC_DISPATCH(countByte)(text, length, byte);
}

int64_t findBytes(const uint8_t *text, int64_t begin, int64_t end, uint8_t first, uint8_t second,
                  uint32_t *out) {
  return HWY_DYNAMIC_DISPATCH(findBytes)(text, begin, end, first, second, out);
}

int64_t findUnquotedSeparators(const uint8_t *text, int64_t begin, int64_t end, uint8_t delimiter,
                               uint8_t quote, QuoteState &state, uint32_t *out) {
  return HWY_DYNAMIC_DISPATCH(findUnquotedSeparators)(text, begin, end, delimiter, quote, state,
                                                      out);
}

int64_t findLastUnquotedNewline(const uint8_t *text, int64_t begin, int64_t end, uint8_t delimiter,
                                uint8_t quote, QuoteState &state, bool &anyQuote) {
  return HWY_DYNAMIC_DISPATCH(findLastUnquotedNewline)(text, begin, end, delimiter, quote, state,
                                                       anyQuote);
}

bool isUtf8(const uint8_t *text, int64_t length) {
  return HWY_DYNAMIC_DISPATCH(isUtf8)(text, length);
}

} // namespace molt::rt
#endif // HWY_ONCE
