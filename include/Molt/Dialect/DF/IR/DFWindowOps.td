//===- DFWindowOps.td - Windows over ordered partitions ----*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td.
//
//===----------------------------------------------------------------------===//

def DF_WindowGroup : OpDocGroup {
  let summary = "Window functions";
  let description = [{
    A scalar of a row from its place among the rows of its partition, or from these rows.
    Rows with equal order keys are *peers*; without order keys all rows of a partition are.
  }];
}

def DF_WindowOp : DF_RowOp<"window"> {
  let hasVerifier = 1;
  let summary = "adds columns computed from the place of each row in its partition";
  let description = [{
    Rows with equal keys behind `by` form a partition (null equals null; floats by the total
    order); within it they are in the order of the keys behind `order`, which are as those of
    `sort`, and else in the order of the input. The region yields results of window functions
    and of aggregates, which become columns of the names given; these must be new. The other
    columns are the input's. The order of the result is unspecified; with `maintain_order` it is
    that of the input.

    Operands of functions and aggregates are values of a row, and expressions of them. An
    aggregate reduces those of the rows in the frame of each row, in their order; without
    a frame, of all rows of the partition. A frame is cut off where the partition ends; over
    one without rows an aggregate has the value that it has without rows. Aggregates of
    distinct values are possible without a frame only, but for `count_distinct`.

    ```mlir
    %1 = molt_df.window %0 by ["k"] order ["x" desc] of [] -> ["place", "rank"] {
      %p = molt_df.row_number
      %r = molt_df.rank
      molt_df.yield %p, %r : i64, i64
    } : !molt_df.table<"k": i32, "x": f64?>
    ```
    ```mlir
    %2 = molt_df.window %0 by ["k"] order ["x"] frame <rows -2 to 0> of ["x"]
        -> ["before", "moving"] {
    ^bb0(%x: !molt_df.nullable<f64>):
      %b = molt_df.lag %x by 1 : !molt_df.nullable<f64>
      %m = molt_df.mean %x : !molt_df.nullable<f64>
      molt_df.yield %b, %m : !molt_df.nullable<f64>, !molt_df.nullable<f64>
    } : !molt_df.table<"k": i32, "x": f64?>
    ```
    ```mlir
    %3 = molt_df.window %0 by [] order [] maintain_order of [] -> ["number"] {
      %n = molt_df.row_number
      molt_df.yield %n : i64
    } : !molt_df.table<"k": i32, "x": f64?>
    ```
  }];
  let arguments = (ins DF_AnyTable:$input, StrArrayAttr:$by, ArrayAttr:$order,
                       OptionalAttr<DF_FrameAttr>:$frame, UnitAttr:$maintain_order,
                       StrArrayAttr:$columns, StrArrayAttr:$names);
  let assemblyFormat = [{
    $input `by` $by `order` custom<SortKeys>($order) (`frame` $frame^)?
    (`maintain_order` $maintain_order^)? `of` $columns `->` $names $body
    attr-dict `:` type($input)
  }];
}

class DF_WindowFunction<string name> : DF_Op<name, [Pure, HasParent<"WindowOp">,
    DF_WindowFunctionOpInterface, InferTypeOpAdaptor]> {
  let results = (outs DF_Scalar:$result);
  let assemblyFormat = "attr-dict";
  let opDocGroup = DF_WindowGroup;
}

def DF_RowNumberOp : DF_WindowFunction<"row_number"> {
  let summary = "place in the partition, from 1 on, as i64";
  let description = [{
    Peers have different numbers, in the order of the input.

    ```mlir
    %n = molt_df.row_number
    ```
  }];
}

def DF_RankOp : DF_WindowFunction<"rank"> {
  let summary = "place of the first peer, as i64";
  let description = [{
    One more than the number of rows before all peers: with gaps behind peers.

    ```mlir
    %r = molt_df.rank
    ```
  }];
}

def DF_DenseRankOp : DF_WindowFunction<"dense_rank"> {
  let summary = "number of the group of peers, from 1 on, as i64";
  let description = [{
    ```mlir
    %r = molt_df.dense_rank
    ```
  }];
}

