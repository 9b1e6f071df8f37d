"""The suites of whole queries: programs of Molt, the same as SQL, and the data that both read."""
import fnmatch
import pathlib
import re
import subprocess
import sys

import engines

QUERIES = engines.ROOT / "bench" / "queries"


class Query:
    """NAME.sql, and NAME.mlir where Molt has the query too."""

    def __init__(self, path):
        self.name, self.sql, self.program = path.stem, path.read_text(), path.with_suffix(".mlir")

    def title(self):
        """The first sentence of the SQL file's comment."""
        comment = re.match(r"(?:-- .*\n)+", self.sql)
        return re.split(r"\.\s", re.sub(r"\s*-- ", " ", comment[0]).lstrip(), maxsplit=1)[0] if comment else ""


    def sorted_by(self):
        """The columns that the result is sorted by; they are all in it."""
        order = re.search(r"ORDER BY ([^()]*?)(\s+LIMIT \d+)?;\s*$", self.sql)
        return [key.split()[0] for key in order[1].split(",")] if order else []


class Suite:
    """Queries in queries/NAME, over the tables that schema.sql there, or in the folder `tables`, declares."""

    def __init__(self, name, title, ending, reader, scale, default, folder, generator, tables=None):
        self.name, self.title = name, title
        self.ending, self.reader = ending, reader  # of the files; options of DuckDB's read_csv
        self.scale, self.default = scale, default  # the option that says how much data
        self.folder, self.generator = folder, generator  # with {} for the scale
        self.source = QUERIES / name
        schema = (QUERIES / (tables or name) / "schema.sql").read_text()
        self.schema = {table: [column.split(None, 1) for column in re.split(r",\s+(?![^(]*\))", body)]
                       for table, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\);", schema, re.S)}

    def all_queries(self):
        return [Query(path) for path in sorted(self.source.glob("*.sql")) if path.stem != "schema"]

    def queries(self, wanted=None):
        """Those that Molt has, or of them those that are named: q03, its number 3, or a pattern like join*."""
        known = [query for query in self.all_queries() if query.program.exists()]
        if not wanted:
            return known
        patterns = [f"q{int(name):02}" if name.isdecimal() else name for name in wanted]
        for name, pattern in zip(wanted, patterns):
            if not fnmatch.filter([query.name for query in known], pattern):
                sys.exit(f"compare: there is no query {name}; "
                         f"there are {', '.join(query.name for query in known) or 'none yet'}")
        return [query for query in known if any(fnmatch.fnmatch(query.name, p) for p in patterns)]

    def data(self, scale, folder=None, quiet=False):
        """The folder with the tables at a scale, made if it is not there."""
        folder = pathlib.Path(folder) if folder else engines.ROOT / "data" / self.folder.format(scale)
        command = [engines.BIN / "molt-datagen", *self.generator.format(scale).split(), "--output", folder, "--reuse"]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL if quiet else sys.stderr)
        return folder

    def path(self, folder, table):
        return pathlib.Path(folder) / f"{table}.{self.ending}"

    def inputs(self, folder, program):
        """Table → file of the tables that a program reads."""
        return {table: self.path(folder, table) for table in engines.program_inputs(program)}

    def load(self, duckdb, folder, tables):
        """Loads tables into DuckDB with declared types; returns the milliseconds."""
        total = 0
        for table in tables:
            declared = ", ".join(f"'{name}': '{kind}'" for name, kind in self.schema[table])
            path = str(self.path(folder, table)).replace("'", "''")
            # Everything declared and no quoting: DuckDB's fastest way to read the file.
            total += duckdb.ask("exec", sql=(
                f"CREATE TABLE {table} AS SELECT * FROM read_csv('{path}', columns = {{{declared}}}, "
                f"{self.reader}, quote = '', escape = '', auto_detect = false)"))["ms"]
        return total


TPCH = Suite("tpch", "TPC-H", "tbl", "delim = '|', header = false", "sf", "1", "tpch-sf{}", "--sf {}")
H2O = Suite("h2o", "H2O.ai", "csv", "delim = ',', header = true", "rows", "1e7", "h2o-{}", "--suite h2o --rows {}")
# Single operators that neither of them has, over TPC-H's tables.
OPERATORS = Suite("operators", "Operators", TPCH.ending, TPCH.reader, TPCH.scale, TPCH.default, TPCH.folder,
                  TPCH.generator, tables="tpch")
SUITES = {suite.name: suite for suite in [TPCH, H2O, OPERATORS]}
