//===- Scalar.cpp - Order and text of scalars -----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Intervals.h"
#include "Numbers.h"
#include "Times.h"
#include "llvm/ADT/StringExtras.h"
#include <cmath>
#include <cstring>
#include <limits>

using namespace molt;
using namespace molt::interp;

template <typename T> static int compareValues(const T &lhs, const T &rhs) {
  return lhs < rhs ? -1 : rhs < lhs ? 1 : 0;
}

int interp::compare(const Scalar &lhs, const Scalar &rhs) {
  if (lhs.isBool())
    return compareValues(lhs.getBool(), rhs.getBool());
  if (lhs.isInteger())
    return compareValues(lhs.getInteger(), rhs.getInteger());
  if (lhs.isReal()) {
    double a = lhs.getReal(), b = rhs.getReal();
    // NaN equals NaN and is greater than every number.
    if (std::isnan(a) || std::isnan(b))
      return compareValues(std::isnan(a), std::isnan(b));
    return compareValues(a, b);
  }
  if (lhs.isInterval())
    return compareValues(lengthOf(lhs.getInterval()), lengthOf(rhs.getInterval()));
  // Bytes as unsigned numbers; a prefix comes first.
  const std::string &a = lhs.getString(), &b = rhs.getString();
  int order = std::memcmp(a.data(), b.data(), std::min(a.size(), b.size()));
  return order != 0 ? order : compareValues(a.size(), b.size());
}

Scalar interp::canonicalize(const Scalar &scalar) {
  if (scalar.isInterval())
    return Scalar::ofInterval(canonicalInterval(scalar.getInterval()));
  if (!scalar.isReal())
    return scalar;
  double value = scalar.getReal();
  if (std::isnan(value))
    return Scalar::ofReal(std::numeric_limits<double>::quiet_NaN());
  if (value == 0)
    return Scalar::ofReal(0.0, scalar.getSlack());
  return scalar;
}

/// The fewest digits that read back as the same value.
static std::string realToText(double value, bool isSingle) {
  if (std::isnan(value))
    return "nan";
  if (std::isinf(value))
    return value < 0 ? "-inf" : "inf";
  char text[40];
  for (int digits = 1; digits <= 17; ++digits) {
    snprintf(text, sizeof text, "%.*g", digits, value);
    if (isSingle ? std::strtof(text, nullptr) == static_cast<float>(value)
                 : std::strtod(text, nullptr) == value)
      break;
  }
  return text;
}

std::string interp::toText(const Scalar &scalar, Type type) {
  type = df::getNonNull(type);
  if (scalar.isNull())
    return "null";
  if (scalar.isBool())
    return scalar.getBool() ? "true" : "false";
  if (scalar.isReal())
    return realToText(scalar.getReal(), type.isF32());
  if (scalar.isString())
    return '"' + (df::isTextType(type) ? scalar.getString() : llvm::toHex(scalar.getString(), true)) +
           '"';
  if (scalar.isInterval())
    return toIntervalText(scalar.getInterval());
  if (isa<df::Date32Type>(type) || isTime(type))
    return toTimeText(scalar.getInteger(), type);
  auto decimal = dyn_cast<df::DecimalType>(type);
  return toText(toWide(scalar.getInteger()), decimal ? decimal.getScale() : 0);
}
