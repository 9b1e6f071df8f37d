//===- ArrowIntervalTest.cpp - Intervals to and from Arrow ----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "HandMadeArray.h"

#include <cstring>

using namespace molt::rt::test;

namespace {
/// A value of Arrow's MONTH_DAY_NANO.
struct NanoInterval {
  int32_t months, days;
  int64_t nanoseconds;
};
} // namespace

/// A table of one column "v" with these rows of CSV.
static Table intervalTable(MoltRuntime *runtime, const std::string &rows, bool nullable = true) {
  return readCsv(runtime, "v\n" + rows, {{"v", type(MOLT_INTERVAL, nullable)}});
}

static const char *const someRows = "P1Y2M3DT4H5M6.5S\n\nP1M-1D\nPT-0.000001S\n";
/// What fits 64 bits of nanoseconds, and one more microsecond.
static const char *const extremes =
    "P-178956970Y-8M-2147483648DT-2562047H-47M-16.854775S\nP178956970Y7M2147483647DT2562047H47M16."
    "854775S\n";

TEST(ArrowIntervals, ExportAndImport) {
  TestRuntime runtime;
  for (const char *rows : {someRows, extremes}) {
    ArrowSchema schema;
    ArrowArray array;
    MoltError error;
    {
      Table table = intervalTable(runtime, rows);
      ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK)
          << error.message;
    }
    EXPECT_STREQ(schema.children[0]->format, "tin");
    EXPECT_EQ(schema.children[0]->flags, ARROW_FLAG_NULLABLE);
    EXPECT_EQ(array.children[0]->n_buffers, 2);
    EXPECT_EQ(array.children[0]->null_count, rows == someRows ? 1 : 0);
    const auto *values = static_cast<const NanoInterval *>(array.children[0]->buffers[1]);
    if (rows == someRows) {
      EXPECT_EQ(values[0].months, 14);
      EXPECT_EQ(values[0].days, 3);
      EXPECT_EQ(values[0].nanoseconds, 14706500000000);
      EXPECT_EQ(values[1].nanoseconds, 0);
      EXPECT_EQ(values[3].nanoseconds, -1000);
    }
    MoltTable *again = nullptr;
    ASSERT_EQ(molt_table_import(runtime, &schema, &array, &again, &error), MOLT_OK)
        << error.message;
    Table table(again);
    EXPECT_EQ(csvText(runtime, again), rows);
    EXPECT_EQ(molt_table_field(again, 0).type.kind, MOLT_INTERVAL);
    EXPECT_EQ(molt_table_statistics(again, 0).has_range, 0);
    EXPECT_EQ(molt_table_statistics(again, 0).null_count, rows == someRows ? 1 : 0);
  }
}

TEST(ArrowIntervals, TablesWithoutRows) {
  TestRuntime runtime;
  Table table = intervalTable(runtime, "");
  ArrowSchema schema;
  ArrowArray array;
  MoltError error;
  ASSERT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_OK);
  MoltTable *again = nullptr;
  ASSERT_EQ(molt_table_import(runtime, &schema, &array, &again, &error), MOLT_OK);
  EXPECT_EQ(molt_table_field(Table(again).get(), 0).type.kind, MOLT_INTERVAL);
}

TEST(ArrowIntervals, OtherUnits) {
  TestRuntime runtime;
  uint8_t valid = 0b101;
  std::vector<int32_t> months = {14, 99, INT32_MIN};
  std::vector<int32_t> days = {3, 1500, 99, 99, INT32_MIN, INT32_MIN};
  // Under the null are no whole microseconds.
  std::vector<NanoInterval> nanos = {{14, 3, 1500000}, {9, 9, 9}, {1, -1, INT64_MIN + 808}};
  HandMadeArray array(3);
  array.add("m", "tiM", {&valid, months.data()}, 1);
  array.add("d", "tiD", {&valid, days.data()}, -1);
  array.add("n", "tin", {&valid, nanos.data()}, 1);
  Table table = array.importTable(runtime);
  EXPECT_EQ(csvText(runtime, table.get()),
            "P1Y2M,P3DT1.5S,P1Y2M3DT0.0015S\n"
            ",,\n"
            "P-178956970Y-8M,P-2147483648DT-596H-31M-23.648S,P1M-1DT-2562047H-47M-16.854775S\n");
  for (int i = 0; i < 3; ++i) {
    MoltType type = molt_table_field(table.get(), i).type;
    EXPECT_EQ(type.kind, MOLT_INTERVAL);
    EXPECT_EQ(type.precision, 0);
    EXPECT_EQ(type.scale, 0);
    EXPECT_EQ(type.zone, nullptr);
    // Zeros under the null.
    const char zeros[16] = {};
    const char *data = static_cast<const char *>(molt_table_chunk_column(table.get(), 0, i).data);
    EXPECT_EQ(memcmp(data + 16, zeros, 16), 0);
  }
}

