//===- WindowFrames.cpp - Frames of sorted rows and their states ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Both ends of frames go forward with the rows, so that a range is found by two pointers, in
// time linear in the rows however long frames are.
//
//===----------------------------------------------------------------------===//

#include "RowBlocks.h"
#include "SortEntries.h"

#include <algorithm>
#include <cmath>
#include <limits>

using namespace molt::rt;

/// Rows behind the last one that vectors may read.
static constexpr int64_t slackRows = 64;

namespace {
struct FramesState : MoltState {
  FramesState(MoltRuntime &runtime, int64_t rows)
      : numbers(runtime.pool, 3 * (rows + slackRows) * sizeof(int64_t)),
        flags(runtime.pool, rows + slackRows), stride(rows + slackRows) {
    memset(numbers.data<uint8_t>(), 0, 3 * stride * sizeof(int64_t));
    memset(flags.data<uint8_t>(), 0, stride);
    frames = {array(0), array(1), array(2), flags.data<uint8_t>()};
  }
  int64_t *array(int64_t number) { return numbers.data<int64_t>() + number * stride; }

  Buffer numbers, flags;
  int64_t stride;
  MoltFrames frames;
};

struct FrameStates : MoltState {
  Buffer upTo, from;
  MoltFrameStates states = {nullptr, nullptr, nullptr};
};
} // namespace

//===----------------------------------------------------------------------===//
// Keys with distances
//===----------------------------------------------------------------------===//

namespace {
uint64_t loadWord(const uint8_t *row, int64_t offset) {
  uint64_t word;
  memcpy(&word, row + offset, sizeof word);
  return word;
}

/// A key's place, or before or behind all of them.
template <typename T> struct Bound {
  T value;
  int beyond = 0;
};

/// Keys that are integers, in the order of unsigned ones.
template <typename T> struct IntegerKey {
  int64_t offset;

  T load(const uint8_t *row) const {
    if constexpr (sizeof(T) == 8)
      return loadWord(row, offset);
    else
      return T(loadWord(row, offset)) << 64 | loadWord(row, offset + 8);
  }
  Bound<T> add(T value, int64_t distance) const {
    if (distance < 0) {
      T magnitude = -T(distance);
      return value < magnitude ? Bound<T>{0, -1} : Bound<T>{T(value - magnitude)};
    }
    T sum = value + T(distance);
    return sum < value ? Bound<T>{0, 1} : Bound<T>{sum};
  }
  bool less(T a, T b) const { return a < b; }
};

/// Keys that are floats; a NaN is the greatest, or first where the order is descending.
template <typename T, typename Bits> struct FloatKey {
  int64_t offset;
  bool isDescending;

  double load(const uint8_t *row) const {
    uint64_t word = loadWord(row, offset);
    if (isDescending)
      word = ~word;
    auto order = static_cast<Bits>(word ^ (uint64_t(1) << 63));
    // Negative floats have all other bits complemented.
    constexpr Bits rest = std::numeric_limits<Bits>::max();
    Bits bits = order < 0 ? order ^ rest : order;
    T value;
    memcpy(&value, &bits, sizeof value);
    return value;
  }
  Bound<double> add(double value, int64_t distanceBits) const {
    double distance;
    memcpy(&distance, &distanceBits, sizeof distance);
    return {isDescending ? value - distance : value + distance};
  }
  bool less(double a, double b) const {
    if (isDescending)
      std::swap(a, b);
    return std::isnan(a) ? false : std::isnan(b) || a < b;
  }
};
} // namespace

/// Finds the frames of rows of a partition whose keys are not null.
template <typename Key>
static void findRange(const MoltFrameSpec &spec, const Key &key, const uint8_t *const *rows,
                      const MoltWindow &window, int64_t first, int64_t last, int64_t *begin,
                      int64_t *end) {
  int64_t from = first, to = first;
  for (int64_t i = first; i < last; ++i) {
    // Peers have the same frame.
    if (window.peer_start[i] != i) {
      begin[i] = begin[i - 1];
      end[i] = end[i - 1];
      continue;
    }
    auto value = key.load(rows[i]);
    auto start = key.add(value, spec.start), finish = key.add(value, spec.end);
    auto isBefore = [&](int64_t row) {
      return start.beyond ? start.beyond > 0 : key.less(key.load(rows[row]), start.value);
    };
    auto isBehind = [&](int64_t row) {
      return finish.beyond ? finish.beyond < 0 : key.less(finish.value, key.load(rows[row]));
    };
    while (spec.has_start && from < last && isBefore(from))
      ++from;
    while (spec.has_end && to < last && !isBehind(to))
      ++to;
    begin[i] = spec.has_start ? from : window.start[i];
    end[i] = spec.has_end ? to : window.end[i];
  }
}

template <typename Key>
static void findRanges(const MoltFrameSpec &spec, const Key &key, int64_t nullOffset,
                       MoltRows &rows, const MoltWindow &window, int64_t *begin, int64_t *end) {
  const uint8_t *const *row = rows.data();
  // The word before the key is less in the rows that come first.
  auto isFirst = [&](const uint8_t *address) {
    return !spec.is_nullable || loadWord(address, nullOffset) == 0;
  };
  for (int64_t first = 0; first < rows.count;) {
    int64_t last = window.end[first];
    int64_t middle = std::partition_point(row + first, row + last, isFirst) - row;
    int64_t validBegin = spec.nulls_first ? middle : first;
    int64_t validEnd = spec.nulls_first ? last : middle;
    // Rows with nulls are peers, and as far from others as from what is unbounded.
    for (int64_t i = first; i < last; ++i) {
      begin[i] = spec.has_start ? window.peer_start[i] : window.start[i];
      end[i] = spec.has_end ? window.peer_end[i] : window.end[i];
    }
    findRange(spec, key, row, window, validBegin, validEnd, begin, end);
    first = last;
  }
}

