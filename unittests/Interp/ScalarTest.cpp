//===- ScalarTest.cpp - Arithmetic, comparison, logic, casts --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Harness.h"

using namespace molt::interp::test;

namespace {

class ScalarTest : public InterpTest {
protected:
  using Operands = std::vector<OperandText>;
  std::string add(const Operands &operands, const std::string &type) {
    return scalar("molt_df.add %a, %b : $", operands, type);
  }
  std::string sub(const Operands &operands, const std::string &type) {
    return scalar("molt_df.sub %a, %b : $", operands, type);
  }
  std::string mul(const Operands &operands, const std::string &type) {
    return scalar("molt_df.mul %a, %b : $", operands, type);
  }
  std::string div(const Operands &operands, const std::string &type) {
    return scalar("molt_df.div %a, %b : $", operands, type);
  }
  std::string cmp(const std::string &predicate, const Operands &operands) {
    return scalar("molt_df.cmp " + predicate + " %a, %b : $", operands, "i1");
  }
  std::string cast(const std::string &from, const std::string &value, const std::string &to) {
    std::string element = to;
    if (to.back() == '?')
      element = "!molt_df.nullable<" + to.substr(0, to.size() - 1) + ">";
    return scalar("molt_df.cast %a : $ to " + element, {{from, value}}, to);
  }
  static std::string decimal(int precision, int scale) {
    return "!molt_df.decimal<" + std::to_string(precision) + ", " + std::to_string(scale) + ">";
  }
};

const std::string kDate = "!molt_df.date32";
const std::string kString = "!molt_str.utf8";

//===----------------------------------------------------------------------===//
// Integers
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, EqualSignednessPromotesToTheWiderType) {
  EXPECT_EQ(add({{"i8", "100"}, {"i16", "28"}}, "i16"), "128");
  EXPECT_EQ(add({{"ui32", "4294967295"}, {"ui64", "1"}}, "ui64"), "4294967296");
}

TEST_F(ScalarTest, MixedSignednessPromotesToTheNarrowestSignedTypeThatHoldsBoth) {
  EXPECT_EQ(add({{"i8", "-1"}, {"ui8", "255"}}, "i16"), "254");
  EXPECT_EQ(add({{"ui32", "4294967295"}, {"i8", "-1"}}, "i64"), "4294967294");
  EXPECT_EQ(add({{"i64", "5"}, {"ui8", "3"}}, "i64"), "8");
  EXPECT_EQ(add({{"i64", "1"}, {"ui64", "1"}}, "i64"), "invalid");
}

TEST_F(ScalarTest, CheckedIntegersOverflow) {
  EXPECT_EQ(add({{"i8", "100"}, {"i8", "27"}}, "i8"), "127");
  EXPECT_EQ(add({{"i8", "100"}, {"i8", "28"}}, "i8"), "overflow");
  EXPECT_EQ(sub({{"i64", "-9223372036854775808"}, {"i64", "1"}}, "i64"), "overflow");
  EXPECT_EQ(sub({{"ui8", "3"}, {"ui8", "4"}}, "ui8"), "overflow");
  EXPECT_EQ(mul({{"ui64", "4294967296"}, {"ui64", "4294967296"}}, "ui64"), "overflow");
  EXPECT_EQ(mul({{"i32", "-65536"}, {"i32", "32768"}}, "i32"), "-2147483648");
}

TEST_F(ScalarTest, WrappingIntegersWrapAround) {
  EXPECT_EQ(scalar("molt_df.add overflow<wrap> %a, %b : $", {{"i8", "100"}, {"i8", "28"}}, "i8"),
            "-128");
  EXPECT_EQ(scalar("molt_df.sub overflow<wrap> %a, %b : $", {{"ui16", "0"}, {"ui16", "1"}}, "ui16"),
            "65535");
  EXPECT_EQ(scalar("molt_df.mul overflow<wrap> %a, %b : $",
                   {{"i64", "4611686018427387904"}, {"i64", "3"}}, "i64"),
            "-4611686018427387904");
  EXPECT_EQ(scalar("molt_df.neg overflow<wrap> %a : $", {{"i8", "-128"}}, "i8"), "-128");
}

