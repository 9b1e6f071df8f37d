//===- PipeWindowOps.td - Windows over sorted rows ---------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by PipeOps.td.
//
//===----------------------------------------------------------------------===//

def Pipe_WindowBoundsOp : Pipe_Op<"window_bounds"> {
  let summary = "finds partitions and peers among sorted rows";
  let description = [{
    The rows are those of the sorter, sorted. A partition is of rows that agree in the first
    `partition` keys of the sorter; peers agree in all.

    ```mlir
    %w = molt_pipe.window_bounds %s, %r partition 1
        : !molt_pipe.sorter<[i64, i64], [f64]>, !molt_pipe.rows<f64>
    ```
  }];
  let arguments = (ins Pipe_Sorter:$sorter, Pipe_Rows:$rows, Pipe_Count:$partition);
  let results = (outs Pipe_Window:$result);
  let hasVerifier = 1;
  let assemblyFormat = [{
    $sorter `,` $rows `partition` $partition attr-dict `:` type($sorter) `,` type($rows)
  }];
}

def Pipe_WindowColumnsOp : Pipe_Op<"window_columns", [HasParent<"PipelineOp">,
    DeclareOpInterfaceMethods<InferTypeOpInterface>]> {
  let summary = "the place of each row in its partition";
  let description = [{
    First in a pipeline over the rows of the window. Of each row, as numbers of rows in their
    order: its own, the first one of its partition and the one behind it, the first one of its
    peers and the one behind them; and the number of its peers in the partition, from 0 on.

    ```mlir
    %row, %start, %end, %peer_start, %peer_end, %peers = molt_pipe.window_columns %w
    ```
  }];
  let arguments = (ins Pipe_Window:$window);
  let results = (outs Pipe_Col:$row, Pipe_Col:$start, Pipe_Col:$end, Pipe_Col:$peer_start,
                      Pipe_Col:$peer_end, Pipe_Col:$peer_number);
  let assemblyFormat = "$window attr-dict";
  let hasVerifier = 1;
}

def Pipe_LookupRowsOp : Pipe_Op<"lookup_rows", [HasParent<"PipelineOp">]> {
  let summary = "fields of other rows than the one that is scanned";
  let description = [{
    For each row of the batch, the fields `fields[…]` of row `index` of the rows that the
    pipeline scans. Each index must be that of a row.

    ```mlir
    %v = molt_pipe.lookup_rows %i fields [1] : !molt_pipe.col<i64> -> !molt_pipe.col<i64>
    ```
  }];
  let arguments = (ins Pipe_Col:$index, DenseI64ArrayAttr:$fields);
  let results = (outs Variadic<Pipe_Col>:$outputs);
  let assemblyFormat = [{
    $index `fields` $fields attr-dict `:` type($index) (`->` type($outputs)^)?
  }];
  let hasVerifier = 1;
}

def Pipe_WindowFramesOp : Pipe_Op<"window_frames"> {
  let summary = "finds the frame of each of sorted rows";
  let description = [{
    The rows that `frame` (see `molt_df.window`) gives each row of the window, which is over the
    rows of the sorter. Distances of a range are of the order key, the first one behind the
    keys of partitions; `key` is its type: i64 or i128, in the sorter as words of the same
    order, f32 or f64; `descending` is its order. If it is `nullable`, a word before it tells
    nulls, which come last, or first. Distances of i64 and i128 are integers, others floats.

    ```mlir
    %f = molt_pipe.window_frames %w, %s <range -1.5 to 0.0> key f64 nullable
        : !molt_pipe.sorter<[i64, i64, i64], [f64]>
    ```
  }];
  let arguments = (ins Pipe_Window:$window, Pipe_Sorter:$sorter, DF_FrameAttr:$frame,
                       OptionalAttr<TypeAttr>:$key, UnitAttr:$descending, UnitAttr:$nullable,
                       UnitAttr:$nulls_first);
  let results = (outs Pipe_Frames:$result);
  let assemblyFormat = [{
    $window `,` $sorter $frame (`key` $key^ (`descending` $descending^)? (`nullable` $nullable^)?
    (`nulls_first` $nulls_first^)?)?
    attr-dict `:` type($sorter)
  }];
  let hasVerifier = 1;
}

def Pipe_FrameBoundsOp : Pipe_Op<"frame_bounds", [HasParent<"PipelineOp">,
    DeclareOpInterfaceMethods<InferTypeOpInterface>]> {
  let summary = "where the frame of each row begins and ends";
  let description = [{
    The numbers of the frame's first row and of the one behind its last; equal, or the second
    less, if it has none. As `window_columns`, in front of all operators that change rows.

    ```mlir
    %begin, %end = molt_pipe.frame_bounds %f
    ```
  }];
  let arguments = (ins Pipe_Frames:$frames);
  let results = (outs Pipe_Col:$begin, Pipe_Col:$end);
  let assemblyFormat = "$frames attr-dict";
  let hasVerifier = 1;
}

