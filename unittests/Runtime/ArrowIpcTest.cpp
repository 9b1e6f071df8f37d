//===- ArrowIpcTest.cpp - Arrow IPC files ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

using namespace molt::rt::test;

static const std::vector<MoltField> mixedFields = {
    {"b", type(MOLT_BOOL, true)},    {"i", type(MOLT_INT32)},      {"u", type(MOLT_UINT64, true)},
    {"f", type(MOLT_FLOAT64, true)}, {"s", type(MOLT_UTF8, true)}, {"d", type(MOLT_DATE32)},
    {"m", decimal(15, 2, true)},     {"n", decimal(9, 0)},         {"w", decimal(38, 5)}};

/// Rows of mixedFields as CSV.
static std::string mixedRows(int64_t rows) {
  std::string text;
  for (int64_t i = 0; i < rows; ++i) {
    std::string number = std::to_string(i);
    text += (i % 4 ? (i % 2 ? "true," : "false,") : ",") + number + "," +
            (i % 5 ? number : std::string()) + "," + (i % 6 ? number + ".5" : std::string()) + "," +
            (i % 7 ? "text é " + number : std::string()) + ",2020-01-" + (i % 20 < 10 ? "1" : "2") +
            std::to_string(i % 9) + "," + (i % 8 ? number + ".25" : std::string()) + ",-" +
            std::to_string(i + 1) + "," + number + ".00001\n";
  }
  return text;
}

TEST(ArrowIpc, ComesBackTheSame) {
  TestRuntime runtime;
  for (int64_t rows : {0, 1, 100, 30000}) {
    Table table = readCsv(runtime, "b,i,u,f,s,d,m,n,w\n" + mixedRows(rows), mixedFields);
    TempFile file;
    MoltError error = {};
    ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK)
        << error.message;
    Table again = readArrow(runtime, file.path());
    EXPECT_EQ(csvText(runtime, again.get()), mixedRows(rows));
    EXPECT_EQ(molt_table_columns(again.get()), 9);
    for (int i = 0; i < 9; ++i) {
      MoltField field = molt_table_field(again.get(), i);
      EXPECT_STREQ(field.name, mixedFields[i].name);
      EXPECT_EQ(field.type.kind, mixedFields[i].type.kind);
      EXPECT_EQ(field.type.nullable, mixedFields[i].type.nullable);
      MoltColumnStatistics expected = molt_table_statistics(table.get(), i);
      MoltColumnStatistics actual = molt_table_statistics(again.get(), i);
      EXPECT_EQ(actual.null_count, expected.null_count);
      EXPECT_EQ(actual.has_range, expected.has_range);
      EXPECT_EQ(actual.min_low, expected.min_low);
      EXPECT_EQ(actual.max_low, expected.max_low);
    }
    // Some columns, in another order.
    Table some = readArrow(runtime, file.path(), {mixedFields[7], mixedFields[4]});
    EXPECT_EQ(molt_table_rows(some.get()), rows);
    EXPECT_STREQ(molt_table_field(some.get(), 1).name, "s");
  }
}

/// Timestamps, times and durations of all units.
static const std::vector<MoltField> timeFields = {
    {"a", {MOLT_TIMESTAMP, 0, 0, 1, nullptr}}, {"b", {MOLT_TIMESTAMP, 0, 3, 0, "UTC"}},
    {"c", {MOLT_TIMESTAMP, 0, 6, 0, nullptr}}, {"d", {MOLT_TIMESTAMP, 0, 9, 1, "Europe/Berlin"}},
    {"e", {MOLT_TIME, 0, 0, 1, nullptr}},      {"f", {MOLT_TIME, 0, 3, 0, nullptr}},
    {"g", {MOLT_TIME, 0, 6, 0, nullptr}},      {"h", {MOLT_TIME, 0, 9, 0, nullptr}},
    {"i", {MOLT_DURATION, 0, 0, 0, nullptr}},  {"j", {MOLT_DURATION, 0, 3, 0, nullptr}},
    {"k", {MOLT_DURATION, 0, 6, 1, nullptr}},  {"l", {MOLT_DURATION, 0, 9, 0, nullptr}}};
