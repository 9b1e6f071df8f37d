// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

!n = !molt_df.nullable<i64>

// CHECK-LABEL: func @remainders
func.func @remainders(%x: i64, %u: ui8, %b: i8, %f: f32, %m: !molt_df.decimal<15, 2>, %k: !molt_df.decimal<7, 3>) -> (i64, i16, f64, !molt_df.decimal<16, 3>, !n) {
  // CHECK: molt_df.rem %{{.*}}, %{{.*}} : i64, i64
  %0 = molt_df.rem %x, %x : i64, i64
  // CHECK: molt_df.rem %{{.*}}, %{{.*}} : ui8, i8
  %1 = molt_df.rem %u, %b : ui8, i8
  // CHECK: molt_df.rem %{{.*}}, %{{.*}} : f32, i64
  %2 = molt_df.rem %f, %x : f32, i64
  // CHECK: molt_df.rem %{{.*}}, %{{.*}} : !molt_df.decimal<15, 2>, !molt_df.decimal<7, 3>
  %3 = molt_df.rem %m, %k : !molt_df.decimal<15, 2>, !molt_df.decimal<7, 3>
  // CHECK: molt_df.rem zero_is_null %{{.*}}, %{{.*}} {note} : i64, i64
  %4 = molt_df.rem zero_is_null %x, %x {note} : i64, i64
  return %0, %1, %2, %3, %4 : i64, i16, f64, !molt_df.decimal<16, 3>, !n
}

// CHECK-LABEL: func @bits
func.func @bits(%x: i64, %u: ui8, %b: i8, %n: !n) -> (i64, i16, !n, ui8, i64, !n, ui8, i8) {
  // CHECK: molt_df.bit_and %{{.*}}, %{{.*}} : i64, i64
  %0 = molt_df.bit_and %x, %x : i64, i64
  // CHECK: molt_df.bit_or %{{.*}}, %{{.*}} : ui8, i8
  %1 = molt_df.bit_or %u, %b : ui8, i8
  // CHECK: molt_df.bit_xor %{{.*}}, %{{.*}} : i64, !molt_df.nullable<i64>
  %2 = molt_df.bit_xor %x, %n : i64, !n
  // CHECK: molt_df.bit_not %{{.*}} : ui8
  %3 = molt_df.bit_not %u : ui8
  // CHECK: molt_df.shl %{{.*}}, %{{.*}} : i64, ui8
  %4 = molt_df.shl %x, %u : i64, ui8
  // CHECK: molt_df.shl overflow<wrap> %{{.*}}, %{{.*}} : i64, !molt_df.nullable<i64>
  %5 = molt_df.shl overflow<wrap> %x, %n : i64, !n
  // CHECK: molt_df.shl overflow<never> %{{.*}}, %{{.*}} : ui8, i64
  %6 = molt_df.shl overflow<never> %u, %x : ui8, i64
  // CHECK: molt_df.shr %{{.*}}, %{{.*}} : i8, i64
  %7 = molt_df.shr %b, %x : i8, i64
  return %0, %1, %2, %3, %4, %5, %6, %7 : i64, i16, !n, ui8, i64, !n, ui8, i8
}

// CHECK-LABEL: func @membership
func.func @membership(%n: !n, %x: i64, %s: !molt_str.utf8) -> (!molt_df.nullable<i1>, i1, i1) {
  // CHECK: molt_df.is_in %{{.*}}, [%{{.*}}, %{{.*}}] : !molt_df.nullable<i64>
  %0 = molt_df.is_in %n, [%x, %x] : !n
  // CHECK: molt_df.is_in %{{.*}}, [%{{.*}}] {note} : !molt_str.utf8
  %1 = molt_df.is_in %s, [%s] {note} : !molt_str.utf8
  // CHECK: molt_df.is_in %{{.*}}, [] : i64
  %2 = molt_df.is_in %x, [] : i64
  return %0, %1, %2 : !molt_df.nullable<i1>, i1, i1
}

