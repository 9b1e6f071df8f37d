-- Medians of each customer's last eleven orders.
SELECT
  sum(m) AS total
FROM (
  SELECT
    median(CAST(o_totalprice AS DOUBLE)) OVER (PARTITION BY o_custkey ORDER BY o_orderkey
      ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS m
  FROM orders);
