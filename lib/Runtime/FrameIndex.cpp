//===- FrameIndex.cpp - Values of frames by their place -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// No state that rows are added to gives the median of any frame. But an index of all rows does, in
// time logarithmic in their number and however long frames are: a wavelet matrix of the values'
// places among all values. How many different values a frame has is how many of its rows have no
// equal one before them in the frame: the matrix is then of the places of the equal row before.
// The problem is that of Vogelsgesang, Neumann, Leis and Kemper, "Efficient evaluation of
// arbitrarily-framed holistic SQL aggregates and window functions" (SIGMOD 2022), who search merge
// sort trees.
//
// Where all frames are short, their values are looked through instead, in the order of rows.
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"
#include "WaveletMatrix.h"

#include <algorithm>
#include <cstring>

using namespace molt::rt;

namespace {
/// A value, as an integer of the same order, and its place among those that count.
struct Entry {
  int64_t value;
  int64_t place;
};
} // namespace

/// Frames of at most so many values are looked through: a step in the matrix of a large table
/// misses the cache, and there is one for each bit.
static constexpr int64_t kShortFrame = 32;

struct MoltFrameIndex : MoltState {
  const MoltFrames *frames;
  Buffer before;  ///< How many values count in front of each row, and of all rows.
  bool isShort;   ///< All frames are: there is no matrix.
  Buffer inOrder; ///< If so, the values that count, by their places; else nothing.
  Buffer values;  ///< If not, the different values, ascending.
  WaveletMatrix matrix;

  /// The values of a row's frame, as a range of those that count.
  std::pair<int64_t, int64_t> rangeOf(int64_t row) const {
    const auto *counts = before.data<int64_t>();
    return {counts[frames->begin[row]], counts[frames->end[row]]};
  }
};

/// The most values that a frame has.
static int64_t findLongest(const MoltFrameIndex &index, int64_t rows) {
  int64_t longest = 0;
  for (int64_t row = 0; row < rows; ++row) {
    auto [begin, end] = index.rangeOf(row);
    longest = std::max(longest, end - begin);
  }
  return longest;
}

/// The k-th smallest of a short frame's values, from 0 on.
static int64_t selectShort(const int64_t *values, int64_t count, int64_t k) {
  int64_t copy[kShortFrame];
  std::copy(values, values + count, copy);
  std::nth_element(copy, copy + k, copy + count);
  return copy[k];
}

static int64_t countDistinctShort(const int64_t *values, int64_t count) {
  int64_t distinct = 0;
  for (int64_t i = 0; i < count; ++i)
    distinct += std::find(values, values + i, values[i]) == values + i;
  return distinct;
}

/// Entries of the rows that count, in their order.
static Buffer collectEntries(MoltRuntime &runtime, MoltRows &rows, int64_t valueOffset,
                             int64_t validOffset, int64_t *before, int64_t &count) {
  Buffer buffer(runtime.pool, std::max<size_t>(rows.count * sizeof(Entry), 1));
  auto *entries = buffer.data<Entry>();
  const uint8_t *const *row = rows.data();
  count = 0;
  for (int64_t i = 0; i < rows.count; ++i) {
    if (i % 65536 == 0)
      runtime.checkCancelled();
    before[i] = count;
    if (validOffset >= 0 && row[i][validOffset] == 0)
      continue;
    Entry &entry = entries[count];
    memcpy(&entry.value, row[i] + valueOffset, sizeof entry.value);
    entry.place = count++;
  }
  before[rows.count] = count;
  return buffer;
}

/// Bits of a number.
static int getWidth(uint64_t number) { return number ? 64 - __builtin_clzll(number) : 0; }

