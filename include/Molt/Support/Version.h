//===- Version.h - What --version says --------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_SUPPORT_VERSION_H
#define MOLT_SUPPORT_VERSION_H

namespace llvm {
class raw_ostream;
} // namespace llvm

namespace molt {

/// Prints the versions of Molt, of the LLVM it runs with and of the runtime with its
/// libraries and the processor level of its kernels, a line each.
void printVersion(llvm::raw_ostream &out);

} // namespace molt

#endif // MOLT_SUPPORT_VERSION_H
