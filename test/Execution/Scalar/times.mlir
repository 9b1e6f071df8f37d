// Timestamps, times of day and durations: parts, truncation, arithmetic, comparison, casts, text. What is expected was
// computed with Python's integers.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @parts_s() -> !molt_df.table<"x": !molt_df.timestamp<s>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32> {
  %t = molt_df.source "x_s" : !molt_df.table<"x": !molt_df.timestamp<s>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "day", "day_of_week", "day_of_year", "iso_week", "iso_year", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"] {
  ^bb0(%x: !molt_df.timestamp<s>):
    %year = molt_df.date_part year %x : !molt_df.timestamp<s>
    %quarter = molt_df.date_part quarter %x : !molt_df.timestamp<s>
    %month = molt_df.date_part month %x : !molt_df.timestamp<s>
    %day = molt_df.date_part day %x : !molt_df.timestamp<s>
    %day_of_week = molt_df.date_part day_of_week %x : !molt_df.timestamp<s>
    %day_of_year = molt_df.date_part day_of_year %x : !molt_df.timestamp<s>
    %iso_week = molt_df.date_part iso_week %x : !molt_df.timestamp<s>
    %iso_year = molt_df.date_part iso_year %x : !molt_df.timestamp<s>
    %hour = molt_df.date_part hour %x : !molt_df.timestamp<s>
    %minute = molt_df.date_part minute %x : !molt_df.timestamp<s>
    %second = molt_df.date_part second %x : !molt_df.timestamp<s>
    %millisecond = molt_df.date_part millisecond %x : !molt_df.timestamp<s>
    %microsecond = molt_df.date_part microsecond %x : !molt_df.timestamp<s>
    %nanosecond = molt_df.date_part nanosecond %x : !molt_df.timestamp<s>
    molt_df.yield %year, %quarter, %month, %day, %day_of_week, %day_of_year, %iso_week, %iso_year, %hour, %minute, %second, %millisecond, %microsecond, %nanosecond : i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32
  } : !molt_df.table<"x": !molt_df.timestamp<s>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<s>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32>
}

func.func @trunc_s() -> !molt_df.table<"x": !molt_df.timestamp<s>, "year": !molt_df.timestamp<s>, "quarter": !molt_df.timestamp<s>, "month": !molt_df.timestamp<s>, "week": !molt_df.timestamp<s>, "day": !molt_df.timestamp<s>, "hour": !molt_df.timestamp<s>, "minute": !molt_df.timestamp<s>, "second": !molt_df.timestamp<s>, "millisecond": !molt_df.timestamp<s>, "microsecond": !molt_df.timestamp<s>> {
  %t = molt_df.source "x_s" : !molt_df.table<"x": !molt_df.timestamp<s>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond"] {
  ^bb0(%x: !molt_df.timestamp<s>):
    %year = molt_df.date_trunc year %x : !molt_df.timestamp<s>
    %quarter = molt_df.date_trunc quarter %x : !molt_df.timestamp<s>
    %month = molt_df.date_trunc month %x : !molt_df.timestamp<s>
    %week = molt_df.date_trunc week %x : !molt_df.timestamp<s>
    %day = molt_df.date_trunc day %x : !molt_df.timestamp<s>
    %hour = molt_df.date_trunc hour %x : !molt_df.timestamp<s>
    %minute = molt_df.date_trunc minute %x : !molt_df.timestamp<s>
    %second = molt_df.date_trunc second %x : !molt_df.timestamp<s>
    %millisecond = molt_df.date_trunc millisecond %x : !molt_df.timestamp<s>
    %microsecond = molt_df.date_trunc microsecond %x : !molt_df.timestamp<s>
    molt_df.yield %year, %quarter, %month, %week, %day, %hour, %minute, %second, %millisecond, %microsecond : !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>, !molt_df.timestamp<s>
  } : !molt_df.table<"x": !molt_df.timestamp<s>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<s>, "year": !molt_df.timestamp<s>, "quarter": !molt_df.timestamp<s>, "month": !molt_df.timestamp<s>, "week": !molt_df.timestamp<s>, "day": !molt_df.timestamp<s>, "hour": !molt_df.timestamp<s>, "minute": !molt_df.timestamp<s>, "second": !molt_df.timestamp<s>, "millisecond": !molt_df.timestamp<s>, "microsecond": !molt_df.timestamp<s>>
}

func.func @parts_ms() -> !molt_df.table<"x": !molt_df.timestamp<ms>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32> {
  %t = molt_df.source "x_ms" : !molt_df.table<"x": !molt_df.timestamp<ms>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "day", "day_of_week", "day_of_year", "iso_week", "iso_year", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"] {
  ^bb0(%x: !molt_df.timestamp<ms>):
    %year = molt_df.date_part year %x : !molt_df.timestamp<ms>
    %quarter = molt_df.date_part quarter %x : !molt_df.timestamp<ms>
    %month = molt_df.date_part month %x : !molt_df.timestamp<ms>
    %day = molt_df.date_part day %x : !molt_df.timestamp<ms>
    %day_of_week = molt_df.date_part day_of_week %x : !molt_df.timestamp<ms>
    %day_of_year = molt_df.date_part day_of_year %x : !molt_df.timestamp<ms>
    %iso_week = molt_df.date_part iso_week %x : !molt_df.timestamp<ms>
    %iso_year = molt_df.date_part iso_year %x : !molt_df.timestamp<ms>
    %hour = molt_df.date_part hour %x : !molt_df.timestamp<ms>
    %minute = molt_df.date_part minute %x : !molt_df.timestamp<ms>
    %second = molt_df.date_part second %x : !molt_df.timestamp<ms>
    %millisecond = molt_df.date_part millisecond %x : !molt_df.timestamp<ms>
    %microsecond = molt_df.date_part microsecond %x : !molt_df.timestamp<ms>
    %nanosecond = molt_df.date_part nanosecond %x : !molt_df.timestamp<ms>
    molt_df.yield %year, %quarter, %month, %day, %day_of_week, %day_of_year, %iso_week, %iso_year, %hour, %minute, %second, %millisecond, %microsecond, %nanosecond : i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32
  } : !molt_df.table<"x": !molt_df.timestamp<ms>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<ms>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32>
}

