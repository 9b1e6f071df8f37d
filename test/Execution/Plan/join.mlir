// join: duplicate keys on both sides, null keys, several keys, strings, floats, empty sides, joins of
// joins.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!a = !molt_df.table<"x": i64?, "p": !molt_str.utf8>
!b = !molt_df.table<"y": i64?, "q": f64?>
!ab = !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?>
func.func @duplicates() -> !ab {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  return %r : !ab
}
func.func @other_way() -> !molt_df.table<"y": i64?, "q": f64?, "x": i64?, "p": !molt_str.utf8> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %r = molt_df.join %b, %a on ["y"] = ["x"] : !b, !a
  return %r : !molt_df.table<"y": i64?, "q": f64?, "x": i64?, "p": !molt_str.utf8>
}
// One side is nullable, the other is not.
!c = !molt_df.table<"z": i64>
func.func @half_nullable() -> !molt_df.table<"x": i64?, "p": !molt_str.utf8, "z": i64> {
  %a = molt_df.source "a" : !a
  %c = molt_df.source "c" : !c
  %r = molt_df.join %a, %c on ["x"] = ["z"] : !a, !c
  return %r : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "z": i64>
}
func.func @no_build_rows() -> !ab {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %f = molt_df.filter %b [] {
    %no = molt_df.constant false : i1
    molt_df.yield %no : i1
  } : !b
  %r = molt_df.join %a, %f on ["x"] = ["y"] : !a, !b
  return %r : !ab
}
func.func @no_probe_rows() -> !ab {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %f = molt_df.filter %a ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %c = molt_df.constant 9223372036854775807 : i64
    %p = molt_df.cmp gt %x, %c : !molt_df.nullable<i64>, i64
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !a
  %r = molt_df.join %f, %b on ["x"] = ["y"] : !a, !b
  return %r : !ab
}
!s = !molt_df.table<"s": !molt_str.utf8?, "k": i32>
!u = !molt_df.table<"t": !molt_str.utf8?, "l": i32?, "f": f64>
func.func @strings() -> !molt_df.table<"s": !molt_str.utf8?, "k": i32, "l": i32?> {
  %s = molt_df.source "s" : !s
  %u = molt_df.source "u" : !u
  %r = molt_df.join %s, %u on ["s"] = ["t"] : !s, !u
  %o = molt_df.project %r ["s", "k", "l"] : !molt_df.table<"s": !molt_str.utf8?, "k": i32, "t": !molt_str.utf8?, "l": i32?, "f": f64>
  return %o : !molt_df.table<"s": !molt_str.utf8?, "k": i32, "l": i32?>
}
func.func @two_keys() -> !molt_df.table<"s": !molt_str.utf8?, "k": i32, "t": !molt_str.utf8?, "l": i32?, "f": f64> {
  %s = molt_df.source "s" : !s
  %u = molt_df.source "u" : !u
  %r = molt_df.join %s, %u on ["s", "k"] = ["t", "l"] : !s, !u
  return %r : !molt_df.table<"s": !molt_str.utf8?, "k": i32, "t": !molt_str.utf8?, "l": i32?, "f": f64>
}
// NaN joins NaN, -0 joins +0; both columns keep their values.
func.func @floats() -> !molt_df.table<"f": f64, "g": f64> {
  %u = molt_df.source "u" : !u
  %f = molt_df.project %u ["f"] : !u
  %g = molt_df.source "g" : !molt_df.table<"g": f64>
  %r = molt_df.join %f, %g on ["f"] = ["g"] : !molt_df.table<"f": f64>, !molt_df.table<"g": f64>
  %k = molt_df.aggregate %r by ["f", "g"] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"f": f64, "g": f64>
  return %k : !molt_df.table<"f": f64, "g": f64>
}
// Decimals and dates as keys.
!d = !molt_df.table<"d": !molt_df.decimal<38, 2>, "e": !molt_df.date32>
func.func @wide_keys() -> !molt_df.table<"d": !molt_df.decimal<38, 2>, "e": !molt_df.date32, "d2": !molt_df.decimal<38, 2>, "e2": !molt_df.date32> {
  %d = molt_df.source "d" : !d
  %e = molt_df.project %d ["d", "e"] -> ["d2", "e2"] : !d
  %r = molt_df.join %d, %e on ["d", "e"] = ["d2", "e2"] : !d, !molt_df.table<"d2": !molt_df.decimal<38, 2>, "e2": !molt_df.date32>
  return %r : !molt_df.table<"d": !molt_df.decimal<38, 2>, "e": !molt_df.date32, "d2": !molt_df.decimal<38, 2>, "e2": !molt_df.date32>
}
// A join of joins, filtered and grouped.
func.func @three() -> !molt_df.table<"p": !molt_str.utf8, "pairs": i64, "sum": f64?> {
  %a = molt_df.source "a" : !a
  %b = molt_df.source "b" : !b
  %c = molt_df.source "c" : !c
  %ab = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  %abc = molt_df.join %ab, %c on ["y"] = ["z"] : !ab, !c
  %f = molt_df.filter %abc ["q"] {
  ^bb0(%q: !molt_df.nullable<f64>):
    %n = molt_df.is_null %q : !molt_df.nullable<f64>
    %k = molt_df.not %n : i1
    molt_df.yield %k : i1
  } : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?, "z": i64>
  %r = molt_df.aggregate %f by ["p"] of ["q"] -> ["pairs", "sum"] {
  ^bb0(%q: !molt_df.nullable<f64>):
    %n = molt_df.count
    %s = molt_df.sum %q : !molt_df.nullable<f64>
    molt_df.yield %n, %s : i64, !molt_df.nullable<f64>
  } : !molt_df.table<"x": i64?, "p": !molt_str.utf8, "y": i64?, "q": f64?, "z": i64>
  return %r : !molt_df.table<"p": !molt_str.utf8, "pairs": i64, "sum": f64?>
}

