//===- DFCanonicalize.cpp - Canonicalization patterns of molt_df ----------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What takes more than an existing value or a constant (those are DFFolds.cpp). As
// there, an error may go but none may come.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DFInterval.h"
#include "mlir/IR/Matchers.h"
#include "mlir/IR/PatternMatch.h"

using namespace molt;
using namespace molt::df;

CmpPredicate df::invert(CmpPredicate predicate) {
  switch (predicate) {
  case CmpPredicate::eq:
    return CmpPredicate::ne;
  case CmpPredicate::ne:
    return CmpPredicate::eq;
  case CmpPredicate::lt:
    return CmpPredicate::ge;
  case CmpPredicate::le:
    return CmpPredicate::gt;
  case CmpPredicate::gt:
    return CmpPredicate::le;
  case CmpPredicate::ge:
    return CmpPredicate::lt;
  }
  llvm_unreachable("unknown predicate");
}

CmpPredicate df::swapOperands(CmpPredicate predicate) {
  switch (predicate) {
  case CmpPredicate::eq:
  case CmpPredicate::ne:
    return predicate;
  case CmpPredicate::lt:
    return CmpPredicate::gt;
  case CmpPredicate::le:
    return CmpPredicate::ge;
  case CmpPredicate::gt:
    return CmpPredicate::lt;
  case CmpPredicate::ge:
    return CmpPredicate::le;
  }
  llvm_unreachable("unknown predicate");
}

//===----------------------------------------------------------------------===//
// Helpers
//===----------------------------------------------------------------------===//

/// Whether a value is the boolean constant `expected`.
static bool isBool(Value value, bool expected) {
  auto constant = value.getDefiningOp<ConstantOp>();
  if (!constant)
    return false;
  auto integer = dyn_cast<IntegerAttr>(constant.getValue());
  return integer && integer.getType().isInteger(1) && integer.getValue().getBoolValue() == expected;
}

static bool isConstant(Value value) { return matchPattern(value, m_Constant()); }

/// Whether a cast between integers and decimals keeps every value, null included.
static bool isExact(CastOp cast) {
  std::optional<unsigned> from = getExactScale(getNonNull(cast.getOperand().getType()));
  std::optional<unsigned> to = getExactScale(getNonNull(cast.getType()));
  return from && to && *to >= *from && cast.getOverflow() != Overflow::wrap &&
         !cast.canFail() && !cast.makesNull();
}

//===----------------------------------------------------------------------===//
// Comparison and logic
//===----------------------------------------------------------------------===//

namespace {
/// not (a < b) → a >= b: the order is total, and null stays null.
struct InvertComparison : OpRewritePattern<NotOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NotOp op, PatternRewriter &rewriter) const override {
    auto cmp = op.getOperand().getDefiningOp<CmpOp>();
    if (!cmp)
      return rewriter.notifyMatchFailure(op, "operand is not a comparison");
    rewriter.replaceOpWithNewOp<CmpOp>(op, invert(cmp.getPredicate()), cmp.getLhs(),
                                       cmp.getRhs());
    return success();
  }
};

/// not (a or b) → not a and not b: filters split conjunctions.
struct DistributeNot : OpRewritePattern<NotOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NotOp op, PatternRewriter &rewriter) const override {
    auto either = op.getOperand().getDefiningOp<OrOp>();
    if (!either || !either->hasOneUse())
      return rewriter.notifyMatchFailure(op, "operand is not a disjunction used only here");
    auto lhs = NotOp::create(rewriter, op.getLoc(), either.getLhs());
    auto rhs = NotOp::create(rewriter, op.getLoc(), either.getRhs());
    rewriter.replaceOpWithNewOp<AndOp>(op, lhs, rhs);
    return success();
  }
};

/// constant < x → x > constant.
struct MoveConstantOfCmpRight : OpRewritePattern<CmpOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CmpOp op, PatternRewriter &rewriter) const override {
    if (!isConstant(op.getLhs()) || isConstant(op.getRhs()))
      return rewriter.notifyMatchFailure(op, "no constant on the left alone");
    rewriter.replaceOpWithNewOp<CmpOp>(op, swapOperands(op.getPredicate()), op.getRhs(),
                                       op.getLhs());
    return success();
  }
};

