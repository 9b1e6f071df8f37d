//===- PlanTest.cpp - Plan operations -------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"

using namespace molt::interp::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class PlanTest : public InterpTest {
protected:
  std::string source(const std::string &name, const std::string &value = "%0") {
    return value + " = molt_df.source \"" + name + "\" : " + typeOf(name) + "\n";
  }
};

TEST_F(PlanTest, ProjectSelectsReordersAndRenames) {
  addInput("t", {{"x", "i8", {"1", "2"}}, {"y", "f64?", {"null", "0.5"}}});
  const std::string result = "!molt_df.table<\"a\": f64?, \"b\": i8, \"c\": i8>";
  EXPECT_THAT(plan(source("t") +
                       "%1 = molt_df.project %0 [\"y\", \"x\", \"x\"] -> [\"a\", \"b\", \"c\"] : " +
                       typeOf("t") + "\nreturn %1 : " + result,
                   result),
              ElementsAre("null, 1, 1", "0.5, 2, 2"));
}

TEST_F(PlanTest, WithColumnsReplacesInPlaceAndAppends) {
  addInput("t", {{"x", "i8", {"1", "2"}}, {"y", "i8", {"3", "4"}}});
  const std::string result = "!molt_df.table<\"x\": i1, \"y\": i8, \"z\": i8>";
  // All expressions see the input's columns.
  EXPECT_THAT(plan(source("t") + R"(%1 = molt_df.with_columns %0 ["x", "y"] -> ["z", "x"] {
    ^bb0(%x: i8, %y: i8):
      %z = molt_df.add %x, %y : i8, i8
      %p = molt_df.cmp eq %z, %y : i8, i8
      molt_df.yield %z, %p : i8, i1
    } : )" + typeOf("t") +
                       "\nreturn %1 : " + result,
                   result),
              ElementsAre("false, 3, 4", "false, 4, 6"));
}

TEST_F(PlanTest, FilterKeepsTrueAndDropsFalseAndNull) {
  addInput("t",
           {{"p", "i1?", {"true", "null", "false", "true"}}, {"x", "i8", {"1", "2", "3", "4"}}});
  EXPECT_THAT(plan(source("t") + R"(%1 = molt_df.filter %0 ["p"] {
    ^bb0(%p: !molt_df.nullable<i1>):
      molt_df.yield %p : !molt_df.nullable<i1>
    } : )" + typeOf("t") +
                       "\nreturn %1 : " + typeOf("t"),
                   typeOf("t")),
              ElementsAre("true, 1", "true, 4"));
}

TEST_F(PlanTest, LimitTakesARangeAsFarAsItExists) {
  addInput("t", {{"x", "i8", {"1", "2", "3"}}});
  auto limit = [&](const std::string &arguments) {
    return plan(source("t") + "%1 = molt_df.limit %0, " + arguments + " : " + typeOf("t") +
                    "\nreturn %1 : " + typeOf("t"),
                typeOf("t"));
  };
  EXPECT_THAT(limit("2"), ElementsAre("1", "2"));
  EXPECT_THAT(limit("2 offset 2"), ElementsAre("3"));
  EXPECT_THAT(limit("2 offset 9"), IsEmpty());
  EXPECT_THAT(limit("0"), IsEmpty());
  EXPECT_THAT(limit("9223372036854775807 offset 1"), ElementsAre("2", "3"));
}

TEST_F(PlanTest, SortIsStableAndPlacesNulls) {
  addInput("t", {{"k", "f64?", {"1", "null", "nan", "-0.0", "0.0", "null", "-inf"}},
                 {"i", "i8", {"0", "1", "2", "3", "4", "5", "6"}}});
  auto sort = [&](const std::string &keys) {
    return plan(source("t") + "%1 = molt_df.sort %0 by [" + keys + "] : " + typeOf("t") +
                    "\nreturn %1 : " + typeOf("t"),
                typeOf("t"));
  };
  EXPECT_THAT(sort("\"k\""),
              ElementsAre("-inf, 6", "-0, 3", "0, 4", "1, 0", "nan, 2", "null, 1", "null, 5"));
  EXPECT_THAT(sort("\"k\" desc"),
              ElementsAre("nan, 2", "1, 0", "-0, 3", "0, 4", "-inf, 6", "null, 1", "null, 5"));
  EXPECT_THAT(sort("\"k\" desc nulls_first, \"i\" desc"),
              ElementsAre("null, 5", "null, 1", "nan, 2", "1, 0", "0, 4", "-0, 3", "-inf, 6"));
}

