-- examples/library_loans.mlir. An empty string in quotes is no null, as in Molt.
WITH loans AS (
  SELECT * FROM read_csv('examples/data/loans.csv', header = true, allow_quoted_nulls = false,
    columns = {'title': 'VARCHAR', 'author': 'VARCHAR', 'branch': 'VARCHAR', 'lent': 'DATE',
               'returned': 'DATE', 'pages': 'INTEGER', 'fine': 'DECIMAL(6, 2)', 'rating': 'DOUBLE'})
)
SELECT
  branch,
  year(lent) AS year,
  count(*) AS loans,
  count(returned) AS back,
  max(returned - lent) AS longest,
  sum(coalesce(fine, 0)) AS fines,
  sum(pages) AS pages,
  avg(rating) AS rating
FROM loans
WHERE author <> '夏目漱石' OR returned IS NOT NULL
GROUP BY branch, year(lent)
ORDER BY rating DESC NULLS FIRST, branch NULLS LAST, year;
