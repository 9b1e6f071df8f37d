//===- Times.h - Timestamps, times of day and durations ---------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Values are exact numbers of units in 128 bits, whether or not a type can have them. Types
// are not nullable.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_TIMES_H
#define MOLT_LIB_INTERP_TIMES_H

#include "Molt/Interp/Table.h"

namespace molt::interp {

/// A timestamp, time or duration.
bool isTime(Type type);
/// Digits behind the point of a second: 0, 3, 6 or 9.
unsigned digitsOf(Type type);
/// Units in 24 hours.
Int128 dayOf(Type type);
/// The day of a timestamp and the units since its midnight.
std::pair<Int128, Int128> splitDay(Int128 units, Type type);

/// molt_df.cast between two types of which at least one is a time, neither text. The exact
/// result, which may not fit.
Int128 castTime(Int128 value, Type from, Type to);

/// molt_df.date_part of parts of a day, for the units since midnight.
Int128 partOfDay(df::DatePart part, Int128 units, Type type);
/// molt_df.date_trunc of a timestamp, which lies on a day of date32 for units of the calendar.
Int128 truncateTimestamp(df::DateUnit unit, Int128 units, Type type);

/// A date or time as text, as casts to strings give it.
std::string toTimeText(Int128 value, Type type);
/// The value that a text spells for a cast from strings; none if it spells none.
std::optional<Int128> fromTimeText(const std::string &text, Type type);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_TIMES_H
