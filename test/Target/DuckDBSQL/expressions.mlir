// Each expression but casts, on the types that make a difference.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

func.func @arithmetic() -> !molt_df.table<"a": i32, "b": i16, "c": ui8, "d": f32, "e": f64, "f": f64, "g": i8, "h": ui8, "i": i32, "j": ui8, "k": i32> {
  %0 = molt_df.source "t" : !molt_df.table<"i": i32, "s": i8, "u": ui8, "r": f32, "w": f64>
  %1 = molt_df.with_columns %0 ["i", "s", "u", "r", "w"] -> ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"] {
  ^bb0(%i: i32, %s: i8, %u: ui8, %r: f32, %w: f64):
    %a = molt_df.add %i, %s : i32, i8
    %b = molt_df.sub %s, %u : i8, ui8
    %c = molt_df.mul overflow<never> %u, %u : ui8, ui8
    %d = molt_df.mul %r, %r : f32, f32
    %e = molt_df.sub %r, %w : f32, f64
    %f = molt_df.div %i, %w : i32, f64
    %g = molt_df.neg %s : i8
    %h = molt_df.neg %u : ui8
    %i2 = molt_df.abs %i : i32
    %j = molt_df.abs %u : ui8
    %k = molt_df.div zero_is_null %i, %i : i32, i32
    %k2 = molt_df.cast %k : !molt_df.nullable<i32> to i32
    molt_df.yield %a, %b, %c, %d, %e, %f, %g, %h, %i2, %j, %k2 : i32, i16, ui8, f32, f64, f64, i8, ui8, i32, ui8, i32
  } : !molt_df.table<"i": i32, "s": i8, "u": ui8, "r": f32, "w": f64>
  %2 = molt_df.project %1 ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"] : !molt_df.table<"i": i32, "s": i8, "u": ui8, "r": f32, "w": f64, "a": i32, "b": i16, "c": ui8, "d": f32, "e": f64, "f": f64, "g": i8, "h": ui8, "j": ui8, "k": i32>
  return %2 : !molt_df.table<"a": i32, "b": i16, "c": ui8, "d": f32, "e": f64, "f": f64, "g": i8, "h": ui8, "i": i32, "j": ui8, "k": i32>
}
// CHECK-LABEL: -- arithmetic
// CHECK-NEXT:  --   reads "t" ("i" INTEGER NOT NULL, "s" TINYINT NOT NULL, "u" UTINYINT NOT NULL, "r" FLOAT NOT NULL, "w" DOUBLE NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "i", "s", "u", "r", "w", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, "i" // "i" AS "#1"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_3 AS (
// CHECK-NEXT:      SELECT abs("i") AS "i", "s", "u", "r", "w", "i" + CAST("s" AS INTEGER) AS "a", CAST("s" AS SMALLINT) - CAST("u" AS SMALLINT) AS "b", "u" * "u" AS "c", "r" * "r" AS "d", CAST("r" AS DOUBLE) - "w" AS "e", CAST("i" AS DOUBLE) / "w" AS "f", -"s" AS "g", CAST(0 AS UTINYINT) - "u" AS "h", "u" AS "j", CASE WHEN "#1" IS NULL THEN error('molt_df.cast: the value is null') ELSE "#1" END AS "k", "#row"
// CHECK-NEXT:      FROM with_columns_2
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_4 AS (
// CHECK-NEXT:      SELECT "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "#row"
// CHECK-NEXT:      FROM with_columns_3
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"
// CHECK-NEXT:  FROM project_4
// CHECK-NEXT:  ORDER BY "#row";

func.func @wrapping() -> !molt_df.table<"s": i8, "u": ui64, "a": i8, "b": ui64, "c": i8, "d": i8> {
  %0 = molt_df.source "t" : !molt_df.table<"s": i8, "u": ui64>
  %1 = molt_df.with_columns %0 ["s", "u"] -> ["a", "b", "c", "d"] {
  ^bb0(%s: i8, %u: ui64):
    %a = molt_df.add overflow<wrap> %s, %s : i8, i8
    %b = molt_df.mul overflow<wrap> %u, %u : ui64, ui64
    %c = molt_df.neg overflow<wrap> %s : i8
    %d = molt_df.abs overflow<wrap> %s : i8
    molt_df.yield %a, %b, %c, %d : i8, ui64, i8, i8
  } : !molt_df.table<"s": i8, "u": ui64>
  return %1 : !molt_df.table<"s": i8, "u": ui64, "a": i8, "b": ui64, "c": i8, "d": i8>
}
// CHECK-LABEL: -- wrapping
// CHECK-NEXT:  --   reads "t" ("s" TINYINT NOT NULL, "u" UBIGINT NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "s", "u", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, CAST(((CAST("s" AS HUGEINT) + CAST("s" AS HUGEINT) + 128) % 256 + 256) % 256 - 128 AS TINYINT) AS "a", CAST((CAST("u" AS UHUGEINT) * CAST("u" AS UHUGEINT)) % CAST(18446744073709551616 AS UHUGEINT) AS UBIGINT) AS "b", CAST(((-CAST("s" AS HUGEINT) + 128) % 256 + 256) % 256 - 128 AS TINYINT) AS "c", CAST(((abs(CAST("s" AS HUGEINT)) + 128) % 256 + 256) % 256 - 128 AS TINYINT) AS "d"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "s", "u", "a", "b", "c", "d"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

!n = !molt_df.decimal<15, 2>
!w = !molt_df.decimal<20, 4>
func.func @decimals() -> !molt_df.table<"n": !n, "w": !w?, "i": i32, "a": !molt_df.decimal<16, 2>, "b": !molt_df.decimal<21, 4>?, "c": !molt_df.decimal<30, 4>, "d": !molt_df.decimal<14, 2>, "e": !molt_df.decimal<25, 2>> {
  %0 = molt_df.source "t" : !molt_df.table<"n": !n, "w": !w?, "i": i32>
  %1 = molt_df.with_columns %0 ["n", "w", "i"] -> ["a", "b", "c", "d", "e"] {
  ^bb0(%n: !n, %w: !molt_df.nullable<!w>, %i: i32):
    %a = molt_df.add %n, %n : !n, !n
    %b = molt_df.sub %n, %w : !n, !molt_df.nullable<!w>
    %c = molt_df.mul %n, %n : !n, !n
    %half = molt_df.constant "0.50" : !molt_df.decimal<3, 2>
    %d0 = molt_df.sub %i, %half : i32, !molt_df.decimal<3, 2>
    %d = molt_df.cast %d0 : !molt_df.decimal<13, 2> to !molt_df.decimal<14, 2>
    %e = molt_df.mul %i, %n : i32, !n
    molt_df.yield %a, %b, %c, %d, %e : !molt_df.decimal<16, 2>, !molt_df.nullable<!molt_df.decimal<21, 4>>, !molt_df.decimal<30, 4>, !molt_df.decimal<14, 2>, !molt_df.decimal<25, 2>
  } : !molt_df.table<"n": !n, "w": !w?, "i": i32>
  return %1 : !molt_df.table<"n": !n, "w": !w?, "i": i32, "a": !molt_df.decimal<16, 2>, "b": !molt_df.decimal<21, 4>?, "c": !molt_df.decimal<30, 4>, "d": !molt_df.decimal<14, 2>, "e": !molt_df.decimal<25, 2>>
}
// CHECK-LABEL: -- decimals
// CHECK-NEXT:  --   reads "t" ("n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(20, 4), "i" INTEGER NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "n", "w", "i", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, "n" + "n" AS "a", "n" - "w" AS "b", CAST(CAST("n" AS DECIMAL(19, 2)) * "n" AS DECIMAL(30, 4)) AS "c", CAST((CAST("i" AS DECIMAL(10, 0)) - CAST('0.50' AS DECIMAL(3, 2))) AS DECIMAL(14, 2)) AS "d", CAST(CAST(CAST("i" AS DECIMAL(10, 0)) AS DECIMAL(19, 0)) * "n" AS DECIMAL(25, 2)) AS "e"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "n", "w", "i", "a", "b", "c", "d", "e"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

// Operands that are needed several times become columns first.
func.func @division() -> !molt_df.table<"x": i64?, "y": i64, "d": !molt_df.decimal<10, 2>, "a": i64, "b": i64?, "c": !molt_df.decimal<18, 6>, "e": !molt_df.decimal<18, 6>?> {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64?, "y": i64, "d": !molt_df.decimal<10, 2>>
  %1 = molt_df.with_columns %0 ["x", "y", "d"] -> ["a", "b", "c", "e"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: i64, %d: !molt_df.decimal<10, 2>):
    %y1 = molt_df.add %y, %y : i64, i64
    %a = molt_df.div %y, %y1 : i64, i64
    %b = molt_df.div %x, %y : !molt_df.nullable<i64>, i64
    %seven = molt_df.constant "7.00" : !molt_df.decimal<4, 2>
    %ten = molt_df.constant "10.00" : !molt_df.decimal<10, 2>
    %c = molt_df.div %d, %ten : !molt_df.decimal<10, 2>, !molt_df.decimal<10, 2>
    %c1 = molt_df.cast %c : !molt_df.decimal<16, 6> to !molt_df.decimal<18, 6>
    %e = molt_df.div zero_is_null %d, %d : !molt_df.decimal<10, 2>, !molt_df.decimal<10, 2>
    %e1 = molt_df.cast %e : !molt_df.nullable<!molt_df.decimal<16, 6>> to !molt_df.nullable<!molt_df.decimal<18, 6>>
    molt_df.yield %a, %b, %c1, %e1 : i64, !molt_df.nullable<i64>, !molt_df.decimal<18, 6>, !molt_df.nullable<!molt_df.decimal<18, 6>>
  } : !molt_df.table<"x": i64?, "y": i64, "d": !molt_df.decimal<10, 2>>
  return %1 : !molt_df.table<"x": i64?, "y": i64, "d": !molt_df.decimal<10, 2>, "a": i64, "b": i64?, "c": !molt_df.decimal<18, 6>, "e": !molt_df.decimal<18, 6>?>
}
// CHECK-LABEL: -- division
// CHECK-NEXT:  --   reads "t" ("x" BIGINT, "y" BIGINT NOT NULL, "d" DECIMAL(10, 2) NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "x", "y", "d", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, "y" + "y" AS "#1"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_3 AS (
// CHECK-NEXT:      SELECT "x", "y", "d", CASE WHEN "#1" = 0 THEN error('molt_df.div: division by zero') ELSE "y" // "#1" END AS "a", CASE WHEN "y" = 0 AND "x" IS NOT NULL THEN error('molt_df.div: division by zero') ELSE "x" // "y" END AS "b", CAST(CASE WHEN CAST('10.00' AS DECIMAL(10, 2)) = 0 THEN error('molt_df.div: division by zero') ELSE CAST(CAST(((CAST(CAST("d" AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT) * 1000000) + sign("d") * (abs(CAST(CAST(CAST('10.00' AS DECIMAL(10, 2)) AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT)) // 2)) // CAST(CAST(CAST('10.00' AS DECIMAL(10, 2)) AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT) AS DECIMAL(38, 0)) * CAST('0.000001' AS DECIMAL(6, 6)) AS DECIMAL(16, 6)) END AS DECIMAL(18, 6)) AS "c", CAST(CAST(CAST(((CAST(CAST("d" AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT) * 1000000) + sign("d") * (abs(CAST(CAST("d" AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT)) // 2)) // CAST(CAST("d" AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT) AS DECIMAL(38, 0)) * CAST('0.000001' AS DECIMAL(6, 6)) AS DECIMAL(16, 6)) AS DECIMAL(18, 6)) AS "e", "#row"
// CHECK-NEXT:      FROM with_columns_2
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "x", "y", "d", "a", "b", "c", "e"
// CHECK-NEXT:  FROM with_columns_3
// CHECK-NEXT:  ORDER BY "#row";

