//===- Times.cpp - Timestamps and times by their counts in SQL ------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// DuckDB computes with its INTERVALs, which have months and days. Molt's times are counts of
// units, so SQL computes with these.
//
//===----------------------------------------------------------------------===//
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "ScalarOps.h"

using namespace molt;
using namespace molt::sql;

Expr sql::countOf(StringRef text, Type type, df::TimeUnit unit) {
  if (isa<df::Date32Type>(type))
    return infix(infix(text, "-", dateLiteral(0).text).asOperand(), "*",
                 castTo(std::to_string(df::getUnitsPerDay(unit)), "BIGINT").text);
  if (!isa<df::TimestampType>(type) && !isDuckDBTime(type))
    return {text.str(), true};
  switch (df::getTimeUnit(type)) {
  case df::TimeUnit::s: // a DOUBLE
    return castTo(call("epoch", text.str()).text, "BIGINT");
  case df::TimeUnit::ms:
    return call("epoch_ms", text.str());
  case df::TimeUnit::us:
    return call("epoch_us", text.str());
  case df::TimeUnit::ns:
    return call("epoch_ns", text.str());
  }
  llvm_unreachable("unknown unit");
}

bool sql::timeRepeatsCount(Type type) {
  return isa<df::TimestampType>(type) &&
         (df::getTimeUnit(type) == df::TimeUnit::s || df::getTimeUnit(type) == df::TimeUnit::ms);
}

bool sql::hasTimeOfCount(Type type) { return isa<df::DurationType, df::TimestampType>(type); }

Expr sql::timeOfCount(Operation *op, StringRef count, Type type) {
  if (!isa<df::TimestampType>(type))
    return {count.str()};
  df::TimeUnit unit = df::getTimeUnit(type);
  if (unit == df::TimeUnit::us)
    return call("make_timestamp", count.str());
  if (unit == df::TimeUnit::ns)
    return call("make_timestamp_ns", count.str());
  // Others by way of microseconds, as far as these reach.
  bool isSecond = unit == df::TimeUnit::s;
  std::string limit = isSecond ? "9000000000000" : "9000000000000000";
  std::string micros = ("(" + count + ") * " + (isSecond ? "1000000" : "1000")).str();
  return choose(
      ("(" + count + ") NOT BETWEEN -" + limit + " AND " + limit).str(),
      failWith(op, "DuckDB has no such timestamp").text,
      castTo(call("make_timestamp", micros).text, isSecond ? "TIMESTAMP_S" : "TIMESTAMP_MS").text);
}
