//===- Values.cpp - Constants, choices and dates in SQL -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "Molt/Target/DuckDBSQL.h"
#include "ScalarOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "llvm/ADT/StringExtras.h"

using namespace molt;
using namespace molt::sql;
using df::getNonNull;

static bool isNegativeZero(Attribute value) {
  auto number = dyn_cast<FloatAttr>(value);
  return number && number.getValue().isNegZero();
}

/// Whether the plan has the constant +0, besides the -0 of this operation: DuckDB
/// merges expressions that differ in the sign of a zero alone.
static bool hasPositiveZero(df::ConstantOp op) {
  Operation *plan = op->getParentOfType<func::FuncOp>();
  return plan
      ->walk([](df::ConstantOp other) {
        auto number = dyn_cast<FloatAttr>(other.getValue());
        return number && number.getValue().isPosZero() ? mlir::WalkResult::interrupt()
                                                       : mlir::WalkResult::advance();
      })
      .wasInterrupted();
}

static FailureOr<Expr> renderConstant(df::ConstantOp op, Operands) {
  Type type = getNonNull(op.getType());
  Attribute value = op.getValue();
  if (isa<df::NullAttr>(value))
    return castTo("NULL", getDuckDBType(type));
  if (auto text = dyn_cast<StringAttr>(value)) {
    if (df::isTextType(type))
      return quoteText(text.getValue());
    std::string bytes;
    for (char byte : text.getValue())
      bytes += "\\x" + llvm::toHex(StringRef(&byte, 1));
    return castTo("'" + bytes + "'", getDuckDBType(type));
  }
  if (isNegativeZero(value) && hasPositiveZero(op))
    return op.emitError(
        "DuckDB takes the constants -0.0 and 0.0 of one query for the same; read one "
        "of them from a column of a molt_df.source");
  if (auto number = dyn_cast<FloatAttr>(value))
    return realLiteral(number.getValueAsDouble(), type);
  if (auto interval = dyn_cast<df::IntervalAttr>(value)) {
    if (interval.getMonths() == INT32_MIN || interval.getDays() == INT32_MIN ||
        interval.getMicros() == INT64_MIN)
      return op.emitError("DuckDB's SQL cannot spell the least number of months, days or "
                          "microseconds; use a greater one");
    return intervalLiteral(interval);
  }
  APInt bits = cast<IntegerAttr>(value).getValue();
  if (type.isInteger(1))
    return Expr{bits.isZero() ? "FALSE" : "TRUE", true};
  if (auto decimal = dyn_cast<df::DecimalType>(type))
    return decimalLiteral(bits, decimal);
  if (isa<df::TimestampType>(type) || isDuckDBTime(type)) {
    std::string text = df::printTimeLiteral(bits.getSExtValue(), type);
    if (isa<df::TimestampType>(type) && (!llvm::isDigit(text[0]) || text.substr(0, 4) == "0000"))
      return op.emitError("timestamps in DuckDB's SQL are of the years 0001 to 9999; use one of "
                          "these");
    constexpr int64_t kSecond = 1000000000;
    if (isa<df::TimestampType>(type) && df::getTimeUnit(type) == df::TimeUnit::ns &&
        (bits.getSExtValue() < INT64_MIN + kSecond || bits.isMaxSignedValue()))
      return op.emitError(
          "DuckDB's SQL cannot spell the first second and the last nanosecond of the "
          "timestamps in ns; use one between them");
    return castTo("'" + StringRef(text).rtrim('Z').str() + "'", getDuckDBType(type));
  }
  if (!isa<df::Date32Type>(type))
    return integerLiteral(bits, type);
  if (!isDuckDBDate(bits.getSExtValue()))
    return op.emitError(
        "DuckDB has no such date: its dates end at 5877642-06-25 (BC) and 5881580-07-10, "
        "beyond which are its infinities; use a date between them");
  return dateLiteral(bits.getSExtValue());
}

/// DuckDB's function for a part of a date.
static StringRef spellDatePart(df::DatePart part) {
  switch (part) {
  case df::DatePart::day_of_week:
    return "isodow";
  case df::DatePart::day_of_year:
    return "dayofyear";
  case df::DatePart::iso_week:
    return "weekofyear";
  case df::DatePart::iso_year:
    return "isoyear";
  default:
    return df::stringifyDatePart(part);
  }
}

