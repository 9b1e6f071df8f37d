//===- CsvErrorsTest.cpp - CSV files that cannot be read ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <atomic>

using namespace molt::rt::test;

static const std::vector<MoltField> intAndText = {{"i", type(MOLT_INT32)},
                                                  {"s", type(MOLT_UTF8, true)}};

/// The message of reading `text`; checks the place.
static std::string errorAt(const std::string &text, const std::vector<MoltField> &fields,
                           int64_t row, int64_t byte,
                           const MoltCsvOptions &options = csvOptions()) {
  TestRuntime runtime;
  MoltError error = csvError(runtime, text, fields, options);
  EXPECT_EQ(error.row, row) << error.message;
  EXPECT_EQ(error.byte, byte) << error.message;
  EXPECT_EQ(error.code, MOLT_INVALID_DATA);
  EXPECT_NE(std::string(error.location).find("molt-test-"), std::string::npos);
  return error.message;
}

TEST(CsvErrors, RaggedRows) {
  EXPECT_EQ(errorAt("i,s\n1,a\n2\n3,c\n", intAndText, 1, 8), "the record has 1 field; expected 2");
  EXPECT_EQ(errorAt("i,s\n1,a\n2,b,c\n", intAndText, 1, 8), "the record has 3 fields; expected 2");
  EXPECT_EQ(errorAt("i,s\n1,a\n2,b\n3", intAndText, 2, 12), "the record has 1 field; expected 2");
  EXPECT_EQ(errorAt("i,s\n1,a\n\n2,b\n", intAndText, 1, 8), "the line is empty; expected 2 fields");
  EXPECT_EQ(errorAt("i,s\r\n1,a\r\n\r\n2,b\r\n", intAndText, 1, 10),
            "the line is empty; expected 2 fields");
  // Two short records with as many separators as two right ones.
  EXPECT_EQ(errorAt("i,s\n1\n2\n", intAndText, 0, 4), "the record has 1 field; expected 2");
  EXPECT_EQ(errorAt("i,s\n1,\"a\nb\"\n2\n\"3\n", intAndText, 1, 12),
            "the record has 1 field; expected 2");
  EXPECT_EQ(errorAt("i\n1\n2,3\n", {{"i", type(MOLT_INT32)}}, 1, 4),
            "the record has 2 fields; expected 1");
}

TEST(CsvErrors, TrailingDelimiters) {
  MoltCsvOptions options = csvOptions();
  options.delimiter = '|';
  options.trailing_delimiter = 1;
  EXPECT_EQ(errorAt("i|s|\n1|a|\n2|b\n", intAndText, 1, 10, options),
            "the line does not end with the delimiter '|', which the option trailing_delimiter "
            "asks for");
  EXPECT_EQ(errorAt("i|s|\n1|a|x\n", intAndText, 0, 5, options),
            "the line does not end with the delimiter '|', which the option trailing_delimiter "
            "asks for");
  EXPECT_EQ(errorAt("i|s|\n1|\n", intAndText, 0, 5, options), "the record has 1 field; expected 2");
}

TEST(CsvErrors, Quotes) {
  EXPECT_EQ(errorAt("i,s\n1,\"a\n2,b\n", intAndText, 0, 6),
            "a quote is opened here and not closed before the end of the file");
  EXPECT_EQ(errorAt("i,s\n1,a\n2,\"b\"x\n", intAndText, 1, 10),
            "column \"s\": \"\"b\"x\": text follows the closing quote; a quote within quotes is "
            "written twice");
  EXPECT_EQ(errorAt("i,s\n\"1\"x,a\n", intAndText, 0, 4),
            "column \"i\": \"\"1\"x\": text follows the closing quote; a quote within quotes is "
            "written twice");
  MoltCsvOptions options = csvOptions();
  options.escape = '\\';
  EXPECT_EQ(errorAt("i,s\n1,\"a\\\"\n", intAndText, 0, 6, options),
            "a quote is opened here and not closed before the end of the file");
  TestRuntime runtime;
  MoltError error = csvError(runtime, "i,\"s\n1,a\n", intAndText);
  EXPECT_STREQ(error.message, "a quote is opened in the first line and not closed");
  EXPECT_EQ(error.byte, 2);
}

