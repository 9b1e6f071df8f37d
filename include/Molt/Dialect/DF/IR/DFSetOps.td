//===- DFSetOps.td - Sets of rows, and missing values ------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td. Plan operations that are short for others: the pass
// --molt-df-decompose says them in aggregate, join, filter and with_columns.
//
//===----------------------------------------------------------------------===//

def DF_DistinctOp : DF_PlanOp<"distinct"> {
  let summary = "one row of those that agree in some columns";
  let description = [{
    Of the rows that are equal in the columns named, or in all if none are, one stays: any of
    them, or with `keep` the `first`, the `last`, or `none` (rows without an equal one stay).
    Null equals null and floats are equal by the total order, as in `aggregate`; floats that
    were compared are canonical in the result. The order of the result is unspecified; with
    `maintain_order`, that of the rows that stay, of `any` the first ones.

    ```mlir
    %1 = molt_df.distinct %0 : !molt_df.table<"x": i64, "y": f64?>
    %2 = molt_df.distinct %0 on ["x"] keep first : !molt_df.table<"x": i64, "y": f64?>
    %3 = molt_df.distinct %0 maintain_order : !molt_df.table<"x": i64, "y": f64?>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, OptionalAttr<StrArrayAttr>:$columns,
                       DefaultValuedAttr<DF_KeepAttr, "Keep::any">:$keep,
                       UnitAttr:$maintain_order);
  let assemblyFormat = [{
    $input (`on` $columns^)? (`keep` `` $keep^)? (`maintain_order` $maintain_order^)? attr-dict
    `:` type($input)
  }];
}

class DF_SetOp<string name> : DF_PlanOp<name> {
  let arguments = (ins DF_AnyTable:$left, DF_AnyTable:$right, UnitAttr:$all,
                       UnitAttr:$maintain_order);
  let assemblyFormat = [{
    (`all` $all^)? $left `,` $right (`maintain_order` $maintain_order^)? attr-dict
    `:` type($left) `,` type($right)
  }];
}

def DF_UnionOp : DF_PlanOp<"union"> {
  let summary = "the different rows of several tables";
  let description = [{
    The rows of `concat`, whose rules for columns hold here, each once: as `distinct` of it, also
    with `maintain_order`. SQL's UNION.

    ```mlir
    %1 = molt_df.union %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
    ```
  }];
  let arguments = (ins Variadic<DF_AnyTable>:$inputs, UnitAttr:$maintain_order);
  let assemblyFormat = [{
    $inputs (`maintain_order` $maintain_order^)? attr-dict `:` type($inputs)
  }];
}

def DF_IntersectOp : DF_SetOp<"intersect"> {
  let summary = "the different rows of one table that are in another, too";
  let description = [{
    Rows are compared as by `distinct`, columns follow the rules of `concat`; the result has
    the types of the left table. With `all`, a row that is m times in the left table and n times
    in the right one is min(m, n) times in the result: the first ones of the left table, as they
    are there. The order
    of the result is unspecified, with `maintain_order` that of the left table. SQL's INTERSECT
    and INTERSECT ALL.

    ```mlir
    %1 = molt_df.intersect %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
    %2 = molt_df.intersect all %a, %b maintain_order
        : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
    ```
  }];
}

def DF_ExceptOp : DF_SetOp<"except"> {
  let summary = "the different rows of one table that are not in another";
  let description = [{
    As `intersect`. With `all`, a row that is m times in the left table and n times in the right
    one is max(m − n, 0) times in the result: the last ones of the left table, as they are there.
    SQL's EXCEPT and
    EXCEPT ALL.

    ```mlir
    %1 = molt_df.except %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
    %2 = molt_df.except all %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
    ```
  }];
}

def DF_FillNullOp : DF_RowOp<"fill_null"> {
  let summary = "values in place of nulls";
  let description = [{
    Where one of the columns named last is null, its value in the result is the one that the
    region yields for it, of the same type up to nullability; the column is nullable in the
    result if that is. The region sees the columns named first, as they are in the input, and
    is evaluated on every row. Rows and order are the input's.

    ```mlir
    %1 = molt_df.fill_null %0 ["y"] -> ["x"] {
    ^bb0(%y: i64):
      molt_df.yield %y : i64
    } : !molt_df.table<"x": i64?, "y": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, StrArrayAttr:$columns, StrArrayAttr:$names);
  let assemblyFormat = "$input $columns `->` $names $body attr-dict `:` type($input)";
}

def DF_DropNullsOp : DF_PlanOp<"drop_nulls"> {
  let summary = "the rows without null in some columns";
  let description = [{
    Rows in which one of the columns named, or of all if none are, is null are dropped; these
    columns are not nullable in the result. Order is preserved.

    ```mlir
    %1 = molt_df.drop_nulls %0 : !molt_df.table<"x": i64?, "y": f64?>
    %2 = molt_df.drop_nulls %0 ["x"] : !molt_df.table<"x": i64?, "y": f64?>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, OptionalAttr<StrArrayAttr>:$columns);
  let assemblyFormat = "$input ($columns^)? attr-dict `:` type($input)";
}
