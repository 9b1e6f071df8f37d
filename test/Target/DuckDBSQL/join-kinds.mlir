// Joins of every kind and concat.
// RUN: split-file %s %t
// RUN: molt-translate --molt-df-to-duckdb-sql %t/kinds.mlir | FileCheck %s
// RUN: molt-translate --molt-df-to-duckdb-sql --split-input-file --verify-diagnostics %t/errors.mlir

//--- kinds.mlir
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
  %r = molt_df.join right %a, %b on ["x"] = ["y"] : !a, !b
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

//--- errors.mlir
!a = !molt_df.table<"x": i64>
!b = !molt_df.table<"y": i64>
func.func @condition() -> !a {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  // expected-error @below {{has a condition, which the translation to SQL does not know yet; for an inner join, put it into a molt_df.filter behind the join}}
  %r = molt_df.join anti %a, %b on ["x"] = ["y"] where ["x"] {
  ^bb0(%x: i64):
    %c = molt_df.cmp lt %x, %x : i64, i64
    molt_df.yield %c : i1
  } : !a, !b
  return %r : !a
}

// -----

!a = !molt_df.table<"x": i64>
func.func @order() -> !a {
  %a = molt_df.source "a" : !a
  // expected-error @below {{has an order that is needed, which SQL's UNION ALL does not promise; sort the result by columns that tell its rows apart}}
  %c = molt_df.concat %a, %a : !a, !a
  %r = molt_df.limit %c, 1 : !a
  return %r : !a
}
