// Sums whose total is at a limit of its type, and one beyond it; totals in between go beyond and come back.
// Extremes of values that all lie on one side of the middle of their type.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": i64?, "u": ui64, "d": !molt_df.decimal<38, 1>>
!s = !molt_df.table<"x": i64?, "u": ui64?, "d": !molt_df.decimal<38, 1>?>
func.func @least() -> !s {
  %t = molt_df.source "least_" : !t
  %r = molt_df.aggregate %t by [] of ["x", "u", "d"] -> ["x", "u", "d"] {
  ^bb0(%x: !molt_df.nullable<i64>, %u: ui64, %d: !molt_df.decimal<38, 1>):
    %sx = molt_df.sum %x : !molt_df.nullable<i64>
    %su = molt_df.sum %u : ui64
    %sd = molt_df.sum %d : !molt_df.decimal<38, 1>
    molt_df.yield %sx, %su, %sd : !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<!molt_df.decimal<38, 1>>
  } : !t
  return %r : !s
}
func.func @greatest() -> !s {
  %t = molt_df.source "greatest_" : !t
  %r = molt_df.aggregate %t by [] of ["x", "u", "d"] -> ["x", "u", "d"] {
  ^bb0(%x: !molt_df.nullable<i64>, %u: ui64, %d: !molt_df.decimal<38, 1>):
    %sx = molt_df.sum %x : !molt_df.nullable<i64>
    %su = molt_df.sum %u : ui64
    %sd = molt_df.sum %d : !molt_df.decimal<38, 1>
    molt_df.yield %sx, %su, %sd : !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<!molt_df.decimal<38, 1>>
  } : !t
  return %r : !s
}
!k = !molt_df.table<"k": i8, "x": i64>
func.func @grouped() -> !molt_df.table<"k": i8, "s": i64?> {
  %t = molt_df.source "grouped_" : !k
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !k
  return %r : !molt_df.table<"k": i8, "s": i64?>
}
func.func @grouped_under() -> !molt_df.table<"k": i8, "s": i64?> {
  %t = molt_df.source "grouped_under_" : !k
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !k
  return %r : !molt_df.table<"k": i8, "s": i64?>
}
!x = !molt_df.table<"x": i64>
func.func @under() -> !molt_df.table<"s": i64?> {
  %t = molt_df.source "under_" : !x
  %r = molt_df.aggregate %t by [] of ["x"] -> ["s"] {
  ^bb0(%x: i64):
    %s = molt_df.sum %x : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !x
  return %r : !molt_df.table<"s": i64?>
}
!d = !molt_df.table<"d": !molt_df.decimal<38, 1>>
func.func @decimal_over() -> !molt_df.table<"s": !molt_df.decimal<38, 1>?> {
  %t = molt_df.source "decimal_over_" : !d
  %r = molt_df.aggregate %t by [] of ["d"] -> ["s"] {
  ^bb0(%d: !molt_df.decimal<38, 1>):
    %s = molt_df.sum %d : !molt_df.decimal<38, 1>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 1>>
  } : !d
  return %r : !molt_df.table<"s": !molt_df.decimal<38, 1>?>
}
!e = !molt_df.table<"k": i8, "u": ui8, "w": ui64, "i": i16, "f": f32>
!minmax = !molt_df.table<"ul": ui8?, "ug": ui8?, "wl": ui64?, "wg": ui64?, "il": i16?, "ig": i16?, "fl": f32?, "fg": f32?>
func.func @extremes() -> !minmax {
  %t = molt_df.source "extremes_" : !e
  %r = molt_df.aggregate %t by [] of ["u", "w", "i", "f"] -> ["ul", "ug", "wl", "wg", "il", "ig", "fl", "fg"] {
  ^bb0(%u: ui8, %w: ui64, %i: i16, %f: f32):
    %ul = molt_df.min %u : ui8
    %ug = molt_df.max %u : ui8
    %wl = molt_df.min %w : ui64
    %wg = molt_df.max %w : ui64
    %il = molt_df.min %i : i16
    %ig = molt_df.max %i : i16
    %fl = molt_df.min %f : f32
    %fg = molt_df.max %f : f32
    molt_df.yield %ul, %ug, %wl, %wg, %il, %ig, %fl, %fg : !molt_df.nullable<ui8>, !molt_df.nullable<ui8>, !molt_df.nullable<ui64>, !molt_df.nullable<ui64>, !molt_df.nullable<i16>, !molt_df.nullable<i16>, !molt_df.nullable<f32>, !molt_df.nullable<f32>
  } : !e
  return %r : !minmax
}
func.func @grouped_extremes() -> !molt_df.table<"k": i8, "ul": ui8?, "wl": ui64?, "ig": i16?> {
  %t = molt_df.source "extremes_" : !e
  %r = molt_df.aggregate %t by ["k"] of ["u", "w", "i"] -> ["ul", "wl", "ig"] {
  ^bb0(%u: ui8, %w: ui64, %i: i16):
    %ul = molt_df.min %u : ui8
    %wl = molt_df.min %w : ui64
    %ig = molt_df.max %i : i16
    molt_df.yield %ul, %wl, %ig : !molt_df.nullable<ui8>, !molt_df.nullable<ui64>, !molt_df.nullable<i16>
  } : !e
  return %r : !molt_df.table<"k": i8, "ul": ui8?, "wl": ui64?, "ig": i16?>
}
//--- extremes_.csv
k,u,w,i,f
1,200,18446744073709551615,-3,-2.5
1,255,18446744073709551614,-100,-inf
2,201,9223372036854775808,-32768,-1.5
//--- extremes.out
ul,ug,wl,wg,il,ig,fl,fg
200,255,9223372036854775808,18446744073709551615,-32768,-3,-inf,-1.5
//--- grouped_extremes.rows
k,ul,wl,ig
1,200,18446744073709551614,-3
2,201,9223372036854775808,-32768
//--- least_.csv
x,u,d
-9223372036854775808,0,-9999999999999999999999999999999999999.9
-1,0,-9999999999999999999999999999999999999.9
,0,9999999999999999999999999999999999999.9
1,0,0.0
//--- least.out
x,u,d
-9223372036854775808,0,-9999999999999999999999999999999999999.9
//--- greatest_.csv
x,u,d
9223372036854775807,18446744073709551614,9999999999999999999999999999999999999.9
9223372036854775807,1,9999999999999999999999999999999999999.9
-9223372036854775807,0,-9999999999999999999999999999999999999.9
//--- greatest.out
x,u,d
9223372036854775807,18446744073709551615,9999999999999999999999999999999999999.9
//--- grouped_.csv
k,x
1,-9223372036854775808
2,9223372036854775807
1,-5
1,5
2,5
2,-5
//--- grouped.rows
k,s
1,-9223372036854775808
2,9223372036854775807
//--- grouped_under_.csv
k,x
1,-9223372036854775808
2,1
1,-1
//--- grouped_under.err
overflow: 
//--- under_.csv
x
-9223372036854775808
-1
//--- under.err
overflow: 
//--- decimal_over_.csv
d
9999999999999999999999999999999999999.9
0.1
//--- decimal_over.err
overflow: 
