//===- CsvReaderTest.cpp - Reading CSV files ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <random>

using namespace molt::rt::test;

static const std::vector<MoltField> twoTexts = {{"a", type(MOLT_UTF8, true)},
                                                {"b", type(MOLT_UTF8, true)}};

TEST(CsvReader, ColumnsByName) {
  TestRuntime runtime;
  Table table =
      readCsv(runtime, "x,y,z\n1,2,3\n4,5,6\n", {{"z", type(MOLT_INT32)}, {"x", type(MOLT_INT8)}});
  EXPECT_EQ(csvText(runtime, table.get()), "3,1\n6,4\n");
  MoltColumnStatistics statistics = molt_table_statistics(table.get(), 0);
  EXPECT_EQ(statistics.min_low, 3u);
  EXPECT_EQ(statistics.max_low, 6u);
  EXPECT_EQ(statistics.null_count, 0);
}

TEST(CsvReader, ColumnsByPosition) {
  TestRuntime runtime;
  TempFile file("1|2|3|\n4|5|6|\n");
  MoltCsvOptions options = csvOptions();
  options.delimiter = '|';
  options.header = 0;
  options.trailing_delimiter = 1;
  MoltField fields[] = {{"c", type(MOLT_INT32)}, {"a", type(MOLT_INT32)}};
  int32_t positions[] = {2, 0};
  MoltTable *table = nullptr;
  MoltError error = {};
  ASSERT_EQ(
      molt_table_read_csv(runtime, file.path(), &options, fields, 2, positions, 3, &table, &error),
      MOLT_OK)
      << error.message;
  EXPECT_EQ(csvText(runtime, Table(table).get()), "3,1\n6,4\n");
  EXPECT_EQ(
      molt_table_read_csv(runtime, file.path(), &options, fields, 2, positions, 2, &table, &error),
      MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "column \"c\" is field 2 of a file with 2 fields per line");
}

TEST(CsvReader, LineEnds) {
  TestRuntime runtime;
  for (const char *text :
       {"a,b\nx,y\nz,w\n", "a,b\r\nx,y\r\nz,w\r\n", "a,b\nx,y\nz,w", "a,b\r\nx,y\nz,w\r\n\r\n\n",
        "\xEF\xBB\xBF"
        "a,b\nx,y\nz,w\n\n\n"})
    EXPECT_EQ(csvText(runtime, readCsv(runtime, text, twoTexts).get()), "x,y\nz,w\n") << text;
  // Within quotes line ends are text.
  EXPECT_EQ(csvText(runtime, readCsv(runtime, "a,b\r\n\"x\r\ny\",\"z\n\"\r\n", twoTexts).get()),
            "\"x\r\ny\",\"z\n\"\n");
}

TEST(CsvReader, OneColumnFilesHaveEmptyFields) {
  TestRuntime runtime;
  std::vector<MoltField> fields = {{"a", type(MOLT_UTF8, true)}};
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "a\nx\n\ny\n\n", fields).get()), 4);
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "a\nx\n\r\ny", fields).get()), 3);
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "a\n", fields).get()), 0);
  MoltCsvOptions options = csvOptions();
  options.trailing_delimiter = 1;
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "a,\nx,\n,\n\n", fields, options).get()), 2);
}

TEST(CsvReader, NoRows) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "a,b\n", twoTexts);
  EXPECT_EQ(molt_table_rows(table.get()), 0);
  EXPECT_EQ(molt_table_chunks(table.get()), 0);
  MoltCsvOptions options = csvOptions();
  options.header = 0;
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "", twoTexts, options).get()), 0);
}

TEST(CsvReader, Quotes) {
  TestRuntime runtime;
  Table table = readCsv(runtime,
                        "a,b\n"
                        "\"x\",\"y,z\"\n"
                        "\"\"\"q\"\"\",\"\"\n"
                        "in\"ch,5\" wide\n" // quotes within unquoted fields are text
                        "\"\"\"\",\"a\"\"\"\n",
                        twoTexts);
  EXPECT_EQ(csvText(runtime, table.get()), "x,\"y,z\"\n"
                                           "\"\"\"q\"\"\",\"\"\n"
                                           "\"in\"\"ch\",\"5\"\" wide\"\n"
                                           "\"\"\"\",\"a\"\"\"\n");
  // The header is a record as others are.
  Table header =
      readCsv(runtime, "a,\"b\nc\"\n1,2\n", {{"a", type(MOLT_INT64)}, {"b\nc", type(MOLT_INT64)}});
  EXPECT_EQ(csvText(runtime, header.get()), "1,2\n");
  // Quoted numbers are numbers.
  Table number = readCsv(runtime, "a\n\"12\"\n", {{"a", type(MOLT_INT64)}});
  EXPECT_EQ(csvText(runtime, number.get()), "12\n");
}

