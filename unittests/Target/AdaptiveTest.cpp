//===- AdaptiveTest.cpp - Guards and the generic version ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/Diagnostics.h"

using namespace molt;
using namespace molt::target::test;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

namespace {

TEST_F(TargetTest, AdaptiveKeepsItsFirstVersion) {
  AdaptiveProgram program(*parse(kSumProgram), "main", {});
  EXPECT_EQ(program.getCompiled(), nullptr);
  Table table = ArrowBatch().int64s("x", {1, 2, 300}).import(runtime);
  EXPECT_THAT(run(program, {{"t", table.get()}}), ElementsAre(3));
  const CompiledProgram *first = program.getCompiled();
  EXPECT_NE(first, nullptr);
  // Fewer rows in the same range.
  Table other = ArrowBatch().int64s("x", {5, 6}).import(runtime);
  EXPECT_THAT(run(program, {{"t", other.get()}}), ElementsAre(11));
  EXPECT_EQ(program.getCompiled(), first);
}

// All of these fail a guard of code compiled for { 1, 2, 300 }: generic code follows,
// with the right result, and stays.
TEST_F(TargetTest, AdaptiveFallsBack) {
  std::vector<std::optional<int64_t>> many(5000, 2);
  std::vector<std::vector<std::optional<int64_t>>> tables = {
      {1, 2, 301}, {-1, 2, 3}, many, {INT64_MIN, 2, INT64_MAX}};
  for (const auto &values : tables) {
    AdaptiveProgram program(*parse(kSumProgram), "main", {});
    Table first = ArrowBatch().int64s("x", {1, 2, 300}).import(runtime);
    EXPECT_THAT(run(program, {{"t", first.get()}}), ElementsAre(3));
    const CompiledProgram *special = program.getCompiled();
    Table second = ArrowBatch().int64s("x", values).import(runtime);
    std::optional<int64_t> sum;
    for (auto &value : values)
      if (*value < 100)
        sum = sum.value_or(0) + *value;
    EXPECT_THAT(run(program, {{"t", second.get()}}), ElementsAre(sum)) << error.message;
    const CompiledProgram *generic = program.getCompiled();
    EXPECT_NE(generic, special);
    EXPECT_THAT(run(program, {{"t", first.get()}}), ElementsAre(3));
    EXPECT_EQ(program.getCompiled(), generic);
  }
}

static const char *const kNullableProgram = R"(
  !t = !molt_df.table<"x": i64?>
  func.func @main() -> !molt_df.table<"n": i64> {
    %t = molt_df.source "t" : !t
    %r = molt_df.aggregate %t by [] of ["x"] -> ["n"] {
    ^bb0(%x: !molt_df.nullable<i64>):
      %p = molt_df.is_null %x : !molt_df.nullable<i64>
      %i = molt_df.cast %p : i1 to i64
      %n = molt_df.sum %i : i64
      %z = molt_df.count_valid %x : !molt_df.nullable<i64>
      molt_df.yield %z : i64
    } : !t
    return %r : !molt_df.table<"n": i64>
  })";

TEST_F(TargetTest, AdaptiveNulls) {
  AdaptiveProgram program(*parse(kNullableProgram), "main", {});
  Table without = ArrowBatch().int64s("x", {1, 2, 3, 1}).import(runtime);
  EXPECT_THAT(run(program, {{"t", without.get()}}), ElementsAre(4));
  const CompiledProgram *special = program.getCompiled();
  Table with = ArrowBatch().int64s("x", {1, std::nullopt, 3, std::nullopt}).import(runtime);
  EXPECT_THAT(run(program, {{"t", with.get()}}), ElementsAre(2));
  EXPECT_NE(program.getCompiled(), special);
}

