// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-reduce-joins))' --split-input-file | FileCheck %s
// Once is enough.
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-reduce-joins))' --split-input-file -o %t.once
// RUN: molt-opt %t.once --pass-pipeline='builtin.module(func.func(molt-df-reduce-joins))' --split-input-file | diff %t.once -
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-reduce-joins))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] ReduceJoins | Category:molt-df | Remark="only about 1 % of the rows are aggregated"
// REMARK: remark: [Missed] ReduceJoins | Category:molt-df | Remark="about 100 % of the rows below the aggregate have a match"
// REMARK: remark: [Missed] ReduceJoins | Category:molt-df | Remark="rows are not known"

!part = !molt_df.table<"p": i64, "size": i64>
!line = !molt_df.table<"l": i64, "q": i64>
!sums = !molt_df.table<"l": i64, "sum": i64?>
!keyed = !molt_df.table<"k": i64, "sum": i64?>
!lp = !molt_df.table<"l": i64, "q": i64, "p": i64, "size": i64>

// As TPC-H's Q17 is written: lines of a few parts, compared with a sum over all lines of their
// part. The keys come from the filter of parts, which is smaller than the join; that is computed
// behind the sums.
// CHECK-LABEL: func @q17
func.func @q17() -> !molt_df.table<"l": i64, "q": i64, "p": i64, "size": i64, "k": i64, "sum": i64?> {
  // CHECK-DAG: %[[LINE:.*]] = molt_df.source "line"
  // CHECK-DAG: %[[PART:.*]] = molt_df.source "part"
  // CHECK: %[[FEW:.*]] = molt_df.filter %[[PART]] ["size"]
  // CHECK: %[[K:.*]] = molt_df.project %[[FEW]] ["p"]
  // CHECK: %[[SEMI:.*]] = molt_df.join semi %[[LINE]], %[[K]] on ["l"] = ["p"]
  // CHECK: %[[SUMS:.*]] = molt_df.aggregate %[[SEMI]] by ["l"] of ["q"] -> ["sum"]
  // CHECK: %[[KEYED:.*]] = molt_df.project %[[SUMS]] ["l", "sum"] -> ["k", "sum"]
  // CHECK: molt_df.join %{{.*}}, %[[KEYED]] on ["l"] = ["k"]
  %line = molt_df.source "line" {rows = 600000 : i64, facts = {l = #molt_df.facts<range = [1, 20000]>}} : !line
  %sums = molt_df.aggregate %line by ["l"] of ["q"] -> ["sum"] {
  ^bb0(%q: i64):
    %s = molt_df.sum %q : i64
    molt_df.yield %s : !molt_df.nullable<i64>
  } : !line
  %keyed = molt_df.project %sums ["l", "sum"] -> ["k", "sum"] : !sums
  %part = molt_df.source "part" {rows = 20000 : i64, facts = {p = #molt_df.facts<unique>, size = #molt_df.facts<range = [1, 100]>}} : !part
  %few = molt_df.filter %part ["size"] {
  ^bb0(%size: i64):
    %one = molt_df.constant 1 : i64
    %p = molt_df.cmp eq %size, %one : i64, i64
    molt_df.yield %p : i1
  } : !part
  %lp = molt_df.join %line, %few on ["l"] = ["p"] : !line, !part
  %r = molt_df.join %lp, %keyed on ["l"] = ["k"] : !lp, !keyed
  return %r : !molt_df.table<"l": i64, "q": i64, "p": i64, "size": i64, "k": i64, "sum": i64?>
}

// -----

!part = !molt_df.table<"p": i64>
!line = !molt_df.table<"l": i64, "q": i64>
!sums = !molt_df.table<"l": i64, "q": i64>

// A left join keeps parts without lines, and needs no other groups. A right join keeps all groups.
// CHECK-LABEL: func @outer
// CHECK: molt_df.join semi
// CHECK: molt_df.aggregate
// CHECK: molt_df.join left
// CHECK-NOT: molt_df.join semi
// CHECK: molt_df.aggregate
// CHECK: molt_df.join right
func.func @outer() -> (!molt_df.table<"p": i64, "l": i64?>, !molt_df.table<"p": i64?, "l": i64>) {
  %part = molt_df.source "part" {rows = 20 : i64} : !part
  %line = molt_df.source "line" {rows = 600000 : i64, facts = {l = #molt_df.facts<range = [1, 20000]>}} : !line
  %groups = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %a = molt_df.join left %part, %groups on ["p"] = ["l"] : !part, !molt_df.table<"l": i64>
  %more = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %b = molt_df.join right %part, %more on ["p"] = ["l"] : !part, !molt_df.table<"l": i64>
  return %a, %b : !molt_df.table<"p": i64, "l": i64?>, !molt_df.table<"p": i64?, "l": i64>
}

// -----

!part = !molt_df.table<"p": i64>
!line = !molt_df.table<"l": i64, "q": i64>
!counts = !molt_df.table<"l": i64, "n": i64>

// Nothing is saved where all rows match; a key that is no group's says nothing about groups; other
// users need all of them; nulls that are equal have no partner in a semi join; rows are not known.
// CHECK-LABEL: func @no
// CHECK-NOT: molt_df.join semi
// CHECK: return
func.func @no() -> (!molt_df.table<"p": i64, "l": i64>, !molt_df.table<"p": i64, "l": i64, "n": i64>, !molt_df.table<"p": i64, "l": i64>, !molt_df.table<"l": i64>, !molt_df.table<"p": i64, "l": i64>, !molt_df.table<"p": i64, "l": i64>) {
  %line = molt_df.source "line" {rows = 600000 : i64, facts = {l = #molt_df.facts<range = [1, 20000]>}} : !line
  %parts = molt_df.source "parts" {rows = 20000 : i64, facts = {p = #molt_df.facts<unique>}} : !part
  %g = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %a = molt_df.join %parts, %g on ["p"] = ["l"] : !part, !molt_df.table<"l": i64>
  %part = molt_df.source "part" {rows = 20 : i64} : !part
  %counts = molt_df.aggregate %line by ["l"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !line
  %b = molt_df.join %part, %counts on ["p"] = ["n"] : !part, !counts
  %shared = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %c = molt_df.join %part, %shared on ["p"] = ["l"] : !part, !molt_df.table<"l": i64>
  %h = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %d = molt_df.join %part, %h on ["p"] = ["l"] null_equal : !part, !molt_df.table<"l": i64>
  %unknown = molt_df.source "u" : !part
  %i = molt_df.aggregate %line by ["l"] of [] -> [] {
    molt_df.yield
  } : !line
  %e = molt_df.join %unknown, %i on ["p"] = ["l"] : !part, !molt_df.table<"l": i64>
  return %a, %b, %c, %shared, %d, %e : !molt_df.table<"p": i64, "l": i64>, !molt_df.table<"p": i64, "l": i64, "n": i64>, !molt_df.table<"p": i64, "l": i64>, !molt_df.table<"l": i64>, !molt_df.table<"p": i64, "l": i64>, !molt_df.table<"p": i64, "l": i64>
}

// -----

!line = !molt_df.table<"l": i64>
!part = !molt_df.table<"p": i64>

// A semi join gives its rows in any order, which these would show.
// CHECK-LABEL: func @order
// CHECK-NOT: molt_df.join semi
// CHECK: return
func.func @order() -> (!molt_df.table<"p": i64, "l": i64, "f": i64?>, !molt_df.table<"p": i64, "l": i64>) {
  %line = molt_df.source "line" {rows = 600000 : i64, facts = {l = #molt_df.facts<range = [1, 20000]>}} : !line
  %part = molt_df.source "part" {rows = 20 : i64, facts = {p = #molt_df.facts<unique>}} : !part
  %g = molt_df.aggregate %line by ["l"] of ["l"] -> ["f"] {
  ^bb0(%l: i64):
    %f = molt_df.first %l : i64
    molt_df.yield %f : !molt_df.nullable<i64>
  } : !line
  %a = molt_df.join %part, %g on ["p"] = ["l"] : !part, !molt_df.table<"l": i64, "f": i64?>
  %h = molt_df.aggregate %line by ["l"] maintain_order of [] -> [] {
    molt_df.yield
  } : !line
  %b = molt_df.join %part, %h on ["p"] = ["l"] : !part, !molt_df.table<"l": i64>
  return %a, %b : !molt_df.table<"p": i64, "l": i64, "f": i64?>, !molt_df.table<"p": i64, "l": i64>
}
