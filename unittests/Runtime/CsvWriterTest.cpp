//===- CsvWriterTest.cpp - Writing CSV files ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

using namespace molt::rt::test;

static std::string writeCsv(MoltRuntime *runtime, const MoltTable *table,
                            const MoltCsvOptions &options) {
  TempFile file;
  MoltError error = {};
  EXPECT_EQ(molt_table_write_csv(runtime, table, file.path(), &options, &error), MOLT_OK)
      << error.message;
  return file.read();
}

TEST(CsvWriter, EveryType) {
  TestRuntime runtime;
  std::vector<MoltField> fields = {
      {"bool", type(MOLT_BOOL, true)},   {"i8", type(MOLT_INT8, true)},
      {"i16", type(MOLT_INT16, true)},   {"i32", type(MOLT_INT32, true)},
      {"i64", type(MOLT_INT64, true)},   {"u8", type(MOLT_UINT8, true)},
      {"u16", type(MOLT_UINT16, true)},  {"u32", type(MOLT_UINT32, true)},
      {"u64", type(MOLT_UINT64, true)},  {"f32", type(MOLT_FLOAT32, true)},
      {"f64", type(MOLT_FLOAT64, true)}, {"text", type(MOLT_UTF8, true)},
      {"date", type(MOLT_DATE32, true)}, {"d4", decimal(9, 2, true)},
      {"d8", decimal(18, 0, true)},      {"d16", decimal(38, 10, true)}};
  std::string text = "bool,i8,i16,i32,i64,u8,u16,u32,u64,f32,f64,text,date,d4,d8,d16\n"
                     "true,-128,-32768,-2147483648,-9223372036854775808,255,65535,4294967295,"
                     "18446744073709551615,0.1,-1e+300,héllo,0001-01-01,-9999999.99,"
                     "999999999999999999,-9999999999999999999999999999.0123456789\n"
                     ",,,,,,,,,,,,,,,\n"
                     "false,0,0,0,0,0,0,0,0,inf,nan,\"\",9999-12-31,0.00,0,0.0000000000\n";
  Table table = readCsv(runtime, text, fields);
  EXPECT_EQ(writeCsv(runtime, table.get(), csvOptions()), text);
}

TEST(CsvWriter, Intervals) {
  TestRuntime runtime;
  std::string text = "i,v,w\n"
                     "1,P1Y2M3DT4H5M6.5S,PT0S\n"
                     "2,,P1M-1D\n"
                     "3,P-178956970Y-8M-2147483648DT-2562047788H-54.775808S,P-1D\n";
  Table table = readCsv(
      runtime, text,
      {{"i", type(MOLT_INT8)}, {"v", type(MOLT_INTERVAL, true)}, {"w", type(MOLT_INTERVAL)}});
  EXPECT_EQ(writeCsv(runtime, table.get(), csvOptions()), text);
  EXPECT_EQ(molt_type_width(molt_table_field(table.get(), 1).type), 16);
  EXPECT_EQ(molt_table_bytes(table.get()), 3 + 3 * 16 + 1 + 3 * 16);
  // Months, days, microseconds; zeros under a null.
  MoltColumnView view = molt_table_chunk_column(table.get(), 0, 1);
  const int32_t *words = static_cast<const int32_t *>(view.data);
  EXPECT_EQ(words[0], 14);
  EXPECT_EQ(words[1], 3);
  EXPECT_EQ(static_cast<const int64_t *>(view.data)[1], 14706500000);
  EXPECT_EQ(std::vector<int32_t>(words + 4, words + 8), std::vector<int32_t>(4));
  // They have no order.
  MoltColumnStatistics statistics = molt_table_statistics(table.get(), 1);
  EXPECT_EQ(statistics.null_count, 1);
  EXPECT_EQ(statistics.has_range, 0);
  EXPECT_EQ(statistics.is_ascending, 0);
  // Every letter of the text may need quotes.
  MoltCsvOptions options = csvOptions();
  options.header = 0;
  for (char letter : {'P', 'Y', 'M', 'D', 'T', 'H', 'S', '.', '5'}) {
    options.delimiter = letter;
    std::string written = writeCsv(runtime, table.get(), options);
    EXPECT_NE(written.find("\"P1Y2M3DT4H5M6.5S\""), std::string::npos) << letter << written;
  }
  options = csvOptions();
  const char *spelling = "P-1D";
  options.null_spellings = &spelling;
  options.null_spelling_count = 1;
  EXPECT_NE(writeCsv(runtime, table.get(), options).find(",\"P-1D\"\n"), std::string::npos);
  spelling = "Y";
  EXPECT_NE(writeCsv(runtime, table.get(), options).find("2,Y,P1M-1D\n"), std::string::npos);
}

