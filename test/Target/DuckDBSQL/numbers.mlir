// Remainders, bits, functions of floats, lists of values, parts of dates.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!t = !molt_df.table<"i": i32, "j": i64?, "u": ui64, "n": !molt_df.decimal<9, 2>, "m": !molt_df.decimal<9, 4>, "r": f32, "x": f64, "d": !molt_df.date32>

// The smallest integer % -1 is an error in DuckDB: signed ones are widened. Null does not fail.
// CHECK-LABEL: -- remainders
// CHECK:     SELECT *,
// CHECK-SAME:  CASE WHEN "j" = 0 AND "i" IS NOT NULL THEN error('molt_df.rem: division by zero') ELSE CAST(CAST("i" AS HUGEINT) % CAST("j" AS HUGEINT) AS BIGINT) END AS "a",
// CHECK-SAME:  "u" % "u" AS "b",
// CHECK-SAME:  CAST("n" AS DECIMAL(38, 2)) * CAST(100 AS DECIMAL(3, 0)) AS HUGEINT) * 100) % CAST(CAST("m" AS DECIMAL(38, 4))
// CHECK-SAME:  CAST("r" AS DOUBLE) % "x" AS "e"
func.func @remainders() -> !molt_df.table<"a": i64?, "b": ui64?, "c": !molt_df.decimal<11, 4>?, "e": f64> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["i", "j", "u", "n", "m", "r", "x"] -> ["a", "b", "c", "e"] {
  ^bb0(%i: i32, %j: !molt_df.nullable<i64>, %u: ui64, %n: !molt_df.decimal<9, 2>, %m: !molt_df.decimal<9, 4>, %r: f32, %x: f64):
    %a = molt_df.rem %i, %j : i32, !molt_df.nullable<i64>
    %b = molt_df.rem zero_is_null %u, %u : ui64, ui64
    %c = molt_df.rem zero_is_null %n, %m : !molt_df.decimal<9, 2>, !molt_df.decimal<9, 4>
    %e = molt_df.rem %r, %x : f32, f64
    molt_df.yield %a, %b, %c, %e : !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<!molt_df.decimal<11, 4>>, f64
  } : !t
  %2 = molt_df.project %1 ["a", "b", "c", "e"] : !molt_df.table<"i": i32, "j": i64?, "u": ui64, "n": !molt_df.decimal<9, 2>, "m": !molt_df.decimal<9, 4>, "r": f32, "x": f64, "d": !molt_df.date32, "a": i64?, "b": ui64?, "c": !molt_df.decimal<11, 4>?, "e": f64>
  return %2 : !molt_df.table<"a": i64?, "b": ui64?, "c": !molt_df.decimal<11, 4>?, "e": f64>
}

// CHECK-LABEL: -- bits
// CHECK:     SELECT *,
// CHECK-SAME:  CAST("i" AS BIGINT) & "j" AS "a",
// CHECK-SAME:  xor(CAST("i" AS BIGINT), "j") AS "b",
// CHECK-SAME:  ~"u" AS "c",
// CHECK-SAME:  CASE WHEN "j" < 0 AND "i" IS NOT NULL THEN error('molt_df.shl: the count is negative') ELSE CAST(CAST("i" AS HUGEINT) * CAST(pow(2, CASE WHEN "j" > 64 THEN 64 ELSE "j" END) AS HUGEINT) AS INTEGER) END AS "e",
// CHECK-SAME:  CASE WHEN "u" >= 32 THEN xor("i", "i") ELSE
// CHECK-SAME:  AS "f",
// CHECK-SAME:  CAST(CASE WHEN "i" < 0 THEN -1 - (-1 - CAST("i" AS HUGEINT)) // CAST(pow(2, CASE WHEN "u" > 64 THEN 64 ELSE "u" END) AS HUGEINT) ELSE
func.func @bits() -> !molt_df.table<"a": i64?, "b": i64?, "c": ui64, "e": i32?, "f": i32, "g": i32> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["i", "j", "u"] -> ["a", "b", "c", "e", "f", "g"] {
  ^bb0(%i: i32, %j: !molt_df.nullable<i64>, %u: ui64):
    %a = molt_df.bit_and %i, %j : i32, !molt_df.nullable<i64>
    %b = molt_df.bit_xor %i, %j : i32, !molt_df.nullable<i64>
    %c = molt_df.bit_not %u : ui64
    %e = molt_df.shl %i, %j : i32, !molt_df.nullable<i64>
    %f = molt_df.shl overflow<wrap> %i, %u : i32, ui64
    %g = molt_df.shr %i, %u : i32, ui64
    molt_df.yield %a, %b, %c, %e, %f, %g : !molt_df.nullable<i64>, !molt_df.nullable<i64>, ui64, !molt_df.nullable<i32>, i32, i32
  } : !t
  %2 = molt_df.project %1 ["a", "b", "c", "e", "f", "g"] : !molt_df.table<"i": i32, "j": i64?, "u": ui64, "n": !molt_df.decimal<9, 2>, "m": !molt_df.decimal<9, 4>, "r": f32, "x": f64, "d": !molt_df.date32, "a": i64?, "b": i64?, "c": ui64, "e": i32?, "f": i32, "g": i32>
  return %2 : !molt_df.table<"a": i64?, "b": i64?, "c": ui64, "e": i32?, "f": i32, "g": i32>
}

