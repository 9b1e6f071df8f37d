//===- Translate.cpp - Code points replaced by table ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The table: pairs of a code point, by which they are ordered, and the place behind the table where
// its replacement begins, all uint32, and the places where the last one ends; then the
// replacements.
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

#include <algorithm>

using namespace molt::text;

namespace {
class Table {
public:
  explicit Table(const uint8_t *parameters) : entries(parameters + 8) {
    uint64_t number;
    memcpy(&number, parameters, 8);
    count = number;
    texts = entries + 8 * count + 4;
  }

  /// Whether a unit is replaced, and by what.
  bool find(char32_t unit, Span &replacement) const {
    uint64_t low = 0, high = count;
    while (low < high) {
      uint64_t middle = (low + high) / 2;
      if (word(2 * middle) < unit)
        low = middle + 1;
      else
        high = middle;
    }
    if (low == count || word(2 * low) != unit)
      return false;
    uint32_t end = low + 1 == count ? word(2 * count) : word(2 * low + 3);
    replacement = {texts + word(2 * low + 1), texts + end};
    return true;
  }

private:
  uint32_t word(uint64_t index) const {
    uint32_t value;
    memcpy(&value, entries + 4 * index, 4);
    return value;
  }

  const uint8_t *entries, *texts;
  uint64_t count;
};
} // namespace

void kernels::translate(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Table table(call.parameters);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view), replacement;
    uint64_t size = 0;
    bool changes = false;
    for (const uint8_t *at = text.begin; at < text.end;) {
      const uint8_t *begin = at;
      bool found = table.find(encoding.read(at), replacement);
      size += found ? replacement.size() : at - begin;
      changes |= found;
    }
    if (!changes) {
      out.set(row, view);
      continue;
    }
    uint8_t *to = out.start(size);
    for (const uint8_t *at = text.begin; at < text.end;) {
      const uint8_t *begin = at;
      bool found = table.find(encoding.read(at), replacement);
      to = append(to, found ? replacement : Span{begin, at});
    }
    out.finish(row, to);
  }
}
