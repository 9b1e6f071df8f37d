// molt-translate: LLVM IR and object files from any level, for every target.
// RUN: split-file %s %t
// RUN: molt-translate --molt-to-llvmir %t/program.mlir --target x86-64 | FileCheck %s --check-prefix=IR
// RUN: molt-translate --molt-to-llvmir %t/program.mlir --target x86-64-v4 --parallel=false | FileCheck %s --check-prefix=SERIAL
// RUN: molt-translate --molt-to-llvmir %t/program.mlir --target x86-64-v4 --lanes 4 | FileCheck %s --check-prefix=LANES

// IR:       target triple = "x86_64-
// IR:       define i32 @sums(ptr %{{.*}})
// IR:       call i32 @molt_rt_scan_table(ptr %{{.*}}, i32 1)
// SERIAL:   call i32 @molt_rt_scan_table(ptr %{{.*}}, i32 0)
// LANES:    load <4 x i32>

// A module of each level below gives the same code as the one above it.
// RUN: molt-translate --molt-to-object %t/program.mlir --target x86-64 -o %t/a.o
// RUN: molt-opt %t/program.mlir --molt-to-llvm-pipeline=target=x86-64 -o %t/llvm.mlir
// RUN: molt-translate --molt-to-object %t/llvm.mlir --target x86-64 -o %t/b.o
// RUN: cmp %t/a.o %t/b.o
// Output is the same every time.
// RUN: molt-translate --molt-to-object %t/program.mlir --target x86-64 -o %t/c.o
// RUN: cmp %t/a.o %t/c.o

// The object calls the runtime and nothing else, and runs in a program of its own.
// RUN: llvm-nm --undefined-only %t/a.o | not grep -v " molt_rt_\| mem\| bcmp"
// RUN: %cc -I %molt_source/include %S/Inputs/linked.c %t/a.o -L %molt_build/lib -lMoltRuntime -Wl,-rpath,%molt_build/lib -o %t/linked
// RUN: %t/linked %t/t.csv | FileCheck %s --check-prefix=LINKED
// RUN: not %t/linked %t/big.csv 2>&1 | FileCheck %s --check-prefix=FAIL

// LINKED:      k,s
// LINKED-DAG:  ä,40
// LINKED-DAG:  b,2
// FAIL:     error: {{.*}}big.csv: {{.*}}2147483648

// Errors: one message, no file.
// RUN: not molt-translate --molt-to-object %t/program.mlir --target z80 -o %t/none.o 2>&1 | FileCheck %s --check-prefix=TARGET
// RUN: not ls %t/none.o
// RUN: not molt-translate --molt-to-object %t/declared.mlir -o %t/none.o 2>&1 | FileCheck %s --check-prefix=DECLARED
// RUN: not ls %t/none.o
// RUN: not molt-translate %t/program.mlir 2>&1 | FileCheck %s --check-prefix=NOTHING

// TARGET:   error: unknown target "z80"; known are x86-64, x86-64-v3 and x86-64-v4
// DECLARED: error: 'func.func' op has no form in LLVM, as '!molt_df.table<"x": i64>' is in its type, and no body
// NOTHING:  must be specified at least once

//--- program.mlir
!t = !molt_df.table<"k": !molt_str.utf8, "x": i32>
!r = !molt_df.table<"k": !molt_str.utf8, "s": i64?>
func.func @sums() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: i32):
    %w = molt_df.cast %x : i32 to i64
    %s = molt_df.sum %w : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !t
  return %r : !r
}
//--- declared.mlir
func.func private @main() -> !molt_df.table<"x": i64>
//--- t.csv
k,x
ä,1
b,2
ä,39
//--- big.csv
k,x
ä,2147483648