func.func @dates() -> !molt_df.table<"d": !molt_df.date32, "n": ui16, "a": !molt_df.date32, "b": !molt_df.date32, "c": i64, "y": i32, "m": i32, "e": i32> {
  %0 = molt_df.source "t" : !molt_df.table<"d": !molt_df.date32, "n": ui16>
  %1 = molt_df.with_columns %0 ["d", "n"] -> ["a", "b", "c", "y", "m", "e"] {
  ^bb0(%d: !molt_df.date32, %n: ui16):
    %a = molt_df.add %d, %n : !molt_df.date32, ui16
    %b = molt_df.sub %d, %n : !molt_df.date32, ui16
    %then = molt_df.constant "2000-02-29" : !molt_df.date32
    %c = molt_df.sub %d, %then : !molt_df.date32, !molt_df.date32
    %old = molt_df.constant "-0044-03-15" : !molt_df.date32
    %y = molt_df.date_part year %old : !molt_df.date32
    %m = molt_df.date_part month %d : !molt_df.date32
    %e = molt_df.date_part day %d : !molt_df.date32
    molt_df.yield %a, %b, %c, %y, %m, %e : !molt_df.date32, !molt_df.date32, i64, i32, i32, i32
  } : !molt_df.table<"d": !molt_df.date32, "n": ui16>
  return %1 : !molt_df.table<"d": !molt_df.date32, "n": ui16, "a": !molt_df.date32, "b": !molt_df.date32, "c": i64, "y": i32, "m": i32, "e": i32>
}
// CHECK-LABEL: -- dates
// CHECK-NEXT:  --   reads "t" ("d" DATE NOT NULL, "n" USMALLINT NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "d", "n", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, "d" + CAST("n" AS INTEGER) AS "a", "d" - CAST("n" AS INTEGER) AS "b", "d" - DATE '2000-02-29' AS "c", CAST(year((DATE '1970-01-01' + (-735525))) AS INTEGER) AS "y", CAST(month("d") AS INTEGER) AS "m", CAST(day("d") AS INTEGER) AS "e"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "d", "n", "a", "b", "c", "y", "m", "e"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

