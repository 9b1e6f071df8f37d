//===- ValueTextTest.cpp - Text of numbers, dates and bools ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ValueText.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>

using namespace molt::rt;

template <typename T> static TextError parseInt(const std::string &text, T &out) {
  return parseInteger(text.data(), text.data() + text.size(), out);
}

TEST(ValueText, Integers) {
  int8_t small = 0;
  EXPECT_EQ(parseInt("127", small), TextError::None);
  EXPECT_EQ(small, 127);
  EXPECT_EQ(parseInt("-128", small), TextError::None);
  EXPECT_EQ(small, -128);
  EXPECT_EQ(parseInt("128", small), TextError::Range);
  EXPECT_EQ(parseInt("-129", small), TextError::Range);
  EXPECT_EQ(parseInt("+0007", small), TextError::None);
  EXPECT_EQ(small, 7);
  int64_t large = 0;
  EXPECT_EQ(parseInt("9223372036854775807", large), TextError::None);
  EXPECT_EQ(large, INT64_MAX);
  EXPECT_EQ(parseInt("-9223372036854775808", large), TextError::None);
  EXPECT_EQ(large, INT64_MIN);
  EXPECT_EQ(parseInt("9223372036854775808", large), TextError::Range);
  EXPECT_EQ(parseInt("99999999999999999999999", large), TextError::Range);
  EXPECT_EQ(parseInt("000000000000000000000000000001", large), TextError::None);
  EXPECT_EQ(large, 1);
  for (const char *text : {"", "-", "+", "1 ", " 1", "1.0", "0x1", "--1", "1e3", "१", "12345678a",
                           "a2345678", "1234567/12345678", "12345678:"})
    EXPECT_EQ(parseInt(text, large), TextError::Syntax) << text;
  uint64_t positive = 0;
  EXPECT_EQ(parseInt("18446744073709551615", positive), TextError::None);
  EXPECT_EQ(positive, UINT64_MAX);
  EXPECT_EQ(parseInt("18446744073709551616", positive), TextError::Range);
  EXPECT_EQ(parseInt("-1", positive), TextError::Range);
  EXPECT_EQ(parseInt("-0", positive), TextError::None);
  EXPECT_EQ(positive, 0u);
}

TEST(ValueText, IntegersOf128Bits) {
  Int128 value = 0;
  auto text = [&] {
    char buffer[maxValueText];
    return std::string(buffer, formatDecimal(value, 0, buffer));
  };
  for (const char *number :
       {"0", "-1", "18446744073709551616", "99999999999999999999999999999999999999",
        "170141183460469231731687303715884105727", "-170141183460469231731687303715884105728"}) {
    EXPECT_EQ(parseInt(number, value), TextError::None) << number;
    EXPECT_EQ(text(), number);
  }
  EXPECT_EQ(parseInt("+0000000000000000000000000000000000000000000000007", value), TextError::None);
  EXPECT_EQ(text(), "7");
  for (const char *number :
       {"170141183460469231731687303715884105728", "-170141183460469231731687303715884105729",
        "340282366920938463463374607431768211456", "1000000000000000000000000000000000000000000"})
    EXPECT_EQ(parseInt(number, value), TextError::Range) << number;
  for (const char *number : {"", "-", "1.0", "1e3", "99999999999999999999999999999999999999x"})
    EXPECT_EQ(parseInt(number, value), TextError::Syntax) << number;
}

TEST(ValueText, IntegersOfEveryLength) {
  std::string digits;
  int64_t expected = 0;
  for (int i = 1; i <= 18; ++i) {
    digits += static_cast<char>('0' + i % 10);
    expected = expected * 10 + i % 10;
    for (int sign : {1, -1}) {
      int64_t value = 0;
      EXPECT_EQ(parseInt((sign < 0 ? "-" : "") + digits, value), TextError::None);
      EXPECT_EQ(value, sign * expected);
    }
  }
}

static TextError parse(const std::string &text, int precision, int scale, Int128 &out) {
  return parseDecimal(text.data(), text.data() + text.size(), precision, scale, out);
}

static std::string decimalText(Int128 value, int scale) {
  char text[maxValueText];
  return std::string(text, formatDecimal(value, scale, text));
}

