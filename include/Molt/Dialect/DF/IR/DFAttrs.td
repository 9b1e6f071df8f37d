//===- DFAttrs.td - Attributes of the molt_df dialect ------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef MOLT_DIALECT_DF_IR_DFATTRS_TD
#define MOLT_DIALECT_DF_IR_DFATTRS_TD

include "Molt/Dialect/DF/IR/DFDialect.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/IR/EnumAttr.td"

class DF_Attr<string name, string attrMnemonic> : AttrDef<DF_Dialect, name> {
  let mnemonic = attrMnemonic;
}

def DF_NullAttr : DF_Attr<"Null", "null"> {
  let summary = "the value of a null constant";
}

def DF_IntervalAttr : DF_Attr<"Interval", "interval"> {
  let summary = "the value of a constant interval: months, days, microseconds";
  let parameters = (ins "int32_t":$months, "int32_t":$days, "int64_t":$micros);
  let assemblyFormat = "`<` $months `,` $days `,` $micros `>`";
}

def DF_SortKeyAttr : DF_Attr<"SortKey", "sort_key"> {
  let summary = "one key of a sort: column, direction and where nulls go";
  let parameters = (ins "StringAttr":$column, "bool":$descending, "bool":$nullsFirst);
  let hasCustomAssemblyFormat = 1;
}

def DF_FrameUnits : I32EnumAttr<"FrameUnits", "what the bounds of a frame count", [
    I32EnumAttrCase<"rows", 0>, I32EnumAttrCase<"range", 1>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}

def DF_FrameAttr : DF_Attr<"Frame", "frame"> {
  let summary = "the rows around a row of a partition";
  let description = [{
    `<rows -2 to 0>`: the row and the two before it; `<rows unbounded to 0>`: all up to the row.

    `<range -7 to 0>`: the rows whose order key differs from the row's by that much, and which
    are not behind it; before is behind where the key is descending. Integers count what the
    key counts: days of dates, units of timestamps, times and durations, units of a decimal's last
    digit; floats, or integers, those of a float. Both bounds belong to the frame, and all
    peers do: `range 0` is the row's peers. Rows in which the key is null are peers; so are
    those where it is NaN.
  }];
  // A bound is null (unbounded), an i64 or an f64.
  let parameters = (ins "FrameUnits":$units, "::mlir::Attribute":$start, "::mlir::Attribute":$end);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// Whether the frame of each row has the row in it.
    bool includesRow();
    /// Whether a bound is a distance other than 0 between values of the order key.
    bool hasDistance();
  }];
}

def DF_FactsAttr : DF_Attr<"Facts", "facts"> {
  let summary = "what is known about all values of a column";
  let description = [{
    `#molt_df.facts<range = [1, 50], nonnull>`: every value that is not null lies
    within the range (unscaled for decimals, days for dates, units for timestamps, times and
    durations), and no value is null.
    With `unique` no value occurs twice (nulls aside). Any part may be missing. On a `source`
    they are assumptions taken from statistics: compiled code checks them before the first
    row (`molt_pipe.guard_column`).

    `distinct = 25` is different: about so many different values. It guides decisions, nothing
    relies on it and nothing checks it.
  }];
  // Bounds are 128-bit integers; present if hasRange. distinct: 0 if nothing is known.
  let parameters = (ins "bool":$hasRange, APIntParameter<"">:$min, APIntParameter<"">:$max,
                        "bool":$nonNull, "bool":$unique, "uint64_t":$distinct);
  let builders = [
    AttrBuilder<(ins "bool":$hasRange, "const ::llvm::APInt &":$min, "const ::llvm::APInt &":$max,
                     "bool":$nonNull), [{
      return $_get($_ctxt, hasRange, min, max, nonNull, /*unique=*/false, /*distinct=*/0);
    }]>
  ];
  let hasCustomAssemblyFormat = 1;
}