static const char *const timeRows =
    "2024-02-29 12:34:56,1970-01-01 00:00:00.001Z,1969-12-31 23:59:59.999999,"
    "2262-04-11 23:47:16.854775807Z,23:59:59,23:59:59.999,23:59:59.999999,23:59:59.999999999,"
    "PT5S,-PT0.005S,P1DT2H,PT0.000000001S\n"
    ",1970-01-01 00:00:00Z,0001-01-01 00:00:00,,,00:00:00,12:00:00,00:00:00.5,PT0S,PT0S,,-P1D\n";

TEST(ArrowIpc, TimesComeBackTheSame) {
  TestRuntime runtime;
  Table table = readCsv(runtime, std::string("a,b,c,d,e,f,g,h,i,j,k,l\n") + timeRows, timeFields);
  EXPECT_EQ(csvText(runtime, table.get()), timeRows);
  TempFile file;
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
  Table again = readArrow(runtime, file.path());
  table.reset(); // The zones are the new table's own.
  EXPECT_EQ(csvText(runtime, again.get()), timeRows);
  for (int i = 0; i < 12; ++i) {
    MoltType type = molt_table_field(again.get(), i).type, expected = timeFields[i].type;
    EXPECT_EQ(type.kind, expected.kind);
    EXPECT_EQ(type.scale, expected.scale);
    EXPECT_STREQ(type.zone ? type.zone : "", expected.zone ? expected.zone : "");
  }
  error = arrowError(runtime, file.path(), {{"d", {MOLT_TIMESTAMP, 0, 9, 1, "UTC"}}});
  EXPECT_STREQ(error.message,
               "column \"d\" has type timestamp(ns, \"Europe/Berlin\")? in the file; "
               "expected timestamp(ns, \"UTC\")?");
  error = arrowError(runtime, file.path(), {{"e", {MOLT_TIME, 0, 3, 1, nullptr}}});
  EXPECT_STREQ(error.message, "column \"e\" has type time(s)? in the file; expected time(ms)?");
  error = arrowError(runtime, file.path(), {{"e", {MOLT_TIME, 0, 4, 1, nullptr}}});
  EXPECT_STREQ(error.message, "column \"e\" counts time with 4 digits behind the second; possible "
                              "are 0, 3, 6 and 9");
  error = arrowError(runtime, file.path(), {{"e", {MOLT_TIME, 0, 3, 1, "UTC"}}});
  EXPECT_STREQ(error.message, "column \"e\" has a zone of 3 bytes; timestamps may have one, of 1 "
                              "to 63 bytes");
}

/// Arrow has no integers of 128 bits; they are written as decimals of 38 digits.
TEST(ArrowIpc, WideIntegersAreDecimals) {
  TestRuntime runtime;
  const std::string rows = "99999999999999999999999999999999999999\n\n"
                               "-99999999999999999999999999999999999999\n5\n";
  Table table = readCsv(runtime, "i\n" + rows, {{"i", type(MOLT_INT128, true)}});
  TempFile file;
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
  MoltType written = molt_table_field(readArrow(runtime, file.path()).get(), 0).type;
  EXPECT_EQ(written.kind, MOLT_DECIMAL);
  EXPECT_EQ(written.precision, 38);
  EXPECT_EQ(written.scale, 0);
  Table again = readArrow(runtime, file.path(), {{"i", type(MOLT_INT128, true)}});
  EXPECT_EQ(molt_table_field(again.get(), 0).type.kind, MOLT_INT128);
  EXPECT_EQ(csvText(runtime, again.get()), rows);

  // From decimals of few digits, too, but not from those with a point.
  Table money = readCsv(runtime, "d,e\n12,1.5\n-7,2.5\n", {{"d", decimal(9, 0)}, {"e", decimal(9, 1)}});
  ASSERT_EQ(molt_table_write_arrow(runtime, money.get(), file.path(), nullptr, &error), MOLT_OK);
  again = readArrow(runtime, file.path(), {{"d", type(MOLT_INT128)}});
  EXPECT_EQ(csvText(runtime, again.get()), "12\n-7\n");
  EXPECT_EQ(molt_table_statistics(again.get(), 0).max_low, 12u);
  error = arrowError(runtime, file.path(), {{"e", type(MOLT_INT128)}});
  EXPECT_STREQ(error.message, "column \"e\" has type decimal(9, 1) in the file; expected int128");

  // What has 39 digits cannot be written.
  table = readCsv(runtime, "i\n1\n\n100000000000000000000000000000000000000\n",
                  {{"i", type(MOLT_INT128, true)}});
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_CAST);
  EXPECT_EQ(error.row, 2);
  EXPECT_STREQ(error.message,
               "column \"i\", row 2: 100000000000000000000000000000000000000 has more than the 38 "
               "digits that Arrow's decimal128 has, in which int128 is written; write CSV, or cast "
               "the column to f64");
}

