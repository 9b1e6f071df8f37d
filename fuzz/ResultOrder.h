//===- ResultOrder.h - What a plan says about the order of rows -*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Whether two evaluations of a plan must give the same sequence of rows, the same
// multiset, or may differ.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_RESULTORDER_H
#define MOLT_FUZZ_RESULTORDER_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringSet.h"

namespace molt::fuzz {

struct ResultOrder {
  enum Kind {
    Defined,    ///< One sequence of rows is right.
    Sorted,     ///< By `keys`; rows with equal keys in any order.
    Unspecified ///< Any order.
  };
  Kind kind = Defined;
  SmallVector<df::SortKeyAttr> keys;
  /// The rows themselves depend on an unspecified order (limit, top_k).
  bool isAmbiguous = false;
  /// If not empty: no two rows agree in all of these columns (compared as keys are).
  llvm::StringSet<> uniqueColumns;
  /// Float columns that cannot hold -0, so that values equal as keys are the same.
  llvm::StringSet<> canonicalColumns;
};

/// Computes the order of the tables of a function.
class OrderAnalysis {
public:
  const ResultOrder &get(mlir::Value table);

private:
  ResultOrder compute(Operation *op);
  llvm::DenseMap<mlir::Value, ResultOrder> known;
};

} // namespace molt::fuzz

#endif // MOLT_FUZZ_RESULTORDER_H
