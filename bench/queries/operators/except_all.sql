-- Orders of a customer but one: EXCEPT ALL.
SELECT
  count(*) AS n
FROM (
  SELECT o_custkey FROM orders
  EXCEPT ALL
  SELECT c_custkey FROM customer);
