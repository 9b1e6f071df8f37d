//===- ArrowColumn.cpp - Columns in Arrow's layouts -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowColumn.h"

#include "TextKernels.h"
#include "TimeText.h"
#include "Utf8.h"
#include "ValueText.h"

#include <cstring>

using namespace molt::rt;

namespace {
/// A 16-byte view of Arrow's Utf8View layout: up to 12 bytes inline, otherwise a
/// place in one of the buffers.
struct ArrowView {
  int32_t length;
  union {
    uint8_t inlined[12];
    struct {
      uint8_t prefix[4];
      int32_t buffer;
      int32_t offset;
    } reference;
  };
};
static_assert(sizeof(ArrowView) == 16, "fixed by the Arrow format");

/// An interval of Arrow's MONTH_DAY_NANO, which differs from Molt's in the unit of its time.
struct NanoInterval {
  int32_t months, days;
  int64_t nanoseconds;
};
static_assert(sizeof(NanoInterval) == 16, "fixed by the Arrow format");

struct ByteRange {
  const uint8_t *begin;
  int64_t size;
};
} // namespace

template <typename T> static T loadAt(const uint8_t *base, int64_t index) {
  T value;
  memcpy(&value, base + index * sizeof(T), sizeof(T));
  return value;
}

static int64_t offsetAt(const ArrowColumn &column, int64_t row) {
  return column.type.width == 8 ? loadAt<int64_t>(column.data, row + column.offset)
                                : loadAt<int32_t>(column.data, row + column.offset);
}

[[noreturn]] static void failColumn(const ArrowColumn &column, int64_t row, const char *place,
                                    const char *what) {
  failAt(MOLT_INVALID_DATA, {row, -1, -1}, place, "column \"%s\", row %lld: %s",
         column.name.c_str(), static_cast<long long>(row), what);
}

/// The string of a row whose column is checked. The view is copied to `scratch`,
/// where inline bytes are.
static ByteRange stringAt(const ArrowColumn &column, int64_t row, ArrowView &scratch) {
  if (column.type.layout != ArrowLayout::Utf8View) {
    int64_t begin = offsetAt(column, row);
    return {column.bytes + begin, offsetAt(column, row + 1) - begin};
  }
  scratch = loadAt<ArrowView>(column.data, row + column.offset);
  if (scratch.length <= 12)
    return {scratch.inlined, scratch.length};
  return {column.viewBuffers[scratch.reference.buffer].bytes + scratch.reference.offset,
          scratch.length};
}

//===----------------------------------------------------------------------===//
// Validation
//===----------------------------------------------------------------------===//

static void checkOffsets(const ArrowColumn &column, const char *place) {
  int64_t before = offsetAt(column, 0);
  if (before < 0)
    failColumn(column, 0, place, "the first offset is negative");
  for (int64_t row = 0; row < column.rows; ++row) {
    int64_t next = offsetAt(column, row + 1);
    if (next < before)
      failColumn(column, row, place, "the offsets of its string go backwards");
    if (next - before > maxUtf8Bytes)
      failColumn(column, row, place, "its string has more than 2 GB");
    before = next;
  }
  if (column.byteCount >= 0 && before > column.byteCount)
    failColumn(column, column.rows - 1, place,
               "the offsets of its string lie behind the end of the bytes");
}

static void checkViews(const ArrowColumn &column, const char *place) {
  for (int64_t row = 0; row < column.rows; ++row) {
    if (!column.isValid(row))
      continue;
    ArrowView view = loadAt<ArrowView>(column.data, row + column.offset);
    if (view.length < 0)
      failColumn(column, row, place, "the length of its string is negative");
    if (view.length <= 12)
      continue;
    int64_t buffer = view.reference.buffer, offset = view.reference.offset;
    if (buffer < 0 || buffer >= static_cast<int64_t>(column.viewBuffers.size()) || offset < 0 ||
        offset + view.length > column.viewBuffers[buffer].size)
      failColumn(column, row, place, "its string lies outside of the data buffers");
  }
}

