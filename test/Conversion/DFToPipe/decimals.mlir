// Decimals are scaled integers: i64 for up to 18 digits, i128 for up to 38; wider
// only between, where a result has to be checked.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!money = !molt_df.decimal<15, 2>
!t = !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32>
!wide = !molt_df.table<"p": !molt_df.decimal<38, 2>, "q": !molt_df.decimal<38, 0>>

// A result that fits by its type: no check. Operands are brought to the scale of the
// result, and to the width of its type.
// CHECK-LABEL: func @add
func.func @add() -> !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32, "z": !molt_df.decimal<19, 4>> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[P:.*]]: i64, %[[Q:.*]]: i64, %{{.*}}: i32):
  // CHECK-NEXT:   %[[A:.*]] = arith.extsi %[[P]] : i64 to i128
  // CHECK-NEXT:   %[[HUNDRED:.*]] = arith.constant 100 : i128
  // CHECK-NEXT:   %[[B:.*]] = arith.muli %[[A]], %[[HUNDRED]] : i128
  // CHECK-NEXT:   %[[C:.*]] = arith.extsi %[[Q]] : i64 to i128
  // CHECK-NEXT:   %[[Z:.*]] = arith.addi %[[B]], %[[C]] : i128
  // CHECK-NEXT:   molt_pipe.yield values {{.*}}%[[Z]] : i64, i64, i32, i128
  %r = molt_df.with_columns %t ["p", "q"] -> ["z"] {
  ^bb0(%p: !money, %q: !molt_df.decimal<18, 4>):
    %z = molt_df.add %p, %q : !money, !molt_df.decimal<18, 4>
    molt_df.yield %z : !molt_df.decimal<19, 4>
  } : !t
  return %r : !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32, "z": !molt_df.decimal<19, 4>>
}

// Products add their scales: nothing to bring in line.
// CHECK-LABEL: func @mul
func.func @mul() -> !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32, "z": !molt_df.decimal<30, 4>> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[P:.*]]: i64, %{{.*}}: i64, %{{.*}}: i32):
  // CHECK-NEXT:   %[[A:.*]] = arith.extsi %[[P]] : i64 to i128
  // CHECK-NEXT:   %[[B:.*]] = arith.extsi %[[P]] : i64 to i128
  // CHECK-NEXT:   arith.muli %[[A]], %[[B]] : i128
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["p"] -> ["z"] {
  ^bb0(%p: !money):
    %z = molt_df.mul %p, %p : !money, !money
    molt_df.yield %z : !molt_df.decimal<30, 4>
  } : !t
  return %r : !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32, "z": !molt_df.decimal<30, 4>>
}

// An integer is a decimal of scale 0.
// CHECK-LABEL: func @mixed
func.func @mixed() -> !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32, "z": !molt_df.decimal<16, 2>> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[P:.*]]: i64, %[[I:.*]]: i32, %{{.*}}: i64):
  // CHECK-NEXT:   %[[WIDE:.*]] = arith.extsi %[[I]] : i32 to i64
  // CHECK-NEXT:   %[[HUNDRED:.*]] = arith.constant 100 : i64
  // CHECK-NEXT:   %[[SCALED:.*]] = arith.muli %[[WIDE]], %[[HUNDRED]] : i64
  // CHECK-NEXT:   arith.subi %[[P]], %[[SCALED]] : i64
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["p", "i"] -> ["z"] {
  ^bb0(%p: !money, %i: i32):
    %z = molt_df.sub %p, %i : !money, i32
    molt_df.yield %z : !molt_df.decimal<16, 2>
  } : !t
  return %r : !molt_df.table<"p": !money, "q": !molt_df.decimal<18, 4>, "i": i32, "z": !molt_df.decimal<16, 2>>
}

// Past 38 digits the exact result is computed in 256 bits and checked.
// CHECK-LABEL: func @checked
func.func @checked() -> !molt_df.table<"p": !molt_df.decimal<38, 2>, "q": !molt_df.decimal<38, 0>, "z": !molt_df.decimal<38, 2>, "w": !molt_df.decimal<38, 2>> {
  %t = molt_df.source "t" : !wide
  // CHECK:      ^bb0(%[[P:.*]]: i128, %[[Q:.*]]: i128):
  // CHECK-NEXT:   %[[A:.*]] = arith.extsi %[[P]] : i128 to i256
  // CHECK-NEXT:   %[[B:.*]] = arith.extsi %[[Q]] : i128 to i256
  // CHECK:        %[[C:.*]] = arith.muli %[[B]], %{{.*}} : i256
  // CHECK-NEXT:   %[[D:.*]] = arith.addi %[[A]], %[[C]] : i256
  // CHECK-NEXT:   %[[MAX:.*]] = arith.constant 99999999999999999999999999999999999999 : i256
  // CHECK-NEXT:   %[[LE:.*]] = arith.cmpi sle, %[[D]], %[[MAX]] : i256
  // CHECK-NEXT:   %[[MIN:.*]] = arith.constant -99999999999999999999999999999999999999 : i256
  // CHECK-NEXT:   %[[GE:.*]] = arith.cmpi sge, %[[D]], %[[MIN]] : i256
  // CHECK-NEXT:   %[[OK:.*]] = arith.andi %[[LE]], %[[GE]] : i1
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "decimal sum has more than 38 digits"
  // CHECK-NEXT:   arith.trunci %[[D]] : i256 to i128
  // CHECK:        arith.muli %{{.*}}, %{{.*}} : i256
  // CHECK:        molt_pipe.check %{{.*}} code 3 "decimal product has more than 38 digits"
  // CHECK-NEXT:   arith.trunci %{{.*}} : i256 to i128
  %r = molt_df.with_columns %t ["p", "q"] -> ["z", "w"] {
  ^bb0(%p: !molt_df.decimal<38, 2>, %q: !molt_df.decimal<38, 0>):
    %z = molt_df.add %p, %q : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 0>
    %w = molt_df.mul %p, %q : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 0>
    molt_df.yield %z, %w : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 2>
  } : !wide
  return %r : !molt_df.table<"p": !molt_df.decimal<38, 2>, "q": !molt_df.decimal<38, 0>, "z": !molt_df.decimal<38, 2>, "w": !molt_df.decimal<38, 2>>
}

