// Operations on strings.
// RUN: molt-translate --molt-df-to-duckdb-sql %s | FileCheck %s

!t = !molt_df.table<"s": !molt_str.utf8, "b": !molt_str.binary, "i": i64, "u": i64?>
!r = !molt_df.table<"s": !molt_str.utf8, "b": !molt_str.binary, "i": i64, "u": i64?, "c1": i64, "c2": i64, "c3": i64, "c4": !molt_str.utf8, "c5": !molt_str.utf8, "c6": !molt_str.utf8?, "c7": i1, "c8": i1, "c9": i1>

// Of what `||` gives DuckDB does not know that it is ASCII, of which it
// takes other parts. Escapes become backslashes.
// CHECK-LABEL: -- strings
// CHECK:     SELECT *,
// CHECK-SAME:  length("s") AS "c1", strlen("s") AS "c2", octet_length("b") AS "c3",
// CHECK-SAME:  "s" || "s" AS "c4", replace("s", 'a', 'b') AS "c5",
// CHECK-SAME:  substring("s" || '', "i", "u") AS "c6",
// CHECK-SAME:  suffix("s", 'a') AS "c7",
// CHECK-SAME:  "s" LIKE '%a_\\' ESCAPE '\' AS "c8",
// CHECK-SAME:  "s" LIKE '10\%%é\_\\x' ESCAPE '\' AS "c9"
func.func @strings() -> !r {
  %0 = molt_df.source "t" : !t
  %1 = molt_df.with_columns %0 ["s", "b", "i", "u"] -> ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9"] {
  ^bb0(%s: !molt_str.utf8, %b: !molt_str.binary, %i: i64, %u: !molt_df.nullable<i64>):
    %a = molt_df.constant "a" : !molt_str.utf8
    %z = molt_df.constant "b" : !molt_str.utf8
    %c1 = molt_str.length %s : !molt_str.utf8
    %c2 = molt_str.byte_length %s : !molt_str.utf8
    %c3 = molt_str.byte_length %b : !molt_str.binary
    %c4 = molt_str.concat %s, %s : !molt_str.utf8, !molt_str.utf8
    %c5 = molt_str.replace %s, %a, %z sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
    %c6 = molt_str.substring %s, %i, %u : !molt_str.utf8, i64, !molt_df.nullable<i64>
    %c7 = molt_str.ends_with %s, %a : !molt_str.utf8, !molt_str.utf8
    %c8 = molt_str.like %s, "%a_\\" : !molt_str.utf8
    %c9 = molt_str.like %s, "10!%%!é!_!\\x" escape "!" : !molt_str.utf8
    molt_df.yield %c1, %c2, %c3, %c4, %c5, %c6, %c7, %c8, %c9 : i64, i64, i64, !molt_str.utf8, !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>, i1, i1, i1
  } : !t
  return %1 : !r
}