def DF_PercentRankOp : DF_WindowFunction<"percent_rank"> {
  let summary = "share of the other rows that are before all peers, as f64";
  let description = [{
    (rank − 1) / (n − 1) in a partition of n rows; 0 if n is 1.

    ```mlir
    %r = molt_df.percent_rank
    ```
  }];
}

def DF_CumeDistOp : DF_WindowFunction<"cume_dist"> {
  let summary = "share of the rows that are not behind all peers, as f64";
  let description = [{
    The number of rows up to the last peer, divided by the number of rows of the partition.

    ```mlir
    %r = molt_df.cume_dist
    ```
  }];
}

def DF_NTileOp : DF_WindowFunction<"ntile"> {
  let summary = "number of one of several parts of equal size, from 1 on, as i64";
  let description = [{
    The rows of a partition, by `row_number`, are cut into `count` parts, of which the first
    have one row more than the last where they cannot be equal. Of fewer rows than parts, each
    is a part.

    ```mlir
    %t = molt_df.ntile 4
    ```
  }];
  let arguments = (ins ConfinedAttr<I64Attr, [IntPositive]>:$count);
  let assemblyFormat = "$count attr-dict";
}

def DF_PartitionSizeOp : DF_WindowFunction<"partition_size"> {
  let summary = "number of rows of the partition, as i64";
  let description = [{
    ```mlir
    %n = molt_df.partition_size
    ```
  }];
}

class DF_NeighborOp<string name> : DF_Op<name, [Pure, HasParent<"WindowOp">,
    DF_WindowFunctionOpInterface, InferTypeOpAdaptor]> {
  let arguments = (ins DF_Scalar:$operand, ConfinedAttr<I64Attr, [IntNonNegative]>:$distance,
                       Optional<DF_Scalar>:$otherwise, UnitAttr:$skip_nulls);
  let results = (outs DF_Scalar:$result);
  let hasVerifier = 1;
  let assemblyFormat = [{
    (`skip_nulls` $skip_nulls^)? $operand `by` $distance (`else` $otherwise^)? attr-dict
    `:` type($operand) (`,` type($otherwise)^)?
  }];
  let opDocGroup = DF_WindowGroup;
}

def DF_LagOp : DF_NeighborOp<"lag"> {
  let summary = "the value of a row before the row";
  let description = [{
    That of the row which is so many rows before it in the partition, whatever the frame, and
    which may be null. With `skip_nulls` rows in which the value is null do not count, and the
    distance is at least 1. Where there is no such row: null, or the value behind `else`, which is
    of the row itself and has the operand's type, but for nullability.

    ```mlir
    %b = molt_df.lag %x by 1 : i64
    %c = molt_df.lag %x by 2 else %y : i64, i64
    %d = molt_df.lag skip_nulls %z by 1 : !molt_df.nullable<i64>
    ```
  }];
}

def DF_LeadOp : DF_NeighborOp<"lead"> {
  let summary = "the value of a row behind the row";
  let description = [{
    As `lag`, of the row which is so many rows behind it.

    ```mlir
    %n = molt_df.lead %x by 1 : i64
    ```
  }];
}

def DF_NthValueOp : DF_Op<"nth_value", [Pure, HasParent<"WindowOp">,
    DF_WindowFunctionOpInterface, InferTypeOpAdaptor]> {
  let summary = "the value of a row of the frame";
  let description = [{
    That of the row with this number in the frame of the row, from 1 on, which may be null;
    null if the frame has fewer rows. With `skip_nulls` rows in which the value is null do not
    count. (`first` and `last` are aggregates.)

    ```mlir
    %s = molt_df.nth_value %x at 2 : i64
    %t = molt_df.nth_value skip_nulls %z at 2 : !molt_df.nullable<i64>
    ```
  }];
  let arguments = (ins DF_Scalar:$operand, ConfinedAttr<I64Attr, [IntPositive]>:$number,
                       UnitAttr:$skip_nulls);
  let results = (outs DF_Scalar:$result);
  let assemblyFormat = "(`skip_nulls` $skip_nulls^)? $operand `at` $number attr-dict `:` type($operand)";
  let opDocGroup = DF_WindowGroup;
}
