//===- OutOfMemory.h - When the system has no more memory -------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_OUTOFMEMORY_H
#define MOLT_TOOLS_MOLT_RUN_OUTOFMEMORY_H

namespace molt::run {

/// From now on the process ends with status 1 after a message when the compiler or the
/// interpreter gets no memory; the runtime's functions return an error. To be called
/// after llvm::InitLLVM, which makes both crash.
void catchOutOfMemory();

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_OUTOFMEMORY_H