/// cmp (cast x), y → cmp x, y if the cast keeps all values and the nullness, and x
/// and y can still be compared.
struct CompareUncast : OpRewritePattern<CmpOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CmpOp op, PatternRewriter &rewriter) const override {
    SmallVector<Value> operands = {op.getLhs(), op.getRhs()};
    bool changed = false;
    for (Value &operand : operands) {
      auto cast = operand.getDefiningOp<CastOp>();
      if (!cast || !isExact(cast) ||
          isNullable(cast.getType()) != isNullable(cast.getOperand().getType()))
        continue;
      Value before = operand;
      operand = cast.getOperand();
      SmallVector<Type> types;
      if (failed(CmpOp::inferReturnTypes(
              op.getContext(), std::nullopt, operands, op->getDiscardableAttrDictionary(),
              op->getPropertiesStorage(), {}, types)) ||
          types.front() != op.getType() || !comparesExactly(operands))
        operand = before;
      else
        changed = true;
    }
    if (!changed)
      return rewriter.notifyMatchFailure(op, "no operand is an exact cast");
    rewriter.replaceOpWithNewOp<CmpOp>(op, op.getPredicate(), operands[0], operands[1]);
    return success();
  }

  /// Not where one of them is a float, to which the other would be rounded.
  static bool comparesExactly(ValueRange operands) {
    return llvm::all_of(operands, [](Value operand) {
      return getExactScale(getNonNull(operand.getType())).has_value();
    });
  }
};

/// b == true → b, b == false → not b, and the same for !=.
struct SimplifyCmpOfBool : OpRewritePattern<CmpOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CmpOp op, PatternRewriter &rewriter) const override {
    bool isTrue = isBool(op.getRhs(), true), isFalse = isBool(op.getRhs(), false);
    bool isEquality =
        op.getPredicate() == CmpPredicate::eq || op.getPredicate() == CmpPredicate::ne;
    if (!isEquality || (!isTrue && !isFalse) || op.getLhs().getType() != op.getType())
      return rewriter.notifyMatchFailure(op, "not an equality with a boolean constant");
    if (isTrue == (op.getPredicate() == CmpPredicate::eq))
      rewriter.replaceOp(op, op.getLhs());
    else
      rewriter.replaceOpWithNewOp<NotOp>(op, op.getLhs());
    return success();
  }
};
} // namespace

void NotOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<InvertComparison, DistributeNot>(context);
}

void CmpOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MoveConstantOfCmpRight, CompareUncast, SimplifyCmpOfBool>(context);
}

//===----------------------------------------------------------------------===//
// Arithmetic
//===----------------------------------------------------------------------===//

namespace {
/// constant + x → x + constant, for numbers.
template <typename OpTy>
struct MoveConstantRight : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpTy op, PatternRewriter &rewriter) const override {
    if (!isConstant(op.getLhs()) || isConstant(op.getRhs()))
      return rewriter.notifyMatchFailure(op, "no constant on the left alone");
    if (!isNumericType(getNonNull(op.getLhs().getType())))
      return rewriter.notifyMatchFailure(op, "a date stays on the left");
    rewriter.replaceOpWithNewOp<OpTy>(op, op.getRhs(), op.getLhs(), op.getOverflow());
    return success();
  }
};
} // namespace

