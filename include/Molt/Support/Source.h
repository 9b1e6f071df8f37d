//===- Source.h - Checks of a program's text before parsing -----*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_SUPPORT_SOURCE_H
#define MOLT_SUPPORT_SOURCE_H

#include "Molt/Support/LLVM.h"
#include "llvm/Support/LogicalResult.h"
#include "llvm/Support/MemoryBufferRef.h"
#include <optional>
#include <string>

namespace molt {

/// MLIR's parser, printer and verifier are recursive: deeply nested text overflows
/// their stack. No program that people or tools write comes near these depths.
inline constexpr unsigned kMaxNesting = 256;
/// Operators of one affine expression, which nest without brackets.
inline constexpr unsigned kMaxOperators = 1024;

/// A place in a text and what is wrong there.
struct SourceProblem {
  size_t offset;
  std::string message;
};

/// The first reason not to hand `text` to MLIR's parser, if there is one: bytes that are
/// not UTF-8, a NUL byte, brackets that nest deeper than kMaxNesting (through aliases,
/// too), affine expressions of more than kMaxOperators operators. Strings and comments
/// may hold any brackets.
std::optional<SourceProblem> findSourceProblem(StringRef text);

/// Whether these are the bytes of MLIR bytecode instead of text.
bool isBytecode(StringRef bytes);

/// Prints "NAME:LINE:COLUMN: error: …" to standard error, and fails, if the source is text
/// with a problem. Bytecode passes: whether it is read is up to the caller.
llvm::LogicalResult checkSource(llvm::MemoryBufferRef source);

} // namespace molt

#endif // MOLT_SUPPORT_SOURCE_H
