-- A constant interval added to a date, as programs mostly have it.
SELECT
  count(*) AS n
FROM orders
WHERE o_orderdate + INTERVAL '1 month 3 days' < TIMESTAMP '1996-03-31 00:00:00';
