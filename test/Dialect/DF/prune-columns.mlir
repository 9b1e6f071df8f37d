// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-prune-columns))' --split-input-file | FileCheck %s
// Once is enough.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-prune-columns))' --split-input-file -o %t.once
// RUN: molt-opt %t.once --pass-pipeline='builtin.module(func.func(molt-df-prune-columns))' --split-input-file | diff %t.once -

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// Facts of columns that are not read go with them.
// CHECK-LABEL: func @source
func.func @source() -> !molt_df.table<"b": i64> {
  // CHECK: %[[T:.*]] = molt_df.source "t" {facts = {b = #molt_df.facts<range = [0, 9]>}, rows = 5 : i64} : !molt_df.table<"b": i64>
  // CHECK: molt_df.project %[[T]] ["b"]
  %t = molt_df.source "t" {facts = {a = #molt_df.facts<nonnull>, b = #molt_df.facts<range = [0, 9]>}, rows = 5} : !abc
  %r = molt_df.project %t ["b"] : !abc
  return %r : !molt_df.table<"b": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// A plan that relies on facts keeps them, so that they are checked.
// CHECK-LABEL: func @assumed
func.func @assumed() -> !molt_df.table<"b": i64> {
  // CHECK: molt_df.source "t" {assumed, facts = {a = #molt_df.facts<nonnull>}} : !molt_df.table<"a": i64, "b": i64>
  %t = molt_df.source "t" {assumed, facts = {a = #molt_df.facts<nonnull>}} : !abc
  %r = molt_df.project %t ["b"] : !abc
  return %r : !molt_df.table<"b": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// A count needs rows but no columns.
// CHECK-LABEL: func @count
func.func @count() -> !molt_df.table<"n": i64> {
  // CHECK: molt_df.source "t" : !molt_df.table<>
  %t = molt_df.source "t" : !abc
  // CHECK: molt_df.aggregate %{{.*}} by [] of [] -> ["n"]
  %r = molt_df.aggregate %t by [] of ["a"] -> ["n"] {
  ^bb0(%a: i64):
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !abc
  return %r : !molt_df.table<"n": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// All of what leaves the function is needed.
// CHECK-LABEL: func @returned
// CHECK: molt_df.source "t" : !molt_df.table<"a": i64, "b": i64, "c": i64?>
// CHECK: molt_df.source "u" : !molt_df.table<"a": i64, "b": i64, "c": i64?>
// CHECK: call @use
func.func @returned() -> !abc {
  %t = molt_df.source "t" : !abc
  %u = molt_df.source "u" : !abc
  call @use(%u) : (!abc) -> ()
  return %t : !abc
}
func.func private @use(!abc)

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// CHECK-LABEL: func @with_columns
func.func @with_columns() -> !molt_df.table<"e": i64> {
  // CHECK: molt_df.source "t" : !molt_df.table<"b": i64>
  %t = molt_df.source "t" : !abc
  // CHECK: molt_df.with_columns %{{.*}} ["b"] -> ["e"] {
  // CHECK-NEXT: ^bb0(%[[B:.*]]: i64):
  // CHECK-NEXT: %[[E:.*]] = molt_df.mul %[[B]], %[[B]]
  // CHECK-NEXT: molt_df.yield %[[E]] : i64
  // CHECK-NEXT: } : !molt_df.table<"b": i64>
  %w = molt_df.with_columns %t ["a", "b"] -> ["d", "e"] {
  ^bb0(%a: i64, %b: i64):
    %d = molt_df.div %a, %b : i64, i64
    %e = molt_df.mul %b, %b : i64, i64
    molt_df.yield %d, %e : i64, i64
  } : !abc
  // Nothing of this one is needed.
  // CHECK-NOT: molt_df.with_columns
  %v = molt_df.with_columns %w ["d"] -> ["f"] {
  ^bb0(%d: i64):
    molt_df.yield %d : i64
  } : !molt_df.table<"a": i64, "b": i64, "c": i64?, "d": i64, "e": i64>
  // CHECK: molt_df.project %{{.*}} ["e"] : !molt_df.table<"b": i64, "e": i64>
  %r = molt_df.project %v ["e"] : !molt_df.table<"a": i64, "b": i64, "c": i64?, "d": i64, "e": i64, "f": i64>
  return %r : !molt_df.table<"e": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// A column that is replaced need not be read; the order of what is returned stays.
// CHECK-LABEL: func @replaced
// CHECK-SAME: -> !molt_df.table<"a": i64, "b": i64, "c": i64>
func.func @replaced() -> !molt_df.table<"a": i64, "b": i64, "c": i64> {
  // CHECK: molt_df.source "t" : !molt_df.table<"a": i64, "b": i64>
  %t = molt_df.source "t" : !abc
  // CHECK: %[[W:.*]] = molt_df.with_columns
  // CHECK: } : !molt_df.table<"a": i64, "b": i64>
  %r = molt_df.with_columns %t ["a", "b"] -> ["c", "a"] {
  ^bb0(%a: i64, %b: i64):
    molt_df.yield %a, %b : i64, i64
  } : !abc
  // CHECK: return %[[W]]
  return %r : !molt_df.table<"a": i64, "b": i64, "c": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// The replaced column is appended now, so a project restores the order.
// CHECK-LABEL: func @replaced_first
func.func @replaced_first() -> !molt_df.table<"a": i64, "b": i64, "c": i64?> {
  // CHECK: molt_df.source "t" : !molt_df.table<"b": i64, "c": i64?>
  %t = molt_df.source "t" : !abc
  // CHECK: %[[W:.*]] = molt_df.with_columns
  %r = molt_df.with_columns %t ["b"] -> ["a"] {
  ^bb0(%b: i64):
    molt_df.yield %b : i64
  } : !abc
  // CHECK: %[[R:.*]] = molt_df.project %[[W]] ["a", "b", "c"] : !molt_df.table<"b": i64, "c": i64?, "a": i64>
  // CHECK: return %[[R]]
  return %r : !molt_df.table<"a": i64, "b": i64, "c": i64?>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// A filter's column is read, but not carried into a sort.
// CHECK-LABEL: func @filter_and_sort
func.func @filter_and_sort() -> !molt_df.table<"a": i64> {
  // CHECK: molt_df.source "t" : !molt_df.table<"a": i64, "b": i64, "c": i64?>
  %t = molt_df.source "t" : !abc
  // CHECK: %[[F:.*]] = molt_df.filter %{{.*}} ["b"] {
  // CHECK-NEXT: ^bb0(%{{.*}}: i64):
  %f = molt_df.filter %t ["b", "c"] {
  ^bb0(%b: i64, %c: !molt_df.nullable<i64>):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %b, %five : i64, i64
    molt_df.yield %p : i1
  } : !abc
  // CHECK: %[[P:.*]] = molt_df.project %[[F]] ["a", "c"] : !molt_df.table<"a": i64, "b": i64, "c": i64?>
  // CHECK: molt_df.sort %[[P]] by ["c" desc] : !molt_df.table<"a": i64, "c": i64?>
  %s = molt_df.sort %f by ["c" desc] : !abc
  // CHECK: molt_df.limit %{{.*}}, 10 offset 5 : !molt_df.table<"a": i64, "c": i64?>
  %l = molt_df.limit %s, 10 offset 5 : !abc
  %r = molt_df.project %l ["a"] : !abc
  return %r : !molt_df.table<"a": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// CHECK-LABEL: func @top_k
func.func @top_k() -> !molt_df.table<"a": i64> {
  // CHECK: molt_df.source "t" : !molt_df.table<"a": i64, "b": i64>
  %t = molt_df.source "t" : !abc
  // CHECK: molt_df.top_k %{{.*}}, 3 by ["b"] : !molt_df.table<"a": i64, "b": i64>
  %s = molt_df.top_k %t, 3 by ["b"] : !abc
  %r = molt_df.project %s ["a"] : !abc
  return %r : !molt_df.table<"a": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// Keys stay, they make the groups; aggregates that nobody needs go, even all.
// CHECK-LABEL: func @aggregates
func.func @aggregates() -> (!molt_df.table<"m": i64?>, !molt_df.table<"a": i64>) {
  // CHECK: molt_df.source "t" : !molt_df.table<"a": i64, "c": i64?>
  %t = molt_df.source "t" : !abc
  // CHECK: molt_df.aggregate %{{.*}} by ["a"] of ["c"] -> ["m"] {
  // CHECK: molt_df.max
  // CHECK-NEXT: molt_df.yield
  // CHECK-NEXT: } : !molt_df.table<"a": i64, "c": i64?>
  %g = molt_df.aggregate %t by ["a"] of ["b", "c"] -> ["s", "m"] {
  ^bb0(%b: i64, %c: !molt_df.nullable<i64>):
    %s = molt_df.sum %b : i64
    %m = molt_df.max %c : !molt_df.nullable<i64>
    molt_df.yield %s, %m : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !abc
  %0 = molt_df.project %g ["m"] : !molt_df.table<"a": i64, "s": i64?, "m": i64?>
  // CHECK: molt_df.aggregate %{{.*}} by ["a"] of [] -> [] {
  // CHECK-NEXT: molt_df.yield
  %h = molt_df.aggregate %t by ["a"] of ["b"] -> ["s"] {
  ^bb0(%b: i64):
    %s = molt_df.sum %b : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !abc
  %1 = molt_df.project %h ["a"] : !molt_df.table<"a": i64, "s": i64?>
  return %0, %1 : !molt_df.table<"m": i64?>, !molt_df.table<"a": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>
!xyz = !molt_df.table<"x": i64, "y": f64, "z": f64>

// Each join reads what it needs of a table that both use.
// CHECK-LABEL: func @joins
func.func @joins() -> (!molt_df.table<"y": f64>, !molt_df.table<"b": i64>) {
  // CHECK: %[[T:.*]] = molt_df.source "t" : !molt_df.table<"a": i64, "b": i64>
  %t = molt_df.source "t" : !abc
  // CHECK: %[[U:.*]] = molt_df.source "u" : !molt_df.table<"x": i64, "y": f64>
  %u = molt_df.source "u" : !xyz
  // CHECK: %[[A:.*]] = molt_df.project %[[T]] ["a"]
  // CHECK: molt_df.join %[[A]], %[[U]] on ["a"] = ["x"] : !molt_df.table<"a": i64>, !molt_df.table<"x": i64, "y": f64>
  %j = molt_df.join %t, %u on ["a"] = ["x"] : !abc, !xyz
  %0 = molt_df.project %j ["y"] : !molt_df.table<"a": i64, "b": i64, "c": i64?, "x": i64, "y": f64, "z": f64>
  // CHECK: %[[B:.*]] = molt_df.project %[[U]] ["x"]
  // CHECK: molt_df.join %[[T]], %[[B]] on ["a"] = ["x"] : !molt_df.table<"a": i64, "b": i64>, !molt_df.table<"x": i64>
  %k = molt_df.join %t, %u on ["a"] = ["x"] : !abc, !xyz
  %1 = molt_df.project %k ["b"] : !molt_df.table<"a": i64, "b": i64, "c": i64?, "x": i64, "y": f64, "z": f64>
  return %0, %1 : !molt_df.table<"y": f64>, !molt_df.table<"b": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// One use needs a column that the other does not.
// CHECK-LABEL: func @renamed_and_shared
func.func @renamed_and_shared() -> (!molt_df.table<"q": i64>, !molt_df.table<"c": i64?>) {
  // CHECK: %[[T:.*]] = molt_df.source "t" : !molt_df.table<"a": i64, "c": i64?>
  %t = molt_df.source "t" : !abc
  // CHECK: molt_df.project %[[T]] ["a"] -> ["q"]
  %p = molt_df.project %t ["a", "b"] -> ["q", "r"] : !abc
  %0 = molt_df.project %p ["q"] : !molt_df.table<"q": i64, "r": i64>
  // CHECK: molt_df.project %[[T]] ["c"]
  %1 = molt_df.project %t ["c"] : !abc
  return %0, %1 : !molt_df.table<"q": i64>, !molt_df.table<"c": i64?>
}

// -----

!ab = !molt_df.table<"a": i64, "b": i64>

// Function arguments keep their type.
// CHECK-LABEL: func @argument
// CHECK-SAME: (%[[T:.*]]: !molt_df.table<"a": i64, "b": i64>)
func.func @argument(%t: !ab) -> !molt_df.table<"b": i64> {
  // CHECK: %[[P:.*]] = molt_df.project %[[T]] ["b"]
  // CHECK: molt_df.sort %[[P]] by ["b"] : !molt_df.table<"b": i64>
  %s = molt_df.sort %t by ["b"] : !ab
  %r = molt_df.project %s ["b"] : !ab
  return %r : !molt_df.table<"b": i64>
}

// -----

!abc = !molt_df.table<"a": i64, "b": i64, "c": i64?>

// Numbers that nobody reads are not counted.
// CHECK-LABEL: func @row_index
func.func @row_index() -> (!molt_df.table<"b": i64>, !molt_df.table<"n": i64>) {
  // CHECK: %[[T:.*]] = molt_df.source "t" : !molt_df.table<"b": i64>
  // CHECK-NEXT: %[[U:.*]] = molt_df.source "u" : !molt_df.table<>
  %t = molt_df.source "t" : !abc
  %u = molt_df.source "u" : !abc
  // CHECK-NEXT: molt_df.project %[[T]] ["b"]
  %i = molt_df.with_row_index %t -> "n" : !abc
  %r = molt_df.project %i ["b"] : !molt_df.table<"a": i64, "b": i64, "c": i64?, "n": i64>
  // CHECK-NEXT: molt_df.with_row_index %[[U]] -> "n"
  %j = molt_df.with_row_index %u -> "n" : !abc
  %s = molt_df.project %j ["n"] : !molt_df.table<"a": i64, "b": i64, "c": i64?, "n": i64>
  return %r, %s : !molt_df.table<"b": i64>, !molt_df.table<"n": i64>
}
