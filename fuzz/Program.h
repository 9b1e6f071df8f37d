//===- Program.h - A plan with its input tables -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_PROGRAM_H
#define MOLT_FUZZ_PROGRAM_H

#include "Molt/Interp/Interpreter.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace molt::fuzz {

/// A table under the name by which a program reads it.
struct Input {
  std::string name;
  interp::Table table;
};

/// A module with one function, and what it reads.
struct Program {
  OwningOpRef<ModuleOp> module;
  std::vector<Input> inputs;
  /// Whether the facts and row bounds on the sources hold for the inputs. If not,
  /// compiled code must fall back; what a pass proves from them is wrong.
  bool factsHold = true;

  ModuleOp getModule() const { return module.get(); }
  func::FuncOp getFunction() const { return *getModule().getOps<func::FuncOp>().begin(); }
  Program clone() const {
    return Program{OwningOpRef<ModuleOp>(getModule().clone()), inputs, factsHold};
  }
};

} // namespace molt::fuzz

#endif // MOLT_FUZZ_PROGRAM_H
