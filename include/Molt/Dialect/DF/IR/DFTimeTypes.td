//===- DFTimeTypes.td - Timestamps, times, lengths of time --*- tablegen -*-===//
//
// Part of Molt, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Included by DFTypes.td.
//
//===----------------------------------------------------------------------===//

include "mlir/IR/EnumAttr.td"

/// The values are the digits behind the point of a second.
def DF_TimeUnit : I32EnumAttr<"TimeUnit", "unit of a count of time", [
    I32EnumAttrCase<"s", 0>, I32EnumAttrCase<"ms", 3>, I32EnumAttrCase<"us", 6>,
    I32EnumAttrCase<"ns", 9>]> {
  let cppNamespace = "::molt::df";
  let genSpecializedAttr = 0;
}

def DF_TimestampType : DF_Type<"Timestamp", "timestamp"> {
  let summary = "a point in time";
  let description = [{
    `!molt_df.timestamp<us>`: the date and time that a clock and a calendar show, as units
    (`s`, `ms`, `us` or `ns`) since 1970-01-01 00:00:00 in 64 bits, every day of 86400
    seconds, proleptic Gregorian calendar (Arrow `timestamp`). All 64-bit counts are values.

    `!molt_df.timestamp<us, "Europe/Berlin">`: an instant, counted in UTC. The zone says how it
    is to be shown; it is carried along and no operation computes with it: none asks for the
    rules of a zone. Timestamps of different zones, or with and without one, are of different
    types; a cast between them keeps the count. Zones have 1 to 63 bytes.
  }];
  let parameters = (ins EnumParameter<DF_TimeUnit>:$unit, OptionalParameter<"StringAttr">:$zone);
  let assemblyFormat = "`<` $unit (`,` $zone^)? `>`";
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// The longest name of a zone, in bytes.
    static constexpr unsigned kMaxZoneBytes = 63;
  }];
}

def DF_TimeType : DF_Type<"Time", "time"> {
  let summary = "a time of day";
  let description = [{
    `!molt_df.time<us>`: units since midnight in 64 bits, from 0 to a unit before 24 hours; there
    are no leap seconds (Arrow `time32` for `s` and `ms`, `time64` for `us` and `ns`; columns of
    time32 are widened when they are read and narrowed when they are written).
  }];
  let parameters = (ins EnumParameter<DF_TimeUnit>:$unit);
  let assemblyFormat = "`<` $unit `>`";
}

def DF_DurationType : DF_Type<"Duration", "duration"> {
  let summary = "an exact length of time";
  let description = [{
    `!molt_df.duration<us>`: a number of units, also a negative one, in 64 bits (Arrow
    `duration`). Days have 86400 seconds; months have no fixed length and are no durations.
  }];
  let parameters = (ins EnumParameter<DF_TimeUnit>:$unit);
  let assemblyFormat = "`<` $unit `>`";
}

def DF_IntervalType : DF_Type<"Interval", "interval"> {
  let summary = "a length of time on the calendar";
  let description = [{
    Months, days and microseconds, in 32, 32 and 64 bits, each with a sign of its own (Arrow
    `interval` of months, days and nanoseconds; columns of it are read where the nanoseconds are
    whole microseconds, as are those of months and of days and milliseconds). How long one is
    depends on when it begins.

    Intervals are equal, and ordered, by their length with months of 30 days and days of 24 hours,
    exactly, as in PostgreSQL: a month and 30 days are equal. Keys of results, minima and maxima are
    canonical: all parts of one sign, fewer than 30 days and less than 24 hours; what 32 bits of
    months do not hold stays in the days, and what those do not hold in the time.
  }];
}
