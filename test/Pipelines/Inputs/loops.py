#!/usr/bin/env python3
"""loops.py SOURCE PROGRAM TARGET: what the loops of a compiled program do.

Lowers SOURCE/examples/PROGRAM.mlir to loops and checks the pipeline and merge functions:
- no loop over rows calls the runtime;
- each loop that takes one row at a time is of a kind that docs/rationale/molt_pipe.md
  lists in its table of scalar loops, and computes nothing but what its kind says;
- each operation of the stages, and of updates that work in registers, occurs on vectors.
Prints the loops, and exits with 1 if a rule is broken.
"""
import pathlib
import re
import subprocess
import sys
from collections import Counter

# Arithmetic on data. Additions and multiplications of integers also make addresses, so
# they count where they are on vectors only.
COMPUTATION = re.compile(r"arith\.(addf|subf|mulf|divf|negf|cmpf|divsi|divui|remsi|remui|extf|truncf"
                         r"|sitofp|uitofp|fptosi|mulsi_extended|mului_extended)\b|math\.|: i128$")
# What a vector loop must have as often as the stages.
COUNTED = ("arith.muli", "arith.addf", "arith.subf", "arith.mulf", "arith.divf", "arith.divsi",
           "arith.cmpi", "arith.cmpf", "arith.mulsi_extended")


class Loop:
    def __init__(self, kind, step, function, line, parent):
        self.kind, self.step, self.function, self.line = kind, step, function, line
        self.lines, self.loops, self.outermost = [], [], parent is None
        if parent:
            parent.loops.append(self)

    def all_lines(self):
        return self.lines + [line for loop in self.loops for line in loop.all_lines()]

    def has_for(self):
        return any(loop.kind == "for" or loop.has_for() for loop in self.loops)

    def is_vector(self):
        return self.kind == "for" and self.step > 1

    def is_wide(self):
        """A stage with 128-bit arithmetic: columns as vectors of one lane, which are taken apart to compute."""
        text = "\n".join(self.all_lines())
        return (self.kind == "for" and "vector<1x" in text
                and re.search(r"arith\.\w+ .*\bi(128|256)\b", text) is not None)

    def over_rows(self):
        """Not a loop over batches, match buffers or groups: the first is a pipeline's only loop
        that is in none, the others contain loops over rows."""
        is_batches = self.kind == "while" and self.outermost and not self.function.endswith("_update")
        return not self.has_for() and not is_batches

    def scalar_kind(self):
        """The kind of a loop over single rows, as the table of the documentation calls it."""
        text = "\n".join(self.all_lines())
        if self.is_wide():
            return "wide arithmetic"
        loads_row, stores_row = "llvm.load" in text, "llvm.store" in text
        stores_column = "memref.store" in text
        if self.kind == "while":
            return "join chain" if stores_column else "group probe"
        if any(loop.kind == "while" for loop in self.loops):
            return "group look-up" if stores_column else "group merge"
        if "-> (index)" in self.line:
            return "join candidates"
        if loads_row and stores_row and not stores_column:
            return "group state"
        if loads_row and not stores_row and not stores_column:
            return "lane merge"
        if stores_row and not loads_row and not stores_column:
            return "row append"
        if stores_column and not stores_row:
            return "gather"
        return None


def run(*arguments):
    return subprocess.run(["molt-opt", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


def parse(text):
    """The loops of the functions that see rows."""
    loops, stack, constants, function = [], [], {}, None
    for line in text.splitlines():
        stripped = line.strip()
        match = re.match(r"func\.func .*@(\w+)\(", stripped)
        if match:
            function, constants, stack = match.group(1), {}, []
            continue
        if not re.search(r"_(pipeline\d+(_update)?|merge\d+)$", function or ""):
            continue
        match = re.match(r"(%\S+) = arith\.constant (-?\d+) : index", stripped)
        if match:
            constants[match.group(1)] = int(match.group(2))
        # Blocks are tracked by indentation: the printer's is exact.
        indent = len(line) - len(line.lstrip())
        while stack and indent <= stack[-1][0] and not stripped.startswith(("} do", "^bb")):
            stack.pop()
        if stack:
            stack[-1][1].lines.append(stripped)
        match = re.search(r"scf\.(for|while)\b", stripped)
        if match:
            step = re.search(r"step (%\S+)", stripped)
            loop = Loop(match.group(1), constants.get(step.group(1), 0) if step else 0, function, stripped,
                        stack[-1][1] if stack else None)
            loops.append(loop)
            stack.append((indent, loop))
    return loops


def stage_operations(text):
    """How often stages have each operation."""
    counts, inside = Counter(), None
    for line in text.splitlines():
        indent = len(line) - len(line.lstrip())
        if inside is None and "molt_pipe.stage(" in line:
            inside = indent
        elif inside is not None and indent <= inside and line.strip().startswith("}"):
            inside = None
        elif inside is not None:
            counts.update(name for name in COUNTED if re.search(re.escape(name) + r"\b", line))
    return counts


def main(source, program, target):
    source = pathlib.Path(source)
    path = source / "examples" / f"{program}.mlir"
    plan = ["--molt-df-optimize-pipeline", "--molt-df-to-pipe-pipeline"]
    pipelines = run(path, *plan)
    loops = parse(run(path, *plan, f"--molt-pipe-to-vector-pipeline=target={target}"))
    known = set(re.findall(r"^\| ([a-z][a-z -]+?) \|",
                           (source / "docs/rationale/molt_pipe.md").read_text(), re.M))
    errors = []

    vectors, found = Counter(), Counter()
    for loop in loops:
        if not loop.over_rows():
            continue
        text = loop.all_lines()
        calls = [line for line in text if "molt_rt.call" in line]
        if calls:
            errors.append(f"@{loop.function}: a loop over rows calls the runtime:\n  {calls[0]}")
        if loop.is_vector() or loop.is_wide():
            vectors.update(name for line in text for name in COUNTED
                           if re.search(re.escape(name) + r"\b", line)
                           and ("vector<" in line or loop.is_wide()))
        if loop.is_vector():
            continue
        kind = loop.scalar_kind()
        found[kind] += 1
        if kind not in known:
            errors.append(f"@{loop.function}: a scalar loop of a kind that docs/rationale/molt_pipe.md does "
                          f"not list ({kind}):\n  " + "\n  ".join([loop.line] + text))
        if kind not in ("wide arithmetic", "group state", "group merge", "group look-up", "lane merge"):
            errors += [f"@{loop.function}: a {kind} loop computes:\n  {line}" for line in text
                       if COMPUTATION.search(line)]
    for name, count in stage_operations(pipelines).items():
        if vectors[name] < count:
            errors.append(f"stages have {count} {name}, loops over vectors {vectors[name]}")

    print(f"{program}, {target}: {sum(loop.is_vector() for loop in loops)} loops over vectors;",
          ", ".join(f"{count} {kind}" for kind, count in sorted(found.items(), key=str)))
    print("\n".join(errors))
    return not errors and any(loop.is_vector() for loop in loops)


if __name__ == "__main__":
    sys.exit(0 if main(*sys.argv[1:]) else 1)
