//===- DuckDBEngine.h - Programs through DuckDB -----------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#ifndef MOLT_FUZZ_DUCKDBENGINE_H
#define MOLT_FUZZ_DUCKDBENGINE_H

#include "Engine.h"

namespace molt::fuzz {

/// "duckdb" or "duckdb:PATH": the program as SQL (Molt/Target/DuckDBSQL.h) in the
/// library PATH or $MOLT_DUCKDB, on the same tables. It declines programs that have no
/// translation and those on which docs/duckdb-sql.md says that DuckDB differs. Null
/// after an error on the standard error stream.
std::unique_ptr<Engine> makeDuckDBEngine(StringRef name);

} // namespace molt::fuzz

#endif // MOLT_FUZZ_DUCKDBENGINE_H
