//===- Transforms.h - Rewrites of plans outside of passes -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_TRANSFORMS_TRANSFORMS_H
#define MOLT_DIALECT_DF_TRANSFORMS_TRANSFORMS_H

#include "Molt/Support/LLVM.h"

namespace molt::df {

/// Says operations with `maintain_order` in others, which number rows and sort by the numbers, as
/// --molt-df-decompose does. Where that is not possible, after a diagnostic, they stay.
void decomposeMaintainedOrder(Operation *root);

} // namespace molt::df

#endif // MOLT_DIALECT_DF_TRANSFORMS_TRANSFORMS_H
