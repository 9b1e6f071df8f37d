// Errors of timestamps, times and durations, with operation and row: the last row of each input is the first value beyond
// a limit, those before are at it.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @sum_over() -> !molt_df.table<"x": !molt_df.timestamp<ns>, "d": !molt_df.duration<ns>, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "sum_over_" : !molt_df.table<"x": !molt_df.timestamp<ns>, "d": !molt_df.duration<ns>>
  %u = molt_df.with_columns %t ["x", "d"] -> ["r"] {
  ^bb0(%x: !molt_df.timestamp<ns>, %d: !molt_df.duration<ns>):
    %r = molt_df.add %x, %d : !molt_df.timestamp<ns>, !molt_df.duration<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"x": !molt_df.timestamp<ns>, "d": !molt_df.duration<ns>>
  return %u : !molt_df.table<"x": !molt_df.timestamp<ns>, "d": !molt_df.duration<ns>, "r": !molt_df.timestamp<ns>>
}

func.func @difference_under() -> !molt_df.table<"x": !molt_df.timestamp<ns>, "y": !molt_df.timestamp<ns>, "r": !molt_df.duration<ns>> {
  %t = molt_df.source "difference_under_" : !molt_df.table<"x": !molt_df.timestamp<ns>, "y": !molt_df.timestamp<ns>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.timestamp<ns>, %y: !molt_df.timestamp<ns>):
    %r = molt_df.sub %x, %y : !molt_df.timestamp<ns>, !molt_df.timestamp<ns>
    molt_df.yield %r : !molt_df.duration<ns>
  } : !molt_df.table<"x": !molt_df.timestamp<ns>, "y": !molt_df.timestamp<ns>>
  return %u : !molt_df.table<"x": !molt_df.timestamp<ns>, "y": !molt_df.timestamp<ns>, "r": !molt_df.duration<ns>>
}

func.func @durations_over() -> !molt_df.table<"d": !molt_df.duration<s>, "e": !molt_df.duration<s>, "r": !molt_df.duration<s>> {
  %t = molt_df.source "durations_over_" : !molt_df.table<"d": !molt_df.duration<s>, "e": !molt_df.duration<s>>
  %u = molt_df.with_columns %t ["d", "e"] -> ["r"] {
  ^bb0(%d: !molt_df.duration<s>, %e: !molt_df.duration<s>):
    %r = molt_df.add %d, %e : !molt_df.duration<s>, !molt_df.duration<s>
    molt_df.yield %r : !molt_df.duration<s>
  } : !molt_df.table<"d": !molt_df.duration<s>, "e": !molt_df.duration<s>>
  return %u : !molt_df.table<"d": !molt_df.duration<s>, "e": !molt_df.duration<s>, "r": !molt_df.duration<s>>
}

func.func @product_over() -> !molt_df.table<"d": !molt_df.duration<us>, "n": i64, "r": !molt_df.duration<us>> {
  %t = molt_df.source "product_over_" : !molt_df.table<"d": !molt_df.duration<us>, "n": i64>
  %u = molt_df.with_columns %t ["d", "n"] -> ["r"] {
  ^bb0(%d: !molt_df.duration<us>, %n: i64):
    %r = molt_df.mul %d, %n : !molt_df.duration<us>, i64
    molt_df.yield %r : !molt_df.duration<us>
  } : !molt_df.table<"d": !molt_df.duration<us>, "n": i64>
  return %u : !molt_df.table<"d": !molt_df.duration<us>, "n": i64, "r": !molt_df.duration<us>>
}

func.func @negated() -> !molt_df.table<"d": !molt_df.duration<s>, "r": !molt_df.duration<s>> {
  %t = molt_df.source "negated_" : !molt_df.table<"d": !molt_df.duration<s>>
  %u = molt_df.with_columns %t ["d"] -> ["r"] {
  ^bb0(%d: !molt_df.duration<s>):
    %r = molt_df.neg %d : !molt_df.duration<s>
    molt_df.yield %r : !molt_df.duration<s>
  } : !molt_df.table<"d": !molt_df.duration<s>>
  return %u : !molt_df.table<"d": !molt_df.duration<s>, "r": !molt_df.duration<s>>
}

func.func @absolute() -> !molt_df.table<"d": !molt_df.duration<s>, "r": !molt_df.duration<s>> {
  %t = molt_df.source "absolute_" : !molt_df.table<"d": !molt_df.duration<s>>
  %u = molt_df.with_columns %t ["d"] -> ["r"] {
  ^bb0(%d: !molt_df.duration<s>):
    %r = molt_df.abs %d : !molt_df.duration<s>
    molt_df.yield %r : !molt_df.duration<s>
  } : !molt_df.table<"d": !molt_df.duration<s>>
  return %u : !molt_df.table<"d": !molt_df.duration<s>, "r": !molt_df.duration<s>>
}

func.func @no_midnight() -> !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ns>, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "no_midnight_" : !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ns>>
  %u = molt_df.with_columns %t ["e", "d"] -> ["r"] {
  ^bb0(%e: !molt_df.date32, %d: !molt_df.duration<ns>):
    %r = molt_df.add %e, %d : !molt_df.date32, !molt_df.duration<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ns>>
  return %u : !molt_df.table<"e": !molt_df.date32, "d": !molt_df.duration<ns>, "r": !molt_df.timestamp<ns>>
}

