// Canonicalization patterns of molt_df, each with what it leaves alone.
// RUN: molt-opt %s --canonicalize --split-input-file | FileCheck %s

// CHECK-LABEL: func @not_of_comparison
// CHECK-SAME: (%[[X:.*]]: i64, %[[N:.*]]: !molt_df.nullable<i64>)
func.func @not_of_comparison(%x: i64, %n: !molt_df.nullable<i64>) -> (i1, i1, i1, i1, i1, !molt_df.nullable<i1>) {
  %eq = molt_df.cmp eq %x, %x : i64, i64
  %five = molt_df.constant 5 : i64
  // CHECK: %[[NE:.*]] = molt_df.cmp ne %[[X]]
  %a = molt_df.cmp eq %x, %five : i64, i64
  %0 = molt_df.not %a : i1
  // CHECK: %[[EQ:.*]] = molt_df.cmp eq %[[X]]
  %b = molt_df.cmp ne %x, %five : i64, i64
  %1 = molt_df.not %b : i1
  // CHECK: %[[GE:.*]] = molt_df.cmp ge %[[X]]
  %c = molt_df.cmp lt %x, %five : i64, i64
  %2 = molt_df.not %c : i1
  // CHECK: %[[GT:.*]] = molt_df.cmp gt %[[X]]
  %d = molt_df.cmp le %x, %five : i64, i64
  %3 = molt_df.not %d : i1
  // CHECK: %[[LE:.*]] = molt_df.cmp le %[[X]]
  %e = molt_df.cmp gt %x, %five : i64, i64
  %4 = molt_df.not %e : i1
  // CHECK: %[[LT:.*]] = molt_df.cmp lt %[[N]]
  %f = molt_df.cmp ge %n, %x : !molt_df.nullable<i64>, i64
  %5 = molt_df.not %f : !molt_df.nullable<i1>
  // CHECK: return %[[NE]], %[[EQ]], %[[GE]], %[[GT]], %[[LE]], %[[LT]]
  return %0, %1, %2, %3, %4, %5 : i1, i1, i1, i1, i1, !molt_df.nullable<i1>
}

// -----

// CHECK-LABEL: func @not_of_or
// CHECK-SAME: (%[[P:.*]]: i1, %[[Q:.*]]: !molt_df.nullable<i1>)
func.func @not_of_or(%p: i1, %q: !molt_df.nullable<i1>) -> !molt_df.nullable<i1> {
  // CHECK-DAG: %[[NP:.*]] = molt_df.not %[[P]]
  // CHECK-DAG: %[[NQ:.*]] = molt_df.not %[[Q]]
  // CHECK: %[[R:.*]] = molt_df.and %[[NP]], %[[NQ]]
  // CHECK: return %[[R]]
  %0 = molt_df.or %p, %q : i1, !molt_df.nullable<i1>
  %1 = molt_df.not %0 : !molt_df.nullable<i1>
  return %1 : !molt_df.nullable<i1>
}

// -----

// Not of a disjunction that is needed anyway, nor of a conjunction.
// CHECK-LABEL: func @not_of_or_is_kept
func.func @not_of_or_is_kept(%p: i1, %q: i1) -> (i1, i1, i1) {
  // CHECK: %[[OR:.*]] = molt_df.or
  %0 = molt_df.or %p, %q : i1, i1
  // CHECK: molt_df.not %[[OR]]
  %1 = molt_df.not %0 : i1
  // CHECK: %[[AND:.*]] = molt_df.and
  %2 = molt_df.and %p, %q : i1, i1
  // CHECK: molt_df.not %[[AND]]
  %3 = molt_df.not %2 : i1
  return %0, %1, %3 : i1, i1, i1
}

// -----

