// Folds of molt_df: to constants and to existing values. A fold may remove an error
// but never makes one, so what fails stays.
// RUN: molt-opt %s --canonicalize --split-input-file | FileCheck %s

// CHECK-LABEL: func @integers
func.func @integers() -> (i64, i64, i64, i32, i16, ui8) {
  %a = molt_df.constant 7 : i64
  %b = molt_df.constant -3 : i64
  %c = molt_df.constant 200 : ui8
  %d = molt_df.constant 100 : i8
  // CHECK-DAG: %[[SUM:.*]] = molt_df.constant 4 : i64
  %sum = molt_df.add %a, %b : i64, i64
  // CHECK-DAG: %[[DIFFERENCE:.*]] = molt_df.constant 10 : i64
  %difference = molt_df.sub %a, %b : i64, i64
  // CHECK-DAG: %[[PRODUCT:.*]] = molt_df.constant -21 : i64
  %product = molt_df.mul %a, %b : i64, i64
  // CHECK-DAG: %[[E:.*]] = molt_df.constant 41 : i32
  %e = molt_df.constant 41 : i32
  // Mixed signs: ui8 and i8 in i16.
  // CHECK-DAG: %[[MIXED:.*]] = molt_df.constant 300 : i16
  %mixed = molt_df.add %c, %d : ui8, i8
  // CHECK-DAG: %[[WRAPPED:.*]] = molt_df.constant 144 : ui8
  %wrapped = molt_df.add overflow<wrap> %c, %c : ui8, ui8
  // CHECK: return %[[SUM]], %[[DIFFERENCE]], %[[PRODUCT]], %[[E]], %[[MIXED]], %[[WRAPPED]]
  return %sum, %difference, %product, %e, %mixed, %wrapped : i64, i64, i64, i32, i16, ui8
}

// -----

// CHECK-LABEL: func @overflow_is_kept
func.func @overflow_is_kept() -> (i8, i8, ui8, i8, !molt_df.decimal<38, 0>, !molt_df.date32, i8) {
  %a = molt_df.constant 100 : i8
  %min = molt_df.constant -128 : i8
  %minus = molt_df.constant -1 : i8
  %u = molt_df.constant 3 : ui8
  %v = molt_df.constant 4 : ui8
  %m = molt_df.constant "99999999999999999999999999999999999999" : !molt_df.decimal<38, 0>
  %d = molt_df.constant "+5881580-07-11" : !molt_df.date32
  // CHECK: molt_df.add
  %0 = molt_df.add %a, %a : i8, i8
  // CHECK: molt_df.mul
  %1 = molt_df.mul %a, %a : i8, i8
  // CHECK: molt_df.sub
  %2 = molt_df.sub %u, %v : ui8, ui8
  // CHECK: molt_df.div
  %3 = molt_df.div %min, %minus : i8, i8
  // CHECK: molt_df.add
  %4 = molt_df.add %m, %m : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
  // CHECK: molt_df.sub
  %5 = molt_df.sub %d, %minus : !molt_df.date32, i8
  // CHECK: molt_df.neg
  %6 = molt_df.neg %min : i8
  return %0, %1, %2, %3, %4, %5, %6 : i8, i8, ui8, i8, !molt_df.decimal<38, 0>, !molt_df.date32, i8
}

// -----

// CHECK-LABEL: func @decimals
func.func @decimals() -> (!molt_df.decimal<17, 3>, !molt_df.decimal<17, 3>, !molt_df.decimal<19, 5>, !molt_df.decimal<16, 2>) {
  %a = molt_df.constant "1.25" : !molt_df.decimal<15, 2>
  %b = molt_df.constant "0.005" : !molt_df.decimal<4, 3>
  %i = molt_df.constant 3 : i8
  // CHECK-DAG: %[[SUM:.*]] = molt_df.constant "1.255" : !molt_df.decimal<17, 3>
  %sum = molt_df.add %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
  // CHECK-DAG: %[[DIFFERENCE:.*]] = molt_df.constant "-1.245" : !molt_df.decimal<17, 3>
  %difference = molt_df.sub %b, %a : !molt_df.decimal<4, 3>, !molt_df.decimal<15, 2>
  // CHECK-DAG: %[[PRODUCT:.*]] = molt_df.constant "0.00625" : !molt_df.decimal<19, 5>
  %product = molt_df.mul %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
  // CHECK-DAG: %[[WITH_INTEGER:.*]] = molt_df.constant "4.25" : !molt_df.decimal<16, 2>
  %withInteger = molt_df.add %a, %i : !molt_df.decimal<15, 2>, i8
  // CHECK: return %[[SUM]], %[[DIFFERENCE]], %[[PRODUCT]], %[[WITH_INTEGER]]
  return %sum, %difference, %product, %withInteger : !molt_df.decimal<17, 3>, !molt_df.decimal<17, 3>, !molt_df.decimal<19, 5>, !molt_df.decimal<16, 2>
}