// Where DuckDB has errors, Molt has NaN; f32 is computed in DOUBLE.
// CHECK-LABEL: -- functions
// CHECK:     SELECT *,
// CHECK-SAME:  CASE WHEN "x" < 0 THEN 'nan'::DOUBLE ELSE sqrt("x") END AS "a",
// CHECK-SAME:  CASE WHEN "x" = 0 THEN '-inf'::DOUBLE WHEN "x" < 0 THEN 'nan'::DOUBLE ELSE ln("x") END AS "b",
// CHECK-SAME:  CASE WHEN isinf("x") THEN 'nan'::DOUBLE ELSE sin("x") END AS "c",
// CHECK-SAME:  CASE WHEN "x" = 0 OR isnan("x") THEN "x" ELSE CAST(sign("x") AS DOUBLE) END AS "e",
// CHECK-SAME:  ELSE CAST(exp(CAST("r" AS DOUBLE)) AS FLOAT) END AS "f",
// CHECK-SAME:  pow("x", "r") AS "g"
func.func @functions() -> !molt_df.table<"a": f64, "b": f64, "c": f64, "e": f64, "f": f32, "g": f64> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["x", "r"] -> ["a", "b", "c", "e", "f", "g"] {
  ^bb0(%x: f64, %r: f32):
    %a = molt_df.math sqrt %x : f64
    %b = molt_df.math ln %x : f64
    %c = molt_df.math sin %x : f64
    %e = molt_df.math sign %x : f64
    %f = molt_df.math exp %r : f32
    %g = molt_df.pow %x, %r : f64, f32
    molt_df.yield %a, %b, %c, %e, %f, %g : f64, f64, f64, f64, f32, f64
  } : !t
  %2 = molt_df.project %1 ["a", "b", "c", "e", "f", "g"] : !molt_df.table<"i": i32, "j": i64?, "u": ui64, "n": !molt_df.decimal<9, 2>, "m": !molt_df.decimal<9, 4>, "r": f32, "x": f64, "d": !molt_df.date32, "a": f64, "b": f64, "c": f64, "e": f64, "f": f32, "g": f64>
  return %2 : !molt_df.table<"a": f64, "b": f64, "c": f64, "e": f64, "f": f32, "g": f64>
}

// CHECK-LABEL: -- others
// CHECK:     SELECT *,
// CHECK-SAME:  "j" IN (CAST(1 AS BIGINT), CAST(2 AS BIGINT)) AS "a",
// CHECK-SAME:  "d" - CAST(dayofyear("d") - 1 AS INTEGER) AS "b",
// CHECK-SAME:  CAST(date_trunc('quarter', "d") AS DATE) AS "c",
// CHECK-SAME:  CAST("d" + to_months(CAST("i" AS INTEGER)) AS DATE) AS "e",
// CHECK-SAME:  TRY_CAST("j" AS TINYINT) AS "f",
// CHECK-SAME:  CASE WHEN "j" = 0 THEN FALSE WHEN "j" = 1 THEN TRUE WHEN "j" IS NOT NULL THEN NULL END AS "g"
func.func @others() -> !molt_df.table<"a": i1?, "b": !molt_df.date32, "c": !molt_df.date32, "e": !molt_df.date32, "f": i8?, "g": i1?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["j", "d", "i"] -> ["a", "b", "c", "e", "f", "g"] {
  ^bb0(%j: !molt_df.nullable<i64>, %d: !molt_df.date32, %i: i32):
    %one = molt_df.constant 1 : i64
    %two = molt_df.constant 2 : i64
    %a = molt_df.is_in %j, [%one, %two] : !molt_df.nullable<i64>
    %b = molt_df.date_trunc year %d : !molt_df.date32
    %c = molt_df.date_trunc quarter %d : !molt_df.date32
    %e = molt_df.add_months %d, %i : !molt_df.date32, i32
    %f = molt_df.cast lenient %j : !molt_df.nullable<i64> to !molt_df.nullable<i8>
    %g = molt_df.cast lenient %j : !molt_df.nullable<i64> to !molt_df.nullable<i1>
    molt_df.yield %a, %b, %c, %e, %f, %g : !molt_df.nullable<i1>, !molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.nullable<i8>, !molt_df.nullable<i1>
  } : !t
  %2 = molt_df.project %1 ["a", "b", "c", "e", "f", "g"] : !molt_df.table<"i": i32, "j": i64?, "u": ui64, "n": !molt_df.decimal<9, 2>, "m": !molt_df.decimal<9, 4>, "r": f32, "x": f64, "d": !molt_df.date32, "a": i1?, "b": !molt_df.date32, "c": !molt_df.date32, "e": !molt_df.date32, "f": i8?, "g": i1?>
  return %2 : !molt_df.table<"a": i1?, "b": !molt_df.date32, "c": !molt_df.date32, "e": !molt_df.date32, "f": i8?, "g": i1?>
}

