// Errors, with their location and row: the last row of each input is the first value beyond a limit, those before
// are at it.
// RUN: split-file %s %t && %all-ways %t

//--- program.mlir
func.func @decimal_limits() -> !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>> {
  %t = molt_df.source "decimal_limits_" : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<38, 0>, %y: !molt_df.decimal<38, 0>):
    %r = molt_df.mul %x, %y : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  return %u : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>>
}

func.func @decimal_product_over() -> !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>> {
  %t = molt_df.source "decimal_product_over_" : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<38, 0>, %y: !molt_df.decimal<38, 0>):
    %r = molt_df.mul %x, %y : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  return %u : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>>
}

func.func @decimal_product_under() -> !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>> {
  %t = molt_df.source "decimal_product_under_" : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<38, 0>, %y: !molt_df.decimal<38, 0>):
    %r = molt_df.mul %x, %y : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  return %u : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>>
}

func.func @decimal_sum_over() -> !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>> {
  %t = molt_df.source "decimal_sum_over_" : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<38, 0>, %y: !molt_df.decimal<38, 0>):
    %r = molt_df.add %x, %y : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  return %u : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>>
}

func.func @decimal_difference_under() -> !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>> {
  %t = molt_df.source "decimal_difference_under_" : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<38, 0>, %y: !molt_df.decimal<38, 0>):
    %r = molt_df.sub %x, %y : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
    molt_df.yield %r : !molt_df.decimal<38, 0>
  } : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>>
  return %u : !molt_df.table<"x": !molt_df.decimal<38, 0>, "y": !molt_df.decimal<38, 0>, "r": !molt_df.decimal<38, 0>>
}

func.func @unsigned_limits() -> !molt_df.table<"x": ui8, "y": ui8, "r": ui8> {
  %t = molt_df.source "unsigned_limits_" : !molt_df.table<"x": ui8, "y": ui8>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: ui8, %y: ui8):
    %r = molt_df.mul %x, %y : ui8, ui8
    molt_df.yield %r : ui8
  } : !molt_df.table<"x": ui8, "y": ui8>
  return %u : !molt_df.table<"x": ui8, "y": ui8, "r": ui8>
}

func.func @ui8_product_over() -> !molt_df.table<"x": ui8, "y": ui8, "r": ui8> {
  %t = molt_df.source "ui8_product_over_" : !molt_df.table<"x": ui8, "y": ui8>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: ui8, %y: ui8):
    %r = molt_df.mul %x, %y : ui8, ui8
    molt_df.yield %r : ui8
  } : !molt_df.table<"x": ui8, "y": ui8>
  return %u : !molt_df.table<"x": ui8, "y": ui8, "r": ui8>
}

func.func @ui32_product_over() -> !molt_df.table<"x": ui32, "y": ui32, "r": ui32> {
  %t = molt_df.source "ui32_product_over_" : !molt_df.table<"x": ui32, "y": ui32>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: ui32, %y: ui32):
    %r = molt_df.mul %x, %y : ui32, ui32
    molt_df.yield %r : ui32
  } : !molt_df.table<"x": ui32, "y": ui32>
  return %u : !molt_df.table<"x": ui32, "y": ui32, "r": ui32>
}

func.func @ui64_product_over() -> !molt_df.table<"x": ui64, "y": ui64, "r": ui64> {
  %t = molt_df.source "ui64_product_over_" : !molt_df.table<"x": ui64, "y": ui64>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: ui64, %y: ui64):
    %r = molt_df.mul %x, %y : ui64, ui64
    molt_df.yield %r : ui64
  } : !molt_df.table<"x": ui64, "y": ui64>
  return %u : !molt_df.table<"x": ui64, "y": ui64, "r": ui64>
}

func.func @ui64_sum_over() -> !molt_df.table<"x": ui64, "y": ui64, "r": ui64> {
  %t = molt_df.source "ui64_sum_over_" : !molt_df.table<"x": ui64, "y": ui64>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: ui64, %y: ui64):
    %r = molt_df.add %x, %y : ui64, ui64
    molt_df.yield %r : ui64
  } : !molt_df.table<"x": ui64, "y": ui64>
  return %u : !molt_df.table<"x": ui64, "y": ui64, "r": ui64>
}

func.func @ui64_difference_under() -> !molt_df.table<"x": ui64, "y": ui64, "r": ui64> {
  %t = molt_df.source "ui64_difference_under_" : !molt_df.table<"x": ui64, "y": ui64>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: ui64, %y: ui64):
    %r = molt_df.sub %x, %y : ui64, ui64
    molt_df.yield %r : ui64
  } : !molt_df.table<"x": ui64, "y": ui64>
  return %u : !molt_df.table<"x": ui64, "y": ui64, "r": ui64>
}

