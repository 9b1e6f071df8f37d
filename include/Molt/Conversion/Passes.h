//===- Passes.h - Conversions between Molt's levels -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_CONVERSION_PASSES_H
#define MOLT_CONVERSION_PASSES_H

#include "Molt/Support/LLVM.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace molt {

/// Attributes of a program function below molt_df: its inputs, an array of [name,
/// table type], and the table type of its result.
inline constexpr llvm::StringLiteral kInputsAttr = "molt.inputs";
inline constexpr llvm::StringLiteral kResultAttr = "molt.result";

#define GEN_PASS_DECL
#include "Molt/Conversion/Passes.h.inc"
#define GEN_PASS_REGISTRATION
#include "Molt/Conversion/Passes.h.inc"

} // namespace molt

#endif // MOLT_CONVERSION_PASSES_H
