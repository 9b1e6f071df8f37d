// A join above one whose groups the pass had reduced: it asked for estimates of the tables that it had put below them, which
// there were not.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-reduce-joins{min-gain=-1}))' | FileCheck %s

!part = !molt_df.table<"p": i64>
!line = !molt_df.table<"l": i64>
!order = !molt_df.table<"o": i64>
!pl = !molt_df.table<"p": i64, "l": i64>

// CHECK-LABEL: func @main
// CHECK:       %[[LINES:.*]] = molt_df.join semi
// CHECK:       molt_df.aggregate %[[LINES]] by ["l"]
// CHECK:       %[[JOIN:.*]] = molt_df.join %
// CHECK:       %[[KEYS:.*]] = molt_df.project %[[JOIN]] ["l"]
// CHECK:       %[[ORDERS:.*]] = molt_df.join semi %{{.*}}, %[[KEYS]]
// CHECK:       molt_df.aggregate %[[ORDERS]] by ["o"]
func.func @main() -> !molt_df.table<"p": i64, "l": i64, "o": i64> {
  %part = molt_df.source "part" {rows = 20 : i64} : !part
  %line = molt_df.source "line" {rows = 600000 : i64, facts = {l = #molt_df.facts<range = [1, 20000]>}} : !line
  %order = molt_df.source "order" {rows = 600000 : i64, facts = {o = #molt_df.facts<range = [1, 20000]>}} : !order
  %lines = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %orders = molt_df.aggregate %order by ["o"] of [] -> [] {
    molt_df.yield
  } : !order
  %pl = molt_df.join %part, %lines on ["p"] = ["l"] : !part, !line
  %r = molt_df.join %pl, %orders on ["l"] = ["o"] : !pl, !order
  return %r : !molt_df.table<"p": i64, "l": i64, "o": i64>
}
