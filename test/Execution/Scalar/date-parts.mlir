// Parts of dates, beginnings of years, quarters, months and weeks, months added: the ends of months and years, leap years, weeks
// that belong to another year, negative years, both ends of what 32 bits hold, nulls. The expected values are DuckDB's, those
// outside of its range by hand.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @parts() -> !molt_df.table<"d": !molt_df.date32?, "y": i32?, "q": i32?, "m": i32?, "dd": i32?, "w": i32?, "j": i32?, "iw": i32?, "iy": i32?> {
  %0 = molt_df.source "dates" : !molt_df.table<"d": !molt_df.date32?>
  %1 = molt_df.with_columns %0 ["d"] -> ["y", "q", "m", "dd", "w", "j", "iw", "iy"] {
  ^bb0(%d: !molt_df.nullable<!molt_df.date32>):
    %y = molt_df.date_part year %d : !molt_df.nullable<!molt_df.date32>
    %q = molt_df.date_part quarter %d : !molt_df.nullable<!molt_df.date32>
    %m = molt_df.date_part month %d : !molt_df.nullable<!molt_df.date32>
    %dd = molt_df.date_part day %d : !molt_df.nullable<!molt_df.date32>
    %w = molt_df.date_part day_of_week %d : !molt_df.nullable<!molt_df.date32>
    %j = molt_df.date_part day_of_year %d : !molt_df.nullable<!molt_df.date32>
    %iw = molt_df.date_part iso_week %d : !molt_df.nullable<!molt_df.date32>
    %iy = molt_df.date_part iso_year %d : !molt_df.nullable<!molt_df.date32>
    molt_df.yield %y, %q, %m, %dd, %w, %j, %iw, %iy : !molt_df.nullable<i32>, !molt_df.nullable<i32>, !molt_df.nullable<i32>, !molt_df.nullable<i32>, !molt_df.nullable<i32>, !molt_df.nullable<i32>, !molt_df.nullable<i32>, !molt_df.nullable<i32>
  } : !molt_df.table<"d": !molt_df.date32?>
  return %1 : !molt_df.table<"d": !molt_df.date32?, "y": i32?, "q": i32?, "m": i32?, "dd": i32?, "w": i32?, "j": i32?, "iw": i32?, "iy": i32?>
}

func.func @truncated() -> !molt_df.table<"d": !molt_df.date32?, "year": !molt_df.date32?, "quarter": !molt_df.date32?, "month": !molt_df.date32?, "week": !molt_df.date32?> {
  %0 = molt_df.source "dates" : !molt_df.table<"d": !molt_df.date32?>
  %1 = molt_df.with_columns %0 ["d"] -> ["year", "quarter", "month", "week"] {
  ^bb0(%d: !molt_df.nullable<!molt_df.date32>):
    %year = molt_df.date_trunc year %d : !molt_df.nullable<!molt_df.date32>
    %quarter = molt_df.date_trunc quarter %d : !molt_df.nullable<!molt_df.date32>
    %month = molt_df.date_trunc month %d : !molt_df.nullable<!molt_df.date32>
    %week = molt_df.date_trunc week %d : !molt_df.nullable<!molt_df.date32>
    molt_df.yield %year, %quarter, %month, %week : !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>
  } : !molt_df.table<"d": !molt_df.date32?>
  return %1 : !molt_df.table<"d": !molt_df.date32?, "year": !molt_df.date32?, "quarter": !molt_df.date32?, "month": !molt_df.date32?, "week": !molt_df.date32?>
}

func.func @added() -> !molt_df.table<"d": !molt_df.date32?, "n": i32?, "e": !molt_df.date32?, "f": !molt_df.date32?> {
  %0 = molt_df.source "months" : !molt_df.table<"d": !molt_df.date32?, "n": i32?>
  %1 = molt_df.with_columns %0 ["d", "n"] -> ["e", "f"] {
  ^bb0(%d: !molt_df.nullable<!molt_df.date32>, %n: !molt_df.nullable<i32>):
    %e = molt_df.add_months %d, %n : !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<i32>
    %c = molt_df.constant -1 : i8
    %f = molt_df.add_months %d, %c : !molt_df.nullable<!molt_df.date32>, i8
    molt_df.yield %e, %f : !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>
  } : !molt_df.table<"d": !molt_df.date32?, "n": i32?>
  return %1 : !molt_df.table<"d": !molt_df.date32?, "n": i32?, "e": !molt_df.date32?, "f": !molt_df.date32?>
}

