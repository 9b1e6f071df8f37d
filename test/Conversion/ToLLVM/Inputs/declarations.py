#!/usr/bin/env python3
"""The runtime's function list, read from Functions.def independently of the compiler.

declarations.py calls SOURCE          a module that calls each function
declarations.py check SOURCE MODULE   checks the declarations in a lowered module
"""
import pathlib
import re
import sys


def type_of(text):
    if text.strip() == "void":
        return None
    if "*" in text or re.match(r"\s*Molt\w+Fn\b", text):
        return "!llvm.ptr"
    return {"int32_t": "i32", "int64_t": "i64"}[text.split()[0]]


def functions(source):
    text = (source / "include/Molt/Runtime/Functions.def").read_text()
    for line in text.splitlines():
        match = re.match(r"MOLT_RT_FUNCTION\((.+?), (molt_rt_\w+), \((.*)\), (\w+), (\w+)\)$", line)
        if match:
            result, name, parameters = match.groups()[:3]
            yield name, type_of(result), [type_of(p) for p in parameters.split(",")]


def calls(source):
    for name, result, parameters in functions(source):
        arguments = ", ".join(f"%{i}: {type}" for i, type in enumerate(parameters))
        operands = ", ".join(f"%{i}" for i in range(len(parameters)))
        print(f"func.func @call_{name}({arguments}) {{")
        print(f'  {"%r = " if result else ""}molt_rt.call "{name}"({operands})'
              f' : ({", ".join(parameters)}) -> {result or "()"}')
        print("  return\n}")


def check(source, module):
    found = dict(re.findall(r"llvm\.func @(molt_rt_\w+)(\(.*)", pathlib.Path(module).read_text()))
    wanted = {name: f'({", ".join(parameters)})' + (f" -> {result}" if result else "")
              for name, result, parameters in functions(source)}
    for name in sorted(found.keys() | wanted.keys()):
        if found.get(name) != wanted.get(name):
            print(f"{name}: declared as {found.get(name)}, listed as {wanted.get(name)}")
    return found == wanted and len(wanted) > 20


if __name__ == "__main__":
    if sys.argv[1] == "calls":
        calls(pathlib.Path(sys.argv[2]))
    else:
        sys.exit(0 if check(pathlib.Path(sys.argv[2]), sys.argv[3]) else 1)
