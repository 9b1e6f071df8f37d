// TPC-H Q14 (2.4.14), promotion effect: the percentage of a month's revenue that promoted parts
// made.
//
// The lines of a month are fewer than the parts, and the build side.

!money = !molt_df.decimal<15, 2>
!lineitem = !molt_df.table<
  "l_orderkey": i64, "l_partkey": i64, "l_suppkey": i64, "l_linenumber": i32,
  "l_quantity": !money, "l_extendedprice": !money, "l_discount": !money, "l_tax": !money,
  "l_returnflag": !molt_str.utf8, "l_linestatus": !molt_str.utf8,
  "l_shipdate": !molt_df.date32, "l_commitdate": !molt_df.date32, "l_receiptdate": !molt_df.date32,
  "l_shipinstruct": !molt_str.utf8, "l_shipmode": !molt_str.utf8, "l_comment": !molt_str.utf8>
!part = !molt_df.table<
  "p_partkey": i64, "p_name": !molt_str.utf8, "p_mfgr": !molt_str.utf8, "p_brand": !molt_str.utf8,
  "p_type": !molt_str.utf8, "p_size": i32, "p_container": !molt_str.utf8, "p_retailprice": !money,
  "p_comment": !molt_str.utf8>
!types = !molt_df.table<"p_partkey": i64, "p_type": !molt_str.utf8>
!lines = !molt_df.table<"l_partkey": i64, "l_extendedprice": !money, "l_discount": !money>
!sold = !molt_df.table<
  "p_partkey": i64, "p_type": !molt_str.utf8, "l_partkey": i64, "l_extendedprice": !money,
  "l_discount": !money>
!sums = !molt_df.table<"promoted": !molt_df.decimal<38, 4>?, "total": !molt_df.decimal<38, 4>?>
!percentage = !molt_df.table<
  "promoted": !molt_df.decimal<38, 4>?, "total": !molt_df.decimal<38, 4>?, "promo_revenue": f64?>

func.func @main() -> !molt_df.table<"promo_revenue": f64?> {
  %lineitem = molt_df.source "lineitem" : !lineitem
  %of_month = molt_df.filter %lineitem ["l_shipdate"] {
  ^bb0(%shipdate: !molt_df.date32):
    %begin = molt_df.constant "1995-09-01" : !molt_df.date32
    %end = molt_df.constant "1995-10-01" : !molt_df.date32
    %from = molt_df.cmp ge %shipdate, %begin : !molt_df.date32, !molt_df.date32
    %until = molt_df.cmp lt %shipdate, %end : !molt_df.date32, !molt_df.date32
    %within = molt_df.and %from, %until : i1, i1
    molt_df.yield %within : i1
  } : !lineitem
  %lines = molt_df.project %of_month ["l_partkey", "l_extendedprice", "l_discount"] : !lineitem
  %part = molt_df.source "part" : !part
  %types = molt_df.project %part ["p_partkey", "p_type"] : !part
  %sold = molt_df.join %types, %lines on ["p_partkey"] = ["l_partkey"] : !types, !lines

  %sums = molt_df.aggregate %sold by []
      of ["p_type", "l_extendedprice", "l_discount"] -> ["promoted", "total"] {
  ^bb0(%type: !molt_str.utf8, %price: !money, %discount: !money):
    %one = molt_df.constant "1.00" : !molt_df.decimal<3, 2>
    %none = molt_df.constant "0.0000" : !molt_df.decimal<31, 4>
    %promo = molt_df.constant "PROMO" : !molt_str.utf8
    %rest = molt_df.sub %one, %discount : !molt_df.decimal<3, 2>, !money
    %revenue = molt_df.mul %price, %rest : !money, !molt_df.decimal<16, 2>
    %is_promo = molt_str.starts_with %type, %promo : !molt_str.utf8, !molt_str.utf8
    %if_promo = molt_df.select %is_promo, %revenue, %none
        : i1, !molt_df.decimal<31, 4>, !molt_df.decimal<31, 4>
    %promoted = molt_df.sum %if_promo : !molt_df.decimal<31, 4>
    %total = molt_df.sum %revenue : !molt_df.decimal<31, 4>
    molt_df.yield %promoted, %total
        : !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !sold
  %percentage = molt_df.with_columns %sums ["promoted", "total"] -> ["promo_revenue"] {
  ^bb0(%promoted: !molt_df.nullable<!molt_df.decimal<38, 4>>,
       %total: !molt_df.nullable<!molt_df.decimal<38, 4>>):
    %hundred = molt_df.constant 100.0 : f64
    %promoted_float = molt_df.cast %promoted
        : !molt_df.nullable<!molt_df.decimal<38, 4>> to !molt_df.nullable<f64>
    %total_float = molt_df.cast %total
        : !molt_df.nullable<!molt_df.decimal<38, 4>> to !molt_df.nullable<f64>
    %times = molt_df.mul %hundred, %promoted_float : f64, !molt_df.nullable<f64>
    %percent = molt_df.div %times, %total_float : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    molt_df.yield %percent : !molt_df.nullable<f64>
  } : !sums
  %result = molt_df.project %percentage ["promo_revenue"] : !percentage
  return %result : !molt_df.table<"promo_revenue": f64?>
}
