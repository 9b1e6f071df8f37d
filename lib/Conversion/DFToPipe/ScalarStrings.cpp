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

void lowering::addStringLowerings(LoweringTable &table) {
  table.add<str::ConstantOp>(keepOperation);
  table.add<str::CmpOp>(keepOperation);
  table.add<str::StartsWithOp>(keepOperation);
  table.add<str::EndsWithOp>(keepOperation);
  table.add<str::ContainsOp>(keepOperation);
  table.add<str::LikeOp>(keepOperation);
  table.add<str::LengthOp>(keepOperation);
  table.add<str::ByteLengthOp>(keepOperation);
  table.add<str::SubstringOp>(keepOperation);
  table.add<str::ConcatOp>(keepOperation);
  table.add<str::ReplaceOp>(keepOperation);
}
