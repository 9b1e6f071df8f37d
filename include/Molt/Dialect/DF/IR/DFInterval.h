//===- DFInterval.h - Calendar intervals ------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What types, folds, lowerings and translations have to know about `interval`. Types are not
// nullable here.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFINTERVAL_H
#define MOLT_DIALECT_DF_IR_DFINTERVAL_H

#include "Molt/Dialect/DF/IR/DFTime.h"

namespace molt::df {

/// Microseconds of a day.
constexpr int64_t kMicrosPerDay = INT64_C(86400000000);
/// Days of a month, where intervals are compared.
constexpr int64_t kDaysPerMonth = 30;

/// What `add` or `sub` (or `mul`) gives for two types of which one is an interval; null if they
/// do not combine.
Type inferIntervalArith(TimeArith kind, Type lhs, Type rhs);
/// The timestamp of microseconds or finer as which a date32 or timestamp meets an interval.
TimestampType getTimestampForInterval(Type type);
/// Whether a date_part is one of intervals.
bool isPartOfInterval(DatePart part);

/// The constant with these parts; null where one does not fit.
IntervalAttr makeInterval(MLIRContext *context, const APInt &months, const APInt &days,
                          const APInt &micros);
/// The length of a constant with months of 30 days and days of 24 hours, in microseconds.
APInt getLength(IntervalAttr value);
/// The microseconds of its days and its time, in 128 bits.
APInt getMicrosOfDays(IntervalAttr value);

/// The text that stands in quotes in a constant: "P1Y2M3DT4H5M6.5S".
std::string printIntervalLiteral(IntervalAttr value);
/// The constant of such a text; null if it is none, or a part does not fit.
IntervalAttr parseIntervalLiteral(StringRef text, MLIRContext *context);

} // namespace molt::df

#endif // MOLT_DIALECT_DF_IR_DFINTERVAL_H
