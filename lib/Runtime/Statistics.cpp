//===- Statistics.cpp - Exact statistics of columns -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Table.h"

#include <cstring>
#include <limits>

using namespace molt::rt;

static int64_t countNulls(const MoltColumnView &view, int64_t rows) {
  if (!view.validity)
    return 0;
  int64_t valid = 0, row = 0;
  for (; row < rows && ((row + view.bit_offset) & 7); ++row)
    valid += getBit(view.validity, row + view.bit_offset);
  for (; row + 64 <= rows; row += 64) {
    uint64_t word;
    memcpy(&word, view.validity + (row + view.bit_offset) / 8, 8);
    valid += __builtin_popcountll(word);
  }
  for (; row < rows; ++row)
    valid += getBit(view.validity, row + view.bit_offset);
  return rows - valid;
}

/// Mostly decided by the first rows.
template <typename T> static bool isAscending(const char *values, int64_t rows) {
  // Decimals of 128 bits need not be aligned.
  auto load = [&](int64_t row) {
    T value;
    memcpy(&value, values + row * sizeof(T), sizeof(T));
    return value;
  };
  constexpr int64_t block = 256;
  for (int64_t begin = 1; begin < rows; begin += block) {
    int64_t end = begin + block < rows ? begin + block : rows;
    bool ascends = true;
    for (int64_t row = begin; row < end; ++row)
      ascends &= load(row - 1) < load(row);
    if (!ascends)
      return false;
  }
  return true;
}

template <typename T>
static void computeRange(const MoltColumnView &view, int64_t rows, MoltColumnStatistics &out) {
  const T *values = static_cast<const T *>(view.data);
  T least = std::numeric_limits<T>::max(), greatest = std::numeric_limits<T>::min();
  if (out.null_count == 0) {
    for (int64_t row = 0; row < rows; ++row) {
      least = values[row] < least ? values[row] : least;
      greatest = values[row] > greatest ? values[row] : greatest;
    }
  } else {
    for (int64_t row = 0; row < rows; ++row) {
      if (!getBit(view.validity, row + view.bit_offset))
        continue;
      least = values[row] < least ? values[row] : least;
      greatest = values[row] > greatest ? values[row] : greatest;
    }
  }
  out.has_range = 1;
  out.is_ascending =
      out.null_count == 0 && isAscending<T>(static_cast<const char *>(view.data), rows);
  out.min_low = lowHalf(least);
  out.min_high = highHalf(least);
  out.max_low = lowHalf(greatest);
  out.max_high = highHalf(greatest);
}

/// std::numeric_limits says nothing about __int128 in strict C++17.
template <>
void computeRange<Int128>(const MoltColumnView &view, int64_t rows, MoltColumnStatistics &out) {
  const char *values = static_cast<const char *>(view.data);
  bool any = false;
  Int128 least = 0, greatest = 0;
  for (int64_t row = 0; row < rows; ++row) {
    if (out.null_count && !getBit(view.validity, row + view.bit_offset))
      continue;
    Int128 value;
    memcpy(&value, values + row * sizeof(Int128), sizeof(Int128));
    least = !any || value < least ? value : least;
    greatest = !any || value > greatest ? value : greatest;
    any = true;
  }
  out.has_range = 1;
  out.is_ascending = out.null_count == 0 && isAscending<Int128>(values, rows);
  out.min_low = lowHalf(least);
  out.min_high = highHalf(least);
  out.max_low = lowHalf(greatest);
  out.max_high = highHalf(greatest);
}

MoltColumnStatistics molt::rt::computeStatistics(const MoltColumnView &view, const MoltType &type,
                                                 int64_t rows) {
  MoltColumnStatistics out = {};
  out.null_count = countNulls(view, rows);
  if (out.null_count == rows)
    return out;
  switch (type.kind) {
  case MOLT_INT8:
    computeRange<int8_t>(view, rows, out);
    break;
  case MOLT_INT16:
    computeRange<int16_t>(view, rows, out);
    break;
  case MOLT_INT32:
  case MOLT_DATE32:
    computeRange<int32_t>(view, rows, out);
    break;
  case MOLT_INT64:
  case MOLT_TIMESTAMP:
  case MOLT_TIME:
  case MOLT_DURATION:
    computeRange<int64_t>(view, rows, out);
    break;
  case MOLT_UINT8:
    computeRange<uint8_t>(view, rows, out);
    break;
  case MOLT_UINT16:
    computeRange<uint16_t>(view, rows, out);
    break;
  case MOLT_UINT32:
    computeRange<uint32_t>(view, rows, out);
    break;
  case MOLT_UINT64:
    computeRange<uint64_t>(view, rows, out);
    break;
  case MOLT_INT128:
    computeRange<Int128>(view, rows, out);
    break;
  case MOLT_DECIMAL:
    if (decimalWidth(type.precision) == 4)
      computeRange<int32_t>(view, rows, out);
    else if (decimalWidth(type.precision) == 8)
      computeRange<int64_t>(view, rows, out);
    else
      computeRange<Int128>(view, rows, out);
    break;
  default:
    break;
  }
  return out;
}

void molt::rt::mergeStatistics(MoltColumnStatistics &total, const MoltColumnStatistics &more) {
  bool isFirst = !total.has_range && total.null_count == 0;
  total.null_count += more.null_count;
  if (!more.has_range) {
    total.is_ascending = 0;
    return;
  }
  // Unsigned 64-bit values are positive 128-bit ones, so one comparison serves all.
  Int128 least = joinHalves(more.min_low, more.min_high);
  Int128 greatest = joinHalves(more.max_low, more.max_high);
  bool follows = isFirst || (total.is_ascending &&
                             joinHalves(total.max_low, total.max_high) < least);
  total.is_ascending = more.is_ascending && follows;
  if (!total.has_range || least < joinHalves(total.min_low, total.min_high)) {
    total.min_low = more.min_low;
    total.min_high = more.min_high;
  }
  if (!total.has_range || greatest > joinHalves(total.max_low, total.max_high)) {
    total.max_low = more.max_low;
    total.max_high = more.max_high;
  }
  total.has_range = 1;
}