// More than 32 bits of days.
func.func @many_days() -> !molt_df.table<"d": !molt_df.date32, "n": ui32, "a": !molt_df.date32> {
  %0 = molt_df.source "t" : !molt_df.table<"d": !molt_df.date32, "n": ui32>
  %1 = molt_df.with_columns %0 ["d", "n"] -> ["a"] {
  ^bb0(%d: !molt_df.date32, %n: ui32):
    %a = molt_df.sub %d, %n : !molt_df.date32, ui32
    molt_df.yield %a : !molt_df.date32
  } : !molt_df.table<"d": !molt_df.date32, "n": ui32>
  return %1 : !molt_df.table<"d": !molt_df.date32, "n": ui32, "a": !molt_df.date32>
}
// CHECK-LABEL: -- many_days
// CHECK-NEXT:  --   reads "t" ("d" DATE NOT NULL, "n" UINTEGER NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "d", "n", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, DATE '1970-01-01' + CAST(("d" - DATE '1970-01-01') - CAST("n" AS HUGEINT) AS INTEGER) AS "a"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "d", "n", "a"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

!c = !molt_df.table<"b": i1, "s": i8, "u": ui8, "n": !n, "w": !w, "r": f32, "x": f64>
func.func @comparisons() -> !c {
  %0 = molt_df.source "t" : !c
  %1 = molt_df.filter %0 ["b", "s", "u", "n", "w", "r", "x"] {
  ^bb0(%b: i1, %s: i8, %u: ui8, %n: !n, %w: !w, %r: f32, %x: f64):
    %p0 = molt_df.cmp eq %s, %u : i8, ui8
    %p1 = molt_df.cmp ne %n, %w : !n, !w
    %p2 = molt_df.cmp lt %s, %n : i8, !n
    %p3 = molt_df.cmp le %r, %x : f32, f64
    %p4 = molt_df.cmp gt %w, %x : !w, f64
    %p5 = molt_df.cmp ge %r, %r : f32, f32
    %p6 = molt_df.or %p0, %p1 : i1, i1
    %p7 = molt_df.and %p6, %p2 : i1, i1
    %p8 = molt_df.or %p7, %p3 : i1, i1
    %p9 = molt_df.and %p4, %p5 : i1, i1
    %p10 = molt_df.not %p9 : i1
    %p11 = molt_df.and %p8, %p10 : i1, i1
    %p12 = molt_df.cmp ne %p11, %b : i1, i1
    molt_df.yield %p12 : i1
  } : !c
  return %1 : !c
}
// CHECK-LABEL: -- comparisons
// CHECK-NEXT:  --   reads "t" ("b" BOOLEAN NOT NULL, "s" TINYINT NOT NULL, "u" UTINYINT NOT NULL, "n" DECIMAL(15, 2) NOT NULL, "w" DECIMAL(20, 4) NOT NULL, "r" FLOAT NOT NULL, "x" DOUBLE NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "b", "s", "u", "n", "w", "r", "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_2 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      WHERE (((((CAST("s" AS SMALLINT) = CAST("u" AS SMALLINT)) OR (CAST("n" AS DECIMAL(20, 4)) <> "w")) AND (CAST("s" AS DECIMAL(15, 2)) < "n")) OR (CAST("r" AS DOUBLE) <= "x")) AND (NOT (((CAST(replace(CAST("w" AS VARCHAR), '.', '') AS DOUBLE) / 1e4) > "x") AND ("r" >= "r")))) <> "b"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "b", "s", "u", "n", "w", "r", "x"
// CHECK-NEXT:  FROM filter_2
// CHECK-NEXT:  ORDER BY "#row";

