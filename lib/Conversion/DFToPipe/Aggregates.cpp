//===- Aggregates.cpp - Lowering of aggregates ----------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Sums of integers and decimals are exact: the accumulator is as wide as the proof
// at hand requires.
//   - i64 (of i128 i128), where `total_bits` proves that it suffices, or the sum wraps around;
//   - two i64, the sums of the low 32 bits and of the rest, for values of up to 64
//     bits without keys: both vectorize, and neither overflows within 2^31 rows,
//     after which `merge` (once per morsel) normalizes;
//   - i128 for the same with keys, where the state is in memory and updates are
//     scalar: add and add-with-carry;
//   - i128 and a carry count for values of 128 bits.
//
//===----------------------------------------------------------------------===//

#include "AggregateHelpers.h"

using namespace molt;
using namespace molt::lowering;

using Predicate = arith::CmpIPredicate;

//===----------------------------------------------------------------------===//
// Exact totals
//===----------------------------------------------------------------------===//

namespace {
/// The accumulators described above; what a state begins with tells which it is.
enum class TotalKind { Float, Narrow, Split, Wide, Wider };
} // namespace

static bool isWrapping(Operation *op) {
  auto sum = dyn_cast<df::SumOp>(op);
  return sum && sum.getOverflow() == df::Overflow::wrap;
}

static TotalKind getTotalKind(Operation *op, bool grouped) {
  Type type = operandType(op);
  if (isa<FloatType>(type))
    return TotalKind::Float;
  auto bits = op->getAttrOfType<IntegerAttr>("total_bits");
  if (bits && bits.getInt() <= 64)
    return TotalKind::Narrow;
  if (isWrapping(op))
    return type.isInteger(128) ? TotalKind::Wide : TotalKind::Narrow;
  if (getRegisterType(type).isInteger(128))
    return TotalKind::Wider;
  return grouped ? TotalKind::Wide : TotalKind::Split;
}

static SmallVector<Type> getTotalTypes(Operation *op, bool grouped) {
  Builder b(op->getContext());
  Type i64 = b.getI64Type(), i128 = b.getIntegerType(128);
  switch (getTotalKind(op, grouped)) {
  case TotalKind::Float:
    return {b.getF64Type()};
  case TotalKind::Narrow:
    return {i64};
  case TotalKind::Split:
    return {i64, i64};
  case TotalKind::Wide:
    return {i128};
  case TotalKind::Wider:
    return {i128, i64};
  }
  llvm_unreachable("unknown kind");
}

/// Which kind a state is of, from its types. Split and Wider differ in the first.
static TotalKind getTotalKind(Operation *op, ValueRange state, unsigned parts) {
  if (isa<FloatType>(state[0].getType()))
    return TotalKind::Float;
  if (parts == 1)
    return state[0].getType().isInteger(64) ? TotalKind::Narrow : TotalKind::Wide;
  return state[0].getType().isInteger(64) ? TotalKind::Split : TotalKind::Wider;
}

static SmallVector<Value> addToTotal(Operation *op, ScalarBuilder &b, ValueRange total,
                                     Value value, TotalKind kind) {
  bool isUnsigned = operandType(op).isUnsignedInteger();
  switch (kind) {
  case TotalKind::Float:
    if (value.getType() != total[0].getType())
      value = b.create<arith::ExtFOp>(total[0].getType(), value);
    return {b.create<arith::AddFOp>(total[0], value)};
  case TotalKind::Narrow:
    // 128-bit values whose total is proved to fit 64 bits fit themselves.
    value = value.getType().isInteger(128) ? b.resize(value, total[0].getType())
                                           : b.extend(value, total[0].getType(), isUnsigned);
    return {b.create<arith::AddIOp>(total[0], value)};
  case TotalKind::Wide:
    return {b.create<arith::AddIOp>(total[0], b.extend(value, total[0].getType(), isUnsigned))};
  case TotalKind::Split: {
    Type type = b.getInt(64);
    value = b.extend(value, type, isUnsigned);
    Value low = b.create<arith::AndIOp>(value, b.constant(type, 0xFFFFFFFF));
    Value shift = b.constant(type, 32);
    Value high = isUnsigned ? b.create<arith::ShRUIOp>(value, shift)
                            : b.create<arith::ShRSIOp>(value, shift);
    return {b.create<arith::AddIOp>(total[0], high), b.create<arith::AddIOp>(total[1], low)};
  }
  case TotalKind::Wider: {
    Value sum = b.create<arith::AddIOp>(total[0], value);
    Value carry = b.extend(b.cmp(Predicate::ult, sum, value), b.getInt(64), true);
    Value sign = b.create<arith::TruncIOp>(
        b.getInt(64), b.create<arith::ShRSIOp>(value, b.constant(value.getType(), 127)));
    return {sum, b.create<arith::AddIOp>(total[1], b.create<arith::AddIOp>(carry, sign))};
  }
  }
  llvm_unreachable("unknown kind");
}

