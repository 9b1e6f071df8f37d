//===- ScalarLogic.cpp - Lowering of logic, nulls and choice -------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Dialect/Str/IR/Str.h"

using namespace molt;
using namespace molt::lowering;

/// Three-valued and/or. With `dominant` the value that decides alone (false for
/// and): the result is null where neither operand decides and one is null.
static ScalarValue lowerConnective(ScalarBuilder &b, const ScalarValue &lhs,
                                   const ScalarValue &rhs, bool isAnd) {
  // A null operand counts as the neutral value.
  auto neutralized = [&](const ScalarValue &operand) {
    if (!operand.valid)
      return operand.value;
    return isAnd ? b.create<arith::OrIOp>(operand.value, b.negation(operand.valid))
                 : b.create<arith::AndIOp>(operand.value, operand.valid);
  };
  Value left = neutralized(lhs), right = neutralized(rhs);
  Value value =
      isAnd ? b.create<arith::AndIOp>(left, right) : b.create<arith::OrIOp>(left, right);
  if (!lhs.valid && !rhs.valid)
    return {value, {}};
  // Valid if both are, or if the result is the dominant value.
  Value decided = isAnd ? b.negation(value) : value;
  Value valid = b.create<arith::OrIOp>(b.conjunction(lhs.valid, rhs.valid), decided);
  return {value, valid};
}

static ScalarValue lowerAnd(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands, Value) {
  return lowerConnective(b, operands[0], operands[1], true);
}

static ScalarValue lowerOr(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands, Value) {
  return lowerConnective(b, operands[0], operands[1], false);
}

static ScalarValue lowerNot(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands, Value) {
  return {b.negation(operands[0].value), {}};
}

static ScalarValue lowerIsNull(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                               Value) {
  if (!operands[0].valid)
    return {b.constantBool(false), {}};
  return {b.negation(operands[0].valid), {}};
}

static ScalarValue lowerCoalesce(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                 Value) {
  const ScalarValue &lhs = operands[0], &rhs = operands[1];
  if (!lhs.valid)
    return lhs;
  Value value = b.create<arith::SelectOp>(lhs.valid, lhs.value, rhs.value);
  return {value, rhs.valid ? b.create<arith::OrIOp>(lhs.valid, rhs.valid) : Value()};
}

static ScalarValue lowerSelect(Operation *, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                               Value) {
  Value condition = b.conjunction(operands[0].value, operands[0].valid);
  const ScalarValue &yes = operands[1], &no = operands[2];
  Value value = b.create<arith::SelectOp>(condition, yes.value, no.value);
  if (!yes.valid && !no.valid)
    return {value, {}};
  Value always = b.constantBool(true);
  return {value, b.create<arith::SelectOp>(condition, yes.valid ? yes.valid : always,
                                           no.valid ? no.valid : always)};
}

static ScalarValue lowerConstant(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue>, Value) {
  auto constant = cast<df::ConstantOp>(op);
  Type type = getRegisterType(constant.getType());
  Attribute value = constant.getValue();
  if (isa<df::NullAttr>(value)) {
    Value zero = isa<str::Utf8Type>(type) ? b.create<str::ConstantOp>("")
                 : isa<FloatType>(type)
                     ? b.create<arith::ConstantOp>(b.builder.getFloatAttr(type, 0.0))
                     : b.constant(type, 0);
    return {zero, b.constantBool(false)};
  }
  if (auto text = dyn_cast<StringAttr>(value))
    return {b.create<str::ConstantOp>(text.getValue(), !df::isTextType(constant.getType())), {}};
  if (auto real = dyn_cast<FloatAttr>(value))
    return {b.create<arith::ConstantOp>(real), {}};
  if (auto interval = dyn_cast<df::IntervalAttr>(value)) {
    uint32_t days = interval.getDays(), months = interval.getMonths();
    uint64_t words[] = {uint64_t(days) << 32 | months, static_cast<uint64_t>(interval.getMicros())};
    return {b.constant(type, APInt(128, words)), {}};
  }
  APInt bits = cast<IntegerAttr>(value).getValue();
  return {b.constant(type, bits), {}};
}

void lowering::addLogicLowerings(LoweringTable &table) {
  table.add<df::ConstantOp>(lowerConstant);
  table.add<df::AndOp>(lowerAnd);
  table.add<df::OrOp>(lowerOr);
  table.add<df::NotOp>(lowerNot);
  table.add<df::IsNullOp>(lowerIsNull);
  table.add<df::CoalesceOp>(lowerCoalesce);
  table.add<df::SelectOp>(lowerSelect);
}
