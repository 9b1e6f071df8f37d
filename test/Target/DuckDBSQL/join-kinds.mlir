// Joins of every kind and concat.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>
// CHECK-LABEL: -- left
// CHECK:           FROM source_1
// CHECK-NEXT:      LEFT JOIN source_2 ON source_1."x" = source_2."y"
func.func @left() -> !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join left %a, %b on ["x"] = ["y"] : !a, !b
  return %r : !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
}
// CHECK-LABEL: -- right
// CHECK:           FROM source_1
// CHECK-NEXT:      RIGHT JOIN source_2 ON source_1."x" = source_2."y"
func.func @right() -> !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join right %a, %b on ["x"] = ["y"] build<left> : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64>
}
// CHECK-LABEL: -- full
// CHECK:           FROM source_1
// CHECK-NEXT:      FULL JOIN source_2 ON source_1."x" IS NOT DISTINCT FROM source_2."y"
func.func @full() -> !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] null_equal : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>
}
// CHECK-LABEL: -- semi
// CHECK:           FROM source_1
// CHECK-NEXT:      SEMI JOIN source_2 ON source_1."x" = source_2."y"
func.func @semi() -> !molt_df.table<"x": i64, "p": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join semi %a, %b on ["x"] = ["y"] : !a, !b
  return %r : !molt_df.table<"x": i64, "p": i64>
}
// CHECK-LABEL: -- anti
// CHECK:           FROM source_1
// CHECK-NEXT:      ANTI JOIN source_2 ON source_1."x" = source_2."y"
func.func @anti() -> !molt_df.table<"x": i64, "p": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] : !a, !b
  return %r : !molt_df.table<"x": i64, "p": i64>
}
// CHECK-LABEL: -- cross
// CHECK:           FROM source_1
// CHECK-NEXT:      CROSS JOIN source_2{{$}}
func.func @cross() -> !molt_df.table<"x": i64, "p": i64, "y": i64, "q": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join cross %a, %b : !a, !b
  return %r : !molt_df.table<"x": i64, "p": i64, "y": i64, "q": i64>
}
// CHECK-LABEL: -- concat
// CHECK:         concat_{{[0-9]+}} AS (
// CHECK-NEXT:      SELECT "x", "p" FROM source_1
// CHECK-NEXT:      UNION ALL SELECT "x", "p" FROM source_1
func.func @concat() -> !molt_df.table<"n": i64> {
  %a = molt_df.source "a" : !a
  %c = molt_df.concat %a, %a : !a, !a
  %r = molt_df.aggregate %c by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !a
  return %r : !molt_df.table<"n": i64>
}

// Each input's rows are counted, as UNION ALL promises no order.
// CHECK-LABEL: -- ordered_concat
// CHECK:         concat_2 AS (
// CHECK-NEXT:      SELECT "x", "p", 0 AS "#input", row_number() OVER (ORDER BY "#row") AS "#place" FROM source_1
// CHECK-NEXT:      UNION ALL SELECT "x", "p", 1 AS "#input", row_number() OVER (ORDER BY "p" ASC NULLS LAST, "#row") AS "#place" FROM source_1
// CHECK-NEXT:    ),
// CHECK-NEXT:    concat_3 AS (
// CHECK-NEXT:      SELECT "x", "p", row_number() OVER (ORDER BY "#input", "#place") AS "#row"
// CHECK-NEXT:      FROM concat_2
// CHECK:           LIMIT 1
func.func @ordered_concat() -> !a {
  %a = molt_df.source "a" : !a
  %s = molt_df.sort %a by ["p"] : !a
  %c = molt_df.concat %a, %s : !a, !a
  %r = molt_df.limit %c, 1 : !a
  return %r : !a
}

// A condition that cannot fail stands beside the keys; one that may is asked for other pairs never.
// CHECK-LABEL: -- condition
// CHECK:           ANTI JOIN source_2 ON source_1."x" = source_2."y" AND ("p" < "q")
func.func @condition() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] where ["p", "q"] {
  ^bb0(%p: i64, %q: i64):
    %c = molt_df.cmp lt %p, %q : i64, i64
    molt_df.yield %c : i1
  } : !a, !b
  return %r : !a
}
// CHECK-LABEL: -- fallible
// CHECK:           FULL JOIN source_2 ON source_1."x" = source_2."y" AND CASE WHEN source_1."x" = source_2."y" THEN ("p" + "q") > ("p" + "q") ELSE FALSE END
func.func @fallible() -> !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join full %a, %b on ["x"] = ["y"] where ["p", "q"] {
  ^bb0(%p: i64, %q: i64):
    %s = molt_df.add %p, %q : i64, i64
    %c = molt_df.cmp gt %s, %s : i64, i64
    molt_df.yield %c : i1
  } : !a, !b
  return %r : !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>
}
// CHECK-LABEL: -- pairs
// CHECK:           JOIN source_2 ON ("p" < "q")
func.func @pairs() -> !molt_df.table<"x": i64, "p": i64, "y": i64, "q": i64> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join cross %a, %b where ["p", "q"] {
  ^bb0(%p: i64, %q: i64):
    %c = molt_df.cmp lt %p, %q : i64, i64
    molt_df.yield %c : i1
  } : !a, !b
  return %r : !molt_df.table<"x": i64, "p": i64, "y": i64, "q": i64>
}