TEST_F(ScalarTest, AWrongProofIsAnInternalError) {
  EXPECT_EQ(scalar("molt_df.add overflow<never> %a, %b : $", {{"i8", "100"}, {"i8", "27"}}, "i8"),
            "127");
  EXPECT_EQ(scalar("molt_df.add overflow<never> %a, %b : $", {{"i8", "100"}, {"i8", "28"}}, "i8"),
            "internal");
}

TEST_F(ScalarTest, IntegerDivisionTruncates) {
  EXPECT_EQ(div({{"i32", "7"}, {"i32", "2"}}, "i32"), "3");
  EXPECT_EQ(div({{"i32", "-7"}, {"i32", "2"}}, "i32"), "-3");
  EXPECT_EQ(div({{"ui64", "18446744073709551615"}, {"ui64", "2"}}, "ui64"), "9223372036854775807");
  EXPECT_EQ(div({{"i8", "-128"}, {"i8", "-1"}}, "i8"), "overflow");
  EXPECT_EQ(div({{"i8", "1"}, {"i8", "0"}}, "i8"), "division by zero");
  EXPECT_EQ(scalar("molt_df.div zero_is_null %a, %b : $", {{"i8", "1"}, {"i8", "0"}}, "i8?"),
            "null");
}

TEST_F(ScalarTest, Negation) {
  EXPECT_EQ(scalar("molt_df.neg %a : $", {{"i8", "127"}}, "i8"), "-127");
  EXPECT_EQ(scalar("molt_df.neg %a : $", {{"i8", "-128"}}, "i8"), "overflow");
  EXPECT_EQ(scalar("molt_df.neg %a : $", {{"ui8", "0"}}, "ui8"), "0");
  EXPECT_EQ(scalar("molt_df.neg %a : $", {{"ui8", "1"}}, "ui8"), "overflow");
  EXPECT_EQ(scalar("molt_df.neg %a : $", {{"f64", "0.0"}}, "f64"), "-0");
  EXPECT_EQ(scalar("molt_df.neg %a : $", {{decimal(3, 1), "-99.9"}}, decimal(3, 1)), "99.9");
}

//===----------------------------------------------------------------------===//
// Floats
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, FloatsPromoteToF64AndF32Stays) {
  EXPECT_EQ(add({{"f32", "16777216"}, {"f32", "1"}}, "f32"), "16777216");
  EXPECT_EQ(add({{"f32", "16777216"}, {"f64", "1"}}, "f64"), "16777217");
  EXPECT_EQ(add({{"f32", "16777216"}, {"i8", "1"}}, "f64"), "16777217");
  EXPECT_EQ(mul({{"i64", "9007199254740993"}, {"f64", "1"}}, "f64"), "9007199254740992");
  EXPECT_EQ(mul({{decimal(5, 2), "123.45"}, {"f64", "2"}}, "f64"), "246.9");
}

TEST_F(ScalarTest, FloatsFollowIeee754) {
  EXPECT_EQ(div({{"f64", "1"}, {"f64", "0.0"}}, "f64"), "inf");
  EXPECT_EQ(div({{"f64", "-1"}, {"f64", "0.0"}}, "f64"), "-inf");
  EXPECT_EQ(div({{"f64", "0.0"}, {"f64", "0.0"}}, "f64"), "nan");
  EXPECT_EQ(add({{"f64", "1e308"}, {"f64", "1e308"}}, "f64"), "inf");
  EXPECT_EQ(mul({{"f32", "3e38"}, {"f32", "10"}}, "f32"), "inf");
}

//===----------------------------------------------------------------------===//
// Decimals
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, DecimalSumsHaveTheLargerScaleAndOneMoreDigit) {
  EXPECT_EQ(add({{decimal(3, 1), "99.9"}, {decimal(4, 2), "99.99"}}, decimal(5, 2)), "199.89");
  EXPECT_EQ(sub({{decimal(3, 1), "-99.9"}, {"i8", "127"}}, decimal(5, 1)), "-226.9");
  EXPECT_EQ(add({{decimal(38, 0), "99999999999999999999999999999999999999"}, {"i8", "1"}},
                decimal(38, 0)),
            "overflow");
  // 38 digits before the point cannot keep the larger scale.
  EXPECT_EQ(add({{decimal(38, 0), "10000000000000000000000000000000000000"},
                 {decimal(38, 38), "0.00000000000000000000000000000000000001"}},
                decimal(38, 38)),
            "overflow");
}