static SmallVector<Value> mergeTotals(ScalarBuilder &b, ValueRange lhs, ValueRange rhs,
                                      TotalKind kind) {
  switch (kind) {
  case TotalKind::Float:
    return {b.create<arith::AddFOp>(lhs[0], rhs[0])};
  case TotalKind::Narrow:
  case TotalKind::Wide:
    return {b.create<arith::AddIOp>(lhs[0], rhs[0])};
  case TotalKind::Split: {
    Type type = b.getInt(64);
    Value low = b.create<arith::AddIOp>(lhs[1], rhs[1]);
    Value carry = b.create<arith::ShRUIOp>(low, b.constant(type, 32));
    Value high = b.create<arith::AddIOp>(b.create<arith::AddIOp>(lhs[0], rhs[0]), carry);
    return {high, b.create<arith::AndIOp>(low, b.constant(type, 0xFFFFFFFF))};
  }
  case TotalKind::Wider: {
    Value sum = b.create<arith::AddIOp>(lhs[0], rhs[0]);
    Value carry = b.extend(b.cmp(Predicate::ult, sum, rhs[0]), b.getInt(64), true);
    return {sum, b.create<arith::AddIOp>(b.create<arith::AddIOp>(lhs[1], rhs[1]), carry)};
  }
  }
  llvm_unreachable("unknown kind");
}

/// The exact total in one integer: i64, i128, or i256.
static Value assembleTotal(Operation *op, ScalarBuilder &b, ValueRange total, TotalKind kind) {
  switch (kind) {
  case TotalKind::Float:
  case TotalKind::Narrow:
  case TotalKind::Wide:
    return total[0];
  case TotalKind::Split: {
    Type type = b.getInt(128);
    Value high = b.create<arith::ShLIOp>(b.extend(total[0], type, false), b.constant(type, 32));
    return b.create<arith::AddIOp>(high, b.extend(total[1], type, true));
  }
  case TotalKind::Wider: {
    Type type = b.getInt(256);
    Value high = b.create<arith::ShLIOp>(b.extend(total[1], type, false), b.constant(type, 128));
    return b.create<arith::OrIOp>(high, b.extend(total[0], type, true));
  }
  }
  llvm_unreachable("unknown kind");
}

//===----------------------------------------------------------------------===//
// sum and mean: [total…, count (mean)] [any]
//===----------------------------------------------------------------------===//

static SmallVector<Type> sumState(Operation *op, bool grouped, bool nullableInput) {
  SmallVector<Type> types = getTotalTypes(op, grouped);
  if (needsAny(grouped, nullableInput))
    types.push_back(IntegerType::get(op->getContext(), 1));
  return types;
}

static SmallVector<Type> meanState(Operation *op, bool grouped, bool) {
  SmallVector<Type> types = getTotalTypes(op, grouped);
  types.push_back(IntegerType::get(op->getContext(), 64));
  return types;
}

/// How many values of a state of sum belong to the total; the rest is `any`.
static unsigned getSumParts(ValueRange state) {
  return state.back().getType().isInteger(1) ? state.size() - 1 : state.size();
}

static SmallVector<Value> initZeros(Operation *, ScalarBuilder &b, TypeRange state) {
  return makeZeros(b, state);
}