!s = !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8>
func.func @strings() -> !s {
  %0 = molt_df.source "t" : !s
  %1 = molt_df.filter %0 ["s", "t"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>, %t: !molt_str.utf8):
    %c = molt_df.constant "it's a\0Aline" : !molt_str.utf8
    %d = molt_str.constant "nul\00end"
    %p0 = molt_str.cmp lt %s, %c : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %p1 = molt_str.starts_with %t, %d : !molt_str.utf8, !molt_str.utf8
    %p2 = molt_str.contains %s, %t : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %p3 = molt_df.or %p0, %p1 : !molt_df.nullable<i1>, i1
    %p4 = molt_df.or %p3, %p2 : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %p4 : !molt_df.nullable<i1>
  } : !s
  return %1 : !s
}
// CHECK-LABEL: -- strings
// CHECK-NEXT:  --   reads "t" ("s" VARCHAR, "t" VARCHAR NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "s", "t", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_2 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      WHERE (("s" < 'it''s a
// CHECK-NEXT:  line') OR starts_with("t", ('nul' || chr(0) || 'end'))) OR contains("s", "t")
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "s", "t"
// CHECK-NEXT:  FROM filter_2
// CHECK-NEXT:  ORDER BY "#row";

// An operation on a null constant has Molt's type, not one that DuckDB chooses.
!m = !molt_df.table<"x": i64?, "a": i64?, "b": i64, "c": i1, "d": !molt_df.decimal<16, 2>?>
func.func @nulls() -> !m {
  %0 = molt_df.source "t" : !molt_df.table<"x": i64?>
  %1 = molt_df.with_columns %0 ["x"] -> ["a", "b", "c", "d"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %p = molt_df.is_null %x : !molt_df.nullable<i64>
    %zero = molt_df.constant 0 : i64
    %none = molt_df.constant null : !molt_df.nullable<i64>
    %a = molt_df.select %p, %none, %x : i1, !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %b = molt_df.coalesce %x, %zero : !molt_df.nullable<i64>, i64
    %c = molt_df.is_null %none : !molt_df.nullable<i64>
    %nothing = molt_df.constant null : !molt_df.nullable<!n>
    %d = molt_df.add %nothing, %nothing : !molt_df.nullable<!n>, !molt_df.nullable<!n>
    molt_df.yield %a, %b, %c, %d : !molt_df.nullable<i64>, i64, i1, !molt_df.nullable<!molt_df.decimal<16, 2>>
  } : !molt_df.table<"x": i64?>
  return %1 : !m
}
// CHECK-LABEL: -- nulls
// CHECK-NEXT:  --   reads "t" ("x" BIGINT)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "x", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, CASE WHEN ("x" IS NULL) THEN CAST(NULL AS BIGINT) ELSE "x" END AS "a", coalesce("x", CAST(0 AS BIGINT)) AS "b", CAST(NULL AS BIGINT) IS NULL AS "c", CAST(NULL AS DECIMAL(16, 2)) AS "d"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "x", "a", "b", "c", "d"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

