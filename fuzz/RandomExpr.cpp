//===- RandomExpr.cpp - Random expressions --------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// To add an operation: a method, and its line in `kinds`.
//
//===----------------------------------------------------------------------===//

#include "RandomExpr.h"
#include "llvm/ADT/StringSwitch.h"
#include <algorithm>
#include <cfloat>
#include <cmath>

using namespace molt;
using namespace molt::fuzz;
using interp::Scalar;

//===----------------------------------------------------------------------===//
// The list of operations
//===----------------------------------------------------------------------===//

ArrayRef<ExprGenerator::Kind> ExprGenerator::kinds() {
  static const std::vector<Kind> list = [] {
    std::vector<Kind> all = {
        {"molt_df.constant", 4, &ExprGenerator::addConstant},
        {"molt_df.add", 10, &ExprGenerator::applyAdd},
        {"molt_df.sub", 8, &ExprGenerator::applySub},
        {"molt_df.mul", 8, &ExprGenerator::applyMul},
        {"molt_df.div", 6, &ExprGenerator::applyDiv},
        {"molt_df.neg", 3, &ExprGenerator::applyNeg},
        {"molt_df.abs", 3, &ExprGenerator::applyAbs},
        {"date arithmetic", 5, &ExprGenerator::applyDateArithmetic},
        {"time arithmetic", 5, &ExprGenerator::applyTimeArithmetic},
        {"casts of times", 6, &ExprGenerator::applyTimeCast},
        {"parts of times", 4, &ExprGenerator::applyTimePart},
        {"truncated times", 3, &ExprGenerator::applyTimeTrunc},
        {"interval arithmetic", 5, &ExprGenerator::applyIntervalArithmetic},
        {"parts of intervals", 3, &ExprGenerator::applyIntervalPart},
        {"molt_df.make_interval", 2, &ExprGenerator::applyMakeInterval},
        {"molt_df.cmp", 14, &ExprGenerator::applyCmp},
        {"molt_df.and", 6, &ExprGenerator::applyAnd},
        {"molt_df.or", 6, &ExprGenerator::applyOr},
        {"molt_df.not", 3, &ExprGenerator::applyNot},
        {"molt_df.is_null", 4, &ExprGenerator::applyIsNull},
        {"molt_df.coalesce", 5, &ExprGenerator::applyCoalesce},
        {"molt_df.select", 6, &ExprGenerator::applySelect},
        {"molt_df.cast", 10, &ExprGenerator::applyCast},
        {"molt_df.date_part", 4, &ExprGenerator::applyDatePart},
        {"molt_df.date_trunc", 3, &ExprGenerator::applyDateTrunc},
        {"molt_df.add_months", 3, &ExprGenerator::applyAddMonths},
        {"molt_df.rem", 4, &ExprGenerator::applyRem},
        {"molt_df.bit_and", 3, &ExprGenerator::applyBitAnd},
        {"molt_df.bit_or", 2, &ExprGenerator::applyBitOr},
        {"molt_df.bit_xor", 2, &ExprGenerator::applyBitXor},
        {"molt_df.bit_not", 2, &ExprGenerator::applyBitNot},
        {"molt_df.shl", 3, &ExprGenerator::applyShl},
        {"molt_df.shr", 3, &ExprGenerator::applyShr},
        {"molt_df.is_in", 6, &ExprGenerator::applyIsIn},
        {"molt_df.math", 5, &ExprGenerator::applyMath},
        {"molt_df.pow", 2, &ExprGenerator::applyPow},
        {"molt_str.cmp", 6, &ExprGenerator::applyStrCmp},
        {"molt_str.byte_length", 2, &ExprGenerator::applyByteLength},
        {"molt_str.starts_with", 4, &ExprGenerator::applyStartsWith},
        {"molt_str.contains", 4, &ExprGenerator::applyContains},
        {"molt_str.ends_with", 4, &ExprGenerator::applyEndsWith},
        {"molt_str.like", 5, &ExprGenerator::applyLike},
        {"molt_str.length", 3, &ExprGenerator::applyLength},
        {"molt_str.substring", 5, &ExprGenerator::applySubstring},
        {"molt_str.concat", 3, &ExprGenerator::applyConcat},
    };
    addFunctionKinds(all);
    return all;
  }();
  return list;
}

