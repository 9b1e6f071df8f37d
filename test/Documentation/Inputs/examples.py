#!/usr/bin/env python3
"""Checks the examples in the descriptions of operations and passes.

examples.py ops SOURCE FOLDER…
    Every ```mlir block in the IR/*.td files below SOURCE/include/Molt/FOLDER stands,
    line by line, in a test below SOURCE/test: whoever changes one has to run the other.
examples.py passes SOURCE FOLDER…
    Every pass in Passes.td there has an example: a block after "Before:", run through the pass by
    molt-opt, gives the block after "After:" (names of functions and values aside). Options of the
    pass may be given: "Before, with `name=value`:".
"""
import pathlib
import re
import subprocess
import sys
import textwrap

BLOCK = re.compile(r"```mlir\n(.*?)```", re.S)


def lines_of(text):
    """The lines without indentation, comments at their end or empty lines."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def find(source, folders, pattern):
    return [td for folder in folders
            for td in sorted((source / "include" / "Molt" / folder).rglob(pattern))]


def check_ops(source, folders):
    tests = {path: lines_of(path.read_text()) for path in sorted((source / "test").rglob("*.mlir"))}
    failed = count = 0
    for td in find(source, folders, "IR/*.td"):
        text = td.read_text()
        for match in BLOCK.finditer(text):
            count += 1
            example = lines_of(textwrap.dedent(match.group(1)))
            if not any(lines[i:i + len(example)] == example for lines in tests.values()
                       for i in range(len(lines) - len(example) + 1)):
                failed += 1
                line = text.count("\n", 0, match.start()) + 1
                print(f"{td.relative_to(source)}:{line}: no test has this example:\n{match.group(1)}")
    print(f"{count} examples, {failed} without a test")
    return failed == 0 and count > 0


def optimize(text, *options):
    run = subprocess.run(["molt-opt", *options], input=text, text=True, stdout=subprocess.PIPE,
                         stderr=subprocess.PIPE)
    if run.returncode:
        return None, run.stderr
    # Function names are the only difference that does not matter; the driver
    # numbers values anew.
    return re.sub(r"@(before|after)\b", "@example", run.stdout), ""


def check_passes(source, folders):
    failed = count = 0
    for td in find(source, folders, "Passes.td"):
        text = td.read_text()
        for match in re.finditer(r'def \w+\s*:\s*Pass<\s*"([^"]+)"(?:\s*,\s*"([^"]+)")?\s*>(.*?)^}', text,
                                 re.S | re.M):
            name, anchor, body = match.groups()
            where = f"{td.relative_to(source)}: --{name}"
            before = re.search(r"Before(?:, with `([^`]*)`)?:\s*" + BLOCK.pattern, body, re.S)
            after = re.search(r"After:\s*" + BLOCK.pattern, body, re.S)
            count += 1
            if not before or not after:
                failed += 1
                print(f"{where}: lacks an example, as blocks after Before: and After:")
                continue
            run = f"{name}{{{before.group(1) or ''}}}"
            nested = f"func.func({run})" if (anchor or "").endswith("FuncOp") else run
            actual, error = optimize(textwrap.dedent(before.group(2)),
                                     f"--pass-pipeline=builtin.module({nested})")
            expected, more = optimize(textwrap.dedent(after.group(1)))
            if actual is None or expected is None:
                failed += 1
                print(f"{where}: the example does not run:\n{error}{more}")
            elif actual != expected:
                failed += 1
                print(f"{where}: the example gives\n{actual}but the description says\n{expected}")
    print(f"{count} passes, {failed} with a wrong example")
    return failed == 0 and count > 0


if __name__ == "__main__":
    check = {"ops": check_ops, "passes": check_passes}[sys.argv[1]]
    sys.exit(0 if check(pathlib.Path(sys.argv[2]), sys.argv[3:]) else 1)
