//===- TextKernelsTest.cpp - Loops over the bytes of a text ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TextKernels.h"
#include "TestSupport.h"
#include "Utf8.h"

#include <random>

using namespace molt::rt;
using namespace molt::rt::test;

static const uint8_t *bytesOf(const std::string &text) {
  return reinterpret_cast<const uint8_t *>(text.data());
}

/// Text with room for the kernels to read behind it.
static std::string padded(std::string text) { return text + std::string(64, ','); }

static std::string randomText(std::mt19937 &random, const std::string &alphabet, int length) {
  std::string text;
  for (int i = 0; i < length; ++i)
    text += alphabet[random() % alphabet.size()];
  return text;
}

TEST(TextKernels, CountAndFind) {
  forEachTarget([] {
    std::mt19937 random(1);
    for (int length : {0, 1, 15, 16, 63, 64, 65, 127, 128, 1000})
      for (int density : {2, 20}) {
        std::string text = randomText(random, ",\n" + std::string(density, 'x'), length);
        EXPECT_EQ(countByte(bytesOf(text), length, '\n'),
                  std::count(text.begin(), text.end(), '\n'));
        std::string source = padded(text);
        for (int begin : {0, 1, 7}) {
          std::vector<uint32_t> expected, found(length + 64);
          for (int i = begin; i < length; ++i)
            if (text[i] == ',' || text[i] == '\n')
              expected.push_back(i);
          found.resize(findBytes(bytesOf(source), begin, length, ',', '\n', found.data()));
          EXPECT_EQ(found, begin < length ? expected : std::vector<uint32_t>());
        }
      }
  });
}

TEST(TextKernels, EveryByteASeparator) {
  forEachTarget([] {
    std::string text = padded(std::string(200, ','));
    std::vector<uint32_t> found(264);
    ASSERT_EQ(findBytes(bytesOf(text), 0, 200, ',', '\n', found.data()), 200);
    for (uint32_t i = 0; i < 200; ++i)
      EXPECT_EQ(found[i], i);
  });
}

/// Fields that are quoted or not, with what quotes allow within them.
static std::string quotedText(std::mt19937 &random, int fields) {
  std::string text;
  for (int i = 0; i < fields; ++i) {
    if (random() % 2) {
      std::string content = randomText(random, ",\nxxxxx", random() % 40);
      if (random() % 4 == 0)
        content += "\"\"";
      text += "\"" + content + "\"";
    } else {
      text += randomText(random, "xyz", random() % 20);
    }
    text += random() % 3 ? "," : "\n";
  }
  return text;
}

TEST(TextKernels, SeparatorsOutsideOfQuotes) {
  forEachTarget([] {
    std::mt19937 random(2);
    for (int round = 0; round < 200; ++round) {
      std::string text = quotedText(random, 1 + random() % 60);
      int64_t length = text.size();
      std::vector<uint32_t> expected, found(length + 64);
      bool inside = false;
      int64_t lastNewline = 0;
      for (int64_t i = 0; i < length; ++i) {
        inside ^= text[i] == '"';
        if (!inside && (text[i] == ',' || text[i] == '\n')) {
          expected.push_back(i);
          if (text[i] == '\n')
            lastNewline = i + 1;
        }
      }
      std::string source = padded(text);
      // In two parts, as text comes in windows.
      int64_t middle = random() % (length + 1);
      QuoteState state;
      int64_t first =
          findUnquotedSeparators(bytesOf(source), 0, middle, ',', '"', state, found.data());
      int64_t second = findUnquotedSeparators(bytesOf(source), middle, length, ',', '"', state,
                                              found.data() + first);
      found.resize(first + second);
      EXPECT_FALSE(state.irregular) << text;
      EXPECT_EQ(state.inQuotes, 0u);
      EXPECT_EQ(found, expected) << text;
      QuoteState other;
      bool anyQuote = false;
      int64_t last = findLastUnquotedNewline(bytesOf(source), 0, middle, ',', '"', other, anyQuote);
      int64_t later =
          findLastUnquotedNewline(bytesOf(source), middle, length, ',', '"', other, anyQuote);
      EXPECT_EQ(later ? later : last, lastNewline);
      EXPECT_FALSE(other.irregular);
      EXPECT_EQ(anyQuote, text.find('"') != std::string::npos);
    }
  });
}

