// add_months of timestamps: the time of the day stays, whatever the unit. Expected rows by Python's calendar.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!i = !molt_df.nullable<i32>
func.func @months() -> !molt_df.table<"i": i32, "t": !molt_df.timestamp<ms>?, "u": !molt_df.timestamp<us>?> {
  %s = molt_df.source "s" : !molt_df.table<"i": i32, "t": !molt_df.timestamp<ms>?, "n": i32?>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t", "u"] {
  ^bb0(%t: !molt_df.nullable<!molt_df.timestamp<ms>>, %n: !i):
    %a = molt_df.add_months %t, %n : !molt_df.nullable<!molt_df.timestamp<ms>>, !i
    %u = molt_df.cast %t : !molt_df.nullable<!molt_df.timestamp<ms>> to !molt_df.nullable<!molt_df.timestamp<us>>
    %b = molt_df.add_months %u, %n : !molt_df.nullable<!molt_df.timestamp<us>>, !i
    molt_df.yield %a, %b : !molt_df.nullable<!molt_df.timestamp<ms>>, !molt_df.nullable<!molt_df.timestamp<us>>
  } : !molt_df.table<"i": i32, "t": !molt_df.timestamp<ms>?, "n": i32?>
  %r = molt_df.project %w ["i", "t", "u"] : !molt_df.table<"i": i32, "t": !molt_df.timestamp<ms>?, "n": i32?, "u": !molt_df.timestamp<us>?>
  return %r : !molt_df.table<"i": i32, "t": !molt_df.timestamp<ms>?, "u": !molt_df.timestamp<us>?>
}
// The least and the greatest timestamps there are: 1677-09-21 00:12:43.145224193 and 2262-04-11 23:47:16.854775807.
func.func @lowest() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "lowest" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
func.func @highest() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "highest" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
func.func @too_low() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "too_low" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
func.func @too_high() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "too_high" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
func.func @much_too_high() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "much_too_high" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
func.func @much_too_low() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "much_too_low" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
func.func @many_months() -> !molt_df.table<"t": !molt_df.timestamp<ns>> {
  %s = molt_df.source "many_months" : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %w = molt_df.with_columns %s ["t", "n"] -> ["t"] {
  ^bb0(%t: !molt_df.timestamp<ns>, %n: i64):
    %a = molt_df.add_months %t, %n : !molt_df.timestamp<ns>, i64
    molt_df.yield %a : !molt_df.timestamp<ns>
  } : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"t": !molt_df.timestamp<ns>, "n": i64>
  return %r : !molt_df.table<"t": !molt_df.timestamp<ns>>
}
// Seconds reach days that dates do not.
func.func @no_date() -> !molt_df.table<"t": !molt_df.timestamp<s>> {
  %s = molt_df.source "no_date" : !molt_df.table<"n": i64>
  %w = molt_df.with_columns %s ["n"] -> ["t"] {
  ^bb0(%n: i64):
    %t = molt_df.cast %n : i64 to !molt_df.timestamp<s>
    %one = molt_df.constant 1 : i8
    %a = molt_df.add_months %t, %one : !molt_df.timestamp<s>, i8
    molt_df.yield %a : !molt_df.timestamp<s>
  } : !molt_df.table<"n": i64>
  %r = molt_df.project %w ["t"] : !molt_df.table<"n": i64, "t": !molt_df.timestamp<s>>
  return %r : !molt_df.table<"t": !molt_df.timestamp<s>>
}

//--- no_date.csv
n
185542587187200
//--- no_date.err
does not fit 32 bits of days
//--- s.csv
i,t,n
0,2024-01-31 12:34:56.789,1
1,2024-03-31 23:59:59.999,-1
2,1969-12-31 23:59:59.5,2
3,1600-02-29 00:00:00,12
4,1970-01-01 00:00:00,-1
5,2023-05-15 06:07:08.25,0
6,2024-02-29 01:02:03,48
7,0001-01-31 00:00:00.001,11999
8,,5
9,2020-01-01 00:00:00,
//--- months.out
i,t,u
0,2024-02-29 12:34:56.789,2024-02-29 12:34:56.789
1,2024-02-29 23:59:59.999,2024-02-29 23:59:59.999
2,1970-02-28 23:59:59.5,1970-02-28 23:59:59.5
3,1601-02-28 00:00:00,1601-02-28 00:00:00
4,1969-12-01 00:00:00,1969-12-01 00:00:00
5,2023-05-15 06:07:08.25,2023-05-15 06:07:08.25
6,2028-02-29 01:02:03,2028-02-29 01:02:03
7,1000-12-31 00:00:00.001,1000-12-31 00:00:00.001
8,,
9,,
//--- lowest.csv
t,n
1677-10-21 00:12:43.145224193,-1
//--- lowest.out
t
1677-09-21 00:12:43.145224193
//--- highest.csv
t,n
2262-03-11 23:47:16.854775807,1
//--- highest.out
t
2262-04-11 23:47:16.854775807
//--- too_low.csv
t,n
1677-10-21 00:12:43.145224191,-1
//--- too_low.err
does not fit
//--- too_high.csv
t,n
2262-03-11 23:47:16.854775808,1
//--- too_high.err
does not fit
//--- much_too_high.csv
t,n
2262-03-12 00:00:00,1
//--- much_too_high.err
does not fit
//--- much_too_low.csv
t,n
1677-10-20 23:59:59,-1
//--- much_too_low.err
does not fit
//--- many_months.csv
t,n
2000-01-01 00:00:00,9223372036854775807
//--- many_months.err
does not fit
