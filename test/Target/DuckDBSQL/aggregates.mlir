// Each aggregate, on the types that make a difference.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!n = !molt_df.decimal<15, 2>
!w = !molt_df.decimal<30, 4>
!t = !molt_df.table<"i": i32, "u": ui64, "n": !n, "w": !w, "r": f32, "x": f64, "b": i1>

func.func @sums() -> !molt_df.table<"i": i64?, "u": ui64?, "n": !molt_df.decimal<38, 2>?, "w": !molt_df.decimal<38, 4>?, "r": f64?, "x": f64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by [] of ["i", "u", "n", "w", "r", "x"] -> ["i", "u", "n", "w", "r", "x"] {
  ^bb0(%i: i32, %u: ui64, %n: !n, %w: !w, %r: f32, %x: f64):
    %si = molt_df.sum %i {total_bits = 40 : i64} : i32
    %su = molt_df.sum %u : ui64
    %sn = molt_df.sum %n : !n
    %sw = molt_df.sum %w : !w
    %sr = molt_df.sum %r : f32
    %sx = molt_df.sum %x : f64
    molt_df.yield %si, %su, %sn, %sw, %sr, %sx : !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %1 : !molt_df.table<"i": i64?, "u": ui64?, "n": !molt_df.decimal<38, 2>?, "w": !molt_df.decimal<38, 4>?, "r": f64?, "x": f64?>
}
// CHECK-LABEL: -- sums
// CHECK-NEXT:  --   reads "t" ("i" INTEGER NOT NULL, "u" UBIGINT NOT NULL, "n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(30, 4) NOT NULL, "r" FLOAT NOT NULL, "x" DOUBLE NOT NULL, "b" BOOLEAN NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "i", "u", "n", "w", "r", "x", "b"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT CAST(sum(CAST("i" AS HUGEINT)) AS BIGINT) AS "i", CAST(sum(CAST("u" AS HUGEINT)) AS UBIGINT) AS "u", sum("n") AS "n", CASE WHEN abs(sum("w")) > CAST('9999999999999999999999999999999999.9999' AS DECIMAL(38, 4)) THEN error('molt_df.sum: the total has more than 38 digits') ELSE sum("w") END AS "w", sum(CAST("r" AS DOUBLE)) AS "r", sum("x") AS "x"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "i", "u", "n", "w", "r", "x"
// CHECK-NEXT:  FROM aggregate_2;

// An operand that is needed several times is a column first.
func.func @means() -> !molt_df.table<"i": f64?, "n": f64?, "x": f64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by [] of ["i", "n", "x"] -> ["i", "n", "x"] {
  ^bb0(%i: i32, %n: !n, %x: f64):
    %mi = molt_df.mean %i : i32
    %mn = molt_df.mean %n : !n
    %y = molt_df.add %x, %x : f64, f64
    %mx = molt_df.mean %y : f64
    molt_df.yield %mi, %mn, %mx : !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>
  } : !t
  return %1 : !molt_df.table<"i": f64?, "n": f64?, "x": f64?>
}
// CHECK-LABEL: -- means
// CHECK-NEXT:  --   reads "t" ("i" INTEGER NOT NULL, "u" UBIGINT NOT NULL, "n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(30, 4) NOT NULL, "r" FLOAT NOT NULL, "x" DOUBLE NOT NULL, "b" BOOLEAN NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "i", "u", "n", "w", "r", "x", "b"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT *, "x" + "x" AS "#1"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_3 AS (
// CHECK-NEXT:      SELECT CAST(CAST(sum(CAST("i" AS HUGEINT)) AS VARCHAR) AS DOUBLE) / count("i") AS "i", CAST(replace(CAST(sum("n") AS VARCHAR), '.', '') AS DOUBLE) / 1e2 / count("n") AS "n", sum("#1") / count("#1") AS "x"
// CHECK-NEXT:      FROM aggregate_2
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "i", "n", "x"
// CHECK-NEXT:  FROM aggregate_3;

func.func @others() -> !molt_df.table<"a": i32?, "c": f64?, "d": i1?, "e": i1?, "f": i64, "g": i64> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by [] of ["i", "x", "b"] -> ["a", "c", "d", "e", "f", "g"] {
  ^bb0(%i: i32, %x: f64, %b: i1):
    %a = molt_df.min %i : i32
    %c = molt_df.max %x : f64
    %d = molt_df.max %b : i1
    %e = molt_df.any %b : i1
    %f = molt_df.count
    %g = molt_df.count_valid %x : f64
    molt_df.yield %a, %c, %d, %e, %f, %g : !molt_df.nullable<i32>, !molt_df.nullable<f64>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i64, i64
  } : !t
  return %1 : !molt_df.table<"a": i32?, "c": f64?, "d": i1?, "e": i1?, "f": i64, "g": i64>
}
// CHECK-LABEL: -- others
// CHECK-NEXT:  --   reads "t" ("i" INTEGER NOT NULL, "u" UBIGINT NOT NULL, "n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(30, 4) NOT NULL, "r" FLOAT NOT NULL, "x" DOUBLE NOT NULL, "b" BOOLEAN NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "i", "u", "n", "w", "r", "x", "b"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT min("i") AS "a", CASE WHEN max("x") = 0 THEN 0 ELSE max("x") END AS "c", max("b") AS "d", bool_or("b") AS "e", count(*) AS "f", count("x") AS "g"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "a", "c", "d", "e", "f", "g"
// CHECK-NEXT:  FROM aggregate_2;