func.func @finer() -> !molt_df.table<"x": !molt_df.timestamp<s>, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "finer_" : !molt_df.table<"x": !molt_df.timestamp<s>>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.timestamp<s>):
    %r = molt_df.cast %x : !molt_df.timestamp<s> to !molt_df.timestamp<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"x": !molt_df.timestamp<s>>
  return %u : !molt_df.table<"x": !molt_df.timestamp<s>, "r": !molt_df.timestamp<ns>>
}

func.func @date_to_timestamp() -> !molt_df.table<"e": !molt_df.date32, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "date_to_timestamp_" : !molt_df.table<"e": !molt_df.date32>
  %u = molt_df.with_columns %t ["e"] -> ["r"] {
  ^bb0(%e: !molt_df.date32):
    %r = molt_df.cast %e : !molt_df.date32 to !molt_df.timestamp<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"e": !molt_df.date32>
  return %u : !molt_df.table<"e": !molt_df.date32, "r": !molt_df.timestamp<ns>>
}

func.func @no_time() -> !molt_df.table<"n": i64, "r": !molt_df.time<s>> {
  %t = molt_df.source "no_time_" : !molt_df.table<"n": i64>
  %u = molt_df.with_columns %t ["n"] -> ["r"] {
  ^bb0(%n: i64):
    %r = molt_df.cast %n : i64 to !molt_df.time<s>
    molt_df.yield %r : !molt_df.time<s>
  } : !molt_df.table<"n": i64>
  return %u : !molt_df.table<"n": i64, "r": !molt_df.time<s>>
}

func.func @negative_time() -> !molt_df.table<"n": i64, "r": !molt_df.time<ns>> {
  %t = molt_df.source "negative_time_" : !molt_df.table<"n": i64>
  %u = molt_df.with_columns %t ["n"] -> ["r"] {
  ^bb0(%n: i64):
    %r = molt_df.cast %n : i64 to !molt_df.time<ns>
    molt_df.yield %r : !molt_df.time<ns>
  } : !molt_df.table<"n": i64>
  return %u : !molt_df.table<"n": i64, "r": !molt_df.time<ns>>
}

func.func @no_hour() -> !molt_df.table<"x": !molt_df.timestamp<ns>, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "no_hour_" : !molt_df.table<"x": !molt_df.timestamp<ns>>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.timestamp<ns>):
    %r = molt_df.date_trunc hour %x : !molt_df.timestamp<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"x": !molt_df.timestamp<ns>>
  return %u : !molt_df.table<"x": !molt_df.timestamp<ns>, "r": !molt_df.timestamp<ns>>
}

func.func @no_year() -> !molt_df.table<"x": !molt_df.timestamp<ns>, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "no_year_" : !molt_df.table<"x": !molt_df.timestamp<ns>>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.timestamp<ns>):
    %r = molt_df.date_trunc year %x : !molt_df.timestamp<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"x": !molt_df.timestamp<ns>>
  return %u : !molt_df.table<"x": !molt_df.timestamp<ns>, "r": !molt_df.timestamp<ns>>
}

func.func @text_of_timestamp() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<us>> {
  %t = molt_df.source "text_of_timestamp_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<us>
    molt_df.yield %r : !molt_df.timestamp<us>
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<us>>
}

func.func @text_of_zoned() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<us, "UTC">> {
  %t = molt_df.source "text_of_zoned_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<us, "UTC">
    molt_df.yield %r : !molt_df.timestamp<us, "UTC">
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<us, "UTC">>
}

func.func @text_of_fraction() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<ms>> {
  %t = molt_df.source "text_of_fraction_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<ms>
    molt_df.yield %r : !molt_df.timestamp<ms>
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<ms>>
}

func.func @text_of_far() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "text_of_far_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<ns>
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<ns>>
}

func.func @text_of_date() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.date32> {
  %t = molt_df.source "text_of_date_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.date32
    molt_df.yield %r : !molt_df.date32
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.date32>
}

func.func @text_of_time() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.time<s>> {
  %t = molt_df.source "text_of_time_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.time<s>
    molt_df.yield %r : !molt_df.time<s>
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.time<s>>
}

func.func @text_of_duration() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.duration<s>> {
  %t = molt_df.source "text_of_duration_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.duration<s>
    molt_df.yield %r : !molt_df.duration<s>
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.duration<s>>
}

func.func @text_of_naive() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<s>> {
  %t = molt_df.source "text_of_naive_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<s>
    molt_df.yield %r : !molt_df.timestamp<s>
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.timestamp<s>>
}

func.func @far_year() -> !molt_df.table<"n": i64, "r": i32> {
  %t = molt_df.source "far_year_" : !molt_df.table<"n": i64>
  %u = molt_df.with_columns %t ["n"] -> ["r"] {
  ^bb0(%n: i64):
    %x = molt_df.cast %n : i64 to !molt_df.timestamp<s>
    %r = molt_df.date_part year %x : !molt_df.timestamp<s>
    molt_df.yield %r : i32
  } : !molt_df.table<"n": i64>
  return %u : !molt_df.table<"n": i64, "r": i32>
}

