//===- Interrupt.h - Ctrl-C -------------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_INTERRUPT_H
#define MOLT_TOOLS_MOLT_RUN_INTERRUPT_H

namespace molt::run {

/// From now on Ctrl-C (and SIGTERM) sets a flag that the runtime asks for between
/// morsels; the second time it ends the process at once.
void catchInterrupts();
/// Whether the flag is set.
bool isInterrupted();

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_INTERRUPT_H