!w = !molt_df.table<"i": i64, "u": ui64, "w": i128, "z": !molt_df.null?>

// i64 with ui64 is computed in HUGEINT; so is i128, of which the least is a literal as text only. To floats it goes by its
// digits, which are rounded once.
// CHECK-LABEL: -- wide
// CHECK:     SELECT *,
// CHECK-SAME:  CAST("i" AS HUGEINT) + CAST("u" AS HUGEINT) AS "a",
// CHECK-SAME:  "w" * CAST('-170141183460469231731687303715884105728' AS HUGEINT) AS "b",
// CHECK-SAME:  CAST(CAST("w" AS VARCHAR) AS DOUBLE) AS "c",
// CHECK-SAME:  ((CAST("w" AS HUGEINT) % 256) + 128) % 256 + 256) % 256 - 128
func.func @wide() -> !molt_df.table<"a": i128, "b": i128, "c": f64, "d": i8> {
  %0 = molt_df.source "t" : !w
  %1 = molt_df.with_columns %0 ["i", "u", "w"] -> ["a", "b", "c", "d"] {
  ^bb0(%i: i64, %u: ui64, %w: i128):
    %a = molt_df.add %i, %u : i64, ui64
    %m = molt_df.constant -170141183460469231731687303715884105728 : i128
    %b = molt_df.mul %w, %m : i128, i128
    %c = molt_df.cast %w : i128 to f64
    %d = molt_df.cast overflow<wrap> %w : i128 to i8
    molt_df.yield %a, %b, %c, %d : i128, i128, f64, i8
  } : !w
  %2 = molt_df.project %1 ["a", "b", "c", "d"] : !molt_df.table<"i": i64, "u": ui64, "w": i128, "z": !molt_df.null?, "a": i128, "b": i128, "c": f64, "d": i8>
  return %2 : !molt_df.table<"a": i128, "b": i128, "c": f64, "d": i8>
}

// A null without a type is one of the type that is meant; in a column it is an INTEGER.
// CHECK-LABEL: -- nulls
// CHECK:     SELECT *,
// CHECK-SAME:  CAST(NULL AS BIGINT) AS "a",
// CHECK-SAME:  coalesce("i", CAST(NULL AS BIGINT)) AS "b",
// CHECK-SAME:  "z" IS NULL AS "c",
// CHECK-SAME:  CAST(NULL AS DATE) AS "d"
func.func @nulls() -> !molt_df.table<"a": i64?, "b": i64, "c": i1, "d": !molt_df.date32?> {
  %0 = molt_df.source "t" : !w
  %1 = molt_df.with_columns %0 ["i", "z"] -> ["a", "b", "c", "d"] {
  ^bb0(%i: i64, %z: !molt_df.nullable<!molt_df.null>):
    %a = molt_df.add %i, %z : i64, !molt_df.nullable<!molt_df.null>
    %b = molt_df.coalesce %i, %z : i64, !molt_df.nullable<!molt_df.null>
    %c = molt_df.is_null %z : !molt_df.nullable<!molt_df.null>
    %d = molt_df.cast %z : !molt_df.nullable<!molt_df.null> to !molt_df.nullable<!molt_df.date32>
    molt_df.yield %a, %b, %c, %d : !molt_df.nullable<i64>, i64, i1, !molt_df.nullable<!molt_df.date32>
  } : !w
  %2 = molt_df.project %1 ["a", "b", "c", "d"] : !molt_df.table<"i": i64, "u": ui64, "w": i128, "z": !molt_df.null?, "a": i64?, "b": i64, "c": i1, "d": !molt_df.date32?>
  return %2 : !molt_df.table<"a": i64?, "b": i64, "c": i1, "d": !molt_df.date32?>
}
