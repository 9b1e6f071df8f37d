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

/// The engine `compiled[:SETTING,…]`; settings are target=NAME, threads=N, batch=N,
/// morsel=N, zero-hashes, no-optimize, no-statistics. Null after an error on the
/// standard error stream.
std::unique_ptr<Engine> makeCompiledEngine(StringRef name);

/// What compilation needs to be registered with the context.
void registerCompilerTranslations(DialectRegistry &registry);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_COMPILEDENGINE_H
