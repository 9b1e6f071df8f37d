//===- StateTest.cpp - Aggregation, joins, sorting and results ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <set>

using namespace molt::rt::test;

static const std::vector<MoltField> oneInt = {{"x", type(MOLT_INT64)}};
static const int32_t firstColumn[] = {0};

/// A batch of one int64 column.
static int32_t appendInts(MoltExecution *execution, MoltState *result, const MoltMorsel *morsel,
                          const std::vector<int64_t> &values) {
  MoltBatchColumn column = batchColumn(values.data());
  return molt_rt_result_append(execution, result, morsel, values.size(), &column, nullptr);
}

static std::vector<int64_t> intsOf(const MoltTable *table, int32_t column = 0) {
  std::vector<int64_t> values;
  for (int64_t i = 0; i < molt_table_chunks(table); ++i) {
    const int64_t *data =
        static_cast<const int64_t *>(molt_table_chunk_column(table, i, column).data);
    values.insert(values.end(), data, data + molt_table_chunk_rows(table, i));
  }
  return values;
}

static uint64_t hashOf(MoltExecution *execution, int64_t key) {
  return (static_cast<uint64_t>(key) * 0x9E3779B97F4A7C15u ^ 0x1234567) * 0xD6E8FEB86659FD93u &
         static_cast<uint64_t>(molt_rt_hash_mask(execution));
}

//===----------------------------------------------------------------------===//
// Global states
//===----------------------------------------------------------------------===//

TEST(GlobalState, OneRowPerWorker) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 100000);
  MoltRunOptions options = {};
  options.morsel_rows = 512;
  Table result = run(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        MoltState *sum = molt_rt_global_create(execution, 8);
        int32_t status = scanTable(execution, 0, [&](MoltExecution *, const MoltMorsel *morsel) {
          int64_t *row = static_cast<int64_t *>(molt_rt_global_row(sum, morsel->worker));
          for (int64_t i = morsel->begin; i < morsel->end; ++i)
            *row += int64At(morsel, 0, i);
          return int32_t(MOLT_OK);
        });
        EXPECT_EQ(status, MOLT_OK);
        int64_t *total = static_cast<int64_t *>(molt_rt_global_row(sum, 0));
        for (int32_t worker = 1; worker < molt_rt_worker_count(execution); ++worker)
          *total += *static_cast<int64_t *>(molt_rt_global_row(sum, worker));
        MoltState *output = molt_rt_result_create(execution);
        return scanRows(execution, molt_rt_global_finish(execution, sum),
                        [&](MoltExecution *, const MoltMorsel *morsel) {
                          EXPECT_EQ(morsel->begin, 0);
                          EXPECT_EQ(morsel->end, 1);
                          int64_t value;
                          memcpy(&value, morsel->rows[0], 8);
                          return appendInts(execution, output, morsel, {value});
                        });
      },
      {{table.get(), firstColumn, 1}}, oneInt, options);
  EXPECT_EQ(intsOf(result.get()), (std::vector<int64_t>{int64_t(99999) * 50000}));
}

//===----------------------------------------------------------------------===//
// Groups
//===----------------------------------------------------------------------===//

namespace {
struct GroupRow {
  uint64_t hash;
  int64_t key;
  int64_t count;
};
} // namespace

/// What compiled code does: probe, insert, update.
static void addToGroup(MoltGroupTable *table, uint64_t hash, int64_t key, int64_t count) {
  constexpr uint64_t addressMask = (uint64_t(1) << 48) - 1;
  uint64_t slot = hash & table->mask;
  for (; uint64_t entry = table->directory[slot]; slot = (slot + 1) & table->mask) {
    GroupRow *row = reinterpret_cast<GroupRow *>(entry & addressMask);
    if ((entry >> 48) == (hash >> 48) && row->hash == hash && row->key == key) {
      row->count += count;
      return;
    }
  }
  GroupRow *row = reinterpret_cast<GroupRow *>(table->rows.next);
  ASSERT_LE(table->rows.next + sizeof(GroupRow), table->rows.end);
  table->rows.next += sizeof(GroupRow);
  *row = {hash, key, count};
  table->directory[slot] = (hash & ~addressMask) | reinterpret_cast<uint64_t>(row);
  ++table->group_count;
  ASSERT_LE(2 * uint64_t(table->group_count), table->mask + 1);
}

static int32_t mergeGroups(MoltExecution *, MoltGroupTable *table, const uint8_t *const *rows,
                           int64_t count) {
  for (int64_t i = 0; i < count; ++i) {
    const GroupRow *row = reinterpret_cast<const GroupRow *>(rows[i]);
    addToGroup(table, row->hash, row->key, row->count);
  }
  return MOLT_OK;
}

