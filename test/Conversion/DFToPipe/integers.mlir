// Integer arithmetic: promotion by extension, checks of overflow, harmless divisors.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!t = !molt_df.table<"x": i64, "i": i32>
!u = !molt_df.table<"u": ui64, "v": ui8, "s": i8>

// The narrower operand is extended; the sum overflowed where its sign differs from
// those of both operands.
// CHECK-LABEL: func @add
func.func @add() -> !molt_df.table<"x": i64, "i": i32, "z": i64> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[I:.*]]: i32):
  // CHECK-NEXT:   %[[Y:.*]] = arith.extsi %[[I]] : i32 to i64
  // CHECK-NEXT:   %[[Z:.*]] = arith.addi %[[X]], %[[Y]] : i64
  // CHECK-NEXT:   %[[A:.*]] = arith.xori %[[X]], %[[Z]] : i64
  // CHECK-NEXT:   %[[B:.*]] = arith.xori %[[Y]], %[[Z]] : i64
  // CHECK-NEXT:   %[[AB:.*]] = arith.andi %[[A]], %[[B]] : i64
  // CHECK-NEXT:   %[[ZERO:.*]] = arith.constant 0 : i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi sge, %[[AB]], %[[ZERO]] : i64
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "integer sum does not fit 64 bits; cast the operands to a wider type first"
  // CHECK-NEXT:   molt_pipe.yield values %[[X]], %[[I]], %[[Z]] : i64, i32, i64
  %r = molt_df.with_columns %t ["x", "i"] -> ["z"] {
  ^bb0(%x: i64, %i: i32):
    %z = molt_df.add %x, %i : i64, i32
    molt_df.yield %z : i64
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "z": i64>
}

// CHECK-LABEL: func @sub
func.func @sub() -> !molt_df.table<"x": i64, "i": i32, "z": i32> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i32, %{{.*}}: i64):
  // CHECK:        %[[Z:.*]] = arith.subi %[[X]], %[[Y:.*]] : i32
  // CHECK-NEXT:   %[[A:.*]] = arith.xori %[[X]], %[[Z]] : i32
  // CHECK-NEXT:   %[[B:.*]] = arith.xori %[[X]], %[[Y]] : i32
  // CHECK-NEXT:   %[[AB:.*]] = arith.andi %[[A]], %[[B]] : i32
  // CHECK:        molt_pipe.check %{{.*}} code 3 "integer difference does not fit 32 bits; cast the operands to a wider type first"
  %r = molt_df.with_columns %t ["i"] -> ["z"] {
  ^bb0(%i: i32):
    %c = molt_df.constant 7 : i32
    %z = molt_df.sub %i, %c : i32, i32
    molt_df.yield %z : i32
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "z": i32>
}

// Products: in twice the width, or both halves of one of 64 bits.
// CHECK-LABEL: func @mul
func.func @mul() -> !molt_df.table<"x": i64, "i": i32, "z": i32, "w": i64> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[I:.*]]: i32):
  // CHECK:        %[[WIDE:.*]] = arith.muli %{{.*}}, %{{.*}} : i64
  // CHECK-NEXT:   %[[Z:.*]] = arith.trunci %[[WIDE]] : i64 to i32
  // CHECK-NEXT:   %[[BACK:.*]] = arith.extsi %[[Z]] : i32 to i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi eq, %[[BACK]], %[[WIDE]] : i64
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "integer product does not fit 32 bits
  // CHECK-NEXT:   %[[LOW:.*]], %[[HIGH:.*]] = arith.mulsi_extended %[[X]], %[[X]] : i64
  // CHECK:        %[[SIGN:.*]] = arith.shrsi %[[LOW]], %{{.*}} : i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi eq, %[[HIGH]], %[[SIGN]] : i64
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "integer product does not fit 64 bits
  // CHECK-NEXT:   molt_pipe.yield values %[[X]], %[[I]], %[[Z]], %[[LOW]]
  %r = molt_df.with_columns %t ["x", "i"] -> ["z", "w"] {
  ^bb0(%x: i64, %i: i32):
    %z = molt_df.mul %i, %i : i32, i32
    %w = molt_df.mul %x, %x : i64, i64
    molt_df.yield %z, %w : i32, i64
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "z": i32, "w": i64>
}

