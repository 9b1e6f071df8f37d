//===- CompileTest.cpp - What compile() accepts and says ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include <cstdio>
#include <fstream>

using namespace molt;
using namespace molt::target::test;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

TEST_F(TargetTest, SchemaOfProgram) {
  auto program = compile(R"(
    func.func @main() -> !molt_df.table<"n": !molt_str.utf8?, "d": !molt_df.decimal<9, 2>> {
      %t = molt_df.source "names" : !molt_df.table<"unused": i64, "d": !molt_df.decimal<9, 2>, "n": !molt_str.utf8?>
      %r = molt_df.project %t ["n", "d"] : !molt_df.table<"unused": i64, "d": !molt_df.decimal<9, 2>, "n": !molt_str.utf8?>
      return %r : !molt_df.table<"n": !molt_str.utf8?, "d": !molt_df.decimal<9, 2>>
    })");
  ASSERT_TRUE(program) << messages;
  ASSERT_EQ(program->getInputs().size(), 1u);
  // Only what is needed is an input.
  EXPECT_EQ(program->getInputs()[0].name, "names");
  EXPECT_THAT(program->getInputs()[0].columnNames, ElementsAre("d", "n"));
  const ProgramTable &result = program->getResult();
  EXPECT_THAT(result.columnNames, ElementsAre("n", "d"));
  EXPECT_EQ(result.columnTypes[0].kind, MOLT_UTF8);
  EXPECT_TRUE(result.columnTypes[0].nullable);
  EXPECT_EQ(result.columnTypes[1].kind, MOLT_DECIMAL);
  EXPECT_EQ(result.columnTypes[1].precision, 9);
  EXPECT_EQ(result.columnTypes[1].scale, 2);
  EXPECT_FALSE(result.columnTypes[1].nullable);
}

TEST_F(TargetTest, TimesAndInstructions) {
  auto program = compile(kSumProgram);
  ASSERT_TRUE(program) << messages;
  const CompileTimes &times = program->getTimes();
  EXPECT_GT(times.lower, 0);
  EXPECT_GT(times.codegen, 0);
  EXPECT_GE(times.total(), times.lower + times.codegen);
  std::vector<std::string> names;
  for (auto &[name, count] : times.instructions) {
    names.push_back(name);
    EXPECT_GT(count, 0u);
  }
  EXPECT_THAT(names, ::testing::UnorderedElementsAre("main", "main_pipeline0", "main_pipeline1"));
}

TEST_F(TargetTest, ModuleIsNotChanged) {
  OwningOpRef<ModuleOp> module = parse(kSumProgram);
  std::string before, after;
  llvm::raw_string_ostream(before) << *module;
  ASSERT_TRUE(succeeded(CompiledProgram::compile(*module, "main", {})));
  llvm::raw_string_ostream(after) << *module;
  EXPECT_EQ(before, after);
}

TEST_F(TargetTest, VerifyPasses) {
  CompileOptions options;
  options.verifyPasses = true;
  for (bool optimize : {false, true}) {
    options.optimize = optimize;
    EXPECT_TRUE(compile(kSumProgram, options)) << messages;
  }
}

TEST_F(TargetTest, ObjectFile) {
  CompileOptions options;
  options.objectPath = ::testing::TempDir() + "/molt-target-test.o";
  ASSERT_TRUE(compile(kSumProgram, options)) << messages;
  char magic[4] = {};
  std::ifstream(options.objectPath, std::ios::binary).read(magic, 4);
  EXPECT_EQ(std::string(magic, 4), "\x7f" "ELF");
  std::remove(options.objectPath.c_str());
}

// Other functions of the module do not get in the way, whatever their names.
TEST_F(TargetTest, OtherFunctions) {
  auto program = compile(std::string(kSumProgram) + R"(
    func.func @main_pipeline0(%x: i64) -> i64 {
      return %x : i64
    }
    func.func private @memcmp(i64))");
  ASSERT_TRUE(program) << messages;
  Table table = ArrowBatch().int64s("x", {1, 2}).import(runtime);
  EXPECT_THAT(run(*program, {{"t", table.get()}}), ElementsAre(3));
}

//===----------------------------------------------------------------------===//
// Errors
//===----------------------------------------------------------------------===//

TEST_F(TargetTest, MissingEntry) {
  EXPECT_FALSE(compile("func.func private @other()"));
  EXPECT_THAT(messages, HasSubstr("no function \"main\" in the module"));
}

TEST_F(TargetTest, EntryIsNoProgram) {
  EXPECT_FALSE(compile("func.func @main() {\n return\n}"));
  EXPECT_THAT(messages, HasSubstr("must return one table to be run as a program"));
}

TEST_F(TargetTest, EntryIsADeclaration) {
  EXPECT_FALSE(compile("func.func private @main() -> !molt_df.table<\"x\": i64>"));
  EXPECT_THAT(messages, HasSubstr("has no body to compile"));
}

TEST_F(TargetTest, EntryHasArguments) {
  EXPECT_FALSE(compile(R"(
    func.func @main(%t: !molt_df.table<"x": i64>) -> !molt_df.table<"x": i64> {
      return %t : !molt_df.table<"x": i64>
    })"));
  EXPECT_THAT(messages, HasSubstr("a program reads its tables with molt_df.source"));
}

TEST_F(TargetTest, NamesOfTheRuntime) {
  EXPECT_FALSE(compile(std::string(kSumProgram) + "func.func private @molt_rt_fail()"));
  EXPECT_THAT(messages, HasSubstr("names that begin with molt_rt_ belong to the runtime"));
}

TEST_F(TargetTest, UnknownTarget) {
  CompileOptions options;
  options.target = "z80";
  EXPECT_FALSE(compile(kSumProgram, options));
  EXPECT_THAT(messages, HasSubstr("unknown target \"z80\"; known are x86-64, x86-64-v3"));
}

TEST_F(TargetTest, BadLanes) {
  CompileOptions options;
  options.lanes = 5;
  EXPECT_FALSE(compile(kSumProgram, options));
  EXPECT_THAT(messages, HasSubstr("lanes must be a power of two from 2 to 32, not 5"));
}

} // namespace
