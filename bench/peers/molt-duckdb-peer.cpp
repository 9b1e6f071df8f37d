//===- molt-duckdb-peer.cpp - DuckDB behind a line protocol ---------------===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// usage: molt-duckdb-peer LIBDUCKDB
//
// One in-memory database, driven by lines of JSON on standard input. Each gets
// one line of JSON as answer; times are measured here, around DuckDB alone.
//
//   (start)                      {"engine": "duckdb", "version": "v1.5.6"}
//   {"cmd": "exec", "sql": S}    {"ms": 12.5}                     one or more statements
//   {"cmd": "run", "sql": S}     {"ms": 3.2, "compile_ms": 0.7, "rows": 4}
//   {"cmd": "result"}            {"csv": "…", "types": ["text", "float", …]}
//   {"cmd": "quit"}              {}
//   (any failure)                {"error": "…"}
//
// `run` prepares a statement when it first meets its text (compile_ms; 0 when the
// statement is known) and executes it until the whole result is in memory (ms).
// `exec` forgets prepared statements.
// `result` is the result of the last run: CSV with a header; nulls are empty,
// empty texts are quoted.
//
// The C API is https://duckdb.org/docs/stable/clients/c/api; the npm package that
// brings the library has no header, so the few functions used are declared here.
//
//===----------------------------------------------------------------------===//

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <dlfcn.h>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using nlohmann::json;

namespace {

//===----------------------------------------------------------------------===//
// DuckDB's C API
//===----------------------------------------------------------------------===//

struct duckdb_result {
  uint64_t deprecated[5];
  void *internal_data;
};
using duckdb_database = struct Database *;
using duckdb_connection = struct Connection *;
using duckdb_prepared_statement = struct Statement *;
enum duckdb_state : int { DuckDBSuccess = 0, DuckDBError = 1 };
enum duckdb_type : int {
  DUCKDB_TYPE_FLOAT = 10,
  DUCKDB_TYPE_DOUBLE = 11,
  DUCKDB_TYPE_VARCHAR = 17
};

struct DuckDB {
  explicit DuckDB(const char *path) : library(dlopen(path, RTLD_NOW | RTLD_LOCAL)) {
    if (!library)
      throw std::runtime_error(dlerror());
#define LOAD(NAME) load(NAME, "duckdb_" #NAME)
    LOAD(library_version);
    LOAD(open);
    LOAD(connect);
    LOAD(query);
    LOAD(prepare);
    LOAD(prepare_error);
    LOAD(execute_prepared);
    LOAD(destroy_prepare);
    LOAD(result_error);
    LOAD(destroy_result);
    LOAD(column_count);
    LOAD(row_count);
    LOAD(column_name);
    LOAD(column_type);
    LOAD(value_varchar);
    LOAD(free);
#undef LOAD
  }

  const char *(*library_version)();
  duckdb_state (*open)(const char *, duckdb_database *);
  duckdb_state (*connect)(duckdb_database, duckdb_connection *);
  duckdb_state (*query)(duckdb_connection, const char *, duckdb_result *);
  duckdb_state (*prepare)(duckdb_connection, const char *, duckdb_prepared_statement *);
  const char *(*prepare_error)(duckdb_prepared_statement);
  void (*destroy_prepare)(duckdb_prepared_statement *);
  duckdb_state (*execute_prepared)(duckdb_prepared_statement, duckdb_result *);
  const char *(*result_error)(duckdb_result *);
  void (*destroy_result)(duckdb_result *);
  uint64_t (*column_count)(duckdb_result *);
  uint64_t (*row_count)(duckdb_result *);
  const char *(*column_name)(duckdb_result *, uint64_t);
  duckdb_type (*column_type)(duckdb_result *, uint64_t);
  char *(*value_varchar)(duckdb_result *, uint64_t, uint64_t);
  void (*free)(void *);

private:
  template <typename Function> void load(Function &function, const char *name) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    if (!function)
      throw std::runtime_error(dlerror());
  }
  void *library;
};

//===----------------------------------------------------------------------===//
// The session
//===----------------------------------------------------------------------===//

class Stopwatch {
public:
  double ms() const {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
  }

private:
  std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

class Session {
public:
  explicit Session(const char *path) : api(path) {
    duckdb_database database;
    if (api.open(nullptr, &database) != DuckDBSuccess ||
        api.connect(database, &connection) != DuckDBSuccess)
      throw std::runtime_error("DuckDB does not open a database in memory");
  }