TEST(CsvErrors, Values) {
  EXPECT_EQ(errorAt("i,s\n1,a\n2147483648,b\n", intAndText, 1, 8),
            "column \"i\": \"2147483648\" is out of range for int32");
  EXPECT_EQ(errorAt("i,s\n 1,a\n", intAndText, 0, 4),
            "column \"i\": \" 1\" is not a value of type int32");
  EXPECT_EQ(errorAt("d\n2023-02-29\n", {{"d", type(MOLT_DATE32)}}, 0, 2),
            "column \"d\": \"2023-02-29\" is not a day of the calendar (years 0001 to 9999)");
  EXPECT_EQ(errorAt("d\n1.1.2023\n", {{"d", type(MOLT_DATE32)}}, 0, 2),
            "column \"d\": \"1.1.2023\" is not a date (expected YYYY-MM-DD)");
  EXPECT_EQ(
      errorAt("m\n1.234\n", {{"m", decimal(15, 2)}}, 0, 2),
      "column \"m\": \"1.234\" has more than 2 fractional digits, the scale of decimal(15, 2)");
  // As many digits as the type has, and one more.
  for (const char *text : {"1000.00", "-1234.56", "1000", "\"1000.00\""})
    EXPECT_NE(errorAt("m\n999.99\n-999\n" + std::string(text) + "\n", {{"m", decimal(5, 2)}}, 2, 14)
                  .find("out of range for decimal(5, 2)"),
              std::string::npos)
        << text;
  EXPECT_EQ(errorAt("m\n1e5\n", {{"m", decimal(15, 2)}}, 0, 2),
            "column \"m\": \"1e5\" is not a value of type decimal(15, 2)");
  EXPECT_EQ(errorAt("f\n1e999\n", {{"f", type(MOLT_FLOAT64)}}, 0, 2),
            "column \"f\": \"1e999\" is out of range for float64");
  EXPECT_EQ(errorAt("b\nyes\n", {{"b", type(MOLT_BOOL)}}, 0, 2),
            "column \"b\": \"yes\" is not a bool (expected true or false)");
  EXPECT_EQ(errorAt("i,s\n,a\n", intAndText, 0, 4),
            "column \"i\": \"\" is null, but the column is not nullable");
  EXPECT_EQ(errorAt("i,s\n\"\",a\n", intAndText, 0, 4),
            "column \"i\": \"\" is not a value of type int32");
  const std::string wide = "170141183460469231731687303715884105727", over = wide.substr(0, 38) + "8";
  EXPECT_EQ(errorAt("w\n" + wide + "\n" + over + "\n", {{"w", type(MOLT_INT128)}}, 1, 42),
            "column \"w\": \"" + over + "\" is out of range for int128");
  EXPECT_EQ(errorAt("n,s\n,a\n0,b\n", {{"n", type(MOLT_NULL, true)}, {"s", type(MOLT_UTF8)}}, 1, 7),
            "column \"n\": \"0\" is not null, and a column of type null has nothing else");
  EXPECT_EQ(errorAt("n,s\n\"\",a\n", {{"n", type(MOLT_NULL, true)}, {"s", type(MOLT_UTF8)}}, 0, 4),
            "column \"n\": \"\" is not null, and a column of type null has nothing else");
  EXPECT_EQ(errorAt("v\nP1Y\nP1W\n", {{"v", type(MOLT_INTERVAL)}}, 1, 6),
            "column \"v\": \"P1W\" is not an interval (expected the form P1Y2M3DT4H5M6.5S)");
  EXPECT_EQ(errorAt("v\nPT1.0000001S\n", {{"v", type(MOLT_INTERVAL)}}, 0, 2),
            "column \"v\": \"PT1.0000001S\" has more than 6 fractional digits, the scale of "
            "interval");
  EXPECT_EQ(errorAt("v\n-P2147483649D\n", {{"v", type(MOLT_INTERVAL)}}, 0, 2),
            "column \"v\": \"-P2147483649D\" is out of range for interval");
  EXPECT_EQ(errorAt("v,s\n,a\n", {{"v", type(MOLT_INTERVAL)}, {"s", type(MOLT_UTF8)}}, 0, 4),
            "column \"v\": \"\" is null, but the column is not nullable");
  // Control characters and long texts are shown safely.
  EXPECT_EQ(errorAt("i,s\n1\x01\xFFx,a\n", intAndText, 0, 4),
            "column \"i\": \"1\\x01\\xFFx\" is not a value of type int32");
  EXPECT_EQ(errorAt("i,s\n" + std::string(100, 'x') + ",a\n", intAndText, 0, 4),
            "column \"i\": \"" + std::string(60, 'x') + "…\" is not a value of type int32");
}

