#!/usr/bin/env python3
"""errors.py SOURCE: whether each message in docs/errors.md occurs in a test of bad input, or in the code."""
import pathlib
import re
import sys

source = pathlib.Path(sys.argv[1])
known = "".join(path.read_text() for path in (source / "test/Tools/bad-input").glob("*.test"))
for folder in ["lib/Runtime", "tools/molt-run"]:
    known += "".join(path.read_text() for path in (source / folder).glob("*.cpp"))
missing = count = 0
for number, line in enumerate((source / "docs/errors.md").read_text().splitlines(), 1):
    cells = [cell.strip() for cell in line.split("|")[1:-1]]
    for cell in cells[:-1]:
        message = re.fullmatch(r"`(.*)`", cell)
        if not message:
            continue
        count += 1
        if message[1] not in known:
            missing += 1
            print(f"docs/errors.md:{number}: no test expects {message[1]!r}")
print(f"{count} messages, {missing} unknown")
sys.exit(missing > 0 or count == 0)
