//===- ScalarOps.h - Expressions of one row in SQL ------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each expression of molt_df and molt_str is one entry of a table, by the operation's
// name. To add an operation: a function that renders it and its entry, in the file of
// its family.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_SQL_SCALAROPS_H
#define MOLT_LIB_TARGET_SQL_SCALAROPS_H

#include "SQLText.h"
#include "llvm/ADT/StringMap.h"
#include <functional>

namespace molt::sql {

/// The operands of an operation, as text that can stand in any place.
using Operands = ArrayRef<std::string>;

/// How an operation is said in SQL.
struct ScalarRenderer {
  /// The expression, or failure after a diagnostic.
  std::function<FailureOr<Expr>(Operation *, Operands)> render;
  /// The attributes that it knows. Others are errors, as they may change the meaning.
  SmallVector<StringRef> attributes;
  /// Whether its text has an operand more than once: operands are then columns, constants
  /// or results that have a name.
  std::function<bool(Operation *)> repeatsOperands;
  /// Whether DuckDB, too, knows that it cannot fail. Casts and arithmetic may, to DuckDB.
  std::function<bool(Operation *)> isTotal = [](Operation *) { return false; };
  /// Of aggregates that see nulls or the order of rows, instead of `render`: with what
  /// stands behind ORDER BY and the condition of the rows that count; both may be empty.
  std::function<Expr(Operation *, Operands, StringRef order, StringRef condition)> renderOrdered;
};

using ScalarTable = llvm::StringMap<ScalarRenderer>;

/// Adds an entry for OpTy. `repeats` is a function of OpTy to bool, or missing.
template <typename OpTy, typename Render>
void addScalar(ScalarTable &table, Render render, ArrayRef<StringRef> attributes = {},
               std::function<bool(OpTy)> repeats = nullptr) {
  ScalarRenderer &entry = table[OpTy::getOperationName()];
  entry.render = [render](Operation *op, Operands operands) -> FailureOr<Expr> {
    return render(cast<OpTy>(op), operands);
  };
  entry.attributes.assign(attributes.begin(), attributes.end());
  entry.repeatsOperands = [repeats](Operation *op) { return repeats && repeats(cast<OpTy>(op)); };
}

/// Says that OpTy, which has an entry, cannot fail, or not where `isTotal` says so.
template <typename OpTy>
void markTotal(ScalarTable &table, std::function<bool(OpTy)> isTotal = nullptr) {
  table[OpTy::getOperationName()].isTotal = [isTotal](Operation *op) {
    return !isTotal || isTotal(cast<OpTy>(op));
  };
}

/// Stands in texts of aggregates behind each call of DuckDB's: nothing, or `OVER (…)`, has to
/// replace it.
inline constexpr char kWindowMark = '\x01';
std::string replaceWindowMark(const std::string &text, const std::string &window); // PlanOps.cpp

/// The families.
void addArithmetic(ScalarTable &table); // Arithmetic.cpp
void addCasts(ScalarTable &table);      // Casts.cpp
void addPredicates(ScalarTable &table); // Predicates.cpp
void addValues(ScalarTable &table);     // Values.cpp
void addNumbers(ScalarTable &table);    // Numbers.cpp
void addStrings(ScalarTable &table);    // Strings.cpp
void addAggregates(ScalarTable &table); // Aggregates.cpp
void addIntervals(ScalarTable &table);  // Intervals.cpp

/// All of them.
const ScalarTable &getScalarTable();
/// Molt's aggregates, which have the same form: the operand is text over the rows.
const ScalarTable &getAggregateTable();

/// The entry of an operation, or null after a diagnostic: the operation is unknown, or
/// has attributes that the entry does not know.
const ScalarRenderer *findRenderer(const ScalarTable &table, Operation *op);

/// Reports attributes of the operation's own that are not among `known` (nor false).
LogicalResult checkAttributes(Operation *op, ArrayRef<StringRef> known);

//===----------------------------------------------------------------------===//
// Conversions that several families use
//===----------------------------------------------------------------------===//

/// `text` of one non-null type as another that holds its values, without a cast if they
/// are the same. Decimals to floats as Molt defines it.
Expr convert(StringRef text, Type from, Type to);
/// The float nearest to an integer or decimal; f64, or f32 where it is exact.
Expr toDouble(StringRef text, Type from);
/// A decimal (or integer) times 10^scale, as HUGEINT.
Expr toUnscaled(StringRef text, Type from);
/// A HUGEINT as the decimal of which it is the unscaled value; fails in DuckDB where it
/// has more digits than the type.
Expr fromUnscaled(StringRef text, df::DecimalType type);
/// A HUGEINT (or a UHUGEINT, if `isUnsigned`) wrapped around to an integer type.
Expr wrapTo(StringRef text, IntegerType type, bool isUnsigned = false);
/// A DOUBLE rounded to f32 as IEEE 754 does, where DuckDB reports an overflow.
Expr roundToSingle(StringRef x);
/// The count of units of a date (from 1970-01-01 on), timestamp, time or duration.
Expr countOf(StringRef text, Type type, df::TimeUnit unit);
/// Whether a timestamp or duration of this type can be made from its count of units, as a
/// result of the operation, whether that has the count several times, and it.
bool hasTimeOfCount(Type type);
bool timeRepeatsCount(Type type);
Expr timeOfCount(Operation *op, StringRef count, Type type);
/// A constant interval; the comparison of two by their lengths, which names operands several
/// times; and an operator of which an operand is one.
Expr intervalLiteral(df::IntervalAttr value);
Expr compareIntervals(StringRef lhs, StringRef symbol, StringRef rhs);
FailureOr<Expr> intervalArithmetic(Operation *op, StringRef symbol, Operands operands);
/// Reports plan operations that order or group intervals.
LogicalResult checkIntervals(Operation *op);
/// 10^exponent as a DOUBLE literal.
std::string powerOfTenAsDouble(unsigned exponent);

} // namespace molt::sql

#endif // MOLT_LIB_TARGET_SQL_SCALAROPS_H