func.func @trunc_ms() -> !molt_df.table<"x": !molt_df.timestamp<ms>, "year": !molt_df.timestamp<ms>, "quarter": !molt_df.timestamp<ms>, "month": !molt_df.timestamp<ms>, "week": !molt_df.timestamp<ms>, "day": !molt_df.timestamp<ms>, "hour": !molt_df.timestamp<ms>, "minute": !molt_df.timestamp<ms>, "second": !molt_df.timestamp<ms>, "millisecond": !molt_df.timestamp<ms>, "microsecond": !molt_df.timestamp<ms>> {
  %t = molt_df.source "x_ms" : !molt_df.table<"x": !molt_df.timestamp<ms>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond"] {
  ^bb0(%x: !molt_df.timestamp<ms>):
    %year = molt_df.date_trunc year %x : !molt_df.timestamp<ms>
    %quarter = molt_df.date_trunc quarter %x : !molt_df.timestamp<ms>
    %month = molt_df.date_trunc month %x : !molt_df.timestamp<ms>
    %week = molt_df.date_trunc week %x : !molt_df.timestamp<ms>
    %day = molt_df.date_trunc day %x : !molt_df.timestamp<ms>
    %hour = molt_df.date_trunc hour %x : !molt_df.timestamp<ms>
    %minute = molt_df.date_trunc minute %x : !molt_df.timestamp<ms>
    %second = molt_df.date_trunc second %x : !molt_df.timestamp<ms>
    %millisecond = molt_df.date_trunc millisecond %x : !molt_df.timestamp<ms>
    %microsecond = molt_df.date_trunc microsecond %x : !molt_df.timestamp<ms>
    molt_df.yield %year, %quarter, %month, %week, %day, %hour, %minute, %second, %millisecond, %microsecond : !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>
  } : !molt_df.table<"x": !molt_df.timestamp<ms>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<ms>, "year": !molt_df.timestamp<ms>, "quarter": !molt_df.timestamp<ms>, "month": !molt_df.timestamp<ms>, "week": !molt_df.timestamp<ms>, "day": !molt_df.timestamp<ms>, "hour": !molt_df.timestamp<ms>, "minute": !molt_df.timestamp<ms>, "second": !molt_df.timestamp<ms>, "millisecond": !molt_df.timestamp<ms>, "microsecond": !molt_df.timestamp<ms>>
}

func.func @parts_us() -> !molt_df.table<"x": !molt_df.timestamp<us>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32> {
  %t = molt_df.source "x_us" : !molt_df.table<"x": !molt_df.timestamp<us>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "day", "day_of_week", "day_of_year", "iso_week", "iso_year", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"] {
  ^bb0(%x: !molt_df.timestamp<us>):
    %year = molt_df.date_part year %x : !molt_df.timestamp<us>
    %quarter = molt_df.date_part quarter %x : !molt_df.timestamp<us>
    %month = molt_df.date_part month %x : !molt_df.timestamp<us>
    %day = molt_df.date_part day %x : !molt_df.timestamp<us>
    %day_of_week = molt_df.date_part day_of_week %x : !molt_df.timestamp<us>
    %day_of_year = molt_df.date_part day_of_year %x : !molt_df.timestamp<us>
    %iso_week = molt_df.date_part iso_week %x : !molt_df.timestamp<us>
    %iso_year = molt_df.date_part iso_year %x : !molt_df.timestamp<us>
    %hour = molt_df.date_part hour %x : !molt_df.timestamp<us>
    %minute = molt_df.date_part minute %x : !molt_df.timestamp<us>
    %second = molt_df.date_part second %x : !molt_df.timestamp<us>
    %millisecond = molt_df.date_part millisecond %x : !molt_df.timestamp<us>
    %microsecond = molt_df.date_part microsecond %x : !molt_df.timestamp<us>
    %nanosecond = molt_df.date_part nanosecond %x : !molt_df.timestamp<us>
    molt_df.yield %year, %quarter, %month, %day, %day_of_week, %day_of_year, %iso_week, %iso_year, %hour, %minute, %second, %millisecond, %microsecond, %nanosecond : i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32
  } : !molt_df.table<"x": !molt_df.timestamp<us>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<us>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32>
}

func.func @trunc_us() -> !molt_df.table<"x": !molt_df.timestamp<us>, "year": !molt_df.timestamp<us>, "quarter": !molt_df.timestamp<us>, "month": !molt_df.timestamp<us>, "week": !molt_df.timestamp<us>, "day": !molt_df.timestamp<us>, "hour": !molt_df.timestamp<us>, "minute": !molt_df.timestamp<us>, "second": !molt_df.timestamp<us>, "millisecond": !molt_df.timestamp<us>, "microsecond": !molt_df.timestamp<us>> {
  %t = molt_df.source "x_us" : !molt_df.table<"x": !molt_df.timestamp<us>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond"] {
  ^bb0(%x: !molt_df.timestamp<us>):
    %year = molt_df.date_trunc year %x : !molt_df.timestamp<us>
    %quarter = molt_df.date_trunc quarter %x : !molt_df.timestamp<us>
    %month = molt_df.date_trunc month %x : !molt_df.timestamp<us>
    %week = molt_df.date_trunc week %x : !molt_df.timestamp<us>
    %day = molt_df.date_trunc day %x : !molt_df.timestamp<us>
    %hour = molt_df.date_trunc hour %x : !molt_df.timestamp<us>
    %minute = molt_df.date_trunc minute %x : !molt_df.timestamp<us>
    %second = molt_df.date_trunc second %x : !molt_df.timestamp<us>
    %millisecond = molt_df.date_trunc millisecond %x : !molt_df.timestamp<us>
    %microsecond = molt_df.date_trunc microsecond %x : !molt_df.timestamp<us>
    molt_df.yield %year, %quarter, %month, %week, %day, %hour, %minute, %second, %millisecond, %microsecond : !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.timestamp<us>
  } : !molt_df.table<"x": !molt_df.timestamp<us>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<us>, "year": !molt_df.timestamp<us>, "quarter": !molt_df.timestamp<us>, "month": !molt_df.timestamp<us>, "week": !molt_df.timestamp<us>, "day": !molt_df.timestamp<us>, "hour": !molt_df.timestamp<us>, "minute": !molt_df.timestamp<us>, "second": !molt_df.timestamp<us>, "millisecond": !molt_df.timestamp<us>, "microsecond": !molt_df.timestamp<us>>
}

func.func @parts_ns() -> !molt_df.table<"x": !molt_df.timestamp<ns>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32> {
  %t = molt_df.source "x_ns" : !molt_df.table<"x": !molt_df.timestamp<ns>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "day", "day_of_week", "day_of_year", "iso_week", "iso_year", "hour", "minute", "second", "millisecond", "microsecond", "nanosecond"] {
  ^bb0(%x: !molt_df.timestamp<ns>):
    %year = molt_df.date_part year %x : !molt_df.timestamp<ns>
    %quarter = molt_df.date_part quarter %x : !molt_df.timestamp<ns>
    %month = molt_df.date_part month %x : !molt_df.timestamp<ns>
    %day = molt_df.date_part day %x : !molt_df.timestamp<ns>
    %day_of_week = molt_df.date_part day_of_week %x : !molt_df.timestamp<ns>
    %day_of_year = molt_df.date_part day_of_year %x : !molt_df.timestamp<ns>
    %iso_week = molt_df.date_part iso_week %x : !molt_df.timestamp<ns>
    %iso_year = molt_df.date_part iso_year %x : !molt_df.timestamp<ns>
    %hour = molt_df.date_part hour %x : !molt_df.timestamp<ns>
    %minute = molt_df.date_part minute %x : !molt_df.timestamp<ns>
    %second = molt_df.date_part second %x : !molt_df.timestamp<ns>
    %millisecond = molt_df.date_part millisecond %x : !molt_df.timestamp<ns>
    %microsecond = molt_df.date_part microsecond %x : !molt_df.timestamp<ns>
    %nanosecond = molt_df.date_part nanosecond %x : !molt_df.timestamp<ns>
    molt_df.yield %year, %quarter, %month, %day, %day_of_week, %day_of_year, %iso_week, %iso_year, %hour, %minute, %second, %millisecond, %microsecond, %nanosecond : i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32, i32
  } : !molt_df.table<"x": !molt_df.timestamp<ns>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<ns>, "year": i32, "quarter": i32, "month": i32, "day": i32, "day_of_week": i32, "day_of_year": i32, "iso_week": i32, "iso_year": i32, "hour": i32, "minute": i32, "second": i32, "millisecond": i32, "microsecond": i32, "nanosecond": i32>
}