TEST_F(PlanTest, SortOfStringsAndBooleans) {
  addInput("t", {{"s", "!molt_str.utf8", {"b", "", "é", "ab", "a", "z"}},
                 {"p", "i1", {"true", "false", "true", "false", "false", "false"}}});
  auto sort = [&](const std::string &keys) {
    return plan(source("t") + "%1 = molt_df.sort %0 by [" + keys + "] : " + typeOf("t") +
                    "\n%2 = molt_df.project %1 [\"s\"] : " + typeOf("t") +
                    "\nreturn %2 : !molt_df.table<\"s\": !molt_str.utf8>",
                "!molt_df.table<\"s\": !molt_str.utf8>");
  };
  EXPECT_THAT(sort("\"s\""), ElementsAre("\"\"", "\"a\"", "\"ab\"", "\"b\"", "\"z\"", "\"é\""));
  EXPECT_THAT(sort("\"p\", \"s\" desc"),
              ElementsAre("\"z\"", "\"ab\"", "\"a\"", "\"\"", "\"é\"", "\"b\""));
}

TEST_F(PlanTest, TopKIsLimitOfSort) {
  addInput("t", {{"k", "i8", {"1", "3", "2", "3"}}, {"i", "i8", {"0", "1", "2", "3"}}});
  auto topK = [&](const std::string &count) {
    return plan(source("t") + "%1 = molt_df.top_k %0, " + count +
                    " by [\"k\" desc] : " + typeOf("t") + "\nreturn %1 : " + typeOf("t"),
                typeOf("t"));
  };
  EXPECT_THAT(topK("3"), ElementsAre("3, 1", "3, 3", "2, 2"));
  EXPECT_THAT(topK("0"), IsEmpty());
  EXPECT_THAT(topK("99"), ElementsAre("3, 1", "3, 3", "2, 2", "1, 0"));
}

TEST_F(PlanTest, JoinPairsEqualKeysInProbeOrder) {
  addInput("a", {{"x", "f64?", {"1", "null", "nan", "-0.0", "5"}},
                 {"p", "i8", {"0", "1", "2", "3", "4"}}});
  addInput("b", {{"y", "f64", {"0.0", "1", "nan", "1"}},
                 {"q", "!molt_str.utf8?", {"z", "o", "null", "oo"}}});
  const std::string result =
      "!molt_df.table<\"x\": f64?, \"p\": i8, \"y\": f64, \"q\": !molt_str.utf8?>";
  EXPECT_THAT(
      plan(source("a", "%a") + source("b", "%b") +
               "%1 = molt_df.join %a, %b on [\"x\"] = [\"y\"] : " + typeOf("a") + ", " +
               typeOf("b") + "\nreturn %1 : " + result,
           result),
      ElementsAre("1, 0, 1, \"o\"", "1, 0, 1, \"oo\"", "nan, 2, nan, null", "-0, 3, 0, \"z\""));
}

TEST_F(PlanTest, JoinOnSeveralKeysNeedsAllOfThem) {
  addInput("a",
           {{"x", "i8?", {"1", "1", "2", "null"}}, {"s", "!molt_str.utf8", {"u", "v", "u", "u"}}});
  addInput("b", {{"y", "i8?", {"1", "2", "null"}}, {"t", "!molt_str.utf8", {"v", "u", "u"}}});
  const std::string result =
      "!molt_df.table<\"x\": i8?, \"s\": !molt_str.utf8, \"y\": i8?, \"t\": !molt_str.utf8>";
  EXPECT_THAT(plan(source("a", "%a") + source("b", "%b") +
                       "%1 = molt_df.join %a, %b on [\"x\", \"s\"] = [\"y\", \"t\"] : " +
                       typeOf("a") + ", " + typeOf("b") + "\nreturn %1 : " + result,
                   result),
              ElementsAre("1, \"v\", 1, \"v\"", "2, \"u\", 2, \"u\""));
}

TEST_F(PlanTest, SourceFindsColumnsByName) {
  addInput("t", {{"x", "i8", {"1"}}, {"y", "i8?", {"2"}}});
  const std::string declared = "!molt_df.table<\"y\": i8, \"x\": i8?>";
  EXPECT_THAT(
      plan("%0 = molt_df.source \"t\" : " + declared + "\nreturn %0 : " + declared, declared),
      ElementsAre("2, 1"));
}

} // namespace