std::vector<StringRef> ExprGenerator::getKinds() {
  std::vector<StringRef> names;
  for (const Kind &kind : kinds())
    names.push_back(kind.name);
  return names;
}

bool ExprGenerator::apply(const Kind &kind) {
  // Folds and patterns look at an operation and the one below it.
  if (!pool.empty() && random.chance(50))
    wanted = pool.back();
  bool isApplied = (this->*kind.apply)();
  wanted.reset();
  return isApplied;
}

bool ExprGenerator::apply(StringRef name) {
  for (const Kind &kind : kinds())
    if (kind.name == name)
      return apply(kind);
  return false;
}

void ExprGenerator::grow() {
  switch (random.below(10)) {
  case 0:
    return grow(random.between(25, 60));
  case 1:
  case 2:
  case 3:
    return grow(random.between(8, 25));
  default:
    return grow(random.between(1, 8));
  }
}

void ExprGenerator::grow(unsigned steps) {
  // Most functions of strings have no SQL: they are in some programs, and others are compared with
  // DuckDB.
  bool withFunctions = random.isOneIn(3);
  auto weightOf = [&](const Kind &kind) {
    return kind.isFunction && !withFunctions ? 0 : kind.weight;
  };
  unsigned total = 0;
  for (const Kind &kind : kinds())
    total += weightOf(kind);
  for (unsigned step = 0; step < steps; ++step) {
    unsigned choice = random.below(total);
    for (const Kind &kind : kinds()) {
      if (choice < weightOf(kind)) {
        apply(kind);
        break;
      }
      choice -= weightOf(kind);
    }
  }
}

//===----------------------------------------------------------------------===//
// Operands
//===----------------------------------------------------------------------===//

std::optional<Operand> ExprGenerator::pick(function_ref<bool(const Values &)> fits) {
  std::vector<const Operand *> fitting;
  for (const Operand &operand : pool)
    if (fits(operand.facts))
      fitting.push_back(&operand);
  if (fitting.empty())
    return std::nullopt;
  if (wanted && fits(wanted->facts)) {
    Operand result = *wanted;
    wanted.reset();
    return result;
  }
  if (random.chance(60)) // one of the newest
    return *fitting[fitting.size() - 1 - random.below(std::min<size_t>(3, fitting.size()))];
  return *random.pick(fitting);
}

Operand ExprGenerator::makeConstant(const Values &like) {
  MLIRContext *context = builder.getContext();
  Values facts;
  facts.type = like.type;
  facts.isNullable = like.isNull() || random.chance(10);
  bool isSpecial = like.isReal() && random.chance(25);
  Scalar scalar = isSpecial
                      ? Scalar::ofReal(random.pick({0.0, -0.0, HUGE_VAL, -HUGE_VAL, std::nan("")}))
                  : random.chance(25) ? randomScalarNearBound(random, like)
                  : random.chance(85) ? randomScalarBetween(random, like)
                                      : randomScalar(random, like.type);
  if (facts.isNullable && random.chance(50))
    scalar = Scalar();
  facts = describeColumn({scalar}, like.type, facts.isNullable);
  Attribute value;
  if (scalar.isNull()) {
    value = df::NullAttr::get(context);
  } else if (scalar.isBool()) {
    value = builder.getBoolAttr(scalar.getBool());
  } else if (scalar.isReal()) {
    value = FloatAttr::get(like.type, scalar.getReal());
  } else if (scalar.isInterval()) {
    const interp::Interval &interval = scalar.getInterval();
    value = df::IntervalAttr::get(context, interval.months, interval.days, interval.micros);
  } else if (scalar.isString()) {
    value = StringAttr::get(context, scalar.getString());
  } else {
    unsigned __int128 bits = scalar.getInteger();
    APInt number(128, {static_cast<uint64_t>(bits), static_cast<uint64_t>(bits >> 64)});
    Type storage = like.isDecimal() ? builder.getIntegerType(128)
                   : like.isDate()  ? builder.getI32Type()
                   : like.isTimed() ? builder.getI64Type()
                                    : like.type;
    value = IntegerAttr::get(storage, number.trunc(storage.getIntOrFloatBitWidth()));
  }
  df::ConstantOp::Properties properties;
  properties.value = value;
  OperationState state(builder.getUnknownLoc(), df::ConstantOp::getOperationName());
  state.addTypes(facts.getType());
  state.getOrAddProperties<df::ConstantOp::Properties>() = properties;
  return {builder.create(state)->getResult(0), facts};
}