//--- a.csv
x,p
1,one
2,two
2,another two
,none
5,nobody's
9223372036854775807,the largest of all
,none again
-1,minus one
//--- b.csv
y,q
2,0.5
1,
2,-1.5
,7
-1,8
9223372036854775807,9
2,100
3,3
//--- duplicates.rows
x,p,y,q
1,one,1,
2,two,2,0.5
2,two,2,-1.5
2,two,2,100
2,another two,2,0.5
2,another two,2,-1.5
2,another two,2,100
9223372036854775807,the largest of all,9223372036854775807,9
-1,minus one,-1,8
//--- other_way.rows
y,q,x,p
1,,1,one
2,0.5,2,two
2,-1.5,2,two
2,100,2,two
2,0.5,2,another two
2,-1.5,2,another two
2,100,2,another two
9223372036854775807,9,9223372036854775807,the largest of all
-1,8,-1,minus one
//--- c.csv
z
2
0
2
-1
//--- half_nullable.rows
x,p,z
2,two,2
2,two,2
2,another two,2
2,another two,2
-1,minus one,-1
//--- no_build_rows.rows
x,p,y,q
//--- no_probe_rows.rows
x,p,y,q
//--- s.csv
s,k
short,1
twelve bytes,2
thirteen byte,3
thirteen bytz,4
,5
"",6
日本語のとても長い文字列,7
short,8
//--- u.csv
t,l,f
thirteen byte,3,nan
short,1,0
twelve bytes,-2,-0.0
"",,1.5
,5,nan
日本語のとても長い文字列,7,inf
thirteen bytes,3,2
short,8,-inf
//--- strings.rows
s,k,l
short,1,1
short,1,8
short,8,1
short,8,8
twelve bytes,2,-2
thirteen byte,3,3
"",6,
日本語のとても長い文字列,7,7
//--- two_keys.rows
s,k,t,l,f
short,1,short,1,0
thirteen byte,3,thirteen byte,3,nan
日本語のとても長い文字列,7,日本語のとても長い文字列,7,inf
short,8,short,8,-inf
//--- g.csv
g
nan
-0.0
-inf
7
//--- floats.rows
f,g
nan,nan
0,0
-inf,-inf
//--- d.csv
d,e
123456789012345678901234567890123456.78,2024-01-01
-123456789012345678901234567890123456.78,2024-01-01
123456789012345678901234567890123456.78,2024-01-02
0.01,1969-12-31
//--- wide_keys.rows
d,e,d2,e2
123456789012345678901234567890123456.78,2024-01-01,123456789012345678901234567890123456.78,2024-01-01
-123456789012345678901234567890123456.78,2024-01-01,-123456789012345678901234567890123456.78,2024-01-01
123456789012345678901234567890123456.78,2024-01-02,123456789012345678901234567890123456.78,2024-01-02
0.01,1969-12-31,0.01,1969-12-31
//--- three.rows
p,pairs,sum
two,6,198
another two,6,198
minus one,1,8
