//===- Codec.cpp - Text as bytes, and bytes as text -----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

#include <algorithm>
#include <optional>

using namespace molt::text;

namespace {
/// The values of molt_str's Codec and CodecErrors.
enum class Codec : int64_t { utf8, ascii, latin1, hex, base64 };
enum class Errors : int64_t { strict, ignore, replace };
} // namespace

static constexpr char hexDigits[] = "0123456789abcdef";
static constexpr char base64Digits[] =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

static int hexValue(uint8_t digit) {
  if (digit - '0' < 10u)
    return digit - '0';
  digit |= 0x20;
  return digit - 'a' < 6u ? digit - 'a' + 10 : -1;
}

static int base64Value(uint8_t digit) {
  const void *found = memchr(base64Digits, digit, 64);
  return digit && found ? static_cast<int>(static_cast<const char *>(found) - base64Digits) : -1;
}

//===----------------------------------------------------------------------===//
// Text to bytes: `out` moves behind what is written; false where the text is not encodable.
//===----------------------------------------------------------------------===//

/// To one byte for each code point below `limit`.
static bool encodeBytes(uint8_t *&out, Span text, char32_t limit, Errors errors) {
  for (const uint8_t *at = text.begin; at < text.end;) {
    char32_t point = readCodePoint(at);
    if (point < limit)
      *out++ = static_cast<uint8_t>(point);
    else if (errors == Errors::strict)
      return false;
    else if (errors == Errors::replace)
      *out++ = '?';
  }
  return true;
}

/// Pairs of digits, with white space of ASCII between them, as bytes.fromhex.
static bool parseHex(uint8_t *&out, Span text) {
  const uint8_t *at = text.begin;
  while (true) {
    while (at < text.end && (*at == ' ' || *at - 9u < 5u))
      ++at;
    if (at == text.end)
      return true;
    int high = hexValue(*at++), low = at < text.end ? hexValue(*at++) : -1;
    if (high < 0 || low < 0)
      return false;
    *out++ = static_cast<uint8_t>(high << 4 | low);
  }
}

/// Groups of four digits, the last one padded (RFC 4648), and nothing else.
static bool parseBase64(uint8_t *&out, Span text) {
  if (text.size() % 4 != 0)
    return false;
  for (const uint8_t *at = text.begin; at < text.end; at += 4) {
    unsigned padding = 0;
    uint32_t bits = 0;
    for (unsigned i = 0; i < 4; ++i) {
      bool isPadding = at[i] == '=' && at + 4 == text.end && i >= 2;
      int value = isPadding ? 0 : base64Value(at[i]);
      if (value < 0 || (padding && !isPadding))
        return false;
      padding += isPadding;
      bits = bits << 6 | static_cast<uint32_t>(value);
    }
    for (unsigned i = 0; i + padding < 3; ++i)
      *out++ = static_cast<uint8_t>(bits >> (16 - 8 * i));
  }
  return true;
}

void kernels::encode(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  auto codec = static_cast<Codec>(getParameter(call, 0));
  auto errors = static_cast<Errors>(getParameter(call, 1));
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    if (codec == Codec::utf8) {
      out.set(row, view);
      continue;
    }
    uint8_t *end = out.start(text.size());
    bool valid = codec == Codec::hex ? parseHex(end, text)
                 : codec == Codec::base64
                     ? parseBase64(end, text)
                     : encodeBytes(end, text, codec == Codec::ascii ? 0x80 : 0x100, errors);
    if (valid)
      out.finish(row, end);
    else
      out.setInvalid(row);
  }
}

//===----------------------------------------------------------------------===//
// Bytes to text
//===----------------------------------------------------------------------===//

