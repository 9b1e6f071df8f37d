// TPC-H Q4 (2.4.4), order priority checking: the orders of a quarter with a line that came later
// than it was committed, by priority.
//
// EXISTS is a semi join. It builds the orders, which are many times fewer than late lines.

!money = !molt_df.decimal<15, 2>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!quarter = !molt_df.table<"o_orderkey": i64, "o_orderpriority": !molt_str.utf8>
!counts = !molt_df.table<"o_orderpriority": !molt_str.utf8, "order_count": i64>

func.func @main() -> !counts {
  %orders = molt_df.source "orders" : !orders
  %of_quarter = molt_df.filter %orders ["o_orderdate"] {
  ^bb0(%date: !molt_df.date32):
    %begin = molt_df.constant "1993-07-01" : !molt_df.date32
    %end = molt_df.constant "1993-10-01" : !molt_df.date32
    %from = molt_df.cmp ge %date, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %date, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !orders
  %quarter = molt_df.project %of_quarter ["o_orderkey", "o_orderpriority"] : !orders

  %lineitem = molt_df.source "lineitem" : !lineitem
  %late = molt_df.filter %lineitem ["l_commitdate", "l_receiptdate"] {
  ^bb0(%commit: !molt_df.date32, %receipt: !molt_df.date32):
    %before = molt_df.cmp lt %commit, %receipt : !molt_df.date32, !molt_df.date32
    molt_df.yield %before : i1
  } : !lineitem
  %late_keys = molt_df.project %late ["l_orderkey"] : !lineitem
  %checked = molt_df.join semi %quarter, %late_keys on ["o_orderkey"] = ["l_orderkey"] build<left>
      : !quarter, !molt_df.table<"l_orderkey": i64>

  %counts = molt_df.aggregate %checked by ["o_orderpriority"] of [] -> ["order_count"] {
    %count = molt_df.count
    molt_df.yield %count : i64
  } : !quarter
  %sorted = molt_df.sort %counts by ["o_orderpriority"] : !counts
  return %sorted : !counts
}
