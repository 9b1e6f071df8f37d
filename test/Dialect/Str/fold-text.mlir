// Folds of LIKE and of operations that make strings or count.
// RUN: molt-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @lengths
func.func @lengths() -> (i64, i64, i64) {
  %empty = molt_df.constant "" : !molt_str.utf8
  %ascii = molt_df.constant "abc" : !molt_str.utf8
  %wide = molt_df.constant "aé語😀" : !molt_str.utf8
  // CHECK-DAG: %[[ZERO:.*]] = molt_df.constant 0 : i64
  // CHECK-DAG: %[[THREE:.*]] = molt_df.constant 3 : i64
  // CHECK-DAG: %[[FOUR:.*]] = molt_df.constant 4 : i64
  %0 = molt_str.length %empty : !molt_str.utf8
  %1 = molt_str.length %ascii : !molt_str.utf8
  %2 = molt_str.length %wide : !molt_str.utf8
  // CHECK: return %[[ZERO]], %[[THREE]], %[[FOUR]]
  return %0, %1, %2 : i64, i64, i64
}

// CHECK-LABEL: func @parts
func.func @parts() -> (!molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8) {
  %s = molt_df.constant "héllo" : !molt_str.utf8
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "h\C3\A9"
  %a0 = molt_df.constant 1 : i64
  %b0 = molt_df.constant 2 : i64
  %0 = molt_str.substring %s, %a0, %b0 : !molt_str.utf8, i64, i64
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "h"
  %a1 = molt_df.constant 0 : i64
  %b1 = molt_df.constant 2 : i64
  %1 = molt_str.substring %s, %a1, %b1 : !molt_str.utf8, i64, i64
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant ""
  %a2 = molt_df.constant 0 : i64
  %b2 = molt_df.constant 1 : i64
  %2 = molt_str.substring %s, %a2, %b2 : !molt_str.utf8, i64, i64
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant "lo"
  %a3 = molt_df.constant -2 : i64
  %b3 = molt_df.constant 5 : i64
  %3 = molt_str.substring %s, %a3, %b3 : !molt_str.utf8, i64, i64
  %a4 = molt_df.constant -9 : i64
  %b4 = molt_df.constant 3 : i64
  %4 = molt_str.substring %s, %a4, %b4 : !molt_str.utf8, i64, i64
  %a5 = molt_df.constant -9 : i64
  %b5 = molt_df.constant 6 : i64
  %5 = molt_str.substring %s, %a5, %b5 : !molt_str.utf8, i64, i64
  %a6 = molt_df.constant 2 : i64
  %b6 = molt_df.constant -1 : i64
  %6 = molt_str.substring %s, %a6, %b6 : !molt_str.utf8, i64, i64
  %a7 = molt_df.constant 9 : i64
  %b7 = molt_df.constant -5 : i64
  %7 = molt_str.substring %s, %a7, %b7 : !molt_str.utf8, i64, i64
  %a8 = molt_df.constant 6 : i64
  %b8 = molt_df.constant 2 : i64
  %8 = molt_str.substring %s, %a8, %b8 : !molt_str.utf8, i64, i64
  // CHECK-DAG: %[[R9:.*]] = molt_df.constant "h\C3\A9ll"
  %a9 = molt_df.constant -9223372036854775808 : i64
  %b9 = molt_df.constant 9223372036854775807 : i64
  %9 = molt_str.substring %s, %a9, %b9 : !molt_str.utf8, i64, i64
  // CHECK-DAG: %[[R10:.*]] = molt_df.constant "h\C3\A9llo"
  %a10 = molt_df.constant 9223372036854775807 : i64
  %b10 = molt_df.constant -9223372036854775808 : i64
  %10 = molt_str.substring %s, %a10, %b10 : !molt_str.utf8, i64, i64
  %a11 = molt_df.constant 0 : i64
  %b11 = molt_df.constant -9223372036854775808 : i64
  %11 = molt_str.substring %s, %a11, %b11 : !molt_str.utf8, i64, i64
  // CHECK-DAG: %[[R12:.*]] = molt_df.constant "\C3\A9llo"
  %a12 = molt_df.constant 2 : i64
  %b12 = molt_df.constant 9223372036854775807 : i64
  %12 = molt_str.substring %s, %a12, %b12 : !molt_str.utf8, i64, i64
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R2]], %[[R0]], %[[R1]], %[[R3]], %[[R2]], %[[R9]], %[[R10]], %[[R2]], %[[R12]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10, %11, %12 : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
}

