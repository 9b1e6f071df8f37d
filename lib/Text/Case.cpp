//===- Case.cpp - Upper, lower and other cases ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As CPython's str and bytes: Objects/unicodeobject.c of 3.11 says what the context of a
// letter is for title case and for the final sigma.
//
//===----------------------------------------------------------------------===//

#include "Rows.h"

using namespace molt::text;

namespace {
/// Writes code points.
struct Writer {
  uint8_t *out;
  void put(char32_t point) { out = writeCodePoint(out, point); }
};

/// Counts the bytes that a Writer writes.
struct Counter {
  uint64_t bytes = 0;
  void put(char32_t point) { bytes += getSequenceLength(point); }
};
} // namespace

/// No mapping makes a code point more than three times as long (U+0390 in capitals).
static constexpr uint64_t longestExpansion = 3;

static constexpr char32_t capitalSigma = 0x3A3, smallSigma = 0x3C3, finalSigma = 0x3C2;

template <typename Sink>
static void putMapped(Sink &sink, char32_t point, CaseMapping mapping, Unicode unicode) {
  char32_t mapped[3];
  unsigned count = mapCase(point, mapping, mapped, unicode);
  for (unsigned i = 0; i < count; ++i)
    sink.put(mapped[i]);
}

/// Whether a sigma that begins at `at` ends a word: a cased letter is before it and none behind,
/// but for what case ignores (Final_Sigma in The Unicode Standard 15.0, table 3-17).
static bool isFinalSigma(Span text, const uint8_t *at, Unicode unicode) {
  uint32_t properties = CaseIgnorable;
  const uint8_t *before = at;
  while (before > text.begin && (properties & CaseIgnorable))
    properties = getProperties(readCodePointBefore(before), unicode);
  if ((properties & CaseIgnorable) || !(properties & Cased))
    return false;
  properties = CaseIgnorable;
  const uint8_t *behind = at + 2;
  while (behind < text.end && (properties & CaseIgnorable))
    properties = getProperties(readCodePoint(behind), unicode);
  return (properties & CaseIgnorable) || !(properties & Cased);
}

/// The small letter of the code point that begins at `at`.
template <typename Sink>
static void putLower(Sink &sink, Span text, const uint8_t *at, char32_t point, Unicode unicode) {
  if (point == capitalSigma)
    sink.put(isFinalSigma(text, at, unicode) ? finalSigma : smallSigma);
  else
    putMapped(sink, point, CaseMapping::Lower, unicode);
}

//===----------------------------------------------------------------------===//
// Whole strings
//===----------------------------------------------------------------------===//

