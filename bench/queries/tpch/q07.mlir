// TPC-H Q7 (2.4.7), volume shipping: what French suppliers shipped to German customers and the
// other way round, by year.
//
// The two nations select suppliers and customers, and those orders, before the lines are joined;
// the last join drops the pairs within one nation.

!money = !molt_df.decimal<15, 2>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!seats = !molt_df.table<"s_suppkey": i64, "s_nationkey": i32>
!supp_nations = !molt_df.table<"supp_nationkey": i32, "supp_nation": !molt_str.utf8>
!seated = !molt_df.table<
  "s_suppkey": i64, "s_nationkey": i32, "supp_nationkey": i32, "supp_nation": !molt_str.utf8>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!homes = !molt_df.table<"c_custkey": i64, "c_nationkey": i32>
!cust_nations = !molt_df.table<"cust_nationkey": i32, "cust_nation": !molt_str.utf8>
!at_home = !molt_df.table<
  "c_custkey": i64, "c_nationkey": i32, "cust_nationkey": i32, "cust_nation": !molt_str.utf8>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!order_keys = !molt_df.table<"o_orderkey": i64, "o_custkey": i64>
!customers = !molt_df.table<"c_custkey": i64, "cust_nation": !molt_str.utf8>
!ordered = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "c_custkey": i64, "cust_nation": !molt_str.utf8>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!lines = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "l_shipdate": !molt_df.date32>
!suppliers = !molt_df.table<"s_suppkey": i64, "supp_nation": !molt_str.utf8>
!supplied = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "l_shipdate": !molt_df.date32, "s_suppkey": i64, "supp_nation": !molt_str.utf8>
!placed = !molt_df.table<"o_orderkey": i64, "cust_nation": !molt_str.utf8>
!shipped = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "l_shipdate": !molt_df.date32, "s_suppkey": i64, "supp_nation": !molt_str.utf8, "o_orderkey": i64,
  "cust_nation": !molt_str.utf8>
!by_year = !molt_df.table<
  "l_orderkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "l_shipdate": !molt_df.date32, "s_suppkey": i64, "supp_nation": !molt_str.utf8, "o_orderkey": i64,
  "cust_nation": !molt_str.utf8, "l_year": i32, "volume": !molt_df.decimal<31, 4>>
!revenues = !molt_df.table<
  "supp_nation": !molt_str.utf8, "cust_nation": !molt_str.utf8, "l_year": i32,
  "revenue": !molt_df.decimal<38, 4>?>

func.func @main() -> !revenues {
  %nation = molt_df.source "nation" : !nation
  %both_nations = molt_df.filter %nation ["n_name"] {
  ^bb0(%name: !molt_str.utf8):
    %france = molt_df.constant "FRANCE" : !molt_str.utf8
    %germany = molt_df.constant "GERMANY" : !molt_str.utf8
    %either = molt_df.is_in %name, [%france, %germany] : !molt_str.utf8
    molt_df.yield %either : i1
  } : !nation
  %supp_nations = molt_df.project %both_nations ["n_nationkey", "n_name"]
      -> ["supp_nationkey", "supp_nation"] : !nation
  %cust_nations = molt_df.project %both_nations ["n_nationkey", "n_name"]
      -> ["cust_nationkey", "cust_nation"] : !nation

  %supplier = molt_df.source "supplier" : !supplier
  %seats = molt_df.project %supplier ["s_suppkey", "s_nationkey"] : !supplier
  %seated = molt_df.join %seats, %supp_nations on ["s_nationkey"] = ["supp_nationkey"]
      : !seats, !supp_nations
  %suppliers = molt_df.project %seated ["s_suppkey", "supp_nation"] : !seated
  %customer = molt_df.source "customer" : !customer
  %homes = molt_df.project %customer ["c_custkey", "c_nationkey"] : !customer
  %at_home = molt_df.join %homes, %cust_nations on ["c_nationkey"] = ["cust_nationkey"]
      : !homes, !cust_nations
  %customers = molt_df.project %at_home ["c_custkey", "cust_nation"] : !at_home

  %orders = molt_df.source "orders" : !orders
  %order_keys = molt_df.project %orders ["o_orderkey", "o_custkey"] : !orders
  %ordered = molt_df.join %order_keys, %customers on ["o_custkey"] = ["c_custkey"]
      : !order_keys, !customers
  %placed = molt_df.project %ordered ["o_orderkey", "cust_nation"] : !ordered

  %lineitem = molt_df.source "lineitem" : !lineitem
  %of_two_years = molt_df.filter %lineitem ["l_shipdate"] {
  ^bb0(%shipdate: !molt_df.date32):
    %begin = molt_df.constant "1995-01-01" : !molt_df.date32
    %end = molt_df.constant "1996-12-31" : !molt_df.date32
    %from = molt_df.cmp ge %shipdate, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp le %shipdate, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !lineitem
  %lines = molt_df.project %of_two_years ["l_orderkey", "l_suppkey", "l_extendedprice",
      "l_discount", "l_shipdate"] : !lineitem
  %supplied = molt_df.join %lines, %suppliers on ["l_suppkey"] = ["s_suppkey"] : !lines, !suppliers
  %shipped = molt_df.join %supplied, %placed on ["l_orderkey"] = ["o_orderkey"]
      where ["supp_nation", "cust_nation"] {
  ^bb0(%from: !molt_str.utf8, %to: !molt_str.utf8):
    %abroad = molt_str.cmp ne %from, %to : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %abroad : i1
  } : !supplied, !placed

  %by_year = molt_df.with_columns %shipped ["l_shipdate", "l_extendedprice", "l_discount"]
      -> ["l_year", "volume"] {
  ^bb0(%shipdate: !molt_df.date32, %price: !money, %discount: !money):
    %year = molt_df.date_part year %shipdate : !molt_df.date32
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %volume = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    molt_df.yield %year, %volume : i32, !molt_df.decimal<31, 4>
  } : !shipped
  %revenues = molt_df.aggregate %by_year by ["supp_nation", "cust_nation", "l_year"]
      of ["volume"] -> ["revenue"] {
  ^bb0(%volume: !molt_df.decimal<31, 4>):
    %sum = molt_df.sum %volume : !molt_df.decimal<31, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !by_year
  %sorted = molt_df.sort %revenues by ["supp_nation", "cust_nation", "l_year"] : !revenues
  return %sorted : !revenues
}
