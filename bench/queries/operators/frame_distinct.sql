-- How many days each customer's last eleven orders came on.
SELECT
  sum(m) AS total
FROM (
  SELECT
    count(DISTINCT o_orderdate) OVER (PARTITION BY o_custkey ORDER BY o_orderkey
      ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS m
  FROM orders);
