//===- ParallelCodegen.h - Object code on two threads -----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_LIB_TARGET_PARALLELCODEGEN_H
#define MOLT_LIB_TARGET_PARALLELCODEGEN_H

#include "Molt/Target/CompiledProgram.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Target/TargetMachine.h"

namespace molt {

/// Object files of a module in the LLVM dialect: two, compiled at the same time, if there are
/// `threads` for it and the module is worth it (it is split, and so changed), else one.
/// `machine` is for `target`. Sets the times of translation, optimization and code generation
/// and the sizes of the functions.
FailureOr<std::vector<std::unique_ptr<llvm::MemoryBuffer>>>
generateCode(ModuleOp module, llvm::TargetMachine &machine, StringRef target, unsigned threads,
             CompileTimes &times);

} // namespace molt

#endif // MOLT_LIB_TARGET_PARALLELCODEGEN_H
