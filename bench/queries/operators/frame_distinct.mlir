// How many days each customer's last eleven orders came on.

!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8,
  "o_totalprice": !molt_df.decimal<15, 2>, "o_orderdate": !molt_df.date32,
  "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8, "o_shippriority": i32,
  "o_comment": !molt_str.utf8>
!some = !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32>
!framed = !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "m": i64>
!result = !molt_df.table<"total": i64?>

func.func @main() -> !result {
  %orders = molt_df.source "orders" : !orders
  %some = molt_df.project %orders ["o_orderkey", "o_custkey", "o_orderdate"] : !orders
  %framed = molt_df.window %some by ["o_custkey"] order ["o_orderkey"] frame <rows -10 to 0>
      of ["o_orderdate"] -> ["m"] {
  ^bb0(%x: !molt_df.date32):
    %m = molt_df.count_distinct %x : !molt_df.date32
    molt_df.yield %m : i64
  } : !some
  %result = molt_df.aggregate %framed by [] of ["m"] -> ["total"] {
  ^bb0(%m: i64):
    %total = molt_df.sum %m : i64
    molt_df.yield %total : !molt_df.nullable<i64>
  } : !framed
  return %result : !result
}
