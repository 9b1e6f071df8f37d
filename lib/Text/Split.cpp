//===- Split.cpp - Parts of strings between others ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Parts are numbered; a negative number counts from the end. A part that there is not is absent.
//
//===----------------------------------------------------------------------===//

#include "Find.h"

#include <optional>

using namespace molt::text;

//===----------------------------------------------------------------------===//
// Walks over the parts, one by one, from the left or from the right
//===----------------------------------------------------------------------===//

namespace {
/// Parts between separators, of which at most `limit` are cut at.
struct Separated {
  Span rest, separator;
  int64_t limit;
  bool fromRight, done = false;

  std::optional<Span> next() {
    if (done)
      return std::nullopt;
    const uint8_t *at = limit == 0  ? nullptr
                        : fromRight ? findLast(rest, separator)
                                    : findFirst(rest, separator);
    if (!at) {
      done = true;
      return rest;
    }
    --limit;
    Span part = fromRight ? Span{at + separator.size(), rest.end} : Span{rest.begin, at};
    if (fromRight)
      rest.end = at;
    else
      rest.begin = at + separator.size();
    return part;
  }
};

/// Parts between runs of white space; what is left when the limit is reached keeps the white space
/// within and at the other end.
struct Words {
  Span rest;
  int64_t limit;
  bool fromRight;
  Encoding encoding;

  /// Moves `at` over units that are white space, or over those that are not.
  const uint8_t *skip(const uint8_t *at, bool space) const {
    while (at != (fromRight ? rest.begin : rest.end)) {
      const uint8_t *next = at;
      if (encoding.isSpace(fromRight ? encoding.readBefore(next) : encoding.read(next)) != space)
        break;
      at = next;
    }
    return at;
  }

  std::optional<Span> next() {
    (fromRight ? rest.end : rest.begin) = skip(fromRight ? rest.end : rest.begin, true);
    if (rest.empty())
      return std::nullopt;
    Span part = rest;
    if (limit == 0) {
      rest.begin = rest.end;
      return part;
    }
    --limit;
    const uint8_t *end = skip(fromRight ? rest.end : rest.begin, false);
    (fromRight ? part.begin : part.end) = end;
    (fromRight ? rest.end : rest.begin) = end;
    return part;
  }
};

struct Lines {
  Span rest;
  bool keepEnds;
  Encoding encoding;

  bool isBreak(char32_t unit) const {
    if (encoding.isBytes)
      return unit == '\n' || unit == '\r';
    return unit < 0x80 ? unit - 10 < 4 || unit - 0x1C < 3
                       : (getProperties(unit, encoding.unicode) & LineBreak) != 0;
  }

  std::optional<Span> next() {
    if (rest.empty())
      return std::nullopt;
    const uint8_t *at = rest.begin, *end = at;
    while (at < rest.end) {
      char32_t unit = encoding.read(at);
      if (isBreak(unit)) {
        if (unit == '\r' && at < rest.end && *at == '\n')
          ++at;
        break;
      }
      end = at;
    }
    Span line = {rest.begin, keepEnds ? at : end};
    rest.begin = at;
    return line;
  }
};
} // namespace

template <typename Parts> static int64_t countParts(Parts parts) {
  int64_t count = 0;
  while (parts.next())
    ++count;
  return count;
}

/// The part with this number, in the order in which they are in the string.
template <typename Parts>
static std::optional<Span> getPart(Parts parts, int64_t number, bool fromRight) {
  // As a number in the order of the walk.
  if (fromRight)
    number = -1 - number; // Cannot overflow.
  if (number < 0)
    number += countParts(parts);
  if (number < 0)
    return std::nullopt;
  std::optional<Span> part;
  do
    part = parts.next();
  while (part && number-- > 0);
  return part;
}

static void setPart(Output &out, int64_t row, std::optional<Span> part) {
  if (part)
    out.setShared(row, *part);
  else
    out.setAbsent(row);
}

/// Calls `body(row, parts)` with the parts of each row, or `invalid(row)` for empty separators.
/// Operands: string, separator (white space if left out), limit.
template <typename Body, typename Invalid>
static void forEachSplit(const MoltTextCall &call, unsigned limitOperand, bool fromRight,
                         Body &&body, Invalid &&invalid) {
  Strings strings(call, 0), separators(call, 1);
  Integers limits(call, limitOperand, -1);
  Encoding encoding(call);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    int64_t limit = limits[row] < 0 ? INT64_MAX : limits[row];
    if (!separators) {
      body(row, Words{spanOf(view), limit, fromRight, encoding});
      continue;
    }
    StringView separator = separators.view(row);
    if (separator.length() == 0)
      invalid(row);
    else
      body(row, Separated{spanOf(view), spanOf(separator), limit, fromRight});
  }
}

void kernels::split(const MoltTextCall &call, Arena &arena) {
  Integers numbers(call, 2, 0);
  bool fromRight = getParameter(call, 0);
  Output out(call, arena);
  forEachSplit(
      call, 3, fromRight,
      [&](int64_t row, auto parts) { setPart(out, row, getPart(parts, numbers[row], fromRight)); },
      [&](int64_t row) { out.setInvalid(row); });
}

void kernels::split_count(const MoltTextCall &call, Arena &) {
  forEachSplit(
      call, 2, false, [&](int64_t row, auto parts) { setInteger(call, row, countParts(parts)); },
      [&](int64_t row) { setInteger(call, row, invalidInteger); });
}

void kernels::split_lines(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Integers numbers(call, 1, 0);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Lines lines = {spanOf(view), getParameter(call, 0) != 0, Encoding(call)};
    setPart(out, row, getPart(lines, numbers[row], false));
  }
}

void kernels::split_lines_count(const MoltTextCall &call, Arena &) {
  Strings strings(call, 0);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    setInteger(call, row, countParts(Lines{spanOf(view), false, Encoding(call)}));
  }
}

void kernels::partition(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0), separators(call, 1);
  int64_t wanted = getParameter(call, 0);
  bool atLast = getParameter(call, 1);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row), separatorView = separators.view(row);
    Span text = spanOf(view), separator = spanOf(separatorView);
    if (separator.empty()) {
      out.setInvalid(row);
      continue;
    }
    const uint8_t *at = atLast ? findLast(text, separator) : findFirst(text, separator);
    // Without a separator the text is the first part, or, from the right, the last one.
    const uint8_t *begin = at ? at : atLast ? text.begin : text.end;
    const uint8_t *end = at ? at + separator.size() : begin;
    Span parts[] = {{text.begin, begin}, {begin, end}, {end, text.end}};
    out.setShared(row, parts[wanted]);
  }
}
