// bit_and, bit_or, bit_xor, bit_not, shl, shr: signs, widths, mixed signedness, counts from 0 to beyond the width, overflow,
// nulls. The expected values are those of Python's integers.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @bits() -> !molt_df.table<"a": i8?, "b": i8, "u": ui8, "and": i8?, "or": i8?, "xor": i16?, "mix": i16?, "not": i8?, "inv": ui8> {
  %0 = molt_df.source "bits" : !molt_df.table<"a": i8?, "b": i8, "u": ui8>
  %1 = molt_df.with_columns %0 ["a", "b", "u"] -> ["and", "or", "xor", "mix", "not", "inv"] {
  ^bb0(%a: !molt_df.nullable<i8>, %b: i8, %u: ui8):
    %and = molt_df.bit_and %a, %b : !molt_df.nullable<i8>, i8
    %or = molt_df.bit_or %a, %b : !molt_df.nullable<i8>, i8
    %xor = molt_df.bit_xor %a, %u : !molt_df.nullable<i8>, ui8
    %mix = molt_df.bit_and %u, %a : ui8, !molt_df.nullable<i8>
    %not = molt_df.bit_not %a : !molt_df.nullable<i8>
    %inv = molt_df.bit_not %u : ui8
    molt_df.yield %and, %or, %xor, %mix, %not, %inv : !molt_df.nullable<i8>, !molt_df.nullable<i8>, !molt_df.nullable<i16>, !molt_df.nullable<i16>, !molt_df.nullable<i8>, ui8
  } : !molt_df.table<"a": i8?, "b": i8, "u": ui8>
  return %1 : !molt_df.table<"a": i8?, "b": i8, "u": ui8, "and": i8?, "or": i8?, "xor": i16?, "mix": i16?, "not": i8?, "inv": ui8>
}

func.func @shifts() -> !molt_df.table<"x": i64?, "n": i64?, "w": i64?, "r": i64?> {
  %0 = molt_df.source "shifts" : !molt_df.table<"x": i64?, "n": i64?>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w", "r"] {
  ^bb0(%x: !molt_df.nullable<i64>, %n: !molt_df.nullable<i64>):
    %w = molt_df.shl overflow<wrap> %x, %n : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    %r = molt_df.shr %x, %n : !molt_df.nullable<i64>, !molt_df.nullable<i64>
    molt_df.yield %w, %r : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64?, "n": i64?>
  return %1 : !molt_df.table<"x": i64?, "n": i64?, "w": i64?, "r": i64?>
}

func.func @checked() -> !molt_df.table<"x": i64, "n": i16, "w": i64> {
  %0 = molt_df.source "fits" : !molt_df.table<"x": i64, "n": i16>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w"] {
  ^bb0(%x: i64, %n: i16):
    %w = molt_df.shl %x, %n : i64, i16
    molt_df.yield %w : i64
  } : !molt_df.table<"x": i64, "n": i16>
  return %1 : !molt_df.table<"x": i64, "n": i16, "w": i64>
}

func.func @positive_overflow() -> !molt_df.table<"x": i64, "n": i64, "w": i64> {
  %0 = molt_df.source "positive" : !molt_df.table<"x": i64, "n": i64>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w"] {
  ^bb0(%x: i64, %n: i64):
    %w = molt_df.shl %x, %n : i64, i64
    molt_df.yield %w : i64
  } : !molt_df.table<"x": i64, "n": i64>
  return %1 : !molt_df.table<"x": i64, "n": i64, "w": i64>
}

func.func @negative_overflow() -> !molt_df.table<"x": i64, "n": i64, "w": i64> {
  %0 = molt_df.source "negative" : !molt_df.table<"x": i64, "n": i64>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w"] {
  ^bb0(%x: i64, %n: i64):
    %w = molt_df.shl %x, %n : i64, i64
    molt_df.yield %w : i64
  } : !molt_df.table<"x": i64, "n": i64>
  return %1 : !molt_df.table<"x": i64, "n": i64, "w": i64>
}

func.func @beyond_overflow() -> !molt_df.table<"x": i64, "n": i64, "w": i64> {
  %0 = molt_df.source "beyond" : !molt_df.table<"x": i64, "n": i64>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w"] {
  ^bb0(%x: i64, %n: i64):
    %w = molt_df.shl %x, %n : i64, i64
    molt_df.yield %w : i64
  } : !molt_df.table<"x": i64, "n": i64>
  return %1 : !molt_df.table<"x": i64, "n": i64, "w": i64>
}

func.func @null_count() -> !molt_df.table<"x": i64?, "n": i64, "w": i64?, "r": i64?> {
  %0 = molt_df.source "counts" : !molt_df.table<"x": i64?, "n": i64>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w", "r"] {
  ^bb0(%x: !molt_df.nullable<i64>, %n: i64):
    %w = molt_df.shl %x, %n : !molt_df.nullable<i64>, i64
    %r = molt_df.shr %x, %n : !molt_df.nullable<i64>, i64
    molt_df.yield %w, %r : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !molt_df.table<"x": i64?, "n": i64>
  return %1 : !molt_df.table<"x": i64?, "n": i64, "w": i64?, "r": i64?>
}