// -----

// CHECK-LABEL: func @floats
func.func @floats() -> (f64, f64, f64, f64, f32, f64) {
  %a = molt_df.constant 1.5 : f64
  %b = molt_df.constant -0.5 : f64
  %zero = molt_df.constant 0.0 : f64
  %s = molt_df.constant 1.5 : f32
  // CHECK-DAG: %[[SUM:.*]] = molt_df.constant 1.000000e+00 : f64
  %sum = molt_df.add %a, %b : f64, f64
  // CHECK-DAG: %[[DIFFERENCE:.*]] = molt_df.constant 2.000000e+00 : f64
  %difference = molt_df.sub %a, %b : f64, f64
  // CHECK-DAG: %[[PRODUCT:.*]] = molt_df.constant -7.500000e-01 : f64
  %product = molt_df.mul %a, %b : f64, f64
  // CHECK-DAG: %[[INFINITE:.*]] = molt_df.constant 0xFFF0000000000000 : f64
  %infinite = molt_df.div %b, %zero : f64, f64
  // CHECK-DAG: %[[SINGLE:.*]] = molt_df.constant 2.250000e+00 : f32
  %single = molt_df.mul %s, %s : f32, f32
  // CHECK-DAG: %[[NEGATIVE:.*]] = molt_df.constant -0.000000e+00 : f64
  %negative = molt_df.neg %zero : f64
  // CHECK: return %[[SUM]], %[[DIFFERENCE]], %[[PRODUCT]], %[[INFINITE]], %[[SINGLE]], %[[NEGATIVE]]
  return %sum, %difference, %product, %infinite, %single, %negative : f64, f64, f64, f64, f32, f64
}

// -----

// CHECK-LABEL: func @dates
func.func @dates() -> (!molt_df.date32, !molt_df.date32, i64, i32, i32, i32, i32) {
  %d = molt_df.constant "2000-02-28" : !molt_df.date32
  %e = molt_df.constant "1999-12-31" : !molt_df.date32
  %old = molt_df.constant "-0044-03-15" : !molt_df.date32
  %two = molt_df.constant 2 : i8
  // CHECK-DAG: %[[LATER:.*]] = molt_df.constant "2000-03-01" : !molt_df.date32
  %later = molt_df.add %d, %two : !molt_df.date32, i8
  // CHECK-DAG: %[[EARLIER:.*]] = molt_df.constant "1999-12-29" : !molt_df.date32
  %earlier = molt_df.sub %e, %two : !molt_df.date32, i8
  // CHECK-DAG: %[[DAYS:.*]] = molt_df.constant -59 : i64
  %days = molt_df.sub %e, %d : !molt_df.date32, !molt_df.date32
  // CHECK-DAG: %[[YEAR:.*]] = molt_df.constant 1999 : i32
  %year = molt_df.date_part year %e : !molt_df.date32
  // CHECK-DAG: %[[MONTH:.*]] = molt_df.constant 12 : i32
  %month = molt_df.date_part month %e : !molt_df.date32
  // CHECK-DAG: %[[DAY:.*]] = molt_df.constant 31 : i32
  %day = molt_df.date_part day %e : !molt_df.date32
  // CHECK-DAG: %[[BEFORE:.*]] = molt_df.constant -44 : i32
  %before = molt_df.date_part year %old : !molt_df.date32
  // CHECK: return %[[LATER]], %[[EARLIER]], %[[DAYS]], %[[YEAR]], %[[MONTH]], %[[DAY]], %[[BEFORE]]
  return %later, %earlier, %days, %year, %month, %day, %before : !molt_df.date32, !molt_df.date32, i64, i32, i32, i32, i32
}

// -----

