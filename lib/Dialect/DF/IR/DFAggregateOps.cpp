//===- DFAggregateOps.cpp - Aggregates of molt_df -------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"

using namespace molt;
using namespace molt::df;

LogicalResult SumOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                      Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type type = getNonNull(adaptor.getOperand().getType());
  Type result;
  if (auto decimal = dyn_cast<DecimalType>(type))
    result = DecimalType::get(context, DecimalType::kMaxPrecision, decimal.getScale());
  else if (isa<FloatType>(type))
    result = Float64Type::get(context);
  else if (isIntegerType(type))
    result = IntegerType::get(context, 64,
                              type.isUnsignedInteger() ? IntegerType::Unsigned
                                                       : IntegerType::Signless);
  else
    return emitOptionalError(loc, "'molt_df.sum' op cannot sum values of type ", type,
                             "; integers, floats and decimals have a sum");
  results.push_back(NullableType::get(result));
  return success();
}

LogicalResult MeanOp::inferReturnTypes(MLIRContext *context, std::optional<Location>, Adaptor,
                                       SmallVectorImpl<Type> &results) {
  results.push_back(NullableType::get(Float64Type::get(context)));
  return success();
}

/// min and max: the operand's type, nullable.
static LogicalResult inferExtreme(std::optional<Location> loc, StringRef name, Value operand,
                                  SmallVectorImpl<Type> &results) {
  Type type = getNonNull(operand.getType());
  if (isStringType(type))
    return emitOptionalError(loc, "'", name, "' op of strings is not supported yet; numbers, dates "
                             "and booleans are");
  results.push_back(withNullability(type, true));
  return success();
}

LogicalResult MinOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                      Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferExtreme(loc, getOperationName(), adaptor.getOperand(), results);
}

LogicalResult MaxOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                      Adaptor adaptor, SmallVectorImpl<Type> &results) {
  return inferExtreme(loc, getOperationName(), adaptor.getOperand(), results);
}

LogicalResult AnyOp::inferReturnTypes(MLIRContext *context, std::optional<Location>, Adaptor,
                                      SmallVectorImpl<Type> &results) {
  results.push_back(NullableType::get(IntegerType::get(context, 1)));
  return success();
}

LogicalResult CountOp::inferReturnTypes(MLIRContext *context, std::optional<Location>, Adaptor,
                                        SmallVectorImpl<Type> &results) {
  results.push_back(IntegerType::get(context, 64));
  return success();
}

LogicalResult CountValidOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                             Adaptor, SmallVectorImpl<Type> &results) {
  results.push_back(IntegerType::get(context, 64));
  return success();
}
