//===- CsvSpeedTest.cpp - How fast CSV files are read ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Not a check but a measurement, and off by default:
//
//   MOLT_LINEITEM=lineitem.tbl MoltRuntimeTests --gtest_also_run_disabled_tests
//       --gtest_filter=CsvSpeed.*
//
// reads TPC-H's lineitem table, as its generator writes it, several times. The
// number of threads is MOLT_THREADS (default: one per core).
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <chrono>
#include <cstdlib>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace molt::rt::test;

static double processorSeconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec +
         (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

TEST(CsvSpeed, DISABLED_Lineitem) {
  const char *path = getenv("MOLT_LINEITEM");
  if (!path)
    GTEST_SKIP() << "MOLT_LINEITEM is not set";
  const char *threads = getenv("MOLT_THREADS");
  TestRuntime runtime(threads ? atoi(threads) : 0);
  MoltType integer = type(MOLT_INT64), money = decimal(15, 2), text = type(MOLT_UTF8),
           date = type(MOLT_DATE32);
  MoltField fields[] = {{"l_orderkey", integer}, {"l_partkey", integer},
                        {"l_suppkey", integer},  {"l_linenumber", type(MOLT_INT32)},
                        {"l_quantity", money},   {"l_extendedprice", money},
                        {"l_discount", money},   {"l_tax", money},
                        {"l_returnflag", text},  {"l_linestatus", text},
                        {"l_shipdate", date},    {"l_commitdate", date},
                        {"l_receiptdate", date}, {"l_shipinstruct", text},
                        {"l_shipmode", text},    {"l_comment", text}};
  MoltCsvOptions options = csvOptions();
  options.delimiter = '|';
  options.header = 0;
  options.trailing_delimiter = 1;
  struct stat status;
  ASSERT_EQ(stat(path, &status), 0);
  for (int i = 0; i < 7; ++i) {
    MoltTable *table = nullptr;
    MoltError error = {};
    auto start = std::chrono::steady_clock::now();
    double processor = processorSeconds();
    ASSERT_EQ(molt_table_read_csv(runtime, path, &options, fields, std::size(fields), nullptr, 0,
                                  &table, &error),
              MOLT_OK)
        << error.message << " (row " << error.row << ")";
    double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    printf("%8.3f s %8.0f MB/s %8.3f s of processor time, %lld rows in %lld chunks\n", seconds,
           status.st_size / seconds * 1e-6, processorSeconds() - processor,
           static_cast<long long>(molt_table_rows(table)),
           static_cast<long long>(molt_table_chunks(table)));
    molt_table_release(table);
  }
}
