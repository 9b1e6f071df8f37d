// TPC-H Q12 (2.4.12), shipping modes and order priority: of a year's lines by mail and ship that
// came too late, how many were of urgent orders.
//
// Less than one line in a hundred is left, so the lines are the build side under the orders.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!priorities = !molt_df.table<"o_orderkey": i64, "o_orderpriority": !molt_str.utf8>
!lines = !molt_df.table<"l_orderkey": i64, "l_shipmode": !molt_str.utf8>
!ordered = !molt_df.table<
  "o_orderkey": i64, "o_orderpriority": !molt_str.utf8, "l_orderkey": i64,
  "l_shipmode": !molt_str.utf8>
!counts = !molt_df.table<
  "l_shipmode": !molt_str.utf8, "high_line_count": i64?, "low_line_count": i64?>

func.func @main() -> !counts {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %late = molt_df.filter %lineitem ["l_shipmode", "l_shipdate", "l_commitdate", "l_receiptdate"] {
  ^bb0(%mode: !molt_str.utf8, %ship: !molt_df.date32, %commit: !molt_df.date32,
       %receipt: !molt_df.date32):
    %mail = molt_df.constant "MAIL" : !molt_str.utf8
    %by_ship = molt_df.constant "SHIP" : !molt_str.utf8
    %begin = molt_df.constant "1994-01-01" : !molt_df.date32
    %end = molt_df.constant "1995-01-01" : !molt_df.date32
    %either = molt_df.is_in %mode, [%mail, %by_ship] : !molt_str.utf8
    %late = molt_df.cmp lt %commit, %receipt : !molt_df.date32, !molt_df.date32
    %sent_in_time = molt_df.cmp lt %ship, %commit : !molt_df.date32, !molt_df.date32
    %from = molt_df.cmp ge %receipt, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %receipt, %end : !molt_df.date32, !molt_df.date32
    %a = molt_df.and %either, %late : i1, i1
    %b = molt_df.and %sent_in_time, %from : i1, i1
    %ab = molt_df.and %a, %b : i1, i1
    %all = molt_df.and %ab, %until : i1, i1
    molt_df.yield %all : i1
  } : !lineitem
  %lines = molt_df.project %late ["l_orderkey", "l_shipmode"] : !lineitem
  %orders = molt_df.source "orders" : !orders
  %priorities = molt_df.project %orders ["o_orderkey", "o_orderpriority"] : !orders
  %ordered = molt_df.join %priorities, %lines on ["o_orderkey"] = ["l_orderkey"]
      : !priorities, !lines

  %counts = molt_df.aggregate %ordered by ["l_shipmode"]
      of ["o_orderpriority"] -> ["high_line_count", "low_line_count"] {
  ^bb0(%priority: !molt_str.utf8):
    %urgent = molt_df.constant "1-URGENT" : !molt_str.utf8
    %high = molt_df.constant "2-HIGH" : !molt_str.utf8
    %one = molt_df.constant 1 : i64
    %zero = molt_df.constant 0 : i64
    %is_high = molt_df.is_in %priority, [%urgent, %high] : !molt_str.utf8
    %if_high = molt_df.select %is_high, %one, %zero : i1, i64, i64
    %if_low = molt_df.select %is_high, %zero, %one : i1, i64, i64
    %high_count = molt_df.sum %if_high : i64
    %low_count = molt_df.sum %if_low : i64
    molt_df.yield %high_count, %low_count : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !ordered
  %sorted = molt_df.sort %counts by ["l_shipmode"] : !counts
  return %sorted : !counts
}
