// TPC-H Q15 (2.4.15), top supplier: who supplied the most in a quarter.
//
// The view of revenues by supplier is one table with two uses: its maximum, and the suppliers that
// have it, found by a cross join with the one row of the maximum.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!revenue = !molt_df.table<"l_suppkey": i64, "total_revenue": !molt_df.decimal<38, 4>?>
!maximum = !molt_df.table<"max_revenue": !molt_df.decimal<38, 4>?>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!best = !molt_df.table<
  "l_suppkey": i64, "total_revenue": !molt_df.decimal<38, 4>?,
  "max_revenue": !molt_df.decimal<38, 4>?>
!named = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8, "l_suppkey": i64,
  "total_revenue": !molt_df.decimal<38, 4>?, "max_revenue": !molt_df.decimal<38, 4>?>
!result = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8,
  "s_phone": !molt_str.utf8, "total_revenue": !molt_df.decimal<38, 4>?>

func.func @main() -> !result {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %of_quarter = molt_df.filter %lineitem ["l_shipdate"] {
  ^bb0(%shipdate: !molt_df.date32):
    %begin = molt_df.constant "1996-01-01" : !molt_df.date32
    %end = molt_df.constant "1996-04-01" : !molt_df.date32
    %from = molt_df.cmp ge %shipdate, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %shipdate, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !lineitem
  %revenue = molt_df.aggregate %of_quarter by ["l_suppkey"]
      of ["l_extendedprice", "l_discount"] -> ["total_revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %discounted = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %sum = molt_df.sum %discounted : !molt_df.decimal<31, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !lineitem
  %maximum = molt_df.aggregate %revenue by [] of ["total_revenue"] -> ["max_revenue"] {
  ^bb0(%total: !molt_df.nullable<!molt_df.decimal<38, 4>>):
    %max = molt_df.max %total : !molt_df.nullable<!molt_df.decimal<38, 4>>
    molt_df.yield %max : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !revenue
  %best = molt_df.join cross %revenue, %maximum where ["total_revenue", "max_revenue"] {
  ^bb0(%total: !molt_df.nullable<!molt_df.decimal<38, 4>>,
       %max: !molt_df.nullable<!molt_df.decimal<38, 4>>):
    %same = molt_df.cmp eq %total, %max
        : !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<!molt_df.decimal<38, 4>>
    molt_df.yield %same : !molt_df.nullable<i1>
  } : !revenue, !maximum

  %supplier = molt_df.source "supplier" : !supplier
  %named = molt_df.join %supplier, %best on ["s_suppkey"] = ["l_suppkey"] : !supplier, !best
  %result = molt_df.project %named ["s_suppkey", "s_name", "s_address", "s_phone", "total_revenue"]
      : !named
  %sorted = molt_df.sort %result by ["s_suppkey"] : !result
  return %sorted : !result
}
