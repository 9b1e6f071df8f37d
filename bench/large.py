"""Comparison of results that are too large to be compared row by row: in DuckDB, by digests.

The digest of a table is the number of its rows, the sum of the hashes of their exact columns, which finds any
difference in these, and for each column of floats its sum, plain and weighted by those hashes: the rows that a float
belongs to count, and it may differ as much as floats may.
"""
import pathlib
import subprocess
import tempfile

import engines
import results

LIMIT = 100_000  # rows; below it results.py is fast enough


def difference(duckdb, query, inputs, threads, folder):
    """None if Molt's program gives what DuckDB answers, else what differs. Molt runs once more, for a file."""
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        output = pathlib.Path(scratch) / "result.csv"
        command = [engines.BIN / "molt-run", query.program, "--threads", str(threads), "--output", output]
        for table, path in inputs.items():
            command += ["--input", f"{table}={path}"]
        done = subprocess.run(command, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise engines.EngineError(done.stderr.strip())
        expected, actual = "molt_expected", "molt_actual"
        sql = query.sql.strip().rstrip(";")
        try:
            duckdb.ask("exec", sql=f"CREATE TEMP TABLE {expected} AS {sql}")
            header = output.open(encoding="utf-8").readline().strip().split(",")
            columns = describe(duckdb, expected)
            if header != [name for name, _ in columns]:
                return f"columns are {', '.join(header)}; expected {', '.join(name for name, _ in columns)}"
            path = str(output).replace("'", "''")
            duckdb.ask("exec", sql=f"CREATE TEMP TABLE {actual} AS FROM {expected} LIMIT 0; "
                                   f"COPY {actual} FROM '{path}' (HEADER, DELIMITER ',', ALLOW_QUOTED_NULLS false)")
            return results.difference(digest(duckdb, expected, columns), digest(duckdb, actual, columns))
        finally:
            duckdb.ask("exec", sql=f"DROP TABLE IF EXISTS {expected}; DROP TABLE IF EXISTS {actual}")


def ask(duckdb, sql):
    duckdb.ask("run", sql=sql)
    return duckdb.result()


def describe(duckdb, table):
    return [(row[0], row[1]) for row in ask(duckdb, f"SELECT column_name, column_type FROM (DESCRIBE {table})").rows]


def digest(duckdb, table, columns):
    quoted = [(f'"{name}"', kind in ("DOUBLE", "FLOAT")) for name, kind in columns]
    exact = ", ".join(name for name, inexact in quoted if not inexact)
    terms = ["count(*) AS rows", "sum(hashed) AS hashes"]
    for name, inexact in quoted:
        if inexact:
            terms += [f"count({name}) AS {name[:-1]} (values)\"", f"sum({name}) AS {name[:-1]} (sum)\"",
                      f"sum({name} * (1 + hashed % 1021)) AS {name[:-1]} (weighted sum)\""]
    return ask(duckdb, f"SELECT {', '.join(terms)} FROM "
                       f"(SELECT *, {f'hash({exact})' if exact else '0'} AS hashed FROM {table})")
