// TPC-H Q1 (2.4.1), pricing summary report: sums and averages of the lines shipped up to a date, by
// return flag and line status.
//
// One filter, one aggregate with few groups. What several sums share is computed once.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!summary = !molt_df.table<
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "sum_qty": !molt_df.decimal<38, 2>?, "sum_base_price": !molt_df.decimal<38, 2>?,
  "sum_disc_price": !molt_df.decimal<38, 4>?, "sum_charge": !molt_df.decimal<38, 6>?,
  "avg_qty": f64?, "avg_price": f64?, "avg_disc": f64?, "count_order": i64>

func.func @main() -> !summary {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %shipped = molt_df.filter %lineitem ["l_shipdate"] {
  ^bb0(%shipdate: !molt_df.date32):
    %end = molt_df.constant "1998-09-02" : !molt_df.date32
    %before = molt_df.cmp le %shipdate, %end : !molt_df.date32, !molt_df.date32
    molt_df.yield %before : i1
  } : !lineitem
  %groups = molt_df.aggregate %shipped by ["l_returnflag", "l_linestatus"]
      of ["l_quantity", "l_extendedprice", "l_discount", "l_tax"]
      -> ["sum_qty", "sum_base_price", "sum_disc_price", "sum_charge",
          "avg_qty", "avg_price", "avg_disc", "count_order"] {
  ^bb0(%quantity: !money, %price: !money, %discount: !money, %tax: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %discounted = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %factor = molt_df.add %one, %tax : !molt_df.decimal<3, 2>, !money
    %charge = molt_df.mul %discounted, %factor : !molt_df.decimal<31, 4>, !molt_df.decimal<16, 2>
    %sum_qty = molt_df.sum %quantity : !money
    %sum_price = molt_df.sum %price : !money
    %sum_discounted = molt_df.sum %discounted : !molt_df.decimal<31, 4>
    %sum_charge = molt_df.sum %charge : !molt_df.decimal<38, 6>
    %avg_qty = molt_df.mean %quantity : !money
    %avg_price = molt_df.mean %price : !money
    %avg_disc = molt_df.mean %discount : !money
    %count = molt_df.count
    molt_df.yield %sum_qty, %sum_price, %sum_discounted, %sum_charge, %avg_qty, %avg_price,
                  %avg_disc, %count
        : !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.nullable<!molt_df.decimal<38, 2>>,
          !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<!molt_df.decimal<38, 6>>,
          !molt_df.nullable<f64>, !molt_df.nullable<f64>, !molt_df.nullable<f64>, i64
  } : !lineitem
  %sorted = molt_df.sort %groups by ["l_returnflag", "l_linestatus"] : !summary
  return %sorted : !summary
}
