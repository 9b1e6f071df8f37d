// TPC-H Q10 (2.4.10), returned item reporting: the twenty customers who returned most, by revenue,
// of the orders of a quarter.
//
// Grouped by customer key alone, on which all other columns of a customer depend, and before
// those are joined: the table of groups holds no texts.

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
!lines = !molt_df.table<"l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money>
!quarter = !molt_df.table<"o_orderkey": i64, "o_custkey": i64>
!ordered = !molt_df.table<
  "l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money, "o_orderkey": i64,
  "o_custkey": i64>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!revenues = !molt_df.table<"o_custkey": i64, "revenue": !molt_df.decimal<38, 4>?>
!spenders = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8, "o_custkey": i64, "revenue": !molt_df.decimal<38, 4>?>
!nation_names = !molt_df.table<"n_nationkey": i32, "n_name": !molt_str.utf8>
!located = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8, "o_custkey": i64, "revenue": !molt_df.decimal<38, 4>?,
  "n_nationkey": i32, "n_name": !molt_str.utf8>
!result = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "revenue": !molt_df.decimal<38, 4>?,
  "c_acctbal": !money, "n_name": !molt_str.utf8, "c_address": !molt_str.utf8,
  "c_phone": !molt_str.utf8, "c_comment": !molt_str.utf8>

func.func @main() -> !result {
  %orders = molt_df.source "orders" : !orders
  %of_quarter = molt_df.filter %orders ["o_orderdate"] {
  ^bb0(%date: !molt_df.date32):
    %begin = molt_df.constant "1993-10-01" : !molt_df.date32
    %end = molt_df.constant "1994-01-01" : !molt_df.date32
    %from = molt_df.cmp ge %date, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %date, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !orders
  %quarter = molt_df.project %of_quarter ["o_orderkey", "o_custkey"] : !orders

  %lineitem = molt_df.source "lineitem" : !lineitem
  %returned = molt_df.filter %lineitem ["l_returnflag"] {
  ^bb0(%flag: !molt_str.utf8):
    %wanted = molt_df.constant "R" : !molt_str.utf8
    %same = molt_str.cmp eq %flag, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !lineitem
  %lines = molt_df.project %returned ["l_orderkey", "l_extendedprice", "l_discount"] : !lineitem
  %ordered = molt_df.join %lines, %quarter on ["l_orderkey"] = ["o_orderkey"] : !lines, !quarter
  %revenues = molt_df.aggregate %ordered by ["o_custkey"]
      of ["l_extendedprice", "l_discount"] -> ["revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %discounted = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %sum = molt_df.sum %discounted : !molt_df.decimal<31, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !ordered

  %customer = molt_df.source "customer" : !customer
  %nation = molt_df.source "nation" : !nation
  %nation_names = molt_df.project %nation ["n_nationkey", "n_name"] : !nation
  %spenders = molt_df.join %customer, %revenues on ["c_custkey"] = ["o_custkey"]
      : !customer, !revenues
  %located = molt_df.join %spenders, %nation_names on ["c_nationkey"] = ["n_nationkey"]
      : !spenders, !nation_names
  %top = molt_df.top_k %located, 20 by ["revenue" desc, "c_custkey"] : !located
  %result = molt_df.project %top ["c_custkey", "c_name", "revenue", "c_acctbal", "n_name",
      "c_address", "c_phone", "c_comment"] : !located
  return %result : !result
}
