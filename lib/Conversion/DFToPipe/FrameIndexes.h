//===- FrameIndexes.h - Aggregates by an index of frames --------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Quantiles and counts of distinct values over frames, which no state can hold that rows are added
// to. In the order of the calls: what is indexed is sorted with the rows; the indexes are made; a
// pipeline over the rows asks them for the number of values, computes the places wanted, asks for
// the values there, and puts results together.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_CONVERSION_DFTOPIPE_FRAMEINDEXES_H
#define MOLT_LIB_CONVERSION_DFTOPIPE_FRAMEINDEXES_H

#include "PlanLowering.h"

namespace molt::lowering {

class FrameIndexes {
public:
  /// Adds a median, quantile or count_distinct. `addField` has a value sorted with the rows and
  /// gives the fields of it and of its validity, or -1.
  LogicalResult add(Operation *op, StringAttr name, ScalarBuilder &b,
                    function_ref<ScalarValue(Value)> lookUp,
                    function_ref<std::pair<int, int>(const ScalarValue &)> addField);
  bool empty() const { return members.empty(); }
  bool hasQuantiles() const {
    return llvm::any_of(members, [](const Member &member) { return member.at.has_value(); });
  }

  void create(OpBuilder &main, Location loc, Value frames, Value rows);
  void createCounts(OpBuilder &inner, Location loc);
  void yieldPlaces(StageScope &stage);
  /// `results`: those of the stage of the places; `row`: the column of the rows' numbers.
  void createValues(OpBuilder &inner, Location loc, Value row, ArrayRef<Value> results);
  void finish(StageScope &stage);

private:
  /// Of the values of an operand in the rows that meet a condition (null: all).
  struct Index {
    Value operand, where;
    bool isDistinct;
    int field, valid;
    Value index, counts;
  };
  struct Member {
    Operation *op;
    StringAttr name;
    size_t index;
    std::optional<double> at;                    ///< Of a quantile.
    std::pair<size_t, size_t> places = {0, 0};   ///< Results of the stage.
    std::pair<Value, Value> values;              ///< Columns: at these places.
  };
  /// How far the place of a quantile is from the one before, and that.
  static std::pair<Value, Value> locate(ScalarBuilder &b, Value count, double at);

  SmallVector<Index> indexes;
  SmallVector<Member> members;
};

} // namespace molt::lowering

#endif // MOLT_LIB_CONVERSION_DFTOPIPE_FRAMEINDEXES_H
