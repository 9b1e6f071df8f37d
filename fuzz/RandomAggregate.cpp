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
/// Makes aggregates over members of a pool.
class AggregateMaker {
public:
  AggregateMaker(Random &random, OpBuilder &builder, ExprGenerator &expressions, double maxRows,
                 bool mayFail)
      : random(random), builder(builder), expressions(expressions), maxRows(maxRows),
        mayFail(mayFail) {}

  /// None if the pool has no operand for it.
  std::optional<AggregateValue> make(StringRef kind);

private:
  using Filter = function_ref<bool(const Values &)>;
  template <typename OpTy> AggregateValue finish(OpTy op) {
    AggregateValue result;
    result.value = op.getResult();
    result.facts.type = df::getNonNull(op.getType());
    result.facts.isNullable = result.facts.hasNulls = df::isNullable(op.getType());
    return result;
  }
  /// A condition, sometimes.
  mlir::Value pickWhere() {
    if (!random.chance(25))
      return {};
    auto condition = expressions.pick([](const Values &facts) { return facts.isBool(); });
    return condition ? condition->value : mlir::Value();
  }
  UnitAttr flip(unsigned percent) {
    return random.chance(percent) ? builder.getUnitAttr() : UnitAttr();
  }
  template <typename OpTy>
  std::optional<AggregateValue> makeUnary(Filter filter = [](const Values &) { return true; }) {
    auto operand = expressions.pick(filter);
    if (!operand)
      return std::nullopt;
    return finish(OpTy::create(builder, builder.getUnknownLoc(), operand->value, pickWhere()));
  }
  /// One of the operand's values, or null.
  template <typename OpTy> std::optional<AggregateValue> makeExtreme();
  template <typename OpTy> std::optional<AggregateValue> makePosition();
  template <typename OpTy> std::optional<AggregateValue> makeArg();
  template <typename OpTy> std::optional<AggregateValue> makeMoment();
  std::optional<AggregateValue> makeTotal(bool isMean);
  std::optional<AggregateValue> makeCount(std::optional<AggregateValue> count) {
    if (count)
      count->facts.max = maxRows;
    return count;
  }
  /// An inexact float.
  AggregateValue makeStatistic(AggregateValue value) {
    value.facts.min = -1e300, value.facts.max = 1e300;
    value.facts.grain = RealGrain::Wild;
    value.facts.isInexact = true;
    return value;
  }

  Random &random;
  OpBuilder &builder;
  ExprGenerator &expressions;
  double maxRows;
  bool mayFail;
};
} // namespace

template <typename OpTy> std::optional<AggregateValue> AggregateMaker::makeExtreme() {
  auto operand = expressions.pick();
  if (!operand)
    return std::nullopt;
  auto op = OpTy::create(builder, builder.getUnknownLoc(), operand->value, pickWhere());
  AggregateValue result{op.getResult(), operand->facts};
  result.facts.isNullable = result.facts.hasNulls = true;
  return result;
}

template <typename OpTy> std::optional<AggregateValue> AggregateMaker::makePosition() {
  auto operand = expressions.pick();
  if (!operand)
    return std::nullopt;
  auto op = OpTy::create(builder, builder.getUnknownLoc(), operand->value, pickWhere(), flip(30));
  AggregateValue result{op.getResult(), operand->facts};
  result.facts.isNullable = result.facts.hasNulls = true;
  return result;
}

template <typename OpTy> std::optional<AggregateValue> AggregateMaker::makeArg() {
  auto operand = expressions.pick();
  auto decider = expressions.pick([](const Values &facts) { return !facts.isInexact; });
  if (!operand || !decider)
    return std::nullopt;
  auto op =
      OpTy::create(builder, builder.getUnknownLoc(), operand->value, decider->value, pickWhere());
  AggregateValue result{op.getResult(), operand->facts};
  result.facts.isNullable = result.facts.hasNulls = true;
  return result;
}

template <typename OpTy> std::optional<AggregateValue> AggregateMaker::makeMoment() {
  auto operand = expressions.pick([](const Values &facts) { return facts.isNumber(); });
  if (!operand)
    return std::nullopt;
  auto op = OpTy::create(builder, builder.getUnknownLoc(), operand->value, pickWhere(), flip(20),
                         builder.getI64IntegerAttr(random.pick({1, 1, 0, 3})));
  return makeStatistic(finish(op));
}

std::optional<AggregateValue> AggregateMaker::makeTotal(bool isMean) {
  Location loc = builder.getUnknownLoc();
  auto operand = expressions.pick([](const Values &facts) {
    return facts.isNumber() || facts.isDuration() || facts.isNull();
  });
  if (!operand)
    return std::nullopt;
  const Values &facts = operand->facts;
  double total = std::max(std::fabs(facts.min), std::fabs(facts.max)) * std::max(1.0, maxRows);
  bool isExact = !facts.isReal() || (facts.grain <= RealGrain::Quarter && total < 0x1p50);
  mlir::Value where = pickWhere();
  UnitAttr distinct = flip(15);
  if (isMean) {
    AggregateValue result =
        finish(df::MeanOp::create(builder, loc, operand->value, where, distinct, nullptr));
    result.facts.min = facts.min, result.facts.max = facts.max;
    result.facts.grain = facts.grain == RealGrain::Wild ? RealGrain::Wild : RealGrain::Rough;
    result.facts.isInexact = !isExact;
    return result;
  }
  bool wraps = facts.isInteger() && random.chance(15);
  auto sum = df::SumOp::create(builder, loc, operand->value, where, distinct, nullptr,
                               df::OverflowAttr::get(builder.getContext(),
                                                     wraps ? df::Overflow::wrap
                                                           : df::Overflow::checked),
                               flip(20));
  AggregateValue result = finish(sum);
  auto [min, max] = limitsOf(result.facts.type);
  if (total > max && !facts.isReal() && !wraps && !(mayFail && random.chance(50))) {
    sum.erase();
    return std::nullopt;
  }
  result.facts.min = std::max(min, facts.min < 0 ? -total : 0),
  result.facts.max = std::min(max, total);
  if (wraps && total > max)
    result.facts.min = min, result.facts.max = max;
  result.facts.grain = facts.grain;
  result.facts.isInexact = !isExact;
  return result;
}

