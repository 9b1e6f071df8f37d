// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-narrow-decimals))' --split-input-file | FileCheck %s
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-narrow-decimals{max-digits=38}))' --split-input-file | FileCheck %s --check-prefix=WIDE

// Everything has at most 38 digits.
// WIDE-NOT: molt_df.cast overflow<never>

!d15 = !molt_df.decimal<15, 2>
!t = !molt_df.table<"p": !molt_df.decimal<15, 2>, "d": !molt_df.decimal<15, 2>, "t": !molt_df.decimal<15, 2>>

// TPC-H Q1: price × (1 - discount) × (1 + tax). One operand is narrowed where that
// is enough.
// CHECK-LABEL: func @q1
func.func @q1() -> !molt_df.table<"charge": !molt_df.decimal<38, 6>?> {
  // CHECK: molt_df.source "t" {assumed,
  %t = molt_df.source "t" {facts = {p = #molt_df.facts<range = [90091, 10494950]>, d = #molt_df.facts<range = [0, 10]>, t = #molt_df.facts<range = [0, 8]>}} : !t
  // CHECK: ^bb0(%[[P:.*]]: !molt_df.decimal<15, 2>, %[[D:.*]]: !molt_df.decimal<15, 2>, %[[T:.*]]: !molt_df.decimal<15, 2>):
  %r = molt_df.aggregate %t by [] of ["p", "d", "t"] -> ["charge"] {
  ^bb0(%p: !d15, %d: !d15, %t0: !d15):
    %one = molt_df.constant "1" : !molt_df.decimal<1, 0>
    // CHECK: %[[A:.*]] = molt_df.sub %{{.*}}, %[[D]]
    // CHECK: %[[A3:.*]] = molt_df.cast overflow<never> %[[A]] : !molt_df.decimal<16, 2> to !molt_df.decimal<3, 2>
    %a = molt_df.sub %one, %d : !molt_df.decimal<1, 0>, !d15
    // CHECK: %[[B:.*]] = molt_df.add %{{.*}}, %[[T]]
    // CHECK: %[[B3:.*]] = molt_df.cast overflow<never> %[[B]] : !molt_df.decimal<16, 2> to !molt_df.decimal<3, 2>
    %b = molt_df.add %one, %t0 : !molt_df.decimal<1, 0>, !d15
    // CHECK: %[[C:.*]] = molt_df.mul %[[P]], %[[A3]] : !molt_df.decimal<15, 2>, !molt_df.decimal<3, 2>
    // CHECK: %[[C10:.*]] = molt_df.cast overflow<never> %[[C]] : !molt_df.decimal<18, 4> to !molt_df.decimal<10, 4>
    %c = molt_df.mul %p, %a : !d15, !molt_df.decimal<16, 2>
    // CHECK: %[[E:.*]] = molt_df.mul %[[C10]], %[[B3]] : !molt_df.decimal<10, 4>, !molt_df.decimal<3, 2>
    %e = molt_df.mul %c, %b : !molt_df.decimal<31, 4>, !molt_df.decimal<16, 2>
    // CHECK: %[[S:.*]] = molt_df.sum %[[E]] : !molt_df.decimal<13, 6>
    // CHECK: molt_df.yield %[[S]] : !molt_df.nullable<!molt_df.decimal<38, 6>>
    %s = molt_df.sum %e : !molt_df.decimal<38, 6>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 6>>
  } : !t
  return %r : !molt_df.table<"charge": !molt_df.decimal<38, 6>?>
}

// -----

!d15 = !molt_df.decimal<15, 2>
!t = !molt_df.table<"p": !molt_df.decimal<15, 2>, "d": !molt_df.decimal<15, 2>>

// TPC-H Q6: a filter's bounds are facts, without any of the source.
// CHECK-LABEL: func @q6
func.func @q6(%t: !t) -> !molt_df.table<"revenue": !molt_df.decimal<38, 4>?> {
  %f = molt_df.filter %t ["d"] {
  ^bb0(%d: !d15):
    %low = molt_df.constant "0.05" : !d15
    %high = molt_df.constant "0.07" : !d15
    %a = molt_df.cmp ge %d, %low : !d15, !d15
    %b = molt_df.cmp le %d, %high : !d15, !d15
    %ab = molt_df.and %a, %b : i1, i1
    molt_df.yield %ab : i1
  } : !t
  // CHECK: molt_df.aggregate
  // CHECK: %[[D:.*]] = molt_df.cast overflow<never> %{{.*}} : !molt_df.decimal<15, 2> to !molt_df.decimal<2, 2>
  // CHECK: molt_df.mul %{{.*}}, %[[D]] : !molt_df.decimal<15, 2>, !molt_df.decimal<2, 2>
  // CHECK: molt_df.sum %{{.*}} : !molt_df.decimal<17, 4>
  %r = molt_df.aggregate %f by [] of ["p", "d"] -> ["revenue"] {
  ^bb0(%p: !d15, %d: !d15):
    %product = molt_df.mul %p, %d : !d15, !d15
    %s = molt_df.sum %product : !molt_df.decimal<30, 4>
    molt_df.yield %s : !molt_df.nullable<!molt_df.decimal<38, 4>>
  } : !t
  return %r : !molt_df.table<"revenue": !molt_df.decimal<38, 4>?>
}

// -----

!d15 = !molt_df.decimal<15, 2>
!t = !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<15, 2>, "c": !molt_df.decimal<4, 2>>

// Ranges that need too many digits, and results that are short anyway: nothing changes.
// CHECK-LABEL: func @untouched
// CHECK: molt_df.source "t" {facts
// CHECK-NOT: molt_df.cast
// CHECK: return
func.func @untouched() -> !molt_df.table<"x": !molt_df.decimal<38, 4>?, "y": !molt_df.decimal<38, 2>?> {
  // 10^9 - 1 and 10^9: 9 and 10 digits.
  %t = molt_df.source "t" {facts = {a = #molt_df.facts<range = [0, 999999999]>, b = #molt_df.facts<range = [0, 1000000000]>, c = #molt_df.facts<range = [0, 9]>}} : !t
  %r = molt_df.aggregate %t by [] of ["a", "b", "c"] -> ["x", "y"] {
  ^bb0(%a: !d15, %b: !d15, %c: !molt_df.decimal<4, 2>):
    %product = molt_df.mul %a, %b : !d15, !d15
    %x = molt_df.sum %product : !molt_df.decimal<30, 4>
    %small = molt_df.add %a, %c : !d15, !molt_df.decimal<4, 2>
    %y = molt_df.sum %small : !molt_df.decimal<16, 2>
    molt_df.yield %x, %y : !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<!molt_df.decimal<38, 2>>
  } : !t
  return %r : !molt_df.table<"x": !molt_df.decimal<38, 4>?, "y": !molt_df.decimal<38, 2>?>
}

// -----

!d15 = !molt_df.decimal<15, 2>
!t = !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<15, 2>>

// 9 and 9 digits: both have to be narrowed. A column keeps its type, so its value is
// cast back; a comparison takes the narrow one.
// CHECK-LABEL: func @fixed_types
func.func @fixed_types() -> !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<15, 2>, "x": !molt_df.decimal<30, 4>, "p": i1> {
  %t = molt_df.source "t" {facts = {a = #molt_df.facts<range = [-999999999, 0]>, b = #molt_df.facts<range = [0, 999999999]>}} : !t
  // CHECK: ^bb0(%[[A:.*]]: !molt_df.decimal<15, 2>, %[[B:.*]]: !molt_df.decimal<15, 2>):
  // CHECK-NEXT: %[[A9:.*]] = molt_df.cast overflow<never> %[[A]] : !molt_df.decimal<15, 2> to !molt_df.decimal<9, 2>
  // CHECK-NEXT: %[[B9:.*]] = molt_df.cast overflow<never> %[[B]] : !molt_df.decimal<15, 2> to !molt_df.decimal<9, 2>
  // CHECK-NEXT: %[[X:.*]] = molt_df.mul overflow<never> %[[A9]], %[[B9]] : !molt_df.decimal<9, 2>, !molt_df.decimal<9, 2>
  // CHECK-NEXT: %[[X30:.*]] = molt_df.cast overflow<never> %[[X]] : !molt_df.decimal<18, 4> to !molt_df.decimal<30, 4>
  // CHECK: %[[P:.*]] = molt_df.cmp lt %[[X]], %[[A]] : !molt_df.decimal<18, 4>, !molt_df.decimal<15, 2>
  // CHECK: molt_df.yield %[[X30]], %[[P]]
  %w = molt_df.with_columns %t ["a", "b"] -> ["x", "p"] {
  ^bb0(%a: !d15, %b: !d15):
    %x = molt_df.mul overflow<never> %a, %b : !d15, !d15
    %p = molt_df.cmp lt %x, %a : !molt_df.decimal<30, 4>, !d15
    molt_df.yield %x, %p : !molt_df.decimal<30, 4>, i1
  } : !t
  return %w : !molt_df.table<"a": !molt_df.decimal<15, 2>, "b": !molt_df.decimal<15, 2>, "x": !molt_df.decimal<30, 4>, "p": i1>
}

// -----

!d15 = !molt_df.decimal<15, 2>
!n15 = !molt_df.nullable<!molt_df.decimal<15, 2>>
!t = !molt_df.table<"a": !molt_df.decimal<15, 2>, "n": !molt_df.decimal<15, 2>?>

// min's result has its operand's type, so the operand is cast back; select needs two
// values of one type; a negation follows; nulls stay. One value is narrowed once.
// CHECK-LABEL: func @users
func.func @users() -> !molt_df.table<"lo": !molt_df.decimal<30, 4>?, "s": !molt_df.decimal<38, 4>?, "m": f64?, "n": i64> {
  %t = molt_df.source "t" {facts = {a = #molt_df.facts<range = [0, 99]>}} : !t
  // CHECK: ^bb0(%[[A:.*]]: !molt_df.decimal<15, 2>, %[[N:.*]]: !molt_df.nullable<!molt_df.decimal<15, 2>>):
  %r = molt_df.aggregate %t by [] of ["a", "n"] -> ["lo", "s", "m", "n"] {
  ^bb0(%a: !d15, %n: !n15):
    // CHECK: %[[A2:.*]] = molt_df.cast overflow<never> %[[A]] : !molt_df.decimal<15, 2> to !molt_df.decimal<2, 2>
    // CHECK: %[[X:.*]] = molt_df.mul %[[N]], %[[A2]] : !molt_df.nullable<!molt_df.decimal<15, 2>>, !molt_df.decimal<2, 2>
    // CHECK: %[[X30:.*]] = molt_df.cast overflow<never> %[[X]] : !molt_df.nullable<!molt_df.decimal<17, 4>> to !molt_df.nullable<!molt_df.decimal<30, 4>>
    %x = molt_df.mul %n, %a : !n15, !d15
    // CHECK: %[[Y:.*]] = molt_df.mul %[[A2]], %[[A2]] : !molt_df.decimal<2, 2>, !molt_df.decimal<2, 2>
    // CHECK: %[[Y30:.*]] = molt_df.cast overflow<never> %[[Y]] : !molt_df.decimal<4, 4> to !molt_df.decimal<30, 4>
    %y = molt_df.mul %a, %a : !d15, !d15
    // CHECK: %[[P:.*]] = molt_df.is_null %[[X]]
    %p = molt_df.is_null %x : !molt_df.nullable<!molt_df.decimal<30, 4>>
    // CHECK: %[[Z:.*]] = molt_df.select %[[P]], %[[Y30]], %[[X30]]
    %z = molt_df.select %p, %y, %x : i1, !molt_df.decimal<30, 4>, !molt_df.nullable<!molt_df.decimal<30, 4>>
    // CHECK: %[[NEG:.*]] = molt_df.neg %[[Y]] : !molt_df.decimal<4, 4>
    %neg = molt_df.neg %y : !molt_df.decimal<30, 4>
    // CHECK: molt_df.min %[[X30]]
    %lo = molt_df.min %x : !molt_df.nullable<!molt_df.decimal<30, 4>>
    // CHECK: molt_df.sum %[[NEG]] : !molt_df.decimal<4, 4>
    %s = molt_df.sum %neg : !molt_df.decimal<30, 4>
    // CHECK: molt_df.mean %[[Z]]
    %m = molt_df.mean %z : !molt_df.nullable<!molt_df.decimal<30, 4>>
    // CHECK: molt_df.count_valid %[[X]] : !molt_df.nullable<!molt_df.decimal<17, 4>>
    %c = molt_df.count_valid %x : !molt_df.nullable<!molt_df.decimal<30, 4>>
    molt_df.yield %lo, %s, %m, %c : !molt_df.nullable<!molt_df.decimal<30, 4>>, !molt_df.nullable<!molt_df.decimal<38, 4>>, !molt_df.nullable<f64>, i64
  } : !t
  return %r : !molt_df.table<"lo": !molt_df.decimal<30, 4>?, "s": !molt_df.decimal<38, 4>?, "m": f64?, "n": i64>
}

// -----

!t = !molt_df.table<"a": !molt_df.decimal<20, 2>, "s": !molt_df.decimal<20, 18>>

// Quotients get shorter with the dividend; a scale needs as many digits; casts keep
// their result type.
// CHECK-LABEL: func @quotients_and_scales
func.func @quotients_and_scales() -> !molt_df.table<"a": !molt_df.decimal<20, 2>, "s": !molt_df.decimal<20, 18>, "q": !molt_df.decimal<26, 6>, "r": !molt_df.decimal<28, 20>, "f": f64> {
  %t = molt_df.source "t" {facts = {a = #molt_df.facts<range = [1, 999]>, s = #molt_df.facts<range = [0, 1]>}} : !t
  %w = molt_df.with_columns %t ["a", "s"] -> ["q", "r", "f"] {
  ^bb0(%a: !molt_df.decimal<20, 2>, %s: !molt_df.decimal<20, 18>):
    %two = molt_df.constant "2.00" : !molt_df.decimal<8, 2>
    // CHECK: %[[A3:.*]] = molt_df.cast overflow<never> %{{.*}} : !molt_df.decimal<20, 2> to !molt_df.decimal<3, 2>
    // CHECK: molt_df.div %[[A3]], %{{.*}} : !molt_df.decimal<3, 2>, !molt_df.decimal<8, 2>
    %q = molt_df.div %a, %two : !molt_df.decimal<20, 2>, !molt_df.decimal<8, 2>
    // 18 + 2 decimals: 20 digits at least.
    // CHECK: molt_df.mul %{{.*}}, %{{.*}} : !molt_df.decimal<20, 18>, !molt_df.decimal<8, 2>
    %r = molt_df.mul %s, %two : !molt_df.decimal<20, 18>, !molt_df.decimal<8, 2>
    // CHECK: molt_df.cast %{{.*}} : !molt_df.decimal<9, 6> to f64
    %f = molt_df.cast %q : !molt_df.decimal<26, 6> to f64
    molt_df.yield %q, %r, %f : !molt_df.decimal<26, 6>, !molt_df.decimal<28, 20>, f64
  } : !t
  return %w : !molt_df.table<"a": !molt_df.decimal<20, 2>, "s": !molt_df.decimal<20, 18>, "q": !molt_df.decimal<26, 6>, "r": !molt_df.decimal<28, 20>, "f": f64>
}