func.func @i64_product_over() -> !molt_df.table<"x": i64, "y": i64, "r": i64> {
  %t = molt_df.source "i64_product_over_" : !molt_df.table<"x": i64, "y": i64>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: i64, %y: i64):
    %r = molt_df.mul %x, %y : i64, i64
    molt_df.yield %r : i64
  } : !molt_df.table<"x": i64, "y": i64>
  return %u : !molt_df.table<"x": i64, "y": i64, "r": i64>
}

func.func @i64_sum_under() -> !molt_df.table<"x": i64, "y": i64, "r": i64> {
  %t = molt_df.source "i64_sum_under_" : !molt_df.table<"x": i64, "y": i64>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: i64, %y: i64):
    %r = molt_df.add %x, %y : i64, i64
    molt_df.yield %r : i64
  } : !molt_df.table<"x": i64, "y": i64>
  return %u : !molt_df.table<"x": i64, "y": i64, "r": i64>
}

func.func @i16_difference_over() -> !molt_df.table<"x": i16, "y": i16, "r": i16> {
  %t = molt_df.source "i16_difference_over_" : !molt_df.table<"x": i16, "y": i16>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: i16, %y: i16):
    %r = molt_df.sub %x, %y : i16, i16
    molt_df.yield %r : i16
  } : !molt_df.table<"x": i16, "y": i16>
  return %u : !molt_df.table<"x": i16, "y": i16, "r": i16>
}

func.func @negated_limits() -> !molt_df.table<"x": i8, "r": i8> {
  %t = molt_df.source "negated_limits_" : !molt_df.table<"x": i8>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: i8):
    %r = molt_df.neg %x : i8
    molt_df.yield %r : i8
  } : !molt_df.table<"x": i8>
  return %u : !molt_df.table<"x": i8, "r": i8>
}

func.func @negated_over() -> !molt_df.table<"x": i8, "r": i8> {
  %t = molt_df.source "negated_over_" : !molt_df.table<"x": i8>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: i8):
    %r = molt_df.neg %x : i8
    molt_df.yield %r : i8
  } : !molt_df.table<"x": i8>
  return %u : !molt_df.table<"x": i8, "r": i8>
}

func.func @negated_unsigned() -> !molt_df.table<"x": ui8, "r": ui8> {
  %t = molt_df.source "negated_unsigned_" : !molt_df.table<"x": ui8>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: ui8):
    %r = molt_df.neg %x : ui8
    molt_df.yield %r : ui8
  } : !molt_df.table<"x": ui8>
  return %u : !molt_df.table<"x": ui8, "r": ui8>
}

func.func @date_over() -> !molt_df.table<"x": !molt_df.date32, "y": i64, "r": !molt_df.date32> {
  %t = molt_df.source "date_over_" : !molt_df.table<"x": !molt_df.date32, "y": i64>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.date32, %y: i64):
    %r = molt_df.add %x, %y : !molt_df.date32, i64
    molt_df.yield %r : !molt_df.date32
  } : !molt_df.table<"x": !molt_df.date32, "y": i64>
  return %u : !molt_df.table<"x": !molt_df.date32, "y": i64, "r": !molt_df.date32>
}

func.func @date_under() -> !molt_df.table<"x": !molt_df.date32, "y": ui32, "r": !molt_df.date32> {
  %t = molt_df.source "date_under_" : !molt_df.table<"x": !molt_df.date32, "y": ui32>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.date32, %y: ui32):
    %r = molt_df.sub %x, %y : !molt_df.date32, ui32
    molt_df.yield %r : !molt_df.date32
  } : !molt_df.table<"x": !molt_df.date32, "y": ui32>
  return %u : !molt_df.table<"x": !molt_df.date32, "y": ui32, "r": !molt_df.date32>
}

func.func @quotient_over() -> !molt_df.table<"x": i32, "y": i32, "r": i32?> {
  %t = molt_df.source "quotient_over_" : !molt_df.table<"x": i32, "y": i32>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: i32, %y: i32):
    %r = molt_df.div zero_is_null %x, %y : i32, i32
    molt_df.yield %r : !molt_df.nullable<i32>
  } : !molt_df.table<"x": i32, "y": i32>
  return %u : !molt_df.table<"x": i32, "y": i32, "r": i32?>
}

