//===- RandomWays.h - Random ways to run a plan -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_RANDOMWAYS_H
#define MOLT_FUZZ_RANDOMWAYS_H

#include "Molt/Support/LLVM.h"
#include <string>
#include <vector>

namespace molt::fuzz {

/// What a plan can be interpreted after: each pass on molt_df alone, as a textual
/// pipeline, and the full pipeline. The passes are those that Passes.td declares.
const std::vector<std::string> &getPlanPasses();

/// The names of the engines that a plan of this seed is run by.
struct RandomWays {
  std::string unoptimized; ///< Compiled, as written.
  std::string optimized;   ///< Compiled, with the full pipeline.
  std::string pass;        ///< One of getPlanPasses().
};

/// The compiled ways differ in target (those that this processor runs), threads, batch and
/// morsel size, hashes, statistics and the memory that they may take. Of any n seeds in a
/// row each pass gets at least n / (number of passes) - 2.
RandomWays chooseWays(uint64_t seed);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_RANDOMWAYS_H
