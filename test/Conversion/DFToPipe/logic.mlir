// Three-valued logic on pairs of a value and its validity.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!nbool = !molt_df.nullable<i1>
!two = !molt_df.table<"p": i1, "q": i1>
!three = !molt_df.table<"p": i1?, "q": i1?>

// CHECK-LABEL: func @two_valued
func.func @two_valued() -> !molt_df.table<"p": i1, "q": i1, "a": i1, "b": i1, "c": i1> {
  %t = molt_df.source "t" : !two
  // CHECK:      ^bb0(%[[P:.*]]: i1, %[[Q:.*]]: i1):
  // CHECK-NEXT:   arith.andi %[[P]], %[[Q]] : i1
  // CHECK-NEXT:   arith.ori %[[P]], %[[Q]] : i1
  // CHECK-NEXT:   %[[TRUE:.*]] = arith.constant true
  // CHECK-NEXT:   arith.xori %[[P]], %[[TRUE]] : i1
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["p", "q"] -> ["a", "b", "c"] {
  ^bb0(%p: i1, %q: i1):
    %a = molt_df.and %p, %q : i1, i1
    %b = molt_df.or %p, %q : i1, i1
    %c = molt_df.not %p : i1
    molt_df.yield %a, %b, %c : i1, i1, i1
  } : !two
  return %r : !molt_df.table<"p": i1, "q": i1, "a": i1, "b": i1, "c": i1>
}

// A null counts as true; the result is valid where both are, or where it is false.
// CHECK-LABEL: func @and
func.func @and() -> !molt_df.table<"p": i1?, "q": i1?, "a": i1?> {
  %t = molt_df.source "t" : !three
  // CHECK:      ^bb0(%[[P:.*]]: i1, %[[PV:.*]]: i1, %[[Q:.*]]: i1, %[[QV:.*]]: i1):
  // CHECK:        %[[PNULL:.*]] = arith.xori %[[PV]], %{{.*}} : i1
  // CHECK-NEXT:   %[[L:.*]] = arith.ori %[[P]], %[[PNULL]] : i1
  // CHECK:        %[[QNULL:.*]] = arith.xori %[[QV]], %{{.*}} : i1
  // CHECK-NEXT:   %[[R:.*]] = arith.ori %[[Q]], %[[QNULL]] : i1
  // CHECK-NEXT:   %[[A:.*]] = arith.andi %[[L]], %[[R]] : i1
  // CHECK:        %[[FALSE:.*]] = arith.xori %[[A]], %{{.*}} : i1
  // CHECK-NEXT:   %[[BOTH:.*]] = arith.andi %[[PV]], %[[QV]] : i1
  // CHECK-NEXT:   %[[AV:.*]] = arith.ori %[[BOTH]], %[[FALSE]] : i1
  // CHECK-NEXT:   molt_pipe.yield values %[[P]], %[[PV]], %[[Q]], %[[QV]], %[[A]], %[[AV]]
  %r = molt_df.with_columns %t ["p", "q"] -> ["a"] {
  ^bb0(%p: !nbool, %q: !nbool):
    %a = molt_df.and %p, %q : !nbool, !nbool
    molt_df.yield %a : !nbool
  } : !three
  return %r : !molt_df.table<"p": i1?, "q": i1?, "a": i1?>
}

// A null counts as false; the result is valid where both are, or where it is true.
// CHECK-LABEL: func @or
func.func @or() -> !molt_df.table<"p": i1?, "q": i1?, "a": i1?> {
  %t = molt_df.source "t" : !three
  // CHECK:      ^bb0(%[[P:.*]]: i1, %[[PV:.*]]: i1, %[[Q:.*]]: i1, %[[QV:.*]]: i1):
  // CHECK-NEXT:   %[[L:.*]] = arith.andi %[[P]], %[[PV]] : i1
  // CHECK-NEXT:   %[[R:.*]] = arith.andi %[[Q]], %[[QV]] : i1
  // CHECK-NEXT:   %[[A:.*]] = arith.ori %[[L]], %[[R]] : i1
  // CHECK-NEXT:   %[[BOTH:.*]] = arith.andi %[[PV]], %[[QV]] : i1
  // CHECK-NEXT:   %[[AV:.*]] = arith.ori %[[BOTH]], %[[A]] : i1
  // CHECK-NEXT:   molt_pipe.yield values %[[P]], %[[PV]], %[[Q]], %[[QV]], %[[A]], %[[AV]]
  %r = molt_df.with_columns %t ["p", "q"] -> ["a"] {
  ^bb0(%p: !nbool, %q: !nbool):
    %a = molt_df.or %p, %q : !nbool, !nbool
    molt_df.yield %a : !nbool
  } : !three
  return %r : !molt_df.table<"p": i1?, "q": i1?, "a": i1?>
}

// One side without nulls: its validity is nowhere.
// CHECK-LABEL: func @mixed
func.func @mixed() -> !molt_df.table<"p": i1, "q": i1?, "a": i1?> {
  %t = molt_df.source "t" : !molt_df.table<"p": i1, "q": i1?>
  // CHECK:      ^bb0(%[[P:.*]]: i1, %[[Q:.*]]: i1, %[[QV:.*]]: i1):
  // CHECK-NEXT:   %[[R:.*]] = arith.andi %[[Q]], %[[QV]] : i1
  // CHECK-NEXT:   %[[A:.*]] = arith.ori %[[P]], %[[R]] : i1
  // CHECK-NEXT:   %[[AV:.*]] = arith.ori %[[QV]], %[[A]] : i1
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["p", "q"] -> ["a"] {
  ^bb0(%p: i1, %q: !nbool):
    %a = molt_df.or %p, %q : i1, !nbool
    molt_df.yield %a : !nbool
  } : !molt_df.table<"p": i1, "q": i1?>
  return %r : !molt_df.table<"p": i1, "q": i1?, "a": i1?>
}

// A filter keeps the rows on which its condition is valid and true.
// CHECK-LABEL: func @filter
func.func @filter() -> !molt_df.table<"p": i1?> {
  %t = molt_df.source "t" : !molt_df.table<"p": i1?>
  // CHECK:      ^bb0(%[[P:.*]]: i1, %[[PV:.*]]: i1):
  // CHECK:        %[[NOT:.*]] = arith.xori %[[P]], %{{.*}} : i1
  // CHECK-NEXT:   %[[KEEP:.*]] = arith.andi %[[NOT]], %[[PV]] : i1
  // CHECK-NEXT:   molt_pipe.yield keep %[[KEEP]] values %[[P]], %[[PV]] : i1, i1
  %r = molt_df.filter %t ["p"] {
  ^bb0(%p: !nbool):
    %c = molt_df.not %p : !nbool
    molt_df.yield %c : !nbool
  } : !molt_df.table<"p": i1?>
  return %r : !molt_df.table<"p": i1?>
}
