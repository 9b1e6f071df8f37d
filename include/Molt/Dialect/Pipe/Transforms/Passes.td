//===- Passes.td - Transforms of molt_pipe -----------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_TD
#define MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def FuseStages : Pass<"molt-pipe-fuse-stages", "::mlir::func::FuncOp"> {
  let summary = "merges neighbouring stages";
  let description = [{
    A stage whose results are used by the next operator only, and that is a stage
    too, is merged into it: no buffer is written between the two, and rows that the
    first drops are masked in registers. Checks of the second then apply only where
    the first keeps the row. Stages that are one string kernel stay alone: they are a
    call per batch, and behind a filter they see the survivors only.

    Needs pure regions (but for checks), which is what stages have. Leaves every
    pipeline's results and errors as they are.

    Before:

    ```mlir
    func.func @before(%source: !molt_pipe.source<i64>, %result: !molt_pipe.result<i64>) {
      molt_pipe.pipeline %source : !molt_pipe.source<i64> {
      ^bb0(%x: !molt_pipe.col<i64>):
        %a = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
        ^bb0(%v: i64):
          %limit = arith.constant 7 : i64
          %less = arith.cmpi slt, %v, %limit : i64
          molt_pipe.yield keep %less values %v : i64
        }
        %b = molt_pipe.stage(%a) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
        ^bb0(%v: i64):
          %zero = arith.constant 0 : i64
          %ok = arith.cmpi sge, %v, %zero : i64
          molt_pipe.check %ok code 3 "negative"
          %s = arith.muli %v, %v : i64
          molt_pipe.yield values %s : i64
        }
        molt_pipe.output %result, %b nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
      }
      return
    }
    ```

    After:

    ```mlir
    func.func @after(%source: !molt_pipe.source<i64>, %result: !molt_pipe.result<i64>) {
      molt_pipe.pipeline %source : !molt_pipe.source<i64> {
      ^bb0(%x: !molt_pipe.col<i64>):
        %b = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
        ^bb0(%v: i64):
          %limit = arith.constant 7 : i64
          %less = arith.cmpi slt, %v, %limit : i64
          %zero = arith.constant 0 : i64
          %ok = arith.cmpi sge, %v, %zero : i64
          molt_pipe.check %ok when %less code 3 "negative"
          %s = arith.muli %v, %v : i64
          molt_pipe.yield keep %less values %s : i64
        }
        molt_pipe.output %result, %b nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
      }
      return
    }
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def ShareStates : Pass<"molt-pipe-share-states", "::mlir::func::FuncOp"> {
  let summary = "keeps one state for aggregates that would keep the same";
  let description = [{
    `sum(x)` and `mean(x)` both add up x, and every mean counts its rows. Values of an
    aggregation's state that begin equal, and that every update and the merge keep
    equal, become one; inputs of an update that are the same column become one, too.
    Rows of groups get shorter, and there is less code to update, merge and compile.

    Works on aggregations whose rows are scanned by pipelines only. Leaves every
    pipeline's results and errors as they are.

    Before:

    ```mlir
    func.func @before(%source: !molt_pipe.source<i32, i64>, %result: !molt_pipe.result<i64, i64, i64>) {
      %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64, i64, i64]> init {
        %zero = arith.constant 0 : i64
        molt_pipe.yield values %zero, %zero, %zero : i64, i64, i64
      } merge {
      ^bb0(%s1: i64, %c1: i64, %d1: i64, %s2: i64, %c2: i64, %d2: i64):
        %s = arith.addi %s1, %s2 : i64
        %c = arith.addi %c1, %c2 : i64
        %d = arith.addi %d1, %d2 : i64
        molt_pipe.yield values %s, %c, %d : i64, i64, i64
      }
      molt_pipe.pipeline %source : !molt_pipe.source<i32, i64> {
      ^bb0(%k: !molt_pipe.col<i32>, %x: !molt_pipe.col<i64>):
        molt_pipe.agg_update %a keys(%k : !molt_pipe.col<i32>) inputs(%x : !molt_pipe.col<i64>)
            : !molt_pipe.agg_builder<[i32], [i64, i64, i64]> {
        ^bb0(%s: i64, %c: i64, %d: i64, %v: i64):
          %one = arith.constant 1 : i64
          %s1 = arith.addi %s, %v : i64
          %c1 = arith.addi %c, %one : i64
          %d1 = arith.addi %d, %one : i64
          molt_pipe.yield values %s1, %c1, %d1 : i64, i64, i64
        }
      }
      %rows = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[i32], [i64, i64, i64]> -> !molt_pipe.rows<i32, i64, i64, i64>
      molt_pipe.pipeline %rows : !molt_pipe.rows<i32, i64, i64, i64> {
      ^bb0(%k: !molt_pipe.col<i32>, %s: !molt_pipe.col<i64>, %c: !molt_pipe.col<i64>, %d: !molt_pipe.col<i64>):
        molt_pipe.output %result, %s, %c, %d nullable [false, false, false]
            : !molt_pipe.result<i64, i64, i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>
      }
      return
    }
    ```

    After:

    ```mlir
    func.func @after(%source: !molt_pipe.source<i32, i64>, %result: !molt_pipe.result<i64, i64, i64>) {
      %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64, i64]> init {
        %zero = arith.constant 0 : i64
        molt_pipe.yield values %zero, %zero : i64, i64
      } merge {
      ^bb0(%s1: i64, %c1: i64, %s2: i64, %c2: i64):
        %s = arith.addi %s1, %s2 : i64
        %c = arith.addi %c1, %c2 : i64
        molt_pipe.yield values %s, %c : i64, i64
      }
      molt_pipe.pipeline %source : !molt_pipe.source<i32, i64> {
      ^bb0(%k: !molt_pipe.col<i32>, %x: !molt_pipe.col<i64>):
        molt_pipe.agg_update %a keys(%k : !molt_pipe.col<i32>) inputs(%x : !molt_pipe.col<i64>)
            : !molt_pipe.agg_builder<[i32], [i64, i64]> {
        ^bb0(%s: i64, %c: i64, %v: i64):
          %one = arith.constant 1 : i64
          %s1 = arith.addi %s, %v : i64
          %c1 = arith.addi %c, %one : i64
          molt_pipe.yield values %s1, %c1 : i64, i64
        }
      }
      %rows = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[i32], [i64, i64]> -> !molt_pipe.rows<i32, i64, i64>
      molt_pipe.pipeline %rows : !molt_pipe.rows<i32, i64, i64> {
      ^bb0(%k: !molt_pipe.col<i32>, %s: !molt_pipe.col<i64>, %c: !molt_pipe.col<i64>):
        molt_pipe.output %result, %s, %c, %c nullable [false, false, false]
            : !molt_pipe.result<i64, i64, i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>, !molt_pipe.col<i64>
      }
      return
    }
    ```
  }];
}

def SplitStages : Pass<"molt-pipe-split-stages", "::mlir::func::FuncOp"> {
  let summary = "gives string work beyond the view stages of its own";
  let description = [{
    `molt_str.contains`, `starts_with` and ordering comparisons read bytes that a
    view does not hold. Each becomes a stage with nothing else in it, whose result
    is a column: the lowering turns such a stage into one kernel call per batch.
    Equality stays in vector code (`molt_simd.view_eq`).

    Their operands must be columns or constants. Leaves no stage in which such an
    operation stands among others.

    Before:

    ```mlir
    func.func @before(%source: !molt_pipe.source<!molt_str.utf8>, %result: !molt_pipe.result<i1>) {
      molt_pipe.pipeline %source : !molt_pipe.source<!molt_str.utf8> {
      ^bb0(%x: !molt_pipe.col<!molt_str.utf8>):
        %a = molt_pipe.stage(%x) : (!molt_pipe.col<!molt_str.utf8>) -> !molt_pipe.col<i1> {
        ^bb0(%v: !molt_str.utf8):
          %word = molt_str.constant "special"
          %found = molt_str.contains %v, %word : !molt_str.utf8, !molt_str.utf8
          %true = arith.constant true
          %missing = arith.xori %found, %true : i1
          molt_pipe.yield values %missing : i1
        }
        molt_pipe.output %result, %a nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
      }
      return
    }
    ```

    After:

    ```mlir
    func.func @after(%source: !molt_pipe.source<!molt_str.utf8>, %result: !molt_pipe.result<i1>) {
      molt_pipe.pipeline %source : !molt_pipe.source<!molt_str.utf8> {
      ^bb0(%x: !molt_pipe.col<!molt_str.utf8>):
        %k = molt_pipe.stage(%x) : (!molt_pipe.col<!molt_str.utf8>) -> !molt_pipe.col<i1> {
        ^bb0(%v: !molt_str.utf8):
          %word = molt_str.constant "special"
          %found = molt_str.contains %v, %word : !molt_str.utf8, !molt_str.utf8
          molt_pipe.yield values %found : i1
        }
        %a = molt_pipe.stage(%x, %k) : (!molt_pipe.col<!molt_str.utf8>, !molt_pipe.col<i1>) -> !molt_pipe.col<i1> {
        ^bb0(%v: !molt_str.utf8, %found: i1):
          %word = molt_str.constant "special"
          %true = arith.constant true
          %missing = arith.xori %found, %true : i1
          molt_pipe.yield values %missing : i1
        }
        molt_pipe.output %result, %a nullable [false] : !molt_pipe.result<i1>, !molt_pipe.col<i1>
      }
      return
    }
    ```

    (Cleaning up what is unused is left to CSE.)
  }];
}

#endif // MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_TD
