// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-eliminate-groups))' --split-input-file | FileCheck %s
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-eliminate-groups))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] EliminateGroups | Category:molt-df | Remark="groups of one row each are rows"
// REMARK: remark: [Missed] EliminateGroups | Category:molt-df | Remark="molt_df.mean is not known as an expression of one row"
// REMARK: remark: [Missed] EliminateGroups | Category:molt-df | Remark="key "f" has values that are equal and differ, which grouping makes canonical"
// REMARK: remark: [Missed] EliminateGroups | Category:molt-df | Remark="groups may have several rows"
// REMARK: remark: [Passed] EliminateGroups | Category:molt-df | Remark="key "d" follows from the others"

!t = !molt_df.table<"k": i64, "x": i32, "f": f64>

// CHECK-LABEL: func @rows
func.func @rows() -> !molt_df.table<"k": i64, "n": i64, "s": i64?, "m": i32?> {
  // CHECK: %[[T:.*]] = molt_df.source "t" {assumed, facts = {k = #molt_df.facts<unique>}}
  %t = molt_df.source "t" {facts = {k = #molt_df.facts<unique>}} : !t
  // CHECK: %[[W:.*]] = molt_df.with_columns %[[T]] ["x"] -> ["n", "s", "m"] {
  // CHECK-DAG: %[[N:.*]] = molt_df.constant 1 : i64
  // CHECK-DAG: %[[S:.*]] = molt_df.cast %[[X:.*]] : i32 to !molt_df.nullable<i64>
  // CHECK-DAG: %[[M:.*]] = molt_df.cast %[[X]] : i32 to !molt_df.nullable<i32>
  // CHECK: molt_df.yield %[[N]], %[[S]], %[[M]]
  // CHECK: molt_df.project %[[W]] ["k", "n", "s", "m"]
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["n", "s", "m"] {
  ^bb0(%x: i32):
    %n = molt_df.count
    %s = molt_df.sum %x : i32
    %m = molt_df.max %x : i32
    molt_df.yield %n, %s, %m : i64, !molt_df.nullable<i64>, !molt_df.nullable<i32>
  } : !t
  return %r : !molt_df.table<"k": i64, "n": i64, "s": i64?, "m": i32?>
}

// -----

!t = !molt_df.table<"k": i64, "x": i32, "f": f64>

// Statistics, float keys, several rows; unique with nulls is not.
// CHECK-LABEL: func @no
// CHECK-COUNT-4: molt_df.aggregate
func.func @no() -> (!molt_df.table<"k": i64, "m": f64?>, !molt_df.table<"f": f64>, !molt_df.table<"x": i32>, !molt_df.table<"n": i64?>) {
  %t = molt_df.source "t" {facts = {f = #molt_df.facts<unique>, k = #molt_df.facts<unique>}} : !t
  %a = molt_df.aggregate %t by ["k"] of ["x"] -> ["m"] {
  ^bb0(%x: i32):
    %m = molt_df.mean %x : i32
    molt_df.yield %m : !molt_df.nullable<f64>
  } : !t
  %b = molt_df.aggregate %t by ["f"] of [] -> [] {
    molt_df.yield
  } : !t
  %c = molt_df.aggregate %t by ["x"] of [] -> [] {
    molt_df.yield
  } : !t
  %u = molt_df.source "u" {facts = {n = #molt_df.facts<unique>}} : !molt_df.table<"n": i64?>
  %d = molt_df.aggregate %u by ["n"] of [] -> [] {
    molt_df.yield
  } : !molt_df.table<"n": i64?>
  return %a, %b, %c, %d : !molt_df.table<"k": i64, "m": f64?>, !molt_df.table<"f": f64>, !molt_df.table<"x": i32>, !molt_df.table<"n": i64?>
}

// -----

!l = !molt_df.table<"k": i64, "x": i64>
!o = !molt_df.table<"o": i64, "d": i64, "e": i64>
!lo = !molt_df.table<"k": i64, "x": i64, "o": i64, "d": i64, "e": i64>

// The key of a row of o determines the others, through the join and through its partner.
// What is needed becomes an aggregate.
// CHECK-LABEL: func @dependent
func.func @dependent(%l: !l) -> !molt_df.table<"k": i64, "e": i64, "n": i64> {
  // CHECK: molt_df.source "o" {assumed,
  %o = molt_df.source "o" {facts = {o = #molt_df.facts<unique>}} : !o
  %j = molt_df.join %l, %o on ["k"] = ["o"] : !l, !o
  %p = molt_df.project %j ["k", "d", "e"] : !lo
  // CHECK: %[[A:.*]] = molt_df.aggregate %{{.*}} by ["k"] of ["e"] -> ["n", "e"] {
  // CHECK-NEXT: ^bb0(%[[E:.*]]: i64):
  // CHECK-NEXT: %[[N:.*]] = molt_df.count
  // CHECK-NEXT: %[[M:.*]] = molt_df.max %[[E]] : i64
  // CHECK-NEXT: molt_df.yield %[[N]], %[[M]]
  // CHECK: %[[W:.*]] = molt_df.with_columns %[[A]] ["e"] -> ["e"] {
  // CHECK: molt_df.cast overflow<never> %{{.*}} : !molt_df.nullable<i64> to i64
  // CHECK: %[[P:.*]] = molt_df.project %[[W]] ["k", "e", "n"]
  // CHECK: molt_df.project %[[P]] ["k", "e", "n"]
  %a = molt_df.aggregate %p by ["k", "d", "e"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i64, "d": i64, "e": i64>
  %r = molt_df.project %a ["k", "e", "n"] : !molt_df.table<"k": i64, "d": i64, "e": i64, "n": i64>
  return %r : !molt_df.table<"k": i64, "e": i64, "n": i64>
}

// -----

!l = !molt_df.table<"k": i64, "x": i64>
!o = !molt_df.table<"o": i64, "s": !molt_str.utf8, "f": f64, "b": i1?, "m": !molt_df.decimal<5, 2>?, "v": !molt_df.interval>
!groups = !molt_df.table<"s": !molt_str.utf8, "k": i64, "f": f64, "b": i1?, "m": !molt_df.decimal<5, 2>?, "v": !molt_df.interval, "n": i64>

// All that is needed: texts and booleans are those of the first row, numbers the greatest ones, and
// a null is one where all are. Floats and intervals stay keys, as that makes them canonical.
// CHECK-LABEL: func @needed
// CHECK: %[[A:.*]] = molt_df.aggregate %{{.*}} by ["k", "f", "v"] of ["s", "b", "m"] -> ["n", "s", "b", "m"] {
// CHECK-DAG: molt_df.first %{{.*}} : !molt_str.utf8
// CHECK-DAG: molt_df.first %{{.*}} : !molt_df.nullable<i1>
// CHECK-DAG: molt_df.max %{{.*}} : !molt_df.nullable<!molt_df.decimal<5, 2>>
// CHECK: %[[W:.*]] = molt_df.with_columns %[[A]] ["s"] -> ["s"] {
// CHECK: %[[P:.*]] = molt_df.project %[[W]] ["s", "k", "f", "b", "m", "v", "n"]
// CHECK: return %[[P]]
func.func @needed(%l: !l) -> !groups {
  %o = molt_df.source "o" {facts = {o = #molt_df.facts<unique>}} : !o
  %j = molt_df.join %l, %o on ["k"] = ["o"] : !l, !o
  %p = molt_df.project %j ["k", "s", "f", "b", "m", "v"]
      : !molt_df.table<"k": i64, "x": i64, "o": i64, "s": !molt_str.utf8, "f": f64, "b": i1?, "m": !molt_df.decimal<5, 2>?, "v": !molt_df.interval>
  %a = molt_df.aggregate %p by ["s", "k", "f", "b", "m", "v"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i64, "s": !molt_str.utf8, "f": f64, "b": i1?, "m": !molt_df.decimal<5, 2>?, "v": !molt_df.interval>
  return %a : !groups
}

// -----

!t = !molt_df.table<"k": i64, "x": i64>

// Functions of keys, and constants by a filter; but one key stays.
// CHECK-LABEL: func @functions
func.func @functions(%t: !t) -> (!molt_df.table<"n": i64>, !molt_df.table<"n": i64>, !molt_df.table<"n": i64>) {
  %w = molt_df.with_columns %t ["k"] -> ["y"] {
  ^bb0(%k: i64):
    %one = molt_df.constant 1 : i64
    %y = molt_df.bit_and %k, %one : i64, i64
    molt_df.yield %y : i64
  } : !t
  // CHECK: molt_df.aggregate %{{.*}} by ["k"] of
  %a = molt_df.aggregate %w by ["k", "y"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i64, "x": i64, "y": i64>
  %ra = molt_df.project %a ["n"] : !molt_df.table<"k": i64, "y": i64, "n": i64>
  // CHECK: molt_df.aggregate %{{.*}} by ["x", "y"] of
  %b = molt_df.aggregate %w by ["x", "y"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !molt_df.table<"k": i64, "x": i64, "y": i64>
  %rb = molt_df.project %b ["n"] : !molt_df.table<"x": i64, "y": i64, "n": i64>
  %f = molt_df.filter %t ["k"] {
  ^bb0(%k: i64):
    %five = molt_df.constant 5 : i64
    %p = molt_df.cmp eq %k, %five : i64, i64
    molt_df.yield %p : i1
  } : !t
  // CHECK: molt_df.aggregate %{{.*}} by ["k"] of
  %c = molt_df.aggregate %f by ["k"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  %rc = molt_df.project %c ["n"] : !molt_df.table<"k": i64, "n": i64>
  return %ra, %rb, %rc : !molt_df.table<"n": i64>, !molt_df.table<"n": i64>, !molt_df.table<"n": i64>
}

// -----

!t = !molt_df.table<"k": i64, "d": i64>
!u = !molt_df.table<"e": i64, "y": i64>
!j = !molt_df.table<"k": i64, "d": i64, "e": i64, "y": i64>

// Rows that find one partner at most stay unique; those that may find several do not.
// CHECK-LABEL: func @partners
func.func @partners() -> (!molt_df.table<"k": i64>, !molt_df.table<"k": i64>) {
  %t = molt_df.source "t" {facts = {k = #molt_df.facts<unique, nonnull>}} : !t
  %one = molt_df.source "one" {facts = {e = #molt_df.facts<unique, nonnull>}} : !u
  %many = molt_df.source "many" : !u
  // CHECK: molt_df.join
  // CHECK-NOT: molt_df.aggregate
  %a = molt_df.join %t, %one on ["d"] = ["e"] : !t, !u
  %g = molt_df.aggregate %a by ["k"] of [] -> [] {
    molt_df.yield
  } : !j
  // CHECK: %[[B:.*]] = molt_df.join
  // CHECK: molt_df.aggregate %[[B]] by ["k"]
  %b = molt_df.join %t, %many on ["d"] = ["e"] : !t, !u
  %h = molt_df.aggregate %b by ["k"] of [] -> [] {
    molt_df.yield
  } : !j
  return %g, %h : !molt_df.table<"k": i64>, !molt_df.table<"k": i64>
}

// -----

!t = !molt_df.table<"k": i64, "d": i64?, "x": i64?>

// What is not the value of a row stays: zero for null. A key whose nulls are dropped stays, also where it follows from
// the others.
// CHECK-LABEL: func @of_pandas
// CHECK: molt_df.aggregate %{{.*}} by ["k"] of ["x"] -> ["s"]
// CHECK: molt_df.aggregate %{{.*}} by ["k", "d"] drop_null_keys
func.func @of_pandas() -> (!molt_df.table<"k": i64, "s": i64>, !molt_df.table<"n": i64>) {
  %t = molt_df.source "t" {facts = {k = #molt_df.facts<unique, nonnull>}} : !t
  %r = molt_df.aggregate %t by ["k"] of ["x"] -> ["s"] {
  ^bb0(%x: !molt_df.nullable<i64>):
    %s = molt_df.sum %x or_zero : !molt_df.nullable<i64>
    molt_df.yield %s : i64
  } : !t
  %g = molt_df.aggregate %t by ["k", "d"] drop_null_keys of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  %q = molt_df.project %g ["n"] : !molt_df.table<"k": i64, "d": i64?, "n": i64>
  return %r, %q : !molt_df.table<"k": i64, "s": i64>, !molt_df.table<"n": i64>
}
