//===- DFOps.td - Plan operations of the molt_df dialect ---*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFOPS_TD
#define MOLT_DIALECT_DF_IR_DFOPS_TD

include "Molt/Dialect/DF/IR/DFAttrs.td"
include "Molt/Dialect/DF/IR/DFInterfaces.td"
include "Molt/Dialect/DF/IR/DFTypes.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"

class DF_Op<string name, list<Trait> traits = []> : Op<DF_Dialect, name, traits>;

def DF_PlanGroup : OpDocGroup {
  let summary = "Plan operations";
  let description = [{ Tables from tables. }];
}
def DF_ExprGroup : OpDocGroup {
  let summary = "Expressions";
  let description = [{ A scalar of a row from scalars of the row. }];
}
def DF_AggregateGroup : OpDocGroup {
  let summary = "Aggregates";
  let description = [{
    A scalar of a group from the rows of the group. Nulls are ignored unless an operation
    says otherwise. With `where`, rows for which the condition is false or null are no rows
    of the group, for that aggregate. With `distinct`, each value counts once (floats by the
    total order).
  }];
}

/// A plan operation: a table from tables. Not `Pure`: evaluating it can fail, but
/// an operation whose result nobody needs may be removed, which removes an error.
class DF_PlanOp<string name, list<Trait> traits = []>
    : DF_Op<name, traits # [NoMemoryEffect, InferTypeOpAdaptor]> {
  let results = (outs DF_AnyTable:$result);
  let opDocGroup = DF_PlanGroup;
}

/// A plan operation with a region over the rows of its input.
class DF_RowOp<string name, list<Trait> traits = []>
    : DF_PlanOp<name, traits # [SingleBlock, IsolatedFromAbove,
          DeclareOpInterfaceMethods<DF_RowRegionOpInterface>]> {
  let regions = (region SizedRegion<1>:$body);
  let hasRegionVerifier = 1;
}

def DF_SourceOp : DF_Op<"source", [DeclareOpInterfaceMethods<MemoryEffectsOpInterface>]> {
  let summary = "an input table of the program";
  let description = [{
    Names an input table and declares the columns that the program reads. Whoever
    runs the program binds the name to a file or to Arrow data; columns are found by
    name, or by position in files without names. A column that is declared without
    `?` must hold no nulls, which is checked when it is loaded.

    `facts` and `rows` are assumptions from statistics: for some columns their
    facts, and the most rows that the table has. Code compiled with them checks
    them before the first row and falls back on generic code. `assumed`, put there by
    passes, says that the plan has been changed on the strength of the facts: they
    have to stay, also those of columns that nothing reads any more, and so does the source
    itself where the plan has no use for it any more.

    ```mlir
    %t = molt_df.source "points" : !molt_df.table<"x": i64, "y": f64?>
    %u = molt_df.source "points" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>}}
        : !molt_df.table<"x": i64, "y": f64?>
    ```
  }];
  let arguments = (ins StrAttr:$name, OptionalAttr<DictionaryAttr>:$facts,
                       OptionalAttr<I64Attr>:$rows, UnitAttr:$assumed);
  let results = (outs DF_AnyTable:$result);
  let assemblyFormat = "$name attr-dict `:` type($result)";
  let hasVerifier = 1;
  let opDocGroup = DF_PlanGroup;
}