std::optional<AggregateValue> AggregateMaker::make(StringRef kind) {
  auto isBool = [](const Values &facts) { return facts.isBool(); };
  auto isNumber = [](const Values &facts) { return facts.isNumber(); };
  auto isExact = [](const Values &facts) { return !facts.isInexact; };
  if (kind == "molt_df.count")
    return makeCount(finish(df::CountOp::create(builder, builder.getUnknownLoc(), pickWhere())));
  if (kind == "molt_df.count_valid")
    return makeCount(makeUnary<df::CountValidOp>());
  if (kind == "molt_df.count_distinct")
    return makeCount(makeUnary<df::CountDistinctOp>(isExact));
  if (kind == "molt_df.any")
    return makeUnary<df::AnyOp>(isBool);
  if (kind == "molt_df.all")
    return makeUnary<df::AllOp>(isBool);
  if (kind == "molt_df.min")
    return makeExtreme<df::MinOp>();
  if (kind == "molt_df.max")
    return makeExtreme<df::MaxOp>();
  if (kind == "molt_df.first")
    return makePosition<df::FirstOp>();
  if (kind == "molt_df.last")
    return makePosition<df::LastOp>();
  if (kind == "molt_df.arg_min")
    return makeArg<df::ArgMinOp>();
  if (kind == "molt_df.arg_max")
    return makeArg<df::ArgMaxOp>();
  if (kind == "molt_df.var")
    return makeMoment<df::VarOp>();
  if (kind == "molt_df.std")
    return makeMoment<df::StdOp>();
  if (kind == "molt_df.median") {
    auto median = makeUnary<df::MedianOp>(
        [](const Values &facts) { return facts.isNumber() && !facts.isInexact; });
    return median ? std::optional(makeStatistic(*median)) : std::nullopt;
  }
  if (kind == "molt_df.quantile") {
    auto operand =
        expressions.pick([](const Values &facts) { return facts.isNumber() && !facts.isInexact; });
    if (!operand)
      return std::nullopt;
    auto at = builder.getF64FloatAttr(random.pick({0.0, 0.25, 1.0 / 3, 0.5, 0.9, 1.0}));
    return makeStatistic(finish(
        df::QuantileOp::create(builder, builder.getUnknownLoc(), at, operand->value, pickWhere())));
  }
  if (kind == "molt_df.covar" || kind == "molt_df.corr") {
    auto lhs = expressions.pick(isNumber), rhs = expressions.pick(isNumber);
    if (!lhs || !rhs)
      return std::nullopt;
    Location loc = builder.getUnknownLoc();
    if (kind == "molt_df.corr")
      return makeStatistic(
          finish(df::CorrOp::create(builder, loc, lhs->value, rhs->value, pickWhere())));
    return makeStatistic(finish(df::CovarOp::create(builder, loc, lhs->value, rhs->value,
                                                    pickWhere(), builder.getI64IntegerAttr(1))));
  }
  return makeTotal(kind == "molt_df.mean");
}

std::optional<AggregateValue> fuzz::makeAggregate(StringRef kind, Random &random,
                                                  OpBuilder &builder, ExprGenerator &expressions,
                                                  double maxRows, bool mayFail) {
  return AggregateMaker(random, builder, expressions, maxRows, mayFail).make(kind);
}

static constexpr StringRef kKinds[] = {
    "molt_df.sum",     "molt_df.sum",     "molt_df.mean",        "molt_df.min",
    "molt_df.max",     "molt_df.count",   "molt_df.any",         "molt_df.all",
    "molt_df.count",   "molt_df.first",   "molt_df.count_valid", "molt_df.count_distinct",
    "molt_df.arg_min", "molt_df.arg_max", "molt_df.last",        "molt_df.var",
    "molt_df.std",     "molt_df.covar",   "molt_df.corr",        "molt_df.median",
    "molt_df.quantile"};

ArrayRef<StringRef> fuzz::getAggregates() { return kKinds; }

bool PlanGenerator::aggregate(StringRef wanted) {
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
    auto made = makeAggregate(kind, random, builder, *region.expressions, input.maxRows, mayFail);
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
  if (random.chance(15))
    properties.drop_null_keys = builder.getUnitAttr();
  maintainSometimes(properties);
  properties.columns = strings(region.columns);
  properties.names = strings(names);
  result.value = create<df::AggregateOp>(input.value, properties, std::move(region.body));
  return pushIfDetermined(std::move(result));
}