def DF_CmpPredicate : I32EnumAttr<"CmpPredicate", "comparison", [
    I32EnumAttrCase<"eq", 0>, I32EnumAttrCase<"ne", 1>, I32EnumAttrCase<"lt", 2>,
    I32EnumAttrCase<"le", 3>, I32EnumAttrCase<"gt", 4>, I32EnumAttrCase<"ge", 5>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_CmpPredicateAttr : EnumAttr<DF_Dialect, DF_CmpPredicate, "cmp_predicate">;

def DF_Overflow : I32EnumAttr<"Overflow", "what happens when a result does not fit", [
    I32EnumAttrCase<"checked", 0>, I32EnumAttrCase<"wrap", 1>, I32EnumAttrCase<"never", 2>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_OverflowAttr : EnumAttr<DF_Dialect, DF_Overflow, "overflow"> {
  let assemblyFormat = "`<` $value `>`";
}

def DF_JoinKind : I32EnumAttr<"JoinKind", "which rows of which side a join gives", [
    I32EnumAttrCase<"inner", 0>, I32EnumAttrCase<"left", 1>, I32EnumAttrCase<"right", 2>,
    I32EnumAttrCase<"full", 3>, I32EnumAttrCase<"semi", 4>, I32EnumAttrCase<"anti", 5>,
    I32EnumAttrCase<"cross", 6>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_JoinKindAttr : EnumAttr<DF_Dialect, DF_JoinKind, "join_kind">;

def DF_JoinSide : I32EnumAttr<"JoinSide", "one of the two tables of a join", [
    I32EnumAttrCase<"left", 0>, I32EnumAttrCase<"right", 1>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_JoinSideAttr : EnumAttr<DF_Dialect, DF_JoinSide, "join_side"> {
  let assemblyFormat = "`<` $value `>`";
}

def DF_Keep : I32EnumAttr<"Keep", "which of equal rows stays", [
    I32EnumAttrCase<"any", 0>, I32EnumAttrCase<"first", 1>, I32EnumAttrCase<"last", 2>,
    I32EnumAttrCase<"none", 3>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_KeepAttr : EnumAttr<DF_Dialect, DF_Keep, "keep">;

def DF_DatePart : I32EnumAttr<"DatePart", "part of a date or time", [
    I32EnumAttrCase<"year", 0>, I32EnumAttrCase<"month", 1>, I32EnumAttrCase<"day", 2>,
    I32EnumAttrCase<"quarter", 3>, I32EnumAttrCase<"day_of_week", 4>,
    I32EnumAttrCase<"day_of_year", 5>, I32EnumAttrCase<"iso_week", 6>,
    I32EnumAttrCase<"iso_year", 7>, I32EnumAttrCase<"hour", 8>, I32EnumAttrCase<"minute", 9>,
    I32EnumAttrCase<"second", 10>, I32EnumAttrCase<"millisecond", 11>,
    I32EnumAttrCase<"microsecond", 12>, I32EnumAttrCase<"nanosecond", 13>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_DatePartAttr : EnumAttr<DF_Dialect, DF_DatePart, "date_part">;

def DF_DateUnit : I32EnumAttr<"DateUnit", "what begins at a truncated date or timestamp", [
    I32EnumAttrCase<"year", 0>, I32EnumAttrCase<"quarter", 1>, I32EnumAttrCase<"month", 2>,
    I32EnumAttrCase<"week", 3>, I32EnumAttrCase<"day", 4>, I32EnumAttrCase<"hour", 5>,
    I32EnumAttrCase<"minute", 6>, I32EnumAttrCase<"second", 7>,
    I32EnumAttrCase<"millisecond", 8>, I32EnumAttrCase<"microsecond", 9>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_DateUnitAttr : EnumAttr<DF_Dialect, DF_DateUnit, "date_unit">;

def DF_MathFunction : I32EnumAttr<"MathFunction", "function of a float", [
    I32EnumAttrCase<"sqrt", 0>, I32EnumAttrCase<"floor", 1>, I32EnumAttrCase<"ceil", 2>,
    I32EnumAttrCase<"trunc", 3>, I32EnumAttrCase<"round", 4>, I32EnumAttrCase<"sign", 5>,
    I32EnumAttrCase<"exp", 6>, I32EnumAttrCase<"ln", 7>, I32EnumAttrCase<"log2", 8>,
    I32EnumAttrCase<"log10", 9>, I32EnumAttrCase<"sin", 10>, I32EnumAttrCase<"cos", 11>,
    I32EnumAttrCase<"tan", 12>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}
def DF_MathFunctionAttr : EnumAttr<DF_Dialect, DF_MathFunction, "math_function">;

#endif // MOLT_DIALECT_DF_IR_DFATTRS_TD
