// Types, constants and operations of intervals, through text and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK: func private @tables(!molt_df.table<"a": !molt_df.interval?, "b": !molt_df.interval>)
func.func private @tables(!molt_df.table<"a": !molt_df.interval?, "b": !molt_df.interval>)

// CHECK-LABEL: func @constants
func.func @constants() {
  // CHECK: constant "PT0S" : !molt_df.interval
  %0 = molt_df.constant "P0D" : !molt_df.interval
  // CHECK: constant "P1Y2M3DT4H5M6.5S" : !molt_df.interval
  %1 = molt_df.constant "P0Y14M3DT3H65M6.500000S" : !molt_df.interval
  // CHECK: constant "P-1Y-2M3DT-4H-5M-6.000001S" : !molt_df.interval
  %2 = molt_df.constant "P-14M3DT-4H-5M-6.000001S" : !molt_df.interval
  // CHECK: constant "PT-0.25S" : !molt_df.interval
  %3 = molt_df.constant "-PT0.25S" : !molt_df.interval
  // CHECK: constant "P-1M1DT1M" : !molt_df.interval
  %4 = molt_df.constant "-P1M-1DT-1M" : !molt_df.interval
  // CHECK: constant "P178956970Y7M2147483647DT2562047788H54.775807S" : !molt_df.interval
  %5 = molt_df.constant "P2147483647M2147483647DT9223372036854.775807S" : !molt_df.interval
  // CHECK: constant "P-178956970Y-8M-2147483648DT-2562047788H-54.775808S" : !molt_df.interval
  %6 = molt_df.constant "-P2147483648M2147483648DT9223372036854.775808S" : !molt_df.interval
  // CHECK: constant null : !molt_df.nullable<!molt_df.interval>
  %7 = molt_df.constant null : !molt_df.nullable<!molt_df.interval>
  return
}

// CHECK-LABEL: func @operations
func.func @operations(%v: !molt_df.interval, %w: !molt_df.nullable<!molt_df.interval>, %d: !molt_df.date32, %t: !molt_df.timestamp<ns>, %n: i32, %u: !molt_df.duration<s>, %s: !molt_str.utf8, %x: !molt_df.nullable<!molt_df.null>) {
  // CHECK: add %{{.*}} : !molt_df.interval, !molt_df.nullable<!molt_df.interval>
  %0 = molt_df.add %v, %w : !molt_df.interval, !molt_df.nullable<!molt_df.interval>
  %1 = molt_df.sub %d, %v : !molt_df.date32, !molt_df.interval
  // The results: microseconds, or the timestamp's finer unit.
  // CHECK: cast %{{.*}} : !molt_df.timestamp<us> to i64
  %2 = molt_df.cast %1 : !molt_df.timestamp<us> to i64
  %3 = molt_df.add %v, %t : !molt_df.interval, !molt_df.timestamp<ns>
  // CHECK: cast %{{.*}} : !molt_df.timestamp<ns> to i64
  %4 = molt_df.cast %3 : !molt_df.timestamp<ns> to i64
  // CHECK: mul %{{.*}} : i32, !molt_df.interval
  %5 = molt_df.mul %n, %v : i32, !molt_df.interval
  // CHECK: neg %{{.*}} : !molt_df.nullable<!molt_df.interval>
  %6 = molt_df.neg %w : !molt_df.nullable<!molt_df.interval>
  // CHECK: cmp lt %{{.*}} : !molt_df.interval, !molt_df.interval
  %7 = molt_df.cmp lt %v, %v : !molt_df.interval, !molt_df.interval
  // CHECK: date_part hour %{{.*}} : !molt_df.interval
  %8 = molt_df.date_part hour %v : !molt_df.interval
  // CHECK: make_interval %{{.*}}, %{{.*}}, %{{.*}} : i32, i32, i32
  %9 = molt_df.make_interval %n, %n, %n : i32, i32, i32
  // CHECK: cast lenient %{{.*}} : !molt_df.interval to !molt_df.nullable<!molt_df.duration<s>>
  %10 = molt_df.cast lenient %v : !molt_df.interval to !molt_df.nullable<!molt_df.duration<s>>
  // CHECK: cast %{{.*}} : !molt_df.duration<s> to !molt_df.interval
  %11 = molt_df.cast %u : !molt_df.duration<s> to !molt_df.interval
  // CHECK: cast %{{.*}} : !molt_str.utf8 to !molt_df.interval
  %12 = molt_df.cast %s : !molt_str.utf8 to !molt_df.interval
  // CHECK: add %{{.*}} : !molt_df.nullable<!molt_df.null>, !molt_df.interval
  %13 = molt_df.add %x, %v : !molt_df.nullable<!molt_df.null>, !molt_df.interval
  return
}
