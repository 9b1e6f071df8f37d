//===- DFAggregateOps.td - Aggregates of molt_df -----------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td. All of them stand in the region of molt_df.aggregate and
// reduce their operand over the rows of a group. Nulls are ignored.
//
//===----------------------------------------------------------------------===//

class DF_AggOp<string name, list<Trait> traits = []>
    : DF_Op<name, traits # [Pure, HasParent<"AggregateOp">, DF_AggregateOpInterface,
          InferTypeOpAdaptor]> {
  let results = (outs DF_Scalar:$result);
  let opDocGroup = DF_AggregateGroup;
}

class DF_UnaryAggOp<string name, Type operandType, list<Trait> traits = []>
    : DF_AggOp<name, traits> {
  let arguments = (ins operandType:$operand);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def DF_SumOp : DF_AggOp<"sum"> {
  let summary = "sum of the values that are not null";
  let description = [{
    Null if there is none. Signed integers to i64, unsigned to ui64, decimal<p, s> to
    decimal<38, s>: an error (`overflow`) exactly when the exact total does not fit.
    Floats to f64, in any order of addition.

    `total_bits`, put there by passes, is a proof that the total of any part of the
    rows fits a signed integer of that many bits.

    ```mlir
    %s = molt_df.sum %x : i32
    ```
  }];
  let arguments = (ins DF_Numeric:$operand, OptionalAttr<I64Attr>:$total_bits);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def DF_MeanOp : DF_AggOp<"mean"> {
  let summary = "arithmetic mean of the values that are not null, as f64";
  let description = [{
    Null if there is none. Integers and decimals: f64(exact total) / 10^s / f64(count),
    each step correctly rounded; it never fails. Floats: f64 sum / f64(count).

    ```mlir
    %m = molt_df.mean %x : !molt_df.decimal<15, 2>
    ```
  }];
  let arguments = (ins DF_Numeric:$operand, OptionalAttr<I64Attr>:$total_bits);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
}

def DF_MinOp : DF_UnaryAggOp<"min", DF_Scalar> {
  let summary = "least value that is not null";
  let description = [{
    Null if there is none. Numbers, dates and booleans; floats by the total order (a
    zero result is +0, a NaN the quiet one).

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

def DF_CountOp : DF_AggOp<"count"> {
  let summary = "number of rows, as i64";
  let description = [{
    Counts all rows; never null, 0 for no rows.

    ```mlir
    %n = molt_df.count
    ```
  }];
  let assemblyFormat = "attr-dict";
}

def DF_CountValidOp : DF_UnaryAggOp<"count_valid", DF_Scalar> {
  let summary = "number of values that are not null, as i64";
  let description = [{
    ```mlir
    %n = molt_df.count_valid %x : !molt_df.nullable<i64>
    ```
  }];
}
