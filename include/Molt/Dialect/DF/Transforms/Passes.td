//===- Passes.td - Transforms of the molt_df dialect -------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_TRANSFORMS_PASSES_TD
#define MOLT_DIALECT_DF_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def MoltDFDecompose : Pass<"molt-df-decompose", "::mlir::func::FuncOp"> {
  let summary = "says operations that are short for others in these";
  let description = [{
    `distinct`, `union`, `intersect`, `except`, `fill_null` and `drop_nulls` become
    `aggregate`, `join`, `concat`, `filter` and `with_columns`; `drop_null_keys` of an `aggregate`
    a filter in front of it; `top_k` per group a filter on
    the row numbers of a `window`; aggregates over whole partitions of a `window`, unless its
    rows are sorted for other functions, an `aggregate` that is joined with the rows; aggregates
    of distinct values an aggregate over the groups
    of keys and value, and quantiles one over the rows that a window puts at their place, each
    joined with the others. Afterwards
    none of these is left: the passes behind it and the lowering need not know them. The
    pipelines run it first.

    Before:

    ```mlir
    func.func @before(%t: !molt_df.table<"k": i64, "x": i64>) -> !molt_df.table<"k": i64, "n": i64> {
      %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["n"] {
      ^bb0(%x: i64):
        %n = molt_df.count_distinct %x : i64
        molt_df.yield %n : i64
      } : !molt_df.table<"k": i64, "x": i64>
      return %r : !molt_df.table<"k": i64, "n": i64>
    }
    ```

    After:

    ```mlir
    func.func @after(%t: !molt_df.table<"k": i64, "x": i64>) -> !molt_df.table<"k": i64, "n": i64> {
      %c = molt_df.with_columns %t ["x"] -> [".0"] {
      ^bb0(%x: i64):
        molt_df.yield %x : i64
      } : !molt_df.table<"k": i64, "x": i64>
      %d = molt_df.aggregate %c by ["k", ".0"] of [] -> [] {
        molt_df.yield
      } : !molt_df.table<"k": i64, "x": i64, ".0": i64>
      %r = molt_df.aggregate %d by ["k"] of [".0"] -> ["n"] {
      ^bb0(%x: i64):
        %n = molt_df.count_valid %x : i64
        molt_df.yield %n : i64
      } : !molt_df.table<"k": i64, ".0": i64>
      return %r : !molt_df.table<"k": i64, "n": i64>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFPruneColumns : Pass<"molt-df-prune-columns", "::mlir::func::FuncOp"> {
  let summary = "reads and carries only the columns that are needed";
  let description = [{
    Finds the columns of every table that something later uses, and removes the
    others: from the type of a `source` (with their facts), from `project`, among the
    results of `with_columns` and `aggregate`, and from the arguments of row regions.
    A `project` in front of `join`, `sort` and `top_k` keeps columns that only a
    filter needed out of their state. Expressions whose results are not needed go, and
    their errors with them. The type of what the function returns stays.

    A `source` marked `assumed` keeps the columns that have facts, because the plan
    depends on these facts being checked.

    Before:

    ```mlir
    func.func @before(%unused: i1) -> !molt_df.table<"total": !molt_df.nullable<i64>> {
      %t = molt_df.source "t" : !molt_df.table<"a": i64, "b": i64, "c": i64>
      %w = molt_df.with_columns %t ["a", "c"] -> ["d"] {
      ^bb0(%a: i64, %c: i64):
        %d = molt_df.add %a, %c : i64, i64
        molt_df.yield %d : i64
      } : !molt_df.table<"a": i64, "b": i64, "c": i64>
      %r = molt_df.aggregate %w by [] of ["b"] -> ["total"] {
      ^bb0(%b: i64):
        %s = molt_df.sum %b : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !molt_df.table<"a": i64, "b": i64, "c": i64, "d": i64>
      return %r : !molt_df.table<"total": !molt_df.nullable<i64>>
    }
    ```

    After:

    ```mlir
    func.func @after(%unused: i1) -> !molt_df.table<"total": !molt_df.nullable<i64>> {
      %t = molt_df.source "t" : !molt_df.table<"b": i64>
      %r = molt_df.aggregate %t by [] of ["b"] -> ["total"] {
      ^bb0(%b: i64):
        %s = molt_df.sum %b : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !molt_df.table<"b": i64>
      return %r : !molt_df.table<"total": !molt_df.nullable<i64>>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFPushDownFilters : Pass<"molt-df-push-down-filters", "::mlir::func::FuncOp"> {
  let summary = "splits filters and moves them towards the sources";
  let description = [{
    Splits the conjunctions of each filter's condition into filters of their own and
    moves each of these as far down as it goes:
    - through `project` (under the old names), `sort`, and `with_columns` (with the
      definitions of computed columns copied in, if they cannot fail);
    - into the side of a `join` whose columns it uses, if it cannot fail; a condition
      on key columns alone goes into both sides, unless the keys are floats;
    - through an `aggregate` with keys, if it uses keys only, none of them float;
    - never through `limit` and `top_k`, whose rows depend on those before them, and
      never past an operation whose result has other users.

    Filters that end up next to each other are ordered by their cost: comparisons of
    numbers and dates first, string searches last; equal ones as written.

    A row may be dropped earlier than written, which can only remove errors; no
    condition that can fail is evaluated on a row that it did not see before.

    Before:

    ```mlir
    func.func @before(%a: !molt_df.table<"x": i64, "p": i64>, %b: !molt_df.table<"y": i64>)
        -> !molt_df.table<"x": i64, "p": i64, "y": i64> {
      %j = molt_df.join %a, %b on ["x"] = ["y"]
          : !molt_df.table<"x": i64, "p": i64>, !molt_df.table<"y": i64>
      %f = molt_df.filter %j ["p"] {
      ^bb0(%p: i64):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp lt %p, %five : i64, i64
        molt_df.yield %less : i1
      } : !molt_df.table<"x": i64, "p": i64, "y": i64>
      return %f : !molt_df.table<"x": i64, "p": i64, "y": i64>
    }
    ```

    After:

    ```mlir
    func.func @after(%a: !molt_df.table<"x": i64, "p": i64>, %b: !molt_df.table<"y": i64>)
        -> !molt_df.table<"x": i64, "p": i64, "y": i64> {
      %f = molt_df.filter %a ["p"] {
      ^bb0(%p: i64):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp lt %p, %five : i64, i64
        molt_df.yield %less : i1
      } : !molt_df.table<"x": i64, "p": i64>
      %j = molt_df.join %f, %b on ["x"] = ["y"]
          : !molt_df.table<"x": i64, "p": i64>, !molt_df.table<"y": i64>
      return %j : !molt_df.table<"x": i64, "p": i64, "y": i64>
    }
    ```
  }];
  let options = [
    Option<"inferJoinFilters", "infer-join-filters", "bool", /*default=*/"true",
           "put conditions on join keys into both sides of the join">
  ];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFSimplify : Pass<"molt-df-simplify", "::mlir::func::FuncOp"> {
  let summary = "simplifies plans and expressions";
  let description = [{
    Applies the folds and canonicalization patterns of the dialects that are loaded,
    and eliminates common subexpressions, in plans and in their regions: negated
    comparisons become the inverse ones (the order of values is total, so this holds
    with nulls and NaN too), constants move to the right, casts of exact casts become
    one, choices with a known outcome go, a filter treats null as false, filters that
    are always true go and those that never are become `limit 0`, unused and repeated
    columns of row regions go, `sort` and `limit` become `top_k`.

    Before:

    ```mlir
    func.func @before(%t: !molt_df.table<"x": i64?>) -> !molt_df.table<"x": i64?> {
      %f = molt_df.filter %t ["x"] {
      ^bb0(%x: !molt_df.nullable<i64>):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp gt %five, %x : i64, !molt_df.nullable<i64>
        %not = molt_df.not %less : !molt_df.nullable<i1>
        %false = molt_df.constant false : i1
        %keep = molt_df.coalesce %not, %false : !molt_df.nullable<i1>, i1
        molt_df.yield %keep : i1
      } : !molt_df.table<"x": i64?>
      return %f : !molt_df.table<"x": i64?>
    }
    ```

    After:

    ```mlir
    func.func @after(%t: !molt_df.table<"x": i64?>) -> !molt_df.table<"x": i64?> {
      %f = molt_df.filter %t ["x"] {
      ^bb0(%x: !molt_df.nullable<i64>):
        %five = molt_df.constant 5 : i64
        %keep = molt_df.cmp ge %x, %five : !molt_df.nullable<i64>, i64
        molt_df.yield %keep : !molt_df.nullable<i1>
      } : !molt_df.table<"x": i64?>
      return %f : !molt_df.table<"x": i64?>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFInferFacts : Pass<"molt-df-infer-facts", "::mlir::func::FuncOp"> {
  let summary = "propagates ranges and nullness and records what they prove";
  let description = [{
    Follows facts (`FactAnalysis`) from types, from the `facts` and `rows` of sources
    and from the conditions of filters through the plan, and records in the IR what
    they prove:
    - arithmetic and casts that cannot fail get `overflow<never>`;
    - `sum` and `mean` of integers and decimals get `total_bits`, if the bound on the
      number of rows times that on the values fits 128 bits;
    - `is_null` of what is never null becomes false, and a comparison whose operands'
      ranges decide it a constant.

    Sources with facts or a bound on rows become `assumed` if any proof relied on more
    than types.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"total": !molt_df.nullable<i64>> {
      %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [0, 99]>}, rows = 1000 : i64}
          : !molt_df.table<"x": i64>
      %r = molt_df.aggregate %t by [] of ["x"] -> ["total"] {
      ^bb0(%x: i64):
        %y = molt_df.mul %x, %x : i64, i64
        %s = molt_df.sum %y : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !molt_df.table<"x": i64>
      return %r : !molt_df.table<"total": !molt_df.nullable<i64>>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"total": !molt_df.nullable<i64>> {
      %t = molt_df.source "t" {assumed, facts = {x = #molt_df.facts<range = [0, 99]>}, rows = 1000 : i64}
          : !molt_df.table<"x": i64>
      %r = molt_df.aggregate %t by [] of ["x"] -> ["total"] {
      ^bb0(%x: i64):
        %y = molt_df.mul overflow<never> %x, %x : i64, i64
        %s = molt_df.sum %y {total_bits = 25 : i64} : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !molt_df.table<"x": i64>
      return %r : !molt_df.table<"total": !molt_df.nullable<i64>>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFNarrowDecimals : Pass<"molt-df-narrow-decimals", "::mlir::func::FuncOp"> {
  let summary = "computes in decimals of at most 18 digits where ranges allow it";
  let description = [{
    Decimals of up to 18 digits are computed in 64 bits, others in 128. Where an
    operation's result has more than 18 digits, but the ranges of its operands
    (`FactAnalysis`) need fewer digits than their types have and would bring the result
    to at most 18, inserts casts to these digits (`overflow<never>`: the range proves
    that they fit) behind the definitions of the operands and infers the types of all
    that depends on them anew. What a region yields keeps its type, and so do the
    operands of `min` and `max`, through casts back. Other expressions stay untouched.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"total": !molt_df.nullable<!molt_df.decimal<38, 4>>> {
      %t = molt_df.source "t" {facts = {p = #molt_df.facts<range = [0, 10494950]>}}
          : !molt_df.table<"p": !molt_df.decimal<15, 2>, "d": !molt_df.decimal<4, 2>>
      %r = molt_df.aggregate %t by [] of ["p", "d"] -> ["total"] {
      ^bb0(%p: !molt_df.decimal<15, 2>, %d: !molt_df.decimal<4, 2>):
        %x = molt_df.mul %p, %d : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 2>
        %s = molt_df.sum %x : !molt_df.decimal<19, 4>
        molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 4>>
      } : !molt_df.table<"p": !molt_df.decimal<15, 2>, "d": !molt_df.decimal<4, 2>>
      return %r : !molt_df.table<"total": !molt_df.nullable<!molt_df.decimal<38, 4>>>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"total": !molt_df.nullable<!molt_df.decimal<38, 4>>> {
      %t = molt_df.source "t" {assumed, facts = {p = #molt_df.facts<range = [0, 10494950]>}}
          : !molt_df.table<"p": !molt_df.decimal<15, 2>, "d": !molt_df.decimal<4, 2>>
      %r = molt_df.aggregate %t by [] of ["p", "d"] -> ["total"] {
      ^bb0(%p: !molt_df.decimal<15, 2>, %d: !molt_df.decimal<4, 2>):
        %n = molt_df.cast overflow<never> %p : !molt_df.decimal<15, 2> to !molt_df.decimal<8, 2>
        %x = molt_df.mul %n, %d : !molt_df.decimal<8, 2>, !molt_df.decimal<4, 2>
        %s = molt_df.sum %x : !molt_df.decimal<12, 4>
        molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 4>>
      } : !molt_df.table<"p": !molt_df.decimal<15, 2>, "d": !molt_df.decimal<4, 2>>
      return %r : !molt_df.table<"total": !molt_df.nullable<!molt_df.decimal<38, 4>>>
    }
    ```
  }];
  let options = [
    Option<"maxDigits", "max-digits", "unsigned", /*default=*/"18",
           "digits that a decimal may have to be cheap">
  ];
  let dependentDialects = ["::molt::df::DFDialect"];
}

#endif // MOLT_DIALECT_DF_TRANSFORMS_PASSES_TD
