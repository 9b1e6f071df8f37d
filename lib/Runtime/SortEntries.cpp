//===- SortEntries.cpp - Sorting addresses of rows ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SortEntries.h"

#include "StringView.h"

#include <algorithm>
#include <hwy/contrib/sort/vqsort.h>

using namespace molt::rt;

/// Runs up to this length are sorted by comparisons: VQSort needs more to pay off.
static constexpr int64_t shortRun = 64;
/// Fewer entries than this are sorted on one thread.
static constexpr int64_t fewestParallel = 1 << 15;
/// Buckets of a parallel sort, and sampled entries for each.
static constexpr int64_t bucketCount = 64;
static constexpr int64_t samplesPerBucket = 32;

static uint64_t loadWord(const uint8_t *address) {
  uint64_t word;
  memcpy(&word, address, sizeof(word));
  return word;
}

static StringView loadView(const uint8_t *address) {
  return {loadWord(address), loadWord(address + 8)};
}

//===----------------------------------------------------------------------===//
// RowOrder
//===----------------------------------------------------------------------===//

RowOrder::RowOrder(std::vector<MoltSortKey> keys) : end(sizeof(uint64_t)) {
  for (const MoltSortKey &key : keys) {
    parts.push_back({end, key.is_view != 0, key.is_view && key.descending});
    end += key.is_view ? 16 : 8;
  }
  parts.push_back({0, false, false});
}

uint64_t RowOrder::prefixOf(const uint8_t *row) const {
  const Part &part = parts[0];
  if (!part.isView)
    return loadWord(row + part.offset);
  uint64_t prefix = orderedPrefix(loadView(row + part.offset));
  return part.descending ? ~prefix : prefix;
}

int RowOrder::compare(const uint8_t *a, const uint8_t *b) const {
  for (const Part &part : parts) {
    if (part.isView) {
      if (int order = compareViews(loadView(a + part.offset), loadView(b + part.offset)))
        return part.descending ? -order : order;
      continue;
    }
    uint64_t left = loadWord(a + part.offset), right = loadWord(b + part.offset);
    if (left != right)
      return left < right ? -1 : 1;
  }
  return 0;
}

int64_t RowOrder::firstDifference(const uint8_t *a, const uint8_t *b) const {
  int64_t part = 0;
  for (; part < keyParts(); ++part) {
    const uint8_t *left = a + parts[part].offset, *right = b + parts[part].offset;
    if (parts[part].isView ? !equalViews(loadView(left), loadView(right))
                           : loadWord(left) != loadWord(right))
      break;
  }
  return part;
}

//===----------------------------------------------------------------------===//
// EntrySorter
//===----------------------------------------------------------------------===//

namespace {
/// 64 bits of the order: a word, eight bytes of a string, or a string's length
/// (which only strings with zero bytes at the end need).
struct Digit {
  size_t part = 0;
  int64_t byte = 0; ///< First byte of a string's digit; -1: its length.
};

struct Run {
  SortEntry *begin;
  int64_t count;
};
} // namespace

namespace molt::rt {
class EntrySorter {
public:
  EntrySorter(MoltRuntime &runtime, const RowOrder &order) : runtime(runtime), order(order) {}

  /// Sorts entries that agree in all digits before `digit`, and have their keys for
  /// `digit` if `filled`.
  void sort(Run run, Digit digit, bool filled) const;
  Buffer sortInParallel(Buffer entries, int64_t count) const;

private:
  uint64_t valueOf(const Digit &digit, const uint8_t *row) const;
  bool advance(Digit &digit, const Run &run) const;
  void fill(const Run &run, const Digit &digit) const;

  MoltRuntime &runtime;
  const RowOrder &order;
};
} // namespace molt::rt

uint64_t EntrySorter::valueOf(const Digit &digit, const uint8_t *row) const {
  const RowOrder::Part &part = order.parts[digit.part];
  if (!part.isView)
    return loadWord(row + part.offset);
  StringView view = loadView(row + part.offset);
  uint64_t value = 0;
  if (digit.byte < 0) {
    value = view.length();
  } else if (view.length() > digit.byte) {
    memcpy(&value, view.bytes() + digit.byte, std::min<int64_t>(8, view.length() - digit.byte));
    value = __builtin_bswap64(value);
  }
  return part.descending ? ~value : value;
}

void EntrySorter::fill(const Run &run, const Digit &digit) const {
  for (int64_t i = 0; i < run.count; ++i)
    run.begin[i].key = valueOf(digit, rowOf(run.begin[i]));
}

/// To the digit that orders entries that agree in this one; false behind the last.
bool EntrySorter::advance(Digit &digit, const Run &run) const {
  const RowOrder::Part &part = order.parts[digit.part];
  if (part.isView && digit.byte >= 0) {
    uint32_t longest = 0;
    for (int64_t i = 0; i < run.count; ++i)
      longest = std::max(longest, loadView(rowOf(run.begin[i]) + part.offset).length());
    digit.byte = longest > digit.byte + 8 ? digit.byte + 8 : -1;
    return true;
  }
  digit.byte = 0;
  return ++digit.part < order.parts.size();
}

