//===- HandMadeArray.h - Arrow arrays built by hand -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_UNITTESTS_RUNTIME_HANDMADEARRAY_H
#define MOLT_UNITTESTS_RUNTIME_HANDMADEARRAY_H

#include "ArrowCData.h"
#include "TestSupport.h"

namespace molt::rt::test {

/// A struct array built by hand, with all that its schema and buffers point to.
/// Counts releases, which must be exactly one for each of its two parts.
class HandMadeArray {
public:
  explicit HandMadeArray(int64_t rows) : rows(rows) {}

  /// Adds a column; the buffers must outlive the array.
  ArrowArray &add(const char *name, const char *format, std::vector<const void *> buffers,
                  int64_t nullCount = 0, int64_t offset = 0) {
    auto column = std::make_unique<Column>();
    column->buffers = std::move(buffers);
    column->schema.format = format;
    column->schema.name = name;
    column->schema.flags = ARROW_FLAG_NULLABLE;
    column->schema.release = [](ArrowSchema *) {};
    column->array.length = rows;
    column->array.null_count = nullCount;
    column->array.offset = offset;
    column->array.n_buffers = column->buffers.size();
    column->array.buffers = column->buffers.data();
    column->array.release = [](ArrowArray *) {};
    columns.push_back(std::move(column));
    return columns.back()->array;
  }

  ArrowSchema &schemaOf(size_t column) { return columns[column]->schema; }

  int32_t import(MoltRuntime *runtime, MoltTable **out, MoltError *error) {
    ArrowSchema schema = {};
    ArrowArray array = {};
    for (const auto &column : columns) {
      schemas.push_back(&column->schema);
      arrays.push_back(&column->array);
    }
    schema.format = "+s";
    schema.name = "";
    schema.n_children = array.n_children = columns.size();
    schema.children = schemas.data();
    schema.private_data = this;
    schema.release = [](ArrowSchema *schema) {
      ++static_cast<HandMadeArray *>(schema->private_data)->releases;
      schema->release = nullptr;
    };
    array.length = rows;
    array.offset = structOffset;
    array.null_count = structBits ? -1 : 0;
    array.n_buffers = 1;
    structBuffers[0] = structBits;
    array.buffers = structBuffers;
    array.children = arrays.data();
    array.private_data = this;
    array.release = [](ArrowArray *array) {
      ++static_cast<HandMadeArray *>(array->private_data)->releases;
      array->release = nullptr;
    };
    int32_t status = molt_table_import(runtime, &schema, &array, out, error);
    EXPECT_EQ(schema.release, nullptr);
    EXPECT_EQ(array.release, nullptr);
    return status;
  }

  Table importTable(MoltRuntime *runtime) {
    MoltTable *table = nullptr;
    MoltError error = {};
    EXPECT_EQ(import(runtime, &table, &error), MOLT_OK) << error.message;
    EXPECT_EQ(releases, 0);
    return Table(table);
  }

  std::string importError(MoltRuntime *runtime) {
    MoltTable *table = nullptr;
    MoltError error = {};
    EXPECT_NE(import(runtime, &table, &error), MOLT_OK);
    EXPECT_EQ(table, nullptr);
    EXPECT_EQ(releases, 2);
    return error.message;
  }

  int64_t structOffset = 0;
  const uint8_t *structBits = nullptr;
  int releases = 0;

private:
  struct Column {
    ArrowSchema schema = {};
    ArrowArray array = {};
    std::vector<const void *> buffers;
  };
  int64_t rows;
  std::vector<std::unique_ptr<Column>> columns;
  std::vector<ArrowSchema *> schemas;
  std::vector<ArrowArray *> arrays;
  const void *structBuffers[1] = {};
};

} // namespace molt::rt::test

#endif // MOLT_UNITTESTS_RUNTIME_HANDMADEARRAY_H
