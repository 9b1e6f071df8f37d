//===- JoinGraph.h - Joins whose order does not matter ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_DIALECT_DF_TRANSFORMS_JOINGRAPH_H
#define MOLT_LIB_DIALECT_DF_TRANSFORMS_JOINGRAPH_H

#include "Molt/Dialect/DF/Analysis/CardinalityAnalysis.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"

namespace molt::df {

/// A set of relations, as bits.
using RelationSet = uint64_t;
inline constexpr unsigned kMaxRelations = 40;

/// What a tree of joins says, without an order: relations, which of their columns are equal, and
/// conditions. Inner joins may come in any order. A semi or anti join drops rows of its left
/// side by columns of it, wherever these are: its right side is a relation that can only follow
/// on them.
class JoinGraph {
public:
  struct Relation {
    Value table;
    /// `semi` or `anti` if the relation only drops rows of others.
    JoinKind kind = JoinKind::inner;
    /// The keys of a semi or anti join: columns of other relations, and those of this one.
    SmallVector<StringAttr> otherKeys, keys;

    bool isFilter() const { return kind != JoinKind::inner; }
  };
  /// A condition on columns of several relations that cannot fail.
  struct Condition {
    RowRegionOpInterface op;
    /// The columns of its arguments.
    SmallVector<Attribute> columns;
    RelationSet relations = 0;
    double share = 1;
  };
  /// Columns of several relations that are equal in the result.
  struct Class {
    /// By relation.
    llvm::SmallMapVector<unsigned, StringAttr, 4> columns;
    RelationSet relations = 0;
  };
  /// A join as it is written, for its cost: a relation, or an operation on two others.
  struct Written {
    int relation = -1;
    int left = -1, right = -1;
    bool isCross = false;
  };

  /// The graph of the tree below a join and conditions on it. Column names are those of the
  /// relations, which are all different.
  JoinGraph(Operation *root, const CardinalityAnalysis &cardinalities);

  /// Whether the graph says all that the tree does: names of columns are different, equal
  /// columns are those of different relations, and there are not too many.
  bool isUsable() const { return hasPlainNames && relations.size() <= kMaxRelations; }

  /// Whether a join can have neighbors in a graph.
  static bool isMember(Operation *op);
  /// The last of the conditions above a join that belong to its tree, or the join.
  static Operation *findRoot(JoinOp join);

  ArrayRef<Relation> getRelations() const { return relations; }
  ArrayRef<Condition> getConditions() const { return conditions; }
  ArrayRef<Class> getClasses() const { return classes; }
  /// The class of a column that is in one.
  const Class &getClass(StringAttr column) const;
  /// The tree as it is written; the last one is the root.
  ArrayRef<Written> getWritten() const { return written; }
  /// The column of a relation that a column of the root's result is.
  StringAttr getColumn(StringRef result) const { return rootColumns.lookup(result); }
  RelationSet getAll() const { return (RelationSet(1) << relations.size()) - 1; }
  /// The operations that the graph stands for.
  ArrayRef<Operation *> getOperations() const { return operations; }

private:
  using Columns = llvm::StringMap<StringAttr>;
  /// Adds what makes a table, and returns its place in `written`; `columns` become the relations'
  /// columns by their names in the table.
  int collect(Value table, Columns &columns, bool isRoot);
  int collectJoin(JoinOp op, Columns &columns);
  int addRelation(Value table, Columns &columns, bool isFilter);
  void addCondition(RowRegionOpInterface op, const Columns &columns, TableEstimate input);
  void makeEqual(StringAttr a, StringAttr b);
  void makeClasses();

  const CardinalityAnalysis &cardinalities;
  SmallVector<Relation> relations;
  SmallVector<Condition> conditions;
  SmallVector<Class> classes;
  SmallVector<Written> written;
  SmallVector<Operation *> operations;
  /// The relation of each column.
  llvm::MapVector<StringAttr, unsigned> owners;
  llvm::EquivalenceClasses<unsigned> equal; ///< By place in `owners`.
  Columns rootColumns;
  bool hasPlainNames = true;
};

/// The best order that was found: for each set of relations that occurs in it, how it is made.
struct JoinOrder {
  struct Step {
    RelationSet probe = 0, build = 0; ///< Both 0: a relation.
    double rows = 0, cost = 0;
  };
  llvm::DenseMap<RelationSet, Step> steps;
  double cost = 0;           ///< Of the best order,
  double writtenCost = 0;    ///< and of that which is written,
  bool writtenCross = false; ///< which has a cross join of tables with equal columns.
};

/// What a join by a number of keys costs that builds a table of some rows and probes with others,
/// in arbitrary units.
double getJoinCost(double probeRows, double buildRows, double resultRows, size_t keys);

/// Finds an order: of up to `exactLimit` relations the cheapest of all without needless cross
/// products, of more a good one. Nothing if there is none, or if the rows of some relation are not
/// known, unless it `mayGuess`.
std::optional<JoinOrder> findJoinOrder(const JoinGraph &graph,
                                       const CardinalityAnalysis &cardinalities,
                                       unsigned exactLimit, bool mayGuess = false);

} // namespace molt::df

#endif // MOLT_LIB_DIALECT_DF_TRANSFORMS_JOINGRAPH_H