namespace {
/// timestamp ± a constant interval → its months and then its days and time added to the timestamp,
/// which have ranges, folds and vectors.
template <typename OpTy> struct ExpandConstantInterval : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpTy op, PatternRewriter &rewriter) const override {
    Value when = op.getLhs(), length = op.getRhs();
    if (isa<IntervalType>(getNonNull(when.getType())))
      std::swap(when, length); // a sum
    auto type = dyn_cast<TimestampType>(getNonNull(op.getType()));
    IntervalAttr interval;
    if (!type || !matchPattern(length, m_Constant(&interval)))
      return rewriter.notifyMatchFailure(op, "no timestamp and constant interval");
    bool isSum = std::is_same_v<OpTy, AddOp>;
    APInt units = getMicrosOfDays(interval) *
                  (getUnitsPerSecond(type.getUnit()) / getUnitsPerSecond(TimeUnit::us));
    int64_t months = isSum ? interval.getMonths() : -int64_t(interval.getMonths());
    if (!isSum)
      units.negate();
    if (units.getSignificantBits() > 64)
      return rewriter.notifyMatchFailure(op, "no duration is as long");
    Location loc = op.getLoc();
    bool nullable = isNullable(when.getType());
    if (getNonNull(when.getType()) != type)
      when = CastOp::create(rewriter, loc, withNullability(type, nullable), when);
    if (months) {
      Value count = ConstantOp::create(rewriter, loc, rewriter.getI64Type(),
                                       rewriter.getI64IntegerAttr(months));
      when = AddMonthsOp::create(rewriter, loc, when, count);
    }
    if (!units.isZero()) {
      Value duration =
          ConstantOp::create(rewriter, loc, DurationType::get(op.getContext(), type.getUnit()),
                             rewriter.getI64IntegerAttr(units.getSExtValue()));
      when = AddOp::create(rewriter, loc, when, duration);
    }
    if (when.getType() != op.getType())
      when = CastOp::create(rewriter, loc, op.getType(), when);
    rewriter.replaceOp(op, when);
    return success();
  }
};
} // namespace

void AddOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MoveConstantRight<AddOp>, ExpandConstantInterval<AddOp>>(context);
}

void SubOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<ExpandConstantInterval<SubOp>>(context);
}

void MulOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MoveConstantRight<MulOp>>(context);
}

//===----------------------------------------------------------------------===//
// Nulls, choice, casts
//===----------------------------------------------------------------------===//

namespace {
/// is_null (f x) → is_null x, where f is null exactly where x is.
struct IsNullOfOperand : OpRewritePattern<IsNullOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(IsNullOp op, PatternRewriter &rewriter) const override {
    auto expression = op.getOperand().getDefiningOp<ExpressionOpInterface>();
    if (!expression || !expression.propagatesNull() || expression.makesNull())
      return rewriter.notifyMatchFailure(op, "operand may be null where its operands are not");
    Value nullable;
    for (Value operand : expression->getOperands()) {
      if (!isNullable(operand.getType()) || operand == nullable)
        continue;
      if (nullable)
        return rewriter.notifyMatchFailure(op, "more than one nullable operand");
      nullable = operand;
    }
    if (!nullable)
      return rewriter.notifyMatchFailure(op, "no nullable operand");
    rewriter.replaceOpWithNewOp<IsNullOp>(op, nullable);
    return success();
  }
};

/// select c, true, false → c, and the reverse, for a c that is never null.
struct SelectOfBools : OpRewritePattern<SelectOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SelectOp op, PatternRewriter &rewriter) const override {
    if (op.getCondition().getType() != op.getType() || isNullable(op.getType()))
      return rewriter.notifyMatchFailure(op, "condition may be null");
    if (isBool(op.getTrueValue(), true) && isBool(op.getFalseValue(), false)) {
      rewriter.replaceOp(op, op.getCondition());
      return success();
    }
    if (isBool(op.getTrueValue(), false) && isBool(op.getFalseValue(), true)) {
      rewriter.replaceOpWithNewOp<NotOp>(op, op.getCondition());
      return success();
    }
    return rewriter.notifyMatchFailure(op, "values are not true and false");
  }
};

