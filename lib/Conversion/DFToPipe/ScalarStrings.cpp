//===- ScalarStrings.cpp - Lowering of string operations ------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Lowering.h"
#include "Molt/Dialect/Str/IR/Str.h"

using namespace molt;
using namespace molt::lowering;

/// Operations of molt_str stay what they are, on values without nulls. None fails, so what
/// the bits of a null give does not matter.
static ScalarValue keepOperation(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                 Value) {
  OperationState state(b.loc, op->getName());
  for (const ScalarValue &operand : operands)
    state.addOperands(operand.value);
  state.addTypes(df::getNonNull(op->getResult(0).getType()));
  state.addAttributes(op->getAttrDictionary().getValue());
  return {b.builder.create(state)->getResult(0), {}};
}

/// Functions become calls of their kernels, with what these say in place of nulls and errors.
static ScalarValue applyFunction(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                                 Value when) {
  auto function = cast<str::FunctionOpInterface>(op);
  SmallVector<Value> values;
  for (const ScalarValue &operand : operands) {
    Value value = operand.value;
    // The bits of a null must not ask for a long string.
    if (operand.valid && value.getType().isInteger(64))
      value = b.create<arith::SelectOp>(operand.valid, value, b.constant(value.getType(), 0));
    values.push_back(value);
  }
  std::string parameters = function.encodeParameters();
  Type type = getRegisterType(df::getNonNull(op->getResult(0).getType()));
  Value result = b.create<str::ApplyOp>(
      type, b.builder.getStringAttr(function.getFunction()), str::isOfBytes(op),
      str::usesUnicode14(op), b.builder.getDenseBoolArrayAttr(str::getPresentOperands(op)),
      parameters.empty() ? StringAttr() : b.builder.getStringAttr(parameters), values);
  bool isString = isa<str::Utf8Type>(type);
  Value failed, absent;
  if (std::string message = function.getErrorMessage(); !message.empty()) {
    failed = isString ? b.create<str::IsInvalidOp>(result)
                      : b.cmp(arith::CmpIPredicate::eq, result, b.constant(type, INT64_MIN));
    b.check(b.negation(failed), when, MOLT_INVALID_ARGUMENT, message);
  }
  if (cast<df::ExpressionOpInterface>(op).makesNull())
    absent = b.create<str::IsAbsentOp>(result);
  if (!failed && !absent)
    return {result, {}};
  if (!isString)
    return {result, {}};
  // What is no string must not be seen by anything.
  Value none = failed && absent ? b.create<arith::OrIOp>(failed, absent) : failed ? failed : absent;
  Value empty = b.create<str::ConstantOp>("");
  result = b.create<arith::SelectOp>(none, empty, result);
  return {result, absent ? b.negation(absent) : Value()};
}

/// Those for which there are kernels of views, without bounds.
static ScalarValue lowerEnd(Operation *op, ScalarBuilder &b, ArrayRef<ScalarValue> operands,
                            Value when) {
  return (operands.size() == 2 ? keepOperation : applyFunction)(op, b, operands, when);
}

template <typename... Ops> static void addFunctions(LoweringTable &table) {
  (table.add<Ops>(applyFunction), ...);
}

void lowering::addStringLowerings(LoweringTable &table) {
  table.add<str::ConstantOp>(keepOperation);
  table.add<str::CmpOp>(keepOperation);
  table.add<str::StartsWithOp>(lowerEnd);
  table.add<str::EndsWithOp>(lowerEnd);
  table.add<str::ContainsOp>(keepOperation);
  table.add<str::LikeOp>(keepOperation);
  table.add<str::LengthOp>(keepOperation);
  table.add<str::ByteLengthOp>(keepOperation);
  table.add<str::SubstringOp>(keepOperation);
  table.add<str::ConcatOp>(keepOperation);
  addFunctions<str::UpperOp, str::LowerOp, str::CasefoldOp, str::TitleOp, str::CapitalizeOp,
               str::SwapcaseOp, str::IsOp, str::NormalizeOp, str::IsNormalizedOp, str::SliceOp,
               str::AtOp, str::ReverseOp, str::StripOp, str::RemovePrefixOp, str::RemoveSuffixOp,
               str::SplitOp, str::SplitCountOp, str::SplitLinesOp, str::SplitLinesCountOp,
               str::PartitionOp, str::FindOp, str::RFindOp, str::IndexOp, str::RIndexOp,
               str::CountOp, str::ReplaceOp, str::JoinOp, str::RepeatOp, str::CenterOp,
               str::LJustOp, str::RJustOp, str::ZFillOp, str::ExpandTabsOp, str::TranslateOp,
               str::EncodeOp, str::DecodeOp>(table);
}
