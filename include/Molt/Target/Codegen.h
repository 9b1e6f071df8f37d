//===- Codegen.h - From modules to LLVM IR and objects ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TARGET_CODEGEN_H
#define MOLT_TARGET_CODEGEN_H

#include "Molt/Support/LLVM.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Target/TargetMachine.h"
#include <memory>

namespace molt {

/// A machine for the host's architecture at a Molt target level ("host" or a name of
/// #molt_simd.target). Null after an error on `loc`.
std::unique_ptr<llvm::TargetMachine> createTargetMachine(Location loc, StringRef target);

/// Translates a module in the LLVM dialect, with the machine's data layout.
std::unique_ptr<llvm::Module> translateToLLVM(ModuleOp module, llvm::LLVMContext &context,
                                              const llvm::TargetMachine &machine);

/// The short pass list for code that is vector code already: instcombine, simplifycfg,
/// early-cse, licm.
void optimizeLLVM(llvm::Module &module, llvm::TargetMachine &machine);

/// The module as a relocatable object file in memory. Null if the machine emits none.
std::unique_ptr<llvm::MemoryBuffer> emitObject(llvm::Module &module,
                                               llvm::TargetMachine &machine);

} // namespace molt

#endif // MOLT_TARGET_CODEGEN_H
