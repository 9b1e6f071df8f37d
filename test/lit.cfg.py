# Configuration of lit for Molt's tests: run them with `ninja check-molt`, some of them
# with `lit -sv build/test/Dialect/DF`.
import os
import shutil
import subprocess

import lit.formats

config.name = "Molt"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt"]
config.test_source_root = os.path.dirname(__file__)
config.test_exec_root = os.path.join(config.molt_build, "test")

# Molt's programs, then FileCheck, not, split-file and their like, then the system.
config.environment["PATH"] = os.pathsep.join(
    [os.path.join(config.molt_build, "bin"), config.llvm_tools, config.environment["PATH"]]
)
# Sanitizers report to standard error and end with this status, which no tool has. LLVM's
# allocators poison their memory in code that is built with AddressSanitizer, as Molt's is
# then, and do not unpoison it in libLLVM, which is not.
config.environment["ASAN_OPTIONS"] = "exitcode=99:detect_leaks=0:allow_user_poisoning=0"
config.environment["UBSAN_OPTIONS"] = "halt_on_error=1:print_stacktrace=1"

config.substitutions += [
    ("%molt_source", config.molt_source),
    ("%molt_build", config.molt_build),
    ("%python", config.python),
    ("%llvm_tools", config.llvm_tools),
    ("%cc", os.path.join(config.llvm_tools, "clang") + (config.sanitizer and " -fsanitize=" + config.sanitizer)),
]

# %all-ways DIR: see test/Execution/run-all-ways. Programs are in DIR/program.mlir, made by
# split-file.
run_all_ways = os.path.join(config.test_source_root, "Execution", "run-all-ways")
config.substitutions.append(("%all-ways", f"{config.python} {run_all_ways}"))
config.environment["MOLT_BIN"] = os.path.join(config.molt_build, "bin")
config.environment["PYTHONDONTWRITEBYTECODE"] = "1"
if "MOLT_ALL_WAYS" in os.environ:
    config.environment["MOLT_ALL_WAYS"] = os.environ["MOLT_ALL_WAYS"]

# What tests may ask for with REQUIRES.
#   compiler     the build has the compiler, not the runtime alone
#   duckdb       libduckdb.so is there (scripts/fetch-duckdb)
#   gdb          GDB is installed
#   pandas       a Python has pandas (Debian's python3-pandas)
#   sanitizer    the build checks memory or threads: too slow for big inputs
#   x86-64 and avx2, avx512f: the processor that runs the tests
if config.with_compiler:
    config.available_features.add("compiler")
else:
    config.excludes += ["Dialect", "Conversion", "Pipelines", "Execution", "Interp", "Target",
                        "Documentation", "Regression", "Tools", "Clauses"]
if shutil.which("gdb") and not config.sanitizer:
    config.available_features.add("gdb")
for python in (config.python, "/usr/bin/python3"):
    has_pandas = os.path.exists(python) and subprocess.run(
        [python, "-c", "import importlib.util as u, sys; sys.exit(u.find_spec('pandas') is None)"]).returncode == 0
    if has_pandas:
        config.available_features.add("pandas")
        config.substitutions.append(("%pandas_python", python))
        break
# The oracle of functions of strings is CPython 3.11, which Debian 12 has.
for python in (config.python, "/usr/bin/python3"):
    version = subprocess.run([python, "-c", "import sys; print(*sys.version_info[:2])"],
                             capture_output=True, text=True).stdout.split()
    if version == ["3", "11"]:
        config.available_features.add("cpython-3.11")
        config.substitutions.append(("%cpython", python))
        break
if config.duckdb:
    config.available_features.add("duckdb")
    config.environment["MOLT_DUCKDB"] = config.duckdb
if config.sanitizer:
    config.available_features.add("sanitizer")
config.available_features.update(config.processor)