// Truncated towards zero; decimals rounded half away from zero.
// CHECK-LABEL: func @quotients
func.func @quotients(%x: i64) -> (i64, ui8, !molt_df.decimal<10, 6>, !molt_df.decimal<10, 6>, !molt_df.nullable<i64>) {
  %a = molt_df.constant -7 : i64
  %b = molt_df.constant 2 : i64
  %u = molt_df.constant 200 : ui8
  %v = molt_df.constant 3 : ui8
  %m = molt_df.constant "1.00" : !molt_df.decimal<4, 2>
  %n = molt_df.constant "64.00" : !molt_df.decimal<4, 2>
  %k = molt_df.constant "-0.02" : !molt_df.decimal<4, 2>
  %three = molt_df.constant "0.03" : !molt_df.decimal<4, 2>
  %zero = molt_df.constant 0 : i64
  // CHECK-DAG: %[[INTEGER:.*]] = molt_df.constant -3 : i64
  %integer = molt_df.div %a, %b : i64, i64
  // CHECK-DAG: %[[UNSIGNED:.*]] = molt_df.constant 66 : ui8
  %unsigned = molt_df.div %u, %v : ui8, ui8
  // CHECK-DAG: %[[EXACT:.*]] = molt_df.constant "0.015625" : !molt_df.decimal<10, 6>
  %exact = molt_df.div %m, %n : !molt_df.decimal<4, 2>, !molt_df.decimal<4, 2>
  // CHECK-DAG: %[[ROUNDED:.*]] = molt_df.constant "-0.666667" : !molt_df.decimal<10, 6>
  %rounded = molt_df.div %k, %three : !molt_df.decimal<4, 2>, !molt_df.decimal<4, 2>
  // CHECK-DAG: %[[NULL:.*]] = molt_df.constant null : !molt_df.nullable<i64>
  %null = molt_df.div zero_is_null %x, %zero : i64, i64
  // CHECK: return %[[INTEGER]], %[[UNSIGNED]], %[[EXACT]], %[[ROUNDED]], %[[NULL]]
  return %integer, %unsigned, %exact, %rounded, %null : i64, ui8, !molt_df.decimal<10, 6>, !molt_df.decimal<10, 6>, !molt_df.nullable<i64>
}

// -----

// 0.0000005 and its negative are halves of the last digit.
// CHECK-LABEL: func @half_quotients
func.func @half_quotients() -> (!molt_df.decimal<9, 6>, !molt_df.decimal<9, 6>) {
  %one = molt_df.constant "1" : !molt_df.decimal<3, 0>
  %minus = molt_df.constant "-1" : !molt_df.decimal<3, 0>
  %big = molt_df.constant "2000000" : !molt_df.decimal<7, 0>
  // CHECK-DAG: %[[UP:.*]] = molt_df.constant "0.000001" : !molt_df.decimal<9, 6>
  %up = molt_df.div %one, %big : !molt_df.decimal<3, 0>, !molt_df.decimal<7, 0>
  // CHECK-DAG: %[[DOWN:.*]] = molt_df.constant "-0.000001" : !molt_df.decimal<9, 6>
  %down = molt_df.div %minus, %big : !molt_df.decimal<3, 0>, !molt_df.decimal<7, 0>
  // CHECK: return %[[UP]], %[[DOWN]]
  return %up, %down : !molt_df.decimal<9, 6>, !molt_df.decimal<9, 6>
}

// -----

// CHECK-LABEL: func @division_by_zero_is_kept
func.func @division_by_zero_is_kept(%x: i64, %m: !molt_df.decimal<4, 2>) -> (i64, !molt_df.decimal<11, 6>) {
  %a = molt_df.constant 7 : i64
  %zero = molt_df.constant 0 : i64
  %none = molt_df.constant "0" : !molt_df.decimal<5, 3>
  // CHECK: molt_df.div
  %0 = molt_df.div %a, %zero : i64, i64
  // CHECK: molt_df.div
  %1 = molt_df.div %m, %none : !molt_df.decimal<4, 2>, !molt_df.decimal<5, 3>
  return %0, %1 : i64, !molt_df.decimal<11, 6>
}

// -----

// A null operand makes the result null, and nothing fails.
// CHECK-LABEL: func @null_operands
func.func @null_operands(%x: i64, %d: !molt_df.date32) -> (!molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i32>, !molt_df.nullable<i8>) {
  %null = molt_df.constant null : !molt_df.nullable<i64>
  %nodate = molt_df.constant null : !molt_df.nullable<!molt_df.date32>
  %nobool = molt_df.constant null : !molt_df.nullable<i1>
  %zero = molt_df.constant 0 : i64
  // CHECK-NOT: molt_df.add
  // CHECK-NOT: molt_df.sub
  // CHECK-NOT: molt_df.mul
  // CHECK-NOT: molt_df.div
  // CHECK-NOT: molt_df.neg
  // CHECK-NOT: molt_df.cmp
  // CHECK-NOT: molt_df.not
  // CHECK-NOT: molt_df.date_part
  // CHECK-NOT: molt_df.cast
  %0 = molt_df.add %x, %null : i64, !molt_df.nullable<i64>
  %1 = molt_df.sub %null, %x : !molt_df.nullable<i64>, i64
  %2 = molt_df.mul %x, %null : i64, !molt_df.nullable<i64>
  %3 = molt_df.div %null, %zero : !molt_df.nullable<i64>, i64
  %4 = molt_df.neg %null : !molt_df.nullable<i64>
  %5 = molt_df.cmp eq %null, %null : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  %6 = molt_df.not %nobool : !molt_df.nullable<i1>
  %7 = molt_df.date_part year %nodate : !molt_df.nullable<!molt_df.date32>
  %8 = molt_df.cast %null : !molt_df.nullable<i64> to !molt_df.nullable<i8>
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i64>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i32>, !molt_df.nullable<i8>
}

