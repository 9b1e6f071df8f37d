//===- PipeVerify.h - What verifiers of molt_pipe share ---------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_PIPE_IR_PIPEVERIFY_H
#define MOLT_LIB_DIALECT_PIPE_IR_PIPEVERIFY_H

#include "Molt/Dialect/Pipe/IR/Pipe.h"

namespace molt::pipe::verification {

inline Type getElement(Value column) { return cast<ColType>(column.getType()).getElementType(); }

/// Columns have exactly these element types.
inline LogicalResult verifyColumns(Operation *op, ValueRange columns, ArrayRef<Type> types,
                                   StringRef what) {
  if (columns.size() != types.size())
    return op->emitOpError() << "has " << columns.size() << " " << what << " but its state has "
                             << types.size();
  for (auto [index, column] : llvm::enumerate(columns))
    if (getElement(column) != types[index])
      return op->emitOpError() << what << " " << index << " has type " << getElement(column)
                               << " but its state has " << types[index];
  return success();
}

inline LogicalResult verifyArguments(Operation *op, Block &block, ArrayRef<Type> types,
                                     StringRef what) {
  if (!llvm::equal(block.getArgumentTypes(), types))
    return op->emitOpError() << what << " has arguments of other types than expected: ("
                             << block.getArgumentTypes() << ") instead of (" << types << ")";
  return success();
}

inline LogicalResult verifyYield(Operation *op, Block &block, ArrayRef<Type> types) {
  auto yield = block.empty() ? YieldOp() : dyn_cast<YieldOp>(block.back());
  if (!yield)
    return op->emitOpError("region must end with molt_pipe.yield");
  if (!llvm::equal(yield.getValues().getTypes(), types))
    return yield.emitOpError() << "yields (" << yield.getValues().getTypes() << ") instead of ("
                               << types << ")";
  return success();
}

/// Regions of aggregates have nothing but arith and math in them, and comparisons of strings.
inline LogicalResult verifyPure(Block &block) {
  for (Operation &op : block.without_terminator()) {
    StringRef dialect = op.getName().getDialectNamespace();
    if (dialect != "arith" && dialect != "math" && !isa<str::WordsLessOp>(op))
      return op.emitOpError("is not allowed in the region of an aggregate; arith and math are");
  }
  return success();
}

inline SmallVector<Type> getElements(ValueRange columns) {
  return llvm::map_to_vector(columns, [](Value column) { return getElement(column); });
}

} // namespace molt::pipe::verification

#endif // MOLT_LIB_DIALECT_PIPE_IR_PIPEVERIFY_H
