//===- DFExprOps.td - Scalar expressions of molt_df --------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td. docs/adding-an-operation.md says what an operation needs.
//
//===----------------------------------------------------------------------===//

class DF_ExprOp<string name, list<Trait> traits = []>
    : DF_Op<name, traits # [NoMemoryEffect, InferTypeOpAdaptor]> {
  let results = (outs DF_Scalar:$result);
  let opDocGroup = DF_ExprGroup;
}

/// Can fail or not, so not `Pure` (speculation is up to the passes that know masks).
class DF_ArithOp<string name, list<Trait> traits = []>
    : DF_ExprOp<name, traits # [DF_OverflowOpInterface,
          DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
              ["canFail", "canFailWith", "inferFacts"]>]> {
  let assemblyFormat = [{
    (`overflow` `` $overflow^)? $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)
  }];
  let hasFolder = 1;
  let hasVerifier = 1;
}

def DF_ConstantOp : DF_Op<"constant", [Pure, ConstantLike,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
        ["inferFacts", "inferOutcomes", "getCost"]>]> {
  let summary = "a constant scalar";
  let description = [{
    Integers and floats are written as numbers, booleans as `true` and `false`,
    decimals, dates, times and strings in quotes, a null as `null` (of a nullable type). A
    float has a decimal point, or is given by its bits in hexadecimal. A decimal must
    fit the type exactly. A date is YYYY-MM-DD, with a sign where the year is negative
    or has more than four digits.

    A timestamp is a date, a space or `T`, and a time (midnight, if there is none); with a zone
    it is in UTC and ends with `Z`. A time is HH:MM or HH:MM:SS, and may have a fraction of as
    many digits as the unit has. A duration is as in ISO 8601, from days down: `P1DT2H`,
    `-PT0.5S`; days are 24 hours, and all parts but the last one, with its fraction, are whole
    numbers. An interval is the same with years and months in front, `P1Y2M3DT4H`, and each part
    may be negative: `P1M-1D`, `PT-0.5S`; with a minus before `P` all change their signs. Binary strings are two hexadecimal digits for each byte.

    ```mlir
    %a = molt_df.constant 5 : i64
    %b = molt_df.constant "0.05" : !molt_df.decimal<15, 2>
    %c = molt_df.constant "1994-01-01" : !molt_df.date32
    %d = molt_df.constant "BUILDING" : !molt_str.utf8
    %e = molt_df.constant null : !molt_df.nullable<i64>
    %f = molt_df.constant "2024-02-29 12:34:56.789" : !molt_df.timestamp<ms>
    %g = molt_df.constant "2024-02-29 12:34:56Z" : !molt_df.timestamp<us, "Europe/Berlin">
    %h = molt_df.constant "12:34:56" : !molt_df.time<s>
    %i = molt_df.constant "P1DT30M" : !molt_df.duration<us>
    %j = molt_df.constant "P1Y2M-1D" : !molt_df.interval
    ```

    The value is stored as an IntegerAttr (of i128 for decimals, unscaled; of i32 for
    dates, in days; of i64 for timestamps, times and durations), FloatAttr,
    StringAttr, `#molt_df.interval` or `#molt_df.null`.
  }];
  let arguments = (ins AnyAttr:$value);
  let results = (outs DF_Scalar:$result);
  let hasCustomAssemblyFormat = 1;
  let hasFolder = 1;
  let hasVerifier = 1;
  let opDocGroup = DF_ExprGroup;
}

