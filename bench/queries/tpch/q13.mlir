// TPC-H Q13 (2.4.13), customer distribution: how many customers have how many orders, not counting
// those with special requests.
//
// Orders are counted by customer before the outer join, which then has one row for each side, and
// no order for a customer is a count of 0.

!money = !molt_df.decimal<15, 2>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!order_counts = !molt_df.table<"o_custkey": i64, "orders": i64>
!of_customers = !molt_df.table<"c_custkey": i64, "o_custkey": i64?, "orders": i64?>
!counted = !molt_df.table<"c_custkey": i64, "o_custkey": i64?, "orders": i64?, "c_count": i64>
!distribution = !molt_df.table<"c_count": i64, "custdist": i64>

func.func @main() -> !distribution {
  %orders = molt_df.source "orders" : !orders
  %plain = molt_df.filter %orders ["o_comment"] {
  ^bb0(%comment: !molt_str.utf8):
    %special = molt_str.like %comment, "%special%requests%" : !molt_str.utf8
    %usual = molt_df.not %special : i1
    molt_df.yield %usual : i1
  } : !orders
  %order_counts = molt_df.aggregate %plain by ["o_custkey"] of [] -> ["orders"] {
    %count = molt_df.count
    molt_df.yield %count : i64
  } : !orders

  %customer = molt_df.source "customer" : !customer
  %customer_keys = molt_df.project %customer ["c_custkey"] : !customer
  %of_customers = molt_df.join left %customer_keys, %order_counts on ["c_custkey"] = ["o_custkey"]
      : !molt_df.table<"c_custkey": i64>, !order_counts
  %counted = molt_df.with_columns %of_customers ["orders"] -> ["c_count"] {
  ^bb0(%number: !molt_df.nullable<i64>):
    %none = molt_df.constant 0 : i64
    %count = molt_df.coalesce %number, %none : !molt_df.nullable<i64>, i64
    molt_df.yield %count : i64
  } : !of_customers
  %distribution = molt_df.aggregate %counted by ["c_count"] of [] -> ["custdist"] {
    %count = molt_df.count
    molt_df.yield %count : i64
  } : !counted
  %sorted = molt_df.sort %distribution by ["custdist" desc, "c_count" desc] : !distribution
  return %sorted : !distribution
}
