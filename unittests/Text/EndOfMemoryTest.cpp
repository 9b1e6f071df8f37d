//===- EndOfMemoryTest.cpp - Strings that end where memory ends -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Runtime/Runtime.h"
#include "Molt/Text/Evaluate.h"
#include "gtest/gtest.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

using namespace molt::text;

namespace {
/// A page of memory and one behind it that nobody may touch.
class LastPage {
public:
  LastPage() : size(sysconf(_SC_PAGESIZE)) {
    void *pages =
        mmap(nullptr, 2 * size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    begin = static_cast<char *>(pages);
    mprotect(begin + size, size, PROT_NONE);
  }
  ~LastPage() { munmap(begin, 2 * size); }

  /// A copy whose last byte is the page's.
  std::string_view put(std::string_view text) {
    char *place = begin + size - text.size();
    memcpy(place, text.data(), text.size());
    return {place, text.size()};
  }

private:
  size_t size;
  char *begin;
};

struct Call {
  const char *name;
  std::vector<Argument> rest;
  ResultKind kind;
  std::vector<int64_t> parameters;
};
} // namespace

/// Each function with operands behind the string, and parameters that make it do most.
static const std::vector<Call> &getCalls() {
  using namespace std::string_view_literals;
  constexpr auto text = ResultKind::String;
  constexpr auto integer = ResultKind::Integer;
  constexpr auto boolean = ResultKind::Boolean;
  static const std::vector<Call> calls = {
      {"upper", {}, text, {}},
      {"lower", {}, text, {}},
      {"casefold", {}, text, {}},
      {"title", {}, text, {}},
      {"capitalize", {}, text, {}},
      {"swapcase", {}, text, {}},
      {"is", {}, boolean, {8}},
      {"normalize", {}, text, {2}},
      {"is_normalized", {}, boolean, {3}},
      {"slice", {int64_t(-1), {}, int64_t(-1)}, text, {}},
      {"at", {int64_t(-1)}, text, {}},
      {"reverse", {}, text, {}},
      {"strip", {}, text, {0}},
      {"strip", {"a\u00E9"sv}, text, {0}},
      {"remove_prefix", {"xyz"sv}, text, {}},
      {"remove_suffix", {"xyz"sv}, text, {}},
      {"split", {"b"sv, int64_t(-1)}, text, {0}},
      {"split", {{}, int64_t(9)}, text, {1}},
      {"split_count", {}, integer, {}},
      {"split_lines", {int64_t(-1)}, text, {0}},
      {"split_lines_count", {}, integer, {}},
      {"partition", {"\u00E9"sv}, text, {2, 1}},
      {"find", {"aab"sv}, integer, {}},
      {"rfind", {"xyz"sv}, integer, {}},
      {"index", {"\U0001F600"sv}, integer, {}},
      {"rindex", {"\U0001F600"sv}, integer, {}},
      {"count", {"a"sv}, integer, {}},
      {"starts_with", {"a"sv, int64_t(3)}, boolean, {}},
      {"ends_with", {"a"sv, int64_t(3)}, boolean, {}},
      {"replace", {"a"sv, "bb"sv}, text, {0}},
      {"join", {"xy"sv, "z"sv}, text, {2}},
      {"repeat", {int64_t(3)}, text, {}},
      {"center", {int64_t(70)}, text, {}},
      {"ljust", {int64_t(70)}, text, {}},
      {"rjust", {int64_t(70)}, text, {}},
      {"zfill", {int64_t(70)}, text, {}},
      {"expand_tabs", {}, text, {}},
      {"translate", {}, text, {0, 0}},
      {"encode", {}, text, {1, 2}},
      {"decode", {}, text, {0, 2}},
  };
  return calls;
}

static Result call(const Call &function, std::string_view text, int64_t flags) {
  std::vector<Argument> arguments = {text};
  arguments.insert(arguments.end(), function.rest.begin(), function.rest.end());
  std::string_view parameters(reinterpret_cast<const char *>(function.parameters.data()),
                              8 * function.parameters.size());
  return evaluate(function.name, arguments, function.kind, flags, parameters, 1 << 20);
}

static bool isSame(const Result &a, const Result &b) {
  return a.state == b.state && a.text == b.text && a.integer == b.integer;
}

TEST(EndOfMemory, EachFunctionIsTested) {
  std::string missing;
#define MOLT_TEXT_FUNCTION(NAME)                                                                   \
  if (std::none_of(getCalls().begin(), getCalls().end(),                                           \
                   [](const Call &function) { return !strcmp(function.name, #NAME); }))            \
    missing += " " #NAME;
#include "Molt/Text/Functions.def"
#undef MOLT_TEXT_FUNCTION
  EXPECT_EQ(missing, "");
}

TEST(EndOfMemory, NothingBehindAStringIsRead) {
  LastPage page;
  const std::string letters = "ab\t \u00E9\u0301A\u03A3\u65E5\r\n\U0001F600aab.";
  std::string text;
  for (int round = 0; round < 8; ++round)
    text += letters;
  // All lengths at which a code point ends.
  for (size_t size = 0; size <= text.size(); ++size) {
    if (size < text.size() && (text[size] & 0xC0) == 0x80)
      continue;
    std::string here = text.substr(0, size);
    for (const Call &function : getCalls())
      EXPECT_TRUE(isSame(call(function, page.put(here), 0), call(function, here, 0)))
          << function.name << " of " << here;
  }
}

TEST(EndOfMemory, BytesMayEndAnywhere) {
  LastPage page;
  std::string bytes =
      "ab\xF0\x9F\x98\x80\xE6\x97\xA5\xC3\xA9\xF0\x9F\xE6\x97\xED\xA0\x80\xF4\x90\xC1 x";
  bytes += bytes;
  for (size_t size = 0; size <= bytes.size(); ++size)
    for (const Call &function : getCalls()) {
      std::string name = function.name;
      if (name == "casefold" || name.find("normalize") != name.npos || name == "encode")
        continue; // Of text only.
      std::string here = bytes.substr(0, size);
      EXPECT_TRUE(isSame(call(function, page.put(here), MOLT_TEXT_BYTES),
                         call(function, here, MOLT_TEXT_BYTES)))
          << function.name << " of " << size << " bytes";
    }
}
