//===- SplitModule.h - Modules to be compiled in parallel -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_SPLITMODULE_H
#define MOLT_LIB_TARGET_SPLITMODULE_H

#include "Molt/Support/LLVM.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace molt {

/// Moves functions of a module in the LLVM dialect to a new one, so that both are about
/// as large. What one module needs of the other is declared in it, and visible to the
/// linker; constants are copied. Null if the module is not worth it.
OwningOpRef<ModuleOp> splitModule(ModuleOp module);

} // namespace molt

#endif // MOLT_LIB_TARGET_SPLITMODULE_H