// Signedness is the choice of operation; mixed signs meet in a wider signed type.
// CHECK-LABEL: func @unsigned
func.func @unsigned() -> !molt_df.table<"u": ui64, "v": ui8, "s": i8, "a": ui64, "b": ui64, "c": ui64, "d": ui64, "e": i16, "f": ui8> {
  %t = molt_df.source "t" : !u
  // CHECK:      ^bb0(%[[U:.*]]: i64, %[[V:.*]]: i8, %[[S:.*]]: i8):
  // CHECK-NEXT:   %[[W:.*]] = arith.extui %[[V]] : i8 to i64
  // CHECK-NEXT:   %[[A:.*]] = arith.addi %[[U]], %[[W]] : i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi uge, %[[A]], %[[U]] : i64
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "integer sum
  // CHECK:        arith.subi %[[U]], %[[U]] : i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi uge, %[[U]], %[[U]] : i64
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "integer difference
  // CHECK:        %{{.*}}, %[[HIGH:.*]] = arith.mului_extended %[[U]], %[[U]] : i64
  // CHECK:        arith.cmpi eq, %[[HIGH]], %{{.*}} : i64
  // CHECK:        %[[NONZERO:.*]] = arith.cmpi ne, %[[U]], %{{.*}} : i64
  // CHECK-NEXT:   molt_pipe.check %[[NONZERO]] code 4
  // CHECK:        %[[SAFE:.*]] = arith.select %[[NONZERO]], %[[U]], %{{.*}} : i64
  // CHECK-NEXT:   arith.divui %[[U]], %[[SAFE]] : i64
  // CHECK:        %[[W:.*]] = arith.extui %[[V]] : i8 to i16
  // CHECK-NEXT:   %[[R:.*]] = arith.extsi %[[S]] : i8 to i16
  // CHECK-NEXT:   arith.addi %[[W]], %[[R]] : i16
  // CHECK:        %[[ZERO:.*]] = arith.constant 0 : i8
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi eq, %[[V]], %[[ZERO]] : i8
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "negated integer does not fit its type"
  %r = molt_df.with_columns %t ["u", "v", "s"] -> ["a", "b", "c", "d", "e", "f"] {
  ^bb0(%u: ui64, %v: ui8, %s: i8):
    %a = molt_df.add %u, %v : ui64, ui8
    %b = molt_df.sub %u, %u : ui64, ui64
    %c = molt_df.mul %u, %u : ui64, ui64
    %d = molt_df.div %u, %u : ui64, ui64
    %e = molt_df.add %v, %s : ui8, i8
    %f = molt_df.neg %v : ui8
    molt_df.yield %a, %b, %c, %d, %e, %f : ui64, ui64, ui64, ui64, i16, ui8
  } : !u
  return %r : !molt_df.table<"u": ui64, "v": ui8, "s": i8, "a": ui64, "b": ui64, "c": ui64, "d": ui64, "e": i16, "f": ui8>
}

// Wrapping and proved operations are one instruction.
// CHECK-LABEL: func @unchecked
func.func @unchecked() -> !molt_df.table<"x": i64, "i": i32, "a": i64, "b": i64, "c": i64, "d": i64> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %{{.*}}: i32):
  // CHECK-NEXT:   arith.addi %[[X]], %[[X]] : i64
  // CHECK-NEXT:   arith.subi %[[X]], %[[X]] : i64
  // CHECK-NEXT:   arith.muli %[[X]], %[[X]] : i64
  // CHECK-NEXT:   %[[ZERO:.*]] = arith.constant 0 : i64
  // CHECK-NEXT:   arith.subi %[[ZERO]], %[[X]] : i64
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["x"] -> ["a", "b", "c", "d"] {
  ^bb0(%x: i64):
    %a = molt_df.add overflow<wrap> %x, %x : i64, i64
    %b = molt_df.sub overflow<never> %x, %x : i64, i64
    %c = molt_df.mul overflow<never> %x, %x : i64, i64
    %d = molt_df.neg overflow<wrap> %x : i64
    molt_df.yield %a, %b, %c, %d : i64, i64, i64, i64
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "a": i64, "b": i64, "c": i64, "d": i64>
}

