#!/usr/bin/env python3
"""large.py: what digests of tables in DuckDB notice."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent.parent.parent / "bench"))
import engines  # noqa: E402
import large  # noqa: E402
from results import difference  # noqa: E402

COLUMNS = [("i", "BIGINT"), ("t", "VARCHAR"), ("f", "DOUBLE")]
ROWS = "SELECT i, 't' || i AS t, CASE WHEN i <> 7 THEN i / 8 END AS f FROM range(1000) AS r(i)"
OTHERS = {"same": ROWS, "order": f"{ROWS} ORDER BY i DESC",
          "text": ROWS.replace("'t' || i", "'t' || (i + i // 999)"),
          "null": ROWS.replace("CASE WHEN i <> 7 THEN i / 8 END", "CASE WHEN i <> 7 THEN i / 8 ELSE 0 END"),
          "float": ROWS.replace("THEN i / 8", "THEN i / 8 + i // 999"),
          "swapped": ROWS.replace("THEN i / 8", "THEN (i + CASE i WHEN 1 THEN 1 WHEN 2 THEN -1 ELSE 0 END) / 8"),
          "rows": f"{ROWS} LIMIT 999"}

with engines.DuckDB(engines.fetch_duckdb()) as duckdb:
    for name, sql in {"expected": ROWS, **OTHERS}.items():
        duckdb.ask("exec", sql=f'CREATE TABLE "{name}" AS {sql}')
    for name in OTHERS:
        print(f"{name}: " + str(difference(large.digest(duckdb, '"expected"', COLUMNS),
                                           large.digest(duckdb, f'"{name}"', COLUMNS))))
