//===- Pipe.h - The molt_pipe dialect ---------------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_PIPE_IR_PIPE_H
#define MOLT_DIALECT_PIPE_IR_PIPE_H

#include "Molt/Dialect/Str/IR/Str.h"

#include "Molt/Dialect/Pipe/IR/PipeDialect.h.inc"

#define GET_TYPEDEF_CLASSES
#include "Molt/Dialect/Pipe/IR/PipeTypes.h.inc"

namespace molt::pipe {
/// A type that one row of a column has in a register: i1, signless integers of 8,
/// 16, 32, 64 and 128 bit, f32, f64, or a string.
bool isRegisterType(Type type);
} // namespace molt::pipe

#define GET_OP_CLASSES
#include "Molt/Dialect/Pipe/IR/PipeOps.h.inc"

#endif // MOLT_DIALECT_PIPE_IR_PIPE_H