def DF_AddOp : DF_ArithOp<"add"> {
  let summary = "sum of two numbers, of a date and days, or of times and lengths of time";
  let description = [{
    Operands are first promoted to a common type: two integers of equal signedness
    to the wider one, of mixed signedness to the narrowest signed type that holds
    both; an integer with a decimal to a decimal of scale 0 and 3, 5, 10, 19 digits
    (20 for ui64); anything with a float to f64 (f32 with f32 stays). i64 and ui64 meet in
    i128. Nothing holds both i128 and a decimal: cast one of them.

    Integers: the result has the common type; a result that does not fit is an error
    (`overflow`), wraps around with `overflow<wrap>` (integers only), or is proved not to occur
    (`overflow<never>`, put there by passes). Decimals: decimal<max(p1-s1, p2-s2) +
    max(s1, s2) + 1, max(s1, s2)>, its precision capped at 38; an error where the
    result has more digits. Floats: IEEE 754. date32 + integer: that many days
    later, an error where days do not fit 32 bits.

    Times, all of one unit, which no operation changes but a cast: timestamp + duration, in
    either order, is a timestamp of the same zone; duration + duration a duration; date32 +
    duration and date32 + time, in either order, a timestamp without zone, for which the date
    is cast to its midnight first. An error where a result does not fit 64 bits.

    interval + interval: the sums of the parts, an error where one does not fit its bits. With an
    interval, in either order, a date32 gives a `timestamp<us>` and a timestamp without zone one of
    microseconds or its own finer unit, to which it is cast first; then come the months, if there
    are any, as `add_months` adds them, then days of 24 hours and microseconds in one step. An error
    where the operand, the timestamp after the months or the result does not fit.

    With an operand of type null the result is null, of the other operand's type.

    ```mlir
    %z = molt_df.add %x, %y : i64, i64
    %w = molt_df.add overflow<wrap> %x, %y : i64, i64
    %t = molt_df.add %s, %d : !molt_df.timestamp<us>, !molt_df.duration<us>
    ```
  }];
  let arguments = (ins DF_Scalar:$lhs, DF_Scalar:$rhs,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow);
  let hasCanonicalizer = 1;
}

def DF_SubOp : DF_ArithOp<"sub"> {
  let summary = "difference of two numbers, dates or times";
  let description = [{
    As `add`. date32 - integer: that many days earlier; date32 - date32: the days
    between, i64. Unsigned results below zero are an overflow.

    Times: timestamp - timestamp, of one unit and zone, time - time and duration - duration are
    durations; timestamp - duration is a timestamp, date32 - duration one without zone.

    interval - interval, and date32 or timestamp - interval: the sum with all parts of the second
    operand negated, exactly.

    ```mlir
    %z = molt_df.sub %x, %y : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
    %d = molt_df.sub %s, %t : !molt_df.timestamp<us>, !molt_df.timestamp<us>
    ```
  }];
  let arguments = (ins DF_Scalar:$lhs, DF_Scalar:$rhs,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow);
  let hasCanonicalizer = 1;
}

def DF_MulOp : DF_ArithOp<"mul"> {
  let summary = "product of two numbers";
  let description = [{
    As `add`. Decimals: decimal<min(38, p1 + p2), s1 + s2>; the scale must not
    exceed 38; an error where the result has more digits than its precision. A duration
    times an integer other than ui64 and i128, in either order: a duration. Of an interval each
    part is multiplied so.

    ```mlir
    %z = molt_df.mul %x, %y : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
    %e = molt_df.mul %d, %n : !molt_df.duration<us>, i32
    ```
  }];
  let arguments = (ins DF_NumericOrLength:$lhs, DF_NumericOrLength:$rhs,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow);
  let hasCanonicalizer = 1;
}

def DF_DivOp : DF_ExprOp<"div", [DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["makesNull", "canFail", "canFailWith", "inferFacts", "getCost"]>]> {
  let summary = "quotient of two numbers";
  let description = [{
    Promotion as in `add`. Integers: truncated towards zero; the smallest signed
    integer divided by -1 is an overflow. Decimals: the result has scale
    s = max(6, s1) and precision min(38, p1 - s1 + s2 + s), rounded half away from
    zero, an error where it has more digits; 10^(s + s2 - s1) times the largest
    dividend must fit 38 digits, or the operation does not verify. Floats: IEEE 754.

    Division of an integer or decimal by zero is an error, or null with
    `zero_is_null` (SQL engines differ); then the result is nullable.

    ```mlir
    %z = molt_df.div %x, %y : i64, i64
    %w = molt_df.div zero_is_null %x, %y : i64, i64
    ```
  }];
  let arguments = (ins DF_Numeric:$lhs, DF_Numeric:$rhs, UnitAttr:$zeroIsNull);
  let assemblyFormat = [{
    (`zero_is_null` $zeroIsNull^)? $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)
  }];
  let hasFolder = 1;
}

def DF_NegOp : DF_ExprOp<"neg", [DF_OverflowOpInterface, DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["canFail", "canFailWith", "inferFacts"]>]> {
  let summary = "a number or length of time with its sign changed";
  let description = [{
    The type is the operand's; for an unsigned integer other than 0, and for the
    smallest signed integer or duration, an overflow. Of an interval all parts change their signs.

    ```mlir
    %y = molt_df.neg %x : i64
    ```
  }];
  let arguments = (ins DF_NumericOrLength:$operand,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow);
  let assemblyFormat = "(`overflow` `` $overflow^)? $operand attr-dict `:` type($operand)";
  let hasFolder = 1;
  let hasVerifier = 1;
}

