// LIKE: patterns that stay and those that become comparisons, wildcards by code points, escapes, nulls.
// The expected values are DuckDB's.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @like() -> !molt_df.table<"s": !molt_str.utf8?, "p0": i1?, "p1": i1?, "p2": i1?, "p3": i1?, "p4": i1?, "p5": i1?, "p6": i1?, "p7": i1?, "p8": i1?, "p9": i1?, "p10": i1?, "p11": i1?, "p12": i1?, "p13": i1?, "p14": i1?, "p15": i1?, "p16": i1?, "p17": i1?, "p18": i1?, "p19": i1?, "p20": i1?, "p21": i1?, "p22": i1?, "p23": i1?, "p24": i1?> {
  %0 = molt_df.source "words" : !molt_df.table<"s": !molt_str.utf8?>
  %1 = molt_df.with_columns %0 ["s"] -> ["p0", "p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14", "p15", "p16", "p17", "p18", "p19", "p20", "p21", "p22", "p23", "p24"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %p0 = molt_str.like %s, "%special%requests%" : !molt_df.nullable<!molt_str.utf8>
    %p1 = molt_str.like %s, "_" : !molt_df.nullable<!molt_str.utf8>
    %p2 = molt_str.like %s, "__" : !molt_df.nullable<!molt_str.utf8>
    %p3 = molt_str.like %s, "a%b" : !molt_df.nullable<!molt_str.utf8>
    %p4 = molt_str.like %s, "a_b" : !molt_df.nullable<!molt_str.utf8>
    %p5 = molt_str.like %s, "a!_b" escape "!" : !molt_df.nullable<!molt_str.utf8>
    %p6 = molt_str.like %s, "%!%" escape "!" : !molt_df.nullable<!molt_str.utf8>
    %p7 = molt_str.like %s, "%!%%of%" escape "!" : !molt_df.nullable<!molt_str.utf8>
    %p8 = molt_str.like %s, "%_%" : !molt_df.nullable<!molt_str.utf8>
    %p9 = molt_str.like %s, "日%列" : !molt_df.nullable<!molt_str.utf8>
    %p10 = molt_str.like %s, "%本_" : !molt_df.nullable<!molt_str.utf8>
    %p11 = molt_str.like %s, "_é_" : !molt_df.nullable<!molt_str.utf8>
    %p12 = molt_str.like %s, "%ss%ss%pp%" : !molt_df.nullable<!molt_str.utf8>
    %p13 = molt_str.like %s, "%ss%ss%ssi%ppi" : !molt_df.nullable<!molt_str.utf8>
    %p14 = molt_str.like %s, "abc" : !molt_df.nullable<!molt_str.utf8>
    %p15 = molt_str.like %s, "" : !molt_df.nullable<!molt_str.utf8>
    %p16 = molt_str.like %s, "%" : !molt_df.nullable<!molt_str.utf8>
    %p17 = molt_str.like %s, "%%" : !molt_df.nullable<!molt_str.utf8>
    %p18 = molt_str.like %s, "a%" : !molt_df.nullable<!molt_str.utf8>
    %p19 = molt_str.like %s, "%b" : !molt_df.nullable<!molt_str.utf8>
    %p20 = molt_str.like %s, "%本%" : !molt_df.nullable<!molt_str.utf8>
    %p21 = molt_str.like %s, "___%" : !molt_df.nullable<!molt_str.utf8>
    %p22 = molt_str.like %s, "%_b" : !molt_df.nullable<!molt_str.utf8>
    %p23 = molt_str.like %s, "aéa%" escape "é" : !molt_df.nullable<!molt_str.utf8>
    %p24 = molt_str.like %s, "%i_s%r_" : !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %p0, %p1, %p2, %p3, %p4, %p5, %p6, %p7, %p8, %p9, %p10, %p11, %p12, %p13, %p14, %p15, %p16, %p17, %p18, %p19, %p20, %p21, %p22, %p23, %p24 : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
  } : !molt_df.table<"s": !molt_str.utf8?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?, "p0": i1?, "p1": i1?, "p2": i1?, "p3": i1?, "p4": i1?, "p5": i1?, "p6": i1?, "p7": i1?, "p8": i1?, "p9": i1?, "p10": i1?, "p11": i1?, "p12": i1?, "p13": i1?, "p14": i1?, "p15": i1?, "p16": i1?, "p17": i1?, "p18": i1?, "p19": i1?, "p20": i1?, "p21": i1?, "p22": i1?, "p23": i1?, "p24": i1?>
}

