//===- RandomDates.cpp - Random operations on dates ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFTime.h"
#include "RandomExpr.h"
#include <algorithm>

using namespace molt;
using namespace molt::fuzz;

bool ExprGenerator::applyDateArithmetic() {
  auto date = pick([](const Values &facts) { return facts.isDate(); });
  if (!date)
    return false;
  bool isSub = random.chance(50);
  std::optional<Operand> other;
  if (isSub && random.chance(50))
    other = pickLike(*date);
  else if (random.chance(50))
    other = pick([](const Values &facts) { return facts.isInteger(); });
  if (!other) {
    Values like;
    like.type = randomIntegerType(random, builder.getContext());
    like.min = -100, like.max = 100;
    other = makeConstant(like);
  }
  mlir::Value result = isSub ? create<df::SubOp>({date->value, other->value})
                             : create<df::AddOp>({date->value, other->value});
  Values facts = describe(result.getType(), {&*date, &*other});
  const Values &a = date->facts, &b = other->facts;
  facts.min = isSub ? a.min - b.max : a.min + b.min;
  facts.max = isSub ? a.max - b.min : a.max + b.max;
  auto [min, max] = limitsOf(facts.type);
  if ((facts.min < min || facts.max > max) && !takeRisk()) {
    result.getDefiningOp()->erase();
    return false;
  }
  facts.min = std::max(facts.min, min), facts.max = std::min(facts.max, max);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyDatePart() {
  auto date = pick([](const Values &facts) { return facts.isDate(); });
  if (!date)
    return false;
  df::DatePartOp::Properties properties;
  auto part = static_cast<df::DatePart>(random.below(8));
  properties.part = df::DatePartAttr::get(builder.getContext(), part);
  mlir::Value result = create<df::DatePartOp>(date->value, properties);
  Values facts = describe(result.getType(), {&*date});
  facts.min = 1, facts.max = 366;
  if (part == df::DatePart::year || part == df::DatePart::iso_year)
    facts.min = -6e6, facts.max = 6e6;
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyDateTrunc() {
  auto date = pick([](const Values &facts) { return facts.isDate(); });
  if (!date)
    return false;
  auto [min, max] = limitsOf(date->facts.type);
  if (date->facts.min - 366 < min && !takeRisk())
    return false;
  df::DateTruncOp::Properties properties;
  auto unit = static_cast<df::DateUnit>(random.below(4));
  properties.unit = df::DateUnitAttr::get(builder.getContext(), unit);
  mlir::Value result = create<df::DateTruncOp>(date->value, properties);
  Values facts = describe(result.getType(), {&*date});
  facts.min = std::max(date->facts.min - 366, min), facts.max = date->facts.max;
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyAddMonths() {
  auto date = pick([](const Values &facts) {
    return facts.isDate() || (facts.isTimestamp() && !df::getZone(facts.type));
  });
  if (!date)
    return false;
  std::optional<Operand> months;
  if (random.chance(40))
    months = pick([](const Values &facts) { return facts.isInteger(); });
  if (!months) {
    Values like;
    like.type = randomIntegerType(random, builder.getContext());
    like.min = -50, like.max = 50;
    if (random.chance(10))
      std::tie(like.min, like.max) = limitsOf(like.type);
    months = makeConstant(like);
  }
  const Values &a = date->facts, &b = months->facts;
  auto [min, max] = limitsOf(a.type);
  // A day in units; seconds and milliseconds reach days that dates do not.
  double day = a.isDate() ? 1 : static_cast<double>(df::getUnitsPerDay(df::getTimeUnit(a.type)));
  double least = a.min + 31 * day * std::min(b.min, 0.0),
         most = a.max + 31 * day * std::max(b.max, 0.0);
  min = std::max(min, -0x1p31 * day + 0x1p12), max = std::min(max, 0x1p31 * day - 0x1p12);
  if ((least < min || most > max) && !takeRisk())
    return false;
  mlir::Value result = create<df::AddMonthsOp>({date->value, months->value});
  Values facts = describe(result.getType(), {&*date, &*months});
  facts.min = std::max(least, min), facts.max = std::min(most, max);
  pool.push_back({result, facts});
  return true;
}
