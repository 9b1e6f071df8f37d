// Folds of remainders, bits, membership and functions of floats. What would fail stays.
// RUN: molt-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @remainders
func.func @remainders() -> (i64, i64, i64, !molt_df.decimal<5, 3>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, i64, f64) {
  %a = molt_df.constant -7 : i64
  %b = molt_df.constant 3 : i64
  %z = molt_df.constant 0 : i64
  %m = molt_df.constant -9223372036854775808 : i64
  %o = molt_df.constant -1 : i64
  %u = molt_df.constant 200 : ui8
  %p = molt_df.constant "5.50" : !molt_df.decimal<4, 2>
  %q = molt_df.constant "2.000" : !molt_df.decimal<4, 3>
  %null = molt_df.constant null : !molt_df.nullable<i64>
  %f = molt_df.constant 5.5 : f64
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant -1 : i64
  %0 = molt_df.rem %a, %b : i64, i64
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant 0 : i64
  %1 = molt_df.rem %m, %o : i64, i64
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant 2 : i64
  %2 = molt_df.rem %u, %b : ui8, i64
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant "1.500" : !molt_df.decimal<5, 3>
  %3 = molt_df.rem %p, %q : !molt_df.decimal<4, 2>, !molt_df.decimal<4, 3>
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant null : !molt_df.nullable<i64>
  %4 = molt_df.rem zero_is_null %a, %z : i64, i64
  %5 = molt_df.rem %null, %z : !molt_df.nullable<i64>, i64
  // CHECK-DAG: %[[R6:.*]] = molt_df.rem
  %6 = molt_df.rem %a, %z : i64, i64
  // CHECK-DAG: %[[R7:.*]] = molt_df.rem
  %7 = molt_df.rem %f, %f : f64, f64
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R4]], %[[R6]], %[[R7]]
  return %0, %1, %2, %3, %4, %5, %6, %7 : i64, i64, i64, !molt_df.decimal<5, 3>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, i64, f64
}

// CHECK-LABEL: func @bits
func.func @bits() -> (i8, i8, i16, ui8, i8, i8, i8, ui8, i8, i8, i8, ui8, i8, ui8, i8) {
  %a = molt_df.constant -6 : i8
  %b = molt_df.constant 12 : i8
  %u = molt_df.constant 240 : ui8
  %n = molt_df.constant 3 : i8
  %w = molt_df.constant 200 : ui8
  %minus = molt_df.constant -1 : i8
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant 8 : i8
  %0 = molt_df.bit_and %a, %b : i8, i8
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant -2 : i8
  %1 = molt_df.bit_or %a, %b : i8, i8
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant -246 : i16
  %2 = molt_df.bit_xor %u, %a : ui8, i8
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant 15 : ui8
  %3 = molt_df.bit_not %u : ui8
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant 5 : i8
  %4 = molt_df.bit_not %a : i8
  // CHECK-DAG: %[[R5:.*]] = molt_df.constant -48 : i8
  %5 = molt_df.shl %a, %n : i8, i8
  // CHECK-DAG: %[[R6:.*]] = molt_df.constant 96 : i8
  %6 = molt_df.shl overflow<wrap> %b, %n : i8, i8
  // CHECK-DAG: %[[R7:.*]] = molt_df.constant 128 : ui8
  %7 = molt_df.shl overflow<wrap> %u, %n : ui8, i8
  // CHECK-DAG: %[[R8:.*]] = molt_df.constant 0 : i8
  %8 = molt_df.shl overflow<wrap> %b, %w : i8, ui8
  // CHECK-DAG: %[[R9:.*]] = molt_df.constant -1 : i8
  %9 = molt_df.shr %a, %n : i8, i8
  %10 = molt_df.shr %a, %w : i8, ui8
  // CHECK-DAG: %[[R11:.*]] = molt_df.constant 30 : ui8
  %11 = molt_df.shr %u, %n : ui8, i8
  %12 = molt_df.shr %b, %w : i8, ui8
  // CHECK-DAG: %[[R13:.*]] = molt_df.shl
  %13 = molt_df.shl %u, %n : ui8, i8
  // CHECK-DAG: %[[R14:.*]] = molt_df.shr
  %14 = molt_df.shr %a, %minus : i8, i8
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]], %[[R6]], %[[R7]], %[[R8]], %[[R9]], %[[R9]], %[[R11]], %[[R8]], %[[R13]], %[[R14]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12, %13, %14 : i8, i8, i16, ui8, i8, i8, i8, ui8, i8, i8, i8, ui8, i8, ui8, i8
}

