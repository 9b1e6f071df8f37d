// TPC-H Q3 (2.4.3), shipping priority: the ten unshipped orders of a market segment with the
// largest revenue.
//
// Customers select orders, orders select lines; each time the selected ones, fewer, are the build
// side.

!money = !molt_df.decimal<15, 2>
!revenue = !molt_df.decimal<31, 4>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
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
!orders_of = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8, "c_custkey": i64>
!wanted = !molt_df.table<"o_orderkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32>
!groups = !molt_df.table<
  "l_orderkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32,
  "revenue": !molt_df.decimal<38, 4>?>
!result = !molt_df.table<
  "l_orderkey": i64, "revenue": !molt_df.decimal<38, 4>?, "o_orderdate": !molt_df.date32,
  "o_shippriority": i32>

func.func @main() -> !result {
  %customer = molt_df.source "customer" : !customer
  %segment = molt_df.filter %customer ["c_mktsegment"] {
  ^bb0(%name: !molt_str.utf8):
    %building = molt_df.constant "BUILDING" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %building : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !customer
  %custkeys = molt_df.project %segment ["c_custkey"] : !customer

  %orders = molt_df.source "orders" : !orders
  %early = molt_df.filter %orders ["o_orderdate"] {
  ^bb0(%date: !molt_df.date32):
    %day = molt_df.constant "1995-03-15" : !molt_df.date32
    %before = molt_df.cmp lt %date, %day : !molt_df.date32, !molt_df.date32
    molt_df.yield %before : i1
  } : !orders
  %of_segment = molt_df.join %early, %custkeys on ["o_custkey"] = ["c_custkey"]
      : !orders, !molt_df.table<"c_custkey": i64>
  %wanted = molt_df.project %of_segment ["o_orderkey", "o_orderdate", "o_shippriority"]
      : !orders_of

  %lineitem = molt_df.source "lineitem" : !lineitem
  %late = molt_df.filter %lineitem ["l_shipdate"] {
  ^bb0(%date: !molt_df.date32):
    %day = molt_df.constant "1995-03-15" : !molt_df.date32
    %after = molt_df.cmp gt %date, %day : !molt_df.date32, !molt_df.date32
    molt_df.yield %after : i1
  } : !lineitem
  %lines = molt_df.project %late ["l_orderkey", "l_extendedprice", "l_discount"] : !lineitem
  %joined = molt_df.join %lines, %wanted on ["l_orderkey"] = ["o_orderkey"]
      : !molt_df.table<"l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money>, !wanted

  %groups = molt_df.aggregate %joined by ["l_orderkey", "o_orderdate", "o_shippriority"]
      of ["l_extendedprice", "l_discount"] -> ["revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %revenue = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %sum = molt_df.sum %revenue : !revenue
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !molt_df.table<"l_orderkey": i64, "l_extendedprice": !money, "l_discount": !money,
                     "o_orderkey": i64, "o_orderdate": !molt_df.date32, "o_shippriority": i32>
  %top = molt_df.top_k %groups, 10 by ["revenue" desc, "o_orderdate", "l_orderkey"]
      : !groups
  %result = molt_df.project %top ["l_orderkey", "revenue", "o_orderdate", "o_shippriority"]
      : !groups
  return %result : !result
}