bool ExprGenerator::addConstant() {
  Values like;
  if (auto member = random.chance(70) ? pick() : std::nullopt) {
    like = member->facts;
  } else {
    like.type = randomType(random, builder.getContext());
    like.min = -10, like.max = 10;
  }
  pool.push_back(makeConstant(like));
  return true;
}

Operand ExprGenerator::pickLike(const Operand &like) {
  if (random.chance(50)) {
    auto other = pick([&](const Values &facts) { return facts.type == like.facts.type; });
    if (other && (other->value != like.value || random.chance(10)))
      return *other;
  }
  return makeConstant(like.facts);
}

Operand ExprGenerator::pickValue(const Operand &like) {
  if (!random.chance(5))
    return pickLike(like);
  Values null;
  null.type = df::NullType::get(builder.getContext());
  return makeConstant(null);
}

std::optional<Operand> ExprGenerator::pickNumber(const Operand &lhs) {
  if (random.chance(3))
    return pickValue(lhs);
  if (random.chance(60))
    if (auto other = pick([](const Values &facts) { return facts.isNumber(); });
        other && (other->value != lhs.value || random.chance(20)))
      return other;
  Values like;
  like.type = random.chance(60) ? lhs.facts.type : randomNumberType(random, builder.getContext());
  like.min = -100, like.max = 100;
  like.grain = random.pick({RealGrain::Whole, RealGrain::Quarter, RealGrain::Rough});
  return makeConstant(random.chance(30) && like.type == lhs.facts.type ? lhs.facts : like);
}

Operand ExprGenerator::pickCondition() {
  auto isCondition = [](const Values &facts) { return facts.isBool(); };
  if (random.chance(60))
    if (auto condition = pick(isCondition))
      return *condition;
  for (int attempt = 0; attempt < 4; ++attempt)
    if (random.chance(30) ? applyStrCmp() : applyCmp())
      return pool.back();
  Values like;
  like.type = builder.getI1Type();
  return makeConstant(like);
}

//===----------------------------------------------------------------------===//
// Results
//===----------------------------------------------------------------------===//

Values ExprGenerator::describe(Type type, std::initializer_list<const Operand *> operands) {
  Values facts;
  facts.type = df::getNonNull(type);
  facts.isNullable = df::isNullable(type);
  for (const Operand *operand : operands) {
    facts.hasNulls |= operand->facts.hasNulls;
    if (df::isStringType(facts.type) && df::isStringType(operand->facts.type))
      facts.max = std::max(facts.max, operand->facts.max);
  }
  return facts;
}

