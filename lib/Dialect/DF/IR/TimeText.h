//===- TimeText.h - Dates and times in programs -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_IR_TIMETEXT_H
#define MOLT_LIB_DIALECT_DF_IR_TIMETEXT_H

#include "Molt/Dialect/DF/IR/DFTime.h"

namespace molt::df {

/// Whether constants of the type are written as text of a date or time: date32, timestamps,
/// times and durations.
inline bool hasTimeLiteral(Type type) { return isa<Date32Type>(type) || isTimeType(type); }

/// The days or units that a literal of such a type stands for; none if it is not one, or its
/// value does not fit. `printTimeLiteral` writes them.
std::optional<int64_t> parseTimeLiteral(StringRef text, Type type);
/// What such a literal looks like, for messages: "a date YYYY-MM-DD".
StringRef describeTimeLiteral(Type type);

} // namespace molt::df

#endif // MOLT_LIB_DIALECT_DF_IR_TIMETEXT_H
