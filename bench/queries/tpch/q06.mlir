// TPC-H Q6 (2.4.6), forecasting revenue change: what a year's revenue would be up without the
// discounts in a range.
//
// One filter and one sum.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>

func.func @main() -> !molt_df.table<"revenue": !molt_df.decimal<38, 4>?> {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %selected = molt_df.filter %lineitem ["l_shipdate", "l_discount", "l_quantity"] {
  ^bb0(%shipdate: !molt_df.date32, %discount: !money, %quantity: !money):
    %begin = molt_df.constant "1994-01-01" : !molt_df.date32
    %end = molt_df.constant "1995-01-01" : !molt_df.date32
    %low = molt_df.constant "0.05" : !money
    %high = molt_df.constant "0.07" : !money
    %limit = molt_df.constant "24.00" : !money
    %a = molt_df.cmp ge %shipdate, %begin : !molt_df.date32, !molt_df.date32
    %b = molt_df.cmp lt %shipdate, %end : !molt_df.date32, !molt_df.date32
    %c = molt_df.cmp ge %discount, %low : !money, !money
    %d = molt_df.cmp le %discount, %high : !money, !money
    %e = molt_df.cmp lt %quantity, %limit : !money, !money
    %ab = molt_df.and %a, %b : i1, i1
    %cd = molt_df.and %c, %d : i1, i1
    %abcd = molt_df.and %ab, %cd : i1, i1
    %all = molt_df.and %abcd, %e : i1, i1
    molt_df.yield %all : i1
  } : !lineitem
  %revenue = molt_df.aggregate %selected by [] of ["l_extendedprice", "l_discount"] -> ["revenue"] {
  ^bb0(%price: !money, %discount: !money):
    %product = molt_df.mul %price, %discount : !money, !money
    %sum = molt_df.sum %product : !molt_df.decimal<30, 4>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !lineitem
  return %revenue : !molt_df.table<"revenue": !molt_df.decimal<38, 4>?>
}
