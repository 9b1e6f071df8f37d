//===- RandomNumbers.cpp - Random remainders, bits and functions ---------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RandomExpr.h"
#include <algorithm>
#include <cmath>

using namespace molt;
using namespace molt::fuzz;

bool ExprGenerator::makeRem(const Operand &lhs, const Operand &rhs) {
  const Values &a = lhs.facts, &b = rhs.facts;
  bool divisorMayBeZero = !b.isReal() && !a.isReal() && b.min <= 0 && b.max >= 0;
  df::RemOp::Properties properties;
  if (random.chance(divisorMayBeZero ? 70 : 20))
    properties.zeroIsNull = builder.getUnitAttr();
  else if (divisorMayBeZero && !takeRisk())
    return false;
  mlir::Value result = create<df::RemOp>({lhs.value, rhs.value}, properties);
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&lhs, &rhs});
  facts.hasNulls |= properties.zeroIsNull && divisorMayBeZero;
  facts.grain = RealGrain::Wild;
  facts.min = std::min(a.min, 0.0), facts.max = std::max(a.max, 0.0);
  pool.push_back({result, facts});
  return true;
}

//===----------------------------------------------------------------------===//
// Bits
//===----------------------------------------------------------------------===//

static bool isInteger(const Values &facts) { return facts.isInteger(); }

template <typename OpTy> bool ExprGenerator::applyBits() {
  auto lhs = pick(isInteger);
  if (!lhs)
    return false;
  std::optional<Operand> rhs = random.chance(50) ? pick(isInteger) : std::nullopt;
  if (!rhs)
    rhs = pickLike(*lhs);
  mlir::Value result = create<OpTy>({lhs->value, rhs->value});
  if (!result)
    return false;
  Values facts = describe(result.getType(), {&*lhs, &*rhs});
  std::tie(facts.min, facts.max) = limitsOf(facts.type);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyBitAnd() { return applyBits<df::BitAndOp>(); }
bool ExprGenerator::applyBitOr() { return applyBits<df::BitOrOp>(); }
bool ExprGenerator::applyBitXor() { return applyBits<df::BitXorOp>(); }

bool ExprGenerator::applyBitNot() {
  auto operand = pick(isInteger);
  if (!operand)
    return false;
  mlir::Value result = create<df::BitNotOp>(operand->value);
  Values facts = describe(result.getType(), {&*operand});
  std::tie(facts.min, facts.max) = limitsOf(facts.type);
  pool.push_back({result, facts});
  return true;
}

Operand ExprGenerator::pickCount(const Operand &lhs) {
  if (random.chance(30))
    if (auto member = pick([](const Values &facts) { return facts.isInteger() && facts.min >= 0; }))
      return *member;
  Values like;
  like.type = randomIntegerType(random, builder.getContext());
  double width = lhs.facts.type.getIntOrFloatBitWidth();
  like.min = 0, like.max = random.chance(50) ? 4 : width + 2;
  Operand count = makeConstant(like);
  if (count.facts.min >= 0 || takeRisk())
    return count;
  like.max = 0;
  return makeConstant(like);
}

std::optional<std::pair<Operand, Operand>> ExprGenerator::pickShift() {
  auto operand = pick(isInteger);
  if (!operand)
    return std::nullopt;
  Operand count = pickCount(*operand);
  if (count.facts.min < 0 && !takeRisk())
    return std::nullopt;
  return std::pair(*operand, count);
}

bool ExprGenerator::applyShl() {
  auto shift = pickShift();
  if (!shift)
    return false;
  auto &[lhs, count] = *shift;
  Values facts = describe(lhs.facts.type, {&lhs, &count});
  facts.isNullable = lhs.facts.isNullable || count.facts.isNullable;
  double least = std::pow(2.0, std::max(count.facts.min, 0.0));
  double most = std::pow(2.0, std::min(std::max(count.facts.max, 0.0), 300.0));
  facts.min = lhs.facts.min * (lhs.facts.min < 0 ? most : least);
  facts.max = lhs.facts.max * (lhs.facts.max < 0 ? least : most);
  std::optional<df::Overflow> overflow = chooseOverflow(facts);
  if (!overflow)
    return false;
  df::ShlOp::Properties properties;
  properties.overflow = df::OverflowAttr::get(builder.getContext(), *overflow);
  pool.push_back({create<df::ShlOp>({lhs.value, count.value}, properties), facts});
  return true;
}

bool ExprGenerator::applyShr() {
  auto shift = pickShift();
  if (!shift)
    return false;
  auto &[lhs, count] = *shift;
  mlir::Value result = create<df::ShrOp>({lhs.value, count.value});
  Values facts = describe(result.getType(), {&lhs, &count});
  facts.min = std::min(lhs.facts.min, 0.0), facts.max = std::max(lhs.facts.max, 0.0);
  pool.push_back({result, facts});
  return true;
}

//===----------------------------------------------------------------------===//
// Membership
//===----------------------------------------------------------------------===//

bool ExprGenerator::applyIsIn() {
  auto operand = pick();
  if (!operand)
    return false;
  SmallVector<mlir::Value> operands = {operand->value};
  for (int64_t i = random.between(0, 5); i > 0; --i) {
    Operand value = pickLike(*operand);
    if (value.facts.isNullable)
      continue;
    operands.push_back(value.value);
  }
  mlir::Value result = create<df::IsInOp>(operands);
  pool.push_back({result, describe(result.getType(), {&*operand})});
  return true;
}

//===----------------------------------------------------------------------===//
// Functions of floats
//===----------------------------------------------------------------------===//

static bool isReal(const Values &facts) { return facts.isReal() && !facts.isInexact; }

bool ExprGenerator::applyMath() {
  auto operand = pick(isReal);
  if (!operand)
    return false;
  df::MathOp::Properties properties;
  auto function = static_cast<df::MathFunction>(random.below(13));
  properties.function = df::MathFunctionAttr::get(builder.getContext(), function);
  mlir::Value result = create<df::MathOp>(operand->value, properties);
  Values facts = describe(result.getType(), {&*operand});
  facts.grain = RealGrain::Wild;
  std::tie(facts.min, facts.max) = limitsOf(facts.type);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyPow() {
  auto lhs = pick(isReal);
  if (!lhs)
    return false;
  std::optional<Operand> rhs = random.chance(50) ? pick(isReal) : std::nullopt;
  if (!rhs) {
    Values like;
    like.type = random.chance(70) ? lhs->facts.type : Type(builder.getF64Type());
    like.min = -3, like.max = 3;
    like.grain = random.pick({RealGrain::Whole, RealGrain::Quarter, RealGrain::Rough});
    rhs = makeConstant(like);
  }
  mlir::Value result = create<df::PowOp>({lhs->value, rhs->value});
  Values facts = describe(result.getType(), {&*lhs, &*rhs});
  facts.grain = RealGrain::Wild;
  std::tie(facts.min, facts.max) = limitsOf(facts.type);
  pool.push_back({result, facts});
  return true;
}
