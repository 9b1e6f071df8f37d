// Orders of a customer but one: a difference that counts rows.

!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8,
  "o_totalprice": !molt_df.decimal<15, 2>, "o_orderdate": !molt_df.date32,
  "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8, "o_shippriority": i32,
  "o_comment": !molt_str.utf8>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !molt_df.decimal<15, 2>, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!keys = !molt_df.table<"custkey": i64>
!result = !molt_df.table<"n": i64>

func.func @main() -> !result {
  %orders = molt_df.source "orders" : !orders
  %customer = molt_df.source "customer" : !customer
  %of_orders = molt_df.project %orders ["o_custkey"] -> ["custkey"] : !orders
  %of_customers = molt_df.project %customer ["c_custkey"] -> ["custkey"] : !customer
  %rest = molt_df.except all %of_orders, %of_customers : !keys, !keys
  %result = molt_df.aggregate %rest by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !keys
  return %result : !result
}
