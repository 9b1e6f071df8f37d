// TPC-H Q20 (2.4.20), potential part promotion: Canadian suppliers with more of some forest part in
// stock than half of what they shipped of it in a year.
//
// The correlated sum is an aggregate by part and supplier, of the lines of these parts only, which
// the stock is joined with. Both IN are semi joins.

!money = !molt_df.decimal<15, 2>
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
!year_lines = !molt_df.table<"l_partkey": i64, "l_suppkey": i64, "l_quantity": !money>
!partsupp = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "ps_supplycost": !money,
  "ps_comment": !molt_str.utf8>
!stock = !molt_df.table<"ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32>
!shipped = !molt_df.table<"l_partkey": i64, "l_suppkey": i64, "shipped": !molt_df.decimal<38, 2>?>
!excess = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "l_partkey": i64, "l_suppkey": i64,
  "shipped": !molt_df.decimal<38, 2>?>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!result = !molt_df.table<"s_name": !molt_str.utf8, "s_address": !molt_str.utf8>

func.func @main() -> !result {
  %part = molt_df.source "part" : !part
  %forest = molt_df.filter %part ["p_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wood = molt_df.constant "forest" : !molt_str.utf8
    %found = molt_str.starts_with %name, %wood : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %found : i1
  } : !part
  %part_keys = molt_df.project %forest ["p_partkey"] : !part

  %lineitem = molt_df.source "lineitem" : !lineitem
  %of_year = molt_df.filter %lineitem ["l_shipdate"] {
  ^bb0(%shipdate: !molt_df.date32):
    %begin = molt_df.constant "1994-01-01" : !molt_df.date32
    %end = molt_df.constant "1995-01-01" : !molt_df.date32
    %from = molt_df.cmp ge %shipdate, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %shipdate, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !lineitem
  %year_lines = molt_df.project %of_year ["l_partkey", "l_suppkey", "l_quantity"] : !lineitem
  %lines = molt_df.join semi %year_lines, %part_keys on ["l_partkey"] = ["p_partkey"]
      : !year_lines, !molt_df.table<"p_partkey": i64>
  %shipped = molt_df.aggregate %lines by ["l_partkey", "l_suppkey"]
      of ["l_quantity"] -> ["shipped"] {
  ^bb0(%quantity: !money):
    %sum = molt_df.sum %quantity : !money
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !year_lines

  %partsupp = molt_df.source "partsupp" : !partsupp
  %stock = molt_df.project %partsupp ["ps_partkey", "ps_suppkey", "ps_availqty"] : !partsupp
  %forest_stock = molt_df.join semi %stock, %part_keys on ["ps_partkey"] = ["p_partkey"]
      : !stock, !molt_df.table<"p_partkey": i64>
  %excess = molt_df.join %forest_stock, %shipped
      on ["ps_partkey", "ps_suppkey"] = ["l_partkey", "l_suppkey"]
      where ["ps_availqty", "shipped"] {
  ^bb0(%available: i32, %sum: !molt_df.nullable<!molt_df.decimal<38, 2>>):
    %half = molt_df.constant "0.5" : !molt_df.decimal<1, 1>
    %limit = molt_df.mul %half, %sum
        : !molt_df.decimal<1, 1>, !molt_df.nullable<!molt_df.decimal<38, 2>>
    %above = molt_df.cmp gt %available, %limit : i32, !molt_df.nullable<!molt_df.decimal<38, 3>>
    molt_df.yield %above : !molt_df.nullable<i1>
  } : !stock, !shipped
  %excess_keys = molt_df.project %excess ["ps_suppkey"] : !excess

  %nation = molt_df.source "nation" : !nation
  %canada = molt_df.filter %nation ["n_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wanted = molt_df.constant "CANADA" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !nation
  %nation_keys = molt_df.project %canada ["n_nationkey"] : !nation
  %supplier = molt_df.source "supplier" : !supplier
  %canadian = molt_df.join semi %supplier, %nation_keys on ["s_nationkey"] = ["n_nationkey"]
      : !supplier, !molt_df.table<"n_nationkey": i32>
  %suppliers = molt_df.join semi %canadian, %excess_keys on ["s_suppkey"] = ["ps_suppkey"]
      : !supplier, !molt_df.table<"ps_suppkey": i64>
  %result = molt_df.project %suppliers ["s_name", "s_address"] : !supplier
  %sorted = molt_df.sort %result by ["s_name"] : !result
  return %sorted : !result
}
