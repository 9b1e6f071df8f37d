//===- RowFields.cpp - Copying between stored rows and batch buffers ------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Runtime/Runtime.h"

#include <algorithm>
#include <cstring>

/// Rows whose fields are copied before those of the next ones: what one field's pass brought
/// into the cache is there for the next field's.
static constexpr int64_t blockRows = 64;

/// Calls `copy` with a value of the type that has `bytes` bytes.
template <typename Copy> static void dispatchWidth(int64_t bytes, Copy &&copy) {
  struct alignas(1) Wide {
    uint8_t bytes[16];
  };
  switch (bytes) {
  case 1:
    return copy(uint8_t());
  case 2:
    return copy(uint16_t());
  case 4:
    return copy(uint32_t());
  case 8:
    return copy(uint64_t());
  default:
    return copy(Wide());
  }
}

/// For each block of rows and each field: copy(first row, rows, field).
template <typename Copy>
static void forEachField(int64_t count, const MoltFieldCopy *fields, int64_t fieldCount,
                         Copy &&copy) {
  for (int64_t begin = 0; begin < count; begin += blockRows)
    for (int64_t field = 0; field < fieldCount; ++field)
      dispatchWidth(fields[field].bytes, [&](auto value) {
        copy(begin, std::min(count, begin + blockRows), fields[field], value);
      });
}

void molt_rt_gather_rows(const uint8_t *const *rows, int64_t count, const MoltFieldCopy *fields,
                         int64_t field_count, uint8_t *buffers) {
  forEachField(count, fields, field_count,
               [=](int64_t begin, int64_t end, const MoltFieldCopy &field, auto value) {
                 uint8_t *out = buffers + field.to;
                 for (int64_t i = begin; i < end; ++i) {
                   memcpy(&value, rows[i] + field.from, sizeof(value));
                   memcpy(out + i * sizeof(value), &value, sizeof(value));
                 }
               });
}

void molt_rt_scatter_rows(const uint8_t *buffers, int64_t count, const MoltFieldCopy *fields,
                          int64_t field_count, uint8_t *rows, int64_t row_bytes) {
  forEachField(count, fields, field_count,
               [=](int64_t begin, int64_t end, const MoltFieldCopy &field, auto value) {
                 const uint8_t *in = buffers + field.from;
                 for (int64_t i = begin; i < end; ++i) {
                   memcpy(&value, in + i * sizeof(value), sizeof(value));
                   memcpy(rows + i * row_bytes + field.to, &value, sizeof(value));
                 }
               });
}

void molt_rt_take_rows(const uint32_t *indices, int64_t count, const MoltFieldCopy *fields,
                       int64_t field_count, uint8_t *buffers) {
  forEachField(count, fields, field_count,
               [=](int64_t begin, int64_t end, const MoltFieldCopy &field, auto value) {
                 const uint8_t *in = buffers + field.from;
                 uint8_t *out = buffers + field.to;
                 for (int64_t i = begin; i < end; ++i) {
                   memcpy(&value, in + indices[i] * sizeof(value), sizeof(value));
                   memcpy(out + i * sizeof(value), &value, sizeof(value));
                 }
               });
}
