// Constants of every type, at their extremes, through text and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK-LABEL: func @integers
func.func @integers() {
  // CHECK: constant -128 : i8
  %0 = molt_df.constant -128 : i8
  // CHECK: constant 127 : i8
  %1 = molt_df.constant 127 : i8
  // CHECK: constant -9223372036854775808 : i64
  %2 = molt_df.constant -9223372036854775808 : i64
  // CHECK: constant 9223372036854775807 : i64
  %3 = molt_df.constant 9223372036854775807 : i64
  // CHECK: constant 255 : ui8
  %4 = molt_df.constant 255 : ui8
  // CHECK: constant 18446744073709551615 : ui64
  %5 = molt_df.constant 18446744073709551615 : ui64
  // CHECK: constant 0 : !molt_df.nullable<ui16>
  %6 = molt_df.constant 0 : !molt_df.nullable<ui16>
  // CHECK: constant 31 : i32
  %7 = molt_df.constant 0x1F : i32
  // CHECK: constant true : i1
  %8 = molt_df.constant true : i1
  // CHECK: constant false : !molt_df.nullable<i1>
  %9 = molt_df.constant false : !molt_df.nullable<i1>
  return
}

// CHECK-LABEL: func @floats
func.func @floats() {
  // CHECK: constant 1.500000e+00 : f64
  %0 = molt_df.constant 1.5 : f64
  // CHECK: constant -1.500000e+00 : f64
  %1 = molt_df.constant -1.5 : f64
  // CHECK: constant -0.000000e+00 : f64
  %2 = molt_df.constant -0.0 : f64
  // CHECK: constant 1.000000e-01 : f32
  %3 = molt_df.constant 0.1 : f32
  // CHECK: constant 1.000000e-01 : f64
  %4 = molt_df.constant 0.1 : f64
  // CHECK: constant 4.940660e-324 : f64
  %5 = molt_df.constant 4.9406564584124654E-324 : f64
  // CHECK: constant 1.7976931348623157E+308 : f64
  %6 = molt_df.constant 1.7976931348623157E+308 : f64
  // CHECK: constant 0x7F800000 : f32
  %7 = molt_df.constant 0x7F800000 : f32
  // CHECK: constant 0x7FF8000000000000 : f64
  %8 = molt_df.constant 0x7FF8000000000000 : f64
  // CHECK: constant 0xFFF0000000000000 : !molt_df.nullable<f64>
  %9 = molt_df.constant 0xFFF0000000000000 : !molt_df.nullable<f64>
  // Halfway between two f32 but for its last digit: rounded once, upwards.
  // CHECK: constant 1.00000012 : f32
  %10 = molt_df.constant 1.00000005960464477540 : f32
  // CHECK: constant 3.40282347E+38 : f32
  %11 = molt_df.constant 340282346638528859811704183484516925440.0 : f32
  return
}

// CHECK-LABEL: func @decimals
func.func @decimals() {
  // CHECK: constant "0.05" : !molt_df.decimal<15, 2>
  %0 = molt_df.constant "0.05" : !molt_df.decimal<15, 2>
  // CHECK: constant "-0.05" : !molt_df.decimal<2, 2>
  %1 = molt_df.constant "-0.05" : !molt_df.decimal<2, 2>
  // CHECK: constant "24.00" : !molt_df.decimal<15, 2>
  %2 = molt_df.constant "24" : !molt_df.decimal<15, 2>
  // Zeros beyond the scale are no digits.
  // CHECK: constant "1.50" : !molt_df.decimal<15, 2>
  %3 = molt_df.constant "1.50000" : !molt_df.decimal<15, 2>
  // CHECK: constant "99999999999999999999999999999999999999" : !molt_df.decimal<38, 0>
  %4 = molt_df.constant "99999999999999999999999999999999999999" : !molt_df.decimal<38, 0>
  // CHECK: constant "-0.99999999999999999999999999999999999999" : !molt_df.decimal<38, 38>
  %5 = molt_df.constant "-0.99999999999999999999999999999999999999" : !molt_df.decimal<38, 38>
  // CHECK: constant "0.00" : !molt_df.nullable<!molt_df.decimal<15, 2>>
  %6 = molt_df.constant "-0" : !molt_df.nullable<!molt_df.decimal<15, 2>>
  return
}

// CHECK-LABEL: func @dates
func.func @dates() {
  // CHECK: constant "1970-01-01" : !molt_df.date32
  %0 = molt_df.constant "1970-01-01" : !molt_df.date32
  // CHECK: constant "2000-02-29" : !molt_df.nullable<!molt_df.date32>
  %1 = molt_df.constant "2000-02-29" : !molt_df.nullable<!molt_df.date32>
  // CHECK: constant "0000-12-31" : !molt_df.date32
  %2 = molt_df.constant "0000-12-31" : !molt_df.date32
  // CHECK: constant "-0001-03-01" : !molt_df.date32
  %3 = molt_df.constant "-0001-03-01" : !molt_df.date32
  // CHECK: constant "+10000-01-01" : !molt_df.date32
  %4 = molt_df.constant "+10000-01-01" : !molt_df.date32
  // The first and the last day that 32 bits reach.
  // CHECK: constant "-5877641-06-23" : !molt_df.date32
  %5 = "molt_df.constant"() <{value = -2147483648 : i32}> : () -> !molt_df.date32
  // CHECK: constant "+5881580-07-11" : !molt_df.date32
  %6 = "molt_df.constant"() <{value = 2147483647 : i32}> : () -> !molt_df.date32
  return
}

// CHECK-LABEL: func @strings
func.func @strings() {
  // CHECK: constant "BUILDING" : !molt_str.utf8
  %0 = molt_df.constant "BUILDING" : !molt_str.utf8
  // CHECK: constant "" : !molt_df.nullable<!molt_str.utf8>
  %1 = molt_df.constant "" : !molt_df.nullable<!molt_str.utf8>
  // CHECK: constant "\C3\A4 \22\00\0A" : !molt_str.utf8
  %2 = molt_df.constant "ä \"\00\n" : !molt_str.utf8
  // CHECK: constant "1994-01-01" : !molt_str.utf8
  %3 = molt_df.constant "1994-01-01" : !molt_str.utf8
  return
}

// CHECK-LABEL: func @nulls
func.func @nulls() {
  // CHECK: constant null : !molt_df.nullable<i64>
  %0 = molt_df.constant null : !molt_df.nullable<i64>
  // CHECK: constant null : !molt_df.nullable<!molt_str.utf8>
  %1 = molt_df.constant null : !molt_df.nullable<!molt_str.utf8>
  // CHECK: constant null {note = "other attributes stay"} : !molt_df.nullable<f32>
  %2 = molt_df.constant null {note = "other attributes stay"} : !molt_df.nullable<f32>
  return
}
