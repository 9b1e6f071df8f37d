// Groups of an interval, which is made of two keys.

!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8,
  "o_totalprice": !molt_df.decimal<15, 2>, "o_orderdate": !molt_df.date32,
  "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8, "o_shippriority": i32,
  "o_comment": !molt_str.utf8>
!some = !molt_df.table<"o_orderkey": i64, "o_custkey": i64>
!lengths = !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "v": !molt_df.interval>
!groups = !molt_df.table<"v": !molt_df.interval, "orders": i64>
!result = !molt_df.table<"n": i64, "most": i64?>

func.func @main() -> !result {
  %orders = molt_df.source "orders" : !orders
  %some = molt_df.project %orders ["o_orderkey", "o_custkey"] : !orders
  %lengths = molt_df.with_columns %some ["o_custkey", "o_orderkey"] -> ["v"] {
  ^bb0(%custkey: i64, %orderkey: i64):
    %forty = molt_df.constant 40 : i64
    %thirty = molt_df.constant 30 : i64
    %zero = molt_df.constant 0 : i64
    %months = molt_df.rem %custkey, %forty : i64, i64
    %days = molt_df.rem %orderkey, %thirty : i64, i64
    %v = molt_df.make_interval %months, %days, %zero : i64, i64, i64
    molt_df.yield %v : !molt_df.interval
  } : !some
  %groups = molt_df.aggregate %lengths by ["v"] of [] -> ["orders"] {
    %count = molt_df.count
    molt_df.yield %count : i64
  } : !lengths
  %result = molt_df.aggregate %groups by [] of ["orders"] -> ["n", "most"] {
  ^bb0(%count: i64):
    %n = molt_df.count
    %most = molt_df.max %count : i64
    molt_df.yield %n, %most : i64, !molt_df.nullable<i64>
  } : !groups
  return %result : !result
}
