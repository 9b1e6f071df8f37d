// A constant interval added to a date, as programs mostly have it.

!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8,
  "o_totalprice": !molt_df.decimal<15, 2>, "o_orderdate": !molt_df.date32,
  "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8, "o_shippriority": i32,
  "o_comment": !molt_str.utf8>
!result = !molt_df.table<"n": i64>

func.func @main() -> !result {
  %orders = molt_df.source "orders" : !orders
  %early = molt_df.filter %orders ["o_orderdate"] {
  ^bb0(%date: !molt_df.date32):
    %length = molt_df.constant "P1M3D" : !molt_df.interval
    %limit = molt_df.constant "1996-03-31" : !molt_df.timestamp<us>
    %later = molt_df.add %date, %length : !molt_df.date32, !molt_df.interval
    %isEarly = molt_df.cmp lt %later, %limit : !molt_df.timestamp<us>, !molt_df.timestamp<us>
    molt_df.yield %isEarly : i1
  } : !orders
  %result = molt_df.aggregate %early by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !orders
  return %result : !result
}
