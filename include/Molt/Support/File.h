//===- File.h - Writing files -----------------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_SUPPORT_FILE_H
#define MOLT_SUPPORT_FILE_H

#include "Molt/Support/LLVM.h"
#include "llvm/Support/Error.h"

namespace molt {

/// Writes a file, whole or not at all. What a link leads to is replaced, not the link;
/// devices and pipes (and "-", standard output) are written directly. The error does not
/// name the path.
llvm::Error writeFile(StringRef path, StringRef bytes);

} // namespace molt

#endif // MOLT_SUPPORT_FILE_H
