//===- Compare.h - Whether two outcomes agree -------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_COMPARE_H
#define MOLT_FUZZ_COMPARE_H

#include "Engine.h"

namespace molt::fuzz {

enum class Verdict {
  Same,
  Undecided, ///< The program leaves open what its result is.
  Different
};

struct Comparison {
  Verdict verdict = Verdict::Same;
  std::string why;           ///< Of a difference: what was found and what was expected.
  std::string declined = ""; ///< Why the engine declined the program, if it did.
  bool ranOutOfMemory = false; ///< See Outcome.
};

/// Whether data can raise the error.
bool isOfData(const MoltError &error);

/// Compares an engine's outcome with the reference's:
/// - where the engine declines the program, nothing is decided;
/// - where the reference fails, so does the engine (with any error that data can
///   raise), unless it optimizes and may have removed the error;
/// - tables have the same type, and rows the same order as far as the plan defines
///   it; values are equal to the bit, but for the payload of NaNs and for float sums
///   (and what is copied from them), which agree within the reference's slack.
Comparison compareOutcomes(func::FuncOp program, const Outcome &reference, const Outcome &actual,
                           bool mayRemoveErrors);

/// Runs a program by the reference interpreter and an engine, and compares.
class Checker {
public:
  explicit Checker(MoltRuntime *runtime) : runtime(runtime) {}

  /// The reference's outcome. The program must outlive what is done with it here.
  Outcome runReference(const Program &program);
  Outcome run(const Program &program, Engine &engine);
  Comparison check(const Program &program, const Outcome &reference, Engine &engine);
  Comparison check(const Program &program, Engine &engine) {
    return check(program, runReference(program), engine);
  }

private:
  MoltRuntime *runtime;
};

} // namespace molt::fuzz

#endif // MOLT_FUZZ_COMPARE_H