std::optional<df::Overflow> ExprGenerator::chooseOverflow(Values &result) {
  if (result.isReal()) {
    // Beyond this, sums and products may leave the finite numbers.
    if (!(std::fabs(result.min) < 1e30 && std::fabs(result.max) < 1e30))
      result.grain = RealGrain::Wild;
    return df::Overflow::checked;
  }
  auto [min, max] = limitsOf(result.type);
  if (result.min >= min && result.max <= max)
    return random.chance(5) && result.isInteger() ? df::Overflow::wrap : df::Overflow::checked;
  result.min = std::max(result.min, min), result.max = std::min(result.max, max);
  if (result.isInteger() && random.chance(60)) {
    result.min = min, result.max = max;
    return df::Overflow::wrap;
  }
  if (takeRisk())
    return df::Overflow::checked;
  return std::nullopt;
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

bool ExprGenerator::applyToNumbers(bool (ExprGenerator::*make)(const Operand &, const Operand &)) {
  auto lhs = pick([](const Values &facts) { return facts.isNumber(); });
  return lhs && (this->*make)(*lhs, *pickNumber(*lhs));
}

template <typename OpTy> bool ExprGenerator::makeSum(const Operand &lhs, const Operand &rhs) {
  constexpr bool isSub = std::is_same_v<OpTy, df::SubOp>;
  const Values &a = lhs.facts, &b = rhs.facts;
  // Infer the type with a probe, as the overflow attribute depends on it.
  mlir::Value probe = create<OpTy>({lhs.value, rhs.value});
  if (!probe)
    return false;
  Values facts = describe(probe.getType(), {&lhs, &rhs});
  probe.getDefiningOp()->erase();
  facts.grain = std::max(grainOf(a), grainOf(b));
  facts.min = isSub ? a.min - b.max : a.min + b.min;
  facts.max = isSub ? a.max - b.min : a.max + b.max;
  std::optional<df::Overflow> overflow = chooseOverflow(facts);
  if (!overflow)
    return false;
  mlir::Value result =
      OpTy::create(builder, builder.getUnknownLoc(), lhs.value, rhs.value, *overflow);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::makeAdd(const Operand &lhs, const Operand &rhs) {
  return makeSum<df::AddOp>(lhs, rhs);
}
bool ExprGenerator::makeSub(const Operand &lhs, const Operand &rhs) {
  return makeSum<df::SubOp>(lhs, rhs);
}

bool ExprGenerator::makeMul(const Operand &lhs, const Operand &rhs) {
  const Values &a = lhs.facts, &b = rhs.facts;
  mlir::Value probe = create<df::MulOp>({lhs.value, rhs.value});
  if (!probe)
    return false;
  Values facts = describe(probe.getType(), {&lhs, &rhs});
  probe.getDefiningOp()->erase();
  double products[] = {a.min * b.min, a.min * b.max, a.max * b.min, a.max * b.max};
  facts.min = *std::min_element(std::begin(products), std::end(products));
  facts.max = *std::max_element(std::begin(products), std::end(products));
  facts.grain = std::max(grainOf(a), grainOf(b));
  if (facts.grain == RealGrain::Quarter)
    facts.grain = RealGrain::Rough;
  if (facts.isReal() && facts.min <= 0 && facts.max >= 0)
    facts.grain = RealGrain::Wild; // -0
  std::optional<df::Overflow> overflow = chooseOverflow(facts);
  if (!overflow)
    return false;
  mlir::Value result =
      df::MulOp::create(builder, builder.getUnknownLoc(), lhs.value, rhs.value, *overflow);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::makeDiv(const Operand &lhs, const Operand &rhs) {
  const Values &a = lhs.facts, &b = rhs.facts;
  bool divisorMayBeZero = !b.isReal() && !a.isReal() && b.min <= 0 && b.max >= 0;
  df::DivOp::Properties properties;
  if (random.chance(divisorMayBeZero ? 70 : 20))
    properties.zeroIsNull = builder.getUnitAttr();
  else if (divisorMayBeZero && !takeRisk())
    return false;
  mlir::Value result = create<df::DivOp>({lhs.value, rhs.value}, properties);
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&lhs, &rhs});
  if (properties.zeroIsNull && divisorMayBeZero)
    facts.hasNulls = true;
  facts.grain = RealGrain::Wild;
  double least = 1; // the divisor nearest to zero
  if (auto decimal = dyn_cast<df::DecimalType>(b.type))
    least = std::pow(10.0, -static_cast<int>(decimal.getScale()));
  if (b.min > 0 || b.max < 0)
    least = std::max(least, std::min(std::fabs(b.min), std::fabs(b.max)));
  facts.max = std::max(std::fabs(a.min), std::fabs(a.max)) / least;
  facts.min = -facts.max;
  auto [min, max] = limitsOf(facts.type);
  bool isUnsigned = a.min >= 0 && b.min >= 0;
  if (isUnsigned)
    facts.min = 0;
  bool overflows = facts.max > max || (facts.min < min && !isa<FloatType>(facts.type));
  if (overflows && !takeRisk()) {
    result.getDefiningOp()->erase();
    return false;
  }
  facts.min = std::max(facts.min, min), facts.max = std::min(facts.max, max);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyNeg() {
  auto operand = pick([](const Values &facts) { return facts.isNumber() || facts.isDuration(); });
  if (!operand)
    return false;
  Values facts = describe(operand->facts.getType(), {&*operand});
  facts.min = -operand->facts.max, facts.max = -operand->facts.min;
  facts.grain = grainOf(operand->facts);
  if (facts.isReal() && facts.min <= 0 && facts.max >= 0)
    facts.grain = RealGrain::Wild; // -0
  std::optional<df::Overflow> overflow = chooseOverflow(facts);
  if (!overflow)
    return false;
  df::NegOp::Properties properties;
  properties.overflow = df::OverflowAttr::get(builder.getContext(), *overflow);
  pool.push_back({create<df::NegOp>(operand->value, properties), facts});
  return true;
}

bool ExprGenerator::applyAbs() {
  auto operand = pick([](const Values &facts) { return facts.isNumber() || facts.isDuration(); });
  if (!operand)
    return false;
  Values facts = describe(operand->facts.getType(), {&*operand});
  facts.min = 0, facts.max = std::max(-operand->facts.min, operand->facts.max);
  facts.grain = grainOf(operand->facts);
  std::optional<df::Overflow> overflow = chooseOverflow(facts);
  if (!overflow)
    return false;
  df::AbsOp::Properties properties;
  properties.overflow = df::OverflowAttr::get(builder.getContext(), *overflow);
  pool.push_back({create<df::AbsOp>(operand->value, properties), facts});
  return true;
}

//===----------------------------------------------------------------------===//
// Comparison, logic, nulls
//===----------------------------------------------------------------------===//

df::CmpPredicateAttr fuzz::randomPredicate(Random &random, MLIRContext *context) {
  return df::CmpPredicateAttr::get(context, static_cast<df::CmpPredicate>(random.below(6)));
}

bool ExprGenerator::applyCmp() {
  auto lhs = pick([](const Values &facts) { return !facts.isString() && !facts.isBinary(); });
  if (!lhs)
    return false;
  std::optional<Operand> rhs;
  if (lhs->facts.isNumber() && random.chance(30))
    rhs = pickNumber(*lhs);
  else
    rhs = pickValue(*lhs);
  return random.chance(20) ? makeCmp(*rhs, *lhs) : makeCmp(*lhs, *rhs);
}

bool ExprGenerator::makeCmp(const Operand &lhs, const Operand &rhs) {
  df::CmpOp::Properties properties;
  properties.predicate = randomPredicate(random, builder.getContext());
  mlir::Value result = create<df::CmpOp>({lhs.value, rhs.value}, properties);
  if (!result)
    return false;
  pool.push_back({result, describe(result.getType(), {&lhs, &rhs})});
  return true;
}

bool ExprGenerator::applyTo(StringRef kind, const Operand &lhs, const Operand &rhs) {
  auto make = llvm::StringSwitch<bool (ExprGenerator::*)(const Operand &, const Operand &)>(kind)
                  .Case("molt_df.add", &ExprGenerator::makeAdd)
                  .Case("molt_df.sub", &ExprGenerator::makeSub)
                  .Case("molt_df.mul", &ExprGenerator::makeMul)
                  .Case("molt_df.div", &ExprGenerator::makeDiv)
                  .Case("molt_df.rem", &ExprGenerator::makeRem)
                  .Case("molt_df.cmp", &ExprGenerator::makeCmp)
                  .Default(nullptr);
  assert(make && "not an operation of two numbers");
  return (this->*make)(lhs, rhs);
}

template <typename OpTy> bool ExprGenerator::applyLogic() {
  auto isCondition = [](const Values &facts) { return facts.isBool(); };
  auto lhs = pick(isCondition);
  if (!lhs)
    return false;
  Operand rhs = pickLike(*lhs);
  mlir::Value result = create<OpTy>({lhs->value, rhs.value});
  pool.push_back({result, describe(result.getType(), {&*lhs, &rhs})});
  return true;
}

bool ExprGenerator::applyAnd() { return applyLogic<df::AndOp>(); }
bool ExprGenerator::applyOr() { return applyLogic<df::OrOp>(); }

bool ExprGenerator::applyNot() {
  auto operand = pick([](const Values &facts) { return facts.isBool(); });
  if (!operand)
    return false;
  mlir::Value result = create<df::NotOp>(operand->value);
  pool.push_back({result, describe(result.getType(), {&*operand})});
  return true;
}

bool ExprGenerator::applyIsNull() {
  auto operand = pick([&](const Values &facts) { return facts.isNullable || random.chance(10); });
  if (!operand)
    return false;
  mlir::Value result = create<df::IsNullOp>(operand->value);
  pool.push_back({result, describe(result.getType(), {})});
  return true;
}

/// Facts about a value that is one of two.
static void unite(Values &facts, const Values &a, const Values &b) {
  facts.min = std::min(a.min, b.min), facts.max = std::max(a.max, b.max);
  facts.grain = std::max(a.grain, b.grain);
  facts.samples = a.samples;
}

bool ExprGenerator::applyCoalesce() {
  auto lhs = pick([&](const Values &facts) { return facts.isNullable || random.chance(10); });
  if (!lhs)
    return false;
  Operand rhs = pickValue(*lhs);
  mlir::Value result = create<df::CoalesceOp>({lhs->value, rhs.value});
  Values facts = describe(result.getType(), {});
  facts.hasNulls = lhs->facts.hasNulls && rhs.facts.hasNulls;
  unite(facts, lhs->facts, rhs.facts);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applySelect() {
  auto condition = pick([](const Values &facts) { return facts.isBool(); });
  auto lhs = pick();
  if (!condition || !lhs)
    return false;
  Operand rhs = pickValue(*lhs);
  mlir::Value result = create<df::SelectOp>({condition->value, lhs->value, rhs.value});
  Values facts = describe(result.getType(), {&*lhs, &rhs});
  unite(facts, lhs->facts, rhs.facts);
  pool.push_back({result, facts});
  return true;
}

//===----------------------------------------------------------------------===//
// Casts
//===----------------------------------------------------------------------===//

bool ExprGenerator::applyCast() {
  auto operand = pick();
  if (!operand)
    return false;
  const Values &from = operand->facts;
  Type type = from.type;
  MLIRContext *context = builder.getContext();
  if (from.isNull() && random.chance(85))
    type = randomType(random, context);
  else if (from.isNumber() && random.chance(85))
    type = random.chance(8) && from.isInteger() ? builder.getI1Type()
                                                : randomNumberType(random, context);
  else if (from.isBool() && random.chance(80))
    type = randomIntegerType(random, context);
  return castTo(*operand, type);
}

static bool isCastable(const Values &from, const Values &to) {
  return from.type == to.type || from.isNull() || (from.isNumber() && to.isNumber()) ||
         ((from.isBool() || from.isInteger()) && (to.isBool() || to.isInteger()));
}

bool ExprGenerator::castTo(const Operand &operand, Type type) {
  const Values &from = operand.facts;
  MLIRContext *context = builder.getContext();
  Values to = from;
  to.type = type;
  if (!isCastable(from, to))
    return false;
  to.isNullable = type == from.type && from.isNull() ? true : random.chance(from.hasNulls ? 95 : 50);
  if (from.isBool() && !to.isBool())
    to.min = 0, to.max = 1;

  auto [min, max] = limitsOf(to.type);
  bool isSafe = !from.hasNulls || to.isNullable;
  df::Overflow overflow = df::Overflow::checked;
  if (to.type != from.type && !to.isReal()) {
    bool fits = from.isBool() || (to.min >= min && to.max <= max);
    if (to.isDecimal() && !from.isBool()) // rounding may carry
      fits = std::fabs(to.min) * 1.001 + 1 < max && std::fabs(to.max) * 1.001 + 1 < max;
    if (to.isBool())
      fits = from.min >= 0 && from.max <= 1;
    if (from.isReal())
      fits &= from.grain != RealGrain::Wild && (to.isDecimal() || from.grain == RealGrain::Whole);
    if (from.isInteger() && to.isInteger() && random.chance(fits ? 10 : 50)) {
      overflow = df::Overflow::wrap;
      if (!fits)
        to.min = min, to.max = max;
      fits = true;
    }
    isSafe &= fits;
  }
  bool isLenient = to.isNullable && overflow == df::Overflow::checked && random.chance(20);
  if (!isSafe && !isLenient && !takeRisk())
    return false;
  if (to.isReal())
    to.grain = grainOf(from);
  if (to.type.isF32() && !from.type.isF32())
    to.grain = std::fabs(to.min) > 1e37 || std::fabs(to.max) > 1e37 ? RealGrain::Wild
               : std::fabs(to.min) < 1e4 && std::fabs(to.max) < 1e4 ? to.grain
                                                                    : RealGrain::Rough;
  to.hasNulls = (from.hasNulls || isLenient) && to.isNullable;
  to.min = std::max(to.min, min), to.max = std::min(to.max, max);
  if (to.type != from.type)
    to.samples.clear();
  df::CastOp::Properties properties;
  properties.overflow = df::OverflowAttr::get(context, overflow);
  if (isLenient)
    properties.lenient = builder.getUnitAttr();
  OperationState state(builder.getUnknownLoc(), df::CastOp::getOperationName());
  state.addOperands(operand.value);
  state.addTypes(to.getType());
  state.getOrAddProperties<df::CastOp::Properties>() = properties;
  pool.push_back({builder.create(state)->getResult(0), to});
  return true;
}
