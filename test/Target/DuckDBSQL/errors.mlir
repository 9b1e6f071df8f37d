// What has no form in DuckDB's SQL.
// RUN: molt-translate --molt-df-to-duckdb-sql --split-input-file --verify-diagnostics %s
// Nothing is printed then, not even the functions before.
// RUN: not molt-translate --molt-df-to-duckdb-sql --split-input-file %s 2>/dev/null | FileCheck %s --allow-empty --check-prefix=NONE
// NONE-NOT: SELECT

func.func @fine() -> !molt_df.table<"x": i64> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  return %0 : !molt_df.table<"x": i64>
}
func.func @plan_operation() -> !molt_df.table<"x": i64> {
  // expected-error @below {{'func.call' op has no translation to DuckDB's SQL; use operations of docs/duckdb-sql.md instead, or run the program with molt-run}}
  %0 = func.call @fine() : () -> !molt_df.table<"x": i64>
  return %0 : !molt_df.table<"x": i64>
}

// -----

func.func @expression() -> !molt_df.table<"x": i64> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  %1 = molt_df.filter %0 [] {
    // expected-error @below {{'arith.constant' op has no translation to DuckDB's SQL}}
    %p = arith.constant true
    molt_df.yield %p : i1
  } : !molt_df.table<"x": i64>
  return %1 : !molt_df.table<"x": i64>
}

// -----

func.func @names_in_case() -> !molt_df.table<"x": i64, "X": i64> {
  // expected-error @below {{'molt_df.source' op has columns "x" and "X", which are one name to DuckDB; rename one of them with molt_df.project}}
  %0 = molt_df.source "t" : !molt_df.table<"x": i64, "X": i64>
  return %0 : !molt_df.table<"x": i64, "X": i64>
}

// -----

func.func @nul_in_name() -> !molt_df.table<"a\00b": i64> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  // expected-error @below {{'molt_df.project' op has a column whose name contains NUL, which SQL cannot spell; rename it with molt_df.project}}
  %1 = molt_df.project %0 ["x"] -> ["a\00b"] : !molt_df.table<"x": i64>
  return %1 : !molt_df.table<"a\00b": i64>
}

// -----

func.func @nul_in_table() -> !molt_df.table<"x": i64> {
  // expected-error @below {{'molt_df.source' op reads a table whose name contains NUL, which SQL cannot spell; give it another name}}
  %0 = molt_df.source "t\00" : !molt_df.table<"x": i64>
  return %0 : !molt_df.table<"x": i64>
}

// -----

// expected-error @below {{'func.func' op has arguments, which a query has not; use molt_df.source for tables, molt_df.constant for values}}
func.func @arguments(%t: !molt_df.table<"x": i64>) -> !molt_df.table<"x": i64> {
  return %t : !molt_df.table<"x": i64>
}

// -----

// expected-error @below {{'func.func' op returns 2 values; a query has one table}}
func.func @results() -> (!molt_df.table<"x": i64>, !molt_df.table<"x": i64>) {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  return %0, %0 : !molt_df.table<"x": i64>, !molt_df.table<"x": i64>
}

// -----

// expected-error @below {{'func.func' op returns a table without columns, which SQL has not; return some}}
func.func @no_columns() -> !molt_df.table<> {
  %0 = molt_df.source "t" : !molt_df.table<>
  return %0 : !molt_df.table<>
}

// -----

// expected-error @below {{'func.func' op has to have a body of one block to become a query}}
func.func private @external() -> !molt_df.table<"x": i64>

// -----

// expected-error @below {{no function returns a table, so there is nothing to translate to SQL; a plan is a func.func that returns one !molt_df.table}}
module {
}

// -----

func.func @zeros() -> !molt_df.table<"a": f64, "b": f32> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  %1 = molt_df.with_columns %0 [] -> ["a", "b"] {
    %a = molt_df.constant 0.0 : f64
    // expected-error @below {{DuckDB takes the constants -0.0 and 0.0 of one query for the same; read one of them from a column of a molt_df.source}}
    %b = molt_df.constant -0.0 : f32
    molt_df.yield %a, %b : f64, f32
  } : !molt_df.table<"x": i64>
  %2 = molt_df.project %1 ["a", "b"] : !molt_df.table<"x": i64, "a": f64, "b": f32>
  return %2 : !molt_df.table<"a": f64, "b": f32>
}

// -----

func.func @date() -> !molt_df.table<"a": !molt_df.date32> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  %1 = molt_df.with_columns %0 [] -> ["a"] {
    // expected-error @below {{DuckDB has no such date: its dates end at 5877642-06-25 (BC) and 5881580-07-10, beyond which are its infinities; use a date between them}}
    %a = molt_df.constant "+5881580-07-11" : !molt_df.date32
    molt_df.yield %a : !molt_df.date32
  } : !molt_df.table<"x": i64>
  %2 = molt_df.project %1 ["a"] : !molt_df.table<"x": i64, "a": !molt_df.date32>
  return %2 : !molt_df.table<"a": !molt_df.date32>
}

// -----

