// molt_df.cast, by source and target.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!n = !molt_df.decimal<15, 2>
!w = !molt_df.decimal<20, 4>

func.func @integers() -> !molt_df.table<"b": i1, "s": i8, "x": i64?, "r0": i32, "r1": i1, "r2": ui8?, "r3": ui8, "r4": i8?> {
  %0 = molt_df.source "t" : !molt_df.table<"b": i1, "s": i8, "x": i64?>
  %1 = molt_df.with_columns %0 ["b", "s", "x"] -> ["r0", "r1", "r2", "r3", "r4"] {
  ^bb0(%b: i1, %s: i8, %x: !molt_df.nullable<i64>):
    %r0 = molt_df.cast %b : i1 to i32
    %r1 = molt_df.cast %s : i8 to i1
    %r2 = molt_df.cast %x : !molt_df.nullable<i64> to !molt_df.nullable<ui8>
    %r3 = molt_df.cast overflow<wrap> %s : i8 to ui8
    %r4 = molt_df.cast overflow<wrap> %x : !molt_df.nullable<i64> to !molt_df.nullable<i8>
    molt_df.yield %r0, %r1, %r2, %r3, %r4 : i32, i1, !molt_df.nullable<ui8>, ui8, !molt_df.nullable<i8>
  } : !molt_df.table<"b": i1, "s": i8, "x": i64?>
  return %1 : !molt_df.table<"b": i1, "s": i8, "x": i64?, "r0": i32, "r1": i1, "r2": ui8?, "r3": ui8, "r4": i8?>
}
// CHECK-LABEL: -- integers
// CHECK-NEXT:  --   reads "t" ("b" BOOLEAN NOT NULL, "s" TINYINT NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "b", "s", "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, CAST("b" AS INTEGER) AS "r0", CASE WHEN "s" = 0 THEN FALSE WHEN "s" = 1 THEN TRUE WHEN "s" IS NOT NULL THEN error('molt_df.cast: the value is neither 0 nor 1') END AS "r1", CAST("x" AS UTINYINT) AS "r2", CAST(((CAST("s" AS HUGEINT)) % 256 + 256) % 256 AS UTINYINT) AS "r3", CAST(((CAST("x" AS HUGEINT) + 128) % 256 + 256) % 256 - 128 AS TINYINT) AS "r4"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "b", "s", "x", "r0", "r1", "r2", "r3", "r4"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

func.func @nulls() -> !molt_df.table<"x": i64?, "r0": i64, "r1": i64?, "r2": i8> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64?>
  %1 = molt_df.with_columns %0 ["x"] -> ["r0", "r1", "r2"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %r0 = molt_df.cast %x : !molt_df.nullable<i64> to i64
    %r1 = molt_df.cast %r0 : i64 to !molt_df.nullable<i64>
    %r2 = molt_df.cast %x : !molt_df.nullable<i64> to i8
    molt_df.yield %r0, %r1, %r2 : i64, !molt_df.nullable<i64>, i8
  } : !molt_df.table<"x": i64?>
  return %1 : !molt_df.table<"x": i64?, "r0": i64, "r1": i64?, "r2": i8>
}
// CHECK-LABEL: -- nulls
// CHECK-NEXT:  --   reads "t" ("x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, CASE WHEN "x" IS NULL THEN error('molt_df.cast: the value is null') ELSE "x" END AS "#1"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_3 AS (
// CHECK-NEXT:      SELECT "x", "#1" AS "r0", "#1" AS "r1", CASE WHEN "x" IS NULL THEN error('molt_df.cast: the value is null') ELSE CAST("x" AS TINYINT) END AS "r2", "#row"
// CHECK-NEXT:      FROM with_columns_2
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "x", "r0", "r1", "r2"
// CHECK-NEXT:  FROM with_columns_3
// CHECK-NEXT:  ORDER BY "#row";

