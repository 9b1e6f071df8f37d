//===- SortEntries.h - Sorting addresses of rows ----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Rows are sorted by address, next to 64 bits of their key in an order that
// unsigned comparison gives. Highway's VQSort orders by these bits; rows that agree
// in them are then ordered by the next 64 bits, and so on to the sequence number,
// so that most rows are looked at once or never.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_SORTENTRIES_H
#define MOLT_LIB_RUNTIME_SORTENTRIES_H

#include "Instance.h"

#include <cstring>
#include <vector>

#include <hwy/base.h>

namespace molt::rt {

/// A row (`value`) and a part of its key (`key`), as VQSort wants them.
using SortEntry = hwy::K64V64;

inline SortEntry makeSortEntry(uint64_t prefix, const uint8_t *row) {
  SortEntry entry;
  entry.key = prefix;
  entry.value = reinterpret_cast<uint64_t>(row);
  return entry;
}

inline const uint8_t *rowOf(const SortEntry &entry) {
  return reinterpret_cast<const uint8_t *>(entry.value);
}

/// The order of stored rows: by key parts, then by sequence (see MoltSortKey).
class RowOrder {
public:
  explicit RowOrder(std::vector<MoltSortKey> keys);

  /// Bytes that sequence and keys take in a row.
  int64_t keyBytes() const { return end; }

  /// The first 64 bits of the order.
  uint64_t prefixOf(const uint8_t *row) const;

  /// Of entries whose keys are prefixOf.
  bool less(const SortEntry &a, const SortEntry &b) const {
    return a.key != b.key ? a.key < b.key : compare(rowOf(a), rowOf(b)) < 0;
  }

  /// How many parts the keys have.
  int64_t keyParts() const { return static_cast<int64_t>(parts.size()) - 1; }
  /// Where a part of the keys is in a row.
  int64_t partOffset(int64_t part) const { return parts[part].offset; }
  /// The number of the first part of the keys in which two rows differ, or keyParts().
  int64_t firstDifference(const uint8_t *a, const uint8_t *b) const;

  /// Negative, 0 or positive.
  int compare(const uint8_t *a, const uint8_t *b) const;

private:
  friend class EntrySorter;

  struct Part {
    int64_t offset;
    bool isView;
    bool descending;
  };
  std::vector<Part> parts; ///< The last one is the sequence.
  int64_t end;
};

/// The order of a sort's state.
const RowOrder &getRowOrder(MoltState *sorter);

/// Sorts `count` entries whose keys are prefixOf, which are `entries` or, if that
/// is returned, another buffer.
Buffer sortEntries(MoltRuntime &runtime, Buffer entries, int64_t count, const RowOrder &order,
                   bool parallel);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_SORTENTRIES_H
