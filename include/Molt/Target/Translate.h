//===- Translate.h - Translations out of MLIR -------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TARGET_TRANSLATE_H
#define MOLT_TARGET_TRANSLATE_H

#include "Molt/Support/LLVM.h"
#include "Molt/Target/Dot.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace molt {

/// What the translations ask for.
struct TranslateOptions {
  std::string target = "host"; ///< host, x86-64, x86-64-v3 or x86-64-v4.
  unsigned lanes = 0;          ///< See LoweringOptions, as for the next two.
  bool parallel = true;
  bool optimize = true;
  bool optimizeLLVM = true; ///< Run the short pass list on the LLVM IR.
  DotOptions dot;
};

/// Lowers a module at any level (it is changed) with --molt-to-llvm-pipeline, unless it
/// is in the LLVM dialect, and prints LLVM IR. Failures are reported as diagnostics.
LogicalResult translateToLLVMIR(ModuleOp module, const TranslateOptions &options, raw_ostream &out);

/// As translateToLLVMIR, but writes a relocatable object file for the host's
/// architecture. Each function of the module is in it under its name, as a MoltEntryFn
/// (see Molt/Runtime/Runtime.h) that calls nothing but the runtime and the support
/// routines of docs/rationale/molt_rt.md.
LogicalResult translateToObject(ModuleOp module, const TranslateOptions &options, raw_ostream &out);

/// Registers these and the translations of Dot.h and DuckDBSQL.h for mlirTranslateMain:
/// --molt-to-llvmir, --molt-to-object, --molt-df-to-dot and --molt-df-to-duckdb-sql.
/// `options` is read when a translation runs.
void registerMoltTranslations(const TranslateOptions &options);

} // namespace molt

#endif // MOLT_TARGET_TRANSLATE_H
