//===- TextKernels.h - Loops over the bytes of a text -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_TEXTKERNELS_H
#define MOLT_LIB_RUNTIME_TEXTKERNELS_H

#include <cstddef>
#include <cstdint>

namespace molt::rt {

/// How often `byte` occurs in text[0, length).
int64_t countByte(const uint8_t *text, int64_t length, uint8_t byte);

/// Writes the positions in [begin, end) of all bytes that are `first` or `second`;
/// returns how many. `out` has room for end - begin + 64 of them, and 64 bytes
/// behind `end` are readable.
int64_t findBytes(const uint8_t *text, int64_t begin, int64_t end, uint8_t first, uint8_t second,
                  uint32_t *out);

/// Quotes as the functions below see them: each one toggles between inside and
/// outside. That is right as long as a quote that opens stands at the beginning of
/// a field or directly behind the quote that closed (a doubled one).
struct QuoteState {
  uint64_t inQuotes = 0;  ///< All ones within quotes, otherwise 0.
  uint8_t before = '\n';  ///< The byte before the text.
  bool irregular = false; ///< A quote stood elsewhere: results do not hold.
};

/// findBytes for a delimiter and newlines that are not within quotes. `state` is
/// that at `begin` and becomes that at `end`.
int64_t findUnquotedSeparators(const uint8_t *text, int64_t begin, int64_t end, uint8_t delimiter,
                               uint8_t quote, QuoteState &state, uint32_t *out);

/// Position behind the last newline in [begin, end) that is not within quotes, or
/// 0 if there is none. `anyQuote` is set if a quote was seen.
int64_t findLastUnquotedNewline(const uint8_t *text, int64_t begin, int64_t end, uint8_t delimiter,
                                uint8_t quote, QuoteState &state, bool &anyQuote);

/// Whether all of text[0, length) is well-formed UTF-8.
bool isUtf8(const uint8_t *text, int64_t length);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_TEXTKERNELS_H
