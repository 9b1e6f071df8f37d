// Folds of intervals, and of what is added to times. What would fail stays, and so do text and durations.
// RUN: molt-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @arithmetic
func.func @arithmetic() -> (!molt_df.interval, !molt_df.interval, !molt_df.interval, !molt_df.interval, !molt_df.interval) {
  %a = molt_df.constant "P1M-2DT1H" : !molt_df.interval
  %b = molt_df.constant "P30DT-30M" : !molt_df.interval
  %n = molt_df.constant -3 : i8
  %m = molt_df.constant 2 : i64
  %c = molt_df.constant 40 : i32
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "P1M28DT30M" : !molt_df.interval
  %0 = molt_df.add %a, %b : !molt_df.interval, !molt_df.interval
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "P1M-32DT1H30M" : !molt_df.interval
  %1 = molt_df.sub %a, %b : !molt_df.interval, !molt_df.interval
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant "P-3M6DT-3H" : !molt_df.interval
  %2 = molt_df.mul %a, %n : !molt_df.interval, i8
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant "P-1M2DT-1H" : !molt_df.interval
  %3 = molt_df.neg %a : !molt_df.interval
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant "P3Y4M2DT0.000002S" : !molt_df.interval
  %4 = molt_df.make_interval %c, %m, %m : i32, i64, i64
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]]
  return %0, %1, %2, %3, %4 : !molt_df.interval, !molt_df.interval, !molt_df.interval, !molt_df.interval, !molt_df.interval
}

// CHECK-LABEL: func @overflow
func.func @overflow() -> (!molt_df.interval, !molt_df.interval, !molt_df.interval, i32) {
  %most = molt_df.constant "P2147483647D" : !molt_df.interval
  %least = molt_df.constant "P-2147483648M" : !molt_df.interval
  %day = molt_df.constant "P1D" : !molt_df.interval
  %n = molt_df.constant 2147483648 : i64
  %hours = molt_df.constant "PT2147483648H" : !molt_df.interval
  // CHECK: molt_df.add
  %0 = molt_df.add %most, %day : !molt_df.interval, !molt_df.interval
  // CHECK: molt_df.neg
  %1 = molt_df.neg %least : !molt_df.interval
  // CHECK: molt_df.make_interval
  %2 = molt_df.make_interval %n, %n, %n : i64, i64, i64
  // CHECK: molt_df.date_part
  %3 = molt_df.date_part hour %hours : !molt_df.interval
  return %0, %1, %2, %3 : !molt_df.interval, !molt_df.interval, !molt_df.interval, i32
}

// Equal are those of one length, whatever their parts.
// CHECK-LABEL: func @comparisons
func.func @comparisons(%p: i1) -> (i1, i1, i1, i1, i1, !molt_df.nullable<i1>) {
  %month = molt_df.constant "P1M" : !molt_df.interval
  %days = molt_df.constant "P30D" : !molt_df.interval
  %less = molt_df.constant "P1MT-0.000001S" : !molt_df.interval
  %null = molt_df.constant null : !molt_df.nullable<!molt_df.interval>
  // CHECK-DAG: %[[TRUE:.*]] = molt_df.constant true
  // CHECK-DAG: %[[FALSE:.*]] = molt_df.constant false
  // CHECK-DAG: %[[NULL:.*]] = molt_df.constant null : !molt_df.nullable<i1>
  %0 = molt_df.cmp eq %month, %days : !molt_df.interval, !molt_df.interval
  %1 = molt_df.cmp lt %less, %days : !molt_df.interval, !molt_df.interval
  %2 = molt_df.cmp ge %less, %month : !molt_df.interval, !molt_df.interval
  %3 = molt_df.is_in %days, [%less, %month] : !molt_df.interval
  %4 = molt_df.is_in %days, [%less] : !molt_df.interval
  %5 = molt_df.cmp lt %null, %days : !molt_df.nullable<!molt_df.interval>, !molt_df.interval
  // CHECK: return %[[TRUE]], %[[TRUE]], %[[FALSE]], %[[TRUE]], %[[FALSE]], %[[NULL]]
  return %0, %1, %2, %3, %4, %5 : i1, i1, i1, i1, i1, !molt_df.nullable<i1>
}

