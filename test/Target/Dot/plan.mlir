// Plans as graphs.
// RUN: molt-translate --molt-df-to-dot %s | FileCheck %s
// RUN: molt-translate --molt-df-to-dot --dot-schema %s | FileCheck %s --check-prefix=SCHEMA
// The same text every time.
// RUN: molt-translate --molt-df-to-dot %s > %t.1
// RUN: molt-translate --molt-df-to-dot %s > %t.2
// RUN: cmp %t.1 %t.2

!t = !molt_df.table<"k": i32, "x": i64?, "s": !molt_str.utf8, "d": !molt_df.date32, "f": f64>
!u = !molt_df.table<"l": i32, "m": i64>


func.func @main() -> !molt_df.table<"k": i32, "n": i64, "total": i64?> {
  %0 = molt_df.source "t {}" {rows = 100 : i64, assumed} : !t

  // A result that is used twice has a line of its own.
  %1 = molt_df.filter %0 ["x", "s", "d", "k"] {
  ^bb0(%x: !molt_df.nullable<i64>, %s: !molt_str.utf8, %d: !molt_df.date32, %k: i32):
    %one = molt_df.constant 1 : i64
    %a = molt_df.add %x, %one : !molt_df.nullable<i64>, i64
    %b = molt_df.sub %a, %one : !molt_df.nullable<i64>, i64
    %c = molt_df.sub %one, %b : i64, !molt_df.nullable<i64>
    %e = molt_df.mul overflow<wrap> %a, %c : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %p0 = molt_df.cmp lt %e, %one : !molt_df.nullable<i64>, i64
    %text = molt_df.constant "a | b  : i64" : !molt_str.utf8
    %p1 = molt_str.contains %s, %text : !molt_str.utf8, !molt_str.utf8
    %p2 = molt_str.cmp eq %s, %text : !molt_str.utf8, !molt_str.utf8
    %y = molt_df.date_part year %d : !molt_df.date32
    %z = molt_df.cast %y : i32 to i8
    %p3 = molt_df.cmp ge %z, %k : i8, i32
    %p4 = molt_df.or %p1, %p2 : i1, i1
    %p5 = molt_df.not %p4 : i1
    %p6 = molt_df.and %p0, %p5 : !molt_df.nullable<i1>, i1
    %p7 = molt_df.or %p6, %p3 : !molt_df.nullable<i1>, i1
    molt_df.yield %p7 : !molt_df.nullable<i1>
  } : !t
  %2 = molt_df.with_columns %1 ["x", "k"] -> ["y", "x"] {
  ^bb0(%x: !molt_df.nullable<i64>, %k: i32):
    %y = molt_df.div zero_is_null %x, %k : !molt_df.nullable<i64>, i32
    molt_df.yield %y, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !t
  %3 = molt_df.project %2 ["k", "y"] -> ["k", "z"] : !molt_df.table<"k": i32, "x": i64?, "s": !molt_str.utf8, "d": !molt_df.date32, "f": f64, "y": i64?>
  %4 = molt_df.source "u" : !u
  %5 = molt_df.join %3, %4 on ["k"] = ["l"] : !molt_df.table<"k": i32, "z": i64?>, !u
  %6 = molt_df.aggregate %5 by ["k"] of ["z", "m"] -> ["n", "total"] {
  ^bb0(%z: !molt_df.nullable<i64>, %m: i64):
    %w = molt_df.mul %z, %m : !molt_df.nullable<i64>, i64
    %s = molt_df.sum %w {total_bits = 40 : i64} : !molt_df.nullable<i64>
    %n = molt_df.count
    molt_df.yield %n, %s : i64, !molt_df.nullable<i64>
  } : !molt_df.table<"k": i32, "z": i64?, "l": i32, "m": i64>
  %7 = molt_df.sort %6 by ["total" desc nulls_first, "k"] : !molt_df.table<"k": i32, "n": i64, "total": i64?>
  %8 = molt_df.limit %7, 10 offset 5 : !molt_df.table<"k": i32, "n": i64, "total": i64?>
  %9 = molt_df.top_k %8, 3 by ["k"] : !molt_df.table<"k": i32, "n": i64, "total": i64?>
  return %9 : !molt_df.table<"k": i32, "n": i64, "total": i64?>
}

// Operations of other dialects are nodes with their attributes; functions have graphs of
// their own.
func.func @callee(%t: !molt_df.table<>) -> !molt_df.table<> {
  %0 = molt_df.project %t [] : !molt_df.table<>
  %1 = func.call @callee(%0) : (!molt_df.table<>) -> !molt_df.table<>
  return %1 : !molt_df.table<>
}

// Functions without plans are not there.
func.func @no_plan(%x: i64) -> i64 {
  return %x : i64
}

// CHECK:      digraph molt {
// CHECK-NEXT:   node [shape=record, fontname="monospace"];
// CHECK-NEXT:   subgraph cluster_0 {
// CHECK-NEXT:     label="main";
// CHECK-NEXT:     "main.0" [label="{molt_df.source|\"t \{\}\"\lassumed\lrows: 100\l|k, x, s, d, … (5 columns)\l}"];
// CHECK-NEXT:     "main.1" [label="{molt_df.filter|%1 = x + 1\l(%1 * (1 - (%1 - 1))) [wrap] \< 1 and not (contains(s, \"a \| b \ : i64\") or s = \"a \| b \ : i64\") or cast(date_part(year, d) as i8) \>= k\l|k, x, s, d, … (5 columns)\l}"];
// CHECK-NEXT:     "main.2" [label="{molt_df.with_columns|%1 = (x / k) [zeroIsNull]\ly = %1\lx = %1\l|k, x, s, d, … (6 columns)\l}"];
// CHECK-NEXT:     "main.3" [label="{molt_df.project|k, z = y\l|k, z\l}"];
// CHECK-NEXT:     "main.4" [label="{molt_df.source|\"u\"\l|l, m\l}"];
// CHECK-NEXT:     "main.5" [label="{molt_df.join|k = l\lkind: inner\l|k, z, l, m\l}"];
// CHECK-NEXT:     "main.6" [label="{molt_df.aggregate|by k\ln = count()\ltotal = sum(z * m) [total_bits = 40]\l|k, n, total\l}"];
// CHECK-NEXT:     "main.7" [label="{molt_df.sort|by total desc nulls_first, k\l|k, n, total\l}"];
// CHECK-NEXT:     "main.8" [label="{molt_df.limit|first 10 after 5\l|k, n, total\l}"];
// CHECK-NEXT:     "main.9" [label="{molt_df.top_k|first 3\lby k\l|k, n, total\l}"];
// CHECK-NEXT:     "main.10" [label="{func.return}"];
// CHECK-NEXT:     "main.0" -> "main.1";
// CHECK-NEXT:     "main.1" -> "main.2";
// CHECK-NEXT:     "main.2" -> "main.3";
// CHECK-NEXT:     "main.3" -> "main.5" [label="1"];
// CHECK-NEXT:     "main.4" -> "main.5" [label="2"];
// CHECK-NEXT:     "main.5" -> "main.6";
// CHECK-NEXT:     "main.6" -> "main.7";
// CHECK-NEXT:     "main.7" -> "main.8";
// CHECK-NEXT:     "main.8" -> "main.9";
// CHECK-NEXT:     "main.9" -> "main.10";
// CHECK-NEXT:   }
// CHECK-NEXT:   subgraph cluster_1 {
// CHECK-NEXT:     label="callee";
// CHECK-NEXT:     "callee.argument0" [label="{argument 0|no columns\l}"];
// CHECK-NEXT:     "callee.0" [label="{molt_df.project|(none)\l|no columns\l}"];
// CHECK-NEXT:     "callee.1" [label="{func.call|callee: @callee\l|no columns\l}"];
// CHECK-NEXT:     "callee.2" [label="{func.return}"];
// CHECK-NEXT:     "callee.argument0" -> "callee.0";
// CHECK-NEXT:     "callee.0" -> "callee.1";
// CHECK-NEXT:     "callee.1" -> "callee.2";
// CHECK-NEXT:   }
// CHECK-NEXT: }

// SCHEMA:     "main.0" [label="{molt_df.source|\"t \{\}\"\lassumed\lrows: 100\l|k: i32\lx: i64?\ls: !molt_str.utf8\ld: !molt_df.date32\lf: f64\l}"];
