//===- ArrowImport.cpp - Tables from the Arrow C Data Interface -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowCData.h"
#include "ArrowColumn.h"
#include "ArrowExtension.h"

#include <cstdio>
#include <cstring>
#include <unordered_set>

using namespace molt::rt;

/// Rows at the end of an array that are copied into padded memory: so many that
/// MOLT_BUFFER_PADDING bytes of bitmap behind the others are still the array's.
static constexpr int64_t tailRows = MOLT_BUFFER_PADDING * 8;
/// Zero-copy chunks end at multiples of this.
static constexpr int64_t rowUnit = 512;

namespace {
/// The producer's structs, taken over.
struct ForeignArray {
  ArrowSchema schema;
  ArrowArray array;

  ForeignArray(ArrowSchema *fromSchema, ArrowArray *fromArray)
      : schema(*fromSchema), array(*fromArray) {
    fromSchema->release = nullptr;
    fromArray->release = nullptr;
  }
  ~ForeignArray() {
    if (array.release)
      array.release(&array);
    if (schema.release)
      schema.release(&schema);
  }
};
} // namespace

[[noreturn]] static void failFormat(const char *name, const char *format) {
  fail(MOLT_UNSUPPORTED, "column \"%s\" has the Arrow format \"%s\"; supported are %s", name,
       format, supportedArrowTypes);
}

/// "d:precision,scale" or "d:precision,scale,bits".
static ArrowType decimalType(const char *name, const char *format) {
  int precision = 0, scale = 0, bits = 128, read = 0;
  if (sscanf(format, "d:%d,%d%n", &precision, &scale, &read) != 2)
    failFormat(name, format);
  if (format[read] && (sscanf(format + read, ",%d%n", &bits, &read) != 1))
    failFormat(name, format);
  if (bits != 32 && bits != 64 && bits != 128 && bits != 256)
    failFormat(name, format);
  ArrowType type;
  type.layout = ArrowLayout::Decimal;
  type.type = {MOLT_DECIMAL, precision, scale, 0, nullptr};
  type.width = bits / 8;
  checkType(type.type, name);
  return type;
}

/// "tsu:Europe/Berlin", "ttm", "tDn" and the like. The zone stays where it is.
static bool readTimeFormat(const char *format, ArrowType &type) {
  constexpr char kinds[] = "stD", units[] = "smun";
  if (format[0] != 't' || !format[1] || !strchr(kinds, format[1]) || !format[2] ||
      !strchr(units, format[2]))
    return false;
  bool isTimestamp = format[1] == 's';
  if (format[3] != (isTimestamp ? ':' : 0))
    return false;
  type.type.kind = isTimestamp ? MOLT_TIMESTAMP : format[1] == 't' ? MOLT_TIME : MOLT_DURATION;
  type.type.scale = 3 * static_cast<int32_t>(strchr(units, format[2]) - units);
  if (isTimestamp && format[4])
    type.type.zone = format + 4;
  type.layout = isTime32(type.type) ? ArrowLayout::Time32 : ArrowLayout::Fixed;
  type.width = type.layout == ArrowLayout::Time32 ? 4 : 8;
  return true;
}

