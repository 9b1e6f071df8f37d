//===- TimeText.h - Text of times, durations and intervals ------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// As docs/reference/molt_df.md (molt_df.cast) describes it. As in ValueText.h, a parser takes
// the whole text, sets `out` on TextError::None only, and reads nothing outside of the text; a
// formatter writes at most maxValueText bytes and returns behind the last one.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_TIMETEXT_H
#define MOLT_LIB_RUNTIME_TIMETEXT_H

#include "ValueText.h"

namespace molt::rt {

// `scale` is the number of digits behind the point of a second: 0, 3, 6 or 9.

/// A date of the years 0001 to 9999, and behind a space or 'T' a time. With `hasZone` then
/// "Z", "+HH", "+HH:MM" or "+HHMM", and the result is in UTC.
TextError parseTimestamp(const char *begin, const char *end, int scale, bool hasZone, int64_t &out);
/// HH:MM or HH:MM:SS, the latter with a fraction, below 24 hours.
TextError parseTime(const char *begin, const char *end, int scale, int64_t &out);
/// As ISO 8601 from days down: "P1DT2H3M4.5S", in front a minus for all of it.
TextError parseDuration(const char *begin, const char *end, int scale, int64_t &out);
/// Digits behind the point of an interval's seconds.
constexpr int intervalScale = 6;
/// As durations, with years and months: "P1Y2M3DT4H5M6.5S". Each part may have a minus,
/// which is that of a fraction, too; one in front negates them all.
TextError parseInterval(const char *begin, const char *end, Interval &out);
/// By the type: one of the first three or a date. For other types, Syntax.
TextError parseTimeValue(const char *begin, const char *end, const MoltType &type, int64_t &out);

/// Whether a type is one of those of parseTimeValue, but for dates.
bool isTimeKind(int32_t kind);
/// A value of such a type. Any value has a text; fractions have no zeros at their end.
char *formatTimeValue(int64_t value, const MoltType &type, char *out);
/// The same, of an interval: years and hours, and what is left of each, have the sign that division
/// gives them.
char *formatInterval(const Interval &value, char *out);
/// What is expected where a text is none of such a type: "a timestamp (expected …)".
const char *timeExpectation(const MoltType &type);

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_TIMETEXT_H
