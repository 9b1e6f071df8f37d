//===- StringKernelsTest.cpp - String kernels -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TestSupport.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <set>

#include <sys/mman.h>

using namespace molt::rt::test;

namespace {
using Kernel = void(const uint64_t *, const uint64_t *, int64_t, const uint64_t *, const uint64_t *,
                    int64_t, uint8_t *);
} // namespace

/// Strings that differ early, late, in length and around the sizes that matter.
static std::vector<std::string> interestingStrings() {
  std::vector<std::string> strings = {"",
                                      "a",
                                      "b",
                                      "ab",
                                      "ba",
                                      "é",
                                      "日本",
                                      "abcd",
                                      "abce",
                                      std::string("a\0", 2),
                                      std::string("a\0b", 3)};
  for (int length : {3, 4, 5, 7, 8, 9, 11, 12, 13, 15, 16, 17, 31, 32, 33, 63, 64, 65, 100, 1000}) {
    std::string string(length, 'q');
    strings.push_back(string);
    string.back() = 'r';
    strings.push_back(string);
    string.back() = 'q';
    string[length / 2] = 'a';
    strings.push_back(string);
    string.front() = '\xC3';
    string[1] = '\xA9';
    strings.push_back(string);
  }
  return strings;
}

template <typename Expected> static void checkOnTarget(Kernel *kernel, Expected expected) {
  Views views(interestingStrings());
  int64_t count = views.size();
  for (int64_t shift = 0; shift < count; ++shift) {
    std::vector<std::string> rotated = views.strings;
    std::rotate(rotated.begin(), rotated.begin() + shift, rotated.end());
    Views right(rotated);
    std::vector<uint8_t> out(count, 7);
    kernel(views.lo.data(), views.hi.data(), count, right.lo.data(), right.hi.data(), 1,
           out.data());
    for (int64_t i = 0; i < count; ++i)
      ASSERT_EQ(out[i], expected(views.strings[i], right.strings[i]))
          << views.strings[i] << " and " << right.strings[i];
    kernel(views.lo.data(), views.hi.data(), count, &right.lo[0], &right.hi[0], 0, out.data());
    for (int64_t i = 0; i < count; ++i)
      ASSERT_EQ(out[i], expected(views.strings[i], right.strings[0]))
          << views.strings[i] << " and " << right.strings[0];
  }
}

template <typename Expected> static void checkKernel(Kernel *kernel, Expected expected) {
  forEachTarget([&] { checkOnTarget(kernel, expected); });
}

TEST(StringKernels, Equal) {
  checkKernel(molt_rt_view_equal,
              [](const std::string &a, const std::string &b) { return a == b; });
}

TEST(StringKernels, Less) {
  checkKernel(molt_rt_view_less, [](const std::string &a, const std::string &b) { return a < b; });
}

TEST(StringKernels, StartsWith) {
  checkKernel(molt_rt_view_starts_with, [](const std::string &a, const std::string &b) {
    return a.compare(0, b.size(), b) == 0;
  });
}

TEST(StringKernels, EndsWith) {
  checkKernel(molt_rt_view_ends_with, [](const std::string &a, const std::string &b) {
    return a.size() >= b.size() && a.compare(a.size() - b.size(), b.size(), b) == 0;
  });
}

TEST(StringKernels, Contains) {
  checkKernel(molt_rt_view_contains, [](const std::string &a, const std::string &b) {
    return a.find(b) != std::string::npos;
  });
}

static void checkViewsOfAColumn() {
  std::vector<std::string> strings = interestingStrings();
  std::string bytes = "padding";
  std::vector<int32_t> offsets = {int32_t(bytes.size())};
  for (const std::string &string : strings) {
    bytes += string;
    offsets.push_back(bytes.size());
  }
  bytes.resize(bytes.size() + MOLT_BUFFER_PADDING);
  for (size_t begin : {0, 1, 5}) {
    size_t count = strings.size() - begin;
    std::vector<uint64_t> lo(count), hi(count);
    const uint8_t *base = reinterpret_cast<const uint8_t *>(bytes.data());
    molt_rt_utf8_views(offsets.data(), base, begin, count, lo.data(), hi.data());
    for (size_t i = 0; i < count; ++i) {
      View expected = makeTestView(strings[begin + i]);
      EXPECT_EQ(lo[i], expected.lo);
      if (strings[begin + i].size() > 12)
        EXPECT_EQ(hi[i], reinterpret_cast<uint64_t>(base + offsets[begin + i]));
      else
        EXPECT_EQ(hi[i], expected.hi);
    }
  }
}

TEST(StringKernels, ViewsOfAColumn) { forEachTarget(checkViewsOfAColumn); }

