// Every operation, through the custom form, the generic form and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

!xy = !molt_df.table<"x": i64, "y": f64?>

//===----------------------------------------------------------------------===//
// Plan operations
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @source
func.func @source() {
  // CHECK: molt_df.source "t" : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.source "t" : !xy
  // CHECK: molt_df.source "t" {assumed, facts = {x = #molt_df.facts<range = [-5, 9], nonnull>, y = #molt_df.facts<nonnull>}, rows = 1000 : i64} : !molt_df.table<"x": i64, "y": f64?>
  %1 = molt_df.source "t" {assumed, facts = {x = #molt_df.facts<range = [-5, 9], nonnull>, y = #molt_df.facts<nonnull>}, rows = 1000 : i64} : !xy
  // CHECK: molt_df.source "a \22quoted\22 name" : !molt_df.table<>
  %2 = molt_df.source "a \"quoted\" name" : !molt_df.table<>
  return
}

// CHECK-LABEL: func @project
func.func @project(%t: !xy) {
  // CHECK: molt_df.project %{{.*}} ["y"] : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.project %t ["y"] : !xy
  // CHECK: molt_df.project %{{.*}} ["y", "x", "x"] -> ["a", "b", "x"] : !molt_df.table<"x": i64, "y": f64?>
  %1 = molt_df.project %t ["y", "x", "x"] -> ["a", "b", "x"] : !xy
  // CHECK: molt_df.project %{{.*}} ["a"] : !molt_df.table<"a": f64?, "b": i64, "x": i64>
  %2 = molt_df.project %1 ["a"] : !molt_df.table<"a": f64?, "b": i64, "x": i64>
  // CHECK: molt_df.project %{{.*}} [] : !molt_df.table<"a": f64?>
  %3 = molt_df.project %2 [] : !molt_df.table<"a": f64?>
  return
}

// New columns are appended, existing ones replaced in place.
// CHECK-LABEL: func @with_columns
func.func @with_columns(%t: !xy) -> !molt_df.table<"x": f64, "y": f64?, "z": i64> {
  // CHECK: molt_df.with_columns %{{.*}} ["x"] -> ["z", "x"] {
  // CHECK: ^bb0(%[[X:.*]]: i64):
  // CHECK:   molt_df.yield %[[X]], %{{.*}} : i64, f64
  // CHECK: } : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.with_columns %t ["x"] -> ["z", "x"] {
  ^bb0(%x: i64):
    %f = molt_df.cast %x : i64 to f64
    molt_df.yield %x, %f : i64, f64
  } : !xy
  return %0 : !molt_df.table<"x": f64, "y": f64?, "z": i64>
}

// CHECK-LABEL: func @with_no_columns
func.func @with_no_columns(%t: !xy) {
  // CHECK: molt_df.with_columns %{{.*}} [] -> [] {
  // CHECK:   molt_df.yield
  // CHECK: } : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.with_columns %t [] -> [] {
    molt_df.yield
  } : !xy
  return
}

// CHECK-LABEL: func @filter
func.func @filter(%t: !xy) {
  // CHECK: molt_df.filter %{{.*}} ["x", "y"] {
  // CHECK: ^bb0(%{{.*}}: i64, %{{.*}}: !molt_df.nullable<f64>):
  // CHECK:   molt_df.yield %{{.*}} : !molt_df.nullable<i1>
  // CHECK: } : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: !molt_df.nullable<f64>):
    %p = molt_df.cmp lt %x, %y : i64, !molt_df.nullable<f64>
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !xy
  return
}

