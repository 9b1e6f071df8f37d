//===- SQLText.cpp - Names, types and literals in SQL ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SQLText.h"
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Target/DuckDBSQL.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include <cmath>
#include <cstdlib>

using namespace molt;
using namespace molt::sql;

//===----------------------------------------------------------------------===//
// Expressions
//===----------------------------------------------------------------------===//

Expr sql::call(StringRef function, ArrayRef<std::string> arguments) {
  return {(function + "(").str() + llvm::join(arguments, ", ") + ")", true};
}

Expr sql::castTo(StringRef text, StringRef type) {
  return {("CAST(" + text + " AS " + type + ")").str(), true};
}

Expr sql::choose(StringRef condition, StringRef value, StringRef other) {
  return {("CASE WHEN " + condition + " THEN " + value + " ELSE " + other + " END").str(), true};
}

Expr sql::failWith(Operation *op, StringRef message) {
  return call("error", quoteText((op->getName().getStringRef() + ": " + message).str()).text);
}

static std::string quote(StringRef text, char mark) {
  std::string result(1, mark);
  for (char letter : text)
    result.append(letter == mark ? 2 : 1, letter);
  return result + mark;
}

std::string sql::quoteName(StringRef name) { return quote(name, '"'); }

Expr sql::quoteText(StringRef text) {
  if (!text.contains('\0'))
    return {quote(text, '\''), true};
  // A NUL cannot stand in a statement.
  SmallVector<StringRef> pieces;
  text.split(pieces, '\0');
  std::string result;
  for (auto [i, piece] : llvm::enumerate(pieces))
    result += (i ? " || chr(0) || " : "") + quote(piece, '\'');
  return {result};
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

std::string sql::decimalType(unsigned precision, unsigned scale) {
  return "DECIMAL(" + std::to_string(precision) + ", " + std::to_string(scale) + ")";
}

bool sql::isDuckDBTime(Type type) {
  return isa<df::TimeType>(type) && df::getTimeUnit(type) == df::TimeUnit::us;
}

std::string molt::getDuckDBType(Type type) {
  type = df::getNonNull(type);
  if (isa<df::NullType>(type)) // as which DuckDB makes a column of nulls
    return "INTEGER";
  if (auto decimal = dyn_cast<df::DecimalType>(type))
    return decimalType(decimal.getPrecision(), decimal.getScale());
  if (isa<df::Date32Type>(type))
    return "DATE";
  if (isa<df::IntervalType>(type))
    return "INTERVAL";
  if (isa<df::TimestampType>(type)) {
    df::TimeUnit unit = df::getTimeUnit(type);
    return unit == df::TimeUnit::us ? "TIMESTAMP"
                                    : "TIMESTAMP_" + StringRef(stringifyTimeUnit(unit)).upper();
  }
  if (df::isTimeType(type))
    return isDuckDBTime(type) ? "TIME" : "BIGINT";
  if (df::isStringType(type))
    return df::isTextType(type) ? "VARCHAR" : "BLOB";
  if (isa<FloatType>(type))
    return type.isF32() ? "FLOAT" : "DOUBLE";
  bool isUnsigned = type.isUnsignedInteger();
  switch (type.getIntOrFloatBitWidth()) {
  case 1:
    return "BOOLEAN";
  case 8:
    return isUnsigned ? "UTINYINT" : "TINYINT";
  case 16:
    return isUnsigned ? "USMALLINT" : "SMALLINT";
  case 32:
    return isUnsigned ? "UINTEGER" : "INTEGER";
  case 128:
    return "HUGEINT";
  default:
    return isUnsigned ? "UBIGINT" : "BIGINT";
  }
}

//===----------------------------------------------------------------------===//
// Literals
//===----------------------------------------------------------------------===//

std::string sql::powerOfTen(unsigned exponent) { return "1" + std::string(exponent, '0'); }

std::string sql::powerOfTwo(unsigned exponent) {
  SmallString<40> digits;
  APInt::getOneBitSet(128, exponent).toStringUnsigned(digits);
  return digits.str().str();
}

Expr sql::realLiteral(double value, Type type) {
  bool isSingle = df::getNonNull(type).isF32();
  std::string text;
  if (std::isnan(value)) {
    text = "NaN";
  } else if (std::isinf(value)) {
    text = value < 0 ? "-Infinity" : "Infinity";
  } else {
    // The fewest digits that read back the same. DuckDB reads a number with a point as a
    // DECIMAL, so it is given as text.
    char digits[40];
    for (int precision = 1; precision <= 17; ++precision) {
      snprintf(digits, sizeof digits, "%.*g", precision, value);
      if (isSingle ? std::strtof(digits, nullptr) == static_cast<float>(value)
                   : std::strtod(digits, nullptr) == value)
        break;
    }
    text = digits;
  }
  return castTo("'" + text + "'", isSingle ? "FLOAT" : "DOUBLE");
}

Expr sql::integerLiteral(const APInt &value, Type type) {
  SmallString<48> digits;
  value.toString(digits, 10, !type.isUnsignedInteger());
  // As text, since a number that does not fit without its sign would be read as a DOUBLE.
  if (type.isInteger(128))
    return castTo("'" + digits.str().str() + "'", "HUGEINT");
  return castTo(digits, getDuckDBType(type));
}

Expr sql::decimalLiteral(const APInt &unscaled, df::DecimalType type) {
  SmallString<48> digits;
  unscaled.abs().toStringUnsigned(digits);
  if (digits.size() <= type.getScale())
    digits.insert(digits.begin(), type.getScale() + 1 - digits.size(), '0');
  if (type.getScale() > 0)
    digits.insert(digits.end() - type.getScale(), '.');
  if (unscaled.isNegative())
    digits.insert(digits.begin(), '-');
  // As text, since a number with too many digits would be read as a DOUBLE.
  return castTo("'" + digits.str().str() + "'", getDuckDBType(type));
}

LogicalResult sql::emitNoWrap(Operation *op) {
  return op->emitError("DuckDB has no integers of more than 128 bits, so nothing of i128 wraps around "
                       "in its SQL; compute in a narrower type, or run the program with molt-run");
}

bool sql::isDuckDBDate(int64_t days) { return days > -INT32_MAX && days < INT32_MAX; }

Expr sql::dateLiteral(int64_t days) {
  // Days to a civil date, in eras of 400 years that begin on 1 March
  // (https://howardhinnant.github.io/date_algorithms.html).
  int64_t shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  int64_t ofEra = shifted - era * 146097;
  int64_t year = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146096) / 365;
  int64_t ofYear = ofEra - (365 * year + year / 4 - year / 100);
  int64_t month = (5 * ofYear + 2) / 153, day = ofYear - (153 * month + 2) / 5 + 1;
  month += month < 10 ? 3 : -9;
  year += era * 400 + (month <= 2);
  if (year < 1 || year > 9999) // other years have forms of their own
    return {"(DATE '1970-01-01' + (" + std::to_string(days) + "))", true};
  char text[40];
  snprintf(text, sizeof text, "DATE '%04d-%02d-%02d'", static_cast<int>(year),
           static_cast<int>(month), static_cast<int>(day));
  return {text, true};
}
