//===- AggregateTest.cpp - Reductions and grouping ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"
#include <cmath>

using namespace molt::interp;
using namespace molt::interp::test;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

class AggregateTest : public InterpTest {
protected:
  /// One aggregate over all values of a column.
  std::string aggregate(const std::string &op, const std::string &type,
                        const std::vector<std::string> &values, const std::string &resultType) {
    addInput("t", {{"x", type, values}});
    std::string table = typeOf("t"), resultTable = "!molt_df.table<\"r\": " + resultType + ">";
    std::string rows =
        plan("%0 = molt_df.source \"t\" : " + table +
                 "\n%1 = molt_df.aggregate %0 by [] of [\"x\"] -> [\"r\"] {\n"
                 "^bb0(%x: " +
                 scalarType(type) + "):\n  %r = molt_df." + op + " : " + scalarType(type) +
                 "\n  molt_df.yield %r : " + scalarType(resultType) + "\n} : " + table +
                 "\nreturn %1 : " + resultTable,
             resultTable)[0];
    molt_table_release(inputs.back().second);
    inputs.pop_back();
    return rows;
  }
  static std::string scalarType(const std::string &type) {
    return type.back() == '?' ? "!molt_df.nullable<" + type.substr(0, type.size() - 1) + ">" : type;
  }
};

TEST_F(AggregateTest, SumsHaveTheWidestType) {
  EXPECT_EQ(aggregate("sum %x", "i8", {"127", "127", "-1"}, "i64?"), "253");
  EXPECT_EQ(aggregate("sum %x", "ui8", {"255", "255"}, "ui64?"), "510");
  EXPECT_EQ(
      aggregate("sum %x", "!molt_df.decimal<3, 1>", {"99.9", "00.2"}, "!molt_df.decimal<38, 1>?"),
      "100.1");
}

TEST_F(AggregateTest, NullsAreIgnored) {
  EXPECT_EQ(aggregate("sum %x", "i8?", {"null", "3", "null"}, "i64?"), "3");
  EXPECT_EQ(aggregate("sum %x", "i8?", {"null"}, "i64?"), "null");
  EXPECT_EQ(aggregate("mean %x", "i8?", {"null", "3", "4"}, "f64?"), "3.5");
  EXPECT_EQ(aggregate("mean %x", "f64?", {"null"}, "f64?"), "null");
  EXPECT_EQ(aggregate("min %x", "i8?", {"null", "3"}, "i8?"), "3");
  EXPECT_EQ(aggregate("max %x", "i8?", {"null"}, "i8?"), "null");
  EXPECT_EQ(aggregate("count_valid %x", "i8?", {"null", "3", "null"}, "i64"), "1");
}

TEST_F(AggregateTest, NoRows) {
  EXPECT_EQ(aggregate("sum %x", "i8", {}, "i64?"), "null");
  EXPECT_EQ(aggregate("mean %x", "f64", {}, "f64?"), "null");
  EXPECT_EQ(aggregate("min %x", "i1", {}, "i1?"), "null");
  EXPECT_EQ(aggregate("count_valid %x", "i8", {}, "i64"), "0");
}

TEST_F(AggregateTest, SumsFailExactlyWhenTheTotalDoesNotFit) {
  const std::string max = "9223372036854775807", min = "-9223372036854775808";
  EXPECT_EQ(aggregate("sum %x", "i64", {max, "1", "-1"}, "i64?"), max);
  EXPECT_EQ(aggregate("sum %x", "i64", {max, "1"}, "i64?"), "overflow");
  EXPECT_EQ(aggregate("sum %x", "i64", {min, "-1"}, "i64?"), "overflow");
  EXPECT_EQ(aggregate("sum %x", "ui64", {"18446744073709551615", "1"}, "ui64?"), "overflow");
  const std::string type = "!molt_df.decimal<38, 0>", big(38, '9');
  // Partial totals beyond 128 bits.
  EXPECT_EQ(aggregate("sum %x", type, {big, big, big, "-" + big, "-" + big}, type + "?"), big);
  EXPECT_EQ(aggregate("sum %x", type, {big, big, big, big, "-" + big}, type + "?"), "overflow");
  EXPECT_EQ(aggregate("sum %x", type, {big, "1"}, type + "?"), "overflow");
}

TEST_F(AggregateTest, WrongBoundsOnTotalsAreInternalErrors) {
  EXPECT_EQ(aggregate("sum %x {total_bits = 8 : i64}", "i16", {"100", "27"}, "i64?"), "127");
  EXPECT_EQ(aggregate("sum %x {total_bits = 8 : i64}", "i16", {"100", "28", "-1"}, "i64?"),
            "internal");
}

TEST_F(AggregateTest, MeansOfExactNumbersNeverFail) {
  const std::string max = "9223372036854775807";
  EXPECT_EQ(aggregate("mean %x", "i64", {max, max, max}, "f64?"), "9.223372036854776e+18");
  EXPECT_EQ(aggregate("mean %x", "!molt_df.decimal<3, 2>", {"0.10", "0.20"}, "f64?"), "0.15");
  EXPECT_EQ(aggregate("mean %x", "ui8", {"1", "2", "2"}, "f64?"), "1.6666666666666667");
}

