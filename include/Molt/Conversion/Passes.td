//===- Passes.td - Conversions between Molt's levels -------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_CONVERSION_PASSES_TD
#define MOLT_CONVERSION_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertMoltDFToMoltPipe : Pass<"convert-molt-df-to-molt-pipe", "::mlir::func::FuncOp"> {
  let summary = "turns a dataframe plan into pipelines";
  let description = [{
    A function that returns a table becomes a sequence of states and pipelines that
    ends in a `molt_pipe.result`. This is the only place where a nullable becomes a
    value and an `i1`, a decimal a scaled integer, a date an `i32`, signedness the
    choice of an operation, and where names end. Facts of sources become guards, and
    columns without nulls lose their validity.

    The function keeps its schema in the attributes `molt.inputs` (an array of
    [name, table type]) and `molt.result` (a table type), loses its results, and
    contains no `molt_df` operation afterwards. Each use of a table is computed where
    it is used: a plan is a tree here.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"x": i64> {
      %0 = molt_df.source "t" : !molt_df.table<"x": i64>
      return %0 : !molt_df.table<"x": i64>
    }
    ```

    After:

    ```mlir
    func.func @after() attributes {molt.inputs = [["t", !molt_df.table<"x": i64>]],
                                   molt.result = !molt_df.table<"x": i64>} {
      %0 = molt_pipe.table_source "t" input 0 columns [0] validity [false]
          : !molt_pipe.source<i64>
      %1 = molt_pipe.result_create : !molt_pipe.result<i64>
      molt_pipe.pipeline parallel %0 : !molt_pipe.source<i64> {
      ^bb0(%x: !molt_pipe.col<i64>):
        %y = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
        ^bb0(%v: i64):
          molt_pipe.yield values %v : i64
        }
        molt_pipe.output %1, %y nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
      }
      return
    }
    ```

    (The stage in front of a result brings columns into the types of tables; here it
    has nothing to do and costs nothing.)
  }];
  let options = [
    Option<"parallel", "parallel", "bool", "true",
           "Let the runtime process the batches of a pipeline in parallel">
  ];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::molt::pipe::PipeDialect"];
}

def ConvertMoltPipeToVector : Pass<"convert-molt-pipe-to-vector", "::mlir::ModuleOp"> {
  let summary = "turns pipelines into functions of loops over vectors";
  let description = [{
    Each pipeline becomes a private function that processes one morsel (see
    MoltPipelineFn in Molt/Runtime/Runtime.h), in loops over batches; stages become
    loops over vectors of a fixed number of lanes (one lane for 128-bit arithmetic),
    which make good afterwards what lanes behind the last row did; only aggregations
    without keys have a masked remainder. Hash tables, sorters and results become
    runtime states and the code that fills them.
    The program function becomes `(!llvm.ptr) -> i32`, an entry point
    (MoltEntryFn).

    Works on functions with the attribute `molt.result`, which
    `--convert-molt-df-to-molt-pipe` leaves. Leaves func, scf, cf, arith, math, vector,
    memref, molt_simd, molt_rt and the loads and stores of the llvm dialect; no
    `molt_pipe` operation.

    What becomes of each operator is described in docs/rationale/molt_pipe.md; here is
    a program without a pipeline.

    Before, with `target=x86-64-v3`:

    ```mlir
    func.func @before() attributes {molt.inputs = [["t", !molt_df.table<"x": i64>]],
                                    molt.result = !molt_df.table<>} {
      molt_pipe.guard_rows input 0 max 1000
      %0 = molt_pipe.result_create : !molt_pipe.result<>
      return
    }
    ```

    After:

    ```mlir
    func.func @after(%execution: !llvm.ptr) -> i32 attributes {
        molt.inputs = [["t", !molt_df.table<"x": i64>]], molt.result = !molt_df.table<>,
        molt_simd.target = #molt_simd.target<"x86-64-v3">} {
      %input = arith.constant 0 : i32
      %max = arith.constant 1000 : i64
      %status = molt_rt.call "molt_rt_guard_rows"(%execution, %input, %max)
          : (!llvm.ptr, i32, i64) -> i32
      %ok = arith.constant 0 : i32
      %small = arith.cmpi eq, %status, %ok : i32
      cf.cond_br %small, ^bb1, ^exit(%status : i32)
    ^bb1:
      %result = molt_rt.call "molt_rt_result_create"(%execution) : (!llvm.ptr) -> !llvm.ptr
      %null = llvm.mlir.zero : !llvm.ptr
      %failed = llvm.icmp "eq" %result, %null : !llvm.ptr
      %memory = arith.constant 1 : i32
      cf.cond_br %failed, ^exit(%memory : i32), ^bb2
    ^bb2:
      %done = arith.constant 0 : i32
      return %done : i32
    ^exit(%code: i32):
      return %code : i32
    }
    ```
  }];
  let options = [
    Option<"target", "target", "std::string", "\"host\"",
           "Processor level: host, x86-64, x86-64-v3 or x86-64-v4">,
    Option<"lanes", "lanes", "unsigned", "0",
           "Lanes of stages that keep rows in registers; 0: by the target">
  ];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::cf::ControlFlowDialect", "::mlir::scf::SCFDialect",
    "::mlir::vector::VectorDialect", "::mlir::memref::MemRefDialect", "::mlir::LLVM::LLVMDialect",
    "::molt::simd::SIMDDialect", "::molt::rt::RTDialect"
  ];
}

def ConvertMoltSIMDToVector : Pass<"convert-molt-simd-to-vector", "::mlir::func::FuncOp"> {
  let summary = "expands molt_simd operations";
  let description = [{
    Replaces `mask_bits`, `for_each`, `load_bitmap` and `view_eq` by `vector`,
    `arith` and `scf` operations and llvm loads, and `compress` by the intrinsic that
    LLVM selects per target. Leaves no `molt_simd` operation.

    Before:

    ```mlir
    func.func @before(%m: vector<8xi1>) -> i64 {
      %b = molt_simd.mask_bits %m : vector<8xi1>
      return %b : i64
    }
    ```

    After:

    ```mlir
    func.func @after(%m: vector<8xi1>) -> i64 {
      %a = llvm.bitcast %m : vector<8xi1> to i8
      %b = arith.extui %a : i8 to i64
      return %b : i64
    }
    ```
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::scf::SCFDialect", "::mlir::vector::VectorDialect",
    "::mlir::math::MathDialect", "::mlir::LLVM::LLVMDialect", "::molt::rt::RTDialect"
  ];
}

def ConvertMoltToLLVM : Pass<"convert-molt-to-llvm", "::mlir::ModuleOp"> {
  let summary = "turns the vector level into the LLVM dialect";
  let description = [{
    One conversion for `molt_rt`, `vector`, `memref`, `arith`, `math`, `cf` and `func`
    together: one walk instead of seven. `scf` must have become `cf`. Runtime
    functions are declared with their prototypes from Functions.def. Leaves the llvm
    dialect only and no `unrealized_conversion_cast`.

    Before:

    ```mlir
    func.func @before(%execution: !llvm.ptr) -> i64
        attributes {molt_simd.target = #molt_simd.target<"x86-64-v3">} {
      %n = molt_rt.call "molt_rt_batch_size"(%execution) : (!llvm.ptr) -> i64
      %c = arith.constant 63 : i64
      %m = arith.addi %n, %c : i64
      return %m : i64
    }
    ```

    After:

    ```mlir
    llvm.func @molt_rt_batch_size(!llvm.ptr) -> i64
    llvm.func @after(%execution: !llvm.ptr) -> i64
        attributes {passthrough = [["target-cpu", "x86-64-v3"], ["prefer-vector-width", "256"],
                                   ["min-legal-vector-width", "256"]]} {
      %n = llvm.call @molt_rt_batch_size(%execution) : (!llvm.ptr) -> i64
      %c = llvm.mlir.constant(63 : i64) : i64
      %m = llvm.add %n, %c : i64
      llvm.return %m : i64
    }
    ```
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect"];
}

#endif // MOLT_CONVERSION_PASSES_TD