func.func @negative_left() -> !molt_df.table<"x": i64, "n": i8, "w": i64> {
  %0 = molt_df.source "back" : !molt_df.table<"x": i64, "n": i8>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w"] {
  ^bb0(%x: i64, %n: i8):
    %w = molt_df.shl overflow<wrap> %x, %n : i64, i8
    molt_df.yield %w : i64
  } : !molt_df.table<"x": i64, "n": i8>
  return %1 : !molt_df.table<"x": i64, "n": i8, "w": i64>
}

func.func @negative_right() -> !molt_df.table<"x": i64, "n": i8, "w": i64> {
  %0 = molt_df.source "back" : !molt_df.table<"x": i64, "n": i8>
  %1 = molt_df.with_columns %0 ["x", "n"] -> ["w"] {
  ^bb0(%x: i64, %n: i8):
    %w = molt_df.shr %x, %n : i64, i8
    molt_df.yield %w : i64
  } : !molt_df.table<"x": i64, "n": i8>
  return %1 : !molt_df.table<"x": i64, "n": i8, "w": i64>
}

func.func @unsigned() -> !molt_df.table<"u": ui8, "n": ui8, "w": ui8, "r": ui8> {
  %0 = molt_df.source "unsigned" : !molt_df.table<"u": ui8, "n": ui8>
  %1 = molt_df.with_columns %0 ["u", "n"] -> ["w", "r"] {
  ^bb0(%u: ui8, %n: ui8):
    %w = molt_df.shl overflow<wrap> %u, %n : ui8, ui8
    %r = molt_df.shr %u, %n : ui8, ui8
    molt_df.yield %w, %r : ui8, ui8
  } : !molt_df.table<"u": ui8, "n": ui8>
  return %1 : !molt_df.table<"u": ui8, "n": ui8, "w": ui8, "r": ui8>
}

//--- bits.csv
a,b,u
0,0,0
1,3,1
-1,5,7
-128,127,255
127,-128,200
85,-86,15
-2,-4,128
,1,2
//--- bits.out
a,b,u,and,or,xor,mix,not,inv
0,0,0,0,0,0,0,-1,255
1,3,1,1,3,0,1,-2,254
-1,5,7,5,-1,-8,7,0,248
-128,127,255,0,-1,-129,128,127,0
127,-128,200,0,-1,183,72,-128,55
85,-86,15,0,-1,90,5,-86,240
-2,-4,128,-4,-2,-130,128,1,127
,1,2,,,,,,253
//--- shifts.csv
x,n
1,0
1,62
-1,63
3,61
-8,1
-8,2
5,63
5,64
0,200
-1,200
9223372036854775807,1
-9223372036854775808,63
12345678901234,7
,3
3,
//--- shifts.out
x,n,w,r
1,0,1,1
1,62,4611686018427387904,0
-1,63,-9223372036854775808,-1
3,61,6917529027641081856,0
-8,1,-16,-4
-8,2,-32,-2
5,63,-9223372036854775808,0
5,64,0,0
0,200,0,0
-1,200,0,-1
9223372036854775807,1,-2,4611686018427387903
-9223372036854775808,63,0,-1
12345678901234,7,1580246899357952,96450616415
,3,,
3,,,
//--- fits.csv
x,n
1,0
1,62
-1,63
3,61
0,200
-9223372036854775808,0
12345678901234,7
0,63
//--- checked.out
x,n,w
1,0,1
1,62,4611686018427387904
-1,63,-9223372036854775808
3,61,6917529027641081856
0,200,0
-9223372036854775808,0,-9223372036854775808
12345678901234,7,1580246899357952
0,63,0
//--- positive.csv
x,n
0,64
1,63
//--- positive_overflow.err
overflow: .*does not fit
//--- negative.csv
x,n
0,64
-3,62
//--- negative_overflow.err
overflow: .*does not fit
//--- beyond.csv
x,n
0,64
1,64
//--- beyond_overflow.err
overflow: .*does not fit
//--- counts.csv
x,n
1,1
,-1
//--- null_count.out
x,n,w,r
1,1,2,0
,-1,,
//--- back.csv
x,n
1,1
0,-1
//--- negative_left.err
overflow: .*negative number
//--- negative_right.err
overflow: .*negative number
//--- unsigned.csv
u,n
255,0
255,1
255,8
129,7
1,7
2,200
//--- unsigned.out
u,n,w,r
255,0,255,255
255,1,254,127
255,8,0,0
129,7,128,1
1,7,128,0
2,200,0,0