def DF_AbsOp : DF_ExprOp<"abs", [DF_OverflowOpInterface, DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["canFail", "canFailWith", "inferFacts"]>]> {
  let summary = "a number or duration without its sign";
  let description = [{
    The type is the operand's; for the smallest signed integer or duration an overflow, which
    `overflow<wrap>` makes that integer again. abs(-0.0) is 0.0, abs(NaN) is NaN.

    ```mlir
    %y = molt_df.abs %x : !molt_df.nullable<i64>
    ```
  }];
  let arguments = (ins DF_NumericOrDuration:$operand,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow);
  let assemblyFormat = "(`overflow` `` $overflow^)? $operand attr-dict `:` type($operand)";
  let hasFolder = 1;
  let hasVerifier = 1;
}

def DF_CmpOp : DF_ExprOp<"cmp",
    [DeclareOpInterfaceMethods<DF_ExpressionOpInterface, ["inferFacts"]>]> {
  let summary = "comparison of two numbers, dates, times or booleans";
  let description = [{
    Numbers are promoted as in `add` (decimals to a common scale, exactly); the
    result is i1. Everything compares with the type null, which gives null. Timestamps, times and durations compare with those of the same type: unit
    and zone have to be equal. Intervals compare by their length with months of 30 days and days of
    24 hours. Floats follow the total order: -0 = +0, NaN = NaN and greater than
    everything else. Strings are compared with `molt_str.cmp`.

    ```mlir
    %p = molt_df.cmp lt %x, %y : i64, i64
    ```
  }];
  let arguments = (ins DF_CmpPredicateAttr:$predicate, DF_Scalar:$lhs, DF_Scalar:$rhs);
  let assemblyFormat = "`` $predicate $lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
  let extraClassDeclaration = [{
    std::optional<CmpPredicate> getComparison() { return getPredicate(); }
  }];
}

