//===- RowFieldsTest.cpp - Copying between stored rows and batch buffers --===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <cstring>
#include <random>

namespace {
/// Rows of 40 bytes with a field of each width, and buffers for them at odd distances.
constexpr int64_t rowBytes = 40, bufferRows = 300;
constexpr MoltFieldCopy toBuffers[] = {
    {0, 16, 64}, {17, 1, 64 + 16 * 301}, {18, 2, 9001}, {20, 4, 10001}, {24, 8, 12001}};
constexpr int64_t bufferBytes = 15000;
constexpr uint8_t untouched = 0xAB;

std::vector<uint8_t> randomBytes(size_t count) {
  std::mt19937 random(7);
  std::vector<uint8_t> bytes(count);
  for (uint8_t &byte : bytes)
    byte = random();
  return bytes;
}

/// Counts around the blocks in which the functions work, and none.
const int64_t counts[] = {0, 1, 63, 64, 65, 128, 299};
} // namespace

TEST(RowFields, Gather) {
  for (int64_t count : counts) {
    std::vector<uint8_t> memory = randomBytes(bufferRows * rowBytes);
    // Rows in any order, some more than once.
    std::vector<const uint8_t *> rows;
    for (int64_t i = 0; i < bufferRows; ++i)
      rows.push_back(memory.data() + i * 7 % bufferRows / 2 * rowBytes);
    std::vector<uint8_t> buffers(bufferBytes, untouched), expected = buffers;
    molt_rt_gather_rows(rows.data(), count, toBuffers, std::size(toBuffers), buffers.data());
    for (const MoltFieldCopy &field : toBuffers)
      for (int64_t i = 0; i < count; ++i)
        memcpy(&expected[field.to + i * field.bytes], rows[i] + field.from, field.bytes);
    EXPECT_EQ(buffers, expected) << count;
  }
}

TEST(RowFields, Scatter) {
  for (int64_t count : counts) {
    std::vector<uint8_t> buffers = randomBytes(bufferBytes);
    std::vector<uint8_t> rows(bufferRows * rowBytes, untouched), expected = rows;
    std::vector<MoltFieldCopy> toRows;
    for (const MoltFieldCopy &field : toBuffers)
      toRows.push_back({field.to, field.bytes, field.from});
    molt_rt_scatter_rows(buffers.data(), count, toRows.data(), toRows.size(), rows.data(),
                         rowBytes);
    for (const MoltFieldCopy &field : toRows)
      for (int64_t i = 0; i < count; ++i)
        memcpy(&expected[i * rowBytes + field.to], &buffers[field.from + i * field.bytes],
               field.bytes);
    EXPECT_EQ(rows, expected) << count;
  }
}

TEST(RowFields, Take) {
  for (int64_t count : counts) {
    std::vector<uint8_t> buffers = randomBytes(2 * bufferBytes), expected = buffers;
    std::vector<uint32_t> indices;
    for (int64_t i = 0; i < bufferRows; ++i)
      indices.push_back(i * 11 % bufferRows / 3);
    std::vector<MoltFieldCopy> fields;
    for (const MoltFieldCopy &field : toBuffers)
      fields.push_back({field.to, field.bytes, field.to + bufferBytes});
    molt_rt_take_rows(indices.data(), count, fields.data(), fields.size(), buffers.data());
    for (const MoltFieldCopy &field : fields)
      for (int64_t i = 0; i < count; ++i)
        memcpy(&expected[field.to + i * field.bytes],
               &expected[field.from + indices[i] * field.bytes], field.bytes);
    EXPECT_EQ(buffers, expected) << count;
  }
}

TEST(RowFields, NoFields) { molt_rt_gather_rows(nullptr, 100, nullptr, 0, nullptr); }
