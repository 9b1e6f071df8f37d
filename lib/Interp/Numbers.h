//===- Numbers.h - Exact numbers and their types ----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The numeric rules of molt_df as its documentation states them. They are written
// here again on purpose: promoteNumeric and its siblings are checked against them.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_NUMBERS_H
#define MOLT_LIB_INTERP_NUMBERS_H

#include "Molt/Interp/Table.h"
#include "llvm/ADT/APInt.h"

namespace molt::interp {

//===----------------------------------------------------------------------===//
// Exact integers
//===----------------------------------------------------------------------===//
//
// 256 bits, signed: the product of two decimals has at most 76 digits, of two i128 255 bits, the sum of
// 2^63 128-bit values 191 bits.

llvm::APInt toWide(Int128 value);
/// The value, which must fit 128 bits.
Int128 toInt128(const llvm::APInt &value);
/// 10^exponent, exponent ≤ 76.
llvm::APInt tenToThe(unsigned exponent);
/// lhs / rhs, rounded half away from zero.
llvm::APInt divideRounded(const llvm::APInt &lhs, const llvm::APInt &rhs);
/// The nearest f64, ties to even.
double toNearestDouble(const llvm::APInt &value);
/// 10^exponent as f64.
double tenToTheAsDouble(unsigned exponent);
/// Digits with a point before the last `scale` of them.
std::string toText(const llvm::APInt &unscaled, unsigned scale);

//===----------------------------------------------------------------------===//
// Types
//===----------------------------------------------------------------------===//

/// Whether an integer, decimal (unscaled), date (days) or time (units) of that type can have
/// the value.
bool holds(Type type, const llvm::APInt &value);
/// The value modulo 2^width of an integer type, in its range.
llvm::APInt wrap(Type type, const llvm::APInt &value);

/// i8…i128 or ui8…ui64.
bool isInteger(Type type);
/// Number of decimals behind the point; 0 for integers.
unsigned scaleOf(Type type);
/// An integer as the decimal that it is in decimal arithmetic; decimals unchanged.
df::DecimalType asDecimal(Type type);

enum class Arithmetic { Add, Sub, Mul, Div };
/// The type of the result for two numbers that are not null, or null if there is none.
Type resultOf(Arithmetic kind, Type lhs, Type rhs);
/// The common type of two integers or floats, or of one of each.
Type commonType(Type lhs, Type rhs);

/// A number as f64. Decimals: the f64 of the integer divided by the f64 10^scale.
double toDouble(const Scalar &scalar, Type type);

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_NUMBERS_H