/// Whether a string with offsets begins anywhere but at a character.
static bool startsWithin(const ArrowColumn &column, int64_t begin, int64_t end) {
  for (int64_t row = 0; row < column.rows; ++row) {
    int64_t offset = offsetAt(column, row);
    if (offset > begin && offset < end && (column.bytes[offset] & 0xC0) == 0x80)
      return true;
  }
  return false;
}

static void checkText(const ArrowColumn &column, const char *place) {
  if (column.type.type.kind == MOLT_BINARY)
    return;
  if (column.type.layout != ArrowLayout::Utf8View) {
    // All strings at once, as they are contiguous.
    int64_t begin = offsetAt(column, 0), end = offsetAt(column, column.rows);
    if (begin == end ||
        (isUtf8(column.bytes + begin, end - begin) && !startsWithin(column, begin, end)))
      return;
  }
  for (int64_t row = 0; row < column.rows; ++row) {
    if (!column.isValid(row))
      continue;
    ArrowView scratch;
    ByteRange text = stringAt(column, row, scratch);
    int64_t invalid = findInvalidUtf8(text.begin, text.size);
    if (invalid < text.size)
      failAt(MOLT_INVALID_DATA, {row, -1, -1}, place,
             "column \"%s\", row %lld: %s is not valid UTF-8 (byte %lld of the string is 0x%02X)",
             column.name.c_str(), static_cast<long long>(row),
             quoteForMessage(reinterpret_cast<const char *>(text.begin), text.size).c_str(),
             static_cast<long long>(invalid), text.begin[invalid]);
  }
}

static void checkTimes(const ArrowColumn &column, const char *place) {
  int64_t perDay = unitsPerDay(column.type.type);
  for (int64_t row = 0; row < column.rows; ++row) {
    int64_t time = column.type.layout == ArrowLayout::Time32
                       ? loadAt<int32_t>(column.data, row + column.offset)
                       : loadAt<int64_t>(column.data, row + column.offset);
    if ((time < 0 || time >= perDay) && column.isValid(row))
      failColumn(column, row, place, "its time lies outside of a day");
  }
}

void molt::rt::checkArrowColumn(const ArrowColumn &column, const char *place) {
  if (column.rows == 0 || column.type.layout == ArrowLayout::None)
    return;
  if (column.validity && !column.type.type.nullable)
    for (int64_t row = 0; row < column.rows; ++row)
      if (!column.isValid(row))
        failColumn(column, row, place, "it is null, but the column is not nullable");
  switch (column.type.layout) {
  case ArrowLayout::Utf8:
  case ArrowLayout::LargeUtf8:
    checkOffsets(column, place);
    checkText(column, place);
    break;
  case ArrowLayout::Utf8View:
    checkViews(column, place);
    checkText(column, place);
    break;
  default:
    if (column.type.type.kind == MOLT_TIME)
      checkTimes(column, place);
    break;
  }
}

int64_t molt::rt::stringBytes(const ArrowColumn &column, int64_t begin, int64_t end) {
  int64_t total = 0;
  switch (column.type.layout) {
  case ArrowLayout::Utf8:
  case ArrowLayout::LargeUtf8:
    return offsetAt(column, end) - offsetAt(column, begin);
  case ArrowLayout::Utf8View:
    for (int64_t row = begin; row < end; ++row)
      if (column.isValid(row))
        total += loadAt<ArrowView>(column.data, row + column.offset).length;
    return total;
  default:
    return 0;
  }
}

//===----------------------------------------------------------------------===//
// Into tables
//===----------------------------------------------------------------------===//

bool molt::rt::isNativeLayout(const ArrowColumn &column) {
  auto isAligned = [&](int64_t unit) {
    return reinterpret_cast<uintptr_t>(column.data) % unit == 0;
  };
  switch (column.type.layout) {
  case ArrowLayout::Bits:
    return true;
  case ArrowLayout::Fixed:
    return isAligned(column.type.width);
  case ArrowLayout::Utf8:
    return isAligned(sizeof(int32_t));
  case ArrowLayout::None:
  case ArrowLayout::Time32:
  case ArrowLayout::Decimal:
  case ArrowLayout::Interval:
    // Even values of the right width are copied: the copy checks their range.
  case ArrowLayout::LargeUtf8:
  case ArrowLayout::Utf8View:
    return false;
  }
  return false;
}

