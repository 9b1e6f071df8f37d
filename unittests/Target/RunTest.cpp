//===- RunTest.cpp - Compiled once, called many times ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include <thread>

using namespace molt;
using namespace molt::target::test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

/// 0, 1, 2, … modulo 200, and the sum of those below 100.
std::vector<std::optional<int64_t>> makeValues(int64_t rows) {
  std::vector<std::optional<int64_t>> values;
  for (int64_t i = 0; i < rows; ++i)
    values.push_back(i % 200);
  return values;
}

std::optional<int64_t> sumBelow100(int64_t rows) {
  if (rows == 0)
    return std::nullopt;
  int64_t sum = 0;
  for (int64_t i = 0; i < rows; ++i)
    sum += i % 200 < 100 ? i % 200 : 0;
  return sum;
}

TEST_F(TargetTest, ManyTables) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  for (int64_t rows : {0, 1, 7, 31, 32, 33, 2047, 2048, 2049, 100000}) {
    Table table = ArrowBatch().int64s("x", makeValues(rows)).import(runtime);
    EXPECT_THAT(run(*program, {{"t", table.get()}}), ElementsAre(sumBelow100(rows))) << rows;
  }
}

TEST_F(TargetTest, SameTableAgain) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch().int64s("x", makeValues(5000)).import(runtime);
  int64_t bytes = molt_runtime_bytes(runtime);
  for (int i = 0; i < 50; ++i)
    EXPECT_THAT(run(*program, {{"t", table.get()}}), ElementsAre(sumBelow100(5000)));
  // Nothing of a run is left behind.
  EXPECT_EQ(molt_runtime_bytes(runtime), bytes);
}

// Other columns of the table, in any order, are in nobody's way; nor are other tables.
TEST_F(TargetTest, MoreThanTheProgramReads) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch()
                    .strings("a", {"p", "q"})
                    .float64s("b", {1, 2})
                    .int64s("x", {5, 6})
                    .import(runtime);
  Table other = ArrowBatch().int64s("y", {1}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", table.get()}, {"other", other.get()}}), ElementsAre(11));
}

TEST_F(TargetTest, EveryTargetAndLaneCount) {
  Table table = ArrowBatch().int64s("x", makeValues(3333)).import(runtime);
  CompileOptions options;
  options.verifyPasses = true;
  for (const std::string &target : targets())
    for (unsigned lanes : {0u, 2u, 4u, 32u}) {
      options.target = target;
      options.lanes = lanes;
      auto program = compile(kSumProgram, options);
      ASSERT_TRUE(program) << messages;
      EXPECT_THAT(run(*program, {{"t", table.get()}}), ElementsAre(sumBelow100(3333)))
          << target << ", " << lanes << " lanes";
    }
}

TEST_F(TargetTest, RunOptions) {
  auto program = compile(R"(
    !t = !molt_df.table<"k": i64, "x": i64>
    !g = !molt_df.table<"k": i64, "s": i64?>
    func.func @main() -> !molt_df.table<"s": i64?> {
      %t = molt_df.source "t" : !t
      %g = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
      ^bb0(%x: i64):
        %s = molt_df.sum %x : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !t
      %s = molt_df.sort %g by ["k"] : !g
      %r = molt_df.project %s ["s"] : !g
      return %r : !molt_df.table<"s": i64?>
    })");
  ASSERT_TRUE(program) << messages;
  std::vector<std::optional<int64_t>> keys, values;
  std::vector<std::optional<int64_t>> sums(100, 0);
  for (int64_t i = 0; i < 3000; ++i) {
    keys.push_back(i * 7 % 100);
    values.push_back(i);
    *sums[i * 7 % 100] += i;
  }
  Table table = ArrowBatch().int64s("k", keys).int64s("x", values).import(runtime);
  for (int64_t batch : {1, 7, 2048})
    for (int64_t morsel : {0, 100})
      for (int32_t zeroHashes : {0, 1}) {
        MoltRunOptions options = {};
        options.batch_size = batch;
        options.morsel_rows = morsel;
        options.zero_hashes = zeroHashes;
        EXPECT_EQ(run(*program, {{"t", table.get()}}, options), sums)
            << batch << ", " << morsel << ", " << zeroHashes;
      }
}