TEST(ValueText, Decimals) {
  Int128 value = 0;
  auto check = [&](const char *text, int precision, int scale, const char *expected) {
    ASSERT_EQ(parse(text, precision, scale, value), TextError::None) << text;
    EXPECT_EQ(decimalText(value, scale), expected);
  };
  check("1", 15, 2, "1.00");
  check("24710.35", 15, 2, "24710.35");
  check("-0.05", 15, 2, "-0.05");
  check("+.5", 15, 2, "0.50");
  check("5.", 15, 2, "5.00");
  check("0", 15, 0, "0");
  check("-0", 15, 2, "0.00");
  check("1.2300000", 15, 2, "1.23");
  check("0000000000000000000000000000000000000000001.5", 2, 1, "1.5");
  check("9999999999999.99", 15, 2, "9999999999999.99");
  check("99999999999999999999999999999999999999", 38, 0, "99999999999999999999999999999999999999");
  check("-0.99999999999999999999999999999999999999", 38, 38,
        "-0.99999999999999999999999999999999999999");
  check("0.00", 1, 0, "0");
  EXPECT_EQ(parse("10000000000000.00", 15, 2, value), TextError::Range);
  EXPECT_EQ(parse("100000000000000000000000000000000000000", 38, 0, value), TextError::Range);
  EXPECT_EQ(parse("1", 2, 2, value), TextError::Range);
  EXPECT_EQ(parse("1.234", 15, 2, value), TextError::Scale);
  EXPECT_EQ(parse("1.2300001", 15, 2, value), TextError::Scale);
  for (const char *text : {"", ".", "-", "-.", "1.2.3", "1,2", "1e2", " 1", "1 ", "0x1", "nan",
                           "1.2x", "x1.23", "12/34.56", "12.3:"})
    EXPECT_EQ(parse(text, 15, 2, value), TextError::Syntax) << text;
}

TEST(ValueText, DecimalsOfEveryLength) {
  for (int integerDigits = 0; integerDigits <= 12; ++integerDigits)
    for (int scale : {0, 1, 2, 4, 6}) {
      std::string text;
      int64_t expected = 0;
      for (int i = 0; i < integerDigits; ++i) {
        text += static_cast<char>('1' + i % 9);
        expected = expected * 10 + 1 + i % 9;
      }
      if (scale)
        text += ".";
      for (int i = 0; i < scale; ++i) {
        text += static_cast<char>('9' - i);
        expected = expected * 10 + 9 - i;
      }
      if (integerDigits + scale == 0)
        continue;
      Int128 value = 0;
      ASSERT_EQ(parse(text, 18, scale, value), TextError::None) << text;
      EXPECT_TRUE(value == expected) << text;
      ASSERT_EQ(parse("-" + text, 18, scale, value), TextError::None) << text;
      EXPECT_TRUE(value == -expected) << text;
    }
}

TEST(ValueText, Floats) {
  double value = 0;
  auto parse = [&](const std::string &text) {
    return parseFloat(text.data(), text.data() + text.size(), value);
  };
  EXPECT_EQ(parse("1.5"), TextError::None);
  EXPECT_EQ(value, 1.5);
  EXPECT_EQ(parse("+1e3"), TextError::None);
  EXPECT_EQ(value, 1000);
  EXPECT_EQ(parse("0.1"), TextError::None);
  EXPECT_EQ(value, 0.1);
  EXPECT_EQ(parse("1e-400"), TextError::None);
  EXPECT_EQ(value, 0);
  EXPECT_EQ(parse("-0.000" + std::string(400, '0') + "1"), TextError::None);
  EXPECT_TRUE(value == 0 && std::signbit(value));
  EXPECT_EQ(parse("1e400"), TextError::Range);
  EXPECT_EQ(parse("1" + std::string(400, '0')), TextError::Range);
  EXPECT_EQ(parse("0.001e400"), TextError::Range);
  EXPECT_EQ(parse("inf"), TextError::None);
  EXPECT_EQ(value, std::numeric_limits<double>::infinity());
  EXPECT_EQ(parse("-Infinity"), TextError::None);
  EXPECT_EQ(value, -std::numeric_limits<double>::infinity());
  for (const char *text : {"nan", "NaN", "-nan"}) {
    EXPECT_EQ(parse(text), TextError::None) << text;
    EXPECT_TRUE(std::isnan(value)) << text;
  }
  for (const char *text : {"", "+", "-", "+-1", "1.5x", " 1", "nan(1)", "0x1p3", "1e", "e5", "."})
    EXPECT_EQ(parse(text), TextError::Syntax) << text;
}

