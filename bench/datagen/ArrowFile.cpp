//===- ArrowFile.cpp - Writing tables as Arrow files ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Pieces of the table are made in parallel, joined to whole columns, handed to
// the runtime through the Arrow C Data Interface and written by it.
//
//===----------------------------------------------------------------------===//

#include "ArrowFile.h"
#include "Threads.h"
#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <memory>
#include <sys/stat.h>

using namespace molt::datagen;

//===----------------------------------------------------------------------===//
// The C Data Interface (https://arrow.apache.org/docs/format/CDataInterface.html)
//===----------------------------------------------------------------------===//

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
struct ArrowSchema {
  const char *format;
  const char *name;
  const char *metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema **children;
  struct ArrowSchema *dictionary;
  void (*release)(struct ArrowSchema *);
  void *private_data;
};
struct ArrowArray {
  int64_t length;
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void **buffers;
  struct ArrowArray **children;
  struct ArrowArray *dictionary;
  void (*release)(struct ArrowArray *);
  void *private_data;
};
#endif

namespace {

const char *formatOf(ColumnKind kind) {
  switch (kind) {
  case ColumnKind::Int32:
    return "i";
  case ColumnKind::Int64:
    return "l";
  case ColumnKind::Float64:
    return "g";
  case ColumnKind::Decimal:
    return "d:15,2";
  case ColumnKind::Date:
    return "tdD";
  case ColumnKind::Text:
    return "u";
  }
  return "";
}

/// The buffers of a whole column.
struct ColumnData {
  std::unique_ptr<char[]> values; ///< Texts: offsets.
  std::unique_ptr<char[]> bytes;  ///< Texts only.
};

/// Fills `schema` and `array` as struct arrays whose children use `columns`, which
/// live on until both have been released.
struct Export {
  Export(const Table &table, std::vector<ColumnData> columns, int64_t rows)
      : columns(std::move(columns)), schemas(table.columns.size()), arrays(table.columns.size()) {
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const Column &column = table.columns[i];
      schemas[i] = {
          formatOf(column.kind), column.name, nullptr, 0, 0, nullptr, nullptr, markSchema, nullptr};
      buffers.push_back({nullptr, this->columns[i].values.get(), this->columns[i].bytes.get()});
      schemaPointers.push_back(&schemas[i]);
    }
    for (size_t i = 0; i < table.columns.size(); ++i) {
      const int64_t bufferCount = table.columns[i].kind == ColumnKind::Text ? 3 : 2;
      arrays[i] = {rows,    0,       0,         bufferCount, 0, buffers[i].data(),
                   nullptr, nullptr, markArray, nullptr};
      arrayPointers.push_back(&arrays[i]);
    }
    const auto children = static_cast<int64_t>(table.columns.size());
    schema = {"+s", "", nullptr, 0, children, schemaPointers.data(), nullptr, markSchema, nullptr};
    array = {rows,    0,         0,      1, children, &noValidity, arrayPointers.data(),
             nullptr, markArray, nullptr};
  }

  ArrowSchema schema;
  ArrowArray array;

private:
  // The memory belongs to this object: releasing only says so.
  static void markSchema(ArrowSchema *schema) {
    for (int64_t i = 0; i < schema->n_children; ++i)
      if (schema->children[i]->release)
        schema->children[i]->release(schema->children[i]);
    schema->release = nullptr;
  }
  static void markArray(ArrowArray *array) {
    for (int64_t i = 0; i < array->n_children; ++i)
      if (array->children[i]->release)
        array->children[i]->release(array->children[i]);
    array->release = nullptr;
  }

  std::vector<ColumnData> columns;
  std::vector<ArrowSchema> schemas;
  std::vector<ArrowArray> arrays;
  std::vector<std::array<const void *, 3>> buffers;
  std::vector<ArrowSchema *> schemaPointers;
  std::vector<ArrowArray *> arrayPointers;
  const void *noValidity = nullptr;
};

//===----------------------------------------------------------------------===//
// Pieces to columns
//===----------------------------------------------------------------------===//

size_t widthOf(ColumnKind kind) {
  switch (kind) {
  case ColumnKind::Int64:
  case ColumnKind::Float64:
    return 8;
  case ColumnKind::Decimal:
    return 16;
  default:
    return 4;
  }
}