// CHECK-LABEL: func @constants_move_right
// CHECK-SAME: (%[[X:.*]]: i64, %[[D:.*]]: !molt_df.date32, %[[I:.*]]: i32, %[[P:.*]]: !molt_df.nullable<i1>)
func.func @constants_move_right(%x: i64, %d: !molt_df.date32, %i: i32, %p: !molt_df.nullable<i1>) -> (i64, i64, i1, !molt_df.date32, i64, !molt_df.nullable<i1>) {
  %five = molt_df.constant 5 : i64
  %date = molt_df.constant "1994-01-01" : !molt_df.date32
  %true = molt_df.constant true : !molt_df.nullable<i1>
  // CHECK-DAG: %[[FIVE:.*]] = molt_df.constant 5
  // CHECK-DAG: %[[DATE:.*]] = molt_df.constant "1994-01-01"
  // CHECK: molt_df.add %[[X]], %[[FIVE]]
  %0 = molt_df.add %five, %x : i64, i64
  // CHECK: molt_df.mul overflow<wrap> %[[X]], %[[FIVE]]
  %1 = molt_df.mul overflow<wrap> %five, %x : i64, i64
  // CHECK: molt_df.cmp gt %[[X]], %[[FIVE]]
  %2 = molt_df.cmp lt %five, %x : i64, i64
  // A date stays on the left, and differences are not symmetric.
  // CHECK: molt_df.add %[[DATE]], %[[I]]
  %3 = molt_df.add %date, %i : !molt_df.date32, i32
  // CHECK: molt_df.sub %[[FIVE]], %[[X]]
  %4 = molt_df.sub %five, %x : i64, i64
  return %0, %1, %2, %3, %4, %p : i64, i64, i1, !molt_df.date32, i64, !molt_df.nullable<i1>
}

// -----

// CHECK-LABEL: func @compare_uncast
// CHECK-SAME: (%[[I:.*]]: i32, %[[N:.*]]: !molt_df.nullable<i32>, %[[M:.*]]: !molt_df.decimal<9, 2>)
func.func @compare_uncast(%i: i32, %n: !molt_df.nullable<i32>, %m: !molt_df.decimal<9, 2>) -> (i1, !molt_df.nullable<i1>, i1) {
  %five = molt_df.constant 5 : i64
  // CHECK: molt_df.cmp lt %[[I]], %{{.*}} : i32, i64
  %0 = molt_df.cast %i : i32 to i64
  %1 = molt_df.cmp lt %0, %five : i64, i64
  // CHECK: molt_df.cmp eq %[[N]], %[[I]] : !molt_df.nullable<i32>, i32
  %2 = molt_df.cast %n : !molt_df.nullable<i32> to !molt_df.nullable<i64>
  %3 = molt_df.cmp eq %2, %0 : !molt_df.nullable<i64>, i64
  // CHECK: molt_df.cmp lt %[[M]], %{{.*}} : !molt_df.decimal<9, 2>, i64
  %4 = molt_df.cast %m : !molt_df.decimal<9, 2> to !molt_df.decimal<20, 4>
  %5 = molt_df.cmp lt %4, %five : !molt_df.decimal<20, 4>, i64
  return %1, %3, %5 : i1, !molt_df.nullable<i1>, i1
}

// -----

// Casts that may fail, that round, that make a type with which nothing compares, or
// that change nullness stay; so do floats.
// CHECK-LABEL: func @compare_cast
func.func @compare_cast(%x: i64, %i: i128, %v: ui64, %m: !molt_df.decimal<15, 4>, %d: !molt_df.decimal<5, 0>) -> (i1, i1, i1, !molt_df.nullable<i1>, i1, i1) {
  %five = molt_df.constant 5 : i32
  %real = molt_df.constant 5.5 : f64
  // CHECK-COUNT-6: molt_df.cast
  // CHECK-NOT: molt_df.cast
  %0 = molt_df.cast %x : i64 to i32
  %1 = molt_df.cmp lt %0, %five : i32, i32
  %2 = molt_df.cast %m : !molt_df.decimal<15, 4> to !molt_df.decimal<15, 2>
  %3 = molt_df.cmp lt %2, %five : !molt_df.decimal<15, 2>, i32
  %4 = molt_df.cast %d : !molt_df.decimal<5, 0> to i128
  %5 = molt_df.cmp lt %4, %i : i128, i128
  %6 = molt_df.cast %x : i64 to !molt_df.nullable<i64>
  %7 = molt_df.cmp lt %6, %five : !molt_df.nullable<i64>, i32
  %8 = molt_df.cast %x : i64 to f64
  %9 = molt_df.cmp lt %8, %real : f64, f64
  %10 = molt_df.cast overflow<wrap> %x : i64 to ui64
  %11 = molt_df.cmp lt %10, %v : ui64, ui64
  return %1, %3, %5, %7, %9, %11 : i1, i1, i1, !molt_df.nullable<i1>, i1, i1
}