TEST_F(AggregateTest, FloatSums) {
  EXPECT_EQ(aggregate("sum %x", "f64", {"1e100", "1", "-1e100"}, "f64?"), "1");
  EXPECT_EQ(aggregate("sum %x", "f32", {"16777216", "1", "1"}, "f64?"), "16777218");
  EXPECT_EQ(aggregate("sum %x", "f64", {"1", "nan"}, "f64?"), "nan");
  EXPECT_EQ(aggregate("sum %x", "f64", {"inf", "1"}, "f64?"), "inf");
  EXPECT_EQ(aggregate("sum %x", "f64", {"inf", "-inf"}, "f64?"), "nan");
  EXPECT_EQ(aggregate("mean %x", "f64", {"1", "2"}, "f64?"), "1.5");
}

TEST_F(AggregateTest, SlackIsZeroWhereNoOrderRounds) {
  aggregate("sum %x", "f64", {"0.5", "1024.25", "-3"}, "f64?");
  EXPECT_EQ(result.at(0, 0).getSlack(), 0);
  aggregate("sum %x", "f64", {"0.1", "0.2"}, "f64?");
  EXPECT_NEAR(result.at(0, 0).getSlack(), 2 * 0x1p-52 * 0.3, 1e-17);
  aggregate("sum %x", "f64", {"9007199254740992", "1"}, "f64?");
  EXPECT_GT(result.at(0, 0).getSlack(), 0);
  for (const char *overflowing : {"sum %x", "var %x", "std %x"}) {
    aggregate(overflowing, "f64", {"1.7e308", "1.7e308", "-1.7e308"}, "f64?");
    EXPECT_TRUE(std::isinf(result.at(0, 0).getSlack())) << overflowing;
  }
}

TEST_F(AggregateTest, ExtremesAreCanonicalAndFollowTheTotalOrder) {
  EXPECT_EQ(aggregate("max %x", "f64", {"1", "nan", "inf"}, "f64?"), "nan");
  EXPECT_EQ(aggregate("min %x", "f64", {"nan", "1"}, "f64?"), "1");
  EXPECT_EQ(aggregate("min %x", "f64", {"-0.0"}, "f64?"), "0");
  EXPECT_EQ(aggregate("max %x", "i1", {"false", "true"}, "i1?"), "true");
  EXPECT_EQ(
      aggregate("min %x", "!molt_df.date32", {"2000-01-01", "1999-12-31"}, "!molt_df.date32?"),
      "1999-12-31");
}

//===----------------------------------------------------------------------===//
// Groups
//===----------------------------------------------------------------------===//

TEST_F(AggregateTest, Groups) {
  addInput("t", {{"k", "f64?", {"0.0", "nan", "-0.0", "null", "nan", "null", "1"}},
                 {"s", "!molt_str.utf8", {"a", "b", "a", "c", "b", "d", "e"}},
                 {"x", "i32", {"1", "2", "3", "4", "5", "6", "7"}}});
  const std::string result =
      "!molt_df.table<\"k\": f64?, \"s\": !molt_str.utf8, \"n\": i64, \"t\": i64?>";
  std::string body = "%0 = molt_df.source \"t\" : " + typeOf("t") + R"(
    %1 = molt_df.aggregate %0 by ["k", "s"] of ["x"] -> ["n", "t"] {
    ^bb0(%x: i32):
      %n = molt_df.count
      %y = molt_df.mul %x, %x : i32, i32
      %t = molt_df.sum %y : i32
      molt_df.yield %n, %t : i64, !molt_df.nullable<i64>
    } : )" + typeOf("t") +
                     "\nreturn %1 : " + result;
  EXPECT_THAT(unorderedPlan(body, result),
              ElementsAre("0, \"a\", 2, 10", "1, \"e\", 1, 49", "nan, \"b\", 2, 29",
                          "null, \"c\", 1, 16", "null, \"d\", 1, 36"));
}

TEST_F(AggregateTest, KeysOnlyAndNoRows) {
  addInput("t", {{"k", "i8", {}}});
  addInput("u", {{"k", "i8", {"1", "1"}}});
  for (const char *input : {"t", "u"}) {
    std::string body = "%0 = molt_df.source \"" + std::string(input) + "\" : " + typeOf("t") + R"(
    %1 = molt_df.aggregate %0 by ["k"] of [] -> [] {
      molt_df.yield
    } : )" + typeOf("t") +
                       "\nreturn %1 : " + typeOf("t");
    if (input[0] == 't')
      EXPECT_THAT(plan(body, typeOf("t")), IsEmpty());
    else
      EXPECT_THAT(plan(body, typeOf("t")), ElementsAre("1"));
  }
}

TEST_F(AggregateTest, SumsInUseAreNoted) {
  addInput("t", {{"x", "f64", {"0.1", "0.2"}}});
  const std::string sums = "!molt_df.table<\"s\": f64?>";
  std::string sum = "%0 = molt_df.source \"t\" : " + typeOf("t") + R"(
    %1 = molt_df.aggregate %0 by [] of ["x"] -> ["s"] {
    ^bb0(%x: f64):
      %s = molt_df.sum %x : f64
      molt_df.yield %s : !molt_df.nullable<f64>
    } : )" + typeOf("t");
  plan(sum + "\nreturn %1 : " + sums, sums);
  EXPECT_FALSE(notes.dependsOnSumOrder);
  plan(sum + "\n%2 = molt_df.sort %1 by [\"s\"] : " + sums + "\nreturn %2 : " + sums, sums);
  EXPECT_TRUE(notes.dependsOnSumOrder);
}

} // namespace
