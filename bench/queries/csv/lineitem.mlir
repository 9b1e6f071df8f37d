// A program that needs every column of lineitem, to time loading them.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>

func.func @main() -> !lineitem {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %few = molt_df.limit %lineitem, 10 : !lineitem
  return %few : !lineitem
}
