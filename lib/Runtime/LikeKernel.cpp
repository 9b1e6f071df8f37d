//===- LikeKernel.cpp - Patterns of SQL's LIKE ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A pattern is cut at its wildcards for sequences. The first piece must match at the beginning,
// the last one at the end, and each one between at the first place behind the one before it:
// taking a later place would only leave less for the rest. So there is no backtracking.
//
//===----------------------------------------------------------------------===//

#include "StringView.h"

#include "Molt/Runtime/Runtime.h"

using namespace molt::rt;

static constexpr uint8_t anySequence = 0xFF, anyCodePoint = 0xFE;

namespace {
struct Range {
  const uint8_t *begin, *end;
  int64_t size() const { return end - begin; }
};
} // namespace

static const uint8_t *nextCodePoint(const uint8_t *at, const uint8_t *end) {
  do
    ++at;
  while (at < end && (*at & 0xC0) == 0x80);
  return at;
}

/// Where the text goes on behind `piece` if it matches at the beginning, else null.
static const uint8_t *matchHere(Range text, Range piece) {
  while (piece.begin < piece.end) {
    if (text.begin == text.end)
      return nullptr;
    if (*piece.begin == anyCodePoint)
      text.begin = nextCodePoint(text.begin, text.end);
    else if (*text.begin++ != *piece.begin)
      return nullptr;
    ++piece.begin;
  }
  return text.begin;
}

/// The end of the first place where `piece`, not empty, matches, or null.
static const uint8_t *search(Range text, Range piece) {
  if (*piece.begin == anyCodePoint) {
    for (; text.begin < text.end; text.begin = nextCodePoint(text.begin, text.end))
      if (const uint8_t *end = matchHere(text, piece))
        return end;
    return nullptr;
  }
  while (text.begin < text.end) {
    text.begin = static_cast<const uint8_t *>(memchr(text.begin, *piece.begin, text.size()));
    if (!text.begin)
      return nullptr;
    if (const uint8_t *end = matchHere(text, piece))
      return end;
    ++text.begin;
  }
  return nullptr;
}

/// Whether the text ends with `piece`.
static bool matchEnd(Range text, Range piece) {
  while (piece.begin < piece.end) {
    if (text.begin == text.end)
      return false;
    --text.end;
    if (*--piece.end == anyCodePoint)
      while (text.end > text.begin && (*text.end & 0xC0) == 0x80)
        --text.end;
    else if (*text.end != *piece.end)
      return false;
  }
  return true;
}

static Range takePiece(Range &pattern) {
  const void *wildcard =
      pattern.size() ? memchr(pattern.begin, anySequence, pattern.size()) : nullptr;
  Range piece = {pattern.begin, wildcard ? static_cast<const uint8_t *>(wildcard) : pattern.end};
  pattern.begin = piece.end;
  return piece;
}

static bool isLike(Range text, Range pattern) {
  text.begin = matchHere(text, takePiece(pattern));
  if (!text.begin)
    return false;
  if (pattern.begin == pattern.end)
    return text.begin == text.end;
  while (true) {
    ++pattern.begin; // The wildcard.
    Range piece = takePiece(pattern);
    if (pattern.begin == pattern.end)
      return matchEnd(text, piece);
    if (piece.size() == 0)
      continue;
    text.begin = search(text, piece);
    if (!text.begin)
      return false;
  }
}

void molt_rt_view_like(const uint64_t *lo, const uint64_t *hi, int64_t stride, int64_t count,
                       const uint8_t *pattern, int64_t pattern_bytes, uint8_t *out) {
  for (int64_t i = 0; i < count; ++i) {
    StringView text = {lo[i * stride], hi[i * stride]};
    const uint8_t *bytes = text.bytes();
    out[i] = isLike({bytes, bytes + text.length()}, {pattern, pattern + pattern_bytes});
  }
}
