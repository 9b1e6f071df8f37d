//===- FactAnalysis.h - What is known about values and tables ---*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_ANALYSIS_FACTANALYSIS_H
#define MOLT_DIALECT_DF_ANALYSIS_FACTANALYSIS_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "llvm/ADT/DenseMap.h"

namespace molt::df {

/// What is known about all rows of a table.
struct TableFacts {
  /// One per column, in the order of the table's type; never a null attribute.
  SmallVector<FactsAttr> columns;
  /// The most rows that the table can have, if there is a bound.
  std::optional<uint64_t> maxRows;
};

/// Forward propagation of facts (ranges, nullness, bounds on rows) from the sources
/// of a plan through its operations and their regions. Plans have no loops, so one
/// pass in program order is exact with respect to the rules:
/// - a filter narrows its columns by the comparisons that its condition implies;
/// - a join intersects what is known about its keys, which are not null;
/// - bounds on rows multiply (saturating) in joins and shrink with limits and with
///   the number of possible keys of an aggregation.
///
/// Facts hold for values of rows that reach a place, under the assumptions that the
/// sources carry. The analysis is a snapshot: it does not follow changes of the IR.
class FactAnalysis {
public:
  explicit FactAnalysis(Operation *root);

  /// Facts about a scalar, at least those of its type.
  FactsAttr getFacts(Value scalar) const;
  /// Facts about the operands of an expression.
  SmallVector<FactsAttr> getOperandFacts(Operation *op) const;
  /// Facts about a table, at least those of its columns' types.
  TableFacts getTableFacts(Value table) const;

  /// The outcome of a comparison of two operands with such facts and types where it
  /// is the same for all values (which must not be null).
  static std::optional<bool> decide(CmpPredicate predicate, FactsAttr lhs, Type lhsType,
                                    FactsAttr rhs, Type rhsType);

private:
  void visit(Region &region);
  void visit(Operation *op);
  TableFacts visitFilter(FilterOp op);
  TableFacts visitAggregate(AggregateOp op);
  TableFacts visitConcat(ConcatOp op);
  TableFacts visitJoin(JoinOp op);

  llvm::DenseMap<Value, FactsAttr> scalars;
  llvm::DenseMap<Value, TableFacts> tables;
};

/// The fewest digits with which every value of these facts can be written as an
/// unscaled decimal (at least 1), or nothing without a range.
std::optional<unsigned> getDecimalDigits(FactsAttr facts);

/// Marks the sources below `root` that carry facts as `assumed`: to be called by a
/// pass that changed the plan because of them.
void markAssumed(Operation *root);

} // namespace molt::df

#endif // MOLT_DIALECT_DF_ANALYSIS_FACTANALYSIS_H
