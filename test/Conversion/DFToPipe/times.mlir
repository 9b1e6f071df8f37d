// Timestamps, times and durations become i64. They are divided as floats, which vectors can, and text is left to kernels.
// RUN: molt-opt %s --convert-molt-df-to-molt-pipe | FileCheck %s

!ts = !molt_df.timestamp<us>

// CHECK-LABEL: func @part
// CHECK: molt_pipe.table_source {{.*}} : !molt_pipe.source<i64>
// CHECK: molt_pipe.stage
// The count as a float, by its halves.
// CHECK: arith.bitcast
// CHECK: arith.bitcast
// CHECK: arith.subf
// CHECK: arith.addf
// CHECK: arith.mulf
// CHECK-NOT: molt_pipe.check
// CHECK-NOT: arith.div
// CHECK: arith.trunci %{{.*}} : i64 to i32
func.func @part() -> !molt_df.table<"h": i32> {
  %t = molt_df.source "t" : !molt_df.table<"x": !molt_df.timestamp<us>>
  %w = molt_df.with_columns %t ["x"] -> ["h"] {
  ^bb0(%x: !ts):
    %h = molt_df.date_part hour %x : !ts
    molt_df.yield %h : i32
  } : !molt_df.table<"x": !molt_df.timestamp<us>>
  %r = molt_df.project %w ["h"] : !molt_df.table<"x": !molt_df.timestamp<us>, "h": i32>
  return %r : !molt_df.table<"h": i32>
}

// The dates of seconds may not fit, those of microseconds do.
// CHECK-LABEL: func @years
// CHECK: molt_pipe.check {{.*}} "date of the timestamp does not fit 32 bits of days"
// CHECK-NOT: molt_pipe.check
func.func @years() -> !molt_df.table<"a": i32, "b": i32> {
  %t = molt_df.source "t" : !molt_df.table<"s": !molt_df.timestamp<s>, "u": !molt_df.timestamp<us>>
  %w = molt_df.with_columns %t ["s", "u"] -> ["a", "b"] {
  ^bb0(%s: !molt_df.timestamp<s>, %u: !ts):
    %a = molt_df.date_part year %s : !molt_df.timestamp<s>
    %b = molt_df.date_part year %u : !ts
    molt_df.yield %a, %b : i32, i32
  } : !molt_df.table<"s": !molt_df.timestamp<s>, "u": !molt_df.timestamp<us>>
  %r = molt_df.project %w ["a", "b"] : !molt_df.table<"s": !molt_df.timestamp<s>, "u": !molt_df.timestamp<us>, "a": i32, "b": i32>
  return %r : !molt_df.table<"a": i32, "b": i32>
}

// CHECK-LABEL: func @sums
// CHECK: molt_pipe.check {{.*}} "timestamp does not fit 64 bits"
// A proof, and the difference of two times, which always fits.
// CHECK-NOT: molt_pipe.check
func.func @sums() -> !molt_df.table<"a": !molt_df.timestamp<us>, "b": !molt_df.timestamp<us>, "c": !molt_df.duration<us>> {
  %t = molt_df.source "t" : !molt_df.table<"x": !molt_df.timestamp<us>, "d": !molt_df.duration<us>, "o": !molt_df.time<us>>
  %w = molt_df.with_columns %t ["x", "d", "o"] -> ["a", "b", "c"] {
  ^bb0(%x: !ts, %d: !molt_df.duration<us>, %o: !molt_df.time<us>):
    %a = molt_df.add %x, %d : !ts, !molt_df.duration<us>
    %b = molt_df.add overflow<never> %x, %d : !ts, !molt_df.duration<us>
    %c = molt_df.sub %o, %o : !molt_df.time<us>, !molt_df.time<us>
    molt_df.yield %a, %b, %c : !ts, !ts, !molt_df.duration<us>
  } : !molt_df.table<"x": !molt_df.timestamp<us>, "d": !molt_df.duration<us>, "o": !molt_df.time<us>>
  %r = molt_df.project %w ["a", "b", "c"] : !molt_df.table<"x": !molt_df.timestamp<us>, "d": !molt_df.duration<us>, "o": !molt_df.time<us>, "a": !molt_df.timestamp<us>, "b": !molt_df.timestamp<us>, "c": !molt_df.duration<us>>
  return %r : !molt_df.table<"a": !molt_df.timestamp<us>, "b": !molt_df.timestamp<us>, "c": !molt_df.duration<us>>
}

// CHECK-LABEL: func @texts
// CHECK: molt_str.can_parse %{{.*}} as !molt_df.timestamp<us>
// CHECK: molt_pipe.check
// CHECK: molt_str.parse %{{.*}} as !molt_df.timestamp<us> : i64
// CHECK: molt_str.format %{{.*}} as !molt_df.timestamp<us> : i64
func.func @texts() -> !molt_df.table<"s": !molt_str.utf8, "b": !molt_str.utf8> {
  %t = molt_df.source "t" : !molt_df.table<"s": !molt_str.utf8>
  %w = molt_df.with_columns %t ["s"] -> ["b"] {
  ^bb0(%s: !molt_str.utf8):
    %x = molt_df.cast %s : !molt_str.utf8 to !ts
    %b = molt_df.cast %x : !ts to !molt_str.utf8
    molt_df.yield %b : !molt_str.utf8
  } : !molt_df.table<"s": !molt_str.utf8>
  return %w : !molt_df.table<"s": !molt_str.utf8, "b": !molt_str.utf8>
}
