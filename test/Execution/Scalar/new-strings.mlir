// concat, replace and ends_with: results that fit a view and those that do not, empty operands, matches that
// touch and overlap, code points of several bytes, nulls. The expected values are DuckDB's.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @concat() -> !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?, "a": !molt_str.utf8?, "b": !molt_str.utf8?, "c": !molt_str.utf8?, "d": !molt_str.utf8?, "e": i1?, "f": i1?, "g": i1?> {
  %0 = molt_df.source "pairs" : !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?>
  %1 = molt_df.with_columns %0 ["s", "t"] -> ["a", "b", "c", "d", "e", "f", "g"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>, %t: !molt_df.nullable<!molt_str.utf8>):
    %a = molt_str.concat %s, %t : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    %b = molt_str.concat %a, %a : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    %x = molt_df.constant "<tag>" : !molt_str.utf8
    %y = molt_df.constant "a constant of more than twelve bytes" : !molt_str.utf8
    %c = molt_str.concat %x, %s : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    %d = molt_str.concat %s, %y : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %e = molt_str.ends_with %s, %t : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    %f = molt_str.ends_with %d, %y : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %g = molt_str.ends_with %y, %t : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %a, %b, %c, %d, %e, %f, %g : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?, "a": !molt_str.utf8?, "b": !molt_str.utf8?, "c": !molt_str.utf8?, "d": !molt_str.utf8?, "e": i1?, "f": i1?, "g": i1?>
}

func.func @replace() -> !molt_df.table<"s": !molt_str.utf8?, "f": !molt_str.utf8?, "t": !molt_str.utf8?, "r": !molt_str.utf8?, "a": !molt_str.utf8?, "b": !molt_str.utf8?, "c": !molt_str.utf8?, "d": !molt_str.utf8?> {
  %0 = molt_df.source "replacements" : !molt_df.table<"s": !molt_str.utf8?, "f": !molt_str.utf8?, "t": !molt_str.utf8?>
  %1 = molt_df.with_columns %0 ["s", "f", "t"] -> ["r", "a", "b", "c", "d"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>, %f: !molt_df.nullable<!molt_str.utf8>, %t: !molt_df.nullable<!molt_str.utf8>):
    %r = molt_str.replace %s, %f, %t sql : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    %x = molt_df.constant "a" : !molt_str.utf8
    %y = molt_df.constant "[a]" : !molt_str.utf8
    %z = molt_df.constant "" : !molt_str.utf8
    %a = molt_str.replace %s, %x, %y sql : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8, !molt_str.utf8
    %b = molt_str.replace %s, %x, %z sql : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8, !molt_str.utf8
    %c = molt_str.replace %s, %z, %y sql : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8, !molt_str.utf8
    %d = molt_str.replace %y, %f, %s sql : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %r, %a, %b, %c, %d : !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
  } : !molt_df.table<"s": !molt_str.utf8?, "f": !molt_str.utf8?, "t": !molt_str.utf8?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?, "f": !molt_str.utf8?, "t": !molt_str.utf8?, "r": !molt_str.utf8?, "a": !molt_str.utf8?, "b": !molt_str.utf8?, "c": !molt_str.utf8?, "d": !molt_str.utf8?>
}