// -----

// CHECK-LABEL: func @neutral_elements
// CHECK-SAME: (%[[X:.*]]: i64, %[[N:.*]]: !molt_df.nullable<i64>, %[[D:.*]]: !molt_df.date32)
func.func @neutral_elements(%x: i64, %n: !molt_df.nullable<i64>, %d: !molt_df.date32) -> (i64, i64, i64, i64, !molt_df.nullable<i64>, !molt_df.date32, i64) {
  %zero = molt_df.constant 0 : i64
  %one = molt_df.constant 1 : i64
  %0 = molt_df.add %x, %zero : i64, i64
  %1 = molt_df.sub %x, %zero : i64, i64
  %2 = molt_df.mul %x, %one : i64, i64
  %3 = molt_df.div %x, %one : i64, i64
  %4 = molt_df.add %n, %zero : !molt_df.nullable<i64>, i64
  %5 = molt_df.sub %d, %zero : !molt_df.date32, i64
  %6 = molt_df.neg %x : i64
  %7 = molt_df.neg %6 : i64
  // CHECK: return %[[X]], %[[X]], %[[X]], %[[X]], %[[N]], %[[D]], %[[X]]
  return %0, %1, %2, %3, %4, %5, %7 : i64, i64, i64, i64, !molt_df.nullable<i64>, !molt_df.date32, i64
}

// -----

// -0 + 0 is +0; a narrower operand has another type; a zero on the left of a difference is no neutral element.
// CHECK-LABEL: func @not_neutral
func.func @not_neutral(%f: f64, %i: i32, %x: i64, %m: !molt_df.decimal<15, 2>) -> (f64, i64, i64, i64, !molt_df.decimal<16, 2>) {
  %zero = molt_df.constant 0.0 : f64
  %wide = molt_df.constant 0 : i64
  %one = molt_df.constant 1 : i64
  %none = molt_df.constant "0" : !molt_df.decimal<1, 0>
  // CHECK: molt_df.add
  %0 = molt_df.add %f, %zero : f64, f64
  // CHECK: molt_df.add
  %1 = molt_df.add %i, %wide : i32, i64
  // CHECK: molt_df.sub
  %2 = molt_df.sub %wide, %x : i64, i64
  // CHECK: molt_df.div
  %3 = molt_df.div %one, %x : i64, i64
  // CHECK: molt_df.add
  %4 = molt_df.add %m, %none : !molt_df.decimal<15, 2>, !molt_df.decimal<1, 0>
  return %0, %1, %2, %3, %4 : f64, i64, i64, i64, !molt_df.decimal<16, 2>
}

// -----

// CHECK-LABEL: func @comparisons
func.func @comparisons() -> (i1, i1, i1, i1, i1, i1, i1, i1, i1) {
  %a = molt_df.constant 1 : i64
  %u = molt_df.constant 255 : ui8
  %i = molt_df.constant -1 : i8
  %m = molt_df.constant "1.00" : !molt_df.decimal<15, 2>
  %t = molt_df.constant true : i1
  %f = molt_df.constant false : i1
  %d = molt_df.constant "1994-01-01" : !molt_df.date32
  %e = molt_df.constant "1995-01-01" : !molt_df.date32
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  %0 = molt_df.cmp eq %a, %m : i64, !molt_df.decimal<15, 2>
  %1 = molt_df.cmp ne %a, %m : i64, !molt_df.decimal<15, 2>
  %2 = molt_df.cmp lt %i, %u : i8, ui8
  %3 = molt_df.cmp le %u, %i : ui8, i8
  %4 = molt_df.cmp gt %e, %d : !molt_df.date32, !molt_df.date32
  %5 = molt_df.cmp ge %d, %e : !molt_df.date32, !molt_df.date32
  %6 = molt_df.cmp lt %f, %t : i1, i1
  %7 = molt_df.cmp ge %f, %t : i1, i1
  %8 = molt_df.cmp eq %t, %t : i1, i1
  // CHECK: return %[[TRUE]], %[[FALSE]], %[[TRUE]], %[[FALSE]], %[[TRUE]], %[[FALSE]], %[[TRUE]], %[[FALSE]], %[[TRUE]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : i1, i1, i1, i1, i1, i1, i1, i1, i1
}

