//===- Unicode.cpp - Properties and mappings of code points ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Tables of two stages: the index of the block that a code point is in, and blocks of which equal
// ones are there once.
//
//===----------------------------------------------------------------------===//

#include "Molt/Text/Unicode.h"

#include <algorithm>
#include <iterator>

using namespace molt::text;

namespace {
struct Record {
  uint32_t properties;
  uint8_t combiningClass;
  uint8_t decimal;
  /// Bit per CaseMapping: the mapping is the place of an expansion, not a difference.
  uint8_t expanded;
  int32_t mappings[4];
};
} // namespace

#include "UnicodeTables.inc"

static constexpr unsigned blockBits = 7;
static constexpr Record unassigned = {0, 0, 0, 0, {0, 0, 0, 0}};

template <typename Value>
static Value lookUp(const uint16_t *index, const Value *blocks, char32_t point) {
  if (point > 0x10FFFF)
    return 0;
  return blocks[(index[point >> blockBits] << blockBits) + (point & ((1u << blockBits) - 1))];
}

static const Record &getRecord(char32_t point, Unicode version) {
  const Record &record = records[lookUp(recordIndex, recordIds, point)];
  if (version == Unicode::v14 && (record.properties & Since15))
    return unassigned;
  return record;
}

const char *molt::text::getUnicodeVersion() { return unicodeVersion; }

uint32_t molt::text::getProperties(char32_t point, Unicode version) {
  uint32_t properties = getRecord(point, version).properties;
  if (version == Unicode::v14 && (properties & LowercaseSince15))
    properties &= ~(Lowercase | Cased);
  return properties;
}

unsigned molt::text::mapCase(char32_t point, CaseMapping mapping, char32_t out[3],
                             Unicode version) {
  const Record &record = getRecord(point, version);
  auto kind = static_cast<unsigned>(mapping);
  int32_t value = record.mappings[kind];
  if (!(record.expanded >> kind & 1)) {
    out[0] = point + value;
    return 1;
  }
  unsigned count = expansions[value];
  std::copy_n(expansions + value + 1, count, out);
  return count;
}

int molt::text::getDecimalValue(char32_t point, Unicode version) {
  const Record &record = getRecord(point, version);
  return record.properties & Decimal ? record.decimal : -1;
}

uint8_t molt::text::getCombiningClass(char32_t point, Unicode version) {
  return getRecord(point, version).combiningClass;
}

//===----------------------------------------------------------------------===//
// Normalization; Hangul is arithmetic (The Unicode Standard 15.0, section 3.12)
//===----------------------------------------------------------------------===//

static constexpr char32_t hangulSyllables = 0xAC00, hangulLeads = 0x1100, hangulVowels = 0x1161,
                          hangulTails = 0x11A7;
static constexpr unsigned leadCount = 19, vowelCount = 21, tailCount = 28;
static constexpr unsigned syllableCount = leadCount * vowelCount * tailCount;

unsigned molt::text::decompose(char32_t point, bool compatible, char32_t *out, Unicode version) {
  if (point - hangulSyllables < syllableCount) {
    unsigned index = point - hangulSyllables, tail = index % tailCount;
    out[0] = hangulLeads + index / (vowelCount * tailCount);
    out[1] = hangulVowels + index / tailCount % vowelCount;
    out[2] = hangulTails + tail;
    return tail ? 3 : 2;
  }
  uint16_t place = lookUp(decompositionIndex, decompositionOffsets, point);
  if (place && !(version == Unicode::v14 && (getProperties(point) & Since15))) {
    unsigned canonical = decompositions[place] & 0xFF, other = decompositions[place] >> 8;
    const char32_t *parts = decompositions + place + 1;
    if (compatible && other)
      return std::copy_n(parts + canonical, other, out) - out;
    if (canonical)
      return std::copy_n(parts, canonical, out) - out;
  }
  out[0] = point;
  return 1;
}

char32_t molt::text::compose(char32_t first, char32_t second, Unicode version) {
  if (first - hangulLeads < leadCount && second - hangulVowels < vowelCount)
    return hangulSyllables +
           ((first - hangulLeads) * vowelCount + (second - hangulVowels)) * tailCount;
  if (first - hangulSyllables < syllableCount && (first - hangulSyllables) % tailCount == 0 &&
      second - hangulTails - 1 < tailCount - 1)
    return first + (second - hangulTails);
  uint64_t pair = uint64_t(first) << 32 | second;
  const uint64_t *found =
      std::lower_bound(std::begin(compositionPairs), std::end(compositionPairs), pair);
  if (found == std::end(compositionPairs) || *found != pair)
    return 0;
  char32_t composed = compositions[found - compositionPairs];
  if (version == Unicode::v14 && (getProperties(composed) & Since15))
    return 0;
  return composed;
}
