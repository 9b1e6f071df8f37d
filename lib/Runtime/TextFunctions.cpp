//===- TextFunctions.cpp - Functions of strings for compiled code ---------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Execution.h"

using namespace molt::rt;

#define MOLT_TEXT_FUNCTION(NAME)                                                                   \
  int32_t molt_rt_text_##NAME(MoltExecution *execution, int32_t worker,                            \
                              const MoltTextCall *call) {                                          \
    return executionStatus(execution,                                                              \
                           [&] { molt::text::kernels::NAME(*call, execution->strings[worker]); }); \
  }
#include "Molt/Text/Functions.def"
#undef MOLT_TEXT_FUNCTION
