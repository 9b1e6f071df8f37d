// Types, constants and operations of timestamps, times and durations, through text and bytecode.
// RUN: molt-opt %s | molt-opt | FileCheck %s
// RUN: molt-opt %s --mlir-print-op-generic | molt-opt | FileCheck %s
// RUN: molt-opt %s --emit-bytecode | molt-opt | FileCheck %s

// CHECK: func private @types(!molt_df.timestamp<s>, !molt_df.timestamp<ms, "UTC">, !molt_df.time<us>, !molt_df.duration<ns>, !molt_df.nullable<!molt_df.timestamp<ns, "+01:00">>)
func.func private @types(!molt_df.timestamp<s>, !molt_df.timestamp<ms, "UTC">, !molt_df.time<us>, !molt_df.duration<ns>, !molt_df.nullable<!molt_df.timestamp<ns, "+01:00">>)

// CHECK: func private @tables(!molt_df.table<"a": !molt_df.timestamp<us, "Europe/Berlin">?, "b": !molt_df.duration<s>>)
func.func private @tables(!molt_df.table<"a": !molt_df.timestamp<us, "Europe/Berlin">?, "b": !molt_df.duration<s>>)

// CHECK-LABEL: func @timestamps
func.func @timestamps() {
  // CHECK: constant "1970-01-01 00:00:00" : !molt_df.timestamp<s>
  %0 = molt_df.constant "1970-01-01" : !molt_df.timestamp<s>
  // CHECK: constant "2024-02-29 12:34:56.789" : !molt_df.timestamp<ms>
  %1 = molt_df.constant "2024-02-29T12:34:56.789000000" : !molt_df.timestamp<ms>
  // CHECK: constant "2024-02-29 12:34:00" : !molt_df.timestamp<us>
  %2 = molt_df.constant "2024-02-29 12:34" : !molt_df.timestamp<us>
  // CHECK: constant "1677-09-21 00:12:43.145224192" : !molt_df.timestamp<ns>
  %3 = molt_df.constant "1677-09-21 00:12:43.145224192" : !molt_df.timestamp<ns>
  // CHECK: constant "2262-04-11 23:47:16.854775807" : !molt_df.timestamp<ns>
  %4 = molt_df.constant "2262-04-11 23:47:16.854775807" : !molt_df.timestamp<ns>
  // CHECK: constant "+292277026596-12-04 15:30:07" : !molt_df.timestamp<s>
  %5 = molt_df.constant "+292277026596-12-04 15:30:07" : !molt_df.timestamp<s>
  // CHECK: constant "-292277022657-01-27 08:29:52" : !molt_df.timestamp<s>
  %6 = molt_df.constant "-292277022657-01-27 08:29:52" : !molt_df.timestamp<s>
  // CHECK: constant "2024-02-29 12:34:56.5Z" : !molt_df.timestamp<us, "Europe/Berlin">
  %7 = molt_df.constant "2024-02-29 12:34:56.5Z" : !molt_df.timestamp<us, "Europe/Berlin">
  // CHECK: constant "1969-12-31 23:59:59.999999Z" : !molt_df.nullable<!molt_df.timestamp<us, "UTC">>
  %8 = molt_df.constant "1969-12-31 23:59:59.999999Z" : !molt_df.nullable<!molt_df.timestamp<us, "UTC">>
  // CHECK: constant null : !molt_df.nullable<!molt_df.timestamp<s>>
  %9 = molt_df.constant null : !molt_df.nullable<!molt_df.timestamp<s>>
  return
}

// CHECK-LABEL: func @times
func.func @times() {
  // CHECK: constant "00:00:00" : !molt_df.time<s>
  %0 = molt_df.constant "00:00" : !molt_df.time<s>
  // CHECK: constant "23:59:59.999999999" : !molt_df.time<ns>
  %1 = molt_df.constant "23:59:59.999999999" : !molt_df.time<ns>
  // CHECK: constant "12:00:00.05" : !molt_df.time<ms>
  %2 = molt_df.constant "12:00:00.050" : !molt_df.time<ms>
  return
}

