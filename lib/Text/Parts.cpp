//===- Parts.cpp - Parts of strings by position ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

#include <algorithm>

using namespace molt::text;

/// Where the units [begin, end) of a text are.
static Span partOf(Span text, int64_t begin, int64_t end, const Encoding &encoding) {
  const uint8_t *first = encoding.skip(text.begin, text.end, begin);
  return {first, encoding.skip(first, text.end, end - begin)};
}

/// Every `step`th unit from `begin` on, `count` of them.
static uint8_t *copyStepping(uint8_t *out, Span text, int64_t begin, int64_t step, int64_t count,
                             const Encoding &encoding) {
  const uint8_t *at = encoding.skip(text.begin, text.end, begin);
  for (; count > 0; --count) {
    const uint8_t *behind = encoding.skip(at, text.end, 1);
    out = append(out, {at, behind});
    if (count == 1)
      break;
    if (step > 0) {
      at = encoding.skip(at, text.end, step);
      continue;
    }
    for (int64_t back = step; back < 0; ++back)
      encoding.readBefore(at);
  }
  return out;
}

void kernels::slice(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Integers starts(call, 1, 0), stops(call, 2, INT64_MAX), steps(call, 3, 1);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    int64_t length = encoding.length(text), step = steps[row];
    if (step == 0) {
      out.setInvalid(row);
      continue;
    }
    // As PySlice_AdjustIndices; what is left out is the end that the step begins or ends with.
    int64_t low = step < 0 ? -1 : 0, high = step < 0 ? length - 1 : length;
    auto adjust = [&](int64_t position) {
      if (position < 0)
        position += length;
      return std::clamp(position, low, high);
    };
    int64_t start = starts ? adjust(starts[row]) : step < 0 ? high : low;
    int64_t stop = stops ? adjust(stops[row]) : step < 0 ? low : high;
    if (step == 1) {
      out.setShared(row, partOf(text, start, std::max(start, stop), encoding));
      continue;
    }
    if (step == INT64_MIN) // Then no second unit is in reach, and its opposite has no number.
      step = -INT64_MAX;
    int64_t count = step > 0 ? (start < stop ? (stop - start - 1) / step + 1 : 0)
                             : (stop < start ? (start - stop - 1) / -step + 1 : 0);
    uint64_t most = std::min<uint64_t>(text.size(), uint64_t(count) * longestSequence);
    uint8_t *part = out.start(most);
    out.finish(row, count ? copyStepping(part, text, start, step, count, encoding) : part);
  }
}

void kernels::at(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Integers positions(call, 1, 0);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    int64_t length = encoding.length(text), position = positions[row];
    if (position < 0)
      position += length;
    if (position < 0 || position >= length)
      out.setAbsent(row);
    else
      out.setShared(row, partOf(text, position, position + 1, encoding));
  }
}

void kernels::reverse(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    uint8_t *reversed = out.start(text.size());
    if (encoding.isBytes || isAscii(text.begin, text.size())) {
      std::reverse_copy(text.begin, text.end, reversed);
    } else {
      uint8_t *at = reversed;
      for (const uint8_t *end = text.end; end > text.begin;) {
        const uint8_t *begin = end;
        readCodePointBefore(begin);
        at = append(at, {begin, end});
        end = begin;
      }
    }
    out.finish(row, reversed + text.size());
  }
}