TEST(ArrowIpc, NullColumnsComeBackTheSame) {
  TestRuntime runtime;
  const std::vector<MoltField> fields = {
      {"a", type(MOLT_INT32)}, {"n", type(MOLT_NULL, true)}, {"s", type(MOLT_UTF8, true)}};
  const std::string rows = "1,,x\n2,,\n3,,z\n";
  Table table = readCsv(runtime, "a,n,s\n" + rows, fields);
  EXPECT_EQ(molt_table_statistics(table.get(), 1).null_count, 3);
  TempFile file;
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
  Table again = readArrow(runtime, file.path());
  EXPECT_EQ(csvText(runtime, again.get()), rows);
  EXPECT_EQ(molt_table_field(again.get(), 1).type.kind, MOLT_NULL);
  EXPECT_EQ(molt_table_statistics(again.get(), 1).null_count, 3);
  // Columns behind it are found.
  EXPECT_EQ(csvText(runtime, readArrow(runtime, file.path(), {fields[2]}).get()), "x\n\nz\n");
  error = arrowError(runtime, file.path(), {{"n", type(MOLT_NULL)}});
  EXPECT_STREQ(error.message,
               "column \"n\" has type null and is not nullable; nothing fits it");
  error = arrowError(runtime, file.path(), {{"n", type(MOLT_INT32, true)}});
  EXPECT_STREQ(error.message, "column \"n\" has type null? in the file; expected int32?");
}

TEST(ArrowIpc, SchemasMustFit) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "b,i,u,f,s,d,m,n,w\n" + mixedRows(10), mixedFields);
  TempFile file;
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), nullptr, &error), MOLT_OK);
  error = arrowError(runtime, file.path(), {{"x", type(MOLT_INT32)}});
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "the file has no column \"x\"; it has \"b\", \"i\", \"u\", \"f\", "
                              "\"s\", \"d\", \"m\", \"n\", \"w\"");
  EXPECT_STREQ(error.location, file.path());
  error = arrowError(runtime, file.path(), {{"i", type(MOLT_INT64)}});
  EXPECT_STREQ(error.message, "column \"i\" has type int32 in the file; expected int64");
  error = arrowError(runtime, file.path(), {{"s", type(MOLT_UTF8)}});
  EXPECT_EQ(error.code, MOLT_INVALID_DATA);
  EXPECT_STREQ(error.message, "column \"s\", row 0: it is null, but the column is not nullable");
}

TEST(ArrowIpc, FilesOfOtherWriters) {
  TestRuntime runtime;
  Table js = readArrow(runtime, dataFile("arrow-js.arrow"));
  EXPECT_EQ(csvText(runtime, js.get()),
            "1,1,0.5,1,a,true,2020-02-29\n"
            "-2,2,-1,-9007199254740993,,,\n"
            "3,255,1e+300,3,\"héllo wörld, long enough\",false,1969-12-31\n");
  Table polars = readArrow(runtime, dataFile("polars.arrow"));
  EXPECT_EQ(csvText(runtime, polars.get()), "1,x,1.5,true\n"
                                            "2,,,false\n"
                                            "3,a string that is longer than twelve bytes,-2.25,\n");
}

TEST(ArrowIpc, WideIntegersAndNullsOfOtherWriters) {
  TestRuntime runtime;
  std::string path = dataFile("arrow-js-wide.arrow");
  Table table = readArrow(runtime, path, {{"h", type(MOLT_INT128, true)},
                                          {"n", type(MOLT_NULL, true)},
                                          {"i", type(MOLT_INT32)}});
  EXPECT_EQ(csvText(runtime, table.get()), "170141183460469231731687303715884105727,,1\n"
                                           "-170141183460469231731687303715884105728,,2\n"
                                           ",,3\n"
                                           "5,,4\n");
  MoltError error = arrowError(runtime, path, {{"raw", type(MOLT_INT128, true)}});
  EXPECT_EQ(error.code, MOLT_UNSUPPORTED);
  EXPECT_EQ(std::string(error.message).find("column \"raw\" has the Arrow type FixedSizeBinary;"), 0u);
}

