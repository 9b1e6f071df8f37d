// TPC-H Q21 (2.4.21), suppliers who kept orders waiting: Saudi suppliers by the number of finished
// orders of several suppliers in which they alone were late.
//
// EXISTS and NOT EXISTS are a semi and an anti join with a condition. They build the lines in
// question, which are few of all that there are.

!money = !molt_df.decimal<15, 2>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!lines = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_commitdate": !molt_df.date32,
  "l_receiptdate": !molt_df.date32>
!late_keys = !molt_df.table<"l_orderkey": i64, "l_suppkey": i64>
!suppliers = !molt_df.table<"s_suppkey": i64, "s_name": !molt_str.utf8>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!late_saudi = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "s_suppkey": i64, "s_name": !molt_str.utf8>
!in_question = !molt_df.table<
  "o_orderkey": i64, "l_orderkey": i64, "l_suppkey": i64, "s_suppkey": i64,
  "s_name": !molt_str.utf8>
!other_lines = !molt_df.table<"other_orderkey": i64, "other_suppkey": i64>
!counts = !molt_df.table<"s_name": !molt_str.utf8, "numwait": i64>

func.func @main() -> !counts {
  %nation = molt_df.source "nation" : !nation
  %saudi_arabia = molt_df.filter %nation ["n_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wanted = molt_df.constant "SAUDI ARABIA" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !nation
  %nation_keys = molt_df.project %saudi_arabia ["n_nationkey"] : !nation
  %supplier = molt_df.source "supplier" : !supplier
  %saudi = molt_df.join semi %supplier, %nation_keys on ["s_nationkey"] = ["n_nationkey"]
      : !supplier, !molt_df.table<"n_nationkey": i32>
  %suppliers = molt_df.project %saudi ["s_suppkey", "s_name"] : !supplier

  %lineitem = molt_df.source "lineitem" : !lineitem
  %lines = molt_df.project %lineitem ["l_orderkey", "l_suppkey", "l_commitdate", "l_receiptdate"]
      : !lineitem
  %late = molt_df.filter %lines ["l_commitdate", "l_receiptdate"] {
  ^bb0(%commit: !molt_df.date32, %receipt: !molt_df.date32):
    %after = molt_df.cmp gt %receipt, %commit : !molt_df.date32, !molt_df.date32
    molt_df.yield %after : i1
  } : !lines
  %late_keys = molt_df.project %late ["l_orderkey", "l_suppkey"] : !lines
  %late_saudi = molt_df.join %late_keys, %suppliers on ["l_suppkey"] = ["s_suppkey"]
      : !late_keys, !suppliers

  %orders = molt_df.source "orders" : !orders
  %finished = molt_df.filter %orders ["o_orderstatus"] {
  ^bb0(%status: !molt_str.utf8):
    %wanted = molt_df.constant "F" : !molt_str.utf8
    %same = molt_str.cmp eq %status, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !orders
  %finished_keys = molt_df.project %finished ["o_orderkey"] : !orders
  %in_question = molt_df.join %finished_keys, %late_saudi on ["o_orderkey"] = ["l_orderkey"]
      : !molt_df.table<"o_orderkey": i64>, !late_saudi

  %other_lines = molt_df.project %lines ["l_orderkey", "l_suppkey"]
      -> ["other_orderkey", "other_suppkey"] : !lines
  %others_late = molt_df.filter %lines ["l_commitdate", "l_receiptdate"] {
  ^bb0(%commit: !molt_df.date32, %receipt: !molt_df.date32):
    %after = molt_df.cmp gt %receipt, %commit : !molt_df.date32, !molt_df.date32
    molt_df.yield %after : i1
  } : !lines
  %other_late_lines = molt_df.project %others_late ["l_orderkey", "l_suppkey"]
      -> ["other_orderkey", "other_suppkey"] : !lines

  %of_several = molt_df.join semi %in_question, %other_lines
      on ["o_orderkey"] = ["other_orderkey"] build<left>
      where ["l_suppkey", "other_suppkey"] {
  ^bb0(%own: i64, %other: i64):
    %different = molt_df.cmp ne %own, %other : i64, i64
    molt_df.yield %different : i1
  } : !in_question, !other_lines
  %alone_late = molt_df.join anti %of_several, %other_late_lines
      on ["o_orderkey"] = ["other_orderkey"] build<left>
      where ["l_suppkey", "other_suppkey"] {
  ^bb0(%own: i64, %other: i64):
    %different = molt_df.cmp ne %own, %other : i64, i64
    molt_df.yield %different : i1
  } : !in_question, !other_lines

  %counts = molt_df.aggregate %alone_late by ["s_name"] of [] -> ["numwait"] {
    %count = molt_df.count
    molt_df.yield %count : i64
  } : !in_question
  %top = molt_df.top_k %counts, 100 by ["numwait" desc, "s_name"] : !counts
  return %top : !counts
}
