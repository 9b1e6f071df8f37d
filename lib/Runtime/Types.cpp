//===- Types.cpp - Column types -------------------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Types.h"

#include "Error.h"

using namespace molt::rt;

int64_t molt::rt::valueWidth(const MoltType &type) {
  switch (type.kind) {
  case MOLT_BOOL:
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
    return 8;
  case MOLT_DECIMAL:
    return decimalWidth(type.precision);
  default: // 32-bit numbers, dates, offsets of utf8
    return 4;
  }
}

int64_t molt_type_width(MoltType type) { return valueWidth(type); }

void molt::rt::checkType(const MoltType &type, const char *columnName) {
  if (type.kind < MOLT_BOOL || type.kind > MOLT_DECIMAL)
    fail(MOLT_SCHEMA, "column \"%s\" has unknown type kind %d", columnName, type.kind);
  if (type.kind == MOLT_DECIMAL &&
      (type.precision < 1 || type.precision > 38 || type.scale < 0 || type.scale > type.precision))
    fail(MOLT_SCHEMA,
         "column \"%s\" has type decimal(%d, %d); the precision must be 1 to 38 and the scale 0 to "
         "the precision",
         columnName, type.precision, type.scale);
}

std::string molt::rt::typeName(const MoltType &type) {
  static const char *const names[] = {"bool",    "int8",   "int16",  "int32",  "int64",
                                      "uint8",   "uint16", "uint32", "uint64", "float32",
                                      "float64", "utf8",   "date32", "decimal"};
  if (type.kind < MOLT_BOOL || type.kind > MOLT_DECIMAL)
    return "unknown type " + std::to_string(type.kind);
  std::string name = names[type.kind];
  if (type.kind == MOLT_DECIMAL)
    name += "(" + std::to_string(type.precision) + ", " + std::to_string(type.scale) + ")";
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
