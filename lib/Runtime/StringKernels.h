//===- StringKernels.h - String kernels -------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_RUNTIME_STRINGKERNELS_H
#define MOLT_LIB_RUNTIME_STRINGKERNELS_H

namespace molt::rt {

/// The instruction set that the kernels use on this machine.
const char *kernelTargetName();

} // namespace molt::rt

#endif // MOLT_LIB_RUNTIME_STRINGKERNELS_H
