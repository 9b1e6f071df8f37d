// Dates are days in i32: arithmetic in a wider type, and the parts of a date by
// divisions of unsigned numbers.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!t = !molt_df.table<"d": !molt_df.date32, "n": i32, "m": i64>
!r = !molt_df.table<"d": !molt_df.date32, "n": i32, "m": i64, "a": !molt_df.date32, "b": !molt_df.date32, "c": i64>

// CHECK-LABEL: func @arithmetic
func.func @arithmetic() -> !r {
  %t = molt_df.source "t" : !t
  // CHECK:      ^bb0(%[[D:.*]]: i32, %[[N:.*]]: i32, %[[M:.*]]: i64):
  // CHECK-NEXT:   %[[X:.*]] = arith.extsi %[[D]] : i32 to i64
  // CHECK-NEXT:   %[[Y:.*]] = arith.extsi %[[N]] : i32 to i64
  // CHECK-NEXT:   %[[Z:.*]] = arith.addi %[[X]], %[[Y]] : i64
  // CHECK-NEXT:   %[[A:.*]] = arith.trunci %[[Z]] : i64 to i32
  // CHECK-NEXT:   %[[BACK:.*]] = arith.extsi %[[A]] : i32 to i64
  // CHECK-NEXT:   %[[OK:.*]] = arith.cmpi eq, %[[BACK]], %[[Z]] : i64
  // CHECK-NEXT:   molt_pipe.check %[[OK]] code 3 "date does not fit 32 bits of days"
  // CHECK:        arith.subi %{{.*}}, %{{.*}} : i128
  // CHECK:        molt_pipe.check %{{.*}} code 3 "date does not fit 32 bits of days"
  // CHECK-NEXT:   %[[X:.*]] = arith.extsi %[[D]] : i32 to i64
  // CHECK-NEXT:   %[[Y:.*]] = arith.extsi %[[D]] : i32 to i64
  // CHECK-NEXT:   arith.subi %[[X]], %[[Y]] : i64
  // CHECK-NEXT:   molt_pipe.yield
  %r = molt_df.with_columns %t ["d", "n", "m"] -> ["a", "b", "c"] {
  ^bb0(%d: !molt_df.date32, %n: i32, %m: i64):
    %a = molt_df.add %d, %n : !molt_df.date32, i32
    %b = molt_df.sub %d, %m : !molt_df.date32, i64
    %c = molt_df.sub %d, %d : !molt_df.date32, !molt_df.date32
    molt_df.yield %a, %b, %c : !molt_df.date32, !molt_df.date32, i64
  } : !t
  return %r : !r
}

// CHECK-LABEL: func @parts
func.func @parts() -> !molt_df.table<"d": !molt_df.date32, "year": i32, "month": i32, "day": i32> {
  %t = molt_df.source "t" : !molt_df.table<"d": !molt_df.date32>
  // Behind the shift into positive numbers nothing is signed or wider, and nothing fails.
  // CHECK:      ^bb0(%[[D:.*]]: i32):
  // CHECK-NEXT:   %[[SHIFT:.*]] = arith.constant -2147483648 : i32
  // CHECK-NEXT:   arith.xori %[[D]], %[[SHIFT]] : i32
  // CHECK-NOT:    arith.divsi
  // CHECK-NOT:    i64
  // CHECK-NOT:    molt_pipe.check
  // CHECK:        molt_pipe.yield values %[[D]],
  %r = molt_df.with_columns %t ["d"] -> ["year", "month", "day"] {
  ^bb0(%d: !molt_df.date32):
    %year = molt_df.date_part year %d : !molt_df.date32
    %month = molt_df.date_part month %d : !molt_df.date32
    %day = molt_df.date_part day %d : !molt_df.date32
    molt_df.yield %year, %month, %day : i32, i32, i32
  } : !molt_df.table<"d": !molt_df.date32>
  return %r : !molt_df.table<"d": !molt_df.date32, "year": i32, "month": i32, "day": i32>
}