MoltColumnView molt::rt::nativeView(const ArrowColumn &column, int64_t begin) {
  int64_t first = column.offset + begin;
  MoltColumnView view = {};
  // One bit offset serves both bitmaps, so it stays below 8 for all columns.
  view.bit_offset = first % 8;
  if (column.validity)
    view.validity = column.validity + first / 8;
  if (column.type.layout == ArrowLayout::Bits)
    view.data = column.data + first / 8;
  else
    view.data = column.data + first * column.type.width;
  view.bytes = column.bytes;
  return view;
}

/// A bitmap whose first bit is bit `first` of `bits`.
static Buffer copyBits(MemoryPool &pool, const uint8_t *bits, int64_t first, int64_t count) {
  Buffer out = Buffer::zeroed(pool, bitmapBytes(count));
  if (first % 8 == 0) {
    memcpy(out.data(), bits + first / 8, bitmapBytes(count));
    // Bits behind the last row are zero, whatever they were.
    if (count % 8)
      out.data()[count / 8] &= (1 << (count % 8)) - 1;
    return out;
  }
  for (int64_t i = 0; i < count; ++i)
    if (getBit(bits, first + i))
      setBit(out.data(), i);
  return out;
}

static void copyStrings(MemoryPool &pool, const ArrowColumn &column, int64_t begin, int64_t end,
                        Column &out) {
  out.data = Buffer(pool, (end - begin + 1) * sizeof(int32_t));
  out.bytes = Buffer(pool, stringBytes(column, begin, end));
  int32_t *offsets = out.data.data<int32_t>();
  int32_t at = 0;
  *offsets++ = 0;
  for (int64_t row = begin; row < end; ++row) {
    if (column.isValid(row)) {
      ArrowView scratch;
      ByteRange text = stringAt(column, row, scratch);
      if (text.size)
        memcpy(out.bytes.data() + at, text.begin, text.size);
      at += static_cast<int32_t>(text.size);
    }
    *offsets++ = at;
  }
}

/// A decimal of 4 to 32 bytes. False if it does not fit 128 bit.
static bool loadDecimal(const uint8_t *data, int64_t width, int64_t index, Int128 &out) {
  switch (width) {
  case 4:
    out = loadAt<int32_t>(data, index);
    return true;
  case 8:
    out = loadAt<int64_t>(data, index);
    return true;
  case 16:
    out = loadAt<Int128>(data, index);
    return true;
  default: {
    out = loadAt<Int128>(data, 2 * index);
    return loadAt<Int128>(data, 2 * index + 1) == (out < 0 ? Int128(-1) : Int128(0));
  }
  }
}

static void copyDecimals(MemoryPool &pool, const ArrowColumn &column, int64_t begin, int64_t end,
                         Column &out, const char *place) {
  const MoltType &type = column.type.type;
  int64_t width = valueWidth(type);
  out.data = Buffer(pool, (end - begin) * width);
  bool isDecimal = type.kind == MOLT_DECIMAL;
  Int128 limit = powerOfTen(type.precision);
  for (int64_t row = begin; row < end; ++row) {
    Int128 value = 0;
    if (column.isValid(row) &&
        (!loadDecimal(column.data, column.type.width, row + column.offset, value) ||
         (isDecimal && (value <= -limit || value >= limit))))
      failColumn(column, row, place,
                 ("its value has more digits than " + typeName(type) + " allows").c_str());
    // Little endian: the low bytes are the narrower value.
    memcpy(out.data.data() + (row - begin) * width, &value, width);
  }
}

/// The interval of a valid row.
static Interval loadInterval(const ArrowColumn &column, int64_t row, const char *place) {
  int64_t index = row + column.offset;
  if (column.type.width == 4)
    return {loadAt<int32_t>(column.data, index), 0, 0};
  if (column.type.width == 8) {
    int64_t milliseconds = loadAt<int32_t>(column.data, 2 * index + 1);
    return {0, loadAt<int32_t>(column.data, 2 * index), milliseconds * 1000};
  }
  NanoInterval value = loadAt<NanoInterval>(column.data, index);
  if (value.nanoseconds % 1000 != 0)
    failAt(MOLT_UNSUPPORTED, {row, -1, -1}, place,
           "column \"%s\", row %lld: its %lld nanoseconds are not whole microseconds, which "
           "intervals count; round them to a multiple of 1000 before",
           column.name.c_str(), static_cast<long long>(row),
           static_cast<long long>(value.nanoseconds));
  return {value.months, value.days, value.nanoseconds / 1000};
}