static void checkHashes() {
  std::vector<std::string> strings = interestingStrings();
  Views views(strings), copies(strings);
  std::vector<uint64_t> hash(views.size(), 42), again(views.size(), 42), other(views.size(), 43);
  molt_rt_hash_views(views.lo.data(), views.hi.data(), views.size(), hash.data());
  molt_rt_hash_views(copies.lo.data(), copies.hi.data(), copies.size(), again.data());
  molt_rt_hash_views(copies.lo.data(), copies.hi.data(), copies.size(), other.data());
  EXPECT_EQ(hash, again);
  std::set<std::string> distinct(strings.begin(), strings.end());
  std::set<uint64_t> hashes(hash.begin(), hash.end());
  EXPECT_EQ(hashes.size(), distinct.size());
  for (int64_t i = 0; i < views.size(); ++i)
    EXPECT_NE(hash[i], other[i]);
}

TEST(StringKernels, HashDependsOnContentOnly) { forEachTarget(checkHashes); }

/// Random strings over two letters, so that needles occur, at the end of a page
/// that must not be read beyond.
static void checkSearchAtPageEnd() {
  constexpr size_t page = 4096;
  char *pages = static_cast<char *>(
      mmap(nullptr, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
  ASSERT_NE(pages, MAP_FAILED);
  ASSERT_EQ(mprotect(pages + page, page, PROT_NONE), 0);
  std::mt19937 random(3);
  for (int i = 0; i < 3000; ++i) {
    std::string text, needle;
    for (int length = random() % 90; length > 0; --length)
      text += "aab"[random() % 3];
    for (int length = random() % 14; length > 0; --length)
      needle += "aab"[random() % 3];
    char *place = pages + page - text.size();
    memcpy(place, text.data(), text.size());
    View view = makeTestView(text), needleView = makeTestView(needle);
    if (text.size() > 12)
      view.hi = reinterpret_cast<uint64_t>(place);
    uint8_t out = 7;
    molt_rt_view_contains(&view.lo, &view.hi, 1, &needleView.lo, &needleView.hi, 0, &out);
    ASSERT_EQ(out, text.find(needle) != std::string::npos) << text << " " << needle;
    molt_rt_view_starts_with(&view.lo, &view.hi, 1, &needleView.lo, &needleView.hi, 0, &out);
    ASSERT_EQ(out, text.compare(0, needle.size(), needle) == 0) << text << " " << needle;
    uint64_t hash = 1;
    molt_rt_hash_views(&view.lo, &view.hi, 1, &hash);
    View other = makeTestView(text);
    uint64_t expected = 1;
    molt_rt_hash_views(&other.lo, &other.hi, 1, &expected);
    ASSERT_EQ(hash, expected);
    molt_rt_view_equal(&view.lo, &view.hi, 1, &other.lo, &other.hi, 0, &out);
    ASSERT_EQ(out, 1);
  }
  munmap(pages, 2 * page);
}

TEST(StringKernels, ReadNothingBehindAString) { forEachTarget(checkSearchAtPageEnd); }

static void checkTails() {
  std::vector<std::string> strings = interestingStrings();
  Views views(strings), copies(strings);
  std::vector<uint64_t> tails(views.size()), again(views.size());
  molt_rt_view_tails(views.lo.data(), views.hi.data(), views.size(), tails.data());
  molt_rt_view_tails(copies.lo.data(), copies.hi.data(), copies.size(), again.data());
  EXPECT_EQ(tails, again);
  std::set<std::pair<uint64_t, uint64_t>> words;
  for (int64_t i = 0; i < views.size(); ++i) {
    words.emplace(views.lo[i], tails[i]);
    if (strings[i].size() <= 12)
      EXPECT_EQ(tails[i], views.hi[i]);
  }
  EXPECT_EQ(words.size(), std::set<std::string>(strings.begin(), strings.end()).size());
}

TEST(StringKernels, TailsTellStringsApart) { forEachTarget(checkTails); }

TEST(StringKernels, HashSpreads) {
  // Each of the bits that directories, tags and partitions use must be fair.
  std::vector<std::string> strings;
  for (int i = 0; i < 20000; ++i)
    strings.push_back((i % 2 ? "Customer#00000" : "k") + std::to_string(i));
  Views views(strings);
  std::vector<uint64_t> hash(views.size(), 0);
  molt_rt_hash_views(views.lo.data(), views.hi.data(), views.size(), hash.data());
  for (int bit = 0; bit < 64; ++bit) {
    int64_t ones = 0;
    for (uint64_t value : hash)
      ones += value >> bit & 1;
    EXPECT_NEAR(ones, 10000, 400) << bit;
  }
  EXPECT_EQ(std::set<uint64_t>(hash.begin(), hash.end()).size(), hash.size());
}