TEST(ArrowIntervals, SlicesAndUnalignedValues) {
  TestRuntime runtime;
  constexpr int64_t all = 20000, begin = 13, rows = 19000;
  std::vector<int32_t> months(all), days(2 * all);
  std::vector<char> nanos(all * sizeof(NanoInterval) + 4);
  std::vector<uint8_t> valid(all / 8);
  std::string expected;
  for (int64_t i = 0; i < all; ++i) {
    auto number = static_cast<int32_t>(i);
    months[i] = days[2 * i] = number;
    days[2 * i + 1] = number;
    NanoInterval value = {1, number, 1000};
    memcpy(nanos.data() + 4 + i * sizeof(value), &value, sizeof(value));
    valid[i / 8] |= (i % 5 != 0) << (i % 8);
  }
  // Computed by the text, whose own tests are elsewhere.
  std::string csv = "a,b,c\n";
  for (int64_t i = begin; i < begin + rows; ++i) {
    std::string number = std::to_string(i), second = std::to_string(i / 1000);
    csv += i % 5
               ? "P" + number + "M,P" + number + "DT" + second + "." +
                     std::to_string(1000 + i % 1000).substr(1) + "S,P1M" + number + "DT0.000001S\n"
               : ",,\n";
  }
  Table same = readCsv(runtime, csv,
                       {{"a", type(MOLT_INTERVAL, true)},
                        {"b", type(MOLT_INTERVAL, true)},
                        {"c", type(MOLT_INTERVAL, true)}});
  HandMadeArray array(rows);
  // The slice is partly the struct's, partly the column's.
  array.structOffset = 3;
  array.add("a", "tiM", {valid.data(), months.data()}, -1, 10).length = rows + 3;
  array.add("b", "tiD", {valid.data(), days.data()}, -1, 10).length = rows + 3;
  array.add("c", "tin", {valid.data(), nanos.data() + 4}, -1, 10).length = rows + 3;
  Table table = array.importTable(runtime);
  EXPECT_EQ(molt_table_chunks(table.get()), 2);
  EXPECT_TRUE(csvText(runtime, table.get()) == csvText(runtime, same.get()));
  EXPECT_EQ(molt_table_statistics(table.get(), 0).null_count, rows / 5);
}

TEST(ArrowIntervals, WhatCannotBeRead) {
  TestRuntime runtime;
  std::vector<NanoInterval> nanos = {{0, 0, 1000}, {0, 0, 0}, {0, 0, -1500}};
  uint8_t valid = 0b110;
  HandMadeArray fine(3);
  fine.add("n", "tin", {nullptr, nanos.data()});
  EXPECT_EQ(
      fine.importError(runtime),
      "column \"n\", row 2: its -1500 nanoseconds are not whole microseconds, which intervals "
      "count; round them to a multiple of 1000 before");
  HandMadeArray nulls(3);
  nulls.add("n", "tiM", {&valid, nanos.data()}, 1);
  nulls.schemaOf(0).flags = 0;
  EXPECT_EQ(nulls.importError(runtime),
            "column \"n\", row 0: it is null, but the column is not nullable");
  HandMadeArray buffers(3);
  buffers.add("n", "tiD", {nullptr});
  EXPECT_EQ(buffers.importError(runtime), "column \"n\" has 1 buffers; its format needs 2");
  for (const char *format : {"ti", "tim", "tiN", "tiMx", "tins"}) {
    HandMadeArray array(3);
    array.add("n", format, {nullptr, nanos.data()});
    EXPECT_EQ(array.importError(runtime).find("column \"n\" has the Arrow format \"" +
                                              std::string(format) + "\"; supported are"),
              0u);
  }
}

