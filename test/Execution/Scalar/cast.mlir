// Casts between all kinds of types.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!i = !molt_df.table<"x": i64?>
!from_int = !molt_df.table<"x": i64?, "i8": i8?, "i32": i32?, "ui16": ui16?, "f64": f64?, "f32": f32?, "dec": !molt_df.decimal<12, 3>?, "wrap": i8?, "uwrap": ui8?, "same": i64?>
func.func @from_int() -> !from_int {
  %t = molt_df.source "ints" : !i
  %r = molt_df.with_columns %t ["x"] -> ["i8", "i32", "ui16", "f64", "f32", "dec", "wrap", "uwrap", "same"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %mod = molt_df.constant 100 : i64
    %q = molt_df.div %x, %mod : !molt_df.nullable<i64>, i64
    %qq = molt_df.mul %q, %mod : !molt_df.nullable<i64>, i64
    %rest = molt_df.sub %x, %qq : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %i8 = molt_df.cast %rest : !molt_df.nullable<i64> to !molt_df.nullable<i8>
    %i32 = molt_df.cast %rest : !molt_df.nullable<i64> to !molt_df.nullable<i32>
    %square = molt_df.mul %rest, %rest : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %ui16 = molt_df.cast %square : !molt_df.nullable<i64> to !molt_df.nullable<ui16>
    %f64 = molt_df.cast %x : !molt_df.nullable<i64> to !molt_df.nullable<f64>
    %f32 = molt_df.cast %x : !molt_df.nullable<i64> to !molt_df.nullable<f32>
    %dec = molt_df.cast %rest : !molt_df.nullable<i64> to !molt_df.nullable<!molt_df.decimal<12, 3>>
    %wrap = molt_df.cast overflow<wrap> %x : !molt_df.nullable<i64> to !molt_df.nullable<i8>
    %uwrap = molt_df.cast overflow<wrap> %x : !molt_df.nullable<i64> to !molt_df.nullable<ui8>
    %same = molt_df.cast %x : !molt_df.nullable<i64> to !molt_df.nullable<i64>
    molt_df.yield %i8, %i32, %ui16, %f64, %f32, %dec, %wrap, %uwrap, %same : !molt_df.nullable<i8>, !molt_df.nullable<i32>, !molt_df.nullable<ui16>, !molt_df.nullable<f64>, !molt_df.nullable<f32>, !molt_df.nullable<!molt_df.decimal<12, 3>>, !molt_df.nullable<i8>, !molt_df.nullable<ui8>, !molt_df.nullable<i64>
  } : !i
  return %r : !from_int
}

!u = !molt_df.table<"x": ui64>
!from_unsigned = !molt_df.table<"x": ui64, "f64": f64, "f32": f32, "dec": !molt_df.decimal<20, 0>, "wrap": i64>
func.func @from_unsigned() -> !from_unsigned {
  %t = molt_df.source "unsigned" : !u
  %r = molt_df.with_columns %t ["x"] -> ["f64", "f32", "dec", "wrap"] {
  ^bb0(%x: ui64):
    %f64 = molt_df.cast %x : ui64 to f64
    %f32 = molt_df.cast %x : ui64 to f32
    %dec = molt_df.cast %x : ui64 to !molt_df.decimal<20, 0>
    %wrap = molt_df.cast overflow<wrap> %x : ui64 to i64
    molt_df.yield %f64, %f32, %dec, %wrap : f64, f32, !molt_df.decimal<20, 0>, i64
  } : !u
  return %r : !from_unsigned
}

!f = !molt_df.table<"x": f64, "whole": f64>
!from_float = !molt_df.table<"x": f64, "whole": f64, "f32": f32, "dec": !molt_df.decimal<12, 2>, "wide": !molt_df.decimal<38, 20>, "i64": i64, "i32": i32>
func.func @from_float() -> !from_float {
  %t = molt_df.source "floats" : !f
  %r = molt_df.with_columns %t ["x", "whole"] -> ["f32", "dec", "wide", "i64", "i32"] {
  ^bb0(%x: f64, %w: f64):
    %f32 = molt_df.cast %x : f64 to f32
    %dec = molt_df.cast %x : f64 to !molt_df.decimal<12, 2>
    %wide = molt_df.cast %x : f64 to !molt_df.decimal<38, 20>
    %i64 = molt_df.cast %w : f64 to i64
    %least = molt_df.constant -2147483648.0 : f64
    %i32 = molt_df.cast %least : f64 to i32
    molt_df.yield %f32, %dec, %wide, %i64, %i32 : f32, !molt_df.decimal<12, 2>, !molt_df.decimal<38, 20>, i64, i32
  } : !f
  return %r : !from_float
}