namespace {
struct Upper {
  static uint8_t ascii(uint8_t byte, bool &) { return byte - (uint8_t(byte - 'a') < 26 ? 32 : 0); }
  template <typename Sink> static void text(Sink &sink, Span text, Unicode unicode) {
    for (const uint8_t *at = text.begin; at < text.end;)
      putMapped(sink, readCodePoint(at), CaseMapping::Upper, unicode);
  }
};

struct Lower {
  static uint8_t ascii(uint8_t byte, bool &) { return byte + (uint8_t(byte - 'A') < 26 ? 32 : 0); }
  template <typename Sink> static void text(Sink &sink, Span text, Unicode unicode) {
    for (const uint8_t *at = text.begin; at < text.end;) {
      const uint8_t *begin = at;
      char32_t point = readCodePoint(at);
      putLower(sink, text, begin, point, unicode);
    }
  }
};

struct Fold {
  static uint8_t ascii(uint8_t byte, bool &state) { return Lower::ascii(byte, state); }
  template <typename Sink> static void text(Sink &sink, Span text, Unicode unicode) {
    for (const uint8_t *at = text.begin; at < text.end;)
      putMapped(sink, readCodePoint(at), CaseMapping::Fold, unicode);
  }
};

struct Title {
  static uint8_t ascii(uint8_t byte, bool &isCasedBefore) {
    uint8_t mapped =
        isCasedBefore ? Lower::ascii(byte, isCasedBefore) : Upper::ascii(byte, isCasedBefore);
    isCasedBefore = uint8_t((byte | 32) - 'a') < 26;
    return mapped;
  }
  template <typename Sink> static void text(Sink &sink, Span text, Unicode unicode) {
    bool isCasedBefore = false;
    for (const uint8_t *at = text.begin; at < text.end;) {
      const uint8_t *begin = at;
      char32_t point = readCodePoint(at);
      if (isCasedBefore)
        putLower(sink, text, begin, point, unicode);
      else
        putMapped(sink, point, CaseMapping::Title, unicode);
      isCasedBefore = getProperties(point, unicode) & Cased;
    }
  }
};

struct Capitalize {
  static uint8_t ascii(uint8_t byte, bool &isBehindFirst) {
    uint8_t mapped =
        isBehindFirst ? Lower::ascii(byte, isBehindFirst) : Upper::ascii(byte, isBehindFirst);
    isBehindFirst = true;
    return mapped;
  }
  template <typename Sink> static void text(Sink &sink, Span text, Unicode unicode) {
    for (const uint8_t *at = text.begin; at < text.end;) {
      const uint8_t *begin = at;
      char32_t point = readCodePoint(at);
      if (begin == text.begin)
        putMapped(sink, point, CaseMapping::Title, unicode);
      else
        putLower(sink, text, begin, point, unicode);
    }
  }
};

struct SwapCase {
  static uint8_t ascii(uint8_t byte, bool &) {
    return byte ^ (uint8_t((byte | 32) - 'a') < 26 ? 32 : 0);
  }
  template <typename Sink> static void text(Sink &sink, Span text, Unicode unicode) {
    for (const uint8_t *at = text.begin; at < text.end;) {
      const uint8_t *begin = at;
      char32_t point = readCodePoint(at);
      uint32_t properties = getProperties(point, unicode);
      if (properties & Uppercase)
        putLower(sink, text, begin, point, unicode);
      else if (properties & Lowercase)
        putMapped(sink, point, CaseMapping::Upper, unicode);
      else
        sink.put(point);
    }
  }
};
} // namespace

/// Bytes that are letters of ASCII change; all other bytes stay, also those of no ASCII.
template <typename Mapping>
static void mapAscii(Output &out, int64_t row, const StringView &view, Span text) {
  uint8_t *mapped = out.start(text.size());
  bool state = false;
  size_t size = text.size();
  uint8_t difference = 0;
  for (size_t i = 0; i < size; ++i) {
    mapped[i] = Mapping::ascii(text.begin[i], state);
    difference |= mapped[i] ^ text.begin[i];
  }
  if (difference)
    out.finish(row, mapped + size);
  else
    out.set(row, view);
}

template <typename Mapping> static void mapRows(const MoltTextCall &call, Arena &arena) {
  Strings strings(call, 0);
  Encoding encoding(call);
  Output out(call, arena);
  for (int64_t row = 0; row < call.count; ++row) {
    StringView view = strings.view(row);
    Span text = spanOf(view);
    if (encoding.isBytes || isAscii(text.begin, text.size())) {
      mapAscii<Mapping>(out, row, view, text);
      continue;
    }
    uint64_t most = longestExpansion * text.size();
    if (most > longestString) {
      Counter counter;
      Mapping::text(counter, text, encoding.unicode);
      most = counter.bytes;
    }
    Writer writer{out.start(most)};
    Mapping::text(writer, text, encoding.unicode);
    out.finish(row, writer.out);
  }
}

void kernels::upper(const MoltTextCall &call, Arena &arena) { mapRows<Upper>(call, arena); }
void kernels::lower(const MoltTextCall &call, Arena &arena) { mapRows<Lower>(call, arena); }
void kernels::casefold(const MoltTextCall &call, Arena &arena) { mapRows<Fold>(call, arena); }
void kernels::title(const MoltTextCall &call, Arena &arena) { mapRows<Title>(call, arena); }
void kernels::capitalize(const MoltTextCall &call, Arena &arena) {
  mapRows<Capitalize>(call, arena);
}
void kernels::swapcase(const MoltTextCall &call, Arena &arena) { mapRows<SwapCase>(call, arena); }
