//===- AggregateStats.cpp - Lowering of variances and correlations --------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sums of products of differences from the mean, updated row by row (Welford 1962) and merged
// (Chan, Golub, LeVeque 1979): [count] [mean of each operand…] [sum of each product…].
//
//===----------------------------------------------------------------------===//

#include "AggregateHelpers.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace molt;
using namespace molt::lowering;

using Predicate = arith::CmpIPredicate;

namespace {
/// The products of differences that a state has, as pairs of operands.
using Products = SmallVector<std::pair<unsigned, unsigned>, 3>;

Value mul(ScalarBuilder &b, Value x, Value y) { return b.create<arith::MulFOp>(x, y); }
Value addF(ScalarBuilder &b, Value x, Value y) { return b.create<arith::AddFOp>(x, y); }
Value subF(ScalarBuilder &b, Value x, Value y) { return b.create<arith::SubFOp>(x, y); }
Value div(ScalarBuilder &b, Value x, Value y) { return b.create<arith::DivFOp>(x, y); }
Value countToFloat(ScalarBuilder &b, Value count) {
  return b.create<arith::SIToFPOp>(b.builder.getF64Type(), count);
}
} // namespace

static Products getProducts(Operation *op) {
  if (isa<df::CorrOp>(op))
    return {{0, 0}, {1, 1}, {0, 1}};
  if (isa<df::CovarOp>(op))
    return {{0, 1}};
  return {{0, 0}};
}
static unsigned getOperandCount(Operation *op) { return isa<df::CorrOp, df::CovarOp>(op) ? 2 : 1; }

static SmallVector<Type> momentState(Operation *op, bool, bool) {
  Builder b(op->getContext());
  SmallVector<Type> types = {b.getI64Type()};
  types.append(getOperandCount(op) + getProducts(op).size(), b.getF64Type());
  return types;
}

static SmallVector<Value> initMoments(Operation *, ScalarBuilder &b, TypeRange state) {
  return makeZeros(b, state);
}

static SmallVector<Value> updateMoments(Operation *op, ScalarBuilder &b, ValueRange state,
                                        ArrayRef<ScalarValue> input) {
  unsigned operands = getOperandCount(op);
  Value count = b.create<arith::AddIOp>(state[0], b.constant(b.getInt(64), 1)), valid;
  Value n = countToFloat(b, count);
  SmallVector<Value> result = {count}, before, after;
  for (unsigned i = 0; i < operands; ++i) {
    valid = b.conjunction(valid, input[i].valid);
    Value x = toFloat(b, input[i].value, elementOf(op->getOperand(i)),
                      cast<FloatType>(b.builder.getF64Type()));
    before.push_back(subF(b, x, state[1 + i]));
    result.push_back(addF(b, state[1 + i], div(b, before[i], n)));
    after.push_back(subF(b, x, result.back()));
  }
  for (auto [number, product] : llvm::enumerate(getProducts(op)))
    result.push_back(addF(b, state[1 + operands + number],
                          mul(b, before[product.first], after[product.second])));
  return selectValid(b, valid, result, state);
}

static SmallVector<Value> mergeMoments(Operation *op, ScalarBuilder &b, ValueRange lhs,
                                       ValueRange rhs) {
  unsigned operands = getOperandCount(op);
  Value zero = b.constant(b.getInt(64), 0);
  Value count = b.create<arith::AddIOp>(lhs[0], rhs[0]);
  Value lhsN = countToFloat(b, lhs[0]), rhsN = countToFloat(b, rhs[0]);
  Value share = div(b, rhsN, countToFloat(b, count)); // NaN of two empty ones, which is not used.
  SmallVector<Value> result = {count}, differences;
  for (unsigned i = 0; i < operands; ++i) {
    differences.push_back(subF(b, rhs[1 + i], lhs[1 + i]));
    result.push_back(addF(b, lhs[1 + i], mul(b, differences[i], share)));
  }
  for (auto [number, product] : llvm::enumerate(getProducts(op))) {
    unsigned part = 1 + operands + number;
    Value between = mul(b, mul(b, differences[product.first], differences[product.second]),
                        mul(b, lhsN, share));
    result.push_back(addF(b, addF(b, lhs[part], rhs[part]), between));
  }
  // Of an empty one nothing is added, also where the other is not finite.
  result = selectValid(b, b.cmp(Predicate::ne, lhs[0], zero), result, rhs);
  return selectValid(b, b.cmp(Predicate::ne, rhs[0], zero), result, lhs);
}

/// The product's sum over count - ddof.
static ScalarValue finishMoment(ScalarBuilder &b, ValueRange state, uint64_t ddof) {
  Value off = b.constant(b.getInt(64), static_cast<int64_t>(ddof));
  Value degrees = b.create<arith::SubIOp>(state[0], off);
  return {div(b, state.back(), countToFloat(b, degrees)), b.cmp(Predicate::sgt, state[0], off)};
}

static ScalarValue finishVar(Operation *op, ScalarBuilder &b, ValueRange state, bool, bool) {
  return finishMoment(b, state, cast<df::VarOp>(op).getDdof());
}
static ScalarValue finishStd(Operation *op, ScalarBuilder &b, ValueRange state, bool, bool) {
  ScalarValue result = finishMoment(b, state, cast<df::StdOp>(op).getDdof());
  result.value = b.create<math::SqrtOp>(result.value);
  return result;
}
static ScalarValue finishCovar(Operation *op, ScalarBuilder &b, ValueRange state, bool, bool) {
  ScalarValue result = finishMoment(b, state, cast<df::CovarOp>(op).getDdof());
  // The mean of values that are not all finite is not finite. One product may be infinite then,
  // where the difference from the other mean is not 0; less itself, such a mean is NaN, others are 0.
  for (Value mean : {state[1], state[2]})
    result.value = addF(b, result.value, subF(b, mean, mean));
  return result;
}

static ScalarValue finishCorr(Operation *, ScalarBuilder &b, ValueRange state, bool, bool) {
  Value zero = b.constantF64(0);
  Value scale = mul(b, b.create<math::SqrtOp>(state[3]), b.create<math::SqrtOp>(state[4]));
  auto varies = [&](Value sum) { // Or is NaN.
    return b.create<arith::CmpFOp>(arith::CmpFPredicate::UNE, sum, zero);
  };
  Value several = b.cmp(Predicate::sge, state[0], b.constant(b.getInt(64), 2));
  return {div(b, state[5], scale),
          b.conjunction(several, b.conjunction(varies(state[3]), varies(state[4])))};
}

void lowering::addStatisticsLowerings(LoweringTable &table) {
  table.add<df::VarOp>({momentState, initMoments, updateMoments, mergeMoments, finishVar});
  table.add<df::StdOp>({momentState, initMoments, updateMoments, mergeMoments, finishStd});
  table.add<df::CovarOp>({momentState, initMoments, updateMoments, mergeMoments, finishCovar});
  table.add<df::CorrOp>({momentState, initMoments, updateMoments, mergeMoments, finishCorr});
}
