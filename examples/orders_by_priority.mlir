// Orders with special requests: how many of each priority, what they are worth, since when.

!money = !molt_df.decimal<15, 2>
!orders = !molt_df.table<
  "o_orderkey": i64, "o_custkey": i64, "o_orderstatus": !molt_str.utf8, "o_totalprice": !money,
  "o_orderdate": !molt_df.date32, "o_orderpriority": !molt_str.utf8, "o_clerk": !molt_str.utf8,
  "o_shippriority": i32, "o_comment": !molt_str.utf8>
!summary = !molt_df.table<
  "o_orderpriority": !molt_str.utf8, "order_count": i64, "total": !molt_df.decimal<38, 2>?,
  "mean_price": f64?, "first": !molt_df.date32?, "last": !molt_df.date32?>

func.func @main() -> !summary {
  %orders = molt_df.source "orders" : !orders
  %special = molt_df.filter %orders ["o_comment"] {
  ^bb0(%comment: !molt_str.utf8):
    %word = molt_df.constant "special" : !molt_str.utf8
    %found = molt_str.contains %comment, %word : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %found : i1
  } : !orders
  %groups = molt_df.aggregate %special by ["o_orderpriority"] of ["o_totalprice", "o_orderdate"]
      -> ["order_count", "total", "mean_price", "first", "last"] {
  ^bb0(%price: !money, %date: !molt_df.date32):
    %count = molt_df.count
    %total = molt_df.sum %price : !money
    %mean = molt_df.mean %price : !money
    %first = molt_df.min %date : !molt_df.date32
    %last = molt_df.max %date : !molt_df.date32
    molt_df.yield %count, %total, %mean, %first, %last
        : i64, !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.nullable<f64>,
          !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>
  } : !orders
  %sorted = molt_df.sort %groups by ["o_orderpriority"] : !summary
  return %sorted : !summary
}
