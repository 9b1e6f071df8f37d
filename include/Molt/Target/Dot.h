//===- Dot.h - Plans as Graphviz graphs -------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef MOLT_TARGET_DOT_H
#define MOLT_TARGET_DOT_H

#include "Molt/Support/LLVM.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/raw_ostream.h"

namespace molt {

struct DotOptions {
  /// All columns of each result with their types, instead of a few names.
  bool schema = false;
};

/// Prints the functions that have molt_df operations as one digraph: a record for each
/// operation with what it does, one line for each expression, and an edge from each
/// table to its users. Nodes are named by function and position, so that the same module
/// gives the same text. Operations that are not known here show their attributes.
LogicalResult translateToDot(ModuleOp module, const DotOptions &options, raw_ostream &out);

} // namespace molt

#endif // MOLT_TARGET_DOT_H
