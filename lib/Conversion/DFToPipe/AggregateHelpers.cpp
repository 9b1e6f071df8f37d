//===- AggregateHelpers.cpp - What aggregates have in common --------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "AggregateHelpers.h"

using namespace molt;
using namespace molt::lowering;

SmallVector<Value> lowering::selectValid(ScalarBuilder &b, Value valid, ValueRange updated,
                                         ValueRange old) {
  if (!valid)
    return SmallVector<Value>(updated);
  SmallVector<Value> result;
  for (auto [fresh, stale] : llvm::zip_equal(updated, old))
    result.push_back(b.create<arith::SelectOp>(valid, fresh, stale));
  return result;
}

SmallVector<Value> lowering::makeZeros(ScalarBuilder &b, TypeRange types) {
  SmallVector<Value> result;
  for (Type type : types)
    result.push_back(isa<FloatType>(type)
                         ? b.create<arith::ConstantOp>(b.builder.getFloatAttr(type, 0.0))
                         : b.constant(type, 0));
  return result;
}

SmallVector<Type> lowering::getOrderedTypes(Type dfType) {
  Type type = getRegisterType(dfType);
  auto integer = [&](unsigned width) { return IntegerType::get(type.getContext(), width); };
  if (isa<str::Utf8Type>(type))
    return {integer(64), integer(64)};
  if (isa<FloatType>(type))
    return {integer(type.getIntOrFloatBitWidth())};
  return {type.isInteger(1) ? integer(8) : type};
}

SmallVector<Value> lowering::encodeOrdered(ScalarBuilder &b, Value value, Type dfType) {
  Type type = value.getType();
  if (isa<str::Utf8Type>(type)) {
    if (auto words = value.getDefiningOp<str::FromWordsOp>())
      return {words.getLow(), words.getHigh()};
    auto words = str::ToWordsOp::create(b.builder, b.loc, value);
    return {words.getLow(), words.getHigh()};
  }
  if (isa<FloatType>(type))
    return {encodeFloatOrder(b, value)};
  if (isa<df::IntervalType>(dfType))
    return {encodeIntervalOrder(b, value)};
  return {type.isInteger(1) ? b.extend(value, b.getInt(8), true) : value};
}

Value lowering::decodeOrdered(ScalarBuilder &b, ValueRange words, Type dfType) {
  Type type = getRegisterType(dfType);
  if (isa<str::Utf8Type>(type))
    return b.create<str::FromWordsOp>(words[0], words[1]);
  if (auto floatType = dyn_cast<FloatType>(type))
    return decodeFloatOrder(b, words[0], floatType);
  if (isa<df::IntervalType>(dfType))
    return decodeIntervalOrder(b, words[0]);
  return type.isInteger(1) ? b.create<arith::TruncIOp>(type, words[0]) : words[0];
}

Value lowering::emitLess(ScalarBuilder &b, ValueRange lhs, ValueRange rhs, Type dfType) {
  if (df::isStringType(dfType))
    return b.create<str::WordsLessOp>(lhs[0], lhs[1], rhs[0], rhs[1]);
  bool isUnsigned = dfType.isUnsignedInteger() || dfType.isInteger(1);
  return b.cmp(isUnsigned ? arith::CmpIPredicate::ult : arith::CmpIPredicate::slt, lhs[0], rhs[0]);
}
