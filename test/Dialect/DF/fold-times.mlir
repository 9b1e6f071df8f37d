// Folds of timestamps, times and durations. What would fail stays, and so does text.
// RUN: molt-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @parts
func.func @parts() -> (i32, i32, i32, i32, i32, i32, i32) {
  %t = molt_df.constant "1969-12-31 23:59:58.5" : !molt_df.timestamp<ms>
  %o = molt_df.constant "12:34:56.789" : !molt_df.time<ns>
  %far = molt_df.constant "+292277026596-12-04 15:30:07" : !molt_df.timestamp<s>
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant 1969 : i32
  %0 = molt_df.date_part year %t : !molt_df.timestamp<ms>
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant 58 : i32
  %1 = molt_df.date_part second %t : !molt_df.timestamp<ms>
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant 500000000 : i32
  %2 = molt_df.date_part nanosecond %t : !molt_df.timestamp<ms>
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant 34 : i32
  %3 = molt_df.date_part minute %o : !molt_df.time<ns>
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant 789 : i32
  %4 = molt_df.date_part millisecond %o : !molt_df.time<ns>
  // CHECK-DAG: %[[R5:.*]] = molt_df.constant 15 : i32
  %5 = molt_df.date_part hour %far : !molt_df.timestamp<s>
  // CHECK-DAG: %[[R6:.*]] = molt_df.date_part year
  %6 = molt_df.date_part year %far : !molt_df.timestamp<s>
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]], %[[R6]]
  return %0, %1, %2, %3, %4, %5, %6 : i32, i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func @beginnings
// CHECK-SAME: %[[T:.*]]: !molt_df.timestamp<ms>
func.func @beginnings(%t: !molt_df.timestamp<ms>) -> (!molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ns>) {
  %c = molt_df.constant "1969-12-31 23:59:58.5" : !molt_df.timestamp<ms>
  %first = molt_df.constant "1677-09-21 00:12:43.145224192" : !molt_df.timestamp<ns>
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "1969-12-31 23:00:00" : !molt_df.timestamp<ms>
  %0 = molt_df.date_trunc hour %c : !molt_df.timestamp<ms>
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "1969-12-29 00:00:00" : !molt_df.timestamp<ms>
  %1 = molt_df.date_trunc week %c : !molt_df.timestamp<ms>
  // Of its own unit: the timestamp itself.
  %2 = molt_df.date_trunc millisecond %t : !molt_df.timestamp<ms>
  // CHECK-DAG: %[[R3:.*]] = molt_df.date_trunc hour
  %3 = molt_df.date_trunc hour %first : !molt_df.timestamp<ns>
  // CHECK: return %[[R0]], %[[R1]], %[[T]], %[[R3]]
  return %0, %1, %2, %3 : !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ms>, !molt_df.timestamp<ns>
}

