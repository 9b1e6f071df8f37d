//===- DFAggregateOps.td - Aggregates of molt_df -----------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td. All of them stand in the region of molt_df.aggregate and
// reduce their operands over the rows of a group, or in that of molt_df.window and reduce them
// over the frame of each row.
//
//===----------------------------------------------------------------------===//

class DF_AggOp<string name, list<Trait> traits = []>
    : DF_Op<name, traits # [Pure, ParentOneOf<["AggregateOp", "WindowOp"]>, DF_AggregateOpInterface,
          InferTypeOpAdaptor]> {
  let results = (outs DF_Scalar:$result);
  let opDocGroup = DF_AggregateGroup;
}

class DF_UnaryAggOp<string name, Type operandType, list<Trait> traits = []>
    : DF_AggOp<name, traits> {
  let arguments = (ins operandType:$operand, Optional<DF_Boolean>:$where);
  let assemblyFormat = [{
    $operand (`where` $where^)? attr-dict `:` type($operand) (`,` type($where)^)?
  }];
}

/// Aggregates for which it matters that equal values count once.
class DF_NumericAggOp<string name, dag extra = (ins), Type operandType = DF_Numeric>
    : DF_AggOp<name> {
  let arguments = !con((ins operandType:$operand, Optional<DF_Boolean>:$where, UnitAttr:$distinct),
                       extra);
  let assemblyFormat = [{
    (`distinct` $distinct^)? $operand (`where` $where^)? attr-dict
    `:` type($operand) (`,` type($where)^)?
  }];
}

class DF_BinaryAggOp<string name, Type lhsType, Type rhsType, string keyword, dag extra = (ins)>
    : DF_AggOp<name> {
  let arguments = !con((ins lhsType:$lhs, rhsType:$rhs, Optional<DF_Boolean>:$where), extra);
  let assemblyFormat = "$lhs " # keyword # [{ $rhs (`where` $where^)? attr-dict
    `:` type($lhs) `,` type($rhs) (`,` type($where)^)?
  }];
}

//===----------------------------------------------------------------------===//
// Totals
//===----------------------------------------------------------------------===//

def DF_SumOp : DF_NumericAggOp<"sum", (ins OptionalAttr<I64Attr>:$total_bits,
    DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow, UnitAttr:$or_zero),
    DF_NumericOrDuration> {
  let summary = "sum of the values that are not null";
  let description = [{
    Null if there is none, or zero with `or_zero`, as in pandas. Signed integers to i64, unsigned
    to ui64, i128 to i128, decimal<p, s> to decimal<38, s>, durations to durations: an error
    (`overflow`) exactly when the exact total does not fit; with `overflow<wrap>`, for integers only,
    the low bits of the total. Floats to f64, in any order of addition. Of the type null to i64: null,
    or zero.

    `total_bits`, put there by passes, is a proof that the total of any part of the
    rows fits a signed integer of that many bits.

    ```mlir
    %s = molt_df.sum %x : i32
    %t = molt_df.sum distinct %x where %p : i32, i1
    %p2 = molt_df.sum overflow<wrap> %x or_zero : i32
    ```
  }];
  let assemblyFormat = [{
    (`overflow` `` $overflow^)? (`distinct` $distinct^)? $operand (`where` $where^)?
    (`or_zero` $or_zero^)? attr-dict `:` type($operand) (`,` type($where)^)?
  }];
  let hasVerifier = 1;
}