/// DuckDB's parts of a second count the whole seconds of the minute, too.
static unsigned getModulus(df::DatePart part) {
  switch (part) {
  case df::DatePart::millisecond:
    return 1000;
  case df::DatePart::microsecond:
    return 1000000;
  case df::DatePart::nanosecond:
    return 1000000000;
  default:
    return 0;
  }
}

static FailureOr<Expr> renderDatePart(df::DatePartOp op, Operands operands) {
  Type type = getNonNull(op.getOperand().getType());
  if (df::isTimeType(type) && df::getTimeUnit(type) != df::TimeUnit::us)
    return op.emitError("DuckDB's parts of timestamps and times are those in microseconds; load "
                        "the column in us");
  if (unsigned modulus = getModulus(op.getPart()))
    return castTo(call(spellDatePart(op.getPart()), operands).text + " % " +
                      std::to_string(modulus),
                  getDuckDBType(op.getType()));
  // Years count as in Molt: the one before 1 is 0.
  return castTo(call(spellDatePart(op.getPart()), operands).text, getDuckDBType(op.getType()));
}

/// The day minus those since the period began; DuckDB's own function is of timestamps,
/// which do not reach all dates.
static FailureOr<Expr> renderDateTrunc(df::DateTruncOp op, Operands operands) {
  Type type = getNonNull(op.getType());
  const std::string &x = operands[0];
  if (df::isTimeType(type) && df::getTimeUnit(type) != df::TimeUnit::us)
    return op.emitError("DuckDB truncates timestamps in microseconds; load the column in us");
  if (df::isTimeType(type))
    return call("date_trunc", {"'" + df::stringifyDateUnit(op.getUnit()).str() + "'", x});
  auto back = [&](const std::string &days) { return infix(x, "-", castTo(days, "INTEGER").text); };
  switch (op.getUnit()) {
  case df::DateUnit::week:
    return back("isodow(" + x + ") - 1");
  case df::DateUnit::month:
    return back("day(" + x + ") - 1");
  case df::DateUnit::year:
    return back("dayofyear(" + x + ") - 1");
  default:
    return castTo(
        call("date_trunc", {"'" + df::stringifyDateUnit(op.getUnit()).str() + "'", x}).text,
        "DATE");
  }
}

/// Whether their number may not fit DuckDB's INTEGER, and so not lead to a date.
static bool hasManyMonths(df::AddMonthsOp op) {
  Type type = getNonNull(op.getMonths().getType());
  return type.getIntOrFloatBitWidth() + type.isUnsignedInteger() > 32;
}

static FailureOr<Expr> renderAddMonths(df::AddMonthsOp op, Operands operands) {
  const std::string &date = operands[0], &months = operands[1];
  Type type = getNonNull(op.getType());
  if (df::isTimeType(type) && df::getTimeUnit(type) != df::TimeUnit::us)
    return op.emitError("DuckDB adds months to timestamps in microseconds; load the column in us");
  std::string interval = call("to_months", castTo(months, "INTEGER").text).text;
  Expr sum = castTo(date + " + " + interval, getDuckDBType(type));
  if (!hasManyMonths(op))
    return sum;
  return choose(months + " NOT BETWEEN -2147483648 AND 2147483647 AND " + date + " IS NOT NULL",
                failWith(op, "the date is out of range").text, sum.text);
}

void sql::addValues(ScalarTable &table) {
  addScalar<df::ConstantOp>(table, renderConstant, {"value"});
  addScalar<str::ConstantOp>(
      table,
      [](str::ConstantOp op, Operands) -> FailureOr<Expr> { return quoteText(op.getValue()); },
      {"value"});
  addScalar<df::CoalesceOp>(table, [](df::CoalesceOp, Operands operands) -> FailureOr<Expr> {
    return call("coalesce", operands);
  });
  addScalar<df::SelectOp>(table, [](df::SelectOp, Operands operands) -> FailureOr<Expr> {
    return choose(operands[0], operands[1], operands[2]);
  });
  addScalar<df::DatePartOp>(table, renderDatePart, {"part"});
  addScalar<df::DateTruncOp>(table, renderDateTrunc, {"unit"}, [](df::DateTruncOp op) {
    return isa<df::Date32Type>(getNonNull(op.getType()));
  });
  addScalar<df::AddMonthsOp>(table, renderAddMonths, {}, hasManyMonths);
  markTotal<df::ConstantOp>(table);
  markTotal<str::ConstantOp>(table);
  markTotal<df::CoalesceOp>(table);
  markTotal<df::SelectOp>(table);
}
