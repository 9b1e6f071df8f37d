//===- DuckDB.h - DuckDB's library, loaded at run time ----------*- C++ -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of DuckDB's C API (https://duckdb.org/docs/stable/clients/c/api) that running
// queries on the interpreter's tables takes. The npm package that brings the library
// has no header, so what is used is declared in DuckDB.cpp. Values cross as their bits.
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_FUZZ_DUCKDB_H
#define MOLT_FUZZ_DUCKDB_H

#include "Molt/Interp/Table.h"
#include <memory>
#include <string>

namespace molt::fuzz {

/// One in-memory database.
class DuckDB {
public:
  /// Null after an error on the standard error stream.
  static std::unique_ptr<DuckDB> open(const std::string &libraryPath);
  ~DuckDB();

  /// Runs a statement without result; a message if it fails, else "".
  std::string execute(const std::string &sql);
  /// Makes or replaces a table; a message if it fails, else "".
  std::string load(StringRef name, const interp::Table &table);
  /// Runs a query whose result must have the columns of `type`, by position; a message
  /// if it fails, else "".
  std::string query(const std::string &sql, df::TableType type, interp::Table &result);

private:
  struct Api;
  DuckDB();
  std::unique_ptr<Api> api;
  void *database = nullptr, *connection = nullptr;
};

} // namespace molt::fuzz

#endif // MOLT_FUZZ_DUCKDB_H