// Also where DuckDB finds the null by folding.
func.func @folded_null() -> !molt_df.table<"i": i32, "a": !molt_df.decimal<13, 2>?> {
  %0 = molt_df.source "t" : !molt_df.table<"i": i32>
  %1 = molt_df.with_columns %0 ["i"] -> ["a"] {
  ^bb0(%i: i32):
    %p = molt_df.constant false : i1
    %half = molt_df.constant "0.50" : !molt_df.decimal<3, 2>
    %nothing = molt_df.constant null : !molt_df.nullable<!molt_df.decimal<3, 2>>
    %c = molt_df.select %p, %half, %nothing : i1, !molt_df.decimal<3, 2>, !molt_df.nullable<!molt_df.decimal<3, 2>>
    %a = molt_df.add %i, %c : i32, !molt_df.nullable<!molt_df.decimal<3, 2>>
    molt_df.yield %a : !molt_df.nullable<!molt_df.decimal<13, 2>>
  } : !molt_df.table<"i": i32>
  return %1 : !molt_df.table<"i": i32, "a": !molt_df.decimal<13, 2>?>
}
// CHECK-LABEL: -- folded_null
// CHECK-NEXT:  --   reads "t" ("i" INTEGER NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "i", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT *, CAST(CAST("i" AS DECIMAL(10, 0)) + CAST(CASE WHEN FALSE THEN CAST('0.50' AS DECIMAL(3, 2)) ELSE CAST(NULL AS DECIMAL(3, 2)) END AS DECIMAL(3, 2)) AS DECIMAL(13, 2)) AS "a"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "i", "a"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

