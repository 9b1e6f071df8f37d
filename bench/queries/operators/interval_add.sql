-- An interval of each row added to a date: the last one.
SELECT
  CAST(max(o_orderdate + (to_months(CAST(o_custkey % 40 AS INTEGER))
    + to_days(CAST(o_orderkey % 30 AS INTEGER)))) AS DATE) AS last
FROM orders;