// CHECK-LABEL: func @arithmetic
// CHECK-SAME: %[[T:.*]]: !molt_df.timestamp<ns>
func.func @arithmetic(%t: !molt_df.timestamp<ns>) -> (!molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.duration<ns>, !molt_df.timestamp<ns>, !molt_df.duration<ns>, !molt_df.timestamp<ns>, i1) {
  %c = molt_df.constant "2000-01-01 00:00:00.5" : !molt_df.timestamp<ns>
  %d = molt_df.constant "P1DT0.5S" : !molt_df.duration<ns>
  %zero = molt_df.constant "PT0S" : !molt_df.duration<ns>
  %e = molt_df.constant "2000-01-01" : !molt_df.date32
  %late = molt_df.constant "2262-04-12" : !molt_df.date32
  %back = molt_df.constant "-P1D" : !molt_df.duration<ns>
  %n = molt_df.constant -2 : i8
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "2000-01-02 00:00:01" : !molt_df.timestamp<ns>
  %0 = molt_df.add %c, %d : !molt_df.timestamp<ns>, !molt_df.duration<ns>
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "1999-12-30 23:59:59.5" : !molt_df.timestamp<ns>
  %1 = molt_df.sub %e, %d : !molt_df.date32, !molt_df.duration<ns>
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant "PT0S" : !molt_df.duration<ns>
  %2 = molt_df.sub %c, %c : !molt_df.timestamp<ns>, !molt_df.timestamp<ns>
  %3 = molt_df.add %t, %zero : !molt_df.timestamp<ns>, !molt_df.duration<ns>
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant "-P2DT1S" : !molt_df.duration<ns>
  %4 = molt_df.mul %n, %d : i8, !molt_df.duration<ns>
  // There is no midnight of that date, though the sum would fit.
  // CHECK-DAG: %[[R5:.*]] = molt_df.add %{{.*}}, %{{.*}} : !molt_df.date32, !molt_df.duration<ns>
  %5 = molt_df.add %late, %back : !molt_df.date32, !molt_df.duration<ns>
  // CHECK-DAG: %[[R6:.*]] = molt_df.constant true : i1
  %6 = molt_df.cmp gt %c, %1 : !molt_df.timestamp<ns>, !molt_df.timestamp<ns>
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[T]], %[[R4]], %[[R5]], %[[R6]]
  return %0, %1, %2, %3, %4, %5, %6 : !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.duration<ns>, !molt_df.timestamp<ns>, !molt_df.duration<ns>, !molt_df.timestamp<ns>, i1
}

// CHECK-LABEL: func @casts
func.func @casts() -> (!molt_df.timestamp<s>, !molt_df.timestamp<us, "UTC">, !molt_df.date32, !molt_df.time<s>, i64, !molt_df.duration<ns>, !molt_df.time<s>, !molt_str.utf8, !molt_df.timestamp<ms>) {
  %t = molt_df.constant "1969-12-31 23:59:58.5" : !molt_df.timestamp<ms>
  %n = molt_df.constant 86400 : i64
  %d = molt_df.constant "P1000000D" : !molt_df.duration<s>
  %s = molt_df.constant "2024-02-29" : !molt_str.utf8
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "1969-12-31 23:59:58" : !molt_df.timestamp<s>
  %0 = molt_df.cast %t : !molt_df.timestamp<ms> to !molt_df.timestamp<s>
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "1969-12-31 23:59:58.5Z" : !molt_df.timestamp<us, "UTC">
  %1 = molt_df.cast %t : !molt_df.timestamp<ms> to !molt_df.timestamp<us, "UTC">
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant "1969-12-31" : !molt_df.date32
  %2 = molt_df.cast %t : !molt_df.timestamp<ms> to !molt_df.date32
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant "23:59:58" : !molt_df.time<s>
  %3 = molt_df.cast %t : !molt_df.timestamp<ms> to !molt_df.time<s>
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant -1500 : i64
  %4 = molt_df.cast %t : !molt_df.timestamp<ms> to i64
  // CHECK-DAG: %[[R5:.*]] = molt_df.cast %{{.*}} to !molt_df.duration<ns>
  %5 = molt_df.cast %d : !molt_df.duration<s> to !molt_df.duration<ns>
  // CHECK-DAG: %[[R6:.*]] = molt_df.cast %{{.*}} to !molt_df.time<s>
  %6 = molt_df.cast %n : i64 to !molt_df.time<s>
  // CHECK-DAG: %[[R7:.*]] = molt_df.cast %{{.*}} to !molt_str.utf8
  %7 = molt_df.cast %t : !molt_df.timestamp<ms> to !molt_str.utf8
  // CHECK-DAG: %[[R8:.*]] = molt_df.cast %{{.*}} : !molt_str.utf8 to !molt_df.timestamp<ms>
  %8 = molt_df.cast %s : !molt_str.utf8 to !molt_df.timestamp<ms>
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]], %[[R6]], %[[R7]], %[[R8]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : !molt_df.timestamp<s>, !molt_df.timestamp<us, "UTC">, !molt_df.date32, !molt_df.time<s>, i64, !molt_df.duration<ns>, !molt_df.time<s>, !molt_str.utf8, !molt_df.timestamp<ms>
}