/// Puts one column of all pieces together. False if its texts are too long for
/// 32-bit offsets.
bool joinColumn(ColumnKind kind, size_t column, const std::vector<ColumnSink> &pieces, int64_t rows,
                ColumnData &out) {
  out.values.reset(new char[(static_cast<size_t>(rows) + 1) * widthOf(kind)]);
  auto append = [&](auto *target) {
    for (const ColumnSink &piece : pieces)
      for (int64_t value : piece.column(column).values)
        *target++ = static_cast<std::remove_reference_t<decltype(*target)>>(value);
  };
  // The quotient is the float nearest to the decimal, as reading the text gives.
  auto appendMillionths = [&](double *target) {
    for (const ColumnSink &piece : pieces)
      for (int64_t value : piece.column(column).values)
        *target++ = static_cast<double>(value) / 1e6;
  };
  if (kind == ColumnKind::Int64)
    append(reinterpret_cast<int64_t *>(out.values.get()));
  else if (kind == ColumnKind::Float64)
    appendMillionths(reinterpret_cast<double *>(out.values.get()));
  else if (kind == ColumnKind::Decimal)
    append(reinterpret_cast<__int128 *>(out.values.get()));
  else if (kind != ColumnKind::Text)
    append(reinterpret_cast<int32_t *>(out.values.get()));
  if (kind != ColumnKind::Text)
    return true;

  size_t total = 0;
  for (const ColumnSink &piece : pieces)
    total += piece.column(column).bytes.size();
  if (total > static_cast<size_t>(std::numeric_limits<int32_t>::max()))
    return false;
  out.bytes.reset(new char[total + 1]);
  auto *offset = reinterpret_cast<int32_t *>(out.values.get());
  int32_t at = 0;
  for (const ColumnSink &piece : pieces) {
    const ColumnSink::Column &source = piece.column(column);
    for (int64_t begin : source.values)
      *offset++ = at + static_cast<int32_t>(begin);
    source.bytes.copy(out.bytes.get() + at, source.bytes.size());
    at += static_cast<int32_t>(source.bytes.size());
  }
  *offset = at;
  return true;
}

} // namespace

std::vector<MoltField> molt::datagen::runtimeFields(const Table &table) {
  std::vector<MoltField> fields;
  for (const Column &column : table.columns)
    switch (column.kind) {
    case ColumnKind::Int32:
      fields.push_back({column.name, {MOLT_INT32, 0, 0, 0, nullptr}});
      break;
    case ColumnKind::Int64:
      fields.push_back({column.name, {MOLT_INT64, 0, 0, 0, nullptr}});
      break;
    case ColumnKind::Float64:
      fields.push_back({column.name, {MOLT_FLOAT64, 0, 0, 0}});
      break;
    case ColumnKind::Decimal:
      fields.push_back({column.name, {MOLT_DECIMAL, 15, 2, 0, nullptr}});
      break;
    case ColumnKind::Date:
      fields.push_back({column.name, {MOLT_DATE32, 0, 0, 0, nullptr}});
      break;
    case ColumnKind::Text:
      fields.push_back({column.name, {MOLT_UTF8, 0, 0, 0, nullptr}});
      break;
    }
  return fields;
}

bool molt::datagen::writeArrowFile(const Table &table, const RowSource &rows, unsigned threads,
                                   const std::string &path, FileSummary &summary,
                                   std::string &error) {
  const int64_t units = rows.units();
  std::vector<ColumnSink> pieces(static_cast<size_t>((units + unitsPerPiece - 1) / unitsPerPiece),
                                 ColumnSink(table));
  std::atomic<size_t> nextPiece{0};
  onThreads(threads, [&] {
    for (size_t piece; (piece = nextPiece++) < pieces.size();) {
      const int64_t begin = static_cast<int64_t>(piece) * unitsPerPiece;
      rows.emit(begin, std::min(units, begin + unitsPerPiece), pieces[piece]);
    }
  });

  summary = {};
  for (const ColumnSink &piece : pieces)
    summary.rows += piece.rows();
  std::vector<ColumnData> columns(table.columns.size());
  std::atomic<size_t> nextColumn{0}, tooLong{columns.size()};
  onThreads(threads, [&] {
    for (size_t column; (column = nextColumn++) < columns.size();)
      if (!joinColumn(table.columns[column].kind, column, pieces, summary.rows, columns[column]))
        tooLong = column;
  });
  pieces.clear();
  if (tooLong < columns.size()) {
    error = std::string("the texts of ") + table.columns[tooLong].name +
            " are over 2 GiB, which an Arrow utf8 column cannot hold; take less data";
    return false;
  }

  Export data(table, std::move(columns), summary.rows);
  MoltRuntimeOptions options{};
  options.threads = static_cast<int32_t>(threads);
  MoltRuntime *runtime = nullptr;
  MoltTable *imported = nullptr;
  MoltError failure{};
  const bool ok =
      molt_runtime_create(&options, &runtime, &failure) == MOLT_OK &&
      molt_table_import(runtime, &data.schema, &data.array, &imported, &failure) == MOLT_OK &&
      molt_table_write_arrow(runtime, imported, path.c_str(), nullptr, &failure) == MOLT_OK;
  molt_table_release(imported);
  molt_runtime_destroy(runtime);
  struct stat file{};
  if (ok && ::stat(path.c_str(), &file) == 0)
    summary.bytes = file.st_size;
  if (!ok)
    error = "cannot write " + path + ": " + failure.message;
  return ok;
}