// What is true of the first table by accident is no part of the meaning: a filter that
// keeps all of its rows drops rows of the second.
TEST_F(TargetTest, GuardProtectsProvedFilter) {
  AdaptiveProgram program(*parse(kSumProgram), "main", {});
  Table small = ArrowBatch().int64s("x", {1, 2, 3}).import(runtime);
  EXPECT_THAT(run(program, {{"t", small.get()}}), ElementsAre(6));
  Table large = ArrowBatch().int64s("x", {1, 200, 3}).import(runtime);
  EXPECT_THAT(run(program, {{"t", large.get()}}), ElementsAre(4));
}

// A program that carries assumptions itself.
static const char *const kAssumingProgram = R"(
  !t = !molt_df.table<"x": i64>
  func.func @main() -> !molt_df.table<"s": i64?> {
    %t = molt_df.source "t" {rows = 10 : i64, facts = {x = #molt_df.facts<range = [0, 9]>}} : !t
    %r = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
    ^bb0(%x: i64):
      %s = molt_df.sum %x : i64
      molt_df.yield %s : !molt_df.nullable<i64>
    } : !t
    return %r : !molt_df.table<"s": i64?>
  })";

// CompiledProgram says that a guard failed, and leaves the rest to its caller.
// A join with a table whose key is unique changes no row, and is gone; that the key is unique is
// checked all the same.
TEST_F(TargetTest, GuardProtectsEliminatedJoin) {
  AdaptiveProgram program(*parse(R"(
    !t = !molt_df.table<"x": i64>
    !u = !molt_df.table<"y": i64>
    func.func @main() -> !molt_df.table<"n": i64> {
      %t = molt_df.source "t" : !t
      %u = molt_df.source "u" : !u
      %j = molt_df.join left %t, %u on ["x"] = ["y"] : !t, !u
      %r = molt_df.aggregate %j by [] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"x": i64, "y": i64?>
      return %r : !molt_df.table<"n": i64>
    })"),
                          "main", {});
  Table left = ArrowBatch().int64s("x", {1, 1, 2}).import(runtime);
  Table keys = ArrowBatch().int64s("y", {1, 2, 3}).import(runtime);
  EXPECT_THAT(run(program, {{"t", left.get()}, {"u", keys.get()}}), ElementsAre(3));
  const CompiledProgram *special = program.getCompiled();
  EXPECT_EQ(special->getInputs().size(), 2u);
  Table repeated = ArrowBatch().int64s("y", {1, 1, 3}).import(runtime);
  EXPECT_THAT(run(program, {{"t", left.get()}, {"u", repeated.get()}}), ElementsAre(5));
  EXPECT_NE(program.getCompiled(), special);
}

TEST_F(TargetTest, StatisticsOfTables) {
  auto module = parse(R"(
    !t = !molt_df.table<"key": i64, "few": i64, "runs": i64, "spread": i64, "unused": i64>
    func.func @main() -> !molt_df.table<"f": i64> {
      %t = molt_df.source "t" : !t
      %g = molt_df.aggregate %t by ["few", "runs", "spread", "key"] of [] -> [] {
        molt_df.yield
      } : !t
      %r = molt_df.project %g ["few"] -> ["f"]
          : !molt_df.table<"few": i64, "runs": i64, "spread": i64, "key": i64>
      return %r : !molt_df.table<"f": i64>
    })");
  std::vector<std::optional<int64_t>> key, few, runs, spread;
  for (int64_t row = 0; row < 40000; ++row) {
    key.push_back(row * 3);
    few.push_back(row * 7 % 10);
    runs.push_back(40000 - row / 4);
    spread.push_back(row * 7919 % 2000);
  }
  Table table = ArrowBatch()
                    .int64s("key", key)
                    .int64s("few", few)
                    .int64s("runs", runs)
                    .int64s("spread", spread)
                    .int64s("unused", few)
                    .import(runtime);
  attachStatistics(*module, {{"t", table.get()}});
  df::SourceOp source;
  module->walk([&](df::SourceOp op) { source = op; });
  EXPECT_EQ(*source.getRows(), 40000u);
  auto facts = [&](StringRef name) { return source.getFacts()->getAs<df::FactsAttr>(name); };
  EXPECT_TRUE(facts("key").getUnique());
  EXPECT_FALSE(facts("few").getUnique());
  EXPECT_EQ(facts("few").getDistinct(), 10u);
  EXPECT_NEAR(facts("runs").getDistinct(), 10000, 2000);
  EXPECT_NEAR(facts("spread").getDistinct(), 2000, 600);
  // Nobody asks.
  EXPECT_EQ(facts("unused").getDistinct(), 0u);
}