// CHECK-LABEL: func @text
// CHECK-SAME: (%[[S:.*]]: !molt_str.utf8)
func.func @text(%s: !molt_str.utf8) -> (!molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, i1, i1) {
  %empty = molt_df.constant "" : !molt_str.utf8
  %a = molt_df.constant "a" : !molt_str.utf8
  %an = molt_df.constant "an" : !molt_str.utf8
  %banana = molt_df.constant "banana" : !molt_str.utf8
  // CHECK-DAG: %[[BOTH:.*]] = molt_df.constant "bananaan"
  // CHECK-DAG: %[[SHORT:.*]] = molt_df.constant "baaa"
  // CHECK-DAG: %[[LONG:.*]] = molt_df.constant "bannannan"
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false
  %0 = molt_str.concat %banana, %an : !molt_str.utf8, !molt_str.utf8
  %1 = molt_str.concat %empty, %s : !molt_str.utf8, !molt_str.utf8
  %2 = molt_str.concat %s, %empty : !molt_str.utf8, !molt_str.utf8
  %3 = molt_str.replace %banana, %an, %a sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  %4 = molt_str.replace %banana, %a, %an sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  %5 = molt_str.replace %s, %empty, %a sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  %6 = molt_str.replace %s, %a, %a sql : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8
  %7 = molt_str.ends_with %banana, %a : !molt_str.utf8, !molt_str.utf8
  %8 = molt_str.ends_with %banana, %an : !molt_str.utf8, !molt_str.utf8
  // CHECK: return %[[BOTH]], %[[S]], %[[S]], %[[SHORT]], %[[LONG]], %[[S]], %[[S]], %[[TRUE]], %[[FALSE]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, !molt_str.utf8, i1, i1
}

// A null makes any of them null; an operand that may be one does not go.
// CHECK-LABEL: func @nulls
func.func @nulls(%s: !molt_str.utf8, %n: !molt_df.nullable<!molt_str.utf8>, %i: i64) -> (!molt_df.nullable<i1>, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>) {
  %null = molt_df.constant null : !molt_df.nullable<!molt_str.utf8>
  %empty = molt_df.constant "" : !molt_str.utf8
  // CHECK-DAG: %[[BOOL:.*]] = molt_df.constant null : !molt_df.nullable<i1>
  // CHECK-DAG: %[[INT:.*]] = molt_df.constant null : !molt_df.nullable<i64>
  // CHECK-DAG: %[[TEXT:.*]] = molt_df.constant null : !molt_df.nullable<!molt_str.utf8>
  %0 = molt_str.like %null, "a%b" : !molt_df.nullable<!molt_str.utf8>
  %1 = molt_str.length %null : !molt_df.nullable<!molt_str.utf8>
  %2 = molt_str.substring %null, %i, %i : !molt_df.nullable<!molt_str.utf8>, i64, i64
  %3 = molt_str.concat %s, %null : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  %4 = molt_str.replace %s, %null, %s sql : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
  // CHECK: %[[REPLACED:.*]] = molt_str.replace
  %5 = molt_str.replace %s, %empty, %n sql : !molt_str.utf8, !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  // CHECK: %[[JOINED:.*]] = molt_str.concat
  %6 = molt_str.concat %s, %n : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  // CHECK: return %[[BOOL]], %[[INT]], %[[TEXT]], %[[TEXT]], %[[TEXT]], %[[REPLACED]], %[[JOINED]]
  return %0, %1, %2, %3, %4, %5, %6 : !molt_df.nullable<i1>, !molt_df.nullable<i64>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>, !molt_df.nullable<!molt_str.utf8>
}

// Nothing is replaced, but by a null, which makes the result one, also of the operand's type.
// CHECK-LABEL: func @replaced_by_null
func.func @replaced_by_null(%s: !molt_df.nullable<!molt_str.utf8>, %n: !molt_df.nullable<!molt_str.utf8>) -> !molt_df.nullable<!molt_str.utf8> {
  %empty = molt_df.constant "" : !molt_str.utf8
  // CHECK: %[[R:.*]] = molt_str.replace
  // CHECK: return %[[R]]
  %r = molt_str.replace %s, %empty, %n sql : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  return %r : !molt_df.nullable<!molt_str.utf8>
}

