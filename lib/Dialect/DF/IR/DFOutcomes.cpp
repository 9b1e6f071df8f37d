//===- DFOutcomes.cpp - Three-valued logic of expressions -----------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// ExpressionOpInterface::inferOutcomes. What an operation does with nulls is mostly said by
// propagatesNull and makesNull; here are those that observe them.
//
//===----------------------------------------------------------------------===//

#include "Molt/Dialect/DF/IR/DF.h"

using namespace molt;
using namespace molt::df;

static bool anyIsNone(ArrayRef<Outcomes> operands) {
  return llvm::any_of(operands, [](const Outcomes &operand) { return operand.isNone(); });
}

Outcomes df::inferOutcomesOfNulls(Operation *op, bool propagatesNull, bool makesNull,
                                  ArrayRef<Outcomes> operands) {
  if (anyIsNone(operands))
    return Outcomes::none();
  bool nullable = isNullable(op->getResult(0).getType());
  if (!propagatesNull)
    return {nullable, true, true};
  Outcomes result{makesNull, true, true};
  for (const Outcomes &operand : operands) {
    result.null |= operand.null;
    if (!operand.hasValue())
      result.yes = result.no = false;
  }
  // Where the result has no null, a null is an error.
  result.null &= nullable;
  return result;
}

Outcomes ConstantOp::inferOutcomes(ArrayRef<Outcomes>) {
  if (isa<NullAttr>(getValue()))
    return Outcomes::onlyNull();
  auto integer = dyn_cast<IntegerAttr>(getValue());
  if (!integer || !integer.getType().isInteger(1))
    return Outcomes::onlyValue();
  bool value = integer.getValue().getBoolValue();
  return {false, value, !value};
}

Outcomes NotOp::inferOutcomes(ArrayRef<Outcomes> operands) {
  return {operands[0].null, operands[0].no, operands[0].yes};
}

/// The outcomes of all pairs of outcomes.
Outcomes AndOp::inferOutcomes(ArrayRef<Outcomes> operands) {
  const Outcomes &a = operands[0], &b = operands[1];
  if (anyIsNone(operands))
    return Outcomes::none();
  return {(a.null && (b.null || b.yes)) || (b.null && a.yes), a.yes && b.yes, a.no || b.no};
}

Outcomes OrOp::inferOutcomes(ArrayRef<Outcomes> operands) {
  const Outcomes &a = operands[0], &b = operands[1];
  if (anyIsNone(operands))
    return Outcomes::none();
  return {(a.null && (b.null || b.no)) || (b.null && a.no), a.yes || b.yes, a.no && b.no};
}

Outcomes IsNullOp::inferOutcomes(ArrayRef<Outcomes> operands) {
  return {false, operands[0].null, operands[0].hasValue()};
}

Outcomes CoalesceOp::inferOutcomes(ArrayRef<Outcomes> operands) {
  const Outcomes &first = operands[0], &second = operands[1];
  if (anyIsNone(operands)) // Both are evaluated.
    return Outcomes::none();
  if (!first.null)
    return first;
  return {second.null, first.yes || second.yes, first.no || second.no};
}

Outcomes SelectOp::inferOutcomes(ArrayRef<Outcomes> operands) {
  if (anyIsNone(operands))
    return Outcomes::none();
  const Outcomes &condition = operands[0];
  Outcomes result = Outcomes::none();
  auto add = [&](const Outcomes &value) {
    result = {result.null || value.null, result.yes || value.yes, result.no || value.no};
  };
  if (condition.yes)
    add(operands[1]);
  if (condition.no || condition.null)
    add(operands[2]);
  return result;
}