TEST(TextKernels, IrregularQuotesAreNoticed) {
  forEachTarget([] {
    for (const char *text : {"a\"b,c\"", "x \"quoted\"", "ab\"\"cd", "\"a\" \"b\""})
      for (int before : {0, 59, 60, 61, 62, 63, 64}) {
        std::string source = padded(std::string(before, ',') + text);
        std::vector<uint32_t> found(source.size());
        QuoteState state, other;
        bool anyQuote = false;
        findUnquotedSeparators(bytesOf(source), 0, source.size() - 64, ',', '"', state,
                               found.data());
        EXPECT_TRUE(state.irregular) << text << " after " << before;
        findLastUnquotedNewline(bytesOf(source), 0, source.size() - 64, ',', '"', other, anyQuote);
        EXPECT_TRUE(other.irregular) << text << " after " << before;
      }
  });
}

//===----------------------------------------------------------------------===//
// UTF-8
//===----------------------------------------------------------------------===//

static std::string encode(uint32_t point) {
  std::string text;
  if (point < 0x80)
    return std::string(1, static_cast<char>(point));
  if (point < 0x800) {
    text += static_cast<char>(0xC0 | point >> 6);
  } else {
    if (point < 0x10000) {
      text += static_cast<char>(0xE0 | point >> 12);
    } else {
      text += static_cast<char>(0xF0 | point >> 18);
      text += static_cast<char>(0x80 | (point >> 12 & 0x3F));
    }
    text += static_cast<char>(0x80 | (point >> 6 & 0x3F));
  }
  text += static_cast<char>(0x80 | (point & 0x3F));
  return text;
}

TEST(Utf8, EveryCodePointIsValid) {
  std::string all;
  for (uint32_t point = 0; point < 0x110000; ++point)
    if (point < 0xD800 || point > 0xDFFF)
      all += encode(point);
  EXPECT_EQ(findInvalidUtf8(bytesOf(all), all.size()), all.size());
  forEachTarget([&] { EXPECT_TRUE(isUtf8(bytesOf(all), all.size())); });
}

TEST(Utf8, EveryShortSequence) {
  // All sequences of up to three bytes, and of four where the first byte is one of
  // those that matter, at the places where vectors meet; the plain check, which is
  // written from the standard's table, says what is right.
  forEachTarget([] {
    std::string text(192, 'a');
    auto check = [&](size_t at, std::initializer_list<int> bytes) {
      std::string changed = text;
      size_t i = at;
      for (int byte : bytes)
        changed[i++] = static_cast<char>(byte);
      bool valid = findInvalidUtf8(bytesOf(changed), changed.size()) == changed.size();
      ASSERT_EQ(isUtf8(bytesOf(changed), changed.size()), valid) << at;
      // The same at the very end.
      valid = findInvalidUtf8(bytesOf(changed), i) == i;
      ASSERT_EQ(isUtf8(bytesOf(changed), i), valid) << at;
    };
    const int second[] = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xE0, 0xFF};
    for (size_t at : {0, 13, 15, 30, 62, 63, 64, 100, 126, 127})
      for (int a = 0x7F; a < 0x100; ++a) {
        check(at, {a});
        for (int b : second) {
          check(at, {a, b});
          if (a >= 0xE0)
            for (int c : {0x41, 0x80, 0xBF, 0xC2}) {
              check(at, {a, b, c});
              if (a >= 0xF0)
                for (int d : {0x41, 0x80, 0xBF, 0xF0})
                  check(at, {a, b, c, d});
            }
        }
      }
  });
}

TEST(Utf8, RandomText) {
  forEachTarget([] {
    std::mt19937 random(4);
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      int points = random() % 120;
      for (int i = 0; i < points; ++i) {
        uint32_t point = random() % 4 ? random() % 0x80 : random() % 0x110000;
        if (point < 0xD800 || point > 0xDFFF)
          text += encode(point);
      }
      if (!text.empty() && random() % 2)
        text[random() % text.size()] = static_cast<char>(random());
      if (!text.empty() && random() % 4 == 0)
        text.resize(random() % text.size());
      ASSERT_EQ(isUtf8(bytesOf(text), text.size()),
                findInvalidUtf8(bytesOf(text), text.size()) == text.size());
    }
  });
}

TEST(Utf8, MaximalPrefixes) {
  // The example of the Unicode Standard, section 3.9 (table 3-8).
  auto prefix = [](const std::string &text) {
    return invalidUtf8PrefixLength(bytesOf(text), bytesOf(text) + text.size());
  };
  EXPECT_EQ(prefix("\xF1\x80\x80"), 3u);
  EXPECT_EQ(prefix("\xF1\x80\x80\xE1"), 3u);
  EXPECT_EQ(prefix("\xE1\x80\xC2"), 2u);
  EXPECT_EQ(prefix("\xC2\x62"), 1u);
  EXPECT_EQ(prefix("\x80\x63"), 1u);
  EXPECT_EQ(prefix("\xE0\x80\x80"), 1u);
  EXPECT_EQ(prefix("\xFF"), 1u);
}