// -----

// CHECK-LABEL: func @equality_with_bool
// CHECK-SAME: (%[[P:.*]]: i1, %[[N:.*]]: !molt_df.nullable<i1>)
func.func @equality_with_bool(%p: i1, %n: !molt_df.nullable<i1>) -> (i1, i1, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1) {
  %true = molt_df.constant true : i1
  %false = molt_df.constant false : i1
  // CHECK: %[[NOT:.*]] = molt_df.not %[[P]]
  // CHECK: %[[NOTN:.*]] = molt_df.not %[[N]]
  // CHECK: %[[LT:.*]] = molt_df.cmp lt %[[P]]
  %0 = molt_df.cmp eq %p, %true : i1, i1
  %1 = molt_df.cmp eq %p, %false : i1, i1
  %2 = molt_df.cmp ne %n, %false : !molt_df.nullable<i1>, i1
  %3 = molt_df.cmp ne %true, %n : i1, !molt_df.nullable<i1>
  %4 = molt_df.cmp lt %p, %true : i1, i1
  // CHECK: return %[[P]], %[[NOT]], %[[N]], %[[NOTN]], %[[LT]]
  return %0, %1, %2, %3, %4 : i1, i1, !molt_df.nullable<i1>, !molt_df.nullable<i1>, i1
}

// -----

// The inner operation can fail; that it no longer does is allowed.
// CHECK-LABEL: func @is_null_of_operand
// CHECK-SAME: (%[[X:.*]]: i64, %[[N:.*]]: !molt_df.nullable<i64>, %[[M:.*]]: !molt_df.nullable<i64>)
func.func @is_null_of_operand(%x: i64, %n: !molt_df.nullable<i64>, %m: !molt_df.nullable<i64>) -> (i1, i1, i1, i1, i1, i1) {
  // CHECK: %[[NULL:.*]] = molt_df.is_null %[[N]]
  %0 = molt_df.add %n, %x : !molt_df.nullable<i64>, i64
  %1 = molt_df.is_null %0 : !molt_df.nullable<i64>
  %2 = molt_df.mul %n, %n : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  %3 = molt_df.neg %2 : !molt_df.nullable<i64>
  %4 = molt_df.is_null %3 : !molt_df.nullable<i64>
  %5 = molt_df.cast %n : !molt_df.nullable<i64> to !molt_df.nullable<i8>
  %6 = molt_df.is_null %5 : !molt_df.nullable<i8>
  // Two operands may be null; a quotient by zero is; so is a conjunction with null.
  // CHECK: %[[SUM:.*]] = molt_df.add
  // CHECK: %[[A:.*]] = molt_df.is_null %[[SUM]]
  %7 = molt_df.add %n, %m : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  %8 = molt_df.is_null %7 : !molt_df.nullable<i64>
  // CHECK: %[[QUOTIENT:.*]] = molt_df.div
  // CHECK: %[[B:.*]] = molt_df.is_null %[[QUOTIENT]]
  %9 = molt_df.div zero_is_null %n, %x : !molt_df.nullable<i64>, i64
  %10 = molt_df.is_null %9 : !molt_df.nullable<i64>
  // CHECK: %[[ZERO:.*]] = molt_df.coalesce
  // CHECK: %[[C:.*]] = molt_df.is_null %[[ZERO]]
  %11 = molt_df.coalesce %n, %m : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  %12 = molt_df.is_null %11 : !molt_df.nullable<i64>
  return %1, %4, %6, %8, %10, %12 : i1, i1, i1, i1, i1, i1
}

