// Aggregates and `distinct` that see the order of rows; quantiles.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!t = !molt_df.table<"k": i64, "x": i64?, "y": f64?, "p": i1>

// CHECK-LABEL: -- ends
// CHECK:           row_number() OVER () AS "#row"
// CHECK:           SELECT "k", first("x" ORDER BY "#row") AS "a", last("x" ORDER BY "#row") FILTER (WHERE "x" IS NOT NULL AND ("p")) AS "b",
// CHECK-SAME:        first("x" ORDER BY CASE WHEN "y" = 0 THEN 0 ELSE "y" END ASC, "#row") FILTER (WHERE "y" IS NOT NULL) AS "c",
// CHECK-SAME:        first("y" ORDER BY "x" DESC, "#row") FILTER (WHERE "x" IS NOT NULL AND ("p")) AS "d"
func.func @ends() -> !molt_df.table<"k": i64, "a": i64?, "b": i64?, "c": i64?, "d": f64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by ["k"] of ["x", "y", "p"] -> ["a", "b", "c", "d"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: !molt_df.nullable<f64>, %p: i1):
    %a = molt_df.first %x : !molt_df.nullable<i64>
    %b = molt_df.last skip_nulls %x where %p : !molt_df.nullable<i64>, i1
    %c = molt_df.arg_min %x by %y : !molt_df.nullable<i64>, !molt_df.nullable<f64>
    %d = molt_df.arg_max %y by %x where %p : !molt_df.nullable<f64>, !molt_df.nullable<i64>, i1
    molt_df.yield %a, %b, %c, %d : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<f64>
  } : !t
  return %1 : !molt_df.table<"k": i64, "a": i64?, "b": i64?, "c": i64?, "d": f64?>
}

// Where no aggregate sees the order, rows are not counted; DuckDB interpolates in other steps.
// CHECK-LABEL: -- quantiles
// CHECK-NOT:       "#row"
// CHECK:           SELECT list_transform([list_sort(list(CASE WHEN CAST("x" AS DOUBLE) = 0 THEN 0 ELSE CAST("x" AS DOUBLE) END) FILTER (WHERE CAST("x" AS DOUBLE) IS NOT NULL))], lambda v: list_transform([CAST('0.25' AS DOUBLE) * CAST(len(v) - 1 AS DOUBLE)], lambda p: CASE WHEN p = floor(p) THEN v[CAST(floor(p) AS BIGINT) + 1] ELSE v[CAST(floor(p) AS BIGINT) + 1] + (v[CAST(floor(p) AS BIGINT) + 2] - v[CAST(floor(p) AS BIGINT) + 1]) * (p - floor(p)) END)[1])[1] AS "a",
// CHECK-SAME:      CAST('0.5' AS DOUBLE)
func.func @quantiles() -> !molt_df.table<"a": f64?, "b": f64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by [] of ["x", "y"] -> ["a", "b"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: !molt_df.nullable<f64>):
    %a = molt_df.quantile 0.25 of %x : !molt_df.nullable<i64>
    %b = molt_df.median %y : !molt_df.nullable<f64>
    molt_df.yield %a, %b : !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %1 : !molt_df.table<"a": f64?, "b": f64?>
}

// CHECK-LABEL: -- distinct_last
// CHECK:           SELECT *, row_number() OVER (PARTITION BY CASE WHEN "y" = 0 THEN 0 ELSE "y" END ORDER BY "#row") AS "#place", count(*) OVER (PARTITION BY CASE WHEN "y" = 0 THEN 0 ELSE "y" END) AS "#count"
// CHECK:           SELECT "k", "x", CASE WHEN "y" = 0 THEN 0 ELSE "y" END AS "y", "p"
// CHECK:           WHERE "#place" = "#count"
func.func @distinct_last() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.distinct %0 on ["y"] keep last : !t
  return %1 : !t
}

// One row of all.
// CHECK-LABEL: -- distinct_none
// CHECK:           row_number() OVER () AS "#place", count(*) OVER () AS "#count"
// CHECK:           WHERE "#place" = 1
func.func @distinct_none() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.distinct %0 on [] : !t
  return %1 : !t
}
