//===- CommandLine.cpp - What Molt's tools share --------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Support/CommandLine.h"
#include "llvm/Support/CommandLine.h"

void molt::removeUpstreamOptions() {
  llvm::SmallVector<llvm::cl::Option *> upstream;
  for (auto &[name, option] : llvm::cl::getRegisteredOptions())
    if (name != "help" && name != "help-hidden" && name != "version")
      upstream.push_back(option);
  for (llvm::cl::Option *option : upstream)
    option->removeArgument();
}
