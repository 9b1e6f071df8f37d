//===- PipeOps.td - Operations of the molt_pipe dialect ----*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_PIPE_IR_PIPEOPS_TD
#define MOLT_DIALECT_PIPE_IR_PIPEOPS_TD

include "Molt/Dialect/DF/IR/DFAttrs.td"
include "Molt/Dialect/Pipe/IR/PipeDialect.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

class Pipe_Op<string name, list<Trait> traits = []> : Op<Pipe_Dialect, name, traits>;

/// An I64Attr that C++ sees as signed, which comparisons need.
def Pipe_Int : TypedSignlessIntegerAttrBase<I64, "int64_t", "64-bit signless integer attribute">;
/// An ordinal or a number of rows.
def Pipe_Count : ConfinedAttr<Pipe_Int, [IntNonNegative]>;

//===----------------------------------------------------------------------===//
// Sources and guards
//===----------------------------------------------------------------------===//

def Pipe_TableSourceOp : Pipe_Op<"table_source", [Pure]> {
  let summary = "an input table of the run";
  let description = [{
    The table bound to input number `input` of the run. `columns[i]` is the ordinal
    (in the columns that the program declares for that input) of the i-th column of
    the source; where `validity[i]` is true it is the validity of that column, `i1`,
    otherwise its values.

    ```mlir
    %s = molt_pipe.table_source "points" input 0 columns [0, 1, 1] validity [false, false, true]
        : !molt_pipe.source<i64, f64, i1>
    ```
  }];
  let arguments = (ins StrAttr:$name, Pipe_Count:$input,
      ConfinedAttr<DenseI64ArrayAttr, [DenseArrayNonNegative<DenseI64ArrayAttr>]>:$columns,
      DenseBoolArrayAttr:$validity);
  let results = (outs Pipe_Source:$result);
  let assemblyFormat = [{
    $name `input` $input `columns` $columns `validity` $validity attr-dict `:` type($result)
  }];
  let hasVerifier = 1;
}

def Pipe_GuardRowsOp : Pipe_Op<"guard_rows"> {
  let summary = "ends the run with GUARD_FAILED unless the input is small enough";
  let description = [{
    Code behind it may assume that input `input` has at most `max` rows.

    ```mlir
    molt_pipe.guard_rows input 0 max 1000
    ```
  }];
  let arguments = (ins Pipe_Count:$input, Pipe_Count:$max);
  let assemblyFormat = "`input` $input `max` $max attr-dict";
}

def Pipe_GuardColumnOp : Pipe_Op<"guard_column"> {
  let summary = "ends the run with GUARD_FAILED unless a column is as compiled for";
  let description = [{
    Code behind it may assume that declared column `column` of input `input` has no
    nulls (with `nonnull`), that its values lie in [min, max] (if given: a pair of
    128-bit integers), and that none of them occurs twice (with `unique`). The statistics
    recorded at load decide; no data is read. Of values that do not ascend they do not know
    whether they are unique, and the run ends.

    ```mlir
    molt_pipe.guard_column input 0 column 2 nonnull range [0 : i128, 100 : i128] unique
    ```
  }];
  let arguments = (ins Pipe_Count:$input, Pipe_Count:$column, UnitAttr:$nonnull,
                       OptionalAttr<ArrayAttr>:$range, UnitAttr:$unique);
  let assemblyFormat = [{
    `input` $input `column` $column (`nonnull` $nonnull^)? (`range` $range^)?
    (`unique` $unique^)? attr-dict
  }];
  let hasVerifier = 1;
}