func.func @ends() -> !molt_df.table<"k": i32, "y": i32, "q": i32, "m": i32, "dd": i32, "w": i32, "j": i32, "iw": i32, "iy": i32> {
  %0 = molt_df.source "ends" : !molt_df.table<"k": i32>
  %1 = molt_df.with_columns %0 ["k"] -> ["y", "q", "m", "dd", "w", "j", "iw", "iy"] {
  ^bb0(%k: i32):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %y = molt_df.date_part year %d : !molt_df.date32
    %q = molt_df.date_part quarter %d : !molt_df.date32
    %m = molt_df.date_part month %d : !molt_df.date32
    %dd = molt_df.date_part day %d : !molt_df.date32
    %w = molt_df.date_part day_of_week %d : !molt_df.date32
    %j = molt_df.date_part day_of_year %d : !molt_df.date32
    %iw = molt_df.date_part iso_week %d : !molt_df.date32
    %iy = molt_df.date_part iso_year %d : !molt_df.date32
    molt_df.yield %y, %q, %m, %dd, %w, %j, %iw, %iy : i32, i32, i32, i32, i32, i32, i32, i32
  } : !molt_df.table<"k": i32>
  return %1 : !molt_df.table<"k": i32, "y": i32, "q": i32, "m": i32, "dd": i32, "w": i32, "j": i32, "iw": i32, "iy": i32>
}

func.func @late() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "late" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad0() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad0" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad1() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad1" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad2() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad2" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad3() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad3" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad4() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad4" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad5() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad5" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad6() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad6" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @bad7() -> !molt_df.table<"k": i32, "n": i64, "x": i64> {
  %0 = molt_df.source "bad7" : !molt_df.table<"k": i32, "n": i64>
  %1 = molt_df.with_columns %0 ["k", "n"] -> ["x"] {
  ^bb0(%k: i32, %n: i64):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.add_months %d, %n : !molt_df.date32, i64
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32, "n": i64>
  return %1 : !molt_df.table<"k": i32, "n": i64, "x": i64>
}