// NaN equals NaN, and zeros are equal.
// CHECK-LABEL: func @membership
func.func @membership() -> (i1, i1, i1, i1, i1, i1, !molt_df.nullable<i1>) {
  %one = molt_df.constant 1 : i64
  %two = molt_df.constant 2 : i64
  %three = molt_df.constant 3 : i64
  %nan = molt_df.constant 0x7FF8000000000000 : f64
  %zero = molt_df.constant 0.0 : f64
  %minus = molt_df.constant -0.0 : f64
  %s = molt_df.constant "a" : !molt_str.utf8
  %t = molt_df.constant "b" : !molt_str.utf8
  %null = molt_df.constant null : !molt_df.nullable<i64>
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant true : i1
  %0 = molt_df.is_in %one, [%two, %one] : i64
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant false : i1
  %1 = molt_df.is_in %one, [%two, %three] : i64
  %2 = molt_df.is_in %nan, [%zero, %nan] : f64
  %3 = molt_df.is_in %zero, [%minus] : f64
  %4 = molt_df.is_in %s, [%t] : !molt_str.utf8
  %5 = molt_df.is_in %one, [] : i64
  // CHECK-DAG: %[[R6:.*]] = molt_df.constant null : !molt_df.nullable<i1>
  %6 = molt_df.is_in %null, [%one, %two] : !molt_df.nullable<i64>
  // CHECK: return %[[R0]], %[[R1]], %[[R0]], %[[R0]], %[[R1]], %[[R1]], %[[R6]]
  return %0, %1, %2, %3, %4, %5, %6 : i1, i1, i1, i1, i1, i1, !molt_df.nullable<i1>
}

// A value that is twice in the list; a list of one; what is not known.
// CHECK-LABEL: func @unknown_membership
// CHECK-SAME: (%[[X:.*]]: i64, %[[Y:.*]]: i64, %[[S:.*]]: !molt_str.utf8, %[[N:.*]]: !molt_df.nullable<i64>)
func.func @unknown_membership(%x: i64, %y: i64, %s: !molt_str.utf8, %n: !molt_df.nullable<i64>) -> (i1, i1, i1, i1, !molt_df.nullable<i1>) {
  %one = molt_df.constant 1 : i64
  %two = molt_df.constant 2 : i64
  // CHECK-DAG: %[[ONE:.*]] = molt_df.constant 1 : i64
  // CHECK-DAG: %[[TWO:.*]] = molt_df.constant 2 : i64
  // CHECK: %[[LIST:.*]] = molt_df.is_in %[[X]], [%[[ONE]], %[[TWO]]] : i64
  %0 = molt_df.is_in %x, [%one, %two, %one] : i64
  // CHECK: %[[EQ:.*]] = molt_df.cmp eq %[[X]], %[[TWO]]
  %1 = molt_df.is_in %x, [%two] : i64
  // CHECK: %[[CONST:.*]] = molt_df.is_in %[[ONE]], [%[[TWO]], %[[Y]]] : i64
  %2 = molt_df.is_in %one, [%two, %y] : i64
  // CHECK: %[[TEXT:.*]] = molt_df.is_in %[[S]], [%[[S]]] : !molt_str.utf8
  %3 = molt_df.is_in %s, [%s] : !molt_str.utf8
  // CHECK: %[[EMPTY:.*]] = molt_df.is_in %[[N]], [] : !molt_df.nullable<i64>
  %4 = molt_df.is_in %n, [] : !molt_df.nullable<i64>
  // CHECK: return %[[LIST]], %[[EQ]], %[[CONST]], %[[TEXT]], %[[EMPTY]]
  return %0, %1, %2, %3, %4 : i1, i1, i1, i1, !molt_df.nullable<i1>
}

