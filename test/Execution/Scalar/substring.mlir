// substring: positions from both ends and outside of the string, lengths of results around the 12 bytes
// of a view, code points of one to four bytes, nulls, extremes. length. The expected values are DuckDB's (of columns
// that are not ASCII), and by hand for integers that DuckDB does not take.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @columns() -> !molt_df.table<"s": !molt_str.utf8?, "p": i64?, "n": i64?, "r": !molt_str.utf8?, "l": i64?, "m": i64?> {
  %0 = molt_df.source "parts" : !molt_df.table<"s": !molt_str.utf8?, "p": i64?, "n": i64?>
  %1 = molt_df.with_columns %0 ["s", "p", "n"] -> ["r", "l", "m"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>, %p: !molt_df.nullable<i64>, %n: !molt_df.nullable<i64>):
    %r = molt_str.substring %s, %p, %n : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %l = molt_str.length %r : !molt_df.nullable<!molt_str.utf8>
    %m = molt_str.length %s : !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %r, %l, %m : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"s": !molt_str.utf8?, "p": i64?, "n": i64?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?, "p": i64?, "n": i64?, "r": !molt_str.utf8?, "l": i64?, "m": i64?>
}

func.func @constants() -> !molt_df.table<"s": !molt_str.utf8?, "a": !molt_str.utf8?, "b": !molt_str.utf8?, "c": !molt_str.utf8?, "d": !molt_str.utf8?, "e": i1?> {
  %0 = molt_df.source "strings" : !molt_df.table<"s": !molt_str.utf8?>
  %1 = molt_df.with_columns %0 ["s"] -> ["a", "b", "c", "d", "e"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %c0 = molt_df.constant 0 : i64
    %c1 = molt_df.constant 1 : i64
    %c2 = molt_df.constant 2 : i64
    %c3 = molt_df.constant 3 : i64
    %c14 = molt_df.constant 14 : i64
    %m3 = molt_df.constant -3 : i64
    %a = molt_str.substring %s, %c1, %c2 : !molt_df.nullable<!molt_str.utf8>, i64, i64
    %b = molt_str.substring %s, %c2, %c14 : !molt_df.nullable<!molt_str.utf8>, i64, i64
    %c = molt_str.substring %s, %m3, %c2 : !molt_df.nullable<!molt_str.utf8>, i64, i64
    %d = molt_str.substring %s, %c0, %c3 : !molt_df.nullable<!molt_str.utf8>, i64, i64
    %two = molt_df.constant "13" : !molt_str.utf8
    %e = molt_str.cmp eq %a, %two : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %a, %b, %c, %d, %e : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i1>
  } : !molt_df.table<"s": !molt_str.utf8?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?, "a": !molt_str.utf8?, "b": !molt_str.utf8?, "c": !molt_str.utf8?, "d": !molt_str.utf8?, "e": i1?>
}

func.func @extremes() -> !molt_df.table<"s": !molt_str.utf8, "p": i64, "n": i64, "r": !molt_str.utf8> {
  %0 = molt_df.source "extremes" : !molt_df.table<"s": !molt_str.utf8, "p": i64, "n": i64>
  %1 = molt_df.with_columns %0 ["s", "p", "n"] -> ["r"] {
  ^bb0(%s: !molt_str.utf8, %p: i64, %n: i64):
    %r = molt_str.substring %s, %p, %n : !molt_str.utf8, i64, i64
    molt_df.yield %r : !molt_str.utf8
  } : !molt_df.table<"s": !molt_str.utf8, "p": i64, "n": i64>
  return %1 : !molt_df.table<"s": !molt_str.utf8, "p": i64, "n": i64, "r": !molt_str.utf8>
}