func.func @first_year() -> !molt_df.table<"k": i32, "x": i64> {
  %0 = molt_df.source "first" : !molt_df.table<"k": i32>
  %1 = molt_df.with_columns %0 ["k"] -> ["x"] {
  ^bb0(%k: i32):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.date_trunc year %d : !molt_df.date32
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32>
  return %1 : !molt_df.table<"k": i32, "x": i64>
}

func.func @first_quarter() -> !molt_df.table<"k": i32, "x": i64> {
  %0 = molt_df.source "first" : !molt_df.table<"k": i32>
  %1 = molt_df.with_columns %0 ["k"] -> ["x"] {
  ^bb0(%k: i32):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.date_trunc quarter %d : !molt_df.date32
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32>
  return %1 : !molt_df.table<"k": i32, "x": i64>
}

func.func @first_month() -> !molt_df.table<"k": i32, "x": i64> {
  %0 = molt_df.source "first" : !molt_df.table<"k": i32>
  %1 = molt_df.with_columns %0 ["k"] -> ["x"] {
  ^bb0(%k: i32):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.date_trunc month %d : !molt_df.date32
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32>
  return %1 : !molt_df.table<"k": i32, "x": i64>
}

func.func @first_week() -> !molt_df.table<"k": i32, "x": i64> {
  %0 = molt_df.source "first" : !molt_df.table<"k": i32>
  %1 = molt_df.with_columns %0 ["k"] -> ["x"] {
  ^bb0(%k: i32):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %k : !molt_df.date32, i32
    %e = molt_df.date_trunc week %d : !molt_df.date32
    %x = molt_df.sub %e, %epoch : !molt_df.date32, !molt_df.date32
    molt_df.yield %x : i64
  } : !molt_df.table<"k": i32>
  return %1 : !molt_df.table<"k": i32, "x": i64>
}

//--- dates.csv
d

1970-01-01
1969-12-31
2024-02-29
2024-12-30
2024-12-31
2023-01-01
2021-01-03
2021-01-04
2020-12-31
2016-01-01
2000-02-29
1900-03-01
1900-02-28
1600-12-31
0001-01-01
0004-02-29
9999-12-31
2026-03-31
2026-04-01
2026-06-30
2026-07-01
2026-09-30
2026-10-01
2023-12-31
2015-12-28
2008-12-29
//--- parts.out
d,y,q,m,dd,w,j,iw,iy
,,,,,,,,
1970-01-01,1970,1,1,1,4,1,1,1970
1969-12-31,1969,4,12,31,3,365,1,1970
2024-02-29,2024,1,2,29,4,60,9,2024
2024-12-30,2024,4,12,30,1,365,1,2025
2024-12-31,2024,4,12,31,2,366,1,2025
2023-01-01,2023,1,1,1,7,1,52,2022
2021-01-03,2021,1,1,3,7,3,53,2020
2021-01-04,2021,1,1,4,1,4,1,2021
2020-12-31,2020,4,12,31,4,366,53,2020
2016-01-01,2016,1,1,1,5,1,53,2015
2000-02-29,2000,1,2,29,2,60,9,2000
1900-03-01,1900,1,3,1,4,60,9,1900
1900-02-28,1900,1,2,28,3,59,9,1900
1600-12-31,1600,4,12,31,7,366,52,1600
0001-01-01,1,1,1,1,1,1,1,1
0004-02-29,4,1,2,29,7,60,9,4
9999-12-31,9999,4,12,31,5,365,52,9999
2026-03-31,2026,1,3,31,2,90,14,2026
2026-04-01,2026,2,4,1,3,91,14,2026
2026-06-30,2026,2,6,30,2,181,27,2026
2026-07-01,2026,3,7,1,3,182,27,2026
2026-09-30,2026,3,9,30,3,273,40,2026
2026-10-01,2026,4,10,1,4,274,40,2026
2023-12-31,2023,4,12,31,7,365,52,2023
2015-12-28,2015,4,12,28,1,362,53,2015
2008-12-29,2008,4,12,29,1,364,1,2009
//--- truncated.out
d,year,quarter,month,week
,,,,
1970-01-01,1970-01-01,1970-01-01,1970-01-01,1969-12-29
1969-12-31,1969-01-01,1969-10-01,1969-12-01,1969-12-29
2024-02-29,2024-01-01,2024-01-01,2024-02-01,2024-02-26
2024-12-30,2024-01-01,2024-10-01,2024-12-01,2024-12-30
2024-12-31,2024-01-01,2024-10-01,2024-12-01,2024-12-30
2023-01-01,2023-01-01,2023-01-01,2023-01-01,2022-12-26
2021-01-03,2021-01-01,2021-01-01,2021-01-01,2020-12-28
2021-01-04,2021-01-01,2021-01-01,2021-01-01,2021-01-04
2020-12-31,2020-01-01,2020-10-01,2020-12-01,2020-12-28
2016-01-01,2016-01-01,2016-01-01,2016-01-01,2015-12-28
2000-02-29,2000-01-01,2000-01-01,2000-02-01,2000-02-28
1900-03-01,1900-01-01,1900-01-01,1900-03-01,1900-02-26
1900-02-28,1900-01-01,1900-01-01,1900-02-01,1900-02-26
1600-12-31,1600-01-01,1600-10-01,1600-12-01,1600-12-25
0001-01-01,0001-01-01,0001-01-01,0001-01-01,0001-01-01
0004-02-29,0004-01-01,0004-01-01,0004-02-01,0004-02-23
9999-12-31,9999-01-01,9999-10-01,9999-12-01,9999-12-27
2026-03-31,2026-01-01,2026-01-01,2026-03-01,2026-03-30
2026-04-01,2026-01-01,2026-04-01,2026-04-01,2026-03-30
2026-06-30,2026-01-01,2026-04-01,2026-06-01,2026-06-29
2026-07-01,2026-01-01,2026-07-01,2026-07-01,2026-06-29
2026-09-30,2026-01-01,2026-07-01,2026-09-01,2026-09-28
2026-10-01,2026-01-01,2026-10-01,2026-10-01,2026-09-28
2023-12-31,2023-01-01,2023-10-01,2023-12-01,2023-12-25
2015-12-28,2015-01-01,2015-10-01,2015-12-01,2015-12-28
2008-12-29,2008-01-01,2008-10-01,2008-12-01,2008-12-29
//--- months.csv
d,n
2024-01-31,0
2024-01-31,1
2024-01-31,-1
2024-01-31,2
2024-01-31,12
2024-01-31,-12
2024-01-31,13
2024-01-31,-2
2024-01-31,11
2024-01-31,-1200
2024-01-31,4801
2023-01-31,0
2023-01-31,1
2023-01-31,-1
2023-01-31,2
2023-01-31,12
2023-01-31,-12
2023-01-31,13
2023-01-31,-2
2023-01-31,11
2023-01-31,-1200
2023-01-31,4801
2024-02-29,0
2024-02-29,1
2024-02-29,-1
2024-02-29,2
2024-02-29,12
2024-02-29,-12
2024-02-29,13
2024-02-29,-2
2024-02-29,11
2024-02-29,-1200
2024-02-29,4801
2024-12-31,0
2024-12-31,1
2024-12-31,-1
2024-12-31,2
2024-12-31,12
2024-12-31,-12
2024-12-31,13
2024-12-31,-2
2024-12-31,11
2024-12-31,-1200
2024-12-31,4801
1970-01-01,0
1970-01-01,1
1970-01-01,-1
1970-01-01,2
1970-01-01,12
1970-01-01,-12
1970-01-01,13
1970-01-01,-2
1970-01-01,11
1970-01-01,-1200
1970-01-01,4801
2023-03-31,0
2023-03-31,1
2023-03-31,-1
2023-03-31,2
2023-03-31,12
2023-03-31,-12
2023-03-31,13
2023-03-31,-2
2023-03-31,11
2023-03-31,-1200
2023-03-31,4801
2000-10-30,0
2000-10-30,1
2000-10-30,-1
2000-10-30,2
2000-10-30,12
2000-10-30,-12
2000-10-30,13
2000-10-30,-2
2000-10-30,11
2000-10-30,-1200
2000-10-30,4801
,1
2024-01-31,
//--- added.out
d,n,e,f
2024-01-31,0,2024-01-31,2023-12-31
2024-01-31,1,2024-02-29,2023-12-31
2024-01-31,-1,2023-12-31,2023-12-31
2024-01-31,2,2024-03-31,2023-12-31
2024-01-31,12,2025-01-31,2023-12-31
2024-01-31,-12,2023-01-31,2023-12-31
2024-01-31,13,2025-02-28,2023-12-31
2024-01-31,-2,2023-11-30,2023-12-31
2024-01-31,11,2024-12-31,2023-12-31
2024-01-31,-1200,1924-01-31,2023-12-31
2024-01-31,4801,2424-02-29,2023-12-31
2023-01-31,0,2023-01-31,2022-12-31
2023-01-31,1,2023-02-28,2022-12-31
2023-01-31,-1,2022-12-31,2022-12-31
2023-01-31,2,2023-03-31,2022-12-31
2023-01-31,12,2024-01-31,2022-12-31
2023-01-31,-12,2022-01-31,2022-12-31
2023-01-31,13,2024-02-29,2022-12-31
2023-01-31,-2,2022-11-30,2022-12-31
2023-01-31,11,2023-12-31,2022-12-31
2023-01-31,-1200,1923-01-31,2022-12-31
2023-01-31,4801,2423-02-28,2022-12-31
2024-02-29,0,2024-02-29,2024-01-29
2024-02-29,1,2024-03-29,2024-01-29
2024-02-29,-1,2024-01-29,2024-01-29
2024-02-29,2,2024-04-29,2024-01-29
2024-02-29,12,2025-02-28,2024-01-29
2024-02-29,-12,2023-02-28,2024-01-29
2024-02-29,13,2025-03-29,2024-01-29
2024-02-29,-2,2023-12-29,2024-01-29
2024-02-29,11,2025-01-29,2024-01-29
2024-02-29,-1200,1924-02-29,2024-01-29
2024-02-29,4801,2424-03-29,2024-01-29
2024-12-31,0,2024-12-31,2024-11-30
2024-12-31,1,2025-01-31,2024-11-30
2024-12-31,-1,2024-11-30,2024-11-30
2024-12-31,2,2025-02-28,2024-11-30
2024-12-31,12,2025-12-31,2024-11-30
2024-12-31,-12,2023-12-31,2024-11-30
2024-12-31,13,2026-01-31,2024-11-30
2024-12-31,-2,2024-10-31,2024-11-30
2024-12-31,11,2025-11-30,2024-11-30
2024-12-31,-1200,1924-12-31,2024-11-30
2024-12-31,4801,2425-01-31,2024-11-30
1970-01-01,0,1970-01-01,1969-12-01
1970-01-01,1,1970-02-01,1969-12-01
1970-01-01,-1,1969-12-01,1969-12-01
1970-01-01,2,1970-03-01,1969-12-01
1970-01-01,12,1971-01-01,1969-12-01
1970-01-01,-12,1969-01-01,1969-12-01
1970-01-01,13,1971-02-01,1969-12-01
1970-01-01,-2,1969-11-01,1969-12-01
1970-01-01,11,1970-12-01,1969-12-01
1970-01-01,-1200,1870-01-01,1969-12-01
1970-01-01,4801,2370-02-01,1969-12-01
2023-03-31,0,2023-03-31,2023-02-28
2023-03-31,1,2023-04-30,2023-02-28
2023-03-31,-1,2023-02-28,2023-02-28
2023-03-31,2,2023-05-31,2023-02-28
2023-03-31,12,2024-03-31,2023-02-28
2023-03-31,-12,2022-03-31,2023-02-28
2023-03-31,13,2024-04-30,2023-02-28
2023-03-31,-2,2023-01-31,2023-02-28
2023-03-31,11,2024-02-29,2023-02-28
2023-03-31,-1200,1923-03-31,2023-02-28
2023-03-31,4801,2423-04-30,2023-02-28
2000-10-30,0,2000-10-30,2000-09-30
2000-10-30,1,2000-11-30,2000-09-30
2000-10-30,-1,2000-09-30,2000-09-30
2000-10-30,2,2000-12-30,2000-09-30
2000-10-30,12,2001-10-30,2000-09-30
2000-10-30,-12,1999-10-30,2000-09-30
2000-10-30,13,2001-11-30,2000-09-30
2000-10-30,-2,2000-08-30,2000-09-30
2000-10-30,11,2001-09-30,2000-09-30
2000-10-30,-1200,1900-10-30,2000-09-30
2000-10-30,4801,2400-11-30,2000-09-30
,1,,
2024-01-31,,,2023-12-31
//--- ends.csv
k
2147483647
-2147483648
-719529
-719528
2932897
-865566
-720929
-719893
//--- ends.out
k,y,q,m,dd,w,j,iw,iy
2147483647,5881580,3,7,11,5,193,28,5881580
-2147483648,-5877641,2,6,23,2,174,26,-5877641
-719529,-1,4,12,31,5,365,52,-1
-719528,0,1,1,1,6,1,52,-1
2932897,10000,1,1,1,6,1,52,9999
-865566,-400,1,2,29,2,60,9,-400
-720929,-4,1,3,1,5,61,9,-4
-719893,-1,1,1,1,5,1,53,-2
//--- late.csv
k,n
2147483647,0
2147483617,1
-2147483648,0
-2147483618,-1
-2147483648,141110652
2147483647,-141110652
-719529,2
-719469,-12
//--- late.out
k,n,x
2147483647,0,2147483647
2147483617,1,2147483647
-2147483648,0,-2147483648
-2147483618,-1,-2147483648
-2147483648,141110652,2147483629
2147483647,-141110652,-2147483630
-719529,2,-719469
-719469,-12,-719835
//--- bad0.csv
k,n
0,1
2147483618,1
//--- bad0.err
overflow: .*does not fit 32 bits of days
//--- bad1.csv
k,n
0,1
-2147483619,-1
//--- bad1.err
overflow: .*does not fit 32 bits of days
//--- bad2.csv
k,n
0,1
10957,9223372036854775807
//--- bad2.err
overflow: .*does not fit 32 bits of days
//--- bad3.csv
k,n
0,1
10957,-9223372036854775808
//--- bad3.err
overflow: .*does not fit 32 bits of days
//--- bad4.csv
k,n
0,1
-2147483643,141110653
//--- bad4.err
overflow: .*does not fit 32 bits of days
//--- bad5.csv
k,n
0,1
2147483641,-141110653
//--- bad5.err
overflow: .*does not fit 32 bits of days
//--- bad6.csv
k,n
0,1
10957,268435457
//--- bad6.err
overflow: .*does not fit 32 bits of days
//--- bad7.csv
k,n
0,1
10957,268435456
//--- bad7.err
overflow: .*does not fit 32 bits of days
//--- first.csv
k
10957
-2147483648
//--- first_year.err
overflow: .*does not fit 32 bits of days
//--- first_quarter.err
overflow: .*does not fit 32 bits of days
//--- first_month.err
overflow: .*does not fit 32 bits of days
//--- first_week.err
overflow: .*does not fit 32 bits of days