/// cast (cast x : A to B) : B to C → cast x : A to C, for an exact inner cast.
struct MergeCasts : OpRewritePattern<CastOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CastOp op, PatternRewriter &rewriter) const override {
    auto inner = op.getOperand().getDefiningOp<CastOp>();
    if (!inner || !isExact(inner))
      return rewriter.notifyMatchFailure(op, "operand is not an exact cast");
    // A decimal becomes a float by dividing: another scale, another rounding.
    if (!getExactScale(getNonNull(op.getType())))
      return rewriter.notifyMatchFailure(op, "result is not an integer or decimal");
    if (op.getOverflow() == Overflow::wrap && !isIntegerType(getNonNull(inner.getOperand().getType())))
      return rewriter.notifyMatchFailure(op, "only integers wrap around");
    rewriter.replaceOpWithNewOp<CastOp>(op, op.getType(), inner.getOperand(), op.getOverflow(),
                                        op.getLenient());
    return success();
  }
};
} // namespace

void IsNullOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<IsNullOfOperand>(context);
}

void SelectOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<SelectOfBools>(context);
}

void CastOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MergeCasts>(context);
}

//===----------------------------------------------------------------------===//
// Row regions
//===----------------------------------------------------------------------===//

namespace {
/// Removes block arguments that are unused or repeat a column. The result's type does
/// not depend on them.
template <typename OpTy>
struct DropColumns : OpRewritePattern<OpTy> {
  using OpRewritePattern<OpTy>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpTy op, PatternRewriter &rewriter) const override {
    Block &block = op.getBody().front();
    SmallVector<Attribute> kept;
    SmallVector<Value> arguments;
    llvm::BitVector dropped(block.getNumArguments());
    SmallVector<std::pair<Value, Value>> repeated;
    for (auto [column, argument] : llvm::zip_equal(op.getColumns(), block.getArguments())) {
      if (argument.use_empty()) {
        dropped.set(argument.getArgNumber());
        continue;
      }
      auto *first = llvm::find(kept, column);
      if (first != kept.end()) {
        repeated.emplace_back(argument, arguments[first - kept.begin()]);
        dropped.set(argument.getArgNumber());
        continue;
      }
      kept.push_back(column);
      arguments.push_back(argument);
    }
    if (dropped.none())
      return rewriter.notifyMatchFailure(op, "all columns are used once");
    rewriter.modifyOpInPlace(op, [&] {
      for (auto [argument, first] : repeated)
        rewriter.replaceAllUsesWith(argument, first);
      block.eraseArguments(dropped);
      op.setColumnsAttr(rewriter.getArrayAttr(kept));
    });
    return success();
  }
};

/// Rewrites a condition of which only true matters: null is as good as false.
/// Returns the value itself where there is nothing to do.
Value simplifyCondition(Value condition, PatternRewriter &rewriter) {
  Operation *op = condition.getDefiningOp();
  if (isa_and_nonnull<AndOp, OrOp>(op)) {
    Value lhs = simplifyCondition(op->getOperand(0), rewriter);
    Value rhs = simplifyCondition(op->getOperand(1), rewriter);
    if (lhs == op->getOperand(0) && rhs == op->getOperand(1))
      return condition;
    if (isa<AndOp>(op))
      return AndOp::create(rewriter, op->getLoc(), lhs, rhs);
    return OrOp::create(rewriter, op->getLoc(), lhs, rhs);
  }
  if (auto coalesce = dyn_cast_or_null<CoalesceOp>(op))
    if (isBool(coalesce.getRhs(), false))
      return simplifyCondition(coalesce.getLhs(), rewriter);
  if (auto select = dyn_cast_or_null<SelectOp>(op))
    if (isBool(select.getFalseValue(), false)) {
      Value test = simplifyCondition(select.getCondition(), rewriter);
      if (isBool(select.getTrueValue(), true))
        return test;
      Value value = simplifyCondition(select.getTrueValue(), rewriter);
      return AndOp::create(rewriter, op->getLoc(), test, value);
    }
  return condition;
}

struct SimplifyFilterCondition : OpRewritePattern<FilterOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(FilterOp op, PatternRewriter &rewriter) const override {
    Operation *yield = op.getBody().front().getTerminator();
    rewriter.setInsertionPoint(yield);
    Value condition = simplifyCondition(yield->getOperand(0), rewriter);
    if (condition == yield->getOperand(0))
      return rewriter.notifyMatchFailure(op, "condition does not tell false from null");
    rewriter.modifyOpInPlace(yield, [&] { yield->setOperand(0, condition); });
    return success();
  }
};