TEST_F(ScalarTest, DecimalProductsAddPrecisionsAndScales) {
  EXPECT_EQ(mul({{decimal(3, 1), "99.9"}, {decimal(4, 2), "-99.99"}}, decimal(7, 3)), "-9989.001");
  EXPECT_EQ(mul({{decimal(38, 10), "9999999999999999999999999999.9999999999"},
                 {decimal(38, 10), "9999999999999999999999999999.9999999999"}},
                decimal(38, 20)),
            "overflow");
  EXPECT_EQ(
      mul({{decimal(38, 30), "0.000000000000000000000000000000"}, {decimal(9, 9), "0.000000001"}},
          decimal(38, 39)),
      "invalid");
}

TEST_F(ScalarTest, DecimalQuotientsRoundHalfAwayFromZero) {
  EXPECT_EQ(div({{decimal(3, 0), "1"}, {decimal(3, 0), "3"}}, decimal(9, 6)), "0.333333");
  EXPECT_EQ(div({{decimal(3, 0), "-2"}, {decimal(3, 0), "3"}}, decimal(9, 6)), "-0.666667");
  EXPECT_EQ(div({{decimal(8, 7), "0.0000001"}, {"i8", "2"}}, decimal(8, 7)), "0.0000001");
  EXPECT_EQ(div({{decimal(8, 7), "-0.0000001"}, {"i8", "2"}}, decimal(8, 7)), "-0.0000001");
  EXPECT_EQ(div({{"i8", "1"}, {decimal(4, 2), "00.01"}}, decimal(11, 6)), "100.000000");
  EXPECT_EQ(div({{decimal(3, 0), "1"}, {decimal(3, 0), "0"}}, decimal(9, 6)), "division by zero");
  EXPECT_EQ(div({{decimal(38, 0), "1"}, {"i8", "1"}}, decimal(38, 6)), "invalid");
}

//===----------------------------------------------------------------------===//
// Dates
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, DatesAddDays) {
  EXPECT_EQ(add({{kDate, "2024-02-28"}, {"i8", "2"}}, kDate), "2024-03-01");
  EXPECT_EQ(sub({{kDate, "2023-03-01"}, {"ui64", "1"}}, kDate), "2023-02-28");
  EXPECT_EQ(sub({{kDate, "1970-01-01"}, {kDate, "2000-01-01"}}, "i64"), "-10957");
  EXPECT_EQ(add({{kDate, "2147483647"}, {"i8", "1"}}, kDate), "overflow");
  EXPECT_EQ(sub({{kDate, "2147483647"}, {kDate, "-2147483648"}}, "i64"), "4294967295");
  // Wrapping is for integers.
  EXPECT_EQ(
      scalar("molt_df.add overflow<wrap> %a, %b : $", {{kDate, "2147483647"}, {"i8", "1"}}, kDate),
      "invalid");
}

TEST_F(ScalarTest, DateParts) {
  auto part = [&](const std::string &name, const std::string &value) {
    return scalar("molt_df.date_part " + name + " %a : $", {{kDate, value}}, "i32");
  };
  EXPECT_EQ(part("year", "2024-02-29"), "2024");
  EXPECT_EQ(part("month", "2024-02-29"), "2");
  EXPECT_EQ(part("day", "2024-02-29"), "29");
  EXPECT_EQ(part("year", "1969-12-31"), "1969");
  EXPECT_EQ(part("day", "1900-02-28"), "28");
  EXPECT_EQ(part("year", "-719529"), "-1"); // the day before 0000-01-01
  EXPECT_EQ(part("month", "-719529"), "12");
  EXPECT_EQ(part("year", "2147483647"), "5881580");
  EXPECT_EQ(part("year", "-2147483648"), "-5877641");
}