// New strings outlive their batch: as keys of groups, in a sort, and in a join.
!keys = !molt_df.table<"k": !molt_str.utf8?, "n": i64>
func.func @stored() -> !keys {
  %0 = molt_df.source "pairs" : !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?>
  %1 = molt_df.with_columns %0 ["s"] -> ["k"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %one = molt_df.constant 1 : i64
    %three = molt_df.constant 3 : i64
    %p = molt_str.substring %s, %one, %three : !molt_df.nullable<!molt_str.utf8>, i64, i64
    %x = molt_df.constant " and what comes behind" : !molt_str.utf8
    %k = molt_str.concat %p, %x : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    molt_df.yield %k : !molt_df.nullable<!molt_str.utf8>
  } : !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?>
  %2 = molt_df.aggregate %1 by ["k"] of [] -> ["n"] {
  ^bb0:
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"s": !molt_str.utf8?, "t": !molt_str.utf8?, "k": !molt_str.utf8?>
  %3 = molt_df.sort %2 by ["k"] : !keys
  return %3 : !keys
}

//--- pairs.csv
s,t
"",""
"",a
a,""
abc,def
abcdef,ghijkl
abcdef,ghijklm
abcdefghijklmnop,q
x,abcdefghijklmnop
abcdefghijklmnopqrstuvwxyz,uvwxyz
abcdefghijklmnopqrstuvwxyz,uvwxy
é,日本語
日本語,本語
日本語のとても長い文字列,文字列
,a
a,
aaa,aa
//--- concat.out
s,t,a,b,c,d,e,f,g
"","","","",<tag>,a constant of more than twelve bytes,true,true,true
"",a,a,aa,<tag>,a constant of more than twelve bytes,false,true,false
a,"",a,aa,<tag>a,aa constant of more than twelve bytes,true,true,true
abc,def,abcdef,abcdefabcdef,<tag>abc,abca constant of more than twelve bytes,false,true,false
abcdef,ghijkl,abcdefghijkl,abcdefghijklabcdefghijkl,<tag>abcdef,abcdefa constant of more than twelve bytes,false,true,false
abcdef,ghijklm,abcdefghijklm,abcdefghijklmabcdefghijklm,<tag>abcdef,abcdefa constant of more than twelve bytes,false,true,false
abcdefghijklmnop,q,abcdefghijklmnopq,abcdefghijklmnopqabcdefghijklmnopq,<tag>abcdefghijklmnop,abcdefghijklmnopa constant of more than twelve bytes,false,true,false
x,abcdefghijklmnop,xabcdefghijklmnop,xabcdefghijklmnopxabcdefghijklmnop,<tag>x,xa constant of more than twelve bytes,false,true,false
abcdefghijklmnopqrstuvwxyz,uvwxyz,abcdefghijklmnopqrstuvwxyzuvwxyz,abcdefghijklmnopqrstuvwxyzuvwxyzabcdefghijklmnopqrstuvwxyzuvwxyz,<tag>abcdefghijklmnopqrstuvwxyz,abcdefghijklmnopqrstuvwxyza constant of more than twelve bytes,true,true,false
abcdefghijklmnopqrstuvwxyz,uvwxy,abcdefghijklmnopqrstuvwxyzuvwxy,abcdefghijklmnopqrstuvwxyzuvwxyabcdefghijklmnopqrstuvwxyzuvwxy,<tag>abcdefghijklmnopqrstuvwxyz,abcdefghijklmnopqrstuvwxyza constant of more than twelve bytes,false,true,false
é,日本語,é日本語,é日本語é日本語,<tag>é,éa constant of more than twelve bytes,false,true,false
日本語,本語,日本語本語,日本語本語日本語本語,<tag>日本語,日本語a constant of more than twelve bytes,true,true,false
日本語のとても長い文字列,文字列,日本語のとても長い文字列文字列,日本語のとても長い文字列文字列日本語のとても長い文字列文字列,<tag>日本語のとても長い文字列,日本語のとても長い文字列a constant of more than twelve bytes,true,true,false
,a,,,,,,,false
a,,,,<tag>a,aa constant of more than twelve bytes,,true,
aaa,aa,aaaaa,aaaaaaaaaa,<tag>aaa,aaaa constant of more than twelve bytes,true,true,false
//--- replacements.csv
s,f,t
banana,an,AN
banana,ana,x
banana,"",x
"",a,b
"","",b
aaa,aa,b
aaaa,aa,b
abc,abc,""
abc,b,a long replacement for a byte
a long string with a few words in it,a,""
a long string with a few words in it, w,日本
日本語日本語,本,
日本語日本語,本,é
,a,b
x,,b
mississippi,ss,sssss
mississippi,issi,
no match in this long string,zebra,q
//--- replace.out
s,f,t,r,a,b,c,d
banana,an,AN,bANANa,b[a]n[a]n[a],bnn,banana,[a]
banana,ana,x,bxna,b[a]n[a]n[a],bnn,banana,[a]
banana,"",x,banana,b[a]n[a]n[a],bnn,banana,[a]
"",a,b,"","","","",[]
"","",b,"","","","",[a]
aaa,aa,b,ba,[a][a][a],"",aaa,[a]
aaaa,aa,b,bb,[a][a][a][a],"",aaaa,[a]
abc,abc,"","",[a]bc,bc,abc,[a]
abc,b,a long replacement for a byte,aa long replacement for a bytec,[a]bc,bc,abc,[a]
a long string with a few words in it,a,"", long string with  few words in it,[a] long string with [a] few words in it, long string with  few words in it,a long string with a few words in it,[a long string with a few words in it]
a long string with a few words in it, w,日本,a long string日本ith a few日本ords in it,[a] long string with [a] few words in it, long string with  few words in it,a long string with a few words in it,[a]
日本語日本語,本,,,日本語日本語,日本語日本語,日本語日本語,[a]
日本語日本語,本,é,日é語日é語,日本語日本語,日本語日本語,日本語日本語,[a]
,a,b,,,,,
x,,b,,x,x,x,
mississippi,ss,sssss,misssssisssssippi,mississippi,mississippi,mississippi,[a]
mississippi,issi,,,mississippi,mississippi,mississippi,[a]
no match in this long string,zebra,q,no match in this long string,no m[a]tch in this long string,no mtch in this long string,no match in this long string,[a]
//--- stored.out
k,n
 and what comes behind,2
a and what comes behind,2
aaa and what comes behind,1
abc and what comes behind,6
x and what comes behind,1
é and what comes behind,1
日本語 and what comes behind,2
,1
