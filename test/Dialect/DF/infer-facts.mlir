// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-infer-facts))' --split-input-file | FileCheck %s

!t = !molt_df.table<"x": i64, "y": i64, "n": i64?, "m": !molt_df.decimal<15, 2>>

// Exact results that fit make operations `never`.
// CHECK-LABEL: func @overflow
func.func @overflow() -> !molt_df.table<"a": i64, "b": i64, "c": i64, "d": i64, "e": i8, "f": i64> {
  // CHECK: molt_df.source "t" {assumed,
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [0, 3037000499]>, y = #molt_df.facts<range = [-128, 127]>}} : !t
  %w = molt_df.with_columns %t ["x", "y"] -> ["a", "b", "c", "d", "e", "f"] {
  ^bb0(%x: i64, %y: i64):
    // CHECK: molt_df.mul overflow<never> %[[X:.*]], %[[X]]
    %a = molt_df.mul %x, %x : i64, i64
    // CHECK: %[[B:.*]] = molt_df.add overflow<never>
    %b = molt_df.add %x, %y : i64, i64
    // CHECK: molt_df.sub overflow<never>
    %c = molt_df.sub %x, %y : i64, i64
    // CHECK: molt_df.neg overflow<never>
    %d = molt_df.neg %x : i64
    // CHECK: molt_df.cast overflow<never>
    %e = molt_df.cast %y : i64 to i8
    // CHECK: molt_df.mul %[[B]], %[[B]]
    %f = molt_df.mul %b, %b : i64, i64
    molt_df.yield %a, %b, %c, %d, %e, %f : i64, i64, i64, i64, i8, i64
  } : !t
  %r = molt_df.project %w ["a", "b", "c", "d", "e", "f"] : !molt_df.table<"x": i64, "y": i64, "n": i64?, "m": !molt_df.decimal<15, 2>, "a": i64, "b": i64, "c": i64, "d": i64, "e": i8, "f": i64>
  return %r : !molt_df.table<"a": i64, "b": i64, "c": i64, "d": i64, "e": i8, "f": i64>
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// One more than what fits; what wraps around stays so.
// CHECK-LABEL: func @overflow_is_possible
func.func @overflow_is_possible() -> !molt_df.table<"x": i64, "y": i64, "a": i64, "b": i64, "c": i8> {
  // CHECK: molt_df.source "t" {facts
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [0, 3037000500]>, y = #molt_df.facts<range = [-129, 127]>}} : !t
  %w = molt_df.with_columns %t ["x", "y"] -> ["a", "b", "c"] {
  ^bb0(%x: i64, %y: i64):
    // CHECK: molt_df.mul %
    %a = molt_df.mul %x, %x : i64, i64
    // CHECK: molt_df.add overflow<wrap>
    %b = molt_df.add overflow<wrap> %x, %y : i64, i64
    // CHECK: molt_df.cast %
    %c = molt_df.cast %y : i64 to i8
    molt_df.yield %a, %b, %c : i64, i64, i8
  } : !t
  return %w : !molt_df.table<"x": i64, "y": i64, "a": i64, "b": i64, "c": i8>
}

// -----

// Without facts, types have ranges: enough for decimals and for widening, and nothing
// is assumed.
// CHECK-LABEL: func @by_type
func.func @by_type(%t: !molt_df.table<"i": i32, "m": !molt_df.decimal<15, 2>, "w": !molt_df.decimal<38, 2>>) -> !molt_df.table<"i": i32, "m": !molt_df.decimal<15, 2>, "w": !molt_df.decimal<38, 2>, "a": !molt_df.decimal<16, 2>, "b": i64, "c": i64, "d": i32, "e": !molt_df.decimal<38, 2>> {
  %w = molt_df.with_columns %t ["i", "m", "w"] -> ["a", "b", "c", "d", "e"] {
  ^bb0(%i: i32, %m: !molt_df.decimal<15, 2>, %w: !molt_df.decimal<38, 2>):
    // CHECK: molt_df.add overflow<never>
    %a = molt_df.add %m, %m : !molt_df.decimal<15, 2>, !molt_df.decimal<15, 2>
    // CHECK: molt_df.cast overflow<never>
    %b = molt_df.cast %i : i32 to i64
    // CHECK: molt_df.mul overflow<never>
    %c = molt_df.mul %b, %b : i64, i64
    // CHECK: molt_df.mul %
    %d = molt_df.mul %i, %i : i32, i32
    // CHECK: molt_df.add %
    %e = molt_df.add %w, %w : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 2>
    molt_df.yield %a, %b, %c, %d, %e : !molt_df.decimal<16, 2>, i64, i64, i32, !molt_df.decimal<38, 2>
  } : !molt_df.table<"i": i32, "m": !molt_df.decimal<15, 2>, "w": !molt_df.decimal<38, 2>>
  return %w : !molt_df.table<"i": i32, "m": !molt_df.decimal<15, 2>, "w": !molt_df.decimal<38, 2>, "a": !molt_df.decimal<16, 2>, "b": i64, "c": i64, "d": i32, "e": !molt_df.decimal<38, 2>>
}

// -----

!t = !molt_df.table<"x": i64, "n": i64?>

// Nulls: a fact, and what filters leave.
// CHECK-LABEL: func @nulls
func.func @nulls() -> (!molt_df.table<"x": i64, "n": i64?, "p": i1>, !molt_df.table<"x": i64, "n": i64?, "p": i1>, !molt_df.table<"x": i64, "n": i64?, "p": i1>) {
  %t = molt_df.source "t" {facts = {n = #molt_df.facts<nonnull>}} : !t
  // CHECK: molt_df.with_columns
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: %[[FALSE:.*]] = molt_df.constant false : i1
  // CHECK-NEXT: molt_df.yield %[[FALSE]]
  %0 = molt_df.with_columns %t ["n"] -> ["p"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %p = molt_df.is_null %n : !molt_df.nullable<i64>
    molt_df.yield %p : i1
  } : !t
  // CHECK: molt_df.source "u" :
  %u = molt_df.source "u" : !t
  %f = molt_df.filter %u ["x", "n"] {
  ^bb0(%x: i64, %n: !molt_df.nullable<i64>):
    %sum = molt_df.add %x, %n : i64, !molt_df.nullable<i64>
    %p = molt_df.cmp ne %sum, %x : !molt_df.nullable<i64>, i64
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  // CHECK: molt_df.with_columns
  // CHECK-NEXT: ^bb0
  // CHECK-NEXT: %[[FALSE:.*]] = molt_df.constant false : i1
  // CHECK-NEXT: molt_df.yield %[[FALSE]]
  %1 = molt_df.with_columns %f ["n"] -> ["p"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %p = molt_df.is_null %n : !molt_df.nullable<i64>
    molt_df.yield %p : i1
  } : !t
  // What a condition does not need tells nothing.
  %g = molt_df.filter %u ["x", "n"] {
  ^bb0(%x: i64, %n: !molt_df.nullable<i64>):
    %zero = molt_df.constant 0 : i64
    %a = molt_df.cmp lt %n, %x : !molt_df.nullable<i64>, i64
    %b = molt_df.cmp lt %x, %zero : i64, i64
    %p = molt_df.or %a, %b : !molt_df.nullable<i1>, i1
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  // CHECK: molt_df.with_columns
  // CHECK: molt_df.is_null
  %2 = molt_df.with_columns %g ["n"] -> ["p"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %p = molt_df.is_null %n : !molt_df.nullable<i64>
    molt_df.yield %p : i1
  } : !t
  return %0, %1, %2 : !molt_df.table<"x": i64, "n": i64?, "p": i1>, !molt_df.table<"x": i64, "n": i64?, "p": i1>, !molt_df.table<"x": i64, "n": i64?, "p": i1>
}

// -----

!t = !molt_df.table<"n": i64?>

// CHECK-LABEL: func @not_is_null
func.func @not_is_null(%t: !t) -> !molt_df.table<"n": i64?, "p": i1> {
  %f = molt_df.filter %t ["n"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %a = molt_df.is_null %n : !molt_df.nullable<i64>
    %b = molt_df.not %a : i1
    molt_df.yield %b : i1
  } : !t
  // CHECK: molt_df.with_columns
  // CHECK-NOT: molt_df.is_null
  %1 = molt_df.with_columns %f ["n"] -> ["p"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %p = molt_df.is_null %n : !molt_df.nullable<i64>
    molt_df.yield %p : i1
  } : !t
  return %1 : !molt_df.table<"n": i64?, "p": i1>
}

// -----

!t = !molt_df.table<"x": i64, "m": !molt_df.decimal<15, 2>, "d": !molt_df.date32>

// Comparisons that ranges decide, also ranges that filters leave.
// CHECK-LABEL: func @decided
func.func @decided(%t: !t) -> !t {
  %f = molt_df.filter %t ["x", "m", "d"] {
  ^bb0(%x: i64, %m: !molt_df.decimal<15, 2>, %d: !molt_df.date32):
    %five = molt_df.constant 5 : i64
    %end = molt_df.constant "1995-01-01" : !molt_df.date32
    // x in [1, 5], m in [0.51, 4.99], d before 1995
    %zero = molt_df.constant 0 : i64
    %low = molt_df.constant "0.505" : !molt_df.decimal<4, 3>
    %a = molt_df.cmp le %x, %five : i64, i64
    %b = molt_df.cmp gt %x, %zero : i64, i64
    %c = molt_df.cmp lt %m, %x : !molt_df.decimal<15, 2>, i64
    %e = molt_df.cmp ge %m, %low : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 3>
    %g = molt_df.cmp gt %end, %d : !molt_df.date32, !molt_df.date32
    %ab = molt_df.and %a, %b : i1, i1
    %ce = molt_df.and %c, %e : i1, i1
    %abce = molt_df.and %ab, %ce : i1, i1
    %all = molt_df.and %abce, %g : i1, i1
    molt_df.yield %all : i1
  } : !t
  // CHECK: molt_df.filter
  // CHECK: molt_df.filter
  // CHECK-DAG: %[[A:.*]] = molt_df.cmp lt %{{.*}}, %{{.*}} : i64, i64
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  // CHECK-DAG: %[[C:.*]] = molt_df.cmp le %{{.*}}, %{{.*}} : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 2>
  %r = molt_df.filter %f ["x", "m", "d"] {
  ^bb0(%x: i64, %m: !molt_df.decimal<15, 2>, %d: !molt_df.date32):
    %five = molt_df.constant 5 : i64
    %one = molt_df.constant 1 : i64
    %limit = molt_df.constant "4.98" : !molt_df.decimal<4, 2>
    %more = molt_df.constant "5.00" : !molt_df.decimal<4, 2>
    %low = molt_df.constant "0.51" : !molt_df.decimal<4, 2>
    %date = molt_df.constant "1995-01-01" : !molt_df.date32
    %a = molt_df.cmp lt %x, %five : i64, i64
    %b = molt_df.cmp ge %x, %one : i64, i64
    %c = molt_df.cmp le %m, %limit : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 2>
    %e = molt_df.cmp lt %m, %more : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 2>
    %g = molt_df.cmp ge %m, %low : !molt_df.decimal<15, 2>, !molt_df.decimal<4, 2>
    %h = molt_df.cmp eq %d, %date : !molt_df.date32, !molt_df.date32
    // CHECK: molt_df.and %[[A]], %[[TRUE]]
    %ab = molt_df.and %a, %b : i1, i1
    // CHECK: molt_df.and %[[C]], %
    %ce = molt_df.and %c, %e : i1, i1
    %gh = molt_df.and %g, %h : i1, i1
    %abce = molt_df.and %ab, %ce : i1, i1
    %all = molt_df.and %abce, %gh : i1, i1
    molt_df.yield %all : i1
  } : !t
  return %r : !t
}

// -----

!t = !molt_df.table<"x": i64, "n": i64?>

// What may be null has no outcome; a disjunction gives the union of both sides; an
// impossible condition leaves the ranges as they are.
// CHECK-LABEL: func @undecided
func.func @undecided(%t: !t) -> !t {
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %one = molt_df.constant 1 : i64
    %five = molt_df.constant 5 : i64
    %a = molt_df.cmp eq %x, %five : i64, i64
    %b = molt_df.cmp eq %x, %one : i64, i64
    %c = molt_df.or %a, %b : i1, i1
    molt_df.yield %c : i1
  } : !t
  %g = molt_df.filter %f ["x"] {
  ^bb0(%x: i64):
    %nine = molt_df.constant 9 : i64
    %a = molt_df.cmp gt %x, %nine : i64, i64
    molt_df.yield %a : i1
  } : !t
  // CHECK: molt_df.filter
  // CHECK: molt_df.filter
  // CHECK: molt_df.filter
  // CHECK: molt_df.cmp eq
  // CHECK: molt_df.constant true
  // CHECK: molt_df.cmp lt
  %r = molt_df.filter %g ["x", "n"] {
  ^bb0(%x: i64, %n: !molt_df.nullable<i64>):
    %three = molt_df.constant 3 : i64
    %six = molt_df.constant 6 : i64
    %max = molt_df.constant 9223372036854775807 : i64
    %a = molt_df.cmp eq %x, %three : i64, i64
    %b = molt_df.cmp lt %x, %six : i64, i64
    %c = molt_df.cmp lt %n, %max : !molt_df.nullable<i64>, i64
    %ab = molt_df.and %a, %b : i1, i1
    %abc = molt_df.and %ab, %c : i1, !molt_df.nullable<i1>
    molt_df.yield %abc : !molt_df.nullable<i1>
  } : !t
  return %r : !t
}

// -----

!t = !molt_df.table<"k": i32, "x": i64, "m": !molt_df.decimal<15, 2>, "f": f64>

// rows × max |x| bounds every partial total. 1000 × 100 = 10^5 < 2^17; with signs,
// -128 × 1000 = -128000 ≥ -2^17.
// CHECK-LABEL: func @totals
func.func @totals() -> !molt_df.table<"a": i64?, "b": f64?, "c": !molt_df.decimal<38, 2>?, "d": f64?> {
  // CHECK: molt_df.source "t" {assumed,
  %t = molt_df.source "t" {rows = 1000, facts = {x = #molt_df.facts<range = [50, 100]>}} : !t
  %r = molt_df.aggregate %t by [] of ["x", "m", "f"] -> ["a", "b", "c", "d"] {
  ^bb0(%x: i64, %m: !molt_df.decimal<15, 2>, %f: f64):
    // CHECK: molt_df.sum %{{.*}} {total_bits = 18 : i64} : i64
    %a = molt_df.sum %x : i64
    // CHECK: molt_df.mean %{{.*}} {total_bits = 18 : i64} : i64
    %b = molt_df.mean %x : i64
    // 1000 × (10^15 - 1) < 2^60
    // CHECK: molt_df.sum %{{.*}} {total_bits = 61 : i64} : !molt_df.decimal<15, 2>
    %c = molt_df.sum %m : !molt_df.decimal<15, 2>
    // CHECK: molt_df.sum %{{.*}} : f64
    %d = molt_df.sum %f : f64
    molt_df.yield %a, %b, %c, %d : !molt_df.nullable<i64>, !molt_df.nullable<f64>, !molt_df.nullable<!molt_df.decimal<38, 2>>, !molt_df.nullable<f64>
  } : !t
  return %r : !molt_df.table<"a": i64?, "b": f64?, "c": !molt_df.decimal<38, 2>?, "d": f64?>
}

// -----

!t = !molt_df.table<"x": i64, "y": i8>

// CHECK-LABEL: func @totals_without_bound
func.func @totals_without_bound() -> (!molt_df.table<"a": i64?>, !molt_df.table<"b": i64?>) {
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [0, 100]>}} : !t
  %0 = molt_df.aggregate %t by [] of ["x"] -> ["a"] {
  ^bb0(%x: i64):
    // CHECK: molt_df.sum %{{.*}} : i64
    %a = molt_df.sum %x : i64
    molt_df.yield %a : !molt_df.nullable<i64>
  } : !t
  // A limit is a bound, and a type has a range; a smaller proof stays.
  %l = molt_df.limit %t, 1000 : !t
  %1 = molt_df.aggregate %l by [] of ["y"] -> ["b"] {
  ^bb0(%y: i8):
    // CHECK: molt_df.sum %{{.*}} {total_bits = 18 : i64} : i8
    // CHECK: molt_df.sum %{{.*}} {total_bits = 9 : i64} : i8
    %b = molt_df.sum %y : i8
    %c = molt_df.sum %y {total_bits = 9 : i64} : i8
    molt_df.yield %b : !molt_df.nullable<i64>
  } : !t
  return %0, %1 : !molt_df.table<"a": i64?>, !molt_df.table<"b": i64?>
}

// -----

!a = !molt_df.table<"x": i64?, "k": i32>
!b = !molt_df.table<"y": i64, "v": i64>
!ab = !molt_df.table<"x": i64?, "k": i32, "y": i64, "v": i64>

// Keys of a join are equal and not null; rows multiply.
// CHECK-LABEL: func @join
func.func @join() -> !molt_df.table<"s": i64?, "t": i64?> {
  %a = molt_df.source "a" {rows = 100} : !a
  %b = molt_df.source "b" {rows = 50, facts = {y = #molt_df.facts<range = [0, 10]>, v = #molt_df.facts<range = [0, 1]>}} : !b
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  // CHECK: molt_df.filter
  // CHECK: molt_df.constant false
  // CHECK: molt_df.constant true : !molt_df.nullable<i1>
  %f = molt_df.filter %j ["x"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %p = molt_df.is_null %x : !molt_df.nullable<i64>
    %q = molt_df.not %p : i1
    %ten = molt_df.constant 10 : i64
    %r = molt_df.cmp le %x, %ten : !molt_df.nullable<i64>, i64
    %s = molt_df.and %q, %r : i1, !molt_df.nullable<i1>
    molt_df.yield %s : !molt_df.nullable<i1>
  } : !ab
  %r = molt_df.aggregate %f by [] of ["x", "v"] -> ["s", "t"] {
  ^bb0(%x: !molt_df.nullable<i64>, %v: i64):
    // 5000 × 10 < 2^16
    // CHECK: molt_df.sum %{{.*}} {total_bits = 17 : i64}
    %s = molt_df.sum %x : !molt_df.nullable<i64>
    // 5000 < 2^13
    // CHECK: molt_df.sum %{{.*}} {total_bits = 14 : i64}
    %t = molt_df.sum %v : i64
    molt_df.yield %s, %t : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !ab
  return %r : !molt_df.table<"s": i64?, "t": i64?>
}

// -----

!t = !molt_df.table<"k": i8, "b": i1?, "x": i64>
!g = !molt_df.table<"k": i8, "b": i1?, "n": i64, "v": i64, "lo": i64?, "s": i64?>

// Groups: at most as many as keys have values (256 × 3); counts are at least 1 and at
// most the rows; extremes have the range of the column; groups are not empty.
// CHECK-LABEL: func @groups
func.func @groups() -> !molt_df.table<"a": i64?, "c": i64?> {
  %t = molt_df.source "t" {rows = 1000000, facts = {x = #molt_df.facts<range = [5, 9]>}} : !t
  %g = molt_df.aggregate %t by ["k", "b"] of ["x"] -> ["n", "v", "lo", "s"] {
  ^bb0(%x: i64):
    %n = molt_df.count
    %v = molt_df.count_valid %x : i64
    %lo = molt_df.min %x : i64
    %s = molt_df.sum %x : i64
    molt_df.yield %n, %v, %lo, %s : i64, i64, !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !t
  // CHECK: molt_df.filter
  // CHECK-COUNT-4: molt_df.constant true
  // CHECK: molt_df.constant false
  %f = molt_df.filter %g ["n", "v", "lo", "s"] {
  ^bb0(%n: i64, %v: i64, %lo: !molt_df.nullable<i64>, %s: !molt_df.nullable<i64>):
    %one = molt_df.constant 1 : i64
    %five = molt_df.constant 5 : i64
    %million = molt_df.constant 1000000 : i64
    %a = molt_df.cmp ge %n, %one : i64, i64
    %b = molt_df.cmp le %v, %million : i64, i64
    %c = molt_df.cmp ge %lo, %five : !molt_df.nullable<i64>, i64
    %d = molt_df.cmp ge %s, %five : !molt_df.nullable<i64>, i64
    %e = molt_df.is_null %s : !molt_df.nullable<i64>
    %ab = molt_df.and %a, %b : i1, i1
    %cd = molt_df.and %c, %d : !molt_df.nullable<i1>, !molt_df.nullable<i1>
    %abcd = molt_df.and %ab, %cd : i1, !molt_df.nullable<i1>
    %all = molt_df.or %abcd, %e : !molt_df.nullable<i1>, i1
    molt_df.yield %all : !molt_df.nullable<i1>
  } : !g
  %r = molt_df.aggregate %f by [] of ["n", "lo"] -> ["a", "c"] {
  ^bb0(%n: i64, %lo: !molt_df.nullable<i64>):
    // 768 × 10^6 < 2^30
    // CHECK: molt_df.sum %{{.*}} {total_bits = 31 : i64}
    %a = molt_df.sum %n : i64
    // 768 × 9 < 2^13
    // CHECK: molt_df.sum %{{.*}} {total_bits = 14 : i64}
    %c = molt_df.sum %lo : !molt_df.nullable<i64>
    molt_df.yield %a, %c : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !g
  return %r : !molt_df.table<"a": i64?, "c": i64?>
}

// -----

!t = !molt_df.table<"x": i64>
!g = !molt_df.table<"n": i64, "v": i64, "lo": i64?>

// Without keys there may be no rows: counts of 0 and nulls.
// CHECK-LABEL: func @global_aggregate
func.func @global_aggregate() -> !g {
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [5, 9]>}} : !t
  %g = molt_df.aggregate %t by [] of ["x"] -> ["n", "v", "lo"] {
  ^bb0(%x: i64):
    %n = molt_df.count
    %v = molt_df.count_valid %x : i64
    %lo = molt_df.min %x : i64
    molt_df.yield %n, %v, %lo : i64, i64, !molt_df.nullable<i64>
  } : !t
  // CHECK: molt_df.filter
  // CHECK: molt_df.cmp ge
  // CHECK: molt_df.cmp ge
  // CHECK: molt_df.constant true
  // CHECK: molt_df.is_null
  %f = molt_df.filter %g ["n", "v", "lo"] {
  ^bb0(%n: i64, %v: i64, %lo: !molt_df.nullable<i64>):
    %one = molt_df.constant 1 : i64
    %zero = molt_df.constant 0 : i64
    %a = molt_df.cmp ge %n, %one : i64, i64
    %b = molt_df.cmp ge %v, %one : i64, i64
    %c = molt_df.cmp ge %n, %zero : i64, i64
    %d = molt_df.is_null %lo : !molt_df.nullable<i64>
    %ab = molt_df.and %a, %b : i1, i1
    %abc = molt_df.and %ab, %c : i1, i1
    %all = molt_df.or %abc, %d : i1, i1
    molt_df.yield %all : i1
  } : !g
  return %f : !g
}

// -----

!t = !molt_df.table<"x": i64, "n": i64?, "p": i1, "d": !molt_df.date32>

// Facts of expressions.
// CHECK-LABEL: func @expressions
func.func @expressions() -> !molt_df.table<"a": i64, "b": i64, "c": i8, "d": i8, "e": i8, "f": i8> {
  %t = molt_df.source "t" {facts = {x = #molt_df.facts<range = [0, 100]>, n = #molt_df.facts<range = [-20, 20]>}} : !t
  %w = molt_df.with_columns %t ["x", "n", "p", "d"] -> ["a", "b", "c", "d", "e", "f"] {
  ^bb0(%x: i64, %n: !molt_df.nullable<i64>, %p: i1, %day: !molt_df.date32):
    %zero = molt_df.constant 0 : i64
    %three = molt_df.constant 3 : i64
    %c0 = molt_df.coalesce %n, %zero : !molt_df.nullable<i64>, i64
    // CHECK: molt_df.add overflow<never>
    %a = molt_df.add %c0, %x : i64, i64
    %s = molt_df.select %p, %x, %c0 : i1, i64, i64
    // CHECK: molt_df.mul overflow<never>
    %b = molt_df.mul %s, %s : i64, i64
    // CHECK: molt_df.cast overflow<never> %{{.*}} : i64 to i8
    %c = molt_df.cast %s : i64 to i8
    %month = molt_df.date_part month %day : !molt_df.date32
    // CHECK: molt_df.cast overflow<never> %{{.*}} : i32 to i8
    %d = molt_df.cast %month : i32 to i8
    %q = molt_df.div %x, %three : i64, i64
    // CHECK: molt_df.cast overflow<never> %{{.*}} : i64 to i8
    %e = molt_df.cast %q : i64 to i8
    %year = molt_df.date_part year %day : !molt_df.date32
    // CHECK: molt_df.cast %{{.*}} : i32 to i8
    %f = molt_df.cast %year : i32 to i8
    molt_df.yield %a, %b, %c, %d, %e, %f : i64, i64, i8, i8, i8, i8
  } : !t
  %r = molt_df.project %w ["a", "b", "c", "d", "e", "f"] : !molt_df.table<"x": i64, "n": i64?, "p": i1, "d": i8, "a": i64, "b": i64, "c": i8, "e": i8, "f": i8>
  return %r : !molt_df.table<"a": i64, "b": i64, "c": i8, "d": i8, "e": i8, "f": i8>
}

// -----

!t = !molt_df.table<"n": i64?>

// A cast from nullable can fail on null.
// CHECK-LABEL: func @null_casts
func.func @null_casts() -> (!molt_df.table<"n": i64>, !molt_df.table<"n": i64>) {
  %t = molt_df.source "t" {facts = {n = #molt_df.facts<nonnull>}} : !t
  %u = molt_df.source "u" : !t
  // CHECK: molt_df.cast overflow<never>
  %0 = molt_df.with_columns %t ["n"] -> ["n"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %m = molt_df.cast %n : !molt_df.nullable<i64> to i64
    molt_df.yield %m : i64
  } : !t
  // CHECK: molt_df.cast %
  %1 = molt_df.with_columns %u ["n"] -> ["n"] {
  ^bb0(%n: !molt_df.nullable<i64>):
    %m = molt_df.cast %n : !molt_df.nullable<i64> to i64
    molt_df.yield %m : i64
  } : !t
  return %0, %1 : !molt_df.table<"n": i64>, !molt_df.table<"n": i64>
}
