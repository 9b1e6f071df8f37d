//===- DFDialect.td - The molt_df dialect ------------------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFDIALECT_TD
#define MOLT_DIALECT_DF_IR_DFDIALECT_TD

include "mlir/IR/OpBase.td"

def DF_Dialect : Dialect {
  let name = "molt_df";
  let cppNamespace = "::molt::df";
  let summary = "Dataframe plans and their expressions";
  let description = [{
    A program is a function over tables: plan operations (`source`, `filter`,
    `aggregate`, …) whose schemas are in their types, with expressions as regions
    over the scalars of one row. It says what to compute; order of evaluation,
    batches and memory belong to `molt_pipe` and below.

    **Order.** Tables are ordered. `source`, `project`, `with_columns`, `filter`,
    `limit`, `sort` and `top_k` preserve or define order; `aggregate` and `join`
    leave it unspecified.

    **Nulls.** Unless it says otherwise, an expression propagates null: if any
    operand is null, so is the result, and nothing fails.

    **Errors.** An operation fails only on rows that reach it in the plan and whose
    operands are not null. Where several rows fail, any one is reported.

    **Floats.** Comparisons, sorting and grouping follow a total order: -0 equals
    +0, NaN equals NaN and is greater than everything else. Keys in a result are
    canonical: +0 and the quiet NaN.
  }];
  let useDefaultTypePrinterParser = 1;
  let useDefaultAttributePrinterParser = 1;
  let hasConstantMaterializer = 1;
  let extraClassDeclaration = [{
    void registerTypes();
    void registerAttributes();
  }];
}

#endif // MOLT_DIALECT_DF_IR_DFDIALECT_TD
