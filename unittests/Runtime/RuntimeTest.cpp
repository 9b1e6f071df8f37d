//===- RuntimeTest.cpp - Instances, memory, runs and scans ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <algorithm>
#include <mutex>

using namespace molt::rt::test;

static const std::vector<MoltField> noFields;

TEST(Runtime, ReportsItself) {
  TestRuntime runtime(3);
  EXPECT_EQ(molt_runtime_threads(runtime), 3);
  EXPECT_NE(std::string(molt_runtime_version()).find("Molt runtime "), std::string::npos);
  EXPECT_STREQ(molt_status_name(MOLT_OVERFLOW), "overflow");
  EXPECT_STREQ(molt_status_name(99), "unknown status");
}

TEST(Runtime, RejectsBadOptions) {
  MoltRuntimeOptions options = {};
  options.threads = -1;
  MoltRuntime *runtime = nullptr;
  MoltError error;
  EXPECT_EQ(molt_runtime_create(&options, &runtime, &error), MOLT_SCHEMA);
  EXPECT_EQ(runtime, nullptr);
  EXPECT_STREQ(error.message, "threads is -1; expected 0 (one per core) to 4096");
}

TEST(Runtime, MemoryLimitIsAnError) {
  TestRuntime runtime(1, 100000);
  MoltTable *table = nullptr;
  MoltError error;
  EXPECT_EQ(runEntry(
                runtime,
                [](MoltExecution *execution) -> int32_t {
                  EXPECT_NE(molt_rt_scratch(execution, 0, 50000), nullptr);
                  EXPECT_EQ(molt_rt_scratch(execution, 0, 200000), nullptr);
                  return MOLT_OUT_OF_MEMORY;
                },
                {}, noFields, {}, &table, &error),
            MOLT_OUT_OF_MEMORY);
  EXPECT_NE(std::string(error.message).find("memory limit of 100000 bytes"), std::string::npos);
  EXPECT_GT(molt_runtime_peak_bytes(runtime), 50000);
}

TEST(Run, ReturnsErrorsOfCompiledCode) {
  TestRuntime runtime;
  MoltTable *table = nullptr;
  MoltError error;
  Entry entry = [](MoltExecution *execution) {
    molt_rt_fail(execution, MOLT_OVERFLOW, "sum of int64 overflows", "q.py:3:5", 17);
    return molt_rt_fail(execution, MOLT_OVERFLOW, "later", "q.py:4:5", 18);
  };
  EXPECT_EQ(runEntry(runtime, entry, {}, noFields, {}, &table, &error), MOLT_OVERFLOW);
  EXPECT_EQ(error.code, MOLT_OVERFLOW);
  EXPECT_EQ(error.row, 17);
  EXPECT_STREQ(error.message, "sum of int64 overflows");
  EXPECT_STREQ(error.location, "q.py:3:5");
  Entry guard = [](MoltExecution *) { return MOLT_GUARD_FAILED; };
  EXPECT_EQ(runEntry(runtime, guard, {}, noFields, {}, &table, &error), MOLT_GUARD_FAILED);
  EXPECT_EQ(error.code, MOLT_GUARD_FAILED);
}

TEST(Run, LongMessagesAreCutAtACharacter) {
  TestRuntime runtime;
  MoltTable *table = nullptr;
  MoltError error;
  std::string message(766, 'x');
  message += "é and more";
  EXPECT_EQ(runEntry(
                runtime,
                [&](MoltExecution *execution) {
                  return molt_rt_fail(execution, MOLT_CAST, message.c_str(), nullptr, -1);
                },
                {}, noFields, {}, &table, &error),
            MOLT_CAST);
  EXPECT_EQ(std::string(error.message), std::string(766, 'x'));
  EXPECT_STREQ(error.location, "");
}