// -----

// The total order: -0 equals +0, NaN itself, and NaN is greatest.
// CHECK-LABEL: func @float_order
func.func @float_order() -> (i1, i1, i1, i1, i1, i1) {
  %zero = molt_df.constant 0.0 : f64
  %minus = molt_df.constant -0.0 : f64
  %inf = molt_df.constant 0x7FF0000000000000 : f64
  %nan = molt_df.constant 0x7FF8000000000000 : f64
  %other = molt_df.constant 0xFFF8000000000001 : f64
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  %0 = molt_df.cmp eq %minus, %zero : f64, f64
  %1 = molt_df.cmp eq %nan, %other : f64, f64
  %2 = molt_df.cmp gt %nan, %inf : f64, f64
  %3 = molt_df.cmp lt %nan, %inf : f64, f64
  %4 = molt_df.cmp ne %nan, %nan : f64, f64
  %5 = molt_df.cmp lt %inf, %other : f64, f64
  // CHECK: return %[[TRUE]], %[[TRUE]], %[[TRUE]], %[[FALSE]], %[[FALSE]], %[[TRUE]]
  return %0, %1, %2, %3, %4, %5 : i1, i1, i1, i1, i1, i1
}

// -----

// A value equals itself, but not a null one; comparisons of a float with an integer
// are left to the run time.
// CHECK-LABEL: func @comparisons_of_itself
func.func @comparisons_of_itself(%x: f64, %n: !molt_df.nullable<i64>) -> (i1, i1, !molt_df.nullable<i1>, i1) {
  %one = molt_df.constant 1 : i64
  %real = molt_df.constant 1.0 : f64
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  %0 = molt_df.cmp le %x, %x : f64, f64
  %1 = molt_df.cmp ne %x, %x : f64, f64
  // CHECK: %[[NULLABLE:.*]] = molt_df.cmp eq
  %2 = molt_df.cmp eq %n, %n : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  // CHECK: %[[MIXED:.*]] = molt_df.cmp eq
  %3 = molt_df.cmp eq %real, %one : f64, i64
  // CHECK: return %[[TRUE]], %[[FALSE]], %[[NULLABLE]], %[[MIXED]]
  return %0, %1, %2, %3 : i1, i1, !molt_df.nullable<i1>, i1
}

// -----

// CHECK-LABEL: func @logic
// CHECK-SAME: (%[[P:.*]]: i1, %[[N:.*]]: !molt_df.nullable<i1>)
func.func @logic(%p: i1, %n: !molt_df.nullable<i1>) -> (i1, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i1, i1, !molt_df.nullable<i1>, i1) {
  %true = molt_df.constant true : i1
  %false = molt_df.constant false : i1
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[NFALSE:.*]] = molt_df.constant false : !molt_df.nullable<i1>
  // CHECK-DAG: %[[NTRUE:.*]] = molt_df.constant true : !molt_df.nullable<i1>
  %0 = molt_df.and %p, %true : i1, i1
  %1 = molt_df.and %n, %false : !molt_df.nullable<i1>, i1
  %2 = molt_df.and %true, %n : i1, !molt_df.nullable<i1>
  %3 = molt_df.or %p, %true : i1, i1
  %4 = molt_df.or %n, %true : !molt_df.nullable<i1>, i1
  %5 = molt_df.or %false, %p : i1, i1
  %6 = molt_df.and %p, %p : i1, i1
  %7 = molt_df.or %n, %n : !molt_df.nullable<i1>, !molt_df.nullable<i1>
  %8 = molt_df.not %p : i1
  %9 = molt_df.not %8 : i1
  // CHECK: return %[[P]], %[[NFALSE]], %[[N]], %[[TRUE]], %[[NTRUE]], %[[P]], %[[P]], %[[N]], %[[P]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %9 : i1, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i1, i1, !molt_df.nullable<i1>, i1
}

// -----

// null and unknown are different things: null and x is false or null.
// CHECK-LABEL: func @logic_with_null
func.func @logic_with_null(%p: i1, %n: !molt_df.nullable<i1>) -> (!molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1) {
  %null = molt_df.constant null : !molt_df.nullable<i1>
  %ntrue = molt_df.constant true : !molt_df.nullable<i1>
  %true = molt_df.constant true : i1
  // CHECK: %[[FALSE:.*]] = molt_df.constant false : i1
  // CHECK: molt_df.and
  %0 = molt_df.and %p, %null : i1, !molt_df.nullable<i1>
  // CHECK: molt_df.or
  %1 = molt_df.or %p, %null : i1, !molt_df.nullable<i1>
  // The other operand's type is not the result's.
  // CHECK: molt_df.and
  %2 = molt_df.and %p, %ntrue : i1, !molt_df.nullable<i1>
  %3 = molt_df.not %true : i1
  // CHECK: return {{.*}}, %[[FALSE]]
  return %0, %1, %2, %3 : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1
}