static ArrowType typeFromFormat(const char *name, const char *format, const char *metadata) {
  if (strcmp(format, "w:16") == 0 && isInt128Metadata(metadata)) {
    ArrowType type;
    type.type.kind = MOLT_INT128;
    type.width = 16;
    return type;
  }
  if (strncmp(format, "d:", 2) == 0)
    return decimalType(name, format);
  ArrowType timeType;
  if (readTimeFormat(format, timeType)) {
    checkType(timeType.type, name);
    return timeType;
  }
  struct Known {
    const char *format;
    int32_t kind;
    ArrowLayout layout;
    int64_t width;
  };
  static const Known known[] = {
      {"n", MOLT_NULL, ArrowLayout::None, 0},
      {"b", MOLT_BOOL, ArrowLayout::Bits, 0},
      {"c", MOLT_INT8, ArrowLayout::Fixed, 1},
      {"s", MOLT_INT16, ArrowLayout::Fixed, 2},
      {"i", MOLT_INT32, ArrowLayout::Fixed, 4},
      {"l", MOLT_INT64, ArrowLayout::Fixed, 8},
      {"C", MOLT_UINT8, ArrowLayout::Fixed, 1},
      {"S", MOLT_UINT16, ArrowLayout::Fixed, 2},
      {"I", MOLT_UINT32, ArrowLayout::Fixed, 4},
      {"L", MOLT_UINT64, ArrowLayout::Fixed, 8},
      {"f", MOLT_FLOAT32, ArrowLayout::Fixed, 4},
      {"g", MOLT_FLOAT64, ArrowLayout::Fixed, 8},
      {"u", MOLT_UTF8, ArrowLayout::Utf8, 4},
      {"U", MOLT_UTF8, ArrowLayout::LargeUtf8, 8},
      {"vu", MOLT_UTF8, ArrowLayout::Utf8View, 16},
      {"tdD", MOLT_DATE32, ArrowLayout::Fixed, 4},
      {"z", MOLT_BINARY, ArrowLayout::Utf8, 4},
      {"Z", MOLT_BINARY, ArrowLayout::LargeUtf8, 8},
      {"vz", MOLT_BINARY, ArrowLayout::Utf8View, 16},
      {"tiM", MOLT_INTERVAL, ArrowLayout::Interval, 4},
      {"tiD", MOLT_INTERVAL, ArrowLayout::Interval, 8},
      {"tin", MOLT_INTERVAL, ArrowLayout::Interval, 16},
  };
  for (const Known &entry : known)
    if (strcmp(entry.format, format) == 0) {
      ArrowType type;
      type.type.kind = entry.kind;
      type.layout = entry.layout;
      type.width = entry.width;
      return type;
    }
  failFormat(name, format);
}

static ArrowColumn importColumn(const ArrowSchema &schema, const ArrowArray &array,
                                const ArrowArray &parent) {
  ArrowColumn column;
  column.name = schema.name ? schema.name : "";
  const char *name = column.name.c_str();
  if (schema.dictionary || array.dictionary)
    fail(MOLT_UNSUPPORTED,
         "column \"%s\" is dictionary-encoded; decode it before (cast it to its value type)", name);
  column.type = typeFromFormat(name, schema.format ? schema.format : "", schema.metadata);
  bool isNull = column.type.layout == ArrowLayout::None;
  column.type.type.nullable = (schema.flags & ARROW_FLAG_NULLABLE) != 0 || isNull;
  column.rows = parent.length;
  column.offset = parent.offset + array.offset;
  if (parent.offset < 0 || array.offset < 0 || array.length < parent.offset + parent.length)
    fail(MOLT_INVALID_DATA, "column \"%s\" has %lld rows; expected at least %lld", name,
         static_cast<long long>(array.length),
         static_cast<long long>(parent.offset + parent.length));
  if (isNull) // without buffers, but with an empty one of some writers
    return column;
  bool isView = column.type.layout == ArrowLayout::Utf8View;
  bool hasOffsets = hasBytes(column.type.type) && !isView;
  // A view array's last buffer holds the sizes of those before it.
  int64_t expected = hasOffsets || isView ? 3 : 2;
  if (isView ? array.n_buffers < expected : array.n_buffers != expected)
    fail(MOLT_INVALID_DATA, "column \"%s\" has %lld buffers; its format needs %lld", name,
         static_cast<long long>(array.n_buffers), static_cast<long long>(expected));
  if (array.null_count != 0)
    column.validity = static_cast<const uint8_t *>(array.buffers[0]);
  column.data = static_cast<const uint8_t *>(array.buffers[1]);
  if (hasOffsets)
    column.bytes = static_cast<const uint8_t *>(array.buffers[2]);
  if (isView) {
    int64_t count = array.n_buffers - 3;
    const int64_t *sizes = static_cast<const int64_t *>(array.buffers[array.n_buffers - 1]);
    for (int64_t i = 0; i < count; ++i)
      column.viewBuffers.push_back({static_cast<const uint8_t *>(array.buffers[2 + i]), sizes[i]});
  }
  if (!column.data && column.rows > 0)
    fail(MOLT_INVALID_DATA, "column \"%s\" has no data buffer", name);
  return column;
}

