//===- StrDialect.cpp - The molt_str dialect ------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/Str/IR/Str.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/DialectImplementation.h"
#include "mlir/IR/PatternMatch.h"
#include "llvm/ADT/TypeSwitch.h"
#include "llvm/Support/ConvertUTF.h"

using namespace molt;
using namespace molt::str;

#include "Molt/Dialect/Str/IR/StrDialect.cpp.inc"

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/Str/IR/StrTypes.cpp.inc"

#define GET_OP_CLASSES
#include "Molt/Dialect/Str/IR/StrOps.cpp.inc"

void StrDialect::registerTypes() {
  addTypes<
#define GET_TYPEDEF_LIST
#include "Molt/Dialect/Str/IR/StrTypes.cpp.inc"
      >();
}

void StrDialect::initialize() {
  registerTypes();
  addOperations<
#define GET_OP_LIST
#include "Molt/Dialect/Str/IR/StrOps.cpp.inc"
      >();
}

OpFoldResult ConstantOp::fold(FoldAdaptor) { return getValueAttr(); }

LogicalResult ConstantOp::verify() {
  auto *begin = reinterpret_cast<const llvm::UTF8 *>(getValue().begin());
  auto *end = reinterpret_cast<const llvm::UTF8 *>(getValue().end());
  if (!llvm::isLegalUTF8String(&begin, end))
    return emitOpError() << "value " << getValueAttr() << " is not valid UTF-8";
  return success();
}

/// Folds give scalars of molt_df in its plans and in plain functions, and the
/// constants of the levels below (arith's and molt_str's) in the regions of others.
Operation *StrDialect::materializeConstant(OpBuilder &builder, Attribute value, Type type,
                                           Location loc) {
  Operation *parent = builder.getInsertionBlock()->getParentOp();
  if (isa_and_nonnull<df::DFDialect, func::FuncDialect>(parent->getDialect()))
    return getContext()->getLoadedDialect<df::DFDialect>()->materializeConstant(builder, value,
                                                                                type, loc);
  if (auto text = dyn_cast<StringAttr>(value); text && isa<Utf8Type>(type))
    return ConstantOp::create(builder, loc, type, text);
  if (auto number = dyn_cast<TypedAttr>(value); number && number.getType() == type)
    return builder.getContext()->getOrLoadDialect<arith::ArithDialect>()->materializeConstant(
        builder, value, type, loc);
  return nullptr;
}

//===----------------------------------------------------------------------===//
// Predicates: i1, nullable if an operand is
//===----------------------------------------------------------------------===//

static LogicalResult inferPredicate(Value lhs, Value rhs, SmallVectorImpl<Type> &results) {
  bool nullable = df::isNullable(lhs.getType()) || df::isNullable(rhs.getType());
  results.push_back(df::withNullability(IntegerType::get(lhs.getContext(), 1), nullable));
  return success();
}

/// Folds a predicate on two constants; a null constant makes it null.
template <typename Fn>
static OpFoldResult foldPredicate(MLIRContext *context, Attribute lhs, Attribute rhs, Fn function) {
  if (isa_and_nonnull<df::NullAttr>(lhs) || isa_and_nonnull<df::NullAttr>(rhs))
    return df::NullAttr::get(context);
  auto a = dyn_cast_or_null<StringAttr>(lhs), b = dyn_cast_or_null<StringAttr>(rhs);
  if (!a || !b)
    return {};
  return IntegerAttr::get(IntegerType::get(context, 1), function(a.getValue(), b.getValue()));
}

/// The result is null only where an operand is. A comparison mostly ends at the
/// prefix; a search goes through the bytes.
#define MOLT_PREDICATE_METHODS(OP, COST)                                                           \
  df::FactsAttr OP::inferFacts(ArrayRef<df::FactsAttr> operands) {                                 \
    bool nonNull = true;                                                                           \
    for (auto [facts, operand] : llvm::zip_equal(operands, (*this)->getOperands()))                \
      nonNull &= !df::isNullable(operand.getType()) || (facts && facts.getNonNull());              \
    return df::FactsAttr::get(getContext(), false, APInt(128, 0), APInt(128, 0), nonNull);         \
  }                                                                                                \
  unsigned OP::getCost() { return COST; }
MOLT_PREDICATE_METHODS(CmpOp, 8)
MOLT_PREDICATE_METHODS(StartsWithOp, 8)
MOLT_PREDICATE_METHODS(ContainsOp, 64)
#undef MOLT_PREDICATE_METHODS

LogicalResult CmpOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                      SmallVectorImpl<Type> &results) {
  return inferPredicate(adaptor.getLhs(), adaptor.getRhs(), results);
}

OpFoldResult CmpOp::fold(FoldAdaptor adaptor) {
  return foldPredicate(getContext(), adaptor.getLhs(), adaptor.getRhs(),
                       [&](StringRef a, StringRef b) {
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

LogicalResult StartsWithOp::inferReturnTypes(MLIRContext *, std::optional<Location>,
                                             Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferPredicate(adaptor.getLhs(), adaptor.getRhs(), results);
}

OpFoldResult StartsWithOp::fold(FoldAdaptor adaptor) {
  return foldPredicate(getContext(), adaptor.getLhs(), adaptor.getRhs(),
                       [](StringRef a, StringRef b) { return a.starts_with(b); });
}

LogicalResult ContainsOp::inferReturnTypes(MLIRContext *, std::optional<Location>,
                                           Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferPredicate(adaptor.getLhs(), adaptor.getRhs(), results);
}

OpFoldResult ContainsOp::fold(FoldAdaptor adaptor) {
  return foldPredicate(getContext(), adaptor.getLhs(), adaptor.getRhs(),
                       [](StringRef a, StringRef b) { return a.contains(b); });
}

//===----------------------------------------------------------------------===//
// Canonicalization
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
} // namespace

void StrDialect::getCanonicalizationPatterns(RewritePatternSet &patterns) const {
  patterns.add<InvertComparison>(getContext());
}