func.func @floats() -> !molt_df.table<"r": f32, "x": f64, "i": i64, "n": !n, "w": !w, "r0": f64, "r1": f32, "r2": i64, "r3": i64, "r4": f32, "r5": f64, "r6": f64, "r7": f32> {
  %0 = molt_df.source "t" : !molt_df.table<"r": f32, "x": f64, "i": i64, "n": !n, "w": !w>
  %1 = molt_df.with_columns %0 ["r", "x", "i", "n", "w"] -> ["r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"] {
  ^bb0(%r: f32, %x: f64, %i: i64, %n: !n, %w: !w):
    %r0 = molt_df.cast %r : f32 to f64
    %r1 = molt_df.cast %x : f64 to f32
    %r2 = molt_df.cast %x : f64 to i64
    %twice = molt_df.add %x, %x : f64, f64
    %r3 = molt_df.cast %twice : f64 to i64
    %r4 = molt_df.cast %i : i64 to f32
    %r5 = molt_df.cast %n : !n to f64
    %r6 = molt_df.cast %w : !w to f64
    %r7 = molt_df.cast %w : !w to f32
    molt_df.yield %r0, %r1, %r2, %r3, %r4, %r5, %r6, %r7 : f64, f32, i64, i64, f32, f64, f64, f32
  } : !molt_df.table<"r": f32, "x": f64, "i": i64, "n": !n, "w": !w>
  return %1 : !molt_df.table<"r": f32, "x": f64, "i": i64, "n": !n, "w": !w, "r0": f64, "r1": f32, "r2": i64, "r3": i64, "r4": f32, "r5": f64, "r6": f64, "r7": f32>
}
// CHECK-LABEL: -- floats
// CHECK-NEXT:  --   reads "t" ("r" FLOAT NOT NULL, "x" DOUBLE NOT NULL, "i" BIGINT NOT NULL, "n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(20, 4) NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "r", "x", "i", "n", "w", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, "x" + "x" AS "#1"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_3 AS (
// CHECK-NEXT:      SELECT "r", "x", "i", "n", "w", CAST("r" AS DOUBLE) AS "r0", CASE WHEN isfinite("x") AND abs("x") >= 3.4028235677973366e38 THEN CAST(sign("x") * CAST('Infinity' AS DOUBLE) AS FLOAT) ELSE CAST("x" AS FLOAT) END AS "r1", CASE WHEN "x" <> trunc("x") THEN error('molt_df.cast: the value is not an integer') ELSE CAST("x" AS BIGINT) END AS "r2", CASE WHEN "#1" <> trunc("#1") THEN error('molt_df.cast: the value is not an integer') ELSE CAST("#1" AS BIGINT) END AS "r3", CAST("i" AS FLOAT) AS "r4", CAST("n" AS DOUBLE) AS "r5", CAST(replace(CAST("w" AS VARCHAR), '.', '') AS DOUBLE) / 1e4 AS "r6", CAST(CAST(replace(CAST("w" AS VARCHAR), '.', '') AS DOUBLE) / 1e4 AS FLOAT) AS "r7", "#row"
// CHECK-NEXT:      FROM with_columns_2
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "r", "x", "i", "n", "w", "r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7"
// CHECK-NEXT:  FROM with_columns_3
// CHECK-NEXT:  ORDER BY "#row";

func.func @decimals() -> !molt_df.table<"r": f32, "n": !n, "w": !w, "i": i64, "r0": !n, "r1": !molt_df.decimal<5, 0>, "r2": i8, "r3": !n, "r4": !n> {
  %0 = molt_df.source "t" : !molt_df.table<"r": f32, "n": !n, "w": !w, "i": i64>
  %1 = molt_df.with_columns %0 ["r", "n", "w", "i"] -> ["r0", "r1", "r2", "r3", "r4"] {
  ^bb0(%r: f32, %n: !n, %w: !w, %i: i64):
    %r0 = molt_df.cast %r : f32 to !n
    %r1 = molt_df.cast %r : f32 to !molt_df.decimal<5, 0>
    %r2 = molt_df.cast %n : !n to i8
    %r3 = molt_df.cast %w : !w to !n
    %r4 = molt_df.cast %i : i64 to !n
    molt_df.yield %r0, %r1, %r2, %r3, %r4 : !n, !molt_df.decimal<5, 0>, i8, !n, !n
  } : !molt_df.table<"r": f32, "n": !n, "w": !w, "i": i64>
  return %1 : !molt_df.table<"r": f32, "n": !n, "w": !w, "i": i64, "r0": !n, "r1": !molt_df.decimal<5, 0>, "r2": i8, "r3": !n, "r4": !n>
}
// CHECK-LABEL: -- decimals
// CHECK-NEXT:  --   reads "t" ("r" FLOAT NOT NULL, "n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(20, 4) NOT NULL, "i" BIGINT NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "r", "n", "w", "i", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, CAST(CAST(CAST(CAST("r" AS DOUBLE) * 1e2 AS HUGEINT) AS DECIMAL(38, 0)) * CAST('0.01' AS DECIMAL(2, 2)) AS DECIMAL(15, 2)) AS "r0", CAST(CAST(CAST("r" AS DOUBLE) AS HUGEINT) AS DECIMAL(5, 0)) AS "r1", CAST("n" AS TINYINT) AS "r2", CAST("w" AS DECIMAL(15, 2)) AS "r3", CAST("i" AS DECIMAL(15, 2)) AS "r4"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "r", "n", "w", "i", "r0", "r1", "r2", "r3", "r4"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";