def Pipe_PipelineOp : Pipe_Op<"pipeline", [SingleBlock, NoTerminator]> {
  let summary = "scans a source, batch by batch, through a chain of operators";
  let description = [{
    The block's arguments are the columns of a batch of the source. States of
    enclosing code are used by name. Batches are processed in any order and in
    parallel when `parallel` is set; where rows have an order (see molt_df), sinks
    restore it.

    ```mlir
    molt_pipe.pipeline %s : !molt_pipe.source<i64> {
    ^bb0(%x: !molt_pipe.col<i64>):
      molt_pipe.output %result, %x nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
    }
    ```
  }];
  let arguments = (ins Pipe_Scannable:$source, UnitAttr:$parallel);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "(`parallel` $parallel^)? $source `:` type($source) $body attr-dict";
  let hasRegionVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Stages
//===----------------------------------------------------------------------===//

def Pipe_StageOp : Pipe_Op<"stage", [SingleBlock, IsolatedFromAbove,
    ParentOneOf<["PipelineOp", "JoinProbeOp", "JoinMarkOp"]>]> {
  let summary = "scalar code on every row of a batch: computes and filters";
  let description = [{
    The region is evaluated for each row on the values of the columns named; it may
    use `arith`, `math`, `molt_str` and `molt_pipe.check`. If the yield has a `keep`
    condition, rows without it are dropped. Results are columns of the surviving
    rows; a column from before a stage that drops rows is not usable behind it.

    ```mlir
    %d = molt_pipe.stage(%x) : (!molt_pipe.col<i64>) -> !molt_pipe.col<i64> {
    ^bb0(%v: i64):
      %c = arith.constant 5 : i64
      %p = arith.cmpi slt, %v, %c : i64
      molt_pipe.yield keep %p values %v : i64
    }
    ```
  }];
  let arguments = (ins Variadic<Pipe_Col>:$inputs);
  let results = (outs Variadic<Pipe_Col>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` `:` functional-type($inputs, $outputs) $body attr-dict";
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    YieldOp getYield();
    /// The condition on which rows survive, or null.
    Value getKeep();
  }];
}

def Pipe_YieldOp : Pipe_Op<"yield", [Pure, Terminator, AttrSizedOperandSegments,
    ParentOneOf<["StageOp", "AggCreateOp", "AggUpdateOp", "JoinProbeOp",
        "JoinMarkOp", "FrameStatesOp"]>]> {
  let summary = "ends a region with its results";
  let description = [{
    `keep` is allowed in stages only.

    ```mlir
    molt_pipe.yield keep %p values %v : i64
    ```
  }];
  let arguments = (ins Optional<I1>:$keep, Variadic<AnyType>:$values);
  let assemblyFormat = "(`keep` $keep^)? (`values` $values^ `:` type($values))? attr-dict";
  let hasVerifier = 1;
}

def Pipe_CheckOp : Pipe_Op<"check", [HasParent<"StageOp">]> {
  let summary = "an error unless a condition holds";
  let description = [{
    If `ok` is false on a row for which `when` is true (or absent), the run fails
    with status `code` (a MoltStatus), `message`, the location of this operation and
    the row. Effects of the batch are discarded with the run.

    ```mlir
    molt_pipe.check %ok when %valid code 3 "sum does not fit i64"
    ```
  }];
  let arguments = (ins I1:$ok, Optional<I1>:$when, I32Attr:$code, StrAttr:$message);
  let assemblyFormat = "$ok (`when` $when^)? `code` $code $message attr-dict";
  let hasVerifier = 1;
}

def Pipe_RowOrderOp : Pipe_Op<"row_order", [HasParent<"PipelineOp">]> {
  let summary = "numbers by which the rows of all batches are in order";
  let description = [{
    A number for each row of the batch, at least 0 and below 2^63 - 1, that is greater than
    those of all rows before it. Behind a probe that gives several rows for one, whose order is
    unspecified, numbers may repeat.

    ```mlir
    %o = molt_pipe.row_order : !molt_pipe.col<i64>
    ```
  }];
  let results = (outs Pipe_Col:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def Pipe_RowNumberOp : Pipe_Op<"row_number", [HasParent<"PipelineOp">]> {
  let summary = "number of each row among those that the pipeline scans";
  let description = [{
    From 0 on. The pipeline is over rows (not a source); the operator is in front of the others.

    ```mlir
    %n = molt_pipe.row_number : !molt_pipe.col<i64>
    ```
  }];
  let results = (outs Pipe_Col:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
  let hasVerifier = 1;
}

//===----------------------------------------------------------------------===//
// Aggregation
//===----------------------------------------------------------------------===//

def Pipe_AggCreateOp : Pipe_Op<"agg_create", [IsolatedFromAbove]> {
  let summary = "starts an aggregation, with or without keys";
  let description = [{
    `init` yields the state of a group without rows; `merge` combines the states of
    two sets of rows (first all values of one, then all of the other) and must be
    associative and commutative. Both are pure. Without keys there is exactly one
    group. Keys are integers, `i1` and strings; floats come as canonical bits.

    ```mlir
    %a = molt_pipe.agg_create : !molt_pipe.agg_builder<[i32], [i64]> init {
      %zero = arith.constant 0 : i64
      molt_pipe.yield values %zero : i64
    } merge {
    ^bb0(%x: i64, %y: i64):
      %s = arith.addi %x, %y : i64
      molt_pipe.yield values %s : i64
    }
    ```
  }];
  let results = (outs Pipe_AggBuilder:$result);
  let regions = (region SizedRegion<1>:$init, SizedRegion<1>:$merge);
  let assemblyFormat = "`:` type($result) `init` $init `merge` $merge attr-dict";
  let hasRegionVerifier = 1;
}

def Pipe_AggUpdateOp : Pipe_Op<"agg_update", [SingleBlock, IsolatedFromAbove,
    AttrSizedOperandSegments, HasParent<"PipelineOp">]> {
  let summary = "adds the rows of a batch to their groups";
  let description = [{
    The region maps the state of the row's group and the row's inputs to the new
    state. It is pure; strategies (registers, masked reductions, hash) differ in
    where the state lives.

    ```mlir
    molt_pipe.agg_update %a keys(%k : !molt_pipe.col<i32>) inputs(%v : !molt_pipe.col<i64>)
        : !molt_pipe.agg_builder<[i32], [i64]> {
    ^bb0(%state: i64, %x: i64):
      %s = arith.addi %state, %x : i64
      molt_pipe.yield values %s : i64
    }
    ```
  }];
  let arguments = (ins Pipe_AggBuilder:$groups, Variadic<Pipe_Col>:$keys,
                       Variadic<Pipe_Col>:$inputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $groups `keys` `(` ($keys^ `:` type($keys))? `)` `inputs` `(` ($inputs^ `:` type($inputs))?
    `)` `:` type($groups) $body attr-dict
  }];
  let hasRegionVerifier = 1;
}

def Pipe_AggFinishOp : Pipe_Op<"agg_finish"> {
  let summary = "merges the partial states and makes them scannable: keys, then states";
  let description = [{
    ```mlir
    %r = molt_pipe.agg_finish %a : !molt_pipe.agg_builder<[i32], [i64]>
        -> !molt_pipe.rows<i32, i64>
    ```
  }];
  let arguments = (ins Pipe_AggBuilder:$groups);
  let results = (outs Pipe_Rows:$result);
  let hasVerifier = 1;
  let assemblyFormat = "$groups attr-dict `:` type($groups) `->` type($result)";
}

//===----------------------------------------------------------------------===//
// Join
//===----------------------------------------------------------------------===//

def Pipe_JoinCreateOp : Pipe_Op<"join_create"> {
  let summary = "starts the build side of a join";
  let description = [{
    ```mlir
    %b = molt_pipe.join_create : !molt_pipe.join_builder<[i64], [f64]>
    ```
  }];
  let results = (outs Pipe_JoinBuilder:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
}

def Pipe_JoinInsertOp : Pipe_Op<"join_insert", [AttrSizedOperandSegments,
    HasParent<"PipelineOp">]> {
  let summary = "adds the rows of a batch to the build side";
  let description = [{
    ```mlir
    molt_pipe.join_insert %b keys(%k : !molt_pipe.col<i64>) payload(%p : !molt_pipe.col<f64>)
        : !molt_pipe.join_builder<[i64], [f64]>
    ```
  }];
  let arguments = (ins Pipe_JoinBuilder:$rows, Variadic<Pipe_Col>:$keys,
                       Variadic<Pipe_Col>:$payload);
  let assemblyFormat = [{
    $rows `keys` `(` ($keys^ `:` type($keys))? `)` `payload` `(` ($payload^ `:` type($payload))?
    `)` `:` type($rows) attr-dict
  }];
  let hasVerifier = 1;
}

def Pipe_JoinFinishOp : Pipe_Op<"join_finish"> {
  let summary = "builds the hash directory";
  let description = [{
    `key_range [min, max]` is a proof about the only key, an integer: probes are
    tested against a bitmap of the keys before they touch the directory.

    ```mlir
    %t = molt_pipe.join_finish %b : !molt_pipe.join_builder<[i64], [f64]>
        -> !molt_pipe.join_table<[i64], [f64]>
    ```
  }];
  let arguments = (ins Pipe_JoinBuilder:$rows, OptionalAttr<DenseI64ArrayAttr>:$key_range);
  let results = (outs Pipe_JoinTable:$result);
  let hasVerifier = 1;
  let assemblyFormat = [{
    $rows (`key_range` $key_range^)? attr-dict `:` type($rows) `->` type($result)
  }];
}

def Pipe_JoinProbeOp : Pipe_Op<"join_probe", [AttrSizedOperandSegments, SingleBlock, IsolatedFromAbove,
    HasParent<"PipelineOp">]> {
  let summary = "replaces each row by its matches";
  let description = [{
    A row of the table matches a row of the batch if their keys are equal and the region,
    if there is one, yields true for the pair: its arguments are the carried columns and
    the payload of pairs with equal keys, and it computes a column of i1 with stages that
    drop no rows. What there is for each row of the batch:
    - `inner`: a row for each match: the carried columns, then the payload of the match;
    - `left`: the same, and a column of i1, true; for a row without a match one row with a
      payload of zeros and empty strings, and false;
    - `right`: as `inner`; and matches are noted in the table, for `join_unmatched`;
    - `full`: as `left`; and matches are noted in the table;
    - `semi`, `anti`: the carried columns, if there is a match, or if there is none.

    Columns from before the probe are not usable behind it.

    ```mlir
    %c, %p = molt_pipe.join_probe inner %t keys(%k : !molt_pipe.col<i64>)
        carry(%v : !molt_pipe.col<i32>)
        : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32>, !molt_pipe.col<f64>
    ```
    ```mlir
    %d = molt_pipe.join_probe anti %t keys(%k : !molt_pipe.col<i64>)
        carry(%v : !molt_pipe.col<i32>)
        : !molt_pipe.join_table<[i64], [f64]> -> !molt_pipe.col<i32> {
    ^bb0(%w: !molt_pipe.col<i32>, %q: !molt_pipe.col<f64>):
      %s = molt_pipe.stage(%q) : (!molt_pipe.col<f64>) -> !molt_pipe.col<i1> {
      ^bb0(%x: f64):
        %zero = arith.constant 0.0 : f64
        %b = arith.cmpf olt, %x, %zero : f64
        molt_pipe.yield values %b : i1
      }
      molt_pipe.yield values %s : !molt_pipe.col<i1>
    }
    ```
  }];
  let arguments = (ins DF_JoinKindAttr:$kind, Pipe_JoinTable:$table, Variadic<Pipe_Col>:$keys,
                       Variadic<Pipe_Col>:$carried);
  let results = (outs Variadic<Pipe_Col>:$outputs);
  let regions = (region AnyRegion:$condition);
  let assemblyFormat = [{
    $kind $table `keys` `(` ($keys^ `:` type($keys))? `)` `carry` `(` ($carried^ `:` type($carried))?
    `)` `:` type($table) (`->` type($outputs)^)? ($condition^)? attr-dict
  }];
  let hasRegionVerifier = 1;
}

def Pipe_JoinMarkOp : Pipe_Op<"join_mark", [AttrSizedOperandSegments, SingleBlock,
    IsolatedFromAbove, HasParent<"PipelineOp">]> {
  let summary = "notes in a join table which of its rows have matches";
  let description = [{
    Ends a pipeline: what rows match, and the region, are as in `join_probe`, and matches are
    noted in the table, for `join_matched` and `join_unmatched`. Threads may note the same row.

    ```mlir
    molt_pipe.join_mark %t keys(%k : !molt_pipe.col<i64>) carry()
        : !molt_pipe.join_table<[i64], [f64]>
    ```
  }];
  let arguments = (ins Pipe_JoinTable:$table, Variadic<Pipe_Col>:$keys,
                       Variadic<Pipe_Col>:$carried);
  let regions = (region AnyRegion:$condition);
  let assemblyFormat = [{
    $table `keys` `(` ($keys^ `:` type($keys))? `)` `carry` `(` ($carried^ `:` type($carried))?
    `)` `:` type($table) ($condition^)? attr-dict
  }];
  let hasRegionVerifier = 1;
}

class Pipe_JoinRowsOp<string name> : Pipe_Op<name> {
  let arguments = (ins Pipe_JoinTable:$table);
  let results = (outs Pipe_Rows:$result);
  let hasVerifier = 1;
  let assemblyFormat = "$table attr-dict `:` type($table) `->` type($result)";
}

def Pipe_JoinUnmatchedOp : Pipe_JoinRowsOp<"join_unmatched"> {
  let summary = "the rows of a join table that no probe has matched";
  let description = [{
    After the pipelines with `right` and `full` probes of the table, or `join_mark`: the payload
    of its other rows.

    ```mlir
    %r = molt_pipe.join_unmatched %t : !molt_pipe.join_table<[i64], [f64]>
        -> !molt_pipe.rows<f64>
    ```
  }];
}

def Pipe_JoinMatchedOp : Pipe_JoinRowsOp<"join_matched"> {
  let summary = "the rows of a join table that a probe has matched";
  let description = [{
    As `join_unmatched`: the payload of the rows in which a match is noted, each once.

    ```mlir
    %r = molt_pipe.join_matched %t : !molt_pipe.join_table<[i64], [f64]>
        -> !molt_pipe.rows<f64>
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Sort, top-k, limit
//===----------------------------------------------------------------------===//

def Pipe_SortCreateOp : Pipe_Op<"sort_create"> {
  let summary = "starts a sort; with a limit, a top-k";
  let description = [{
    Keys are i64 words that compare as unsigned integers, and strings, which compare
    bytewise, descending where `descending` says so (words are complemented by
    whoever computes them). Ties keep the order of the source: the sort is stable.
    The result is rows [offset, offset + limit) of the order; without keys this is
    LIMIT. limit -1: all rows.

    ```mlir
    %s = molt_pipe.sort_create descending [false] offset 0 limit 10
        : !molt_pipe.sorter<[i64], [f64]>
    ```
  }];
  let arguments = (ins DenseBoolArrayAttr:$descending, Pipe_Int:$offset, Pipe_Int:$limit);
  let results = (outs Pipe_Sorter:$result);
  let assemblyFormat = [{
    `descending` $descending `offset` $offset `limit` $limit attr-dict `:` type($result)
  }];
  let hasVerifier = 1;
}

def Pipe_SortAppendOp : Pipe_Op<"sort_append", [AttrSizedOperandSegments,
    HasParent<"PipelineOp">]> {
  let summary = "adds the rows of a batch";
  let description = [{
    ```mlir
    molt_pipe.sort_append %s keys(%k : !molt_pipe.col<i64>) payload(%p : !molt_pipe.col<f64>)
        : !molt_pipe.sorter<[i64], [f64]>
    ```
  }];
  let arguments = (ins Pipe_Sorter:$sorter, Variadic<Pipe_Col>:$keys, Variadic<Pipe_Col>:$payload);
  let assemblyFormat = [{
    $sorter `keys` `(` ($keys^ `:` type($keys))? `)` `payload` `(`
    ($payload^ `:` type($payload))? `)` `:` type($sorter) attr-dict
  }];
  let hasVerifier = 1;
}

def Pipe_SortFinishOp : Pipe_Op<"sort_finish"> {
  let summary = "sorts; the rows hold the payload";
  let description = [{
    ```mlir
    %r = molt_pipe.sort_finish %s : !molt_pipe.sorter<[i64], [f64]> -> !molt_pipe.rows<f64>
    ```
  }];
  let arguments = (ins Pipe_Sorter:$sorter);
  let results = (outs Pipe_Rows:$result);
  let hasVerifier = 1;
  let assemblyFormat = "$sorter attr-dict `:` type($sorter) `->` type($result)";
}

include "Molt/Dialect/Pipe/IR/PipeWindowOps.td"

//===----------------------------------------------------------------------===//
// Result
//===----------------------------------------------------------------------===//

def Pipe_ResultCreateOp : Pipe_Op<"result_create"> {
  let summary = "starts the result of the program";
  let description = [{
    ```mlir
    %r = molt_pipe.result_create : !molt_pipe.result<i64>
    ```
  }];
  let results = (outs Pipe_Result:$result);
  let assemblyFormat = "attr-dict `:` type($result)";
}

def Pipe_OutputOp : Pipe_Op<"output", [HasParent<"PipelineOp">]> {
  let summary = "appends the rows of a batch to the result";
  let description = [{
    One column per value of the result; where `nullable[i]` is set, result column i
    takes two: the values, then their validity (`i1`).

    ```mlir
    molt_pipe.output %r, %x nullable [false] : !molt_pipe.result<i64>, !molt_pipe.col<i64>
    ```
  }];
  let arguments = (ins Pipe_Result:$result, Variadic<Pipe_Col>:$columns,
                       DenseBoolArrayAttr:$nullable);
  let assemblyFormat = [{
    $result (`,` $columns^)? `nullable` $nullable `:` type($result) (`,` type($columns)^)?
    attr-dict
  }];
  let hasVerifier = 1;
}

#endif // MOLT_DIALECT_PIPE_IR_PIPEOPS_TD