/// How many bytes from `at` on are, or begin, a well-formed sequence (Unicode 15, table 3-7), at
/// least 1; `whole`: all of one.
static unsigned matchSequence(const uint8_t *at, const uint8_t *end, bool &whole) {
  uint8_t lead = *at, low = 0x80, high = 0xBF;
  unsigned length = lead < 0x80   ? 1
                    : lead < 0xC2 ? 0
                    : lead < 0xE0 ? 2
                    : lead < 0xF0 ? 3
                    : lead < 0xF5 ? 4
                                  : 0;
  if (lead == 0xE0)
    low = 0xA0;
  if (lead == 0xED)
    high = 0x9F;
  if (lead == 0xF0)
    low = 0x90;
  if (lead == 0xF4)
    high = 0x8F;
  unsigned matched = 1;
  while (matched < length && at + matched < end && at[matched] >= low && at[matched] <= high) {
    ++matched;
    low = 0x80, high = 0xBF;
  }
  whole = matched == length;
  return matched;
}

/// Calls `put(bytes)` for what the text consists of; false where bytes are none and may not be.
template <typename Put> static bool decodeUtf8(Span bytes, Errors errors, Put &&put) {
  static const uint8_t replacement[] = {0xEF, 0xBF, 0xBD};
  for (const uint8_t *at = bytes.begin; at < bytes.end;) {
    bool whole;
    unsigned size = matchSequence(at, bytes.end, whole);
    if (whole)
      put(Span{at, at + size});
    else if (errors == Errors::strict)
      return false;
    else if (errors == Errors::replace)
      put(Span{replacement, replacement + 3});
    at += size;
  }
  return true;
}

template <typename Put>
static bool decodeBytes(Span bytes, uint32_t limit, Errors errors, Put &&put) {
  for (const uint8_t *at = bytes.begin; at < bytes.end; ++at) {
    uint8_t buffer[longestSequence];
    if (*at < limit || errors == Errors::replace)
      put(Span{buffer, writeCodePoint(buffer, *at < limit ? *at : 0xFFFD)});
    else if (errors == Errors::strict)
      return false;
  }
  return true;
}

template <typename Put> static bool decodeHex(Span bytes, Put &&put) {
  for (const uint8_t *at = bytes.begin; at < bytes.end; ++at) {
    const uint8_t digits[] = {static_cast<uint8_t>(hexDigits[*at >> 4]),
                              static_cast<uint8_t>(hexDigits[*at & 15])};
    put(Span{digits, digits + 2});
  }
  return true;
}

template <typename Put> static bool decodeBase64(Span bytes, Put &&put) {
  for (const uint8_t *at = bytes.begin; at < bytes.end; at += 3) {
    int64_t count = std::min<int64_t>(bytes.end - at, 3);
    uint32_t bits = uint32_t(at[0]) << 16 | (count > 1 ? at[1] : 0) << 8 | (count > 2 ? at[2] : 0);
    uint8_t digits[4];
    for (int64_t i = 0; i < 4; ++i)
      digits[i] = static_cast<uint8_t>(i > count ? '=' : base64Digits[bits >> (18 - 6 * i) & 63]);
    put(Span{digits, digits + 4});
    if (count < 3)
      break;
  }
  return true;
}

template <typename Put> static bool decodeAny(Span bytes, Codec codec, Errors errors, Put &&put) {
  switch (codec) {
  case Codec::utf8:
    return decodeUtf8(bytes, errors, put);
  case Codec::ascii:
    return decodeBytes(bytes, 0x80, errors, put);
  case Codec::latin1:
    return decodeBytes(bytes, 0x100, errors, put);
  case Codec::hex:
    return decodeHex(bytes, put);
  case Codec::base64:
    return decodeBase64(bytes, put);
  }
  return false;
}

void kernels::decode(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  auto codec = static_cast<Codec>(getParameter(call, 0));
  auto errors = static_cast<Errors>(getParameter(call, 1));
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span bytes = spanOf(view);
    bool isText = codec == Codec::utf8 || codec == Codec::ascii || codec == Codec::latin1;
    if (isText && isAscii(bytes.begin, bytes.size())) {
      out.set(row, view);
      continue;
    }
    uint64_t size = 0;
    if (!decodeAny(bytes, codec, errors, [&](Span part) { size += part.size(); })) {
      out.setInvalid(row);
      continue;
    }
    uint8_t *at = out.start(size);
    decodeAny(bytes, codec, errors, [&](Span part) { at = append(at, part); });
    out.finish(row, at);
  }
}