MoltFrameIndex *molt_rt_frame_index(MoltExecution *execution, MoltRows *rows, MoltFrames *frames,
                                    int64_t value_offset, int64_t valid_offset, int32_t distinct) {
  return executionPointer(execution, [&]() -> MoltFrameIndex * {
    MoltRuntime &runtime = execution->runtime;
    auto owned = std::make_unique<MoltFrameIndex>();
    owned->frames = frames;
    owned->before = Buffer(runtime.pool, (rows->count + 1) * sizeof(int64_t));
    int64_t count;
    Buffer buffer = collectEntries(runtime, *rows, value_offset, valid_offset,
                                   owned->before.data<int64_t>(), count);
    auto *entries = buffer.data<Entry>();
    owned->isShort = findLongest(*owned, rows->count) <= kShortFrame;
    if (owned->isShort) {
      owned->inOrder = Buffer(runtime.pool, std::max<size_t>(count * sizeof(int64_t), 1));
      for (int64_t i = 0; i < count; ++i)
        owned->inOrder.data<int64_t>()[i] = entries[i].value;
      return execution->addState(std::move(owned));
    }
    std::sort(entries, entries + count, [](const Entry &a, const Entry &b) {
      return a.value != b.value ? a.value < b.value : a.place < b.place;
    });
    runtime.checkCancelled();

    // Of each value, by its place: its number among the different ones, or the place behind that of
    // the equal value before it, 0 if there is none.
    size_t bytes = std::max<size_t>(count * sizeof(uint64_t), 1);
    Buffer numbers(runtime.pool, bytes), other(runtime.pool, bytes);
    auto *number = numbers.data<uint64_t>();
    if (distinct) {
      for (int64_t i = 0; i < count; ++i) {
        bool isFirst = i == 0 || entries[i - 1].value != entries[i].value;
        number[entries[i].place] = isFirst ? 0 : entries[i - 1].place + 1;
      }
      owned->matrix = WaveletMatrix(runtime.pool, number, other.data<uint64_t>(), count,
                                    getWidth(static_cast<uint64_t>(count)));
    } else {
      owned->values = Buffer(runtime.pool, bytes);
      auto *values = owned->values.data<int64_t>();
      int64_t different = 0;
      for (int64_t i = 0; i < count; ++i) {
        if (i == 0 || entries[i - 1].value != entries[i].value)
          values[different++] = entries[i].value;
        number[entries[i].place] = different - 1;
      }
      owned->matrix = WaveletMatrix(runtime.pool, number, other.data<uint64_t>(), count,
                                    getWidth(different > 0 ? different - 1 : 0));
    }
    return execution->addState(std::move(owned));
  });
}

void molt_rt_frame_counts(const MoltFrameIndex *index, int64_t first_row, int64_t count,
                          int64_t *out) {
  for (int64_t i = 0; i < count; ++i) {
    auto [begin, end] = index->rangeOf(first_row + i);
    out[i] = end - begin;
  }
}

void molt_rt_frame_nth(const MoltFrameIndex *index, const int64_t *rows, const int64_t *places,
                       int64_t count, int64_t *out) {
  for (int64_t i = 0; i < count; ++i) {
    auto [begin, end] = index->rangeOf(rows[i]);
    if (places[i] < 0 || places[i] >= end - begin)
      out[i] = 0;
    else if (index->isShort)
      out[i] = selectShort(index->inOrder.data<int64_t>() + begin, end - begin, places[i]);
    else
      out[i] = index->values.data<int64_t>()[index->matrix.nth(begin, end, places[i])];
  }
}

void molt_rt_frame_distinct(const MoltFrameIndex *index, int64_t first_row, int64_t count,
                            int64_t *out) {
  for (int64_t i = 0; i < count; ++i) {
    auto [begin, end] = index->rangeOf(first_row + i);
    if (index->isShort) {
      out[i] = countDistinctShort(index->inOrder.data<int64_t>() + begin, end - begin);
      continue;
    }
    // No place behind the first of the frame: the equal row before is not in it.
    out[i] = index->matrix.countLess(begin, end, begin + 1);
  }
}
