// TPC-H Q8 (2.4.8), national market share: the part of Brazil's suppliers in the American revenue
// of one type of part, by year.
//
// Few parts are of that type: their lines are the build side under the orders of two years, which
// are left to a sixth then; customers and suppliers follow. The share is a sum over a sum.

!money = !molt_df.decimal<15, 2>
!region = !molt_df.table<"r_regionkey": i32, "r_name": !molt_str.utf8, "r_comment": !molt_str.utf8>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!homes = !molt_df.table<"c_custkey": i64, "c_nationkey": i32>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!seats = !molt_df.table<"s_suppkey": i64, "s_nationkey": i32>
!nation_names = !molt_df.table<"n_nationkey": i32, "n_name": !molt_str.utf8>
!part = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!lines = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_extendedprice": !money,
  "l_discount": !money>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!recent = !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32>
!ordered = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "l_orderkey": i64,
  "l_partkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money>
!suppliers = !molt_df.table<
  "s_suppkey": i64, "s_nationkey": i32, "n_nationkey": i32, "n_name": !molt_str.utf8>
!all = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "l_orderkey": i64,
  "l_partkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "s_suppkey": i64, "s_nationkey": i32, "n_nationkey": i32, "n_name": !molt_str.utf8>
!by_year = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "l_orderkey": i64,
  "l_partkey": i64, "l_suppkey": i64, "l_extendedprice": !money, "l_discount": !money,
  "s_suppkey": i64, "s_nationkey": i32, "n_nationkey": i32, "n_name": !molt_str.utf8, "o_year": i32,
  "volume": !molt_df.decimal<31, 4>, "brazilian": !molt_df.decimal<31, 4>>
!sums = !molt_df.table<
  "o_year": i32, "brazilian": !molt_df.decimal<38, 4>?, "total": !molt_df.decimal<38, 4>?>
!shares = !molt_df.table<
  "o_year": i32, "brazilian": !molt_df.decimal<38, 4>?, "total": !molt_df.decimal<38, 4>?,
  "mkt_share": f64?>
!result = !molt_df.table<"o_year": i32, "mkt_share": f64?>

func.func @main() -> !result {
  %region = molt_df.source "region" : !region
  %america = molt_df.filter %region ["r_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wanted = molt_df.constant "AMERICA" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !region
  %region_keys = molt_df.project %america ["r_regionkey"] : !region
  %nation = molt_df.source "nation" : !nation
  %in_america = molt_df.join semi %nation, %region_keys on ["n_regionkey"] = ["r_regionkey"]
      : !nation, !molt_df.table<"r_regionkey": i32>
  %american = molt_df.project %in_america ["n_nationkey"] : !nation
  %customer = molt_df.source "customer" : !customer
  %homes = molt_df.project %customer ["c_custkey", "c_nationkey"] : !customer
  %customers = molt_df.join semi %homes, %american on ["c_nationkey"] = ["n_nationkey"]
      : !homes, !molt_df.table<"n_nationkey": i32>

  %supplier = molt_df.source "supplier" : !supplier
  %seats = molt_df.project %supplier ["s_suppkey", "s_nationkey"] : !supplier
  %nation_names = molt_df.project %nation ["n_nationkey", "n_name"] : !nation
  %suppliers = molt_df.join %seats, %nation_names on ["s_nationkey"] = ["n_nationkey"]
      : !seats, !nation_names

  %part = molt_df.source "part" : !part
  %steel = molt_df.filter %part ["p_type"] {
  ^bb0(%type: !molt_str.utf8):
    %wanted = molt_df.constant "ECONOMY ANODIZED STEEL" : !molt_str.utf8
    %same = molt_str.cmp eq %type, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !part
  %part_keys = molt_df.project %steel ["p_partkey"] : !part
  %lineitem = molt_df.source "lineitem" : !lineitem
  %lines = molt_df.project %lineitem ["l_orderkey", "l_partkey", "l_suppkey", "l_extendedprice",
      "l_discount"] : !lineitem
  %steel_lines = molt_df.join semi %lines, %part_keys on ["l_partkey"] = ["p_partkey"]
      : !lines, !molt_df.table<"p_partkey": i64>

  %orders = molt_df.source "orders" : !orders
  %of_two_years = molt_df.filter %orders ["o_orderdate"] {
  ^bb0(%date: !molt_df.date32):
    %begin = molt_df.constant "1995-01-01" : !molt_df.date32
    %end = molt_df.constant "1996-12-31" : !molt_df.date32
    %from = molt_df.cmp ge %date, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp le %date, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !orders
  %recent = molt_df.project %of_two_years ["o_orderkey", "o_custkey", "o_orderdate"] : !orders
  %ordered = molt_df.join %recent, %steel_lines on ["o_orderkey"] = ["l_orderkey"] : !recent, !lines
  %to_america = molt_df.join semi %ordered, %customers on ["o_custkey"] = ["c_custkey"]
      : !ordered, !homes
  %all = molt_df.join %to_america, %suppliers on ["l_suppkey"] = ["s_suppkey"]
      : !ordered, !suppliers

  %by_year = molt_df.with_columns %all ["o_orderdate", "n_name", "l_extendedprice", "l_discount"]
      -> ["o_year", "volume", "brazilian"] {
  ^bb0(%date: !molt_df.date32, %seller: !molt_str.utf8, %price: !money, %discount: !money):
    %year = molt_df.date_part year %date : !molt_df.date32
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %volume = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %brazil = molt_df.constant "BRAZIL" : !molt_str.utf8
    %none = molt_df.constant "0.0000" : !molt_df.decimal<31, 4>
    %from_brazil = molt_str.cmp eq %seller, %brazil : !molt_str.utf8, !molt_str.utf8
    %brazilian = molt_df.select %from_brazil, %volume, %none
        : i1, !molt_df.decimal<31, 4>, !molt_df.decimal<31, 4>
    molt_df.yield %year, %volume, %brazilian : i32, !molt_df.decimal<31, 4>, !molt_df.decimal<31, 4>
  } : !all
  %sums = molt_df.aggregate %by_year by ["o_year"]
      of ["brazilian", "volume"] -> ["brazilian", "total"] {
  ^bb0(%brazilian: !molt_df.decimal<31, 4>, %volume: !molt_df.decimal<31, 4>):
    %brazil = molt_df.sum %brazilian : !molt_df.decimal<31, 4>
    %total = molt_df.sum %volume : !molt_df.decimal<31, 4>
    molt_df.yield %brazil, %total
        : !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !by_year
  %shares = molt_df.with_columns %sums ["brazilian", "total"] -> ["mkt_share"] {
  ^bb0(%brazil: !molt_df.nullable<!molt_df.decimal<38, 4>>,
       %total: !molt_df.nullable<!molt_df.decimal<38, 4>>):
    %brazil_float = molt_df.cast %brazil
        : !molt_df.nullable<!molt_df.decimal<38, 4>> to !molt_df.nullable<f64>
    %total_float = molt_df.cast %total
        : !molt_df.nullable<!molt_df.decimal<38, 4>> to !molt_df.nullable<f64>
    %share = molt_df.div %brazil_float, %total_float
        : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    molt_df.yield %share : !molt_df.nullable<f64>
  } : !sums
  %result = molt_df.project %shares ["o_year", "mkt_share"] : !shares
  %sorted = molt_df.sort %result by ["o_year"] : !result
  return %sorted : !result
}
