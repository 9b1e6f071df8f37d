// Functions of constants are what lib/Text computes, which scripts/check-strings compares with CPython.
// RUN: molt-opt %s --canonicalize --split-input-file | FileCheck %s

!u = !molt_str.utf8

// CHECK-LABEL: @constants
func.func @constants() -> (!u, !u, i1, i64, !molt_str.binary, !u) {
  // CHECK-DAG: %[[A:.*]] = molt_df.constant "STRASSE" : !molt_str.utf8
  // CHECK-DAG: %[[B:.*]] = molt_df.constant "afe" : !molt_str.utf8
  // CHECK-DAG: %[[C:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[D:.*]] = molt_df.constant 4 : i64
  // CHECK-DAG: %[[E:.*]] = molt_df.constant "636166e9" : !molt_str.binary
  // CHECK-DAG: %[[F:.*]] = molt_df.constant "second" : !molt_str.utf8
  %a = molt_df.constant "stra\C3\9Fe" : !u
  %b = molt_df.constant "caf\C3\A9" : !u
  %c = molt_df.constant "first second" : !u
  %one = molt_df.constant 1 : i64
  %two = molt_df.constant 2 : i64
  %x = molt_df.constant "e" : !u
  %y = molt_df.constant "\C3\A9" : !u
  %acc = molt_str.replace %b, %y, %x : !u, !u, !u
  %r0 = molt_str.upper %a : !u
  %r1 = molt_str.slice %acc from %one : !u, i64
  %r2 = molt_str.is alpha %b : !u
  %r3 = molt_str.index %a, %y from %two : !u, !u, i64
  %r4 = molt_str.encode latin1 %b : !u
  %r5 = molt_str.split %c part %one : !u, i64
  %r6 = molt_df.coalesce %r5, %a : !molt_df.nullable<!u>, !u
  %r7 = molt_str.rfind %a, %x : !u, !u
  %four = molt_df.constant 4 : i64
  // CHECK: molt_str.index
  // CHECK: return %[[A]], %[[B]], %[[C]], %[[D]], %[[E]], %[[F]]
  func.call @use(%r3, %r7) : (i64, i64) -> ()
  return %r0, %r1, %r2, %four, %r4, %r6 : !u, !u, i1, i64, !molt_str.binary, !u
}
func.func private @use(i64, i64)

// -----

!u = !molt_str.utf8
!n = !molt_df.nullable<!molt_str.utf8>

// A part that is not there is null; what fails stays, and so does what is long.
// CHECK-LABEL: @not_there
func.func @not_there(%s: !u) -> (!n, !n, !u, !u, !u) {
  %a = molt_df.constant "a b" : !u
  %empty = molt_df.constant "" : !u
  %nine = molt_df.constant 9 : i64
  %million = molt_df.constant 1000000 : i64
  // CHECK: %[[NULL:.*]] = molt_df.constant null
  %0 = molt_str.split %a part %nine : !u, i64
  %1 = molt_str.at %a, %nine : !u, i64
  // CHECK: %[[FAILS:.*]] = molt_str.partition
  %2 = molt_str.partition before %a by %empty : !u, !u
  // CHECK: %[[LONG:.*]] = molt_str.repeat
  %3 = molt_str.repeat %a, %million : !u, i64
  // CHECK: %[[OPEN:.*]] = molt_str.upper
  %4 = molt_str.upper %s : !u
  // CHECK: return %[[NULL]], %[[NULL]], %[[FAILS]], %[[LONG]], %[[OPEN]]
  return %0, %1, %2, %3, %4 : !n, !n, !u, !u, !u
}

// -----

// The version of Unicode is the module's.
module attributes {molt_str.unicode = "14.0"} {
  // CHECK-LABEL: @unicode_14
  func.func @unicode_14() -> i1 {
    // CHECK: molt_df.constant false
    %s = molt_df.constant "\F0\91\BC\97" : !molt_str.utf8
    %r = molt_str.is alpha %s : !molt_str.utf8
    return %r : i1
  }
}

// -----

// CHECK-LABEL: @unicode_15
func.func @unicode_15() -> i1 {
  // CHECK: molt_df.constant true
  %s = molt_df.constant "\F0\91\BC\97" : !molt_str.utf8
  %r = molt_str.is alpha %s : !molt_str.utf8
  return %r : i1
}
