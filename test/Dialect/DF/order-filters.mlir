// Conditions in the order of what they drop per cost.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-order-filters))' --split-input-file | FileCheck %s
// Once is enough.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-order-filters))' --split-input-file -o %t.once
// RUN: molt-opt %t.once --pass-pipeline='builtin.module(func.func(molt-df-order-filters))' --split-input-file | diff %t.once -
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-order-filters))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] OrderFilters | Category:molt-df | Remark="condition 2 of 2 is tried first"
// REMARK: remark: [Missed] OrderFilters | Category:molt-df | Remark="conditions are in the best order"

!t = !molt_df.table<"x": i64, "y": i64, "s": !molt_str.utf8>

// Half of the rows against one in 200.
// CHECK-LABEL: func @chain
// CHECK:       %[[T:.*]] = molt_df.source
// CHECK:       %[[A:.*]] = molt_df.filter %[[T]] ["y"]
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["x"]
// CHECK:       return %[[B]]
func.func @chain() -> !t {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>, y = #molt_df.facts<range = [0, 999]>}} : !t
  %a = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  %b = molt_df.filter %a ["y"] {
  ^bb0(%y: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %y, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  return %b : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64, "s": !molt_str.utf8>

// The parts of one condition, too. Searching a text drops more rows, and costs more than that.
// CHECK-LABEL: func @conjuncts
// CHECK:       %[[T:.*]] = molt_df.source
// CHECK:       %[[A:.*]] = molt_df.filter %[[T]] ["x"]
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["s"]
// CHECK:         molt_str.contains
// CHECK:       return %[[B]]
func.func @conjuncts() -> !t {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>}} : !t
  %a = molt_df.filter %t ["s", "x"] {
  ^bb0(%s: !molt_str.utf8, %x: i64):
    %text = molt_df.constant "green" : !molt_str.utf8
    %q = molt_str.contains %s, %text : !molt_str.utf8, !molt_str.utf8
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    %both = molt_df.and %q, %p : i1, i1
    molt_df.yield %both : i1
  } : !t
  return %a : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64, "s": !molt_str.utf8>

// A condition that keeps nearly all rows is not worth its cost in front of one that drops most of them.
// CHECK-LABEL: func @cheap_last
// CHECK:       %[[A:.*]] = molt_df.filter %{{.*}} ["s"]
// CHECK:         molt_df.is_in
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["x"]
func.func @cheap_last() -> !t {
  %t = molt_df.source "t" {rows = 100000 : i64, facts = {x = #molt_df.facts<range = [0, 9999]>, s = #molt_df.facts<distinct = 1000>}} : !t
  %a = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp gt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  %b = molt_df.filter %a ["s"] {
  ^bb0(%s: !molt_str.utf8):
    %text = molt_df.constant "green" : !molt_str.utf8
    %q = molt_df.is_in %s, [%text] : !molt_str.utf8
    molt_df.yield %q : i1
  } : !t
  return %b : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64, "s": !molt_str.utf8>

// What can fail stays above what was written below it; what cannot may go below it. All parts of one
// condition see the same rows.
// CHECK-LABEL: func @fallible
// CHECK:       %[[A:.*]] = molt_df.filter %{{.*}} ["x"]
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["x", "y"]
// CHECK:         molt_df.div
// CHECK:       return %[[B]]
// CHECK-LABEL: func @fallible_below
// CHECK:       %[[A:.*]] = molt_df.filter %{{.*}} ["x"]
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["x", "y"]
// CHECK:         molt_df.div
// CHECK:       return %[[B]]
// CHECK-LABEL: func @fallible_in_one
// CHECK:       %[[A:.*]] = molt_df.filter %{{.*}} ["x", "y"]
// CHECK:         molt_df.add
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["x"]
// CHECK:       return %[[B]]
func.func @fallible() -> !t {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 99]>, y = #molt_df.facts<range = [0, 999]>}} : !t
  %a = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %zero = molt_df.constant 0 : i64
    %p = molt_df.cmp ne %x, %zero : i64, i64
    molt_df.yield %p : i1
  } : !t
  %b = molt_df.filter %a ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %y, %x : i64, i64
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp eq %q, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  return %b : !t
}
func.func @fallible_below() -> !t {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>, y = #molt_df.facts<range = [0, 999]>}} : !t
  %a = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %q = molt_df.div %y, %x : i64, i64
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp eq %q, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  %b = molt_df.filter %a ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  return %b : !t
}
func.func @fallible_in_one() -> !t {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>, y = #molt_df.facts<range = [0, 999]>}} : !t
  %a = molt_df.filter %t ["x", "y"] {
  ^bb0(%x: i64, %y: i64):
    %zero = molt_df.constant 0 : i64
    %some = molt_df.cmp ne %x, %zero : i64, i64
    %q = molt_df.add %y, %x : i64, i64
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp eq %q, %five : i64, i64
    %both = molt_df.and %some, %p : i1, i1
    molt_df.yield %both : i1
  } : !t
  return %a : !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64, "s": !molt_str.utf8>

// A table that somebody else reads stays as it is.
// CHECK-LABEL: func @shared
// CHECK:       %[[A:.*]] = molt_df.filter %{{.*}} ["x"]
// CHECK:       %[[B:.*]] = molt_df.filter %[[A]] ["y"]
// CHECK:       return %[[A]], %[[B]]
func.func @shared() -> (!t, !t) {
  %t = molt_df.source "t" {rows = 1000 : i64, facts = {x = #molt_df.facts<range = [0, 9]>, y = #molt_df.facts<range = [0, 999]>}} : !t
  %a = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %x, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  %b = molt_df.filter %a ["y"] {
  ^bb0(%y: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp lt %y, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  return %a, %b : !t, !t
}