class DF_LogicOp<string name> : DF_ExprOp<name, [Pure, Commutative,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
        ["propagatesNull", "inferFacts", "inferOutcomes"]>]> {
  let arguments = (ins DF_Boolean:$lhs, DF_Boolean:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
}

def DF_AndOp : DF_LogicOp<"and"> {
  let summary = "three-valued conjunction";
  let description = [{
    False if either operand is false, else null if either is null, else true. Both
    operands are evaluated, whatever they are.

    ```mlir
    %r = molt_df.and %p, %q : i1, !molt_df.nullable<i1>
    ```
  }];
}

def DF_OrOp : DF_LogicOp<"or"> {
  let summary = "three-valued disjunction";
  let description = [{
    True if either operand is true, else null if either is null, else false.

    ```mlir
    %r = molt_df.or %p, %q : i1, i1
    ```
  }];
}

def DF_NotOp : DF_ExprOp<"not", [Pure, DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["inferFacts", "inferOutcomes"]>]> {
  let summary = "negation; null stays null";
  let description = [{
    ```mlir
    %r = molt_df.not %p : i1
    ```
  }];
  let arguments = (ins DF_Boolean:$operand);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def DF_IsNullOp : DF_ExprOp<"is_null", [Pure,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
        ["propagatesNull", "inferOutcomes"]>]> {
  let summary = "whether a value is null; observes null";
  let description = [{
    i1, never null.

    ```mlir
    %r = molt_df.is_null %x : !molt_df.nullable<i64>
    ```
  }];
  let arguments = (ins DF_Scalar:$operand);
  let assemblyFormat = "$operand attr-dict `:` type($operand)";
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def DF_CoalesceOp : DF_ExprOp<"coalesce", [Pure,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
        ["propagatesNull", "inferFacts", "inferOutcomes"]>]> {
  let summary = "the first operand, or the second where the first is null";
  let description = [{
    Both have the same type up to nullability, or one is of type null; the result is nullable if
    both are.

    ```mlir
    %r = molt_df.coalesce %x, %zero : !molt_df.nullable<i64>, i64
    ```
  }];
  let arguments = (ins DF_Scalar:$lhs, DF_Scalar:$rhs);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs)";
  let hasFolder = 1;
}

def DF_SelectOp : DF_ExprOp<"select", [Pure,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
        ["propagatesNull", "inferFacts", "inferOutcomes"]>]> {
  let summary = "one of two values, by a condition";
  let description = [{
    The first value where the condition is true, the second where it is false or
    null. Both values have the same type up to nullability, or one is of type null, and are
    evaluated whatever the condition is; the result is nullable if either is.

    ```mlir
    %r = molt_df.select %p, %x, %y : i1, i64, i64
    ```
  }];
  let arguments = (ins DF_Boolean:$condition, DF_Scalar:$trueValue, DF_Scalar:$falseValue);
  let assemblyFormat = [{
    $condition `,` $trueValue `,` $falseValue attr-dict `:` type($condition) `,`
    type($trueValue) `,` type($falseValue)
  }];
  let hasFolder = 1;
  let hasCanonicalizer = 1;
}

def DF_CastOp : DF_Op<"cast", [NoMemoryEffect, DF_OverflowOpInterface,
    DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
        ["makesNull", "canFail", "canFailWith", "inferFacts"]>]> {
  let summary = "conversion between types";
  let description = [{
    Between numbers: a value that the target cannot hold is an error. Float to
    integer: the fraction must be zero and the value finite. Float to decimal:
    rounded half to even at the target's scale (of the exact binary value times
    10^s, as one f64 multiplication). Decimal to a smaller scale: rounded half away
    from zero. Integer or decimal to float: the nearest value; a decimal is the f64
    of the integer divided by 10^s in f64. f64 to f32: rounded as IEEE 754 does, to
    infinity where it is too large; never an error. Between i1 and integers: 0 and 1
    only. `overflow<wrap>`, between integers only, keeps the low bits.

    Timestamps, times and durations, each to another unit: a finer one multiplies, an error
    where that does not fit; a coarser one drops what is less than a unit, towards negative
    infinity. Another zone, or none: the same count, so that without a zone the time is UTC's.
    date32 to a timestamp without zone: its midnight, an error where it does not fit. A
    timestamp without zone to date32: the day in which it lies, an error where days do not
    fit 32 bits; to a time: that of the day. Between i64 and timestamps, times and durations:
    the count of units; a time outside of a day is an error.

    A duration to an interval without months and days: its microseconds, dropping what is less than
    one, towards negative infinity. An interval to a duration: days of 24 hours and the time, in
    the duration's unit, likewise; an error where it has months, which have no fixed length.

    `utf8` to `binary`: the same bytes. `binary` to `utf8`: the same bytes, an error where they are
    no UTF-8.

    `utf8` to date32, timestamps, times, durations and intervals: the text of a `constant` of the type,
    but the years have four digits, from 0001 on, a zone asks for `Z` or an offset as in
    `+02:00`, and there are no spaces around it; anything else is an error, also more digits of
    a fraction than the unit has, unless they are zeros. The other way round: as constants are
    printed, `2024-02-29 12:34:56.5`, without zeros at the end of the fraction.

    From T to nullable<T>: the same value; from nullable<T> to U: null is an error.
    With a nullable operand and a nullable result null stays null. So nullable<null> becomes a
    null of every nullable type.

    A cast is strict: a value that has no counterpart is an error. With `lenient` it gives null,
    and the result has to be nullable.

    `overflow<never>`, put there by passes, is a proof that no row fails, for a value
    that does not fit or for a null.

    ```mlir
    %y = molt_df.cast %x : i64 to f64
    %d = molt_df.cast %t : !molt_df.timestamp<us> to !molt_df.date32
    %n = molt_df.cast lenient %x : i64 to !molt_df.nullable<i8>
    ```
  }];
  let arguments = (ins DF_Scalar:$operand,
                       DefaultValuedAttr<DF_OverflowAttr, "Overflow::checked">:$overflow,
                       UnitAttr:$lenient);
  let results = (outs DF_Scalar:$result);
  let extraClassDeclaration = [{
    /// Whether some operand that is not null and agrees with these facts has no counterpart:
    /// an error, or null with `lenient`.
    bool mayNotFit(::llvm::ArrayRef<::molt::df::FactsAttr> operands);
  }];
  let assemblyFormat = [{
    (`lenient` $lenient^)? (`overflow` `` $overflow^)? $operand attr-dict `:` type($operand) `to` type($result)
  }];
  let hasVerifier = 1;
  let hasFolder = 1;
  let hasCanonicalizer = 1;
  let opDocGroup = DF_ExprGroup;
}