// -----

// CHECK-LABEL: func @nulls
// CHECK-SAME: (%[[X:.*]]: i64, %[[N:.*]]: !molt_df.nullable<i64>)
func.func @nulls(%x: i64, %n: !molt_df.nullable<i64>) -> (i1, i1, i1, i64, !molt_df.nullable<i64>, i64, !molt_df.nullable<i64>) {
  %null = molt_df.constant null : !molt_df.nullable<i64>
  %five = molt_df.constant 5 : !molt_df.nullable<i64>
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  // CHECK-DAG: %[[FIVE:.*]] = molt_df.constant 5 : i64
  %0 = molt_df.is_null %x : i64
  %1 = molt_df.is_null %null : !molt_df.nullable<i64>
  %2 = molt_df.is_null %five : !molt_df.nullable<i64>
  %3 = molt_df.coalesce %x, %n : i64, !molt_df.nullable<i64>
  %4 = molt_df.coalesce %null, %n : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  %5 = molt_df.coalesce %five, %x : !molt_df.nullable<i64>, i64
  %6 = molt_df.coalesce %n, %null : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  // CHECK: return %[[FALSE]], %[[TRUE]], %[[FALSE]], %[[X]], %[[N]], %[[FIVE]], %[[N]]
  return %0, %1, %2, %3, %4, %5, %6 : i1, i1, i1, i64, !molt_df.nullable<i64>, i64, !molt_df.nullable<i64>
}

// -----

// CHECK-LABEL: func @nulls_are_kept
func.func @nulls_are_kept(%x: i64, %n: !molt_df.nullable<i64>) -> (i1, i64) {
  // CHECK: molt_df.is_null
  %0 = molt_df.is_null %n : !molt_df.nullable<i64>
  // CHECK: molt_df.coalesce
  %1 = molt_df.coalesce %n, %x : !molt_df.nullable<i64>, i64
  return %0, %1 : i1, i64
}

// -----

// A null condition chooses the second value.
// CHECK-LABEL: func @select
// CHECK-SAME: (%[[P:.*]]: i1, %[[X:.*]]: i64, %[[Y:.*]]: i64, %[[N:.*]]: !molt_df.nullable<i64>)
func.func @select(%p: i1, %x: i64, %y: i64, %n: !molt_df.nullable<i64>) -> (i64, i64, i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>) {
  %true = molt_df.constant true : i1
  %false = molt_df.constant false : i1
  %null = molt_df.constant null : !molt_df.nullable<i1>
  %five = molt_df.constant 5 : i64
  // CHECK: %[[FIVE:.*]] = molt_df.constant 5 : !molt_df.nullable<i64>
  %0 = molt_df.select %true, %x, %y : i1, i64, i64
  %1 = molt_df.select %false, %x, %y : i1, i64, i64
  %2 = molt_df.select %null, %x, %y : !molt_df.nullable<i1>, i64, i64
  %3 = molt_df.select %p, %x, %x : i1, i64, i64
  %4 = molt_df.select %true, %five, %n : i1, i64, !molt_df.nullable<i64>
  // Chosen, but of another type than the result.
  // CHECK: %[[KEPT:.*]] = molt_df.select
  %5 = molt_df.select %true, %x, %n : i1, i64, !molt_df.nullable<i64>
  // CHECK: return %[[X]], %[[Y]], %[[Y]], %[[X]], %[[FIVE]], %[[KEPT]]
  return %0, %1, %2, %3, %4, %5 : i64, i64, i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>
}

// -----

