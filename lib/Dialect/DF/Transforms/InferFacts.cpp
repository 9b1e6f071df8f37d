//===- InferFacts.cpp - molt-df-infer-facts -------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "mlir/IR/Remarks.h"
#include "llvm/ADT/TypeSwitch.h"

namespace molt::df {
#define GEN_PASS_DEF_MOLTDFINFERFACTS
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"
} // namespace molt::df

using namespace molt;
using namespace molt::df;

/// Width of totals: 128-bit values times 64-bit counts.
static constexpr unsigned kWide = 256;

namespace {
class Recorder {
public:
  explicit Recorder(Operation *root) : root(root), analysis(root), builder(root->getContext()) {}

  void run() {
    root->walk([&](Operation *op) {
      llvm::TypeSwitch<Operation *>(op)
          .Case([&](OverflowOpInterface arith) { proveFits(arith); })
          .Case<SumOp, MeanOp>([&](auto aggregate) { proveTotal(aggregate); })
          .Case([&](IsNullOp isNull) {
            if (analysis.getFacts(isNull.getOperand()).getNonNull())
              foldTo(isNull, false, isNullable(isNull.getOperand().getType()));
          })
          .Case([&](CmpOp cmp) { proveOutcome(cmp); });
    });
    for (Operation *op : folded)
      op->erase();
    if (usedAssumptions)
      markAssumed(root);
  }

private:
  void proveFits(OverflowOpInterface op) {
    Type type = op->getResult(0).getType();
    bool hasLimits = getFactsOfType(type).getHasRange() || isa<IntervalType>(getNonNull(type));
    if (op.getOverflow() != Overflow::checked || !hasLimits)
      return;
    auto expression = cast<ExpressionOpInterface>(op.getOperation());
    auto options = remark::RemarkOpts::name("InferFacts").category("molt-df");
    // A lenient cast cannot fail; that all values fit is the proof.
    if (auto cast = dyn_cast<CastOp>(op.getOperation()); cast && cast.getLenient()) {
      if (cast.mayNotFit(analysis.getOperandFacts(op)))
        return;
      usedAssumptions |= cast.makesNull();
      cast.setLenient(false);
    }
    if (expression.canFailWith(analysis.getOperandFacts(op))) {
      remark::missed(op.getLoc(), options) << remark::add("{0} may overflow", op->getName());
      return;
    }
    usedAssumptions |= expression.canFail();
    op.setOverflow(Overflow::never);
    remark::passed(op.getLoc(), options) << remark::add("{0} never overflows", op->getName());
  }

  template <typename OpTy>
  void proveTotal(OpTy op) {
    // Of an aggregate or a window.
    Value input = op->getParentOp()->getOperand(0);
    std::optional<uint64_t> rows = analysis.getTableFacts(input).maxRows;
    FactsAttr facts = analysis.getFacts(op.getOperand());
    if (!rows || !facts.getHasRange())
      return;
    // Of any part of the rows, none included.
    APInt zero(kWide, 0), count(kWide, *rows);
    APInt min = llvm::APIntOps::smin(zero, facts.getMin().sext(kWide) * count);
    APInt max = llvm::APIntOps::smax(zero, facts.getMax().sext(kWide) * count);
    int64_t bits = std::max(min.getSignificantBits(), max.getSignificantBits());
    if (bits > 128 || (op.getTotalBits() && static_cast<int64_t>(*op.getTotalBits()) <= bits))
      return;
    op.setTotalBits(bits);
    usedAssumptions = true;
    remark::passed(op.getLoc(), remark::RemarkOpts::name("InferFacts").category("molt-df"))
        << remark::add("totals of {0} fit {1} bits", op->getName(), bits);
  }

  void proveOutcome(CmpOp op) {
    FactsAttr lhs = analysis.getFacts(op.getLhs()), rhs = analysis.getFacts(op.getRhs());
    if (!lhs.getNonNull() || !rhs.getNonNull())
      return;
    Type lhsType = op.getLhs().getType(), rhsType = op.getRhs().getType();
    std::optional<bool> outcome =
        FactAnalysis::decide(op.getPredicate(), lhs, lhsType, rhs, rhsType);
    if (outcome)
      foldTo(op, *outcome,
             isNullable(op.getType()) ||
                 !FactAnalysis::decide(op.getPredicate(), getFactsOfType(lhsType), lhsType,
                                       getFactsOfType(rhsType), rhsType));
  }

  void foldTo(Operation *op, bool value, bool assumes) {
    builder.setInsertionPoint(op);
    auto constant = ConstantOp::create(builder, op->getLoc(), op->getResult(0).getType(),
                                       builder.getBoolAttr(value));
    op->replaceAllUsesWith(constant);
    folded.push_back(op);
    usedAssumptions |= assumes;
    remark::passed(op->getLoc(), remark::RemarkOpts::name("InferFacts").category("molt-df"))
        << remark::add("{0} is always {1}", op->getName(), value);
  }

  Operation *root;
  FactAnalysis analysis;
  OpBuilder builder;
  SmallVector<Operation *> folded;
  /// Whether anything was proved by more than types.
  bool usedAssumptions = false;
};

struct InferFacts : df::impl::MoltDFInferFactsBase<InferFacts> {
  void runOnOperation() final { Recorder(getOperation()).run(); }
};
} // namespace
