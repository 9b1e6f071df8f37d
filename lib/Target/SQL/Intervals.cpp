//===- Intervals.cpp - Calendar intervals in SQL --------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// DuckDB's INTERVAL has the same parts and the same arithmetic. Its order differs where parts
// have different signs: to it '1 month -1 day' is longer than '29 days'. So comparisons are those
// of lengths, and what sorts or groups by intervals is refused.
//
//===----------------------------------------------------------------------===//
#include "Molt/Dialect/DF/IR/DFInterval.h"
#include "Query.h"
#include "ScalarOps.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace molt;
using namespace molt::sql;
using df::getNonNull;
using df::IntervalType;

/// An interval of these texts of integers.
static Expr makeInterval(StringRef months, StringRef days, StringRef micros) {
  auto part = [](StringRef function, StringRef count, StringRef type) {
    return call(function, castTo(count, type).text).text;
  };
  return {part("to_months", months, "INTEGER") + " + " + part("to_days", days, "INTEGER") + " + " +
          part("to_microseconds", micros, "BIGINT")};
}

Expr sql::intervalLiteral(df::IntervalAttr value) {
  return makeInterval(std::to_string(value.getMonths()), std::to_string(value.getDays()),
                      std::to_string(value.getMicros()));
}

/// Its length in microseconds with months of 30 days and days of 24 hours, as HUGEINT; names it
/// several times. Microseconds of DuckDB count the whole seconds of their minute.
static Expr lengthOf(StringRef x) {
  auto part = [&](StringRef name) { return call(name, x.str()).text; };
  std::string months = "(" + part("year") + " * 12 + " + part("month") + ")";
  std::string days = "(" + months + " * 30 + " + part("day") + ")";
  std::string minutes = "(" + part("hour") + " * 60 + " + part("minute") + ")";
  return {castTo(days, "HUGEINT").text + " * " + std::to_string(df::kMicrosPerDay) + " + " +
          minutes + " * 60000000 + " + part("microsecond")};
}

Expr sql::compareIntervals(StringRef lhs, StringRef symbol, StringRef rhs) {
  return infix(lengthOf(lhs).asOperand(), symbol, lengthOf(rhs).asOperand());
}

FailureOr<Expr> sql::intervalArithmetic(Operation *op, StringRef symbol, Operands operands) {
  SmallVector<std::string> terms(operands);
  for (auto [term, type] : llvm::zip_equal(terms, op->getOperandTypes())) {
    Type element = getNonNull(type);
    if (df::isIntegerType(element)) {
      if (element.getIntOrFloatBitWidth() + element.isUnsignedInteger() > 32)
        return op->emitError(
            "DuckDB multiplies intervals by integers of 32 bits; cast the factor to "
            "i32");
      term = castTo(term, "BIGINT").text;
    }
    if (df::isTimeType(element) && df::getTimeUnit(element) != df::TimeUnit::us)
      return op->emitError("DuckDB adds intervals to timestamps in microseconds; load the column "
                           "in us");
  }
  return infix(terms[0], symbol, terms[1]);
}

static FailureOr<Expr> renderMakeInterval(df::MakeIntervalOp, Operands operands) {
  return makeInterval(operands[0], operands[1], operands[2]);
}

void sql::addIntervals(ScalarTable &table) {
  addScalar<df::MakeIntervalOp>(table, renderMakeInterval);
}

//===----------------------------------------------------------------------===//
// What depends on the order
//===----------------------------------------------------------------------===//

/// Whether one of these columns is an interval.
template <typename Range> static bool hasInterval(df::TableType type, Range &&columns) {
  return llvm::any_of(columns, [&](StringAttr column) {
    return isa<IntervalType>(getNonNull(type.getColumnType(column.getValue())));
  });
}

static bool hasInterval(df::TableType type, ArrayAttr columns) {
  return hasInterval(type, columns.getAsRange<StringAttr>());
}

static bool sortsByInterval(df::TableType type, ArrayAttr keys) {
  return hasInterval(type, llvm::map_range(keys.getAsRange<df::SortKeyAttr>(),
                                           [](df::SortKeyAttr key) { return key.getColumn(); }));
}

LogicalResult sql::checkIntervals(Operation *op) {
  auto typeOf = [](mlir::Value table) { return cast<df::TableType>(table.getType()); };
  bool compares =
      llvm::TypeSwitch<Operation *, bool>(op)
          .Case(
              [&](df::AggregateOp op) { return hasInterval(typeOf(op.getInput()), op.getKeys()); })
          .Case([&](df::JoinOp op) { return hasInterval(typeOf(op.getLeft()), op.getLeftKeys()); })
          .Case<df::SortOp, df::TopKOp>(
              [&](auto op) { return sortsByInterval(typeOf(op.getInput()), op.getKeys()); })
          .Case([&](df::WindowOp op) {
            return hasInterval(typeOf(op.getInput()), op.getBy()) ||
                   sortsByInterval(typeOf(op.getInput()), op.getOrder());
          })
          .Case([&](df::DistinctOp op) {
            df::TableType type = typeOf(op.getInput());
            return op.getColumns() ? hasInterval(type, *op.getColumns())
                                   : hasInterval(type, type.getNames());
          })
          .Case<df::UnionOp, df::IntersectOp, df::ExceptOp>([&](auto op) {
            df::TableType type = typeOf(op.getResult());
            return hasInterval(type, type.getNames());
          })
          .Default(false);
  op->walk([&](Operation *nested) {
    unsigned index = isa<df::ArgMinOp, df::ArgMaxOp>(nested) ? 1 : 0;
    if (isa<df::MinOp, df::MaxOp, df::CountDistinctOp, df::ArgMinOp, df::ArgMaxOp>(nested))
      compares |= isa<IntervalType>(getNonNull(nested->getOperand(index).getType()));
  });
  if (!compares)
    return success();
  return op->emitOpError("orders or groups intervals, which DuckDB does in another way where parts "
                         "have different signs; run the program with molt-run");
}
