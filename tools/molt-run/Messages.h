//===- Messages.h - How molt-run says what is wrong -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_MESSAGES_H
#define MOLT_TOOLS_MOLT_RUN_MESSAGES_H

#include "Molt/Runtime/Runtime.h"
#include "llvm/ADT/Twine.h"
#include <string>

namespace molt::run {

/// Prints "molt-run: error: …" to standard error. Returns the exit status, 1.
int complain(const llvm::Twine &message);

/// An error of the runtime for people, in one line: place, kind, message, what to do.
/// A place in a text file is given as FILE:LINE, too.
std::string describe(const MoltError &error);

/// An error without a place.
MoltError makeError(int32_t code, const llvm::Twine &message);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_MESSAGES_H