TEST(Run, DefaultsAndOptionsReachCompiledCode) {
  TestRuntime runtime(2);
  run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        EXPECT_EQ(molt_rt_batch_size(execution), 2048);
        EXPECT_EQ(molt_rt_hash_mask(execution), -1);
        EXPECT_EQ(molt_rt_worker_count(execution), 2);
        return MOLT_OK;
      },
      {}, noFields);
  MoltRunOptions options = {};
  options.batch_size = 7;
  options.zero_hashes = 1;
  run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        EXPECT_EQ(molt_rt_batch_size(execution), 7);
        EXPECT_EQ(molt_rt_hash_mask(execution), 0);
        return MOLT_OK;
      },
      {}, noFields, options);
}

TEST(Run, RejectsBatchesThatBuffersHaveNoRoomFor) {
  TestRuntime runtime;
  MoltRunOptions tooLarge = {}, negative = {}, noMorsel = {};
  tooLarge.batch_size = MOLT_MAX_BATCH_ROWS + 1;
  negative.batch_size = -1;
  noMorsel.morsel_rows = -1;
  for (const auto &[options, message] :
       {std::pair{tooLarge, "batch_size is 2049; at most 2048 rows are possible"},
        std::pair{negative, "batch_size is -1 and morsel_rows is 0; neither may be negative"},
        std::pair{noMorsel, "batch_size is 0 and morsel_rows is -1; neither may be negative"}}) {
    MoltTable *out = nullptr;
    MoltError error = {};
    auto entry = [](MoltExecution *) -> int32_t {
      ADD_FAILURE() << "it ran";
      return MOLT_OK;
    };
    EXPECT_EQ(runEntry(runtime, entry, {}, noFields, options, &out, &error), MOLT_SCHEMA);
    EXPECT_STREQ(error.message, message);
    EXPECT_EQ(out, nullptr);
  }
}

TEST(Run, ScratchIsAlignedAndGrows) {
  TestRuntime runtime(1);
  run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        for (int64_t bytes : {0, 1, 1000, 100, 5000000}) {
          void *scratch = molt_rt_scratch(execution, 0, bytes);
          EXPECT_NE(scratch, nullptr);
          EXPECT_EQ(reinterpret_cast<uintptr_t>(scratch) % 64, 0u);
          memset(scratch, 1, bytes);
        }
        return MOLT_OK;
      },
      {}, noFields);
}

TEST(Run, RejectsColumnsThatAreNotThere) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 10);
  int32_t columns[] = {1};
  MoltTable *out = nullptr;
  MoltError error;
  EXPECT_EQ(runEntry(
                runtime, [](MoltExecution *) { return 0; }, {{table.get(), columns, 1}}, noFields,
                {}, &out, &error),
            MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "input 0 maps to column 1 of a table with 1 columns");
}

/// Scans `table` and checks that morsels cover it, once and in order of sequence.
static void checkCoverage(MoltRuntime *runtime, MoltTable *table, int64_t morselRows,
                          bool parallel) {
  int32_t columns[] = {0};
  MoltRunOptions options = {};
  options.morsel_rows = morselRows;
  std::vector<MoltMorsel> seen;
  std::mutex mutex;
  run(
      runtime,
      [&](MoltExecution *execution) {
        return scanTable(
            execution, 0,
            [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
              for (int64_t row = morsel->begin; row < morsel->end; ++row)
                EXPECT_EQ(int64At(morsel, 0, row), morsel->row_base + row);
              EXPECT_LT(morsel->worker, molt_runtime_threads(runtime));
              if (!parallel)
                EXPECT_EQ(morsel->worker, 0);
              std::lock_guard<std::mutex> lock(mutex);
              if (!parallel && !seen.empty())
                EXPECT_GT(morsel->sequence, seen.back().sequence);
              seen.push_back(*morsel);
              return MOLT_OK;
            },
            parallel);
      },
      {{table, columns, 1}}, noFields, options);
  std::sort(seen.begin(), seen.end(),
            [](const MoltMorsel &a, const MoltMorsel &b) { return a.sequence < b.sequence; });
  int64_t next = 0;
  for (const MoltMorsel &morsel : seen) {
    EXPECT_EQ(morsel.row_base + morsel.begin, next);
    EXPECT_GT(morsel.end, morsel.begin);
    if (morselRows)
      EXPECT_LE(morsel.end - morsel.begin, morselRows);
    next = morsel.row_base + morsel.end;
  }
  EXPECT_EQ(next, molt_table_rows(table));
}