!k = !molt_df.table<"a": i1, "b": i8, "c": ui64, "d": f32, "e": f64, "f": f64, "g": !molt_df.decimal<3, 3>, "h": !molt_df.decimal<38, 0>>
func.func @constants() -> !k {
  %0 = molt_df.source "t" : !molt_df.table<"a": i1>
  %1 = molt_df.with_columns %0 [] -> ["a", "b", "c", "d", "e", "f", "g", "h"] {
    %a = molt_df.constant true : i1
    %b = molt_df.constant -128 : i8
    %c = molt_df.constant 18446744073709551615 : ui64
    %d = molt_df.constant 0.1 : f32
    %e = molt_df.constant 0x7FF0000000000000 : f64
    %f = molt_df.constant 0x7FF8000000000000 : f64
    %g = molt_df.constant "-0.050" : !molt_df.decimal<3, 3>
    %h = molt_df.constant "99999999999999999999999999999999999999" : !molt_df.decimal<38, 0>
    molt_df.yield %a, %b, %c, %d, %e, %f, %g, %h : i1, i8, ui64, f32, f64, f64, !molt_df.decimal<3, 3>, !molt_df.decimal<38, 0>
  } : !molt_df.table<"a": i1>
  return %1 : !k
}
// CHECK-LABEL: -- constants
// CHECK-NEXT:  --   reads "t" ("a" BOOLEAN NOT NULL)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "a", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    with_columns_2 AS (
// CHECK-NEXT:      SELECT TRUE AS "a", CAST(-128 AS TINYINT) AS "b", CAST(18446744073709551615 AS UBIGINT) AS "c", CAST('0.1' AS FLOAT) AS "d", CAST('Infinity' AS DOUBLE) AS "e", CAST('NaN' AS DOUBLE) AS "f", CAST('-0.050' AS DECIMAL(3, 3)) AS "g", CAST('99999999999999999999999999999999999999' AS DECIMAL(38, 0)) AS "h", "#row"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "a", "b", "c", "d", "e", "f", "g", "h"
// CHECK-NEXT:  FROM with_columns_2
// CHECK-NEXT:  ORDER BY "#row";

