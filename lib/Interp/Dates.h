//===- Dates.h - Dates of the proleptic Gregorian calendar ------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// By going from year to year and month to month.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_DATES_H
#define MOLT_LIB_INTERP_DATES_H

#include "Molt/Interp/Table.h"

namespace molt::interp {

struct CivilDate {
  int64_t year;
  int month, day;
};
/// The date of a day counted from 1970-01-01.
CivilDate toCivilDate(int64_t days);
/// The inverse.
int64_t toDays(const CivilDate &date);

/// molt_df.date_part of parts of a date.
int64_t partOf(df::DatePart part, int64_t days);
/// molt_df.date_trunc to units of the calendar; the result may not fit 32 bits.
int64_t truncate(df::DateUnit unit, int64_t days);
/// molt_df.add_months; the result may not fit 32 bits.
int64_t addMonths(int64_t days, int64_t months);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_DATES_H