/// Counts x % keys over `rows` rows; returns key → count as the finished rows say.
static std::map<int64_t, int64_t> countGroups(MoltRuntime *runtime, MoltTable *table, int64_t keys,
                                              bool parallel, bool zeroHashes) {
  std::map<int64_t, int64_t> counts;
  MoltRunOptions options = {};
  options.morsel_rows = 1024;
  options.zero_hashes = zeroHashes;
  run(
      runtime,
      [&](MoltExecution *execution) -> int32_t {
        MoltState *groups = molt_rt_group_create(execution, sizeof(GroupRow));
        int32_t status = scanTable(
            execution, 0,
            [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
              MoltGroupTable *local = molt_rt_group_local(execution, groups, morsel->worker);
              if (int32_t status =
                      molt_rt_group_reserve(execution, local, morsel->end - morsel->begin))
                return status;
              for (int64_t i = morsel->begin; i < morsel->end; ++i) {
                int64_t key = int64At(morsel, 0, i) % keys;
                addToGroup(local, hashOf(execution, key), key, 1);
              }
              return MOLT_OK;
            },
            parallel);
        EXPECT_EQ(status, MOLT_OK);
        MoltRows *rows = molt_rt_group_finish(execution, groups, mergeGroups, parallel);
        EXPECT_NE(rows, nullptr);
        return scanRows(
            execution, rows,
            [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
              for (int64_t i = morsel->begin; i < morsel->end; ++i) {
                const GroupRow *row = reinterpret_cast<const GroupRow *>(morsel->rows[i]);
                EXPECT_TRUE(counts.emplace(row->key, row->count).second) << row->key;
              }
              return MOLT_OK;
            },
            false);
      },
      {{table, firstColumn, 1}}, {}, options);
  return counts;
}

TEST(GroupTable, CountsOnAnyNumberOfThreads) {
  for (int32_t threads : {1, 4}) {
    TestRuntime runtime(threads);
    Table table = countingTable(runtime, 60000);
    for (int64_t keys : {1, 7, 5000, 60000})
      for (bool parallel : {false, true}) {
        std::map<int64_t, int64_t> counts =
            countGroups(runtime, table.get(), keys, parallel, false);
        EXPECT_EQ(int64_t(counts.size()), keys);
        for (auto [key, count] : counts)
          EXPECT_EQ(count, 60000 / keys + (key < 60000 % keys));
      }
  }
}

TEST(GroupTable, WorksWhenAllHashesAreZero) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 20000);
  std::map<int64_t, int64_t> counts = countGroups(runtime, table.get(), 300, true, true);
  EXPECT_EQ(counts.size(), 300u);
  for (auto [key, count] : counts)
    EXPECT_EQ(count, 20000 / 300 + (key < 20000 % 300));
}

TEST(GroupTable, EmptyInputGivesNoRows) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 0);
  EXPECT_TRUE(countGroups(runtime, table.get(), 3, true, false).empty());
}

/// Groups of two workers that have `keys` keys each, of which the second half of the
/// first worker's are the first half of the second one's.
static void checkMerge(int64_t keys) {
  TestRuntime runtime(2);
  std::map<int64_t, int64_t> counts;
  run(runtime,
      [&](MoltExecution *execution) -> int32_t {
        MoltState *groups = molt_rt_group_create(execution, sizeof(GroupRow));
        for (int32_t worker : {0, 1}) {
          MoltGroupTable *local = molt_rt_group_local(execution, groups, worker);
          EXPECT_EQ(molt_rt_group_reserve(execution, local, keys), MOLT_OK);
          for (int64_t i = 0; i < keys; ++i) {
            int64_t key = worker * keys / 2 + i;
            addToGroup(local, hashOf(execution, key), key, worker + 1);
          }
        }
        return scanRows(
            execution, molt_rt_group_finish(execution, groups, mergeGroups, true),
            [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
              for (int64_t i = morsel->begin; i < morsel->end; ++i) {
                const GroupRow *row = reinterpret_cast<const GroupRow *>(morsel->rows[i]);
                EXPECT_TRUE(counts.emplace(row->key, row->count).second) << row->key;
              }
              return MOLT_OK;
            },
            false);
      },
      {}, {});
  EXPECT_EQ(int64_t(counts.size()), keys + keys / 2);
  for (auto [key, count] : counts)
    EXPECT_EQ(count, key < keys / 2 ? 1 : key < keys ? 3 : 2) << key;
}