//--- parts.csv
s,p,n
hello,1,2
hello,0,2
hello,0,1
hello,-2,5
hello,2,-1
hello,3,99
hello,1,12
hello,1,13
hello,2,12
hello,2,13
hello,1,0
hello,99,2
hello,-1,1
hello,4,-2
"",1,2
"",0,2
"",0,1
"",-2,5
"",2,-1
"",3,99
"",1,12
"",1,13
"",2,12
"",2,13
"",1,0
"",99,2
"",-1,1
"",4,-2
abcdefghijklm,1,2
abcdefghijklm,0,2
abcdefghijklm,0,1
abcdefghijklm,-2,5
abcdefghijklm,2,-1
abcdefghijklm,3,99
abcdefghijklm,1,12
abcdefghijklm,1,13
abcdefghijklm,2,12
abcdefghijklm,2,13
abcdefghijklm,1,0
abcdefghijklm,99,2
abcdefghijklm,-1,1
abcdefghijklm,4,-2
abcdefghijklmnopqrstuvwxyz,1,2
abcdefghijklmnopqrstuvwxyz,0,2
abcdefghijklmnopqrstuvwxyz,0,1
abcdefghijklmnopqrstuvwxyz,-2,5
abcdefghijklmnopqrstuvwxyz,2,-1
abcdefghijklmnopqrstuvwxyz,3,99
abcdefghijklmnopqrstuvwxyz,1,12
abcdefghijklmnopqrstuvwxyz,1,13
abcdefghijklmnopqrstuvwxyz,2,12
abcdefghijklmnopqrstuvwxyz,2,13
abcdefghijklmnopqrstuvwxyz,1,0
abcdefghijklmnopqrstuvwxyz,99,2
abcdefghijklmnopqrstuvwxyz,-1,1
abcdefghijklmnopqrstuvwxyz,4,-2
éa,1,2
éa,0,2
éa,0,1
éa,-2,5
éa,2,-1
éa,3,99
éa,1,12
éa,1,13
éa,2,12
éa,2,13
éa,1,0
éa,99,2
éa,-1,1
éa,4,-2
日本語のとても長い文字列である,1,2
日本語のとても長い文字列である,0,2
日本語のとても長い文字列である,0,1
日本語のとても長い文字列である,-2,5
日本語のとても長い文字列である,2,-1
日本語のとても長い文字列である,3,99
日本語のとても長い文字列である,1,12
日本語のとても長い文字列である,1,13
日本語のとても長い文字列である,2,12
日本語のとても長い文字列である,2,13
日本語のとても長い文字列である,1,0
日本語のとても長い文字列である,99,2
日本語のとても長い文字列である,-1,1
日本語のとても長い文字列である,4,-2
a😀b,1,2
a😀b,0,2
a😀b,0,1
a😀b,-2,5
a😀b,2,-1
a😀b,3,99
a😀b,1,12
a😀b,1,13
a😀b,2,12
a😀b,2,13
a😀b,1,0
a😀b,99,2
a😀b,-1,1
a😀b,4,-2
hello,-5,2
hello,-9,3
hello,-9,6
hello,9,-5
hello,0,-3
hello,-9,-3
hello,6,2
,1,1
hello,,2
hello,2,
//--- columns.out
s,p,n,r,l,m
hello,1,2,he,2,5
hello,0,2,h,1,5
hello,0,1,"",0,5
hello,-2,5,lo,2,5
hello,2,-1,h,1,5
hello,3,99,llo,3,5
hello,1,12,hello,5,5
hello,1,13,hello,5,5
hello,2,12,ello,4,5
hello,2,13,ello,4,5
hello,1,0,"",0,5
hello,99,2,"",0,5
hello,-1,1,o,1,5
hello,4,-2,el,2,5
"",1,2,"",0,0
"",0,2,"",0,0
"",0,1,"",0,0
"",-2,5,"",0,0
"",2,-1,"",0,0
"",3,99,"",0,0
"",1,12,"",0,0
"",1,13,"",0,0
"",2,12,"",0,0
"",2,13,"",0,0
"",1,0,"",0,0
"",99,2,"",0,0
"",-1,1,"",0,0
"",4,-2,"",0,0
abcdefghijklm,1,2,ab,2,13
abcdefghijklm,0,2,a,1,13
abcdefghijklm,0,1,"",0,13
abcdefghijklm,-2,5,lm,2,13
abcdefghijklm,2,-1,a,1,13
abcdefghijklm,3,99,cdefghijklm,11,13
abcdefghijklm,1,12,abcdefghijkl,12,13
abcdefghijklm,1,13,abcdefghijklm,13,13
abcdefghijklm,2,12,bcdefghijklm,12,13
abcdefghijklm,2,13,bcdefghijklm,12,13
abcdefghijklm,1,0,"",0,13
abcdefghijklm,99,2,"",0,13
abcdefghijklm,-1,1,m,1,13
abcdefghijklm,4,-2,bc,2,13
abcdefghijklmnopqrstuvwxyz,1,2,ab,2,26
abcdefghijklmnopqrstuvwxyz,0,2,a,1,26
abcdefghijklmnopqrstuvwxyz,0,1,"",0,26
abcdefghijklmnopqrstuvwxyz,-2,5,yz,2,26
abcdefghijklmnopqrstuvwxyz,2,-1,a,1,26
abcdefghijklmnopqrstuvwxyz,3,99,cdefghijklmnopqrstuvwxyz,24,26
abcdefghijklmnopqrstuvwxyz,1,12,abcdefghijkl,12,26
abcdefghijklmnopqrstuvwxyz,1,13,abcdefghijklm,13,26
abcdefghijklmnopqrstuvwxyz,2,12,bcdefghijklm,12,26
abcdefghijklmnopqrstuvwxyz,2,13,bcdefghijklmn,13,26
abcdefghijklmnopqrstuvwxyz,1,0,"",0,26
abcdefghijklmnopqrstuvwxyz,99,2,"",0,26
abcdefghijklmnopqrstuvwxyz,-1,1,z,1,26
abcdefghijklmnopqrstuvwxyz,4,-2,bc,2,26
éa,1,2,éa,2,2
éa,0,2,é,1,2
éa,0,1,"",0,2
éa,-2,5,éa,2,2
éa,2,-1,é,1,2
éa,3,99,"",0,2
éa,1,12,éa,2,2
éa,1,13,éa,2,2
éa,2,12,a,1,2
éa,2,13,a,1,2
éa,1,0,"",0,2
éa,99,2,"",0,2
éa,-1,1,a,1,2
éa,4,-2,a,1,2
日本語のとても長い文字列である,1,2,日本,2,15
日本語のとても長い文字列である,0,2,日,1,15
日本語のとても長い文字列である,0,1,"",0,15
日本語のとても長い文字列である,-2,5,ある,2,15
日本語のとても長い文字列である,2,-1,日,1,15
日本語のとても長い文字列である,3,99,語のとても長い文字列である,13,15
日本語のとても長い文字列である,1,12,日本語のとても長い文字列,12,15
日本語のとても長い文字列である,1,13,日本語のとても長い文字列で,13,15
日本語のとても長い文字列である,2,12,本語のとても長い文字列で,12,15
日本語のとても長い文字列である,2,13,本語のとても長い文字列であ,13,15
日本語のとても長い文字列である,1,0,"",0,15
日本語のとても長い文字列である,99,2,"",0,15
日本語のとても長い文字列である,-1,1,る,1,15
日本語のとても長い文字列である,4,-2,本語,2,15
a😀b,1,2,a😀,2,3
a😀b,0,2,a,1,3
a😀b,0,1,"",0,3
a😀b,-2,5,😀b,2,3
a😀b,2,-1,a,1,3
a😀b,3,99,b,1,3
a😀b,1,12,a😀b,3,3
a😀b,1,13,a😀b,3,3
a😀b,2,12,😀b,2,3
a😀b,2,13,😀b,2,3
a😀b,1,0,"",0,3
a😀b,99,2,"",0,3
a😀b,-1,1,b,1,3
a😀b,4,-2,😀b,2,3
hello,-5,2,he,2,5
hello,-9,3,"",0,5
hello,-9,6,he,2,5
hello,9,-5,lo,2,5
hello,0,-3,"",0,5
hello,-9,-3,"",0,5
hello,6,2,"",0,5
,1,1,,,
hello,,2,,,5
hello,2,,,,5
//--- strings.csv
s
hello world this is long

