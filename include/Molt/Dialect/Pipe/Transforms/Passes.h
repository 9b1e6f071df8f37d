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

/// Whether an operation is done by a call of the runtime per batch: it reads bytes beyond the
/// view of a string, or is a function of the C library (where an instruction per row would be
/// a call per row, and LLVM would rewrite some of them into others that differ in the last bit).
bool needsKernel(Operation *op);
/// Whether some operation of a stage does.
bool usesKernel(StageOp stage);
} // namespace molt::pipe

#endif // MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_H
