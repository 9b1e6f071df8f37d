-- H2O.ai join question 1: small inner on int.
SELECT x.*, small.id4 AS small_id4, v2
FROM x JOIN small USING (id1);