// -----

// CHECK-LABEL: func @select_of_bools
// CHECK-SAME: (%[[P:.*]]: i1, %[[N:.*]]: !molt_df.nullable<i1>)
func.func @select_of_bools(%p: i1, %n: !molt_df.nullable<i1>) -> (i1, i1, i1, i1) {
  %true = molt_df.constant true : i1
  %false = molt_df.constant false : i1
  // CHECK: %[[NOT:.*]] = molt_df.not %[[P]]
  %0 = molt_df.select %p, %true, %false : i1, i1, i1
  %1 = molt_df.select %p, %false, %true : i1, i1, i1
  // A null condition chooses false: that is not the condition.
  // CHECK: %[[A:.*]] = molt_df.select
  %2 = molt_df.select %n, %true, %false : !molt_df.nullable<i1>, i1, i1
  // CHECK: %[[B:.*]] = molt_df.select
  %3 = molt_df.select %p, %true, %p : i1, i1, i1
  // CHECK: return %[[P]], %[[NOT]], %[[A]], %[[B]]
  return %0, %1, %2, %3 : i1, i1, i1, i1
}

// -----

// CHECK-LABEL: func @casts_of_casts
// CHECK-SAME: (%[[I:.*]]: i32, %[[M:.*]]: !molt_df.decimal<9, 2>)
func.func @casts_of_casts(%i: i32, %m: !molt_df.decimal<9, 2>) -> (!molt_df.nullable<i8>, !molt_df.decimal<15, 2>, i32, i64) {
  // CHECK: molt_df.cast %[[I]] : i32 to !molt_df.nullable<i8>
  %0 = molt_df.cast %i : i32 to !molt_df.nullable<i64>
  %1 = molt_df.cast %0 : !molt_df.nullable<i64> to !molt_df.nullable<i8>
  // CHECK: molt_df.cast overflow<never> %[[M]] : !molt_df.decimal<9, 2> to !molt_df.decimal<15, 2>
  %2 = molt_df.cast %m : !molt_df.decimal<9, 2> to !molt_df.decimal<20, 4>
  %3 = molt_df.cast overflow<never> %2 : !molt_df.decimal<20, 4> to !molt_df.decimal<15, 2>
  // There and back is the value itself.
  %4 = molt_df.cast %i : i32 to !molt_df.decimal<10, 0>
  %5 = molt_df.cast %4 : !molt_df.decimal<10, 0> to i32
  // A proof that a value fits makes a cast exact.
  // CHECK: molt_df.cast %[[I]] : i32 to i64
  %6 = molt_df.cast overflow<never> %i : i32 to i8
  %7 = molt_df.cast %6 : i8 to i64
  return %1, %3, %5, %7 : !molt_df.nullable<i8>, !molt_df.decimal<15, 2>, i32, i64
}

// -----

// CHECK-LABEL: func @casts_of_casts_are_kept
func.func @casts_of_casts_are_kept(%x: i64, %m: !molt_df.decimal<9, 2>, %i: i32) -> (i64, !molt_df.decimal<20, 4>, f64, i64) {
  // CHECK-COUNT-8: molt_df.cast
  %0 = molt_df.cast %x : i64 to i8
  %1 = molt_df.cast %0 : i8 to i64
  %2 = molt_df.cast %m : !molt_df.decimal<9, 2> to !molt_df.decimal<9, 1>
  %3 = molt_df.cast %2 : !molt_df.decimal<9, 1> to !molt_df.decimal<20, 4>
  // A decimal is divided by a power of ten, and another scale by another one.
  %4 = molt_df.cast %m : !molt_df.decimal<9, 2> to !molt_df.decimal<20, 4>
  %5 = molt_df.cast %4 : !molt_df.decimal<20, 4> to f64
  %6 = molt_df.cast overflow<wrap> %x : i64 to i32
  %7 = molt_df.cast %6 : i32 to i64
  return %1, %3, %5, %7 : i64, !molt_df.decimal<20, 4>, f64, i64
}

