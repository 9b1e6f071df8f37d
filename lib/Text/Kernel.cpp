//===- Kernel.cpp - The kernels by name -----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Text/Kernel.h"

using namespace molt::text;

Kernel molt::text::findKernel(std::string_view name) {
#define MOLT_TEXT_FUNCTION(NAME)                                                                   \
  if (name == #NAME)                                                                               \
    return kernels::NAME;
#include "Molt/Text/Functions.def"
#undef MOLT_TEXT_FUNCTION
  return nullptr;
}