""
13-abc
日本語のとても長い文字列である
25-989-741-2988
//--- constants.out
s,a,b,c,d,e
hello world this is long,he,ello world thi,on,he,false
,,,,,
"","","","","",false
13-abc,13,3-abc,ab,13,true
日本語のとても長い文字列である,日本,本語のとても長い文字列である,であ,日本,false
25-989-741-2988,25,5-989-741-2988,98,25,false
//--- extremes.csv
s,p,n
héllo,-9223372036854775808,9223372036854775807
héllo,9223372036854775807,-9223372036854775808
héllo,2,9223372036854775807
héllo,9223372036854775807,9223372036854775807
héllo,-9223372036854775808,-9223372036854775808
héllo,0,-9223372036854775808
héllo,0,9223372036854775807
héllo,-9,3
héllo,9,-4
héllo,-1099511627776,1099511627779
//--- extremes.out
s,p,n,r
héllo,-9223372036854775808,9223372036854775807,héll
héllo,9223372036854775807,-9223372036854775808,héllo
héllo,2,9223372036854775807,éllo
héllo,9223372036854775807,9223372036854775807,""
héllo,-9223372036854775808,-9223372036854775808,""
héllo,0,-9223372036854775808,""
héllo,0,9223372036854775807,héllo
héllo,-9,3,""
héllo,9,-4,o
héllo,-1099511627776,1099511627779,héllo
