//===- RandomPlan.h - Random programs ---------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_RANDOMPLAN_H
#define MOLT_FUZZ_RANDOMPLAN_H

#include "Program.h"

namespace molt::fuzz {

struct PlanOptions {
  unsigned maxOps = 8;       ///< Plan operations besides the sources.
  unsigned failPercent = 40; ///< How many of the plans may contain what can fail.
  bool wrongFacts = false;   ///< Whether facts on sources may be wrong (see Program).
};

/// A random program with its tables. The same seed and options give the same program.
/// The context must have molt_df, molt_str and func loaded.
Program makeRandomProgram(MLIRContext *context, uint64_t seed, const PlanOptions &options);

/// What makeOpProgram has programs for: each operation, and as "molt_df.add of i8" each
/// operation of two numbers or dates, and molt_df.cast, by the type on its left.
std::vector<std::string> getCoveredOps();

/// A program around one operation: few others, columns of fitting types, and also the
/// extremes of types. One for an operation of a type has each other type on the right.
Program makeOpProgram(MLIRContext *context, StringRef op, uint64_t seed);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_RANDOMPLAN_H