static SmallVector<Value> updateSum(Operation *op, ScalarBuilder &b, ValueRange state,
                                    ArrayRef<ScalarValue> input) {
  unsigned parts = getSumParts(state);
  SmallVector<Value> result = addToTotal(op, b, state.take_front(parts), input[0].value,
                                         getTotalKind(op, state, parts));
  if (parts != state.size())
    result.push_back(b.constantBool(true));
  return selectValid(b, input[0].valid, result, state);
}

static SmallVector<Value> mergeSum(Operation *op, ScalarBuilder &b, ValueRange lhs,
                                   ValueRange rhs) {
  unsigned parts = getSumParts(lhs);
  SmallVector<Value> result = mergeTotals(b, lhs.take_front(parts), rhs.take_front(parts),
                                          getTotalKind(op, lhs, parts));
  if (parts != lhs.size())
    result.push_back(b.create<arith::OrIOp>(lhs.back(), rhs.back()));
  return result;
}

static ScalarValue finishSum(Operation *op, ScalarBuilder &b, ValueRange state, bool grouped,
                             bool nullableInput) {
  unsigned parts = getSumParts(state);
  TotalKind kind = getTotalKind(op, state, parts);
  Value total = assembleTotal(op, b, state.take_front(parts), kind);
  // Without a value the total is zero.
  bool orZero = cast<df::SumOp>(op).getOrZero();
  Value any = parts != state.size() && !orZero ? state.back() : Value();
  Type result = df::getNonNull(op->getResult(0).getType());
  if (kind == TotalKind::Float)
    return {total, any};
  Type type = total.getType(), resultType = getRegisterType(result);
  df::FactsAttr limits = df::getFactsOfType(result);
  unsigned width = type.getIntOrFloatBitWidth();
  if (kind != TotalKind::Narrow && !isWrapping(op)) {
    Value ok;
    if (limits.getMax().getSignificantBits() <= width)
      ok = b.conjunction(b.cmp(Predicate::sle, total, b.constant(type, limits.getMax())),
                         b.cmp(Predicate::sge, total, b.constant(type, limits.getMin())));
    if (ok)
      b.check(ok, any, MOLT_OVERFLOW,
              isa<df::DecimalType>(result) ? "sum has more than 38 digits"
              : result.isInteger(128)
                  ? "sum does not fit 128 bits; cast the operand to f64 first"
                  : "sum does not fit 64 bits; cast the operand to i128, a decimal or f64 first");
  }
  return {b.resize(total, resultType), any};
}

static SmallVector<Value> updateMean(Operation *op, ScalarBuilder &b, ValueRange state,
                                     ArrayRef<ScalarValue> input) {
  unsigned parts = state.size() - 1;
  SmallVector<Value> result = addToTotal(op, b, state.take_front(parts), input[0].value,
                                         getTotalKind(op, state, parts));
  result.push_back(b.create<arith::AddIOp>(state.back(), b.constant(b.getInt(64), 1)));
  return selectValid(b, input[0].valid, result, state);
}

static SmallVector<Value> mergeMean(Operation *op, ScalarBuilder &b, ValueRange lhs,
                                    ValueRange rhs) {
  unsigned parts = lhs.size() - 1;
  SmallVector<Value> result = mergeTotals(b, lhs.take_front(parts), rhs.take_front(parts),
                                          getTotalKind(op, lhs, parts));
  result.push_back(b.create<arith::AddIOp>(lhs.back(), rhs.back()));
  return result;
}