//===----------------------------------------------------------------------===//
// Comparison and logic
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, FloatsCompareByTheTotalOrder) {
  EXPECT_EQ(cmp("eq", {{"f64", "-0.0"}, {"f64", "0.0"}}), "true");
  EXPECT_EQ(cmp("eq", {{"f64", "nan"}, {"f64", "nan"}}), "true");
  EXPECT_EQ(cmp("gt", {{"f64", "nan"}, {"f64", "inf"}}), "true");
  EXPECT_EQ(cmp("lt", {{"f32", "-inf"}, {"f32", "nan"}}), "true");
  EXPECT_EQ(cmp("ne", {{"f64", "nan"}, {"f64", "1"}}), "true");
  EXPECT_EQ(cmp("ge", {{"f64", "1"}, {"f64", "nan"}}), "false");
}

TEST_F(ScalarTest, ComparisonPromotes) {
  EXPECT_EQ(cmp("lt", {{"i8", "-1"}, {"ui8", "255"}}), "true");
  EXPECT_EQ(cmp("eq", {{decimal(3, 1), "01.5"}, {decimal(5, 3), "01.500"}}), "true");
  EXPECT_EQ(cmp("gt", {{"i8", "2"}, {decimal(5, 3), "01.999"}}), "true");
  EXPECT_EQ(cmp("eq", {{"i64", "9007199254740993"}, {"f64", "9007199254740992"}}), "true");
  EXPECT_EQ(cmp("le", {{kDate, "1969-12-31"}, {kDate, "1970-01-01"}}), "true");
  EXPECT_EQ(cmp("lt", {{"i1", "false"}, {"i1", "true"}}), "true");
  EXPECT_EQ(scalar("molt_df.cmp eq %a, %b : $", {{"i8?", "null"}, {"i8?", "null"}}, "i1?"), "null");
}

TEST_F(ScalarTest, ThreeValuedLogic) {
  const std::vector<std::string> values = {"false", "true", "null"};
  auto apply = [&](const std::string &op) {
    std::string results;
    for (const std::string &a : values)
      for (const std::string &b : values)
        results += scalar("molt_df." + op + " %a, %b : $", {{"i1?", a}, {"i1?", b}}, "i1?")[0];
    return results;
  };
  EXPECT_EQ(apply("and"), "fff"
                          "ftn"
                          "fnn");
  EXPECT_EQ(apply("or"), "ftn"
                         "ttt"
                         "ntn");
  EXPECT_EQ(scalar("molt_df.not %a : $", {{"i1", "true"}}, "i1"), "false");
  EXPECT_EQ(scalar("molt_df.not %a : $", {{"i1?", "null"}}, "i1?"), "null");
}

TEST_F(ScalarTest, NullPropagatesAndNothingFails) {
  EXPECT_EQ(add({{"i8?", "null"}, {"i8", "127"}}, "i8?"), "null");
  EXPECT_EQ(div({{"i8?", "null"}, {"i8", "0"}}, "i8?"), "null");
  EXPECT_EQ(div({{"i8", "1"}, {"i8?", "null"}}, "i8?"), "null");
}

