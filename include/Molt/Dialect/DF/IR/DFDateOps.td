//===- DFDateOps.td - Expressions on dates and times -------*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFOps.td behind DFExprOps.td.
//
//===----------------------------------------------------------------------===//

def DF_DatePartOp : DF_ExprOp<"date_part", [DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["canFail", "canFailWith", "inferFacts", "getCost"]>]> {
  let summary = "a number that is part of a date, time or interval";
  let description = [{
    i32. Of a date or timestamp: `year`, which may be negative (astronomical numbering),
    `quarter` 1…4, `month` 1…12, `day` 1…31, `day_of_year` 1…366, `day_of_week` 1…7 from Monday
    to Sunday, and `iso_week` 1…53 of `iso_year` as in ISO 8601: a week begins on Monday and
    belongs to the year of its Thursday. These are parts of the day in which a timestamp lies,
    and an error (overflow) where that does not fit date32.

    Of a timestamp or time: `hour` 0…23, `minute` 0…59, `second` 0…59, and the fraction of the
    second in whole `millisecond` 0…999, `microsecond` 0…999999 or `nanosecond` 0…999999999
    units (DuckDB's functions of these names count the seconds, too).

    Of an interval: whole `year`s and the `month`s besides, −11…11, of its months; its `day`s; of its
    microseconds whole `hour`s, an error (overflow) where they do not fit, and `minute`, `second`,
    `millisecond` and `microsecond` as above. All are truncated towards zero, and have the sign of
    what they are a part of.

    A timestamp with a zone has none: which they are depends on the zone. Cast it to one
    without zone for those of UTC.

    ```mlir
    %y = molt_df.date_part year %d : !molt_df.date32
    %h = molt_df.date_part hour %t : !molt_df.timestamp<us>
    ```
  }];
  let arguments = (ins DF_DatePartAttr:$part, DF_DateTimeOrInterval:$operand);
  let hasFolder = 1;
  let assemblyFormat = "`` $part $operand attr-dict `:` type($operand)";
}

def DF_DateTruncOp : DF_ExprOp<"date_trunc", [DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["canFail", "canFailWith", "inferFacts", "getCost"]>]> {
  let summary = "the beginning of the year, month, …, hour, … in which a date or timestamp lies";
  let description = [{
    The operand's type. Of a date or timestamp: the first day of its `year`, `quarter`, `month`
    or `week`, which begins on Monday. Of a timestamp also the beginning of its `day`, `hour`,
    `minute`, `second`, `millisecond` or `microsecond`; it stays as it is where its own unit is
    not finer. Timestamps with a zone have to be cast, as for `date_part`.

    An error (overflow) where the result does not fit the type, or, for a unit longer than a
    day, where the day of a timestamp does not fit date32.

    ```mlir
    %m = molt_df.date_trunc month %d : !molt_df.date32
    %h = molt_df.date_trunc hour %t : !molt_df.timestamp<us>
    ```
  }];
  let arguments = (ins DF_DateUnitAttr:$unit, DF_DateOrTimestamp:$operand);
  let hasFolder = 1;
  let assemblyFormat = "`` $unit $operand attr-dict `:` type($operand)";
}

def DF_AddMonthsOp : DF_ExprOp<"add_months", [DeclareOpInterfaceMethods<DF_ExpressionOpInterface,
    ["canFail", "canFailWith", "inferFacts", "getCost"]>]> {
  let summary = "a date or timestamp that many months later";
  let description = [{
    The same day of the month, or the month's last day where it has fewer: a month after
    January 31 comes February 28 or 29. Negative months go back. A timestamp keeps its time of the
    day; one with a zone needs the zone's rules and is refused. An error (overflow) where
    the day, before or after, does not fit 32 bits of days or the result its type. Years are 12
    months.

    ```mlir
    %e = molt_df.add_months %d, %n : !molt_df.date32, i32
    %u = molt_df.add_months %t, %n : !molt_df.timestamp<ms>, i32
    ```
  }];
  let arguments = (ins DF_DateOrTimestamp:$operand, DF_Integer:$months);
  let hasFolder = 1;
  let assemblyFormat = "$operand `,` $months attr-dict `:` type($operand) `,` type($months)";
}

def DF_MakeIntervalOp : DF_ExprOp<"make_interval", [DeclareOpInterfaceMethods<
    DF_ExpressionOpInterface, ["canFail", "canFailWith"]>]> {
  let summary = "the interval of so many months, days and microseconds";
  let description = [{
    Null where an operand is; an error (overflow) where months or days do not fit 32 bits, or
    microseconds 64.

    ```mlir
    %v = molt_df.make_interval %m, %d, %u : i32, i32, i64
    ```
  }];
  let arguments = (ins DF_Integer:$months, DF_Integer:$days, DF_Integer:$micros);
  let hasFolder = 1;
  let assemblyFormat = [{
    $months `,` $days `,` $micros attr-dict `:` type($months) `,` type($days) `,` type($micros)
  }];
}