/// filter true → its input; filter false or null → limit 0.
struct FilterByConstant : OpRewritePattern<FilterOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(FilterOp op, PatternRewriter &rewriter) const override {
    Value condition = op.getBody().front().getTerminator()->getOperand(0);
    if (!condition.getDefiningOp<ConstantOp>())
      return rewriter.notifyMatchFailure(op, "condition is not a constant");
    if (isBool(condition, true))
      rewriter.replaceOp(op, op.getInput());
    else
      rewriter.replaceOpWithNewOp<LimitOp>(op, op.getInput(), /*count=*/0, /*offset=*/0);
    return success();
  }
};
} // namespace

void FilterOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<DropColumns<FilterOp>, SimplifyFilterCondition, FilterByConstant>(context);
}

void WithColumnsOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                                MLIRContext *context) {
  patterns.add<DropColumns<WithColumnsOp>>(context);
}

void AggregateOp::getCanonicalizationPatterns(RewritePatternSet &patterns,
                                              MLIRContext *context) {
  patterns.add<DropColumns<AggregateOp>>(context);
}

//===----------------------------------------------------------------------===//
// Project, limit
//===----------------------------------------------------------------------===//

namespace {
/// project (project x) → project x.
struct MergeProjects : OpRewritePattern<ProjectOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ProjectOp op, PatternRewriter &rewriter) const override {
    auto inner = op.getInput().getDefiningOp<ProjectOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(op, "input is not a project");
    auto table = cast<TableType>(inner.getType());
    SmallVector<Attribute> columns;
    for (StringAttr column : op.getColumns().getAsRange<StringAttr>())
      columns.push_back(inner.getColumns()[*table.find(column.getValue())]);
    ArrayAttr columnsAttr = rewriter.getArrayAttr(columns), names = op.getResultNames();
    rewriter.replaceOpWithNewOp<ProjectOp>(op, inner.getInput(), columnsAttr,
                                           names == columnsAttr ? ArrayAttr() : names);
    return success();
  }
};

/// limit (sort x) → top_k x, for limits that start at the first row.
struct FuseLimitIntoSort : OpRewritePattern<LimitOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(LimitOp limit, PatternRewriter &rewriter) const override {
    auto sort = limit.getInput().getDefiningOp<SortOp>();
    if (!sort)
      return rewriter.notifyMatchFailure(limit, "input is not a sort");
    if (limit.getOffset() != 0)
      return rewriter.notifyMatchFailure(limit, "limit has an offset");
    rewriter.replaceOpWithNewOp<TopKOp>(limit, sort.getInput(), limit.getCountAttr(),
                                        sort.getKeys(), ArrayAttr());
    return success();
  }
};

/// limit (limit x) → limit x.
struct MergeLimits : OpRewritePattern<LimitOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(LimitOp outer, PatternRewriter &rewriter) const override {
    auto inner = outer.getInput().getDefiningOp<LimitOp>();
    if (!inner)
      return rewriter.notifyMatchFailure(outer, "input is not a limit");
    int64_t left = std::max<int64_t>(inner.getCount() - outer.getOffset(), 0), offset;
    if (llvm::AddOverflow<int64_t>(inner.getOffset(), outer.getOffset(), offset))
      return rewriter.notifyMatchFailure(outer, "offsets overflow");
    rewriter.replaceOpWithNewOp<LimitOp>(outer, inner.getInput(),
                                         std::min<int64_t>(outer.getCount(), left), offset);
    return success();
  }
};
} // namespace

void ProjectOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<MergeProjects>(context);
}

void LimitOp::getCanonicalizationPatterns(RewritePatternSet &patterns, MLIRContext *context) {
  patterns.add<FuseLimitIntoSort, MergeLimits>(context);
}