// CHECK-LABEL: func @durations
func.func @durations() {
  // CHECK: constant "PT0S" : !molt_df.duration<s>
  %0 = molt_df.constant "-P0D" : !molt_df.duration<s>
  // CHECK: constant "P1DT2H3M4.5S" : !molt_df.duration<ms>
  %1 = molt_df.constant "P1DT2H3M4.500S" : !molt_df.duration<ms>
  // CHECK: constant "-PT0.000000001S" : !molt_df.duration<ns>
  %2 = molt_df.constant "-PT0.000000001S" : !molt_df.duration<ns>
  // CHECK: constant "P4DT4H" : !molt_df.duration<us>
  %3 = molt_df.constant "PT100H" : !molt_df.duration<us>
  // CHECK: constant "P2D" : !molt_df.duration<us>
  %4 = molt_df.constant "PT2880M" : !molt_df.duration<us>
  // CHECK: constant "PT1M" : !molt_df.duration<us>
  %5 = molt_df.constant "PT60S" : !molt_df.duration<us>
  // CHECK: constant "-P106751991167300DT15H30M8S" : !molt_df.duration<s>
  %6 = molt_df.constant "-PT9223372036854775808S" : !molt_df.duration<s>
  // CHECK: constant "P106751DT23H47M16.854775807S" : !molt_df.duration<ns>
  %7 = molt_df.constant "PT9223372036.854775807S" : !molt_df.duration<ns>
  return
}

// CHECK-LABEL: func @arithmetic
func.func @arithmetic(%t: !molt_df.timestamp<us, "UTC">, %d: !molt_df.nullable<!molt_df.duration<us>>, %e: !molt_df.date32, %o: !molt_df.time<ns>, %n: ui32) {
  // CHECK: add %{{.*}} : !molt_df.timestamp<us, "UTC">, !molt_df.nullable<!molt_df.duration<us>>
  %0 = molt_df.add %t, %d : !molt_df.timestamp<us, "UTC">, !molt_df.nullable<!molt_df.duration<us>>
  // CHECK: add %{{.*}} : !molt_df.nullable<!molt_df.duration<us>>, !molt_df.timestamp<us, "UTC">
  %1 = molt_df.add %d, %t : !molt_df.nullable<!molt_df.duration<us>>, !molt_df.timestamp<us, "UTC">
  // CHECK: is_null %{{.*}} : !molt_df.nullable<!molt_df.timestamp<us, "UTC">>
  %2 = molt_df.is_null %1 : !molt_df.nullable<!molt_df.timestamp<us, "UTC">>
  // CHECK: sub %{{.*}} : !molt_df.timestamp<us, "UTC">, !molt_df.timestamp<us, "UTC">
  %3 = molt_df.sub %t, %t : !molt_df.timestamp<us, "UTC">, !molt_df.timestamp<us, "UTC">
  // CHECK: neg %{{.*}} : !molt_df.duration<us>
  %4 = molt_df.neg %3 : !molt_df.duration<us>
  %5 = molt_df.add %e, %4 : !molt_df.date32, !molt_df.duration<us>
  // CHECK: date_part second %{{.*}} : !molt_df.timestamp<us>
  %6 = molt_df.date_part second %5 : !molt_df.timestamp<us>
  %7 = molt_df.add %o, %e : !molt_df.time<ns>, !molt_df.date32
  // CHECK: date_trunc millisecond %{{.*}} : !molt_df.timestamp<ns>
  %8 = molt_df.date_trunc millisecond %7 : !molt_df.timestamp<ns>
  // CHECK: sub %{{.*}} : !molt_df.time<ns>, !molt_df.time<ns>
  %9 = molt_df.sub %o, %o : !molt_df.time<ns>, !molt_df.time<ns>
  // CHECK: abs %{{.*}} : !molt_df.duration<ns>
  %10 = molt_df.abs %9 : !molt_df.duration<ns>
  // CHECK: mul %{{.*}} : ui32, !molt_df.duration<ns>
  %11 = molt_df.mul %n, %10 : ui32, !molt_df.duration<ns>
  // CHECK: cmp lt %{{.*}} : !molt_df.time<ns>, !molt_df.time<ns>
  %12 = molt_df.cmp lt %o, %o : !molt_df.time<ns>, !molt_df.time<ns>
  // CHECK: cast overflow<never> %{{.*}} : !molt_df.timestamp<us, "UTC"> to !molt_df.timestamp<s>
  %13 = molt_df.cast overflow<never> %t : !molt_df.timestamp<us, "UTC"> to !molt_df.timestamp<s>
  return
}

// CHECK: ranges
// CHECK-SAME: #molt_df.facts<range = [-5, 5]>
func.func private @ranges() attributes {a = #molt_df.facts<range = [-5, 5]>}
func.func @facts() {
  %0 = molt_df.source "t" {facts = {a = #molt_df.facts<range = [-5, 5]>}} : !molt_df.table<"a": !molt_df.timestamp<us>?>
  return
}

// CHECK-LABEL: func @lenient
func.func @lenient(%s: !molt_str.utf8) {
  // CHECK: molt_df.cast lenient %{{.*}} : !molt_str.utf8 to !molt_df.nullable<!molt_df.date32>
  %0 = molt_df.cast lenient %s : !molt_str.utf8 to !molt_df.nullable<!molt_df.date32>
  return
}