TEST(GroupTable, MergesWorkers) {
  checkMerge(10);
  checkMerge(4000);  // one partition, in several calls
  checkMerge(20000); // many partitions
}

TEST(GroupTable, MergeErrorsAreReported) {
  TestRuntime runtime;
  MoltTable *out = nullptr;
  MoltError error;
  Entry entry = [](MoltExecution *execution) -> int32_t {
    MoltState *groups = molt_rt_group_create(execution, sizeof(GroupRow));
    for (int32_t worker : {0, 1}) {
      MoltGroupTable *local = molt_rt_group_local(execution, groups, worker);
      EXPECT_EQ(molt_rt_group_reserve(execution, local, 1), MOLT_OK);
      addToGroup(local, hashOf(execution, 1), 1, 1);
    }
    MoltMergeFn merge = [](MoltExecution *execution, MoltGroupTable *, const uint8_t *const *,
                           int64_t) {
      return molt_rt_fail(execution, MOLT_OVERFLOW, "too much", "here", -1);
    };
    EXPECT_EQ(molt_rt_group_finish(execution, groups, merge, 1), nullptr);
    return MOLT_OVERFLOW;
  };
  EXPECT_EQ(runEntry(runtime, entry, {}, {}, {}, &out, &error), MOLT_OVERFLOW);
  EXPECT_STREQ(error.message, "too much");
}

//===----------------------------------------------------------------------===//
// Joins
//===----------------------------------------------------------------------===//

namespace {
struct JoinRow {
  uint64_t hash;
  const JoinRow *next;
  int64_t key;
};
} // namespace

static void checkJoin(MoltRuntime *runtime, int64_t rows, int64_t keys, bool parallel,
                      bool zeroHashes) {
  Table table = countingTable(runtime, rows);
  MoltRunOptions options = {};
  options.morsel_rows = 256;
  options.zero_hashes = zeroHashes;
  run(
      runtime,
      [&](MoltExecution *execution) -> int32_t {
        MoltState *build = molt_rt_join_create(execution, sizeof(JoinRow));
        int32_t status = scanTable(
            execution, 0,
            [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
              MoltAppender *local = molt_rt_append_local(execution, build, morsel->worker);
              if (int32_t status =
                      molt_rt_append_reserve(execution, local, morsel->end - morsel->begin))
                return status;
              for (int64_t i = morsel->begin; i < morsel->end; ++i) {
                int64_t key = int64At(morsel, 0, i) % keys;
                *reinterpret_cast<JoinRow *>(local->next) = {hashOf(execution, key), nullptr, key};
                local->next += sizeof(JoinRow);
              }
              return MOLT_OK;
            },
            parallel);
        EXPECT_EQ(status, MOLT_OK);
        MoltJoinTable *join = molt_rt_join_finish(execution, build, parallel);
        EXPECT_NE(join, nullptr);
        EXPECT_EQ(join->row_count, rows);
        int64_t found = 0;
        for (int64_t key = 0; key < keys; ++key) {
          uint64_t hash = hashOf(execution, key);
          uint64_t entry = join->directory[hash >> join->shift];
          if (rows > key)
            EXPECT_TRUE(entry >> (48 + (hash & 15)) & 1);
          for (auto *row = reinterpret_cast<const JoinRow *>(entry & ((uint64_t(1) << 48) - 1));
               row; row = row->next)
            found += row->key == key;
        }
        EXPECT_EQ(found, rows);
        return MOLT_OK;
      },
      {{table.get(), firstColumn, 1}}, {}, options);
}

TEST(JoinTable, FindsEveryRow) {
  TestRuntime runtime;
  for (bool parallel : {false, true}) {
    checkJoin(runtime, 0, 5, parallel, false);
    checkJoin(runtime, 1, 5, parallel, false);
    checkJoin(runtime, 50000, 50000, parallel, false);
    checkJoin(runtime, 50000, 100, parallel, false);
    checkJoin(runtime, 2000, 20, parallel, true);
  }
}

