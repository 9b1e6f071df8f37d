// Each plan operation as a step of a query.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!t = !molt_df.table<"k": i32, "x": i64?>

func.func @source() -> !molt_df.table<"say \22x\22": !molt_df.decimal<15, 2>?, "d": !molt_df.date32> {
  %0 = molt_df.source "my table" {rows = 5 : i64} : !molt_df.table<"say \22x\22": !molt_df.decimal<15, 2>?, "d": !molt_df.date32>
  return %0 : !molt_df.table<"say \22x\22": !molt_df.decimal<15, 2>?, "d": !molt_df.date32>
}
// CHECK-LABEL: -- source
// CHECK-NEXT:  --   reads "my table" ("say ""x""" DECIMAL(15, 2), "d" DATE NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "say ""x""", "d", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "my table"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "say ""x""", "d"
// CHECK-NEXT:  FROM source_1
// CHECK-NEXT:  ORDER BY "#row";

// Where nobody can see an order, none is kept.
func.func @project() -> !molt_df.table<"n": i64> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.project %0 ["x", "k"] -> ["a", "k"] : !t
  %2 = molt_df.aggregate %1 by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"a": i64?, "k": i32>
  return %2 : !molt_df.table<"n": i64>
}
// CHECK-LABEL: -- project
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_2 AS (
// CHECK-NEXT:      SELECT "x" AS "a", "k"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_3 AS (
// CHECK-NEXT:      SELECT count(*) AS "n"
// CHECK-NEXT:      FROM project_2
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "n"
// CHECK-NEXT:  FROM aggregate_3;

func.func @with_columns_appends() -> !molt_df.table<"k": i32, "x": i64?, "y": i1, "z": i64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["x"] -> ["y", "z"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %y = molt_df.is_null %x : !molt_df.nullable<i64>
    molt_df.yield %y, %x : i1, !molt_df.nullable<i64>
  } : !t
  return %1 : !molt_df.table<"k": i32, "x": i64?, "y": i1, "z": i64?>
}
// CHECK-LABEL: -- with_columns_appends
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, "x" IS NULL AS "y", "x" AS "z"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "x", "y", "z"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

func.func @with_columns_replaces() -> !molt_df.table<"k": i1, "x": i64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["x"] -> ["k"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %y = molt_df.is_null %x : !molt_df.nullable<i64>
    molt_df.yield %y : i1
  } : !t
  return %1 : !molt_df.table<"k": i1, "x": i64?>
}
// CHECK-LABEL: -- with_columns_replaces
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT "x" IS NULL AS "k", "x", "#row"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "x"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

