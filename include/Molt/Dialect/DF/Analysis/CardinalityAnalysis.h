//===- CardinalityAnalysis.h - How many rows tables have --------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Estimates, in contrast to facts (FactAnalysis.h), may be wrong: they choose between plans
// that all give the same result, and nothing else may depend on them.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_ANALYSIS_CARDINALITYANALYSIS_H
#define MOLT_DIALECT_DF_ANALYSIS_CARDINALITYANALYSIS_H

#include "Molt/Dialect/DF/Analysis/FactAnalysis.h"

namespace molt::df {

/// What is estimated about the values of a column.
struct ColumnEstimate {
  /// How many different values there are, at least 1.
  double distinct = 1;
  /// How many there were in the table that the column comes from, and whether they were
  /// unique there: the other columns that refer to such a key have no more values.
  double domain = 1;
  bool isKey = false;
  /// The least and the greatest value as numbers, decimals with their point.
  bool hasRange = false;
  double min = 0, max = 0;
  /// A sum or count of a group: what is known of it are limits, far from its values.
  bool isTotal = false;
  /// Whether nothing is known about the number of values.
  bool isGuess = false;
};

/// What is estimated about a table.
struct TableEstimate {
  /// At least 1, so that products mean something.
  double rows = 1;
  /// One per column, in the order of the table's type.
  SmallVector<ColumnEstimate> columns;
  /// Whether the numbers of rows of all sources below are known. Otherwise the estimate is
  /// arbitrary.
  bool isKnown = false;
};

/// How the rows of two tables match.
struct MatchEstimate {
  /// Matching pairs of rows.
  double pairs = 1;
  /// Shares of the rows of each side that have a match.
  double leftShare = 1, rightShare = 1;
};

/// Estimates of every table value below an operation, from the bounds on rows and the facts of
/// sources. Values are taken to be spread evenly over their ranges, columns to be independent,
/// and the values of the smaller of two keys to be among those of the larger (Selinger et al.,
/// "Access path selection in a relational database management system", 1979). A snapshot: it
/// does not follow changes of the IR.
class CardinalityAnalysis {
public:
  CardinalityAnalysis(Operation *root, const FactAnalysis &facts);

  /// The estimate of a table that was there when the analysis was made.
  const TableEstimate &get(Value table) const;

  /// How rows match whose key columns, given as positions, are equal.
  static MatchEstimate matchKeys(const TableEstimate &left, const TableEstimate &right,
                                 ArrayRef<std::pair<unsigned, unsigned>> keys);
  /// A join; `selectivity` is the share of the pairs that a condition keeps.
  static TableEstimate join(JoinKind kind, const TableEstimate &left, const TableEstimate &right,
                            ArrayRef<std::pair<unsigned, unsigned>> keys, double selectivity = 1);
  /// The share of the rows for which the condition of a row region holds; `columns` are
  /// those of the rows that the region sees, and change to what is left of them.
  double getSelectivity(RowRegionOpInterface op, MutableArrayRef<ColumnEstimate> columns,
                        TableType type) const;
  /// The same for a condition in the region.
  double getSelectivity(RowRegionOpInterface op, Value condition,
                        MutableArrayRef<ColumnEstimate> columns, TableType type) const;

private:
  void visit(Operation *op);
  TableEstimate visitSource(SourceOp op) const;
  TableEstimate visitWithColumns(WithColumnsOp op) const;
  TableEstimate visitAggregate(AggregateOp op) const;
  TableEstimate visitJoin(JoinOp op) const;
  TableEstimate visitConcat(ConcatOp op) const;

  const FactAnalysis &facts;
  llvm::DenseMap<Value, TableEstimate> tables;
};

/// Changes an estimate to that of `rows` of its rows, chosen without regard to their values.
void sampleRows(TableEstimate &table, double rows);

/// The positions of the keys of a join.
SmallVector<std::pair<unsigned, unsigned>> getKeyPositions(JoinOp op);

} // namespace molt::df

#endif // MOLT_DIALECT_DF_ANALYSIS_CARDINALITYANALYSIS_H
