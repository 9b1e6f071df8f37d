// rem: signs, the smallest integer by -1, unsigned and mixed integers, decimals of different scales, floats, division
// by zero, nulls. The expected values are those of Python's integers, decimal.Decimal and math.fmod.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @longs() -> !molt_df.table<"x": i64?, "y": i64?, "r": i64?, "n": i64?> {
  %0 = molt_df.source "longs" : !molt_df.table<"x": i64?, "y": i64?>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["r", "n"] {
  ^bb0(%x: !molt_df.nullable<i64>, %y: !molt_df.nullable<i64>):
    %r = molt_df.rem %x, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %n = molt_df.rem zero_is_null %x, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    molt_df.yield %r, %n : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64?, "y": i64?>
  return %1 : !molt_df.table<"x": i64?, "y": i64?, "r": i64?, "n": i64?>
}

func.func @zeros() -> !molt_df.table<"x": i32?, "y": i32?, "n": i32?> {
  %0 = molt_df.source "zeros" : !molt_df.table<"x": i32?, "y": i32?>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["n"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !molt_df.nullable<i32>):
    %n = molt_df.rem zero_is_null %x, %y : !molt_df.nullable<i32>, !molt_df.nullable<i32>
    molt_df.yield %n : !molt_df.nullable<i32>
  } : !molt_df.table<"x": i32?, "y": i32?>
  return %1 : !molt_df.table<"x": i32?, "y": i32?, "n": i32?>
}

func.func @fails() -> !molt_df.table<"x": i32?, "y": i32?, "n": i32?> {
  %0 = molt_df.source "zeros" : !molt_df.table<"x": i32?, "y": i32?>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["n"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !molt_df.nullable<i32>):
    %n = molt_df.rem %x, %y : !molt_df.nullable<i32>, !molt_df.nullable<i32>
    molt_df.yield %n : !molt_df.nullable<i32>
  } : !molt_df.table<"x": i32?, "y": i32?>
  return %1 : !molt_df.table<"x": i32?, "y": i32?, "n": i32?>
}

func.func @null_by_zero() -> !molt_df.table<"x": i32?, "y": i32?, "n": i32?> {
  %0 = molt_df.source "nulls" : !molt_df.table<"x": i32?, "y": i32?>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["n"] {
  ^bb0(%x: !molt_df.nullable<i32>, %y: !molt_df.nullable<i32>):
    %n = molt_df.rem %x, %y : !molt_df.nullable<i32>, !molt_df.nullable<i32>
    molt_df.yield %n : !molt_df.nullable<i32>
  } : !molt_df.table<"x": i32?, "y": i32?>
  return %1 : !molt_df.table<"x": i32?, "y": i32?, "n": i32?>
}

func.func @small() -> !molt_df.table<"a": i8, "b": i8, "u": ui8, "r": i8, "m": i16, "n": i16> {
  %0 = molt_df.source "small" : !molt_df.table<"a": i8, "b": i8, "u": ui8>
  %1 = molt_df.with_columns %0 ["a", "b", "u"] -> ["r", "m", "n"] {
  ^bb0(%a: i8, %b: i8, %u: ui8):
    %r = molt_df.rem %a, %b : i8, i8
    %m = molt_df.rem %a, %u : i8, ui8
    %n = molt_df.rem %u, %b : ui8, i8
    molt_df.yield %r, %m, %n : i8, i16, i16
  } : !molt_df.table<"a": i8, "b": i8, "u": ui8>
  return %1 : !molt_df.table<"a": i8, "b": i8, "u": ui8, "r": i8, "m": i16, "n": i16>
}

func.func @unsigned() -> !molt_df.table<"x": ui64, "y": ui64, "r": ui64> {
  %0 = molt_df.source "unsigned" : !molt_df.table<"x": ui64, "y": ui64>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["r"] {
  ^bb0(%x: ui64, %y: ui64):
    %r = molt_df.rem %x, %y : ui64, ui64
    molt_df.yield %r : ui64
  } : !molt_df.table<"x": ui64, "y": ui64>
  return %1 : !molt_df.table<"x": ui64, "y": ui64, "r": ui64>
}

func.func @decimals() -> !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<7, 3>, "i": i32, "r": !molt_df.decimal<16, 3>, "s": !molt_df.decimal<15, 2>> {
  %0 = molt_df.source "decimals" : !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<7, 3>, "i": i32>
  %1 = molt_df.with_columns %0 ["a", "b", "i"] -> ["r", "s"] {
  ^bb0(%a: !molt_df.decimal<15, 2>, %b: !molt_df.decimal<7, 3>, %i: i32):
    %r = molt_df.rem %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<7, 3>
    %s = molt_df.rem %a, %i : !molt_df.decimal<15, 2>, i32
    molt_df.yield %r, %s : !molt_df.decimal<16, 3>, !molt_df.decimal<15, 2>
  } : !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<7, 3>, "i": i32>
  return %1 : !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<7, 3>, "i": i32, "r": !molt_df.decimal<16, 3>, "s": !molt_df.decimal<15, 2>>
}

