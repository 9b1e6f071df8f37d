//===- ArrowExport.cpp - Tables to the Arrow C Data Interface -------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ArrowCData.h"
#include "ArrowColumn.h"
#include "TimeText.h"

using namespace molt::rt;

namespace {
/// What an exported schema or array points to. The root owns its children, and
/// consumers may move a child out before they release the root.
struct SchemaExport {
  std::string format;
  std::string name;
  std::vector<ArrowSchema> children;
  std::vector<ArrowSchema *> childPointers;
};

struct ArrayExport {
  TablePointer table; ///< Keeps the buffers alive; each child has its own.
  ArrowBuffers buffers;
  const void *pointers[3] = {};
  std::vector<ArrowArray> children;
  std::vector<ArrowArray *> childPointers;
};
} // namespace

static void releaseSchema(ArrowSchema *schema) {
  SchemaExport *data = static_cast<SchemaExport *>(schema->private_data);
  for (ArrowSchema &child : data->children)
    if (child.release)
      child.release(&child);
  delete data;
  schema->release = nullptr;
}

static void releaseArray(ArrowArray *array) {
  ArrayExport *data = static_cast<ArrayExport *>(array->private_data);
  for (ArrowArray &child : data->children)
    if (child.release)
      child.release(&child);
  delete data;
  array->release = nullptr;
}

static std::string formatOf(const MoltType &type) {
  static const char *const formats[] = {"b", "c", "s", "i", "l", "C",  "S",
                                        "I", "L", "f", "g", "u", "tdD"};
  if (type.kind == MOLT_NULL)
    return "n";
  if (type.kind == MOLT_BINARY)
    return "z";
  if (type.kind == MOLT_INT128)
    return "d:38,0";
  if (type.kind == MOLT_INTERVAL)
    return "tin";
  if (type.kind == MOLT_DECIMAL)
    return "d:" + std::to_string(type.precision) + "," + std::to_string(type.scale);
  if (isTimeKind(type.kind)) {
    // "tsu:Europe/Berlin", "ttm", "tDn".
    std::string format = type.kind == MOLT_TIMESTAMP ? "ts" : type.kind == MOLT_TIME ? "tt" : "tD";
    format += "smun"[type.scale / 3];
    if (type.kind == MOLT_TIMESTAMP)
      format += std::string(":") + (type.zone ? type.zone : "");
    return format;
  }
  return formats[type.kind];
}

static void fillSchema(ArrowSchema &schema, std::unique_ptr<SchemaExport> data, bool nullable) {
  schema = {};
  schema.format = data->format.c_str();
  schema.name = data->name.c_str();
  schema.flags = nullable ? ARROW_FLAG_NULLABLE : 0;
  schema.n_children = data->children.size();
  for (ArrowSchema &child : data->children)
    data->childPointers.push_back(&child);
  schema.children = data->childPointers.data();
  schema.release = releaseSchema;
  schema.private_data = data.release();
}

static TablePointer share(MoltTable *table) {
  molt_table_retain(table);
  return TablePointer(table);
}

static void fillArray(ArrowArray &array, std::unique_ptr<ArrayExport> data, int64_t rows,
                      int64_t bufferCount) {
  array = {};
  array.length = rows;
  array.null_count = data->buffers.nullCount;
  array.n_buffers = bufferCount;
  data->pointers[0] = data->buffers.validity;
  data->pointers[1] = data->buffers.data;
  data->pointers[2] = data->buffers.bytes;
  array.buffers = data->pointers;
  array.n_children = data->children.size();
  for (ArrowArray &child : data->children)
    data->childPointers.push_back(&child);
  array.children = data->childPointers.data();
  array.release = releaseArray;
  array.private_data = data.release();
}

int32_t molt_table_export(MoltTable *table, int64_t chunk, ArrowSchema *schema, ArrowArray *array,
                          MoltError *error) {
  schema->release = nullptr;
  array->release = nullptr;
  return guardStatus(error, [&] {
    int64_t chunks = table->chunks.size();
    // A table without rows has no chunk, but a schema worth exporting.
    bool empty = chunks == 0 && chunk == 0;
    if (!empty && (chunk < 0 || chunk >= chunks))
      fail(MOLT_SCHEMA, "chunk %lld of a table with %lld chunks was asked for",
           static_cast<long long>(chunk), static_cast<long long>(chunks));
    int64_t columns = table->names.size();
    int64_t rows = empty ? 0 : table->chunks[chunk].rows;
    auto rootSchema = std::make_unique<SchemaExport>();
    auto rootArray = std::make_unique<ArrayExport>();
    rootSchema->format = "+s";
    rootSchema->children.resize(columns);
    rootArray->table = share(table);
    rootArray->children.resize(columns);
    // The roots release what is finished if the rest fails.
    ArrowSchema finishedSchema = {};
    ArrowArray finishedArray = {};
    try {
      fillSchema(finishedSchema, std::move(rootSchema), false);
      fillArray(finishedArray, std::move(rootArray), rows, 1);
      for (int64_t i = 0; i < columns; ++i) {
        const MoltType &type = table->types[i];
        auto childSchema = std::make_unique<SchemaExport>();
        childSchema->format = formatOf(type);
        childSchema->name = table->names[i];
        fillSchema(*finishedSchema.children[i], std::move(childSchema), type.nullable);
        auto childArray = std::make_unique<ArrayExport>();
        childArray->table = share(table);
        if (empty) {
          // Even without rows an array of strings has one offset.
          childArray->buffers.owned.push_back(Buffer::zeroed(table->runtime.pool, 16));
          childArray->buffers.data = childArray->buffers.bytes =
              childArray->buffers.owned.back().data();
        } else {
          childArray->buffers =
              arrowBuffers(table->runtime.pool, table->chunks[chunk].columns[i], type, rows,
                           {table->names[i].c_str(), table->chunks[chunk].rowBase});
        }
        int64_t buffers = type.kind == MOLT_NULL ? 0 : hasBytes(type) ? 3 : 2;
        fillArray(*finishedArray.children[i], std::move(childArray), rows, buffers);
      }
    } catch (...) {
      if (finishedSchema.release)
        finishedSchema.release(&finishedSchema);
      if (finishedArray.release)
        finishedArray.release(&finishedArray);
      throw;
    }
    *schema = finishedSchema;
    *array = finishedArray;
  });
}
