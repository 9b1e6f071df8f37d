//===- FailureTest.cpp - Every allocation fails once ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each scenario runs with the first allocation failing, then the second, and so on
// until it succeeds. Every failure must be MOLT_OUT_OF_MEMORY, and all memory must
// come back (which ~TestRuntime checks).
//
//===----------------------------------------------------------------------===//

#include "ArrowCData.h"
#include "TestSupport.h"

#include <cstring>

using namespace molt::rt::test;

/// `scenario` returns the status of what it tried; what it needs before that is
/// made with another runtime.
static void failEveryAllocation(const std::function<int32_t(MoltRuntime *, MoltError *)> &scenario,
                                int32_t threads = 2) {
  for (int64_t n = 1;; ++n) {
    ASSERT_LT(n, 5000) << "still failing";
    TestRuntime runtime(threads, 0, n);
    MoltError error = {};
    int32_t status = scenario(runtime, &error);
    if (status == MOLT_OK) {
      EXPECT_GT(n, 1) << "nothing was allocated";
      return;
    }
    ASSERT_EQ(status, MOLT_OUT_OF_MEMORY) << error.message;
    ASSERT_EQ(error.code, MOLT_OUT_OF_MEMORY);
    ASSERT_EQ(std::string(error.message).find("out of memory: "), 0u) << error.message;
  }
}

static const std::vector<MoltField> fields = {{"i", type(MOLT_INT64, true)},
                                              {"s", type(MOLT_UTF8, true)},
                                              {"b", type(MOLT_BOOL)},
                                              {"d", decimal(9, 2)}};

static std::string someRows(int64_t rows) {
  std::string text = "i,s,b,d\n";
  for (int64_t i = 0; i < rows; ++i)
    text += (i % 5 ? std::to_string(i) : "") +
            (i % 7 ? ",text number " : ",\"quoted, \"\"text\"\" ") + std::to_string(i) +
            (i % 7 ? "" : "\"") + ",true," + std::to_string(i) + ".25\n";
  return text;
}

TEST(Failure, ReadingCsv) {
  TempFile file(someRows(20000));
  failEveryAllocation([&](MoltRuntime *runtime, MoltError *error) {
    MoltTable *table = nullptr;
    int32_t status = molt_table_read_csv(runtime, file.path(), nullptr, fields.data(),
                                         fields.size(), nullptr, 0, &table, error);
    EXPECT_EQ(table == nullptr, status != MOLT_OK);
    molt_table_release(table);
    return status;
  });
}

TEST(Failure, InferringSchemas) {
  TempFile file(someRows(20000));
  failEveryAllocation([&](MoltRuntime *runtime, MoltError *error) {
    MoltTable *table = nullptr;
    int32_t status = molt_csv_infer_schema(runtime, file.path(), nullptr, &table, error);
    molt_table_release(table);
    return status;
  });
}

TEST(Failure, WritingFiles) {
  TestRuntime plenty;
  Table table = readCsv(plenty, someRows(20000), fields);
  for (auto write :
       {+[](MoltRuntime *runtime, MoltTable *table, const char *path, MoltError *error) {
          return molt_table_write_csv(runtime, table, path, nullptr, error);
        },
        +[](MoltRuntime *runtime, MoltTable *table, const char *path, MoltError *error) {
          return molt_table_write_arrow(runtime, table, path, nullptr, error);
        },
        +[](MoltRuntime *runtime, MoltTable *table, const char *path, MoltError *error) {
          const MoltArrowOptions options = {1, MOLT_ARROW_ZSTD};
          return molt_table_write_arrow(runtime, table, path, &options, error);
        }})
    failEveryAllocation([&](MoltRuntime *runtime, MoltError *error) {
      TempFile file("before");
      int32_t status = write(runtime, table.get(), file.path(), error);
      EXPECT_EQ(file.read() == "before", status != MOLT_OK);
      return status;
    });
}

TEST(Failure, ReadingArrow) {
  for (MoltArrowOptions options : {MoltArrowOptions(), MoltArrowOptions{0, MOLT_ARROW_LZ4},
                                   MoltArrowOptions{1, MOLT_ARROW_ZSTD}}) {
    TempFile file;
    {
      TestRuntime plenty;
      MoltError error;
      Table table = readCsv(plenty, someRows(3000), fields);
      ASSERT_EQ(molt_table_write_arrow(plenty, table.get(), file.path(), &options, &error),
                MOLT_OK);
    }
    failEveryAllocation([&](MoltRuntime *runtime, MoltError *error) {
      MoltTable *table = nullptr;
      int32_t status = molt_table_read_arrow(runtime, file.path(), nullptr, 0, &table, error);
      molt_table_release(table);
      return status;
    });
  }
}

TEST(Failure, ExportAndImport) {
  TempFile file(someRows(10000));
  failEveryAllocation([&](MoltRuntime *runtime, MoltError *error) {
    MoltTable *table = nullptr, *again = nullptr;
    int32_t status = molt_table_read_csv(runtime, file.path(), nullptr, fields.data(),
                                         fields.size(), nullptr, 0, &table, error);
    ArrowSchema schema = {};
    ArrowArray array = {};
    if (status == MOLT_OK)
      status = molt_table_export(table, 0, &schema, &array, error);
    EXPECT_EQ(schema.release == nullptr, status != MOLT_OK);
    if (status == MOLT_OK)
      status = molt_table_import(runtime, &schema, &array, &again, error);
    EXPECT_EQ(schema.release, nullptr);
    EXPECT_EQ(array.release, nullptr);
    molt_table_release(again);
    molt_table_release(table);
    return status;
  });
}

//===----------------------------------------------------------------------===//
// Runs
//===----------------------------------------------------------------------===//

