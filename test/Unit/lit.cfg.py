# The GoogleTest programs of build/unittests; lit counts each of their cases.
import os

import lit.formats

config.name = "Molt-Unit"
config.suffixes = []
config.test_source_root = config.test_exec_root = os.path.join(config.molt_build, "unittests")
config.test_format = lit.formats.GoogleTest(".", "Tests")
config.environment["ASAN_OPTIONS"] = "exitcode=99:detect_leaks=0:allow_user_poisoning=0"