  json greeting() const { return {{"engine", "duckdb"}, {"version", api.library_version()}}; }

  json answer(const json &request) {
    const std::string command = request.at("cmd");
    if (command == "exec")
      return exec(request.at("sql"));
    if (command == "run")
      return run(request.at("sql"));
    if (command == "result")
      return lastResult();
    if (command == "quit")
      return json::object();
    throw std::runtime_error("unknown command '" + command + "'");
  }

private:
  json exec(const std::string &sql) {
    // A plan is bound to the tables and settings it was made with.
    for (auto &[text, statement] : statements)
      api.destroy_prepare(&statement);
    statements.clear();
    Stopwatch watch;
    Result result =
        execute([&](duckdb_result *out) { return api.query(connection, sql.c_str(), out); });
    return {{"ms", watch.ms()}};
  }

  json run(const std::string &sql) {
    last.reset(); // its memory is not the new query's business
    double compileMs = 0;
    auto known = statements.find(sql);
    if (known == statements.end()) {
      Stopwatch watch;
      duckdb_prepared_statement statement;
      if (api.prepare(connection, sql.c_str(), &statement) != DuckDBSuccess) {
        const std::string message = api.prepare_error(statement);
        api.destroy_prepare(&statement);
        throw std::runtime_error(message);
      }
      compileMs = watch.ms();
      known = statements.emplace(sql, statement).first;
    }
    Stopwatch watch;
    last = execute([&](duckdb_result *out) { return api.execute_prepared(known->second, out); });
    double ms = watch.ms();
    return {{"ms", ms}, {"compile_ms", compileMs}, {"rows", api.row_count(last.get())}};
  }

  json lastResult() {
    if (!last)
      throw std::runtime_error("no query has run");
    const uint64_t columns = api.column_count(last.get()), rows = api.row_count(last.get());
    std::string csv;
    json types = json::array();
    for (uint64_t column = 0; column < columns; ++column) {
      duckdb_type type = api.column_type(last.get(), column);
      types.push_back(type == DUCKDB_TYPE_FLOAT || type == DUCKDB_TYPE_DOUBLE ? "float"
                      : type == DUCKDB_TYPE_VARCHAR                           ? "text"
                                                                              : "exact");
      csv.append(column ? "," : "");
      append(csv, api.column_name(last.get(), column));
    }
    csv += '\n';
    for (uint64_t row = 0; row < rows; ++row) {
      for (uint64_t column = 0; column < columns; ++column) {
        csv.append(column ? "," : "");
        if (char *text = api.value_varchar(last.get(), column, row)) {
          append(csv, text);
          api.free(text);
        }
      }
      csv += '\n';
    }
    return {{"csv", csv}, {"types", types}};
  }

  /// One CSV value, quoted where it must be.
  static void append(std::string &csv, const std::string &text) {
    if (!text.empty() && text.find_first_of(",\"\r\n") == text.npos) {
      csv += text;
      return;
    }
    csv += '"';
    for (char c : text)
      csv.append(c == '"' ? 2 : 1, c);
    csv += '"';
  }

  struct ResultDeleter {
    DuckDB *api;
    void operator()(duckdb_result *result) const {
      api->destroy_result(result);
      delete result;
    }
  };
  using Result = std::unique_ptr<duckdb_result, ResultDeleter>;

  template <typename Call> Result execute(Call &&call) {
    Result result(new duckdb_result(), ResultDeleter{&api});
    if (call(result.get()) != DuckDBSuccess) {
      const char *message = api.result_error(result.get());
      throw std::runtime_error(message ? message : "the query failed without a message");
    }
    return result;
  }

  DuckDB api;
  duckdb_connection connection = nullptr;
  std::map<std::string, duckdb_prepared_statement> statements;
  Result last{nullptr, ResultDeleter{&api}};
};

void say(const json &answer) { std::cout << answer.dump() << std::endl; }

} // namespace

int main(int argc, char **argv) {
  if (argc != 2) {
    std::cerr << "usage: molt-duckdb-peer LIBDUCKDB  (scripts/fetch-duckdb prints its path)\n";
    return 1;
  }
  try {
    Session session(argv[1]);
    say(session.greeting());
    for (std::string line; std::getline(std::cin, line);) {
      try {
        json request = json::parse(line);
        say(session.answer(request));
        if (request["cmd"] == "quit")
          break;
      } catch (const std::exception &error) {
        say({{"error", error.what()}});
      }
    }
  } catch (const std::exception &error) {
    std::cerr << "molt-duckdb-peer: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
