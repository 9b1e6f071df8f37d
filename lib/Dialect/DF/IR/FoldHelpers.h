//===- FoldHelpers.h - Constants in folds -----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_IR_FOLDHELPERS_H
#define MOLT_LIB_DIALECT_DF_IR_FOLDHELPERS_H

#include "Molt/Dialect/DF/IR/DFTime.h"

namespace molt::df {

/// The value of an integer, decimal, date or time constant in 256 bits.
inline std::optional<APInt> getInteger(Attribute attr, Type type) {
  auto integer = dyn_cast_or_null<IntegerAttr>(attr);
  if (!integer || integer.getType().isInteger(1))
    return std::nullopt;
  return getNonNull(type).isUnsignedInteger() ? integer.getValue().zext(256)
                                              : integer.getValue().sext(256);
}

/// The value rescaled to the scale of `type` seen as a decimal.
inline std::optional<APInt> getAtScale(Attribute attr, Type type, unsigned scale) {
  std::optional<APInt> value = getInteger(attr, type);
  std::optional<unsigned> from = getExactScale(getNonNull(type));
  if (!value || !from)
    return std::nullopt;
  return *value * powerOfTen(scale - *from).zext(256);
}

/// The constant of integer, decimal, date or time type with this value, if it fits.
inline Attribute makeInteger(Type type, const APInt &value) {
  Type element = getNonNull(type);
  FactsAttr limits = getFactsOfType(element);
  if (!limits.getHasRange() || value.slt(limits.getMin().sext(256)) ||
      value.sgt(limits.getMax().sext(256)))
    return {};
  Type storage = element;
  if (isa<DecimalType>(element))
    storage = IntegerType::get(type.getContext(), 128);
  else if (isa<Date32Type>(element))
    storage = IntegerType::get(type.getContext(), 32);
  else if (isTimeType(element))
    storage = IntegerType::get(type.getContext(), 64);
  return IntegerAttr::get(storage, value.trunc(storage.getIntOrFloatBitWidth()));
}

inline Attribute makeBool(MLIRContext *context, bool value) {
  return IntegerAttr::get(IntegerType::get(context, 1), value);
}

inline std::optional<bool> getBool(Attribute attr) {
  auto integer = dyn_cast_or_null<IntegerAttr>(attr);
  if (!integer || !integer.getType().isInteger(1))
    return std::nullopt;
  return integer.getValue().getBoolValue();
}

inline bool isNull(Attribute attr) { return isa_and_nonnull<NullAttr>(attr); }

} // namespace molt::df

#endif // MOLT_LIB_DIALECT_DF_IR_FOLDHELPERS_H