func.func @times() -> !molt_df.table<"x": !molt_df.timestamp<s>, "y": !molt_df.timestamp<s>> {
  %0 = molt_df.source "t" : !molt_df.table<"x": !molt_df.timestamp<s>>
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: !molt_df.timestamp<s>):
    // expected-error @below {{timestamps in DuckDB's SQL are of the years 0001 to 9999; use one of these}}
    %y = molt_df.constant "+10000-01-01" : !molt_df.timestamp<s>
    molt_df.yield %y : !molt_df.timestamp<s>
  } : !molt_df.table<"x": !molt_df.timestamp<s>>
  return %1 : !molt_df.table<"x": !molt_df.timestamp<s>, "y": !molt_df.timestamp<s>>
}

// -----

func.func @times() -> !molt_df.table<"x": !molt_df.timestamp<s>, "y": i32> {
  %0 = molt_df.source "t" : !molt_df.table<"x": !molt_df.timestamp<s>>
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: !molt_df.timestamp<s>):
    // expected-error @below {{DuckDB's parts of timestamps and times are those in microseconds; load the column in us}}
    %y = molt_df.date_part hour %x : !molt_df.timestamp<s>
    molt_df.yield %y : i32
  } : !molt_df.table<"x": !molt_df.timestamp<s>>
  return %1 : !molt_df.table<"x": !molt_df.timestamp<s>, "y": i32>
}

// -----

func.func @times() -> !molt_df.table<"x": i64, "y": !molt_df.time<us>> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: i64):
    // expected-error @below {{the cast of 'i64' to '!molt_df.time<us>' has no translation to DuckDB's SQL, which accepts other texts and rounds; run the program with molt-run}}
    %y = molt_df.cast %x : i64 to !molt_df.time<us>
    molt_df.yield %y : !molt_df.time<us>
  } : !molt_df.table<"x": i64>
  return %1 : !molt_df.table<"x": i64, "y": !molt_df.time<us>>
}

// -----

func.func @times() -> !molt_df.table<"x": !molt_df.timestamp<s>, "y": !molt_str.utf8> {
  %0 = molt_df.source "t" : !molt_df.table<"x": !molt_df.timestamp<s>>
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: !molt_df.timestamp<s>):
    // expected-error @below {{the cast of '!molt_df.timestamp<s>' to '!molt_str.utf8' has no translation to DuckDB's SQL, which accepts other texts and rounds; run the program with molt-run}}
    %y = molt_df.cast %x : !molt_df.timestamp<s> to !molt_str.utf8
    molt_df.yield %y : !molt_str.utf8
  } : !molt_df.table<"x": !molt_df.timestamp<s>>
  return %1 : !molt_df.table<"x": !molt_df.timestamp<s>, "y": !molt_str.utf8>
}

// -----

func.func @first_second() -> !molt_df.table<"x": i64, "c": !molt_df.timestamp<ns>> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  %1 = molt_df.with_columns %0 [] -> ["c"] {
    // expected-error @below {{DuckDB's SQL cannot spell the first second and the last nanosecond of the timestamps in ns; use one between them}}
    %c = molt_df.constant "1677-09-21 00:12:43.2" : !molt_df.timestamp<ns>
    molt_df.yield %c : !molt_df.timestamp<ns>
  } : !molt_df.table<"x": i64>
  return %1 : !molt_df.table<"x": i64, "c": !molt_df.timestamp<ns>>
}

// -----

func.func @last_nanosecond() -> !molt_df.table<"x": i64, "c": !molt_df.timestamp<ns>> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64>
  %1 = molt_df.with_columns %0 [] -> ["c"] {
    // expected-error @below {{DuckDB's SQL cannot spell}}
    %c = molt_df.constant "2262-04-11 23:47:16.854775807" : !molt_df.timestamp<ns>
    molt_df.yield %c : !molt_df.timestamp<ns>
  } : !molt_df.table<"x": i64>
  return %1 : !molt_df.table<"x": i64, "c": !molt_df.timestamp<ns>>
}

// -----

func.func @wrapping() -> !molt_df.table<"x": i128, "y": i128> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i128>
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: i128):
    // expected-error @below {{DuckDB has no integers of more than 128 bits, so nothing of i128 wraps around in its SQL; compute in a narrower type, or run the program with molt-run}}
    %y = molt_df.mul overflow<wrap> %x, %x : i128, i128
    molt_df.yield %y : i128
  } : !molt_df.table<"x": i128>
  return %1 : !molt_df.table<"x": i128, "y": i128>
}

// -----

func.func @shift() -> !molt_df.table<"x": i128, "y": i128> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i128>
  %1 = molt_df.with_columns %0 ["x"] -> ["y"] {
  ^bb0(%x: i128):
    // expected-error @below {{has no translation for i128 to DuckDB's SQL, as 2^127 is no HUGEINT; shift a narrower type, or run the program with molt-run}}
    %y = molt_df.shr %x, %x : i128, i128
    molt_df.yield %y : i128
  } : !molt_df.table<"x": i128>
  return %1 : !molt_df.table<"x": i128, "y": i128>
}