TEST_F(ScalarTest, ObservingNull) {
  EXPECT_EQ(scalar("molt_df.is_null %a : $", {{"i8?", "null"}}, "i1"), "true");
  EXPECT_EQ(scalar("molt_df.is_null %a : $", {{"f64?", "nan"}}, "i1"), "false");
  EXPECT_EQ(scalar("molt_df.is_null %a : $", {{"i8", "0"}}, "i1"), "false");
  EXPECT_EQ(scalar("molt_df.coalesce %a, %b : $", {{"i8?", "null"}, {"i8", "2"}}, "i8"), "2");
  EXPECT_EQ(scalar("molt_df.coalesce %a, %b : $", {{"i8?", "1"}, {"i8", "2"}}, "i8"), "1");
  EXPECT_EQ(scalar("molt_df.coalesce %a, %b : $", {{"i8?", "null"}, {"i8?", "null"}}, "i8?"),
            "null");
  auto select = [&](const std::string &condition) {
    return scalar("molt_df.select %a, %b, %c : $",
                  {{"i1?", condition}, {"i8", "1"}, {"i8?", "null"}}, "i8?");
  };
  EXPECT_EQ(select("true"), "1");
  EXPECT_EQ(select("false"), "null");
  EXPECT_EQ(
      scalar("molt_df.select %a, %b, %c : $", {{"i1?", "null"}, {"i8", "1"}, {"i8", "2"}}, "i8"),
      "2");
}

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, CastsBetweenIntegersAreStrict) {
  EXPECT_EQ(cast("i64", "127", "i8"), "127");
  EXPECT_EQ(cast("i64", "128", "i8"), "cast");
  EXPECT_EQ(cast("i8", "-1", "ui64"), "cast");
  EXPECT_EQ(scalar("molt_df.cast overflow<wrap> %a : $ to ui8", {{"i64", "-1"}}, "ui8"), "255");
  EXPECT_EQ(scalar("molt_df.cast overflow<never> %a : $ to i8", {{"i64", "128"}}, "i8"),
            "internal");
  EXPECT_EQ(cast("i8", "1", "i1"), "true");
  EXPECT_EQ(cast("i8", "2", "i1"), "cast");
  EXPECT_EQ(cast("i1", "true", "ui16"), "1");
}

TEST_F(ScalarTest, FloatToIntegerMustBeExact) {
  EXPECT_EQ(cast("f64", "-3", "i8"), "-3");
  EXPECT_EQ(cast("f64", "-0.0", "ui8"), "0");
  EXPECT_EQ(cast("f64", "2.5", "i8"), "cast");
  EXPECT_EQ(cast("f64", "nan", "i64"), "cast");
  EXPECT_EQ(cast("f64", "inf", "i64"), "cast");
  EXPECT_EQ(cast("f64", "9223372036854775808", "i64"), "cast");
  EXPECT_EQ(cast("f64", "-9223372036854775808", "i64"), "-9223372036854775808");
  EXPECT_EQ(cast("f64", "1e300", "ui64"), "cast");
}

TEST_F(ScalarTest, FloatToDecimalRoundsHalfToEven) {
  EXPECT_EQ(cast("f64", "0.125", decimal(5, 2)), "0.12");
  EXPECT_EQ(cast("f64", "0.375", decimal(5, 2)), "0.38");
  EXPECT_EQ(cast("f64", "-0.125", decimal(5, 2)), "-0.12");
  EXPECT_EQ(cast("f64", "999.996", decimal(5, 2)), "cast");
  EXPECT_EQ(cast("f64", "nan", decimal(5, 2)), "cast");
  EXPECT_EQ(cast("f64", "1e37", decimal(38, 0)), "9999999999999999538762658202121142272");
  EXPECT_EQ(cast("f64", "1e38", decimal(38, 0)), "99999999999999997748809823456034029568");
  EXPECT_EQ(cast("f64", "1.5e38", decimal(38, 0)), "cast");
  // 1.005 is less than it looks, but 100 times it is 100.49999999999999.
  EXPECT_EQ(cast("f64", "1.005", decimal(5, 2)), "1.00");
}

TEST_F(ScalarTest, DecimalsRoundHalfAwayFromZero) {
  EXPECT_EQ(cast(decimal(5, 3), "01.125", decimal(5, 2)), "1.13");
  EXPECT_EQ(cast(decimal(5, 3), "-01.125", decimal(5, 2)), "-1.13");
  EXPECT_EQ(cast(decimal(5, 3), "99.950", decimal(3, 1)), "cast");
  EXPECT_EQ(cast(decimal(3, 1), "99.9", decimal(5, 3)), "99.900");
  EXPECT_EQ(cast(decimal(3, 1), "99.9", decimal(4, 3)), "cast");
  EXPECT_EQ(cast(decimal(3, 1), "02.5", "i8"), "3");
  EXPECT_EQ(cast(decimal(3, 1), "-02.5", "i8"), "-3");
  EXPECT_EQ(cast("i64", "1000", decimal(5, 2)), "cast");
  EXPECT_EQ(cast("i64", "-999", decimal(5, 2)), "-999.00");
}