// The condition of TPC-H's query 13, and one on a computed string.
func.func @not_like() -> !molt_df.table<"s": !molt_str.utf8?> {
  %0 = molt_df.source "words" : !molt_df.table<"s": !molt_str.utf8?>
  %1 = molt_df.filter %0 ["s"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>):
    %p = molt_str.like %s, "%special%requests%" : !molt_df.nullable<!molt_str.utf8>
    %q = molt_df.not %p : !molt_df.nullable<i1>
    %x = molt_df.constant "s" : !molt_str.utf8
    %t = molt_str.concat %s, %x : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
    %r = molt_str.like %t, "_%i%ss" : !molt_df.nullable<!molt_str.utf8>
    %u = molt_df.not %r : !molt_df.nullable<i1>
    %k = molt_df.and %q, %u : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    molt_df.yield %k : !molt_df.nullable<i1>
  } : !molt_df.table<"s": !molt_str.utf8?>
  return %1 : !molt_df.table<"s": !molt_str.utf8?>
}

//--- words.csv
s
""
a
ab
aab
abc
special requests
the special pending requests sleep
requests special
specialrequests
é
éé
aéb
日本語のとても長い文字列
日本語
100%
100_
50% of 100%

a_b
axb
mississippi river mississippi
//--- like.out
s,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,p10,p11,p12,p13,p14,p15,p16,p17,p18,p19,p20,p21,p22,p23,p24
"",false,false,false,false,false,false,false,false,false,false,false,false,false,false,false,true,true,true,false,false,false,false,false,false,false
a,false,true,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,true,false,false,false,false,false,false
ab,false,false,true,true,false,false,false,false,true,false,false,false,false,false,false,false,true,true,true,true,false,false,true,false,false
aab,false,false,false,true,true,false,false,false,true,false,false,false,false,false,false,false,true,true,true,true,false,true,true,true,false
abc,false,false,false,false,false,false,false,false,true,false,false,false,false,false,true,false,true,true,true,false,false,true,false,false,false
special requests,true,false,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
the special pending requests sleep,true,false,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
requests special,false,false,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
specialrequests,true,false,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
é,false,true,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,false,false,false,false
éé,false,false,true,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,false,false,false,false
aéb,false,false,false,true,true,false,false,false,true,false,false,true,false,false,false,false,true,true,true,true,false,true,true,false,false
日本語のとても長い文字列,false,false,false,false,false,false,false,false,true,true,false,false,false,false,false,false,true,true,false,false,true,true,false,false,false
日本語,false,false,false,false,false,false,false,false,true,false,true,false,false,false,false,false,true,true,false,false,true,true,false,false,false
100%,false,false,false,false,false,false,true,false,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
100_,false,false,false,false,false,false,false,false,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
50% of 100%,false,false,false,false,false,false,true,true,true,false,false,false,false,false,false,false,true,true,false,false,false,true,false,false,false
,,,,,,,,,,,,,,,,,,,,,,,,,
a_b,false,false,false,true,true,true,false,false,true,false,false,false,false,false,false,false,true,true,true,true,false,true,true,false,false
axb,false,false,false,true,true,false,false,false,true,false,false,false,false,false,false,false,true,true,true,true,false,true,true,false,false
mississippi river mississippi,false,false,false,false,false,false,false,false,true,false,false,false,true,true,false,false,true,true,false,false,false,true,false,false,false
//--- not_like.out
s
""
a
ab
aab
abc
requests special
é
éé
aéb
日本語のとても長い文字列
日本語
100%
100_
50% of 100%
a_b
axb
mississippi river mississippi
