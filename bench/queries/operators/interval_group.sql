-- Groups of an interval: how many there are, and the largest one.
SELECT
  count(*) AS n,
  max(orders) AS most
FROM (
  SELECT
    to_months(CAST(o_custkey % 40 AS INTEGER)) + to_days(CAST(o_orderkey % 30 AS INTEGER)) AS v,
    count(*) AS orders
  FROM orders
  GROUP BY v);