TEST_F(ScalarTest, CastsToFloatsAreNearest) {
  EXPECT_EQ(cast("i64", "9007199254740993", "f64"), "9007199254740992");
  EXPECT_EQ(cast("ui64", "18446744073709551615", "f64"), "1.8446744073709552e+19");
  // Rounded once: by way of f64, 2^60 + 2^36 + 1 would become 2^60.
  EXPECT_EQ(cast("i64", "1152921573326323713", "f32"), "1.1529216e+18");
  EXPECT_EQ(cast(decimal(3, 1), "00.1", "f64"), "0.1");
  EXPECT_EQ(cast("f64", "1e300", "f32"), "inf");
  EXPECT_EQ(cast("f32", "0.1", "f64"), "0.10000000149011612");
}

TEST_F(ScalarTest, CastsOfNull) {
  EXPECT_EQ(cast("i8?", "null", "i16?"), "null");
  EXPECT_EQ(cast("i8?", "null", "i8"), "cast");
  EXPECT_EQ(cast("i8?", "5", "i8"), "5");
  EXPECT_EQ(cast("i8", "5", "i8?"), "5");
  EXPECT_EQ(cast(kString + "?", "null", kString), "cast");
  EXPECT_EQ(scalar("molt_df.cast overflow<never> %a : $ to i8", {{"i8?", "null"}}, "i8"),
            "internal");
}

//===----------------------------------------------------------------------===//
// Strings and constants
//===----------------------------------------------------------------------===//

TEST_F(ScalarTest, StringsCompareByCodePoints) {
  auto cmp = [&](const std::string &predicate, const std::string &a, const std::string &b) {
    return scalar("molt_str.cmp " + predicate + " %a, %b : $", {{kString, a}, {kString, b}}, "i1");
  };
  EXPECT_EQ(cmp("lt", "", "a"), "true");
  EXPECT_EQ(cmp("lt", "ab", "abc"), "true");
  EXPECT_EQ(cmp("lt", "z", "é"), "true");
  EXPECT_EQ(cmp("gt", "\xF0\x9F\x98\x80", "\xEF\xBF\xBD"), "true"); // U+1F600 > U+FFFD
  EXPECT_EQ(cmp("eq", "long enough not to be inline", "long enough not to be inline"), "true");
  EXPECT_EQ(scalar("molt_str.cmp eq %a, %b : $", {{kString + "?", "null"}, {kString, "a"}}, "i1?"),
            "null");
}

TEST_F(ScalarTest, StringSearch) {
  auto test = [&](const std::string &op, const std::string &a, const std::string &b) {
    return scalar("molt_str." + op + " %a, %b : $", {{kString, a}, {kString, b}}, "i1");
  };
  EXPECT_EQ(test("starts_with", "abc", ""), "true");
  EXPECT_EQ(test("starts_with", "abc", "ab"), "true");
  EXPECT_EQ(test("starts_with", "ab", "abc"), "false");
  EXPECT_EQ(test("contains", "", ""), "true");
  EXPECT_EQ(test("contains", "xabcx", "abc"), "true");
  EXPECT_EQ(test("contains", "xabx", "abc"), "false");
}

TEST_F(ScalarTest, Constants) {
  auto constant = [&](const std::string &value, const std::string &type,
                      const std::string &column) {
    return scalar("molt_df.constant " + value + " : " + type, {{"i8", "0"}}, column);
  };
  EXPECT_EQ(constant("-5", "i64", "i64"), "-5");
  EXPECT_EQ(constant("18446744073709551615", "ui64", "ui64"), "18446744073709551615");
  EXPECT_EQ(constant("true", "i1", "i1"), "true");
  EXPECT_EQ(constant("1.5", "f32", "f32"), "1.5");
  EXPECT_EQ(constant("\"-0.05\"", decimal(15, 2), decimal(15, 2)), "-0.05");
  EXPECT_EQ(constant("\"1994-01-01\"", kDate, kDate), "1994-01-01");
  EXPECT_EQ(constant("\"x\"", kString, kString), "\"x\"");
  EXPECT_EQ(scalar("molt_str.constant \"y\"", {{"i8", "0"}}, kString), "\"y\"");
  EXPECT_EQ(constant("null", "!molt_df.nullable<i64>", "i64?"), "null");
}

} // namespace
