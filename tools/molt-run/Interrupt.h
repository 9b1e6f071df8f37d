//===- Interrupt.h - Ctrl-C -------------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_INTERRUPT_H
#define MOLT_TOOLS_MOLT_RUN_INTERRUPT_H

namespace molt::run {

/// From now on Ctrl-C (and SIGTERM) ends the process with status 1 after a message, or,
/// in the scope of an AskForInterrupts, sets a flag. The second one ends it at once.
void catchInterrupts();

/// Around code that looks at the flag now and then, as the runtime does between morsels,
/// and has something to clean up.
struct AskForInterrupts {
  AskForInterrupts();
  ~AskForInterrupts();
  AskForInterrupts(const AskForInterrupts &) = delete;
};

/// Whether the flag is set.
bool isInterrupted();

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_INTERRUPT_H