// To f32: rounded to even, to infinity where too large.
!g = !molt_df.table<"x": f64>
func.func @to_f32() -> !molt_df.table<"x": f64, "y": f32, "z": f64> {
  %t = molt_df.source "to_f32" : !g
  %r = molt_df.with_columns %t ["x"] -> ["y", "z"] {
  ^bb0(%x: f64):
    %y = molt_df.cast %x : f64 to f32
    %z = molt_df.cast %y : f32 to f64
    molt_df.yield %y, %z : f32, f64
  } : !g
  return %r : !molt_df.table<"x": f64, "y": f32, "z": f64>
}

!d = !molt_df.table<"x": !molt_df.decimal<9, 3>?, "y": !molt_df.decimal<38, 10>>
!from_decimal = !molt_df.table<"x": !molt_df.decimal<9, 3>?, "y": !molt_df.decimal<38, 10>, "coarse": !molt_df.decimal<9, 1>?, "fine": !molt_df.decimal<38, 20>?, "f64": f64?, "yf": f64, "ycoarse": !molt_df.decimal<30, 0>>
func.func @from_decimal() -> !from_decimal {
  %t = molt_df.source "decimals" : !d
  %r = molt_df.with_columns %t ["x", "y"] -> ["coarse", "fine", "f64", "yf", "ycoarse"] {
  ^bb0(%x: !molt_df.nullable<!molt_df.decimal<9, 3>>, %y: !molt_df.decimal<38, 10>):
    %coarse = molt_df.cast %x : !molt_df.nullable<!molt_df.decimal<9, 3>> to !molt_df.nullable<!molt_df.decimal<9, 1>>
    %fine = molt_df.cast %x : !molt_df.nullable<!molt_df.decimal<9, 3>> to !molt_df.nullable<!molt_df.decimal<38, 20>>
    %f64 = molt_df.cast %x : !molt_df.nullable<!molt_df.decimal<9, 3>> to !molt_df.nullable<f64>
    %yf = molt_df.cast %y : !molt_df.decimal<38, 10> to f64
    %ycoarse = molt_df.cast %y : !molt_df.decimal<38, 10> to !molt_df.decimal<30, 0>
    molt_df.yield %coarse, %fine, %f64, %yf, %ycoarse : !molt_df.nullable<!molt_df.decimal<9, 1>>, !molt_df.nullable<!molt_df.decimal<38, 20>>, !molt_df.nullable<f64>, f64, !molt_df.decimal<30, 0>
  } : !d
  return %r : !from_decimal
}

// Decimals to integers.
!e = !molt_df.table<"x": !molt_df.decimal<5, 1>>
func.func @decimal_to_int() -> !molt_df.table<"x": !molt_df.decimal<5, 1>, "i": i32> {
  %t = molt_df.source "tenths" : !e
  %r = molt_df.with_columns %t ["x"] -> ["i"] {
  ^bb0(%x: !molt_df.decimal<5, 1>):
    %i = molt_df.cast %x : !molt_df.decimal<5, 1> to i32
    molt_df.yield %i : i32
  } : !e
  return %r : !molt_df.table<"x": !molt_df.decimal<5, 1>, "i": i32>
}

!b = !molt_df.table<"b": i1, "i": ui8>
func.func @bools() -> !molt_df.table<"b": i1, "i": ui8, "bi": i32, "ib": i1, "nb": i1?, "bn": i1> {
  %t = molt_df.source "bools" : !b
  %r = molt_df.with_columns %t ["b", "i"] -> ["bi", "ib", "nb", "bn"] {
  ^bb0(%b: i1, %i: ui8):
    %bi = molt_df.cast %b : i1 to i32
    %ib = molt_df.cast %i : ui8 to i1
    %nb = molt_df.cast %b : i1 to !molt_df.nullable<i1>
    %bn = molt_df.cast %nb : !molt_df.nullable<i1> to i1
    molt_df.yield %bi, %ib, %nb, %bn : i32, i1, !molt_df.nullable<i1>, i1
  } : !b
  return %r : !molt_df.table<"b": i1, "i": ui8, "bi": i32, "ib": i1, "nb": i1?, "bn": i1>
}

//--- ints.csv
x
0
1
-1
127
-128
255
99999
9007199254740993
-9223372036854775808
9223372036854775807

