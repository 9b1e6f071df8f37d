//===- RandomStrings.cpp - Random operations on strings -------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "RandomExpr.h"

using namespace molt;
using namespace molt::fuzz;

static bool isString(const Values &facts) { return facts.isString(); }

/// Two operands are there, and those that may be left out are.
template <typename OpTy> static auto withoutBounds() {
  typename OpTy::Properties properties;
  properties.operandSegmentSizes = {1, 1, 0, 0};
  return properties;
}

template <typename OpTy>
bool ExprGenerator::applyStringPredicate(typename OpTy::Properties properties) {
  auto lhs = pick([](const Values &facts) { return facts.isString(); });
  if (!lhs)
    return false;
  Operand rhs = pickLike(*lhs);
  mlir::Value result = create<OpTy>({lhs->value, rhs.value}, properties);
  pool.push_back({result, describe(result.getType(), {&*lhs, &rhs})});
  return true;
}

bool ExprGenerator::applyStrCmp() {
  str::CmpOp::Properties properties;
  properties.predicate = randomPredicate(random, builder.getContext());
  auto lhs = pick([](const Values &facts) { return facts.isString() || facts.isBinary(); });
  if (!lhs)
    return false;
  Operand rhs = pickLike(*lhs);
  mlir::Value result = create<str::CmpOp>({lhs->value, rhs.value}, properties);
  pool.push_back({result, describe(result.getType(), {&*lhs, &rhs})});
  return true;
}
bool ExprGenerator::applyStartsWith() {
  return applyStringPredicate<str::StartsWithOp>(withoutBounds<str::StartsWithOp>());
}
bool ExprGenerator::applyContains() { return applyStringPredicate<str::ContainsOp>({}); }
bool ExprGenerator::applyEndsWith() {
  return applyStringPredicate<str::EndsWithOp>(withoutBounds<str::EndsWithOp>());
}

/// Bytes of the code point at the beginning.
static size_t pointSize(StringRef text) {
  size_t size = 1;
  while (size < text.size() && (text[size] & 0xC0) == 0x80)
    ++size;
  return size;
}

/// A pattern that some of the texts match: one of them, with wildcards for parts of it.
static std::string randomPattern(Random &random, StringRef text, StringRef escape) {
  std::string pattern;
  for (size_t at = 0; at < text.size();) {
    StringRef point = text.substr(at, pointSize(text.substr(at)));
    at += point.size();
    if (random.chance(12)) {
      pattern += '%';
      continue;
    }
    if (random.chance(10)) {
      pattern += '_';
      continue;
    }
    if (random.chance(8))
      continue;
    if (!escape.empty() && (point == escape || random.chance(10)))
      pattern += escape;
    pattern += point;
    // Or matches would be rare.
    if (random.chance(20)) {
      pattern += '%';
      at = text.size();
    }
  }
  if (random.chance(40))
    pattern = '%' + pattern;
  if (random.chance(50))
    pattern += '%';
  // An escape at the end stands for itself only if it is there twice.
  bool isEscaped = false;
  for (StringRef rest = pattern; !rest.empty();) {
    isEscaped = !isEscaped && !escape.empty() && rest.starts_with(escape);
    rest = rest.drop_front(isEscaped ? escape.size() : pointSize(rest));
  }
  return isEscaped ? pattern + escape.str() : pattern;
}

bool ExprGenerator::applyLike() {
  auto operand = pick(isString);
  if (!operand)
    return false;
  MLIRContext *context = builder.getContext();
  const Values &facts = operand->facts;
  bool hasSample = !facts.samples.empty() && facts.samples.front().isString();
  std::string text =
      hasSample && random.chance(80) ? facts.samples.front().getString() : randomString(random);
  str::LikeOp::Properties properties;
  StringRef escape;
  if (random.chance(30)) {
    escape = random.pick({"a", "!", "%", "\xC3\xA9"});
    properties.escape = StringAttr::get(context, escape);
  }
  properties.pattern = StringAttr::get(context, randomPattern(random, text, escape));
  mlir::Value result = create<str::LikeOp>(operand->value, properties);
  pool.push_back({result, describe(result.getType(), {&*operand})});
  return true;
}

bool ExprGenerator::applyLength() {
  auto operand = pick(isString);
  if (!operand)
    return false;
  mlir::Value result = create<str::LengthOp>(operand->value);
  Values facts = describe(result.getType(), {&*operand});
  facts.min = 0, facts.max = 2147483647;
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyByteLength() {
  auto operand = pick([](const Values &facts) { return facts.isString() || facts.isBinary(); });
  if (!operand)
    return false;
  mlir::Value result = create<str::ByteLengthOp>(operand->value);
  Values facts = describe(result.getType(), {&*operand});
  facts.min = 0, facts.max = 2147483647;
  pool.push_back({result, facts});
  return true;
}

Operand ExprGenerator::pickPosition() {
  Values like;
  like.type = builder.getI64Type();
  if (random.chance(40))
    if (auto member = pick([&](const Values &facts) { return facts.type == like.type; }))
      return *member;
  like.min = -8, like.max = 16;
  if (random.chance(10))
    std::tie(like.min, like.max) = limitsOf(like.type);
  return makeConstant(like);
}

Operand ExprGenerator::makeInteger(int64_t value) {
  auto constant = df::ConstantOp::create(builder, builder.getUnknownLoc(), builder.getI64Type(),
                                         builder.getI64IntegerAttr(value));
  Values facts;
  facts.type = builder.getI64Type();
  facts.min = facts.max = static_cast<double>(value);
  return {constant, facts};
}

//===----------------------------------------------------------------------===//
// New strings
//===----------------------------------------------------------------------===//

bool ExprGenerator::applySubstring() {
  auto operand = pick(isString);
  if (!operand)
    return false;
  Operand start = pickPosition(), length = pickPosition();
  mlir::Value result = create<str::SubstringOp>({operand->value, start.value, length.value});
  Values facts = describe(result.getType(), {&*operand, &start, &length});
  facts.max = bytesOf(operand->facts);
  pool.push_back({result, facts});
  return true;
}

bool ExprGenerator::applyConcat() {
  auto lhs = pick(isString);
  if (!lhs)
    return false;
  Operand rhs = pickLike(*lhs);
  double bytes = bytesOf(lhs->facts) + bytesOf(rhs.facts);
  if (bytes > kMostBytes)
    return false;
  mlir::Value result = random.chance(50) ? create<str::ConcatOp>({lhs->value, rhs.value})
                                         : create<str::ConcatOp>({rhs.value, lhs->value});
  Values facts = describe(result.getType(), {&*lhs, &rhs});
  facts.max = bytes;
  pool.push_back({result, facts});
  return true;
}