// -----

!t = !molt_df.table<"x": i64?, "p": i1?, "q": i1>

// A filter treats null as false.
// CHECK-LABEL: func @filter_conditions
func.func @filter_conditions(%t: !t) -> (!t, !t, !t, !t) {
  // CHECK: molt_df.filter %{{.*}} ["p"] {
  // CHECK-NEXT: ^bb0(%[[P:.*]]: !molt_df.nullable<i1>):
  // CHECK-NEXT: molt_df.yield %[[P]] : !molt_df.nullable<i1>
  %0 = molt_df.filter %t ["p"] {
  ^bb0(%p: !molt_df.nullable<i1>):
    %false = molt_df.constant false : i1
    %c = molt_df.coalesce %p, %false : !molt_df.nullable<i1>, i1
    molt_df.yield %c : i1
  } : !t
  // CHECK: molt_df.filter %{{.*}} ["p"] {
  // CHECK-NEXT: ^bb0(%[[P:.*]]: !molt_df.nullable<i1>):
  // CHECK-NEXT: molt_df.yield %[[P]] : !molt_df.nullable<i1>
  %1 = molt_df.filter %t ["p"] {
  ^bb0(%p: !molt_df.nullable<i1>):
    %true = molt_df.constant true : i1
    %false = molt_df.constant false : i1
    %c = molt_df.select %p, %true, %false : !molt_df.nullable<i1>, i1, i1
    molt_df.yield %c : i1
  } : !t
  // CHECK: molt_df.filter %{{.*}} ["p", "q"] {
  // CHECK-NEXT: ^bb0(%[[P:.*]]: !molt_df.nullable<i1>, %[[Q:.*]]: i1):
  // CHECK-NEXT: %[[BOTH:.*]] = molt_df.and %[[P]], %[[Q]] : !molt_df.nullable<i1>, i1
  // CHECK-NEXT: molt_df.yield %[[BOTH]]
  %2 = molt_df.filter %t ["p", "q"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: i1):
    %false = molt_df.constant false : i1
    %c = molt_df.select %p, %q, %false : !molt_df.nullable<i1>, i1, i1
    molt_df.yield %c : i1
  } : !t
  // Through conjunctions and disjunctions, but not under a negation.
  // CHECK: molt_df.filter %{{.*}} ["p", "q"] {
  // CHECK-NEXT: ^bb0(%[[P:.*]]: !molt_df.nullable<i1>, %[[Q:.*]]: i1):
  // CHECK: %[[C:.*]] = molt_df.coalesce %[[P]]
  // CHECK: %[[NOT:.*]] = molt_df.not %[[C]]
  // CHECK: %[[OR:.*]] = molt_df.or %[[P]], %[[Q]]
  // CHECK: %[[AND:.*]] = molt_df.and %[[NOT]], %[[OR]]
  // CHECK: molt_df.yield %[[AND]]
  %3 = molt_df.filter %t ["p", "q"] {
  ^bb0(%p: !molt_df.nullable<i1>, %q: i1):
    %false = molt_df.constant false : i1
    %c = molt_df.coalesce %p, %false : !molt_df.nullable<i1>, i1
    %n = molt_df.not %c : i1
    %o = molt_df.or %c, %q : i1, i1
    %a = molt_df.and %n, %o : i1, i1
    molt_df.yield %a : i1
  } : !t
  return %0, %1, %2, %3 : !t, !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64?, "p": i1?>

