//===- Types.cpp - Column types -------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Types.h"

#include "Error.h"

#include <cstring>

using namespace molt::rt;

int64_t molt::rt::valueWidth(const MoltType &type) {
  switch (type.kind) {
  case MOLT_BOOL:
  case MOLT_NULL:
    return 0;
  case MOLT_INT8:
  case MOLT_UINT8:
    return 1;
  case MOLT_INT16:
  case MOLT_UINT16:
    return 2;
  case MOLT_INT64:
  case MOLT_UINT64:
  case MOLT_FLOAT64:
  case MOLT_TIMESTAMP:
  case MOLT_TIME:
  case MOLT_DURATION:
    return 8;
  case MOLT_DECIMAL:
    return decimalWidth(type.precision);
  case MOLT_INT128:
  case MOLT_INTERVAL:
    return 16;
  default: // 32-bit numbers, dates, offsets of utf8
    return 4;
  }
}

int64_t molt_type_width(MoltType type) { return valueWidth(type); }

bool molt::rt::sameType(const MoltType &a, const MoltType &b) {
  return a.kind == b.kind && a.precision == b.precision && a.scale == b.scale &&
         strcmp(a.zone ? a.zone : "", b.zone ? b.zone : "") == 0;
}

int64_t molt::rt::unitsPerSecond(const MoltType &type) {
  return static_cast<int64_t>(powerOfTen(type.scale));
}

static bool hasUnit(const MoltType &type) {
  return type.kind >= MOLT_TIMESTAMP && type.kind <= MOLT_DURATION;
}

static bool isKnownKind(int32_t kind) { return kind >= MOLT_BOOL && kind <= MOLT_INTERVAL; }

void molt::rt::checkType(const MoltType &type, const char *columnName) {
  if (!isKnownKind(type.kind))
    fail(MOLT_SCHEMA, "column \"%s\" has unknown type kind %d", columnName, type.kind);
  if (type.kind == MOLT_NULL && !type.nullable)
    fail(MOLT_SCHEMA, "column \"%s\" has type null and is not nullable; nothing fits it",
         columnName);
  if (type.kind == MOLT_DECIMAL &&
      (type.precision < 1 || type.precision > 38 || type.scale < 0 || type.scale > type.precision))
    fail(MOLT_SCHEMA,
         "column \"%s\" has type decimal(%d, %d); the precision must be 1 to 38 and the scale 0 to "
         "the precision",
         columnName, type.precision, type.scale);
  if (hasUnit(type) && (type.scale < 0 || type.scale > 9 || type.scale % 3 != 0))
    fail(MOLT_SCHEMA,
         "column \"%s\" counts time with %d digits behind the second; possible are 0, 3, 6 and 9",
         columnName, type.scale);
  if (!type.zone)
    return;
  size_t length = strlen(type.zone);
  if (type.kind != MOLT_TIMESTAMP || length < 1 || length > maxZoneBytes)
    fail(MOLT_SCHEMA,
         "column \"%s\" has a zone of %zu bytes; timestamps may have one, of 1 to %zu bytes",
         columnName, length, maxZoneBytes);
}

std::string molt::rt::typeName(const MoltType &type) {
  static const char *const names[] = {
      "bool",      "int8",   "int16",    "int32",   "int64",  "uint8",  "uint16",
      "uint32",    "uint64", "float32",  "float64", "utf8",   "date32", "decimal",
      "timestamp", "time",   "duration", "binary",  "int128", "null",   "interval"};
  if (!isKnownKind(type.kind))
    return "unknown type " + std::to_string(type.kind);
  std::string name = names[type.kind];
  if (type.kind == MOLT_DECIMAL)
    name += "(" + std::to_string(type.precision) + ", " + std::to_string(type.scale) + ")";
  if (hasUnit(type)) {
    static const char *const units[] = {"s", "ms", "us", "ns"};
    name += std::string("(") + units[type.scale / 3];
    if (type.zone)
      name += std::string(", \"") + type.zone + "\"";
    name += ")";
  }
  if (type.nullable)
    name += "?";
  return name;
}

Int128 molt::rt::powerOfTen(int exponent) {
  Int128 power = 1;
  for (int i = 0; i < exponent; ++i)
    power *= 10;
  return power;
}
