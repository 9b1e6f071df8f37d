// Before SSE4.1 rounding is a call. LLVM rounds an extended f32 before it extends it, by
// roundevenf and truncf, which were not on the list of symbols: the program did not link.
// Found by random programs.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
!t = !molt_df.table<"x": f32?>
!r = !molt_df.table<"x": f32?, "whole": !molt_df.decimal<9, 0>?, "tenths": !molt_df.decimal<9, 1>?, "wide": !molt_df.decimal<30, 0>?, "rest": i8?, "unsigned": ui64?>
func.func @casts() -> !r {
  %t = molt_df.source "t" : !t
  %r = molt_df.with_columns %t ["x"] -> ["whole", "tenths", "wide", "rest", "unsigned"] {
  ^bb0(%x: !molt_df.nullable<f32>):
    %whole = molt_df.cast %x : !molt_df.nullable<f32> to !molt_df.nullable<!molt_df.decimal<9, 0>>
    %tenths = molt_df.cast %x : !molt_df.nullable<f32> to !molt_df.nullable<!molt_df.decimal<9, 1>>
    %wide = molt_df.cast %x : !molt_df.nullable<f32> to !molt_df.nullable<!molt_df.decimal<30, 0>>
    %two = molt_df.constant 2.0 : f32
    %twice = molt_df.mul %x, %two : !molt_df.nullable<f32>, f32
    %rest = molt_df.cast %twice : !molt_df.nullable<f32> to !molt_df.nullable<i8>
    %square = molt_df.mul %twice, %twice : !molt_df.nullable<f32>, !molt_df.nullable<f32>
    %unsigned = molt_df.cast %square : !molt_df.nullable<f32> to !molt_df.nullable<ui64>
    molt_df.yield %whole, %tenths, %wide, %rest, %unsigned : !molt_df.nullable<!molt_df.decimal<9, 0>>, !molt_df.nullable<!molt_df.decimal<9, 1>>, !molt_df.nullable<!molt_df.decimal<30, 0>>, !molt_df.nullable<i8>, !molt_df.nullable<ui64>
  } : !t
  return %r : !r
}
//--- t.csv
x
0.5
1.5
-2.5
-0.5
7

//--- casts.out
x,whole,tenths,wide,rest,unsigned
0.5,0,0.5,0,1,1
1.5,2,1.5,2,3,9
-2.5,-2,-2.5,-2,-5,25
-0.5,0,-0.5,0,-1,1
7,7,7.0,7,14,196
,,,,,