!bytes = !molt_df.table<"b": !molt_str.binary?, "p": i1?>
func.func @bytes() -> !bytes {
  %0 = molt_df.source "t" : !molt_df.table<"b": !molt_str.binary?>
  %1 = molt_df.with_columns %0 ["b"] -> ["p"] {
  ^bb0(%b: !molt_df.nullable<!molt_str.binary>):
    %c = molt_df.constant "00ff27" : !molt_str.binary
    %p = molt_str.cmp lt %b, %c : !molt_df.nullable<!molt_str.binary>, !molt_str.binary
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !molt_df.table<"b": !molt_str.binary?>
  return %1 : !bytes
}
// CHECK-LABEL: -- bytes
// CHECK-NEXT:  --   reads "t" ("b" BLOB)
// CHECK:       "b" < CAST('\x00\xFF\x27' AS BLOB) AS "p"

!times = !molt_df.table<"t": !molt_df.timestamp<us>, "z": !molt_df.timestamp<ns, "UTC">?, "o": !molt_df.time<us>, "d": !molt_df.duration<ms>, "p": !molt_df.time<s>, "a": i1, "b": i1?, "c": i1, "e": !molt_df.duration<ms>, "f": !molt_df.date32, "g": i32>
func.func @times() -> !times {
  %0 = molt_df.source "t" : !molt_df.table<"t": !molt_df.timestamp<us>, "z": !molt_df.timestamp<ns, "UTC">?, "o": !molt_df.time<us>, "d": !molt_df.duration<ms>, "p": !molt_df.time<s>>
  %1 = molt_df.with_columns %0 ["t", "z", "o", "d"] -> ["a", "b", "c", "e", "f", "g"] {
  ^bb0(%t: !molt_df.timestamp<us>, %z: !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>, %o: !molt_df.time<us>, %d: !molt_df.duration<ms>):
    %c0 = molt_df.constant "2024-02-29 12:34:56.5" : !molt_df.timestamp<us>
    %a = molt_df.cmp lt %t, %c0 : !molt_df.timestamp<us>, !molt_df.timestamp<us>
    %c1 = molt_df.constant "2024-02-29Z" : !molt_df.timestamp<ns, "UTC">
    %b = molt_df.cmp eq %z, %c1 : !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>, !molt_df.timestamp<ns, "UTC">
    %c2 = molt_df.constant "12:00" : !molt_df.time<us>
    %c = molt_df.cmp ge %o, %c2 : !molt_df.time<us>, !molt_df.time<us>
    %c3 = molt_df.constant "PT1S" : !molt_df.duration<ms>
    %e = molt_df.add %d, %c3 : !molt_df.duration<ms>, !molt_df.duration<ms>
    %f = molt_df.cast %t : !molt_df.timestamp<us> to !molt_df.date32
    %g = molt_df.date_part microsecond %t : !molt_df.timestamp<us>
    molt_df.yield %a, %b, %c, %e, %f, %g : i1, !molt_df.nullable<i1>, i1, !molt_df.duration<ms>, !molt_df.date32, i32
  } : !molt_df.table<"t": !molt_df.timestamp<us>, "z": !molt_df.timestamp<ns, "UTC">?, "o": !molt_df.time<us>, "d": !molt_df.duration<ms>, "p": !molt_df.time<s>>
  return %1 : !times
}
// CHECK-LABEL: -- times
// CHECK-NEXT:  --   reads "t" ("t" TIMESTAMP NOT NULL, "z" TIMESTAMP_NS, "o" TIME NOT NULL, "d" BIGINT NOT NULL, "p" BIGINT NOT NULL)
// CHECK:       "t" < CAST('2024-02-29 12:34:56.5' AS TIMESTAMP) AS "a"
// CHECK-SAME:  "z" = CAST('2024-02-29 00:00:00' AS TIMESTAMP_NS) AS "b"
// CHECK-SAME:  "o" >= CAST('12:00:00' AS TIME) AS "c"
// CHECK-SAME:  "d" + CAST(1000 AS BIGINT) AS "e"
// CHECK-SAME:  CAST("t" AS DATE) AS "f"
// CHECK-SAME:  CAST(microsecond("t") % 1000000 AS INTEGER) AS "g"
