//===- DecomposeNulls.cpp - Operands of the type null ---------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Operations take a value of type null beside any type. What they give is known without looking
// at a row, and where it is not, the null is one of a type with values: the lowering sees the
// type null in columns that are passed on, in `is_null`, and in aggregates that choose a value.
//
//===----------------------------------------------------------------------===//

#include "PlanBuilder.h"

using namespace molt;
using namespace molt::df;

static Value makeNull(OpBuilder &builder, Location loc, Type type) {
  return ConstantOp::create(builder, loc, withNullability(type, true),
                            NullAttr::get(type.getContext()));
}

/// What stands for the result, or null: then operands may have been replaced.
static Value replaceNull(Operation *op, OpBuilder &builder) {
  Location loc = op->getLoc();
  if (auto coalesce = dyn_cast<CoalesceOp>(op))
    return isNullType(coalesce.getLhs().getType()) ? coalesce.getRhs() : coalesce.getLhs();
  if (auto cast = dyn_cast<CastOp>(op)) // Else each row is an error.
    return isNullable(cast.getType()) ? makeNull(builder, loc, cast.getType()) : Value();
  auto expression = dyn_cast<ExpressionOpInterface>(op);
  if (expression && expression.propagatesNull())
    return makeNull(builder, loc, op->getResult(0).getType());
  // A choice between two, or an aggregate of numbers: of i64, as good as any.
  Type type = isa<SelectOp>(op) ? op->getResult(0).getType() : builder.getI64Type();
  if (isa<SelectOp, SumOp, MeanOp, VarOp, StdOp, CovarOp, CorrOp, MedianOp, QuantileOp>(op))
    for (OpOperand &operand : op->getOpOperands())
      if (isNullType(operand.get().getType()))
        operand.set(makeNull(builder, loc, type));
  return {};
}

void df::decomposeNulls(Operation *root) {
  SmallVector<Operation *> users;
  root->walk([&](Operation *op) {
    bool isScalar = op->getNumResults() == 1 && isScalarType(op->getResult(0).getType());
    if (isScalar && llvm::any_of(op->getOperandTypes(), isNullType))
      users.push_back(op);
  });
  for (Operation *op : users) {
    OpBuilder builder(op);
    Value value = replaceNull(op, builder);
    if (!value)
      continue;
    op->getResult(0).replaceAllUsesWith(value);
    op->erase();
  }
}
