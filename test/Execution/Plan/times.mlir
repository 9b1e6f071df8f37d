// Timestamps, times and durations as keys of groups, joins and sorts, with null, and under aggregates.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!ts = !molt_df.timestamp<us>
!t = !molt_df.table<"x": !molt_df.timestamp<us>?, "z": !molt_df.timestamp<ns, "UTC">?, "o": !molt_df.time<ms>, "d": !molt_df.duration<s>?>

!grouped = !molt_df.table<"x": !molt_df.timestamp<us>?, "o": !molt_df.time<ms>, "first": !molt_df.timestamp<ns, "UTC">?, "last": !molt_df.timestamp<ns, "UTC">?, "least": !molt_df.duration<s>?, "most": !molt_df.duration<s>?, "n": i64>
func.func @grouped() -> !grouped {
  %t = molt_df.source "t" : !t
  %r = molt_df.aggregate %t by ["x", "o"] of ["z", "d"] -> ["first", "last", "least", "most", "n"] {
  ^bb0(%z: !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>, %d: !molt_df.nullable<!molt_df.duration<s>>):
    %first = molt_df.min %z : !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>
    %last = molt_df.max %z : !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>
    %least = molt_df.min %d : !molt_df.nullable<!molt_df.duration<s>>
    %most = molt_df.max %d : !molt_df.nullable<!molt_df.duration<s>>
    %n = molt_df.count_valid %d : !molt_df.nullable<!molt_df.duration<s>>
    molt_df.yield %first, %last, %least, %most, %n : !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>, !molt_df.nullable<!molt_df.timestamp<ns, "UTC">>, !molt_df.nullable<!molt_df.duration<s>>, !molt_df.nullable<!molt_df.duration<s>>, i64
  } : !t
  return %r : !grouped
}

!joined = !molt_df.table<"z": !molt_df.timestamp<ns, "UTC">?, "o": !molt_df.time<ms>, "p": !molt_df.time<ms>, "w": !molt_df.timestamp<ns, "UTC">?>
func.func @joined() -> !joined {
  %t = molt_df.source "t" : !t
  %a = molt_df.project %t ["z", "o"] : !t
  %b = molt_df.project %t ["o", "z"] -> ["p", "w"] : !t
  %r = molt_df.join %a, %b on ["z", "o"] = ["w", "p"] : !molt_df.table<"z": !molt_df.timestamp<ns, "UTC">?, "o": !molt_df.time<ms>>, !molt_df.table<"p": !molt_df.time<ms>, "w": !molt_df.timestamp<ns, "UTC">?>
  return %r : !joined
}

func.func @sorted() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.sort %t by ["x" desc nulls_first, "d"] : !t
  return %r : !t
}

func.func @top() -> !t {
  %t = molt_df.source "t" : !t
  %r = molt_df.top_k %t, 2 by ["z" desc, "o"] : !t
  return %r : !t
}

!extremes = !molt_df.table<"a": !molt_df.timestamp<us>?, "b": !molt_df.time<ms>?, "none": !molt_df.duration<s>?>
func.func @extremes() -> !extremes {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: !molt_df.nullable<!molt_df.timestamp<us>>):
    %c = molt_df.constant "2000-01-01" : !ts
    %p = molt_df.cmp le %x, %c : !molt_df.nullable<!molt_df.timestamp<us>>, !ts
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  %r = molt_df.aggregate %f by [] of ["x", "o", "d"] -> ["a", "b", "none"] {
  ^bb0(%x: !molt_df.nullable<!molt_df.timestamp<us>>, %o: !molt_df.time<ms>, %d: !molt_df.nullable<!molt_df.duration<s>>):
    %a = molt_df.max %x : !molt_df.nullable<!molt_df.timestamp<us>>
    %b = molt_df.min %o : !molt_df.time<ms>
    %null = molt_df.constant null : !molt_df.nullable<!molt_df.duration<s>>
    %true = molt_df.constant true : i1
    %e = molt_df.select %true, %null, %d : i1, !molt_df.nullable<!molt_df.duration<s>>, !molt_df.nullable<!molt_df.duration<s>>
    %none = molt_df.max %e : !molt_df.nullable<!molt_df.duration<s>>
    molt_df.yield %a, %b, %none : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.time<ms>>, !molt_df.nullable<!molt_df.duration<s>>
  } : !t
  return %r : !extremes
}

//--- t.csv
x,z,o,d
2000-01-01 00:00:00,2024-02-29 12:00:00Z,12:00:00,PT5S
1999-12-31 23:59:59.999999,2024-02-29 12:00:00.000000001Z,12:00:00,-PT5S
2000-01-01 00:00:00,1969-12-31 23:59:59.999999999Z,12:00:00,
,,00:00:00,P1D
,2024-02-29 14:00:00+02:00,12:00:00,-P1D
2000-01-01 00:00:00,,23:59:59.999,PT0S
//--- grouped.rows
x,o,first,last,least,most,n
2000-01-01 00:00:00,12:00:00,1969-12-31 23:59:59.999999999Z,2024-02-29 12:00:00Z,PT5S,PT5S,1
1999-12-31 23:59:59.999999,12:00:00,2024-02-29 12:00:00.000000001Z,2024-02-29 12:00:00.000000001Z,-PT5S,-PT5S,1
,00:00:00,,,P1D,P1D,1
,12:00:00,2024-02-29 12:00:00Z,2024-02-29 12:00:00Z,-P1D,-P1D,1
2000-01-01 00:00:00,23:59:59.999,,,PT0S,PT0S,1
//--- joined.rows
z,o,p,w
2024-02-29 12:00:00Z,12:00:00,12:00:00,2024-02-29 12:00:00Z
2024-02-29 12:00:00Z,12:00:00,12:00:00,2024-02-29 12:00:00Z
2024-02-29 12:00:00Z,12:00:00,12:00:00,2024-02-29 12:00:00Z
2024-02-29 12:00:00Z,12:00:00,12:00:00,2024-02-29 12:00:00Z
2024-02-29 12:00:00.000000001Z,12:00:00,12:00:00,2024-02-29 12:00:00.000000001Z
1969-12-31 23:59:59.999999999Z,12:00:00,12:00:00,1969-12-31 23:59:59.999999999Z
//--- sorted.out
x,z,o,d
,2024-02-29 12:00:00Z,12:00:00,-P1D
,,00:00:00,P1D
2000-01-01 00:00:00,,23:59:59.999,PT0S
2000-01-01 00:00:00,2024-02-29 12:00:00Z,12:00:00,PT5S
2000-01-01 00:00:00,1969-12-31 23:59:59.999999999Z,12:00:00,
1999-12-31 23:59:59.999999,2024-02-29 12:00:00.000000001Z,12:00:00,-PT5S
//--- top.out
x,z,o,d
1999-12-31 23:59:59.999999,2024-02-29 12:00:00.000000001Z,12:00:00,-PT5S
2000-01-01 00:00:00,2024-02-29 12:00:00Z,12:00:00,PT5S
//--- extremes.out
a,b,none
2000-01-01 00:00:00,12:00:00,
