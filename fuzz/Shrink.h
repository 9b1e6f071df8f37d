//===- Shrink.h - Smaller programs with the same defect ---------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_SHRINK_H
#define MOLT_FUZZ_SHRINK_H

#include "Program.h"

namespace molt::fuzz {

/// Makes a program smaller for as long as `isInteresting` holds for it: greedily drops
/// operations, columns, keys, expressions and rows. Asks at most `maxTries` times.
Program shrink(const Program &program, function_ref<bool(const Program &)> isInteresting,
               unsigned maxTries);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_SHRINK_H
