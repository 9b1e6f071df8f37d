//===- Context.h - Errors of an interpretation ------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_INTERP_CONTEXT_H
#define MOLT_LIB_INTERP_CONTEXT_H

#include "Molt/Interp/Interpreter.h"

namespace molt::interp {

/// What all steps of one interpretation share.
struct Context {
  ArrayRef<NamedTable> inputs;
  ResultNotes notes;
  MoltError error;

  Context();

  /// Records an error of `op` at a row of its input (-1: no single row).
  LogicalResult fail(Operation *op, MoltStatus code, int64_t row, const Twine &message);

  /// To be called before a scalar is compared or computed with.
  void use(const Scalar &scalar) {
    if (scalar.getSlack() != 0)
      notes.dependsOnSumOrder = true;
  }
};

} // namespace molt::interp

#endif // MOLT_LIB_INTERP_CONTEXT_H
