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
  else if (isa<DurationType>(type))
    result = type;
  else if (isNullType(type))
    result = IntegerType::get(context, 64);
  else if (isIntegerType(type))
    result = IntegerType::get(context, type.isInteger(128) ? 128 : 64,
                              type.isUnsignedInteger() ? IntegerType::Unsigned
                                                       : IntegerType::Signless);
  else
    return emitOptionalError(loc, "'molt_df.sum' op cannot sum values of type ", type,
                             "; integers, floats, decimals and durations have a sum");
  results.push_back(withNullability(result, !adaptor.getOrZero()));
  return success();
}

LogicalResult MeanOp::inferReturnTypes(MLIRContext *context, std::optional<Location>,
                                       Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type type = getNonNull(adaptor.getOperand().getType());
  results.push_back(NullableType::get(isa<DurationType>(type) ? type : Float64Type::get(context)));
  return success();
}

LogicalResult SumOp::verify() {
  if (getOverflow() == Overflow::never)
    return emitOpError("has total_bits as proof that it does not overflow, not overflow<never>");
  if (getOverflow() == Overflow::wrap && !isIntegerType(getNonNull(getOperand().getType())))
    return emitOpError() << "only integers wrap around, not " << getNonNull(getOperand().getType());
  return success();
}

// The type of the first operand, nullable: it is one of its values, or there is none.
#define MOLT_INFER_OPERAND(OP, OPERAND)                                                            \
  LogicalResult OP::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,      \
                                     SmallVectorImpl<Type> &results) {                             \
    results.push_back(withNullability(getNonNull(adaptor.OPERAND().getType()), true));             \
    return success();                                                                              \
  }

// A type that depends on nothing.
#define MOLT_INFER_FIXED(OP, TYPE)                                                                 \
  LogicalResult OP::inferReturnTypes(MLIRContext *context, std::optional<Location>, Adaptor,       \
                                     SmallVectorImpl<Type> &results) {                             \
    results.push_back(TYPE);                                                                       \
    return success();                                                                              \
  }

MOLT_INFER_OPERAND(MinOp, getOperand)
MOLT_INFER_OPERAND(MaxOp, getOperand)
MOLT_INFER_OPERAND(ArgMinOp, getLhs)
MOLT_INFER_OPERAND(ArgMaxOp, getLhs)
MOLT_INFER_OPERAND(FirstOp, getOperand)
MOLT_INFER_OPERAND(LastOp, getOperand)
MOLT_INFER_FIXED(AnyOp, NullableType::get(IntegerType::get(context, 1)))
MOLT_INFER_FIXED(AllOp, NullableType::get(IntegerType::get(context, 1)))
MOLT_INFER_FIXED(CountOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(CountValidOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(CountDistinctOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(VarOp, NullableType::get(Float64Type::get(context)))
MOLT_INFER_FIXED(StdOp, NullableType::get(Float64Type::get(context)))
MOLT_INFER_FIXED(CovarOp, NullableType::get(Float64Type::get(context)))
MOLT_INFER_FIXED(CorrOp, NullableType::get(Float64Type::get(context)))
MOLT_INFER_FIXED(MedianOp, NullableType::get(Float64Type::get(context)))
MOLT_INFER_FIXED(QuantileOp, NullableType::get(Float64Type::get(context)))

LogicalResult QuantileOp::verify() {
  double at = getAt().convertToDouble();
  if (!(at >= 0 && at <= 1))
    return emitOpError("is at a share between 0 and 1 of the values");
  return success();
}

//===----------------------------------------------------------------------===//
// Window functions
//===----------------------------------------------------------------------===//

MOLT_INFER_FIXED(RowNumberOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(RankOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(DenseRankOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(NTileOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(PartitionSizeOp, IntegerType::get(context, 64))
MOLT_INFER_FIXED(PercentRankOp, Float64Type::get(context))
MOLT_INFER_FIXED(CumeDistOp, Float64Type::get(context))
