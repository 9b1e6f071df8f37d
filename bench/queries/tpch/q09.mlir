// TPC-H Q9 (2.4.9), product type profit measure: the profit on green parts by the supplier's nation
// and the year of the order.
//
// The green parts select lines and offers. Their lines are the build side under all orders; a
// filter of orders there is none.

!money = !molt_df.decimal<15, 2>
!part = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8>
!partsupp = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "ps_supplycost": !money,
  "ps_comment": !molt_str.utf8>
!costs = !molt_df.table<"ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!seats = !molt_df.table<"s_suppkey": i64, "s_nationkey": i32>
!nation_names = !molt_df.table<"n_nationkey": i32, "nation": !molt_str.utf8>
!seated = !molt_df.table<
  "s_suppkey": i64, "s_nationkey": i32, "n_nationkey": i32, "nation": !molt_str.utf8>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!lines = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_quantity": !money,
  "l_extendedprice": !money, "l_discount": !money>
!costed = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_quantity": !money,
  "l_extendedprice": !money, "l_discount": !money, "ps_partkey": i64, "ps_suppkey": i64,
  "ps_supplycost": !money>
!suppliers = !molt_df.table<"s_suppkey": i64, "nation": !molt_str.utf8>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!dates = !molt_df.table<"o_orderkey": i64, "o_orderdate": !molt_df.date32>
!supplied = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_quantity": !money,
  "l_extendedprice": !money, "l_discount": !money, "ps_partkey": i64, "ps_suppkey": i64,
  "ps_supplycost": !money, "s_suppkey": i64, "nation": !molt_str.utf8>
!ordered = !molt_df.table<
  "o_orderkey": i64, "o_orderdate": !molt_df.date32, "l_orderkey": i64, "l_partkey": i64,
  "l_suppkey": i64, "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money,
  "ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money, "s_suppkey": i64,
  "nation": !molt_str.utf8>
!by_year = !molt_df.table<
  "o_orderkey": i64, "o_orderdate": !molt_df.date32, "l_orderkey": i64, "l_partkey": i64,
  "l_suppkey": i64, "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money,
  "ps_partkey": i64, "ps_suppkey": i64, "ps_supplycost": !money, "s_suppkey": i64,
  "nation": !molt_str.utf8, "o_year": i32, "amount": !molt_df.decimal<32, 4>>
!profits = !molt_df.table<
  "nation": !molt_str.utf8, "o_year": i32, "sum_profit": !molt_df.decimal<38, 4>?>

func.func @main() -> !profits {
  %part = molt_df.source "part" : !part
  %green = molt_df.filter %part ["p_name"] {
  ^bb0(%name: !molt_str.utf8):
    %color = molt_df.constant "green" : !molt_str.utf8
    %found = molt_str.contains %name, %color : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %found : i1
  } : !part
  %part_keys = molt_df.project %green ["p_partkey"] : !part

  %partsupp = molt_df.source "partsupp" : !partsupp
  %costs = molt_df.project %partsupp ["ps_partkey", "ps_suppkey", "ps_supplycost"] : !partsupp
  %green_costs = molt_df.join semi %costs, %part_keys on ["ps_partkey"] = ["p_partkey"]
      : !costs, !molt_df.table<"p_partkey": i64>

  %nation = molt_df.source "nation" : !nation
  %nation_names = molt_df.project %nation ["n_nationkey", "n_name"] -> ["n_nationkey", "nation"]
      : !nation
  %supplier = molt_df.source "supplier" : !supplier
  %seats = molt_df.project %supplier ["s_suppkey", "s_nationkey"] : !supplier
  %seated = molt_df.join %seats, %nation_names on ["s_nationkey"] = ["n_nationkey"]
      : !seats, !nation_names
  %suppliers = molt_df.project %seated ["s_suppkey", "nation"] : !seated

  %lineitem = molt_df.source "lineitem" : !lineitem
  %lines = molt_df.project %lineitem ["l_orderkey", "l_partkey", "l_suppkey", "l_quantity",
      "l_extendedprice", "l_discount"] : !lineitem
  %green_lines = molt_df.join semi %lines, %part_keys on ["l_partkey"] = ["p_partkey"]
      : !lines, !molt_df.table<"p_partkey": i64>
  %costed = molt_df.join %green_lines, %green_costs
      on ["l_partkey", "l_suppkey"] = ["ps_partkey", "ps_suppkey"] : !lines, !costs
  %supplied = molt_df.join %costed, %suppliers on ["l_suppkey"] = ["s_suppkey"]
      : !costed, !suppliers

  %orders = molt_df.source "orders" : !orders
  %dates = molt_df.project %orders ["o_orderkey", "o_orderdate"] : !orders
  %ordered = molt_df.join %dates, %supplied on ["o_orderkey"] = ["l_orderkey"] : !dates, !supplied

  %by_year = molt_df.with_columns %ordered ["o_orderdate", "l_extendedprice", "l_discount",
      "ps_supplycost", "l_quantity"]
      -> ["o_year", "amount"] {
  ^bb0(%date: !molt_df.date32, %price: !money, %discount: !money, %cost: !money, %quantity: !money):
    %year = molt_df.date_part year %date : !molt_df.date32
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %discounted = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %paid = molt_df.mul %cost, %quantity : !money, !money
    %amount = molt_df.sub %discounted, %paid : !molt_df.decimal<31, 4>, !molt_df.decimal<30, 4>
    molt_df.yield %year, %amount : i32, !molt_df.decimal<32, 4>
  } : !ordered
  %profits = molt_df.aggregate %by_year by ["nation", "o_year"] of ["amount"] -> ["sum_profit"] {
  ^bb0(%amount: !molt_df.decimal<32, 4>):
    %sum = molt_df.sum %amount : !molt_df.decimal<32, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !by_year
  %sorted = molt_df.sort %profits by ["nation", "o_year" desc] : !profits
  return %sorted : !profits
}