static Buffer copyIntervals(MemoryPool &pool, const ArrowColumn &column, int64_t begin, int64_t end,
                            const char *place) {
  Buffer out(pool, (end - begin) * sizeof(Interval));
  for (int64_t row = begin; row < end; ++row)
    out.data<Interval>()[row - begin] =
        column.isValid(row) ? loadInterval(column, row, place) : Interval();
  return out;
}

Column molt::rt::copyArrowColumn(MemoryPool &pool, const ArrowColumn &column, int64_t begin,
                                 int64_t end, const char *place) {
  Column out;
  int64_t rows = end - begin;
  switch (column.type.layout) {
  case ArrowLayout::None:
    out.data = Buffer::zeroed(pool, bitmapBytes(rows));
    out.validity = Buffer::zeroed(pool, bitmapBytes(rows));
    out.setOwnedView(column.type.type, rows);
    out.statistics = computeStatistics(out.view, column.type.type, rows);
    return out;
  case ArrowLayout::Bits:
    out.data = copyBits(pool, column.data, column.offset + begin, rows);
    break;
  case ArrowLayout::Fixed: {
    int64_t width = column.type.width;
    out.data = Buffer(pool, rows * width);
    memcpy(out.data.data(), column.data + (column.offset + begin) * width, rows * width);
    break;
  }
  case ArrowLayout::Time32:
    out.data = Buffer(pool, rows * sizeof(int64_t));
    for (int64_t row = 0; row < rows; ++row)
      out.data.data<int64_t>()[row] = loadAt<int32_t>(column.data, column.offset + begin + row);
    break;
  case ArrowLayout::Decimal:
    copyDecimals(pool, column, begin, end, out, place);
    break;
  case ArrowLayout::Interval:
    out.data = copyIntervals(pool, column, begin, end, place);
    break;
  default:
    copyStrings(pool, column, begin, end, out);
    break;
  }
  int64_t nulls = 0;
  if (column.validity) {
    out.validity = copyBits(pool, column.validity, column.offset + begin, rows);
    for (int64_t row = begin; row < end; ++row)
      nulls += !column.isValid(row);
  }
  out.setOwnedView(column.type.type, nulls);
  out.statistics = computeStatistics(out.view, column.type.type, rows);
  return out;
}

//===----------------------------------------------------------------------===//
// Out of tables
//===----------------------------------------------------------------------===//

/// Widens decimals to 128 bit.
static Buffer widenDecimals(MemoryPool &pool, const MoltColumnView &view, int64_t width,
                            int64_t rows) {
  Buffer out(pool, rows * sizeof(Int128));
  for (int64_t row = 0; row < rows; ++row) {
    Int128 value = 0;
    loadDecimal(static_cast<const uint8_t *>(view.data), width, row, value);
    memcpy(out.data() + row * sizeof(Int128), &value, sizeof(Int128));
  }
  return out;
}

/// Narrows times to 32 bit, of which a day has fewer units.
static Buffer narrowTimes(MemoryPool &pool, const MoltColumnView &view, int64_t rows) {
  Buffer out(pool, rows * sizeof(int32_t));
  for (int64_t row = 0; row < rows; ++row)
    out.data<int32_t>()[row] =
        static_cast<int32_t>(loadAt<int64_t>(static_cast<const uint8_t *>(view.data), row));
  return out;
}

