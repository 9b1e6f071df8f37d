//===- FastTextTest.cpp - Parsing values a word at a time -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The fast parsers against the complete ones: whatever they accept, the others
// accept with the same value; and they do accept the common forms.
//
//===----------------------------------------------------------------------===//

#include "FastText.h"
#include "ValueText.h"

#include <gtest/gtest.h>

#include <random>

using namespace molt::rt;

/// `text` with garbage behind it, as fields have: the fast parsers read it.
static std::string inContext(const std::string &text) {
  return text + "|87.65-43:/;\x80\xFF,90123456789";
}

template <typename T> static void checkInteger(const std::string &text) {
  std::string padded = inContext(text);
  const char *begin = padded.data(), *end = begin + text.size();
  T fast = 0, exact = 0;
  if (fastInteger(begin, end, fast)) {
    ASSERT_EQ(parseInteger(begin, end, exact), TextError::None) << text;
    ASSERT_EQ(fast, exact) << text;
  }
}

static void checkDecimal(const std::string &text, int precision, int scale) {
  std::string padded = inContext(text);
  const char *begin = padded.data(), *end = begin + text.size();
  int64_t fast = 0;
  Int128 exact = 0;
  if (fastDecimal(begin, end, precision, scale, static_cast<uint64_t>(powerOfTen(scale)), fast)) {
    ASSERT_EQ(parseDecimal(begin, end, precision, scale, exact), TextError::None)
        << text << " as " << precision << ", " << scale;
    ASSERT_TRUE(fast == exact) << text << " as " << precision << ", " << scale;
  }
}

static void checkDate(const std::string &text) {
  std::string padded = inContext(text);
  const char *begin = padded.data(), *end = begin + text.size();
  int32_t fast = 0, exact = 0;
  if (fastDate(begin, end, fast)) {
    ASSERT_EQ(parseDate(begin, end, exact), TextError::None) << text;
    ASSERT_EQ(fast, exact) << text;
  }
}

TEST(FastText, AgreesWithTheParsers) {
  std::mt19937 random(7);
  const std::string alphabet = "00112233445566778899..--+/:eE \x80\xB0";
  for (int i = 0; i < 400000; ++i) {
    std::string text;
    for (int length = random() % 21; length > 0; --length)
      text += alphabet[random() % (random() % 4 ? 20 : alphabet.size())];
    checkInteger<int8_t>(text);
    checkInteger<int32_t>(text);
    checkInteger<int64_t>(text);
    checkInteger<uint16_t>(text);
    checkInteger<uint64_t>(text);
    for (int scale : {1, 2, 8})
      for (int precision : {8, 9, 15, 18})
        checkDecimal(text, precision, scale);
    checkDate(text);
  }
}

TEST(FastText, DecimalsWithAPoint) {
  std::mt19937 random(8);
  for (int i = 0; i < 400000; ++i) {
    int scale = 1 + random() % 8, whole = random() % 18;
    std::string text = random() % 4 == 0 ? "-" : "";
    for (int j = 0; j < whole; ++j)
      text += static_cast<char>('0' + random() % 10);
    text += ".";
    for (int j = 0; j < scale; ++j)
      text += static_cast<char>('0' + random() % 10);
    if (random() % 16 == 0)
      text[random() % text.size()] = static_cast<char>(random());
    checkDecimal(text, 18, scale);
    checkDecimal(text, 9, scale == 8 ? 7 : scale);
  }
}

TEST(FastText, DatesNearTheCalendar) {
  for (int year : {0, 1, 4, 99, 100, 400, 1900, 1970, 1999, 2000, 2023, 2024, 9999})
    for (int month = 0; month <= 13; ++month)
      for (int day = 0; day <= 32; ++day) {
        char text[64];
        snprintf(text, sizeof(text), "%04d-%02d-%02d", year, month, day);
        std::string padded = inContext(text);
        int32_t fast = 0, exact = 0;
        bool accepted = fastDate(padded.data(), padded.data() + 10, fast);
        bool valid = parseDate(text, text + 10, exact) == TextError::None;
        ASSERT_EQ(accepted, valid) << text;
        if (valid)
          ASSERT_EQ(fast, exact) << text;
      }
  std::mt19937 random(9);
  for (int i = 0; i < 100000; ++i) {
    std::string text = "2024-02-29";
    text[random() % text.size()] = static_cast<char>(random());
    checkDate(text);
  }
}

TEST(FastText, AcceptsTheCommonForms) {
  int64_t value = 0;
  for (const char *text : {"0", "-7", "12345678", "123456789", "1234567890123456"}) {
    std::string padded = inContext(text);
    EXPECT_TRUE(fastInteger(padded.data(), padded.data() + strlen(text), value)) << text;
  }
  for (const char *text : {"0.04", "24710.35", "-999999.99", "1234567.89", "17", "-17"}) {
    std::string padded = inContext(text);
    EXPECT_TRUE(fastDecimal(padded.data(), padded.data() + strlen(text), 15, 2, 100, value))
        << text;
  }
  int32_t days = 0;
  std::string padded = inContext("1996-03-13");
  EXPECT_TRUE(fastDate(padded.data(), padded.data() + 10, days));
}
