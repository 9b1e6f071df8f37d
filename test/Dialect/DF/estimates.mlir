// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-annotate-estimates))' --split-input-file | FileCheck %s

!t = !molt_df.table<"k": i64, "x": i64, "d": !molt_df.decimal<6, 2>, "s": !molt_str.utf8, "n": i64?>

// CHECK-LABEL: func @filters
func.func @filters() -> (!t, !t, !t, !t, !t, !t, !t) {
  // CHECK: molt_df.source {{.*}}estimated_rows = 1000
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {
      k = #molt_df.facts<range = [1, 1000], unique>, x = #molt_df.facts<range = [0, 9]>,
      d = #molt_df.facts<range = [0, 9999]>, s = #molt_df.facts<distinct = 4>}} : !t
  // Ranges of one column: between 200 and 299 of the keys, not a product of halves.
  %a = molt_df.filter %t ["k"] {
  ^bb0(%k: i64):
    %low = molt_df.constant 200 : i64
    %high = molt_df.constant 300 : i64
    %p = molt_df.cmp ge %k, %low : i64, i64
    %q = molt_df.cmp lt %k, %high : i64, i64
    %r = molt_df.and %p, %q : i1, i1
    molt_df.yield %r : i1
  // CHECK: estimated_rows = 100 :
  } : !t
  // One of ten values, one of four strings; decimals have a point.
  %b = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp eq %x, %five : i64, i64
    molt_df.yield %p : i1
  // CHECK: estimated_rows = 100 :
  } : !t
  %c = molt_df.filter %b ["s"] {
  ^bb0(%s: !molt_str.utf8):
    %text = molt_df.constant "a" : !molt_str.utf8
    %p = molt_str.cmp eq %s, %text : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %p : i1
  // CHECK: estimated_rows = 25 :
  } : !t
  %d = molt_df.filter %t ["d"] {
  ^bb0(%d: !molt_df.decimal<6, 2>):
    %half = molt_df.constant "50.0" : !molt_df.decimal<3, 1>
    %p = molt_df.cmp ge %d, %half : !molt_df.decimal<6, 2>, !molt_df.decimal<3, 1>
    molt_df.yield %p : i1
  // CHECK: estimated_rows = 50{{[01]}} :
  } : !t
  // Two values of ten, or not; and no value there is.
  %e = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %six = molt_df.constant 6 : i64
    %p = molt_df.is_in %x, [%five, %six] : i64
    %q = molt_df.not %p : i1
    molt_df.yield %q : i1
  // CHECK: estimated_rows = 800 :
  } : !t
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %far = molt_df.constant 50 : i64
    %p = molt_df.cmp eq %x, %far : i64, i64
    molt_df.yield %p : i1
  // CHECK: estimated_rows = 1 :
  } : !t
  // Of strings about which nothing is known, a tenth.
  %u = molt_df.source "u" {rows = 1000 : i64} : !t
  %g = molt_df.filter %u ["s"] {
  ^bb0(%s: !molt_str.utf8):
    %text = molt_df.constant "a" : !molt_str.utf8
    %p = molt_str.cmp eq %s, %text : !molt_str.utf8, !molt_str.utf8
    molt_df.yield %p : i1
  // CHECK: estimated_rows = 100 :
  } : !t
  return %a, %b, %c, %d, %e, %f, %g : !t, !t, !t, !t, !t, !t, !t
}

// -----

!l = !molt_df.table<"l": i64, "q": i64>
!o = !molt_df.table<"o": i64, "c": i64>

