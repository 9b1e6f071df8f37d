//===- InitAllDialects.h - Molt's dialects ----------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_INITALLDIALECTS_H
#define MOLT_INITALLDIALECTS_H

#include "Molt/Dialect/DF/IR/DF.h"
#include "Molt/Dialect/Pipe/IR/Pipe.h"
#include "Molt/Dialect/RT/IR/RT.h"
#include "Molt/Dialect/SIMD/IR/SIMD.h"
#include "Molt/Dialect/Str/IR/Str.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace molt {

/// Adds Molt's dialects, and the upstream ones that programs are written with.
inline void registerAllDialects(DialectRegistry &registry) {
  registry.insert<df::DFDialect, str::StrDialect, pipe::PipeDialect, simd::SIMDDialect,
                  rt::RTDialect, func::FuncDialect>();
}

} // namespace molt

#endif // MOLT_INITALLDIALECTS_H
