//===- KeyAnalysis.h - Unique keys and functional dependencies --*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_ANALYSIS_KEYANALYSIS_H
#define MOLT_DIALECT_DF_ANALYSIS_KEYANALYSIS_H

#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"
#include "llvm/ADT/SmallBitVector.h"

namespace molt::df {

/// A set of columns of a table, by position.
using ColumnSet = llvm::SmallBitVector;

/// The outcome of asking for a proof.
struct Proof {
  bool holds = false;
  /// Whether it relies on facts of a source, which are then to be marked `assumed`.
  bool assumes = false;
  explicit operator bool() const { return holds; }
};

/// What is known about the rows of a table that agree in some columns. They agree in a column
/// if `aggregate` would take its values for equal: null equals null, floats are equal by the
/// total order.
struct TableKeys {
  /// No two rows agree in all of `columns`.
  struct Key {
    ColumnSet columns;
    bool assumes;
  };
  /// Rows that agree in all of `from` agree in all of `to`, too.
  struct Dependency {
    ColumnSet from, to;
    bool assumes;
  };
  SmallVector<Key> keys;
  SmallVector<Dependency> dependencies;
};

/// Unique keys and functional dependencies of every table value below an operation, from the
/// operations that make them (the keys of an `aggregate` are unique, a join whose right keys
/// are unique keeps the keys of its left table, …) and from `unique` facts of sources. A
/// snapshot: it does not follow changes of the IR.
class KeyAnalysis {
public:
  explicit KeyAnalysis(Operation *root);

  /// Whether no two rows of a table agree in all of some columns.
  Proof isUnique(Value table, ArrayAttr columns) const;
  /// Whether rows that agree in some columns agree in one more.
  Proof determines(Value table, ArrayRef<StringRef> columns, StringRef column) const;

private:
  void visit(Operation *op);
  void visitSource(SourceOp op, TableKeys &result) const;
  void visitProject(ProjectOp op, TableKeys &result) const;
  void visitWithColumns(WithColumnsOp op, TableKeys &result) const;
  void visitFilter(FilterOp op, TableKeys &result) const;
  void visitAggregate(AggregateOp op, TableKeys &result) const;
  void visitJoin(JoinOp op, TableKeys &result) const;
  void visitRowIndex(WithRowIndexOp op, TableKeys &result) const;
  void visitWindow(WindowOp op, TableKeys &result) const;

  const TableKeys &get(Value table) const;
  llvm::DenseMap<Value, TableKeys> tables;
};

} // namespace molt::df

#endif // MOLT_DIALECT_DF_ANALYSIS_KEYANALYSIS_H
