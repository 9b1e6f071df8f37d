#!/usr/bin/env python3
"""queries.py SUITE FOLDER: runs the queries of a benchmark suite on small data, compiled and interpreted.

For each program of bench/queries/SUITE the compiled code, on one and on two threads, must give what the interpreter
gives, and what DuckDB gave where test/Execution/oracle/SUITE_NAME.csv has recorded it. The data is generated into
FOLDER, at the scales that the records name and at one that has all kinds of rows.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import engines  # noqa: E402
from results import Result, difference, split_comments  # noqa: E402
from suites import SUITES  # noqa: E402

SCALES = {"tpch": "0.01", "operators": "0.01", "h2o": "10000"}  # h2o: with keys of x that medium does not have


def run(query, inputs, *options):
    """The result as CSV; the message instead if there is none."""
    command = [engines.BIN / "molt-run", query.program, *options]
    for table, path in inputs.items():
        command += ["--input", f"{table}={path}"]
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode or done.stderr:
        return None, f"{' '.join(options)}: status {done.returncode}: {done.stderr.strip()}"
    return done.stdout, None


def types_of(query, names):
    """Columns of floats, which may differ a little, by the types that the program declares."""
    text = query.program.read_text()
    return ["float" if re.search(rf'"{name}": f64', text) else "exact" for name in names]


def complaints(suite, query, folder):
    record = ROOT / "test" / "Execution" / "oracle" / f"{suite.name}_{query.name}.csv"
    keys, recorded = split_comments(record.read_text()) if record.exists() else ({"data": ""}, None)
    recorded_scale = keys["data"].split(" ")[-1]
    for scale in {SCALES[suite.name], recorded_scale} - {""}:
        inputs = suite.inputs(suite.data(scale, folder / scale, quiet=True), query.program)
        interpreted, message = run(query, inputs, "--interpret")
        if message:
            yield message
            continue
        expected = [("the interpreter", interpreted, types_of(query, Result.parse(interpreted).names))]
        if scale == recorded_scale:
            expected.append(("the record", recorded, keys["types"].split(",")))
        for way in ["--interpret"], ["--threads", "1"], ["--threads", "2"]:
            actual, message = (interpreted, None) if way == ["--interpret"] else run(query, inputs, *way)
            for name, text, types in expected:
                # The same lines, which is quick to see, or else the same values.
                order = query.sorted_by()
                lines = (lambda csv: csv.splitlines()) if order else (lambda csv: sorted(csv.splitlines()))
                same = not message and lines(text) == lines(actual)
                found = not same and (message or difference(Result.parse(text, types), Result.parse(actual),
                                                            sorted_by=order))
                if found:
                    yield f"scale {scale}, {' '.join(way)}, against {name}: {found}"


def main(name, folder):
    suite, failures = SUITES[name], 0
    queries = suite.queries()
    for query in queries:
        for complaint in complaints(suite, query, pathlib.Path(folder)):
            print(f"{query.name}: {complaint}")
            failures += 1
    print(f"{len(queries)} queries, {failures} complaints")
    return 1 if failures or not queries else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