// CHECK-LABEL: func @aggregate
func.func @aggregate(%t: !xy) -> (!molt_df.table<"x": i64, "s": f64?, "n": i64>, !molt_df.table<"n": i64>) {
  // CHECK: molt_df.aggregate %{{.*}} by ["x"] of ["y"] -> ["s", "n"] {
  // CHECK: } : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.aggregate %t by ["x"] of ["y"] -> ["s", "n"] {
  ^bb0(%y: !molt_df.nullable<f64>):
    %s = molt_df.sum %y : !molt_df.nullable<f64>
    %n = molt_df.count
    molt_df.yield %s, %n : !molt_df.nullable<f64>, i64
  } : !xy
  // CHECK: molt_df.aggregate %{{.*}} by [] of [] -> ["n"] {
  %1 = molt_df.aggregate %t by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !xy
  // CHECK: molt_df.aggregate %{{.*}} by ["x", "y"] of [] -> [] {
  %2 = molt_df.aggregate %t by ["x", "y"] of [] -> [] {
    molt_df.yield
  } : !xy
  return %0, %1 : !molt_df.table<"x": i64, "s": f64?, "n": i64>, !molt_df.table<"n": i64>
}

// Keys have the same type up to nullability; the result has the columns of both.
// CHECK-LABEL: func @join
func.func @join(%a: !xy, %b: !molt_df.table<"k": i64?, "l": f64>) -> !molt_df.table<"x": i64, "y": f64?, "k": i64?, "l": f64> {
  // CHECK: molt_df.join %{{.*}}, %{{.*}} on ["x", "y"] = ["k", "l"] : !molt_df.table<"x": i64, "y": f64?>, !molt_df.table<"k": i64?, "l": f64>
  %0 = molt_df.join %a, %b on ["x", "y"] = ["k", "l"] : !xy, !molt_df.table<"k": i64?, "l": f64>
  return %0 : !molt_df.table<"x": i64, "y": f64?, "k": i64?, "l": f64>
}