// Exact functions only: what the C library approximates is left to the run time.
// CHECK-LABEL: func @functions
func.func @functions() -> (f64, f64, f64, f64, f64, f64, f32, !molt_df.nullable<f64>, !molt_df.nullable<f64>, f64, f64) {
  %a = molt_df.constant 2.5 : f64
  %b = molt_df.constant -2.5 : f64
  %z = molt_df.constant -0.0 : f64
  %h = molt_df.constant 1.5 : f32
  %null = molt_df.constant null : !molt_df.nullable<f64>
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant -3.0{{.*}} : f64
  %0 = molt_df.math floor %b : f64
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant -2.0{{.*}} : f64
  %1 = molt_df.math ceil %b : f64
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant 2.0{{.*}} : f64
  %2 = molt_df.math trunc %a : f64
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant 3.0{{.*}} : f64
  %3 = molt_df.math round %a : f64
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant -1.0{{.*}} : f64
  %4 = molt_df.math sign %b : f64
  // CHECK-DAG: %[[R5:.*]] = molt_df.constant -0.0{{.*}} : f64
  %5 = molt_df.math sign %z : f64
  // CHECK-DAG: %[[R6:.*]] = molt_df.constant 2.0{{.*}} : f32
  %6 = molt_df.math round %h : f32
  // CHECK-DAG: %[[R7:.*]] = molt_df.constant null : !molt_df.nullable<f64>
  %7 = molt_df.math exp %null : !molt_df.nullable<f64>
  %8 = molt_df.pow %null, %a : !molt_df.nullable<f64>, f64
  // CHECK-DAG: %[[R9:.*]] = molt_df.math
  %9 = molt_df.math exp %a : f64
  // CHECK-DAG: %[[R10:.*]] = molt_df.pow
  %10 = molt_df.pow %a, %a : f64, f64
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]], %[[R6]], %[[R7]], %[[R7]], %[[R9]], %[[R10]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10 : f64, f64, f64, f64, f64, f64, f32, !molt_df.nullable<f64>, !molt_df.nullable<f64>, f64, f64
}

// CHECK-LABEL: func @neutral
// CHECK-SAME: (%[[X:.*]]: i64)
func.func @neutral(%x: i64) -> (i64, i64, i64) {
  %zero = molt_df.constant 0 : i64
  %0 = molt_df.shl %x, %zero : i64, i64
  %1 = molt_df.shr %x, %zero : i64, i64
  %2 = molt_df.bit_not %x : i64
  %3 = molt_df.bit_not %2 : i64
  // CHECK: return %[[X]], %[[X]], %[[X]]
  return %0, %1, %3 : i64, i64, i64
}

// Integers of 128 bits fold on their exact values, at the limits, too.
// CHECK-LABEL: func @wide
func.func @wide() -> (i128, i128, i128, i128, i1, f64, i64, i128, !molt_df.decimal<38, 0>, i128) {
  %a = molt_df.constant 9223372036854775807 : i64
  %u = molt_df.constant 18446744073709551615 : ui64
  %m = molt_df.constant 170141183460469231731687303715884105727 : i128
  %n = molt_df.constant -170141183460469231731687303715884105728 : i128
  %one = molt_df.constant 1 : i8
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant 27670116110564327422 : i128
  %0 = molt_df.add %a, %u : i64, ui64
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant -1 : i128
  %1 = molt_df.add %m, %n : i128, i128
  // CHECK-DAG: %[[R2:.*]] = molt_df.add %{{.*}}, %{{.*}} : i128, i8
  %2 = molt_df.add %m, %one : i128, i8
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant -170141183460469231731687303715884105728 : i128
  %3 = molt_df.add overflow<wrap> %m, %one : i128, i8
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant true : i1
  %4 = molt_df.cmp lt %n, %u : i128, ui64
  // CHECK-DAG: %[[R5:.*]] = molt_df.constant 1.7014118346046923E+38 : f64
  %5 = molt_df.cast %m : i128 to f64
  // CHECK-DAG: %[[R6:.*]] = molt_df.cast %{{.*}} : i128 to i64
  %6 = molt_df.cast %m : i128 to i64
  // CHECK-DAG: %[[R7:.*]] = molt_df.mul %{{.*}}, %{{.*}} : i128, i128
  %7 = molt_df.mul %n, %m : i128, i128
  // CHECK-DAG: %[[R8:.*]] = molt_df.cast %{{.*}} : i128 to !molt_df.decimal<38, 0>
  %8 = molt_df.cast %m : i128 to !molt_df.decimal<38, 0>
  // CHECK-DAG: %[[R9:.*]] = molt_df.neg %{{.*}} : i128
  %9 = molt_df.neg %n : i128
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]], %[[R6]], %[[R7]], %[[R8]], %[[R9]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9 : i128, i128, i128, i128, i1, f64, i64, i128, !molt_df.decimal<38, 0>, i128
}

// A value of type null is null as any type; nothing becomes of it where null has no counterpart.
// CHECK-LABEL: func @null_type
func.func @null_type(%x: !molt_df.nullable<!molt_df.null>) -> (!molt_df.nullable<i32>, i32) {
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant null : !molt_df.nullable<i32>
  %0 = molt_df.cast %x : !molt_df.nullable<!molt_df.null> to !molt_df.nullable<i32>
  // CHECK-DAG: %[[R1:.*]] = molt_df.cast %{{.*}} : !molt_df.nullable<!molt_df.null> to i32
  %1 = molt_df.cast %x : !molt_df.nullable<!molt_df.null> to i32
  // CHECK: return %[[R0]], %[[R1]]
  return %0, %1 : !molt_df.nullable<i32>, i32
}
