//===- Passes.h - Transforms of molt_pipe -----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_H
#define MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_H

#include "Molt/Dialect/Pipe/IR/Pipe.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace molt::pipe {
#define GEN_PASS_DECL
#include "Molt/Dialect/Pipe/Transforms/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "Molt/Dialect/Pipe/Transforms/Passes.h.inc"

/// Whether a molt_str operation reads bytes beyond the view, so that it is done by
/// a kernel per batch.
bool needsStringKernel(Operation *op);
} // namespace molt::pipe

#endif // MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_H
