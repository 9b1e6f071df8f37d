//===- StringOperationsTest.cpp - Kernels that make strings ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <cstring>

using namespace molt::rt::test;

namespace {
/// Views that a kernel writes.
struct Results {
  std::vector<uint64_t> lo, hi;
  explicit Results(int64_t count) : lo(count), hi(count) {}

  std::string at(int64_t row) const {
    uint64_t view[2] = {lo[row], hi[row]};
    uint32_t length = static_cast<uint32_t>(view[0]);
    const char *bytes = length > 12 ? reinterpret_cast<const char *>(view[1])
                                    : reinterpret_cast<const char *>(view) + 4;
    return std::string(bytes, length);
  }
};
} // namespace

/// Runs `body` as the entry point of a program.
static int32_t runAlone(MoltRuntime *runtime, const Entry &body, MoltError *error) {
  MoltTable *table = nullptr;
  int32_t status = runEntry(runtime, body, {}, {}, {}, &table, error);
  molt_table_release(table);
  return status;
}

static std::vector<std::string> longStrings(int64_t count) {
  std::vector<std::string> strings;
  for (int64_t i = 0; i < count; ++i)
    strings.push_back("a string of some length, number " + std::to_string(i));
  return strings;
}

static int32_t concat(MoltExecution *execution, const Views &left, const Views &right,
                      Results &out) {
  return molt_rt_view_concat(execution, 0, left.lo.data(), left.hi.data(), 1, right.lo.data(),
                             right.hi.data(), right.size() == 1 ? 0 : 1, left.size(), out.lo.data(),
                             out.hi.data());
}

/// A view per row, or one for all.
template <typename Strings> static MoltTextOperand operand(const Strings &views, int64_t rows) {
  bool isColumn = static_cast<int64_t>(views.lo.size()) == rows;
  return {views.lo.data(), views.hi.data(), isColumn ? 1 : 0};
}

template <typename Strings>
static int32_t replace(MoltExecution *execution, const Strings &text, const Views &from,
                       const Views &to, Results &out) {
  int64_t rows = text.lo.size(), keepsEmpty = 0;
  MoltTextOperand operands[] = {operand(text, rows), operand(from, rows), operand(to, rows), {}};
  MoltTextCall call = {rows,
                       operands,
                       reinterpret_cast<const uint8_t *>(&keepsEmpty),
                       sizeof(keepsEmpty),
                       0,
                       out.lo.data(),
                       out.hi.data()};
  return molt_rt_text_replace(execution, 0, &call);
}

TEST(StringOperations, NewStringsStay) {
  TestRuntime runtime;
  MoltError error;
  int32_t status = runAlone(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        // Several batches, whose strings must all be there at the end, in many blocks.
        Views left(longStrings(2000)), suffix({" and a suffix"});
        std::vector<Results> results(50, Results(left.size()));
        for (Results &result : results)
          EXPECT_EQ(concat(execution, left, suffix, result), MOLT_OK);
        for (const Results &result : results)
          for (int64_t i = 0; i < left.size(); ++i)
            EXPECT_EQ(result.at(i), left.strings[i] + suffix.strings[0]);
        return MOLT_OK;
      },
      &error);
  EXPECT_EQ(status, MOLT_OK) << error.message;
}

TEST(StringOperations, ShortResultsAreInline) {
  TestRuntime runtime;
  MoltError error;
  runAlone(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        Views left({"abcdef", "", "abcdef", "0123456789ab"}), right({"ghijkl", "", "", "c"});
        Results out(4);
        EXPECT_EQ(concat(execution, left, right, out), MOLT_OK);
        for (int64_t i = 0; i < 3; ++i) {
          View expected = makeTestView(left.strings[i] + right.strings[i]);
          EXPECT_EQ(out.lo[i], expected.lo);
          EXPECT_EQ(out.hi[i], expected.hi);
        }
        EXPECT_EQ(out.at(3), "0123456789abc");
        return MOLT_OK;
      },
      &error);
  // A part of a long string that fits a view does not point into the string.
  Views text({"a string that is longer than a view"});
  int64_t start = 3, length = 12;
  Results out(1);
  molt_rt_view_substring(text.lo.data(), text.hi.data(), 1, &start, 0, &length, 0, 1, out.lo.data(),
                         out.hi.data());
  std::string part = "string that ";
  EXPECT_EQ(out.lo[0], makeTestView(part).lo);
  EXPECT_EQ(out.hi[0], makeTestView(part).hi);
  length = 13;
  molt_rt_view_substring(text.lo.data(), text.hi.data(), 1, &start, 0, &length, 0, 1, out.lo.data(),
                         out.hi.data());
  EXPECT_EQ(out.hi[0], text.hi[0] + 2);
}