// CHECK-LABEL: func @parts
func.func @parts() -> (i32, i32, i32, i32, i32, i32, i32, i32) {
  %v = molt_df.constant "P-26M40DT-25H-61M-1.5S" : !molt_df.interval
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant -2 : i32
  %0 = molt_df.date_part year %v : !molt_df.interval
  %1 = molt_df.date_part month %v : !molt_df.interval
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant 40 : i32
  %2 = molt_df.date_part day %v : !molt_df.interval
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant -26 : i32
  %3 = molt_df.date_part hour %v : !molt_df.interval
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant -1 : i32
  %4 = molt_df.date_part minute %v : !molt_df.interval
  %5 = molt_df.date_part second %v : !molt_df.interval
  // CHECK-DAG: %[[R6:.*]] = molt_df.constant -500 : i32
  %6 = molt_df.date_part millisecond %v : !molt_df.interval
  // CHECK-DAG: %[[R7:.*]] = molt_df.constant -500000 : i32
  %7 = molt_df.date_part microsecond %v : !molt_df.interval
  // CHECK: return %[[R0]], %[[R0]], %[[R2]], %[[R3]], %[[R4]], %[[R4]], %[[R6]], %[[R7]]
  return %0, %1, %2, %3, %4, %5, %6, %7 : i32, i32, i32, i32, i32, i32, i32, i32
}

// A constant interval is taken apart, so that its parts fold, have ranges and vectors.
// CHECK-LABEL: func @expanded
// CHECK-SAME: %[[D:.*]]: !molt_df.nullable<!molt_df.date32>, %[[T:.*]]: !molt_df.timestamp<ns>
func.func @expanded(%d: !molt_df.nullable<!molt_df.date32>, %t: !molt_df.timestamp<ns>) -> (!molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<us>) {
  %a = molt_df.constant "P1Y-2DT1H" : !molt_df.interval
  %days = molt_df.constant "P90D" : !molt_df.interval
  %none = molt_df.constant "PT0S" : !molt_df.interval
  %date = molt_df.constant "2024-01-31" : !molt_df.date32
  %month = molt_df.constant "P1M" : !molt_df.interval
  // CHECK-DAG: %[[M:.*]] = molt_df.constant -12 : i64
  // CHECK-DAG: %[[L:.*]] = molt_df.constant "P1DT23H" : !molt_df.duration<us>
  // CHECK-DAG: %[[N:.*]] = molt_df.constant "P90D" : !molt_df.duration<ns>
  // CHECK-DAG: %[[FEB:.*]] = molt_df.constant "2024-02-29 00:00:00" : !molt_df.timestamp<us>
  // CHECK: %[[C:.*]] = molt_df.cast %[[D]] : !molt_df.nullable<!molt_df.date32> to !molt_df.nullable<!molt_df.timestamp<us>>
  // CHECK: %[[Y:.*]] = molt_df.add_months %[[C]], %[[M]]
  // CHECK: %[[R0:.*]] = molt_df.add %[[Y]], %[[L]]
  %0 = molt_df.sub %d, %a : !molt_df.nullable<!molt_df.date32>, !molt_df.interval
  // CHECK: %[[R1:.*]] = molt_df.add %[[T]], %[[N]] : !molt_df.timestamp<ns>, !molt_df.duration<ns>
  %1 = molt_df.add %days, %t : !molt_df.interval, !molt_df.timestamp<ns>
  %2 = molt_df.add %t, %none : !molt_df.timestamp<ns>, !molt_df.interval
  %3 = molt_df.add %date, %month : !molt_df.date32, !molt_df.interval
  // CHECK: return %[[R0]], %[[R1]], %[[T]], %[[FEB]]
  return %0, %1, %2, %3 : !molt_df.nullable<!molt_df.timestamp<us>>, !molt_df.timestamp<ns>, !molt_df.timestamp<ns>, !molt_df.timestamp<us>
}

// Not where no duration is as long, nor where the interval is no constant.
// CHECK-LABEL: func @whole
func.func @whole(%d: !molt_df.date32, %v: !molt_df.interval, %s: !molt_str.utf8, %u: !molt_df.duration<us>) -> (!molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.interval) {
  %long = molt_df.constant "P2147483647D" : !molt_df.interval
  %t = molt_df.constant "PT1S" : !molt_df.duration<us>
  // CHECK: molt_df.add %{{.*}} : !molt_df.date32, !molt_df.interval
  %0 = molt_df.add %d, %long : !molt_df.date32, !molt_df.interval
  // CHECK: molt_df.sub %{{.*}} : !molt_df.date32, !molt_df.interval
  %1 = molt_df.sub %d, %v : !molt_df.date32, !molt_df.interval
  // CHECK: molt_df.cast %{{.*}} : !molt_df.duration<us> to !molt_df.interval
  %2 = molt_df.cast %t : !molt_df.duration<us> to !molt_df.interval
  return %0, %1, %2 : !molt_df.timestamp<us>, !molt_df.timestamp<us>, !molt_df.interval
}
