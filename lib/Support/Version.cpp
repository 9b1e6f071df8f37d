//===- Version.cpp - What --version says ----------------------------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "Molt/Support/Version.h"
#include "Molt/Runtime/Runtime.h"
#include "Molt/Text/Unicode.h"
#include "llvm/Config/llvm-config.h"
#include "llvm/Support/raw_ostream.h"

using namespace molt;

void molt::printVersion(llvm::raw_ostream &out) {
  out << "Molt " MOLT_VERSION "\n"
      << "LLVM and MLIR " LLVM_VERSION_STRING "\n"
      << "Unicode " << text::getUnicodeVersion() << " (or 14.0, by molt_str.unicode)\n"
      << molt_runtime_version() << "\n";
}
