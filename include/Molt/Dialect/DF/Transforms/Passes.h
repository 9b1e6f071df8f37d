//===- Passes.h - Transforms of the molt_df dialect -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_TRANSFORMS_PASSES_H
#define MOLT_DIALECT_DF_TRANSFORMS_PASSES_H

#include "Molt/Support/LLVM.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Pass/Pass.h"

namespace molt::df {

#define GEN_PASS_DECL
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"

#define GEN_PASS_REGISTRATION
#include "Molt/Dialect/DF/Transforms/Passes.h.inc"

} // namespace molt::df

#endif // MOLT_DIALECT_DF_TRANSFORMS_PASSES_H
