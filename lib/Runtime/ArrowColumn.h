//===- ArrowColumn.h - Columns in Arrow's layouts ---------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What the C Data Interface and the IPC format share: the layouts of
// https://arrow.apache.org/docs/format/Columnar.html that Molt reads, their
// validation, and the way back.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_ARROWCOLUMN_H
#define MOLT_LIB_RUNTIME_ARROWCOLUMN_H

#include "Table.h"

namespace molt::rt {

/// How a column's values lie in Arrow memory.
enum class ArrowLayout {
  None,      ///< Null: no buffers.
  Bits,      ///< Bool.
  Fixed,     ///< Numbers, dates and times, as Molt stores them.
  Time32,    ///< Times of 4 bytes.
  Decimal,   ///< Two's complement of 4, 8, 16 or 32 bytes; also whole ones that are int128.
  Interval,  ///< Of 4 bytes, months; of 8, days and milliseconds; of 16, with nanoseconds.
  Utf8,      ///< Strings of any kind with int32 offsets, as Molt stores them.
  LargeUtf8, ///< int64 offsets.
  Utf8View   ///< 16-byte views into several buffers.
};

/// A type as Molt sees it, and its layout.
struct ArrowType {
  MoltType type = {};
  ArrowLayout layout = ArrowLayout::Fixed;
  int64_t width = 0; ///< Bytes of a value, of an offset or of a view.
};

/// Whether Arrow's format for a type is time32.
inline bool isTime32(const MoltType &type) { return type.kind == MOLT_TIME && type.scale <= 3; }
/// The types that Molt reads from Arrow, for messages.
constexpr char supportedArrowTypes[] =
    "null, bool, integers, float32, float64, utf8, binary, date32, "
    "timestamps, times, durations, intervals and decimals";

/// A column of Arrow memory. Pointers may be null only where they span no bytes.
struct ArrowColumn {
  ArrowType type;
  std::string name;
  int64_t rows = 0;
  int64_t offset = 0;                ///< Row 0 is this entry of the buffers.
  const uint8_t *validity = nullptr; ///< Null: no nulls.
  const uint8_t *data = nullptr;     ///< Values, offsets or views.
  const uint8_t *bytes = nullptr;    ///< Of strings with offsets.
  int64_t byteCount = -1;            ///< Of `bytes`; -1: unknown, trusted.
  struct ViewBuffer {
    const uint8_t *bytes;
    int64_t size;
  };
  std::vector<ViewBuffer> viewBuffers;

  bool isValid(int64_t row) const { return !validity || getBit(validity, row + offset); }
};

/// Checks what compiled code will rely on: offsets that rise and stay within the
/// bytes, views within their buffers, UTF-8, times within a day, nulls only where they may be.
/// Throws MOLT_INVALID_DATA with the row; `place` is the location.
void checkArrowColumn(const ArrowColumn &column, const char *place);

/// Bytes of the strings of rows [begin, end); 0 for other layouts.
int64_t stringBytes(const ArrowColumn &column, int64_t begin, int64_t end);

/// Whether Molt can use the column's memory as it is.
bool isNativeLayout(const ArrowColumn &column);

/// A view of rows from `begin` on of a column with native layout.
MoltColumnView nativeView(const ArrowColumn &column, int64_t begin);

/// Rows [begin, end) in memory of their own, in Molt's layout and with
/// statistics. The column must have been checked, and its strings must fit int32
/// offsets.
Column copyArrowColumn(MemoryPool &pool, const ArrowColumn &column, int64_t begin, int64_t end,
                       const char *place);

/// A column of a chunk as Arrow wants it: offsets from 0, bitmaps from bit 0,
/// decimals of 128 bit, times in s and ms of 32 bit. Pointers lead into the chunk or into `owned`.
/// An int128 is a decimal of 38 digits: MOLT_CAST, with the row, for one that has 39. An interval
/// counts nanoseconds: MOLT_CAST, too, where 64 bits are too few for them.
struct ArrowBuffers {
  int64_t nullCount = 0;
  const uint8_t *validity = nullptr;
  int64_t validityBytes = 0;
  const uint8_t *data = nullptr;
  int64_t dataBytes = 0;
  const uint8_t *bytes = nullptr; ///< Strings only.
  int64_t byteCount = 0;
  std::vector<Buffer> owned;
};
/// Which column of a table it is, for messages.
struct ColumnPlace {
  const char *name;
  int64_t firstRow; ///< The chunk's, in the table.
};
ArrowBuffers arrowBuffers(MemoryPool &pool, const Column &column, const MoltType &type,
                          int64_t rows, const ColumnPlace &place);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_ARROWCOLUMN_H