/// Intervals with nanoseconds; zeros under nulls, whose values may be any.
static Buffer countNanoseconds(MemoryPool &pool, const MoltColumnView &view, int64_t rows,
                               const ColumnPlace &place) {
  Buffer out(pool, rows * sizeof(NanoInterval));
  for (int64_t row = 0; row < rows; ++row) {
    Interval value = {};
    if (!view.validity || getBit(view.validity, row + view.bit_offset))
      value = loadAt<Interval>(static_cast<const uint8_t *>(view.data), row);
    int64_t nanoseconds;
    if (__builtin_mul_overflow(value.microseconds, int64_t(1000), &nanoseconds)) {
      char text[maxValueText];
      std::string interval(text, formatInterval(value, text));
      int64_t number = place.firstRow + row;
      failAt(MOLT_CAST, {number, -1, -1}, "",
             "column \"%s\", row %lld: the time of %s does not fit the 64 bits of nanoseconds that "
             "Arrow's intervals have; write CSV, or move whole days of it to the days",
             place.name, static_cast<long long>(number), interval.c_str());
    }
    out.data<NanoInterval>()[row] = {value.months, value.days, nanoseconds};
  }
  return out;
}

/// That no value has more than 38 digits.
static void checkDigits(const Column &column, int64_t rows, const ColumnPlace &place) {
  Int128 limit = powerOfTen(38);
  const MoltColumnStatistics &known = column.statistics;
  if (!known.has_range || (joinHalves(known.min_low, known.min_high) > -limit &&
                           joinHalves(known.max_low, known.max_high) < limit))
    return;
  const MoltColumnView &view = column.view;
  for (int64_t row = 0; row < rows; ++row) {
    if (view.validity && !getBit(view.validity, row + view.bit_offset))
      continue;
    Int128 value = loadAt<Int128>(static_cast<const uint8_t *>(view.data), row);
    if (value > -limit && value < limit)
      continue;
    char text[maxValueText];
    std::string digits(text, formatDecimal(value, 0, text));
    int64_t number = place.firstRow + row;
    failAt(MOLT_CAST, {number, -1, -1}, "",
           "column \"%s\", row %lld: %s has more than the 38 digits that Arrow's decimal128 has, in "
           "which int128 is written; write CSV, or cast the column to f64",
           place.name, static_cast<long long>(number), digits.c_str());
  }
}

ArrowBuffers molt::rt::arrowBuffers(MemoryPool &pool, const Column &column, const MoltType &type,
                                    int64_t rows, const ColumnPlace &place) {
  const MoltColumnView &view = column.view;
  ArrowBuffers out;
  auto own = [&](Buffer buffer) {
    out.owned.push_back(std::move(buffer));
    return out.owned.back().data();
  };
  auto bits = [&](const void *bitmap) {
    const uint8_t *bytes = static_cast<const uint8_t *>(bitmap);
    return view.bit_offset ? own(copyBits(pool, bytes, view.bit_offset, rows)) : bytes;
  };
  if (type.kind == MOLT_NULL) {
    out.nullCount = rows;
    return out;
  }
  if (view.validity && column.statistics.null_count) {
    out.nullCount = column.statistics.null_count;
    out.validity = bits(view.validity);
    out.validityBytes = bitmapBytes(rows);
  }
  int64_t width = valueWidth(type);
  out.data = static_cast<const uint8_t *>(view.data);
  out.dataBytes = rows * width;
  if (type.kind == MOLT_BOOL) {
    out.data = bits(view.data);
    out.dataBytes = bitmapBytes(rows);
  } else if (isTime32(type)) {
    out.data = own(narrowTimes(pool, view, rows));
    out.dataBytes = rows * sizeof(int32_t);
  } else if (type.kind == MOLT_DECIMAL) {
    if (width != sizeof(Int128))
      out.data = own(widenDecimals(pool, view, width, rows));
    out.dataBytes = rows * sizeof(Int128);
  } else if (type.kind == MOLT_INT128) {
    checkDigits(column, rows, place);
  } else if (type.kind == MOLT_INTERVAL) {
    out.data = own(countNanoseconds(pool, view, rows, place));
  } else if (hasBytes(type)) {
    const int32_t *offsets = static_cast<const int32_t *>(view.data);
    out.dataBytes = (rows + 1) * sizeof(int32_t);
    out.bytes = view.bytes + offsets[0];
    out.byteCount = offsets[rows] - offsets[0];
    if (offsets[0] != 0) {
      Buffer rebased(pool, out.dataBytes);
      for (int64_t row = 0; row <= rows; ++row)
        rebased.data<int32_t>()[row] = offsets[row] - offsets[0];
      out.data = own(std::move(rebased));
    }
  }
  return out;
}
