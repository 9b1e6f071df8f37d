// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-eliminate-joins))' --split-input-file | FileCheck %s
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-eliminate-joins))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] EliminateJoins | Category:molt-df | Remark="a join that changes no row is gone"
// REMARK: remark: [Missed] EliminateJoins | Category:molt-df | Remark="column "y" is needed"
// REMARK: remark: [Missed] EliminateJoins | Category:molt-df | Remark="rows may have several matches"
// REMARK: remark: [Passed] EliminateJoins | Category:molt-df | Remark="a join of rows with themselves is gone"
// REMARK: remark: [Missed] EliminateJoins | Category:molt-df | Remark="rows may lack a match"

!t = !molt_df.table<"x": i64>
!u = !molt_df.table<"y": i64, "z": i64>

// The fact has to be checked, so the source stays.
// CHECK-LABEL: func @left
// CHECK-SAME: (%[[T:[a-z0-9]*]]: !molt_df.table
func.func @left(%t: !t) -> !t {
  // CHECK: molt_df.source "u" {assumed, facts = {y = #molt_df.facts<unique>}}
  // CHECK-NOT: molt_df.join
  // CHECK: molt_df.project %[[T]] ["x"]
  %u = molt_df.source "u" {facts = {y = #molt_df.facts<unique>}} : !u
  %j = molt_df.join left %t, %u on ["x"] = ["y"] : !t, !u
  %r = molt_df.project %j ["x"] : !molt_df.table<"x": i64, "y": i64?, "z": i64?>
  return %r : !t
}

// -----

!t = !molt_df.table<"x": i64>
!u = !molt_df.table<"y": i64, "z": i64>

// The other way round, and with a condition, which can only take matches away. Keys of an
// aggregate are unique whatever the data are.
// CHECK-LABEL: func @right
// CHECK-SAME: (%[[T:[a-z0-9]*]]: !molt_df.table
// CHECK-NOT: molt_df.join
// CHECK: molt_df.project %[[T]] ["x"]
func.func @right(%t: !t, %u: !u) -> !t {
  %a = molt_df.aggregate %u by ["y"] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !u
  %j = molt_df.join right %a, %t on ["y"] = ["x"] where ["n", "x"] {
  ^bb0(%n: i64, %x: i64):
    %p = molt_df.cmp lt %n, %x : i64, i64
    molt_df.yield %p : i1
  } : !molt_df.table<"y": i64, "n": i64>, !t
  %r = molt_df.project %j ["x"] : !molt_df.table<"y": i64?, "n": i64?, "x": i64>
  return %r : !t
}

// -----

!t = !molt_df.table<"x": i64>
!u = !molt_df.table<"y": i64, "z": i64>

// A column that is needed, keys that may repeat (also nulls do), an inner join, which drops rows.
// CHECK-LABEL: func @no
// CHECK-COUNT-4: molt_df.join
func.func @no(%t: !t) -> (!molt_df.table<"x": i64, "y": i64?>, !t, !t, !t) {
  %u = molt_df.source "u" {facts = {y = #molt_df.facts<unique>}} : !u
  %a = molt_df.join left %t, %u on ["x"] = ["y"] : !t, !u
  %ra = molt_df.project %a ["x", "y"] : !molt_df.table<"x": i64, "y": i64?, "z": i64?>
  %b = molt_df.join left %t, %u on ["x"] = ["z"] : !t, !u
  %rb = molt_df.project %b ["x"] : !molt_df.table<"x": i64, "y": i64?, "z": i64?>
  %c = molt_df.join %t, %u on ["x"] = ["y"] : !t, !u
  %rc = molt_df.project %c ["x"] : !molt_df.table<"x": i64, "y": i64, "z": i64>
  %v = molt_df.source "v" {facts = {y = #molt_df.facts<unique>}} : !molt_df.table<"y": i64?>
  %d = molt_df.join left %t, %v on ["x"] = ["y"] null_equal : !t, !molt_df.table<"y": i64?>
  %rd = molt_df.project %d ["x"] : !molt_df.table<"x": i64, "y": i64?>
  return %ra, %rb, %rc, %rd : !molt_df.table<"x": i64, "y": i64?>, !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64?>

// Rows are among those of the same table. A null key matches nothing, unless it does.
// CHECK-LABEL: func @semi
func.func @semi() -> (!t, !t, !t) {
  // CHECK: %[[T:.*]] = molt_df.source "t"
  // CHECK: %[[F:.*]] = molt_df.filter %[[T]] ["x"]
  %t = molt_df.source "t" : !t
  %f = molt_df.filter %t ["x"] {
  ^bb0(%x: i64):
    %zero = molt_df.constant 0 : i64
    %p = molt_df.cmp gt %x, %zero : i64, i64
    molt_df.yield %p : i1
  } : !t
  %u = molt_df.source "t" : !t
  %keys = molt_df.project %u ["x", "y"] -> ["k", "l"] : !t
  %a = molt_df.join semi %f, %keys on ["x"] = ["k"] : !t, !molt_df.table<"k": i64, "l": i64?>
  // CHECK: %[[B:.*]] = molt_df.filter %[[F]] ["y"]
  // CHECK: molt_df.is_null
  // CHECK: molt_df.not
  %b = molt_df.join semi %f, %keys on ["x", "y"] = ["k", "l"] : !t, !molt_df.table<"k": i64, "l": i64?>
  %c = molt_df.join semi %f, %keys on ["y"] = ["l"] null_equal : !t, !molt_df.table<"k": i64, "l": i64?>
  // CHECK: return %[[F]], %[[B]], %[[F]]
  return %a, %b, %c : !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64?>

// CHECK-LABEL: func @anti
func.func @anti() -> (!t, !t) {
  %t = molt_df.source "t" : !t
  // CHECK: %[[A:.*]] = molt_df.limit %{{.*}}, 0
  %a = molt_df.join anti %t, %t on ["x"] = ["x"] : !t, !t
  // CHECK: %[[B:.*]] = molt_df.filter %{{.*}} ["y"]
  %b = molt_df.join anti %t, %t on ["y"] = ["y"] : !t, !t
  // CHECK: return %[[A]], %[[B]]
  return %a, %b : !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// Rows were dropped on the right, columns are others or computed, keys of one row were mixed.
// CHECK-LABEL: func @no_semi
// CHECK-COUNT-4: molt_df.join semi
func.func @no_semi() -> (!t, !t, !t, !t) {
  %t = molt_df.source "t" : !t
  %l = molt_df.limit %t, 5 : !t
  %a = molt_df.join semi %t, %l on ["x"] = ["x"] : !t, !t
  %b = molt_df.join semi %t, %t on ["x"] = ["y"] : !t, !t
  %w = molt_df.with_columns %t ["x"] -> ["x"] {
  ^bb0(%x: i64):
    %n = molt_df.neg %x : i64
    molt_df.yield %n : i64
  } : !t
  %c = molt_df.join semi %t, %w on ["x"] = ["x"] : !t, !t
  %o = molt_df.source "o" : !t
  %d = molt_df.join semi %t, %o on ["x"] = ["x"] : !t, !t
  return %a, %b, %c, %d : !t, !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64>
!j = !molt_df.table<"x": i64, "y": i64?>

// Tables that go under each other have the same columns, needed or not.
// CHECK-LABEL: func @concat
// CHECK: molt_df.join left
func.func @concat(%t: !t, %o: !j) -> !t {
  %u = molt_df.source "u" {facts = {y = #molt_df.facts<unique>}} : !molt_df.table<"y": i64>
  %j = molt_df.join left %t, %u on ["x"] = ["y"] : !t, !molt_df.table<"y": i64>
  %c = molt_df.concat %j, %o : !j, !j
  %r = molt_df.project %c ["x"] : !j
  return %r : !t
}
