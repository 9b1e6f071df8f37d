"""Engines behind the line protocol of bench/README.md: Molt and its peers."""
import json
import os
import pathlib
import re
import subprocess

from results import Result

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("MOLT_BIN") or ROOT / "build" / "bin")  # MOLT_BIN: set by the tests


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
