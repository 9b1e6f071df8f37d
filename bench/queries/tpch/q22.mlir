// TPC-H Q22 (2.4.22), global sales opportunity: customers of seven countries, by the telephone's
// country code, without orders and with more than the average positive balance.
//
// The average is a table of one row in a cross join. NOT EXISTS is an anti join, which builds
// the customers: there are many times more orders.

!money = !molt_df.decimal<15, 2>
!customer = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8>
!coded = !molt_df.table<
  "c_custkey": i64, "c_name": !molt_str.utf8, "c_address": !molt_str.utf8, "c_nationkey": i32,
  "c_phone": !molt_str.utf8, "c_acctbal": !money, "c_mktsegment": !molt_str.utf8,
  "c_comment": !molt_str.utf8, "cntrycode": !molt_str.utf8>
!customers = !molt_df.table<"c_custkey": i64, "cntrycode": !molt_str.utf8, "c_acctbal": !money>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!rich = !molt_df.table<
  "c_custkey": i64, "cntrycode": !molt_str.utf8, "c_acctbal": !money, "avg_acctbal": f64?>
!countries = !molt_df.table<
  "cntrycode": !molt_str.utf8, "numcust": i64, "totacctbal": !molt_df.decimal<38, 2>?>

func.func @main() -> !countries {
  %customer = molt_df.source "customer" : !customer
  %coded = molt_df.with_columns %customer ["c_phone"] -> ["cntrycode"] {
  ^bb0(%phone: !molt_str.utf8):
    %first = molt_df.constant 1 : i64
    %two = molt_df.constant 2 : i64
    %code = molt_str.substring %phone, %first, %two : !molt_str.utf8, i64, i64
    molt_df.yield %code : !molt_str.utf8
  } : !customer
  %of_countries = molt_df.filter %coded ["cntrycode"] {
  ^bb0(%code: !molt_str.utf8):
    %a = molt_df.constant "13" : !molt_str.utf8
    %b = molt_df.constant "31" : !molt_str.utf8
    %c = molt_df.constant "23" : !molt_str.utf8
    %d = molt_df.constant "29" : !molt_str.utf8
    %e = molt_df.constant "30" : !molt_str.utf8
    %f = molt_df.constant "18" : !molt_str.utf8
    %g = molt_df.constant "17" : !molt_str.utf8
    %wanted = molt_df.is_in %code, [%a, %b, %c, %d, %e, %f, %g] : !molt_str.utf8
    molt_df.yield %wanted : i1
  } : !coded
  %customers = molt_df.project %of_countries ["c_custkey", "cntrycode", "c_acctbal"] : !coded

  %positive = molt_df.filter %customers ["c_acctbal"] {
  ^bb0(%balance: !money):
    %zero = molt_df.constant "0.00" : !money
    %above = molt_df.cmp gt %balance, %zero : !money, !money
    molt_df.yield %above : i1
  } : !customers
  %average = molt_df.aggregate %positive by [] of ["c_acctbal"] -> ["avg_acctbal"] {
  ^bb0(%balance: !money):
    %mean = molt_df.mean %balance : !money
    molt_df.yield %mean : !molt_df.nullable<f64>
  } : !customers
  %rich = molt_df.join cross %customers, %average where ["c_acctbal", "avg_acctbal"] {
  ^bb0(%balance: !money, %mean: !molt_df.nullable<f64>):
    %above = molt_df.cmp gt %balance, %mean : !money, !molt_df.nullable<f64>
    molt_df.yield %above : !molt_df.nullable<i1>
  } : !customers, !molt_df.table<"avg_acctbal": f64?>

  %orders = molt_df.source "orders" : !orders
  %order_customers = molt_df.project %orders ["o_custkey"] : !orders
  %without_orders = molt_df.join anti %rich, %order_customers
      on ["c_custkey"] = ["o_custkey"] build<left>
      : !rich, !molt_df.table<"o_custkey": i64>

  %countries = molt_df.aggregate %without_orders by ["cntrycode"]
      of ["c_acctbal"] -> ["numcust", "totacctbal"] {
  ^bb0(%balance: !money):
    %count = molt_df.count
    %total = molt_df.sum %balance : !money
    molt_df.yield %count, %total : i64, !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !rich
  %sorted = molt_df.sort %countries by ["cntrycode"] : !countries
  return %sorted : !countries
}
