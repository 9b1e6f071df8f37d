//===- DFNumberOps.cpp - Types and syntax of operations on numbers --------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"
#include "mlir/IR/OpImplementation.h"

using namespace molt;
using namespace molt::df;

//===----------------------------------------------------------------------===//
// Remainders and bits
//===----------------------------------------------------------------------===//

static LogicalResult emitNoCommonType(std::optional<Location> loc, Type lhs, Type rhs) {
  return emitOptionalError(loc, "no common type for ", lhs, " and ", rhs, "; cast one operand");
}

LogicalResult RemOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                      Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type lhs = adaptor.getLhs().getType(), rhs = adaptor.getRhs().getType();
  bool nullable = adaptor.getZeroIsNull() || isNullable(lhs) || isNullable(rhs);
  if (Type common = promoteNull(lhs, rhs)) {
    results.push_back(NullableType::get(common));
    return success();
  }
  Type common = promoteNumeric(getNonNull(lhs), getNonNull(rhs));
  if (!common)
    return emitNoCommonType(loc, getNonNull(lhs), getNonNull(rhs));
  if (isa<DecimalType>(common)) {
    DecimalType a = getAsDecimal(getNonNull(lhs)), b = getAsDecimal(getNonNull(rhs));
    unsigned scale = std::max(a.getScale(), b.getScale());
    unsigned precision =
        scale + std::max(a.getPrecision() - a.getScale(), b.getPrecision() - b.getScale());
    if (precision > DecimalType::kMaxPrecision)
      return emitOptionalError(loc, "remainder of ", getNonNull(lhs), " and ", getNonNull(rhs),
                               " needs more than 38 digits; cast one of them");
    common = DecimalType::get(context, precision, scale);
  }
  results.push_back(withNullability(common, nullable));
  return success();
}

static LogicalResult inferCommonType(std::optional<Location> loc, Value lhs, Value rhs,
                                     SmallVectorImpl<Type> &results) {
  Type left = getNonNull(lhs.getType()), right = getNonNull(rhs.getType());
  Type common = promoteNull(left, right);
  if (!common)
    common = promoteNumeric(left, right);
  if (!common)
    return emitNoCommonType(loc, left, right);
  results.push_back(
      withNullability(common, isNullable(lhs.getType()) || isNullable(rhs.getType())));
  return success();
}

#define MOLT_INFER_BITS(OP)                                                                        \
  LogicalResult OP::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,  \
                                     SmallVectorImpl<Type> &results) {                             \
    return inferCommonType(loc, adaptor.getLhs(), adaptor.getRhs(), results);                      \
  }
MOLT_INFER_BITS(BitAndOp)
MOLT_INFER_BITS(BitOrOp)
MOLT_INFER_BITS(BitXorOp)
#undef MOLT_INFER_BITS

LogicalResult BitNotOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                         SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getOperand().getType());
  return success();
}

#define MOLT_INFER_SHIFT(OP)                                                                       \
  LogicalResult OP::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,      \
                                     SmallVectorImpl<Type> &results) {                             \
    Type lhs = adaptor.getLhs().getType();                                                         \
    results.push_back(withNullability(getNonNull(lhs),                                             \
                                      isNullable(lhs) || isNullable(adaptor.getRhs().getType()))); \
    return success();                                                                              \
  }
MOLT_INFER_SHIFT(ShlOp)
MOLT_INFER_SHIFT(ShrOp)
#undef MOLT_INFER_SHIFT

//===----------------------------------------------------------------------===//
// Membership
//===----------------------------------------------------------------------===//

LogicalResult IsInOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                       Adaptor adaptor, SmallVectorImpl<Type> &results) {
  Type operand = adaptor.getOperand().getType(), element = getNonNull(operand);
  for (Value value : adaptor.getValues())
    if (value.getType() != element)
      return emitOptionalError(loc, "'molt_df.is_in' op values must be of type ", element, ", not ",
                               value.getType(), "; cast them, and add a null with molt_df.or");
  results.push_back(withNullability(IntegerType::get(context, 1), isNullable(operand)));
  return success();
}

ParseResult IsInOp::parse(OpAsmParser &parser, OperationState &result) {
  OpAsmParser::UnresolvedOperand operand;
  SmallVector<OpAsmParser::UnresolvedOperand> values;
  Type type;
  if (parser.parseOperand(operand) || parser.parseComma() ||
      parser.parseOperandList(values, OpAsmParser::Delimiter::Square) ||
      parser.parseOptionalAttrDict(result.attributes) || parser.parseColonType(type) ||
      parser.resolveOperand(operand, type, result.operands) ||
      parser.resolveOperands(values, getNonNull(type), result.operands))
    return failure();
  result.addTypes(withNullability(IntegerType::get(parser.getContext(), 1), isNullable(type)));
  return success();
}

void IsInOp::print(OpAsmPrinter &printer) {
  printer << " " << getOperand() << ", [";
  printer.printOperands(getValues());
  printer << "]";
  printer.printOptionalAttrDict((*this)->getAttrs());
  printer << " : " << getOperand().getType();
}

//===----------------------------------------------------------------------===//
// Functions of floats
//===----------------------------------------------------------------------===//

LogicalResult MathOp::inferReturnTypes(MLIRContext *, std::optional<Location>, Adaptor adaptor,
                                       SmallVectorImpl<Type> &results) {
  results.push_back(adaptor.getOperand().getType());
  return success();
}

LogicalResult PowOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor adaptor,
                                      SmallVectorImpl<Type> &results) {
  return inferCommonType(loc, adaptor.getLhs(), adaptor.getRhs(), results);
}
