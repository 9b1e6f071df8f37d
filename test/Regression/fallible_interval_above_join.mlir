// `make_interval` was taken for an operation that cannot fail, so conditions with it moved below
// joins, to rows that find no partner. Found by random plans.
// RUN: split-file %s %t && %all-ways %t
// RUN: molt-opt %t/program.mlir --molt-df-optimize-pipeline | FileCheck %s

// CHECK-LABEL: func.func @dates
// CHECK: molt_df.join
// CHECK: molt_df.filter
// CHECK: molt_df.make_interval

//--- program.mlir
!p = !molt_df.table<"k": i64>
!b = !molt_df.table<"j": i64, "d": !molt_df.date32>
!j = !molt_df.table<"k": i64, "j": i64, "d": !molt_df.date32>
func.func @dates() -> !j {
  %p = molt_df.source "p" : !p
  %b = molt_df.source "b" : !b
  %t = molt_df.join %p, %b on ["k"] = ["j"] : !p, !b
  %r = molt_df.filter %t ["k"] {
  ^bb0(%k: i64):
    %zero = molt_df.constant 0 : i64
    %v = molt_df.make_interval %k, %zero, %zero : i64, i64, i64
    %year = molt_df.constant "P1Y" : !molt_df.interval
    %keep = molt_df.cmp lt %v, %year : !molt_df.interval, !molt_df.interval
    molt_df.yield %keep : i1
  } : !j
  return %r : !j
}
//--- p.csv
k
3000000000
5
14
//--- b.csv
j,d
5,2020-01-01
14,2020-01-02
4000000000,2020-01-03
//--- dates.out
k,j,d
5,5,2020-01-01
