//===- CompiledEngine.h - Programs through the compiler ---------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_COMPILEDENGINE_H
#define MOLT_FUZZ_COMPILEDENGINE_H

#include "Engine.h"

namespace molt::fuzz {

/// The engine `compiled[:SETTING,…]`; settings are target=NAME, threads=N,
/// codegen-threads=N, batch=N, morsel=N, zero-hashes, no-optimize, no-statistics,
/// memory-limit=BYTES and fail-allocation=N (from the N-th on, all fail). With one of the
/// last two the program runs with less memory, and then, if it ran out of it, once more
/// with all that it wants: so there is always a result to compare. Null after an error on
/// the standard error stream.
std::unique_ptr<Engine> makeCompiledEngine(StringRef name);

/// What compilation needs to be registered with the context.
void registerCompilerTranslations(DialectRegistry &registry);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_COMPILEDENGINE_H
