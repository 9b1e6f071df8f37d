//===- StrFolds.cpp - Folds and patterns of molt_str ----------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "mlir/IR/PatternMatch.h"

using namespace molt;
using namespace molt::str;

//===----------------------------------------------------------------------===//
// Constants
//===----------------------------------------------------------------------===//

/// Larger results stay computations: constants are printed, hashed and compiled.
static constexpr size_t kLargestConstant = 1 << 16;

static bool hasNull(ArrayRef<Attribute> operands) {
  return llvm::any_of(operands, llvm::IsaAndPresentPred<df::NullAttr>);
}

static Attribute makeBool(MLIRContext *context, bool value) {
  return IntegerAttr::get(IntegerType::get(context, 1), value);
}

/// Folds a predicate on two constants; a null constant makes it null.
template <typename Fn>
static OpFoldResult foldPredicate(MLIRContext *context, ArrayRef<Attribute> operands, Fn function) {
  if (hasNull(operands))
    return df::NullAttr::get(context);
  auto a = dyn_cast_or_null<StringAttr>(operands[0]), b = dyn_cast_or_null<StringAttr>(operands[1]);
  if (!a || !b)
    return {};
  return makeBool(context, function(a.getValue(), b.getValue()));
}

OpFoldResult CmpOp::fold(FoldAdaptor adaptor) {
  return foldPredicate(getContext(), adaptor.getOperands(), [&](StringRef a, StringRef b) {
    int order = a.compare(b);
    switch (getPredicate()) {
    case df::CmpPredicate::eq:
      return order == 0;
    case df::CmpPredicate::ne:
      return order != 0;
    case df::CmpPredicate::lt:
      return order < 0;
    case df::CmpPredicate::le:
      return order <= 0;
    case df::CmpPredicate::gt:
      return order > 0;
    case df::CmpPredicate::ge:
      return order >= 0;
    }
    llvm_unreachable("unknown predicate");
  });
}

OpFoldResult ContainsOp::fold(FoldAdaptor adaptor) {
  return foldPredicate(getContext(), adaptor.getOperands(),
                       [](StringRef a, StringRef b) { return a.contains(b); });
}

/// Where each code point of a string begins, and its end.
static SmallVector<size_t> getBoundaries(StringRef text) {
  SmallVector<size_t> boundaries;
  for (size_t i = 0; i < text.size(); ++i)
    if ((text[i] & 0xC0) != 0x80)
      boundaries.push_back(i);
  boundaries.push_back(text.size());
  return boundaries;
}

/// Whether the text matches an encoded pattern.
static bool matches(StringRef text, StringRef pattern) {
  SmallVector<size_t> boundaries = getBoundaries(text);
  // reached[i]: the pattern so far can match the first i code points.
  SmallVector<bool> reached(boundaries.size(), false);
  reached[0] = true;
  for (size_t at = 0; at < pattern.size();) {
    size_t size = 1;
    while (at + size < pattern.size() && (pattern[at + size] & 0xC0) == 0x80)
      ++size;
    StringRef token = pattern.substr(at, size);
    at += size;
    if (token[0] == kAnySequence) {
      for (size_t i = 1; i < reached.size(); ++i)
        reached[i] = reached[i] || reached[i - 1];
      continue;
    }
    for (size_t i = reached.size(); i-- > 1;)
      reached[i] = reached[i - 1] && (token[0] == kAnyCodePoint ||
                                      text.slice(boundaries[i - 1], boundaries[i]) == token);
    reached[0] = false;
  }
  return reached.back();
}

OpFoldResult LikeOp::fold(FoldAdaptor adaptor) {
  if (hasNull(adaptor.getOperands()))
    return df::NullAttr::get(getContext());
  std::string pattern = encodeLikePattern(getPattern(), getEscape().value_or(""));
  if (pattern == StringRef(&kAnySequence, 1) && !df::isNullable(getOperand().getType()))
    return makeBool(getContext(), true);
  auto text = dyn_cast_or_null<StringAttr>(adaptor.getOperand());
  // The time is the product of both sizes.
  if (!text || text.size() > 4096 || pattern.size() > 4096)
    return {};
  return makeBool(getContext(), matches(text.getValue(), pattern));
}

OpFoldResult LengthOp::fold(FoldAdaptor adaptor) {
  if (hasNull(adaptor.getOperands()))
    return df::NullAttr::get(getContext());
  auto text = dyn_cast_or_null<StringAttr>(adaptor.getOperand());
  if (!text)
    return {};
  return IntegerAttr::get(IntegerType::get(getContext(), 64),
                          getBoundaries(text.getValue()).size() - 1);
}

OpFoldResult ByteLengthOp::fold(FoldAdaptor adaptor) {
  if (hasNull(adaptor.getOperands()))
    return df::NullAttr::get(getContext());
  auto text = dyn_cast_or_null<StringAttr>(adaptor.getOperand());
  return text ? OpFoldResult(IntegerAttr::get(IntegerType::get(getContext(), 64), text.size()))
              : OpFoldResult();
}