func.func @trunc_ns() -> !molt_df.table<"x": !molt_df.timestamp<ns>, "year": !molt_df.timestamp<ns>, "quarter": !molt_df.timestamp<ns>, "month": !molt_df.timestamp<ns>, "week": !molt_df.timestamp<ns>, "day": !molt_df.timestamp<ns>, "hour": !molt_df.timestamp<ns>, "minute": !molt_df.timestamp<ns>, "second": !molt_df.timestamp<ns>, "millisecond": !molt_df.timestamp<ns>, "microsecond": !molt_df.timestamp<ns>> {
  %t = molt_df.source "x_ns" : !molt_df.table<"x": !molt_df.timestamp<ns>>
  %r = molt_df.with_columns %t ["x"] -> ["year", "quarter", "month", "week", "day", "hour", "minute", "second", "millisecond", "microsecond"] {
  ^bb0(%x: !molt_df.timestamp<ns>):
    %year = molt_df.date_trunc year %x : !molt_df.timestamp<ns>
    %quarter = molt_df.date_trunc quarter %x : !molt_df.timestamp<ns>
    %month = molt_df.date_trunc month %x : !molt_df.timestamp<ns>
    %week = molt_df.date_trunc week %x : !molt_df.timestamp<ns>
    %day = molt_df.date_trunc day %x : !molt_df.timestamp<ns>
    %hour = molt_df.date_trunc hour %x : !molt_df.timestamp<ns>
    %minute = molt_df.date_trunc minute %x : !molt_df.timestamp<ns>
    %second = molt_df.date_trunc second %x : !molt_df.timestamp<ns>
    %millisecond = molt_df.date_trunc millisecond %x : !molt_df.timestamp<ns>
    %microsecond = molt_df.date_trunc microsecond %x : !molt_df.timestamp<ns>
    molt_df.yield %year, %quarter, %month, %week, %day, %hour, %minute, %second, %millisecond, %microsecond : !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>
  } : !molt_df.table<"x": !molt_df.timestamp<ns>>
  return %r : !molt_df.table<"x": !molt_df.timestamp<ns>, "year": !molt_df.timestamp<ns>, "quarter": !molt_df.timestamp<ns>, "month": !molt_df.timestamp<ns>, "week": !molt_df.timestamp<ns>, "day": !molt_df.timestamp<ns>, "hour": !molt_df.timestamp<ns>, "minute": !molt_df.timestamp<ns>, "second": !molt_df.timestamp<ns>, "millisecond": !molt_df.timestamp<ns>, "microsecond": !molt_df.timestamp<ns>>
}

