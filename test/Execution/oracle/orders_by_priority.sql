-- examples/orders_by_priority.mlir
SELECT
  o_orderpriority,
  count(*) AS order_count,
  sum(o_totalprice) AS total,
  avg(o_totalprice) AS mean_price,
  min(o_orderdate) AS first,
  max(o_orderdate) AS last
FROM orders
WHERE contains(o_comment, 'special')
GROUP BY o_orderpriority
ORDER BY o_orderpriority;
