//===- Numbers.cpp - Exact numbers and their types ------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Numbers.h"
#include "Times.h"
#include "llvm/ADT/APFloat.h"

using namespace molt;
using namespace molt::interp;
using df::DecimalType;
using llvm::APInt;

static constexpr unsigned kWideBits = 256;

//===----------------------------------------------------------------------===//
// Exact integers
//===----------------------------------------------------------------------===//

APInt interp::toWide(Int128 value) {
  uint64_t words[] = {static_cast<uint64_t>(value), static_cast<uint64_t>(value >> 64)};
  return APInt(128, words).sext(kWideBits);
}

Int128 interp::toInt128(const APInt &value) {
  APInt narrow = value.trunc(128);
  assert(narrow.sext(kWideBits) == value && "value does not fit 128 bits");
  unsigned __int128 high = narrow.getRawData()[1];
  return static_cast<Int128>(high << 64 | narrow.getRawData()[0]);
}

APInt interp::tenToThe(unsigned exponent) {
  APInt result(kWideBits, 1);
  for (unsigned i = 0; i < exponent; ++i)
    result *= 10;
  return result;
}

APInt interp::divideRounded(const APInt &lhs, const APInt &rhs) {
  APInt quotient = lhs.abs().udiv(rhs.abs()), remainder = lhs.abs().urem(rhs.abs());
  if ((remainder * 2).uge(rhs.abs()))
    ++quotient;
  return lhs.isNegative() != rhs.isNegative() ? -quotient : quotient;
}

double interp::toNearestDouble(const APInt &value) {
  llvm::APFloat result(llvm::APFloat::IEEEdouble());
  result.convertFromAPInt(value, /*IsSigned=*/true, llvm::APFloat::rmNearestTiesToEven);
  return result.convertToDouble();
}

double interp::tenToTheAsDouble(unsigned exponent) { return toNearestDouble(tenToThe(exponent)); }

std::string interp::toText(const APInt &unscaled, unsigned scale) {
  SmallString<80> digits;
  unscaled.abs().toStringUnsigned(digits);
  std::string text(digits.str());
  if (text.size() <= scale)
    text.insert(0, scale + 1 - text.size(), '0');
  if (scale > 0)
    text.insert(text.size() - scale, ".");
  return unscaled.isNegative() ? "-" + text : text;
}

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

bool interp::isInteger(Type type) { return isa<IntegerType>(type) && !type.isInteger(1); }

bool interp::holds(Type type, const APInt &value) {
  if (auto decimal = dyn_cast<DecimalType>(type))
    return value.abs().ult(tenToThe(decimal.getPrecision()));
  if (isa<df::Date32Type>(type))
    return value.isSignedIntN(32);
  if (isa<df::TimeType>(type))
    return !value.isNegative() && value.slt(toWide(dayOf(type)));
  if (isTime(type))
    return value.isSignedIntN(64);
  auto integer = cast<IntegerType>(type);
  if (integer.isUnsigned())
    return !value.isNegative() && value.isIntN(integer.getWidth());
  return value.isSignedIntN(integer.getWidth());
}

APInt interp::wrap(Type type, const APInt &value) {
  auto integer = cast<IntegerType>(type);
  APInt bits = value.trunc(integer.getWidth());
  return integer.isUnsigned() ? bits.zext(kWideBits) : bits.sext(kWideBits);
}

unsigned interp::scaleOf(Type type) {
  auto decimal = dyn_cast<DecimalType>(type);
  return decimal ? decimal.getScale() : 0;
}

DecimalType interp::asDecimal(Type type) {
  if (auto decimal = dyn_cast<DecimalType>(type))
    return decimal;
  auto integer = cast<IntegerType>(type);
  // The digits of the largest value.
  unsigned digits = 0;
  switch (integer.getWidth()) {
  case 8:
    digits = 3;
    break;
  case 16:
    digits = 5;
    break;
  case 32:
    digits = 10;
    break;
  case 64:
    digits = integer.isUnsigned() ? 20 : 19;
    break;
  }
  return DecimalType::get(type.getContext(), digits, 0);
}

Type interp::commonType(Type lhs, Type rhs) {
  MLIRContext *context = lhs.getContext();
  if (lhs == rhs)
    return lhs;
  if (isa<FloatType>(lhs) || isa<FloatType>(rhs))
    return Float64Type::get(context);
  auto a = cast<IntegerType>(lhs), b = cast<IntegerType>(rhs);
  if (a.isUnsigned() == b.isUnsigned())
    return a.getWidth() > b.getWidth() ? a : b;
  if (a.isUnsigned())
    std::swap(a, b);
  // A signed type holds ui<n> if it has more than n bits.
  for (unsigned width : {8, 16, 32, 64, 128})
    if (width >= a.getWidth() && width > b.getWidth())
      return IntegerType::get(context, width);
  return {};
}

Type interp::resultOf(Arithmetic kind, Type lhs, Type rhs) {
  bool isReal = isa<FloatType>(lhs) || isa<FloatType>(rhs);
  if (isReal || (isInteger(lhs) && isInteger(rhs)))
    return commonType(lhs, rhs);
  DecimalType a = asDecimal(lhs), b = asDecimal(rhs);
  unsigned p1 = a.getPrecision(), s1 = a.getScale(), p2 = b.getPrecision(), s2 = b.getScale();
  unsigned precision = 0, scale = 0;
  switch (kind) {
  case Arithmetic::Add:
  case Arithmetic::Sub:
    scale = std::max(s1, s2);
    precision = std::max(p1 - s1, p2 - s2) + scale + 1;
    break;
  case Arithmetic::Mul:
    scale = s1 + s2;
    precision = p1 + p2;
    break;
  case Arithmetic::Div:
    scale = std::max(6u, s1);
    precision = p1 - s1 + s2 + scale;
    // The dividend 10^p1 - 1 times 10^(scale + s2 - s1) must fit 38 digits.
    if (p1 + scale + s2 - s1 > 38)
      return {};
    break;
  }
  if (scale > 38)
    return {};
  return DecimalType::get(lhs.getContext(), std::min(38u, precision), scale);
}

double interp::toDouble(const Scalar &scalar, Type type) {
  if (isa<FloatType>(type))
    return scalar.getReal();
  double value = toNearestDouble(toWide(scalar.getInteger()));
  return isa<DecimalType>(type) ? value / tenToTheAsDouble(scaleOf(type)) : value;
}