// CHECK-LABEL: func @casts
// CHECK-SAME: (%[[X:.*]]: i64)
func.func @casts(%x: i64) -> (i64, i8, !molt_df.decimal<15, 2>, !molt_df.nullable<i8>, i8, ui8) {
  %a = molt_df.constant 100 : i64
  %big = molt_df.constant 300 : i64
  %true = molt_df.constant true : i1
  %real = molt_df.constant 200.0 : f64
  // CHECK-DAG: %[[NARROW:.*]] = molt_df.constant 100 : i8
  // CHECK-DAG: %[[DECIMAL:.*]] = molt_df.constant "100.00" : !molt_df.decimal<15, 2>
  // CHECK-DAG: %[[NULLABLE:.*]] = molt_df.constant 1 : !molt_df.nullable<i8>
  // CHECK-DAG: %[[WRAPPED:.*]] = molt_df.constant 44 : i8
  // CHECK-DAG: %[[INTEGRAL:.*]] = molt_df.constant 200 : ui8
  %0 = molt_df.cast %x : i64 to i64
  %1 = molt_df.cast %a : i64 to i8
  %2 = molt_df.cast %a : i64 to !molt_df.decimal<15, 2>
  %3 = molt_df.cast %true : i1 to !molt_df.nullable<i8>
  %4 = molt_df.cast overflow<wrap> %big : i64 to i8
  %5 = molt_df.cast %real : f64 to ui8
  // CHECK: return %[[X]], %[[NARROW]], %[[DECIMAL]], %[[NULLABLE]], %[[WRAPPED]], %[[INTEGRAL]]
  return %0, %1, %2, %3, %4, %5 : i64, i8, !molt_df.decimal<15, 2>, !molt_df.nullable<i8>, i8, ui8
}

// -----

// CHECK-LABEL: func @casts_to_floats
func.func @casts_to_floats() -> (f32, f64, f64, f64, f32, i1) {
  // CHECK-DAG: %[[SINGLE:.*]] = molt_df.constant 0x4B800000 : f32
  // CHECK-DAG: %[[DOUBLE:.*]] = molt_df.constant 0x4170000010000000 : f64
  // CHECK-DAG: %[[DECIMAL:.*]] = molt_df.constant 5.000000e-02 : f64
  // CHECK-DAG: %[[WIDE:.*]] = molt_df.constant 1.500000e+00 : f64
  // CHECK-DAG: %[[INFINITE:.*]] = molt_df.constant 0x7F800000 : f32
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  %a = molt_df.constant 16777217 : i64
  %m = molt_df.constant "0.05" : !molt_df.decimal<15, 2>
  %s = molt_df.constant 1.5 : f32
  %big = molt_df.constant 1.0e300 : f64
  %one = molt_df.constant 1 : ui8
  %0 = molt_df.cast %a : i64 to f32
  %1 = molt_df.cast %a : i64 to f64
  %2 = molt_df.cast %m : !molt_df.decimal<15, 2> to f64
  %3 = molt_df.cast %s : f32 to f64
  %4 = molt_df.cast %big : f64 to f32
  %5 = molt_df.cast %one : ui8 to i1
  return %0, %1, %2, %3, %4, %5 : f32, f64, f64, f64, f32, i1
}

// -----

// Half away from zero.
// CHECK-LABEL: func @casts_that_round
func.func @casts_that_round() -> (!molt_df.decimal<4, 1>, !molt_df.decimal<4, 1>, !molt_df.decimal<4, 1>, i64) {
  // CHECK-DAG: %[[UP:.*]] = molt_df.constant "1.3" : !molt_df.decimal<4, 1>
  // CHECK-DAG: %[[AWAY:.*]] = molt_df.constant "-1.3" : !molt_df.decimal<4, 1>
  // CHECK-DAG: %[[DOWN:.*]] = molt_df.constant "1.2" : !molt_df.decimal<4, 1>
  // CHECK-DAG: %[[INTEGER:.*]] = molt_df.constant 1 : i64
  %a = molt_df.constant "1.25" : !molt_df.decimal<15, 2>
  %b = molt_df.constant "-1.25" : !molt_df.decimal<15, 2>
  %c = molt_df.constant "1.24" : !molt_df.decimal<15, 2>
  %0 = molt_df.cast %a : !molt_df.decimal<15, 2> to !molt_df.decimal<4, 1>
  %1 = molt_df.cast %b : !molt_df.decimal<15, 2> to !molt_df.decimal<4, 1>
  %2 = molt_df.cast %c : !molt_df.decimal<15, 2> to !molt_df.decimal<4, 1>
  %3 = molt_df.cast %a : !molt_df.decimal<15, 2> to i64
  // CHECK: return %[[UP]], %[[AWAY]], %[[DOWN]], %[[INTEGER]]
  return %0, %1, %2, %3 : !molt_df.decimal<4, 1>, !molt_df.decimal<4, 1>, !molt_df.decimal<4, 1>, i64
}

// -----

