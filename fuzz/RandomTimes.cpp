//===- RandomTimes.cpp - Random operations on timestamps and durations ----===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "RandomExpr.h"
#include <algorithm>
#include <cmath>

using namespace molt;
using namespace molt::fuzz;

/// Bounds are doubles, which are exact up to 2^53: near the ends of 64 bits they tell nothing.
static bool fits(double min, double max, Type type) {
  if (isa<df::IntervalType>(type)) // the days of 64 bits of microseconds
    return min > -1e8 && max < 1e8;
  auto [least, most] = limitsOf(type);
  bool isShort = isa<df::TimeType, df::Date32Type>(type);
  double margin = isShort ? 0 : 0x1p12;
  return min >= least + margin && max <= most - margin;
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

std::optional<Operand> ExprGenerator::pickTimeOperand(df::TimeArith kind, const Operand &lhs) {
  MLIRContext *context = builder.getContext();
  Type type = lhs.facts.type;
  auto combines = [&](const Values &facts) {
    return df::inferTimeArith(kind, type, facts.type) != nullptr;
  };
  if (random.chance(50))
    if (auto other = pick(combines))
      return other;
  Values like;
  like.min = -100, like.max = 100;
  if (kind == df::TimeArith::Mul) {
    like.type = randomIntegerType(random, context);
  } else if (lhs.facts.isDate()) {
    auto unit =
        random.pick({df::TimeUnit::s, df::TimeUnit::ms, df::TimeUnit::us, df::TimeUnit::ns});
    like.type = df::DurationType::get(context, unit);
    if (kind == df::TimeArith::Add && random.chance(30))
      like.type = df::TimeType::get(context, unit);
  } else if (kind == df::TimeArith::Sub && random.chance(40)) {
    return makeConstant(lhs.facts);
  } else {
    like.type = df::DurationType::get(context, df::getTimeUnit(type));
    like.max = static_cast<double>(df::getUnitsPerDay(df::getTimeUnit(type)));
    like.min = -like.max;
  }
  if (!combines(like))
    return std::nullopt;
  return makeConstant(like);
}

bool ExprGenerator::applyTimeArithmetic() {
  auto kind = random.pick({df::TimeArith::Add, df::TimeArith::Sub, df::TimeArith::Mul});
  auto lhs = pick([&](const Values &facts) {
    return kind == df::TimeArith::Mul ? facts.isDuration() : facts.isTimed() || facts.isDate();
  });
  if (!lhs)
    return false;
  auto rhs = pickTimeOperand(kind, *lhs);
  if (!rhs)
    return false;
  if (kind != df::TimeArith::Sub && random.chance(30))
    std::swap(lhs, rhs);
  mlir::Value result = kind == df::TimeArith::Add   ? create<df::AddOp>({lhs->value, rhs->value})
                       : kind == df::TimeArith::Sub ? create<df::SubOp>({lhs->value, rhs->value})
                                                    : create<df::MulOp>({lhs->value, rhs->value});
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&*lhs, &*rhs});
  bool isSafe = true;
  auto scaled = [&](const Values &operand) {
    Values wide = operand;
    auto factor = static_cast<double>(df::getTimeFactor(operand.type, facts.type));
    wide.min *= factor, wide.max *= factor;
    isSafe &= factor == 1 || fits(wide.min, wide.max, facts.type);
    return wide;
  };
  Values a = scaled(lhs->facts), b = scaled(rhs->facts);
  if (kind == df::TimeArith::Add) {
    facts.min = a.min + b.min, facts.max = a.max + b.max;
  } else if (kind == df::TimeArith::Sub) {
    facts.min = a.min - b.max, facts.max = a.max - b.min;
  } else {
    auto [least, most] = std::minmax({a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max});
    facts.min = least, facts.max = most;
  }
  isSafe &= fits(facts.min, facts.max, facts.type);
  if (!isSafe && !takeRisk()) {
    result.getDefiningOp()->erase();
    return false;
  }
  auto [min, max] = limitsOf(facts.type);
  facts.min = std::max(facts.min, min), facts.max = std::min(facts.max, max);
  pool.push_back({result, facts});
  return true;
}

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

Operand ExprGenerator::makeCast(const Operand &operand, const Values &to, bool isLenient) {
  OperationState state(builder.getUnknownLoc(), df::CastOp::getOperationName());
  state.addOperands(operand.value);
  state.addTypes(to.getType());
  if (isLenient)
    state.getOrAddProperties<df::CastOp::Properties>().lenient = builder.getUnitAttr();
  return {builder.create(state)->getResult(0), to};
}

static double perSecond(Type type) {
  return static_cast<double>(df::getUnitsPerSecond(df::getTimeUnit(type)));
}

/// The bounds of the result of a cast that is not of text; far ones are not exact.
static std::pair<double, double> castBounds(df::TimeCast kind, const Values &from, Type to) {
  double factor = 1;
  switch (kind) {
  case df::TimeCast::TimestampToTime:
    return limitsOf(to);
  case df::TimeCast::Rescale:
    factor = perSecond(to) / perSecond(from.type);
    break;
  case df::TimeCast::DateToTimestamp:
    factor = 86400 * perSecond(to);
    break;
  case df::TimeCast::TimestampToDate:
    factor = 1 / (86400 * perSecond(from.type));
    break;
  case df::TimeCast::DurationToInterval: {
    double days = std::max(std::fabs(from.min), std::fabs(from.max)) / 86400 / perSecond(from.type);
    return {-days - 1, days + 1};
  }
  case df::TimeCast::IntervalToDuration:
    return {-INFINITY, INFINITY}; // there may be months

  default:
    break;
  }
  return {std::floor(from.min * factor), std::floor(from.max * factor)};
}

