// Intervals are DuckDB's, but for their order.
// RUN: split-file %s %t
// RUN: molt-translate --molt-df-to-duckdb-sql %t/good.mlir | FileCheck %t/good.mlir
// RUN: molt-translate --molt-df-to-duckdb-sql --split-input-file --verify-diagnostics %t/bad.mlir

//--- good.mlir
!t = !molt_df.table<"v": !molt_df.interval?, "d": !molt_df.date32, "u": !molt_df.timestamp<us>, "n": i32, "e": !molt_df.duration<us>>
!r = !molt_df.table<"v": !molt_df.interval?, "d": !molt_df.date32, "u": !molt_df.timestamp<us>, "n": i32, "e": !molt_df.duration<us>, "a": !molt_df.timestamp<us>?, "b": !molt_df.timestamp<us>?, "c": !molt_df.interval?, "f": !molt_df.interval, "g": i1?, "h": !molt_df.interval?, "i": !molt_df.interval>

// CHECK: reads "t" ("v" INTERVAL,
// CHECK-LABEL: WITH
// CHECK:      "d" + "v" AS "a"
// CHECK-SAME: "u" - "v" AS "b"
// CHECK-SAME: "v" * CAST("n" AS BIGINT) AS "c"
// CHECK-SAME: to_months(CAST("n" AS INTEGER)) + to_days(CAST("n" AS INTEGER)) + to_microseconds(CAST("n" AS BIGINT)) AS "f"
// CHECK-SAME: (CAST(((year("v") * 12 + month("v")) * 30 + day("v")) AS HUGEINT) * 86400000000 + (hour("v") * 60 + minute("v")) * 60000000 + microsecond("v")) < (CAST(
// CHECK-SAME: -"v" AS "h"
// CHECK-SAME: to_microseconds("e") AS "i"
func.func @main() -> !r {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["v", "d", "u", "n", "e"] -> ["a", "b", "c", "f", "g", "h", "i"] {
  ^bb0(%v: !molt_df.nullable<!molt_df.interval>, %d: !molt_df.date32, %u: !molt_df.timestamp<us>, %n: i32, %e: !molt_df.duration<us>):
    %k = molt_df.constant "P1M-2DT3S" : !molt_df.interval
    %a = molt_df.add %d, %v : !molt_df.date32, !molt_df.nullable<!molt_df.interval>
    %b = molt_df.sub %u, %v : !molt_df.timestamp<us>, !molt_df.nullable<!molt_df.interval>
    %c = molt_df.mul %v, %n : !molt_df.nullable<!molt_df.interval>, i32
    %f = molt_df.make_interval %n, %n, %n : i32, i32, i32
    %g = molt_df.cmp lt %v, %k : !molt_df.nullable<!molt_df.interval>, !molt_df.interval
    %h = molt_df.neg %v : !molt_df.nullable<!molt_df.interval>
    %i = molt_df.cast %e : !molt_df.duration<us> to !molt_df.interval
    molt_df.yield %a, %b, %c, %f, %g, %h, %i : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.interval>, !molt_df.interval, !molt_df.nullable<i1>, !molt_df.nullable<!molt_df.interval>, !molt_df.interval
  } : !t
  return %1 : !r
}

//--- bad.mlir
!t = !molt_df.table<"v": !molt_df.interval, "x": i32>
func.func @group() -> !molt_df.table<"v": !molt_df.interval, "n": i64> {
  %0 = molt_df.source "t" : !t
  // expected-error@+1 {{orders or groups intervals, which DuckDB does in another way where parts have different signs; run the program with molt-run}}
  %1 = molt_df.aggregate %0 by ["v"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %1 : !molt_df.table<"v": !molt_df.interval, "n": i64>
}

// -----

!t = !molt_df.table<"v": !molt_df.interval, "x": i32>
func.func @sort() -> !t {
  %0 = molt_df.source "t" : !t
  // expected-error@+1 {{orders or groups intervals}}
  %1 = molt_df.sort %0 by ["v"] : !t
  return %1 : !t
}

// -----

!t = !molt_df.table<"v": !molt_df.interval, "x": i32>
func.func @least() -> !molt_df.table<"n": !molt_df.interval?> {
  %0 = molt_df.source "t" : !t
  // expected-error@+1 {{orders or groups intervals}}
  %1 = molt_df.aggregate %0 by [] of ["v"] -> ["n"] {
  ^bb0(%v: !molt_df.interval):
    %n = molt_df.min %v : !molt_df.interval
    molt_df.yield %n : !molt_df.nullable<!molt_df.interval>
  } : !t
  return %1 : !molt_df.table<"n": !molt_df.interval?>
}

// -----

!t = !molt_df.table<"v": !molt_df.interval, "x": i64>
func.func @factor() -> !molt_df.table<"v": !molt_df.interval, "x": i64, "y": !molt_df.interval> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["v", "x"] -> ["y"] {
  ^bb0(%v: !molt_df.interval, %x: i64):
    // expected-error@+1 {{DuckDB multiplies intervals by integers of 32 bits; cast the factor to i32}}
    %y = molt_df.mul %v, %x : !molt_df.interval, i64
    molt_df.yield %y : !molt_df.interval
  } : !t
  return %1 : !molt_df.table<"v": !molt_df.interval, "x": i64, "y": !molt_df.interval>
}

// -----

!t = !molt_df.table<"v": !molt_df.interval, "x": !molt_df.timestamp<ns>>
func.func @nanoseconds() -> !molt_df.table<"v": !molt_df.interval, "x": !molt_df.timestamp<ns>, "y": !molt_df.timestamp<ns>> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["v", "x"] -> ["y"] {
  ^bb0(%v: !molt_df.interval, %x: !molt_df.timestamp<ns>):
    // expected-error@+1 {{DuckDB adds intervals to timestamps in microseconds; load the column in us}}
    %y = molt_df.add %x, %v : !molt_df.timestamp<ns>, !molt_df.interval
    molt_df.yield %y : !molt_df.timestamp<ns>
  } : !t
  return %1 : !molt_df.table<"v": !molt_df.interval, "x": !molt_df.timestamp<ns>, "y": !molt_df.timestamp<ns>>
}

// -----

!t = !molt_df.table<"v": !molt_df.interval>
func.func @least_months() -> !molt_df.table<"v": !molt_df.interval, "y": !molt_df.interval> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 [] -> ["y"] {
    // expected-error@+1 {{DuckDB's SQL cannot spell the least number of months, days or microseconds; use a greater one}}
    %y = molt_df.constant "P-2147483648M" : !molt_df.interval
    molt_df.yield %y : !molt_df.interval
  } : !t
  return %1 : !molt_df.table<"v": !molt_df.interval, "y": !molt_df.interval>
}

// -----

!t = !molt_df.table<"v": !molt_df.interval>
func.func @member() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.filter %0 ["v"] {
  ^bb0(%v: !molt_df.interval):
    %k = molt_df.constant "P1M" : !molt_df.interval
    // expected-error@+1 {{of intervals has no translation to DuckDB's SQL; compare with molt_df.cmp}}
    %y = molt_df.is_in %v, [%k] : !molt_df.interval
    molt_df.yield %y : i1
  } : !t
  return %1 : !t
}
