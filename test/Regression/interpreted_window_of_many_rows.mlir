// The functions of a partition, of its peers and of all of its rows, are evaluated once for the partition. The interpreter
// evaluated them for each row: it took minutes for tens of thousands of rows.
// RUN: split-file %s %t && %python %t/rows.py > %t/t.csv
// RUN: timeout 60 molt-run --interpret %t/program.mlir --input t=%t/t.csv | FileCheck %s

// CHECK:      x,rank,dense,share,count,third
// CHECK-NEXT: ,1,1,1,40000,1
// CHECK-NEXT: 1,1,1,1,40000,1
//--- rows.py
print("g,x")
for row in range(80000):
    print("0,1" if row % 2 else "0,")

//--- program.mlir
!t = !molt_df.table<"g": i64, "x": i64?>
!w = !molt_df.table<"x": i64?, "rank": i64, "dense": i64, "share": f64, "count": i64, "third": i64?>
func.func @main() -> !w {
  %t = molt_df.source "t" : !t
  %w = molt_df.window %t by [] order ["g"] of ["x"] -> ["rank", "dense", "share", "count", "third"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %rank = molt_df.rank
    %dense = molt_df.dense_rank
    %share = molt_df.cume_dist
    %null = molt_df.is_null %x : !molt_df.nullable<i64>
    %count = molt_df.count where %null : i1
    %third = molt_df.nth_value skip_nulls %x at 3 : !molt_df.nullable<i64>
    molt_df.yield %rank, %dense, %share, %count, %third : i64, i64, f64, i64, !molt_df.nullable<i64>
  } : !t
  %p = molt_df.project %w ["x", "rank", "dense", "share", "count", "third"] : !molt_df.table<"g": i64, "x": i64?, "rank": i64, "dense": i64, "share": f64, "count": i64, "third": i64?>
  %r = molt_df.limit %p, 2 : !w
  return %r : !w
}
