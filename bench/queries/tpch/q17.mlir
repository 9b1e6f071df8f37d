// TPC-H Q17 (2.4.17), small-quantity-order revenue: what would be lost a year if small quantities
// of a kind of part were not sold any more.
//
// The correlated subquery is an average by part, of the lines of these parts only; lines are joined
// with parts once and used twice.

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
!all_lines = !molt_df.table<"l_partkey": i64, "l_quantity": !money, "l_extendedprice": !money>
!means = !molt_df.table<"l_partkey": i64, "avg_quantity": f64?>
!averages = !molt_df.table<"avg_partkey": i64, "avg_quantity": f64?>
!small = !molt_df.table<
  "l_partkey": i64, "l_quantity": !money, "l_extendedprice": !money, "avg_partkey": i64,
  "avg_quantity": f64?>
!sum = !molt_df.table<"lost": !molt_df.decimal<38, 2>?>
!yearly = !molt_df.table<"lost": !molt_df.decimal<38, 2>?, "avg_yearly": f64?>

func.func @main() -> !molt_df.table<"avg_yearly": f64?> {
  %part = molt_df.source "part" : !part
  %boxes = molt_df.filter %part ["p_brand", "p_container"] {
  ^bb0(%brand: !molt_str.utf8, %container: !molt_str.utf8):
    %wanted_brand = molt_df.constant "Brand#23" : !molt_str.utf8
    %wanted_container = molt_df.constant "MED BOX" : !molt_str.utf8
    %a = molt_str.cmp eq %brand, %wanted_brand : !molt_str.utf8, !molt_str.utf8
    %b = molt_str.cmp eq %container, %wanted_container : !molt_str.utf8, !molt_str.utf8
    %both = molt_df.and %a, %b : i1, i1
    molt_df.yield %both : i1
  } : !part
  %part_keys = molt_df.project %boxes ["p_partkey"] : !part
  %lineitem = molt_df.source "lineitem" : !lineitem
  %all_lines = molt_df.project %lineitem ["l_partkey", "l_quantity", "l_extendedprice"] : !lineitem
  %lines = molt_df.join semi %all_lines, %part_keys on ["l_partkey"] = ["p_partkey"]
      : !all_lines, !molt_df.table<"p_partkey": i64>

  %means = molt_df.aggregate %lines by ["l_partkey"] of ["l_quantity"] -> ["avg_quantity"] {
  ^bb0(%quantity: !money):
    %mean = molt_df.mean %quantity : !money
    molt_df.yield %mean : !molt_df.nullable<f64>
  } : !all_lines
  %averages = molt_df.project %means ["l_partkey", "avg_quantity"]
      -> ["avg_partkey", "avg_quantity"] : !means
  %small = molt_df.join %lines, %averages on ["l_partkey"] = ["avg_partkey"]
      where ["l_quantity", "avg_quantity"] {
  ^bb0(%quantity: !money, %average: !molt_df.nullable<f64>):
    %fifth = molt_df.constant 0.2 : f64
    %limit = molt_df.mul %fifth, %average : f64, !molt_df.nullable<f64>
    %below = molt_df.cmp lt %quantity, %limit : !money, !molt_df.nullable<f64>
    molt_df.yield %below : !molt_df.nullable<i1>
  } : !all_lines, !averages
  %sum = molt_df.aggregate %small by [] of ["l_extendedprice"] -> ["lost"] {
  ^bb0(%price: !money):
    %sum = molt_df.sum %price : !money
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !small
  %yearly = molt_df.with_columns %sum ["lost"] -> ["avg_yearly"] {
  ^bb0(%lost: !molt_df.nullable<!molt_df.decimal<38, 2>>):
    %years = molt_df.constant 7.0 : f64
    %float = molt_df.cast %lost
        : !molt_df.nullable<!molt_df.decimal<38, 2>> to !molt_df.nullable<f64>
    %average = molt_df.div %float, %years : !molt_df.nullable<f64>, f64
    molt_df.yield %average : !molt_df.nullable<f64>
  } : !sum
  %result = molt_df.project %yearly ["avg_yearly"] : !yearly
  return %result : !molt_df.table<"avg_yearly": f64?>
}
