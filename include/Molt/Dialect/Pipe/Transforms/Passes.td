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
  let summary = "Merges neighbouring stages";
  let description = [{
    A stage whose results are used by one later stage only, with nothing between
    them, is merged into it: no buffer is written between the two, and rows that the
    first drops are masked in registers. Checks of the second then apply only where
    the first keeps the row. A stage that does string work beyond the view is not
    merged behind a stage that drops rows: it should see the survivors only.

    Needs pure regions (but for checks), which is what stages have. Leaves every
    pipeline's results and errors as they are.

    ```mlir
    %a = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.addi %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    %b = molt_pipe.stage(%a) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.muli %v, %v : i64
      molt_pipe.yield values %s : i64
    }
    // becomes
    %b = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %s = arith.addi %v, %v : i64
      %t = arith.muli %s, %s : i64
      molt_pipe.yield values %t : i64
    }
    ```
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def SplitStages : Pass<"molt-pipe-split-stages", "::mlir::func::FuncOp"> {
  let summary = "Gives string work beyond the view stages of its own";
  let description = [{
    `molt_str.contains`, `starts_with` and ordering comparisons read bytes that a
    view does not hold. Each becomes a stage with nothing else in it, whose result
    is a column: the lowering turns such a stage into one kernel call per batch.
    Equality stays in vector code (`molt_simd.view_eq`).

    Leaves no stage in which such an operation stands among others.
  }];
}

#endif // MOLT_DIALECT_PIPE_TRANSFORMS_PASSES_TD
