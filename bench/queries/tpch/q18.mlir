// TPC-H Q18 (2.4.18), large volume customer: the hundred dearest orders of more than 300 pieces.
//
// Few orders are that large: the sums by order, filtered, select orders, and these the customers
// and lines, each time as the build side.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!quantities = !molt_df.table<"l_orderkey": i64, "l_quantity": !money>
!order_sums = !molt_df.table<"l_orderkey": i64, "pieces": !molt_df.decimal<38, 2>?>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!order_columns = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "o_totalprice": !money>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!customer_names = !molt_df.table<"c_custkey": i64, "c_name": !molt_str.utf8>
!named = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "o_orderkey": i64, "o_custkey": i64,
  "o_orderdate": !molt_df.date32, "o_totalprice": !money>
!lines = !molt_df.table<
  "l_orderkey": i64, "l_quantity": !money, "c_custkey": i64, "c_name": !molt_str.utf8,
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "o_totalprice": !money>
!sums = !molt_df.table<
  "c_name": !molt_str.utf8, "c_custkey": i64, "l_orderkey": i64, "o_orderdate": !molt_df.date32,
  "o_totalprice": !money, "sum_qty": !molt_df.decimal<38, 2>?>
!result = !molt_df.table<
  "c_name": !molt_str.utf8, "c_custkey": i64, "o_orderkey": i64, "o_orderdate": !molt_df.date32,
  "o_totalprice": !money, "sum_qty": !molt_df.decimal<38, 2>?>

func.func @main() -> !result {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %quantities = molt_df.project %lineitem ["l_orderkey", "l_quantity"] : !lineitem
  %order_sums = molt_df.aggregate %quantities by ["l_orderkey"] of ["l_quantity"] -> ["pieces"] {
  ^bb0(%quantity: !money):
    %sum = molt_df.sum %quantity : !money
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !quantities
  %large = molt_df.filter %order_sums ["pieces"] {
  ^bb0(%pieces: !molt_df.nullable<!molt_df.decimal<38, 2>>):
    %limit = molt_df.constant "300.00" : !money
    %above = molt_df.cmp gt %pieces, %limit : !molt_df.nullable<!molt_df.decimal<38, 2>>, !money
    molt_df.yield %above : !molt_df.nullable<i1>
  } : !order_sums
  %large_keys = molt_df.project %large ["l_orderkey"] : !order_sums

  %orders = molt_df.source "orders" : !orders
  %order_columns = molt_df.project %orders ["o_orderkey", "o_custkey", "o_orderdate",
      "o_totalprice"] : !orders
  %large_orders = molt_df.join semi %order_columns, %large_keys on ["o_orderkey"] = ["l_orderkey"]
      : !order_columns, !molt_df.table<"l_orderkey": i64>
  %customer = molt_df.source "customer" : !customer
  %customer_names = molt_df.project %customer ["c_custkey", "c_name"] : !customer
  %named = molt_df.join %customer_names, %large_orders on ["c_custkey"] = ["o_custkey"]
      : !customer_names, !order_columns
  %lines = molt_df.join %quantities, %named on ["l_orderkey"] = ["o_orderkey"] : !quantities, !named

  %sums = molt_df.aggregate %lines by ["c_name", "c_custkey", "l_orderkey", "o_orderdate",
      "o_totalprice"]
      of ["l_quantity"] -> ["sum_qty"] {
  ^bb0(%quantity: !money):
    %sum = molt_df.sum %quantity : !money
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !lines
  %top = molt_df.top_k %sums, 100 by ["o_totalprice" desc, "o_orderdate", "l_orderkey"] : !sums
  %result = molt_df.project %top ["c_name", "c_custkey", "l_orderkey", "o_orderdate",
      "o_totalprice", "sum_qty"]
      -> ["c_name", "c_custkey", "o_orderkey", "o_orderdate", "o_totalprice", "sum_qty"] : !sums
  return %result : !result
}
