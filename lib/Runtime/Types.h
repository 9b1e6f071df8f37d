//===- Types.h - Column types -----------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_TYPES_H
#define MOLT_LIB_RUNTIME_TYPES_H

#include "Molt/Runtime/Runtime.h"

#include <string>

namespace molt::rt {

using Int128 = __int128;
using UInt128 = unsigned __int128;

/// A value of type interval, as tables have it.
struct Interval {
  int32_t months, days;
  int64_t microseconds;
};
static_assert(sizeof(Interval) == 16, "part of the ABI");

/// Bytes of a decimal of this precision: 4, 8 or 16.
inline int64_t decimalWidth(int32_t precision) {
  return precision <= 9 ? 4 : precision <= 18 ? 8 : 16;
}

/// Bytes of a value in a column's data buffer (bool: 0, utf8: 4).
int64_t valueWidth(const MoltType &type);

/// Throws MOLT_SCHEMA unless the type is one of those in Runtime.h.
void checkType(const MoltType &type, const char *columnName);

/// The type as messages show it: "int64", "decimal(15, 2)?", …
std::string typeName(const MoltType &type);

/// Whether values are bits: those of bool, and of null, which are all zero.
inline bool hasBits(const MoltType &type) {
  return type.kind == MOLT_BOOL || type.kind == MOLT_NULL;
}

/// Whether values are strings: offsets and bytes.
inline bool hasBytes(const MoltType &type) {
  return type.kind == MOLT_UTF8 || type.kind == MOLT_BINARY;
}

/// Equal but for nullability.
bool sameType(const MoltType &a, const MoltType &b);

/// The longest name of a zone.
constexpr size_t maxZoneBytes = 63;

/// Timestamps, times and durations: 1 to 1000000000.
int64_t unitsPerSecond(const MoltType &type);
inline int64_t unitsPerDay(const MoltType &type) { return 86400 * unitsPerSecond(type); }

/// 10 to the power of `exponent`, which is at most 38.
Int128 powerOfTen(int exponent);

inline uint64_t lowHalf(Int128 value) { return static_cast<uint64_t>(value); }
inline int64_t highHalf(Int128 value) { return static_cast<int64_t>(value >> 64); }
inline Int128 joinHalves(uint64_t low, int64_t high) {
  return static_cast<Int128>((static_cast<UInt128>(static_cast<uint64_t>(high)) << 64) | low);
}

inline bool getBit(const uint8_t *bits, int64_t index) {
  return (bits[index >> 3] >> (index & 7)) & 1;
}
inline void setBit(uint8_t *bits, int64_t index) { bits[index >> 3] |= uint8_t(1) << (index & 7); }
inline void clearBit(uint8_t *bits, int64_t index) {
  bits[index >> 3] &= ~(uint8_t(1) << (index & 7));
}
inline int64_t bitmapBytes(int64_t bits) { return (bits + 7) / 8; }

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_TYPES_H
