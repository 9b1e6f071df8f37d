// TPC-H Q11 (2.4.11), important stock identification: the parts that make more than a ten
// thousandth of the value in stock at Germany's suppliers.
//
// The stock is joined once and used twice. The total is a table of one row, with which a cross
// join compares each part.

!money = !molt_df.decimal<15, 2>
!nation = !molt_df.table<
  "n_nationkey": i32, "n_name": !molt_str.utf8, "n_regionkey": i32, "n_comment": !molt_str.utf8>
!supplier = !molt_df.table<
  "s_suppkey": i64, "s_name": !molt_str.utf8, "s_address": !molt_str.utf8, "s_nationkey": i32,
  "s_phone": !molt_str.utf8, "s_acctbal": !money, "s_comment": !molt_str.utf8>
!seats = !molt_df.table<"s_suppkey": i64, "s_nationkey": i32>
!partsupp = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "ps_supplycost": !money,
  "ps_comment": !molt_str.utf8>
!valued = !molt_df.table<
  "ps_partkey": i64, "ps_suppkey": i64, "ps_availqty": i32, "ps_supplycost": !money,
  "ps_comment": !molt_str.utf8, "worth": !molt_df.decimal<25, 2>>
!stock = !molt_df.table<"ps_partkey": i64, "worth": !molt_df.decimal<25, 2>>
!values = !molt_df.table<"ps_partkey": i64, "value": !molt_df.decimal<38, 2>?>
!total = !molt_df.table<"total": !molt_df.decimal<38, 2>?>
!important = !molt_df.table<
  "ps_partkey": i64, "value": !molt_df.decimal<38, 2>?, "total": !molt_df.decimal<38, 2>?>

func.func @main() -> !values {
  %nation = molt_df.source "nation" : !nation
  %germany = molt_df.filter %nation ["n_name"] {
  ^bb0(%name: !molt_str.utf8):
    %wanted = molt_df.constant "GERMANY" : !molt_str.utf8
    %same = molt_str.cmp eq %name, %wanted : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %same : i1
  } : !nation
  %nation_keys = molt_df.project %germany ["n_nationkey"] : !nation
  %supplier = molt_df.source "supplier" : !supplier
  %seats = molt_df.project %supplier ["s_suppkey", "s_nationkey"] : !supplier
  %suppliers = molt_df.join semi %seats, %nation_keys on ["s_nationkey"] = ["n_nationkey"]
      : !seats, !molt_df.table<"n_nationkey": i32>

  %partsupp = molt_df.source "partsupp" : !partsupp
  %german = molt_df.join semi %partsupp, %suppliers on ["ps_suppkey"] = ["s_suppkey"]
      : !partsupp, !seats
  %valued = molt_df.with_columns %german ["ps_supplycost", "ps_availqty"] -> ["worth"] {
  ^bb0(%cost: !money, %quantity: i32):
    %worth = molt_df.mul %cost, %quantity : !money, i32
    molt_df.yield %worth : !molt_df.decimal<25, 2>
  } : !partsupp
  %stock = molt_df.project %valued ["ps_partkey", "worth"] : !valued

  %values = molt_df.aggregate %stock by ["ps_partkey"] of ["worth"] -> ["value"] {
  ^bb0(%worth: !molt_df.decimal<25, 2>):
    %sum = molt_df.sum %worth : !molt_df.decimal<25, 2>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !stock
  %total = molt_df.aggregate %stock by [] of ["worth"] -> ["total"] {
  ^bb0(%worth: !molt_df.decimal<25, 2>):
    %sum = molt_df.sum %worth : !molt_df.decimal<25, 2>
    molt_df.yield %sum : !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !stock
  %important = molt_df.join cross %values, %total where ["value", "total"] {
  ^bb0(%value: !molt_df.nullable<!molt_df.decimal<38, 2>>,
       %whole: !molt_df.nullable<!molt_df.decimal<38, 2>>):
    %fraction = molt_df.constant "0.0001" : !molt_df.decimal<4, 4>
    %limit = molt_df.mul %whole, %fraction
        : !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.decimal<4, 4>
    %exact = molt_df.cast %value
        : !molt_df.nullable<!molt_df.decimal<38, 2>> to !molt_df.nullable<!molt_df.decimal<38, 6>>
    %above = molt_df.cmp gt %exact, %limit
        : !molt_df.nullable<!molt_df.decimal<38, 6>>, !molt_df.nullable<!molt_df.decimal<38, 6>>
    molt_df.yield %above : !molt_df.nullable<i1>
  } : !values, !total
  %result = molt_df.project %important ["ps_partkey", "value"] : !important
  %sorted = molt_df.sort %result by ["value" desc] : !values
  return %sorted : !values
}
