//===- StringOperations.cpp - Kernels that make strings and look within ---===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// length, substring and concat over arrays of views. Rows that are null come with
// some valid view and get some valid result. Substrings share the bytes of their string; other
// new strings of more than 12 bytes are in the worker's arena.
//
//===----------------------------------------------------------------------===//

#include "Execution.h"
#include "StringView.h"

#include <algorithm>

using namespace molt::rt;

/// The first block is small, as most programs make few strings; blocks double up to a size that
/// makes their number irrelevant.
static constexpr size_t firstBlockBytes = 16 << 10;
static constexpr size_t largestBlockBytes = (4 << 20) - MOLT_BUFFER_PADDING;

void StringArena::grow(uint64_t bytes) {
  if (bytes > text::longestString)
    fail(MOLT_OUT_OF_MEMORY,
         "out of memory: a string of %llu bytes was to be made; at most %llu are possible",
         static_cast<unsigned long long>(bytes),
         static_cast<unsigned long long>(text::longestString));
  size_t size =
      blocks.empty() ? firstBlockBytes : std::min(2 * blocks.back().size(), largestBlockBytes);
  blocks.push_back(Buffer(*pool, std::max<size_t>(size, bytes)));
  next = blocks.back().data();
  end = next + blocks.back().size();
}

namespace {
/// An operand: views by row, or one for all rows.
struct Views {
  const uint64_t *lo, *hi;
  int64_t stride;
  StringView operator[](int64_t row) const { return {lo[row * stride], hi[row * stride]}; }
};

struct Output {
  uint64_t *lo, *hi;
  void set(int64_t row, const StringView &view) const {
    lo[row] = view.lo;
    hi[row] = view.hi;
  }
};
} // namespace

//===----------------------------------------------------------------------===//
// Code points
//===----------------------------------------------------------------------===//

static bool beginsCodePoint(uint8_t byte) { return (byte & 0xC0) != 0x80; }

static int64_t countCodePoints(const uint8_t *bytes, int64_t size) {
  int64_t count = 0;
  for (int64_t i = 0; i < size; ++i)
    count += beginsCodePoint(bytes[i]);
  return count;
}

void molt_rt_view_length(const uint64_t *lo, const uint64_t *hi, int64_t stride, int64_t count,
                         int64_t *out) {
  const Views texts = {lo, hi, stride};
  for (int64_t i = 0; i < count; ++i) {
    StringView text = texts[i];
    out[i] = countCodePoints(text.bytes(), text.length());
  }
}

void molt_rt_view_byte_length(const uint64_t *lo, const uint64_t *, int64_t stride, int64_t count,
                              int64_t *out) {
  for (int64_t i = 0; i < count; ++i)
    out[i] = static_cast<uint32_t>(lo[i * stride]);
}

/// The part of a string; [begin, end) are positions of code points, from 0.
static StringView makePart(const StringView &text, int64_t codePoints, int64_t begin, int64_t end) {
  const uint8_t *bytes = text.bytes();
  int64_t size = text.length();
  if (codePoints != size) { // Not ASCII: positions become those of bytes.
    int64_t beginByte = 0, position = 0;
    for (; position < begin; ++position)
      while (++beginByte < size && !beginsCodePoint(bytes[beginByte])) {
      }
    int64_t endByte = beginByte;
    for (; position < end; ++position)
      while (++endByte < size && !beginsCodePoint(bytes[endByte])) {
      }
    begin = beginByte, end = endByte;
  }
  return makeView(bytes + begin, static_cast<uint32_t>(end - begin));
}

void molt_rt_view_substring(const uint64_t *lo, const uint64_t *hi, int64_t stride,
                            const int64_t *start, int64_t start_stride, const int64_t *length,
                            int64_t length_stride, int64_t count, uint64_t *out_lo,
                            uint64_t *out_hi) {
  const Views texts = {lo, hi, stride};
  const Output out = {out_lo, out_hi};
  for (int64_t i = 0; i < count; ++i) {
    StringView text = texts[i];
    int64_t codePoints = countCodePoints(text.bytes(), text.length());
    // Positions from 1; sums of two 64-bit integers.
    __int128 first = start[i * start_stride];
    if (first < 0)
      first += codePoints + 1;
    __int128 behind = first + length[i * length_stride];
    if (behind < first)
      std::swap(first, behind);
    auto clamped = [&](__int128 position) {
      return position < 1 ? 0 : position > codePoints ? codePoints : int64_t(position - 1);
    };
    int64_t begin = clamped(first), end = clamped(behind);
    out.set(i, makePart(text, codePoints, begin, end));
  }
}

//===----------------------------------------------------------------------===//
// New strings
//===----------------------------------------------------------------------===//

/// The view of what was written to reserved memory, which it keeps unless the view has it all.
static StringView commitString(StringArena &arena, const uint8_t *bytes, uint64_t length) {
  if (length > inlineLength)
    arena.commit(length);
  return makeView(bytes, static_cast<uint32_t>(length));
}

int32_t molt_rt_view_concat(MoltExecution *execution, int32_t worker, const uint64_t *lhs_lo,
                            const uint64_t *lhs_hi, int64_t lhs_stride, const uint64_t *rhs_lo,
                            const uint64_t *rhs_hi, int64_t rhs_stride, int64_t count,
                            uint64_t *out_lo, uint64_t *out_hi) {
  return executionStatus(execution, [&] {
    const Views lefts = {lhs_lo, lhs_hi, lhs_stride}, rights = {rhs_lo, rhs_hi, rhs_stride};
    const Output out = {out_lo, out_hi};
    StringArena &arena = execution->strings[worker];
    for (int64_t i = 0; i < count; ++i) {
      StringView left = lefts[i], right = rights[i];
      if (left.length() == 0 || right.length() == 0) {
        out.set(i, left.length() ? left : right);
        continue;
      }
      uint64_t length = uint64_t(left.length()) + right.length();
      uint8_t *bytes = arena.reserve(length);
      memcpy(bytes, left.bytes(), left.length());
      memcpy(bytes + left.length(), right.bytes(), right.length());
      out.set(i, commitString(arena, bytes, length));
    }
  });
}