TEST(CsvErrors, InvalidUtf8) {
  EXPECT_EQ(errorAt("i,s\n1,a\n2,b\xFF"
                    "c\n",
                    intAndText, 1, 11),
            "column \"s\": \"b\\xFFc\" is not valid UTF-8 (byte 0xFF)");
  EXPECT_EQ(errorAt("i,s\n1,\"a\xC3\"\n", intAndText, 0, 8),
            "column \"s\": \"a\\xC3\" is not valid UTF-8 (byte 0xC3)");
  TestRuntime runtime;
  // In a column that is not read it does not matter.
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "i,s\n1,\xFF\n", {intAndText[0]}).get()), 1);
  MoltCsvOptions options = csvOptions();
  options.replace_invalid_utf8 = 1;
  Table table =
      readCsv(runtime, "i,s\n1,a\xFF\xC3z\n2,\"q\"\"\xE2\x82\"\n3,\n", intAndText, options);
  EXPECT_EQ(csvText(runtime, table.get()), "1,a��z\n2,\"q\"\"�\"\n3,\n");
}

TEST(CsvErrors, TheFirstBadRowIsReported) {
  // Whatever its column, on any number of threads and in any block.
  for (int32_t threads : {1, 4}) {
    TestRuntime runtime(threads);
    std::string text = "i,s,d\n";
    int64_t byte = 0;
    for (int i = 0; i < 100000; ++i) {
      if (i == 70001)
        byte = text.size();
      text += (i == 70002 || i == 95000 ? "x" : std::to_string(i)) + ",text," +
              (i == 70001 || i == 80000 ? "2000-13-01" : "2000-01-01") + "\n";
    }
    MoltError error = csvError(
        runtime, text, {{"i", type(MOLT_INT32)}, {"s", type(MOLT_UTF8)}, {"d", type(MOLT_DATE32)}});
    EXPECT_EQ(error.row, 70001);
    EXPECT_EQ(error.column, 2);
    EXPECT_EQ(error.byte, byte + int64_t(strlen("70001,text,")));
  }
}

TEST(CsvErrors, Files) {
  TestRuntime runtime;
  MoltTable *table = nullptr;
  MoltError error;
  EXPECT_EQ(molt_table_read_csv(runtime, "/nonexistent/x.csv", nullptr, intAndText.data(), 2,
                                nullptr, 0, &table, &error),
            MOLT_IO);
  EXPECT_STREQ(error.message, "cannot open the file: No such file or directory");
  EXPECT_STREQ(error.location, "/nonexistent/x.csv");
  EXPECT_EQ(molt_table_read_csv(runtime, "/tmp", nullptr, intAndText.data(), 2, nullptr, 0, &table,
                                &error),
            MOLT_IO);
  EXPECT_STREQ(error.message, "cannot read the file: Is a directory");
  EXPECT_EQ(molt_csv_infer_schema(runtime, "/nonexistent/x.csv", nullptr, &table, &error), MOLT_IO);
  error = csvError(runtime, "", intAndText);
  EXPECT_STREQ(error.message, "the file is empty; expected a header line with column names");
  error = csvError(runtime, "\xFF\xFEi\0", intAndText);
  EXPECT_STREQ(error.message,
               "the file is UTF-16; expected UTF-8 (convert it, for example with iconv)");
  EXPECT_EQ(molt_csv_infer_schema(runtime, TempFile("").path(), nullptr, &table, &error),
            MOLT_INVALID_DATA);
  EXPECT_STREQ(error.message, "the first line is empty; the columns cannot be inferred from it");
}

TEST(CsvErrors, Headers) {
  TestRuntime runtime;
  MoltError error = csvError(runtime, "i,t,\"u \"\"v\"\"\"\n1,a,b\n", intAndText);
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_EQ(error.column, 1);
  EXPECT_STREQ(error.message, "the header has no column \"s\"; it has \"i\", \"t\", \"u \"v\"\"");
  error = csvError(runtime, "s,i,s\na,1,b\n", intAndText);
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "the header has column \"s\" twice, as field 1 and as field 3");
  // A name twice is no matter where it is not asked for.
  EXPECT_EQ(molt_table_rows(readCsv(runtime, "s,i,s\na,1,b\n", {intAndText[0]}).get()), 1);
  MoltTable *table = nullptr;
  EXPECT_EQ(
      molt_csv_infer_schema(runtime, TempFile("a,b,a\n1,2,3\n").path(), nullptr, &table, &error),
      MOLT_SCHEMA);
  EXPECT_STREQ(error.message, "the header has column \"a\" twice; names must differ");
}