func.func @far_day() -> !molt_df.table<"n": i64, "r": !molt_df.date32> {
  %t = molt_df.source "far_year_" : !molt_df.table<"n": i64>
  %u = molt_df.with_columns %t ["n"] -> ["r"] {
  ^bb0(%n: i64):
    %x = molt_df.cast %n : i64 to !molt_df.timestamp<s>
    %r = molt_df.cast %x : !molt_df.timestamp<s> to !molt_df.date32
    molt_df.yield %r : !molt_df.date32
  } : !molt_df.table<"n": i64>
  return %u : !molt_df.table<"n": i64, "r": !molt_df.date32>
}

// A null, and hours, which have no limit.
func.func @far_hours() -> !molt_df.table<"n": i64?, "r": i32?> {
  %t = molt_df.source "far_hours_" : !molt_df.table<"n": i64?>
  %u = molt_df.with_columns %t ["n"] -> ["r"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %x = molt_df.cast %n : !molt_df.nullable<i64> to !molt_df.nullable<!molt_df.timestamp<s>>
    %r = molt_df.date_part hour %x : !molt_df.nullable<!molt_df.timestamp<s>>
    molt_df.yield %r : !molt_df.nullable<i32>
  } : !molt_df.table<"n": i64?>
  return %u : !molt_df.table<"n": i64?, "r": i32?>
}

//--- sum_over_.csv
x,d
2262-04-11 23:47:16.854775807,PT0S
2262-04-11 23:47:16,PT0.854775807S
2262-04-11 23:47:16.854775807,PT0.000000001S
//--- sum_over.err
overflow.*row 2
//--- difference_under_.csv
x,y
1970-01-01,2262-04-11 23:47:16.854775807
1677-09-22,1677-09-22
1677-09-22,2262-04-11 23:47:16.854775807
//--- difference_under.err
overflow.*row 2
//--- durations_over_.csv
d,e
PT9223372036854775806S,PT1S
PT9223372036854775807S,PT1S
//--- durations_over.err
overflow.*row 1
//--- product_over_.csv
d,n
-PT0.000001S,9223372036854775807
-PT0.000002S,4611686018427387904
PT0.000002S,4611686018427387904
//--- product_over.err
overflow.*row 2
//--- negated_.csv
d
PT9223372036854775807S
-PT9223372036854775808S
//--- negated.err
overflow.*row 1
//--- absolute_.csv
d
PT9223372036854775807S
-PT9223372036854775808S
//--- absolute.err
overflow.*row 1
//--- no_midnight_.csv
e,d
2262-04-11,PT0S
2262-04-12,-P1D
//--- no_midnight.err
overflow.*row 1
//--- finer_.csv
x
2262-04-11 23:47:16
1677-09-21 00:12:44
2262-04-11 23:47:17
//--- finer.err
cast.*row 2
//--- date_to_timestamp_.csv
e
1677-09-22
2262-04-11
2262-04-12
//--- date_to_timestamp.err
cast.*row 2
//--- no_time_.csv
n
0
86399
86400
//--- no_time.err
cast.*row 2
//--- negative_time_.csv
n
0
-1
//--- negative_time.err
cast.*row 1
//--- no_hour_.csv
x
1677-09-21 01:00:00
1677-09-21 00:12:43.145224192
//--- no_hour.err
overflow.*row 1
//--- no_year_.csv
x
1678-01-01
1677-12-31
//--- no_year.err
overflow.*row 1
//--- text_of_timestamp_.csv
s
2024-02-29
2024-02-29T12:34
2024-02-29 12:34 
//--- text_of_timestamp.err
cast.*row 2
//--- text_of_zoned_.csv
s
2024-02-29Z
2024-02-29
//--- text_of_zoned.err
cast.*row 1
//--- text_of_fraction_.csv
s
2024-02-29 00:00:00.001000
2024-02-29 00:00:00.0001
//--- text_of_fraction.err
cast.*row 1
//--- text_of_far_.csv
s
2262-04-11 23:47:16.854775807
2262-04-11 23:47:16.854775808
//--- text_of_far.err
cast.*row 1
//--- text_of_date_.csv
s
2024-02-29
2023-02-29
//--- text_of_date.err
cast.*row 1
//--- text_of_time_.csv
s
23:59:59
24:00:00
//--- text_of_time.err
cast.*row 1
//--- text_of_duration_.csv
s
PT1S
1S
//--- text_of_duration.err
cast.*row 1
//--- text_of_naive_.csv
s
2024-02-29 00:00
2024-02-29 00:00Z
//--- text_of_naive.err
cast.*row 1
//--- far_year_.csv
n
-185542587187200
185542587187199
185542587187200
//--- far_year.err
overflow.*row 2
//--- far_day.err
cast.*row 2
//--- far_hours_.csv
n
9223372036854775807
-9223372036854775808
0
-185542587187201
//--- far_hours.out
n,r
9223372036854775807,15
-9223372036854775808,8
0,0
-185542587187201,23