def DF_MeanOp : DF_NumericAggOp<"mean", (ins OptionalAttr<I64Attr>:$total_bits),
    DF_NumericOrDuration> {
  let summary = "arithmetic mean of the values that are not null, as f64 or as duration";
  let description = [{
    Null if there is none. Integers and decimals: f64(exact total) / 10^s / f64(count),
    each step correctly rounded; it never fails. Floats: f64 sum / f64(count). Durations: a
    duration, the exact total / count without the fraction of a unit.

    ```mlir
    %m = molt_df.mean %x : !molt_df.decimal<15, 2>
    %n = molt_df.mean %d : !molt_df.duration<us>
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Extremes
//===----------------------------------------------------------------------===//

def DF_MinOp : DF_UnaryAggOp<"min", DF_Scalar> {
  let summary = "least value that is not null";
  let description = [{
    Null if there is none. Numbers, dates, booleans, and strings by code points; floats
    by the total order (a zero result is +0, a NaN the quiet one).

    ```mlir
    %m = molt_df.min %x : f64
    ```
  }];
}

def DF_MaxOp : DF_UnaryAggOp<"max", DF_Scalar> {
  let summary = "greatest value that is not null";
  let description = [{
    As `min`; NaN is the greatest float.

    ```mlir
    %m = molt_df.max %x : f64
    ```
  }];
}

def DF_ArgMinOp : DF_BinaryAggOp<"arg_min", DF_Scalar, DF_Scalar, "`by`"> {
  let summary = "a value of the row where another one is least";
  let description = [{
    The first operand, which may be null, in the first of the rows in which the second is
    least by the order of `min`. Rows in which the second is null are ignored; null if no
    row is left.

    ```mlir
    %m = molt_df.arg_min %x by %y : !molt_str.utf8, f64
    ```
  }];
}

def DF_ArgMaxOp : DF_BinaryAggOp<"arg_max", DF_Scalar, DF_Scalar, "`by`"> {
  let summary = "a value of the row where another one is greatest";
  let description = [{
    As `arg_min`, by the order of `max`; also the first of such rows.

    ```mlir
    %m = molt_df.arg_max %x by %y : !molt_str.utf8, f64
    ```
  }];
}

//===----------------------------------------------------------------------===//
// By position
//===----------------------------------------------------------------------===//

class DF_PositionAggOp<string name> : DF_AggOp<name> {
  let arguments = (ins DF_Scalar:$operand, Optional<DF_Boolean>:$where, UnitAttr:$skip_nulls);
  let assemblyFormat = [{
    (`skip_nulls` $skip_nulls^)? $operand (`where` $where^)? attr-dict
    `:` type($operand) (`,` type($where)^)?
  }];
}

def DF_FirstOp : DF_PositionAggOp<"first"> {
  let summary = "the value of the first row";
  let description = [{
    That of the group's first row in the order of the input, which may be null; with
    `skip_nulls` the first value that is not null. Null if there is no row. Where the order
    of the input is unspecified, any row may be the first, the same one for all aggregates
    of the operation.

    ```mlir
    %f = molt_df.first %x : i64
    %g = molt_df.first skip_nulls %y : !molt_df.nullable<i64>
    ```
  }];
}

def DF_LastOp : DF_PositionAggOp<"last"> {
  let summary = "the value of the last row";
  let description = [{
    As `first`.

    ```mlir
    %l = molt_df.last %x : i64
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Logic
//===----------------------------------------------------------------------===//

def DF_AnyOp : DF_UnaryAggOp<"any", DF_Boolean> {
  let summary = "whether some value is true";
  let description = [{
    False if all values that are not null are false, null if there is none: SQL's
    `bool_or`.

    ```mlir
    %p = molt_df.any %x : !molt_df.nullable<i1>
    ```
  }];
}

def DF_AllOp : DF_UnaryAggOp<"all", DF_Boolean> {
  let summary = "whether no value is false";
  let description = [{
    True if all values that are not null are true, null if there is none: SQL's
    `bool_and`.

    ```mlir
    %p = molt_df.all %x : !molt_df.nullable<i1>
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Counts
//===----------------------------------------------------------------------===//

def DF_CountOp : DF_AggOp<"count"> {
  let summary = "number of rows, as i64";
  let description = [{
    Counts all rows; never null, 0 for no rows.

    ```mlir
    %n = molt_df.count
    %m = molt_df.count where %p : i1
    ```
  }];
  let arguments = (ins Optional<DF_Boolean>:$where);
  let assemblyFormat = "(`where` $where^ `:` type($where))? attr-dict";
}

def DF_CountValidOp : DF_UnaryAggOp<"count_valid", DF_Scalar> {
  let summary = "number of values that are not null, as i64";
  let description = [{
    ```mlir
    %n = molt_df.count_valid %x : !molt_df.nullable<i64>
    ```
  }];
}

def DF_CountDistinctOp : DF_UnaryAggOp<"count_distinct", DF_Scalar> {
  let summary = "number of different values that are not null, as i64";
  let description = [{
    Floats are equal by the total order. SQL's `count(distinct x)`.

    ```mlir
    %n = molt_df.count_distinct %x : !molt_str.utf8
    ```
  }];
  let extraClassDeclaration = [{ bool getDistinct() { return true; } }];
}

//===----------------------------------------------------------------------===//
// Statistics
//===----------------------------------------------------------------------===//

/// Degrees of freedom that are taken off the number of values.
defvar DF_Ddof =
    (ins DefaultValuedAttr<ConfinedAttr<I64Attr, [IntNonNegative]>, "1">:$ddof);

def DF_VarOp : DF_NumericAggOp<"var", DF_Ddof> {
  let summary = "variance of the values that are not null, as f64";
  let description = [{
    Σ (x − mean)² / (n − `ddof`) over the n values that are not null, each converted to f64;
    null unless n > `ddof`, which is at least 0. With `ddof` = 1, the default, that of a
    sample, with 0 that of a population. NaN if some value is not finite; undetermined if only
    Σx² is not in the range of f64. Computed in one pass (Welford, "Note on a method for
    calculating corrected sums of squares and products", 1962; merged as by Chan, Golub and
    LeVeque, 1979), within n · 2⁻⁵² · Σx² / (n − `ddof`) of the exact value.

    ```mlir
    %v = molt_df.var %x : f64
    %w = molt_df.var %x {ddof = 0 : i64} : f64
    ```
  }];
}

def DF_StdOp : DF_NumericAggOp<"std", DF_Ddof> {
  let summary = "standard deviation of the values that are not null, as f64";
  let description = [{
    The square root of `var`.

    ```mlir
    %s = molt_df.std %x : i32
    ```
  }];
}

def DF_CovarOp : DF_BinaryAggOp<"covar", DF_Numeric, DF_Numeric, "`,`",
                                DF_Ddof> {
  let summary = "covariance of the pairs without null, as f64";
  let description = [{
    Σ (x − mean(x)) (y − mean(y)) / (n − `ddof`) over the n rows in which neither is null;
    else as `var`.

    ```mlir
    %c = molt_df.covar %x, %y : f64, f64
    ```
  }];
}

def DF_CorrOp : DF_BinaryAggOp<"corr", DF_Numeric, DF_Numeric, "`,`"> {
  let summary = "Pearson's correlation of the pairs without null, as f64";
  let description = [{
    covar(x, y) / (std(x) · std(y)) over the rows in which neither is null. Null if there
    are fewer than two, or if all x or all y are the same finite number; else NaN if some
    value is not finite.

    ```mlir
    %c = molt_df.corr %x, %y : f64, i32
    ```
  }];
}

//===----------------------------------------------------------------------===//
// Quantiles
//===----------------------------------------------------------------------===//

def DF_MedianOp : DF_UnaryAggOp<"median", DF_Numeric> {
  let summary = "middle of the values that are not null, as f64";
  let description = [{
    As `quantile` 0.5: the mean of the two in the middle where their number is even.

    ```mlir
    %m = molt_df.median %x : i64
    ```
  }];
}

def DF_QuantileOp : DF_AggOp<"quantile"> {
  let summary = "value at a share of the ordered values that are not null, as f64";
  let description = [{
    The values, each converted to f64, in ascending order (NaN is the greatest); of n of them the
    one at place `at` · (n − 1), counted from 0. Between two places, a + (b − a) · f of the values
    a and b at these, where f is how far it is from the first. Null if there is no value. SQL's
    `percentile_cont`.

    ```mlir
    %q = molt_df.quantile 0.25 of %x : f64
    ```
  }];
  let arguments = (ins F64Attr:$at, DF_Numeric:$operand, Optional<DF_Boolean>:$where);
  let assemblyFormat = [{
    $at `of` $operand (`where` $where^)? attr-dict `:` type($operand) (`,` type($where)^)?
  }];
  let hasVerifier = 1;
}