TEST_F(TargetTest, GuardFailedIsAStatus) {
  auto program = compile(kAssumingProgram);
  ASSERT_TRUE(program) << messages;
  Table good = ArrowBatch().int64s("x", {0, 9}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", good.get()}}), ElementsAre(9));
  Table outside = ArrowBatch().int64s("x", {0, 10}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", outside.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_GUARD_FAILED);
  Table tooMany = ArrowBatch()
                      .int64s("x", std::vector<std::optional<int64_t>>(11, 1))
                      .import(runtime);
  EXPECT_THAT(run(*program, {{"t", tooMany.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_GUARD_FAILED);
  // No rows have no values outside of any range.
  Table empty = ArrowBatch().int64s("x", {}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", empty.get()}}), ElementsAre(std::nullopt));
}

// AdaptiveProgram replaces assumptions by statistics, and drops them in the end.
TEST_F(TargetTest, AdaptiveDropsAssumptions) {
  AdaptiveProgram program(*parse(kAssumingProgram), "main", {});
  Table outside = ArrowBatch().int64s("x", {0, 1000}).import(runtime);
  EXPECT_THAT(run(program, {{"t", outside.get()}}), ElementsAre(1000));
  Table farther = ArrowBatch().int64s("x", {INT64_MIN, 0}).import(runtime);
  EXPECT_THAT(run(program, {{"t", farther.get()}}), ElementsAre(INT64_MIN));
}

// A plan that was changed on the strength of facts (`assumed`) is another program: it
// cannot run where they do not hold, and must say so instead of giving a wrong result.
TEST_F(TargetTest, AssumedFactsStay) {
  AdaptiveProgram program(*parse(R"(
    !t = !molt_df.table<"x": i64>
    func.func @main() -> !molt_df.table<"s": i64?> {
      %t = molt_df.source "t" {assumed, facts = {x = #molt_df.facts<range = [0, 9]>}} : !t
      %r = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
      ^bb0(%x: i64):
        %s = molt_df.sum %x : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !t
      return %r : !molt_df.table<"s": i64?>
    })"), "main", {});
  Table good = ArrowBatch().int64s("x", {0, 9}).import(runtime);
  EXPECT_THAT(run(program, {{"t", good.get()}}), ElementsAre(9));
  Table outside = ArrowBatch().int64s("x", {0, 10}).import(runtime);
  EXPECT_THAT(run(program, {{"t", outside.get()}}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_GUARD_FAILED);
}

TEST_F(TargetTest, AdaptiveDoesNotCompile) {
  ScopedDiagnosticHandler quiet(&context, [](Diagnostic &) { return success(); });
  AdaptiveProgram program(*parse(kSumProgram), "nobody", {});
  EXPECT_TRUE(failed(program.prepare({})));
  EXPECT_THAT(run(program, {}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_INTERNAL);
}

// Statistics of tables that are missing are no reason to fail before the run does.
TEST_F(TargetTest, AdaptiveWithoutTables) {
  AdaptiveProgram program(*parse(kSumProgram), "main", {});
  EXPECT_TRUE(succeeded(program.prepare({})));
  EXPECT_THAT(run(program, {}), IsEmpty());
  EXPECT_EQ(error.code, MOLT_SCHEMA);
}

} // namespace