// Kinds: what can be null in the result, and whether there are columns of the right table.
!kl = !molt_df.table<"k": i64?, "l": f64>
// CHECK-LABEL: func @join_kinds
func.func @join_kinds(%a: !xy, %b: !kl) {
  // CHECK: molt_df.join %{{.*}}, %{{.*}} on ["x"] = ["k"] null_equal :
  %0 = molt_df.join inner %a, %b on ["x"] = ["k"] null_equal : !xy, !kl
  // CHECK: molt_df.join left %{{.*}}, %{{.*}} on ["x"] = ["k"] where ["y", "l"] {
  // CHECK-NEXT: ^bb0(%{{.*}}: !molt_df.nullable<f64>, %{{.*}}: f64):
  %1 = molt_df.join left %a, %b on ["x"] = ["k"] where ["y", "l"] {
  ^bb0(%y: !molt_df.nullable<f64>, %l: f64):
    %c = molt_df.cmp lt %y, %l : !molt_df.nullable<f64>, f64
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !xy, !kl
  // CHECK: molt_df.join right
  %2 = molt_df.join right %a, %b on ["x"] = ["k"] : !xy, !kl
  // CHECK: molt_df.join full
  %3 = molt_df.join full %a, %b on ["x"] = ["k"] : !xy, !kl
  // CHECK: molt_df.join semi
  %4 = molt_df.join semi %a, %b on ["x"] = ["k"] : !xy, !kl
  // Without a condition, tables of a semi or anti join may have the same names.
  // CHECK: molt_df.join anti
  %5 = molt_df.join anti %a, %a on ["x"] = ["x"] : !xy, !xy
  // CHECK: molt_df.join cross %{{.*}}, %{{.*}} : !molt_df
  %6 = molt_df.join cross %a, %b : !xy, !kl
  // CHECK: molt_df.join semi %{{.*}}, %{{.*}} on ["x"] = ["k"] build<left> : !molt_df
  %7 = molt_df.join semi %a, %b on ["x"] = ["k"] build<left> : !xy, !kl
  // CHECK: molt_df.join right %{{.*}}, %{{.*}} on ["x"] = ["k"] null_equal build<right> where ["y", "l"] {
  %8 = molt_df.join right %a, %b on ["x"] = ["k"] null_equal build<right> where ["y", "l"] {
  ^bb0(%y: !molt_df.nullable<f64>, %l: f64):
    %c = molt_df.cmp lt %y, %l : !molt_df.nullable<f64>, f64
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !xy, !kl
  call @nullable_right(%1) : (!molt_df.table<"x": i64, "y": f64?, "k": i64?, "l": f64?>) -> ()
  call @nullable_left(%2) : (!molt_df.table<"x": i64?, "y": f64?, "k": i64?, "l": f64>) -> ()
  call @nullable_both(%3) : (!molt_df.table<"x": i64?, "y": f64?, "k": i64?, "l": f64?>) -> ()
  call @left_only(%4) : (!xy) -> ()
  call @left_only(%5) : (!xy) -> ()
  return
}
func.func private @nullable_right(!molt_df.table<"x": i64, "y": f64?, "k": i64?, "l": f64?>)
func.func private @nullable_left(!molt_df.table<"x": i64?, "y": f64?, "k": i64?, "l": f64>)
func.func private @nullable_both(!molt_df.table<"x": i64?, "y": f64?, "k": i64?, "l": f64?>)
func.func private @left_only(!xy)

// CHECK-LABEL: func @concat
func.func @concat(%a: !molt_df.table<"x": i64>, %b: !molt_df.table<"x": i64?>) -> !molt_df.table<"x": i64?> {
  // CHECK: molt_df.concat %{{.*}}, %{{.*}}, %{{.*}} : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>, !molt_df.table<"x": i64>
  %0 = molt_df.concat %a, %b, %a : !molt_df.table<"x": i64>, !molt_df.table<"x": i64?>, !molt_df.table<"x": i64>
  return %0 : !molt_df.table<"x": i64?>
}

// CHECK-LABEL: func @order
func.func @order(%t: !xy) {
  // CHECK: molt_df.sort %{{.*}} by ["x" desc, "y" nulls_first] : !molt_df.table<"x": i64, "y": f64?>
  %0 = molt_df.sort %t by ["x" desc, "y" nulls_first] : !xy
  // CHECK: molt_df.sort %{{.*}} by ["y" desc nulls_first, "x"] : !molt_df.table<"x": i64, "y": f64?>
  %1 = molt_df.sort %t by ["y" desc nulls_first, "x"] : !xy
  // CHECK: molt_df.top_k %{{.*}}, 10 by ["x"] : !molt_df.table<"x": i64, "y": f64?>
  %2 = molt_df.top_k %t, 10 by ["x"] : !xy
  // CHECK: molt_df.limit %{{.*}}, 10 : !molt_df.table<"x": i64, "y": f64?>
  %3 = molt_df.limit %t, 10 : !xy
  // CHECK: molt_df.limit %{{.*}}, 0 offset 9223372036854775807 : !molt_df.table<"x": i64, "y": f64?>
  %4 = molt_df.limit %t, 0 offset 9223372036854775807 : !xy
  return
}

//===----------------------------------------------------------------------===//
// Arithmetic: the promotion table
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @promotion_of_integers
func.func @promotion_of_integers(%a: i8, %b: i16, %c: i32, %d: i64, %e: ui8, %f: ui16, %g: ui32, %h: ui64) -> (i16, i64, i64, ui64, i64) {
  // CHECK: molt_df.add %{{.*}}, %{{.*}} : i8, i16
  %0 = molt_df.add %a, %b : i8, i16
  // CHECK: molt_df.sub %{{.*}}, %{{.*}} : i64, i32
  %1 = molt_df.sub %d, %c : i64, i32
  // CHECK: molt_df.mul %{{.*}}, %{{.*}} : ui32, i8
  %2 = molt_df.mul %g, %a : ui32, i8
  // CHECK: molt_df.add %{{.*}}, %{{.*}} : ui64, ui8
  %3 = molt_df.add %h, %e : ui64, ui8
  // CHECK: molt_df.div %{{.*}}, %{{.*}} : i64, ui16
  %4 = molt_df.div %d, %f : i64, ui16
  return %0, %1, %2, %3, %4 : i16, i64, i64, ui64, i64
}

// CHECK-LABEL: func @promotion_of_signs
func.func @promotion_of_signs(%a: i8, %e: ui8, %f: ui16, %b: i16, %g: ui32, %d: i64) -> (i16, i32, i64) {
  // CHECK: molt_df.add %{{.*}}, %{{.*}} : i8, ui8
  %0 = molt_df.add %a, %e : i8, ui8
  // CHECK: molt_df.add %{{.*}}, %{{.*}} : ui16, i16
  %1 = molt_df.add %f, %b : ui16, i16
  // CHECK: molt_df.add %{{.*}}, %{{.*}} : i64, ui32
  %2 = molt_df.add %d, %g : i64, ui32
  return %0, %1, %2 : i16, i32, i64
}

// CHECK-LABEL: func @promotion_to_floats
func.func @promotion_to_floats(%a: i8, %s: f32, %d: f64, %m: !molt_df.decimal<15, 2>) -> (f32, f64, f64, f64) {
  // CHECK: molt_df.mul %{{.*}}, %{{.*}} : f32, f32
  %0 = molt_df.mul %s, %s : f32, f32
  // CHECK: molt_df.mul %{{.*}}, %{{.*}} : f32, i8
  %1 = molt_df.mul %s, %a : f32, i8
  // CHECK: molt_df.div %{{.*}}, %{{.*}} : f64, f32
  %2 = molt_df.div %d, %s : f64, f32
  // CHECK: molt_df.sub %{{.*}}, %{{.*}} : !molt_df.decimal<15, 2>, f64
  %3 = molt_df.sub %m, %d : !molt_df.decimal<15, 2>, f64
  return %0, %1, %2, %3 : f32, f64, f64, f64
}

// Integers count as decimals of 3, 5, 10, 19 digits (20 for ui64).
// CHECK-LABEL: func @decimals
func.func @decimals(%a: !molt_df.decimal<15, 2>, %b: !molt_df.decimal<4, 3>, %c: i8, %d: i16, %e: i32, %f: i64, %g: ui64, %h: !molt_df.decimal<38, 0>)
    -> (!molt_df.decimal<17, 3>, !molt_df.decimal<19, 5>, !molt_df.decimal<22, 6>, !molt_df.decimal<16, 2>, !molt_df.decimal<16, 2>, !molt_df.decimal<16, 2>, !molt_df.decimal<22, 2>, !molt_df.decimal<35, 2>, !molt_df.decimal<38, 0>) {
  // CHECK-COUNT-3: : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
  %0 = molt_df.add %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
  %1 = molt_df.mul %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
  %2 = molt_df.div %a, %b : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
  %3 = molt_df.add %a, %c : !molt_df.decimal<15, 2>, i8
  %4 = molt_df.sub %d, %a : i16, !molt_df.decimal<15, 2>
  %5 = molt_df.add %a, %e : !molt_df.decimal<15, 2>, i32
  %6 = molt_df.add %a, %f : !molt_df.decimal<15, 2>, i64
  %7 = molt_df.mul %a, %g : !molt_df.decimal<15, 2>, ui64
  %8 = molt_df.add %h, %h : !molt_df.decimal<38, 0>, !molt_df.decimal<38, 0>
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : !molt_df.decimal<17, 3>, !molt_df.decimal<19, 5>, !molt_df.decimal<22, 6>, !molt_df.decimal<16, 2>, !molt_df.decimal<16, 2>, !molt_df.decimal<16, 2>, !molt_df.decimal<22, 2>, !molt_df.decimal<35, 2>, !molt_df.decimal<38, 0>
}

// CHECK-LABEL: func @dates
func.func @dates(%d: !molt_df.date32, %n: !molt_df.nullable<!molt_df.date32>, %i: i32, %u: ui8) -> (!molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<i64>, !molt_df.nullable<i32>) {
  // CHECK: molt_df.add %{{.*}}, %{{.*}} : !molt_df.date32, i32
  %0 = molt_df.add %d, %i : !molt_df.date32, i32
  // CHECK: molt_df.sub %{{.*}}, %{{.*}} : !molt_df.nullable<!molt_df.date32>, ui8
  %1 = molt_df.sub %n, %u : !molt_df.nullable<!molt_df.date32>, ui8
  // CHECK: molt_df.sub %{{.*}}, %{{.*}} : !molt_df.date32, !molt_df.nullable<!molt_df.date32>
  %2 = molt_df.sub %d, %n : !molt_df.date32, !molt_df.nullable<!molt_df.date32>
  // CHECK: molt_df.date_part year %{{.*}} : !molt_df.date32
  %3 = molt_df.date_part year %d : !molt_df.date32
  // CHECK: molt_df.date_part month %{{.*}} : !molt_df.date32
  %4 = molt_df.date_part month %d : !molt_df.date32
  // CHECK: molt_df.date_part day %{{.*}} : !molt_df.nullable<!molt_df.date32>
  %5 = molt_df.date_part day %n : !molt_df.nullable<!molt_df.date32>
  return %0, %1, %2, %5 : !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<i64>, !molt_df.nullable<i32>
}

// CHECK-LABEL: func @overflow
func.func @overflow(%x: i64, %y: !molt_df.nullable<i64>) -> !molt_df.nullable<i64> {
  // CHECK: molt_df.add overflow<wrap> %{{.*}}, %{{.*}} : i64, !molt_df.nullable<i64>
  %0 = molt_df.add overflow<wrap> %x, %y : i64, !molt_df.nullable<i64>
  // CHECK: molt_df.sub overflow<never> %{{.*}}, %{{.*}} : i64, i64
  %1 = molt_df.sub overflow<never> %x, %x : i64, i64
  // CHECK: molt_df.mul %{{.*}}, %{{.*}} : i64, i64
  %2 = molt_df.mul overflow<checked> %x, %x : i64, i64
  // CHECK: molt_df.neg %{{.*}} : i64
  %3 = molt_df.neg %x : i64
  // CHECK: molt_df.neg overflow<wrap> %{{.*}} : !molt_df.nullable<i64>
  %4 = molt_df.neg overflow<wrap> %y : !molt_df.nullable<i64>
  // CHECK: molt_df.abs %{{.*}} : i64
  %abs = molt_df.abs %x : i64
  // CHECK: molt_df.abs overflow<wrap> %{{.*}} : !molt_df.nullable<i64>
  %wrapped = molt_df.abs overflow<wrap> %y : !molt_df.nullable<i64>
  // CHECK: molt_df.cast overflow<never> %{{.*}} : i64 to i8
  %5 = molt_df.cast overflow<never> %x : i64 to i8
  // CHECK: molt_df.cast overflow<wrap> %{{.*}} : i64 to i8
  %6 = molt_df.cast overflow<wrap> %x : i64 to i8
  return %0 : !molt_df.nullable<i64>
}

// CHECK-LABEL: func @division
func.func @division(%x: i64, %m: !molt_df.decimal<15, 2>) -> (i64, !molt_df.nullable<i64>, !molt_df.nullable<!molt_df.decimal<21, 6>>) {
  // CHECK: molt_df.div %{{.*}}, %{{.*}} : i64, i64
  %0 = molt_df.div %x, %x : i64, i64
  // CHECK: molt_df.div zero_is_null %{{.*}}, %{{.*}} : i64, i64
  %1 = molt_df.div zero_is_null %x, %x : i64, i64
  // CHECK: molt_df.div zero_is_null %{{.*}}, %{{.*}} : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
  %2 = molt_df.div zero_is_null %m, %m : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
  return %0, %1, %2 : i64, !molt_df.nullable<i64>, !molt_df.nullable<!molt_df.decimal<21, 6>>
}

//===----------------------------------------------------------------------===//
// Comparison, logic, nulls
//===----------------------------------------------------------------------===//

// CHECK-LABEL: func @comparison
func.func @comparison(%x: i64, %y: !molt_df.nullable<i32>, %f: f32, %m: !molt_df.decimal<15, 2>, %d: !molt_df.date32, %b: i1) -> !molt_df.nullable<i1> {
  // CHECK: molt_df.cmp eq %{{.*}}, %{{.*}} : i64, !molt_df.nullable<i32>
  %0 = molt_df.cmp eq %x, %y : i64, !molt_df.nullable<i32>
  // CHECK: molt_df.cmp ne %{{.*}}, %{{.*}} : f32, i64
  %1 = molt_df.cmp ne %f, %x : f32, i64
  // CHECK: molt_df.cmp lt %{{.*}}, %{{.*}} : !molt_df.decimal<15, 2>, i64
  %2 = molt_df.cmp lt %m, %x : !molt_df.decimal<15, 2>, i64
  // CHECK: molt_df.cmp le %{{.*}}, %{{.*}} : !molt_df.date32, !molt_df.date32
  %3 = molt_df.cmp le %d, %d : !molt_df.date32, !molt_df.date32
  // CHECK: molt_df.cmp gt %{{.*}}, %{{.*}} : i1, i1
  %4 = molt_df.cmp gt %b, %b : i1, i1
  // CHECK: molt_df.cmp ge %{{.*}}, %{{.*}} : f32, !molt_df.decimal<15, 2>
  %5 = molt_df.cmp ge %f, %m : f32, !molt_df.decimal<15, 2>
  return %0 : !molt_df.nullable<i1>
}

// CHECK-LABEL: func @logic
func.func @logic(%p: i1, %q: !molt_df.nullable<i1>, %x: i64, %y: !molt_df.nullable<i64>) -> (!molt_df.nullable<i1>, i1, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>) {
  // CHECK: molt_df.and %{{.*}}, %{{.*}} : i1, !molt_df.nullable<i1>
  %0 = molt_df.and %p, %q : i1, !molt_df.nullable<i1>
  // CHECK: molt_df.or %{{.*}}, %{{.*}} : i1, i1
  %1 = molt_df.or %p, %p : i1, i1
  // CHECK: molt_df.not %{{.*}} : !molt_df.nullable<i1>
  %2 = molt_df.not %q : !molt_df.nullable<i1>
  // CHECK: molt_df.is_null %{{.*}} : !molt_df.nullable<i64>
  %3 = molt_df.is_null %y : !molt_df.nullable<i64>
  // CHECK: molt_df.coalesce %{{.*}}, %{{.*}} : !molt_df.nullable<i64>, i64
  %4 = molt_df.coalesce %y, %x : !molt_df.nullable<i64>, i64
  // CHECK: molt_df.coalesce %{{.*}}, %{{.*}} : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  %5 = molt_df.coalesce %y, %y : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  // CHECK: molt_df.select %{{.*}}, %{{.*}}, %{{.*}} : !molt_df.nullable<i1>, i64, !molt_df.nullable<i64>
  %6 = molt_df.select %q, %x, %y : !molt_df.nullable<i1>, i64, !molt_df.nullable<i64>
  return %0, %3, %4, %5, %6 : !molt_df.nullable<i1>, i1, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>
}

// CHECK-LABEL: func @casts
func.func @casts(%x: i64, %y: !molt_df.nullable<i64>, %f: f64, %b: i1, %m: !molt_df.decimal<15, 2>, %s: !molt_str.utf8, %d: !molt_df.date32) {
  // CHECK: molt_df.cast %{{.*}} : i64 to f64
  %0 = molt_df.cast %x : i64 to f64
  // CHECK: molt_df.cast %{{.*}} : i64 to !molt_df.nullable<i64>
  %1 = molt_df.cast %x : i64 to !molt_df.nullable<i64>
  // CHECK: molt_df.cast %{{.*}} : !molt_df.nullable<i64> to i64
  %2 = molt_df.cast %y : !molt_df.nullable<i64> to i64
  // CHECK: molt_df.cast %{{.*}} : f64 to !molt_df.decimal<15, 2>
  %3 = molt_df.cast %f : f64 to !molt_df.decimal<15, 2>
  // CHECK: molt_df.cast %{{.*}} : i1 to ui8
  %4 = molt_df.cast %b : i1 to ui8
  // CHECK: molt_df.cast %{{.*}} : ui8 to i1
  %5 = molt_df.cast %4 : ui8 to i1
  // CHECK: molt_df.cast %{{.*}} : !molt_df.decimal<15, 2> to !molt_df.decimal<4, 1>
  %6 = molt_df.cast %m : !molt_df.decimal<15, 2> to !molt_df.decimal<4, 1>
  // CHECK: molt_df.cast %{{.*}} : !molt_str.utf8 to !molt_df.nullable<!molt_str.utf8>
  %7 = molt_df.cast %s : !molt_str.utf8 to !molt_df.nullable<!molt_str.utf8>
  // CHECK: molt_df.cast %{{.*}} : !molt_df.date32 to !molt_df.nullable<!molt_df.date32>
  %8 = molt_df.cast %d : !molt_df.date32 to !molt_df.nullable<!molt_df.date32>
  return
}

//===----------------------------------------------------------------------===//
// Aggregates
//===----------------------------------------------------------------------===//

!all = !molt_df.table<"i": i8, "u": ui32, "f": f32, "m": !molt_df.decimal<15, 2>, "d": !molt_df.date32?, "b": i1, "s": !molt_str.utf8?>

// CHECK-LABEL: func @aggregates
func.func @aggregates(%t: !all) -> !molt_df.table<"si": i64?, "su": ui64?, "sf": f64?, "sm": !molt_df.decimal<38, 2>?, "mean": f64?, "min": !molt_df.date32?, "max": i1?, "n": i64, "v": i64> {
  %0 = molt_df.aggregate %t by [] of ["i", "u", "f", "m", "d", "b", "s"] -> ["si", "su", "sf", "sm", "mean", "min", "max", "n", "v"] {
  ^bb0(%i: i8, %u: ui32, %f: f32, %m: !molt_df.decimal<15, 2>, %d: !molt_df.nullable<!molt_df.date32>, %b: i1, %s: !molt_df.nullable<!molt_str.utf8>):
    // CHECK: molt_df.sum %{{.*}} : i8
    %si = molt_df.sum %i : i8
    // CHECK: molt_df.sum %{{.*}} : ui32
    %su = molt_df.sum %u : ui32
    // CHECK: molt_df.sum %{{.*}} : f32
    %sf = molt_df.sum %f : f32
    // CHECK: molt_df.sum %{{.*}} {total_bits = 60 : i64} : !molt_df.decimal<15, 2>
    %sm = molt_df.sum %m {total_bits = 60 : i64} : !molt_df.decimal<15, 2>
    // CHECK: molt_df.mean %{{.*}} {total_bits = 60 : i64} : !molt_df.decimal<15, 2>
    %mean = molt_df.mean %m {total_bits = 60 : i64} : !molt_df.decimal<15, 2>
    // CHECK: molt_df.min %{{.*}} : !molt_df.nullable<!molt_df.date32>
    %min = molt_df.min %d : !molt_df.nullable<!molt_df.date32>
    // CHECK: molt_df.max %{{.*}} : i1
    %max = molt_df.max %b : i1
    // CHECK: molt_df.count
    %n = molt_df.count
    // CHECK: molt_df.any %{{.*}} : i1
    %true = molt_df.constant true : i1
    %any = molt_df.any %true : i1
    // CHECK: molt_df.count_valid %{{.*}} : !molt_df.nullable<!molt_str.utf8>
    %v = molt_df.count_valid %s : !molt_df.nullable<!molt_str.utf8>
    molt_df.yield %si, %su, %sf, %sm, %mean, %min, %max, %n, %v : !molt_df.nullable<i64>, !molt_df.nullable<ui64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.date32>, !molt_df.nullable<i1>, i64, i64
  } : !all
  return %0 : !molt_df.table<"si": i64?, "su": ui64?, "sf": f64?, "sm": !molt_df.decimal<38, 2>?, "mean": f64?, "min": !molt_df.date32?, "max": i1?, "n": i64, "v": i64>
}