TEST(ArrowIntervals, WhatCannotBeWritten) {
  TestRuntime runtime;
  // The microseconds of row 2 are one too many, in either direction.
  for (const char *last : {"PT2562047H47M16.854776S", "PT-2562047H-47M-16.854776S"}) {
    Table table = intervalTable(runtime, std::string(extremes) + last + "\n");
    std::string expected = "column \"v\", row 2: the time of " + std::string(last) +
                           " does not fit the 64 bits of nanoseconds that Arrow's intervals have; "
                           "write CSV, or move whole days of it to the days";
    ArrowSchema schema;
    ArrowArray array;
    MoltError error;
    EXPECT_EQ(molt_table_export(table.get(), 0, &schema, &array, &error), MOLT_CAST);
    EXPECT_EQ(schema.release, nullptr);
    EXPECT_EQ(error.row, 2);
    EXPECT_EQ(error.message, expected);
    TempFile file;
    EXPECT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error),
              MOLT_CAST);
    EXPECT_EQ(error.message, expected);
  }
}

/// What compiled code hands over, with any value under a null.
TEST(ArrowIntervals, ResultsOfRuns) {
  TestRuntime runtime;
  struct {
    int32_t months, days;
    int64_t microseconds;
  } values[2] = {{1, 2, 3}, {4, 5, INT64_MAX}};
  uint8_t valid[2] = {1, 0};
  MoltBatchColumn batch = batchColumn(values, nullptr, valid);
  Table source = countingTable(runtime, 2);
  const int32_t column = 0;
  Table table =
      run(runtime,
          [&](MoltExecution *execution) {
            MoltState *result = molt_rt_result_create(execution);
            return scanTable(execution, 0, [&](MoltExecution *, const MoltMorsel *morsel) {
              return molt_rt_result_append(execution, result, morsel, 2, &batch, nullptr);
            });
          },
          {{source.get(), &column, 1}}, {{"v", type(MOLT_INTERVAL, true)}});
  EXPECT_EQ(csvText(runtime, table.get()), "P1M2DT0.000003S\n\n");
  TempFile file;
  MoltError error = {};
  EXPECT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
}

TEST(ArrowIntervals, FilesComeBackTheSame) {
  TestRuntime runtime;
  std::string many;
  for (int i = 0; i < 30000; ++i)
    many += i % 7 ? "P" + std::to_string(i + 1) + "DT-" + std::to_string(i % 59 + 1) + "S\n" : "\n";
  for (const std::string &rows :
       {std::string(), std::string(someRows), std::string(extremes), many}) {
    Table table = intervalTable(runtime, rows);
    for (const MoltArrowOptions &form : allForms()) {
      TempFile file;
      MoltError error = {};
      ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &form, &error), MOLT_OK)
          << error.message;
      Table again = readArrow(runtime, file.path());
      EXPECT_TRUE(csvText(runtime, again.get()) == rows);
      EXPECT_EQ(molt_table_field(again.get(), 0).type.kind, MOLT_INTERVAL);
      EXPECT_EQ(molt_table_statistics(again.get(), 0).null_count,
                molt_table_statistics(table.get(), 0).null_count);
      EXPECT_EQ(molt_table_statistics(again.get(), 0).has_range, 0);
    }
  }
}