/// How many rows from the first on can stay where they are: behind them lie
/// enough rows, and bytes of strings, that over-reading stays within the array.
static int64_t sharedRows(const std::vector<ArrowColumn> &columns, int64_t rows) {
  int64_t shared = std::max<int64_t>(rows - tailRows, 0) / rowUnit * rowUnit;
  for (const ArrowColumn &column : columns) {
    if (column.type.layout != ArrowLayout::Utf8)
      continue;
    int64_t low = 0, high = shared / rowUnit;
    while (low < high) {
      int64_t middle = (low + high + 1) / 2;
      if (stringBytes(column, middle * rowUnit, rows) >= MOLT_BUFFER_PADDING)
        low = middle;
      else
        high = middle - 1;
    }
    shared = low * rowUnit;
  }
  return shared;
}

/// The end of the chunk that begins at `begin`: `wanted`, or earlier where strings
/// that are copied would not fit int32 offsets.
static int64_t chunkEnd(const std::vector<ArrowColumn> &columns, int64_t begin, int64_t wanted) {
  for (const ArrowColumn &column : columns)
    while (!isNativeLayout(column) && stringBytes(column, begin, wanted) > maxUtf8Bytes)
      wanted = begin + (wanted - begin) / 2;
  return wanted;
}

static Chunk importChunk(MemoryPool &pool, const std::vector<ArrowColumn> &columns, int64_t begin,
                         int64_t end, bool share) {
  Chunk chunk;
  chunk.rows = end - begin;
  for (const ArrowColumn &source : columns) {
    if (!share || !isNativeLayout(source)) {
      chunk.columns.push_back(copyArrowColumn(pool, source, begin, end, ""));
      continue;
    }
    Column column;
    column.view = nativeView(source, begin);
    column.statistics = computeStatistics(column.view, source.type.type, chunk.rows);
    if (column.statistics.null_count == 0)
      column.view.validity = nullptr;
    chunk.columns.push_back(std::move(column));
  }
  return chunk;
}

static TablePointer importTable(MoltRuntime &runtime, std::shared_ptr<ForeignArray> foreign) {
  const ArrowSchema &schema = foreign->schema;
  const ArrowArray &array = foreign->array;
  if (!schema.format || strcmp(schema.format, "+s") != 0)
    fail(MOLT_SCHEMA, "the array has the Arrow format \"%s\"; a table is a struct (\"+s\")",
         schema.format ? schema.format : "");
  if (schema.n_children != array.n_children)
    fail(MOLT_INVALID_DATA, "the schema has %lld columns, the array %lld",
         static_cast<long long>(schema.n_children), static_cast<long long>(array.n_children));
  if (array.null_count != 0 && array.n_buffers > 0 && array.buffers[0])
    for (int64_t row = 0; row < array.length; ++row)
      if (!getBit(static_cast<const uint8_t *>(array.buffers[0]), array.offset + row))
        failAt(MOLT_UNSUPPORTED, {row, -1, -1}, "",
               "row %lld of the struct is null as a whole; only its columns may have nulls",
               static_cast<long long>(row));
  std::vector<ArrowColumn> columns;
  TablePointer table(new MoltTable(runtime));
  std::unordered_set<std::string> names;
  for (int64_t i = 0; i < schema.n_children; ++i) {
    columns.push_back(importColumn(*schema.children[i], *array.children[i], array));
    if (!names.insert(columns.back().name).second)
      fail(MOLT_SCHEMA, "two columns have the name \"%s\"; names must differ",
           columns.back().name.c_str());
    table->addColumn(columns.back().name, columns.back().type.type);
  }
  forEachTask(runtime, true, columns.size(),
              [&](int64_t i, int32_t) { checkArrowColumn(columns[i], ""); });
  int64_t shared = sharedRows(columns, array.length);
  for (int64_t begin = 0; begin < array.length;) {
    runtime.checkCancelled();
    bool share = begin < shared;
    int64_t end = chunkEnd(columns, begin, share ? shared : array.length);
    table->addChunk(importChunk(runtime.pool, columns, begin, end, share));
    begin = end;
  }
  table->foreign = std::move(foreign);
  return table;
}

int32_t molt_table_import(MoltRuntime *runtime, ArrowSchema *schema, ArrowArray *array,
                          MoltTable **out, MoltError *error) {
  *out = nullptr;
  return guardStatus(error, [&] {
    if (!schema->release || !array->release) {
      // Whichever of the two is alive is ours to release.
      ForeignArray dead(schema, array);
      fail(MOLT_SCHEMA, "the schema or the array was released before it was imported");
    }
    auto foreign = std::make_shared<ForeignArray>(schema, array);
    *out = importTable(*runtime, std::move(foreign)).release();
  });
}
