//===- Pad.cpp - Strings made longer --------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

#include <algorithm>

using namespace molt::text;

/// The product, or more than any string may have.
static uint64_t multiply(uint64_t a, uint64_t b) {
  uint64_t product;
  return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}

static uint8_t *fill(uint8_t *out, Span unit, int64_t count) {
  if (unit.size() == 1) {
    std::fill_n(out, count, *unit.begin);
    return out + count;
  }
  for (; count > 0; --count)
    out = append(out, unit);
  return out;
}

/// Pads each text to a width; `left(missing, width)` is how many of the missing units are on the
/// left. Operands: string, width, unit (a space if left out).
template <typename Left> static void pad(const MoltTextCall &call, Arena &arena, Left &&left) {
  static const uint8_t space = ' ';
  Strings strings(call, 0), fills(call, 2);
  Integers widths(call, 1, 0);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row), fillView = fills ? fills.view(row) : StringView{0, 0};
    Span text = spanOf(view), unit = fills ? spanOf(fillView) : Span{&space, &space + 1};
    if (unit.empty() || encoding.length(unit) != 1) {
      out.setInvalid(row);
      continue;
    }
    int64_t width = widths[row], missing = width - std::min(width, encoding.length(text));
    if (missing <= 0) {
      out.set(row, view);
      continue;
    }
    int64_t before = left(missing, width);
    uint64_t padding = multiply(missing, unit.size());
    uint64_t most = padding > UINT64_MAX - text.size() ? padding : padding + text.size();
    uint8_t *at = fill(out.start(most), unit, before);
    out.finish(row, fill(append(at, text), unit, missing - before));
  }
}

void kernels::center(const MoltTextCall &call, Arena &arena) {
  // An odd one is on the left where the width is odd.
  pad(call, arena,
      [](int64_t missing, int64_t width) { return missing / 2 + (missing & width & 1); });
}
void kernels::ljust(const MoltTextCall &call, Arena &arena) {
  pad(call, arena, [](int64_t, int64_t) { return 0; });
}
void kernels::rjust(const MoltTextCall &call, Arena &arena) {
  pad(call, arena, [](int64_t missing, int64_t) { return missing; });
}

void kernels::zfill(const MoltTextCall &call, Arena &arena) {
  static const uint8_t zero = '0';
  Strings strings(call, 0);
  Integers widths(call, 1, 0);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    int64_t width = widths[row], missing = width - std::min(width, encoding.length(text));
    if (missing <= 0) {
      out.set(row, view);
      continue;
    }
    uint8_t *at = out.start(uint64_t(missing) + text.size());
    if (!text.empty() && (*text.begin == '+' || *text.begin == '-'))
      *at++ = *text.begin++;
    out.finish(row, append(fill(at, {&zero, &zero + 1}, missing), text));
  }
}

void kernels::expand_tabs(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Integers sizes(call, 1, 8);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    int64_t size = std::max<int64_t>(sizes[row], 0);
    // Calls `put(byte, how often)` for what the result consists of.
    auto expand = [&](auto &&put) {
      // Within the tab; the size may be close to the largest integer.
      int64_t column = 0;
      for (const uint8_t *at = text.begin; at < text.end; ++at) {
        if (*at == '\t') {
          put(' ', size ? size - column : 0);
          column = 0;
          continue;
        }
        put(*at, 1);
        if (*at == '\n' || *at == '\r')
          column = 0;
        else if (encoding.beginsUnit(*at) && size && ++column == size)
          column = 0;
      }
    };
    uint64_t total = 0;
    expand([&](uint8_t, int64_t count) { total = std::min<uint64_t>(total + count, INT64_MAX); });
    uint8_t *at = out.start(total);
    expand([&](uint8_t byte, int64_t count) { at = std::fill_n(at, count, byte); });
    out.finish(row, at);
  }
}

void kernels::repeat(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Integers counts(call, 1, 1);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    int64_t count = std::max<int64_t>(counts[row], 0);
    if (text.empty() || count == 1) {
      out.set(row, view);
      continue;
    }
    out.finish(row, fill(out.start(multiply(count, text.size())), text, count));
  }
}

void kernels::join(const MoltTextCall &call, Arena &arena) {
  Strings separators(call, 0);
  auto parts = static_cast<unsigned>(getParameter(call, 0));
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView separator = separators.view(row);
    uint64_t size = uint64_t(parts > 1 ? parts - 1 : 0) * separator.length();
    for (unsigned part = 0; part < parts; ++part)
      size += Strings(call, 1 + part).view(row).length();
    uint8_t *at = out.start(size);
    for (unsigned part = 0; part < parts; ++part) {
      if (part)
        at = append(at, spanOf(separator));
      StringView text = Strings(call, 1 + part).view(row);
      at = append(at, spanOf(text));
    }
    out.finish(row, at);
  }
}