TEST(ArrowIntervals, TypesMustFit) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "v,d,s\nP1Y,PT1S,x\n,PT2S,y\n",
                        {{"v", type(MOLT_INTERVAL, true)},
                         {"d", {MOLT_DURATION, 0, 6, 0, nullptr}},
                         {"s", type(MOLT_UTF8)}});
  TempFile file;
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
  error = arrowError(runtime, file.path(), {{"v", {MOLT_DURATION, 0, 6, 1, nullptr}}});
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_STREQ(error.message,
               "column \"v\" has type interval? in the file; expected duration(us)?");
  error = arrowError(runtime, file.path(), {{"d", type(MOLT_INTERVAL)}});
  EXPECT_STREQ(error.message, "column \"d\" has type duration(us) in the file; expected interval");
  error = arrowError(runtime, file.path(), {{"v", type(MOLT_INTERVAL)}});
  EXPECT_STREQ(error.message, "column \"v\", row 1: it is null, but the column is not nullable");
  error = arrowError(runtime, file.path(), {{"v", {MOLT_INTERVAL, 0, 0, 1, "UTC"}}});
  EXPECT_STREQ(error.message,
               "column \"v\" has a zone of 3 bytes; timestamps may have one, of 1 to 63 bytes");
  // Columns behind it are found.
  EXPECT_EQ(csvText(runtime, readArrow(runtime, file.path(), {{"s", type(MOLT_UTF8)}}).get()),
            "x\ny\n");
}

TEST(ArrowIntervals, FilesOfOtherWriters) {
  TestRuntime runtime;
  Table table = readArrow(runtime, dataFile("arrow-js-intervals.arrow"));
  EXPECT_EQ(csvText(runtime, table.get()), "P1Y2M,P3DT1.5S,P1Y2M3DT4H5M6.5S\n"
                                           ",,\n"
                                           "P-1Y-2M,P-1DT-0.5S,P1M-1DT-0.000001S\n");
}

/// Other writers have intervals that Molt does not: a value of the file is changed to one.
TEST(ArrowIntervals, FilesWithNanoseconds) {
  TestRuntime runtime;
  Table table = intervalTable(runtime, "PT0S\n\nP7M8DT0.000001S\n");
  TempFile file;
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
  std::string content = file.read();
  NanoInterval value = {7, 8, 1000};
  size_t at = content.find(std::string(reinterpret_cast<const char *>(&value), sizeof(value)));
  ASSERT_NE(at, std::string::npos);
  content[at + 8] += 1;
  TempFile odd(content, ".arrow");
  error = arrowError(runtime, odd.path());
  EXPECT_EQ(error.code, MOLT_UNSUPPORTED);
  EXPECT_EQ(error.row, 2);
  EXPECT_STREQ(error.location, odd.path());
  EXPECT_STREQ(error.message,
               "column \"v\", row 2: its 1001 nanoseconds are not whole microseconds, which "
               "intervals count; round them to a multiple of 1000 before");
  content[at + 8] -= 1;
  content[at + 8 - 16] = 1; // Under the null.
  EXPECT_EQ(csvText(runtime, readArrow(runtime, TempFile(content, ".arrow").path()).get()),
            "PT0S\n\nP7M8DT0.000001S\n");
}

/// Any byte may be any other: units that do not exist, types without a table.
TEST(ArrowIntervals, DamagedFiles) {
  TestRuntime runtime(1, 64 << 20);
  std::vector<std::string> contents = {contentOf(dataFile("arrow-js-intervals.arrow")),
                                       contentOf(dataFile("arrow-js-nested.arrow"))};
  Table table = intervalTable(runtime, someRows);
  for (int32_t stream : {0, 1}) {
    TempFile file;
    MoltArrowOptions form = {stream, MOLT_ARROW_UNCOMPRESSED};
    MoltError error = {};
    ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &form, &error), MOLT_OK);
    contents.push_back(file.read());
  }
  bool sawUnknownUnit = false;
  for (std::string content : contents)
    for (char &byte : content)
      for (int value : {0, 1, 2, 3, 4, 8, 11, 16, 0x7F, 0x80, 0xFF}) {
        char before = byte;
        byte = static_cast<char>(value);
        sawUnknownUnit |= readAnything(runtime, content)
                              .find("column \"v\" has the Arrow type Interval; supported") == 0;
        byte = before;
      }
  EXPECT_TRUE(sawUnknownUnit);
}
