//===- Lowering.cpp - Shared pieces of scalar lowering --------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Dialect/DF/IR/DFTime.h"
#include "Molt/Dialect/Str/IR/Str.h"

using namespace molt;
using namespace molt::lowering;

Type lowering::getRegisterType(Type dfType) {
  Type type = df::getNonNull(dfType);
  MLIRContext *context = type.getContext();
  if (auto decimal = dyn_cast<df::DecimalType>(type))
    return IntegerType::get(context, decimal.getPrecision() <= 18 ? 64 : 128);
  if (isa<df::Date32Type>(type))
    return IntegerType::get(context, 32);
  if (isa<df::NullType>(type))
    return IntegerType::get(context, 1);
  if (df::isTimeType(type))
    return IntegerType::get(context, 64);
  if (isa<df::IntervalType>(type))
    return IntegerType::get(context, 128);
  if (auto integer = dyn_cast<IntegerType>(type))
    return IntegerType::get(context, integer.getWidth());
  // Below, whether bytes are text makes no difference.
  if (df::isStringType(type))
    return str::Utf8Type::get(context);
  return type;
}

Type lowering::getStorageType(Type dfType) {
  auto decimal = dyn_cast<df::DecimalType>(df::getNonNull(dfType));
  if (decimal && decimal.getPrecision() <= 9)
    return IntegerType::get(dfType.getContext(), 32);
  return getRegisterType(dfType);
}

LoweringTable::LoweringTable() {
  addArithmeticLowerings(*this);
  addCastLowerings(*this);
  addLogicLowerings(*this);
  addBitLowerings(*this);
  addMathLowerings(*this);
  addTimeLowerings(*this);
  addIntervalLowerings(*this);
  addStringLowerings(*this);
  addAggregateLowerings(*this);
  addOrderAggregateLowerings(*this);
  addStatisticsLowerings(*this);
}

Value ScalarBuilder::constant(Type type, int64_t value) {
  return create<arith::ConstantOp>(
      IntegerAttr::get(type, APInt(type.getIntOrFloatBitWidth(), value, /*isSigned=*/true,
                                   /*implicitTrunc=*/true)));
}

Value ScalarBuilder::constant(Type type, const APInt &value) {
  return create<arith::ConstantOp>(
      IntegerAttr::get(type, value.sextOrTrunc(type.getIntOrFloatBitWidth())));
}

Value ScalarBuilder::constantF64(double value) {
  return create<arith::ConstantOp>(builder.getF64FloatAttr(value));
}

Value ScalarBuilder::conjunction(Value a, Value b) {
  if (!a || !b)
    return a ? a : b;
  return a == b ? a : create<arith::AndIOp>(a, b);
}

Value ScalarBuilder::extend(Value value, Type type, bool isUnsigned) {
  if (value.getType() == type)
    return value;
  return isUnsigned || value.getType().isInteger(1) ? create<arith::ExtUIOp>(type, value)
                                                    : create<arith::ExtSIOp>(type, value);
}

Value ScalarBuilder::resize(Value value, Type type) {
  unsigned from = value.getType().getIntOrFloatBitWidth(), to = type.getIntOrFloatBitWidth();
  if (from == to)
    return value;
  return from < to ? create<arith::ExtSIOp>(type, value) : create<arith::TruncIOp>(type, value);
}

void ScalarBuilder::check(Value ok, Value when, MoltStatus code, const Twine &message) {
  if (conditions) {
    *conditions = conjunction(*conditions, ok);
    return;
  }
  pipe::CheckOp::create(builder, loc, ok, when, static_cast<uint32_t>(code), message.str());
}

//===----------------------------------------------------------------------===//
// Floats
//===----------------------------------------------------------------------===//

Value lowering::canonicalizeFloat(ScalarBuilder &b, Value value) {
  auto type = cast<FloatType>(value.getType());
  // x + (+0) turns -0 into +0 and leaves everything else; NaNs are replaced.
  Value zero = b.create<arith::ConstantOp>(b.builder.getFloatAttr(type, 0.0));
  Value sum = b.create<arith::AddFOp>(value, zero);
  Value isNaN = b.create<arith::CmpFOp>(arith::CmpFPredicate::UNO, value, value);
  Value nan = b.create<arith::ConstantOp>(
      FloatAttr::get(type, APFloat::getQNaN(type.getFloatSemantics())));
  return b.create<arith::SelectOp>(isNaN, nan, sum);
}

/// Involution between the bits of canonical floats and integers of the same order:
/// negative numbers have their other bits inverted.
static Value flipNegative(ScalarBuilder &b, Value bits) {
  unsigned width = bits.getType().getIntOrFloatBitWidth();
  Value sign = b.create<arith::ShRSIOp>(bits, b.constant(bits.getType(), width - 1));
  Value flip = b.create<arith::AndIOp>(
      sign, b.constant(bits.getType(), APInt::getSignedMaxValue(width)));
  return b.create<arith::XOrIOp>(bits, flip);
}

Value lowering::encodeFloatOrder(ScalarBuilder &b, Value value) {
  Type bits = b.getInt(value.getType().getIntOrFloatBitWidth());
  return flipNegative(b, b.create<arith::BitcastOp>(bits, canonicalizeFloat(b, value)));
}

Value lowering::decodeFloatOrder(ScalarBuilder &b, Value value, FloatType type) {
  return b.create<arith::BitcastOp>(type, flipNegative(b, value));
}

//===----------------------------------------------------------------------===//
// Rounding division
//===----------------------------------------------------------------------===//

Value lowering::divideRounded(ScalarBuilder &b, Value dividend, Value divisor) {
  Type type = dividend.getType();
  auto absolute = [&](Value value) {
    Value negative = b.cmp(arith::CmpIPredicate::slt, value, b.constant(type, 0));
    return b.create<arith::SelectOp>(
        negative, b.create<arith::SubIOp>(b.constant(type, 0), value), value);
  };
  Value quotient = b.create<arith::DivSIOp>(dividend, divisor);
  Value remainder =
      b.create<arith::SubIOp>(dividend, b.create<arith::MulIOp>(quotient, divisor));
  // |r| >= |d| - |r| says 2|r| >= |d| without overflow.
  Value absRemainder = absolute(remainder), absDivisor = absolute(divisor);
  Value roundUp = b.cmp(arith::CmpIPredicate::uge, absRemainder,
                        b.create<arith::SubIOp>(absDivisor, absRemainder));
  Value negative = b.cmp(arith::CmpIPredicate::slt,
                         b.create<arith::XOrIOp>(dividend, divisor), b.constant(type, 0));
  Value step = b.create<arith::SelectOp>(negative, b.constant(type, -1), b.constant(type, 1));
  return b.create<arith::SelectOp>(roundUp, b.create<arith::AddIOp>(quotient, step), quotient);
}
