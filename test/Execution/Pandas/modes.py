#!/usr/bin/env python3
"""What pandas gives for each function of modes.mlir, as the files that run-all-ways compares with.

modes.py INPUTS           writes FUNCTION.rows next to t.csv and u.csv in the folder INPUTS
modes.py --check INPUTS   compares with the files there; status 1 if one differs

Missing values are written as empty fields, whatever pandas' dtype makes of them. Written for pandas 1.5.3.
"""
import math
import pathlib
import sys

import numpy
import pandas


def read(folder, name):
    # Nullable columns of integers are floats in classic pandas; "Int64" keeps them, and the missing ones.
    return pandas.read_csv(folder / f"{name}.csv", dtype={"k": "Int64", "x": "int64", "y": "float64", "i": "int64",
                                                          "j": "int64", "s": "str"})


def results(folder):
    t, u = read(folder, "t"), read(folder, "u")
    with numpy.errstate(all="ignore"):
        groups = t.groupby("k", as_index=False)
        yield "group", groups.agg(n=("i", "count"), total=("y", "sum"), mean=("y", "mean"), low=("y", "min"),
                                  first=("s", "first"), last=("s", "last"))
        yield "all_keys", t.groupby("k", as_index=False, dropna=False).agg(n=("i", "count"), total=("y", "sum"))
        yield "join", t.merge(u, on="k", how="inner")[["i", "j"]]
        yield "left_join", t.merge(u, on="k", how="left")[["i", "j"]].astype({"j": "Int64"})
        wrapped = t.x.to_numpy() + t.x.to_numpy()
        yield "wrap", pandas.DataFrame({"i": t.i, "twice": wrapped, "square": t.x.to_numpy() * t.x.to_numpy()})
        yield "totals", pandas.DataFrame({"x": [t.x.sum()], "y": [t.y.sum()], "mean": [t.x.mean()],
                                          "n": [t.y.count()]})
        none = t[t.i > 1000]
        yield "nothing", pandas.DataFrame({"x": [none.x.sum()], "y": [none.y.sum()], "low": [none.y.min()],
                                           "mean": [none.x.mean()], "n": [none.y.count()]})
        yield "groups_as_found", t.groupby("k", as_index=False, sort=False).agg(n=("i", "count"))
        yield "merge_in_order", t.merge(u, on="k", how="left")[["i", "j"]].astype({"j": "Int64"})
        rolling = t.y.rolling(3, min_periods=1)
        yield "rolling", pandas.DataFrame({"i": t.i, "median": rolling.median(), "low": rolling.min(),
                                           "share": rolling.quantile(0.75)})
        yield "sorted_up", t.sort_values("y", kind="stable")[["i", "y"]]
        yield "sorted_down", t.sort_values("y", ascending=False, kind="stable")[["i", "y"]]
        yield "nulls_first", t.sort_values("y", na_position="first", kind="stable")[["i", "y"]]


ORDERED = {"groups_as_found", "merge_in_order", "rolling", "sorted_up", "sorted_down", "nulls_first"}


def text(value):
    if value is pandas.NA or value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return repr(float(value)) if isinstance(value, (float, numpy.floating)) else str(value)


def kind(dtype):
    return "text" if dtype == object else "float" if dtype == numpy.float64 else "exact"


def render(frame):
    lines = ["# types: " + ",".join(kind(frame[c].dtype) for c in frame.columns), ",".join(frame.columns)]
    lines += [",".join(text(v) for v in row) for row in frame.itertuples(index=False)]
    return "\n".join(lines) + "\n"


def main(arguments):
    check = arguments[0] == "--check"
    folder = pathlib.Path(arguments[-1])
    different = []
    for name, frame in results(folder):
        path = folder / (name + (".out" if name in ORDERED else ".rows"))
        if check:
            if path.read_text() != render(frame):
                different.append(name)
                print(f"{name}: pandas {pandas.__version__} gives\n{render(frame)}", file=sys.stderr)
        else:
            path.write_text(render(frame))
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
