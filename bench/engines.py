"""Engines behind the line protocol of bench/README.md: Molt and its peers."""
import json
import os
import pathlib
import re
import subprocess
import sys

from results import Result

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("MOLT_BIN") or ROOT / "build" / "bin")  # MOLT_BIN: set by the tests
QUERIES = ROOT / "bench" / "queries"
TPCH_TABLES = ["region", "nation", "supplier", "customer", "part", "partsupp", "orders", "lineitem"]


class EngineError(Exception):
    pass


class Engine:
    """A process that answers each line of JSON with one."""

    def __init__(self, command):
        self.process = subprocess.Popen([str(part) for part in command], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, cwd=ROOT)
        self.greeting = self._read()

    def ask(self, cmd, **arguments):
        try:
            self.process.stdin.write(json.dumps({"cmd": cmd, **arguments}) + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # _read says why
        return self._read()

    def result(self):
        answer = self.ask("result")
        return Result.parse(answer["csv"], answer.get("types"))

    def _read(self):
        line = self.process.stdout.readline()
        if not line:
            raise EngineError(f"{self.process.args[0]} ended with status {self.process.wait()}")
        answer = json.loads(line)
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class DuckDB(Engine):
    """DuckDB with tables of its own."""

    def __init__(self, library, threads=None):
        super().__init__([BIN / "molt-duckdb-peer", library])
        if threads:
            self.ask("exec", sql=f"SET threads = {threads}")

    def load_tpch(self, folder, tables):
        """Loads FOLDER/TABLE.tbl with declared types; returns the milliseconds."""
        schema = (QUERIES / "tpch" / "schema.sql").read_text()
        total = 0
        for table in tables:
            body = re.search(rf"CREATE TABLE {table} \((.*?)\);", schema, re.S).group(1)
            columns = [column.split(None, 1) for column in re.split(r",\s+(?![^(]*\))", body)]
            declared = ", ".join(f"'{name}': '{kind}'" for name, kind in columns)
            path = str(pathlib.Path(folder) / f"{table}.tbl").replace("'", "''")
            # Everything declared and no quoting: DuckDB's fastest way to read the file.
            total += self.ask("exec", sql=(
                f"CREATE TABLE {table} AS SELECT * FROM read_csv('{path}', columns = {{{declared}}}, "
                "delim = '|', header = false, quote = '', escape = '', auto_detect = false)"))["ms"]
        return total


class Molt(Engine):
    """A program of Molt with its inputs loaded."""

    def __init__(self, program, inputs, threads):
        command = [BIN / "molt-run", program, "--serve", "--threads", threads]
        for table, path in inputs.items():
            command += ["--input", f"{table}={path}"]
        super().__init__(command)


def program_inputs(program):
    """Names of the tables that a Molt program reads."""
    text = pathlib.Path(program).read_text()
    return list(dict.fromkeys(re.findall(r'molt_df\.source\s+"(\w+)"', text)))


def fetch_duckdb():
    """Path of libduckdb.so, or None where it cannot be had."""
    fetch = subprocess.run([ROOT / "scripts" / "fetch-duckdb"], stdout=subprocess.PIPE, text=True)
    return fetch.stdout.strip() if fetch.returncode == 0 else None


def generate_tpch(sf, folder=None, quiet=False):
    """The folder with TPC-H at a scale factor as .tbl files, made if it is not there."""
    folder = pathlib.Path(folder) if folder else ROOT / "data" / f"tpch-sf{sf}"
    subprocess.run([BIN / "molt-datagen", "--sf", str(sf), "--output", folder, "--reuse"], check=True,
                   stderr=subprocess.DEVNULL if quiet else sys.stderr)
    return folder
