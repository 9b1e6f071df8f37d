//===- Serve.h - The line protocol of bench/compare -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TOOLS_MOLT_RUN_SERVE_H
#define MOLT_TOOLS_MOLT_RUN_SERVE_H

#include "Session.h"

namespace molt::run {

/// Greets, then answers each line of JSON on standard input with one on standard
/// output until it ends or asks to quit (see bench/README.md). Returns the exit status.
int serveRequests(Session &session);

} // namespace molt::run

#endif // MOLT_TOOLS_MOLT_RUN_SERVE_H
