//===- Symbols.h - What JIT code may call -----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_SYMBOLS_H
#define MOLT_LIB_TARGET_SYMBOLS_H

#include "llvm/ADT/ArrayRef.h"
#include <utility>

namespace molt {
/// Names and addresses: the runtime's functions and the closed list of compiler
/// support routines. Nothing else can be reached from compiled code.
llvm::ArrayRef<std::pair<const char *, void *>> getCallableSymbols();
} // namespace molt

#endif // MOLT_LIB_TARGET_SYMBOLS_H
