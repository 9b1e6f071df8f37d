//===- Classes.cpp - What strings consist of ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The is… methods of CPython's str and bytes.
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

using namespace molt::text;

namespace {
/// The values of molt_str's StringClass.
enum class Class : int64_t {
  alnum,
  alpha,
  ascii,
  decimal,
  digit,
  identifier,
  lower,
  numeric,
  printable,
  space,
  title,
  upper
};
} // namespace

/// Of bytes only those of ASCII have properties, and these are fewer: no separators are space.
static uint32_t propertiesOf(char32_t unit, const Encoding &encoding) {
  if (!encoding.isBytes)
    return getProperties(unit, encoding.unicode);
  if (unit >= 0x80)
    return 0;
  uint32_t properties = getProperties(unit);
  if (unit >= 0x1C && unit <= 0x1F)
    properties &= ~Space;
  return properties;
}

static bool allHave(Span text, uint32_t wanted, const Encoding &encoding) {
  for (const uint8_t *at = text.begin; at < text.end;)
    if (!(propertiesOf(encoding.read(at), encoding) & wanted))
      return false;
  return true;
}

static bool isIdentifier(Span text, Unicode unicode) {
  const uint8_t *at = text.begin;
  char32_t first = readCodePoint(at);
  if (first != '_' && !(getProperties(first, unicode) & IdStart))
    return false;
  while (at < text.end)
    if (!(getProperties(readCodePoint(at), unicode) & IdContinue))
      return false;
  return true;
}

/// There is a letter of one case and none of the other one, or of title case.
static bool isInCase(Span text, uint32_t wanted, uint32_t others, const Encoding &encoding) {
  bool found = false;
  for (const uint8_t *at = text.begin; at < text.end;) {
    uint32_t properties = propertiesOf(encoding.read(at), encoding);
    if (properties & others)
      return false;
    found |= (properties & wanted) != 0;
  }
  return found;
}

static bool isTitle(Span text, const Encoding &encoding) {
  bool found = false, isCasedBefore = false;
  for (const uint8_t *at = text.begin; at < text.end;) {
    uint32_t properties = propertiesOf(encoding.read(at), encoding);
    bool isCapital = properties & (Uppercase | Titlecase), isSmall = properties & Lowercase;
    if (isCapital ? isCasedBefore : isSmall && !isCasedBefore)
      return false;
    isCasedBefore = isCapital || isSmall;
    found |= isCasedBefore;
  }
  return found;
}

static bool isOf(Span text, Class wanted, const Encoding &encoding) {
  if (wanted == Class::ascii)
    return isAscii(text.begin, text.size());
  if (text.empty())
    return wanted == Class::printable;
  switch (wanted) {
  case Class::alnum:
    return allHave(text, Alphabetic | Decimal | Digit | Numeric, encoding);
  case Class::alpha:
    return allHave(text, Alphabetic, encoding);
  case Class::decimal:
    return allHave(text, Decimal, encoding);
  case Class::digit:
    return allHave(text, Digit, encoding);
  case Class::numeric:
    return allHave(text, Numeric, encoding);
  case Class::printable:
    return allHave(text, Printable, encoding);
  case Class::space:
    return allHave(text, Space, encoding);
  case Class::identifier:
    return isIdentifier(text, encoding.unicode);
  case Class::lower:
    return isInCase(text, Lowercase, Uppercase | Titlecase, encoding);
  case Class::upper:
    return isInCase(text, Uppercase, Lowercase | Titlecase, encoding);
  case Class::title:
    return isTitle(text, encoding);
  case Class::ascii:
    break;
  }
  return false;
}

void kernels::is(const MoltTextCall &call, Arena &) {
  Strings strings(call, 0);
  Encoding encoding(call);
  auto wanted = static_cast<Class>(getParameter(call, 0));
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    setBool(call, row, isOf(spanOf(view), wanted, encoding));
  }
}
