// Arithmetic of timestamps and times is that of their counts.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!t = !molt_df.table<"u": !molt_df.timestamp<us>, "s": !molt_df.timestamp<s, "UTC">, "n": !molt_df.timestamp<ns>?, "d": !molt_df.date32, "e": !molt_df.duration<us>, "f": !molt_df.duration<s>, "t": !molt_df.time<us>, "i": i64>
!r = !molt_df.table<"u": !molt_df.timestamp<us>, "s": !molt_df.timestamp<s, "UTC">, "n": !molt_df.timestamp<ns>?, "d": !molt_df.date32, "e": !molt_df.duration<us>, "f": !molt_df.duration<s>, "t": !molt_df.time<us>, "i": i64, "c1": !molt_df.timestamp<us>, "c2": !molt_df.duration<ns>?, "c3": !molt_df.timestamp<us>, "c4": !molt_df.timestamp<us>, "c5": !molt_df.timestamp<s, "UTC">, "c6": i64, "c7": !molt_df.timestamp<ns>>

// CHECK-LABEL: -- times
// CHECK:     SELECT *,
// CHECK-SAME:  make_timestamp(epoch_us("u") + "e") AS "c1",
// CHECK-SAME:  epoch_ns("n") - epoch_ns("n") AS "c2",
// CHECK-SAME:  make_timestamp((("d" - DATE '1970-01-01') * CAST(86400000000 AS BIGINT)) - "e") AS "c3",
// CHECK-SAME:  make_timestamp(epoch_us("t") + (("d" - DATE '1970-01-01') * CAST(86400000000 AS BIGINT))) AS "c4",
// CHECK-SAME:  CASE WHEN (CAST(epoch("s") AS BIGINT) + "f") NOT BETWEEN -9000000000000 AND 9000000000000 THEN error('molt_df.add: DuckDB has no such timestamp') ELSE CAST(make_timestamp((CAST(epoch("s") AS BIGINT) + "f") * 1000000) AS TIMESTAMP_S) END AS "c5",
// CHECK-SAME:  epoch_us("u") AS "c6",
// CHECK-SAME:  make_timestamp_ns("i") AS "c7"
func.func @times() -> !r {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["u", "s", "n", "d", "e", "f", "t", "i"] -> ["c1", "c2", "c3", "c4", "c5", "c6", "c7"] {
  ^bb0(%u: !molt_df.timestamp<us>, %s: !molt_df.timestamp<s, "UTC">, %n: !molt_df.nullable<!molt_df.timestamp<ns>>, %d: !molt_df.date32, %e: !molt_df.duration<us>, %f: !molt_df.duration<s>, %t: !molt_df.time<us>, %i: i64):
    %c1 = molt_df.add %u, %e : !molt_df.timestamp<us>, !molt_df.duration<us>
    %c2 = molt_df.sub %n, %n : !molt_df.nullable<!molt_df.timestamp<ns>>, !molt_df.nullable<!molt_df.timestamp<ns>>
    %c3 = molt_df.sub %d, %e : !molt_df.date32, !molt_df.duration<us>
    %c4 = molt_df.add %t, %d : !molt_df.time<us>, !molt_df.date32
    %c5 = molt_df.add %s, %f : !molt_df.timestamp<s, "UTC">, !molt_df.duration<s>
    %c6 = molt_df.cast %u : !molt_df.timestamp<us> to i64
    %c7 = molt_df.cast %i : i64 to !molt_df.timestamp<ns>
    molt_df.yield %c1, %c2, %c3, %c4, %c5, %c6, %c7 : !molt_df.timestamp<us>, !molt_df.nullable<!molt_df.duration<ns>>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<s, "UTC">, i64, !molt_df.timestamp<ns>
  } : !t
  return %1 : !r
}
