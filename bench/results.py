#!/usr/bin/env python3
"""Compares two query results.

usage: results.py EXPECTED ACTUAL [--ordered | --sorted-by=COLUMN,…]

Both are CSV files with a header line. EXPECTED may begin with lines "# KEY: VALUE"; of these, "types" says how each
column is compared: `exact` (numbers by value, so that 1.0 is 1.00), `float` (within 1e-9, relative; what is below 1e-24
is 0) or `text`. Without types, columns are `exact`. Column names must agree. Rows are compared as multisets, with
--ordered in order, with --sorted-by in any order that has these columns in the order expected. Says what differs and
exits with 1, or prints nothing. As in Molt's CSV, an unquoted empty field is null.
"""
import decimal
import math
import re
import sys

TOLERANCE = 1e-9
ZERO = 1e-24  # what rounding leaves of a correlation of 0, squared, is below
NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")
FIELD = re.compile(r'(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)')


class Result:
    """Column names, one of `exact`, `float` or `text` for each, and rows of str or None."""

    def __init__(self, names, types, rows):
        self.names, self.types, self.rows = names, types or ["exact"] * len(names), rows

    @staticmethod
    def parse(text, types=None):
        rows, row, at = [], [], 0
        while at < len(text):
            field = FIELD.match(text, at)
            if not field:
                raise ValueError(f"not CSV at byte {at}: {text[at:at + 40]!r}")
            quoted, plain, end = field.groups()
            row.append(quoted.replace('""', '"') if quoted is not None else plain or None)
            at = field.end()
            if end != ",":
                rows.append(row)
                row = []
        if row:
            rows.append(row + [None])  # the text ends with a comma
        if not rows:
            raise ValueError("an empty file instead of CSV with a header line")
        for number, row in enumerate(rows):
            if len(row) != len(rows[0]):
                raise ValueError(f"row {number} has {len(row)} fields, the header has {len(rows[0])}")
        return Result(rows[0], types, rows[1:])


def split_comments(text):
    """The "# KEY: VALUE" lines in front, as a dict, and the text behind them."""
    keys = {}
    while text.startswith("# "):
        line, _, text = text.partition("\n")
        key, _, value = line[2:].partition(": ")
        keys[key] = value
    return keys, text


def canonical(value, kind):
    """A value that compares as the kind of column says, and sorts with all others of its column."""
    if value is None:
        return (0,)
    if kind == "float":
        return (1, float(value))
    if kind == "exact" and NUMBER.fullmatch(value):
        return (1, decimal.Decimal(value))
    return (2, value)


def close(a, b):
    if len(a) < 2 or len(b) < 2:
        return a == b
    x, y = a[1], b[1]
    return x == y or (math.isnan(x) and math.isnan(y)) or \
        (math.isfinite(x) and math.isfinite(y) and abs(x - y) <= max(ZERO, TOLERANCE * max(abs(x), abs(y))))


def difference(expected, actual, ordered=False, sorted_by=()):
    """None if the results agree, else what differs.

    With columns in `sorted_by`, rows may come in any order in which the values of these columns come as expected: rows
    with equal ones may change places.
    """
    if expected.names != actual.names:
        return f"columns are {', '.join(actual.names)}; expected {', '.join(expected.names)}"
    if len(expected.rows) != len(actual.rows):
        return f"{len(actual.rows)} rows; expected {len(expected.rows)}"
    types = expected.types
    floats = [kind == "float" for kind in types]

    def rows_of(result):
        rows = [[canonical(value, kind) for value, kind in zip(row, types)] for row in result.rows]
        if ordered:
            return rows

        # Inexact columns decide last, so that nearly equal floats do not tear rows apart.
        def key(row):
            return ([v for v, inexact in zip(row, floats) if not inexact],
                    [(v[0], math.isnan(v[1]), v[1]) if len(v) > 1 else v
                     for v, inexact in zip(row, floats) if inexact])
        return sorted(rows, key=key)

    try:
        pairs = zip(rows_of(expected), rows_of(actual))
    except ValueError as error:
        return f"a column of floats holds something else: {error}"
    for number, (want, have) in enumerate(pairs):
        for name, a, b, inexact in zip(expected.names, want, have, floats):
            if not (close(a, b) if inexact else a == b):
                show = lambda v: "null" if len(v) < 2 else str(v[1])
                place = f"row {number}" + ("" if ordered else " (of the sorted rows)")
                return f"{place}, column {name}: {show(b)}; expected {show(a)}"
    if sorted_by:
        found = difference(select(expected, sorted_by), select(actual, sorted_by), ordered=True)
        return found and f"the same rows in another order: {found}"
    return None


def select(result, names):
    """Some columns of a result, its rows in order."""
    places = [result.names.index(name) for name in names]
    return Result(list(names), [result.types[i] for i in places], [[row[i] for i in places] for row in result.rows])


def main(arguments):
    paths = [argument for argument in arguments if not argument.startswith("--")]
    ordered = "--ordered" in arguments
    sorted_by = [name for argument in arguments if argument.startswith("--sorted-by=")
                 for name in argument.partition("=")[2].split(",")]
    if len(paths) != 2:
        sys.exit(__doc__.strip())
    texts = []
    for path in paths:
        with open(path, encoding="utf-8", newline="") as file:
            texts.append(file.read())
    keys, expected = split_comments(texts[0])
    types = keys["types"].split(",") if "types" in keys else None
    try:
        found = difference(Result.parse(expected, types), Result.parse(texts[1]), ordered, sorted_by)
    except ValueError as error:
        found = str(error)
    if found:
        sys.exit(f"{paths[1]}: {found}")


if __name__ == "__main__":
    main(sys.argv[1:])
