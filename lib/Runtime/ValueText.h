//===- ValueText.h - Text of numbers, dates and bools -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_VALUETEXT_H
#define MOLT_LIB_RUNTIME_VALUETEXT_H

#include "Types.h"

namespace molt::rt {

/// Why a text is no value of a type.
enum class TextError {
  None,
  Syntax, ///< Not of the type's form.
  Range,  ///< Of the form, but too large or too small.
  Scale,  ///< A decimal or time with more fractional digits than the type's scale.
  Date    ///< Of a date's form, but no day of the calendar.
};

// Parsers take the whole text [begin, end): no surrounding spaces, and `out` is
// set only on TextError::None. They read nothing outside of the text.

/// Optional sign and digits. T: any integer of up to 64 bits, or Int128.
template <typename T> TextError parseInteger(const char *begin, const char *end, T &out);

/// Optional sign, digits with an optional point, no exponent. Extra fractional
/// digits must be zeros: the value is exact.
TextError parseDecimal(const char *begin, const char *end, int precision, int scale, Int128 &out);

/// A decimal number with optional exponent, correctly rounded, or (-)inf,
/// infinity, nan in any case. Too large is a range error, too small is 0.
TextError parseFloat(const char *begin, const char *end, double &out);
TextError parseFloat(const char *begin, const char *end, float &out);

/// true, True, TRUE, false, False, FALSE.
TextError parseBool(const char *begin, const char *end, bool &out);

/// Two hexadecimal digits for each byte, to `out`, which has room for them. False if it is
/// something else.
bool parseHex(const char *begin, const char *end, uint8_t *out);

/// YYYY-MM-DD, years 0001 to 9999, as days since 1970-01-01.
TextError parseDate(const char *begin, const char *end, int32_t &out);

/// Days since 1970-01-01 of a date of the proleptic Gregorian calendar.
int32_t daysFromDate(int32_t year, int32_t month, int32_t day);
/// The date of a day; of any that has a timestamp.
void dateFromDays(int64_t days, int64_t &year, int32_t &month, int32_t &day);

/// Room that any formatted value below needs.
constexpr int maxValueText = 64;

// Formatters write at `out` and return behind the last character.

char *formatInteger(int64_t value, char *out);
char *formatInteger(uint64_t value, char *out);
/// With exactly `scale` fractional digits.
char *formatDecimal(Int128 value, int scale, char *out);
/// The fewest digits that read back as the same value.
char *formatFloat(double value, char *out);
char *formatFloat(float value, char *out);
/// Two small hexadecimal digits for each byte; needs twice the room.
char *formatHex(const uint8_t *bytes, int64_t count, char *out);
char *formatDate(int32_t days, char *out);
/// The same for any day of a timestamp.
char *formatDay(int64_t days, char *out);

/// "… is not a date32 (expected YYYY-MM-DD)" and the like, for `text` in quotes.
std::string describeTextError(TextError error, const MoltType &type, const char *begin,
                              const char *end);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_VALUETEXT_H
