//===- NormalizationTest.cpp - The published test of normalization --------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Part 1 of NormalizationTest.txt of the Unicode Character Database: five columns, of which the
// first three have one NFC and one NFD and all five one NFKC and one NFKD. Code points that are in
// none of its lines are in all forms already.
//
//===----------------------------------------------------------------------===//

#include "Molt/Runtime/Runtime.h"
#include "Molt/Text/Evaluate.h"
#include "gtest/gtest.h"

#include <cstdio>
#include <set>
#include <sstream>

using namespace molt::text;

static std::string encode(char32_t point) {
  std::string text;
  if (point < 0x80)
    return std::string(1, static_cast<char>(point));
  int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  constexpr int marks[] = {0, 0xC0, 0xE0, 0xF0};
  text += static_cast<char>(marks[more] | (point >> (6 * more)));
  while (more-- > 0)
    text += static_cast<char>(0x80 | (point >> (6 * more) & 0x3F));
  return text;
}

static std::string normalize(const std::string &text, int64_t form) {
  std::string_view parameters(reinterpret_cast<const char *>(&form), sizeof(form));
  return evaluate("normalize", {text}, ResultKind::String, 0, parameters, 1 << 20).text;
}

TEST(Normalization, PublishedTest) {
  FILE *file = popen("bzcat " MOLT_UCD_DIRECTORY "/NormalizationTest.txt.bz2", "r");
  ASSERT_TRUE(file);
  char line[4096];
  std::set<char32_t> listed;
  int64_t lines = 0, part = -1;
  while (fgets(line, sizeof(line), file)) {
    if (line[0] == '@')
      ++part;
    if (line[0] == '#' || line[0] == '@')
      continue;
    std::istringstream fields(line);
    std::string columns[5];
    for (std::string &column : columns) {
      std::string field;
      std::getline(fields, field, ';');
      std::istringstream points(field);
      unsigned point;
      while (points >> std::hex >> point) {
        column += encode(point);
        if (part == 1 && &column == columns)
          listed.insert(point);
      }
    }
    ++lines;
    // Column (from 0) that columns of each of both groups become, by form: NFC, NFD, NFKC, NFKD.
    for (int i = 0; i < 5; ++i) {
      EXPECT_EQ(normalize(columns[i], 0), columns[i < 3 ? 1 : 3]) << line;
      EXPECT_EQ(normalize(columns[i], 1), columns[i < 3 ? 2 : 4]) << line;
      EXPECT_EQ(normalize(columns[i], 2), columns[3]) << line;
      EXPECT_EQ(normalize(columns[i], 3), columns[4]) << line;
    }
  }
  pclose(file);
  EXPECT_GT(lines, 19000);
  for (char32_t point = 0; point < 0x110000; ++point)
    if ((point < 0xD800 || point >= 0xE000) && !listed.count(point))
      for (int64_t form = 0; form < 4; ++form)
        ASSERT_EQ(normalize(encode(point), form), encode(point)) << std::hex << uint32_t(point);
}