TEST(CsvWriter, QuotesWhatNeedsIt) {
  TestRuntime runtime;
  std::string text = "\"a,b\",c\n"
                     "\"x,y\",plain\n"
                     "\"say \"\"hi\"\"\",\" led and trailed \"\n"
                     "\"two\nlines\",\"return\r\"\n"
                     "\"\",\n";
  Table table = readCsv(runtime, text, {{"a,b", type(MOLT_UTF8)}, {"c", type(MOLT_UTF8, true)}});
  EXPECT_EQ(writeCsv(runtime, table.get(), csvOptions()), "\"a,b\",c\n"
                                                          "\"x,y\",plain\n"
                                                          "\"say \"\"hi\"\"\", led and trailed \n"
                                                          "\"two\nlines\",\"return\r\"\n"
                                                          "\"\",\n");
}

TEST(CsvWriter, NullSpellings) {
  TestRuntime runtime;
  const char *spellings[] = {"NA", "7"};
  MoltCsvOptions options = csvOptions();
  options.null_spellings = spellings;
  options.null_spelling_count = 2;
  std::string text = "s,i\nNA,NA\n\"NA\",\"7\"\nx,8\n,9\n";
  Table table = readCsv(runtime, text,
                        {{"s", type(MOLT_UTF8, true)}, {"i", type(MOLT_INT32, true)}}, options);
  EXPECT_EQ(molt_table_statistics(table.get(), 0).null_count, 1);
  EXPECT_EQ(molt_table_statistics(table.get(), 1).null_count, 1);
  EXPECT_EQ(writeCsv(runtime, table.get(), options), text);
  options.null_spelling_count = 0;
  EXPECT_EQ(writeCsv(runtime, table.get(), options), "s,i\n,\nNA,7\nx,8\n\"\",9\n");
}

TEST(CsvWriter, OtherDialects) {
  TestRuntime runtime;
  Table table = readCsv(runtime, "a,b\n\"x|y\",1.5\nz\\,2\n",
                        {{"a", type(MOLT_UTF8)}, {"b", type(MOLT_FLOAT64)}});
  MoltCsvOptions options = csvOptions();
  options.delimiter = '|';
  options.header = 0;
  options.trailing_delimiter = 1;
  EXPECT_EQ(writeCsv(runtime, table.get(), options), "\"x|y\"|1.5|\nz\\|2|\n");
  options.quote = '\'';
  options.escape = '\\';
  EXPECT_EQ(writeCsv(runtime, table.get(), options), "'x|y'|1.5|\nz\\|2|\n");
  options.delimiter = '.';
  EXPECT_EQ(writeCsv(runtime, table.get(), options), "x|y.'1.5'.\nz\\.2.\n");
  options.quote = 0;
  options.escape = 0;
  TempFile file;
  MoltError error = {};
  EXPECT_EQ(molt_table_write_csv(runtime, table.get(), file.path(), &options, &error),
            MOLT_INVALID_DATA);
  EXPECT_STREQ(error.message,
               "\"1.5\" contains the delimiter or a line end, and quoting is switched off");
  EXPECT_NE(access(file.path(), F_OK), 0) << "a failed write must leave no file";
}

TEST(CsvWriter, ReplacesTheFileAtOnce) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 3);
  TempFile file("old content");
  chmod(file.path(), 0640);
  std::string link = std::string(file.path()) + ".link";
  ASSERT_EQ(symlink(file.path(), link.c_str()), 0);
  MoltError error = {};
  EXPECT_EQ(molt_table_write_csv(runtime, table.get(), link.c_str(), nullptr, &error), MOLT_OK);
  struct stat status;
  EXPECT_EQ(lstat(link.c_str(), &status), 0);
  EXPECT_TRUE(S_ISLNK(status.st_mode));
  EXPECT_EQ(stat(file.path(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, mode_t(0640));
  EXPECT_EQ(file.read(), "x\n0\n1\n2\n");
  unlink(link.c_str());
  // A device is written, not replaced.
  EXPECT_EQ(molt_table_write_csv(runtime, table.get(), "/dev/null", nullptr, &error), MOLT_OK);
  EXPECT_EQ(stat("/dev/null", &status), 0);
  EXPECT_TRUE(S_ISCHR(status.st_mode));
}

TEST(CsvWriter, ReportsFilesThatCannotBeWritten) {
  TestRuntime runtime;
  Table table = countingTable(runtime, 3);
  MoltError error = {};
  EXPECT_EQ(molt_table_write_csv(runtime, table.get(), "/nonexistent/x.csv", nullptr, &error),
            MOLT_IO);
  EXPECT_STREQ(error.message, "cannot create the file: No such file or directory");
  EXPECT_STREQ(error.location, "/nonexistent/x.csv");
}

TEST(CsvWriter, ManyRowsInParallel) {
  TestRuntime runtime;
  std::string text = "x\n";
  for (int i = 0; i < 200000; ++i)
    text += std::to_string(i) + "\n";
  EXPECT_EQ(writeCsv(runtime, countingTable(runtime, 200000).get(), csvOptions()), text);
}