TEST(ArrowIpc, StreamsAndCompressionComeBackTheSame) {
  TestRuntime runtime;
  for (int64_t rows : {0, 1, 30000}) {
    Table table = readCsv(runtime, "b,i,u,f,s,d,m,n,w\n" + mixedRows(rows), mixedFields);
    size_t plain = 0;
    for (const MoltArrowOptions &form : allForms()) {
      TempFile file;
      MoltError error = {};
      ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &form, &error), MOLT_OK)
          << error.message;
      std::string content = file.read();
      EXPECT_EQ(content.substr(0, 6) == "ARROW1", form.stream == 0);
      if (form.compression == MOLT_ARROW_UNCOMPRESSED)
        plain = content.size();
      else if (rows > 1)
        EXPECT_LT(content.size(), plain / 2);
      Table again = readArrow(runtime, file.path());
      EXPECT_EQ(csvText(runtime, again.get()), mixedRows(rows));
      Table some = readArrow(runtime, file.path(), {mixedFields[7], mixedFields[4]});
      EXPECT_EQ(molt_table_rows(some.get()), rows);
    }
  }
}

TEST(ArrowIpc, StreamsAndCompressionOfOtherWriters) {
  TestRuntime runtime;
  EXPECT_EQ(csvText(runtime, readArrow(runtime, dataFile("arrow-js-stream.arrow")).get()),
            csvText(runtime, readArrow(runtime, dataFile("arrow-js.arrow")).get()));
  EXPECT_EQ(csvText(runtime, readArrow(runtime, dataFile("polars-lz4.arrow")).get()),
            csvText(runtime, readArrow(runtime, dataFile("polars.arrow")).get()));
  std::string first, last;
  for (int i = 0; i < 40; ++i)
    first += "zst";
  for (int i = 0; i < 50; ++i)
    last += "and ";
  EXPECT_EQ(csvText(runtime, readArrow(runtime, dataFile("polars-zstd.arrow")).get()),
            "1," + first + ",2024-02-29 12:34:56.789\n2,,\n3," + last + ",1970-01-01 00:00:00\n");
}

TEST(ArrowIpc, BinaryComesBackTheSame) {
  TestRuntime runtime;
  const char *const rows = "00ff80,\n\"\",\"\"\nff,00112233445566778899aabbccddeeff\n";
  Table table = readCsv(runtime, std::string("a,b\n") + rows,
                        {{"a", type(MOLT_BINARY)}, {"b", type(MOLT_BINARY, true)}});
  for (const MoltArrowOptions &form : allForms()) {
    TempFile file;
    MoltError error = {};
    ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &form, &error), MOLT_OK);
    Table again = readArrow(runtime, file.path());
    EXPECT_EQ(csvText(runtime, again.get()), rows);
    EXPECT_EQ(molt_table_field(again.get(), 0).type.kind, MOLT_BINARY);
  }
}

TEST(ArrowIpc, UnknownCompression) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "i\n1\n", {{"i", type(MOLT_INT32)}});
  TempFile file;
  MoltError error = {};
  MoltArrowOptions options = {0, 3};
  EXPECT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &options, &error),
            MOLT_UNSUPPORTED);
  EXPECT_STREQ(error.message,
               "Arrow files have compression 0 (none), 1 (LZ4) or 2 (ZSTD); 3 was asked for");
}

TEST(ArrowIpc, ColumnsBesideUnsupportedOnes) {
  TestRuntime runtime;
  std::string path = dataFile("arrow-js-nested.arrow");
  Table table = readArrow(runtime, path,
                          {{"y", type(MOLT_FLOAT32, true)},
                           {"x", type(MOLT_UINT16)},
                           {"large", type(MOLT_UTF8, true)}});
  EXPECT_EQ(csvText(runtime, table.get()), "1.5,10,eins\n,20,\n-2,30,drei und dreißig\n");
  MoltError error = arrowError(runtime, path);
  EXPECT_EQ(error.code, MOLT_UNSUPPORTED);
  EXPECT_STREQ(error.message,
               "column \"list\" has the Arrow type List; supported are null, bool, "
               "integers, float32, float64, utf8, binary, date32, timestamps, times, "
               "durations, intervals and decimals");
  error = arrowError(runtime, path, {{"dict", type(MOLT_UTF8, true)}});
  EXPECT_EQ(std::string(error.message)
                .find("column \"dict\" has the Arrow type "
                      "dictionary-encoded Utf8;"),
            0u);
}

