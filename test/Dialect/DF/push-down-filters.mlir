// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-push-down-filters))' --split-input-file | FileCheck %s --check-prefixes=CHECK,INFER
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-push-down-filters{infer-join-filters=false}))' --split-input-file | FileCheck %s --check-prefixes=CHECK,PLAIN

!t = !molt_df.table<"x": i64, "y": i64, "s": !molt_str.utf8>

// Conjunctions become filters of their own: cheap ones first, string searches last,
// equal ones as written.
// CHECK-LABEL: func @split
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @split(%t: !t) -> !t {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["x"] {
  // CHECK:   molt_df.cmp lt
  // CHECK: %[[B:.*]] = molt_df.filter %[[A]] ["y"] {
  // CHECK:   molt_df.cmp gt
  // CHECK: %[[C:.*]] = molt_df.filter %[[B]] ["s"] {
  // CHECK:   molt_str.starts_with
  // CHECK: %[[D:.*]] = molt_df.filter %[[C]] ["s"] {
  // CHECK:   molt_str.contains
  // CHECK: return %[[D]]
  %0 = molt_df.filter %t ["s", "x", "y"] {
  ^bb0(%s: !molt_str.utf8, %x: i64, %y: i64):
    %text = molt_df.constant "special" : !molt_str.utf8
    %five = molt_df.constant 5 : i64
    %a = molt_str.contains %s, %text : !molt_str.utf8, !molt_str.utf8
    %b = molt_df.cmp lt %x, %five : i64, i64
    %c = molt_str.starts_with %s, %text : !molt_str.utf8, !molt_str.utf8
    %d = molt_df.cmp gt %y, %five : i64, i64
    %ab = molt_df.and %a, %b : i1, i1
    %cd = molt_df.and %c, %d : i1, i1
    %abcd = molt_df.and %ab, %cd : i1, i1
    molt_df.yield %abcd : i1
  } : !t
  return %0 : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// A disjunction is one condition. Filters that were separate are ordered, too.
// CHECK-LABEL: func @disjunction
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @disjunction(%t: !t) -> !t {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["y"] {
  // CHECK: %[[B:.*]] = molt_df.filter %[[A]] ["x", "y"] {
  // CHECK:   molt_df.or
  %0 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %five = molt_df.constant 5 : i64
    %a = molt_df.cmp lt %x, %five : i64, i64
    %b = molt_df.cmp gt %y, %five : i64, i64
    %ab = molt_df.or %a, %b : i1, i1
    molt_df.yield %ab : i1
  } : !t
  %1 = molt_df.filter %0 ["y"] {
  ^bb0(%y: i64):
    %nine = molt_df.constant 9 : i64
    %a = molt_df.cmp lt %y, %nine : i64, i64
    molt_df.yield %a : i1
  } : !t
  return %1 : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// 10 / x > 1 fails for x = 0. Written in one filter with x <> 0, it fails in any case,
// so either may go first; written above x <> 0, it must stay there.
// CHECK-LABEL: func @fallible
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @fallible(%t: !t) -> (!t, !t) {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["x"] {
  // CHECK:   molt_df.cmp ne
  // CHECK: %[[B:.*]] = molt_df.filter %[[A]] ["x"] {
  // CHECK:   molt_df.div
  %0 = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %zero = molt_df.constant 0 : i64
    %one = molt_df.constant 1 : i64
    %ten = molt_df.constant 10 : i64
    %q = molt_df.div %ten, %x : i64, i64
    %a = molt_df.cmp gt %q, %one : i64, i64
    %b = molt_df.cmp ne %x, %zero : i64, i64
    %ab = molt_df.and %a, %b : i1, i1
    molt_df.yield %ab : i1
  } : !t
  // CHECK: %[[C:.*]] = molt_df.filter %[[T]] ["x", "y"] {
  // CHECK:   molt_df.select
  // CHECK: %[[D:.*]] = molt_df.filter %[[C]] ["y"] {
  // CHECK:   molt_df.mul
  // CHECK: return %[[B]], %[[D]]
  %1 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %zero = molt_df.constant 0 : i64
    %a = molt_df.cmp ne %x, %zero : i64, i64
    %b = molt_df.cmp ne %y, %zero : i64, i64
    %c = molt_df.cmp lt %x, %y : i64, i64
    %d = molt_df.select %c, %a, %b : i1, i1, i1
    molt_df.yield %d : i1
  } : !t
  // It costs less, but it may overflow where the first filter drops rows.
  %2 = molt_df.filter %1 ["y"] {
  ^bb0(%y: i64):
    %a = molt_df.mul %y, %y : i64, i64
    %b = molt_df.cmp lt %y, %a : i64, i64
    molt_df.yield %b : i1
  } : !t
  return %0, %2 : !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// The same with a product that may wrap around: nothing fails, so the order is free.
// CHECK-LABEL: func @infallible
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @infallible(%t: !t) -> !t {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["y"] {
  // CHECK:   molt_df.mul
  // CHECK: %[[B:.*]] = molt_df.filter %[[A]] ["x", "y"] {
  // CHECK:   molt_df.select
  %1 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %zero = molt_df.constant 0 : i64
    %a = molt_df.cmp ne %x, %zero : i64, i64
    %b = molt_df.cmp ne %y, %zero : i64, i64
    %c = molt_df.cmp lt %x, %y : i64, i64
    %d = molt_df.select %c, %a, %b : i1, i1, i1
    molt_df.yield %d : i1
  } : !t
  %2 = molt_df.filter %1 ["y"] {
  ^bb0(%y: i64):
    %a = molt_df.mul overflow<wrap> %y, %y : i64, i64
    %b = molt_df.cmp lt %y, %a : i64, i64
    molt_df.yield %b : i1
  } : !t
  return %2 : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// Under the names that columns have below; any expression may pass project and sort.
// CHECK-LABEL: func @project_and_sort
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @project_and_sort(%t: !t) -> !molt_df.table<"a": i64, "b": i64> {
  // CHECK: %[[F:.*]] = molt_df.filter %[[T]] ["y"] {
  // CHECK:   molt_df.div
  // CHECK: %[[S:.*]] = molt_df.sort %[[F]] by ["x"]
  // CHECK: %[[P:.*]] = molt_df.project %[[S]] ["x", "y"] -> ["a", "b"]
  // CHECK: return %[[P]]
  %s = molt_df.sort %t by ["x"] : !t
  %p = molt_df.project %s ["x", "y"] -> ["a", "b"] : !t
  %f = molt_df.filter %p ["b"] {
  ^bb0(%b: i64):
    %ten = molt_df.constant 10 : i64
    %q = molt_df.div %ten, %b : i64, i64
    %c = molt_df.cmp lt %q, %b : i64, i64
    molt_df.yield %c : i1
  } : !molt_df.table<"a": i64, "b": i64>
  return %f : !molt_df.table<"a": i64, "b": i64>
}

// -----

!t = !molt_df.table<"x": i64, "d": !molt_df.date32>
!tv = !molt_df.table<"x": i64, "d": !molt_df.date32, "year": i32, "q": i64>

// Conditions on computed columns bring the computation along, if that cannot fail.
// CHECK-LABEL: func @with_columns
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @with_columns(%t: !t) -> !tv {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["x"] {
  // CHECK: %[[B:.*]] = molt_df.filter %[[A]] ["d"] {
  // CHECK-NEXT: ^bb0(%[[D:.*]]: !molt_df.date32):
  // CHECK:   %[[YEAR:.*]] = molt_df.date_part year %[[D]]
  // CHECK:   molt_df.cmp eq %[[YEAR]]
  // CHECK: %[[W:.*]] = molt_df.with_columns %[[B]] ["d", "x"] -> ["year", "q"] {
  // CHECK: %[[C:.*]] = molt_df.filter %[[W]] ["q"] {
  // CHECK: return %[[C]]
  %w = molt_df.with_columns %t ["d", "x"] -> ["year", "q"] {
  ^bb0(%d: !molt_df.date32, %x: i64):
    %year = molt_df.date_part year %d : !molt_df.date32
    %q = molt_df.div %x, %x : i64, i64
    molt_df.yield %year, %q : i32, i64
  } : !t
  %f = molt_df.filter %w ["year", "q", "x"] {
  ^bb0(%year: i32, %q: i64, %x: i64):
    %y = molt_df.constant 1995 : i32
    %one = molt_df.constant 1 : i64
    %a = molt_df.cmp eq %year, %y : i32, i32
    %b = molt_df.cmp eq %q, %one : i64, i64
    %c = molt_df.cmp gt %x, %one : i64, i64
    %ab = molt_df.and %a, %b : i1, i1
    %abc = molt_df.and %ab, %c : i1, i1
    molt_df.yield %abc : i1
  } : !tv
  return %f : !tv
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// A computed column may use an old one of the same name.
// CHECK-LABEL: func @with_replaced_columns
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @with_replaced_columns(%t: !t) -> !t {
  // CHECK: %[[F:.*]] = molt_df.filter %[[T]] ["x", "y"] {
  // CHECK-NEXT: ^bb0(%[[X:.*]]: i64, %[[Y:.*]]: i64):
  // CHECK-NEXT:   molt_df.cmp lt %[[Y]], %[[X]]
  // CHECK: molt_df.with_columns %[[F]]
  %w = molt_df.with_columns %t ["x", "y"] -> ["y", "x"] {
  ^bb0(%x: i64, %y: i64):
    molt_df.yield %x, %y : i64, i64
  } : !t
  %f = molt_df.filter %w ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %a = molt_df.cmp lt %x, %y : i64, i64
    molt_df.yield %a : i1
  } : !t
  return %f : !t
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64?>
!ab = !molt_df.table<"x": i64, "p": i64, "y": i64, "q": i64?>

// Conditions on one side go there, those on keys to both sides, others stay.
// CHECK-LABEL: func @join
// CHECK-SAME: (%[[A:.*]]: !molt_df.table<"x": i64, "p": i64>, %[[B:.*]]: !molt_df.table<"y": i64, "q": i64?>)
func.func @join(%a: !a, %b: !b) -> !ab {
  // CHECK: %[[A1:.*]] = molt_df.filter %[[A]] ["p"] {
  // CHECK: %[[B1:.*]] = molt_df.filter %[[B]] ["q"] {
  // INFER: %[[B2:.*]] = molt_df.filter %[[B1]] ["y"] {
  // INFER:   molt_df.cmp gt
  // CHECK: %[[A2:.*]] = molt_df.filter %[[A1]] ["x"] {
  // CHECK:   molt_df.cmp gt
  // INFER: %[[J:.*]] = molt_df.join %[[A2]], %[[B2]] on ["x"] = ["y"]
  // PLAIN: %[[J:.*]] = molt_df.join %[[A2]], %[[B1]] on ["x"] = ["y"]
  // CHECK: %[[F:.*]] = molt_df.filter %[[J]] ["p", "q"] {
  // CHECK: return %[[F]]
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  %f = molt_df.filter %j ["p", "q", "x"] {
  ^bb0(%p: i64, %q: !molt_df.nullable<i64>, %x: i64):
    %five = molt_df.constant 5 : i64
    %c0 = molt_df.cmp lt %p, %five : i64, i64
    %c1 = molt_df.is_null %q : !molt_df.nullable<i64>
    %c2 = molt_df.cmp lt %p, %q : i64, !molt_df.nullable<i64>
    %c3 = molt_df.cmp gt %x, %five : i64, i64
    %c01 = molt_df.and %c0, %c1 : i1, i1
    %c23 = molt_df.and %c2, %c3 : !molt_df.nullable<i1>, i1
    %c = molt_df.and %c01, %c23 : i1, !molt_df.nullable<i1>
    molt_df.yield %c : !molt_df.nullable<i1>
  } : !ab
  return %f : !ab
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64>
!ab = !molt_df.table<"x": i64, "p": i64, "y": i64>

// A row without a partner must not make a condition fail.
// CHECK-LABEL: func @fallible_over_join
func.func @fallible_over_join(%a: !a, %b: !b) -> !ab {
  // CHECK: %[[J:.*]] = molt_df.join
  // CHECK: molt_df.filter %[[J]] ["p"] {
  // CHECK:   molt_df.div
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  %f = molt_df.filter %j ["p"] {
  ^bb0(%p: i64):
    %ten = molt_df.constant 10 : i64
    %q = molt_df.div %ten, %p : i64, i64
    %c = molt_df.cmp lt %q, %p : i64, i64
    molt_df.yield %c : i1
  } : !ab
  return %f : !ab
}

// -----

!a = !molt_df.table<"x": f64>
!b = !molt_df.table<"y": f64>

// Equal floats need not be the same: -0 and +0.
// CHECK-LABEL: func @float_keys
// CHECK-SAME: (%[[A:.*]]: !molt_df.table<"x": f64>, %[[B:.*]]: !molt_df.table<"y": f64>)
func.func @float_keys(%a: !a, %b: !b) -> !molt_df.table<"x": f64, "y": f64> {
  // CHECK: %[[F:.*]] = molt_df.filter %[[A]]
  // CHECK: molt_df.join %[[F]], %[[B]]
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  %f = molt_df.filter %j ["x"] {
  ^bb0(%x: f64):
    %one = molt_df.constant 1.0 : f64
    %zero = molt_df.constant 0.0 : f64
    %q = molt_df.div %one, %x : f64, f64
    %c = molt_df.cmp lt %q, %zero : f64, f64
    molt_df.yield %c : i1
  } : !molt_df.table<"x": f64, "y": f64>
  return %f : !molt_df.table<"x": f64, "y": f64>
}

// -----

!a = !molt_df.table<"x": i64, "v": i64>
!b = !molt_df.table<"y": i64?, "w": i64?>
!ab = !molt_df.table<"x": i64, "v": i64, "y": i64?, "w": i64?>

// From the nullable key to the other one, not the reverse.
// CHECK-LABEL: func @nullable_keys
// CHECK-SAME: (%[[A:.*]]: !molt_df.table<"x": i64, "v": i64>, %[[B:.*]]: !molt_df.table<"y": i64?, "w": i64?>)
func.func @nullable_keys(%a: !a, %b: !b) -> !ab {
  // INFER: %[[A1:.*]] = molt_df.filter %[[A]] ["v"] {
  // INFER-NEXT: ^bb0(%[[V:.*]]: i64):
  // INFER:   %[[P:.*]] = molt_df.cmp lt %[[V]], %{{.*}} : i64, i64
  // INFER:   molt_df.yield %[[P]] : i1
  // INFER: %[[B1:.*]] = molt_df.filter %[[B]] ["w"] {
  // INFER: %[[A2:.*]] = molt_df.filter %[[A1]] ["x"] {
  // INFER: molt_df.join %[[A2]], %[[B1]]
  %j = molt_df.join %a, %b on ["x", "v"] = ["y", "w"] : !a, !b
  %f = molt_df.filter %j ["x", "w"] {
  ^bb0(%x: i64, %w: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %c = molt_df.cmp lt %w, %five : !molt_df.nullable<i64>, i64
    %d = molt_df.cmp lt %x, %five : i64, i64
    %e = molt_df.and %c, %d : !molt_df.nullable<i1>, i1
    molt_df.yield %e : !molt_df.nullable<i1>
  } : !ab
  return %f : !ab
}

// -----

!t = !molt_df.table<"k": i64, "f": f64, "x": i64>
!g = !molt_df.table<"k": i64, "f": f64, "n": i64>

// Conditions on keys drop whole groups, also if they can fail; float keys are made
// canonical by grouping.
// CHECK-LABEL: func @aggregate
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @aggregate(%t: !t) -> !g {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["k"] {
  // CHECK:   molt_df.div
  // CHECK: %[[G:.*]] = molt_df.aggregate %[[A]] by ["k", "f"]
  // CHECK: %[[B:.*]] = molt_df.filter %[[G]] ["n"] {
  // CHECK: %[[C:.*]] = molt_df.filter %[[B]] ["f"] {
  // CHECK: return %[[C]]
  %g = molt_df.aggregate %t by ["k", "f"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  %r = molt_df.filter %g ["k", "f", "n"] {
  ^bb0(%k: i64, %f: f64, %n: i64):
    %ten = molt_df.constant 10 : i64
    %real = molt_df.constant 10.0 : f64
    %q = molt_df.div %ten, %k : i64, i64
    %c = molt_df.cmp lt %q, %k : i64, i64
    %d = molt_df.cmp lt %n, %ten : i64, i64
    %p = molt_df.div %real, %f : f64, f64
    %e = molt_df.cmp lt %p, %real : f64, f64
    %cd = molt_df.and %c, %d : i1, i1
    %cde = molt_df.and %cd, %e : i1, i1
    molt_df.yield %cde : i1
  } : !g
  return %r : !g
}

// -----

!t = !molt_df.table<"x": i64>

// An aggregate without keys has a row, whatever goes in.
// CHECK-LABEL: func @global_aggregate
func.func @global_aggregate(%t: !t) -> !molt_df.table<"n": i64> {
  // CHECK: %[[G:.*]] = molt_df.aggregate
  // CHECK: molt_df.filter %[[G]] [] {
  %g = molt_df.aggregate %t by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  %r = molt_df.filter %g [] {
    %c = molt_df.constant false : i1
    molt_df.yield %c : i1
  } : !molt_df.table<"n": i64>
  return %r : !molt_df.table<"n": i64>
}

// -----

!t = !molt_df.table<"x": i64>

// Which rows come first depends on the others.
// CHECK-LABEL: func @limits
func.func @limits(%t: !t) -> (!t, !t) {
  // CHECK: %[[L:.*]] = molt_df.limit
  // CHECK: molt_df.filter %[[L]] ["x"]
  %l = molt_df.limit %t, 10 : !t
  %0 = molt_df.filter %l ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %c = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %c : i1
  } : !t
  // CHECK: %[[K:.*]] = molt_df.top_k
  // CHECK: molt_df.filter %[[K]] ["x"]
  %k = molt_df.top_k %t, 10 by ["x"] : !t
  %1 = molt_df.filter %k ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %c = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %c : i1
  } : !t
  return %0, %1 : !t, !t
}

// -----

!t = !molt_df.table<"x": i64>

// What has other users is not filtered for them.
// CHECK-LABEL: func @other_users
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @other_users(%t: !t) -> (!t, !t) {
  // CHECK: %[[S:.*]] = molt_df.sort %[[T]]
  // CHECK: %[[F:.*]] = molt_df.filter %[[S]] ["x"]
  // CHECK: return %[[S]], %[[F]]
  %s = molt_df.sort %t by ["x"] : !t
  %0 = molt_df.filter %s ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %c = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %c : i1
  } : !t
  return %s, %0 : !t, !t
}

// -----

!a = !molt_df.table<"x": i64, "p": i64>
!b = !molt_df.table<"y": i64, "q": i64>
!ab = !molt_df.table<"x": i64, "p": i64, "y": i64, "q": i64>

// Past a filter that needs both sides of a join.
// CHECK-LABEL: func @past_filters
// CHECK-SAME: (%[[A:.*]]: !molt_df.table<"x": i64, "p": i64>, %[[B:.*]]: !molt_df.table<"y": i64, "q": i64>)
func.func @past_filters(%a: !a, %b: !b) -> !ab {
  // CHECK: %[[A1:.*]] = molt_df.filter %[[A]] ["p"]
  // CHECK: %[[J:.*]] = molt_df.join %[[A1]], %[[B]]
  // CHECK: %[[F:.*]] = molt_df.filter %[[J]] ["p", "q"]
  // CHECK: %[[G:.*]] = molt_df.filter %[[F]] ["p"] {
  // CHECK:   molt_df.add
  // CHECK: return %[[G]]
  %j = molt_df.join %a, %b on ["x"] = ["y"] : !a, !b
  %f = molt_df.filter %j ["p", "q"] {
  ^bb0(%p: i64, %q: i64):
    %c = molt_df.cmp lt %p, %q : i64, i64
    molt_df.yield %c : i1
  } : !ab
  %g = molt_df.filter %f ["p"] {
  ^bb0(%p: i64):
    %five = molt_df.constant 5 : i64
    %sum = molt_df.add %p, %five : i64, i64
    %c = molt_df.cmp lt %p, %five : i64, i64
    %d = molt_df.cmp lt %sum, %five : i64, i64
    %cd = molt_df.and %c, %d : i1, i1
    molt_df.yield %cd : i1
  } : !ab
  return %g : !ab
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// That the product fits was proved for the rows that the first filter leaves.
// CHECK-LABEL: func @proved
// CHECK-SAME: (%[[T:.*]]: !molt_df.table
func.func @proved(%t: !t) -> !t {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["x", "y"] {
  // CHECK: %[[B:.*]] = molt_df.filter %[[A]] ["y"] {
  // CHECK:   molt_df.mul
  // CHECK: return %[[B]]
  %0 = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %five = molt_df.constant 5 : i64
    %a = molt_df.cmp lt %y, %five : i64, i64
    %b = molt_df.is_null %x : i64
    %c = molt_df.cmp lt %x, %y : i64, i64
    %d = molt_df.select %a, %b, %c : i1, i1, i1
    molt_df.yield %d : i1
  } : !t
  %1 = molt_df.filter %0 ["y"] {
  ^bb0(%y: i64):
    %a = molt_df.mul overflow<never> %y, %y : i64, i64
    %b = molt_df.cmp lt %y, %a : i64, i64
    molt_df.yield %b : i1
  } : !t
  return %1 : !t
}

// -----

!t = !molt_df.table<"k": i64, "x": i64, "f": f64>
!w = !molt_df.table<"k": i64, "x": i64, "f": f64, "n": i64>

// Partitions go as a whole, also by a condition that can fail: the same keys reach it. Other
// columns, and floats, whose zeros differ, stay above.
// CHECK-LABEL: func @window
// CHECK-SAME: (%[[T:[a-z0-9]*]]: !molt_df.table
func.func @window(%t: !t) -> (!w, !w) {
  // CHECK: %[[A:.*]] = molt_df.filter %[[T]] ["k"] {
  // CHECK:   molt_df.add
  // CHECK: %[[B:.*]] = molt_df.window %[[A]] by ["k", "f"]
  // CHECK: %[[C:.*]] = molt_df.filter %[[B]] ["x"] {
  %v = molt_df.window %t by ["k", "f"] order ["x"] of [] -> ["n"] {
    %n = molt_df.row_number
    molt_df.yield %n : i64
  } : !t
  %a = molt_df.filter %v ["k", "x"] {
  ^bb0(%k: i64, %x: i64):
    %five = molt_df.constant 5 : i64
    %sum = molt_df.add %k, %five : i64, i64
    %p = molt_df.cmp lt %sum, %five : i64, i64
    %q = molt_df.cmp lt %x, %five : i64, i64
    %r = molt_df.and %p, %q : i1, i1
    molt_df.yield %r : i1
  } : !w
  // CHECK: %[[D:.*]] = molt_df.window %[[T]]
  // CHECK: %[[E:.*]] = molt_df.filter %[[D]] ["f"] {
  // CHECK: return %[[C]], %[[E]]
  %u = molt_df.window %t by ["k", "f"] order ["x" desc] of [] -> ["n"] {
    %n = molt_df.row_number
    molt_df.yield %n : i64
  } : !t
  %b = molt_df.filter %u ["f"] {
  ^bb0(%f: f64):
    %zero = molt_df.constant 0.0 : f64
    %p = molt_df.cmp lt %f, %zero : f64, f64
    molt_df.yield %p : i1
  } : !w
  return %a, %b : !w, !w
}
