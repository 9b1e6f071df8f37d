// Dates: parts, days between, days later and earlier, comparison, constants before the common era.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"d": !molt_df.date32, "e": !molt_df.date32?, "n": i32>
!parts = !molt_df.table<"d": !molt_df.date32, "e": !molt_df.date32?, "n": i32, "year": i32, "month": i32, "day": i32, "eyear": i32?>
func.func @parts() -> !parts {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["d", "e"] -> ["year", "month", "day", "eyear"] {
  ^bb0(%d: !molt_df.date32, %e: !molt_df.nullable<!molt_df.date32>):
    %y = molt_df.date_part year %d : !molt_df.date32
    %m = molt_df.date_part month %d : !molt_df.date32
    %day = molt_df.date_part day %d : !molt_df.date32
    %ey = molt_df.date_part year %e : !molt_df.nullable<!molt_df.date32>
    molt_df.yield %y, %m, %day, %ey : i32, i32, i32, !molt_df.nullable<i32>
  } : !t
  return %r : !parts
}

!moved = !molt_df.table<"between": i64?, "later": !molt_df.date32, "earlier": !molt_df.date32?, "week": !molt_df.date32, "before": i1?>
func.func @moved() -> !moved {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["d", "e", "n"] -> ["between", "later", "earlier", "week", "before"] {
  ^bb0(%d: !molt_df.date32, %e: !molt_df.nullable<!molt_df.date32>, %n: i32):
    %between = molt_df.sub %e, %d : !molt_df.nullable<!molt_df.date32>, !molt_df.date32
    %later = molt_df.add %d, %n : !molt_df.date32, i32
    %earlier = molt_df.sub %e, %n : !molt_df.nullable<!molt_df.date32>, i32
    %seven = molt_df.constant 7 : i8
    %week = molt_df.add %d, %seven : !molt_df.date32, i8
    %before = molt_df.cmp lt %d, %e : !molt_df.date32, !molt_df.nullable<!molt_df.date32>
    molt_df.yield %between, %later, %earlier, %week, %before : !molt_df.nullable<i64>, !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.date32, !molt_df.nullable<i1>
  } : !t
  %o = molt_df.project %r ["between", "later", "earlier", "week", "before"] : !molt_df.table<"d": !molt_df.date32, "e": !molt_df.date32?, "n": i32, "between": i64?, "later": !molt_df.date32, "earlier": !molt_df.date32?, "week": !molt_df.date32, "before": i1?>
  return %o : !moved
}

// Years outside of 1 to 9999 occur in computations only.
!far = !molt_df.table<"n": i32, "year": i32, "month": i32, "day": i32, "after": i1>
func.func @far() -> !far {
  %t = molt_df.source "days" : !molt_df.table<"n": i32>
  %r = molt_df.with_columns %t ["n"] -> ["year", "month", "day", "after"] {
  ^bb0(%n: i32):
    %epoch = molt_df.constant "1970-01-01" : !molt_df.date32
    %d = molt_df.add %epoch, %n : !molt_df.date32, i32
    %y = molt_df.date_part year %d : !molt_df.date32
    %m = molt_df.date_part month %d : !molt_df.date32
    %day = molt_df.date_part day %d : !molt_df.date32
    %old = molt_df.constant "-0044-03-15" : !molt_df.date32
    %after = molt_df.cmp gt %d, %old : !molt_df.date32, !molt_df.date32
    molt_df.yield %y, %m, %day, %after : i32, i32, i32, i1
  } : !molt_df.table<"n": i32>
  return %r : !far
}

//--- t.csv
d,e,n
1970-01-01,1969-12-31,0
2024-02-29,2024-03-01,1
2023-12-31,2024-12-31,-365
1900-02-28,,60
0001-01-01,9999-12-31,3652058
2000-02-29,2000-02-29,366
1600-12-31,1601-01-01,-1
1999-12-31,1998-07-05,20
//--- parts.out
d,e,n,year,month,day,eyear
1970-01-01,1969-12-31,0,1970,1,1,1969
2024-02-29,2024-03-01,1,2024,2,29,2024
2023-12-31,2024-12-31,-365,2023,12,31,2024
1900-02-28,,60,1900,2,28,
0001-01-01,9999-12-31,3652058,1,1,1,9999
2000-02-29,2000-02-29,366,2000,2,29,2000
1600-12-31,1601-01-01,-1,1600,12,31,1601
1999-12-31,1998-07-05,20,1999,12,31,1998
//--- moved.out
between,later,earlier,week,before
-1,1970-01-01,1969-12-31,1970-01-08,false
1,2024-03-01,2024-02-29,2024-03-07,true
366,2022-12-31,2025-12-31,2024-01-07,true
,1900-04-29,,1900-03-07,
3652058,9999-12-31,0001-01-01,0001-01-08,true
0,2001-03-01,1999-02-28,2000-03-07,false
1,1600-12-30,1601-01-02,1601-01-07,true
-544,2000-01-20,1998-06-15,2000-01-07,false
//--- days.csv
n
0
-719163
-719162
2932896
2932897
-719529
-735525
-735524
2147483647
-2147483648
11016
-25509
//--- far.out
n,year,month,day,after
0,1970,1,1,true
-719163,0,12,31,true
-719162,1,1,1,true
2932896,9999,12,31,true
2932897,10000,1,1,true
-719529,-1,12,31,true
-735525,-44,3,15,false
-735524,-44,3,16,true
2147483647,5881580,7,11,true
-2147483648,-5877641,6,23,false
11016,2000,2,29,true
-25509,1900,2,28,true