// Results that are used several times are hidden columns of steps below.
func.func @shared() -> !molt_df.table<"k": i32, "x": i64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.filter %0 ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %a = molt_df.add %x, %x : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %unused = molt_df.neg %a : !molt_df.nullable<i64>
    %b = molt_df.mul %a, %a : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %p = molt_df.cmp lt %b, %a : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %c = molt_df.sub %b, %x : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %q = molt_df.cmp gt %c, %x : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %r = molt_df.and %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %r : !molt_df.nullable<i1>
  } : !t
  return %1 : !t
}
// CHECK-LABEL: -- shared
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_2 AS (
// CHECK-NEXT:      SELECT *, "x" + "x" AS "#1"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_3 AS (
// CHECK-NEXT:      SELECT *, "#1" * "#1" AS "#2"
// CHECK-NEXT:      FROM filter_2
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_4 AS (
// CHECK-NEXT:      SELECT "k", "x", "#row"
// CHECK-NEXT:      FROM filter_3
// CHECK-NEXT:      WHERE ("#2" < "#1") AND (("#2" - "x") > "x")
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "x"
// CHECK-NEXT:  FROM filter_4
// CHECK-NEXT:  ORDER BY "#row";

// A filter whose condition may fail stays below what else may fail: DuckDB would evaluate
// that on the rows that the filter drops.
func.func @filter_stays() -> !molt_df.table<"n": i64> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.filter %0 ["k", "x"] {
  ^bb0(%k: i32, %x: !molt_df.nullable<i64>):
    %p = molt_df.cmp lt %k, %x : i32, !molt_df.nullable<i64>
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  %2 = molt_df.filter %1 ["k"] {
  ^bb0(%k: i32):
    %zero = molt_df.constant 0 : i32
    %p = molt_df.cmp gt %k, %zero : i32, i32
    molt_df.yield %p : i1
  } : !t
  %3 = molt_df.filter %2 ["k"] {
  ^bb0(%k: i32):
    %p = molt_df.cast %k : i32 to i1
    molt_df.yield %p : i1
  } : !t
  %4 = molt_df.aggregate %3 by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %4 : !molt_df.table<"n": i64>
}
// CHECK-LABEL: -- filter_stays
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_2 AS MATERIALIZED (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      WHERE CAST("k" AS BIGINT) < "x"
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_3 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM filter_2
// CHECK-NEXT:      WHERE "k" > CAST(0 AS INTEGER)
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_4 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM filter_3
// CHECK-NEXT:      WHERE CASE WHEN "k" = 0 THEN FALSE WHEN "k" = 1 THEN TRUE WHEN "k" IS NOT NULL THEN error('molt_df.cast: the value is neither 0 nor 1') END
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_5 AS (
// CHECK-NEXT:      SELECT count(*) AS "n"
// CHECK-NEXT:      FROM filter_4
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "n"
// CHECK-NEXT:  FROM aggregate_5;

func.func @aggregate() -> !molt_df.table<"k": i32, "f": f64?, "s": i64?> {
  %0 = molt_df.source "t" : !molt_df.table<"k": i32, "f": f64?, "x": i64?>
  %1 = molt_df.aggregate %0 by ["k", "f"] of ["x", "k"] -> ["s"] {
  ^bb0(%x: !molt_df.nullable<i64>, %k: i32):
    %y = molt_df.add %x, %k : !molt_df.nullable<i64>, i32
    %s = molt_df.sum %y : !molt_df.nullable<i64>
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !molt_df.table<"k": i32, "f": f64?, "x": i64?>
  return %1 : !molt_df.table<"k": i32, "f": f64?, "s": i64?>
}
// CHECK-LABEL: -- aggregate
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f", "x"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT "k", CASE WHEN "f" = 0 THEN 0 ELSE "f" END AS "f", CAST(sum(CAST("x" + CAST("k" AS BIGINT) AS HUGEINT)) AS BIGINT) AS "s"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      GROUP BY "k", "f"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "f", "s"
// CHECK-NEXT:  FROM aggregate_2;

func.func @join() -> !molt_df.table<"k": i32, "x": i64?, "l": i32?, "y": i64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.source "u" : !molt_df.table<"l": i32?, "y": i64?>
  %2 = molt_df.join %0, %1 on ["k", "x"] = ["l", "y"] : !t, !molt_df.table<"l": i32?, "y": i64?>
  return %2 : !molt_df.table<"k": i32, "x": i64?, "l": i32?, "y": i64?>
}
// CHECK-LABEL: -- join
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  --   reads "u" ("l" INTEGER, "y" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    source_2 AS (
// CHECK-NEXT:      SELECT "l", "y"
// CHECK-NEXT:      FROM "u"
// CHECK-NEXT:    ),
// CHECK-NEXT:    join_3 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      JOIN source_2 ON source_1."k" = source_2."l" AND source_1."x" = source_2."y"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "x", "l", "y"
// CHECK-NEXT:  FROM join_3;

// Tables without columns still have rows.
func.func @no_columns() -> !molt_df.table<"n": i64> {
  %0 = molt_df.source "t" : !molt_df.table<>
  %1 = molt_df.project %0 [] : !molt_df.table<>
  %2 = molt_df.with_columns %1 [] -> [] {
    molt_df.yield
  } : !molt_df.table<>
  %3 = molt_df.limit %2, 5 : !molt_df.table<>
  %4 = molt_df.aggregate %3 by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<>
  return %4 : !molt_df.table<"n": i64>
}
// CHECK-LABEL: -- no_columns
// CHECK-NEXT:  --   reads "t" ()
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_2 AS (
// CHECK-NEXT:      SELECT "#row"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_3 AS (
// CHECK-NEXT:      SELECT "#row"
// CHECK-NEXT:      FROM project_2
// CHECK-NEXT:    ),
// CHECK-NEXT:    limit_4 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM with_columns_3
// CHECK-NEXT:      ORDER BY "#row"
// CHECK-NEXT:      LIMIT 5
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_5 AS (
// CHECK-NEXT:      SELECT count(*) AS "n"
// CHECK-NEXT:      FROM limit_4
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "n"
// CHECK-NEXT:  FROM aggregate_5;

func.func @no_columns_nor_order() -> !molt_df.table<"n": i64> {
  %0 = molt_df.source "t" : !molt_df.table<>
  %1 = molt_df.project %0 [] : !molt_df.table<>
  %2 = molt_df.with_columns %1 [] -> [] {
    molt_df.yield
  } : !molt_df.table<>
  %3 = molt_df.aggregate %2 by [] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<>
  %4 = molt_df.aggregate %3 by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<>
  return %4 : !molt_df.table<"n": i64>
}
// CHECK-LABEL: -- no_columns_nor_order
// CHECK-NEXT:  --   reads "t" ()
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT NULL AS "#none"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_2 AS (
// CHECK-NEXT:      SELECT NULL AS "#none"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_3 AS (
// CHECK-NEXT:      SELECT NULL AS "#none"
// CHECK-NEXT:      FROM project_2
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_4 AS (
// CHECK-NEXT:      SELECT count(*) AS "#none"
// CHECK-NEXT:      FROM with_columns_3
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_5 AS (
// CHECK-NEXT:      SELECT count(*) AS "n"
// CHECK-NEXT:      FROM aggregate_4
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "n"
// CHECK-NEXT:  FROM aggregate_5;

// Names of the query are no columns and hide no tables.
func.func @"names\0Aare odd"() -> !molt_df.table<"#row": i64> {
  %0 = molt_df.source "Source_2" : !molt_df.table<"#row": i64>
  return %0 : !molt_df.table<"#row": i64>
}
// CHECK-LABEL: -- names are odd
// CHECK-NEXT:  --   reads "Source_2" ("#row" BIGINT NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1_ AS (
// CHECK-NEXT:      SELECT "#row", row_number() OVER () AS "##row"
// CHECK-NEXT:      FROM "Source_2"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "#row"
// CHECK-NEXT:  FROM source_1_
// CHECK-NEXT:  ORDER BY "##row";

func.func @no_plan(%x: i64) -> i64 {
  return %x : i64
}

// What nobody needs is not there.
func.func @unused() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.source "u" : !t
  return %0 : !t
}
// CHECK-LABEL: -- unused
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "x"
// CHECK-NEXT:  FROM source_1
// CHECK-NEXT:  ORDER BY "#row";