// CHECK-LABEL: func @failing_casts_are_kept
func.func @failing_casts_are_kept() -> (i8, i64, i64, i1, !molt_df.decimal<2, 2>, i64, !molt_df.decimal<15, 2>) {
  %a = molt_df.constant 300 : i64
  %null = molt_df.constant null : !molt_df.nullable<i64>
  %real = molt_df.constant 1.5 : f64
  %two = molt_df.constant 2 : i64
  %m = molt_df.constant "0.995" : !molt_df.decimal<4, 3>
  %nan = molt_df.constant 0x7FF8000000000000 : f64
  // CHECK-COUNT-7: molt_df.cast
  %0 = molt_df.cast %a : i64 to i8
  %1 = molt_df.cast %null : !molt_df.nullable<i64> to i64
  %2 = molt_df.cast %real : f64 to i64
  %3 = molt_df.cast %two : i64 to i1
  %4 = molt_df.cast %m : !molt_df.decimal<4, 3> to !molt_df.decimal<2, 2>
  %5 = molt_df.cast %nan : f64 to i64
  // How a float becomes a decimal is the run time's business.
  %6 = molt_df.cast %real : f64 to !molt_df.decimal<15, 2>
  return %0, %1, %2, %3, %4, %5, %6 : i8, i64, i64, i1, !molt_df.decimal<2, 2>, i64, !molt_df.decimal<15, 2>
}

// -----

// CHECK-LABEL: func @plans
// CHECK-SAME: (%[[T:.*]]: !molt_df.table<"x": i64, "y": f64?>)
func.func @plans(%t: !molt_df.table<"x": i64, "y": f64?>) -> (!molt_df.table<"x": i64, "y": f64?>, !molt_df.table<"x": i64, "y": f64?>, !molt_df.table<"y": f64?, "x": i64>, !molt_df.table<"x": i64, "z": f64?>) {
  %0 = molt_df.project %t ["x", "y"] : !molt_df.table<"x": i64, "y": f64?>
  %1 = molt_df.with_columns %t [] -> [] {
    molt_df.yield
  } : !molt_df.table<"x": i64, "y": f64?>
  // Another order or other names: not the same table.
  // CHECK: %[[ORDER:.*]] = molt_df.project
  %2 = molt_df.project %t ["y", "x"] : !molt_df.table<"x": i64, "y": f64?>
  // CHECK: %[[NAMES:.*]] = molt_df.project
  %3 = molt_df.project %t ["x", "y"] -> ["x", "z"] : !molt_df.table<"x": i64, "y": f64?>
  // CHECK: return %[[T]], %[[T]], %[[ORDER]], %[[NAMES]]
  return %0, %1, %2, %3 : !molt_df.table<"x": i64, "y": f64?>, !molt_df.table<"x": i64, "y": f64?>, !molt_df.table<"y": f64?, "x": i64>, !molt_df.table<"x": i64, "z": f64?>
}

// -----

// CHECK-LABEL: func @abs
func.func @abs(%x: i64, %u: ui8) -> (i8, i8, !molt_df.nullable<i8>, f64, i64, ui8, !molt_df.decimal<4, 2>) {
  %minus = molt_df.constant -5 : i8
  %min = molt_df.constant -128 : i8
  %null = molt_df.constant null : !molt_df.nullable<i8>
  %f = molt_df.constant -0.5 : f64
  %m = molt_df.constant "-99.99" : !molt_df.decimal<4, 2>
  // CHECK-DAG: %[[FIVE:.*]] = molt_df.constant 5 : i8
  // CHECK-DAG: %[[MIN:.*]] = molt_df.constant -128 : i8
  // CHECK-DAG: %[[NULL:.*]] = molt_df.constant null
  // CHECK-DAG: %[[HALF:.*]] = molt_df.constant 5.0{{.*}}e-01 : f64
  // CHECK-DAG: %[[M:.*]] = molt_df.constant "99.99"
  // CHECK: %[[ONCE:.*]] = molt_df.abs %{{.*}} : i64
  // CHECK: return %[[FIVE]], %[[MIN]], %[[NULL]], %[[HALF]], %[[ONCE]], %{{.*}}, %[[M]] :
  %0 = molt_df.abs %minus : i8
  %1 = molt_df.abs overflow<wrap> %min : i8
  %2 = molt_df.abs %null : !molt_df.nullable<i8>
  %3 = molt_df.abs %f : f64
  %4 = molt_df.abs %x : i64
  %5 = molt_df.abs %4 : i64
  %6 = molt_df.abs %u : ui8
  %7 = molt_df.abs %m : !molt_df.decimal<4, 2>
  return %0, %1, %2, %3, %5, %6, %7 : i8, i8, !molt_df.nullable<i8>, f64, i64, ui8, !molt_df.decimal<4, 2>
}

// -----

// What would fail is left alone.
// CHECK-LABEL: func @abs_of_smallest
func.func @abs_of_smallest() -> i8 {
  %min = molt_df.constant -128 : i8
  // CHECK: molt_df.abs
  %0 = molt_df.abs %min : i8
  return %0 : i8
}
