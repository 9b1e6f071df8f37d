//===- RandomAggregate.cpp - Random aggregations --------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "PlanGenerator.h"
#include <algorithm>
#include <cmath>

using namespace molt;
using namespace molt::fuzz;

namespace {
struct AggregateValue {
  mlir::Value value;
  Values facts;
};
} // namespace

/// An aggregate over a member of the pool; none if the pool has no operand for it.
static std::optional<AggregateValue> makeAggregate(Random &random, OpBuilder &builder,
                                                   ExprGenerator &expressions, StringRef kind,
                                                   double maxRows, bool mayFail) {
  Location loc = builder.getUnknownLoc();
  auto isNumber = [](const Values &facts) { return facts.isNumber(); };
  AggregateValue result;
  auto take = [&](mlir::Value value) {
    result.value = value;
    result.facts.type = df::getNonNull(value.getType());
    result.facts.isNullable = result.facts.hasNulls = df::isNullable(value.getType());
  };
  if (kind == "molt_df.count") {
    take(df::CountOp::create(builder, loc));
    result.facts.max = maxRows;
    return result;
  }
  if (kind == "molt_df.count_valid") {
    auto operand = expressions.pick();
    if (!operand)
      return std::nullopt;
    take(df::CountValidOp::create(builder, loc, operand->value));
    result.facts.max = maxRows;
    return result;
  }
  if (kind == "molt_df.any") {
    auto operand = expressions.pick([](const Values &facts) { return facts.isBool(); });
    if (!operand)
      return std::nullopt;
    take(df::AnyOp::create(builder, loc, operand->value));
    result.facts.isNullable = result.facts.hasNulls = true;
    return result;
  }
  if (kind == "molt_df.min" || kind == "molt_df.max") {
    auto operand = expressions.pick([](const Values &facts) { return !facts.isString(); });
    if (!operand)
      return std::nullopt;
    if (kind == "molt_df.min")
      take(df::MinOp::create(builder, loc, operand->value));
    else
      take(df::MaxOp::create(builder, loc, operand->value));
    Values facts = operand->facts;
    facts.isNullable = facts.hasNulls = true;
    result.facts = facts;
    return result;
  }
  auto operand = expressions.pick(isNumber);
  if (!operand)
    return std::nullopt;
  const Values &facts = operand->facts;
  double total = std::max(std::fabs(facts.min), std::fabs(facts.max)) * std::max(1.0, maxRows);
  bool isExact = !facts.isReal() || (facts.grain <= RealGrain::Quarter && total < 0x1p50);
  if (kind == "molt_df.mean") {
    take(df::MeanOp::create(builder, loc, operand->value, nullptr));
    result.facts.min = facts.min, result.facts.max = facts.max;
    result.facts.grain = facts.grain == RealGrain::Wild ? RealGrain::Wild : RealGrain::Rough;
    result.facts.isInexact = !isExact;
    return result;
  }
  auto sum = df::SumOp::create(builder, loc, operand->value, nullptr);
  take(sum);
  auto [min, max] = limitsOf(result.facts.type);
  if (total > max && !facts.isReal() && !(mayFail && random.chance(50))) {
    sum.erase();
    return std::nullopt;
  }
  result.facts.min = std::max(min, facts.min < 0 ? -total : 0),
  result.facts.max = std::min(max, total);
  result.facts.grain = facts.grain;
  result.facts.isInexact = !isExact;
  return result;
}

bool PlanGenerator::aggregate(StringRef wanted) {
  static constexpr StringRef kKinds[] = {"molt_df.sum",   "molt_df.sum",        "molt_df.mean",
                                         "molt_df.min",   "molt_df.max",        "molt_df.count",
                                         "molt_df.any", "molt_df.count", "molt_df.count_valid"};
  PlanTable input = pickTable();
  RowRegion region = beginRegion(input, random.between(1, 4));
  if (random.chance(50))
    region.expressions->grow();
  SmallVector<mlir::Value> values;
  std::vector<std::string> names, keys;
  PlanTable result;
  std::vector<size_t> ordinals = shuffledExactColumns(input);
  size_t keyCount = std::min<size_t>(ordinals.size(), random.pick({0, 1, 1, 1, 2, 3}));
  result.maxRows = keyCount == 0 ? 1 : input.maxRows;
  for (size_t i = 0; i < keyCount; ++i) {
    keys.push_back(nameOf(input, ordinals[i]));
    Values facts = input.columns[ordinals[i]];
    result.columns.push_back(facts);
  }
  auto tryAdd = [&](StringRef kind) {
    auto made = makeAggregate(random, builder, *region.expressions, kind, input.maxRows, mayFail);
    if (!made)
      return false;
    values.push_back(made->value);
    names.push_back(freshName("a"));
    result.columns.push_back(made->facts);
    return true;
  };
  bool isMade = wanted.empty() || tryAdd(wanted);
  for (uint64_t i = random.chance(10) ? 0 : random.between(1, 4); i > 0; --i)
    tryAdd(random.pick(kKinds));
  endRegion(region, values);
  if (!isMade || result.columns.empty())
    return false;
  df::AggregateOp::Properties properties;
  properties.keys = strings(keys);
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  result.value = create<df::AggregateOp>(input.value, properties, std::move(region.body));
  push(std::move(result));
  return true;
}
