// RUN: molt-translate --molt-df-to-duckdb-sql --split-input-file %s | FileCheck %s

// Neighbors are by the order of rows, a value for the rows without one by a CASE.
// CHECK: lag("x", 2) OVER (PARTITION BY "k" ORDER BY "x" ASC NULLS LAST, "#row")
// CHECK-SAME: CASE WHEN count(*) OVER (PARTITION BY "k") - row_number() OVER (PARTITION BY "k" ORDER BY "x" ASC NULLS LAST, "#row") >= 1 THEN lead("x", 1) OVER {{.*}} ELSE "x" END
func.func @neighbors() -> !molt_df.table<"k": i64, "x": i64, "a": i64?, "b": i64> {
  %t = molt_df.source "t" : !molt_df.table<"k": i64, "x": i64>
  %w = molt_df.window %t by ["k"] order ["x"] of ["x"] -> ["a", "b"] {
  ^bb0(%x: i64):
    %a = molt_df.lag %x by 2 : i64
    %b = molt_df.lead %x by 1 else %x : i64, i64
    molt_df.yield %a, %b : !molt_df.nullable<i64>, i64
  } : !molt_df.table<"k": i64, "x": i64>
  return %w : !molt_df.table<"k": i64, "x": i64, "a": i64?, "b": i64>
}

// -----

// Each call of an aggregate has the window, also where a translation has several.
// CHECK: CAST(sum(CAST("x" AS HUGEINT)) OVER (PARTITION BY "k" ORDER BY "x" ASC NULLS LAST, "#row" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW) AS BIGINT)
// CHECK-SAME: sum(CAST("x" AS HUGEINT)) OVER (PARTITION BY "k" ORDER BY "x" ASC NULLS LAST, "#row" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW){{.*}} / count("x") OVER (PARTITION BY "k" ORDER BY "x" ASC NULLS LAST, "#row" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)
// CHECK-SAME: first_value("x") OVER (PARTITION BY "k" ORDER BY "x" ASC NULLS LAST, "#row" ROWS BETWEEN 2 PRECEDING AND CURRENT ROW)
func.func @rows() -> !molt_df.table<"k": i64, "x": i64, "a": i64?, "b": f64?, "c": i64?> {
  %t = molt_df.source "t" : !molt_df.table<"k": i64, "x": i64>
  %w = molt_df.window %t by ["k"] order ["x"] frame <rows -2 to 0> of ["x"] -> ["a", "b", "c"] {
  ^bb0(%x: i64):
    %a = molt_df.sum %x : i64
    %b = molt_df.mean %x : i64
    %c = molt_df.first %x : i64
    molt_df.yield %a, %b, %c : !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<i64>
  } : !molt_df.table<"k": i64, "x": i64>
  return %w : !molt_df.table<"k": i64, "x": i64, "a": i64?, "b": f64?, "c": i64?>
}

// -----

// Distances without overflow.
// CHECK: count(*) OVER (ORDER BY CAST("x" AS HUGEINT) DESC NULLS LAST RANGE BETWEEN CAST(9223372036854775808 AS HUGEINT) PRECEDING AND CURRENT ROW)
func.func @ranges() -> !molt_df.table<"x": i64?, "n": i64> {
  %t = molt_df.source "t" : !molt_df.table<"x": i64?>
  %w = molt_df.window %t by [] order ["x" desc] frame <range -9223372036854775808 to 0> of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"x": i64?>
  return %w : !molt_df.table<"x": i64?, "n": i64>
}
