//===- InitAllPasses.h - Molt's passes and pipelines ------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_INITALLPASSES_H
#define MOLT_INITALLPASSES_H

#include "Molt/Conversion/Passes.h"
#include "Molt/Dialect/DF/Transforms/Passes.h"
#include "Molt/Dialect/Pipe/Transforms/Passes.h"
#include "Molt/Pipelines/Pipelines.h"

namespace molt {

/// Registers Molt's passes and pipelines with the global registry, for tools that take
/// their names from the command line.
inline void registerAllPasses() {
  df::registerMoltDFPasses();
  pipe::registerMoltPipePasses();
  registerMoltConversionPasses();
  registerMoltDFPipelines();
  registerMoltLoweringPipelines();
}

} // namespace molt

#endif // MOLT_INITALLPASSES_H
