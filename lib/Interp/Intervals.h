//===- Intervals.h - Calendar intervals -------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_INTERVALS_H
#define MOLT_LIB_INTERP_INTERVALS_H

#include "Molt/Interp/Table.h"

namespace molt::interp {

/// Microseconds, with months of 30 days and days of 24 hours.
Int128 lengthOf(const Interval &interval);
/// The canonical interval of the same length.
Interval canonicalInterval(const Interval &interval);

/// The interval with these parts, if they fit.
std::optional<Interval> makeInterval(Int128 months, Int128 days, Int128 micros);

/// A part that molt_df.date_part gives of an interval.
Int128 partOfInterval(df::DatePart part, const Interval &interval);

/// As casts to strings give it, and as casts from strings read it; none if it is no interval.
std::string toIntervalText(const Interval &interval);
std::optional<Interval> fromIntervalText(const std::string &text);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_INTERVALS_H