/// Appends rows of one word (behind `header` bytes) that count from 0.
static int32_t appendRows(MoltExecution *execution, MoltState *state, int32_t worker,
                          int64_t header, int64_t rows) {
  MoltAppender *local = molt_rt_append_local(execution, state, worker);
  if (!local)
    return MOLT_OUT_OF_MEMORY;
  int64_t rowBytes = header + 8;
  for (int64_t row = 0; row < rows; row += 500) {
    if (int32_t status = molt_rt_append_reserve(execution, local, 500))
      return status;
    for (int64_t i = row; i < row + 500; ++i, local->next += rowBytes) {
      memset(local->next, 0, rowBytes);
      memcpy(local->next, &i, 8);
      memcpy(local->next + header, &i, 8);
    }
  }
  return MOLT_OK;
}

static int32_t mergeNothing(MoltExecution *, MoltGroupTable *table, const uint8_t *const *rows,
                            int64_t count) {
  // All groups are taken for distinct.
  for (int64_t i = 0; i < count; ++i, table->rows.next += 16, ++table->group_count)
    memcpy(table->rows.next, rows[i], 16);
  return MOLT_OK;
}

static int32_t useEveryState(MoltExecution *execution) {
  // Whatever fails leaves a null pointer or a status, and the error recorded.
  void *scratch = molt_rt_scratch(execution, 0, 1000);
  MoltState *global = scratch ? molt_rt_global_create(execution, 24) : nullptr;
  if (!global || !molt_rt_global_finish(execution, global))
    return MOLT_OUT_OF_MEMORY;

  MoltState *groups = molt_rt_group_create(execution, 16);
  for (int32_t worker : {0, 1}) {
    MoltGroupTable *local = molt_rt_group_local(execution, groups, worker);
    if (!local)
      return MOLT_OUT_OF_MEMORY;
    if (int32_t status = molt_rt_group_reserve(execution, local, 6000))
      return status;
    for (uint64_t i = 0; i < 6000; ++i, local->rows.next += 16, ++local->group_count) {
      uint64_t row[] = {i * 0x9E3779B97F4A7C15u, i};
      memcpy(local->rows.next, row, 16);
    }
  }
  if (!molt_rt_group_finish(execution, groups, mergeNothing, 1))
    return MOLT_OUT_OF_MEMORY;

  MoltState *join = molt_rt_join_create(execution, 24);
  for (int32_t worker : {0, 1})
    if (int32_t status = appendRows(execution, join, worker, 16, 20000))
      return status;
  if (!molt_rt_join_finish(execution, join, 1))
    return MOLT_OUT_OF_MEMORY;

  MoltRows *sorted = nullptr;
  for (int64_t limit : {100, -1}) {
    MoltSortKey key = {0, 0};
    MoltState *sort = molt_rt_sort_create(execution, 16, &key, 1, 0, limit);
    for (int32_t worker : {0, 1}) {
      if (int32_t status = appendRows(execution, sort, worker, 8, 10000))
        return status;
      if (int32_t status = molt_rt_sort_trim(execution, sort, worker))
        return status;
    }
    sorted = molt_rt_sort_finish(execution, sort, 1);
    if (!sorted)
      return MOLT_OUT_OF_MEMORY;
  }

  MoltState *result = molt_rt_result_create(execution);
  return scanRows(execution, sorted, [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
    std::vector<int64_t> values;
    std::vector<uint8_t> valid;
    std::vector<std::string> strings;
    std::vector<uint64_t> lo, hi;
    for (int64_t i = morsel->begin; i < morsel->end; ++i) {
      int64_t value;
      memcpy(&value, morsel->rows[i], 8);
      values.push_back(value);
      valid.push_back(value % 3 != 0);
      strings.push_back("the string number " + std::to_string(value));
    }
    for (const std::string &string : strings) {
      lo.push_back(makeTestView(string).lo);
      hi.push_back(makeTestView(string).hi);
    }
    MoltBatchColumn columns[] = {batchColumn(values.data(), nullptr, valid.data()),
                                 batchColumn(lo.data(), hi.data(), valid.data())};
    return molt_rt_result_append(execution, result, morsel, values.size(), columns, nullptr);
  });
}

TEST(Failure, Runs) {
  std::vector<MoltField> result = {{"x", type(MOLT_INT64, true)}, {"s", type(MOLT_UTF8, true)}};
  for (int32_t threads : {2, 4})
    failEveryAllocation(
        [&](MoltRuntime *runtime, MoltError *error) {
          MoltTable *table = nullptr;
          int32_t status = runEntry(runtime, useEveryState, {}, result, {}, &table, error);
          EXPECT_EQ(table == nullptr, status != MOLT_OK);
          if (table)
            EXPECT_EQ(molt_table_rows(table), 20000);
          molt_table_release(table);
          return status;
        },
        threads);
}

TEST(Failure, LimitsHoldAtAnyLevel) {
  // The same with a memory limit in place of failing allocations.
  std::vector<MoltField> result = {{"x", type(MOLT_INT64, true)}, {"s", type(MOLT_UTF8, true)}};
  bool succeeded = false;
  for (int64_t limit = 1000; limit < 1 << 30; limit += limit / 2) {
    TestRuntime runtime(2, limit);
    MoltTable *table = nullptr;
    MoltError error = {};
    int32_t status = runEntry(runtime, useEveryState, {}, result, {}, &table, &error);
    EXPECT_LE(molt_runtime_peak_bytes(runtime), limit);
    if (status)
      EXPECT_EQ(status, MOLT_OUT_OF_MEMORY);
    else
      succeeded = true;
    molt_table_release(table);
  }
  EXPECT_TRUE(succeeded);
}