TEST(Scan, MorselsCoverTheTable) {
  TestRuntime runtime;
  for (int64_t rows : {0, 1, 1000, 200000}) {
    Table table = countingTable(runtime, rows);
    for (int64_t morselRows : {0, 1024, 65536})
      for (bool parallel : {false, true})
        checkCoverage(runtime, table.get(), morselRows, parallel);
  }
  checkCoverage(runtime, countingTable(runtime, 500).get(), 1, true);
}

TEST(Scan, StopsAtTheFirstFailure) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 10000);
  int32_t columns[] = {0};
  MoltRunOptions options = {};
  options.morsel_rows = 64;
  MoltTable *out = nullptr;
  MoltError error;
  std::atomic<int> calls{0};
  Entry entry = [&](MoltExecution *execution) {
    return scanTable(
        execution, 0,
        [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
          ++calls;
          if (morsel->sequence == 3)
            return molt_rt_fail(execution, MOLT_CAST, "bad", "", 200);
          return MOLT_OK;
        },
        false);
  };
  EXPECT_EQ(runEntry(runtime, entry, {{table.get(), columns, 1}}, noFields, options, &out, &error),
            MOLT_CAST);
  EXPECT_EQ(calls, 4);
  EXPECT_EQ(error.row, 200);
}

TEST(Scan, CancelsBetweenMorsels) {
  struct Flags {
    std::atomic<int> asked{0};
    std::atomic<int64_t> done{0};
  } flags;
  MoltRuntimeOptions runtimeOptions = {};
  runtimeOptions.threads = 2;
  runtimeOptions.user = &flags;
  runtimeOptions.cancelled = [](void *user) -> int32_t {
    return ++static_cast<Flags *>(user)->asked > 60;
  };
  runtimeOptions.progress = [](void *user, int64_t done, int64_t total) {
    EXPECT_LE(done, total);
    static_cast<Flags *>(user)->done = done;
  };
  TestRuntime runtime(runtimeOptions);
  Table table = countingTable(runtime, 10000);
  int32_t columns[] = {0};
  MoltRunOptions options = {};
  options.morsel_rows = 16;
  MoltTable *out = nullptr;
  MoltError error;
  Entry entry = [&](MoltExecution *execution) {
    return scanTable(execution, 0,
                     [](MoltExecution *, const MoltMorsel *) { return int32_t(MOLT_OK); });
  };
  EXPECT_EQ(runEntry(runtime, entry, {{table.get(), columns, 1}}, noFields, options, &out, &error),
            MOLT_CANCELLED);
  EXPECT_STREQ(error.message, "cancelled");
  EXPECT_GT(flags.done, 0);
}

TEST(Scan, CancelsWithinMorsels) {
  MoltRuntimeOptions runtimeOptions = {};
  int32_t asked = 0;
  runtimeOptions.threads = 1;
  runtimeOptions.user = &asked;
  runtimeOptions.cancelled = [](void *user) -> int32_t {
    return ++*static_cast<int32_t *>(user) > 5;
  };
  TestRuntime runtime(runtimeOptions);
  MoltTable *out = nullptr;
  MoltError error;
  int32_t batches = 0;
  Entry entry = [&](MoltExecution *execution) {
    for (;; ++batches)
      if (int32_t status = molt_rt_check_cancelled(execution))
        return status;
  };
  EXPECT_EQ(runEntry(runtime, entry, {}, noFields, {}, &out, &error), MOLT_CANCELLED);
  EXPECT_STREQ(error.message, "cancelled");
  EXPECT_GT(batches, 2);
}

