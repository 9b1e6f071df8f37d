//===- Calendar.h - Days and dates of the proleptic Gregorian calendar ----===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_IR_CALENDAR_H
#define MOLT_LIB_DIALECT_DF_IR_CALENDAR_H

#include <cstdint>

namespace molt::df {

/// Days since 1970-01-01 of a proleptic Gregorian date (Hinnant, "chrono-Compatible
/// Low-Level Date Algorithms", days_from_civil).
inline int64_t daysFromCivil(int64_t year, unsigned month, unsigned day) {
  year -= month <= 2;
  int64_t era = (year >= 0 ? year : year - 399) / 400;
  unsigned yearOfEra = static_cast<unsigned>(year - era * 400);
  unsigned dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097 + static_cast<int64_t>(dayOfEra) - 719468;
}

/// The inverse (civil_from_days of the same source).
inline void civilFromDays(int64_t days, int64_t &year, unsigned &month, unsigned &day) {
  days += 719468;
  int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  unsigned dayOfEra = static_cast<unsigned>(days - era * 146097);
  unsigned yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  unsigned dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  unsigned shifted = (5 * dayOfYear + 2) / 153;
  day = dayOfYear - (153 * shifted + 2) / 5 + 1;
  month = shifted + (shifted < 10 ? 3 : -9);
  year = static_cast<int64_t>(yearOfEra) + era * 400 + (month <= 2);
}

} // namespace molt::df

#endif // MOLT_LIB_DIALECT_DF_IR_CALENDAR_H