//===----------------------------------------------------------------------===//
// Frames
//===----------------------------------------------------------------------===//

/// row + distance, kept between two numbers.
static int64_t moveWithin(int64_t row, int64_t distance, int64_t least, int64_t most) {
  int64_t result;
  if (__builtin_add_overflow(row, distance, &result))
    return distance < 0 ? least : most;
  return std::min(std::max(result, least), most);
}

static void findEnds(const MoltFrameSpec &spec, const RowOrder &order, MoltRows &rows,
                     const MoltWindow &window, int64_t *begin, int64_t *end) {
  int64_t offset = spec.part + spec.is_nullable < order.keyParts()
                       ? order.partOffset(spec.part + spec.is_nullable)
                       : 0;
  int64_t nullOffset = spec.is_nullable ? order.partOffset(spec.part) : 0;
  switch (spec.form) {
  case MOLT_FRAME_ROWS:
    for (int64_t i = 0; i < rows.count; ++i) {
      int64_t least = window.start[i], most = window.end[i];
      begin[i] = spec.has_start ? moveWithin(i, spec.start, least, most) : least;
      int64_t last = spec.has_end ? moveWithin(i, spec.end, least - 1, most - 1) : most - 1;
      end[i] = last + 1;
    }
    return;
  case MOLT_FRAME_PEERS:
    for (int64_t i = 0; i < rows.count; ++i) {
      begin[i] = spec.has_start ? window.peer_start[i] : window.start[i];
      end[i] = spec.has_end ? window.peer_end[i] : window.end[i];
    }
    return;
  case MOLT_FRAME_WORD:
    return findRanges(spec, IntegerKey<uint64_t>{offset}, nullOffset, rows, window, begin, end);
  case MOLT_FRAME_WIDE:
    return findRanges(spec, IntegerKey<unsigned __int128>{offset}, nullOffset, rows, window, begin,
                      end);
  case MOLT_FRAME_F32:
    return findRanges(spec, FloatKey<float, int32_t>{offset, spec.is_descending != 0}, nullOffset,
                      rows, window, begin, end);
  case MOLT_FRAME_F64:
    return findRanges(spec, FloatKey<double, int64_t>{offset, spec.is_descending != 0}, nullOffset,
                      rows, window, begin, end);
  default:
    fail(MOLT_INTERNAL, "compiled code asked for frames of an unknown form");
  }
}

MoltFrames *molt_rt_window_frames(MoltExecution *execution, MoltWindow *window, MoltState *sorter,
                                  MoltRows *rows, const MoltFrameSpec *spec) {
  return executionPointer(execution, [&]() -> MoltFrames * {
    auto owned = std::make_unique<FramesState>(execution->runtime, rows->count);
    int64_t *begin = owned->array(0), *end = owned->array(1), *cut = owned->array(2);
    auto *restart = owned->flags.data<uint8_t>();
    findEnds(*spec, getRowOrder(sorter), *rows, *window, begin, end);
    // A cut serves all frames up to the first that begins behind it; the next one is where
    // that frame ends.
    int64_t current = 0;
    for (int64_t i = 0; i < rows->count; ++i) {
      if (i % 65536 == 0)
        execution->runtime.checkCancelled();
      if (window->start[i] == i) {
        current = i;
        restart[i] = 1;
      }
      end[i] = std::max(begin[i], end[i]);
      if (begin[i] == end[i]) {
        cut[i] = begin[i];
        continue;
      }
      if (begin[i] > current) {
        current = end[i];
        restart[current] = 1;
      }
      cut[i] = current;
    }
    restart[rows->count] = 1;
    MoltFrames *frames = &owned->frames;
    execution->addState(std::move(owned));
    return frames;
  });
}

//===----------------------------------------------------------------------===//
// States
//===----------------------------------------------------------------------===//

MoltFrameStates *molt_rt_frame_states(MoltExecution *execution, MoltRows *rows, MoltFrames *frames,
                                      int64_t state_bytes, MoltFrameFn function, int32_t parallel) {
  return executionPointer(execution, [&]() -> MoltFrameStates * {
    MoltRuntime &runtime = execution->runtime;
    auto owned = std::make_unique<FrameStates>();
    owned->states.frames = frames;
    bool needsFrom = false;
    for (int64_t i = 0; i < rows->count && !needsFrom; ++i)
      needsFrom = frames->begin[i] < frames->cut[i];
    int64_t bytes = std::max<int64_t>(rows->count * state_bytes, 1);
    owned->upTo = Buffer(runtime.pool, bytes);
    owned->states.up_to = owned->upTo.data<uint8_t>();
    if (needsFrom) {
      owned->from = Buffer(runtime.pool, bytes);
      owned->states.from = owned->from.data<uint8_t>();
    }
    // Whole runs, of so many rows at least.
    constexpr int64_t wanted = 16384;
    std::vector<int64_t> bounds = {0};
    for (int64_t i = wanted; i < rows->count; ++i)
      if (frames->restart[i] && i - bounds.back() >= wanted)
        bounds.push_back(i);
    bounds.push_back(rows->count);
    forEachTask(runtime, parallel, bounds.size() - 1, [&](int64_t task, int32_t) {
      runtime.checkCancelled();
      checkCallback(*execution, function(execution, frames, rows->data(), &owned->states,
                                         bounds[task], bounds[task + 1]));
    });
    MoltFrameStates *states = &owned->states;
    execution->addState(std::move(owned));
    return states;
  });
}
