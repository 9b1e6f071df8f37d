//===- AggregateHelpers.h - What aggregates have in common ------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_DFTOPIPE_AGGREGATEHELPERS_H
#define MOLT_LIB_CONVERSION_DFTOPIPE_AGGREGATEHELPERS_H

#include "Lowering.h"

namespace molt::lowering {

/// The type of what an aggregate reduces, without its null.
inline Type operandType(Operation *op) { return elementOf(op->getOperand(0)); }

/// Whether the aggregate needs to know if any row was valid.
inline bool needsAny(bool grouped, bool nullableInput) { return !grouped || nullableInput; }

/// Replaces parts of a state where a condition (null: always) is true.
SmallVector<Value> selectValid(ScalarBuilder &b, Value valid, ValueRange updated, ValueRange old);

/// Zeros of these types.
SmallVector<Value> makeZeros(ScalarBuilder &b, TypeRange types);

/// The words by which values of a type are compared in states: floats and intervals as integers
/// of the same order, booleans as bytes, strings as the two words of their views.
SmallVector<Type> getOrderedTypes(Type dfType);
SmallVector<Value> encodeOrdered(ScalarBuilder &b, Value value, Type dfType);
Value decodeOrdered(ScalarBuilder &b, ValueRange words, Type dfType);
/// Whether the value of the first words is before that of the others.
Value emitLess(ScalarBuilder &b, ValueRange lhs, ValueRange rhs, Type dfType);

} // namespace molt::lowering

#endif // MOLT_LIB_CONVERSION_DFTOPIPE_AGGREGATEHELPERS_H