TEST(JoinTable, BitmapsOfKeys) {
  TestRuntime runtime;
  run(runtime,
      [](MoltExecution *execution) -> int32_t {
        // 32-bit keys around 0, so that the difference from the least one wraps.
        MoltState *build = molt_rt_join_create(execution, sizeof(JoinRow));
        MoltAppender *local = molt_rt_append_local(execution, build, 0);
        EXPECT_EQ(molt_rt_append_reserve(execution, local, 50), MOLT_OK);
        for (int32_t key = -100; key < 0; key += 2) {
          JoinRow row = {hashOf(execution, key), nullptr, 0x7777777700000000 | uint32_t(key)};
          memcpy(local->next, &row, sizeof(row));
          local->next += sizeof(row);
        }
        MoltJoinTable *join = molt_rt_join_finish(execution, build, 0);
        EXPECT_NE(join, nullptr);
        EXPECT_EQ(join->bitmap, nullptr);
        EXPECT_EQ(molt_rt_join_bitmap(execution, join, 16, 4, -100, 100), MOLT_OK);
        for (int64_t bit = 0; bit < 100; ++bit)
          EXPECT_EQ(join->bitmap[bit / 64] >> (bit % 64) & 1, bit % 2 == 0) << bit;
        // A range that does not hold is a defect of the compiler, not a wrong result.
        EXPECT_EQ(molt_rt_join_bitmap(execution, join, 16, 4, -100, 98), MOLT_INTERNAL);
        return MOLT_OK;
      },
      {}, {});
}

//===----------------------------------------------------------------------===//
// Sorting
//===----------------------------------------------------------------------===//

namespace {
struct SortSpec {
  std::vector<MoltSortKey> keys;
  int64_t keys0 = 1000000000; ///< Distinct values of the first key.
  int64_t offset = 0;
  int64_t limit = -1;
  bool parallel = true;
  bool extreme = false; ///< Words are the least, the greatest or anything.
};

struct SortRow {
  uint64_t sequence;
  uint64_t words[6]; // key parts, then the payload
};
} // namespace

/// Sorts `rows` pseudo-random rows and compares with std::sort.
static void checkSort(MoltRuntime *runtime, int64_t rows, const SortSpec &spec) {
  Table table = countingTable(runtime, rows);
  std::vector<std::string> strings = {""};
  for (int i = 0; i < 50; ++i)
    strings.push_back(std::string(i % 7, 'a') + std::to_string(i * 37 % 11) +
                      std::string(i % 5 * 4, 'b'));
  // Many that agree in the first eight bytes and more, and in all but zeros at the end.
  for (int i = 0; i < 30; ++i)
    strings.push_back("common prefix " + std::string(i % 3 * 7, 'c') + std::to_string(i * 37 % 11));
  for (int i = 0; i < 10; ++i)
    strings.push_back("zero" + std::string(i % 4, '\0'));
  // A row's key parts from its ordinal.
  auto keyValue = [&](int64_t row, size_t part) {
    uint64_t mixed = (row + part * 7919) * 0x9E3779B97F4A7C15u;
    if (spec.extreme)
      return mixed % 3 == 0 ? 0 : mixed % 3 == 1 ? ~uint64_t(0) : mixed;
    return (mixed >> 20) % static_cast<uint64_t>(spec.keys0);
  };
  auto stringOf = [&](int64_t row, size_t part) -> const std::string & {
    return strings[keyValue(row, part) % strings.size()];
  };
  std::vector<int64_t> expected(rows);
  for (int64_t i = 0; i < rows; ++i)
    expected[i] = i;
  std::sort(expected.begin(), expected.end(), [&](int64_t a, int64_t b) {
    for (size_t part = 0; part < spec.keys.size(); ++part) {
      if (!spec.keys[part].is_view) {
        if (keyValue(a, part) != keyValue(b, part))
          return keyValue(a, part) < keyValue(b, part);
      } else if (int order = stringOf(a, part).compare(stringOf(b, part))) {
        return spec.keys[part].descending ? order > 0 : order < 0;
      }
    }
    return a < b;
  });
  size_t begin = std::min<int64_t>(spec.offset, rows);
  size_t end = spec.limit < 0 ? rows : begin + std::min<int64_t>(rows - begin, spec.limit);
  expected.assign(expected.begin() + begin, expected.begin() + end);

  MoltRunOptions options = {};
  options.morsel_rows = 1024;
  Table sorted = run(
      runtime,
      [&](MoltExecution *execution) -> int32_t {
        MoltState *sort = molt_rt_sort_create(execution, sizeof(SortRow), spec.keys.data(),
                                              spec.keys.size(), spec.offset, spec.limit);
        int32_t status = scanTable(
            execution, 0,
            [&](MoltExecution *, const MoltMorsel *morsel) -> int32_t {
              MoltAppender *local = molt_rt_append_local(execution, sort, morsel->worker);
              if (int32_t status =
                      molt_rt_append_reserve(execution, local, morsel->end - morsel->begin))
                return status;
              for (int64_t i = morsel->begin; i < morsel->end; ++i) {
                int64_t row = morsel->row_base + i;
                SortRow stored = {};
                stored.sequence = row;
                int at = 0;
                for (size_t part = 0; part < spec.keys.size(); ++part) {
                  if (spec.keys[part].is_view) {
                    View view = makeTestView(stringOf(row, part));
                    stored.words[at++] = view.lo;
                    stored.words[at++] = view.hi;
                  } else {
                    stored.words[at++] = keyValue(row, part);
                  }
                }
                stored.words[5] = row;
                memcpy(local->next, &stored, sizeof(stored));
                local->next += sizeof(stored);
              }
              return molt_rt_sort_trim(execution, sort, morsel->worker);
            },
            spec.parallel);
        EXPECT_EQ(status, MOLT_OK);
        MoltState *output = molt_rt_result_create(execution);
        MoltRows *finished = molt_rt_sort_finish(execution, sort, spec.parallel);
        EXPECT_NE(finished, nullptr);
        return scanRows(execution, finished, [&](MoltExecution *, const MoltMorsel *morsel) {
          std::vector<int64_t> values;
          for (int64_t i = morsel->begin; i < morsel->end; ++i)
            values.push_back(reinterpret_cast<const SortRow *>(morsel->rows[i])->words[5]);
          return appendInts(execution, output, morsel, values);
        });
      },
      {{table.get(), firstColumn, 1}}, oneInt, options);
  EXPECT_EQ(intsOf(sorted.get()), expected);
}