func.func @division_by_zero() -> !molt_df.table<"x": i16, "y": i16, "r": i16> {
  %t = molt_df.source "division_by_zero_" : !molt_df.table<"x": i16, "y": i16>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: i16, %y: i16):
    %r = molt_df.div %x, %y : i16, i16
    molt_df.yield %r : i16
  } : !molt_df.table<"x": i16, "y": i16>
  return %u : !molt_df.table<"x": i16, "y": i16, "r": i16>
}

func.func @decimal_division_by_zero() -> !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<9, 1>, "r": !molt_df.decimal<14, 6>> {
  %t = molt_df.source "decimal_division_by_zero_" : !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<9, 1>>
  %u = molt_df.with_columns %t ["x", "y"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<9, 2>, %y: !molt_df.decimal<9, 1>):
    %r = molt_df.div %x, %y : !molt_df.decimal<9, 2>, !molt_df.decimal<9, 1>
    molt_df.yield %r : !molt_df.decimal<14, 6>
  } : !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<9, 1>>
  return %u : !molt_df.table<"x": !molt_df.decimal<9, 2>, "y": !molt_df.decimal<9, 1>, "r": !molt_df.decimal<14, 6>>
}

func.func @cast_over() -> !molt_df.table<"x": i64, "r": i8> {
  %t = molt_df.source "cast_over_" : !molt_df.table<"x": i64>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: i64):
    %r = molt_df.cast %x : i64 to i8
    molt_df.yield %r : i8
  } : !molt_df.table<"x": i64>
  return %u : !molt_df.table<"x": i64, "r": i8>
}

func.func @cast_under() -> !molt_df.table<"x": i64, "r": i8> {
  %t = molt_df.source "cast_under_" : !molt_df.table<"x": i64>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: i64):
    %r = molt_df.cast %x : i64 to i8
    molt_df.yield %r : i8
  } : !molt_df.table<"x": i64>
  return %u : !molt_df.table<"x": i64, "r": i8>
}

func.func @cast_negative() -> !molt_df.table<"x": i8, "r": ui64> {
  %t = molt_df.source "cast_negative_" : !molt_df.table<"x": i8>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: i8):
    %r = molt_df.cast %x : i8 to ui64
    molt_df.yield %r : ui64
  } : !molt_df.table<"x": i8>
  return %u : !molt_df.table<"x": i8, "r": ui64>
}

func.func @cast_fraction() -> !molt_df.table<"x": f64, "r": i32> {
  %t = molt_df.source "cast_fraction_" : !molt_df.table<"x": f64>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: f64):
    %r = molt_df.cast %x : f64 to i32
    molt_df.yield %r : i32
  } : !molt_df.table<"x": f64>
  return %u : !molt_df.table<"x": f64, "r": i32>
}

func.func @cast_float_over() -> !molt_df.table<"x": f64, "r": i64> {
  %t = molt_df.source "cast_float_over_" : !molt_df.table<"x": f64>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: f64):
    %r = molt_df.cast %x : f64 to i64
    molt_df.yield %r : i64
  } : !molt_df.table<"x": f64>
  return %u : !molt_df.table<"x": f64, "r": i64>
}

func.func @cast_to_bool() -> !molt_df.table<"x": i8, "r": i1> {
  %t = molt_df.source "cast_to_bool_" : !molt_df.table<"x": i8>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: i8):
    %r = molt_df.cast %x : i8 to i1
    molt_df.yield %r : i1
  } : !molt_df.table<"x": i8>
  return %u : !molt_df.table<"x": i8, "r": i1>
}

func.func @cast_null() -> !molt_df.table<"x": i8?, "r": i16> {
  %t = molt_df.source "cast_null_" : !molt_df.table<"x": i8?>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.nullable<i8>):
    %r = molt_df.cast %x : !molt_df.nullable<i8> to i16
    molt_df.yield %r : i16
  } : !molt_df.table<"x": i8?>
  return %u : !molt_df.table<"x": i8?, "r": i16>
}

func.func @cast_decimal_over() -> !molt_df.table<"x": !molt_df.decimal<9, 2>, "r": !molt_df.decimal<3, 1>> {
  %t = molt_df.source "cast_decimal_over_" : !molt_df.table<"x": !molt_df.decimal<9, 2>>
  %u = molt_df.with_columns %t ["x"] -> ["r"] {
  ^bb0(%x: !molt_df.decimal<9, 2>):
    %r = molt_df.cast %x : !molt_df.decimal<9, 2> to !molt_df.decimal<3, 1>
    molt_df.yield %r : !molt_df.decimal<3, 1>
  } : !molt_df.table<"x": !molt_df.decimal<9, 2>>
  return %u : !molt_df.table<"x": !molt_df.decimal<9, 2>, "r": !molt_df.decimal<3, 1>>
}

