//===- SQLText.h - Names, types and literals in SQL -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_SQL_SQLTEXT_H
#define MOLT_LIB_TARGET_SQL_SQLTEXT_H

#include "Molt/Dialect/DF/IR/DF.h"
#include <string>

namespace molt::sql {

/// An expression as text.
struct Expr {
  std::string text;
  /// Whether it can stand as an operand without parentheses.
  bool isAtom = false;

  /// As an operand of an operator.
  std::string asOperand() const { return isAtom ? text : "(" + text + ")"; }
};

/// `x + y` and its like.
inline Expr infix(StringRef lhs, StringRef symbol, StringRef rhs) {
  return {(lhs + " " + symbol + " " + rhs).str()};
}
/// A call with its arguments.
Expr call(StringRef function, ArrayRef<std::string> arguments);
/// `CAST(text AS type)`.
Expr castTo(StringRef text, StringRef type);
/// `CASE WHEN condition THEN value ELSE other END`.
Expr choose(StringRef condition, StringRef value, StringRef other);
/// A call that fails with a message: "molt_df.div: " and what is wrong.
Expr failWith(Operation *op, StringRef message);

/// A name in double quotes.
std::string quoteName(StringRef name);
/// A text in single quotes; NULs by chr(0).
Expr quoteText(StringRef text);

/// Whether a type is a time of day in microseconds, the only ones that DuckDB has.
bool isDuckDBTime(Type type);
/// `DECIMAL(p, s)`.
std::string decimalType(unsigned precision, unsigned scale);
/// 10^exponent as an integer literal.
std::string powerOfTen(unsigned exponent);
/// 2^exponent as an integer literal.
std::string powerOfTwo(unsigned exponent);
/// A float literal of that type: the value to the bit (of NaNs: a quiet one).
Expr realLiteral(double value, Type type);
/// An integer literal of an integer type.
Expr integerLiteral(const APInt &value, Type type);
/// A decimal literal.
Expr decimalLiteral(const APInt &unscaled, df::DecimalType type);

/// Reports an operation that wraps around in i128, for which DuckDB has no wider type.
LogicalResult emitNoWrap(Operation *op);

/// Whether DuckDB's DATE holds that many days since 1970-01-01: its infinities take the
/// ends of the 32-bit range.
bool isDuckDBDate(int64_t days);
Expr dateLiteral(int64_t days);

} // namespace molt::sql

#endif // MOLT_LIB_TARGET_SQL_SQLTEXT_H
