//===- Strip.cpp - What begins and ends strings ---------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

using namespace molt::text;

namespace {
/// The values of molt_str's Side.
enum class Side : int64_t { both, left, right };

/// A set of code points or bytes: those of a string, or white space.
class UnitSet {
public:
  void set(Span text) {
    units = text;
    low[0] = low[1] = 0;
    for (const uint8_t *at = text.begin; at < text.end; ++at)
      if (*at < 0x80)
        low[*at / 64] |= uint64_t(1) << (*at % 64);
  }

  bool contains(const uint8_t *begin, const uint8_t *end) const {
    if (*begin < 0x80)
      return low[*begin / 64] >> (*begin % 64) & 1;
    // Encoded code points are found where code points are, as no sequence is within others.
    return memmem(units.begin, units.size(), begin, end - begin) != nullptr;
  }

private:
  Span units = {nullptr, nullptr};
  uint64_t low[2] = {0, 0};
};
} // namespace

/// Moves the ends of a text inwards while `drops(begin, end)` says so of the unit there.
template <typename Drops>
static Span strip(Span text, Side side, const Encoding &encoding, Drops &&drops) {
  if (side != Side::right)
    while (!text.empty()) {
      const uint8_t *next = text.begin;
      encoding.read(next);
      if (!drops(text.begin, next))
        break;
      text.begin = next;
    }
  if (side != Side::left)
    while (!text.empty()) {
      const uint8_t *last = text.end;
      encoding.readBefore(last);
      if (!drops(last, text.end))
        break;
      text.end = last;
    }
  return text;
}

void kernels::strip(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0), sets(call, 1);
  Encoding encoding(call);
  auto side = static_cast<Side>(getParameter(call, 0));
  Output out(call, arena);
  UnitSet set;
  StringView setView = {0, 0};
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    if (!sets) {
      out.setShared(row, ::strip(text, side, encoding, [&](const uint8_t *begin, const uint8_t *) {
                      const uint8_t *at = begin;
                      return encoding.isSpace(encoding.read(at));
                    }));
      continue;
    }
    if (row == 0 || !sets.isConstant()) {
      setView = sets.view(row);
      set.set(spanOf(setView));
    }
    out.setShared(row, ::strip(text, side, encoding, [&](const uint8_t *begin, const uint8_t *end) {
                    return set.contains(begin, end);
                  }));
  }
}

static bool startsWith(Span text, Span part) {
  return part.size() <= text.size() &&
         (part.empty() || memcmp(text.begin, part.begin, part.size()) == 0);
}
static bool endsWith(Span text, Span part) {
  return part.size() <= text.size() &&
         (part.empty() || memcmp(text.end - part.size(), part.begin, part.size()) == 0);
}

void kernels::remove_prefix(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0), prefixes(call, 1);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row), prefix = prefixes.view(row);
    Span text = spanOf(view), part = spanOf(prefix);
    out.setShared(row, startsWith(text, part) ? Span{text.begin + part.size(), text.end} : text);
  }
}

void kernels::remove_suffix(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0), suffixes(call, 1);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row), suffix = suffixes.view(row);
    Span text = spanOf(view), part = spanOf(suffix);
    out.setShared(row, endsWith(text, part) ? Span{text.begin, text.end - part.size()} : text);
  }
}