TEST(ValueText, FloatsReadBack) {
  for (double value : {0.1, 1.0 / 3, 1e300, 5e-324, -2.5, 123456789.125, 1e22}) {
    char text[maxValueText];
    char *end = formatFloat(value, text);
    double back = 0;
    ASSERT_EQ(parseFloat(text, end, back), TextError::None);
    EXPECT_EQ(back, value);
    EXPECT_LE(end - text, 24);
  }
  char text[maxValueText];
  EXPECT_EQ(std::string(text, formatFloat(0.1f, text)), "0.1");
  EXPECT_EQ(std::string(text, formatFloat(-std::nan(""), text)), "nan");
  EXPECT_EQ(std::string(text, formatFloat(-INFINITY, text)), "-inf");
}

TEST(ValueText, Bools) {
  bool value = false;
  auto parse = [&](const std::string &text) {
    return parseBool(text.data(), text.data() + text.size(), value);
  };
  for (const char *text : {"true", "True", "TRUE"}) {
    value = false;
    EXPECT_EQ(parse(text), TextError::None);
    EXPECT_TRUE(value);
  }
  for (const char *text : {"false", "False", "FALSE"}) {
    value = true;
    EXPECT_EQ(parse(text), TextError::None);
    EXPECT_FALSE(value);
  }
  for (const char *text : {"", "t", "1", "tRue", "yes", "falsee"})
    EXPECT_EQ(parse(text), TextError::Syntax) << text;
}

TEST(ValueText, EveryDateOfTheCalendar) {
  // 0001-01-01 … 9999-12-31, one by one, against counting.
  static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  int32_t days = -719162;
  for (int year = 1; year <= 9999; ++year) {
    bool leap = (year % 4 == 0 && year % 100) || year % 400 == 0;
    for (int month = 1; month <= 12; ++month)
      for (int day = 1; day <= lengths[month - 1] + (month == 2 && leap); ++day, ++days) {
        char expected[32];
        snprintf(expected, sizeof(expected), "%04d-%02d-%02d", year, month, day);
        int32_t parsed = 0;
        ASSERT_EQ(parseDate(expected, expected + 10, parsed), TextError::None) << expected;
        ASSERT_EQ(parsed, days) << expected;
        char text[maxValueText];
        ASSERT_EQ(std::string(text, formatDate(days, text)), expected);
      }
  }
  EXPECT_EQ(days, 2932897);
}

TEST(ValueText, DatesThatAreNone) {
  int32_t value = 0;
  auto parse = [&](const std::string &text) {
    return parseDate(text.data(), text.data() + text.size(), value);
  };
  for (const char *text : {"2023-02-29", "1900-02-29", "2023-13-01", "2023-00-10", "2023-01-00",
                           "2023-04-31", "0000-01-01"})
    EXPECT_EQ(parse(text), TextError::Date) << text;
  for (const char *text : {"", "2023-1-1", "2023/01/01", "20230101", "2023-01-0a", "x023-01-01",
                           "2023-01-01 ", "2023-0a-01", "2023-01_01"})
    EXPECT_EQ(parse(text), TextError::Syntax) << text;
}

TEST(ValueText, DatesOutsideOfTheCalendarCanBeWritten) {
  char text[maxValueText];
  EXPECT_EQ(std::string(text, formatDate(2932897, text)), "10000-01-01");
  EXPECT_EQ(std::string(text, formatDate(INT32_MAX, text)), "5881580-07-11");
  EXPECT_EQ(std::string(text, formatDate(INT32_MIN, text)), "-5877641-06-23");
  EXPECT_EQ(std::string(text, formatDate(-719163, text)), "0000-12-31");
}
