//===- ScalarBits.cpp - Lowering of bitwise operations and shifts ---------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"

using namespace molt;
using namespace molt::lowering;
using Predicate = arith::CmpIPredicate;

template <typename ArithOp>
static ScalarValue lowerBits(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                             Value) {
  Type type = getRegisterType(op->getResult(0).getType());
  auto operand = [&](unsigned index) {
    return b.extend(operands[index].value, type,
                    elementOf(op->getOperand(index)).isUnsignedInteger());
  };
  return {b.create<ArithOp>(operand(0), operand(1)), {}};
}

static ScalarValue lowerBitNot(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                               Value) {
  Value operand = operands[0].value;
  return {b.create<arith::XOrIOp>(operand, b.constant(operand.getType(), -1)), {}};
}

namespace {
/// A count of bits as it can be given to a shift.
struct Count {
  Value inRange; ///< Less than the width of the value.
  Value amount;  ///< In the value's type; 0 where it is not in range.
};
} // namespace

/// Checks that the count is not negative, unless that is proved.
static Count lowerCount(ScalarBuilder &b, Value count, Type countType, Type type, bool proved,
                        Value when) {
  Type from = count.getType();
  if (!proved && !countType.isUnsignedInteger())
    b.check(b.cmp(Predicate::sge, count, b.constant(from, 0)), when, MOLT_OVERFLOW,
            "shift by a negative number of bits; shift the other way instead");
  unsigned width = type.getIntOrFloatBitWidth();
  Value inRange = b.cmp(Predicate::ult, count, b.constant(from, width));
  Value amount = b.create<arith::SelectOp>(inRange, count, b.constant(from, 0));
  return {inRange, b.resize(amount, type)};
}

static ScalarValue lowerShl(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  auto shl = cast<df::ShlOp>(op);
  Value value = operands[0].value;
  Type type = value.getType(), dfType = elementOf(shl.getLhs());
  bool proved = shl.getOverflow() == df::Overflow::never;
  Count count = lowerCount(b, operands[1].value, elementOf(shl.getRhs()), type, proved, when);
  Value zero = b.constant(type, 0);
  Value shifted = b.create<arith::ShLIOp>(value, count.amount);
  Value result = b.create<arith::SelectOp>(count.inRange, shifted, zero);
  if (shl.getOverflow() == df::Overflow::checked) {
    Value back = dfType.isUnsignedInteger() ? b.create<arith::ShRUIOp>(shifted, count.amount)
                                            : b.create<arith::ShRSIOp>(shifted, count.amount);
    Value exact = b.conjunction(count.inRange, b.cmp(Predicate::eq, back, value));
    Value ok = b.create<arith::OrIOp>(exact, b.cmp(Predicate::eq, value, zero));
    b.check(ok, when, MOLT_OVERFLOW,
            "shifted integer does not fit its type; cast it to a wider one first");
  }
  return {result, {}};
}

static ScalarValue lowerShr(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  Value value = operands[0].value;
  Type type = value.getType();
  Count count = lowerCount(b, operands[1].value, elementOf(op->getOperand(1)), type, false, when);
  if (elementOf(op->getOperand(0)).isUnsignedInteger()) {
    Value shifted = b.create<arith::ShRUIOp>(value, count.amount);
    return {b.create<arith::SelectOp>(count.inRange, shifted, b.constant(type, 0)), {}};
  }
  // All bits but the sign's and then some are those of the sign.
  Value most = b.constant(type, type.getIntOrFloatBitWidth() - 1);
  Value amount = b.create<arith::SelectOp>(count.inRange, count.amount, most);
  return {b.create<arith::ShRSIOp>(value, amount), {}};
}

void lowering::addBitLowerings(LoweringTable &table) {
  table.add<df::BitAndOp>(lowerBits<arith::AndIOp>);
  table.add<df::BitOrOp>(lowerBits<arith::OrIOp>);
  table.add<df::BitXorOp>(lowerBits<arith::XOrIOp>);
  table.add<df::BitNotOp>(lowerBitNot);
  table.add<df::ShlOp>(lowerShl);
  table.add<df::ShrOp>(lowerShr);
}
