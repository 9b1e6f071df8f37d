// TPC-H Q5 (2.4.5), local supplier volume: revenue in Asian nations of a year's orders whose
// customer and supplier are of the same nation.
//
// Customers and suppliers of the region first; the orders of a year that are left are the build
// side under the lines. The supplier's join has two keys: that they share the nation is one.

!money = !molt_df.decimal<15, 2>
!region = !molt_df.table<"r_regionkey": i32, "r_name": !molt_str.utf8, "r_comment": !molt_str.utf8>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!homes = !molt_df.table<"c_custkey": i64, "c_nationkey": i32>
!nations = !molt_df.table<"n_nationkey": i32, "n_name": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!seats = !molt_df.table<"s_suppkey": i64, "s_nationkey": i32>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!year_keys = !molt_df.table<"o_orderkey": i64, "o_custkey": i64>
!year_orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "c_custkey": i64, "c_nationkey": i32>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!lines = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money>
!placed = !molt_df.table<"o_orderkey": i64, "c_nationkey": i32>
!ordered = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "o_orderkey": i64, "c_nationkey": i32>
!suppliers = !molt_df.table<
  "s_suppkey": i64, "s_nationkey": i32, "n_nationkey": i32, "n_name": !molt_str.utf8>
!local = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "o_orderkey": i64, "c_nationkey": i32, "s_suppkey": i64, "s_nationkey": i32, "n_nationkey": i32,
  "n_name": !molt_str.utf8>
!revenues = !molt_df.table<"n_name": !molt_str.utf8, "revenue": !molt_df.decimal<38, 4>?>

func.func @main() -> !revenues {
  %region = molt_df.source "region" : !region
  %asia = molt_df.filter %region ["r_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wanted = molt_df.constant "ASIA" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !region
  %region_keys = molt_df.project %asia ["r_regionkey"] : !region
  %nation = molt_df.source "nation" : !nation
  %in_asia = molt_df.join semi %nation, %region_keys on ["n_regionkey"] = ["r_regionkey"]
      : !nation, !molt_df.table<"r_regionkey": i32>
  %nations = molt_df.project %in_asia ["n_nationkey", "n_name"] : !nation

  %customer = molt_df.source "customer" : !customer
  %homes = molt_df.project %customer ["c_custkey", "c_nationkey"] : !customer
  %customers = molt_df.join semi %homes, %nations on ["c_nationkey"] = ["n_nationkey"]
      : !homes, !nations
  %supplier = molt_df.source "supplier" : !supplier
  %seats = molt_df.project %supplier ["s_suppkey", "s_nationkey"] : !supplier
  %suppliers = molt_df.join %seats, %nations on ["s_nationkey"] = ["n_nationkey"] : !seats, !nations

  %orders = molt_df.source "orders" : !orders
  %of_year = molt_df.filter %orders ["o_orderdate"] {
  ^bb0(%date: !molt_df.date32):
    %begin = molt_df.constant "1994-01-01" : !molt_df.date32
    %end = molt_df.constant "1995-01-01" : !molt_df.date32
    %from = molt_df.cmp ge %date, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %date, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !orders
  %year_keys = molt_df.project %of_year ["o_orderkey", "o_custkey"] : !orders
  %year_orders = molt_df.join %year_keys, %customers on ["o_custkey"] = ["c_custkey"]
      : !year_keys, !homes
  %placed = molt_df.project %year_orders ["o_orderkey", "c_nationkey"] : !year_orders

  %lineitem = molt_df.source "lineitem" : !lineitem
  %lines = molt_df.project %lineitem ["l_orderkey", "l_suppkey", "l_extendedprice", "l_discount"]
      : !lineitem
  %ordered = molt_df.join %lines, %placed on ["l_orderkey"] = ["o_orderkey"] : !lines, !placed
  %local = molt_df.join %ordered, %suppliers
      on ["l_suppkey", "c_nationkey"] = ["s_suppkey", "s_nationkey"] : !ordered, !suppliers

  %revenues = molt_df.aggregate %local by ["n_name"]
      of ["l_extendedprice", "l_discount"] -> ["revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %discounted = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %sum = molt_df.sum %discounted : !molt_df.decimal<31, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !local
  %sorted = molt_df.sort %revenues by ["revenue" desc] : !revenues
  return %sorted : !revenues
}