OpFoldResult SubstringOp::fold(FoldAdaptor adaptor) {
  if (hasNull(adaptor.getOperands()))
    return df::NullAttr::get(getContext());
  auto text = dyn_cast_or_null<StringAttr>(adaptor.getOperand());
  auto startAttr = dyn_cast_or_null<IntegerAttr>(adaptor.getStart());
  auto lengthAttr = dyn_cast_or_null<IntegerAttr>(adaptor.getLength());
  if (!text || !startAttr || !lengthAttr)
    return {};
  SmallVector<size_t> boundaries = getBoundaries(text.getValue());
  __int128 count = boundaries.size() - 1, start = startAttr.getInt(), length = lengthAttr.getInt();
  if (start < 0)
    start += count + 1;
  auto clamp = [&](__int128 position) {
    return static_cast<size_t>(std::max<__int128>(std::min(position, count + 1), 1) - 1);
  };
  size_t begin = clamp(std::min(start, start + length));
  size_t end = clamp(std::max(start, start + length));
  StringRef part = text.getValue().slice(boundaries[begin], boundaries[end]);
  return StringAttr::get(getContext(), part);
}

/// Whether the operand can stand for the result, whose type it must have.
static OpFoldResult forward(Operation *op, Value operand) {
  if (operand.getType() != op->getResult(0).getType())
    return {};
  return operand;
}

static bool isEmpty(Attribute attribute) {
  auto text = dyn_cast_or_null<StringAttr>(attribute);
  return text && text.getValue().empty();
}

OpFoldResult ConcatOp::fold(FoldAdaptor adaptor) {
  if (hasNull(adaptor.getOperands()))
    return df::NullAttr::get(getContext());
  if (isEmpty(adaptor.getLhs()) && !df::isNullable(getLhs().getType()))
    return forward(*this, getRhs());
  if (isEmpty(adaptor.getRhs()) && !df::isNullable(getRhs().getType()))
    return forward(*this, getLhs());
  auto a = dyn_cast_or_null<StringAttr>(adaptor.getLhs());
  auto b = dyn_cast_or_null<StringAttr>(adaptor.getRhs());
  if (!a || !b || a.size() + b.size() > kLargestConstant)
    return {};
  return StringAttr::get(getContext(), a.getValue() + b.getValue());
}

//===----------------------------------------------------------------------===//
// Patterns
//===----------------------------------------------------------------------===//

namespace {
/// not (a < b) → a >= b, also where they are null.
struct InvertComparison : OpRewritePattern<df::NotOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(df::NotOp op, PatternRewriter &rewriter) const override {
    auto cmp = op.getOperand().getDefiningOp<CmpOp>();
    if (!cmp)
      return rewriter.notifyMatchFailure(op, "operand is not a comparison of strings");
    rewriter.replaceOpWithNewOp<CmpOp>(op, df::invert(cmp.getPredicate()), cmp.getLhs(),
                                       cmp.getRhs());
    return success();
  }
};

/// like "a" → cmp eq, like "a%" → starts_with, like "%a" → ends_with, like "%a%" → contains.
struct SimplifyLike : OpRewritePattern<LikeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(LikeOp op, PatternRewriter &rewriter) const override {
    std::string encoded = encodeLikePattern(op.getPattern(), op.getEscape().value_or(""));
    StringRef text = encoded, any(&kAnySequence, 1);
    bool openBegin = text.consume_front(any), openEnd = text.consume_back(any);
    if (openBegin && text.empty()) // "%" is a prefix of no code points.
      openBegin = false, openEnd = true;
    if (text.contains(kAnySequence) || text.contains(kAnyCodePoint))
      return rewriter.notifyMatchFailure(op, "a wildcard is within the text of the pattern");
    auto *dialect = cast<StrDialect>(op->getDialect());
    Operation *constant = dialect->materializeConstant(rewriter, rewriter.getStringAttr(text),
                                                       Utf8Type::get(getContext()), op.getLoc());
    if (!constant)
      return rewriter.notifyMatchFailure(op, "this region has no string constants");
    Value operand = op.getOperand(), wanted = constant->getResult(0);
    if (openBegin && openEnd)
      rewriter.replaceOpWithNewOp<ContainsOp>(op, operand, wanted);
    else if (openBegin)
      rewriter.replaceOpWithNewOp<EndsWithOp>(op, operand, wanted);
    else if (openEnd)
      rewriter.replaceOpWithNewOp<StartsWithOp>(op, operand, wanted);
    else
      rewriter.replaceOpWithNewOp<CmpOp>(op, df::CmpPredicate::eq, operand, wanted);
    return success();
  }
};
} // namespace

void LikeOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<SimplifyLike>(context);
}

void StrDialect::getCanonicalizationPatterns(RewritePatternSet &patterns) const {
  patterns.add<InvertComparison>(getContext());
}