//--- decimal_limits_.csv
x,y
10000000000000000000,9999999999999999999
-10000000000000000000,9999999999999999999
99999999999999999999999999999999999999,1
-99999999999999999999999999999999999999,1
-99999999999999999999999999999999999999,-1
//--- decimal_limits.out
x,y,r
10000000000000000000,9999999999999999999,99999999999999999990000000000000000000
-10000000000000000000,9999999999999999999,-99999999999999999990000000000000000000
99999999999999999999999999999999999999,1,99999999999999999999999999999999999999
-99999999999999999999999999999999999999,1,-99999999999999999999999999999999999999
-99999999999999999999999999999999999999,-1,99999999999999999999999999999999999999
//--- decimal_product_over_.csv
x,y
1,1
10000000000000000000,10000000000000000000
//--- decimal_product_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- decimal_product_under_.csv
x,y
1,1
-10000000000000000000,10000000000000000000
//--- decimal_product_under.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- decimal_sum_over_.csv
x,y
1,1
99999999999999999999999999999999999999,1
//--- decimal_sum_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- decimal_difference_under_.csv
x,y
1,1
-99999999999999999999999999999999999999,1
//--- decimal_difference_under.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- unsigned_limits_.csv
x,y
16,15
255,1
0,255
51,5
//--- unsigned_limits.out
x,y,r
16,15,240
255,1,255
0,255,0
51,5,255
//--- ui8_product_over_.csv
x,y
1,1
16,16
//--- ui8_product_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- ui32_product_over_.csv
x,y
65536,65535
65536,65536
//--- ui32_product_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- ui64_product_over_.csv
x,y
4294967296,4294967295
4294967296,4294967296
//--- ui64_product_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- ui64_sum_over_.csv
x,y
18446744073709551614,1
18446744073709551615,1
//--- ui64_sum_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- ui64_difference_under_.csv
x,y
7,7
7,8
//--- ui64_difference_under.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- i64_product_over_.csv
x,y
-9223372036854775808,1
4611686018427387904,-2
-4611686018427387904,-2
//--- i64_product_over.err
program.mlir:\d+:\d+: overflow: .*\(row 2 counting from 0\)
//--- i64_sum_under_.csv
x,y
-9223372036854775808,0
-9223372036854775808,-1
//--- i64_sum_under.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- i16_difference_over_.csv
x,y
-1,-32768
0,-32768
//--- i16_difference_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- negated_limits_.csv
x
127
-127
0
//--- negated_limits.out
x,r
127,-127
-127,127
0,0
//--- negated_over_.csv
x
1
-128
//--- negated_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- negated_unsigned_.csv
x
0
1
//--- negated_unsigned.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- date_over_.csv
x,y
1970-01-02,2147483646
1970-01-02,2147483647
//--- date_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- date_under_.csv
x,y
1969-12-31,2147483647
1969-12-31,2147483648
//--- date_under.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- quotient_over_.csv
x,y
-2147483648,1
-2147483648,-1
//--- quotient_over.err
program.mlir:\d+:\d+: overflow: .*\(row 1 counting from 0\)
//--- division_by_zero_.csv
x,y
1,1
1,0
//--- division_by_zero.err
program.mlir:\d+:\d+: division by zero.*\(row 1 counting from 0\)
//--- decimal_division_by_zero_.csv
x,y
1.00,1.0
1.00,0.0
//--- decimal_division_by_zero.err
program.mlir:\d+:\d+: division by zero.*\(row 1 counting from 0\)
//--- cast_over_.csv
x
127
128
//--- cast_over.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
//--- cast_under_.csv
x
-128
-129
//--- cast_under.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
//--- cast_negative_.csv
x
0
-1
//--- cast_negative.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
//--- cast_fraction_.csv
x
7.0
7.5
//--- cast_fraction.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
//--- cast_float_over_.csv
x
-9223372036854775808
9223372036854775808
//--- cast_float_over.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
//--- cast_to_bool_.csv
x
0
1
2
//--- cast_to_bool.err
program.mlir:\d+:\d+: cast: .*\(row 2 counting from 0\)
//--- cast_null_.csv
x
0

//--- cast_null.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
//--- cast_decimal_over_.csv
x
99.94
99.95
//--- cast_decimal_over.err
program.mlir:\d+:\d+: cast: .*\(row 1 counting from 0\)
