//===- Table.cpp - Tables -------------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Table.h"

#include <unordered_set>

using namespace molt::rt;

void Column::setOwnedView(const MoltType &type, int64_t nullCount) {
  if (nullCount == 0)
    validity.reset();
  view.data = data.data();
  view.validity = nullCount ? validity.data() : nullptr;
  view.bytes = hasBytes(type) ? bytes.data() : nullptr;
  view.bit_offset = 0;
}

void MoltTable::addColumn(std::string name, MoltType type) {
  if (type.zone) {
    zones.push_front(type.zone);
    type.zone = zones.front().c_str();
  }
  names.push_back(std::move(name));
  types.push_back(type);
}

void MoltTable::addChunk(Chunk chunk) {
  if (chunk.rows == 0)
    return;
  chunk.rowBase = rows;
  rows += chunk.rows;
  chunks.push_back(std::move(chunk));
}

TablePointer molt::rt::makeTable(MoltRuntime &runtime, const MoltField *fields,
                                 int32_t fieldCount) {
  TablePointer table(new MoltTable(runtime));
  std::unordered_set<std::string> seen;
  for (int32_t i = 0; i < fieldCount; ++i) {
    if (!fields[i].name)
      fail(MOLT_SCHEMA, "field %d has no name", i);
    checkType(fields[i].type, fields[i].name);
    if (!seen.insert(fields[i].name).second)
      fail(MOLT_SCHEMA, "two fields have the name \"%s\"; names must differ", fields[i].name);
    table->addColumn(fields[i].name, fields[i].type);
  }
  return table;
}

void molt_table_retain(MoltTable *table) {
  table->references.fetch_add(1, std::memory_order_relaxed);
}

void molt_table_release(MoltTable *table) {
  if (table && table->references.fetch_sub(1, std::memory_order_acq_rel) == 1)
    delete table;
}

int64_t molt_table_rows(const MoltTable *table) { return table->rows; }

int32_t molt_table_columns(const MoltTable *table) {
  return static_cast<int32_t>(table->names.size());
}

MoltField molt_table_field(const MoltTable *table, int32_t column) {
  return {table->names[column].c_str(), table->types[column]};
}

int32_t molt_table_find(const MoltTable *table, const char *name) {
  for (size_t i = 0; i < table->names.size(); ++i)
    if (table->names[i] == name)
      return static_cast<int32_t>(i);
  return -1;
}

int64_t molt_table_chunks(const MoltTable *table) { return table->chunks.size(); }

int64_t molt_table_chunk_rows(const MoltTable *table, int64_t chunk) {
  return table->chunks[chunk].rows;
}

MoltColumnView molt_table_chunk_column(const MoltTable *table, int64_t chunk, int32_t column) {
  return table->chunks[chunk].columns[column].view;
}

MoltColumnStatistics molt_table_chunk_statistics(const MoltTable *table, int64_t chunk,
                                                 int32_t column) {
  return table->chunks[chunk].columns[column].statistics;
}

MoltColumnStatistics molt_table_statistics(const MoltTable *table, int32_t column) {
  MoltColumnStatistics total = {};
  for (const Chunk &chunk : table->chunks)
    mergeStatistics(total, chunk.columns[column].statistics);
  return total;
}

/// Bytes that a column's view spans, whoever owns them.
static int64_t viewBytes(const MoltColumnView &view, const MoltType &type, int64_t rows) {
  int64_t bytes = view.validity ? bitmapBytes(rows) : 0;
  if (hasBits(type))
    return bytes + bitmapBytes(rows);
  bytes += rows * valueWidth(type);
  if (hasBytes(type)) {
    const int32_t *offsets = static_cast<const int32_t *>(view.data);
    bytes += sizeof(int32_t) + offsets[rows] - offsets[0];
  }
  return bytes;
}

int64_t molt_table_bytes(const MoltTable *table) {
  int64_t bytes = 0;
  for (const Chunk &chunk : table->chunks)
    for (size_t i = 0; i < chunk.columns.size(); ++i) {
      const Column &column = chunk.columns[i];
      bytes += viewBytes(column.view, table->types[i], chunk.rows);
    }
  return bytes;
}
