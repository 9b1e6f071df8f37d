// lag, lead and nth_value with skip_nulls. Expected rows from DuckDB's IGNORE NULLS, in which the frames of peers are
// said as frames of rows.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"k": !molt_str.utf8?, "i": i64, "x": i64?, "s": !molt_str.utf8?>
!i = !molt_df.nullable<i64>
!s = !molt_df.nullable<!molt_str.utf8>
func.func @neighbors() -> !molt_df.table<"i": i64, "b1": i64?, "b2": i64?, "b9": i64, "a1": !molt_str.utf8?, "a2": i64?, "n": i64> {
  %t = molt_df.source "t" : !t
  %w = molt_df.window %t by ["k"] order ["i"] of ["x", "s", "i"] -> ["b1", "b2", "b9", "a1", "a2", "n"] {
  ^bb0(%x: !i, %s: !s, %i: i64):
    %b1 = molt_df.lag skip_nulls %x by 1 : !i
    %b2 = molt_df.lag skip_nulls %x by 2 : !i
    %b9 = molt_df.lag skip_nulls %x by 2 else %i : !i, i64
    %a1 = molt_df.lead skip_nulls %s by 1 : !s
    %a2 = molt_df.lead skip_nulls %x by 2 else %x : !i, !i
    %n = molt_df.row_number
    molt_df.yield %b1, %b2, %b9, %a1, %a2, %n : !i, !i, i64, !s, !i, i64
  } : !t
  %r = molt_df.project %w ["i", "b1", "b2", "b9", "a1", "a2", "n"] : !molt_df.table<"k": !molt_str.utf8?, "i": i64, "x": i64?, "s": !molt_str.utf8?, "b1": i64?, "b2": i64?, "b9": i64, "a1": !molt_str.utf8?, "a2": i64?, "n": i64>
  return %r : !molt_df.table<"i": i64, "b1": i64?, "b2": i64?, "b9": i64, "a1": !molt_str.utf8?, "a2": i64?, "n": i64>
}
func.func @nth() -> !molt_df.table<"i": i64, "f": i64?, "g": i64?, "m": i64?> {
  %t = molt_df.source "t" : !t
  %w = molt_df.window %t by ["k"] order ["i"] frame <rows -3 to 1> of ["x"] -> ["f", "g", "m"] {
  ^bb0(%x: !i):
    %f = molt_df.nth_value skip_nulls %x at 1 : !i
    %g = molt_df.nth_value skip_nulls %x at 2 : !i
    %m = molt_df.max %x : !i
    molt_df.yield %f, %g, %m : !i, !i, !i
  } : !t
  %r = molt_df.project %w ["i", "f", "g", "m"] : !molt_df.table<"k": !molt_str.utf8?, "i": i64, "x": i64?, "s": !molt_str.utf8?, "f": i64?, "g": i64?, "m": i64?>
  return %r : !molt_df.table<"i": i64, "f": i64?, "g": i64?, "m": i64?>
}
// The order of the input tells peers apart; the frame is of values of the key.
func.func @peers() -> !molt_df.table<"i": i64, "b": i64?, "n": i64?> {
  %t = molt_df.source "t" : !t
  %p = molt_df.with_columns %t ["i"] -> ["h"] {
  ^bb0(%i: i64):
    %two = molt_df.constant 3 : i64
    %h = molt_df.div %i, %two : i64, i64
    molt_df.yield %h : i64
  } : !t
  %w = molt_df.window %p by [] order ["h"] frame <range -1 to 0> of ["x"] -> ["b", "n"] {
  ^bb0(%x: !i):
    %b = molt_df.lag skip_nulls %x by 3 : !i
    %n = molt_df.nth_value skip_nulls %x at 2 : !i
    molt_df.yield %b, %n : !i, !i
  } : !molt_df.table<"k": !molt_str.utf8?, "i": i64, "x": i64?, "s": !molt_str.utf8?, "h": i64>
  %r = molt_df.project %w ["i", "b", "n"] : !molt_df.table<"k": !molt_str.utf8?, "i": i64, "x": i64?, "s": !molt_str.utf8?, "h": i64, "b": i64?, "n": i64?>
  return %r : !molt_df.table<"i": i64, "b": i64?, "n": i64?>
}
// An operand without nulls; farther away than there are rows.
func.func @far() -> !molt_df.table<"i": i64, "b": i64?, "f": i64?> {
  %t = molt_df.source "t" : !t
  %w = molt_df.window %t by [] order ["i"] of ["i"] -> ["b", "f"] {
  ^bb0(%i: i64):
    %b = molt_df.lag skip_nulls %i by 10 : i64
    %f = molt_df.lead skip_nulls %i by 9223372036854775807 : i64
    molt_df.yield %b, %f : !i, !i
  } : !t
  %r = molt_df.project %w ["i", "b", "f"] : !molt_df.table<"k": !molt_str.utf8?, "i": i64, "x": i64?, "s": !molt_str.utf8?, "b": i64?, "f": i64?>
  return %r : !molt_df.table<"i": i64, "b": i64?, "f": i64?>
}

//--- t.csv
k,i,x,s
a,1,,p
a,2,10,
b,3,7,
a,4,,q
a,5,20,
,6,,r
a,7,30,s
b,8,,
b,9,8,t
,10,5,
a,11,,
a,12,40,u
//--- neighbors.rows
i,b1,b2,b9,a1,a2,n
1,,,1,q,20,1
2,,,2,q,30,2
3,,,3,t,7,1
4,10,,4,s,30,3
5,10,,5,s,40,4
6,,,6,,,1
7,20,10,10,u,30,5
8,7,,8,t,,2
9,7,,9,,8,3
10,,,10,,5,2
11,30,20,20,u,,6
12,30,20,20,,40,7
//--- nth.rows
i,f,g,m
1,10,,10
2,10,,10
3,7,,7
4,10,20,20
5,10,20,30
6,5,,5
7,10,20,30
8,7,8,8
9,7,8,8
10,5,,5
11,20,30,40
12,20,30,40
//--- peers.rows
i,b,n
1,,
2,,
3,,7
4,,7
5,,7
6,10,20
7,10,20
8,7,20
9,7,8
10,20,8
11,30,8
12,30,5
//--- far.rows
i,b,f
1,,
2,,
3,,
4,,
5,,
6,,
7,,
8,,
9,,
10,,
11,1,
12,2,