// Elsewhere null and false differ; in a filter, null does not become true.
// CHECK-LABEL: func @conditions_are_kept
func.func @conditions_are_kept(%t: !t) -> (!molt_df.table<"x": i64?, "p": i1>, !t) {
  // CHECK: molt_df.with_columns
  // CHECK: molt_df.coalesce
  %0 = molt_df.with_columns %t ["p"] -> ["p"] {
  ^bb0(%p: !molt_df.nullable<i1>):
    %false = molt_df.constant false : i1
    %c = molt_df.coalesce %p, %false : !molt_df.nullable<i1>, i1
    molt_df.yield %c : i1
  } : !t
  // CHECK: molt_df.filter
  // CHECK: molt_df.coalesce
  %1 = molt_df.filter %t ["p"] {
  ^bb0(%p: !molt_df.nullable<i1>):
    %true = molt_df.constant true : i1
    %c = molt_df.coalesce %p, %true : !molt_df.nullable<i1>, i1
    molt_df.yield %c : i1
  } : !t
  return %0, %1 : !molt_df.table<"x": i64?, "p": i1>, !t
}

// -----

!t = !molt_df.table<"x": i64>

// CHECK-LABEL: func @filters_by_constants
// CHECK-SAME: (%[[T:.*]]: !molt_df.table<"x": i64>)
func.func @filters_by_constants(%t: !t) -> (!t, !t, !t) {
  %0 = molt_df.filter %t [] {
    %p = molt_df.constant true : i1
    molt_df.yield %p : i1
  } : !t
  // CHECK: %[[NONE:.*]] = molt_df.limit %[[T]], 0
  %1 = molt_df.filter %t [] {
    %p = molt_df.constant false : i1
    molt_df.yield %p : i1
  } : !t
  // CHECK: %[[NULL:.*]] = molt_df.limit %[[T]], 0
  %2 = molt_df.filter %t [] {
    %p = molt_df.constant null : !molt_df.nullable<i1>
    molt_df.yield %p : !molt_df.nullable<i1>
  } : !t
  // CHECK: return %[[T]], %[[NONE]],
  return %0, %1, %2 : !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// CHECK-LABEL: func @unused_and_repeated_columns
func.func @unused_and_repeated_columns(%t: !t) -> (!t, !molt_df.table<"x": i64, "y": i64, "z": i64>, !molt_df.table<"n": i64>) {
  // CHECK: molt_df.filter %{{.*}} ["y"] {
  // CHECK-NEXT: ^bb0(%[[Y:.*]]: i64):
  // CHECK: molt_df.cmp lt %[[Y]]
  %0 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %c = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %y, %c : i64, i64
    molt_df.yield %p : i1
  } : !t
  // CHECK: molt_df.with_columns %{{.*}} ["x"] -> ["z"] {
  // CHECK-NEXT: ^bb0(%[[X:.*]]: i64):
  // CHECK-NEXT: molt_df.add %[[X]], %[[X]]
  %1 = molt_df.with_columns %t ["x", "x"] -> ["z"] {
  ^bb0(%x: i64, %y: i64):
    %z = molt_df.add %x, %y : i64, i64
    molt_df.yield %z : i64
  } : !t
  // CHECK: molt_df.aggregate %{{.*}} by [] of [] -> ["n"] {
  // CHECK-NEXT: molt_df.count
  %2 = molt_df.aggregate %t by [] of ["x"] -> ["n"] {
  ^bb0(%x: i64):
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %0, %1, %2 : !t, !molt_df.table<"x": i64, "y": i64, "z": i64>, !molt_df.table<"n": i64>
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// CHECK-LABEL: func @projects
// CHECK-SAME: (%[[T:.*]]: !molt_df.table<"x": i64, "y": i64>)
func.func @projects(%t: !t) -> (!molt_df.table<"b": i64>, !molt_df.table<"y": i64>, !t) {
  // CHECK: molt_df.project %[[T]] ["y"] -> ["b"]
  %0 = molt_df.project %t ["y", "x"] -> ["a", "b"] : !t
  %1 = molt_df.project %0 ["a"] -> ["b"] : !molt_df.table<"a": i64, "b": i64>
  // CHECK: molt_df.project %[[T]] ["y"] : !molt_df.table<"x": i64, "y": i64>
  %2 = molt_df.project %0 ["a"] -> ["y"] : !molt_df.table<"a": i64, "b": i64>
  // There and back.
  %3 = molt_df.project %0 ["b", "a"] -> ["x", "y"] : !molt_df.table<"a": i64, "b": i64>
  // CHECK: return %{{.*}}, %{{.*}}, %[[T]]
  return %1, %2, %3 : !molt_df.table<"b": i64>, !molt_df.table<"y": i64>, !t
}

// -----

!t = !molt_df.table<"x": i64>

// CHECK-LABEL: func @limits
// CHECK-SAME: (%[[T:.*]]: !molt_df.table<"x": i64>)
func.func @limits(%t: !t) -> (!t, !t, !t, !t) {
  // CHECK: molt_df.top_k %[[T]], 10 by ["x" desc]
  %s = molt_df.sort %t by ["x" desc] : !t
  %0 = molt_df.limit %s, 10 : !t
  // CHECK: molt_df.limit %[[T]], 3 offset 9
  %a = molt_df.limit %t, 5 offset 7 : !t
  %1 = molt_df.limit %a, 10 offset 2 : !t
  // CHECK: molt_df.limit %[[T]], 4 offset 7
  %2 = molt_df.limit %a, 4 : !t
  // CHECK: molt_df.limit %[[T]], 0 offset 13
  %3 = molt_df.limit %a, 4 offset 6 : !t
  return %0, %1, %2, %3 : !t, !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64>

// CHECK-LABEL: func @limits_are_kept
func.func @limits_are_kept(%t: !t) -> (!t, !t) {
  // An offset: the rows before it have to be known.
  // CHECK: molt_df.sort
  // CHECK: molt_df.limit %{{.*}}, 10 offset 1
  %s = molt_df.sort %t by ["x"] : !t
  %0 = molt_df.limit %s, 10 offset 1 : !t
  // The offsets add up to more than an offset can be.
  // CHECK: molt_df.limit %{{.*}}, 5 offset 9223372036854775807
  // CHECK: molt_df.limit %{{.*}}, 4 offset 1
  %a = molt_df.limit %t, 5 offset 9223372036854775807 : !t
  %1 = molt_df.limit %a, 4 offset 1 : !t
  return %0, %1 : !t, !t
}

// A lenient cast keeps its leniency when an exact one below it goes, is no exact one itself, and gives nulls of its own.
// CHECK-LABEL: func @lenient
// CHECK-SAME: %[[X:.*]]: !molt_df.nullable<i16>, %[[Y:.*]]: !molt_df.nullable<i64>
func.func @lenient(%x: !molt_df.nullable<i16>, %y: !molt_df.nullable<i64>) -> (!molt_df.nullable<i8>, !molt_df.nullable<i16>, i1) {
  %wide = molt_df.cast %x : !molt_df.nullable<i16> to !molt_df.nullable<i64>
  // CHECK: %[[A:.*]] = molt_df.cast lenient %[[X]] : !molt_df.nullable<i16> to !molt_df.nullable<i8>
  %a = molt_df.cast lenient %wide : !molt_df.nullable<i64> to !molt_df.nullable<i8>
  // CHECK: %[[N:.*]] = molt_df.cast lenient %[[Y]] : !molt_df.nullable<i64> to !molt_df.nullable<i8>
  %narrow = molt_df.cast lenient %y : !molt_df.nullable<i64> to !molt_df.nullable<i8>
  // CHECK: %[[B:.*]] = molt_df.cast %[[N]] : !molt_df.nullable<i8> to !molt_df.nullable<i16>
  %b = molt_df.cast %narrow : !molt_df.nullable<i8> to !molt_df.nullable<i16>
  // CHECK: %[[C:.*]] = molt_df.is_null %[[N]]
  %c = molt_df.is_null %narrow : !molt_df.nullable<i8>
  // CHECK: return %[[A]], %[[B]], %[[C]]
  return %a, %b, %c : !molt_df.nullable<i8>, !molt_df.nullable<i16>, i1
}
