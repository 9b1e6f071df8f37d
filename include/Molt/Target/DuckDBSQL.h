//===- DuckDBSQL.h - Plans as DuckDB's SQL --------------------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_TARGET_DUCKDBSQL_H
#define MOLT_TARGET_DUCKDBSQL_H

#include "Molt/Support/LLVM.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/Support/raw_ostream.h"

namespace molt {

/// Prints each function that returns a table as one SELECT statement of DuckDB's SQL
/// (a name and what it reads in comments in front, a semicolon at the end). What the
/// statement means and where it differs from the plan is in docs/duckdb-sql.md. What
/// cannot be said in SQL is an error diagnostic at the operation; nothing is printed then.
LogicalResult translateToDuckDBSQL(ModuleOp module, raw_ostream &out);

/// The same for one function: the statement alone, without comments and semicolon.
FailureOr<std::string> translateToDuckDBSQL(func::FuncOp function);

/// The type in DuckDB's SQL of a column of a scalar type, nullable or not: "DECIMAL(15, 2)".
/// Timestamps with a zone are those of UTC; durations and times that are not in us are
/// their counts of units.
std::string getDuckDBType(Type type);

} // namespace molt

#endif // MOLT_TARGET_DUCKDBSQL_H