TEST(StringOperations, TooLongToConcat) {
  TestRuntime runtime;
  MoltError error;
  int32_t status = runAlone(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        // Of the longest length; nobody gets to look at bytes that are not there.
        Views text(longStrings(1)), one({"x"});
        text.lo[0] = (text.lo[0] & ~uint64_t(UINT32_MAX)) | INT32_MAX;
        Results out(1);
        return concat(execution, text, one, out);
      },
      &error);
  EXPECT_EQ(status, MOLT_OUT_OF_MEMORY);
  EXPECT_NE(std::string(error.message).find("a string of 2147483648 bytes was to be made"),
            std::string::npos)
      << error.message;
}

TEST(StringOperations, TooLongToReplace) {
  TestRuntime runtime;
  MoltError error;
  int32_t status = runAlone(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        // 65 KB, each byte of which becomes 65 KB.
        Views text({std::string(1 << 16, 'a')}), from({"a"});
        Results out(1);
        return replace(execution, text, from, text, out);
      },
      &error);
  EXPECT_EQ(status, MOLT_OUT_OF_MEMORY);
  EXPECT_NE(std::string(error.message).find("at most 2147483647 are possible"), std::string::npos)
      << error.message;
}

TEST(StringOperations, MemoryLimitHolds) {
  TestRuntime runtime(1, 1 << 20);
  MoltError error;
  int32_t status = runAlone(
      runtime,
      [](MoltExecution *execution) -> int32_t {
        Views left(longStrings(2000)), right({" and a suffix"});
        for (int round = 0; round < 1000; ++round) {
          Results out(left.size());
          if (int32_t failed = concat(execution, left, right, out))
            return failed;
        }
        return MOLT_OK;
      },
      &error);
  EXPECT_EQ(status, MOLT_OUT_OF_MEMORY);
  EXPECT_NE(std::string(error.message).find("memory limit"), std::string::npos) << error.message;
}

TEST(StringOperations, EveryAllocationMayFail) {
  Views left(longStrings(2000)), right({" and a suffix"}), from({"number"}), to({"No."});
  for (int64_t n = 1;; ++n) {
    ASSERT_LT(n, 100) << "still failing";
    TestRuntime runtime(1, 0, n);
    MoltError error = {};
    int32_t status = runAlone(
        runtime,
        [&](MoltExecution *execution) -> int32_t {
          Results joined(left.size()), out(left.size());
          if (int32_t failed = concat(execution, left, right, joined))
            return failed;
          return replace(execution, joined, from, to, out);
        },
        &error);
    if (status == MOLT_OK) {
      EXPECT_GT(n, 2) << "blocks were not allocated";
      return;
    }
    ASSERT_EQ(status, MOLT_OUT_OF_MEMORY) << error.message;
  }
}

//===----------------------------------------------------------------------===//
// LIKE
//===----------------------------------------------------------------------===//

static bool isLike(const std::string &text, const std::string &pattern) {
  Views texts({text});
  uint8_t out = 7;
  molt_rt_view_like(texts.lo.data(), texts.hi.data(), 0, 1,
                    reinterpret_cast<const uint8_t *>(pattern.data()), pattern.size(), &out);
  return out == 1;
}

/// Every part of the pattern at every place: what a pattern means, without a thought of time.
static bool matches(const std::string &text, size_t t, const std::string &pattern, size_t p) {
  if (p == pattern.size())
    return t == text.size();
  if (pattern[p] == '\xFF')
    return matches(text, t, pattern, p + 1) ||
           (t < text.size() && matches(text, t + 1, pattern, p));
  return t < text.size() && (pattern[p] == '\xFE' || pattern[p] == text[t]) &&
         matches(text, t + 1, pattern, p + 1);
}

TEST(StringOperations, LikeOnAllShortPatterns) {
  std::vector<std::string> texts = {""}, patterns = {""};
  auto extend = [](std::vector<std::string> &strings, const std::string &letters, size_t length) {
    for (size_t i = 0; i < strings.size(); ++i)
      if (strings[i].size() < length)
        for (char letter : letters)
          strings.push_back(strings[i] + letter);
  };
  extend(texts, "ab", 5);
  extend(patterns, "ab\xFE\xFF", 5);
  for (const std::string &pattern : patterns)
    for (const std::string &text : texts)
      ASSERT_EQ(isLike(text, pattern), matches(text, 0, pattern, 0))
          << text << " like " << testing::PrintToString(pattern);
}

TEST(StringOperations, LikeByCodePoints) {
  EXPECT_TRUE(isLike("日本語", "\xFE\xFE\xFE"));
  EXPECT_FALSE(isLike("日本語", "\xFE\xFE\xFE\xFE"));
  EXPECT_TRUE(isLike("a long text with 😀 in it", "a\xFFwith \xFE in it"));
  EXPECT_TRUE(isLike("é", "\xFE"));
  EXPECT_TRUE(isLike("xéy", "\xFF\xFEy"));
  EXPECT_FALSE(isLike("éy", "\xFE\xFEy"));
}
