//===- Strings.cpp - Strings as sequences of code points ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Strings.h"

using namespace molt;
using namespace molt::interp;

bool interp::isWellFormed(StringRef bytes) {
  // By the bits of the first byte: how many bytes there are, and the least code point of so many.
  static constexpr uint32_t least[] = {0, 0x80, 0x800, 0x10000};
  for (size_t i = 0; i < bytes.size();) {
    uint8_t first = bytes[i++];
    if (first < 0x80)
      continue;
    int more = first >> 5 == 0b110 ? 1 : first >> 4 == 0b1110 ? 2 : first >> 3 == 0b11110 ? 3 : 0;
    if (more == 0 || bytes.size() - i < static_cast<size_t>(more))
      return false;
    uint32_t point = first & (0x3F >> more);
    for (int k = 0; k < more; ++k) {
      uint8_t next = bytes[i++];
      if (next >> 6 != 0b10)
        return false;
      point = point << 6 | (next & 0x3F);
    }
    if (point < least[more] || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF))
      return false;
  }
  return true;
}

bool interp::beginsSequence(StringRef bytes) {
  // Some continuations are tried; with the least and the greatest ones one is right if any is.
  for (const char *more : {"\x80", "\xBF", "\x80\x80", "\xBF\xBF"})
    if (isWellFormed(bytes.str() + more) && toCodePoints(bytes.str() + more).size() == 1)
      return true;
  return false;
}

std::u32string interp::toCodePoints(StringRef text) {
  std::u32string result;
  for (unsigned char byte : text) {
    if (byte < 0x80) // one byte
      result += char32_t(byte);
    else if (byte < 0xC0) // one more of a sequence
      result.back() = (result.back() << 6) | (byte & 0x3F);
    else // the first of two, three or four
      result += char32_t(byte & (byte < 0xE0 ? 0x1F : byte < 0xF0 ? 0x0F : 0x07));
  }
  return result;
}

std::string interp::toUtf8(const std::u32string &text) {
  std::string result;
  for (char32_t point : text) {
    if (point < 0x80) {
      result += static_cast<char>(point);
      continue;
    }
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    int mark = more == 1 ? 0xC0 : more == 2 ? 0xE0 : 0xF0;
    result += static_cast<char>(mark | (point >> (6 * more)));
    while (more-- > 0)
      result += static_cast<char>(0x80 | ((point >> (6 * more)) & 0x3F));
  }
  return result;
}

bool interp::isLike(StringRef textBytes, StringRef patternBytes, StringRef escapeBytes) {
  std::u32string text = toCodePoints(textBytes), pattern = toCodePoints(patternBytes),
                 escape = toCodePoints(escapeBytes);
  // Whether each part of the text from a place to its end matches the pattern from where we
  // are to its end; from behind the pattern to its beginning.
  std::vector<bool> matches(text.size() + 1, false);
  matches[text.size()] = true;
  // What stands for itself because it is behind an escape.
  std::vector<bool> escapes(pattern.size(), false), literal(pattern.size(), false);
  for (size_t i = 0; !escape.empty() && i + 1 < pattern.size(); ++i)
    if (pattern[i] == escape[0] && !literal[i])
      escapes[i] = literal[i + 1] = true;
  for (size_t p = pattern.size(); p-- > 0;) {
    if (escapes[p])
      continue;
    std::vector<bool> next(text.size() + 1, false);
    for (size_t t = text.size() + 1; t-- > 0;) {
      bool hasMore = t < text.size();
      if (pattern[p] == U'%' && !literal[p])
        next[t] = matches[t] || (hasMore && next[t + 1]);
      else if (pattern[p] == U'_' && !literal[p])
        next[t] = hasMore && matches[t + 1];
      else
        next[t] = hasMore && text[t] == pattern[p] && matches[t + 1];
    }
    matches = next;
  }
  return matches[0];
}

std::string interp::substring(StringRef textBytes, Int128 start, Int128 length) {
  std::u32string text = toCodePoints(textBytes), part;
  if (start < 0)
    start = static_cast<Int128>(text.size()) + start + 1;
  Int128 position = 1;
  for (char32_t point : text) {
    bool isBehind = position >= start && position < start + length;
    bool isBefore = position < start && position >= start + length;
    if (length < 0 ? isBefore : isBehind)
      part += point;
    ++position;
  }
  return toUtf8(part);
}