// A proof makes the check go, and arithmetic modulo the result's width exact.
// CHECK-LABEL: func @proved
func.func @proved() -> !molt_df.table<"p": !molt_df.decimal<38, 2>, "q": !molt_df.decimal<38, 0>, "z": !molt_df.decimal<38, 2>> {
  %t = molt_df.source "t" : !wide
  // CHECK:      ^bb0(%[[P:.*]]: i128, %[[Q:.*]]: i128):
  // CHECK-NEXT:   arith.muli %[[P]], %[[Q]] : i128
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["p", "q"] -> ["z"] {
  ^bb0(%p: !molt_df.decimal<38, 2>, %q: !molt_df.decimal<38, 0>):
    %z = molt_df.mul overflow<never> %p, %q : !molt_df.decimal<38, 2>, !molt_df.decimal<38, 0>
    molt_df.yield %z : !molt_df.decimal<38, 2>
  } : !wide
  return %r : !molt_df.table<"p": !molt_df.decimal<38, 2>, "q": !molt_df.decimal<38, 0>, "z": !molt_df.decimal<38, 2>>
}

// The dividend is scaled so that the quotient has the scale of the result, and
// rounded half away from zero.
// CHECK-LABEL: func @div
func.func @div() -> !molt_df.table<"a": !molt_df.decimal<9, 6>, "b": !molt_df.decimal<5, 1>, "z": !molt_df.decimal<10, 6>> {
  %t = molt_df.source "t" : !molt_df.table<"a": !molt_df.decimal<9, 6>, "b": !molt_df.decimal<5, 1>>
  // CHECK:      molt_pipe.check %[[NONZERO:.*]] code 4 "division by zero
  // CHECK:      %[[DIVISOR:.*]] = arith.select %[[NONZERO]], %{{.*}}, %{{.*}} : i64
  // CHECK-NEXT: %[[Q:.*]] = arith.divsi %[[DIVIDEND:.*]], %[[DIVISOR]] : i64
  // CHECK-NEXT: %[[BACK:.*]] = arith.muli %[[Q]], %[[DIVISOR]] : i64
  // CHECK-NEXT: %[[R:.*]] = arith.subi %[[DIVIDEND]], %[[BACK]] : i64
  // CHECK:      %[[UP:.*]] = arith.cmpi uge
  // CHECK:      %[[SIGNS:.*]] = arith.xori %[[DIVIDEND]], %[[DIVISOR]] : i64
  // CHECK:      %[[STEPPED:.*]] = arith.addi %[[Q]], %{{.*}} : i64
  // CHECK-NEXT: arith.select %[[UP]], %[[STEPPED]], %[[Q]] : i64
  // CHECK-NOT:  more than 38 digits
  // CHECK:      molt_pipe.yield
  %r = molt_df.with_columns %t ["a", "b"] -> ["z"] {
  ^bb0(%a: !molt_df.decimal<9, 6>, %b: !molt_df.decimal<5, 1>):
    %z = molt_df.div %a, %b : !molt_df.decimal<9, 6>, !molt_df.decimal<5, 1>
    molt_df.yield %z : !molt_df.decimal<10, 6>
  } : !molt_df.table<"a": !molt_df.decimal<9, 6>, "b": !molt_df.decimal<5, 1>>
  return %r : !molt_df.table<"a": !molt_df.decimal<9, 6>, "b": !molt_df.decimal<5, 1>, "z": !molt_df.decimal<10, 6>>
}

// Decimals of up to 9 digits are i32 in tables: widened behind a source, narrowed
// before the result; in between they are i64.
// CHECK-LABEL: func @storage
// CHECK:      molt_pipe.table_source "t" {{.*}} : !molt_pipe.source<i32, i64>
// CHECK:      molt_pipe.stage
// CHECK-NEXT: ^bb0(%[[A:.*]]: i32, %[[B:.*]]: i64):
// CHECK-NEXT:   %[[WIDE:.*]] = arith.extsi %[[A]] : i32 to i64
// CHECK-NEXT:   molt_pipe.yield values %[[WIDE]], %[[B]] : i64, i64
// CHECK:      molt_pipe.stage
// CHECK-NEXT: ^bb0(%[[A:.*]]: i64, %[[B:.*]]: i64):
// CHECK-NEXT:   %[[NARROW:.*]] = arith.trunci %[[A]] : i64 to i32
// CHECK-NEXT:   molt_pipe.yield values %[[NARROW]], %[[B]] : i32, i64
// CHECK:      molt_pipe.output {{.*}} : !molt_pipe.result<i32, i64>
func.func @storage() -> !molt_df.table<"a": !molt_df.decimal<9, 2>, "b": !molt_df.decimal<10, 2>> {
  %t = molt_df.source "t" : !molt_df.table<"a": !molt_df.decimal<9, 2>, "b": !molt_df.decimal<10, 2>>
  return %t : !molt_df.table<"a": !molt_df.decimal<9, 2>, "b": !molt_df.decimal<10, 2>>
}
