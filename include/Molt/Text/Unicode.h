//===- Unicode.h - Properties and mappings of code points -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The Unicode Character Database, as far as the methods of Python's str depend on it. Made at
// build time from Debian's unicode-data; no locale is consulted.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TEXT_UNICODE_H
#define MOLT_TEXT_UNICODE_H

#include <cstdint>

namespace molt::text {

/// The version of the database, as "15.0.0".
const char *getUnicodeVersion();

/// Which code points are assigned: those of Unicode 15.0, or of 14.0, which CPython 3.11 has. Of
/// the code points of 14.0 both say the same, but that five letters (10FC, A7F2 to A7F4, AB69) are
/// Lowercase and Cased only in 15.0; the 4,489 others have no property and map to themselves
/// in 14.0.
enum class Unicode : uint8_t { v15, v14 };

/// Properties, with the conditions of the methods of CPython's str (Objects/unicodectype.c and
/// Tools/unicode/makeunicodedata.py of CPython 3.11).
enum Property : uint32_t {
  Alphabetic = 1u << 0,  ///< General category Lm, Lt, Lu, Ll or Lo: isalpha
  Decimal = 1u << 1,     ///< has a decimal value: isdecimal
  Digit = 1u << 2,       ///< has a digit value: isdigit
  Numeric = 1u << 3,     ///< has a numeric value, also Unihan's: isnumeric
  Lowercase = 1u << 4,   ///< Lowercase
  Uppercase = 1u << 5,   ///< Uppercase
  Titlecase = 1u << 6,   ///< category Lt
  Space = 1u << 7,       ///< category Zs, or bidirectional class WS, B or S: isspace, strip, split
  LineBreak = 1u << 8,   ///< a mandatory break, or bidirectional class B: splitlines
  Printable = 1u << 9,   ///< the space, and all but categories C and Z: isprintable
  IdStart = 1u << 10,    ///< XID_Start
  IdContinue = 1u << 11, ///< XID_Continue
  Cased = 1u << 12,      ///< Cased
  CaseIgnorable = 1u << 13,
  NfcNo = 1u << 14, ///< quick checks of normalization (Unicode Standard Annex 15)
  NfcMaybe = 1u << 15,
  NfkcNo = 1u << 16,
  NfkcMaybe = 1u << 17,
  NfdNo = 1u << 18,
  NfkdNo = 1u << 19,
  Since15 = 1u << 20,          ///< not assigned in Unicode 14.0
  LowercaseSince15 = 1u << 21, ///< neither Lowercase nor Cased in Unicode 14.0
};

/// The properties of a code point, as bits of Property. Anything up to 10FFFF has some.
uint32_t getProperties(char32_t point, Unicode version = Unicode::v15);

enum class CaseMapping : uint8_t { Lower, Upper, Title, Fold };

/// What a code point becomes, without regard to what is next to it (Greek's final sigma depends on
/// that): the mapping of SpecialCasing.txt, CaseFolding.txt (C and F) or UnicodeData.txt.
/// Writes 1 to 3 code points and returns how many.
unsigned mapCase(char32_t point, CaseMapping mapping, char32_t out[3],
                 Unicode version = Unicode::v15);

/// The decimal value of a code point, or -1.
int getDecimalValue(char32_t point, Unicode version = Unicode::v15);

/// The canonical combining class.
uint8_t getCombiningClass(char32_t point, Unicode version = Unicode::v15);

/// The longest full decomposition of a code point (U+FDFA's).
constexpr unsigned longestDecomposition = 18;

/// The full canonical or compatibility decomposition; the code point itself if it has none.
/// Writes at most `longestDecomposition` code points and returns how many.
unsigned decompose(char32_t point, bool compatible, char32_t *out, Unicode version = Unicode::v15);

/// The primary composite that is canonically equivalent to the two, or 0.
char32_t compose(char32_t first, char32_t second, Unicode version = Unicode::v15);

} // namespace molt::text

#endif // MOLT_TEXT_UNICODE_H