static bool allEqual(const Run &run) {
  uint64_t difference = 0;
  for (int64_t i = 1; i < run.count; ++i)
    difference |= run.begin[i].key ^ run.begin[0].key;
  return difference == 0;
}

/// Calls `body` for each run of more than one entry with equal keys.
template <typename Body> static void forEachRun(const Run &sorted, Body &&body) {
  for (int64_t begin = 0; begin < sorted.count;) {
    int64_t end = begin + 1;
    while (end < sorted.count && sorted.begin[end].key == sorted.begin[begin].key)
      ++end;
    if (end - begin > 1)
      body(Run{sorted.begin + begin, end - begin});
    begin = end;
  }
}

void EntrySorter::sort(Run run, Digit digit, bool filled) const {
  // The longest run of equal entries is left to the next turn of the loop, so that
  // the depth of the recursion stays below log2 of the count.
  while (run.count > 1) {
    if (run.count <= shortRun) {
      std::sort(run.begin, run.begin + run.count, [&](const SortEntry &a, const SortEntry &b) {
        return order.compare(rowOf(a), rowOf(b)) < 0;
      });
      return;
    }
    if (!filled)
      fill(run, digit);
    filled = false;
    if (allEqual(run)) {
      if (!advance(digit, run))
        return;
      continue;
    }
    // VQSort pads with the greatest key and does not tell padding from entries that
    // have it: those go to the end first.
    SortEntry *greatest =
        std::partition(run.begin, run.begin + run.count,
                       [](const SortEntry &entry) { return entry.key != ~uint64_t(0); });
    hwy::Sorter()(run.begin, greatest - run.begin, hwy::SortAscending());
    Run longest = {run.begin, 0};
    forEachRun(run, [&](const Run &equal) {
      if (equal.count > longest.count)
        longest = equal;
    });
    forEachRun(run, [&](const Run &equal) {
      Digit next = digit;
      if (equal.begin != longest.begin && advance(next, equal))
        sort(equal, next, false);
    });
    run = longest;
    if (!advance(digit, run))
      return;
  }
}

/// A sample sort: entries go to buckets that sampled keys delimit, then each bucket
/// is sorted. Equal keys share a bucket, so that no run is cut.
Buffer EntrySorter::sortInParallel(Buffer entries, int64_t count) const {
  SortEntry *source = entries.data<SortEntry>();
  Digit digit;
  while (allEqual({source, count})) {
    if (!advance(digit, {source, count}))
      return entries;
    fill({source, count}, digit);
  }

  std::vector<uint64_t> sample(bucketCount * samplesPerBucket);
  for (size_t i = 0; i < sample.size(); ++i)
    sample[i] = source[(i * 2 + 1) * (count / (2 * sample.size()))].key;
  std::sort(sample.begin(), sample.end());
  // Splitter i is the least key of bucket i + 1.
  uint64_t splitters[bucketCount - 1];
  for (int64_t i = 0; i < bucketCount - 1; ++i)
    splitters[i] = sample[(i + 1) * samplesPerBucket];
  auto bucketOf = [&](uint64_t key) {
    int64_t bucket = 0;
    for (int64_t step = bucketCount / 2; step; step /= 2)
      bucket += key >= splitters[bucket + step - 1] ? step : 0;
    return bucket;
  };

  int64_t tasks = runtime.threads * 4, taskRows = (count + tasks - 1) / tasks;
  auto forEachEntry = [&](int64_t task, auto body) {
    int64_t end = std::min(count, (task + 1) * taskRows);
    for (int64_t i = task * taskRows; i < end; ++i)
      body(source[i]);
  };
  // next[task][bucket]: how many entries, then where the next one goes.
  std::vector<std::vector<int64_t>> next(tasks, std::vector<int64_t>(bucketCount));
  forEachTask(runtime, true, tasks, [&](int64_t task, int32_t) {
    forEachEntry(task, [&](const SortEntry &entry) { ++next[task][bucketOf(entry.key)]; });
  });
  std::vector<int64_t> begins;
  int64_t at = 0;
  for (int64_t bucket = 0; bucket < bucketCount; ++bucket) {
    begins.push_back(at);
    for (std::vector<int64_t> &counts : next)
      at += std::exchange(counts[bucket], at);
  }
  begins.push_back(at);
  Buffer scattered(runtime.pool, count * sizeof(SortEntry));
  SortEntry *target = scattered.data<SortEntry>();
  forEachTask(runtime, true, tasks, [&](int64_t task, int32_t) {
    forEachEntry(
        task, [&](const SortEntry &entry) { target[next[task][bucketOf(entry.key)]++] = entry; });
  });
  entries.reset();
  forEachTask(runtime, true, bucketCount, [&](int64_t bucket, int32_t) {
    runtime.checkCancelled();
    sort({target + begins[bucket], begins[bucket + 1] - begins[bucket]}, digit, true);
  });
  return scattered;
}

Buffer molt::rt::sortEntries(MoltRuntime &runtime, Buffer entries, int64_t count,
                             const RowOrder &order, bool parallel) {
  EntrySorter sorter(runtime, order);
  if (parallel && runtime.threads > 1 && count >= fewestParallel)
    return sorter.sortInParallel(std::move(entries), count);
  sorter.sort({entries.data<SortEntry>(), count}, Digit(), true);
  return entries;
}
