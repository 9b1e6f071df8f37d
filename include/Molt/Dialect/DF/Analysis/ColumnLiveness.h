//===- ColumnLiveness.h - Which columns a plan needs ------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_ANALYSIS_COLUMNLIVENESS_H
#define MOLT_DIALECT_DF_ANALYSIS_COLUMNLIVENESS_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace molt::df {

using NameSet = llvm::SmallDenseSet<StringAttr, 16>;

/// The columns of each table that some use needs, found backwards from what is not a plan
/// operation. A snapshot.
class ColumnLiveness {
public:
  /// With `asWritten`, every column that an operation names is needed, whatever becomes of its
  /// result: without the others, all operations still verify.
  explicit ColumnLiveness(Operation *root, bool asWritten = false);

  /// The columns of a table that any of its users needs.
  const NameSet &get(Value table) { return needed[table]; }
  /// Those that one operation needs of one of its operands.
  const NameSet &get(OpOperand &operand) { return neededByUse[&operand]; }

private:
  void need(OpOperand &table, StringAttr column);
  template <typename Range> void needAll(OpOperand &table, Range &&columns) {
    for (StringAttr column : columns)
      need(table, column);
  }
  void needForYielded(RowRegionOpInterface op, ValueRange values);
  void visit(Operation *op);

  llvm::DenseMap<Value, NameSet> needed;
  llvm::DenseMap<OpOperand *, NameSet> neededByUse;
  bool asWritten, changed = false;
};

} // namespace molt::df

#endif // MOLT_DIALECT_DF_ANALYSIS_COLUMNLIVENESS_H