TEST(ArrowIpc, WhatIsNoSuchFile) {
  TestRuntime runtime;
  MoltError error = arrowError(runtime, TempFile("a,b\n1,2\n").path());
  EXPECT_STREQ(error.message, "this is not an Arrow IPC file or stream: it begins neither with "
                              "\"ARROW1\" nor with a message");
  error = arrowError(runtime, TempFile("").path());
  EXPECT_STREQ(error.message, "the Arrow file is damaged or cut off: it is empty");
  error = arrowError(runtime, "/nonexistent/file.arrow");
  EXPECT_EQ(error.code, MOLT_IO);
  EXPECT_STREQ(error.message, "cannot open the file: No such file or directory");
  error = arrowError(runtime, "/tmp");
  EXPECT_STREQ(error.message, "cannot read the file: Is a directory");
}

TEST(ArrowIpc, CutOffFiles) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "b,i,u,f,s,d,m,n,w\n" + mixedRows(3), mixedFields);
  TempFile file;
  MoltError error = {};
  for (const MoltArrowOptions &form : allForms()) {
    ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &form, &error), MOLT_OK);
    std::string content = file.read();
    for (size_t length = 0; length < content.size(); ++length) {
      MoltTable *out = nullptr;
      TempFile cut(content.substr(0, length));
      int32_t status = molt_table_read_arrow(runtime, cut.path(), nullptr, 0, &out, &error);
      // A stream may end behind any message; what is there is then whole.
      if (status == MOLT_OK && form.stream)
        EXPECT_LE(molt_table_rows(Table(out).get()), 3);
      else
        EXPECT_EQ(status, MOLT_INVALID_DATA) << length;
    }
  }
}

TEST(ArrowIpc, DamagedFiles) {
  TestRuntime runtime(1, 64 << 20);
  std::vector<std::string> contents = {
      contentOf(dataFile("arrow-js.arrow")), contentOf(dataFile("polars.arrow")),
      contentOf(dataFile("arrow-js-wide.arrow")), contentOf(dataFile("arrow-js-intervals.arrow")),
      contentOf(dataFile("arrow-js-nested.arrow"))};
  Table table = readCsv(runtime, "b,i,u,f,s,d,m,n,w\n" + mixedRows(2), mixedFields);
  TempFile file;
  MoltError error = {};
  for (const MoltArrowOptions &form : allForms()) {
    ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &form, &error), MOLT_OK);
    contents.push_back(file.read());
  }
  contents.push_back(contentOf(dataFile("polars-zstd.arrow")));
  for (std::string content : contents)
    for (size_t i = 0; i < content.size(); ++i)
      for (int change : {0x01, 0x80, 0xFF}) {
        content[i] ^= change;
        readAnything(runtime, content);
        content[i] ^= change;
      }
}

/// The metadata may be valid and name a type whose table is missing. That of a union is needed to
/// know its buffers.
TEST(ArrowIpc, UnionsWithoutATable) {
  TestRuntime runtime(1);
  Table table = readCsv(runtime, "i\n1\n", {{"i", type(MOLT_INT32)}});
  TempFile file;
  MoltArrowOptions stream = {1, MOLT_ARROW_UNCOMPRESSED};
  MoltError error = {};
  ASSERT_EQ(molt_table_write_arrow(runtime, table.get(), file.path(), &stream, &error), MOLT_OK);
  std::string content = file.read();
  auto fails = [&](const char *message) {
    return readAnything(runtime, content).find(message) == 0;
  };
  int unions = 0, withoutTable = 0;
  for (char &kind : content) {
    char before = kind;
    kind = 14; // A union's number.
    if (fails("column \"i\" has the Arrow type Union;")) {
      ++unions;
      // One of the bytes is the distance to the table, with 0 for none.
      for (char &distance : content) {
        char kept = distance;
        distance = 0;
        withoutTable += fails("column \"i\" has an Arrow type that this version does not know");
        distance = kept;
      }
    }
    kind = before;
  }
  EXPECT_EQ(unions, 1);
  EXPECT_GT(withoutTable, 0);
}
