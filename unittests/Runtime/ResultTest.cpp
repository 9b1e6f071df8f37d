//===- ResultTest.cpp - How results become tables -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Instance.h"
#include "TestSupport.h"

#include <algorithm>
#include <cstring>

using namespace molt::rt::test;

static const int32_t firstColumn[] = {0};

namespace {
/// Columns of every physical kind, filled from an ordinal.
struct MixedBatch {
  std::vector<int64_t> ints;
  std::vector<uint8_t> bools, valid;
  std::vector<__int128> decimals;
  std::vector<std::string> texts;
  std::vector<uint64_t> lo, hi;

  void add(int64_t ordinal) {
    ints.push_back(ordinal);
    bools.push_back(ordinal % 3 == 0);
    valid.push_back(ordinal % 5 != 0);
    decimals.push_back(__int128(ordinal) * 1000000000000000000 * (ordinal % 2 ? 1 : -1));
    texts.push_back("s" + std::string(ordinal % 30, 'x') + std::to_string(ordinal));
  }

  int32_t append(MoltExecution *execution, MoltState *result, const MoltMorsel *morsel) {
    for (size_t i = 0; i < texts.size(); ++i) {
      View view = makeTestView(texts[i]);
      // What lies under a null must not matter: here, no address at all.
      lo.push_back(valid[i] ? view.lo : 0x7777777777777777u);
      hi.push_back(valid[i] ? view.hi : 1);
    }
    MoltBatchColumn columns[] = {
        batchColumn(ints.data()), batchColumn(bools.data(), nullptr, valid.data()),
        batchColumn(decimals.data()), batchColumn(lo.data(), hi.data(), valid.data())};
    return molt_rt_result_append(execution, result, morsel, ints.size(), columns, nullptr);
  }
};
} // namespace

static const std::vector<MoltField> mixedFields = {{"i", type(MOLT_INT64)},
                                                   {"b", type(MOLT_BOOL, true)},
                                                   {"d", decimal(38, 3)},
                                                   {"s", type(MOLT_UTF8, true)}};

/// Keeps every `keep`-th row of a counting table.
static Table filterRows(MoltRuntime *runtime, int64_t rows, int64_t keep, int64_t morselRows) {
  Table table = countingTable(runtime, rows);
  MoltRunOptions options = {};
  options.morsel_rows = morselRows;
  return run(
      runtime,
      [&](MoltExecution *execution) {
        MoltState *result = molt_rt_result_create(execution);
        return scanTable(execution, 0, [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
          // Two batches per morsel.
          int64_t middle = (morsel->begin + morsel->end) / 2;
          for (auto [begin, end] :
               {std::pair(morsel->begin, middle), std::pair(middle, morsel->end)}) {
            MixedBatch batch;
            for (int64_t i = begin; i < end; ++i)
              if ((morsel->row_base + i) % keep == 0)
                batch.add(morsel->row_base + i);
            if (int32_t status = batch.append(execution, result, morsel))
              return status;
          }
          return MOLT_OK;
        });
      },
      {{table.get(), firstColumn, 1}}, mixedFields, options);
}

static std::string expectedText(int64_t rows, int64_t keep) {
  std::string text;
  for (int64_t i = 0; i < rows; i += keep) {
    std::string number = std::to_string(i);
    bool valid = i % 5 != 0;
    text += number + "," + (valid ? (i % 3 == 0 ? "true" : "false") : "") + ",";
    text += i == 0 ? "0.000" : (i % 2 ? "" : "-") + number + "000000000000000.000";
    text += "," + (valid ? "s" + std::string(i % 30, 'x') + number : std::string()) + "\n";
  }
  return text;
}

TEST(Result, KeepsOrderAndValues) {
  TestRuntime runtime;
  for (int64_t keep : {1, 7, 1000})
    for (int64_t morselRows : {64, 4096, 0}) {
      Table table = filterRows(runtime, 50000, keep, morselRows);
      EXPECT_EQ(csvText(runtime, table.get()), expectedText(50000, keep));
    }
}

TEST(Result, ManySmallMorselsBecomeFewChunks) {
  TestRuntime runtime;
  Table table = filterRows(runtime, 100000, 100, 64);
  EXPECT_EQ(molt_table_rows(table.get()), 1000);
  EXPECT_EQ(molt_table_chunks(table.get()), 1);
  MoltColumnStatistics statistics = molt_table_statistics(table.get(), 0);
  EXPECT_EQ(statistics.has_range, 1);
  EXPECT_EQ(statistics.min_low, 0u);
  EXPECT_EQ(statistics.max_low, 99900u);
  EXPECT_EQ(molt_table_statistics(table.get(), 1).null_count, 1000);
}

TEST(Result, NewChunkBeforeOffsetsWrap) {
  TestRuntime runtime;
  runtime.get()->resultChunkBytes = 100;
  Table table = filterRows(runtime, 3000, 1, 256);
  EXPECT_GT(molt_table_chunks(table.get()), 300);
  for (int64_t i = 0; i < molt_table_chunks(table.get()); ++i) {
    MoltColumnView view = molt_table_chunk_column(table.get(), i, 3);
    EXPECT_LE(static_cast<const int32_t *>(view.data)[molt_table_chunk_rows(table.get(), i)], 100);
  }
  EXPECT_EQ(csvText(runtime, table.get()), expectedText(3000, 1));
}

