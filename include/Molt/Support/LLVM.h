//===- LLVM.h - Upstream names that Molt uses unqualified -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The single place through which MLIR's names come into namespace molt, as
// mlir/Support/LLVM.h does it for LLVM's.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_SUPPORT_LLVM_H
#define MOLT_SUPPORT_LLVM_H

#include "mlir/Support/LLVM.h"

namespace mlir {}

namespace molt {
using namespace mlir;
} // namespace molt

#endif // MOLT_SUPPORT_LLVM_H
