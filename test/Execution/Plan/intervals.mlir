// Columns of intervals as keys of groups, joins, sorts, windows and sets, and in aggregates. Equal are those of one
// length, with months of 30 days; keys, minima and maxima come out canonical, all else as it was.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!i = !molt_df.interval
!n = !molt_df.nullable<!molt_df.interval>
!t = !molt_df.table<"k": !molt_df.interval?, "x": i32>

func.func @group() -> !molt_df.table<"k": !molt_df.interval?, "s": i64?, "lo": i32?> {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s", "lo"] {
  ^bb0(%x: i32):
    %s = molt_df.sum %x : i32
    %lo = molt_df.min %x : i32
    molt_df.yield %s, %lo : !molt_df.nullable<i64>, !molt_df.nullable<i32>
  } : !t
  return %r : !molt_df.table<"k": !molt_df.interval?, "s": i64?, "lo": i32?>
}
!whole = !molt_df.table<"lo": !molt_df.interval?, "hi": !molt_df.interval?, "f": !molt_df.interval?, "l": !molt_df.interval?, "a": i32?, "b": i32?, "d": i64, "v": i64>
func.func @whole() -> !whole {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by [] of ["k", "x"] -> ["lo", "hi", "f", "l", "a", "b", "d", "v"] {
  ^bb0(%k: !n, %x: i32):
    %lo = molt_df.min %k : !n
    %hi = molt_df.max %k : !n
    %f = molt_df.first %k : !n
    %l = molt_df.last skip_nulls %k : !n
    %a = molt_df.arg_min %x by %k : i32, !n
    %b = molt_df.arg_max %x by %k : i32, !n
    %d = molt_df.count_distinct %k : !n
    %v = molt_df.count_valid %k : !n
    molt_df.yield %lo, %hi, %f, %l, %a, %b, %d, %v : !n, !n, !n, !n, !molt_df.nullable<i32>, !molt_df.nullable<i32>, i64, i64
  } : !t
  return %r : !whole
}
// Lengths that do not fit the parts they would be canonical in.
func.func @far() -> !molt_df.table<"k": !molt_df.interval?> {
  %t = molt_df.source "far_" : !molt_df.table<"k": !molt_df.interval?>
  %r = molt_df.distinct %t : !molt_df.table<"k": !molt_df.interval?>
  return %r : !molt_df.table<"k": !molt_df.interval?>
}
!l = !molt_df.table<"a": !molt_df.interval?, "p": i32>
!r = !molt_df.table<"b": !molt_df.interval, "q": i32>
func.func @join() -> !molt_df.table<"a": !molt_df.interval?, "p": i32, "b": !molt_df.interval, "q": i32> {
  %l = molt_df.source "l" : !l
  %r = molt_df.source "r" : !r
  %j = molt_df.join %l, %r on ["a"] = ["b"] : !l, !r
  return %j : !molt_df.table<"a": !molt_df.interval?, "p": i32, "b": !molt_df.interval, "q": i32>
}
func.func @anti() -> !l {
  %l = molt_df.source "l" : !l
  %r = molt_df.source "r" : !r
  %j = molt_df.join anti %l, %r on ["a"] = ["b"] : !l, !r
  return %j : !l
}
func.func @ascending() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["k", "x" desc] : !t
  return %r : !t
}
func.func @descending() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 4 by ["k" desc nulls_first, "x"] : !t
  return %r : !t
}
!w = !molt_df.table<"k": !molt_df.interval?, "x": i32, "r": i64, "n": i64, "d": i64, "hi": !molt_df.interval?, "p": !molt_df.interval?>
func.func @window() -> !w {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by ["k"] order ["x"] of ["k", "x"] -> ["r", "n", "d", "hi", "p"] {
  ^bb0(%k: !n, %x: i32):
    %r = molt_df.row_number
    %n = molt_df.partition_size
    %d = molt_df.count_distinct %k : !n
    %hi = molt_df.max %k : !n
    %p = molt_df.lag %k by 1 : !n
    molt_df.yield %r, %n, %d, %hi, %p : i64, i64, i64, !n, !n
  } : !t
  return %r : !w
}
!v = !molt_df.table<"k": !molt_df.interval?, "x": i32, "c": i64, "d": i64>
func.func @frames() -> !v {
  %t = molt_df.source "t" : !t
  %r = molt_df.window %t by [] order ["k"] frame <range unbounded to 0> of ["k"] -> ["c", "d"] {
  ^bb0(%k: !n):
    %c = molt_df.count
    %d = molt_df.count_distinct %k : !n
    molt_df.yield %c, %d : i64, i64
  } : !t
  return %r : !v
}
!e = !molt_df.table<"k": !molt_df.interval?>
func.func @except() -> !e {
  %t = molt_df.source "t" : !t
  %k = molt_df.project %t ["k"] : !t
  %far = molt_df.source "gone" : !e
  %r = molt_df.except %k, %far : !e, !e
  return %r : !e
}
func.func @filter() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.filter %t ["k"] {
  ^bb0(%k: !n):
    %a = molt_df.constant "P29D" : !i
    %b = molt_df.constant "P1M" : !i
    %p = molt_df.cmp gt %k, %a : !n, !i
    %q = molt_df.is_in %k, [%a, %b] : !n
    %o = molt_df.and %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %o : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}