/// Whether all values are in the years 1 to 9999, whose text can be read.
static bool isReadable(const Values &values) {
  if (!values.isDate() && !values.isTimestamp())
    return true;
  double year = 365 * 86400.0;
  double scale = values.isDate() ? 1 / 86400.0 : perSecond(values.type);
  return values.min > -1900 * year * scale && values.max < 7900 * year * scale;
}

bool ExprGenerator::applyTimeCast() {
  MLIRContext *context = builder.getContext();
  auto operand = pick([&](const Values &facts) {
    return facts.isTimed() || facts.isDate() || facts.type.isSignlessInteger(64) ||
           facts.isInterval() || facts.isString() || facts.isBinary();
  });
  if (!operand)
    return false;
  const Values &from = operand->facts;
  Values to = from;
  to.isNullable = random.chance(from.hasNulls ? 95 : 50);
  to.hasNulls = from.hasNulls && to.isNullable;
  to.samples.clear();
  switch (random.below(9)) {
  case 3:
    to.type = df::IntervalType::get(context);
    break;
  case 0:
    to.type = df::Date32Type::get(context);
    break;
  case 1:
    to.type = builder.getI64Type();
    break;
  case 2:
    to.type = str::Utf8Type::get(context);
    break;
  default:
    to.type = randomTimeType(random, context);
  }
  // There and back.
  auto inner = operand->value.getDefiningOp<df::CastOp>();
  if (inner && random.chance(60))
    to.type = df::getNonNull(inner.getOperand().getType());
  auto finish = [&](bool isSafe, unsigned lenientPercent) {
    bool isLenient = to.isNullable && random.chance(lenientPercent);
    if (!isSafe && !isLenient && !takeRisk())
      return false;
    to.hasNulls |= isLenient;
    pool.push_back(makeCast(*operand, to, isLenient));
    return true;
  };
  if (df::isStringType(from.type) && random.chance(50))
    to.type = from.isString() ? Type(str::BinaryType::get(context)) : str::Utf8Type::get(context);
  if (from.type != to.type && df::isStringCast(from.type, to.type)) {
    bool isText = from.isString() || (inner && inner.getOperand().getType() == to.type);
    bool isSafe = (!from.hasNulls || to.isNullable) && isText;
    return finish(isSafe, 50);
  }
  std::optional<df::TimeCast> kind = df::getTimeCast(from.type, to.type);
  if (!kind)
    return false;
  bool isSafe = !from.hasNulls || to.isNullable;
  std::tie(to.min, to.max) = limitsOf(to.type);
  if (*kind == df::TimeCast::FromText) {
    // What a cast has written can be read, unless its year is too far away.
    isSafe &= inner && df::getNonNull(inner.getOperand().getType()) == to.type;
    if (isSafe)
      for (const Operand &member : pool)
        if (member.value == inner.getOperand()) {
          isSafe = isReadable(member.facts);
          to.min = member.facts.min, to.max = member.facts.max;
        }
  } else if (*kind != df::TimeCast::ToText) {
    auto [min, max] = castBounds(*kind, from, to.type);
    isSafe &=
        fits(min, max, to.type) || *kind == df::TimeCast::TimestampToTime || to.type.isInteger(64);
    to.min = std::max(min, to.min), to.max = std::min(max, to.max);
  }
  return finish(isSafe, 30);
}

//===----------------------------------------------------------------------===//
// Parts and truncation
//===----------------------------------------------------------------------===//

static bool hasParts(const Values &facts) {
  return facts.isTimed() && !facts.isDuration() && !df::getZone(facts.type);
}

/// Whether all days of timestamps are those of dates.
static bool staysInDates(const Values &facts) {
  double perDay = 86400 * perSecond(facts.type);
  return facts.min > -0x1p31 * perDay + 0x1p12 && facts.max < 0x1p31 * perDay - 0x1p12;
}

bool ExprGenerator::applyTimePart() {
  auto operand = pick(hasParts);
  if (!operand)
    return false;
  df::DatePartOp::Properties properties;
  auto part = static_cast<df::DatePart>(random.below(14));
  if (operand->facts.isTimestamp() && !df::isPartOfTime(part) && !staysInDates(operand->facts) &&
      !takeRisk())
    return false;
  properties.part = df::DatePartAttr::get(builder.getContext(), part);
  mlir::Value result = create<df::DatePartOp>(operand->value, properties);
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&*operand});
  facts.min = 0, facts.max = 999999999;
  if (part == df::DatePart::year || part == df::DatePart::iso_year)
    facts.min = -6e6, facts.max = 6e6;
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyTimeTrunc() {
  auto operand = pick([](const Values &facts) { return hasParts(facts) && facts.isTimestamp(); });
  if (!operand)
    return false;
  df::DateTruncOp::Properties properties;
  auto unit = static_cast<df::DateUnit>(random.below(10));
  bool isCalendar = unit <= df::DateUnit::week;
  double least = operand->facts.min - 367 * 86400 * perSecond(operand->facts.type);
  bool isSafe = least > -0x1p63 + 0x1p12 && (!isCalendar || staysInDates(operand->facts));
  if (!isSafe && !takeRisk())
    return false;
  properties.unit = df::DateUnitAttr::get(builder.getContext(), unit);
  mlir::Value result = create<df::DateTruncOp>(operand->value, properties);
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&*operand});
  facts.min = std::max(least, -0x1p63), facts.max = operand->facts.max;
  pool.push_back({result, facts});
  return true;
}