TEST(CsvReader, Escapes) {
  TestRuntime runtime;
  MoltCsvOptions options = csvOptions();
  options.escape = '\\';
  Table table =
      readCsv(runtime, "a,b\n\"x\\\"y\\\\\",\"\\n\"\nback\\slash,\"\"\"\"\n", twoTexts, options);
  EXPECT_EQ(csvText(runtime, table.get()), "\"x\"\"y\\\",n\nback\\slash,\"\"\"\"\n");
  options.quote = 0;
  options.escape = 0;
  table = readCsv(runtime, "a,b\n\"x,y\"\n", twoTexts, options);
  EXPECT_EQ(csvText(runtime, table.get()), "\"\"\"x\",\"y\"\"\"\n");
}

TEST(CsvReader, Nulls) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "a,b\n,\"\"\nx,\n", twoTexts);
  EXPECT_EQ(molt_table_statistics(table.get(), 0).null_count, 1);
  EXPECT_EQ(molt_table_statistics(table.get(), 1).null_count, 1);
  EXPECT_EQ(csvText(runtime, table.get()), ",\"\"\nx,\n");
  // Not nullable: an empty string.
  table = readCsv(runtime, "a,b\n,x\n", {{"a", type(MOLT_UTF8)}, {"b", type(MOLT_UTF8)}});
  EXPECT_EQ(molt_table_statistics(table.get(), 0).null_count, 0);
  EXPECT_EQ(molt_table_chunk_column(table.get(), 0, 0).validity, nullptr);
}

TEST(CsvReader, NullBitmapsOfManyRows) {
  TestRuntime runtime;
  std::string text = "i,d,s,b\n", expected;
  for (int i = 0; i < 30000; ++i) {
    std::string line = (i % 3 ? std::to_string(i) : "") + "," + (i % 7 ? "1.50" : "") + "," +
                       (i % 11 ? "s" + std::to_string(i) : "") + "," +
                       (i % 13 ? (i % 2 ? "true" : "false") : "");
    text += line + "\n";
    expected += line + "\n";
  }
  Table table = readCsv(runtime, text,
                        {{"i", type(MOLT_INT32, true)},
                         {"d", decimal(9, 2, true)},
                         {"s", type(MOLT_UTF8, true)},
                         {"b", type(MOLT_BOOL, true)}});
  EXPECT_EQ(molt_table_statistics(table.get(), 0).null_count, 10000);
  EXPECT_EQ(csvText(runtime, table.get()), expected);
}

/// A file with quotes, newlines and delimiters within them, and long fields,
/// against the rows it was made of: blocks must be cut between records only.
TEST(CsvReader, BlocksAreCutBetweenRecords) {
  std::mt19937 random(42);
  std::vector<std::string> pieces = {"a", "bc", ",", "\n", "\"\"", "\r\n", "é", " ", "word", "|"};
  for (bool manyQuotes : {false, true}) {
    TestRuntime runtime;
    std::string text = "a,b\n", expected;
    for (int row = 0; row < 40000; ++row) {
      for (int column = 0; column < 2; ++column) {
        std::string content;
        for (int i = random() % 8; i > 0; --i)
          content += pieces[random() % pieces.size()];
        if (random() % 1000 == 0)
          content += std::string(random() % 5000, 'x');
        bool special = content.find_first_of(",\n\r\"") != std::string::npos;
        bool quoted = special || content.empty();
        if (!manyQuotes && special) {
          content = "plain";
          quoted = false;
        }
        expected += (quoted ? "\"" + content + "\"" : content) + (column ? "\n" : ",");
        // More quotes than the writer uses.
        quoted |= manyQuotes && random() % 2;
        text += (quoted ? "\"" + content + "\"" : content) + (column ? "\n" : ",");
      }
    }
    Table table = readCsv(runtime, text, twoTexts);
    EXPECT_EQ(molt_table_rows(table.get()), 40000);
    EXPECT_GT(molt_table_chunks(table.get()), 1);
    EXPECT_EQ(csvText(runtime, table.get()), expected);
  }
}

