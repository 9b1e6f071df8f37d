//===- Conjuncts.h - Conditions in parts ------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_TRANSFORMS_CONJUNCTS_H
#define MOLT_LIB_DIALECT_DF_TRANSFORMS_CONJUNCTS_H

#include "Molt/Dialect/DF/IR/DF.h"

namespace molt::df {

/// Adds the conditions that are all true where `condition` is, each once.
inline void collectConjuncts(Value condition, SmallVectorImpl<Value> &conjuncts) {
  if (auto both = condition.getDefiningOp<AndOp>()) {
    collectConjuncts(both.getLhs(), conjuncts);
    collectConjuncts(both.getRhs(), conjuncts);
    return;
  }
  if (!llvm::is_contained(conjuncts, condition))
    conjuncts.push_back(condition);
}

/// Whether expressions may fail on rows that did not reach them. Operations that are not known
/// to be harmless count as fallible. So do those with `overflow<never>`: the proof is about the
/// rows that reach them where they are.
inline bool canFailElsewhere(ArrayRef<Operation *> operations) {
  return llvm::any_of(operations, [](Operation *op) {
    auto expression = dyn_cast<ExpressionOpInterface>(op);
    if (!expression || expression.canFail())
      return true;
    auto arith = dyn_cast<OverflowOpInterface>(op);
    return arith && arith.getOverflow() == Overflow::never;
  });
}

/// What evaluating expressions on a row costs (see ExpressionOpInterface).
inline unsigned getCost(ArrayRef<Operation *> operations) {
  unsigned cost = 0;
  for (Operation *op : operations)
    if (auto expression = dyn_cast<ExpressionOpInterface>(op))
      cost += expression.getCost();
  return cost;
}

} // namespace molt::df

#endif // MOLT_LIB_DIALECT_DF_TRANSFORMS_CONJUNCTS_H