func.func @arithmetic() -> !molt_df.table<"x": !molt_df.timestamp<us>?, "d": !molt_df.duration<us>?, "e": !molt_df.date32, "n": i8, "later": !molt_df.timestamp<us>?, "same": !molt_df.timestamp<us>?, "earlier": !molt_df.timestamp<us>?, "since": !molt_df.duration<us>?, "twice": !molt_df.duration<us>?, "none": !molt_df.duration<us>?, "times": !molt_df.duration<us>?, "times2": !molt_df.duration<us>?, "minus": !molt_df.duration<us>?, "abs": !molt_df.duration<us>?, "then": !molt_df.timestamp<us>?, "before": !molt_df.timestamp<us>?, "noons": !molt_df.timestamp<us>, "lt": i1?, "ge": i1?, "in": i1?> {
  %t = molt_df.source "a" : !molt_df.table<"x": !molt_df.timestamp<us>?, "d": !molt_df.duration<us>?, "e": !molt_df.date32, "n": i8>
  %r = molt_df.with_columns %t ["x", "d", "e", "n"] -> ["later", "same", "earlier", "since", "twice", "none", "times", "times2", "minus", "abs", "then", "before", "noons", "lt", "ge", "in"] {
  ^bb0(%x: !molt_df.nullable<!molt_df.timestamp<us>>, %d: !molt_df.nullable<!molt_df.duration<us>>, %e: !molt_df.date32, %n: i8):
    %later = molt_df.add %x, %d : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.duration<us>>
    %same = molt_df.add %d, %x : !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.timestamp<us>>
    %earlier = molt_df.sub %x, %d : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.duration<us>>
    %c = molt_df.constant "2000-01-01 00:00:00.5" : !molt_df.timestamp<us>
    %since = molt_df.sub %x, %c : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.timestamp<us>
    %twice = molt_df.add %d, %d : !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>
    %none = molt_df.sub %d, %d : !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>
    %times = molt_df.mul %d, %n : !molt_df.nullable<!molt_df.duration<us>>, i8
    %times2 = molt_df.mul %n, %d : i8, !molt_df.nullable<!molt_df.duration<us>>
    %minus = molt_df.neg %d : !molt_df.nullable<!molt_df.duration<us>>
    %abs = molt_df.abs %d : !molt_df.nullable<!molt_df.duration<us>>
    %then = molt_df.add %e, %d : !molt_df.date32, !molt_df.nullable<!molt_df.duration<us>>
    %before = molt_df.sub %e, %d : !molt_df.date32, !molt_df.nullable<!molt_df.duration<us>>
    %noon = molt_df.constant "12:00" : !molt_df.time<us>
    %noons = molt_df.add %e, %noon : !molt_df.date32, !molt_df.time<us>
    %lt = molt_df.cmp lt %x, %c : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.timestamp<us>
    %ge = molt_df.cmp ge %d, %minus : !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>
    %in = molt_df.is_in %x, [%c] : !molt_df.nullable<!molt_df.timestamp<us>>
    molt_df.yield %later, %same, %earlier, %since, %twice, %none, %times, %times2, %minus, %abs, %then, %before, %noons, %lt, %ge, %in : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.duration<us>>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.timestamp<us>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !molt_df.table<"x": !molt_df.timestamp<us>?, "d": !molt_df.duration<us>?, "e": !molt_df.date32, "n": i8>
  return %r : !molt_df.table<"x": !molt_df.timestamp<us>?, "d": !molt_df.duration<us>?, "e": !molt_df.date32, "n": i8, "later": !molt_df.timestamp<us>?, "same": !molt_df.timestamp<us>?, "earlier": !molt_df.timestamp<us>?, "since": !molt_df.duration<us>?, "twice": !molt_df.duration<us>?, "none": !molt_df.duration<us>?, "times": !molt_df.duration<us>?, "times2": !molt_df.duration<us>?, "minus": !molt_df.duration<us>?, "abs": !molt_df.duration<us>?, "then": !molt_df.timestamp<us>?, "before": !molt_df.timestamp<us>?, "noons": !molt_df.timestamp<us>, "lt": i1?, "ge": i1?, "in": i1?>
}

func.func @casts() -> !molt_df.table<"x": !molt_df.timestamp<ns>?, "us": !molt_df.timestamp<us>?, "ms": !molt_df.timestamp<ms>?, "sec": !molt_df.timestamp<s>?, "zoned": !molt_df.timestamp<ns, "Asia/Tokyo">?, "day": !molt_df.date32?, "time": !molt_df.time<ns>?, "times": !molt_df.time<s>?, "count": i64?, "text": !molt_str.utf8?, "back": !molt_df.timestamp<ns>?, "back2": !molt_df.timestamp<ns>?, "back3": !molt_df.timestamp<us>?, "ztext": !molt_str.utf8?, "zback": !molt_df.timestamp<ns, "Asia/Tokyo">?> {
  %t = molt_df.source "c" : !molt_df.table<"x": !molt_df.timestamp<ns>?>
  %r = molt_df.with_columns %t ["x"] -> ["us", "ms", "sec", "zoned", "day", "time", "times", "count", "text", "back", "back2", "back3", "ztext", "zback"] {
  ^bb0(%x: !molt_df.nullable<!molt_df.timestamp<ns>>):
    %us = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.timestamp<us>>
    %ms = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.timestamp<ms>>
    %sec = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.timestamp<s>>
    %zoned = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.timestamp<ns, "Asia/Tokyo">>
    %day = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.date32>
    %time = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.time<ns>>
    %times = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_df.time<s>>
    %count = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<i64>
    %text = molt_df.cast %x : !molt_df.nullable<!molt_df.timestamp<ns>> to !molt_df.nullable<!molt_str.utf8>
    %back = molt_df.cast %text : !molt_df.nullable<!molt_str.utf8> to !molt_df.nullable<!molt_df.timestamp<ns>>
    %back2 = molt_df.cast %count : !molt_df.nullable<i64> to !molt_df.nullable<!molt_df.timestamp<ns>>
    %back3 = molt_df.cast %ms : !molt_df.nullable<!molt_df.timestamp<ms>> to !molt_df.nullable<!molt_df.timestamp<us>>
    %ztext = molt_df.cast %zoned : !molt_df.nullable<!molt_df.timestamp<ns, "Asia/Tokyo">> to !molt_df.nullable<!molt_str.utf8>
    %zback = molt_df.cast %ztext : !molt_df.nullable<!molt_str.utf8> to !molt_df.nullable<!molt_df.timestamp<ns, "Asia/Tokyo">>
    molt_df.yield %us, %ms, %sec, %zoned, %day, %time, %times, %count, %text, %back, %back2, %back3, %ztext, %zback : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.timestamp<ms>>, !molt_df.nullable<!molt_df.timestamp<s>>, !molt_df.nullable<!molt_df.timestamp<ns, "Asia/Tokyo">>, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.time<ns>>, !molt_df.nullable<!molt_df.time<s>>, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_df.timestamp<ns>>, !molt_df.nullable<!molt_df.timestamp<ns>>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_df.timestamp<ns, "Asia/Tokyo">>
  } : !molt_df.table<"x": !molt_df.timestamp<ns>?>
  return %r : !molt_df.table<"x": !molt_df.timestamp<ns>?, "us": !molt_df.timestamp<us>?, "ms": !molt_df.timestamp<ms>?, "sec": !molt_df.timestamp<s>?, "zoned": !molt_df.timestamp<ns, "Asia/Tokyo">?, "day": !molt_df.date32?, "time": !molt_df.time<ns>?, "times": !molt_df.time<s>?, "count": i64?, "text": !molt_str.utf8?, "back": !molt_df.timestamp<ns>?, "back2": !molt_df.timestamp<ns>?, "back3": !molt_df.timestamp<us>?, "ztext": !molt_str.utf8?, "zback": !molt_df.timestamp<ns, "Asia/Tokyo">?>
}

func.func @others() -> !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ms>, "o": !molt_df.time<ms>, "midnight": !molt_df.timestamp<ms>, "etext": !molt_str.utf8, "eback": !molt_df.date32, "sec": !molt_df.duration<s>, "ns": !molt_df.duration<ns>, "dtext": !molt_str.utf8, "dback": !molt_df.duration<ms>, "osec": !molt_df.time<s>, "ons": !molt_df.time<ns>, "otext": !molt_str.utf8, "oback": !molt_df.time<ms>, "ocount": i64, "oagain": !molt_df.time<ms>, "hour": i32, "milli": i32, "nano": i32, "since": !molt_df.duration<ms>, "later": i1> {
  %t = molt_df.source "o" : !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ms>, "o": !molt_df.time<ms>>
  %r = molt_df.with_columns %t ["e", "d", "o"] -> ["midnight", "etext", "eback", "sec", "ns", "dtext", "dback", "osec", "ons", "otext", "oback", "ocount", "oagain", "hour", "milli", "nano", "since", "later"] {
  ^bb0(%e: !molt_df.date32, %d: !molt_df.duration<ms>, %o: !molt_df.time<ms>):
    %midnight = molt_df.cast %e : !molt_df.date32 to !molt_df.timestamp<ms>
    %etext = molt_df.cast %e : !molt_df.date32 to !molt_str.utf8
    %eback = molt_df.cast %etext : !molt_str.utf8 to !molt_df.date32
    %sec = molt_df.cast %d : !molt_df.duration<ms> to !molt_df.duration<s>
    %ns = molt_df.cast %d : !molt_df.duration<ms> to !molt_df.duration<ns>
    %dtext = molt_df.cast %d : !molt_df.duration<ms> to !molt_str.utf8
    %dback = molt_df.cast %dtext : !molt_str.utf8 to !molt_df.duration<ms>
    %osec = molt_df.cast %o : !molt_df.time<ms> to !molt_df.time<s>
    %ons = molt_df.cast %o : !molt_df.time<ms> to !molt_df.time<ns>
    %otext = molt_df.cast %o : !molt_df.time<ms> to !molt_str.utf8
    %oback = molt_df.cast %otext : !molt_str.utf8 to !molt_df.time<ms>
    %ocount = molt_df.cast %o : !molt_df.time<ms> to i64
    %oagain = molt_df.cast %ocount : i64 to !molt_df.time<ms>
    %hour = molt_df.date_part hour %o : !molt_df.time<ms>
    %milli = molt_df.date_part millisecond %o : !molt_df.time<ms>
    %nano = molt_df.date_part nanosecond %o : !molt_df.time<ms>
    %noon = molt_df.constant "12:00" : !molt_df.time<ms>
    %since = molt_df.sub %o, %noon : !molt_df.time<ms>, !molt_df.time<ms>
    %later = molt_df.cmp gt %o, %noon : !molt_df.time<ms>, !molt_df.time<ms>
    molt_df.yield %midnight, %etext, %eback, %sec, %ns, %dtext, %dback, %osec, %ons, %otext, %oback, %ocount, %oagain, %hour, %milli, %nano, %since, %later : !molt_df.timestamp<ms>, !molt_str.utf8, !molt_df.date32, !molt_df.duration<s>, !molt_df.duration<ns>, !molt_str.utf8, !molt_df.duration<ms>, !molt_df.time<s>, !molt_df.time<ns>, !molt_str.utf8, !molt_df.time<ms>, i64, !molt_df.time<ms>, i32, i32, i32, !molt_df.duration<ms>, i1
  } : !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ms>, "o": !molt_df.time<ms>>
  return %r : !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ms>, "o": !molt_df.time<ms>, "midnight": !molt_df.timestamp<ms>, "etext": !molt_str.utf8, "eback": !molt_df.date32, "sec": !molt_df.duration<s>, "ns": !molt_df.duration<ns>, "dtext": !molt_str.utf8, "dback": !molt_df.duration<ms>, "osec": !molt_df.time<s>, "ons": !molt_df.time<ns>, "otext": !molt_str.utf8, "oback": !molt_df.time<ms>, "ocount": i64, "oagain": !molt_df.time<ms>, "hour": i32, "milli": i32, "nano": i32, "since": !molt_df.duration<ms>, "later": i1>
}

func.func @offsets() -> !molt_df.table<"s": !molt_str.utf8, "x": !molt_df.timestamp<us, "America/New_York">> {
  %t = molt_df.source "f" : !molt_df.table<"s": !molt_str.utf8>
  %r = molt_df.with_columns %t ["s"] -> ["x"] {
  ^bb0(%s: !molt_str.utf8):
    %x = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<us, "America/New_York">
    molt_df.yield %x : !molt_df.timestamp<us, "America/New_York">
  } : !molt_df.table<"s": !molt_str.utf8>
  return %r : !molt_df.table<"s": !molt_str.utf8, "x": !molt_df.timestamp<us, "America/New_York">>
}

//--- parts_s.out
x,year,quarter,month,day,day_of_week,day_of_year,iso_week,iso_year,hour,minute,second,millisecond,microsecond,nanosecond
1970-01-01 00:00:00,1970,1,1,1,4,1,1,1970,0,0,0,0,0,0
1969-12-31 23:59:59,1969,4,12,31,3,365,1,1970,23,59,59,0,0,0
1970-01-01 00:00:01,1970,1,1,1,4,1,1,1970,0,0,1,0,0,0
2024-02-29 12:21:36,2024,1,2,29,4,60,9,2024,12,21,36,0,0,0
2024-02-29 19:21:36,2024,1,2,29,4,60,9,2024,19,21,36,0,0,0
0001-01-01 00:00:00,1,1,1,1,1,1,1,1,0,0,0,0,0,0
9999-12-31 23:59:59,9999,4,12,31,5,365,52,9999,23,59,59,0,0,0
2000-02-29 00:00:00,2000,1,2,29,2,60,9,2000,0,0,0,0,0,0
1899-12-31 23:59:59,1899,4,12,31,7,365,52,1899,23,59,59,0,0,0
2024-12-30 00:00:00,2024,4,12,30,1,365,1,2025,0,0,0,0,0,0
2021-01-03 00:00:00,2021,1,1,3,7,3,53,2020,0,0,0,0,0,0
//--- trunc_s.out
x,year,quarter,month,week,day,hour,minute,second,millisecond,microsecond
1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00
1969-12-31 23:59:59,1969-01-01 00:00:00,1969-10-01 00:00:00,1969-12-01 00:00:00,1969-12-29 00:00:00,1969-12-31 00:00:00,1969-12-31 23:00:00,1969-12-31 23:59:00,1969-12-31 23:59:59,1969-12-31 23:59:59,1969-12-31 23:59:59
1970-01-01 00:00:01,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:01,1970-01-01 00:00:01,1970-01-01 00:00:01
2024-02-29 12:21:36,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 12:00:00,2024-02-29 12:21:00,2024-02-29 12:21:36,2024-02-29 12:21:36,2024-02-29 12:21:36
2024-02-29 19:21:36,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 19:00:00,2024-02-29 19:21:00,2024-02-29 19:21:36,2024-02-29 19:21:36,2024-02-29 19:21:36
0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00
9999-12-31 23:59:59,9999-01-01 00:00:00,9999-10-01 00:00:00,9999-12-01 00:00:00,9999-12-27 00:00:00,9999-12-31 00:00:00,9999-12-31 23:00:00,9999-12-31 23:59:00,9999-12-31 23:59:59,9999-12-31 23:59:59,9999-12-31 23:59:59
2000-02-29 00:00:00,2000-01-01 00:00:00,2000-01-01 00:00:00,2000-02-01 00:00:00,2000-02-28 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00
1899-12-31 23:59:59,1899-01-01 00:00:00,1899-10-01 00:00:00,1899-12-01 00:00:00,1899-12-25 00:00:00,1899-12-31 00:00:00,1899-12-31 23:00:00,1899-12-31 23:59:00,1899-12-31 23:59:59,1899-12-31 23:59:59,1899-12-31 23:59:59
2024-12-30 00:00:00,2024-01-01 00:00:00,2024-10-01 00:00:00,2024-12-01 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00
2021-01-03 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2020-12-28 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00
//--- x_s.csv
x
1970-01-01 00:00:00
1969-12-31 23:59:59
1970-01-01 00:00:01
2024-02-29 12:21:36
2024-02-29 19:21:36
0001-01-01 00:00:00
9999-12-31 23:59:59
2000-02-29 00:00:00
1899-12-31 23:59:59
2024-12-30 00:00:00
2021-01-03 00:00:00
//--- parts_ms.out
x,year,quarter,month,day,day_of_week,day_of_year,iso_week,iso_year,hour,minute,second,millisecond,microsecond,nanosecond
1970-01-01 00:00:00,1970,1,1,1,4,1,1,1970,0,0,0,0,0,0
1969-12-31 23:59:59.999,1969,4,12,31,3,365,1,1970,23,59,59,999,999000,999000000
1970-01-01 00:00:01.001,1970,1,1,1,4,1,1,1970,0,0,1,1,1000,1000000
2024-02-29 12:21:36.5,2024,1,2,29,4,60,9,2024,12,21,36,500,500000,500000000
2024-02-29 19:21:36.789,2024,1,2,29,4,60,9,2024,19,21,36,789,789000,789000000
0001-01-01 00:00:00,1,1,1,1,1,1,1,1,0,0,0,0,0,0
9999-12-31 23:59:59.999,9999,4,12,31,5,365,52,9999,23,59,59,999,999000,999000000
2000-02-29 00:00:00.001,2000,1,2,29,2,60,9,2000,0,0,0,1,1000,1000000
1899-12-31 23:59:59.5,1899,4,12,31,7,365,52,1899,23,59,59,500,500000,500000000
2024-12-30 00:00:00.789,2024,4,12,30,1,365,1,2025,0,0,0,789,789000,789000000
2021-01-03 00:00:00,2021,1,1,3,7,3,53,2020,0,0,0,0,0,0
//--- trunc_ms.out
x,year,quarter,month,week,day,hour,minute,second,millisecond,microsecond
1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00
1969-12-31 23:59:59.999,1969-01-01 00:00:00,1969-10-01 00:00:00,1969-12-01 00:00:00,1969-12-29 00:00:00,1969-12-31 00:00:00,1969-12-31 23:00:00,1969-12-31 23:59:00,1969-12-31 23:59:59,1969-12-31 23:59:59.999,1969-12-31 23:59:59.999
1970-01-01 00:00:01.001,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:01,1970-01-01 00:00:01.001,1970-01-01 00:00:01.001
2024-02-29 12:21:36.5,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 12:00:00,2024-02-29 12:21:00,2024-02-29 12:21:36,2024-02-29 12:21:36.5,2024-02-29 12:21:36.5
2024-02-29 19:21:36.789,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 19:00:00,2024-02-29 19:21:00,2024-02-29 19:21:36,2024-02-29 19:21:36.789,2024-02-29 19:21:36.789
0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00
9999-12-31 23:59:59.999,9999-01-01 00:00:00,9999-10-01 00:00:00,9999-12-01 00:00:00,9999-12-27 00:00:00,9999-12-31 00:00:00,9999-12-31 23:00:00,9999-12-31 23:59:00,9999-12-31 23:59:59,9999-12-31 23:59:59.999,9999-12-31 23:59:59.999
2000-02-29 00:00:00.001,2000-01-01 00:00:00,2000-01-01 00:00:00,2000-02-01 00:00:00,2000-02-28 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00.001,2000-02-29 00:00:00.001
1899-12-31 23:59:59.5,1899-01-01 00:00:00,1899-10-01 00:00:00,1899-12-01 00:00:00,1899-12-25 00:00:00,1899-12-31 00:00:00,1899-12-31 23:00:00,1899-12-31 23:59:00,1899-12-31 23:59:59,1899-12-31 23:59:59.5,1899-12-31 23:59:59.5
2024-12-30 00:00:00.789,2024-01-01 00:00:00,2024-10-01 00:00:00,2024-12-01 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00.789,2024-12-30 00:00:00.789
2021-01-03 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2020-12-28 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00
//--- x_ms.csv
x
1970-01-01 00:00:00
1969-12-31 23:59:59.999
1970-01-01 00:00:01.001
2024-02-29 12:21:36.5
2024-02-29 19:21:36.789
0001-01-01 00:00:00
9999-12-31 23:59:59.999
2000-02-29 00:00:00.001
1899-12-31 23:59:59.5
2024-12-30 00:00:00.789
2021-01-03 00:00:00
//--- parts_us.out
x,year,quarter,month,day,day_of_week,day_of_year,iso_week,iso_year,hour,minute,second,millisecond,microsecond,nanosecond
1970-01-01 00:00:00,1970,1,1,1,4,1,1,1970,0,0,0,0,0,0
1969-12-31 23:59:59.999999,1969,4,12,31,3,365,1,1970,23,59,59,999,999999,999999000
1970-01-01 00:00:01.000001,1970,1,1,1,4,1,1,1970,0,0,1,0,1,1000
2024-02-29 12:21:36.5,2024,1,2,29,4,60,9,2024,12,21,36,500,500000,500000000
2024-02-29 19:21:36.789012,2024,1,2,29,4,60,9,2024,19,21,36,789,789012,789012000
0001-01-01 00:00:00,1,1,1,1,1,1,1,1,0,0,0,0,0,0
9999-12-31 23:59:59.999999,9999,4,12,31,5,365,52,9999,23,59,59,999,999999,999999000
2000-02-29 00:00:00.000001,2000,1,2,29,2,60,9,2000,0,0,0,0,1,1000
1899-12-31 23:59:59.5,1899,4,12,31,7,365,52,1899,23,59,59,500,500000,500000000
2024-12-30 00:00:00.789012,2024,4,12,30,1,365,1,2025,0,0,0,789,789012,789012000
2021-01-03 00:00:00,2021,1,1,3,7,3,53,2020,0,0,0,0,0,0
//--- trunc_us.out
x,year,quarter,month,week,day,hour,minute,second,millisecond,microsecond
1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00
1969-12-31 23:59:59.999999,1969-01-01 00:00:00,1969-10-01 00:00:00,1969-12-01 00:00:00,1969-12-29 00:00:00,1969-12-31 00:00:00,1969-12-31 23:00:00,1969-12-31 23:59:00,1969-12-31 23:59:59,1969-12-31 23:59:59.999,1969-12-31 23:59:59.999999
1970-01-01 00:00:01.000001,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:01,1970-01-01 00:00:01,1970-01-01 00:00:01.000001
2024-02-29 12:21:36.5,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 12:00:00,2024-02-29 12:21:00,2024-02-29 12:21:36,2024-02-29 12:21:36.5,2024-02-29 12:21:36.5
2024-02-29 19:21:36.789012,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 19:00:00,2024-02-29 19:21:00,2024-02-29 19:21:36,2024-02-29 19:21:36.789,2024-02-29 19:21:36.789012
0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 00:00:00
9999-12-31 23:59:59.999999,9999-01-01 00:00:00,9999-10-01 00:00:00,9999-12-01 00:00:00,9999-12-27 00:00:00,9999-12-31 00:00:00,9999-12-31 23:00:00,9999-12-31 23:59:00,9999-12-31 23:59:59,9999-12-31 23:59:59.999,9999-12-31 23:59:59.999999
2000-02-29 00:00:00.000001,2000-01-01 00:00:00,2000-01-01 00:00:00,2000-02-01 00:00:00,2000-02-28 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00.000001
1899-12-31 23:59:59.5,1899-01-01 00:00:00,1899-10-01 00:00:00,1899-12-01 00:00:00,1899-12-25 00:00:00,1899-12-31 00:00:00,1899-12-31 23:00:00,1899-12-31 23:59:00,1899-12-31 23:59:59,1899-12-31 23:59:59.5,1899-12-31 23:59:59.5
2024-12-30 00:00:00.789012,2024-01-01 00:00:00,2024-10-01 00:00:00,2024-12-01 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00.789,2024-12-30 00:00:00.789012
2021-01-03 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2020-12-28 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00
//--- x_us.csv
x
1970-01-01 00:00:00
1969-12-31 23:59:59.999999
1970-01-01 00:00:01.000001
2024-02-29 12:21:36.5
2024-02-29 19:21:36.789012
0001-01-01 00:00:00
9999-12-31 23:59:59.999999
2000-02-29 00:00:00.000001
1899-12-31 23:59:59.5
2024-12-30 00:00:00.789012
2021-01-03 00:00:00
//--- parts_ns.out
x,year,quarter,month,day,day_of_week,day_of_year,iso_week,iso_year,hour,minute,second,millisecond,microsecond,nanosecond
1970-01-01 00:00:00,1970,1,1,1,4,1,1,1970,0,0,0,0,0,0
1969-12-31 23:59:59.999999999,1969,4,12,31,3,365,1,1970,23,59,59,999,999999,999999999
1970-01-01 00:00:01.000000001,1970,1,1,1,4,1,1,1970,0,0,1,0,0,1
2024-02-29 12:21:36.5,2024,1,2,29,4,60,9,2024,12,21,36,500,500000,500000000
2024-02-29 19:21:36.789012345,2024,1,2,29,4,60,9,2024,19,21,36,789,789012,789012345
2000-02-29 00:00:00.000000001,2000,1,2,29,2,60,9,2000,0,0,0,0,0,1
1899-12-31 23:59:59.5,1899,4,12,31,7,365,52,1899,23,59,59,500,500000,500000000
2024-12-30 00:00:00.789012345,2024,4,12,30,1,365,1,2025,0,0,0,789,789012,789012345
2021-01-03 00:00:00,2021,1,1,3,7,3,53,2020,0,0,0,0,0,0
2262-04-11 23:47:16.854775807,2262,2,4,11,5,101,15,2262,23,47,16,854,854775,854775807
//--- trunc_ns.out
x,year,quarter,month,week,day,hour,minute,second,millisecond,microsecond
1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00
1969-12-31 23:59:59.999999999,1969-01-01 00:00:00,1969-10-01 00:00:00,1969-12-01 00:00:00,1969-12-29 00:00:00,1969-12-31 00:00:00,1969-12-31 23:00:00,1969-12-31 23:59:00,1969-12-31 23:59:59,1969-12-31 23:59:59.999,1969-12-31 23:59:59.999999
1970-01-01 00:00:01.000000001,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-29 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:01,1970-01-01 00:00:01,1970-01-01 00:00:01
2024-02-29 12:21:36.5,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 12:00:00,2024-02-29 12:21:00,2024-02-29 12:21:36,2024-02-29 12:21:36.5,2024-02-29 12:21:36.5
2024-02-29 19:21:36.789012345,2024-01-01 00:00:00,2024-01-01 00:00:00,2024-02-01 00:00:00,2024-02-26 00:00:00,2024-02-29 00:00:00,2024-02-29 19:00:00,2024-02-29 19:21:00,2024-02-29 19:21:36,2024-02-29 19:21:36.789,2024-02-29 19:21:36.789012
2000-02-29 00:00:00.000000001,2000-01-01 00:00:00,2000-01-01 00:00:00,2000-02-01 00:00:00,2000-02-28 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00,2000-02-29 00:00:00
1899-12-31 23:59:59.5,1899-01-01 00:00:00,1899-10-01 00:00:00,1899-12-01 00:00:00,1899-12-25 00:00:00,1899-12-31 00:00:00,1899-12-31 23:00:00,1899-12-31 23:59:00,1899-12-31 23:59:59,1899-12-31 23:59:59.5,1899-12-31 23:59:59.5
2024-12-30 00:00:00.789012345,2024-01-01 00:00:00,2024-10-01 00:00:00,2024-12-01 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00,2024-12-30 00:00:00.789,2024-12-30 00:00:00.789012
2021-01-03 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2021-01-01 00:00:00,2020-12-28 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00,2021-01-03 00:00:00
2262-04-11 23:47:16.854775807,2262-01-01 00:00:00,2262-04-01 00:00:00,2262-04-01 00:00:00,2262-04-07 00:00:00,2262-04-11 00:00:00,2262-04-11 23:00:00,2262-04-11 23:47:00,2262-04-11 23:47:16,2262-04-11 23:47:16.854,2262-04-11 23:47:16.854775
//--- x_ns.csv
x
1970-01-01 00:00:00
1969-12-31 23:59:59.999999999
1970-01-01 00:00:01.000000001
2024-02-29 12:21:36.5
2024-02-29 19:21:36.789012345
2000-02-29 00:00:00.000000001
1899-12-31 23:59:59.5
2024-12-30 00:00:00.789012345
2021-01-03 00:00:00
2262-04-11 23:47:16.854775807
//--- arithmetic.out
x,d,e,n,later,same,earlier,since,twice,none,times,times2,minus,abs,then,before,noons,lt,ge,in
2024-02-29 12:21:36.789012,P1DT2H3M4.5S,2024-02-29,3,2024-03-01 14:24:41.289012,2024-03-01 14:24:41.289012,2024-02-28 10:18:32.289012,P8825DT12H21M36.289012S,P2DT4H6M9S,PT0S,P3DT6H9M13.5S,P3DT6H9M13.5S,-P1DT2H3M4.5S,P1DT2H3M4.5S,2024-03-01 02:03:04.5,2024-02-27 21:56:55.5,2024-02-29 12:00:00,false,true,false
1970-01-01 00:00:00,-PT0.000001S,1970-01-01,-2,1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999999,1970-01-01 00:00:00.000001,-P10957DT0.5S,-PT0.000002S,PT0S,PT0.000002S,PT0.000002S,PT0.000001S,PT0.000001S,1969-12-31 23:59:59.999999,1970-01-01 00:00:00.000001,1970-01-01 12:00:00,true,false,false
1969-12-31 23:59:59.999999,PT0.000001S,1969-12-31,0,1970-01-01 00:00:00,1970-01-01 00:00:00,1969-12-31 23:59:59.999998,-P10957DT0.500001S,PT0.000002S,PT0S,PT0S,PT0S,-PT0.000001S,PT0.000001S,1969-12-31 00:00:00.000001,1969-12-30 23:59:59.999999,1969-12-31 12:00:00,true,true,false
9999-12-31 23:59:59.999999,,9999-12-31,127,,,,P2921939DT23H59M59.499999S,,,,,,,,,9999-12-31 12:00:00,false,,false
,PT0S,0001-01-01,-128,,,,,PT0S,PT0S,PT0S,PT0S,PT0S,PT0S,0001-01-01 00:00:00,0001-01-01 00:00:00,0001-01-01 12:00:00,,true,
2000-02-29 00:00:00,P1D,2000-02-29,1,2000-03-01 00:00:00,2000-03-01 00:00:00,2000-02-28 00:00:00,P58DT23H59M59.5S,P2D,PT0S,P1D,P1D,-P1D,P1D,2000-03-01 00:00:00,2000-02-28 00:00:00,2000-02-29 12:00:00,false,true,false
//--- a.csv
x,d,e,n
2024-02-29 12:21:36.789012,P1DT2H3M4.5S,2024-02-29,3
1970-01-01 00:00:00,-PT0.000001S,1970-01-01,-2
1969-12-31 23:59:59.999999,PT0.000001S,1969-12-31,0
9999-12-31 23:59:59.999999,,9999-12-31,127
,PT0S,0001-01-01,-128
2000-02-29 00:00:00,P1D,2000-02-29,1
//--- casts.out
x,us,ms,sec,zoned,day,time,times,count,text,back,back2,back3,ztext,zback
2024-02-29 12:21:36.789012345,2024-02-29 12:21:36.789012,2024-02-29 12:21:36.789,2024-02-29 12:21:36,2024-02-29 12:21:36.789012345Z,2024-02-29,12:21:36.789012345,12:21:36,1709209296789012345,2024-02-29 12:21:36.789012345,2024-02-29 12:21:36.789012345,2024-02-29 12:21:36.789012345,2024-02-29 12:21:36.789,2024-02-29 12:21:36.789012345Z,2024-02-29 12:21:36.789012345Z
1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00Z,1970-01-01,00:00:00,00:00:00,0,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00,1970-01-01 00:00:00Z,1970-01-01 00:00:00Z
1969-12-31 23:59:59.999999999,1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999,1969-12-31 23:59:59,1969-12-31 23:59:59.999999999Z,1969-12-31,23:59:59.999999999,23:59:59,-1,1969-12-31 23:59:59.999999999,1969-12-31 23:59:59.999999999,1969-12-31 23:59:59.999999999,1969-12-31 23:59:59.999,1969-12-31 23:59:59.999999999Z,1969-12-31 23:59:59.999999999Z
1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999,1969-12-31 23:59:59,1969-12-31 23:59:59.999999Z,1969-12-31,23:59:59.999999,23:59:59,-1000,1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999999,1969-12-31 23:59:59.999,1969-12-31 23:59:59.999999Z,1969-12-31 23:59:59.999999Z
1969-12-31 23:59:59.000000001,1969-12-31 23:59:59,1969-12-31 23:59:59,1969-12-31 23:59:59,1969-12-31 23:59:59.000000001Z,1969-12-31,23:59:59.000000001,23:59:59,-999999999,1969-12-31 23:59:59.000000001,1969-12-31 23:59:59.000000001,1969-12-31 23:59:59.000000001,1969-12-31 23:59:59,1969-12-31 23:59:59.000000001Z,1969-12-31 23:59:59.000000001Z
,,,,,,,,,,,,,,
2000-02-28 23:59:59.999999999,2000-02-28 23:59:59.999999,2000-02-28 23:59:59.999,2000-02-28 23:59:59,2000-02-28 23:59:59.999999999Z,2000-02-28,23:59:59.999999999,23:59:59,951782399999999999,2000-02-28 23:59:59.999999999,2000-02-28 23:59:59.999999999,2000-02-28 23:59:59.999999999,2000-02-28 23:59:59.999,2000-02-28 23:59:59.999999999Z,2000-02-28 23:59:59.999999999Z
1677-09-22 00:12:43.145224192,1677-09-22 00:12:43.145224,1677-09-22 00:12:43.145,1677-09-22 00:12:43,1677-09-22 00:12:43.145224192Z,1677-09-22,00:12:43.145224192,00:12:43,-9223285636854775808,1677-09-22 00:12:43.145224192,1677-09-22 00:12:43.145224192,1677-09-22 00:12:43.145224192,1677-09-22 00:12:43.145,1677-09-22 00:12:43.145224192Z,1677-09-22 00:12:43.145224192Z
2262-04-11 23:47:16.854775807,2262-04-11 23:47:16.854775,2262-04-11 23:47:16.854,2262-04-11 23:47:16,2262-04-11 23:47:16.854775807Z,2262-04-11,23:47:16.854775807,23:47:16,9223372036854775807,2262-04-11 23:47:16.854775807,2262-04-11 23:47:16.854775807,2262-04-11 23:47:16.854775807,2262-04-11 23:47:16.854,2262-04-11 23:47:16.854775807Z,2262-04-11 23:47:16.854775807Z
//--- c.csv
x
2024-02-29 12:21:36.789012345
1970-01-01 00:00:00
1969-12-31 23:59:59.999999999
1969-12-31 23:59:59.999999
1969-12-31 23:59:59.000000001

2000-02-28 23:59:59.999999999
1677-09-22 00:12:43.145224192
2262-04-11 23:47:16.854775807
//--- others.out
e,d,o,midnight,etext,eback,sec,ns,dtext,dback,osec,ons,otext,oback,ocount,oagain,hour,milli,nano,since,later
2024-02-29,P1DT2H3M4.5S,12:34:56.789,2024-02-29 00:00:00,2024-02-29,2024-02-29,P1DT2H3M4S,P1DT2H3M4.5S,P1DT2H3M4.5S,P1DT2H3M4.5S,12:34:56,12:34:56.789,12:34:56.789,12:34:56.789,45296789,12:34:56.789,12,789,789000000,PT34M56.789S,true
1970-01-01,PT0S,00:00:00,1970-01-01 00:00:00,1970-01-01,1970-01-01,PT0S,PT0S,PT0S,PT0S,00:00:00,00:00:00,00:00:00,00:00:00,0,00:00:00,0,0,0,-PT12H,false
1969-12-31,-PT0.001S,23:59:59.999,1969-12-31 00:00:00,1969-12-31,1969-12-31,-PT1S,-PT0.001S,-PT0.001S,-PT0.001S,23:59:59,23:59:59.999,23:59:59.999,23:59:59.999,86399999,23:59:59.999,23,999,999000000,PT11H59M59.999S,true
0001-01-01,-P106751DT23H47M16.854S,00:00:00.001,0001-01-01 00:00:00,0001-01-01,0001-01-01,-P106751DT23H47M17S,-P106751DT23H47M16.854S,-P106751DT23H47M16.854S,-P106751DT23H47M16.854S,00:00:00,00:00:00.001,00:00:00.001,00:00:00.001,1,00:00:00.001,0,1,1000000,-PT11H59M59.999S,false
9999-12-31,P106751DT23H47M16.854S,12:00:00,9999-12-31 00:00:00,9999-12-31,9999-12-31,P106751DT23H47M16S,P106751DT23H47M16.854S,P106751DT23H47M16.854S,P106751DT23H47M16.854S,12:00:00,12:00:00,12:00:00,12:00:00,43200000,12:00:00,12,0,0,PT0S,false
//--- o.csv
e,d,o
2024-02-29,P1DT2H3M4.5S,12:34:56.789
1970-01-01,PT0S,00:00:00
1969-12-31,-PT0.001S,23:59:59.999
0001-01-01,-P106751DT23H47M16.854S,00:00:00.001
9999-12-31,P106751DT23H47M16.854S,12:00:00
//--- offsets.out
s,x
2024-02-29T12:34:56.789+02:00,2024-02-29 10:34:56.789Z
2024-02-29 12:34Z,2024-02-29 12:34:00Z
2024-02-29 12:34:56-0130,2024-02-29 14:04:56Z
2024-02-29 00:00:00.000000000+23,2024-02-28 01:00:00Z
2024-02-29Z,2024-02-29 00:00:00Z
//--- f.csv
s
2024-02-29T12:34:56.789+02:00
2024-02-29 12:34Z
2024-02-29 12:34:56-0130
2024-02-29 00:00:00.000000000+23
2024-02-29Z