TEST(Guards, KnowUniqueFromAscending) {
  TestRuntime runtime;
  auto read = [&](const char *text) {
    return readCsv(runtime, text, {{"a", type(MOLT_INT32, true)}, {"b", type(MOLT_UTF8)}});
  };
  Table ascending = read("a,b\n-5,x\n7,y\n8,z\n"), equal = read("a,b\n-5,x\n7,y\n7,z\n");
  Table falling = read("a,b\n7,x\n-5,y\n"), nulls = read("a,b\n-5,x\n,y\n8,z\n");
  Table empty = read("a,b\n");
  int32_t columns[] = {0, 1};
  run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        auto guard = [&](int32_t input, int32_t column) {
          return molt_rt_guard_column(execution, input, column, 3, 0, 0, 0, 0, 0, 1);
        };
        EXPECT_EQ(guard(0, 0), MOLT_OK);
        EXPECT_EQ(guard(1, 0), MOLT_GUARD_FAILED);
        EXPECT_EQ(guard(2, 0), MOLT_GUARD_FAILED);
        EXPECT_EQ(guard(3, 0), MOLT_GUARD_FAILED);
        EXPECT_EQ(guard(4, 0), MOLT_OK);
        // Nothing is recorded about the order of strings.
        EXPECT_EQ(guard(0, 1), MOLT_GUARD_FAILED);
        return MOLT_OK;
      },
      {{ascending.get(), columns, 2},
       {equal.get(), columns, 2},
       {falling.get(), columns, 2},
       {nulls.get(), columns, 2},
       {empty.get(), columns, 2}},
      noFields);
}

TEST(Guards, CompareStatistics) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "a,b\n-5,x\n7,y\n,z\n",
                        {{"a", type(MOLT_INT32, true)}, {"b", type(MOLT_UTF8)}});
  Table nulls =
      readCsv(runtime, "a,b\n,x\n,y\n", {{"a", type(MOLT_INT32, true)}, {"b", type(MOLT_UTF8)}});
  int32_t columns[] = {1, 0};
  run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        auto guard = [&](int64_t maxNulls, int64_t min, int64_t max) {
          return molt_rt_guard_column(execution, 0, 1, maxNulls, 1, min, min < 0 ? -1 : 0, max,
                                      max < 0 ? -1 : 0, 0);
        };
        EXPECT_EQ(guard(1, -5, 7), MOLT_OK);
        EXPECT_EQ(guard(0, -5, 7), MOLT_GUARD_FAILED);
        EXPECT_EQ(guard(1, -4, 7), MOLT_GUARD_FAILED);
        EXPECT_EQ(guard(1, -5, 6), MOLT_GUARD_FAILED);
        EXPECT_EQ(guard(9, -100, 100), MOLT_OK);
        EXPECT_EQ(molt_rt_guard_column(execution, 0, 0, 0, 0, 0, 0, 0, 0, 0), MOLT_OK);
        // Strings have no range to compare with.
        EXPECT_EQ(molt_rt_guard_column(execution, 0, 0, 0, 1, 0, 0, 9, 0, 0), MOLT_GUARD_FAILED);
        // No values at all: any range holds.
        EXPECT_EQ(molt_rt_guard_column(execution, 1, 1, 2, 1, 0, 0, 0, 0, 0), MOLT_OK);
        EXPECT_EQ(molt_rt_guard_rows(execution, 0, 3), MOLT_OK);
        EXPECT_EQ(molt_rt_guard_rows(execution, 0, 2), MOLT_GUARD_FAILED);
        return MOLT_OK;
      },
      {{table.get(), columns, 2}, {nulls.get(), columns, 2}}, noFields);
}
