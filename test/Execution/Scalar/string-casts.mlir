// Casts between utf8 and binary: the same bytes, if they are UTF-8. Which bytes are, by CPython's bytes.decode.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!n = !molt_df.nullable<!molt_str.binary>
!s = !molt_df.nullable<!molt_str.utf8>
!t = !molt_df.table<"i": i64, "b": !molt_str.binary?>
!u = !molt_df.table<"s": !molt_str.utf8?, "d": !molt_str.utf8>

func.func @decoded() -> !molt_df.table<"i": i64, "b": !molt_str.binary?, "s": !molt_str.utf8?, "bad": i1> {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["b"] -> ["s", "bad"] {
  ^bb0(%b: !n):
    %s = molt_df.cast lenient %b : !n to !s
    %p = molt_df.is_null %s : !s
    molt_df.yield %s, %p : !s, i1
  } : !t
  return %r : !molt_df.table<"i": i64, "b": !molt_str.binary?, "s": !molt_str.utf8?, "bad": i1>
}
func.func @encoded() -> !molt_df.table<"b": !molt_str.binary?, "n": i64, "same": i1, "folded": !molt_str.utf8> {
  %u = molt_df.source "u" : !u
  %w = molt_df.with_columns %u ["s", "d"] -> ["b", "n", "same", "folded"] {
  ^bb0(%s: !s, %d: !molt_str.utf8):
    %b = molt_df.cast %s : !s to !n
    %c = molt_df.cast %d : !molt_str.utf8 to !molt_str.binary
    %n = molt_str.byte_length %c : !molt_str.binary
    %back = molt_df.cast %c : !molt_str.binary to !molt_str.utf8
    %same = molt_str.cmp eq %back, %d : !molt_str.utf8, !molt_str.utf8
    %k = molt_df.constant "6ec3a476" : !molt_str.binary
    %f = molt_df.cast %k : !molt_str.binary to !molt_str.utf8
    molt_df.yield %b, %n, %same, %f : !n, i64, i1, !molt_str.utf8
  } : !u
  %r = molt_df.project %w ["b", "n", "same", "folded"] : !molt_df.table<"s": !molt_str.utf8?, "d": !molt_str.utf8, "b": !molt_str.binary?, "n": i64, "same": i1, "folded": !molt_str.utf8>
  return %r : !molt_df.table<"b": !molt_str.binary?, "n": i64, "same": i1, "folded": !molt_str.utf8>
}
func.func @not_text() -> !molt_df.table<"s": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %w = molt_df.with_columns %t ["b"] -> ["s"] {
  ^bb0(%b: !n):
    %s = molt_df.cast %b : !n to !s
    molt_df.yield %s : !s
  } : !t
  %r = molt_df.project %w ["s"] : !molt_df.table<"i": i64, "b": !molt_str.binary?, "s": !molt_str.utf8?>
  return %r : !molt_df.table<"s": !molt_str.utf8?>
}
// Only rows that reach the cast fail.
func.func @masked() -> !molt_df.table<"i": i64, "s": !molt_str.utf8?> {
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["i"] {
  ^bb0(%i: i64):
    %c = molt_df.constant 6 : i64
    %p = molt_df.cmp lt %i, %c : i64, i64
    molt_df.yield %p : i1
  } : !t
  %w = molt_df.with_columns %f ["b"] -> ["s"] {
  ^bb0(%b: !n):
    %s = molt_df.cast %b : !n to !s
    molt_df.yield %s : !s
  } : !t
  %r = molt_df.project %w ["i", "s"] : !molt_df.table<"i": i64, "b": !molt_str.binary?, "s": !molt_str.utf8?>
  return %r : !molt_df.table<"i": i64, "s": !molt_str.utf8?>
}

//--- t.csv
i,b
1,6162
2,c3a4e282acf09f9880
3,
4,61206c6f6e672074657874206f66206d6f7265207468616e203132206279746573
5,f48fbfbf
6,ff
7,c080
8,eda080
9,f4908080
10,e282
11,61206c6f6e672074657874206f66206d6f7265207468616e20313220c3
12,80
13,e0809f
14,ee8080
15,f0808080
16,c3a4c3
17,ed9fbf
18,f8888080
//--- u.csv
s,d
ab,xyz
"",ä€😀
,a long text of more than 12 bytes ä
ä€😀,""
//--- decoded.out
i,b,s,bad
1,6162,ab,false
2,c3a4e282acf09f9880,ä€😀,false
3,,,true
4,61206c6f6e672074657874206f66206d6f7265207468616e203132206279746573,a long text of more than 12 bytes,false
5,f48fbfbf,􏿿,false
6,ff,,true
7,c080,,true
8,eda080,,true
9,f4908080,,true
10,e282,,true
11,61206c6f6e672074657874206f66206d6f7265207468616e20313220c3,,true
12,80,,true
13,e0809f,,true
14,ee8080,,false
15,f0808080,,true
16,c3a4c3,,true
17,ed9fbf,퟿,false
18,f8888080,,true
//--- encoded.out
b,n,same,folded
6162,3,true,näv
"",9,true,näv
,36,true,näv
c3a4e282acf09f9880,0,true,näv
//--- not_text.err
bytes are not UTF-8|is not UTF-8
//--- masked.out
i,s
1,ab
2,ä€😀
3,
4,a long text of more than 12 bytes
5,􏿿
