// RUN: molt-opt %s --canonicalize | FileCheck %s

// Code points order as their UTF-8 bytes do, a prefix first.
// CHECK-LABEL: func @cmp
func.func @cmp() -> (i1, i1, i1, i1, i1, i1) {
  %a = molt_df.constant "a" : !molt_str.utf8
  %ab = molt_df.constant "ab" : !molt_str.utf8
  %z = molt_df.constant "z" : !molt_str.utf8
  %umlaut = molt_df.constant "ä" : !molt_str.utf8
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  %eq = molt_str.cmp eq %a, %ab : !molt_str.utf8, !molt_str.utf8
  %ne = molt_str.cmp ne %a, %ab : !molt_str.utf8, !molt_str.utf8
  %lt = molt_str.cmp lt %a, %ab : !molt_str.utf8, !molt_str.utf8
  %le = molt_str.cmp le %z, %umlaut : !molt_str.utf8, !molt_str.utf8
  %gt = molt_str.cmp gt %a, %ab : !molt_str.utf8, !molt_str.utf8
  %ge = molt_str.cmp ge %a, %a : !molt_str.utf8, !molt_str.utf8
  // CHECK: return %[[FALSE]], %[[TRUE]], %[[TRUE]], %[[TRUE]], %[[FALSE]], %[[TRUE]]
  return %eq, %ne, %lt, %le, %gt, %ge : i1, i1, i1, i1, i1, i1
}

// CHECK-LABEL: func @search
func.func @search() -> (i1, i1, i1, i1, i1) {
  %s = molt_df.constant "special requests" : !molt_str.utf8
  %begin = molt_df.constant "special" : !molt_str.utf8
  %end = molt_df.constant "requests" : !molt_str.utf8
  %empty = molt_df.constant "" : !molt_str.utf8
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true : i1
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false : i1
  %0 = molt_str.starts_with %s, %begin : !molt_str.utf8, !molt_str.utf8
  %1 = molt_str.starts_with %s, %end : !molt_str.utf8, !molt_str.utf8
  %2 = molt_str.contains %s, %end : !molt_str.utf8, !molt_str.utf8
  %3 = molt_str.contains %begin, %s : !molt_str.utf8, !molt_str.utf8
  %4 = molt_str.contains %empty, %empty : !molt_str.utf8, !molt_str.utf8
  // CHECK: return %[[TRUE]], %[[FALSE]], %[[TRUE]], %[[FALSE]], %[[TRUE]]
  return %0, %1, %2, %3, %4 : i1, i1, i1, i1, i1
}

// A null operand makes the result null, whatever the other is.
// CHECK-LABEL: func @null_operand
func.func @null_operand(%s: !molt_str.utf8) -> (!molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>) {
  %null = molt_df.constant null : !molt_df.nullable<!molt_str.utf8>
  // CHECK: %[[NULL:.*]] = molt_df.constant null : !molt_df.nullable<i1>
  %0 = molt_str.cmp eq %s, %null : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  %1 = molt_str.starts_with %null, %s : !molt_df.nullable<!molt_str.utf8>, !molt_str.utf8
  %2 = molt_str.contains %s, %null : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  // CHECK: return %[[NULL]], %[[NULL]], %[[NULL]]
  return %0, %1, %2 : !molt_df.nullable<i1>, !molt_df.nullable<i1>, !molt_df.nullable<i1>
}

// One constant is not enough.
// CHECK-LABEL: func @not_constant
func.func @not_constant(%s: !molt_str.utf8) -> (i1, i1, i1) {
  %a = molt_df.constant "a" : !molt_str.utf8
  // CHECK: molt_str.cmp eq
  %0 = molt_str.cmp eq %s, %a : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.starts_with
  %1 = molt_str.starts_with %a, %s : !molt_str.utf8, !molt_str.utf8
  // CHECK: molt_str.contains
  %2 = molt_str.contains %s, %a : !molt_str.utf8, !molt_str.utf8
  return %0, %1, %2 : i1, i1, i1
}

// CHECK-LABEL: func @not_cmp
// CHECK-SAME: (%[[S:.*]]: !molt_str.utf8, %[[N:.*]]: !molt_df.nullable<!molt_str.utf8>)
func.func @not_cmp(%s: !molt_str.utf8, %n: !molt_df.nullable<!molt_str.utf8>) -> (!molt_df.nullable<i1>, i1) {
  // CHECK: %[[GE:.*]] = molt_str.cmp ge %[[S]], %[[N]]
  %0 = molt_str.cmp lt %s, %n : !molt_str.utf8, !molt_df.nullable<!molt_str.utf8>
  %1 = molt_df.not %0 : !molt_df.nullable<i1>
  // CHECK: %[[STARTS:.*]] = molt_str.starts_with
  // CHECK: %[[NOT:.*]] = molt_df.not %[[STARTS]]
  %2 = molt_str.starts_with %s, %s : !molt_str.utf8, !molt_str.utf8
  %3 = molt_df.not %2 : i1
  // CHECK: return %[[GE]], %[[NOT]]
  return %1, %3 : !molt_df.nullable<i1>, i1
}

// Below molt_df, constants are those of arith and molt_str.
// CHECK-LABEL: func @below_molt_df
func.func @below_molt_df(%p: i1) -> (i1, !molt_str.utf8) {
  // CHECK: %[[TRUE:.*]] = arith.constant true
  // CHECK: molt_str.constant "a"
  // CHECK-NOT: molt_df.constant
  %0:2 = scf.execute_region -> (i1, !molt_str.utf8) no_inline {
    %a = molt_str.constant "a"
    %b = molt_str.constant "ab"
    %1 = molt_str.starts_with %b, %a : !molt_str.utf8, !molt_str.utf8
    scf.yield %1, %a : i1, !molt_str.utf8
  }
  return %0#0, %0#1 : i1, !molt_str.utf8
}

// CHECK-LABEL: func @byte_length
func.func @byte_length() -> (i64, i64, i1) {
  %b = molt_df.constant "00ff80" : !molt_str.binary
  %s = molt_df.constant "é" : !molt_str.utf8
  %c = molt_df.constant "00ff" : !molt_str.binary
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant 3 : i64
  %0 = molt_str.byte_length %b : !molt_str.binary
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant 2 : i64
  %1 = molt_str.byte_length %s : !molt_str.utf8
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant true : i1
  %2 = molt_str.cmp gt %b, %c : !molt_str.binary, !molt_str.binary
  // CHECK: return %[[R0]], %[[R1]], %[[R2]]
  return %0, %1, %2 : i64, i64, i1
}