def Pipe_FrameStatesOp : Pipe_Op<"frame_states", [IsolatedFromAbove]> {
  let summary = "aggregates the frames of rows, in parts";
  let description = [{
    `init` yields the state of no rows; `merge` combines those of two sets of rows, as in
    `agg_create`; `update` adds a row to a state: its arguments are the state, the fields
    `inputs[…]` of the row, which are no strings, and the number of the row. All are pure, and
    the order of rows does not matter to them.

    The ends of frames move forward with the rows, so that rows can be cut into runs such that
    a cut is in each frame, or at its end, and at most one inside. The states kept are, of each
    row, that of the rows of its run up to it and that of the rows from it on: two at most make
    a frame, however long it is.

    ```mlir
    %s = molt_pipe.frame_states %f, %r inputs [0]
        : !molt_pipe.rows<i64> -> !molt_pipe.frame_states<i64> init {
      %zero = arith.constant 0 : i64
      molt_pipe.yield values %zero : i64
    } update {
    ^bb0(%state: i64, %x: i64, %row: i64):
      %n = arith.addi %state, %x : i64
      molt_pipe.yield values %n : i64
    } merge {
    ^bb0(%x: i64, %y: i64):
      %n = arith.addi %x, %y : i64
      molt_pipe.yield values %n : i64
    }
    ```
  }];
  let arguments = (ins Pipe_Frames:$frames, Pipe_Rows:$rows, DenseI64ArrayAttr:$inputs,
                       UnitAttr:$parallel);
  let results = (outs Pipe_FrameStates:$result);
  let regions = (region SizedRegion<1>:$init, SizedRegion<1>:$update, SizedRegion<1>:$merge);
  let assemblyFormat = [{
    $frames `,` $rows `inputs` $inputs (`parallel` $parallel^)? `:` type($rows) `->` type($result)
    `init` $init `update` $update `merge` $merge attr-dict
  }];
  let hasRegionVerifier = 1;
}

def Pipe_FrameColumnsOp : Pipe_Op<"frame_columns", [HasParent<"PipelineOp">]> {
  let summary = "the state of the frame of each row";
  let description = [{
    As `window_columns`, in front of all operators that change rows.

    ```mlir
    %sum = molt_pipe.frame_columns %s : !molt_pipe.frame_states<i64> -> !molt_pipe.col<i64>
    ```
  }];
  let arguments = (ins Pipe_FrameStates:$states);
  let results = (outs Variadic<Pipe_Col>:$outputs);
  let assemblyFormat = "$states attr-dict `:` type($states) (`->` type($outputs)^)?";
  let hasVerifier = 1;
}

def Pipe_FrameIndexOp : Pipe_Op<"frame_index"> {
  let summary = "orders the values of sorted rows, for the places of values in frames";
  let description = [{
    Field `fields[0]` of the rows is an i64, a value or what is in the same order; rows in which
    field `fields[1]`, an i1, is false do not count. With `distinct` the index tells how many
    different values frames have, else which is the k-th. It is made in time n log n for n rows,
    whatever the frames are.

    ```mlir
    %i = molt_pipe.frame_index %f, %r fields [0, 1] : !molt_pipe.rows<i64, i1>
    ```
  }];
  let arguments = (ins Pipe_Frames:$frames, Pipe_Rows:$rows, UnitAttr:$distinct,
                       DenseI64ArrayAttr:$fields);
  let results = (outs Pipe_FrameIndex:$result);
  let assemblyFormat = [{
    $frames `,` $rows (`distinct` $distinct^)? `fields` $fields attr-dict `:` type($rows)
  }];
  let hasVerifier = 1;
}

def Pipe_FrameCountsOp : Pipe_Op<"frame_counts", [HasParent<"PipelineOp">]> {
  let summary = "how many values the frame of each row has";
  let description = [{
    Of the rows that count; how many different ones, if the index is `distinct`. As
    `window_columns`, in front of all operators that change rows.

    ```mlir
    %n = molt_pipe.frame_counts %i : !molt_pipe.col<i64>
    ```
  }];
  let arguments = (ins Pipe_FrameIndex:$index);
  let results = (outs Pipe_Col:$result);
  let assemblyFormat = "$index attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def Pipe_FrameNthOp : Pipe_Op<"frame_nth", [HasParent<"PipelineOp">,
    AllTypesMatch<["row", "place", "result"]>]> {
  let summary = "the k-th smallest value of the frame of a row";
  let description = [{
    For each row of the batch, of the frame of row number `row`, the value at place `place`, from
    0 on; some value where there is none.

    ```mlir
    %v = molt_pipe.frame_nth %i row %row at %k : !molt_pipe.col<i64>
    ```
  }];
  let arguments = (ins Pipe_FrameIndex:$index, Pipe_Col:$row, Pipe_Col:$place);
  let results = (outs Pipe_Col:$result);
  let assemblyFormat = [{
    $index `row` $row `at` $place attr-dict `:` type($result)
  }];
  let hasVerifier = 1;
}
