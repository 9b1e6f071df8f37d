// Folds of operations on dates. What would fail stays.
// RUN: molt-opt %s --canonicalize | FileCheck %s

// CHECK-LABEL: func @parts
func.func @parts() -> (i32, i32, i32, i32, i32, i32, i32, i32, i32) {
  %d = molt_df.constant "2024-12-30" : !molt_df.date32
  %e = molt_df.constant "2021-01-03" : !molt_df.date32
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant 4 : i32
  %0 = molt_df.date_part quarter %d : !molt_df.date32
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant 1 : i32
  %1 = molt_df.date_part day_of_week %d : !molt_df.date32
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant 365 : i32
  %2 = molt_df.date_part day_of_year %d : !molt_df.date32
  %3 = molt_df.date_part iso_week %d : !molt_df.date32
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant 2025 : i32
  %4 = molt_df.date_part iso_year %d : !molt_df.date32
  // CHECK-DAG: %[[R5:.*]] = molt_df.constant 53 : i32
  %5 = molt_df.date_part iso_week %e : !molt_df.date32
  // CHECK-DAG: %[[R6:.*]] = molt_df.constant 2020 : i32
  %6 = molt_df.date_part iso_year %e : !molt_df.date32
  // CHECK-DAG: %[[R7:.*]] = molt_df.constant 7 : i32
  %7 = molt_df.date_part day_of_week %e : !molt_df.date32
  // CHECK-DAG: %[[R8:.*]] = molt_df.constant 3 : i32
  %8 = molt_df.date_part day_of_year %e : !molt_df.date32
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R1]], %[[R4]], %[[R5]], %[[R6]], %[[R7]], %[[R8]]
  return %0, %1, %2, %3, %4, %5, %6, %7, %8 : i32, i32, i32, i32, i32, i32, i32, i32, i32
}

// CHECK-LABEL: func @beginnings
func.func @beginnings() -> (!molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.date32) {
  %d = molt_df.constant "2024-05-30" : !molt_df.date32
  %first = molt_df.constant "-5877641-06-23" : !molt_df.date32
  %null = molt_df.constant null : !molt_df.nullable<!molt_df.date32>
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "2024-01-01" : !molt_df.date32
  %0 = molt_df.date_trunc year %d : !molt_df.date32
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "2024-04-01" : !molt_df.date32
  %1 = molt_df.date_trunc quarter %d : !molt_df.date32
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant "2024-05-01" : !molt_df.date32
  %2 = molt_df.date_trunc month %d : !molt_df.date32
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant "2024-05-27" : !molt_df.date32
  %3 = molt_df.date_trunc week %d : !molt_df.date32
  // CHECK-DAG: %[[R4:.*]] = molt_df.constant null : !molt_df.nullable<!molt_df.date32>
  %4 = molt_df.date_trunc year %null : !molt_df.nullable<!molt_df.date32>
  // CHECK-DAG: %[[R5:.*]] = molt_df.date_trunc
  %5 = molt_df.date_trunc month %first : !molt_df.date32
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]]
  return %0, %1, %2, %3, %4, %5 : !molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.date32
}

// CHECK-LABEL: func @months
func.func @months() -> (!molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.date32, !molt_df.date32) {
  %d = molt_df.constant "2024-01-31" : !molt_df.date32
  %first = molt_df.constant "-5877641-06-23" : !molt_df.date32
  %null = molt_df.constant null : !molt_df.nullable<i8>
  %one = molt_df.constant 1 : i8
  %back = molt_df.constant -2 : i64
  %far = molt_df.constant 9223372036854775807 : i64
  %zero = molt_df.constant 0 : i64
  %minus = molt_df.constant -1 : i8
  // CHECK-DAG: %[[R0:.*]] = molt_df.constant "2024-02-29" : !molt_df.date32
  %0 = molt_df.add_months %d, %one : !molt_df.date32, i8
  // CHECK-DAG: %[[R1:.*]] = molt_df.constant "2023-11-30" : !molt_df.date32
  %1 = molt_df.add_months %d, %back : !molt_df.date32, i64
  // CHECK-DAG: %[[R2:.*]] = molt_df.constant "2024-01-31" : !molt_df.date32
  %2 = molt_df.add_months %d, %zero : !molt_df.date32, i64
  // CHECK-DAG: %[[R3:.*]] = molt_df.constant null : !molt_df.nullable<!molt_df.date32>
  %3 = molt_df.add_months %d, %null : !molt_df.date32, !molt_df.nullable<i8>
  // CHECK-DAG: %[[R4:.*]] = molt_df.add_months
  %4 = molt_df.add_months %first, %minus : !molt_df.date32, i8
  // CHECK-DAG: %[[R5:.*]] = molt_df.add_months
  %5 = molt_df.add_months %d, %far : !molt_df.date32, i64
  // CHECK: return %[[R0]], %[[R1]], %[[R2]], %[[R3]], %[[R4]], %[[R5]]
  return %0, %1, %2, %3, %4, %5 : !molt_df.date32, !molt_df.date32, !molt_df.date32, !molt_df.nullable<!molt_df.date32>, !molt_df.date32, !molt_df.date32
}