TEST(CsvReader, RecordsLongerThanABlock) {
  TestRuntime runtime;
  std::string big(3 << 20, 'x');
  std::string text = "a,b\n\"" + big + "\n\",1\n" + big + ",2\nlast,3\n";
  Table table = readCsv(runtime, text, twoTexts);
  EXPECT_EQ(molt_table_rows(table.get()), 3);
  EXPECT_EQ(csvText(runtime, table.get()), text.substr(4));
}

TEST(CsvReader, InferredSchemas) {
  TestRuntime runtime;
  TempFile file("b,i,f,d,s,n,q,m\n"
                "true,1,1.5,2020-01-01,x,,\"1\",\n"
                "FALSE,-2,2,1999-12-31,1,,2,7\n");
  MoltTable *schema = nullptr;
  MoltError error = {};
  ASSERT_EQ(molt_csv_infer_schema(runtime, file.path(), nullptr, &schema, &error), MOLT_OK)
      << error.message;
  Table table(schema);
  ASSERT_EQ(molt_table_columns(schema), 8);
  EXPECT_EQ(molt_table_rows(schema), 0);
  const int32_t kinds[] = {MOLT_BOOL, MOLT_INT64, MOLT_FLOAT64, MOLT_DATE32,
                           MOLT_UTF8, MOLT_UTF8,  MOLT_INT64,   MOLT_INT64};
  const int32_t nullable[] = {0, 0, 0, 0, 0, 1, 0, 1};
  for (int i = 0; i < 8; ++i) {
    EXPECT_EQ(molt_table_field(schema, i).type.kind, kinds[i]) << i;
    EXPECT_EQ(molt_table_field(schema, i).type.nullable, nullable[i]) << i;
  }
  EXPECT_STREQ(molt_table_field(schema, 3).name, "d");
}

TEST(CsvReader, InferredTimes) {
  TestRuntime runtime;
  TempFile file(
      "a,b,c,d,e\n"
      "2020-01-01 12:00,12:00:00.5,2020-01-01,2020-01-01 00:00Z,2020-01-01 00:00:00.1234567\n"
      "2020-01-01T12:00:00.123456,23:59,,2020-01-01,2020-01-01\n");
  MoltTable *schema = nullptr;
  MoltError error = {};
  ASSERT_EQ(molt_csv_infer_schema(runtime, file.path(), nullptr, &schema, &error), MOLT_OK)
      << error.message;
  Table table(schema);
  // No zone is inferred, and no unit but microseconds.
  const int32_t kinds[] = {MOLT_TIMESTAMP, MOLT_TIME, MOLT_DATE32, MOLT_UTF8, MOLT_UTF8};
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(molt_table_field(schema, i).type.kind, kinds[i]) << i;
  EXPECT_EQ(molt_table_field(schema, 0).type.scale, 6);
  EXPECT_EQ(molt_table_field(schema, 0).type.zone, nullptr);
  EXPECT_EQ(molt_table_field(schema, 1).type.scale, 6);
}

TEST(CsvReader, InferredNamesWithoutHeader) {
  TestRuntime runtime;
  TempFile file("1|a|\n2.5|b|\n");
  MoltCsvOptions options = csvOptions();
  options.header = 0;
  options.delimiter = '|';
  options.trailing_delimiter = 1;
  MoltTable *schema = nullptr;
  MoltError error = {};
  ASSERT_EQ(molt_csv_infer_schema(runtime, file.path(), &options, &schema, &error), MOLT_OK)
      << error.message;
  Table table(schema);
  ASSERT_EQ(molt_table_columns(schema), 2);
  EXPECT_STREQ(molt_table_field(schema, 1).name, "column1");
  EXPECT_EQ(molt_table_field(schema, 0).type.kind, MOLT_FLOAT64);
}