//--- t.csv
k,x
P30D,1
P1M,2
,3
P1M-1D,4
PT696H,5
P-1MT1S,6
,7
P31DT-24H,8
PT0S,9
P1MT-0.000001S,10
//--- group.rows
k,s,lo
P1M,11,1
,10,3
P29D,9,4
P-29DT-23H-59M-59S,6,6
PT0S,9,9
P29DT23H59M59.999999S,10,10
//--- whole.out
lo,hi,f,l,a,b,d,v
P-29DT-23H-59M-59S,P1M,P30D,P1MT-0.000001S,6,1,5,8
//--- far_.csv
k
P2147483647M31D
P2147483647M30DT-1S
P2147483647M2147483647DT9223372036S
P2147483647M2147483646DT9223458436S
P-2147483648M-30D
P-2147483648M-29DT-24H
//--- far.rows
k
P178956970Y7M31D
P178956970Y7M29DT23H59M59S
P178956970Y7M2147483647DT2562047H47M16S
P-178956970Y-8M-30D
//--- l.csv
a,p
P30D,1
P1M,2
,3
P1M1D,4
//--- r.csv
b,q
P1M,1
PT720H,2
P29D,3
//--- join.rows
a,p,b,q
P30D,1,P1M,1
P30D,1,PT720H,2
P1M,2,P1M,1
P1M,2,PT720H,2
//--- anti.rows
a,p
,3
P1M1D,4
//--- ascending.out
k,x
P-1MT1S,6
PT0S,9
PT696H,5
P1M-1D,4
P1MT-0.000001S,10
P31DT-24H,8
P1M,2
P30D,1
,7
,3
//--- descending.out
k,x
,3
,7
P30D,1
P1M,2
//--- window.rows
k,x,r,n,d,hi,p
P-1MT1S,6,1,1,1,P-29DT-23H-59M-59S,
PT0S,9,1,1,1,PT0S,
P1M-1D,4,1,2,1,P29D,
PT696H,5,2,2,1,P29D,P1M-1D
P1MT-0.000001S,10,1,1,1,P29DT23H59M59.999999S,
P30D,1,1,3,1,P1M,
P1M,2,2,3,1,P1M,P30D
P31DT-24H,8,3,3,1,P1M,P1M
,3,1,2,0,,
,7,2,2,0,,
//--- frames.out
k,x,c,d
P-1MT1S,6,1,1
PT0S,9,2,2
P1M-1D,4,4,3
PT696H,5,4,3
P1MT-0.000001S,10,5,4
P30D,1,8,5
P1M,2,8,5
P31DT-24H,8,8,5
,3,10,5
,7,10,5
//--- gone.csv
k
PT720H
P29D
//--- except.rows
k

PT0S
P-29DT-23H-59M-59S
P29DT23H59M59.999999S
//--- filter.out
k,x
P30D,1
P1M,2
P31DT-24H,8
