// Errors of intervals: the last row of each input is the first value beyond a limit, those before are at it.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!i = !molt_df.interval
!p = !molt_df.table<"a": !molt_df.interval, "b": !molt_df.interval>
!q = !molt_df.table<"a": !molt_df.interval, "b": !molt_df.interval, "r": !molt_df.interval>

// The first day with a midnight in microseconds is -290308-12-22, the last one 294247-01-10.
func.func @no_midnight() -> !molt_df.table<"n": i32, "v": !molt_df.interval, "r": !molt_df.timestamp<us>> {
  %t = molt_df.source "no_midnight_" : !molt_df.table<"n": i32, "v": !molt_df.interval>
  %u = molt_df.with_columns %t ["n", "v"] -> ["r"] {
  ^bb0(%n: i32, %v: !i):
    %d = molt_df.constant "1970-01-01" : !molt_df.date32
    %e = molt_df.add %d, %n : !molt_df.date32, i32
    %r = molt_df.add %e, %v : !molt_df.date32, !i
    molt_df.yield %r : !molt_df.timestamp<us>
  } : !molt_df.table<"n": i32, "v": !molt_df.interval>
  return %u : !molt_df.table<"n": i32, "v": !molt_df.interval, "r": !molt_df.timestamp<us>>
}
func.func @days_over() -> !q {
  %t = molt_df.source "days_over_" : !p
  %u = molt_df.with_columns %t ["a", "b"] -> ["r"] {
  ^bb0(%a: !i, %b: !i):
    %r = molt_df.add %a, %b : !i, !i
    molt_df.yield %r : !i
  } : !p
  return %u : !q
}
func.func @months_under() -> !q {
  %t = molt_df.source "months_under_" : !p
  %u = molt_df.with_columns %t ["a", "b"] -> ["r"] {
  ^bb0(%a: !i, %b: !i):
    %r = molt_df.sub %a, %b : !i, !i
    molt_df.yield %r : !i
  } : !p
  return %u : !q
}
func.func @factor() -> !molt_df.table<"a": !molt_df.interval, "n": i64, "r": !molt_df.interval> {
  %t = molt_df.source "factor_" : !molt_df.table<"a": !molt_df.interval, "n": i64>
  %u = molt_df.with_columns %t ["a", "n"] -> ["r"] {
  ^bb0(%a: !i, %n: i64):
    %r = molt_df.mul %a, %n : !i, i64
    molt_df.yield %r : !i
  } : !molt_df.table<"a": !molt_df.interval, "n": i64>
  return %u : !molt_df.table<"a": !molt_df.interval, "n": i64, "r": !molt_df.interval>
}
// The greatest timestamp in ns is 2262-04-11 23:47:16.854775807.
func.func @sum_over() -> !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "sum_over_" : !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval>
  %u = molt_df.with_columns %t ["t", "v"] -> ["r"] {
  ^bb0(%t_: !molt_df.timestamp<ns>, %v: !i):
    %r = molt_df.add %t_, %v : !molt_df.timestamp<ns>, !i
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval>
  return %u : !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval, "r": !molt_df.timestamp<ns>>
}
// After the months it must fit, whatever the days bring back.
func.func @between() -> !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval, "r": !molt_df.timestamp<ns>> {
  %t = molt_df.source "between_" : !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval>
  %u = molt_df.with_columns %t ["t", "v"] -> ["r"] {
  ^bb0(%t_: !molt_df.timestamp<ns>, %v: !i):
    %r = molt_df.sub %t_, %v : !molt_df.timestamp<ns>, !i
    molt_df.yield %r : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval>
  return %u : !molt_df.table<"t": !molt_df.timestamp<ns>, "v": !molt_df.interval, "r": !molt_df.timestamp<ns>>
}
func.func @text() -> !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.interval> {
  %t = molt_df.source "text_" : !molt_df.table<"s": !molt_str.utf8>
  %u = molt_df.with_columns %t ["s"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8):
    %r = molt_df.cast %s : !molt_str.utf8 to !i
    molt_df.yield %r : !i
  } : !molt_df.table<"s": !molt_str.utf8>
  return %u : !molt_df.table<"s": !molt_str.utf8, "r": !molt_df.interval>
}

//--- no_midnight_.csv
n,v
106751991,PT4H
-106751991,P1M
106751992,P-1M
//--- no_midnight.err
cast.*row 2
//--- days_over_.csv
a,b
P2147483646D,P1D
P-2147483648D,P1D
P-2147483648D,P-1D
//--- days_over.err
overflow.*row 2
//--- months_under_.csv
a,b
P-2147483648M,PT1S
P-2147483647M,P1M
P-2147483648M,P1M
//--- months_under.err
overflow.*row 2
//--- factor_.csv
a,n
P1D,2147483647
P-1D,2147483648
P1D,2147483648
//--- factor.err
overflow.*row 2
//--- sum_over_.csv
t,v
2262-04-11 23:47:16.854775806,PT0S
2262-04-10 23:47:16.854774807,P1DT0.000001S
2262-04-10 23:47:16.854774808,P1DT0.000001S
//--- sum_over.err
overflow.*row 2
//--- between_.csv
t,v
2262-03-11 00:00:00,P-1M
2262-03-11 00:00:00,P-1M31D
2262-03-12 00:00:00,P-1M31D
//--- between.err
overflow.*row 2
//--- text_.csv
s
P178956970Y7M
PT2562047H47M16.854775S
P2147483648D
//--- text.err
cast.*row 2
