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
    joined with the others; expressions and aggregates of the type
    null what they give. Afterwards
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

def MoltDFStrengthenJoins : Pass<"molt-df-strengthen-joins", "::mlir::func::FuncOp"> {
  let summary = "makes outer joins inner ones where the rows without a match are dropped later";
  let description = [{
    A row that `left`, `right` or `full` keeps without a match has nulls in all columns of the other
    table. Follows such a row through all uses of the result: where none of them lets anything
    depend on it, `left` and `right` become `inner`, and `full` becomes `left`, `right` or
    `inner`. It is dropped
    - by a `filter`, and by the condition of a join that does not keep the row, if the condition
      cannot be true: three-valued logic on the nulls of the row says so
      (`ExpressionOpInterface::inferOutcomes`), whatever its other values are;
    - by a join that does not keep it, if a key is null and nulls are not equal;
    - with its group or partition, if what is known of the keys is reason enough.

    The columns of an inner join are as nullable as those of its tables: what is above is rebuilt,
    and where the table leaves the plan a cast makes them nullable again.

    Before:

    ```mlir
    func.func @before(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"y": i64, "q": i64>)
        -> !molt_df.table<"x": i64> {
      %j = molt_df.join left %a, %b on ["x"] = ["y"]
          : !molt_df.table<"x": i64>, !molt_df.table<"y": i64, "q": i64>
      %f = molt_df.filter %j ["q"] {
      ^bb0(%q: !molt_df.nullable<i64>):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp lt %q, %five : !molt_df.nullable<i64>, i64
        molt_df.yield %less : !molt_df.nullable<i1>
      } : !molt_df.table<"x": i64, "y": i64?, "q": i64?>
      %r = molt_df.project %f ["x"] : !molt_df.table<"x": i64, "y": i64?, "q": i64?>
      return %r : !molt_df.table<"x": i64>
    }
    ```

    After:

    ```mlir
    func.func @after(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"y": i64, "q": i64>)
        -> !molt_df.table<"x": i64> {
      %j = molt_df.join %a, %b on ["x"] = ["y"]
          : !molt_df.table<"x": i64>, !molt_df.table<"y": i64, "q": i64>
      %f = molt_df.filter %j ["q"] {
      ^bb0(%q: i64):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp lt %q, %five : i64, i64
        molt_df.yield %less : i1
      } : !molt_df.table<"x": i64, "y": i64, "q": i64>
      %r = molt_df.project %f ["x"] : !molt_df.table<"x": i64, "y": i64, "q": i64>
      return %r : !molt_df.table<"x": i64>
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
    - through an `aggregate` with keys, if it uses keys only, none of them float, and
      through a `window`, if it uses keys of the partitions only, none of them float;
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

def MoltDFOrderFilters : Pass<"molt-df-order-filters", "::mlir::func::FuncOp"> {
  let summary = "tries those conditions first that drop the most rows for their cost";
  let description = [{
    Takes chains of filters, and the conjunctions of their conditions, apart and puts them together
    in the order of (share of the rows that a condition keeps - 1) / cost: that is the cheapest
    one if conditions are independent. Shares are estimates (`CardinalityAnalysis`), costs those of
    the expressions. Conditions of equal rank stay as they are written, and so does what is in the
    best order already.

    A condition that can fail is never tried on a row that a filter below it drops; those of one
    filter may come in any order, as all of them see its rows.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"x": i64, "y": i64> {
      %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>,
          y = #molt_df.facts<range = [0, 999]>}} : !molt_df.table<"x": i64, "y": i64>
      %a = molt_df.filter %t ["x"] {
      ^bb0(%x: i64):
        %five = molt_df.constant 5 : i64
        %p = molt_df.cmp lt %x, %five : i64, i64
        molt_df.yield %p : i1
      } : !molt_df.table<"x": i64, "y": i64>
      %b = molt_df.filter %a ["y"] {
      ^bb0(%y: i64):
        %five = molt_df.constant 5 : i64
        %p = molt_df.cmp lt %y, %five : i64, i64
        molt_df.yield %p : i1
      } : !molt_df.table<"x": i64, "y": i64>
      return %b : !molt_df.table<"x": i64, "y": i64>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"x": i64, "y": i64> {
      %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>,
          y = #molt_df.facts<range = [0, 999]>}} : !molt_df.table<"x": i64, "y": i64>
      %a = molt_df.filter %t ["y"] {
      ^bb0(%y: i64):
        %five = molt_df.constant 5 : i64
        %p = molt_df.cmp lt %y, %five : i64, i64
        molt_df.yield %p : i1
      } : !molt_df.table<"x": i64, "y": i64>
      %b = molt_df.filter %a ["x"] {
      ^bb0(%x: i64):
        %five = molt_df.constant 5 : i64
        %p = molt_df.cmp lt %x, %five : i64, i64
        molt_df.yield %p : i1
      } : !molt_df.table<"x": i64, "y": i64>
      return %b : !molt_df.table<"x": i64, "y": i64>
    }
    ```
  }];
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

def MoltDFEliminateSorts : Pass<"molt-df-eliminate-sorts", "::mlir::func::FuncOp"> {
  let summary = "removes sorts whose order nothing depends on";
  let description = [{
    A `sort` goes if all that its rows get to, through operations that keep their order,
    - leaves the order of its result unspecified: `join`, and `aggregate` without `first`,
      `last`, `arg_min` and `arg_max`;
    - or is a `sort` or `top_k` right above it whose keys include those of the sort: it keeps
      the order of rows with equal keys, and the sort below did not change that.

    What the function returns, `limit`, `window` and other sorts depend on the order.

    Before:

    ```mlir
    func.func @before(%t: !molt_df.table<"x": i64, "y": i64>) -> !molt_df.table<"y": i64, "n": i64> {
      %s = molt_df.sort %t by ["x"] : !molt_df.table<"x": i64, "y": i64>
      %r = molt_df.aggregate %s by ["y"] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"x": i64, "y": i64>
      return %r : !molt_df.table<"y": i64, "n": i64>
    }
    ```

    After:

    ```mlir
    func.func @after(%t: !molt_df.table<"x": i64, "y": i64>) -> !molt_df.table<"y": i64, "n": i64> {
      %r = molt_df.aggregate %t by ["y"] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"x": i64, "y": i64>
      return %r : !molt_df.table<"y": i64, "n": i64>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFEliminateJoins : Pass<"molt-df-eliminate-joins", "::mlir::func::FuncOp"> {
  let summary = "removes joins that change nothing";
  let description = [{
    - A `left` join goes if nothing names a column of its right table and the right keys are
      unique (`KeyAnalysis`): each left row is in the result once. The same holds for `right`
      with sides exchanged.
    - A `semi` join goes, and an `anti` join becomes `limit 0`, if the left rows are rows of
      the table from which the right ones come, and none of these was dropped: each row matches
      itself. Rows with a null key match nothing; a filter takes care of them.

    Where uniqueness is a fact of a source, sources become `assumed`. Finds more behind
    `--molt-df-prune-columns`.

    Before:

    ```mlir
    func.func @before(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64, "z": i64>)
        -> !molt_df.table<"x": i64> {
      %a = molt_df.aggregate %u by ["y"] of ["z"] -> ["total"] {
      ^bb0(%z: i64):
        %s = molt_df.sum %z : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !molt_df.table<"y": i64, "z": i64>
      %j = molt_df.join left %t, %a on ["x"] = ["y"]
          : !molt_df.table<"x": i64>, !molt_df.table<"y": i64, "total": i64?>
      %r = molt_df.project %j ["x"] : !molt_df.table<"x": i64, "y": i64?, "total": i64?>
      return %r : !molt_df.table<"x": i64>
    }
    ```

    After:

    ```mlir
    func.func @after(%t: !molt_df.table<"x": i64>, %u: !molt_df.table<"y": i64, "z": i64>)
        -> !molt_df.table<"x": i64> {
      %a = molt_df.aggregate %u by ["y"] of ["z"] -> ["total"] {
      ^bb0(%z: i64):
        %s = molt_df.sum %z : i64
        molt_df.yield %s : !molt_df.nullable<i64>
      } : !molt_df.table<"y": i64, "z": i64>
      %r = molt_df.project %t ["x"] : !molt_df.table<"x": i64>
      return %r : !molt_df.table<"x": i64>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFEliminateGroups : Pass<"molt-df-eliminate-groups", "::mlir::func::FuncOp"> {
  let summary = "removes groups of one row, and keys that follow from others";
  let description = [{
    - An `aggregate` whose keys are unique in its input (`KeyAnalysis`) has groups of one row:
      it becomes `with_columns` and `project`, if its aggregates are known as expressions of
      one row (`count`, `sum`, `min`, `max`, `first`, `last`, `any`, `all`, without a condition
      and not of floats) and no key is a float. So does a `distinct` of rows that are.
    - A key that the other keys determine goes; one key stays. Where something needs it, and it is
      no float, it becomes an aggregate of the group (`max` of numbers, `first` of others), with a
      `project` that restores the order of columns: it is neither hashed nor compared.

    Where uniqueness is a fact of a source, sources become `assumed`.

    Before:

    ```mlir
    func.func @before(%t: !molt_df.table<"x": i64, "y": i64>)
        -> !molt_df.table<"x": i64, "n": i64, "m": i64?> {
      %a = molt_df.aggregate %t by ["x"] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"x": i64, "y": i64>
      %b = molt_df.aggregate %a by ["x", "n"] of ["n"] -> ["m"] {
      ^bb0(%n: i64):
        %m = molt_df.max %n : i64
        molt_df.yield %m : !molt_df.nullable<i64>
      } : !molt_df.table<"x": i64, "n": i64>
      return %b : !molt_df.table<"x": i64, "n": i64, "m": i64?>
    }
    ```

    After:

    ```mlir
    func.func @after(%t: !molt_df.table<"x": i64, "y": i64>)
        -> !molt_df.table<"x": i64, "n": i64, "m": i64?> {
      %a = molt_df.aggregate %t by ["x"] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"x": i64, "y": i64>
      %w = molt_df.with_columns %a ["n"] -> ["m"] {
      ^bb0(%n: i64):
        %m = molt_df.cast %n : i64 to !molt_df.nullable<i64>
        molt_df.yield %m : !molt_df.nullable<i64>
      } : !molt_df.table<"x": i64, "n": i64>
      %b = molt_df.project %w ["x", "n", "m"] : !molt_df.table<"x": i64, "n": i64, "m": i64?>
      return %b : !molt_df.table<"x": i64, "n": i64, "m": i64?>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFReorderJoins : Pass<"molt-df-reorder-joins", "::mlir::func::FuncOp"> {
  let summary = "joins in the order that is estimated to be the cheapest";
  let description = [{
    Takes trees of inner joins of three or more tables apart (through projections, and through
    conditions that cannot fail) and puts them together in the order of the least estimated cost:
    rows that are built, rows that probe and rows that result (`CardinalityAnalysis`). `semi` and
    `anti` joins of such tables, without a condition, take part: they may drop rows of any table
    that has a column equal to their keys. Equalities are transitive: `a = b` and `b = c` let the
    first table be joined with the third. A condition comes where all its columns are there.
    There are no cross joins that were not written, and fewer if equalities make keys of them.

    All orders are compared of up to `exact-relations` tables (Moerkotte and Neumann, "Analysis of
    two existing and one new dynamic programming algorithm for the generation of optimal bushy
    join trees without cross products", 2006, has the problem); of more, the pair with the smallest
    result is joined, again and again. The written order stays where rows of sources are not known,
    or where another one is not estimated to save a quarter.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"f": i64, "a": i64, "b": i64, "x": i64> {
      %fact = molt_df.source "fact" {rows = 1000000 : i64,
          facts = {f = #molt_df.facts<range = [1, 50000]>, a = #molt_df.facts<range = [1, 100000]>}}
          : !molt_df.table<"f": i64, "a": i64>
      %many = molt_df.source "many" {rows = 100000 : i64, facts = {b = #molt_df.facts<range = [1, 100000], unique>}}
          : !molt_df.table<"b": i64>
      %few = molt_df.source "few" {rows = 10 : i64, facts = {x = #molt_df.facts<range = [1, 50000], unique>}}
          : !molt_df.table<"x": i64>
      %j = molt_df.join %fact, %many on ["a"] = ["b"] : !molt_df.table<"f": i64, "a": i64>, !molt_df.table<"b": i64>
      %k = molt_df.join %j, %few on ["f"] = ["x"]
          : !molt_df.table<"f": i64, "a": i64, "b": i64>, !molt_df.table<"x": i64>
      return %k : !molt_df.table<"f": i64, "a": i64, "b": i64, "x": i64>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"f": i64, "a": i64, "b": i64, "x": i64> {
      %fact = molt_df.source "fact" {rows = 1000000 : i64,
          facts = {f = #molt_df.facts<range = [1, 50000]>, a = #molt_df.facts<range = [1, 100000]>}}
          : !molt_df.table<"f": i64, "a": i64>
      %many = molt_df.source "many" {rows = 100000 : i64, facts = {b = #molt_df.facts<range = [1, 100000], unique>}}
          : !molt_df.table<"b": i64>
      %few = molt_df.source "few" {rows = 10 : i64, facts = {x = #molt_df.facts<range = [1, 50000], unique>}}
          : !molt_df.table<"x": i64>
      %j = molt_df.join %fact, %few on ["f"] = ["x"] : !molt_df.table<"f": i64, "a": i64>, !molt_df.table<"x": i64>
      %k = molt_df.join %many, %j on ["b"] = ["a"]
          : !molt_df.table<"b": i64>, !molt_df.table<"f": i64, "a": i64, "x": i64>
      %r = molt_df.project %k ["f", "a", "b", "x"] : !molt_df.table<"b": i64, "f": i64, "a": i64, "x": i64>
      return %r : !molt_df.table<"f": i64, "a": i64, "b": i64, "x": i64>
    }
    ```
  }];
  let options = [
    Option<"exactRelations", "exact-relations", "unsigned", /*default=*/"10",
           "most tables of which all orders are compared">,
    Option<"minGain", "min-gain", "int", /*default=*/"25",
           "per cent of the cost that another order has to save; below 0, whatever is known">
  ];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFChooseJoinSides : Pass<"molt-df-choose-join-sides", "::mlir::func::FuncOp"> {
  let summary = "has joins build their smaller side";
  let description = [{
    The right table of a join is the build side (the left one for `right`). Exchanges the sides of
    an `inner` or `cross` join whose left side is estimated (`CardinalityAnalysis`) to be clearly
    smaller; a `project` restores the order of columns. Other joins get `build<left>` (`right`:
    `build<right>`): rows of the table that is built are then the result, or a part of it, when all
    rows of the other one have noted their matches. Sides stay where rows of sources are not
    known, where building the other one is not estimated to save a quarter, and where the join
    says already which one it is.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"x": i64, "y": i64> {
      %few = molt_df.source "few" {rows = 10 : i64} : !molt_df.table<"x": i64>
      %many = molt_df.source "many" {rows = 100000 : i64} : !molt_df.table<"y": i64>
      %j = molt_df.join %few, %many on ["x"] = ["y"] : !molt_df.table<"x": i64>, !molt_df.table<"y": i64>
      return %j : !molt_df.table<"x": i64, "y": i64>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"x": i64, "y": i64> {
      %few = molt_df.source "few" {rows = 10 : i64} : !molt_df.table<"x": i64>
      %many = molt_df.source "many" {rows = 100000 : i64} : !molt_df.table<"y": i64>
      %j = molt_df.join %many, %few on ["y"] = ["x"] : !molt_df.table<"y": i64>, !molt_df.table<"x": i64>
      %p = molt_df.project %j ["x", "y"] : !molt_df.table<"y": i64, "x": i64>
      return %p : !molt_df.table<"x": i64, "y": i64>
    }
    ```
  }];
  let options = [
    Option<"minGain", "min-gain", "int", /*default=*/"25",
           "per cent of the cost that other sides have to save; below 0, whatever is known">
  ];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFReduceJoins : Pass<"molt-df-reduce-joins", "::mlir::func::FuncOp"> {
  let summary = "aggregates only the rows whose groups a join keeps";
  let description = [{
    Where one side of a join comes from an `aggregate` (through `project`, `filter`, `sort` and
    `with_columns`) and a key of the join is a key of its groups, puts a `semi` join with the
    keys of the other side below the aggregate: groups without a match are not made. The keys are
    taken from the table below that other side that is estimated (`CardinalityAnalysis`) to be the
    best: all its keys have to be there, and often some small filtered table has them. Not for a
    side whose rows the join keeps without a match, not if something else reads the groups, and
    only if it is estimated to save a part of the aggregation.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"p": i64, "k": i64, "n": i64> {
      %parts = molt_df.source "parts" {rows = 100 : i64} : !molt_df.table<"p": i64>
      %lines = molt_df.source "lines" {rows = 100000 : i64, facts = {k = #molt_df.facts<distinct = 5000>}}
          : !molt_df.table<"k": i64>
      %counts = molt_df.aggregate %lines by ["k"] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"k": i64>
      %j = molt_df.join %parts, %counts on ["p"] = ["k"]
          : !molt_df.table<"p": i64>, !molt_df.table<"k": i64, "n": i64>
      return %j : !molt_df.table<"p": i64, "k": i64, "n": i64>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"p": i64, "k": i64, "n": i64> {
      %parts = molt_df.source "parts" {rows = 100 : i64} : !molt_df.table<"p": i64>
      %lines = molt_df.source "lines" {rows = 100000 : i64, facts = {k = #molt_df.facts<distinct = 5000>}}
          : !molt_df.table<"k": i64>
      %keys = molt_df.project %parts ["p"] : !molt_df.table<"p": i64>
      %some = molt_df.join semi %lines, %keys on ["k"] = ["p"] : !molt_df.table<"k": i64>, !molt_df.table<"p": i64>
      %counts = molt_df.aggregate %some by ["k"] of [] -> ["n"] {
        %n = molt_df.count
        molt_df.yield %n : i64
      } : !molt_df.table<"k": i64>
      %j = molt_df.join %parts, %counts on ["p"] = ["k"]
          : !molt_df.table<"p": i64>, !molt_df.table<"k": i64, "n": i64>
      return %j : !molt_df.table<"p": i64, "k": i64, "n": i64>
    }
    ```
  }];
  let options = [
    Option<"minGain", "min-gain", "int", /*default=*/"40",
           "per cent of the aggregation that has to be saved; below 0, whatever is known">
  ];
  let dependentDialects = ["::molt::df::DFDialect"];
}

def MoltDFAnnotateEstimates : Pass<"molt-df-annotate-estimates", "::mlir::func::FuncOp"> {
  let summary = "writes estimated numbers of rows into the plan";
  let description = [{
    Gives every plan operation whose rows can be estimated (`CardinalityAnalysis`) an attribute
    `molt_df.estimated_rows`. It is for people, and no part of a pipeline.

    Before:

    ```mlir
    func.func @before() -> !molt_df.table<"x": i64> {
      %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 99]>}}
          : !molt_df.table<"x": i64>
      %f = molt_df.filter %t ["x"] {
      ^bb0(%x: i64):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp lt %x, %five : i64, i64
        molt_df.yield %less : i1
      } : !molt_df.table<"x": i64>
      return %f : !molt_df.table<"x": i64>
    }
    ```

    After:

    ```mlir
    func.func @after() -> !molt_df.table<"x": i64> {
      %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 99]>},
          molt_df.estimated_rows = 1000 : i64} : !molt_df.table<"x": i64>
      %f = molt_df.filter %t ["x"] {
      ^bb0(%x: i64):
        %five = molt_df.constant 5 : i64
        %less = molt_df.cmp lt %x, %five : i64, i64
        molt_df.yield %less : i1
      } {molt_df.estimated_rows = 50 : i64} : !molt_df.table<"x": i64>
      return %f : !molt_df.table<"x": i64>
    }
    ```
  }];
  let dependentDialects = ["::molt::df::DFDialect"];
}

#endif // MOLT_DIALECT_DF_TRANSFORMS_PASSES_TD