16777217
//--- from_int.out
x,i8,i32,ui16,f64,f32,dec,wrap,uwrap,same
0,0,0,0,0,0,0.000,0,0,0
1,1,1,1,1,1,1.000,1,1,1
-1,-1,-1,1,-1,-1,-1.000,-1,255,-1
127,27,27,729,127,127,27.000,127,127,127
-128,-28,-28,784,-128,-128,-28.000,-128,128,-128
255,55,55,3025,255,255,55.000,-1,255,255
99999,99,99,9801,99999,99999,99.000,-97,159,99999
9007199254740993,93,93,8649,9007199254740992,9.007199e+15,93.000,1,1,9007199254740993
-9223372036854775808,-8,-8,64,-9223372036854775808,-9.223372e+18,-8.000,0,0,-9223372036854775808
9223372036854775807,7,7,49,9223372036854775808,9.223372e+18,7.000,-1,255,9223372036854775807
,,,,,,,,,
16777217,17,17,289,16777217,16777216,17.000,1,1,16777217
//--- unsigned.csv
x
0
18446744073709551615
9223372036854775808
9223372036854776833
16777219
//--- from_unsigned.out
x,f64,f32,dec,wrap
0,0,0,0,0
18446744073709551615,18446744073709551616,1.8446744e+19,18446744073709551615,-1
9223372036854775808,9223372036854775808,9.223372e+18,9223372036854775808,-9223372036854775808
9223372036854776833,9223372036854777856,9.223372e+18,9223372036854776833,-9223372036854774783
16777219,16777219,16777220,16777219,16777219
//--- floats.csv
x,whole
0.5,-1
-0.0,-0.0
0.125,9223372036854774784
0.135,-9223372036854775808
-0.125,1e15
2.675,4294967296
1234567890.004999,0
//--- from_float.out
x,whole,f32,dec,wide,i64,i32
0.5,-1,0.5,0.50,0.50000000000000000000,-1,-2147483648
-0,-0,-0,0.00,0.00000000000000000000,0,-2147483648
0.125,9223372036854774784,0.125,0.12,0.12500000000000000000,9223372036854774784,-2147483648
0.135,-9223372036854775808,0.135,0.14,0.13500000000000000000,-9223372036854775808,-2147483648
-0.125,1e+15,-0.125,-0.12,-0.12500000000000000000,1000000000000000,-2147483648
2.675,4294967296,2.675,2.68,2.67499999999999967232,4294967296,-2147483648
1234567890.004999,0,1234567936,1234567890.00,1234567890.00499891443781861376,0,-2147483648
//--- to_f32.csv
x
1.00000005960464477
1.00000017881393433
3.5e38
-3.5e38
3.4028235677973362e38
1e-46
nan
-inf
0.1
//--- to_f32.out
x,y,z
1.0000000596046448,1,1
1.0000001788139343,1.0000002,1.000000238418579
3.5e+38,inf,inf
-3.5e+38,-inf,-inf
3.4028235677973362e+38,3.4028235e+38,3.4028234663852886e+38
1e-46,0,0
nan,nan,nan
-inf,-inf,-inf
0.1,0.1,0.10000000149011612
//--- decimals.csv
x,y
0.050,0.5
-0.050,-0.5
0.049,1.4999999999
999999.949,-1.5
-999999.950,9999999999999999999999999999.4999999999
,12345678901234567890.1
0.250,9007199254740993
//--- from_decimal.out
x,y,coarse,fine,f64,yf,ycoarse
0.050,0.5000000000,0.1,0.05000000000000000000,0.05,0.5,1
-0.050,-0.5000000000,-0.1,-0.05000000000000000000,-0.05,-0.5,-1
0.049,1.4999999999,0.0,0.04900000000000000000,0.049,1.4999999999,1
999999.949,-1.5000000000,999999.9,999999.94900000000000000000,999999.949,-1.5,-2
-999999.950,9999999999999999999999999999.4999999999,-1000000.0,-999999.95000000000000000000,-999999.95,1e+28,9999999999999999999999999999
,12345678901234567890.1000000000,,,,12345678901234567168,12345678901234567890
0.250,9007199254740993.0000000000,0.3,0.25000000000000000000,0.25,9007199254740994,9007199254740993
//--- tenths.csv
x
0.4
0.5
-0.5
1.5
-1.4
9999.9
//--- decimal_to_int.out
x,i
0.4,0
0.5,1
-0.5,-1
1.5,2
-1.4,-1
9999.9,10000
//--- bools.csv
b,i
true,0
false,1
//--- bools.out
b,i,bi,ib,nb,bn
true,0,1,false,true,true
false,1,0,true,false,false
