//===- ErrorTest.cpp - What an error says ---------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"

using namespace molt::interp::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

using ErrorTest = InterpTest;

TEST_F(ErrorTest, NamesOperationRowAndPlace) {
  addInput("t", {{"x", "i8", {"1", "100", "120"}}});
  std::string body = "%0 = molt_df.source \"t\" : " + typeOf("t") + R"(
  %1 = molt_df.filter %0 ["x"] {
  ^bb0(%x: i8):
    %c = molt_df.constant 20 : i8
    %y = molt_df.add %x, %c : i8, i8
    %p = molt_df.cmp lt %y, %c : i8, i8
    molt_df.yield %p : i1
  } : )" + typeOf("t") +
                     "\nreturn %1 : " + typeOf("t");
  EXPECT_THAT(plan(body, typeOf("t")), ElementsAre("overflow"));
  EXPECT_EQ(error.code, MOLT_OVERFLOW);
  EXPECT_EQ(error.row, 2);
  EXPECT_STREQ(error.location, "plan.mlir:6:10");
  EXPECT_THAT(error.message, HasSubstr("140 does not fit i8"));
}

TEST_F(ErrorTest, OnlyRowsThatReachAnOperationFail) {
  addInput("t", {{"x", "i8?", {"1", "0", "null"}}});
  auto program = [&](const std::string &bound) {
    return "%0 = molt_df.source \"t\" : " + typeOf("t") + R"(
  %1 = molt_df.filter %0 ["x"] {
  ^bb0(%x: !molt_df.nullable<i8>):
    %c = molt_df.constant )" +
           bound + R"( : i8
    %p = molt_df.cmp ge %x, %c : !molt_df.nullable<i8>, i8
    %n = molt_df.is_null %x : !molt_df.nullable<i8>
    %q = molt_df.or %p, %n : !molt_df.nullable<i1>, i1
    molt_df.yield %q : !molt_df.nullable<i1>
  } : )" + typeOf("t") +
           R"(
  %2 = molt_df.with_columns %1 ["x"] -> ["x"] {
  ^bb0(%x: !molt_df.nullable<i8>):
    %c = molt_df.constant 10 : i8
    %y = molt_df.div %c, %x : i8, !molt_df.nullable<i8>
    molt_df.yield %y : !molt_df.nullable<i8>
  } : )" + typeOf("t") +
           "\nreturn %2 : " + typeOf("t");
  };
  EXPECT_THAT(plan(program("1"), typeOf("t")), ElementsAre("10", "null"));
  EXPECT_THAT(plan(program("0"), typeOf("t")), ElementsAre("division by zero"));
  EXPECT_EQ(error.row, 1);
}

TEST_F(ErrorTest, InputsMustFitTheProgram) {
  addInput("t", {{"x", "i8?", {"1", "null"}}});
  auto read = [&](const std::string &name, const std::string &type) {
    return plan("%0 = molt_df.source \"" + name + "\" : " + type + "\nreturn %0 : " + type,
                type)[0];
  };
  EXPECT_EQ(read("u", "!molt_df.table<\"x\": i8?>"), molt_status_name(MOLT_SCHEMA));
  EXPECT_THAT(error.message, HasSubstr("no input named \"u\""));
  EXPECT_EQ(read("t", "!molt_df.table<\"y\": i8?>"), molt_status_name(MOLT_SCHEMA));
  EXPECT_THAT(error.message, HasSubstr("column \"y\" of \"t\" does not exist"));
  EXPECT_EQ(read("t", "!molt_df.table<\"x\": i16?>"), molt_status_name(MOLT_SCHEMA));
  EXPECT_THAT(error.message, HasSubstr("declares"));
  EXPECT_EQ(read("t", "!molt_df.table<\"x\": i8>"), molt_status_name(MOLT_INVALID_DATA));
  EXPECT_EQ(error.row, 1);
}

TEST_F(ErrorTest, OperationsWithoutUsersAreEvaluated) {
  addInput("t", {{"x", "i8", {"0"}}});
  std::string body = "%0 = molt_df.source \"t\" : " + typeOf("t") + R"(
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: i8):
    %y = molt_df.div %x, %x : i8, i8
    molt_df.yield %y : i8
  } : )" + typeOf("t") +
                     "\nreturn %0 : " + typeOf("t");
  EXPECT_THAT(plan(body, typeOf("t")), ElementsAre("division by zero"));
}

} // namespace