static ScalarValue finishMean(Operation *op, ScalarBuilder &b, ValueRange state, bool, bool) {
  unsigned parts = state.size() - 1;
  Type f64 = b.builder.getF64Type();
  Value total = assembleTotal(op, b, state.take_front(parts), getTotalKind(op, state, parts));
  if (isa<df::DurationType>(df::getNonNull(op->getResult(0).getType()))) {
    // Without a value there is no division by zero, either.
    Value one = b.constant(total.getType(), 1), any, count;
    count = b.extend(state.back(), total.getType(), false);
    any = b.cmp(Predicate::ne, count, b.constant(total.getType(), 0));
    Value mean = b.create<arith::DivSIOp>(total, b.create<arith::SelectOp>(any, count, one));
    return {b.resize(mean, b.getInt(64)), any};
  }
  if (!isa<FloatType>(total.getType())) {
    total = b.create<arith::SIToFPOp>(f64, total);
    auto decimal = dyn_cast<df::DecimalType>(operandType(op));
    if (decimal && decimal.getScale()) {
      APFloat scale(APFloat::IEEEdouble());
      (void)scale.convertFromAPInt(df::powerOfTen(decimal.getScale()), false,
                                   APFloat::rmNearestTiesToEven);
      total = b.create<arith::DivFOp>(total,
                                      b.create<arith::ConstantOp>(FloatAttr::get(f64, scale)));
    }
  }
  Value count = state.back();
  Value mean = b.create<arith::DivFOp>(total, b.create<arith::SIToFPOp>(f64, count));
  return {mean, b.cmp(Predicate::ne, count, b.constant(b.getInt(64), 0))};
}

//===----------------------------------------------------------------------===//
// min and max: [words of the extreme…] [any], in the form that orders.
//===----------------------------------------------------------------------===//

static SmallVector<Type> extremeState(Operation *op, bool grouped, bool nullableInput) {
  SmallVector<Type> types = getOrderedTypes(operandType(op));
  // No string is as great as all others.
  if (needsAny(grouped, nullableInput) || df::isStringType(operandType(op)))
    types.push_back(IntegerType::get(op->getContext(), 1));
  return types;
}

template <bool isMax>
static SmallVector<Value> initExtreme(Operation *op, ScalarBuilder &b, TypeRange state) {
  SmallVector<Value> result = makeZeros(b, state);
  if (df::isStringType(operandType(op)))
    return result;
  unsigned width = state[0].getIntOrFloatBitWidth();
  bool isUnsigned = operandType(op).isUnsignedInteger();
  APInt worst = isUnsigned
                    ? (isMax ? APInt::getMinValue(width) : APInt::getMaxValue(width))
                    : (isMax ? APInt::getSignedMinValue(width) : APInt::getSignedMaxValue(width));
  result[0] = b.constant(state[0], worst);
  return result;
}

/// The better of two strings, states as above; without one of them the other.
template <bool isMax>
static SmallVector<Value> pickExtremeString(Operation *op, ScalarBuilder &b, ValueRange x,
                                            ValueRange y) {
  Value better = isMax ? emitLess(b, x, y, operandType(op)) : emitLess(b, y, x, operandType(op));
  better = b.create<arith::OrIOp>(better, b.negation(x[2]));
  better = b.create<arith::AndIOp>(better, y[2]);
  return selectValid(b, better, y, x);
}

template <bool isMax>
static Value pickExtreme(Operation *op, ScalarBuilder &b, Value x, Value y) {
  if (operandType(op).isUnsignedInteger())
    return isMax ? b.create<arith::MaxUIOp>(x, y) : b.create<arith::MinUIOp>(x, y);
  return isMax ? b.create<arith::MaxSIOp>(x, y) : b.create<arith::MinSIOp>(x, y);
}

template <bool isMax>
static SmallVector<Value> updateExtreme(Operation *op, ScalarBuilder &b, ValueRange state,
                                        ArrayRef<ScalarValue> input) {
  SmallVector<Value> row = encodeOrdered(b, input[0].value, operandType(op));
  if (df::isStringType(operandType(op))) {
    row.push_back(input[0].valid ? input[0].valid : b.constantBool(true));
    return pickExtremeString<isMax>(op, b, state, row);
  }
  SmallVector<Value> result = {pickExtreme<isMax>(op, b, state[0], row[0])};
  if (state.size() > 1)
    result.push_back(b.constantBool(true));
  return selectValid(b, input[0].valid, result, state);
}

template <bool isMax>
static SmallVector<Value> mergeExtreme(Operation *op, ScalarBuilder &b, ValueRange lhs,
                                       ValueRange rhs) {
  if (df::isStringType(operandType(op)))
    return pickExtremeString<isMax>(op, b, lhs, rhs);
  SmallVector<Value> result = {pickExtreme<isMax>(op, b, lhs[0], rhs[0])};
  if (lhs.size() > 1)
    result.push_back(b.create<arith::OrIOp>(lhs[1], rhs[1]));
  return result;
}

