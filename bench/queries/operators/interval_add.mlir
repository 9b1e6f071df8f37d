// An interval of each row added to a date.

!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8,
  "o_totalprice": !molt_df.decimal<15, 2>, "o_orderdate": !molt_df.date32,
  "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8, "o_shippriority": i32,
  "o_comment": !molt_str.utf8>
!some = !molt_df.table<"o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32>
!lengths = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "v": !molt_df.interval>
!later = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderdate": !molt_df.date32, "v": !molt_df.interval,
  "t": !molt_df.timestamp<us>>
!last = !molt_df.table<"t": !molt_df.timestamp<us>?>
!result = !molt_df.table<"last": !molt_df.date32?>

func.func @main() -> !result {
  %orders = molt_df.source "orders" : !orders
  %some = molt_df.project %orders ["o_orderkey", "o_custkey", "o_orderdate"] : !orders
  %lengths = molt_df.with_columns %some ["o_custkey", "o_orderkey"] -> ["v"] {
  ^bb0(%custkey: i64, %orderkey: i64):
    %forty = molt_df.constant 40 : i64
    %thirty = molt_df.constant 30 : i64
    %zero = molt_df.constant 0 : i64
    %months = molt_df.rem %custkey, %forty : i64, i64
    %days = molt_df.rem %orderkey, %thirty : i64, i64
    %v = molt_df.make_interval %months, %days, %zero : i64, i64, i64
    molt_df.yield %v : !molt_df.interval
  } : !some
  %later = molt_df.with_columns %lengths ["o_orderdate", "v"] -> ["t"] {
  ^bb0(%date: !molt_df.date32, %v: !molt_df.interval):
    %t = molt_df.add %date, %v : !molt_df.date32, !molt_df.interval
    molt_df.yield %t : !molt_df.timestamp<us>
  } : !lengths
  %last = molt_df.aggregate %later by [] of ["t"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<us>):
    %max = molt_df.max %t : !molt_df.timestamp<us>
    molt_df.yield %max : !molt_df.nullable<!molt_df.timestamp<us>>
  } : !later
  %dates = molt_df.with_columns %last ["t"] -> ["last"] {
  ^bb0(%t: !molt_df.nullable<!molt_df.timestamp<us>>):
    %date = molt_df.cast %t : !molt_df.nullable<!molt_df.timestamp<us>>
        to !molt_df.nullable<!molt_df.date32>
    molt_df.yield %date : !molt_df.nullable<!molt_df.date32>
  } : !last
  %result = molt_df.project %dates ["last"]
      : !molt_df.table<"t": !molt_df.timestamp<us>?, "last": !molt_df.date32?>
  return %result : !result
}
