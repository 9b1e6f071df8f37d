// Bad values of options are errors, not choices of something else.
// RUN: not molt-opt %s --convert-molt-pipe-to-vector=target=x86-64-v2 2>&1 | FileCheck %s --check-prefix=TARGET
// RUN: not molt-opt %s --convert-molt-pipe-to-vector="target=x86-64 lanes=3" 2>&1 | FileCheck %s --check-prefix=LANES3
// RUN: not molt-opt %s --convert-molt-pipe-to-vector="target=x86-64 lanes=64" 2>&1 | FileCheck %s --check-prefix=LANES64
// RUN: not molt-opt %s --convert-molt-pipe-to-vector="target=x86-64 lanes=1" 2>&1 | FileCheck %s --check-prefix=LANES1
// RUN: not molt-opt %s --molt-to-llvm-pipeline=target=z80 2>&1 | FileCheck %s --check-prefix=PIPELINE
// RUN: molt-opt %s --convert-molt-pipe-to-vector="target=x86-64 lanes=32" | FileCheck %s
// RUN: molt-opt %s --convert-molt-pipe-to-vector | FileCheck %s

// TARGET: error: unknown target "x86-64-v2"; known are x86-64, x86-64-v3 and x86-64-v4
// LANES3: error: lanes must be a power of two from 2 to 32, not 3
// LANES64: error: lanes must be a power of two from 2 to 32, not 64
// LANES1: error: lanes must be a power of two from 2 to 32, not 1
// PIPELINE: error: unknown target "z80"; known are x86-64, x86-64-v3 and x86-64-v4
// CHECK: molt_simd.target = #molt_simd.target<"x86-64{{(-v3|-v4)?}}">
func.func @main() attributes {molt.inputs = [], molt.result = !molt_df.table<>} {
  %r = molt_pipe.result_create : !molt_pipe.result<>
  return
}