// A pattern that is a text with wildcards at its ends is a comparison, and the others stay.
// CHECK-LABEL: func @patterns
// CHECK-SAME: (%[[S:.*]]: !molt_str.utf8, %[[N:.*]]: !molt_df.nullable<!molt_str.utf8>)
func.func @patterns(%s: !molt_str.utf8, %n: !molt_df.nullable<!molt_str.utf8>) -> (i1, i1, i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i1, i1, i1, i1, i1) {
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true
  // CHECK-DAG: %[[TEXT:.*]] = molt_df.constant "100%"
  // CHECK-DAG: %[[A:.*]] = molt_df.constant "a"
  // CHECK-DAG: %[[EMPTY:.*]] = molt_df.constant ""
  // CHECK-DAG: %[[EQ:.*]] = molt_str.cmp eq %[[S]], %[[TEXT]]
  %0 = molt_str.like %s, "100!%" escape "!" : !molt_str.utf8
  // CHECK-DAG: %[[STARTS:.*]] = molt_str.starts_with %[[S]], %[[A]]
  %1 = molt_str.like %s, "a%%" : !molt_str.utf8
  // CHECK-DAG: %[[ENDS:.*]] = molt_str.ends_with %[[S]], %[[A]]
  %2 = molt_str.like %s, "%a" : !molt_str.utf8
  // CHECK-DAG: %[[CONTAINS:.*]] = molt_str.contains %[[N]], %[[A]]
  %3 = molt_str.like %n, "%a%" : !molt_df.nullable<!molt_str.utf8>
  %4 = molt_str.like %s, "%" : !molt_str.utf8
  // CHECK-DAG: %[[ANY:.*]] = molt_str.starts_with %[[N]], %[[EMPTY]]
  %5 = molt_str.like %n, "%" : !molt_df.nullable<!molt_str.utf8>
  // CHECK-DAG: %[[NONE:.*]] = molt_str.cmp eq %[[S]], %[[EMPTY]]
  %6 = molt_str.like %s, "" : !molt_str.utf8
  // CHECK-DAG: %[[MIDDLE:.*]] = molt_str.like %[[S]], "a%b"
  %7 = molt_str.like %s, "a%b" : !molt_str.utf8
  // CHECK-DAG: %[[ONE:.*]] = molt_str.like %[[S]], "_"
  %8 = molt_str.like %s, "_" : !molt_str.utf8
  // CHECK-DAG: %[[MORE:.*]] = molt_str.like %[[S]], "%a_%"
  %9 = molt_str.like %s, "%a_%" : !molt_str.utf8
  // CHECK-DAG: %[[ESCAPED:.*]] = molt_str.like %[[S]], "%!%%x" escape "!"
  %10 = molt_str.like %s, "%!%%x" escape "!" : !molt_str.utf8
  // CHECK: return %[[EQ]], %[[STARTS]], %[[ENDS]], %[[CONTAINS]], %[[TRUE]], %[[ANY]], %[[NONE]], %[[MIDDLE]], %[[ONE]], %[[MORE]], %[[ESCAPED]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8, %9, %10 : i1, i1, i1, !molt_df.nullable<i1>, i1, !molt_df.nullable<i1>, i1, i1, i1, i1, i1
}

// CHECK-LABEL: func @constant_like
func.func @constant_like() -> (i1, i1, i1, i1, i1) {
  %s = molt_df.constant "aéb語b" : !molt_str.utf8
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false
  %0 = molt_str.like %s, "a_b_b" : !molt_str.utf8
  %1 = molt_str.like %s, "a%b" : !molt_str.utf8
  %2 = molt_str.like %s, "_%é%_b_" : !molt_str.utf8
  %3 = molt_str.like %s, "%_____%" : !molt_str.utf8
  %4 = molt_str.like %s, "%______%" : !molt_str.utf8
  // CHECK: return %[[TRUE]], %[[TRUE]], %[[FALSE]], %[[TRUE]], %[[FALSE]]
  return %0, %1, %2, %3, %4 : i1, i1, i1, i1, i1
}

// Below molt_df the text is a constant of molt_str.
// CHECK-LABEL: func @below_molt_df
func.func @below_molt_df(%s: !molt_str.utf8) -> i1 {
  // CHECK: molt_str.constant "a"
  // CHECK: molt_str.ends_with
  %0 = scf.execute_region -> i1 no_inline {
    %1 = molt_str.like %s, "%a" : !molt_str.utf8
    scf.yield %1 : i1
  }
  return %0 : i1
}