// CHECK-LABEL: func @functions
func.func @functions(%x: f64, %y: !molt_df.nullable<f32>) -> (!molt_df.nullable<f32>, f64, !molt_df.nullable<f64>, !molt_df.nullable<f32>) {
  // CHECK: molt_df.math sqrt %{{.*}} : f64
  %sqrt = molt_df.math sqrt %x : f64
  // CHECK: molt_df.math floor %{{.*}} : f64
  %floor = molt_df.math floor %x : f64
  // CHECK: molt_df.math ceil %{{.*}} : f64
  %ceil = molt_df.math ceil %x : f64
  // CHECK: molt_df.math trunc %{{.*}} : f64
  %trunc = molt_df.math trunc %x : f64
  // CHECK: molt_df.math round %{{.*}} : f64
  %round = molt_df.math round %x : f64
  // CHECK: molt_df.math sign %{{.*}} : f64
  %sign = molt_df.math sign %x : f64
  // CHECK: molt_df.math exp %{{.*}} : f64
  %exp = molt_df.math exp %x : f64
  // CHECK: molt_df.math ln %{{.*}} : f64
  %ln = molt_df.math ln %x : f64
  // CHECK: molt_df.math log2 %{{.*}} : f64
  %log2 = molt_df.math log2 %x : f64
  // CHECK: molt_df.math log10 %{{.*}} : f64
  %log10 = molt_df.math log10 %x : f64
  // CHECK: molt_df.math sin %{{.*}} : f64
  %sin = molt_df.math sin %x : f64
  // CHECK: molt_df.math cos %{{.*}} : f64
  %cos = molt_df.math cos %x : f64
  // CHECK: molt_df.math tan %{{.*}} : f64
  %tan = molt_df.math tan %x : f64
  // CHECK: molt_df.math sqrt %{{.*}} : !molt_df.nullable<f32>
  %0 = molt_df.math sqrt %y : !molt_df.nullable<f32>
  // CHECK: molt_df.pow %{{.*}}, %{{.*}} : f64, f64
  %1 = molt_df.pow %x, %x : f64, f64
  // CHECK: molt_df.pow %{{.*}}, %{{.*}} : f64, !molt_df.nullable<f32>
  %2 = molt_df.pow %x, %y : f64, !molt_df.nullable<f32>
  // CHECK: molt_df.pow %{{.*}}, %{{.*}} : !molt_df.nullable<f32>, !molt_df.nullable<f32>
  %3 = molt_df.pow %y, %y : !molt_df.nullable<f32>, !molt_df.nullable<f32>
  return %0, %1, %2, %3 : !molt_df.nullable<f32>, f64, !molt_df.nullable<f64>, !molt_df.nullable<f32>
}

// CHECK-LABEL: func @dates
func.func @dates(%d: !molt_df.date32, %n: !molt_df.nullable<!molt_df.date32>, %i: i8, %j: !n) -> (!molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>) {
  // CHECK: molt_df.date_part quarter %{{.*}} : !molt_df.date32
  %quarter = molt_df.date_part quarter %d : !molt_df.date32
  // CHECK: molt_df.date_part day_of_week %{{.*}} : !molt_df.date32
  %day_of_week = molt_df.date_part day_of_week %d : !molt_df.date32
  // CHECK: molt_df.date_part day_of_year %{{.*}} : !molt_df.date32
  %day_of_year = molt_df.date_part day_of_year %d : !molt_df.date32
  // CHECK: molt_df.date_part iso_week %{{.*}} : !molt_df.date32
  %iso_week = molt_df.date_part iso_week %d : !molt_df.date32
  // CHECK: molt_df.date_part iso_year %{{.*}} : !molt_df.date32
  %iso_year = molt_df.date_part iso_year %d : !molt_df.date32
  // CHECK: molt_df.date_trunc year %{{.*}} : !molt_df.nullable<!molt_df.date32>
  %tyear = molt_df.date_trunc year %n : !molt_df.nullable<!molt_df.date32>
  // CHECK: molt_df.date_trunc quarter %{{.*}} : !molt_df.nullable<!molt_df.date32>
  %tquarter = molt_df.date_trunc quarter %n : !molt_df.nullable<!molt_df.date32>
  // CHECK: molt_df.date_trunc month %{{.*}} : !molt_df.nullable<!molt_df.date32>
  %tmonth = molt_df.date_trunc month %n : !molt_df.nullable<!molt_df.date32>
  // CHECK: molt_df.date_trunc week %{{.*}} : !molt_df.nullable<!molt_df.date32>
  %tweek = molt_df.date_trunc week %n : !molt_df.nullable<!molt_df.date32>
  // CHECK: molt_df.add_months %{{.*}}, %{{.*}} : !molt_df.date32, i8
  %0 = molt_df.add_months %d, %i : !molt_df.date32, i8
  // CHECK: molt_df.add_months %{{.*}}, %{{.*}} : !molt_df.date32, !molt_df.nullable<i64>
  %1 = molt_df.add_months %d, %j : !molt_df.date32, !n
  return %0, %1, %tweek : !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<!molt_df.date32>
}
