// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-choose-join-sides))' --split-input-file | FileCheck %s
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-choose-join-sides))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] ChooseJoinSides | Category:molt-df | Remark="the side of about 10 rows is built, not that of 1000"
// REMARK: remark: [Missed] ChooseJoinSides | Category:molt-df | Remark="about 1000 rows probe, 10 are built"
// REMARK: remark: [Missed] ChooseJoinSides | Category:molt-df | Remark="rows are not known"

!few = !molt_df.table<"x": i64, "p": i64>
!many = !molt_df.table<"y": i64>
!pair = !molt_df.table<"x": i64, "p": i64, "y": i64>

// The condition comes along. A later user sees the columns in their order.
// CHECK-LABEL: func @swap
func.func @swap() -> !pair {
  // CHECK: %[[F:.*]] = molt_df.source "few"
  // CHECK: %[[M:.*]] = molt_df.source "many"
  // CHECK: %[[J:.*]] = molt_df.join %[[M]], %[[F]] on ["y"] = ["x"] where ["p", "y"] {
  // CHECK-NEXT: ^bb0(%[[P:.*]]: i64, %[[Y:.*]]: i64):
  // CHECK-NEXT: molt_df.cmp lt %[[P]], %[[Y]]
  // CHECK: %[[R:.*]] = molt_df.project %[[J]] ["x", "p", "y"]
  // CHECK: return %[[R]]
  %few = molt_df.source "few" {rows = 10 : i64} : !few
  %many = molt_df.source "many" {rows = 1000 : i64} : !many
  %j = molt_df.join %few, %many on ["x"] = ["y"] where ["p", "y"] {
  ^bb0(%p: i64, %y: i64):
    %less = molt_df.cmp lt %p, %y : i64, i64
    molt_df.yield %less : i1
  } : !few, !many
  return %j : !pair
}

// -----

!few = !molt_df.table<"x": i64, "p": i64>
!many = !molt_df.table<"y": i64>

// Sides are right, or not known, or said.
// CHECK-LABEL: func @stay
// CHECK-NOT: molt_df.project
// CHECK-NOT: build<
// CHECK: molt_df.join left %{{.*}}, %{{.*}} on ["y"] = ["x"] build<right>
// CHECK-NOT: molt_df.project
// CHECK-NOT: build<
func.func @stay() -> (!molt_df.table<"y": i64, "x": i64, "p": i64>, !molt_df.table<"x": i64, "p": i64, "y": i64>, !few, !many, !molt_df.table<"y": i64, "x": i64?, "p": i64?>) {
  %few = molt_df.source "few" {rows = 10 : i64} : !few
  %many = molt_df.source "many" {rows = 1000 : i64} : !many
  %u = molt_df.source "u" : !many
  %a = molt_df.join %many, %few on ["y"] = ["x"] : !many, !few
  %b = molt_df.join %few, %u on ["x"] = ["y"] : !few, !many
  %c = molt_df.join semi %few, %u on ["x"] = ["y"] : !few, !many
  %d = molt_df.join anti %many, %few on ["y"] = ["x"] : !many, !few
  %e = molt_df.join left %many, %few on ["y"] = ["x"] build<right> : !many, !few
  return %a, %b, %c, %d, %e : !molt_df.table<"y": i64, "x": i64, "p": i64>, !molt_df.table<"x": i64, "p": i64, "y": i64>, !few, !many, !molt_df.table<"y": i64, "x": i64?, "p": i64?>
}

// -----

!few = !molt_df.table<"x": i64, "p": i64>
!many = !molt_df.table<"y": i64, "q": i64>
!all = !molt_df.table<"x": i64?, "p": i64?, "y": i64?, "q": i64?>

// Rows of the small table are the result, or stay without a match.
// CHECK-LABEL: func @builds_left
// CHECK: molt_df.join semi %[[F:.*]], %[[M:.*]] on ["x"] = ["y"] build<left> :
// CHECK: molt_df.join anti %[[F]], %[[M]] on ["x"] = ["y"] build<left> where ["p", "q"] {
// CHECK: molt_df.join left %[[F]], %[[M]] on ["x"] = ["y"] null_equal build<left> :
// CHECK: molt_df.join full %[[F]], %[[M]] on ["x"] = ["y"] build<left> :
func.func @builds_left() -> (!few, !few, !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>, !all) {
  %few = molt_df.source "few" {rows = 10 : i64} : !few
  %many = molt_df.source "many" {rows = 1000 : i64} : !many
  %a = molt_df.join semi %few, %many on ["x"] = ["y"] : !few, !many
  %b = molt_df.join anti %few, %many on ["x"] = ["y"] where ["p", "q"] {
  ^bb0(%p: i64, %q: i64):
    %less = molt_df.cmp lt %p, %q : i64, i64
    molt_df.yield %less : i1
  } : !few, !many
  %c = molt_df.join left %few, %many on ["x"] = ["y"] null_equal : !few, !many
  %d = molt_df.join full %few, %many on ["x"] = ["y"] : !few, !many
  return %a, %b, %c, %d : !few, !few, !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>, !all
}

// -----

!few = !molt_df.table<"x": i64, "p": i64>
!many = !molt_df.table<"y": i64, "q": i64>

// A right join builds its left table unless it says otherwise. A left join with more rows in the
// result than in the table that would not be built has nothing to gain.
// CHECK-LABEL: func @builds_right
// CHECK: molt_df.join right %{{.*}}, %{{.*}} on ["y"] = ["x"] build<right> :
// CHECK: molt_df.join right %{{.*}}, %{{.*}} on ["x"] = ["y"] :
// CHECK: molt_df.join left %{{.*}}, %{{.*}} on ["x"] = ["y"] :
func.func @builds_right() -> (!molt_df.table<"y": i64?, "q": i64?, "x": i64, "p": i64>, !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64>, !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>) {
  %few = molt_df.source "few" {rows = 10 : i64} : !few
  %many = molt_df.source "many" {rows = 1000 : i64} : !many
  %a = molt_df.join right %many, %few on ["y"] = ["x"] : !many, !few
  %b = molt_df.join right %few, %many on ["x"] = ["y"] : !few, !many
  %f = molt_df.source "f" {rows = 300 : i64, facts = {x = #molt_df.facts<range = [1, 2]>}} : !few
  %m = molt_df.source "m" {rows = 1000 : i64, facts = {y = #molt_df.facts<range = [1, 2]>}} : !many
  %c = molt_df.join left %f, %m on ["x"] = ["y"] : !few, !many
  return %a, %b, %c : !molt_df.table<"y": i64?, "q": i64?, "x": i64, "p": i64>, !molt_df.table<"x": i64?, "p": i64?, "y": i64, "q": i64>, !molt_df.table<"x": i64, "p": i64, "y": i64?, "q": i64?>
}
