// Where the order of rows can be seen in the result, the query says what it is.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!t = !molt_df.table<"k": i32, "f": f64?>

// A source's order is counted, as no column says it. Sorting is stable: the count breaks ties.
func.func @sort() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.sort %0 by ["k" desc, "f" nulls_first] : !t
  return %1 : !t
}
// CHECK-LABEL: -- sort
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "f"
// CHECK-NEXT:  FROM source_1
// CHECK-NEXT:  ORDER BY "k" DESC NULLS LAST, CASE WHEN "f" = 0 THEN 0 ELSE "f" END ASC NULLS FIRST, "#row";

// The order of groups is unspecified, and nothing breaks ties.
func.func @sorted_groups() -> !molt_df.table<"k": i32> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by ["k"] of [] -> [] {
    molt_df.yield
  } : !t
  %2 = molt_df.sort %1 by ["k"] : !molt_df.table<"k": i32>
  return %2 : !molt_df.table<"k": i32>
}
// CHECK-LABEL: -- sorted_groups
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT "k"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      GROUP BY "k"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k"
// CHECK-NEXT:  FROM aggregate_2
// CHECK-NEXT:  ORDER BY "k" ASC NULLS LAST;

func.func @top_k() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.top_k %0, 3 by ["k" desc nulls_first] : !t
  return %1 : !t
}
// CHECK-LABEL: -- top_k
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    top_k_2 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      ORDER BY "k" DESC NULLS FIRST, "#row"
// CHECK-NEXT:      LIMIT 3
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "f"
// CHECK-NEXT:  FROM top_k_2
// CHECK-NEXT:  ORDER BY "k" DESC NULLS FIRST, "#row";

func.func @limit() -> !t {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.limit %0, 10 offset 5 : !t
  return %1 : !t
}
// CHECK-LABEL: -- limit
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    limit_2 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      ORDER BY "#row"
// CHECK-NEXT:      LIMIT 10 OFFSET 5
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k", "f"
// CHECK-NEXT:  FROM limit_2
// CHECK-NEXT:  ORDER BY "#row";

// Any rows will do.
func.func @limited_groups() -> !molt_df.table<"k": i32> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.aggregate %0 by ["k"] of [] -> [] {
    molt_df.yield
  } : !t
  %2 = molt_df.limit %1, 10 : !molt_df.table<"k": i32>
  return %2 : !molt_df.table<"k": i32>
}
// CHECK-LABEL: -- limited_groups
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT "k"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      GROUP BY "k"
// CHECK-NEXT:    ),
// CHECK-NEXT:    limit_3 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM aggregate_2
// CHECK-NEXT:      LIMIT 10
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "k"
// CHECK-NEXT:  FROM limit_3;

// A sort key that goes leaves the order behind.
func.func @dropped_key() -> !molt_df.table<"f": f64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.sort %0 by ["k"] : !t
  %2 = molt_df.filter %1 ["f"] {
  ^bb0(%f: !molt_df.nullable<f64>):
    %p = molt_df.is_null %f : !molt_df.nullable<f64>
    molt_df.yield %p : i1
  } : !t
  %3 = molt_df.project %2 ["f"] : !t
  return %3 : !molt_df.table<"f": f64?>
}
// CHECK-LABEL: -- dropped_key
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    filter_2 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      WHERE "f" IS NULL
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_3 AS (
// CHECK-NEXT:      SELECT "k", "f", row_number() OVER (ORDER BY "k" ASC NULLS LAST, "#row") AS "#row"
// CHECK-NEXT:      FROM filter_2
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_4 AS (
// CHECK-NEXT:      SELECT "f", "#row"
// CHECK-NEXT:      FROM project_3
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "f"
// CHECK-NEXT:  FROM project_4
// CHECK-NEXT:  ORDER BY "#row";

// A join does not see the order that another user of its input sees.
func.func @seen_by_one() -> !molt_df.table<"a": i32, "b": f64?, "k": i32, "f": f64?> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.limit %0, 2 : !t
  %2 = molt_df.project %1 ["k", "f"] -> ["a", "b"] : !t
  %3 = molt_df.join %2, %0 on ["a"] = ["k"] : !molt_df.table<"a": i32, "b": f64?>, !t
  return %3 : !molt_df.table<"a": i32, "b": f64?, "k": i32, "f": f64?>
}
// CHECK-LABEL: -- seen_by_one
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f", row_number() OVER () AS "#row"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    limit_2 AS (
// CHECK-NEXT:      SELECT *
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:      ORDER BY "#row"
// CHECK-NEXT:      LIMIT 2
// CHECK-NEXT:    ),
// CHECK-NEXT:    project_3 AS (
// CHECK-NEXT:      SELECT "k" AS "a", "f" AS "b"
// CHECK-NEXT:      FROM limit_2
// CHECK-NEXT:    ),
// CHECK-NEXT:    join_4 AS (
// CHECK-NEXT:      SELECT "a", "b", "k", "f"
// CHECK-NEXT:      FROM project_3
// CHECK-NEXT:      JOIN source_1 ON project_3."a" = source_1."k"
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "a", "b", "k", "f"
// CHECK-NEXT:  FROM join_4;

// A sort that an aggregation follows orders nothing.
func.func @sort_unseen() -> !molt_df.table<"n": i64> {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.sort %0 by ["k"] : !t
  %2 = molt_df.aggregate %1 by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %2 : !molt_df.table<"n": i64>
}
// CHECK-LABEL: -- sort_unseen
// CHECK-NEXT:  --   reads "t" ("k" INTEGER NOT NULL, "f" DOUBLE)
// CHECK-NEXT:  WITH
// CHECK-NEXT:    source_1 AS (
// CHECK-NEXT:      SELECT "k", "f"
// CHECK-NEXT:      FROM "t"
// CHECK-NEXT:    ),
// CHECK-NEXT:    aggregate_2 AS (
// CHECK-NEXT:      SELECT count(*) AS "n"
// CHECK-NEXT:      FROM source_1
// CHECK-NEXT:    )
// CHECK-NEXT:  SELECT "n"
// CHECK-NEXT:  FROM aggregate_2;