// The processor never sees the divisors 0 and, under the smallest integer, -1.
// CHECK-LABEL: func @div
func.func @div() -> !molt_df.table<"x": i64, "i": i32, "z": i64> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[X:.*]]: i64, %[[I:.*]]: i32):
  // CHECK-NEXT:   %[[Y:.*]] = arith.extsi %[[I]] : i32 to i64
  // CHECK:        %[[NONZERO:.*]] = arith.cmpi ne, %[[Y]], %{{.*}} : i64
  // CHECK-NEXT:   molt_pipe.check %[[NONZERO]] code 4 "division by zero; use zero_is_null for a null instead"
  // CHECK:        %[[MIN:.*]] = arith.cmpi eq, %[[X]], %{{.*}} : i64
  // CHECK:        %[[MINUS:.*]] = arith.cmpi eq, %[[Y]], %{{.*}} : i64
  // CHECK-NEXT:   %[[BOTH:.*]] = arith.andi %[[MIN]], %[[MINUS]] : i1
  // CHECK:        %[[FITS:.*]] = arith.xori %[[BOTH]], %{{.*}} : i1
  // CHECK-NEXT:   molt_pipe.check %[[FITS]] code 3 "integer quotient does not fit; the dividend is the smallest integer and the divisor -1"
  // CHECK-NEXT:   %[[SAFE:.*]] = arith.andi %[[NONZERO]], %[[FITS]] : i1
  // CHECK-NEXT:   %[[ONE:.*]] = arith.constant 1 : i64
  // CHECK-NEXT:   %[[DIVISOR:.*]] = arith.select %[[SAFE]], %[[Y]], %[[ONE]] : i64
  // CHECK-NEXT:   arith.divsi %[[X]], %[[DIVISOR]] : i64
  %r = molt_df.with_columns %t ["x", "i"] -> ["z"] {
  ^bb0(%x: i64, %i: i32):
    %z = molt_df.div %x, %i : i64, i32
    molt_df.yield %z : i64
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "z": i64>
}

// Division by zero as null: no check, and the comparison is the validity.
// CHECK-LABEL: func @div_zero_is_null
func.func @div_zero_is_null() -> !molt_df.table<"x": i64, "i": i32, "z": i64?> {
  %t = molt_df.source "t" : !t
  // CHECK-NOT:  code 4
  // CHECK:      %[[NONZERO:.*]] = arith.cmpi ne
  // CHECK-NOT:  code 4
  // CHECK:      %[[Z:.*]] = arith.divsi
  // CHECK:      molt_pipe.yield values %{{.*}}, %{{.*}}, %[[Z]], %[[NONZERO]] : i64, i32, i64, i1
  // CHECK:      molt_pipe.output {{.*}} nullable [false, false, true]
  %r = molt_df.with_columns %t ["x"] -> ["z"] {
  ^bb0(%x: i64):
    %z = molt_df.div zero_is_null %x, %x : i64, i64
    molt_df.yield %z : !molt_df.nullable<i64>
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "z": i64?>
}

// CHECK-LABEL: func @neg
func.func @neg() -> !molt_df.table<"x": i64, "i": i32, "z": i32> {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[I:.*]]: i32, %{{.*}}: i64):
  // CHECK-NEXT:   %[[MIN:.*]] = arith.constant -2147483648 : i32
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi ne, %[[I]], %[[MIN]] : i32
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "negated integer does not fit its type"
  // CHECK-NEXT:   %[[ZERO:.*]] = arith.constant 0 : i32
  // CHECK-NEXT:   arith.subi %[[ZERO]], %[[I]] : i32
  %r = molt_df.with_columns %t ["i"] -> ["z"] {
  ^bb0(%i: i32):
    %z = molt_df.neg %i : i32
    molt_df.yield %z : i32
  } : !t
  return %r : !molt_df.table<"x": i64, "i": i32, "z": i32>
}