TEST(CsvErrors, InferenceMeetsBadFiles) {
  TestRuntime runtime;
  MoltTable *table = nullptr;
  MoltError error;
  EXPECT_EQ(
      molt_csv_infer_schema(runtime, TempFile("a,b\n1,2\n3\n").path(), nullptr, &table, &error),
      MOLT_INVALID_DATA);
  EXPECT_STREQ(error.message, "the record has 1 field; expected 2");
  EXPECT_EQ(error.row, 1);
  EXPECT_EQ(
      molt_csv_infer_schema(runtime, TempFile("a,b\n1,\"2\"x\n").path(), nullptr, &table, &error),
      MOLT_INVALID_DATA);
  EXPECT_STREQ(error.message, "\"\"2\"x\": text follows the closing quote; a quote within quotes "
                              "is written twice");
  EXPECT_EQ(error.column, 1);
}

TEST(CsvErrors, Options) {
  TestRuntime runtime;
  auto message = [&](const std::function<void(MoltCsvOptions &)> &change) {
    MoltCsvOptions options = csvOptions();
    change(options);
    MoltError error = csvError(runtime, "i,s\n1,a\n", intAndText, options);
    EXPECT_EQ(error.code, MOLT_SCHEMA);
    return std::string(error.message);
  };
  EXPECT_EQ(message([](MoltCsvOptions &options) { options.delimiter = 0; }),
            "the CSV delimiter is not set; start from molt_csv_defaults");
  EXPECT_EQ(message([](MoltCsvOptions &options) { options.delimiter = '\n'; }),
            "the CSV delimiter is byte 10; it must be ASCII and must not end a line");
  EXPECT_EQ(message([](MoltCsvOptions &options) { options.quote = '\xC3'; }),
            "the CSV quote is byte 195; it must be ASCII and must not end a line");
  EXPECT_EQ(message([](MoltCsvOptions &options) { options.delimiter = '"'; }),
            "the CSV delimiter '\"' is also the quote or escape character");
  EXPECT_EQ(message([](MoltCsvOptions &options) {
              options.quote = 0;
              options.escape = '\\';
            }),
            "a CSV escape character works within quotes, but there is no quote character");
  MoltError error = csvError(runtime, "i,s\n1,a\n", {{"i", decimal(40, 2)}});
  EXPECT_STREQ(error.message, "column \"i\" has type decimal(40, 2); the precision must be 1 to 38 "
                              "and the scale 0 to the precision");
  error = csvError(runtime, "i,s\n1,a\n", {});
  EXPECT_STREQ(error.message, "no columns to read were given");
}

TEST(CsvErrors, Cancellation) {
  std::atomic<int> asked{0};
  MoltRuntimeOptions options = {};
  options.threads = 2;
  options.user = &asked;
  options.cancelled = [](void *user) -> int32_t {
    return ++*static_cast<std::atomic<int> *>(user) > 1;
  };
  TestRuntime runtime(options);
  std::string text = "i,s\n";
  for (int i = 0; i < 200000; ++i)
    text += std::to_string(i) + ",a\n";
  MoltError error = csvError(runtime, text, intAndText);
  EXPECT_EQ(error.code, MOLT_CANCELLED);
}

TEST(CsvErrors, MemoryLimit) {
  TestRuntime runtime(2, 1 << 20);
  std::string text = "i,s\n";
  for (int i = 0; i < 200000; ++i)
    text += std::to_string(i) + ",some text\n";
  MoltError error = csvError(runtime, text, intAndText);
  EXPECT_EQ(error.code, MOLT_OUT_OF_MEMORY);
  EXPECT_NE(std::string(error.message).find("exceed the memory limit of 1048576 bytes"),
            std::string::npos);
}

TEST(CsvErrors, DamagedFiles) {
  // Any byte of a small file changed: a table or a message, no crash.
  TestRuntime runtime(1);
  std::vector<MoltField> fields = {{"i", type(MOLT_INT32, true)},
                                   {"s", type(MOLT_UTF8)},
                                   {"d", type(MOLT_DATE32)},
                                   {"m", decimal(15, 2)}};
  std::string text = "i,s,d,m\n1,\"a,b\",2020-01-01,1.50\n,\"x\"\"y\",1999-12-31,17\n3,ü\r\nz,,\n";
  for (size_t i = 0; i < text.size(); ++i)
    for (char change : {'"', ',', '\n', '\r', '\0', '\xFF', '9'}) {
      std::string changed = text;
      changed[i] = change;
      TempFile file(changed);
      MoltTable *table = nullptr;
      MoltError error = {};
      if (molt_table_read_csv(runtime, file.path(), nullptr, fields.data(), fields.size(), nullptr,
                              0, &table, &error) == MOLT_OK)
        csvText(runtime, table);
      else
        EXPECT_NE(error.message[0], 0);
      molt_table_release(table);
      MoltTable *schema = nullptr;
      molt_csv_infer_schema(runtime, file.path(), nullptr, &schema, &error);
      molt_table_release(schema);
    }
}