func.func @wide() -> !molt_df.table<"a": !molt_df.decimal<38, 0>, "b": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>> {
  %0 = molt_df.source "wide" : !molt_df.table<"a": !molt_df.decimal<38, 0>, "b": !molt_df.decimal<38, 0>>
  %1 = molt_df.with_columns %0 ["a", "b"] -> ["r"] {
  ^bb0(%a: !molt_df.decimal<38, 0>, %b: !molt_df.decimal<38, 0>):
    %r = molt_df.rem %a, %b : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"a": !molt_df.decimal<38, 0>, "b": !molt_df.decimal<38, 0>>
  return %1 : !molt_df.table<"a": !molt_df.decimal<38, 0>, "b": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>>
}

func.func @floats() -> !molt_df.table<"x": f64, "y": f64, "r": f64> {
  %0 = molt_df.source "floats" : !molt_df.table<"x": f64, "y": f64>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["r"] {
  ^bb0(%x: f64, %y: f64):
    %r = molt_df.rem %x, %y : f64, f64
    molt_df.yield %r : f64
  } : !molt_df.table<"x": f64, "y": f64>
  return %1 : !molt_df.table<"x": f64, "y": f64, "r": f64>
}

func.func @singles() -> !molt_df.table<"x": f32, "y": f32, "r": f32> {
  %0 = molt_df.source "singles" : !molt_df.table<"x": f32, "y": f32>
  %1 = molt_df.with_columns %0 ["x", "y"] -> ["r"] {
  ^bb0(%x: f32, %y: f32):
    %r = molt_df.rem %x, %y : f32, f32
    molt_df.yield %r : f32
  } : !molt_df.table<"x": f32, "y": f32>
  return %1 : !molt_df.table<"x": f32, "y": f32, "r": f32>
}

//--- longs.csv
x,y
7,2
7,-2
-7,2
-7,-2
0,5
5,7
-5,7
9223372036854775807,10
-9223372036854775808,-1
-9223372036854775808,10
-9223372036854775808,9223372036854775807
6,3
-6,3
1,-9223372036854775808
,3
3,
//--- longs.out
x,y,r,n
7,2,1,1
7,-2,1,1
-7,2,-1,-1
-7,-2,-1,-1
0,5,0,0
5,7,5,5
-5,7,-5,-5
9223372036854775807,10,7,7
-9223372036854775808,-1,0,0
-9223372036854775808,10,-8,-8
-9223372036854775808,9223372036854775807,-1,-1
6,3,0,0
-6,3,0,0
1,-9223372036854775808,1,1
,3,,
3,,,
//--- zeros.csv
x,y
7,2
7,0
,0
-5,0
9,
//--- zeros.out
x,y,n
7,2,1
7,0,
,0,
-5,0,
9,,
//--- fails.err
division by zero: .*by zero
//--- nulls.csv
x,y
7,2
,0
//--- null_by_zero.out
x,y,n
7,2,1
,0,
//--- small.csv
a,b,u
-128,-1,255
-128,127,3
127,-128,200
5,3,7
-1,2,1
//--- small.out
a,b,u,r,m,n
-128,-1,255,0,-128,0
-128,127,3,-1,-2,3
127,-128,200,127,127,72
5,3,7,2,5,1
-1,2,1,-1,0,1
//--- unsigned.csv
x,y
18446744073709551615,10
18446744073709551615,18446744073709551614
5,18446744073709551615
//--- unsigned.out
x,y,r
18446744073709551615,10,5
18446744073709551615,18446744073709551614,1
5,18446744073709551615,5
//--- decimals.csv
a,b,i
5.50,2.000,3
-5.50,2.000,3
5.50,-0.300,4
9999999999999.99,0.001,7
-0.01,9999.999,10
//--- decimals.out
a,b,i,r,s
5.50,2.000,3,1.500,2.50
-5.50,2.000,3,-1.500,-2.50
5.50,-0.300,4,0.100,1.50
9999999999999.99,0.001,7,0.000,2.99
-0.01,9999.999,10,-0.010,-0.01
//--- wide.csv
a,b
99999999999999999999999999999999999999,7
-12345678901234567890123456789012345678,98765432109876543210
//--- wide.out
a,b,r
99999999999999999999999999999999999999,7,1
-12345678901234567890123456789012345678,98765432109876543210,-1529706789152970678
//--- floats.csv
x,y
5.5,2
-5.5,2
5.5,-2
1e300,3
5.5,0
inf,2
2,inf
nan,1
-0.0,1
0.1,0.01
//--- floats.out
# types: float,float,float
x,y,r
5.5,2.0,1.5
-5.5,2.0,-1.5
5.5,-2.0,1.5
1e+300,3.0,0.0
5.5,0.0,nan
inf,2.0,nan
2.0,inf,2.0
nan,1.0,nan
-0.0,1.0,-0.0
0.1,0.01,3.469446951953614e-18
//--- singles.csv
x,y
5.5,2
-7.25,0.5
16777216,3
//--- singles.out
# types: float,float,float
x,y,r
5.5,2,1.5
-7.25,0.5,-0.25
16777216,3,1
