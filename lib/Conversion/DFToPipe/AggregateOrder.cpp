//===- AggregateOrder.cpp - Lowering of first, last, arg_min, arg_max -----===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// These give a value of one row, which is found by its number in the order of rows or by
// another value of it. States: [what decides…] [value…] [valid, of nullable values].
//
//===----------------------------------------------------------------------===//

#include "AggregateHelpers.h"
#include <limits>

using namespace molt;
using namespace molt::lowering;

using Predicate = arith::CmpIPredicate;

/// What a state holds of the value that is the result. Strings are words, all else is itself.
static SmallVector<Type> getValueTypes(Operation *op) {
  Type type = getRegisterType(operandType(op));
  SmallVector<Type> types = {type};
  if (isa<str::Utf8Type>(type))
    types = getOrderedTypes(type);
  if (df::isNullable(op->getOperand(0).getType()))
    types.push_back(IntegerType::get(op->getContext(), 1));
  return types;
}

static SmallVector<Value> encodeValue(Operation *op, ScalarBuilder &b, const ScalarValue &scalar) {
  SmallVector<Value> parts = {scalar.value};
  if (isa<str::Utf8Type>(scalar.value.getType()))
    parts = encodeOrdered(b, scalar.value, operandType(op));
  if (df::isNullable(op->getOperand(0).getType()))
    parts.push_back(scalar.valid ? scalar.valid : b.constantBool(true));
  return parts;
}

/// The result, null where `found` is false.
static ScalarValue decodeValue(Operation *op, ScalarBuilder &b, ValueRange parts, Value found) {
  if (df::isNullable(op->getOperand(0).getType())) {
    found = b.conjunction(found, parts.back());
    parts = parts.drop_back();
  }
  bool isString = df::isStringType(operandType(op));
  return {isString ? decodeOrdered(b, parts, operandType(op)) : parts[0], found};
}

//===----------------------------------------------------------------------===//
// first, last: [number of the row]
//===----------------------------------------------------------------------===//

// There is no row with these numbers; all others are better.
template <bool isLast> constexpr int64_t kNoRow = isLast ? -1 : std::numeric_limits<int64_t>::max();

static SmallVector<Type> positionState(Operation *op, bool, bool) {
  SmallVector<Type> types = {IntegerType::get(op->getContext(), 64)};
  llvm::append_range(types, getValueTypes(op));
  return types;
}

template <bool isLast>
static SmallVector<Value> initPosition(Operation *, ScalarBuilder &b, TypeRange state) {
  SmallVector<Value> result = makeZeros(b, state);
  result[0] = b.constant(state[0], kNoRow<isLast>);
  return result;
}

template <bool isLast>
static SmallVector<Value> mergePosition(Operation *, ScalarBuilder &b, ValueRange lhs,
                                        ValueRange rhs) {
  Value better = b.cmp(isLast ? Predicate::sgt : Predicate::slt, rhs[0], lhs[0]);
  return selectValid(b, better, rhs, lhs);
}

template <bool isLast, typename OpTy>
static SmallVector<Value> updatePosition(Operation *op, ScalarBuilder &b, ValueRange state,
                                         ArrayRef<ScalarValue> input) {
  SmallVector<Value> row = {input[1].value};
  llvm::append_range(row, encodeValue(op, b, input[0]));
  SmallVector<Value> result = mergePosition<isLast>(op, b, state, row);
  return cast<OpTy>(op).getSkipNulls() ? selectValid(b, input[0].valid, result, state) : result;
}

template <bool isLast>
static ScalarValue finishPosition(Operation *op, ScalarBuilder &b, ValueRange state, bool grouped,
                                  bool nullableInput) {
  Value found;
  if (needsAny(grouped, nullableInput))
    found = b.cmp(Predicate::ne, state[0], b.constant(state[0].getType(), kNoRow<isLast>));
  return decodeValue(op, b, state.drop_front(), found);
}

//===----------------------------------------------------------------------===//
// arg_min, arg_max: [words of the deciding value…] [number of the row] [whether there is one]
//===----------------------------------------------------------------------===//

static Type deciderType(Operation *op) { return elementOf(op->getOperand(1)); }

static SmallVector<Type> argState(Operation *op, bool, bool) {
  SmallVector<Type> types = getOrderedTypes(deciderType(op));
  types.append({IntegerType::get(op->getContext(), 64), IntegerType::get(op->getContext(), 1)});
  llvm::append_range(types, getValueTypes(op));
  return types;
}

static SmallVector<Value> initArg(Operation *, ScalarBuilder &b, TypeRange state) {
  return makeZeros(b, state);
}

template <bool isMax>
static SmallVector<Value> mergeArg(Operation *op, ScalarBuilder &b, ValueRange lhs,
                                   ValueRange rhs) {
  Type type = deciderType(op);
  size_t words = getOrderedTypes(type).size();
  ValueRange lhsWords = lhs.take_front(words), rhsWords = rhs.take_front(words);
  Value before = emitLess(b, rhsWords, lhsWords, type);
  Value behind = emitLess(b, lhsWords, rhsWords, type);
  if (isMax)
    std::swap(before, behind);
  // An equal one is better if it is the earlier.
  Value earlier = b.cmp(Predicate::slt, rhs[words], lhs[words]);
  Value better =
      b.create<arith::OrIOp>(before, b.create<arith::AndIOp>(b.negation(behind), earlier));
  better = b.create<arith::OrIOp>(better, b.negation(lhs[words + 1]));
  better = b.create<arith::AndIOp>(better, rhs[words + 1]);
  return selectValid(b, better, rhs, lhs);
}

template <bool isMax>
static SmallVector<Value> updateArg(Operation *op, ScalarBuilder &b, ValueRange state,
                                    ArrayRef<ScalarValue> input) {
  SmallVector<Value> row = encodeOrdered(b, input[1].value, deciderType(op));
  row.append({input[2].value, input[1].valid ? input[1].valid : b.constantBool(true)});
  llvm::append_range(row, encodeValue(op, b, input[0]));
  return mergeArg<isMax>(op, b, state, row);
}

static ScalarValue finishArg(Operation *op, ScalarBuilder &b, ValueRange state, bool, bool) {
  size_t words = getOrderedTypes(deciderType(op)).size();
  return decodeValue(op, b, state.drop_front(words + 2), state[words + 1]);
}

void lowering::addOrderAggregateLowerings(LoweringTable &table) {
  table.add<df::FirstOp>({positionState, initPosition<false>, updatePosition<false, df::FirstOp>,
                          mergePosition<false>, finishPosition<false>, /*needsOrder=*/true});
  table.add<df::LastOp>({positionState, initPosition<true>, updatePosition<true, df::LastOp>,
                         mergePosition<true>, finishPosition<true>, /*needsOrder=*/true});
  table.add<df::ArgMinOp>(
      {argState, initArg, updateArg<false>, mergeArg<false>, finishArg, /*needsOrder=*/true});
  table.add<df::ArgMaxOp>(
      {argState, initArg, updateArg<true>, mergeArg<true>, finishArg, /*needsOrder=*/true});
}
