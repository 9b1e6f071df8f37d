// Strings: order and equality around the 4, 8, 12 and 13 bytes of a view, prefixes, search, nulls,
// non-ASCII.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!p = !molt_df.table<"s": !molt_str.utf8, "t": !molt_str.utf8?>
!compared = !molt_df.table<"s": !molt_str.utf8, "t": !molt_str.utf8?, "eq": i1?, "ne": i1?, "lt": i1?, "le": i1?, "gt": i1?, "ge": i1?>
func.func @compare() -> !compared {
  %t = molt_df.source "pairs" : !p
  %r = molt_df.with_columns %t ["s", "t"] -> ["eq", "ne", "lt", "le", "gt", "ge"] {
  ^bb0(%x: !molt_str.utf8, %y: !molt_df.nullable<!molt_str.utf8>):
    %eq = molt_str.cmp eq %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %ne = molt_str.cmp ne %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %lt = molt_str.cmp lt %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %le = molt_str.cmp le %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %gt = molt_str.cmp gt %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %ge = molt_str.cmp ge %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %eq, %ne, %lt, %le, %gt, %ge : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !p
  return %r : !compared
}

!searched = !molt_df.table<"s": !molt_str.utf8, "t": !molt_str.utf8?, "begins": i1?, "has": i1?>
func.func @search_column() -> !searched {
  %t = molt_df.source "needles" : !p
  %r = molt_df.with_columns %t ["s", "t"] -> ["begins", "has"] {
  ^bb0(%x: !molt_str.utf8, %y: !molt_df.nullable<!molt_str.utf8>):
    %begins = molt_str.starts_with %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %has = molt_str.contains %x, %y : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %begins, %has : !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !p
  return %r : !searched
}

// Constants of every length class.
!w = !molt_df.table<"n": i32, "s": !molt_str.utf8?>
!constants = !molt_df.table<"n": i32, "s": !molt_str.utf8?, "e": i1?, "h4": i1?, "h12": i1?, "h13": i1?, "u": i1?, "eq12": i1?, "eq13": i1?, "le": i1?>
func.func @constants() -> !constants {
  %t = molt_df.source "words" : !w
  %r = molt_df.with_columns %t ["s"] -> ["e", "h4", "h12", "h13", "u", "eq12", "eq13", "le"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %empty = molt_df.constant "" : !molt_str.utf8
    %c4 = molt_df.constant "abcd" : !molt_str.utf8
    %c12 = molt_df.constant "abcdefghijkl" : !molt_str.utf8
    %c13 = molt_df.constant "abcdefghijklm" : !molt_str.utf8
    %cu = molt_df.constant "é" : !molt_str.utf8
    %e = molt_str.contains %s, %empty : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %h4 = molt_str.contains %s, %c4 : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %h12 = molt_str.starts_with %s, %c12 : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %h13 = molt_str.contains %s, %c13 : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %u = molt_str.contains %s, %cu : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %eq12 = molt_str.cmp eq %s, %c12 : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %eq13 = molt_str.cmp eq %s, %c13 : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %le = molt_str.cmp le %s, %c13 : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %e, %h4, %h12, %h13, %u, %eq12, %eq13, %le : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !w
  return %r : !constants
}

// A filter by a search, with other columns alongside.
func.func @filter_contains() -> !w {
  %t = molt_df.source "words" : !w
  %r = molt_df.filter %t ["s"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %c = molt_df.constant "cde" : !molt_str.utf8
    %p = molt_str.contains %s, %c : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !w
  return %r : !w
}
func.func @filter_not_contains() -> !w {
  %t = molt_df.source "words" : !w
  %r = molt_df.filter %t ["s", "n"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>, %n: i32):
    %c = molt_df.constant "cde" : !molt_str.utf8
    %p = molt_str.contains %s, %c : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %q = molt_df.not %p : !molt_df.nullable<i1>
    %five = molt_df.constant 5 : i32
    %f = molt_df.cmp lt %n, %five : i32, i32
    %k = molt_df.and %q, %f : !molt_df.nullable<i1>, i1
    molt_df.yield %k : !molt_df.nullable<i1>
  } : !w
  return %r : !w
}
func.func @filter_starts_with() -> !molt_df.table<"n": i32> {
  %t = molt_df.source "words" : !w
  %r = molt_df.filter %t ["s"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %c = molt_df.constant "ab" : !molt_str.utf8
    %p = molt_str.starts_with %s, %c : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !w
  %o = molt_df.project %r ["n"] : !w
  return %o : !molt_df.table<"n": i32>
}
// Two searches of one string, in order.
func.func @filter_two() -> !molt_df.table<"n": i32> {
  %t = molt_df.source "words" : !w
  %r = molt_df.filter %t ["s"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %c = molt_df.constant "ab" : !molt_str.utf8
    %d = molt_df.constant "m" : !molt_str.utf8
    %p = molt_str.contains %s, %c : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %q = molt_str.contains %s, %d : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %k = molt_df.and %p, %q : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %k : !molt_df.nullable<i1>
  } : !w
  %o = molt_df.project %r ["n"] : !w
  return %o : !molt_df.table<"n": i32>
}

//--- pairs.csv
s,t
"",""
"",a
abcd,abcd
abcd,abce
abcd,abc
abcdefghijkl,abcdefghijkl
abcdefghijkl,abcdefghijkm
abcdefghijkl,abcdefghijklm
abcdefghijklm,abcdefghijklm
abcdefghijklm,abcdefghijkln
abcdefghijklmnopqrstuvwxyz,abcdefghijklmnopqrstuvwxyZ
xbcd,
é,z
é,é
日本語のとても長い文字列,日本語のとても長い文字列
日本,日本語
a	b,a b
𝄞,￿
//--- compare.out
s,t,eq,ne,lt,le,gt,ge
"","",true,false,false,true,false,true
"",a,false,true,true,true,false,false
abcd,abcd,true,false,false,true,false,true
abcd,abce,false,true,true,true,false,false
abcd,abc,false,true,false,false,true,true
abcdefghijkl,abcdefghijkl,true,false,false,true,false,true
abcdefghijkl,abcdefghijkm,false,true,true,true,false,false
abcdefghijkl,abcdefghijklm,false,true,true,true,false,false
abcdefghijklm,abcdefghijklm,true,false,false,true,false,true
abcdefghijklm,abcdefghijkln,false,true,true,true,false,false
abcdefghijklmnopqrstuvwxyz,abcdefghijklmnopqrstuvwxyZ,false,true,false,false,true,true
xbcd,,,,,,,
é,z,false,true,false,false,true,true
é,é,false,true,false,false,true,true
日本語のとても長い文字列,日本語のとても長い文字列,true,false,false,true,false,true
日本,日本語,false,true,true,true,false,false
a	b,a b,false,true,true,true,false,false
𝄞,￿,false,true,false,false,true,true
//--- needles.csv
s,t
"",""
abc,""
"",a
aaab,aab
aaab,aaa
abcabcabd,abcabd
a string that is longer than any vector register there is,vector
a string that is longer than any vector register there is,a string that is long
a string that is longer than any vector register there is,there is.
a string that is longer than any vector register there is,is
short,a needle that is longer than the haystack
naïve,ï
日本語,本
日本語,日本
日本語,語日
x,
//--- search_column.out
s,t,begins,has
"","",true,true
abc,"",true,true
"",a,false,false
aaab,aab,false,true
aaab,aaa,true,true
abcabcabd,abcabd,false,true
a string that is longer than any vector register there is,vector,false,true
a string that is longer than any vector register there is,a string that is long,true,true
a string that is longer than any vector register there is,there is.,false,false
a string that is longer than any vector register there is,is,false,true
short,a needle that is longer than the haystack,false,false
naïve,ï,false,true
日本語,本,false,true
日本語,日本,true,true
日本語,語日,false,false
x,,,
//--- words.csv
n,s
1,abcdefghijkl
2,abcdefghijklm
3,abcdefghijklmn
4,xabcdefghijklm
5,
6,""
7,abc
8,abcd
9,zabcdé
10,abcdefghijk
11,é
12,cd;abcd
//--- constants.out
n,s,e,h4,h12,h13,u,eq12,eq13,le
1,abcdefghijkl,true,true,true,false,false,true,false,true
2,abcdefghijklm,true,true,true,true,false,false,true,true
3,abcdefghijklmn,true,true,true,true,false,false,false,false
4,xabcdefghijklm,true,true,false,true,false,false,false,false
5,,,,,,,,,
6,"",true,false,false,false,false,false,false,true
7,abc,true,false,false,false,false,false,false,true
8,abcd,true,true,false,false,false,false,false,true
9,zabcdé,true,true,false,false,true,false,false,false
10,abcdefghijk,true,true,false,false,false,false,false,true
11,é,true,false,false,false,true,false,false,false
12,cd;abcd,true,true,false,false,false,false,false,false
//--- filter_contains.out
n,s
1,abcdefghijkl
2,abcdefghijklm
3,abcdefghijklmn
4,xabcdefghijklm
10,abcdefghijk
//--- filter_not_contains.out
n,s
//--- filter_starts_with.out
n
1
2
3
7
8
10
//--- filter_two.out
n
2
3
4