def DF_ProjectOp : DF_PlanOp<"project"> {
  let summary = "selects, reorders and renames columns";
  let description = [{
    The result has the named columns in the named order, under the names behind
    `->` if there are any. Rows and their order are the input's. A column may be
    selected twice under different names.

    ```mlir
    %1 = molt_df.project %0 ["x"] : !molt_df.table<"x": i64, "y": f64?>
    %2 = molt_df.project %0 ["y", "x"] -> ["a", "b"] : !molt_df.table<"x": i64, "y": f64?>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, StrArrayAttr:$columns,
                       OptionalAttr<StrArrayAttr>:$names);
  let assemblyFormat = "$input $columns (`->` $names^)? attr-dict `:` type($input)";
  let hasFolder = 1;
  let extraClassDeclaration = [{
    /// The names of the result's columns.
    ArrayAttr getResultNames() { return getNames() ? *getNames() : getColumns(); }
  }];
  let hasCanonicalizer = 1;
}

def DF_WithColumnsOp : DF_RowOp<"with_columns"> {
  let summary = "adds columns computed from the columns of each row";
  let description = [{
    Evaluates the region on every row; the yielded values become columns of the
    given names: a new name is appended, an existing one is replaced in place. The
    region sees the input's columns. Rows and order are the input's.

    ```mlir
    %1 = molt_df.with_columns %0 ["x"] -> ["double"] {
    ^bb0(%x: i64):
      %y = molt_df.add %x, %x : i64, i64
      molt_df.yield %y : i64
    } : !molt_df.table<"x": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, StrArrayAttr:$columns, StrArrayAttr:$names);
  let assemblyFormat = "$input $columns `->` $names $body attr-dict `:` type($input)";
  let hasCanonicalizer = 1;
  let hasFolder = 1;
}

def DF_FilterOp : DF_RowOp<"filter"> {
  let summary = "keeps the rows for which a condition is true";
  let description = [{
    Evaluates the region on every row and keeps the row if it yields true; false
    and null drop it. Order is preserved.

    ```mlir
    %1 = molt_df.filter %0 ["x"] {
    ^bb0(%x: i64):
      %c = molt_df.constant 5 : i64
      %p = molt_df.cmp lt %x, %c : i64, i64
      molt_df.yield %p : i1
    } : !molt_df.table<"x": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, StrArrayAttr:$columns);
  let assemblyFormat = "$input $columns $body attr-dict `:` type($input)";
  let hasCanonicalizer = 1;
}

def DF_AggregateOp : DF_RowOp<"aggregate"> {
  let summary = "groups rows by keys and reduces each group";
  let description = [{
    Rows with equal keys form a group (null equals null; floats by the total
    order); the result has one row per group: the keys, then the yielded
    aggregates under the names given. The region evaluates expressions on each row
    and reduces them with aggregate operations (`sum`, `count`, …); what it yields
    must be results of aggregate operations.

    Without keys there is exactly one group and one row, also for an empty input;
    with keys an empty input gives an empty result. With `drop_null_keys`, as in pandas, rows in
    which a key is null are in no group. The order of the result is unspecified; with
    `maintain_order` it is that of the groups' first rows. Key columns keep their names;
    aggregates must not repeat them.

    ```mlir
    %1 = molt_df.aggregate %0 by ["k"] of ["x"] -> ["total", "rows"] {
    ^bb0(%x: i64):
      %s = molt_df.sum %x : i64
      %n = molt_df.count
      molt_df.yield %s, %n : !molt_df.nullable<i64>, i64
    } : !molt_df.table<"k": i32, "x": i64>
    ```
    ```mlir
    %2 = molt_df.aggregate %1 by ["total"] drop_null_keys maintain_order of [] -> ["n"] {
      %n = molt_df.count
      molt_df.yield %n : i64
    } : !molt_df.table<"k": i32, "total": !molt_df.nullable<i64>, "rows": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, StrArrayAttr:$keys, UnitAttr:$drop_null_keys,
                       UnitAttr:$maintain_order, StrArrayAttr:$columns, StrArrayAttr:$names);
  let assemblyFormat = [{
    $input `by` $keys (`drop_null_keys` $drop_null_keys^)? (`maintain_order` $maintain_order^)?
    `of` $columns `->` $names $body attr-dict `:` type($input)
  }];
  let hasCanonicalizer = 1;
}

def DF_JoinOp : DF_PlanOp<"join", [SingleBlock, IsolatedFromAbove,
    DeclareOpInterfaceMethods<DF_RowRegionOpInterface, ["getRowType"]>]> {
  let summary = "join of two tables";
  let description = [{
    A left and a right row *match* if their keys are all equal and the condition behind
    `where`, if there is one, is true for the pair (not false or null). A null key equals
    nothing; with `null_equal`, it equals a null. Floats are equal by the total order. What
    becomes of the rows is the kind, `inner` if none is given:

    | kind | result |
    |---|---|
    | `inner` | a row per matching pair: the columns of the left, then of the right table |
    | `left` | that, and each left row without match, with nulls for the right columns, which are all nullable in the result |
    | `right` | the same with sides exchanged; the columns keep their order |
    | `full` | the rows of `left` and the right rows without match |
    | `semi` | each left row with a match, once; the columns of the left table |
    | `anti` | each left row without a match, also one with a null key; the columns of the left table |
    | `cross` | all pairs; there are no keys. For inequality joins: `cross` with `where` |

    The two tables must have no column name in common (use `project` to rename), but for
    `semi` and `anti` without a condition. Keys must have the same type, up to nullability.
    The condition's region names columns of either table and sees them as they are there:
    a condition of an outer join is evaluated before nulls are put in. It is evaluated for
    pairs with equal keys only, and an error in it is an error of the join.

    The order of the result is unspecified. With `maintain_order` it is that of the left rows, of
    those of one left row that of the right rows; right rows without match are behind them, in
    their order. (For `right`, with sides exchanged.) The right table is the build side (the left
    one for `right`): the smaller one belongs there. `build<left>` and `build<right>` say which
    table it is, which changes no row of the result: passes put it there (see
    `--molt-df-choose-join-sides`), and leave a join alone that has it.

    ```mlir
    %1 = molt_df.join %a, %b on ["x"] = ["y"]
        : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
    %2 = molt_df.join left %a, %b on ["x"] = ["y"] where ["p", "q"] {
    ^bb0(%p: f64, %q: f64):
      %c = molt_df.cmp lt %p, %q : f64, f64
      molt_df.yield %c : i1
    } : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
    %3 = molt_df.join semi %a, %b on ["x"] = ["y"] build<left>
        : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
    %4 = molt_df.join full %a, %b on ["x"] = ["y"] maintain_order
        : !molt_df.table<"x": i64, "p": f64>, !molt_df.table<"y": i64, "q": f64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$left, DF_AnyTable:$right,
                       DefaultValuedAttr<DF_JoinKindAttr, "JoinKind::inner">:$kind,
                       DefaultValuedAttr<StrArrayAttr, "{}">:$leftKeys,
                       DefaultValuedAttr<StrArrayAttr, "{}">:$rightKeys, UnitAttr:$null_equal,
                       UnitAttr:$maintain_order, OptionalAttr<DF_JoinSideAttr>:$build_side,
                       OptionalAttr<StrArrayAttr>:$columns);
  let regions = (region AnyRegion:$condition);
  let assemblyFormat = [{
    custom<JoinKind>($kind) $left `,` $right custom<JoinKeys>($leftKeys, $rightKeys)
    (`null_equal` $null_equal^)? (`maintain_order` $maintain_order^)?
    (`build` `` $build_side^)? (`where` $columns^ $condition)? attr-dict
    `:` type($left) `,` type($right)
  }];
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    /// Whether the result has columns of the right table.
    bool givesRight() { return getKind() != JoinKind::semi && getKind() != JoinKind::anti; }
    /// The side whose rows are put into a table: what `build` says, or else the kind.
    JoinSide getBuiltSide() {
      return getBuildSide().value_or(getKind() == JoinKind::right ? JoinSide::left : JoinSide::right);
    }
  }];
}

def DF_ConcatOp : DF_PlanOp<"concat"> {
  let summary = "the rows of several tables";
  let description = [{
    The rows of the first table, then those of the second, and so on, each in its order.
    The tables have columns of the same names in the same order and of the same types, up
    to nullability; a column of the result is nullable if it is in one of them. SQL's UNION
    ALL.

    ```mlir
    %1 = molt_df.concat %a, %b : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>
    ```
  }];
  let arguments = (ins Variadic<DF_AnyTable>:$inputs);
  let assemblyFormat = "$inputs attr-dict `:` type($inputs)";
  let hasFolder = 1;
}

def DF_SortOp : DF_PlanOp<"sort"> {
  let summary = "sorts rows, stably";
  let description = [{
    Orders the rows by the keys, most significant first; rows with equal keys keep
    their order. A key is ascending, or `desc`; nulls go last, or first with
    `nulls_first`, whatever the direction. Strings compare by code points, floats by
    the total order, false before true.

    ```mlir
    %1 = molt_df.sort %0 by ["x" desc, "y" nulls_first] : !molt_df.table<"x": i64, "y": f64?>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, ArrayAttr:$keys);
  let assemblyFormat = "$input `by` custom<SortKeys>($keys) attr-dict `:` type($input)";
}

def DF_TopKOp : DF_PlanOp<"top_k"> {
  let summary = "the first rows of the sorted table";
  let description = [{
    Equals `limit %n` of `sort`, without sorting everything. With `per`, that of the rows of
    each group of rows that agree in these columns (null equals null; floats by the total
    order); the order of the result is then unspecified.

    ```mlir
    %1 = molt_df.top_k %0, 10 by ["x" desc] : !molt_df.table<"x": i64>
    %2 = molt_df.top_k %0, 2 by ["x" desc] per ["x"] : !molt_df.table<"x": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, ConfinedAttr<I64Attr, [IntNonNegative]>:$count,
                       ArrayAttr:$keys, OptionalAttr<StrArrayAttr>:$per);
  let assemblyFormat = [{
    $input `,` $count `by` custom<SortKeys>($keys) (`per` $per^)? attr-dict `:` type($input)
  }];
}

def DF_LimitOp : DF_PlanOp<"limit"> {
  let summary = "a range of rows by position";
  let description = [{
    Rows offset, …, offset + count - 1 of the input, as far as they exist, in order.

    ```mlir
    %1 = molt_df.limit %0, 10 offset 5 : !molt_df.table<"x": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, ConfinedAttr<I64Attr, [IntNonNegative]>:$count,
                       DefaultValuedAttr<ConfinedAttr<I64Attr, [IntNonNegative]>, "0">:$offset);
  let assemblyFormat = "$input `,` $count (`offset` $offset^)? attr-dict `:` type($input)";
  let hasCanonicalizer = 1;
}

def DF_WithRowIndexOp : DF_PlanOp<"with_row_index"> {
  let summary = "adds the number of each row";
  let description = [{
    A column of i64 of the name given, which must be new, behind the others: 0 in the first row, 1
    in the second, and so on. With `monotonic`, any numbers that are not negative and less than
    those of later rows, which costs nothing and is enough to come back to the order by a sort;
    where the order of the input is unspecified, some may be equal. Rows and order are the input's.

    ```mlir
    %1 = molt_df.with_row_index %0 -> "row" : !molt_df.table<"x": i64>
    %2 = molt_df.with_row_index monotonic %0 -> "row" : !molt_df.table<"x": i64>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, UnitAttr:$monotonic, StrAttr:$name);
  let assemblyFormat = [{
    (`monotonic` $monotonic^)? $input `->` $name attr-dict `:` type($input)
  }];
}

def DF_YieldOp : DF_Op<"yield", [Pure, Terminator, ReturnLike,
    ParentOneOf<["WithColumnsOp", "FilterOp", "AggregateOp", "JoinOp", "FillNullOp", "WindowOp"]>]> {
  let summary = "ends a row region with its results";
  let description = [{
    ```mlir
    molt_df.yield %p : i1
    ```
  }];
  let arguments = (ins Variadic<DF_Scalar>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
  let opDocGroup = DF_PlanGroup;
}

include "Molt/Dialect/DF/IR/DFSetOps.td"
include "Molt/Dialect/DF/IR/DFWindowOps.td"
include "Molt/Dialect/DF/IR/DFExprOps.td"
include "Molt/Dialect/DF/IR/DFDateOps.td"
include "Molt/Dialect/DF/IR/DFNumberOps.td"
include "Molt/Dialect/DF/IR/DFAggregateOps.td"

#endif // MOLT_DIALECT_DF_IR_DFOPS_TD
