//===- RandomIntervals.cpp - Random operations on calendar intervals ------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What is known about intervals (Values::max): they have at most so many days, months counted as
// 31, and `min` is the same with a minus.
//
//===----------------------------------------------------------------------===//

#include "RandomExpr.h"
#include <algorithm>
#include <cmath>

using namespace molt;
using namespace molt::fuzz;

/// So many days, or months, or microseconds of days, fit every part.
static constexpr double kSafeDays = 5e7;

/// Days in units of a date or timestamp.
static double dayOf(Type type) {
  return isa<df::Date32Type>(type) ? 1
                                   : static_cast<double>(df::getUnitsPerDay(df::getTimeUnit(type)));
}

static bool isPointInTime(const Values &facts) {
  return facts.isDate() || (facts.isTimestamp() && !df::getZone(facts.type));
}

bool ExprGenerator::pushInterval(mlir::Value result, double days,
                                 std::initializer_list<const Operand *> operands) {
  if (!result)
    return false;
  if (days > kSafeDays && !takeRisk()) {
    result.getDefiningOp()->erase();
    return false;
  }
  Values facts = describe(result.getType(), operands);
  facts.max = std::min(days, 2e9), facts.min = -facts.max;
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyIntervalArithmetic() {
  auto interval = pick([](const Values &facts) { return facts.isInterval(); });
  if (!interval) {
    if (!random.chance(30))
      return false;
    Values like;
    like.type = df::IntervalType::get(builder.getContext());
    interval = makeConstant(like);
  }
  double days = interval->facts.max;
  switch (random.below(5)) {
  case 0:
    return pushInterval(create<df::NegOp>(interval->value), days, {&*interval});
  case 1: {
    auto factor = random.chance(50)
                      ? pick([](const Values &facts) { return df::isSmallInteger(facts.type); })
                      : std::nullopt;
    if (!factor) {
      Values like;
      like.type = builder.getIntegerType(random.pick({8u, 32u, 64u}));
      like.min = -20, like.max = 20;
      factor = makeConstant(like);
    }
    days *= std::max(std::fabs(factor->facts.min), std::fabs(factor->facts.max));
    mlir::Value operands[] = {interval->value, factor->value};
    if (random.chance(30))
      std::swap(operands[0], operands[1]);
    return pushInterval(create<df::MulOp>(operands), days, {&*interval, &*factor});
  }
  case 2: {
    Operand other = pickValue(*interval);
    mlir::Value operands[] = {interval->value, other.value};
    mlir::Value result =
        random.chance(50) ? create<df::AddOp>(operands) : create<df::SubOp>(operands);
    return pushInterval(result, days + other.facts.max, {&*interval, &other});
  }
  default:
    return applyIntervalToTime(*interval);
  }
}

bool ExprGenerator::applyIntervalToTime(const Operand &interval) {
  auto time = pick(isPointInTime);
  if (!time)
    return false;
  bool isSum = random.chance(60);
  mlir::Value operands[] = {time->value, interval.value};
  if (isSum && random.chance(30))
    std::swap(operands[0], operands[1]);
  mlir::Value result = isSum ? create<df::AddOp>(operands) : create<df::SubOp>(operands);
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&*time, &interval});
  double scale = dayOf(facts.type) / dayOf(time->facts.type);
  double distance = interval.facts.max * dayOf(facts.type);
  facts.min = time->facts.min * scale - distance, facts.max = time->facts.max * scale + distance;
  auto [min, max] = limitsOf(facts.type);
  double margin = 0x1p12 + 62 * dayOf(facts.type); // a month more or less
  bool isSafe =
      interval.facts.max <= kSafeDays && facts.min >= min + margin && facts.max <= max - margin;
  if (!isSafe && !takeRisk()) {
    result.getDefiningOp()->erase();
    return false;
  }
  facts.min = std::max(facts.min, min), facts.max = std::min(facts.max, max);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyMakeInterval() {
  auto pickPart = [&](double most) {
    if (random.chance(40))
      if (auto part = pick([](const Values &facts) { return facts.isInteger(); }))
        return *part;
    Values like;
    like.type = randomIntegerType(random, builder.getContext());
    like.min = -most, like.max = most;
    return makeConstant(like);
  };
  Operand months = pickPart(20), days = pickPart(70), micros = pickPart(4e11);
  auto most = [](const Operand &part) {
    return std::max(std::fabs(part.facts.min), std::fabs(part.facts.max));
  };
  double total = most(months) * 31 + most(days) + most(micros) / 86400e6;
  mlir::Value result = create<df::MakeIntervalOp>({months.value, days.value, micros.value});
  return pushInterval(result, total, {&months, &days, &micros});
}

bool ExprGenerator::applyIntervalPart() {
  auto interval = pick([](const Values &facts) { return facts.isInterval(); });
  if (!interval)
    return false;
  auto part = random.pick({df::DatePart::year, df::DatePart::month, df::DatePart::day,
                           df::DatePart::hour, df::DatePart::minute, df::DatePart::second,
                           df::DatePart::millisecond, df::DatePart::microsecond});
  if (part == df::DatePart::hour && interval->facts.max > kSafeDays && !takeRisk())
    return false;
  df::DatePartOp::Properties properties;
  properties.part = df::DatePartAttr::get(builder.getContext(), part);
  mlir::Value result = create<df::DatePartOp>(interval->value, properties);
  Values facts = describe(result.getType(), {&*interval});
  std::tie(facts.min, facts.max) = limitsOf(facts.type);
  pool.push_back({result, facts});
  return true;
}