TEST_F(TargetTest, TwoInputs) {
  auto program = compile(R"(
    !a = !molt_df.table<"k": !molt_str.utf8, "x": i64>
    !b = !molt_df.table<"l": !molt_str.utf8, "y": i64>
    !ab = !molt_df.table<"k": !molt_str.utf8, "x": i64, "l": !molt_str.utf8, "y": i64>
    func.func @main() -> !molt_df.table<"s": i64?> {
      %a = molt_df.source "a" : !a
      %b = molt_df.source "b" : !b
      %j = molt_df.join %a, %b on ["k"] = ["l"] : !a, !b
      %r = molt_df.aggregate %j by [] of ["x", "y"] -> ["s"] {
      ^bb0(%x: i64, %y: i64):
        %p = molt_df.mul overflow<wrap> %x, %y : i64, i64
        %s = molt_df.sum %p : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !ab
      return %r : !molt_df.table<"s": i64?>
    })");
  ASSERT_TRUE(program) << messages;
  Table a = ArrowBatch()
                .strings("k", {"short", "a string beyond the view", "short", "none"})
                .int64s("x", {1, 10, 100, 1000})
                .import(runtime);
  Table b = ArrowBatch()
                .strings("l", {"a string beyond the view", "short", "nobody's"})
                .int64s("y", {3, 5, 7})
                .import(runtime);
  EXPECT_THAT(run(*program, {{"a", a.get()}, {"b", b.get()}}), ElementsAre(5 + 30 + 500));
}

// One program, several threads, each with a runtime of its own.
TEST_F(TargetTest, Threads) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  auto work = [&](int64_t rows) {
    MoltRuntime *mine = nullptr;
    MoltError problem = {};
    MoltRuntimeOptions options = {};
    options.threads = 1;
    ASSERT_EQ(molt_runtime_create(&options, &mine, &problem), MOLT_OK);
    {
      Table table = ArrowBatch().int64s("x", makeValues(rows)).import(mine);
      for (int i = 0; i < 20; ++i) {
        MoltTable *result = nullptr;
        ASSERT_EQ(program->run(mine, {{"t", table.get()}}, {}, &result, &problem), MOLT_OK);
        EXPECT_THAT(toInts(Table(result).get()), ElementsAre(sumBelow100(rows)));
      }
    }
    molt_runtime_destroy(mine);
  };
  std::thread first(work, 4000), second(work, 9000);
  first.join();
  second.join();
}

// A result keeps nothing of its program: it lives on without it.
TEST_F(TargetTest, ResultOutlivesProgram) {
  auto program = compile(R"(
    func.func @main() -> !molt_df.table<"s": !molt_str.utf8> {
      %t = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8>
      return %t : !molt_df.table<"s": !molt_str.utf8>
    })");
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch().strings("s", {"x", "a string beyond the view"}).import(runtime);
  MoltTable *result = nullptr;
  ASSERT_EQ(program->run(runtime, {{"t", table.get()}}, {}, &result, &error), MOLT_OK);
  Table owned(result);
  program.reset();
  table.reset();
  MoltColumnView column = molt_table_chunk_column(result, 0, 0);
  const auto *offsets = static_cast<const int32_t *>(column.data);
  EXPECT_EQ(std::string(reinterpret_cast<const char *>(column.bytes) + offsets[1],
                        offsets[2] - offsets[1]),
            "a string beyond the view");
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

TEST_F(TargetTest, MissingTable) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  EXPECT_THAT(run(*program, {}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_THAT(error.message, HasSubstr("no table for the program's input \"t\""));
}

TEST_F(TargetTest, MissingColumn) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch().int64s("y", {1}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", table.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_THAT(error.message, HasSubstr("table \"t\" has no column \"x\", which the program reads"));
}

TEST_F(TargetTest, WrongType) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch().float64s("x", {1}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", table.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_THAT(error.message, HasSubstr("column \"x\" of table \"t\""));
  EXPECT_THAT(error.message, HasSubstr("type"));
}

TEST_F(TargetTest, UnexpectedNulls) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch().int64s("x", {1, std::nullopt}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", table.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_SCHEMA);
  EXPECT_THAT(error.message, HasSubstr("column \"x\" of table \"t\" has nulls"));
  // A column that may hold nulls but holds none is welcome.
  Table good = ArrowBatch().int64s("x", {1, 2}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", good.get()}}), ElementsAre(3));
}

// An error of a run has the operation's place and the row, and the program lives on.
TEST_F(TargetTest, Overflow) {
  auto program = compile(R"(
    !t = !molt_df.table<"x": i64>
    func.func @main() -> !molt_df.table<"y": i64> {
      %t = molt_df.source "t" : !t
      %w = molt_df.with_columns %t ["x"] -> ["y"] {
      ^bb0(%x: i64):
        %c = molt_df.constant 1 : i64
        %y = molt_df.add %x, %c : i64, i64
        molt_df.yield %y : i64
      } : !t
      %r = molt_df.project %w ["y"] : !molt_df.table<"x": i64, "y": i64>
      return %r : !molt_df.table<"y": i64>
    })");
  ASSERT_TRUE(program) << messages;
  std::vector<std::optional<int64_t>> values(5000, 1);
  values[4321] = INT64_MAX;
  Table bad = ArrowBatch().int64s("x", values).import(runtime);
  EXPECT_THAT(run(*program, {{"t", bad.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_OVERFLOW);
  EXPECT_EQ(error.row, 4321);
  EXPECT_THAT(error.message, HasSubstr("integer sum does not fit 64 bits"));
  EXPECT_THAT(error.location, HasSubstr("program.mlir:8:"));
  Table good = ArrowBatch().int64s("x", {1, 2}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", good.get()}}), ElementsAre(2, 3));
}

} // namespace
