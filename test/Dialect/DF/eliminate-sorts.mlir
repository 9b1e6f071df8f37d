// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-eliminate-sorts))' --split-input-file | FileCheck %s
// RUN: molt-opt %s --pass-pipeline='builtin.module(func.func(molt-df-eliminate-sorts))' --split-input-file --remarks-filter=molt-df --remark-format=emitRemark 2>&1 | FileCheck %s --check-prefix=REMARK

// REMARK: remark: [Passed] EliminateSorts | Category:molt-df | Remark="nothing depends on the order"
// REMARK: remark: [Missed] EliminateSorts | Category:molt-df | Remark="func.return depends on the order"

!t = !molt_df.table<"x": i64, "y": i64>
!u = !molt_df.table<"z": i64>

// Through what keeps the order, to joins on either side.
// CHECK-LABEL: func @join
// CHECK-NOT: molt_df.sort
// CHECK: return
func.func @join(%t: !t, %u: !u) -> !molt_df.table<"x": i64, "y": i64, "z": i64> {
  %s = molt_df.sort %t by ["x"] : !t
  %f = molt_df.filter %s ["x"] {
  ^bb0(%x: i64):
    %zero = molt_df.constant 0 : i64
    %p = molt_df.cmp gt %x, %zero : i64, i64
    molt_df.yield %p : i1
  } : !t
  %c = molt_df.concat %f, %t : !t, !t
  %v = molt_df.sort %u by ["z"] : !u
  %j = molt_df.join left %c, %v on ["x"] = ["z"] : !t, !u
  %r = molt_df.project %j ["x", "y"] : !molt_df.table<"x": i64, "y": i64, "z": i64?>
  %k = molt_df.join %r, %u on ["x"] = ["z"] : !t, !u
  return %k : !molt_df.table<"x": i64, "y": i64, "z": i64>
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// The last rows by x, and the first.
// CHECK-LABEL: func @positions
// CHECK-COUNT-3: molt_df.sort
func.func @positions(%t: !t) -> (!molt_df.table<"l": i64?>, !t, !t) {
  %s = molt_df.sort %t by ["x"] : !t
  %a = molt_df.aggregate %s by [] of ["y"] -> ["l"] {
  ^bb0(%y: i64):
    %l = molt_df.last %y : i64
    molt_df.yield %l : !molt_df.nullable<i64>
  } : !t
  %u = molt_df.sort %t by ["y"] : !t
  %l = molt_df.limit %u, 5 : !t
  %v = molt_df.sort %t by ["y" desc] : !t
  return %a, %l, %v : !molt_df.table<"l": i64?>, !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// One of two users is enough.
// CHECK-LABEL: func @uses
// CHECK: %[[S:.*]] = molt_df.sort
// CHECK: molt_df.aggregate %[[S]]
func.func @uses(%t: !t) -> (!molt_df.table<"n": i64>, !t) {
  %s = molt_df.sort %t by ["x"] : !t
  %a = molt_df.aggregate %s by [] of [] -> ["n"] {
    %n = molt_df.count
    molt_df.yield %n : i64
  } : !t
  return %a, %s : !molt_df.table<"n": i64>, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>

// Rows with equal x and y were next to each other in any case, whatever the direction; rows with
// equal x were not.
// CHECK-LABEL: func @sorts
// CHECK-SAME: (%[[T:[a-z0-9]*]]: !molt_df.table
func.func @sorts(%t: !t) -> (!t, !t, !t) {
  // CHECK: %[[A:.*]] = molt_df.sort %[[T]] by ["x", "y"]
  %0 = molt_df.sort %t by ["y" desc] : !t
  %a = molt_df.sort %0 by ["x", "y"] : !t
  // CHECK: %[[K:.*]] = molt_df.top_k %[[T]], 3 by ["y", "x" desc]
  %1 = molt_df.sort %t by ["x"] : !t
  %k = molt_df.top_k %1, 3 by ["y", "x" desc] : !t
  // CHECK: %[[S:.*]] = molt_df.sort %[[T]] by ["y"]
  // CHECK: %[[B:.*]] = molt_df.sort %[[S]] by ["x"]
  %2 = molt_df.sort %t by ["y"] : !t
  %b = molt_df.sort %2 by ["x"] : !t
  // CHECK: return %[[A]], %[[K]], %[[B]]
  return %a, %k, %b : !t, !t, !t
}

// -----

!t = !molt_df.table<"x": i64, "y": i64>
!k = !molt_df.table<"x": i64>

// What maintains the order shows it to its users.
// CHECK-LABEL: func @maintained
// CHECK-SAME: (%[[T:[a-z0-9]*]]: !molt_df.table
func.func @maintained(%t: !t) -> (!k, !molt_df.table<"n": i64>) {
  // CHECK: %[[S:.*]] = molt_df.sort %[[T]] by ["y"]
  // CHECK: molt_df.aggregate %[[S]] by ["x"] maintain_order
  %s = molt_df.sort %t by ["y"] : !t
  %a = molt_df.aggregate %s by ["x"] maintain_order of [] -> [] {
    molt_df.yield
  } : !t
  // CHECK: molt_df.aggregate %[[T]] by ["x"] maintain_order
  %u = molt_df.sort %t by ["y"] : !t
  %b = molt_df.aggregate %u by ["x"] maintain_order of [] -> [] {
    molt_df.yield
  } : !t
  %n = molt_df.aggregate %b by [] of [] -> ["n"] {
    %c = molt_df.count
    molt_df.yield %c : i64
  } : !k
  return %a, %n : !k, !molt_df.table<"n": i64>
}
