// Lenient casts: null where a strict one fails, for every kind of cast; also null for null.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!numbers = !molt_df.table<"f": f64?, "i": i64, "i8": i8?, "u": ui16?, "b": i1?, "d": !molt_df.decimal<3, 1>?, "e": !molt_df.decimal<2, 0>?, "g": f32?, "n": i64>
func.func @numbers() -> !numbers {
  %t = molt_df.source "numbers_" : !molt_df.table<"f": f64?, "i": i64>
  %r = molt_df.with_columns %t ["f", "i"] -> ["i8", "u", "b", "d", "e", "g", "n"] {
  ^bb0(%f: !molt_df.nullable<f64>, %i: i64):
    %i8 = molt_df.cast lenient %f : !molt_df.nullable<f64> to !molt_df.nullable<i8>
    %u = molt_df.cast lenient %i : i64 to !molt_df.nullable<ui16>
    %b = molt_df.cast lenient %i : i64 to !molt_df.nullable<i1>
    %d = molt_df.cast lenient %f : !molt_df.nullable<f64> to !molt_df.nullable<!molt_df.decimal<3, 1>>
    %e = molt_df.cast lenient %i : i64 to !molt_df.nullable<!molt_df.decimal<2, 0>>
    %g = molt_df.cast lenient %f : !molt_df.nullable<f64> to !molt_df.nullable<f32>
    // What cannot be too large is not null.
    %wide = molt_df.cast lenient %i : i64 to !molt_df.nullable<i64>
    %n = molt_df.cast %wide : !molt_df.nullable<i64> to i64
    molt_df.yield %i8, %u, %b, %d, %e, %g, %n : !molt_df.nullable<i8>, !molt_df.nullable<ui16>, !molt_df.nullable<i1>, !molt_df.nullable<!molt_df.decimal<3, 1>>, !molt_df.nullable<!molt_df.decimal<2, 0>>, !molt_df.nullable<f32>, i64
  } : !molt_df.table<"f": f64?, "i": i64>
  return %r : !numbers
}

!texts = !molt_df.table<"s": !molt_str.utf8?, "n": i64, "d": !molt_df.date32?, "t": !molt_df.timestamp<us>?, "o": !molt_df.time<s>?, "far": !molt_df.timestamp<ns>?, "none": i1>
func.func @texts() -> !texts {
  %t = molt_df.source "texts_" : !molt_df.table<"s": !molt_str.utf8?, "n": i64>
  %r = molt_df.with_columns %t ["s", "n"] -> ["d", "t", "o", "far", "none"] {
  ^bb0(%s: !molt_df.nullable<!molt_str.utf8>, %n: i64):
    %d = molt_df.cast lenient %s : !molt_df.nullable<!molt_str.utf8> to !molt_df.nullable<!molt_df.date32>
    %ts = molt_df.cast lenient %s : !molt_df.nullable<!molt_str.utf8> to !molt_df.nullable<!molt_df.timestamp<us>>
    %o = molt_df.cast lenient %n : i64 to !molt_df.nullable<!molt_df.time<s>>
    %seconds = molt_df.cast %n : i64 to !molt_df.timestamp<s>
    %far = molt_df.cast lenient %seconds : !molt_df.timestamp<s> to !molt_df.nullable<!molt_df.timestamp<ns>>
    %none = molt_df.is_null %ts : !molt_df.nullable<!molt_df.timestamp<us>>
    molt_df.yield %d, %ts, %o, %far, %none : !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.nullable<!molt_df.time<s>>, !molt_df.nullable<!molt_df.timestamp<ns>>, i1
  } : !molt_df.table<"s": !molt_str.utf8?, "n": i64>
  return %r : !texts
}

//--- numbers_.csv
f,i
1.5,0
-128,1
128,-1
nan,65535
inf,65536
,99
1e300,100
-99.95,-99
99.94,9223372036854775807
//--- numbers.out
f,i,i8,u,b,d,e,g,n
1.5,0,,0,false,1.5,0,1.5,0
-128,1,-128,1,true,,1,-128,1
128,-1,,,,,-1,128,-1
nan,65535,,65535,,,,nan,65535
inf,65536,,,,,,inf,65536
,99,,99,,,99,,99
1e+300,100,,100,,,,inf,100
-99.95,-99,,,,,-99,-99.95,-99
99.94,9223372036854775807,,,,99.9,,99.94,9223372036854775807
//--- texts_.csv
s,n
2024-02-29,0
2024-02-29 12:00,86399
2023-02-29,86400
x,-1
,9223372036
"",9223372037
2024-02-29 ,-9223372037
//--- texts.out
s,n,d,t,o,far,none
2024-02-29,0,2024-02-29,2024-02-29 00:00:00,00:00:00,1970-01-01 00:00:00,false
2024-02-29 12:00,86399,,2024-02-29 12:00:00,23:59:59,1970-01-01 23:59:59,false
2023-02-29,86400,,,,1970-01-02 00:00:00,true
x,-1,,,,1969-12-31 23:59:59,true
,9223372036,,,,2262-04-11 23:47:16,true
"",9223372037,,,,,true
2024-02-29 ,-9223372037,,,,,true
