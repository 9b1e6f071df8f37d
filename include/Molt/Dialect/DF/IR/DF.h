//===- DF.h - The molt_df dialect -------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DF_H
#define MOLT_DIALECT_DF_IR_DF_H

#include "Molt/Support/LLVM.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/APInt.h"

#include "Molt/Dialect/DF/IR/DFDialect.h.inc"
#include "Molt/Dialect/DF/IR/DFEnums.h.inc"
#include "Molt/Dialect/DF/IR/DFTypeInterfaces.h.inc"

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/DF/IR/DFTypes.h.inc"

#define GET_ATTRDEF_CLASSES
#include "Molt/Dialect/DF/IR/DFAttrs.h.inc"

namespace molt::df {

/// The type without its nullable wrapper.
inline Type getNonNull(Type type) {
  if (auto nullable = dyn_cast<NullableType>(type))
    return nullable.getElementType();
  return type;
}
inline bool isNullable(Type type) { return isa<NullableType>(type); }
/// `type`, wrapped as nullable if `nullable` and not so already.
inline Type withNullability(Type type, bool nullable) {
  type = getNonNull(type);
  return nullable ? NullableType::get(type) : type;
}
/// `null` or nullable<null>: no values.
inline bool isNullType(Type type) { return isa<NullType>(getNonNull(type)); }
/// A type that a column can have: i1, signless (signed) and unsigned integers of
/// 8, 16, 32 and 64 bits, i128, f32, f64, date32, timestamp, time, duration, interval, decimal,
/// strings; nullable or not; and nullable<null>.
bool isScalarType(Type type);
/// A non-null integer (not i1), float or decimal.
bool isNumericType(Type type);
/// A non-null integer that is not i1.
bool isIntegerType(Type type);
/// Whether values of a type, nullable or not, can be equal and yet differ, so that keys of results
/// are made canonical: floats (-0 and +0, NaNs) and intervals (a month and 30 days).
bool hasEqualForms(Type type);
inline bool isStringType(Type type) { return isa<StringTypeInterface>(getNonNull(type)); }
/// A string that is text, not any bytes.
inline bool isTextType(Type type) {
  auto string = dyn_cast<StringTypeInterface>(getNonNull(type));
  return string && string.isText();
}

/// Whether a cast only sees the same bytes as text, or as any bytes.
inline bool isStringCast(Type from, Type to) { return isStringType(from) && isStringType(to); }

/// The common type to which `add` and its siblings promote two non-null numbers
/// (decimals: the operands as decimals, of their own precision and scale), or null
/// if there is none.
Type promoteNumeric(Type lhs, Type rhs);
/// What an operation computes with that takes null beside any type: the other type of two if one
/// is null, else null.
inline Type promoteNull(Type lhs, Type rhs) {
  return isNullType(lhs) ? getNonNull(rhs) : isNullType(rhs) ? getNonNull(lhs) : Type();
}
/// The decimal type that an integer has in decimal arithmetic (i64: decimal<19, 0>);
/// decimals are returned unchanged; null for other types, and for i128, which has 39 digits.
DecimalType getAsDecimal(Type type);
/// The scale of a decimal, 0 for an integer, nothing for other types: the exact numbers.
std::optional<unsigned> getExactScale(Type type);

/// The comparison that holds exactly where this one does not.
CmpPredicate invert(CmpPredicate predicate);
/// The comparison that says the same with the operands exchanged.
CmpPredicate swapOperands(CmpPredicate predicate);

/// 10^exponent as a 128-bit integer, exponent ≤ 38.
APInt powerOfTen(unsigned exponent);

/// Facts about all values of a type that the type itself implies: ranges of integers,
/// decimals, dates and times. Without a range for types that have none.
FactsAttr getFactsOfType(Type type);

/// What a scalar may be: null, true or false; of other types than i1, null or a value, which
/// counts as both true and false.
struct Outcomes {
  bool null = true, yes = true, no = true;

  static Outcomes onlyNull() { return {true, false, false}; }
  static Outcomes onlyValue() { return {false, true, true}; }
  static Outcomes none() { return {false, false, false}; }
  bool hasValue() const { return yes || no; }
  bool isNone() const { return !null && !hasValue(); }
};

/// The outcomes of an expression that gives null where an operand is null, if it
/// `propagatesNull`, and where else it `makesNull`.
Outcomes inferOutcomesOfNulls(Operation *op, bool propagatesNull, bool makesNull,
                              ArrayRef<Outcomes> operands);

} // namespace molt::df

#include "Molt/Dialect/DF/IR/DFInterfaces.h.inc"

namespace molt::df {
/// The operation as one with a row region, if it has one: a join without a condition has
/// the interface and no region.
RowRegionOpInterface getRowRegionOp(Operation *op);
} // namespace molt::df

#define GET_OP_CLASSES
#include "Molt/Dialect/DF/IR/DFOps.h.inc"

#endif // MOLT_DIALECT_DF_IR_DF_H