// References to a key, of which the statistics know too much.
// CHECK-LABEL: func @joins
func.func @joins() -> (!molt_df.table<"l": i64, "q": i64, "o": i64, "c": i64>, !l, !l, !molt_df.table<"l": i64, "q": i64, "o": i64?, "c": i64?>) {
  %l = molt_df.source "l" {rows = 4000 : i64, facts = {l = #molt_df.facts<distinct = 4000>}} : !l
  %o = molt_df.source "o" {rows = 1000 : i64, facts = {o = #molt_df.facts<unique>, c = #molt_df.facts<range = [1, 10]>}} : !o
  %f = molt_df.filter %o ["c"] {
  ^bb0(%c: i64):
    %one = molt_df.constant 1 : i64
    %p = molt_df.cmp eq %c, %one : i64, i64
    molt_df.yield %p : i1
  // CHECK: estimated_rows = 100 :
  } : !o
  // CHECK: molt_df.join {{.*}}estimated_rows = 400 :
  %a = molt_df.join %l, %f on ["l"] = ["o"] : !l, !o
  // CHECK: molt_df.join semi {{.*}}estimated_rows = 400 :
  %b = molt_df.join semi %l, %f on ["l"] = ["o"] : !l, !o
  // CHECK: molt_df.join anti {{.*}}estimated_rows = 3600 :
  %c = molt_df.join anti %l, %f on ["l"] = ["o"] : !l, !o
  // CHECK: molt_df.join left {{.*}}estimated_rows = 4000 :
  %d = molt_df.join left %l, %f on ["l"] = ["o"] : !l, !o
  return %a, %b, %c, %d : !molt_df.table<"l": i64, "q": i64, "o": i64, "c": i64>, !l, !l, !molt_df.table<"l": i64, "q": i64, "o": i64?, "c": i64?>
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// Totals are compared to find few groups, least values like other columns.
// CHECK-LABEL: func @totals
func.func @totals() -> (!molt_df.table<"x": i64, "s": i64?, "m": i64?>, !molt_df.table<"x": i64, "s": i64?, "m": i64?>) {
  %t = molt_df.source "t" {rows = 100000 : i64, facts = {x = #molt_df.facts<distinct = 1000>, y = #molt_df.facts<range = [0, 99]>}} : !t
  // CHECK: molt_df.aggregate
  // CHECK: estimated_rows = 1000 :
  %a = molt_df.aggregate %t by ["x"] of ["y"] -> ["s", "m"] {
  ^bb0(%y: i64):
    %s = molt_df.sum %y : i64
    %m = molt_df.min %y : i64
    molt_df.yield %s, %m : !molt_df.nullable<i64>, !molt_df.nullable<i64>
  } : !t
  %b = molt_df.filter %a ["s"] {
  ^bb0(%s: !molt_df.nullable<i64>):
    %ten = molt_df.constant 10 : i64
    %p = molt_df.cmp lt %s, %ten : !molt_df.nullable<i64>, i64
    molt_df.yield %p : !molt_df.nullable<i1>
  // CHECK: estimated_rows = 100 :
  } : !molt_df.table<"x": i64, "s": i64?, "m": i64?>
  %c = molt_df.filter %a ["m"] {
  ^bb0(%m: !molt_df.nullable<i64>):
    %half = molt_df.constant 50 : i64
    %p = molt_df.cmp lt %m, %half : !molt_df.nullable<i64>, i64
    molt_df.yield %p : !molt_df.nullable<i1>
  // CHECK: estimated_rows = 500 :
  } : !molt_df.table<"x": i64, "s": i64?, "m": i64?>
  return %b, %c : !molt_df.table<"x": i64, "s": i64?, "m": i64?>, !molt_df.table<"x": i64, "s": i64?, "m": i64?>
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// No more groups than rows, no more rows than the limit, nothing about tables without rows.
// CHECK-LABEL: func @others
func.func @others() -> (!molt_df.table<"x": i64, "y": i64>, !molt_df.table<"y": i64>, !t, !t, !t) {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<distinct = 900>, y = #molt_df.facts<range = [1, 10]>}} : !t
  %a = molt_df.aggregate %t by ["x", "y"] of [] -> [] {
    molt_df.yield
  // CHECK: estimated_rows = 1000 :
  } : !t
  %b = molt_df.aggregate %t by ["y"] of [] -> [] {
    molt_df.yield
  // CHECK: estimated_rows = 10 :
  } : !t
  // CHECK: molt_df.limit {{.*}}estimated_rows = 7 :
  %c = molt_df.limit %t, 7 : !t
  // CHECK: molt_df.concat {{.*}}estimated_rows = 1007 :
  %d = molt_df.concat %t, %c : !t, !t
  // CHECK: molt_df.source "u" : !molt_df.table
  %e = molt_df.source "u" : !t
  return %a, %b, %c, %d, %e : !molt_df.table<"x": i64, "y": i64>, !molt_df.table<"y": i64>, !t, !t, !t
}