static ScalarValue finishExtreme(Operation *op, ScalarBuilder &b, ValueRange state, bool, bool) {
  size_t words = getOrderedTypes(operandType(op)).size();
  return {decodeOrdered(b, state.take_front(words), operandType(op)),
          state.size() > words ? state[words] : Value()};
}

//===----------------------------------------------------------------------===//
// any: [true seen] [any]; all: [none false] [any]
//===----------------------------------------------------------------------===//

static SmallVector<Type> logicState(Operation *op, bool grouped, bool nullableInput) {
  Type i1 = IntegerType::get(op->getContext(), 1);
  return SmallVector<Type>(needsAny(grouped, nullableInput) ? 2 : 1, i1);
}

static SmallVector<Value> initAll(Operation *, ScalarBuilder &b, TypeRange state) {
  SmallVector<Value> result = makeZeros(b, state);
  result[0] = b.constantBool(true);
  return result;
}

template <typename ArithOp>
static SmallVector<Value> updateLogic(Operation *, ScalarBuilder &b, ValueRange state,
                                      ArrayRef<ScalarValue> input) {
  SmallVector<Value> result = {b.create<ArithOp>(state[0], input[0].value)};
  if (state.size() > 1)
    result.push_back(b.constantBool(true));
  return selectValid(b, input[0].valid, result, state);
}

template <typename ArithOp>
static SmallVector<Value> mergeLogic(Operation *, ScalarBuilder &b, ValueRange lhs,
                                     ValueRange rhs) {
  SmallVector<Value> result = {b.create<ArithOp>(lhs[0], rhs[0])};
  if (lhs.size() > 1)
    result.push_back(b.create<arith::OrIOp>(lhs[1], rhs[1]));
  return result;
}

static ScalarValue finishLogic(Operation *, ScalarBuilder &, ValueRange state, bool, bool) {
  return {state[0], state.size() > 1 ? state[1] : Value()};
}

//===----------------------------------------------------------------------===//
// count and count_valid
//===----------------------------------------------------------------------===//

static SmallVector<Type> countState(Operation *op, bool, bool) {
  return {IntegerType::get(op->getContext(), 64)};
}

static SmallVector<Value> updateCount(Operation *, ScalarBuilder &b, ValueRange state,
                                      ArrayRef<ScalarValue> input) {
  Type type = b.getInt(64);
  Value step = input.empty() || !input[0].valid ? b.constant(type, 1)
                                                : b.create<arith::ExtUIOp>(type, input[0].valid);
  return {b.create<arith::AddIOp>(state[0], step)};
}

static SmallVector<Value> mergeCount(Operation *, ScalarBuilder &b, ValueRange lhs,
                                     ValueRange rhs) {
  return {b.create<arith::AddIOp>(lhs[0], rhs[0])};
}

static ScalarValue finishCount(Operation *, ScalarBuilder &, ValueRange state, bool, bool) {
  return {state[0], {}};
}

void lowering::addAggregateLowerings(LoweringTable &table) {
  table.add<df::SumOp>({sumState, initZeros, updateSum, mergeSum, finishSum});
  table.add<df::MeanOp>({meanState, initZeros, updateMean, mergeMean, finishMean});
  table.add<df::MinOp>({extremeState, initExtreme<false>, updateExtreme<false>,
                        mergeExtreme<false>, finishExtreme});
  table.add<df::MaxOp>({extremeState, initExtreme<true>, updateExtreme<true>, mergeExtreme<true>,
                        finishExtreme});
  table.add<df::AnyOp>({logicState, initZeros, updateLogic<arith::OrIOp>,
                        mergeLogic<arith::OrIOp>, finishLogic});
  table.add<df::AllOp>({logicState, initAll, updateLogic<arith::AndIOp>,
                        mergeLogic<arith::AndIOp>, finishLogic});
  table.add<df::CountOp>({countState, initZeros, updateCount, mergeCount, finishCount});
  table.add<df::CountValidOp>({countState, initZeros, updateCount, mergeCount, finishCount});
}
