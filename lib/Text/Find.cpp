//===- Find.cpp - Where bytes are in others -------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Forwards this is the C library's memmem, which is linear. Backwards, the two-way algorithm would
// be overkill: the Knuth-Morris-Pratt automaton of the reversed part, built where a plain search
// has done more work than the text is long.
//
//===----------------------------------------------------------------------===//

#include "Find.h"

#include <algorithm>
#include <vector>

using namespace molt::text;

const uint8_t *molt::text::findFirst(Span text, Span part) {
  if (part.size() == 1)
    return static_cast<const uint8_t *>(memchr(text.begin, *part.begin, text.size()));
  return static_cast<const uint8_t *>(memmem(text.begin, text.size(), part.begin, part.size()));
}

/// By the automaton.
static const uint8_t *findLastByStates(Span text, Span part) {
  auto size = static_cast<int64_t>(part.size());
  auto unit = [&](int64_t i) { return part.end[-1 - i]; };
  std::vector<int64_t> borders(size + 1);
  borders[0] = -1;
  for (int64_t i = 0, border = -1; i < size;) {
    while (border >= 0 && unit(i) != unit(border))
      border = borders[border];
    borders[++i] = ++border;
  }
  int64_t state = 0;
  for (const uint8_t *at = text.end; at > text.begin;) {
    --at;
    while (state >= 0 && unit(state) != *at)
      state = borders[state];
    if (++state == size)
      return at;
  }
  return nullptr;
}

const uint8_t *molt::text::findLast(Span text, Span part) {
  size_t size = part.size(), compared = 0;
  while (text.size() >= size) {
    const uint8_t *last =
        static_cast<const uint8_t *>(memrchr(text.begin, *part.begin, text.size() - size + 1));
    if (!last || memcmp(last, part.begin, size) == 0)
      return last;
    text.end = last + size - 1;
    compared += size;
    if (compared > 8 * text.size() + 1024)
      return findLastByStates(text, part);
  }
  return nullptr;
}

int64_t molt::text::countOccurrences(Span text, Span part, int64_t limit) {
  int64_t count = 0;
  if (part.size() == 1) {
    for (const uint8_t *at = text.begin; at < text.end; ++at)
      count += *at == *part.begin;
    return std::min(count, limit);
  }
  while (count < limit) {
    const uint8_t *at = findFirst(text, part);
    if (!at)
      break;
    ++count;
    text.begin = at + part.size();
  }
  return count;
}