TEST(Result, EmptyResultHasNoChunks) {
  TestRuntime runtime;
  Table none = run(runtime, [](MoltExecution *) { return int32_t(MOLT_OK); }, {}, mixedFields);
  EXPECT_EQ(molt_table_chunks(none.get()), 0);
  EXPECT_EQ(molt_table_columns(none.get()), 4);
  EXPECT_STREQ(molt_table_field(none.get(), 2).name, "d");
  EXPECT_EQ(molt_table_find(none.get(), "s"), 3);
  EXPECT_EQ(molt_table_find(none.get(), "t"), -1);
  Table empty = filterRows(runtime, 0, 1, 0);
  EXPECT_EQ(molt_table_chunks(empty.get()), 0);
  EXPECT_EQ(molt_table_rows(empty.get()), 0);
}

TEST(Result, ScansFollowOneAnother) {
  // The same result at the end of two scans, as a union all has it.
  TestRuntime runtime;
  Table table = countingTable(runtime, 1000);
  MoltRunOptions options = {};
  options.morsel_rows = 64;
  Table result = run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        for (int64_t sign : {1, -1}) {
          MoltState *output = molt_rt_result_create(execution);
          int32_t status = scanTable(execution, 0, [&](MoltExecution *, const MoltMorsel *morsel) {
            std::vector<int64_t> values;
            for (int64_t i = morsel->begin; i < morsel->end; ++i)
              values.push_back(sign * int64At(morsel, 0, i));
            MoltBatchColumn column = batchColumn(values.data());
            return molt_rt_result_append(execution, output, morsel, values.size(), &column,
                                         nullptr);
          });
          if (status)
            return status;
        }
        return MOLT_OK;
      },
      {{table.get(), firstColumn, 1}}, {{"x", type(MOLT_INT64)}}, options);
  std::string expected;
  for (int64_t sign : {1, -1})
    for (int64_t i = 0; i < 1000; ++i)
      expected += std::to_string(sign * i) + "\n";
  EXPECT_EQ(csvText(runtime, result.get()), expected);
}

TEST(Result, FirstNullAfterManyRows) {
  // Validity begins with the batch that has the first null.
  auto isValid = [](int64_t x) { return x < 350 || x >= 700 || x % 3 != 0; };
  TestRuntime runtime;
  Table table = countingTable(runtime, 1000);
  MoltRunOptions options = {};
  options.morsel_rows = 100;
  Table result = run(
      runtime,
      [&](MoltExecution *execution) {
        MoltState *output = molt_rt_result_create(execution);
        return scanTable(
            execution, 0,
            [&](MoltExecution *, const MoltMorsel *morsel) {
              std::vector<int64_t> values;
              std::vector<uint8_t> valid;
              for (int64_t i = morsel->begin; i < morsel->end; ++i) {
                values.push_back(int64At(morsel, 0, i));
                valid.push_back(isValid(values.back()));
              }
              // A batch may also say that all its rows are valid.
              bool all = std::find(valid.begin(), valid.end(), 0) == valid.end();
              MoltBatchColumn column =
                  batchColumn(values.data(), nullptr, all ? nullptr : valid.data());
              return molt_rt_result_append(execution, output, morsel, values.size(), &column,
                                           nullptr);
            },
            false);
      },
      {{table.get(), firstColumn, 1}}, {{"x", type(MOLT_INT64, true)}}, options);
  std::string expected;
  for (int64_t i = 0; i < 1000; ++i)
    expected += (isValid(i) ? std::to_string(i) : std::string()) + "\n";
  EXPECT_EQ(csvText(runtime, result.get()), expected);
  // Whatever lay under the nulls.
  ASSERT_EQ(molt_table_chunks(result.get()), 1);
  auto *stored = static_cast<const int64_t *>(molt_table_chunk_column(result.get(), 0, 0).data);
  for (int64_t i = 0; i < 1000; ++i)
    EXPECT_EQ(stored[i], isValid(i) ? i : 0);
}

TEST(Result, BuffersArePadded) {
  TestRuntime runtime;
  Table table = filterRows(runtime, 100, 1, 0);
  MoltColumnView view = molt_table_chunk_column(table.get(), 0, 3);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(view.data) % 64, 0u);
  EXPECT_EQ(reinterpret_cast<uintptr_t>(view.bytes) % 64, 0u);
  int64_t sum = 0;
  const int32_t *offsets = static_cast<const int32_t *>(view.data);
  for (int i = 0; i < MOLT_BUFFER_PADDING; ++i)
    sum += reinterpret_cast<const uint8_t *>(offsets + 101)[i] + view.bytes[offsets[100] + i] +
           view.validity[13 + i];
  EXPECT_EQ(sum, 0);
}

TEST(Result, DuplicateFieldNamesAreRejected) {
  TestRuntime runtime;
  MoltTable *out = nullptr;
  MoltError error;
  EXPECT_EQ(runEntry(
                runtime, [](MoltExecution *) { return 0; }, {},
                {{"a", type(MOLT_INT64)}, {"a", type(MOLT_INT64)}}, {}, &out, &error),
            MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "two fields have the name \"a\"; names must differ");
}