static const MoltSortKey word = {0, 0}, view = {1, 0}, viewDescending = {1, 1};

TEST(Sorter, SortsByWordsAndViews) {
  TestRuntime runtime;
  const std::vector<std::vector<MoltSortKey>> keySets = {{word},
                                                         {word, word},
                                                         {view},
                                                         {viewDescending},
                                                         {word, view},
                                                         {view, word},
                                                         {word, word, word},
                                                         {view, viewDescending}};
  for (const std::vector<MoltSortKey> &keys : keySets)
    for (int64_t distinct : {1, 5, 1000000000})
      for (bool parallel : {false, true}) {
        SortSpec spec;
        spec.keys = keys;
        spec.keys0 = distinct;
        spec.parallel = parallel;
        checkSort(runtime, 20000, spec);
      }
}

TEST(Sorter, LeastAndGreatestKeys) {
  // VQSort of Highway 1.0.3 takes entries with the greatest key for its padding.
  TestRuntime runtime;
  for (const std::vector<MoltSortKey> &keys :
       {std::vector<MoltSortKey>{word}, {word, word}, {word, viewDescending}})
    for (int64_t rows : {100, 5000, 70000}) {
      SortSpec spec;
      spec.keys = keys;
      spec.extreme = true;
      checkSort(runtime, rows, spec);
    }
}

TEST(Sorter, LimitAndOffset) {
  TestRuntime runtime;
  for (const std::vector<MoltSortKey> &keys :
       {std::vector<MoltSortKey>{}, {word}, {word, view}, {view}})
    for (int64_t limit : {0, 1, 100, 30000})
      for (int64_t offset : {0, 5, 39990, 50000}) {
        SortSpec spec;
        spec.keys = keys;
        spec.keys0 = 1000;
        spec.limit = limit;
        spec.offset = offset;
        checkSort(runtime, 40000, spec);
      }
  SortSpec all;
  all.keys = {word};
  all.offset = 10;
  checkSort(runtime, 100, all);
  checkSort(runtime, 0, all);
  all.limit = INT64_MAX;
  checkSort(runtime, 100, all);
}

TEST(Sorter, TopKMemoryIsBounded) {
  TestRuntime runtime(1);
  run(runtime,
      [&](MoltExecution *execution) -> int32_t {
        MoltState *sort = molt_rt_sort_create(execution, sizeof(SortRow), &word, 1, 0, 10);
        for (int64_t row = 0; row < 1000000; row += 1000) {
          MoltAppender *local = molt_rt_append_local(execution, sort, 0);
          EXPECT_EQ(molt_rt_append_reserve(execution, local, 1000), MOLT_OK);
          for (int64_t i = 0; i < 1000; ++i) {
            SortRow stored = {uint64_t(row + i), {uint64_t(1000000 - row - i)}};
            memcpy(local->next, &stored, sizeof(stored));
            local->next += sizeof(stored);
          }
          EXPECT_EQ(molt_rt_sort_trim(execution, sort, 0), MOLT_OK);
        }
        return MOLT_OK;
      },
      {}, {});
  EXPECT_LT(molt_runtime_peak_bytes(runtime), 4 << 20);
}
