//===- ArrowIpc.h - The Arrow IPC format's metadata -------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one place that includes flatbuffers and the code generated from Arrow.fbs.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_ARROWIPC_H
#define MOLT_LIB_RUNTIME_ARROWIPC_H

#include "Arrow_generated.h"

#endif // MOLT_LIB_RUNTIME_ARROWIPC_H
