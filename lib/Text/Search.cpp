//===- Search.cpp - Positions, counts and replacements of parts -----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Find.h"

#include <algorithm>

using namespace molt::text;

namespace {
/// The part of a text that Python's `start` and `end` leave, in units and bytes.
struct Window {
  Span part;
  int64_t start;
  /// False where `start` is behind the end: then not even the empty string is in there.
  bool exists;
};

/// The optional operands `start` and `end`.
struct Bounds {
  Integers starts, ends;
  Encoding encoding;

  Bounds(const MoltTextCall &call, unsigned first)
      : starts(call, first, 0), ends(call, first + 1, INT64_MAX), encoding(call) {}

  Window apply(Span text, int64_t row) const {
    if (!starts && !ends)
      return {text, 0, true};
    int64_t length = encoding.length(text), start = starts[row], end = ends[row];
    end = end < 0 ? std::max<int64_t>(end + length, 0) : std::min(end, length);
    start = start < 0 ? std::max<int64_t>(start + length, 0) : start;
    if (start > end)
      return {{text.end, text.end}, start, false};
    const uint8_t *first = encoding.skip(text.begin, text.end, start);
    return {{first, encoding.skip(first, text.end, end - start)}, start, true};
  }
};
} // namespace

/// Calls `body(row, window, part, encoding)` for each row.
template <typename Body> static void forEachWindow(const MoltTextCall &call, Body &&body) {
  Strings strings(call, 0), parts(call, 1);
  Bounds bounds(call, 2);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row), partView = parts.view(row);
    body(row, bounds.apply(spanOf(view), row), spanOf(partView), bounds.encoding);
  }
}

/// The position of a part, or `otherwise`.
template <bool fromRight> static void find(const MoltTextCall &call, int64_t otherwise) {
  forEachWindow(call, [&](int64_t row, Window window, Span part, const Encoding &encoding) {
    const uint8_t *at = nullptr;
    if (part.empty())
      at = !window.exists ? nullptr : fromRight ? window.part.end : window.part.begin;
    else if (window.exists)
      at = fromRight ? findLast(window.part, part) : findFirst(window.part, part);
    setInteger(call, row, at ? window.start + encoding.length({window.part.begin, at}) : otherwise);
  });
}

void kernels::find(const MoltTextCall &call, Arena &) { ::find<false>(call, -1); }
void kernels::rfind(const MoltTextCall &call, Arena &) { ::find<true>(call, -1); }
void kernels::index(const MoltTextCall &call, Arena &) { ::find<false>(call, invalidInteger); }
void kernels::rindex(const MoltTextCall &call, Arena &) { ::find<true>(call, invalidInteger); }

void kernels::count(const MoltTextCall &call, Arena &) {
  forEachWindow(call, [&](int64_t row, Window window, Span part, const Encoding &encoding) {
    int64_t count = 0;
    if (window.exists)
      count = part.empty() ? encoding.length(window.part) + 1 : countOccurrences(window.part, part);
    setInteger(call, row, count);
  });
}

void kernels::starts_with(const MoltTextCall &call, Arena &) {
  forEachWindow(call, [&](int64_t row, Window window, Span part, const Encoding &) {
    setBool(call, row,
            window.exists && part.size() <= window.part.size() &&
                std::equal(part.begin, part.end, window.part.begin));
  });
}

void kernels::ends_with(const MoltTextCall &call, Arena &) {
  forEachWindow(call, [&](int64_t row, Window window, Span part, const Encoding &) {
    setBool(call, row,
            window.exists && part.size() <= window.part.size() &&
                std::equal(part.begin, part.end, window.part.end - part.size()));
  });
}

//===----------------------------------------------------------------------===//
// Replacement
//===----------------------------------------------------------------------===//

/// A text with `to` before each of its first units, and at the end if the limit allows.
static uint8_t *interleave(uint8_t *out, Span text, Span to, int64_t count,
                           const Encoding &encoding) {
  const uint8_t *at = text.begin;
  for (; count > 0; --count) {
    out = append(out, to);
    if (at == text.end)
      break;
    const uint8_t *next = at;
    encoding.read(next);
    out = append(out, {at, next});
    at = next;
  }
  return append(out, {at, text.end});
}

void kernels::replace(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0), froms(call, 1), tos(call, 2);
  Integers limits(call, 3, -1);
  bool keepsEmpty = getParameter(call, 0);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row), fromView = froms.view(row), toView = tos.view(row);
    Span text = spanOf(view), from = spanOf(fromView), to = spanOf(toView);
    int64_t limit = limits[row] < 0 ? INT64_MAX : limits[row];
    int64_t count = !from.empty() ? countOccurrences(text, from, limit)
                    : keepsEmpty  ? 0
                                  : std::min(encoding.length(text) + 1, limit);
    if (count == 0) {
      out.set(row, view);
      continue;
    }
    uint8_t *at = out.start(text.size() - count * from.size() + uint64_t(count) * to.size());
    if (from.empty()) {
      out.finish(row, interleave(at, text, to, count, encoding));
      continue;
    }
    for (; count > 0; --count) {
      const uint8_t *found = findFirst(text, from);
      at = append(append(at, {text.begin, found}), to);
      text.begin = found + from.size();
    }
    out.finish(row, append(at, text));
  }
}
